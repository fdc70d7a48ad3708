from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.times.clock import times_in
from onward.mail.rules.times.days import days_in
from onward.mail.rules.times.last_day import last_day
from onward.mail.rules.times.when import appointment

MONDAY = date(2026, 8, 3)
FRIDAY = date(2026, 8, 7)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Can you come on Wednesday 12 August at 10:30?", "2026-08-12T10:30"),
        ("at 10.30am on Wednesday, August 12th", "2026-08-12T10:30"),
        ("DATE: Wednesday 12th August\nTIME: 9:00am prompt", "2026-08-12T09:00"),
        ("12 August 2026, 2pm", "2026-08-12T14:00"),
        ("2026-08-12 14:00", "2026-08-12T14:00"),
        ("08/13/2026, 10:30", "2026-08-13T10:30"),
        ("13/08/2026, 10:30", "2026-08-13T10:30"),
        ("12 August (Wednesday), 2pm", "2026-08-12T14:00"),
        ("the day after tomorrow at noon", "2026-08-05T12:00"),
        ("on the 12th of August at noon", "2026-08-12T12:00"),
        ("Thursday at half past nine", "2026-08-06T09:30"),
        ("tomorrow, 5 pm", "2026-08-04T17:00"),
        ("Wednesday the 12th, 4.45pm", "2026-08-12T16:45"),
        ("am Dienstag, den 4. August um 10 Uhr", "2026-08-04T10:00"),
        ("Gern lernen wir Sie am 21. Mai, 9 Uhr, kennen.", "2027-05-21T09:00"),
        ("Mi, 12.08., 14:30 Uhr", "2026-08-12T14:30"),
        ("12.08.2026 um 16.30 Uhr", "2026-08-12T16:30"),
        ("kommenden Donnerstag um elf.", "2026-08-06T11:00"),
        ("on Monday next week at 14:00", "2026-08-10T14:00"),
        ("Montag nächster Woche, 9 Uhr", "2026-08-10T09:00"),
        ("morgen um halb zehn", "2026-08-04T09:30"),
        ("See you on Wednesday 12 August, 0845, at gate 7.", "2026-08-12T08:45"),
        ("Report on 12 August at 1400 hrs.", "2026-08-12T14:00"),
        ("WHEN: 8/12 at 2:15 p.m.", "2026-08-12T14:15"),
        ("It is on Wednesday 12 August, from 11 till noon.", "2026-08-12T11:00"),
        ("Can I ring you at 5 this evening?", "2026-08-03T17:00"),
        ("Haben Sie heute Abend um acht Zeit?", "2026-08-03T20:00"),
        (
            "Montag, 10. August, am Morgen um sieben vor der Werkstatt",
            "2026-08-10T07:00",
        ),
        (
            "The day is Friday 14 August. Please sign in at Reception at 8.20 a.m.",
            "2026-08-14T08:20",
        ),
        ("on Wednesday at 1:30", "2026-08-05T13:30"),  # nobody meets at night
        ("Passt Ihnen Mittwoch von 9 bis 12 zum Hospitieren?", "2026-08-05T09:00"),
        ("Come in on Wednesday from 2 to 4 to see the team.", "2026-08-05T14:00"),
        ("Morgen so um zehn wäre gut.", "2026-08-04T10:00"),
        ("Probearbeiten am Mittwoch von 7 bis 15 Uhr", "2026-08-05T07:00"),
        ("Zur Erinnerung: Morgen um 11:15 Uhr ist Ihr Gespräch.", "2026-08-04T11:15"),
        (
            "Unser für morgen, 10 Uhr, angesetztes Gespräch fällt aus. Neuer Termin: Freitag, 7.8.2026, 8:15 Uhr.",
            "2026-08-07T08:15",
        ),
        (
            "Die Probe ist für Samstag, 8. August, angesetzt. Sie sind als Zweite an der Reihe, und zwar um 10 Uhr 45.",
            "2026-08-08T10:45",
        ),
        (
            "Der Test findet am Mittwoch, dem 12. August, ab 9 Uhr in der Halle statt.",
            "2026-08-12T09:00",
        ),
        (
            "The course begins on 6 September 2031. See you on 12 August at 9 am.",
            "2026-08-12T09:00",
        ),
        ("Das Gespräch ist am Donnerstag um 3.", "2026-08-06T15:00"),
        ("I will ring on Thursday at ten past twelve.", "2026-08-06T12:10"),
        ("Be there on Thursday at ten to nine, please.", "2026-08-06T08:50"),
        ("Wir rufen am Donnerstag um zwanzig vor drei an.", "2026-08-06T14:40"),
        ("am Donnerstag fünf Minuten nach neun", "2026-08-06T09:05"),
        ("a talk on Thursday the thirteenth of August at nine", "2026-08-13T09:00"),
        ("am dreizehnten August um 9 Uhr", "2026-08-13T09:00"),
        ("Tuesday 8/18 at 10:30", "2026-08-18T10:30"),
        ("Tuesday 18/8 at 10:30", "2026-08-18T10:30"),
        ("Tuesday next, 11/8, at 16.00", "2026-08-11T16:00"),
        ("Wednesday of next week, August 12, at 2:15 pm", "2026-08-12T14:15"),
        (
            "It was set down for Wednesday 5 August at 2 pm. It is now at 9.45 am on Thursday 13 August.",
            "2026-08-13T09:45",
        ),
        (
            "The test is on Wednesday 12 August. Registration opens at 8:45.",
            "2026-08-12T08:45",
        ),
        (
            "We plant on Saturday. Be at the lower gate for seven in the morning.",
            "2026-08-08T07:00",
        ),
        (
            "Are you free on the afternoon of Thursday 13 August? Your slot would be 2.20pm.",
            "2026-08-13T14:20",
        ),
        (
            "Bisher: 12. August, 09:00 Uhr\nNeu: 13. August, 15:30 Uhr",
            "2026-08-13T15:30",
        ),
        (
            "Thank you for your letter of 12.03.2025. 12 August, 3pm?",
            "2026-08-12T15:00",
        ),
    ],
)
def test_one_day_with_one_time_is_the_appointment(text: str, moment: str) -> None:
    found = appointment(text, told_on=MONDAY)
    assert found == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tuesday 12 August at 10:30",  # it is a Wednesday
        "Monday 9am or Tuesday 2pm",
        "Either Tuesday, 8 o'clock, or Wednesday at 4.30",
        "on Thursday ten to four",  # a stretch, or a time
        "So 0800 on Thursday 6 August is off, I'll come back to you.",
        "Donnerstag, 6. August um 9 Uhr entfällt leider.",
        "The link dies at 23:59 on Thursday 6 August",
        "Der Zugang schließt am Sonntag, 9. August, um 23:59 Uhr.",
        "9/8 at 2 pm",  # the ninth of August, or the eighth of September
        "From Thursday on, from 8 to 12 weeks",
        "Guten Morgen um 10 Uhr",
        "Ginge Freitag um 11 Uhr? Alternativ Montag, der 10., zwischen 9 und 10.",
        "Passt es dir am Samstag um 12 Uhr oder lieber am Sonntag um 17 Uhr?",
        "the gate is open Thursday 9 to 5",
        "Finish it by 11:59 p.m. on Thursday, August 6",
        "The link will be closed on 6 August at 6:30 PM",
        "on Wednesday at either 12:10 or 18:30",
        "next Thursday at 2pm",  # this week's or the one after
        "on Thursday at 5",  # morning or afternoon
        "Wednesday, 1:30",  # or how long
        "09/08/2026 at 10:30",  # September or August
        "Please answer by Thursday 6 August at 10:30",
        "bis Donnerstag, 6. August, 12 Uhr",
        "Sie haben sich am 6. August beworben",
        "Guten Morgen, wir rufen um 10 Uhr an",
        "30 February at 10:30",
        "Day two (13 August, until noon)",
        "am 12. August zwischen 14 und 15 Uhr",
        "am 12. August ab 13 Uhr",
        "See you Thursday.\n\nOur office opens at 9:00.",
        "99.99.2026 25:61 Uhr",
        "Monday 12 August (Wednesday) at 10:30",  # one of the two is wrong
        "12 August at 13:30 pm",
        "12 August between 10:00 and 12:00",
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    assert appointment(text, told_on=MONDAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "Das erste Gespräch am Montag hat uns gut gefallen. Zum zweiten Gespräch laden wir Sie am Donnerstag, 13.8., 15:15 Uhr ein.",
        "Our talk on Monday was a pleasure. We would like to see you again on Thursday 13 August at 15:15.",
        "Thank you for coming in on Monday.\nThe second round is on Thursday 13 August at 15:15.",
        "L'entretien de lundi nous a plu. Le second aura lieu le jeudi 13 août à 15h15.",
    ],
)  # fmt: skip
def test_a_day_that_is_only_looked_back_to_leaves_the_next_one_sure(text: str) -> None:
    found = appointment(text, told_on=MONDAY)
    assert found == datetime.fromisoformat("2026-08-13T15:15")


