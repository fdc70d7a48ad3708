from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.appointments.letter import Letter
from onward.mail.rules.appointments.rearranging import (
    Entry,
    Turn,
    entry_of,
    turn_of,
)
from onward.mail.rules.appointments.talk import retold

SENT = datetime(2026, 3, 2, 9, tzinfo=UTC)
CALENDAR = {
    "METHOD": "REQUEST",
    "UID": "u1@calendar.example",
    "SEQUENCE": "2",
    "DTSTART": "20260309T140000",
    "DTEND": "20260309T144500",
    "TZID": "Europe/Berlin",
    "LOCATION": "Room 4,\n second floor",
}


def letter(
    key: str,
    *,
    hours: int,
    uid: str = "",
    turn: Turn = Turn.NONE,
    verdict: str = "interview",
    begins_in: int | None = None,
    sequence: int = 0,
) -> Letter:
    sent_at = SENT + timedelta(hours=hours)
    begins = None if begins_in is None else SENT + timedelta(hours=begins_in)
    entry = Entry(uid=uid, starts_at=begins, sequence=sequence) if uid else None
    return Letter(key=key, sent_at=sent_at, verdict=verdict, entry=entry, turn=turn)


def test_a_calendar_part_says_when_where_and_for_how_long() -> None:
    entry = entry_of(CALENDAR)
    assert entry is not None
    assert entry.starts_at == datetime(2026, 3, 9, 14)  # noqa: DTZ001 -- as it is written
    assert entry.moment == datetime(2026, 3, 9, 14, tzinfo=ZoneInfo("Europe/Berlin"))
    assert (entry.minutes, entry.sequence) == (45, 2)
    assert entry.place == "Room 4, second floor"
    assert not entry.is_cancelled


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Europe/London", "Europe/London"),
        ("Somewhere of our own", ""),
        ("../../etc/passwd", ""),
    ],
)
def test_a_zone_is_known_by_the_names_that_programs_give_it(
    name: str, zone: str
) -> None:
    entry = entry_of(CALENDAR | {"TZID": name})
    assert entry is not None
    assert entry.time_zone == zone


@pytest.mark.parametrize(
    "said", [{"METHOD": "CANCEL"}, {"METHOD": "REQUEST", "STATUS": "CANCELLED"}]
)
def test_an_entry_is_called_off_by_its_method_or_its_status(
    said: dict[str, str],
) -> None:
    entry = entry_of(CALENDAR | said)
    assert entry is not None
    assert entry.is_cancelled


@pytest.mark.parametrize("method", ["REPLY", "COUNTER", "REFRESH"])
def test_what_the_invited_answer_arranges_nothing(method: str) -> None:
    assert entry_of(CALENDAR | {"METHOD": method}) is None
    assert entry_of({}) is None


@pytest.mark.parametrize(
    "odd",
    [
        {"DTSTART": "next Monday"},
        {"SEQUENCE": "²"},
        {"DTEND": "20260301T140000"},
        {"DTEND": "20260309T140000Z"},
    ],
)
def test_odd_values_are_left_out(odd: dict[str, str]) -> None:
    entry = entry_of(CALENDAR | odd)
    assert entry is not None
    assert None in (entry.starts_at, entry.minutes) or entry.sequence == 0


@pytest.mark.parametrize(
    "text",
    [
        "I am afraid I have to reschedule your interview.",
        "One of the panel has a funeral on Thursday, so we are moving the Visitor Services Assistant interviews to Friday 4 December.",
        "Your new slot is Friday at 9.45am, same place.",
        "The panel cannot go ahead with the interview tomorrow. We would like to offer you Monday 8 June at 14:00 instead.",
        "Your interview has been changed by the manager.",
        "The discussion with our lead is moved to Monday.",
        "Tom is called away tomorrow, so for the interview I am going to have to move you.",
        "Your interview for the role of Coordinator has been moved to Friday.",
        "Could we move your interview to the morning?",
        "We've rescheduled the call with our team lead.",
        "Here is the new time for your interview: Friday, 10:00.",
        "Leider müssen wir das Vorstellungsgespräch auf Freitag verschieben.",
        "Wir verlegen die Vorstellungsgespräche auf Freitag.",
        "Das Gespräch wurde auf Freitag verlegt.",
        "Könnten wir den Termin auf den Vormittag vorziehen?",
        "Können wir das Gespräch auf Donnerstag, den 8. Oktober, um elf verschieben?",
        "Wir müssen den Termin auf den 8.10. um 10.30 Uhr verschieben.",
    ],
)
def test_plain_words_move_an_interview(text: str) -> None:
    assert turn_of(subject="Your interview", text=f"Dear Jo,\n\n{text}") is Turn.MOVED


