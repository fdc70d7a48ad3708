from __future__ import annotations

from datetime import date, datetime, timedelta
from http import HTTPStatus
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.rules.round import Round
from onward.applications.services import add_round, arrange, rounds_of
from onward.mail.forms import SettleForm
from onward.mail.models import MailMessage, Review
from onward.mail.services.committing import commit_mail
from onward.mail.services.reviewing import settle
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.mail.test_learning import ROLES, waiting


def mail_from(person: Person, address: str) -> MailMessage:
    return MailMessage(
        person=person, sender_address=address, company="Elm House", sent_at=NOW
    )


def test_the_one_application_of_the_sender_stands_first(owner: Person) -> None:
    theirs = make_application(
        person=owner, company="Elm House Care", contact_address="nia@elm.example"
    )
    make_application(person=owner, company="Other", contact_address="bo@oak.example")
    form = SettleForm(person=owner, message=mail_from(owner, "Nia@elm.example"))
    assert form["application"].value() == theirs.pk


def test_of_several_of_the_sender_none_stands_first(owner: Person) -> None:
    for _ in range(2):
        make_application(person=owner, contact_address="nia@elm.example")
    form = SettleForm(person=owner, message=mail_from(owner, "nia@elm.example"))
    assert form["application"].value() == ""


def test_an_application_of_someone_else_never_stands_first(
    owner: Person, outsider: Person
) -> None:
    make_application(person=outsider, contact_address="nia@elm.example")
    form = SettleForm(person=owner, message=mail_from(owner, "nia@elm.example"))
    assert form["application"].value() == "new"


def receipt_of_a_board(person: Person, *, role: str = "Cook") -> MailMessage:
    """Mail of a job board that names the job, and not whose it is."""
    message = waiting(person, ROLES[0])
    message.company, message.role, message.sender_address = "", role, "no@jobs.example"
    message.references, message.verdict, message.sent_at = [], "confirmation", NOW
    message.save()
    return message


@pytest.mark.parametrize(
    ("days", "role", "is_preselected"),
    [(0, "cook", True), (-1, "Cook", True), (-9, "Cook", False), (0, "Porter", False)],
)
def test_a_receipt_without_an_employer_is_of_what_was_applied_for_in_these_days(
    owner: Person, days: int, role: str, is_preselected: bool
) -> None:
    theirs = make_application(person=owner, company="La Tajadera", role=role)
    at = NOW + timedelta(days=days)
    Application.objects.filter(pk=theirs.pk).update(applied_at=at)
    form = SettleForm(person=owner, message=receipt_of_a_board(owner))
    expected = theirs.pk if is_preselected else "new"
    assert form["application"].value() == expected


@pytest.mark.parametrize(("days", "is_preselected"), [(30, True), (90, False)])
def test_where_no_day_of_applying_is_known_what_came_after_the_receipt_counts(
    owner: Person, days: int, is_preselected: bool
) -> None:
    theirs = make_application(person=owner, company="La Tajadera", role="Cook")
    told = {"applied_at": None, "last_moved_at": NOW + timedelta(days=days)}
    Application.objects.filter(pk=theirs.pk).update(**told)
    form = SettleForm(person=owner, message=receipt_of_a_board(owner))
    expected = theirs.pk if is_preselected else "new"
    assert form["application"].value() == expected


def test_of_several_of_the_same_title_the_person_chooses(owner: Person) -> None:
    for company in ("La Tajadera", "La Traca"):
        theirs = make_application(person=owner, company=company, role="Cook")
        Application.objects.filter(pk=theirs.pk).update(applied_at=NOW)
    form = SettleForm(person=owner, message=receipt_of_a_board(owner))
    assert form["application"].value() == ""


@pytest.mark.parametrize(("company", "is_said"), [("La Tajadera", True), ("X", False)])
def test_that_a_new_application_is_there_already_is_said_beside_its_undo(
    owner_client: Client, owner: Person, company: str, is_said: bool
) -> None:
    make_application(person=owner, company="La Tajadera", role="Cook")
    message = receipt_of_a_board(owner)
    data = {"kind": "confirmation", "application": "new", "role": "Cook"}
    url = reverse("mail:settle", args=(message.pk,))
    page = owner_client.post(url, data | {"company": company}, follow=True)
    html = page.content.decode()
    assert ("Another one of yours has the same employer and title" in html) == is_said
    assert reverse("mail:reopen", args=(message.pk,)) in html


