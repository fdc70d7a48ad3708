from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.core.dates import zone
from onward.mail.rules.times.named_zones import by_one_clock, zone_named
from onward.mail.rules.times.when import appointment


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("on Wednesday, 2 December at 15:00 CET with Tom", "Europe/Berlin"),
        ("at 3 pm (CET)", "Europe/Berlin"),
        ("um 15.30 Uhr MEZ", "Europe/Berlin"),
        ("um 15 Uhr (MESZ)", "Europe/Berlin"),
        ("between 15:00 - 16:00 GMT", "Europe/London"),
        ("10am BST", "Europe/London"),
        ("at 3pm UK time", "Europe/London"),
        ("9:00 AM ET", "America/New_York"),
        ("9 a.m. EST", "America/New_York"),
        ("1:30 pm, Eastern Time", "America/New_York"),
        ("2pm PT", "America/Los_Angeles"),
        ("2 pm Pacific Daylight Time", "America/Los_Angeles"),
        ("14:00 UTC", "UTC"),
        ("10:00 GMT - 11:00 GMT", "Europe/London"),
        ("10:00 GMT-11:00 GMT", "Europe/London"),
        ("at 15:00 UTC+2", "Etc/GMT-2"),
        ("um 15 Uhr (UTC+01:00)", "Etc/GMT-1"),
        ("9:00 AM (GMT-5)", "Etc/GMT+5"),
        ("9:00 AM UTC \N{MINUS SIGN}8", "Etc/GMT+8"),
        ("16:30 UTC+0530", "Asia/Kolkata"),
        ("12:00 UTC+0", "UTC"),
    ],
)
def test_a_zone_behind_a_clock_time_is_named(text: str, name: str) -> None:
    assert zone_named(text) == name
    assert zone(name).key == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Friday at 10:00 Irish time", "Europe/Dublin"),
        ("Friday at 3 Polish time", "Europe/Warsaw"),
        ("at 2.30 pm (Lisbon time)", "Europe/Lisbon"),
        ("um 10 Uhr deutscher Zeit", "Europe/Berlin"),
        ("um 10 Uhr irischer Zeit", "Europe/Dublin"),
        ("à 10h00, heure de Paris", "Europe/Paris"),
        ("à 14 heures (heure française)", "Europe/Paris"),
        ("à 9h30 heure locale de Lisbonne", "Europe/Lisbon"),
        ("a las 10:00 hora peninsular", "Europe/Madrid"),
        ("a las 10 (hora española)", "Europe/Madrid"),
        ("a las 9:00, hora canaria", "Atlantic/Canary"),
        ("a las 16:00 hora de Madrid", "Europe/Madrid"),
        ("às 15h00, hora de Lisboa", "Europe/Lisbon"),
        ("às 15h (horário de Brasília)", "America/Sao_Paulo"),
        ("alle 10.00 ora italiana", "Europe/Rome"),
        ("alle ore 10, ora di Roma", "Europe/Rome"),
        ("om 10.00 uur Nederlandse tijd", "Europe/Amsterdam"),
        ("om 14 uur (Belgische tijd)", "Europe/Brussels"),
        ("o godz. 10.00 czasu polskiego", "Europe/Warsaw"),
        ("o 10 czasu warszawskiego", "Europe/Warsaw"),
        ("o 12:15 czasu środkowoeuropejskiego", "Europe/Berlin"),
        ("kl. 10.00 svensk tid", "Europe/Stockholm"),
        ("kl 13 (finsk tid)", "Europe/Helsinki"),
        ("Türkiye saatiyle 10.00'da görüşelim", "Europe/Istanbul"),
        ("saat 10.00'da (Türkiye saati)", "Europe/Istanbul"),
    ],
)
def test_each_language_has_its_names_of_zones(text: str, name: str) -> None:
    assert zone_named(text) == name
    assert zone(name).key == name