@pytest.mark.parametrize(
    ("subject", "turn"),
    [
        ("Your interview next week - change of time", Turn.MOVED),
        ("Ihr Gespräch am Donnerstag: Terminänderung", Turn.MOVED),
        ("Your interview next week - what to bring", Turn.NONE),
    ],
)
def test_the_end_of_a_subject_moves_an_interview(subject: str, turn: Turn) -> None:
    assert turn_of(subject=subject, text="Could you let me know?") is turn


@pytest.mark.parametrize(
    "text",
    [
        "We are moving to interviews next week.",
        "We are moving you to the interview stage.",
        "We are moving quickly, and interviews are on Friday.",
        "We're moving offices, so the interview is in our new building.",
    ],
)
def test_what_else_is_moving_moves_no_interview(text: str) -> None:
    assert turn_of(subject="Your application", text=text) is Turn.NONE


@pytest.mark.parametrize(
    "text",
    [
        "Could we say Tuesday the 19th instead, same time?",
        "Would Friday the 31st at 9.15 be OK with you instead?",
        "Passt Ihnen stattdessen Donnerstag um 10 Uhr?",
        "Seriez-vous libre jeudi à 10h à la place ?",
        "¿Podría ser el jueves a las 10:30 en su lugar?",
        "Possiamo fare giovedì alle 10:30 invece?",
        "Pode ser dia 19 às 10:30 em vez disso?",
        "Lukt donderdag om 10:30 in plaats daarvan?",
        "Czy zamiast tego może być 19.05 o 10:30?",
        "Onun yerine 19.05 saat 10:30 olur mu?",
        "Funkar den 19.05 kl. 10:30 i stället?",
    ],
)
def test_another_day_instead_needs_no_word_for_a_talk(text: str) -> None:
    assert turn_of(subject="RE: Buyer", text=text) is Turn.MOVED


@pytest.mark.parametrize(
    "text",
    [
        "If Tuesday does not suit, we will find another day instead.",
        "Bring a portfolio instead of a CV on Tuesday.",
        "You will meet Ana instead.",
    ],
)
def test_instead_alone_moves_nothing(text: str) -> None:
    assert turn_of(subject="RE: Buyer", text=text) is Turn.NONE


@pytest.mark.parametrize(
    "text",
    [
        "I have to cancel our interview on Thursday.",
        "The interview on Thursday is cancelled.",
        "Your appointment tomorrow at 2.15pm is therefore cancelled.",
        "Your interview will not be taking place.",
        "Leider müssen wir das Vorstellungsgespräch absagen.",
        "Das Gespräch am Donnerstag entfällt.",
        "Leider muss das Gespräch morgen entfallen, da zwei Mitglieder krank sind.",
        "Unser Gespräch am 3.12. wird ausfallen.",
        "Das Gespräch am 3. Dezember kann leider nicht stattfinden.",
    ],
)
def test_plain_words_call_an_interview_off(text: str) -> None:
    assert turn_of(subject="Interview", text=text) is Turn.CANCELLED


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        (
            "I'm afraid I can't make Monday at 2pm. Would 3 December work instead?",
            Turn.MOVED,
        ),
        ("Could we move Monday to Thursday, 3 December?", Turn.MOVED),
        ("Dienstag um 10 Uhr schaffe ich leider nicht.", Turn.CANCELLED),
        ("I can't make it any clearer how glad we are.", Turn.NONE),
        ("If you can't make Monday, let us know.", Turn.NONE),
    ],
)
def test_a_day_stands_for_the_interview_that_the_subject_names(
    text: str, turn: Turn
) -> None:
    assert turn_of(subject="Re: Your interview", text=f"Dear Jo,\n\n{text}") is turn
    assert turn_of(subject="Re: Your order", text=f"Dear Jo,\n\n{text}") is Turn.NONE