@pytest.mark.parametrize(
    "text",
    [
        "Could we meet on Monday? Otherwise Thursday 13 August at 15:15.",
        "Our talk on Monday at 10:30 was fine. The next is on Thursday 13 August at 15:15.",
        "Passt Ihnen der Montag? Sonst Donnerstag, 13.8., 15:15 Uhr.",
    ],
)
def test_a_day_that_may_be_meant_leaves_all_unsure(text: str) -> None:
    assert appointment(text, told_on=MONDAY) is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Donnerstag, 13. August, von 9 bis 15 Uhr zum Probearbeiten", "09:00"),
        ("am 13. August von 13 bis 14 Uhr per Video", "13:00"),
        ("am 13.8., 9 - 10 Uhr", "09:00"),
        ("13. August, 7-8 Uhr", "07:00"),
        ("13. August, 9.00-9.45 Uhr", "09:00"),
        ("13 August, 9 to 10am", "09:00"),
        ("13 August from 2 to 3pm", "14:00"),
        ("13 August, 2:30-3:15pm", "14:30"),
        ("Thursday 13 August, 11-1pm", "11:00"),
        ("Thursday 13 August, 12-1 pm", "12:00"),
    ],
)
def test_of_two_times_that_share_their_ending_the_first_is_when_to_be_there(
    text: str, moment: str
) -> None:
    found = appointment(text, told_on=MONDAY)
    assert found == datetime.fromisoformat(f"2026-08-13T{moment}")


