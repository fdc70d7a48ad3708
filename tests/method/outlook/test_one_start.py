"""The rates of one table begin from one thing, and the page says from which."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from benchmarks.searches import NOW, make_row
from onward.applications.rules.kinds import NoKind, Stage
from onward.core.intervals import JEFFREYS
from onward.method.outlook.rules.rates import PRIORS, Question
from onward.method.outlook.rules.rows import Row
from onward.method.outlook.services.reckoning import Estimate, numbers, use_prior
from onward.method.outlook.show import _begins, _rates
from onward.people.models import Person

pytestmark = pytest.mark.django_db
ALONE = "only your own numbers count for that"
LEAVES_OUT = "leaves out what was counted"


def rows(*, met: int, noes: int, age: float) -> list[Row]:
    yes = make_row(
        applied=age, answered=age - 5, interview=age - 9, reached=Stage.INTERVIEW
    )
    no = make_row(applied=age, refused=age - 5, no_kind=NoKind.THEY_SAID_NO)
    return [yes] * met + [no] * noes


def held(estimate: Estimate) -> bool:
    found = estimate.seen
    return estimate.low <= found.successes / found.resolved <= estimate.high


def test_where_the_person_is_luckier_both_ranges_are_their_own(owner: Person) -> None:
    lucky = [*rows(met=3, noes=4, age=100), *rows(met=3, noes=3, age=40)]
    found = numbers(owner, lucky, weekly=None, now=NOW)
    whole, last = (each[Question.INTERVIEW] for each in (found.whole, found.lately))
    assert (whole.seen.successes, whole.seen.resolved) == (6, 13)
    assert (last.seen.successes, last.seen.resolved) == (3, 6)
    for estimate in (whole, last):
        assert estimate.belief == estimate.seen.told_from(JEFFREYS)
        assert held(estimate)
    assert found.own_alone == [Question.INTERVIEW]
    assert ALONE in _begins(found)
    assert LEAVES_OUT not in _rates(found).caption


def test_where_they_are_not_both_begin_from_the_published_ones(owner: Person) -> None:
    usual = [*rows(met=0, noes=14, age=100), *rows(met=3, noes=3, age=40)]
    found = numbers(owner, usual, weekly=None, now=NOW)
    prior = PRIORS[Question.INTERVIEW]
    for each in (found.whole, found.lately):
        estimate = each[Question.INTERVIEW]
        assert estimate.belief == estimate.seen.told_from(prior)
    assert found.own_alone == []
    assert ALONE not in _begins(found)
    # Three of six lie above that range, and the page says why.
    assert not held(found.lately[Question.INTERVIEW])
    assert LEAVES_OUT in _rates(found).caption


def test_the_page_says_what_rates_begin_from(
    owner: Person, owner_client: Client
) -> None:
    path = reverse("outlook:home")
    assert (
        "Rates begin from what 14 published" in owner_client.get(path).content.decode()
    )
    use_prior(owner, is_wanted=False)
    page = owner_client.get(path).content.decode()
    assert "Rates begin from" not in page
    assert "only your own numbers count" in page
