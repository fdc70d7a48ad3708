from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onward.matching.rules.own import Correction, corrected
from onward.matching.rules.tailoring import Rule, tailored
from onward.matching.rules.types import (
    Decision,
    Kind,
    Need,
    Reason,
    Requirement,
    Status,
)


def make(*statuses: Status, need: Need = Need.MUST) -> list[Decision]:
    return [
        Decision(Requirement(Kind.SKILL, need, f"skill {n}", n, n + 1, ""), status)
        for n, status in enumerate(statuses)
    ]


FOUND, MISSING, OTHERWISE = Status.FOUND, Status.MISSING, Status.OTHERWISE


def test_two_in_three_must_haves_are_the_threshold() -> None:
    assert tailored(make(FOUND, OTHERWISE, MISSING)).is_tailored is True
    assert tailored(make(FOUND, MISSING, MISSING)).is_tailored is False


def test_with_a_usual_version_it_is_what_was_added() -> None:
    usual = make(FOUND, FOUND, MISSING)
    more = tailored(make(FOUND, FOUND, OTHERWISE), usual=usual)
    same = tailored(make(FOUND, FOUND, MISSING), usual=usual)
    assert (more.is_tailored, more.rule) == (True, Rule.USUAL_VERSION)
    assert (more.shown, more.shown_usually) == (3, 2)
    assert same.is_tailored is False


def test_too_few_must_haves_say_nothing() -> None:
    nice = make(FOUND, FOUND, FOUND, need=Need.NICE)
    assert tailored([*make(FOUND, FOUND), *nice]).is_tailored is None


@given(st.lists(st.sampled_from(Status), max_size=9))
def test_no_more_is_shown_than_was_asked(statuses: list[Status]) -> None:
    result = tailored(make(*statuses))
    assert 0 <= result.shown <= result.asked == len(statuses)


def test_what_the_person_says_wins() -> None:
    decided = make(MISSING, MISSING, FOUND)
    keys = [d.requirement.key for d in decided]
    standing, struck = corrected(
        decided,
        corrections={keys[0]: Correction.NOT_ASKED, keys[1]: Correction.HAVE},
    )
    assert struck == [decided[0]]
    assert [d.status for d in standing] == [OTHERWISE, FOUND]
    assert standing[0].reason is Reason.SAID_BY_YOU