@pytest.mark.parametrize(
    "text",
    [
        "am 13. August um 14 oder 15 Uhr",
        "13 August at 9 or 10am",
        "am 13. August zwischen 9 und 12 Uhr",
        "13 August, 15 bis 9 Uhr",
        "Dienstag, 11.08 - 10 Uhr",
    ],
)
def test_two_times_to_choose_from_or_out_of_order_are_none(text: str) -> None:
    assert appointment(text, told_on=MONDAY) is None


def test_a_number_of_a_room_before_a_time_is_none() -> None:
    found = appointment("13. August, Raum 9 - 10 Uhr", told_on=MONDAY)
    assert found == datetime.fromisoformat("2026-08-13T10:00")


def test_next_thursday_is_one_day_where_all_readings_agree() -> None:
    found = appointment("next Thursday at 2pm", told_on=FRIDAY)
    assert found == datetime.fromisoformat("2026-08-13T14:00")


@pytest.mark.parametrize(
    "text",
    [
        "Dienstag, 12/8",
        "Dienstag, den 12/8 um 10 Uhr",
        "Tuesday 12/8 at 10:30",
        "Tuesday 12/8/26 at 10:30",
        "Tuesday, 12 / 8",
        "12/8 (Dienstag)",
        "Dienstag, 12.08 um 10 Uhr",
        "Tuesday 12th at 10:30",  # it is a Wednesday
        "Tuesday 12 August",
    ],
)
def test_a_weekday_with_a_date_is_never_just_the_nearest(text: str) -> None:
    assert {*days_in(text, told_on=MONDAY)} <= {None}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tuesday 11th at 10:30", "2026-08-11"),
        ("Tuesday, 10.30am", "2026-08-04"),
        ("Dienstag, 10.10 Uhr", "2026-08-04"),
        ("Dienstag, 10 Uhr", "2026-08-04"),
    ],
)
def test_a_weekday_with_a_time_is_the_nearest(text: str, day: str) -> None:
    found = [mention.day for mention in days_in(text, told_on=MONDAY) if mention]
    assert found == [date.fromisoformat(day)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Please complete the test by 15 August.", "2026-08-15"),
        ("Please complete by: 08-Aug 23:59 GMT", "2026-08-08"),
        ("You have 5 days to finish the challenge.", "2026-08-08"),
        ("The link expires in 72 hours.", "2026-08-06"),
        ("Submit it within five working days.", "2026-08-10"),
        ("Return the task by end of day on Friday.", "2026-08-07"),
        ("You've got until 5pm tomorrow to send it.", "2026-08-04"),
        ("Bitte schicken Sie die Aufgabe bis Freitag.", "2026-08-07"),
        ("Upload bis 10. August.", "2026-08-10"),
        ("Die Dateien senden Sie bitte bis 12.8. an uns.", "2026-08-12"),
        ("Der Test ist innerhalb von 7 Tagen zu absolvieren.", "2026-08-10"),
        ("Bearbeiten Sie den Test innerhalb von drei Werktagen.", "2026-08-06"),
    ],
)
def test_the_last_day_of_a_task_is_read(text: str, day: str) -> None:
    assert last_day(text, told_on=MONDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "You will hear from us by Friday about the test.",
        "Wir melden uns bis Freitag nach dem Test.",
        "Complete the test by Friday. Send the form by Saturday.",
        "The test takes 3 hours.",
        "We moved by Friday.",
        "The link is live until 18:00 on 12 August, so you have 5 days for the test.",
        "Submit it within 5 hours.",
        "The deadline was 3 March 2025.",
        "Complete the test within 999 days.",
        "Complete the test within 99 working days.",
        "Complete the test within 0 days.",
        "Please submit the test by 30 February.",
    ],
)
def test_other_days_are_no_last_day(text: str) -> None:
    assert last_day(text, told_on=MONDAY) is None


_DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
_CLOCK = st.times().filter(lambda at: 8 <= at.hour < 22)
_MONTHS = ["January", "February", "March", "April", "May", "June", "July"]
_MONTHS += ["August", "September", "October", "November", "December"]


@given(_DAYS, st.integers(0, 300), _CLOCK)
def test_a_full_date_and_time_is_always_read_as_written(told_on, ahead, at) -> None:  # type: ignore[no-untyped-def]
    day = told_on + timedelta(days=ahead)
    text = f"on {day.day} {_MONTHS[day.month - 1]} {day.year} at {at:%H:%M}"
    moment = datetime.combine(day, at).replace(second=0, microsecond=0)
    assert appointment(text, told_on=told_on) == moment
    german = f"am {day.day}.{day.month}.{day.year} um {at:%H:%M} Uhr"
    assert appointment(german, told_on=told_on) == moment


@given(_DAYS, st.text(alphabet="0123456789:./-, amph Uhrontuesdybiswk\n", max_size=80))
def test_whatever_is_read_lies_ahead(told_on: date, text: str) -> None:
    for mention in days_in(text, told_on=told_on):
        if mention is not None:
            assert told_on <= mention.day <= told_on + timedelta(days=300)
            assert 0 <= mention.start < mention.end <= len(text)
    assert all(0 <= at.start < at.end <= len(text) for at in times_in(text))
    found = appointment(text, told_on=told_on)
    assert found is None or found.date() >= told_on
    until = last_day(text, told_on=told_on)
    assert until is None or until >= told_on


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bitte geben Sie uns bis Freitag, 4. Dezember, Bescheid.", 4),
        ("We would need your decision by Friday 4 December.", 4),
        ("The offer is open until 4 December 2026.", 4),
        ("Necesitamos tu respuesta antes del 4 de diciembre.", 4),
        ("Laat ons uiterlijk 4 december weten of je akkoord gaat.", 4),
        ("Prosimy o odpowiedź do 4 grudnia.", 4),
        ("La preghiamo di confermare entro il 4 dicembre.", 4),
        ("Agradecemos a sua resposta até 4 de dezembro.", 4),
        ("Vi behöver ditt svar senast den 4 december.", 4),
        ("Kararınızı 4 Aralık'a kadar bildirmenizi rica ederiz.", 4),
        ("We will let you know by 4 December.", None),
        ("A decision will be made by 4 December.", None),
        ("Ich bin bis 4. Dezember im Urlaub und antworte danach.", None),
        ("Start wäre der 4. Januar 2027.", None),
    ],
)
def test_the_last_day_to_answer_is_what_they_ask_for(
    text: str, day: int | None
) -> None:
    found = last_day(text, told_on=date(2026, 11, 24), kind="to_answer")
    assert found == (None if day is None else date(2026, 12, day))


TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "text",
    [
        "Your interview is next Thursday, 3 December, at 2 pm.",
        "We would like to meet you on next Thursday, December 3rd at 2pm.",
        "We would like to invite you next Thursday (3 December) at 2 pm.",
        "The interview is on 3 December, next Thursday, at 2 pm.",
        "Wir laden Sie nächsten Donnerstag, den 3. Dezember, um 14 Uhr ein.",
        "Wir laden Sie am nächsten Donnerstag, 3.12., um 14 Uhr zum Gespräch ein.",
        "Passt es Ihnen kommenden Donnerstag (3. Dezember) um 14 Uhr?",
        "Wir würden Sie gern Donnerstag in einer Woche um 14 kennenlernen.",
        "Das Gespräch findet Donnerstag, den 3. Dezember, um 14 statt.",
        "Can you come in for an interview Thursday week at 2 pm?",
        "Could we meet a week on Thursday at 2pm for the interview?",
        "Could we meet Thursday in a week's time at 2pm?",
        "Nous vous invitons jeudi prochain, le 3 décembre, à 14h.",
        "Nous vous invitons jeudi en huit à 14h pour un entretien.",
        "La invitiamo a un colloquio giovedì prossimo, 3 dicembre, alle 14.",
    ],
)
def test_a_weekday_and_its_date_or_weeks_are_one_day(text: str) -> None:
    assert appointment(text, told_on=TUESDAY) == datetime.fromisoformat(
        "2026-12-03T14:00"
    )