@pytest.mark.parametrize(
    "text",
    [
        "at 10:00, Irish stew afterwards",
        "at 3 English times tables",
        "à 10h00, à l'heure française du monde",
        "dans 2 heures de Paris à Lyon",
        "a las 10 hora local",
        "durante 2 horas de Madrid",
        "om 10.00 uur op tijd",
        "o godz. 10.00, praca w czasie polskiego święta",
        "kl. 10.00 i svenskt tidsformat",
        "saat 10.00'da Türkiye ofisinde",
        "5 Polish timetables",
        "",
        "at 15:00",
        "CET is our time zone",
        "3pm GMT or 5pm CET",
        "9am ET, 2pm PT",
        "3pm GMT / 4pm CET, or 9am ET",
        "15:00 UTC+15",
        "15:00 UTC+22 / 16:00 CET",
        "15:00 UTC+4:20",
        "15:00 IST",
        "Room 5 CT, Hall 3 MT",
        "le 12 et le 13 à 9h et demie",
        "at 15:00 West Street",
        "5 Pt",
        "at 9:00 EtBT",
    ],
)
def test_no_zone_is_guessed(text: str) -> None:
    assert zone_named(text) == ""


@pytest.mark.parametrize(
    ("text", "zone_name", "kept"),
    [
        ("at 3pm GMT / 4pm CET.", "Europe/London", "at 3pm GMT          ."),
        ("4pm CET (3pm GMT) today", "Europe/Berlin", "4pm CET         ) today"),
        ("15:00 Uhr (MEZ) / 9:00 (ET)", "Europe/Berlin", "15:00 Uhr (MEZ            )"),
        ("1 pm ET | 10 am PT", "America/New_York", "1 pm ET           "),
        (
            "9:00 - 10:00 CET / 8:00 - 9:00 GMT",
            "Europe/Berlin",
            "9:00 - 10:00 CET                  ",
        ),
        (
            "Tue 3pm GMT/4pm CET or Wed 2pm GMT/3pm CET",
            "Europe/London",
            "Tue 3pm GMT         or Wed 2pm GMT        ",
        ),
    ],
)
def test_what_says_the_same_by_another_clock_is_no_other_time(
    text: str, zone_name: str, kept: str
) -> None:
    assert by_one_clock(text) == (kept, zone_name)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(zone_named(text), str)
    assert len(by_one_clock(text).text) == len(text)


@pytest.mark.parametrize(
    "words",
    [
        "Can we talk on Tuesday, 8 December at 16:00 CET / 15:00 GMT?",
        "Can we talk at 16:00 CET (15:00 GMT) on Tuesday, 8 December?",
    ],
)
def test_an_appointment_told_by_two_clocks_is_at_the_first(words: str) -> None:
    begins = appointment(words, told_on=date(2026, 12, 1))
    assert begins == datetime.fromisoformat("2026-12-08T16:00")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tuesday at 11:00 am Eastern, on Zoom", "America/New_York"),
        ("5:00 p.m. Central on Monday", "America/Chicago"),
        ("1:00 PM Mountain / 12 noon Pacific", "America/Denver"),
        ("14:00 Uhr UK-Zeit", "Europe/London"),
        ("um 9 Uhr New Yorker Zeit", "America/New_York"),
        ("15 Uhr deutscher Zeit", "Europe/Berlin"),
        ("10 am Central Station", ""),
        ("10 am Pacific Avenue 4", ""),
    ],
)
def test_a_zone_may_be_named_by_one_word(text: str, name: str) -> None:
    assert zone_named(text) == name


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        (
            "Ravi can do Tuesday, 4 August, 11:00 am Eastern, which should be 4 pm your time in Leeds.",
            "16:00",
        ),
        (
            "Dienstag, 4. August, 14:00 Uhr UK-Zeit, also 15:00 Uhr bei Dir in Graz.",
            "15:00",
        ),
        ("Tuesday, 4 August, 9am PT (5pm for you).", "17:00"),
        ("mardi 4 août à 15h CET, soit 14h chez vous à Lisbonne.", "14:00"),
    ],
)
def test_what_is_translated_for_the_reader_is_by_their_clock(
    text: str, clock: str
) -> None:
    assert zone_named(text) == ""
    found = appointment(text, told_on=date(2026, 8, 3))
    assert found == datetime.fromisoformat(f"2026-08-04T{clock}")
