from __future__ import annotations

from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.services import asks
from onward.applications.services.deriving import disagreements, rederive
from onward.exchange.rules.proof import ProofPart
from onward.exchange.services import proof
from onward.mail.models import MailMessage
from onward.mail.parse import Parser, parse_message
from onward.mail.rules.around.returned import RETURNED
from onward.mail.rules.types import Trouble
from onward.mail.services.awaiting import await_answer
from onward.people.models import Person
from tests.mail.own_story import ME, START, THEM, import_story, raw
from tests.mail.returned_mail import plain, report

FRESH = timezone.now().replace(microsecond=0) - timedelta(days=3)
OLD = START + timedelta(days=1, hours=1)


def mail(number: int, *, fresh: bool = False, **kwargs: object) -> bytes:
    written = raw(number=number, **kwargs)  # type: ignore[arg-type]
    if not fresh:
        return written
    then = START + timedelta(days=number)
    now = FRESH - timedelta(hours=2) + timedelta(days=number - 1)
    return written.replace(
        f"{then:%a, %d %b %Y %H:%M:%S}".encode(),
        f"{now:%a, %d %b %Y %H:%M:%S}".encode(),
    )


def applied(*, fresh: bool = False) -> bytes:
    return mail(
        1,
        fresh=fresh,
        sender=ME,
        to="people@bright-harbour.example",
        subject="Application for Night Porter",
        text="Dear team, my CV is attached.",
        labels="Sent",
        file="robin-cv.pdf",
    )


@pytest.mark.parametrize("parser", ["fast", "stdlib"])
@pytest.mark.parametrize("headers_only", [True, False])
def test_a_report_tells_of_whom_which_mail_and_why(
    parser: Parser, headers_only: bool
) -> None:
    told = report(
        at=OLD, of="m1@mail.example", headers_only=headers_only, answered="m0@x.example"
    )
    returned = parse_message(told, parser=parser).returned
    assert returned is not None
    assert returned.message_id == "m1@mail.example"
    assert returned.answered == ("m0@x.example",)
    assert returned.addresses == ("people@bright-harbour.example",)
    assert returned.trouble is Trouble.NO_MAILBOX


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    "told",
    [
        report(at=OLD, of="m1@mail.example"),
        report(at=OLD, of="m1@mail.example", headers_only=True),
        plain(at=OLD, copy="--- Copy\nMessage-ID: <m1@mail.example>\nSubject: x\n"),
        plain(at=OLD),
        report(at=OLD),
    ],
)
def test_an_application_that_did_not_arrive_is_told_on_its_timeline(
    owner: Person, tmp_path: Path, told: bytes, step: int
) -> None:
    import_story(owner, tmp_path, [applied(), told][::step])
    application = Application.objects.get()
    event = Event.objects.get(kind=EventKind.NOTE)
    assert (event.application, event.decided_by) == (application, DecidedBy.RULE)
    assert event.payload["note"].splitlines()[0] == (
        "Your application to people@bright-harbour.example did not arrive: the address "
        "is unknown there."
    )
    (stored,) = MailMessage.objects.filter(verdict=RETURNED)
    assert event.source_id == stored.pk
    assert not MailMessage.objects.exclude(review="").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "told",
    [
        report(at=OLD, of="other@mail.example", to="aunt@home.example"),
        report(at=OLD, of="other@mail.example", answered="unknown@mail.example"),
        plain(at=OLD, to="aunt@home.example"),
        plain(at=OLD + timedelta(days=60)),
        report(at=OLD, of="m1@mail.example", action="delayed", status="4.4.1"),
        plain(at=OLD, subject="Warning: message delayed 24 hours"),
        plain(at=OLD, sender="kim@home.example", to="people@bright-harbour.example"),
    ],
)
def test_other_mail_that_came_back_or_is_late_leaves_no_trace(
    owner: Person, tmp_path: Path, told: bytes
) -> None:
    import_story(owner, tmp_path, [applied(), told])
    assert MailMessage.objects.count() == 1
    assert not Event.objects.filter(kind__in=["note", "reminder"]).exists()


@pytest.mark.django_db
def test_a_fresh_one_stands_on_today_until_it_was_sent_again(
    owner: Person, tmp_path: Path, client: Client
) -> None:
    came_back = report(at=FRESH, of="m1@mail.example")
    import_story(owner, tmp_path, [applied(fresh=True), came_back])
    client.force_login(owner)
    today = client.get(reverse("pages:today")).content.decode()
    assert "Your application to people@bright-harbour.example did not arrive" in today
    assert "Look the address up once more" in today
    application = Application.objects.get()
    page = client.get(reverse("applications:detail", args=[application.pk]))
    assert "Your mail did not arrive" in page.content.decode()
    again = mail(
        2,
        fresh=True,
        sender=ME,
        to="jobs@bright-harbour.example",
        subject="Re: Application for Night Porter",
        text="Dear team, my first mail came back, so here is my CV once more.",
        answers=1,
        labels="Sent",
    )
    import_story(owner, tmp_path, [applied(fresh=True), came_back, again])
    assert not asks(owner, now=timezone.now())
    assert Event.objects.filter(kind=EventKind.DONE).count() == 1


def proved(owner: Person) -> list[str]:
    """Return the days on which the proof of search says that the person applied."""
    last = timezone.localdate()
    told = proof(
        owner,
        first=last - timedelta(days=30),
        last=last,
        fields=(),
        parts=tuple(ProofPart),
        now=timezone.now(),
    )
    return [line[0] for line in told.lines]


