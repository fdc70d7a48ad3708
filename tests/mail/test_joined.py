"""What a person made one of two stays as they made it, whatever mail is read later."""

from __future__ import annotations

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import bring_back, describe, merge, take_back
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.test_any_order import Letter, bring_in

pytestmark = pytest.mark.django_db

EMPLOYER, AGENCY = "Oakmere Foods", "Lind Recruitment"


def letter(key: str, day: float, company: str, **facts: str) -> Letter:
    verdict = facts.pop("verdict", "confirmation")
    return {"key": key, "day": day, "verdict": verdict, "company": company, **facts}


@pytest.fixture
def two(owner: Person) -> tuple[Application, Application]:
    """One application that an employer and an agency each wrote about."""
    bring_in(
        owner,
        [
            letter("a1", 1, EMPLOYER, role="Driver"),
            letter("b1", 2, AGENCY, role="Van driver"),
            letter("b2", 3, AGENCY, role="Van driver", verdict="interview"),
        ],
    )
    own = Application.objects.for_person(owner)
    return own.get(company=EMPLOYER), own.get(company=AGENCY)


def read_more(owner: Person, *, times: int = 3) -> None:
    for n in range(times):
        bring_in(owner, [letter(f"c{n}", 20 + n, f"Rebhof {n}", role="Clerk")])


def names(*applications: Application) -> list[str]:
    for each in applications:
        each.refresh_from_db()
    return [each.company for each in applications]


def said(owner: Person, *applications: Application) -> int:
    own = Event.objects.for_person(owner).filter(kind=EventKind.DESCRIBED)
    return own.filter(application__in=applications).count()


@pytest.mark.parametrize("way", [1, -1])
def test_the_page_joined_from_keeps_its_name_in_later_readings_and_undo_gives_both_back(
    owner: Person, two: tuple[Application, Application], way: int
) -> None:
    one, other = two[::way]
    before = names(one, other)
    told = said(owner, *two)
    joined = merge(owner, one, other=other, now=NOW)
    for _ in range(3):
        read_more(owner, times=1)
        assert names(one) == before[:1]
    assert said(owner, *two) == told
    take_back(owner, joined, now=NOW)
    assert names(one, other) == before
    read_more(owner)
    assert names(one, other) == before
    bring_back(owner, joined, now=NOW)
    assert names(one) == before[:1]


def test_later_mail_of_the_one_that_was_joined_goes_back_with_it(
    owner: Person, two: tuple[Application, Application]
) -> None:
    one, other = two
    joined = merge(owner, one, other=other, now=NOW)
    later = [letter(f"b{n}", n, AGENCY, role="Van driver") for n in (4, 5, 6)]
    bring_in(owner, [*later, letter("b7", 7, AGENCY, verdict="rejection")])
    one.refresh_from_db()
    assert (one.company, one.stage) == (EMPLOYER, "closed")
    take_back(owner, joined, now=NOW)
    assert names(one, other) == [EMPLOYER, AGENCY]
    assert (one.stage, other.stage) == ("applied", "closed")


def test_a_name_saved_by_hand_is_theirs_though_it_stood_there(
    owner: Person, two: tuple[Application, Application]
) -> None:
    one, _ = two
    facts = {"company": EMPLOYER, "role": "Driver", "place": ""}
    assert describe(owner, one, facts=facts, now=NOW) is not None
    assert describe(owner, one, facts=facts, now=NOW) is None
    later = letter("a2", 9, f"{EMPLOYER} Ltd", role="Driver", verdict="interview")
    bring_in(owner, [later | {"references": ["a1@mail.example"]}])
    one.refresh_from_db()
    assert (one.company, one.stage) == (EMPLOYER, "interview")


def test_the_page_joined_from_keeps_its_name_over_a_name_by_hand_on_the_other(
    owner: Person, two: tuple[Application, Application]
) -> None:
    one, other = two
    describe(owner, other, facts={"company": "Lind", "place": "Leeds"}, now=NOW)
    joined = merge(owner, one, other=other, now=NOW)
    one.refresh_from_db()
    assert (one.company, one.role, one.place) == (EMPLOYER, "Driver", "Leeds")
    take_back(owner, joined, now=NOW)
    assert names(one, other) == [EMPLOYER, "Lind"]