def test_all_applications_are_read_once(
    owner: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_application(person=owner, company="La Tajadera", role="Cook")
    message = receipt_of_a_board(owner)
    with django_assert_num_queries(1):
        SettleForm(person=owner, message=message)


HOURS = {"day": "2026-12-03", "time": "14:30"}


def say(
    client: Client, message: MailMessage, application: Application, **data: str
) -> HttpResponse:
    said = {"application": str(application.pk), **data}
    url = reverse("mail:settle", args=[message.pk])
    return cast("HttpResponse", client.post(url, said))


def told(person: Person, application: Application) -> Round:
    (held,) = rounds_of(person, application)
    return held


@pytest.fixture
def asked(owner: Person, client: Client) -> tuple[MailMessage, Application]:
    client.force_login(owner)
    return waiting(owner, ROLES[0]), make_application(person=owner, company="Elm")


@pytest.mark.parametrize("kind", ["interview", "assessment"])
def test_what_the_person_calls_an_interview_begins_when_they_say(
    owner: Person, client: Client, asked: tuple[MailMessage, Application], kind: str
) -> None:
    message, application = asked
    say(client, message, application, kind=kind, **HOURS)
    begins = told(owner, application).starts_at
    own = ZoneInfo(owner.time_zone)
    assert begins is not None
    assert begins.astimezone(own).isoformat()[:16] == "2026-12-03T14:30"
    client.post(reverse("mail:reopen", args=[message.pk]))
    assert rounds_of(owner, application) == []


def test_an_interview_may_have_no_hour_yet(
    owner: Person, client: Client, asked: tuple[MailMessage, Application]
) -> None:
    message, application = asked
    say(client, message, application, kind="interview", day="", time="")
    assert told(owner, application).starts_at is None


def test_a_day_without_an_hour_is_kept_as_one(
    client: Client, asked: tuple[MailMessage, Application]
) -> None:
    message, application = asked
    say(client, message, application, kind="interview", day="2026-12-03", time="")
    held = told(message.person, application)
    assert (held.on_day, held.starts_at) == (date(2026, 12, 3), None)


@pytest.mark.parametrize(
    ("hours", "sentence"),
    [
        ({"day": "3rd of May", "time": "14:30"}, "Write the day as in 2026-03-31."),
        ({"day": "2026-12-03", "time": "half two"}, "Write the time as in 14:30."),
        ({"day": "", "time": "14:30"}, "Choose the day of this time as well."),
        ({"day": "1066-10-14", "time": "09:00"}, "before 1990"),
    ],
)
def test_an_hour_that_cannot_be_read_is_asked_for_and_what_was_typed_stays(
    client: Client,
    asked: tuple[MailMessage, Application],
    hours: dict[str, str],
    sentence: str,
) -> None:
    message, application = asked
    response = say(client, message, application, kind="interview", **hours)
    page = response.content.decode()
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert sentence in page
    assert all(f'value="{typed}"' in page for typed in hours.values() if typed)


def test_a_no_needs_no_hour(
    client: Client, asked: tuple[MailMessage, Application]
) -> None:
    message, application = asked
    say(client, message, application, kind="rejection", day="2026-12-03", time="")
    application.refresh_from_db()
    assert application.no_kind == "they_said_no"


def test_the_day_and_hour_that_the_mail_names_stand_there_already(
    owner: Person,
) -> None:
    message = waiting(owner, ROLES[0])
    message.text = "Please come for a trial day on 3 December 2026 at 9:15."
    message.verdict = "interview"
    form = SettleForm(person=owner, message=message)
    assert (str(form["day"].value()), str(form["time"].value())[:5]) == (
        "2026-12-03",
        "09:15",
    )


@pytest.mark.parametrize(
    ("kind", "hours", "begins", "outcome"),
    [
        ("interview_moved", HOURS, "2026-12-03T14:30", None),
        ("interview_moved", {}, None, Outcome.MOVED),
        ("interview_off", {}, "2026-12-01T10:00", Outcome.CANCELLED),
    ],
)
def test_a_message_moves_the_interview_at_hand_or_calls_it_off(
    owner: Person,
    client: Client,
    asked: tuple[MailMessage, Application],
    kind: str,
    hours: dict[str, str],
    begins: str | None,
    outcome: Outcome | None,
) -> None:
    message, application = asked
    message.sent_at = NOW
    message.save()
    own = ZoneInfo(owner.time_zone)
    before = datetime(2026, 12, 1, 10, tzinfo=own)
    add_round(owner, application, details={"starts_at": before}, now=NOW)
    response = say(client, message, application, kind=kind, **hours)
    assert response.status_code == HTTPStatus.FOUND
    held = told(owner, application)
    at = held.starts_at and held.starts_at.astimezone(own).isoformat()[:16]
    assert (at, held.outcome) == (begins, outcome)
    message.refresh_from_db()
    assert message.review == "settled"
    commit_mail(owner, now=NOW)
    assert told(owner, application).outcome == outcome
    client.post(reverse("mail:reopen", args=[message.pk]))
    assert told(owner, application).starts_at == before
    message.refresh_from_db()
    assert message.review != "settled"


@pytest.mark.parametrize("kind", ["interview_moved", "interview_off"])
def test_a_new_application_has_no_interview_to_move(
    client: Client, asked: tuple[MailMessage, Application], kind: str
) -> None:
    message, _ = asked
    said = {"application": "new", "company": "Ash", "kind": kind}
    response = client.post(reverse("mail:settle", args=[message.pk]), said)
    assert "No interview is known there." in response.content.decode()


NAMED = "Please come for a trial day on 3 December 2026 at 9:15."


def named(person: Person, text: str = NAMED) -> MailMessage:
    message = waiting(person, ROLES[1])
    message.text, message.verdict = text, "interview"
    message.save()
    return message


def test_an_hour_of_another_zone_stands_there_on_the_own_clock(owner: Person) -> None:
    owner.time_zone = "Europe/Berlin"
    owner.save()
    text = "Your interview is on 3 December 2026 at 10:30 am Eastern Time."
    form = SettleForm(person=owner, message=named(owner, text))
    assert str(form["time"].value())[:5] == "16:30"


def test_whoever_empties_the_hour_of_the_mail_has_none(
    owner: Person, client: Client, asked: tuple[MailMessage, Application]
) -> None:
    _, application = asked
    message = named(owner)
    say(client, message, application, kind="interview", day="", time="")
    assert told(owner, application).starts_at is None


def test_a_reply_is_not_held_up_by_an_hour_that_cannot_be_read(
    client: Client, asked: tuple[MailMessage, Application]
) -> None:
    message, application = asked
    response = say(client, message, application, kind="reply", day="soon", time="x")
    assert response.status_code == HTTPStatus.FOUND


def test_of_several_interviews_the_next_one_moves_and_one_called_off_never(
    owner: Person, client: Client, asked: tuple[MailMessage, Application]
) -> None:
    message, application = asked
    days = [message.sent_at + timedelta(days=n) for n in (-5, 2, 3, 9)]
    then = message.sent_at - timedelta(days=1)
    events = [
        add_round(owner, application, details={"starts_at": day}, now=then)
        for day in days
    ]
    arrange(owner, events[1], details={"outcome": Outcome.CANCELLED}, now=NOW)
    # What was said by hand after the mail came does not outweigh the mail's word.
    later = {"starts_at": days[2] + timedelta(hours=2)}
    arrange(owner, events[2], details=later, now=NOW)
    say(client, message, application, kind="interview_off")
    off = [each for each in rounds_of(owner, application) if each.outcome]
    assert {each.event for each in off} == {str(events[1].pk), str(events[2].pk)}


MOVED = "Kim is away, so {}.\n\nNia"


def moved(person: Person, words: str) -> MailMessage:
    """Mail of a firm with two applications, one of them with an interview, that waits."""
    message = waiting(person, ROLES[1])
    message.subject, message.text = "Re: Your applications", MOVED.format(words)
    message.sent_at, message.sender_address = NOW, "nia@elm.example"
    message.save()
    for _ in range(2):
        theirs = make_application(person=person, contact_address="nia@elm.example")
    own = ZoneInfo(person.time_zone)
    before = datetime(NOW.year + 1, 3, 3, 10, tzinfo=own)
    add_round(person, theirs, details={"starts_at": before}, now=NOW)
    return message


@pytest.mark.parametrize(
    "words",
    [
        "we need to move our interview to 5 March at 11:30",
        "our interview on 3 March at 10:00 cannot take place. 5 March at 11:30 would suit us",
        "our interview is postponed: we meet on 5 March at 11:30",
    ],
)
def test_the_hour_to_which_a_message_moves_an_interview_stands_there(
    owner: Person, words: str
) -> None:
    form = SettleForm(person=owner, message=moved(owner, words))
    assert str(form["day"].value()) == f"{NOW.year + 1}-03-05"
    assert str(form["time"].value())[:5] == "11:30"


@pytest.mark.parametrize(
    "words",
    [
        "we have to move our interview on 3 March at 10:00",
        "we have to move our interview on 3 March at 10:00. We are closed on 5 March",
    ],
)
def test_the_old_hour_of_an_interview_that_is_moved_does_not(
    owner: Person, words: str
) -> None:
    form = SettleForm(person=owner, message=moved(owner, words))
    assert form["day"].value() is None


def test_a_no_that_two_windows_say_of_one_mail_is_recorded_once(
    owner: Person, client: Client, asked: tuple[MailMessage, Application]
) -> None:
    message, application = asked
    for _ in range(2):
        say(client, message, application, kind="rejection")
    own = Event.objects.for_person(owner).filter(kind=EventKind.REJECTION)
    assert own.count() == 1
    other = make_application(person=owner, company="Oak")
    say(client, message, other, kind="rejection")
    assert own.count() == 2


def of_talk(
    owner: Person, name: str, *, answers: str = "", **facts: object
) -> MailMessage:
    """Return mail about hiring that waits, in a conversation that names no employer."""
    message = waiting(owner, name)
    message.company, message.role, message.sender_address = "", "", "nia@elm.example"
    message.references = [f"{answers}@quillmoor.example"] if answers else []
    message.review, message.accepts_replies = "unmatched", True
    for field, value in facts.items():
        setattr(message, field, value)
    message.save()
    return message


def conversation(owner: Person) -> tuple[MailMessage, MailMessage, MailMessage]:
    at = datetime(2026, 3, 10, 9, 0, tzinfo=ZoneInfo("UTC"))
    first = of_talk(owner, "First", verdict="interview", sent_at=at)
    own = of_talk(
        owner,
        "Second",
        answers="First",
        verdict="withdrawal",
        is_sent=True,
        confidence=1.0,
        recipients=["nia@elm.example"],
        sent_at=at + timedelta(days=1),
    )
    last = of_talk(
        owner,
        "Third",
        answers="Second",
        verdict="rejection",
        sent_at=at + timedelta(days=2),
    )
    return first, own, last


def test_mail_of_a_conversation_is_put_where_the_first_of_it_was(
    owner: Person,
) -> None:
    theirs = make_application(person=owner, company="Oak Grove", role="Cook")
    first, _own, last = conversation(owner)
    assert SettleForm(person=owner, message=last)["application"].value() == "new"
    settle(owner, first, kind=EventKind.INTERVIEW, application=theirs, now=NOW)
    form = SettleForm(person=owner, message=last)
    assert form["application"].value() == theirs.pk


def test_what_takes_note_of_an_own_withdrawal_is_not_called_their_no(
    owner: Person,
) -> None:
    first, _own, last = conversation(owner)
    assert SettleForm(person=owner, message=last)["kind"].value() is None
    assert SettleForm(person=owner, message=first)["kind"].value() == "interview"


def test_once_the_first_is_put_an_own_withdrawal_in_that_talk_counts_and_goes_with_it(
    owner: Person, owner_client: Client
) -> None:
    theirs = make_application(person=owner, company="Oak Grove", role="Cook")
    first, own, _last = conversation(owner)
    say(owner_client, first, theirs, kind="interview")
    told_of = Event.objects.filter(source_id=own.pk, voided_by=None)
    assert [event.kind for event in told_of] == [EventKind.WITHDRAWAL]
    owner_client.post(reverse("mail:reopen", args=[first.pk]))
    assert not Event.objects.filter(source_id=own.pk, voided_by=None).exists()


@pytest.mark.parametrize("company", ["Oak Grove", ""])
def test_later_mail_of_the_talk_that_names_its_employer_itself_stays_where_it_is(
    owner: Person, owner_client: Client, company: str
) -> None:
    theirs = make_application(person=owner, company="Oak Grove", role="Cook")
    first, own, last = conversation(owner)
    say(owner_client, first, theirs, kind="interview")
    later = of_talk(
        owner,
        "Fourth",
        answers="Third",
        verdict="assessment",
        sent_at=last.sent_at + timedelta(days=1),
    )
    later.company, later.review = company, ""
    later.save()
    commit_mail(owner, now=timezone.now())
    told_of = Event.objects.filter(source_id=later.pk, voided_by=None)
    assert [event.application for event in told_of] == [theirs]
    owner_client.post(reverse("mail:reopen", args=[first.pk]))
    assert not Event.objects.filter(source_id=own.pk, voided_by=None).exists()
    stays = [EventKind.ASSESSMENT] if company else []
    assert [event.kind for event in told_of.all()] == stays


PARTIES = [
    "Lycka till i Kävlinge på onsdag! Ring mig efteråt, jag slutar kl 16. Första advent "
    "förresten, glögg hos oss nästa söndag kl. 17?\n\nKram Sofia",
    "Good luck with your interview on Wednesday! By the way, mulled wine at ours next "
    "Sunday, 6 December at 5pm?\n\nHugs, Sofia",
    "Viel Glück am Mittwoch beim Vorstellungsgespräch! Übrigens: Glühwein bei uns am "
    "Sonntag, 6. Dezember um 17 Uhr?\n\nLiebe Grüße, Sofia",
    "Bonne chance pour ton entretien mercredi ! Au fait, vin chaud chez nous dimanche "
    "6 décembre à 17 h ?\n\nBises, Sofia",
]


def of_a_friend(person: Person, text: str) -> MailMessage:
    """Mail that waits for the person: an employer was taken from its address at most."""
    message = waiting(person, ROLES[0])
    message.text, message.verdict, message.review = text, "interview", Review.UNMATCHED
    message.company, message.role, message.references = "Letters", "", []
    message.sender_name, message.sender_address = "Sofia", "sofia@letters.example"
    message.sent_at = NOW
    message.save()
    return message


@pytest.mark.parametrize("text", PARTIES)
def test_an_hour_of_a_friend_is_not_put_forward_as_that_of_an_interview(
    owner: Person, client: Client, text: str
) -> None:
    client.force_login(owner)
    application = make_application(person=owner, company="Elm")
    message = of_a_friend(owner, text)
    form = SettleForm(person=owner, message=message)
    assert (form["day"].value(), form["time"].value()) == (None, None)
    say(client, message, application, kind="interview", day="", time="")
    assert told(owner, application).starts_at is None


def test_an_hour_that_the_person_writes_beside_a_friends_mail_counts(
    owner: Person, client: Client
) -> None:
    client.force_login(owner)
    application = make_application(person=owner, company="Elm")
    message = of_a_friend(owner, PARTIES[1])
    say(client, message, application, kind="interview", **HOURS)
    starts = told(owner, application).starts_at
    assert starts is not None
    assert starts.isoformat().startswith("2026-12-03T14:30")


def test_an_hour_of_a_firm_that_the_mail_names_stands_there(owner: Person) -> None:
    text = "Could you come on 3 December 2026 at 9:15? Kim, Letters Ltd"
    form = SettleForm(person=owner, message=of_a_friend(owner, text))
    assert str(form["day"].value()) == "2026-12-03"


def test_an_hour_of_whoever_wrote_for_a_known_employer_stands_there(
    owner: Person,
) -> None:
    message = of_a_friend(owner, "Could you come on 3 December 2026 at 9:15?")
    make_application(
        person=owner, company="Elm", contact_address=message.sender_address
    )
    form = SettleForm(person=owner, message=message)
    assert str(form["day"].value()) == "2026-12-03"