@pytest.mark.parametrize(
    "text",
    [
        "If you need to reschedule your interview, use this link.",
        "Should you have to cancel the interview, let us know.",
        "You can reschedule or cancel your interview here.",
        "Let us know if we have to move the interview.",
        "Falls wir das Gespräch verschieben sollen, sagen Sie Bescheid.",
        "We have moved your application to the interview stage.",
        "We would like to move you to an interview with the team.",
        "After your interview we have to move you forward quickly.",
        "We have to move forward with interviews this week.",
        "The interview process has been postponed.",
        "We look forward to your interview on Friday at 10:00.",
        "Your order has been cancelled.",
        "Das Gespräch ist am 8. Wir müssen den Umzug verschieben.",
        "See you on Friday.\n\nOn Monday Ana wrote:\n> I have to reschedule your interview.",
    ],
)
def test_what_the_person_may_do_moves_nothing(text: str) -> None:
    assert turn_of(subject="Your interview", text=text) is Turn.NONE


def test_the_subject_alone_can_say_it() -> None:
    assert turn_of(subject="Updated invitation: Interview", text="") is Turn.MOVED
    assert turn_of(subject="Re: Rescheduled: Interview", text="") is Turn.MOVED
    assert turn_of(subject="Cancelled: Interview", text="") is Turn.CANCELLED
    off = "We will suggest a new time for the interview."
    assert turn_of(subject="Cancelled: Interview", text=off) is Turn.MOVED


def test_a_later_version_of_an_entry_is_about_the_same_interview() -> None:
    first = letter("a", hours=0, uid="u1")
    later = letter("b", hours=5, uid="u1", sequence=1)
    other = letter("c", hours=6, uid="u2")
    assert retold([later, other, first]) == {"b": "a"}


def test_a_rejection_that_calls_the_entry_off_is_about_it_too() -> None:
    first = letter("a", hours=0, uid="u1")
    no = letter("b", hours=5, uid="u1", verdict="rejection")
    assert retold([first, no]) == {"b": "a"}
    assert retold([no]) == {}


def test_words_move_the_latest_interview_that_is_not_over() -> None:
    phone = letter("a", hours=0, uid="u1", begins_in=2)
    panel = letter("b", hours=200, uid="u2", begins_in=300)
    moved = letter("c", hours=210, turn=Turn.MOVED)
    assert retold([phone, panel, moved]) == {"c": "b"}
    late = letter("d", hours=500, turn=Turn.MOVED)
    assert retold([phone, panel, late]) == {}


def test_an_entry_of_its_own_for_the_new_time_belongs_to_the_interview_it_moves() -> (
    None
):
    first = letter("a", hours=0, uid="u1", begins_in=50)
    moved = letter("b", hours=5, uid="u2", turn=Turn.MOVED, begins_in=400)
    again = letter("c", hours=6, uid="u2", sequence=1, begins_in=410)
    off = letter("d", hours=399, turn=Turn.CANCELLED)
    assert retold([first, moved, again, off]) == {"b": "a", "c": "a", "d": "a"}


def test_a_test_does_not_move_an_interview() -> None:
    first = letter("a", hours=0)
    test = letter("b", hours=5, turn=Turn.MOVED, verdict="assessment")
    assert retold([first, test]) == {}


letters = st.builds(
    letter,
    st.text("abcdef", min_size=1, max_size=2),
    hours=st.integers(0, 400),
    uid=st.sampled_from(("", "u1", "u2")),
    turn=st.sampled_from(Turn),
    verdict=st.sampled_from(("interview", "assessment", "rejection", "reply")),
    begins_in=st.none() | st.integers(0, 400),
    sequence=st.integers(0, 3),
)


@given(st.lists(letters, max_size=8, unique_by=lambda each: each.key), st.randoms())
def test_the_order_does_not_matter_and_nobody_is_retold_by_a_retelling(
    given_letters: list[Letter], random: Random
) -> None:
    again = retold(given_letters)
    shuffled = list(given_letters)
    random.shuffle(shuffled)
    assert retold(shuffled) == again
    by_key = {each.key: each for each in given_letters}
    for key, base in again.items():
        assert base not in again
        assert by_key[base].is_held
        assert by_key[base].sent_at <= by_key[key].sent_at


@given(subject=st.text(max_size=80), text=st.text(max_size=500))
def test_any_words_have_a_turn(subject: str, text: str) -> None:
    assert turn_of(subject=subject, text=text) in set(Turn)


@given(st.dictionaries(st.sampled_from(sorted(CALENDAR)), st.text(max_size=40)))
def test_any_calendar_is_read(calendar: dict[str, str]) -> None:
    entry = entry_of(calendar)
    assert entry is None or entry.minutes is None or 0 < entry.minutes <= 24 * 60
    if entry is not None and entry.starts_at is not None:
        assert entry.moment is not None