def written(moment: datetime) -> str:
    return date_format(timezone.localdate(moment), "j F Y")


@pytest.mark.django_db
@pytest.mark.parametrize("days", [10, 20])
def test_what_did_not_arrive_is_no_line_and_has_no_follow_up_until_it_was_sent_again(
    owner: Person, tmp_path: Path, client: Client, days: int
) -> None:
    at = FRESH + timedelta(days=3 - days)
    sent_at = at - timedelta(hours=2)
    before = FRESH - timedelta(hours=2)
    first = applied(fresh=True).replace(
        f"{before:%a, %d %b %Y %H:%M:%S}".encode(),
        f"{sent_at:%a, %d %b %Y %H:%M:%S}".encode(),
    )
    client.force_login(owner)
    ahead = reverse("applications:ahead")
    import_story(owner, tmp_path, [first])
    assert proved(owner) == [written(sent_at)]
    assert "A follow-up may help" in client.get(ahead).content.decode()
    came_back = report(at=at, of="m1@mail.example")
    import_story(owner, tmp_path, [first, came_back])
    assert proved(owner) == []
    page = client.get(ahead).content.decode()
    assert "A follow-up may help" not in page
    assert ("did not arrive" in page) == (days == 10)
    again = mail(
        2,
        fresh=True,
        sender=ME,
        to="jobs@bright-harbour.example",
        subject="Re: Application for Night Porter",
        text="Dear team, my first mail came back, so here is my CV once more.",
        answers=1,
        labels="Sent",
    )
    import_story(owner, tmp_path, [first, came_back, again])
    sent_again = FRESH - timedelta(hours=2) + timedelta(days=1)
    assert proved(owner) == [written(sent_again)]
    application = Application.objects.get()
    assert application.waiting_since == sent_again


@pytest.mark.django_db
def test_what_was_read_before_is_counted_as_not_sent_too(
    owner: Person, tmp_path: Path
) -> None:
    import_story(
        owner, tmp_path, [applied(fresh=True), report(at=FRESH, of="m1@mail.example")]
    )
    event = Event.objects.get(kind=EventKind.REMINDER)
    kept = event.payload.pop("undelivered")
    event.save(update_fields=["payload"])
    rederive(owner, [event.application_id])
    assert proved(owner)
    import_module("onward.mail.migrations.0015_name_what_did_not_arrive").name(
        apps, None
    )
    event.refresh_from_db()
    assert event.payload["undelivered"] == kept
    assert proved(owner) == []
    assert not disagreements(owner)


@pytest.mark.django_db
def test_an_application_that_somebody_else_there_got_was_sent(
    owner: Person, tmp_path: Path
) -> None:
    first = applied(fresh=True).replace(
        b"To: people@bright-harbour.example",
        b"To: people@bright-harbour.example, kim@bright-harbour.example",
    )
    import_story(owner, tmp_path, [first, report(at=FRESH, of="m1@mail.example")])
    assert Event.objects.filter(kind=EventKind.REMINDER).exists()
    assert proved(owner) == [written(FRESH - timedelta(hours=2))]


@pytest.mark.django_db
def test_a_mail_to_somebody_who_wrote_of_hiring_is_known_without_sent_mail(
    owner: Person, tmp_path: Path
) -> None:
    receipt = raw(
        number=0,
        sender=THEM,
        to=ME,
        subject="Your application for Night Porter at Bright Harbour",
        text="Thank you, we received your application as Night Porter.\n\nKim Alder",
    )
    told = report(
        at=OLD,
        of="never-read@person.example",
        to="kim@bright-harbour.example",
        status="5.2.2",
        said="552 mailbox full",
    )
    import_story(owner, tmp_path, [receipt, told])
    note = Event.objects.get(kind=EventKind.NOTE).payload["note"]
    assert note.startswith("Your mail to kim@bright-harbour.example did not arrive")
    assert "their mailbox is full" in note


@pytest.mark.django_db
def test_a_feedback_request_of_a_closed_application_is_told_on_today(
    owner: Person, tmp_path: Path, client: Client
) -> None:
    no = mail(
        1,
        fresh=True,
        sender=THEM,
        to=ME,
        subject="Your application for Night Porter at Bright Harbour",
        text=(
            "Thank you for applying as Night Porter at Bright Harbour. Unfortunately we "
            "have decided to move forward with other candidates.\n\nKim Alder"
        ),
    )
    import_story(owner, tmp_path, [no])
    application = Application.objects.get()
    assert not application.is_open
    record = Event.objects.get(kind=EventKind.REJECTION).pk
    await_answer(
        owner,
        record=record,
        address="kim@bright-harbour.example",
        message_ids=["asked@person.example", "m1@mail.example"],
        since=FRESH - timedelta(hours=1),
    )
    told = report(at=FRESH, of="asked@person.example", to="kim@bright-harbour.example")
    import_story(owner, tmp_path, [no, told])
    (ask,) = asks(owner, now=timezone.now())
    assert ask.application == application
    assert "Your request for feedback to kim@bright-harbour.example" in ask.round.note
    client.force_login(owner)
    assert client.get(reverse("pages:today")).status_code == 200


@pytest.mark.django_db
def test_a_report_is_never_read_as_a_word_of_the_employer(
    owner: Person, tmp_path: Path
) -> None:
    told = plain(
        at=OLD,
        to="stranger@elsewhere.example",
        copy="Unfortunately we cannot offer you the position of Night Porter.",
    )
    import_story(owner, tmp_path, [told])
    assert not MailMessage.objects.exists()