@pytest.mark.parametrize(
    ("text", "told_on"),
    [
        # The 4th is a Friday.
        ("Let us meet this Thursday, 4 December, at 2 pm.", TUESDAY),
        ("The interview is next Thursday at 10 am.", TUESDAY),
        # Said on a Friday: six days, or thirteen.
        ("Donnerstag in einer Woche um 14 Uhr.", date(2026, 11, 27)),
        ("The interview is Thursday in a week at 2 pm.", date(2026, 11, 27)),
        ("Das Gespräch ist am Donnerstag, den 3. Dezember, um 10 Minuten verschoben.", TUESDAY),
        ("Come to the interview on Thursday at 10 Main Street.", TUESDAY),
        ("Das Gespräch ist am Donnerstag um 6.", TUESDAY),
    ],
)  # fmt: skip
def test_what_may_be_two_days_or_no_time_stays_open(text: str, told_on: date) -> None:
    assert appointment(text, told_on=told_on) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Das Gespräch findet heute in einer Woche um 10 Uhr statt.", date(2026, 12, 1)),
        ("Das Gespräch findet morgen in zwei Wochen um 10 Uhr statt.", date(2026, 12, 9)),
        ("The interview is Thursday fortnight at 10 am.", date(2026, 12, 10)),
        ("Das Gespräch ist am Dienstag in einer Woche um 10 Uhr.", date(2026, 12, 1)),
    ],
)  # fmt: skip
def test_weeks_are_counted_from_the_day_they_stand_by(text: str, day: date) -> None:
    assert appointment(text, told_on=TUESDAY) == datetime.combine(day, time(10))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I can't do our talk tomorrow at 9:30 am. Could you do Friday the 27th, same time?", 27),
        ("Unser Gespräch morgen um 9:30 Uhr muss warten. Geht Freitag, der 27., zur gleichen Zeit?", 27),
        ("Notre entretien de demain à 9h30 ne peut pas avoir lieu. Vendredi 27, même heure ?", 27),
        ("Niestety jutro o 9:30 nie mogę. Może w piątek 27 listopada o tej samej godzinie?", 27),
        # Two hours were told, so neither is the same.
        ("Tomorrow at 9:30 am or on Thursday at 11 am? Otherwise Friday the 27th, same time.", None),
        ("Wir sehen uns zu Ihrem heutigen Gespräch um 9:30 Uhr online.", 24),
        ("Ihr morgiges Gespräch beginnt um 9:30 Uhr.", 25),
    ],
)  # fmt: skip
def test_a_day_may_take_over_the_hour_of_another(text: str, day: int | None) -> None:
    wanted = datetime.combine(date(2026, 11, day), time(9, 30)) if day else None
    assert appointment(text, told_on=TUESDAY) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The link expires in 72 hours, so on Friday at 6:30 am.",
        "The deadline, as we said on the phone, is Friday at 11 am.",
        "Der Link läuft in 72 Stunden ab, also am Freitag um 6:30 Uhr.",
        "Redaktionsschluss, wie schon gesagt, ist Freitag um 10 Uhr.",
        "Le lien expire ce vendredi à 10h.",
        "Il link scade venerdì 27 novembre alle 10.",
    ],
)
def test_when_something_runs_out_nobody_is_met(text: str) -> None:
    assert appointment(text, told_on=TUESDAY) is None


def test_a_date_of_last_winter_is_no_doubt_about_a_day_to_come() -> None:
    text = (
        "We met at the fair on 12th December. "
        "Please report on 21st January (Wednesday) at 9.30 AM."
    )
    found = appointment(text, told_on=date(2026, 1, 14))
    assert found == datetime.fromisoformat("2026-01-21T09:30")


@pytest.mark.parametrize(
    "text",
    [
        "Können Sie Montag 6.10 um 10 Uhr zum Probekochen kommen?",
        "Geht es Mo 6.10 um 10:00?",
        "Bitte kommen Sie am 6.10 um 10 uhr.",
    ],
)
def test_a_day_without_its_last_dot_is_one_before_an_hour(text: str) -> None:
    found = appointment(text, told_on=date(2025, 10, 3))
    assert found == datetime.fromisoformat("2025-10-06T10:00")


@pytest.mark.parametrize(
    "text", ["Wir treffen uns am Montag um 6.10 Uhr.", "Kommen Sie Montag, 6.10 Uhr."]
)
def test_an_hour_with_a_dot_stays_one(text: str) -> None:
    found = appointment(text, told_on=date(2025, 10, 3))
    assert found == datetime.fromisoformat("2025-10-06T06:10")
