"""What a server did not give: the order in which it is asked for again, and when it is left alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from onward.mail.models import ImapFolder
from onward.mail.services.leftover import ASKED_AGAIN_AFTER, MOST_REFUSED, Leftover


def folder(*waiting: int, read: int = 0, hours: float | None = None) -> ImapFolder:
    left_at = None if hours is None else timezone.now() - timedelta(hours=hours)
    return ImapFolder(name="INBOX", waiting=list(waiting), read=read, left_at=left_at)


def test_what_waited_is_asked_for_in_its_order() -> None:
    assert Leftover.of(folder(9, 3, 7)).to_ask_for() == [9, 3, 7]


def test_what_was_asked_for_in_vain_is_not_asked_for_twice_and_stands_last() -> None:
    leftover = Leftover.of(folder(9, 3, 7))
    leftover.vain.add(9)
    assert leftover.to_ask_for() == [3, 7]
    assert leftover.in_line({3, 7, 9, 20}) == [3, 7, 20, 9]


@pytest.mark.parametrize(("hours", "asked"), [(1, []), (7, [9, 3]), (None, [9, 3])])
def test_what_was_given_up_on_rests_for_some_hours(
    hours: float | None, asked: list[int]
) -> None:
    leftover = Leftover.of(row := folder(9, 3, hours=hours))
    leftover.let_rest(row)
    assert leftover.to_ask_for() == asked


def test_the_first_time_it_may_have_been_the_servers_mood() -> None:
    row = folder(read=5)
    leftover = Leftover.of(row)
    leftover.again.add(4)
    leftover.vain.add(4)
    assert leftover.kept_for(row, broken=()) == {
        "waiting": [4],
        "read": 4,
        "left_at": None,
    }


def test_what_is_not_given_twice_is_left_alone() -> None:
    row = folder(4, read=5)
    leftover = Leftover.of(row)
    leftover.vain.add(4)
    kept = leftover.kept_for(row, broken=())
    assert timezone.now() - kept["left_at"] < ASKED_AGAIN_AFTER


def test_what_rests_goes_on_resting_from_when_it_began() -> None:
    leftover = Leftover.of(row := folder(4, hours=2))
    leftover.let_rest(row)
    assert leftover.kept_for(row, broken=())["left_at"] == row.left_at


def test_a_folder_of_which_much_is_refused_says_why() -> None:
    row = folder(*range(MOST_REFUSED), read=5)
    leftover = Leftover.of(row)
    assert leftover.note_for(row) == ""
    leftover.said = "The server says: no."
    assert leftover.note_for(row) == "The server says: no."
    leftover.again.pop()
    assert leftover.note_for(row) == ""
