"""A calendar entry belongs to what whoever set it up writes about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.folding.fold import fold
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.types import Verdict

START = datetime(2026, 2, 2, 8, 0, tzinfo=UTC)
INES = "ines@kranich-payments.example"


def item(key: str, *, day: int, **facts: Any) -> FoldItem:
    told = {"company": "Kranich Payments", "verdict": Verdict.INTERVIEW} | facts
    at = START + timedelta(days=day)
    return FoldItem(key=key, sent_at=at, message_id=f"{key}@mail.example", **told)


def entry(key: str, *, role: str, day: int = 9, **facts: Any) -> FoldItem:
    told = {"calendar_uid": f"{key}@calendar.example", "organiser": INES} | facts
    return item(key, day=day, role=role, **told)


def keys(*items: FoldItem) -> list[tuple[str, ...]]:
    return [cluster.keys for cluster in fold(items).clusters]


FIRST = item("a", day=0, role="Senior QA Engineer", contact=INES)


@pytest.mark.parametrize("company", ["Kranich Payments", "Kranich", ""])
@pytest.mark.parametrize(
    "label", ["Kranich QA", "QA", "Kranich Payments", "Kranich Testing", ""]
)
def test_the_title_of_an_entry_is_no_other_job(label: str, company: str) -> None:
    folded = fold([FIRST, entry("b", role=label, company=company)])
    assert [cluster.keys for cluster in folded.clusters] == [("a", "b")]
    assert folded.clusters[0].role == "Senior QA Engineer"
    assert folded.clusters[0].contact == INES


def test_an_entry_for_another_job_by_its_title_begins_one() -> None:
    assert keys(FIRST, entry("b", role="Data Engineer")) == [("a",), ("b",)]


def test_an_entry_for_another_employer_of_an_agency_begins_one() -> None:
    booked = entry("b", role="QA Engineer", company="Larkfield Homes")
    assert keys(FIRST, booked) == [("a",), ("b",)]


def test_an_entry_that_may_be_for_either_of_two_jobs_is_left_to_the_person() -> None:
    other = item("b", day=1, role="QA Lead", contact=INES)
    folded = fold([FIRST, other, entry("c", role="Kranich QA")])
    assert folded.unmatched == ("c",)
    assert folded.candidates["c"] == ("b", "a")


def test_the_full_title_tells_which_of_two_jobs() -> None:
    other = item("b", day=1, role="QA Lead", contact=INES)
    assert keys(FIRST, other, entry("c", role="QA Lead"))[1] == ("b", "c")


def test_who_set_up_an_entry_and_never_wrote_changes_nothing() -> None:
    booked = entry("b", role="Kranich QA", organiser="noa@elsewhere.example")
    assert keys(FIRST, booked) == [("a",), ("b",)]


@given(st.permutations([FIRST, entry("b", role="Kranich QA"), entry("c", role="")]))
def test_the_order_of_mail_does_not_matter(items: list[FoldItem]) -> None:
    assert keys(*items) == [("a", "b", "c")]
