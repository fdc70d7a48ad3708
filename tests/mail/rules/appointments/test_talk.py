"""Another time in the conversation on an interview: named, asked about, agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.appointments.letter import Letter
from onward.mail.rules.appointments.rearranging import Entry, Turn
from onward.mail.rules.appointments.retelling import told_by_clock, told_of
from onward.mail.rules.appointments.talk import Anew, told_anew
from onward.mail.rules.appointments.time_talk import says_of_time
from onward.mail.rules.basics.text import fold

SENT = datetime(2026, 3, 3, 9, tzinfo=UTC)
INVITED = "We invite you to an interview on Tuesday 10 March at 10:00."


def letter(
    key: str, text: str, *, days: int, is_own: bool = False, verdict: str = "interview"
) -> Letter:
    at = SENT + timedelta(days=days)
    on = at.date()
    return Letter(
        key=key,
        sent_at=at,
        verdict="sent" if is_own else verdict,
        told=told_of(subject="Re: Interview", text=text, told_on=on),
        told_at=at.replace(tzinfo=None),
        says=says_of_time(fold(text), told_on=on),
        is_own=is_own,
    )


FIRST = letter("a", INVITED, days=0)


def begins(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute)  # noqa: DTZ001 -- as a clock shows it


def test_another_day_at_the_same_hour_is_when_it_is_now() -> None:
    moved = letter(
        "b", "I'm alone tomorrow. We'll make it Thursday 12 March, same time.", days=6
    )
    assert told_anew([FIRST, moved])["b"] == Anew("a", Turn.MOVED, "b", begins(12, 10))


def test_another_hour_in_place_of_the_first_is_when_it_is_now() -> None:
    moved = letter("b", "Tomorrow at 11:30 rather than at 10:00, please.", days=6)
    assert told_anew([FIRST, moved])["b"].begins == begins(10, 11, 30)


def test_a_day_that_is_off_leaves_it_without_one() -> None:
    off = letter("b", "Tomorrow is off, I will write again.", days=6)
    assert told_anew([FIRST, off])["b"] == Anew("a", Turn.MOVED)


QUESTION = letter("b", "Would Friday 13 March at 9:00 work as well?", days=5)


def test_what_they_only_ask_changes_nothing_until_the_person_says_yes() -> None:
    asked = Anew("a", Turn.PROPOSED, begins=begins(13, 9))
    assert told_anew([FIRST, QUESTION])["b"] == asked
    yes = letter("c", "Yes, Friday is fine.", days=6, is_own=True)
    assert told_anew([FIRST, QUESTION, yes])["c"] == Anew(
        "a", Turn.MOVED, "b", begins(13, 9)
    )
    no = letter("c", "I cannot make Friday, sorry.", days=6, is_own=True)
    assert "c" not in told_anew([FIRST, QUESTION, no])


ASKED = letter("b", "Could I come on Friday 13 March at 9:00?", days=5, is_own=True)


def test_what_the_person_asks_changes_nothing_until_they_say_yes() -> None:
    assert told_anew([FIRST, ASKED]) == {"b": Anew("a", Turn.ASKED)}
    for verdict in ("interview", "confirmation", "ambiguous"):
        yes = letter("c", "Perfect, Friday then.", days=6, verdict=verdict)
        assert told_anew([FIRST, ASKED, yes])["c"] == Anew(
            "a", Turn.MOVED, "b", begins(13, 9)
        )
    no = letter("c", "Friday is not possible, let's leave it as it is.", days=6)
    assert told_anew([FIRST, ASKED, no])["c"].turn is None


def test_a_second_interview_and_what_is_said_again_move_nothing() -> None:
    second = letter(
        "b", "The second interview is on Thursday 12 March at 9:00.", days=5
    )
    assert told_anew([FIRST, second]) == {}
    again = letter("b", "See you on Tuesday 10 March at 10:00.", days=5)
    assert told_anew([FIRST, again])["b"] == Anew("a")


OFFERED = letter(
    "a", "Would Friday 6 March, 13:30, or Monday 9 March, 10:00, work?", days=0
)


def test_of_several_days_only_the_one_that_the_person_takes_lies_ahead() -> None:
    taken = letter("b", "Friday 6 March at 13:30 is great.", days=1, is_own=True)
    second = letter(
        "c", "So good to talk. My boss is free Thursday 12 March, 11:00.", days=4
    )
    assert told_anew([OFFERED, taken, second]) == {}
    moved = letter(
        "c", "Friday is off. We'll make it Thursday 12 March, 11:00.", days=2
    )
    assert told_anew([OFFERED, taken, moved])["c"].base == "a"


def test_of_several_days_all_lie_ahead_until_the_person_takes_one() -> None:
    later = letter("c", "Thursday 12 March, 11:00, it is.", days=4)
    assert told_anew([OFFERED, later])["c"].base == "a"
    refused = letter(
        "b", "Friday 6 March at 13:30 does not work for me.", days=1, is_own=True
    )
    assert told_anew([OFFERED, refused, later])["c"].base == "a"


def test_a_no_that_calls_it_off_takes_it_away() -> None:
    closed = Letter(
        key="b",
        sent_at=SENT + timedelta(days=2),
        verdict="position_closed",
        turn=Turn.CANCELLED,
        told_at=begins(5, 9),
    )
    assert told_anew([FIRST, closed])["b"] == Anew("a", Turn.CANCELLED)


@given(
    st.permutations([FIRST, QUESTION, letter("c", "Yes.", days=6, is_own=True)]),
    st.integers(0, 3),
)
def test_the_order_of_reading_does_not_matter_and_less_mail_never_moves_more(
    letters: list[Letter], count: int
) -> None:
    whole = told_anew([FIRST, QUESTION, letter("c", "Yes.", days=6, is_own=True)])
    assert told_anew(letters) == whole
    some = told_anew(letters[:count])
    moved = {key for key, anew in some.items() if anew.turn is Turn.MOVED}
    assert moved <= {key for key, anew in whole.items() if anew.turn is Turn.MOVED}


def entered(key: str, at: datetime, *, days: int, sequence: int = 0) -> Letter:
    """Return an entry of the calendar whose mail says nothing of its own."""
    entry = Entry(uid="u@calendar", sequence=sequence, starts_at=at)
    return replace(letter(key, "", days=days), entry=entry, told=told_by_clock(at))


def test_an_entry_of_the_hour_that_words_told_is_no_second_interview() -> None:
    booked = entered("b", begins(10, 10), days=2)
    assert told_anew([FIRST, booked])["b"] == Anew("a")


def test_an_entry_of_another_hour_is_an_interview_of_its_own() -> None:
    assert "b" not in told_anew([FIRST, entered("b", begins(12, 9), days=2)])


def test_a_later_version_of_an_entry_that_never_came_moves_what_words_told() -> None:
    moved = entered("b", begins(12, 9), days=2, sequence=1)
    again = entered("c", begins(13, 9), days=3, sequence=2)
    told = told_anew([FIRST, moved, again])
    assert told == {"b": Anew("a"), "c": Anew("a")}


def test_a_later_version_is_of_neither_of_two_interviews() -> None:
    other = letter("b", "A second interview takes place on 17 March at 9:00.", days=1)
    assert "b" not in told_anew([FIRST, other])
    moved = entered("c", begins(12, 9), days=2, sequence=1)
    assert "c" not in told_anew([FIRST, other, moved])


@pytest.mark.parametrize("days", [8, 20])
def test_a_later_version_moves_no_interview_that_is_over(days: int) -> None:
    moved = entered("b", begins(30, 9), days=days, sequence=1)
    assert "b" not in told_anew([FIRST, moved])
