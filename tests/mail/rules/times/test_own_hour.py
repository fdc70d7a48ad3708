"""Hours of the reader, of others, of a journey, and by another clock."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.times.clock import times_in
from onward.mail.rules.times.own_hour import own_hour
from onward.mail.rules.times.several import talks_set
from onward.mail.rules.times.when import appointment

MONDAY = date(2026, 7, 20)


def hour(day: int, hours: int, minutes: int = 0, *, month: int = 7) -> datetime:
    return datetime.combine(date(2026, month, day), time(hours, minutes))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Interviews are next Wednesday, 29 July, at our site. Leanne at 3.00, you at 3.45.", hour(29, 15, 45)),
        ("Wir sprechen am Mittwoch (29.7.). Frau Ilic habe ich um 15 Uhr, Sie bitte um 15:45 Uhr.", hour(29, 15, 45)),
        ("The interviews are on Thursday 30 July. Yours is the third, at a quarter to twelve.", hour(30, 11, 45)),
        ("Es findet statt am Dienstag, 28. Juli 2026, um 10:20 Uhr im Rathaus.", hour(28, 10, 20)),
        ("Für Sie ist Freitag, der 24. Juli, vorgesehen, 14 Uhr.", hour(24, 14)),
        ("Time: 10:30am - 11:30am (Greenwich Mean Time), Wednesday, 29 July 2026", hour(29, 10, 30)),
        ("Interview for the post.\nDATE   Saturday 01/08/26\nTIME   1310 hrs", hour(1, 13, 10, month=8)),
        ("It is on Thursday 30 July. It will be at 15:00 in Luxembourg, that is 14:00 for you in Leeds.", hour(30, 14)),
        ("Unser Gespräch ist am Donnerstag, 30. Juli, 14 Uhr in Lissabon, bei Ihnen in Flensburg also 15 Uhr.", hour(30, 15)),
        ("Stage 1, interview with me: Thursday 30 July, 11.05", hour(30, 11, 5)),
        ("Come Friday 31 July 06.30 for a trial morning.", hour(31, 6, 30)),
        ("You are down for TUESDAY 28 JULY. Doors at 5.30pm, tea and cake, and we begin promptly at 6pm.", hour(28, 18)),
        ("Komm doch am Samstag, 25.7. in unseren Laden. 9 bis 12 Uhr wäre super.", hour(25, 9)),
        ("Passt es Ihnen am Mittwoch? Ich würde sagen kurz nach dem Mittag, um eins.", hour(22, 13)),
        ("Interview: Wed 29 July\n\n12:10 Written test\n13:00 Interview with the panel", hour(29, 12, 10)),
        ("Your interviews: Wednesday, July 29, 2026\n\n3:00 PM - 3:45 PM System design\n4:00 PM - 4:45 PM Pairing", hour(29, 15)),
        ("Het gesprek is donderdag 23 juli om 16.00 uur Nederlandse tijd (bij jou 10 uur 's ochtends).", hour(23, 16)),
        ("It will be a week today at 4.30 so you don't miss college.", hour(27, 16, 30)),
        ("Could you make Monday week, the 27th? We thought 4pm, and you'd meet our publisher.", hour(27, 16)),
        ("She'll ring you on Thursday at quarter to one, when surgery breaks.", hour(23, 12, 45)),
        ("Wir treffen uns am Mittwoch um dreiviertel eins im Büro.", hour(22, 12, 45)),
        ("Wir treffen uns am Mittwoch um halb eins im Büro.", hour(22, 12, 30)),
        ("Yes tomorrow is fine, come at 2 when we've shut.", hour(21, 14)),
        ("Donnerstag 23.7., 10.20 h bei uns im Büro.", hour(23, 10, 20)),
        ("Kommen Sie am Montag, 27. Juli. Wir fangen um halb drei in der Nacht an.", hour(27, 2, 30)),
        (
            "We wrote that we'd see you on Monday 27 July at 10.30. Yours will now be on Thursday 23 July at 9.45.",
            hour(23, 9, 45),
        ),
        (
            "Your interview is booked for Thursday 23 July. It will be held by video and you will be asked behaviour and "
            "strength questions. Candidates are seen at 45 minute intervals, and your slot starts at 13:15.",
            hour(23, 13, 15),
        ),
        (
            "It is on Wednesday 22 July. The order of the morning is:\n\n9.10am  Group activity in Year 1\n10.30am  Panel interview",
            hour(22, 9, 10),
        ),
    ],
)  # fmt: skip
def test_the_hour_that_is_the_readers_is_told(text: str, at: datetime) -> None:
    assert appointment(text, told_on=MONDAY) == at


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("It is on Thursday 30 July at 11am, and our receptionist will ring you at 9.15 to check the link.", hour(30, 11)),
        ("It is on Thursday 30 July at 11am, and Ann meets you at 10.45 in the lobby.", hour(30, 11)),
        ("It is on Thursday 30 July at 2pm and lasts an hour, so I'll release you at 3.", hour(30, 14)),
        ("Das Gespräch ist am Donnerstag, 30. Juli, um 11 Uhr; wir holen Sie um 10:20 Uhr am Bahnhof ab.", hour(30, 11)),
        ("Your talk is on 30 July at 14:00 in Leeds for you, and 15:00 for Tom.", hour(30, 14)),
        ("Your talk is on 30 July at 14:00 in Leeds, where you live within 20 minutes of us.", hour(30, 14)),
        ("Das Gespräch ist am 30. Juli um 14 Uhr in Kiel, bei Ihnen dauert der Weg etwa 20 Minuten.", hour(30, 14)),
        ("Wij spreken je donderdag 30 juli om 10:00 in Gent, bij u bellen we 9:00 aan.", hour(30, 10)),
        ("We can meet Thursday week, 3rd floor, at 3pm.", hour(30, 15)),
        ("A trial at the bakery on Friday 24 July at a quarter to one in the morning.", hour(24, 0, 45)),
        ("The closing date will now be on 22 July at noon. Your interview is on 27 July at 2pm.", hour(27, 14)),
        ("The talk is on 27 July: arrive at 9.45 to sign in. On your first day we begin work at 10.", hour(27, 9, 45)),
        ("Interview for train crew: the assessment part starts at 10:00 on 27 July.", hour(27, 10)),
        ("Coach Lee arrives, and we start at 10:00 on 27 July.", hour(27, 10)),
    ],
)  # fmt: skip
def test_what_stands_beside_takes_no_hour_over(text: str, at: datetime) -> None:
    assert appointment(text, told_on=MONDAY) == at


@pytest.mark.parametrize(
    "text",
    [
        "Your flight lands at 10:20 PM on 28 July, a car will be waiting.",
        "Ihr Zug fährt um 9:10 Uhr am 28. Juli ab, die Fahrkarte liegt bei.",
        "Statt am Dienstag, 28. Juli, um 10 Uhr: der Termin entfällt.",
        # Nobody says that one of these hours is taken.
        "Interview: Wed 29 July\n\n12:10 Interview\n13:00 Interview\n\nWhich time suits you?",
        "Am Donnerstag geht 18 Uhr nicht.",
        "Am Freitag ist der Mittag um zwei rum, also reden wir dann.",
        "I have worked here for a week today.",
        "Gespräch am 30. Juli. Die Uhrzeit folgt. Die Einwahldaten erhalten Sie um 8 Uhr per Mail.",
        "The job of 30 July pays you at 12.50 an hour.",
        "Interviews are on Thursday 30 July.\n\n12:10 Interview Leanne\n13:00 Interview Tom",
        "Gespräche am Donnerstag, 30. Juli.\n\n9:00 Gespräch Herr Ott\n10:00 Gespräch Frau Abel",
        "Interview on Thursday 30 July. We have two slots left:\n\n12:10 Interview\n13:00 Panel\n\nLet me know.",
        "Interview on 30 July, the hour will follow. The bus timetable:\n\n8.10 Station\n8.40 Interview centre",
        "A trial shift on Saturday 25 July, 12.21 an hour and a hot meal. Ring me to fix a time.",
        "The interview is on Friday 24 July, 10.30 or 11.30, tell me which.",
        "Wed 22 July, 23.07 is no longer possible.",
        "Ref 24 July 10.12",
        "The talk on 30 July will last from a quarter to one hour.",
        "Ihr Flug landet am 30. Juli um 9:10 Uhr, den Rest sagen wir noch.",
        "Leanne is away on 29 July, and you at home.",
        "The shop opened on Friday 24 July, 3.50 euro a cup.",
    ],
)
def test_hours_of_else_are_not_the_readers(text: str) -> None:
    assert appointment(text, told_on=MONDAY) is None


def test_two_steps_that_may_both_be_moved_are_both_set() -> None:
    text = (
        "Unser Verfahren ist zweistufig, hier beide Termine.\n"
        "1. Vorgespräch: Dienstag, 28. Juli, um 18:30 Uhr.\n"
        "2. Gespräch mit dem Vorstand: Samstag, 1. August, 13:20 Uhr.\n"
        "Falls einer der Termine nicht passt, sagen Sie es bitte."
    )
    assert talks_set(text, told_on=MONDAY) == (
        hour(28, 18, 30),
        hour(1, 13, 20, month=8),
    )


@given(st.text(alphabet="you at Sieum123:. Uhr\n", max_size=80))
def test_the_own_hour_is_one_of_those_that_are_told(text: str) -> None:
    times = list(times_in(text))
    for at in times:
        assert own_hour(at, times=times, text=text) in times
