"""Days and pay that mail names in words, from the message to the ledger."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services.by_hand import describe
from onward.mail.models import MailMessage
from onward.mail.services.committing import commit_mail
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.test_rearranging import event_of, interviews, keep, read

BERLIN = ZoneInfo("Europe/Berlin")
INVITED = {
    "key": "invited",
    "hours": 0,
    "text": "Dear Robin,\n\nWe would like to meet you on 25 November at 10:30.\n\nMaud",
}
TESTED = {
    "key": "tested",
    "hours": 0,
    "verdict": "assessment",
    "text": "Please complete the test by 27 November.",
}
pytestmark = pytest.mark.django_db


@pytest.fixture
def in_berlin(owner: Person) -> Person:
    owner.time_zone = "Europe/Berlin"
    owner.save(update_fields=["time_zone"])
    return owner


def test_an_interview_in_words_begins_by_the_persons_clock(in_berlin: Person) -> None:
    read(in_berlin, INVITED)
    (found,) = interviews(in_berlin)
    assert found.starts_at == datetime(2026, 11, 25, 10, 30, tzinfo=BERLIN)
    assert found.time_zone == ""


def test_a_day_of_interviews_lasts_as_long_as_its_words_say(owner: Person) -> None:
    text = "We would like to meet you on 25 November, 09:00 to 15:30.\n\nMaud"
    read(owner, INVITED | {"text": text})
    (found,) = interviews(owner)
    assert found.starts_at is not None
    assert found.starts_at.time() == time(9)
    assert found.minutes == 390


SWEDISH = (
    "Hej Robin,\n\nVi vill gärna träffa dig på en intervju den 25 november kl. 10:30. "
    "Samtalet tar cirka 45 minuter. Vi ses på Storgatan 4, ring på klockan. "
    "Du träffar Karin och Ola.\n\nMaud"
)


def test_how_long_where_and_with_whom_are_told_with_the_hour(owner: Person) -> None:
    read(owner, INVITED | {"text": SWEDISH})
    (found,) = interviews(owner)
    assert found.starts_at is not None
    assert (found.minutes, found.place) == (45, "Storgatan 4")
    assert found.people == "Karin, Ola"


def test_where_to_come_and_until_when_stand_with_the_talk(owner: Person) -> None:
    text = (
        "We would like to meet you on 25 November, 8 till 2, at our depot behind the "
        "station, Gate 4.\n\nMaud"
    )
    read(owner, INVITED | {"text": text})
    (found,) = interviews(owner)
    assert (found.minutes, found.place) == (360, "our depot behind the station, Gate 4")


def test_a_talk_by_telephone_has_no_place(owner: Person) -> None:
    text = (
        "We would like to talk to you by phone on 25 November at 10:30. I am at our depot "
        "behind the station then.\n\nMaud"
    )
    read(owner, INVITED | {"text": text})
    (found,) = interviews(owner)
    assert found.starts_at is not None
    assert found.place == ""


def test_a_zone_behind_the_time_is_the_clock_it_is_told_by(owner: Person) -> None:
    text = "We would like to meet you on 25 November at 10:30 am ET.\n\nMaud"
    read(owner, INVITED | {"text": text})
    (found,) = interviews(owner)
    assert found.starts_at == datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
    assert found.time_zone == "America/New_York"


@pytest.mark.parametrize(
    "when", ["11:30 UTC+2", "11:30 (UTC+02:00)", "11:30 UTC+2 / 15:00 UTC+5:30"]
)
def test_a_clock_by_its_offset_is_shown_beside_the_own(
    owner_client: Client, owner: Person, when: str
) -> None:
    text = f"We would like to meet you on 25 November at {when}.\n\nMaud"
    application = read(owner, INVITED | {"text": text})
    (found,) = interviews(owner)
    assert found.starts_at == datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
    page = owner_client.get(f"/applications/{application.pk}/").content.decode()
    assert "(11:30 UTC+2)" in page


def test_an_own_clock_that_shows_the_same_stays_the_own(in_berlin: Person) -> None:
    text = "We would like to meet you on 25 November at 10:30 CET.\n\nMaud"
    read(in_berlin, INVITED | {"text": text})
    assert interviews(in_berlin)[0].time_zone == "Europe/Berlin"


@pytest.mark.parametrize("named", ["", " CET"])
def test_what_moves_an_interview_speaks_of_the_clock_it_was_told_by(
    owner: Person, named: str
) -> None:
    first = {"text": "We would like to meet you on 25 November at 10:30 CET."}
    moved = {
        "key": "moved in words",
        "hours": 24,
        "text": "I have to reschedule our interview of 25 November at 10:30: could we "
        f"meet on 27 November at 15:00{named} instead?",
    }
    read(owner, INVITED | first, moved)
    (found,) = interviews(owner)
    assert found.starts_at == datetime(2026, 11, 27, 14, tzinfo=UTC)
    assert found.moved_from == datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
    assert found.time_zone == "Europe/Berlin"


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour,\n\nNous vous attendons le mercredi 25 novembre à 10h30.\n\nMaud",
        "Dzień dobry,\n\nZapraszamy w środę 25 listopada o godz. 10:30.\n\nMaud",
        "Merhaba,\n\nSizi 25 Kasım Çarşamba günü saat 10.30'da bekliyoruz.\n\nMaud",
    ],
)
def test_an_interview_in_another_language_begins_as_it_says(
    owner: Person, text: str
) -> None:
    read(owner, INVITED | {"text": text})
    starts_at = event_of(owner, EventKind.INTERVIEW).payload["starts_at"]
    assert starts_at == "2026-11-25T10:30:00"


def test_the_last_day_of_a_test_in_another_language_is_kept(owner: Person) -> None:
    read(owner, TESTED | {"text": "Gör testet senast fredag den 27 november."})
    assert event_of(owner, EventKind.ASSESSMENT).payload["until"] == "2026-11-27"


def test_it_stands_on_the_timeline(owner_client: Client, owner: Person) -> None:
    application = read(owner, INVITED)
    page = owner_client.get(f"/applications/{application.pk}/").content.decode()
    assert "25 November 2026" in page


@pytest.mark.parametrize(
    "text",
    [
        "We invite you to an interview on 25 November at 10:30. Please confirm by 20 November.",
        "Wir laden Sie am 25. November um 10:30 Uhr zum Gespräch ein. Bitte bestätigen Sie bis "
        "zum 20. November.",
        "Nous vous attendons le 25 novembre à 10h30. Merci de confirmer avant le 20 novembre.",
        "Te esperamos el 25 de noviembre a las 10:30. Confirma antes del 20 de noviembre.",
        "La aspettiamo il 25 novembre alle 10:30. La preghiamo di confermare entro il 20 novembre.",
    ],
)
def test_an_invitation_keeps_its_day_and_the_last_day_to_confirm(
    owner: Person, owner_client: Client, text: str
) -> None:
    application = read(owner, INVITED | {"text": text})
    payload = event_of(owner, EventKind.INTERVIEW).payload
    assert payload["starts_at"] == "2026-11-25T10:30:00"
    assert payload["until"] == "2026-11-20"
    page = owner_client.get(f"/applications/{application.pk}/").content.decode()
    assert "To be answered by Friday 20 November 2026" in page


@pytest.mark.parametrize(
    "text",
    [
        "We invite you to an interview on 25 November at 10:30. Please confirm the offer "
        "by 30 November.",
        "We invite you to an interview on 25 November at 10:30. We will confirm by 20 November.",
    ],
)
def test_no_other_day_is_a_last_day_to_confirm(owner: Person, text: str) -> None:
    read(owner, INVITED | {"text": text})
    assert "until" not in event_of(owner, EventKind.INTERVIEW).payload


def test_reading_again_changes_nothing(owner: Person) -> None:
    read(owner, INVITED)
    before = list(Event.objects.values_list("pk", "payload"))
    commit_mail(owner, now=NOW)
    assert list(Event.objects.values_list("pk", "payload")) == before


def test_the_last_day_of_a_test_is_kept(owner: Person) -> None:
    read(owner, TESTED)
    assert event_of(owner, EventKind.ASSESSMENT).payload["until"] == "2026-11-27"


@pytest.mark.parametrize(
    "text",
    [
        "Would Wednesday 25 November at 10:30 or Thursday at 14:00 suit you?",
        "I have to reschedule your interview of 25 November at 10:30.",
        "We tried to reach you today at 8:05 am about the interview.",
        "Let us talk.\n\nOn Monday Robin wrote:\n> 25 November at 10:30 suits me.",
    ],
)
def test_an_unsure_day_is_left_out(owner: Person, text: str) -> None:
    read(owner, INVITED | {"text": text})
    assert "starts_at" not in event_of(owner, EventKind.INTERVIEW).payload


def test_a_calendar_part_says_it_better(owner: Person) -> None:
    calendar = {
        "METHOD": "REQUEST",
        "UID": "u1@calendar.example",
        "DTSTART": "20261126T090000",
        "TZID": "Europe/London",
    }
    read(owner, INVITED | {"calendar": calendar})
    starts_at = event_of(owner, EventKind.INTERVIEW).payload["starts_at"]
    assert starts_at == "2026-11-26T09:00:00"


def test_many_invitations_need_few_queries(
    owner: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        company = f"Firm {'ABCDEFGHIJKL'[number]}"
        keep(owner, INVITED | {"key": f"k{number}", "company": company})
    # Eight of them say before and after what the fold reads, one what is told of, three what
    # was undone whole; PostgreSQL
    # asks for locks besides.
    with django_assert_max_num_queries(65):
        commit_mail(owner, now=NOW)
    assert Application.objects.for_person(owner).count() == 12
    assert MailMessage.objects.for_person(owner).count() == 12


OFFERED = {
    "key": "offered",
    "hours": 9,
    "verdict": "offer",
    "text": "We offer you the post. Your salary is £34,250 per annum.\n\nMaud",
}


def test_what_an_offer_pays_is_a_detail_of_the_application(
    owner: Person, owner_client: Client
) -> None:
    application = read(owner, OFFERED)
    assert application.salary == "£34,250 per annum"
    assert (application.salary_min, application.salary_max) == ("34250", "34250")
    assert (application.salary_currency, application.salary_period) == ("GBP", "year")
    page = owner_client.get(f"/applications/{application.pk}/").content.decode()
    assert "£34,250 per annum" in page


def test_what_the_person_wrote_of_the_pay_stays(owner: Person) -> None:
    application = read(owner, OFFERED | {"key": "receipt", "verdict": "confirmation"})
    describe(owner, application, facts={"salary": "£36,000"}, now=NOW)
    read(owner, OFFERED)
    application.refresh_from_db()
    assert application.salary == "£36,000"


def test_an_offer_that_names_several_amounts_says_nothing_of_pay(owner: Person) -> None:
    text = "£14.10 an hour or £15 an hour: which do you like better?"
    assert read(owner, OFFERED | {"text": text}).salary == ""


@pytest.mark.parametrize(
    ("verdict", "text"),
    [
        (
            "offer",
            "We are glad to offer you the post. Please let us know by 27 November.",
        ),
        ("offer", "Das Angebot gilt bis zum 27. November. Start wäre der 4. Januar."),
        ("information_request", "Could you send us your references by 27 November?"),
    ],
)
def test_an_offer_or_a_question_says_until_when_it_waits(
    owner: Person, owner_client: Client, verdict: str, text: str
) -> None:
    read(owner, {"key": "asked", "hours": 0, "verdict": verdict, "text": text})
    (found,) = interviews(owner)
    assert found.until == date(2026, 11, 27)
    page = owner_client.get("/applications/ahead/").content.decode()
    assert "To be answered by Friday 27 November 2026" in page


def test_the_hour_by_which_an_offer_is_to_be_answered_is_told(
    owner: Person, owner_client: Client
) -> None:
    text = (
        "We are glad to offer you the post. Please let us know by 27 November at noon."
    )
    read(owner, {"key": "asked", "hours": 0, "verdict": "offer", "text": text})
    (found,) = interviews(owner)
    assert found.until_hour == time(12)
    page = owner_client.get("/applications/ahead/").content.decode()
    assert "To be answered by Friday 27 November 2026, 12:00" in page
    edit = owner_client.get(f"/applications/events/{found.event}/arrange/")
    assert "2026-11-27" in edit.content.decode()


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (
            "at 10:00 UTC",
            "Wednesday 25 November 2026, 11:00</time> "
            '<span class="quiet small">(10:00 UTC)',
        ),
        (
            "at 6 pm Pacific Time",
            "Thursday 26 November 2026, 03:00</time> "
            '<span class="quiet small">(Wednesday 18:00 in America / Los Angeles)',
        ),
    ],
)
def test_an_hour_elsewhere_stands_plainly_beside_the_own(
    client: Client, in_berlin: Person, when: str, words: str
) -> None:
    text = f"We would like to meet you on 25 November {when}.\n\nMaud"
    application = read(in_berlin, INVITED | {"text": text})
    client.force_login(in_berlin)
    assert words in client.get(f"/applications/{application.pk}/").content.decode()


def test_what_is_to_be_uploaded_by_a_day_has_a_last_day(owner: Person) -> None:
    read(
        owner,
        {
            "key": "asked",
            "hours": 0,
            "verdict": "information_request",
            "text": "Komplettera din ansökan.\nLadda upp dokumentet senast den 27 november.",
        },
    )
    event = Event.objects.for_person(owner).get(kind=EventKind.INFORMATION_REQUEST)
    assert event.payload["until"] == "2026-11-27"
