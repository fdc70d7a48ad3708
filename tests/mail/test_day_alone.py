"""An interview of whose day mail tells, and not of its hour: the day is kept, and no hour made up."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from onward.applications.rules.payload import Outcome
from onward.mail.rules.talks.own_mail import SentMeaning
from onward.people.models import Person
from tests.mail.own_story import import_story
from tests.mail.raw_mail import make_raw
from tests.mail.test_rearranging import entry, interviews, read

DAY = date(2026, 12, 1)
INVITED: dict[str, Any] = {
    "key": "invited",
    "hours": 0,
    "subject": "Interview",
    "contact_address": "maud@pennine.example",
    "text": "Hi Yara,\n\nWe would like to invite you to an interview on Tuesday 1 December for the office manager role.\n\nMaud",
}
pytestmark = pytest.mark.django_db


def answer(key: str, text: str, *, hours: int = 30, **said: Any) -> dict[str, Any]:
    return {
        "key": key,
        "hours": hours,
        "subject": "Re: Interview",
        "contact_address": "maud@pennine.example",
        "references": ["invited@mail.example"],
        "text": text,
    } | said


def test_an_interview_whose_hour_is_not_told_has_its_day(owner: Person) -> None:
    read(owner, INVITED)
    (found,) = interviews(owner)
    assert (found.on_day, found.starts_at) == (DAY, None)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Hi Yara,\n\n9.30 am then.\n\nMaud", "interview"),
        (
            "Hi Yara,\n\nShall we say 9.30 am? The interview is at our office.\n\nMaud",
            "interview",
        ),
        (
            "Hi Yara,\n\nYour interview on Tuesday 1 December starts at 9.30 am.\n\nMaud",
            "interview",
        ),
        ("Hi Yara,\n\nSee you on Tuesday at 9.30 am.\n\nMaud", "interview"),
        ("Hi Yara,\n\nThe interview is at 9:30.\n\nMaud", "interview"),
    ],
)
def test_a_later_mail_fills_the_hour_in(owner: Person, text: str, verdict: str) -> None:
    read(owner, INVITED, answer("hour", text, verdict=verdict))
    (found,) = interviews(owner)
    assert found.starts_at is not None
    assert found.starts_at.replace(tzinfo=None) == datetime.combine(DAY, time(9, 30))
    assert (found.on_day, found.was_on, found.moved_from) == (None, None, None)


def test_few_words_fill_the_hour_in_once_the_person_answered(owner: Person) -> None:
    own = answer(
        "own",
        "Thank you, Tuesday suits me. At what time shall I come?\n\nYara",
        is_sent=True,
        verdict=SentMeaning.THREAD.value,
        hours=10,
    )
    read(owner, INVITED, own, answer("hour", "9.30 am then.\n\nMaud", verdict="reply"))
    (found,) = interviews(owner)
    assert found.starts_at is not None
    assert found.starts_at.replace(tzinfo=None) == datetime.combine(DAY, time(9, 30))


def test_a_calendar_entry_of_that_day_fills_the_hour_in(owner: Person) -> None:
    sent = answer("entry", "Please find the invite.", calendar=entry("20261201T093000"))
    read(owner, INVITED, sent)
    (found,) = interviews(owner)
    assert found.starts_at is not None
    assert found.starts_at.hour == 9
    assert (found.on_day, found.was_on) == (None, None)


def test_an_entry_of_a_whole_day_names_no_hour(owner: Person) -> None:
    moved = {"calendar": entry("20261202", SEQUENCE="1"), "key": "moved", "hours": 24}
    first = {"calendar": entry("20261201"), "text": "Please find the invite."}
    read(owner, INVITED | first, INVITED | first | moved)
    (found,) = interviews(owner)
    assert (found.on_day, found.starts_at) == (date(2026, 12, 2), None)
    assert (found.was_on, found.minutes) == (DAY, None)


@pytest.mark.parametrize("fresh", [True, False])
def test_a_mail_that_moves_it_moves_its_day(owner: Person, fresh: bool) -> None:
    text = "Hi Yara,\n\nI am sorry, we have to move your interview to Thursday 3 December.\n\nMaud"
    said = answer("moved", text)
    if fresh:
        said |= {"references": [], "subject": "Your interview"}
    read(owner, INVITED, said)
    (found,) = interviews(owner)
    assert (found.on_day, found.starts_at) == (date(2026, 12, 3), None)
    assert (found.was_on, found.outcome) == (DAY, None)


def test_a_mail_that_moves_it_may_tell_the_hour_too(owner: Person) -> None:
    text = "Hi Yara,\n\nI am sorry, we have to move your interview to Thursday 3 December at 11 am.\n\nMaud"
    read(owner, INVITED, answer("moved", text))
    (found,) = interviews(owner)
    assert found.starts_at is not None
    assert (found.starts_at.day, found.starts_at.hour) == (3, 11)
    assert (found.on_day, found.was_on) == (None, DAY)


def test_one_that_is_put_off_has_no_day(owner: Person) -> None:
    text = "Hi Yara,\n\nI am sorry, we have to postpone your interview. A new day follows.\n\nMaud"
    read(owner, INVITED, answer("off", text))
    (found,) = interviews(owner)
    assert (found.on_day, found.was_on) == (None, DAY)
    assert found.outcome == Outcome.MOVED


def test_one_that_is_called_off_keeps_its_day(owner: Person) -> None:
    text = "Hi Yara,\n\nWe have to cancel your interview.\n\nMaud"
    read(owner, INVITED, answer("off", text))
    (found,) = interviews(owner)
    assert (found.on_day, found.outcome) == (DAY, Outcome.CANCELLED)


def test_a_day_said_again_takes_no_hour_away(owner: Person) -> None:
    first = INVITED | {
        "text": "Hi Yara,\n\nWe invite you to an interview on Tuesday 1 December at 9.30 am.\n\nMaud"
    }
    again = "Hi Yara,\n\nWe look forward to meeting you for the interview on Tuesday 1 December.\n\nMaud"
    read(owner, first, answer("again", again))
    (found,) = interviews(owner)
    assert found.starts_at is not None
    assert found.on_day is None


def test_a_day_said_again_is_one_interview(owner: Person) -> None:
    again = (
        "Hi Yara,\n\nWe look forward to your interview on Tuesday 1 December.\n\nMaud"
    )
    read(owner, INVITED, answer("again", again))
    (found,) = interviews(owner)
    assert found.on_day == DAY


def test_another_round_on_another_day_is_another(owner: Person) -> None:
    again = "Hi Yara,\n\nWe would like to see you for a second interview on Friday 11 December.\n\nMaud"
    read(
        owner,
        INVITED,
        answer("again", again, references=[], subject="Second interview", hours=60),
    )
    assert [each.on_day for each in interviews(owner)] == [DAY, date(2026, 12, 11)]


def test_a_day_told_later_is_that_of_the_same_interview(owner: Person) -> None:
    first = INVITED | {
        "text": "Hi Yara,\n\nWe would like to invite you to an interview.\n\nMaud"
    }
    later = "Hi Yara,\n\nYour interview is on Tuesday 1 December.\n\nMaud"
    read(owner, first, answer("later", later))
    (found,) = interviews(owner)
    assert (found.on_day, found.outcome) == (DAY, None)


def test_it_waits_for_nobody_before_its_day_is_over(owner: Person) -> None:
    application = read(owner, INVITED)
    application.refresh_from_db()
    assert application.waiting_since is not None
    assert application.waiting_since.date() == DAY


def test_a_test_on_a_day_has_it(owner: Person) -> None:
    text = "Hi Yara,\n\nThe written test takes place on Tuesday 1 December at our office.\n\nMaud"
    read(owner, INVITED | {"verdict": "assessment", "subject": "Test", "text": text})
    (found,) = interviews(owner)
    assert (found.on_day, found.until) == (DAY, None)


@pytest.mark.parametrize(
    "text",
    [
        "Hi Robin, we would like to invite you to an interview on Tuesday 15 December for the office manager role.",
        "Hallo Robin, wir möchten Sie gern zu einem Vorstellungsgespräch für die Stelle als Office Manager am Dienstag, 15. Dezember, einladen.",
        "Bonjour Robin, nous souhaitons vous inviter à un entretien pour le poste d'office manager le mardi 15 décembre dans la matinée.",
        "Dag Robin, graag nodigen wij je uit voor een sollicitatiegesprek voor de functie van office manager op dinsdag 15 december tussen 14u en 15u30.",
        "Bonjour Robin, nous souhaitons vous inviter à un entretien le mardi 15 décembre entre 14h et 15h30.",
        "Hi Robin, we would like to invite you to an interview on Tuesday 15 December, somewhere between 2pm and 3.30pm.",
    ],
)  # fmt: skip
def test_a_raw_mail_keeps_the_day_through_the_whole_reading(
    owner: Person, tmp_path: Path, text: str
) -> None:
    mail = make_raw(f"{text}\n", subject="Interview").replace(
        b"Tue, 03 Mar 2026 09:15:00", b"Mon, 16 Nov 2026 09:15:00"
    )
    import_story(owner, tmp_path, [mail])
    (found,) = interviews(owner)
    assert (found.on_day, found.starts_at) == (date(2026, 12, 15), None)


@pytest.mark.parametrize(
    "text",
    [
        "Can I ring you today at 5 pm about the interview?",
        "Please let me know by 5 pm whether the interview suits you.",
        "Our office opens at 9 am; the hour of your interview follows.",
        "Please ring me before 9.30 am if you cannot come to the interview.",
        "The hour of your interview follows. Parking is free from 9 am to 6 pm.",
        "Would 9.30 am or 11 am suit you better for the interview?",
        "Lunch with the team is at 12:30, after the interview.",
        "Your train to the interview leaves at 9:12.",
        "I'll call you at 4 pm to talk about the interview.",
        "Our team meeting is at 10 am today, after that I will write again about the interview.",
        "The interview is in the building where the market starts at 7 am.",
        "We open at 9 am, come to the interview by the back door.",
        "Doors open at 9:30 am for your interview.",
    ],
)
def test_an_hour_of_something_else_fills_in_nothing(owner: Person, text: str) -> None:
    read(owner, INVITED, answer("hour", f"Hi Yara,\n\n{text}\n\nMaud"))
    (first,) = interviews(owner)
    assert (first.on_day, first.starts_at) == (DAY, None)


def test_a_mail_that_names_no_day_is_no_second_interview(owner: Person) -> None:
    again = (
        "Hi Yara,\n\nPlease find the directions to our office below. See you at the "
        "interview.\n\nMaud"
    )
    read(owner, INVITED, answer("again", again, references=[], subject="Directions"))
    (found,) = interviews(owner)
    assert found.on_day == DAY


def test_the_last_day_to_answer_stays_beside_another_day(owner: Person) -> None:
    text = (
        "Hi Yara,\n\nWe would like to invite you to an interview and will send you a date. "
        "Please let us know by Friday 18 December which days suit you. Our Christmas lunch "
        "takes place on Tuesday 15 December.\n\nMaud"
    )
    read(owner, INVITED | {"text": text})
    (found,) = interviews(owner)
    assert (found.on_day, found.until) == (None, date(2026, 12, 18))
