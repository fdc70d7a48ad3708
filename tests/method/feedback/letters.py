"""Invented mail of one application, as an mbox, and builders of stored messages."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.services import EventDraft, commit_events
from onward.mail.models import MailMessage
from onward.people.models import Person
from tests.builders import NOW

DANA = ("Dana Whitcombe", "dana.whitcombe@brightharbour.example")
NO_REPLY = ("Bright Harbour", "no-reply@brightharbour.example")
SIGNED = "\n\nBest regards,\nDana Whitcombe\nHead of Operations\nBright Harbour"
ASK = (
    "Hi Dana,\n\nthank you for the time. I would be grateful for any feedback on what I "
    "could have done better.\n\nRobin\n\n> it was a close decision\n"
)


def make_message(
    *,
    person: Person,
    sender: tuple[str, str] = DANA,
    subject: str = "Your application",
    text: str = "Hello." + SIGNED,
    sent_at: datetime = NOW,
    verdict: str = "rejection",
    replies: bool = True,
    references: tuple[str, ...] = (),
    language: str = "en",
) -> MailMessage:
    """Return one stored message, as reading mail would keep it."""
    count = MailMessage.objects.count()
    return MailMessage.objects.create(
        person=person,
        key=f"{count:064x}",
        message_id=f"m{count}@brightharbour.example",
        references=list(references),
        sent_at=sent_at,
        sender_name=sender[0],
        sender_address=sender[1],
        subject=subject,
        text=text,
        path="invented.mbox",
        verdict=verdict,
        language=language,
        contact_name=sender[0] if replies else "",
        contact_address=sender[1] if replies else "",
        accepts_replies=replies,
        recorded_at=NOW,
    )


def put_on_timeline(message: MailMessage, application: Application) -> Event:
    """Return the event that a message became."""
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind(message.verdict),
        at=message.sent_at,
        decided_by=DecidedBy.RULE,
        source_kind=SourceKind.MESSAGE,
        source_id=message.pk,
        key=f"mail:{message.key}",
    )
    return commit_events(message.person, [draft], now=message.sent_at)[0]


def raw_letter(
    *,
    sender: tuple[str, str],
    subject: str,
    text: str,
    sent_at: datetime,
    message_id: str,
    in_reply_to: str = "",
) -> bytes:
    """Return one mail as it lies in an mbox."""
    message = EmailMessage()
    message["From"] = f"{sender[0]} <{sender[1]}>"
    message["To"] = "Robin Vale <robin@me.example>"
    message["Subject"] = subject
    message["Date"] = format_datetime(sent_at)
    message["Message-ID"] = f"<{message_id}>"
    if in_reply_to:
        message["In-Reply-To"] = f"<{in_reply_to}>"
        message["References"] = f"<{in_reply_to}>"
    message.set_content(text)
    return b"From - Mon Nov 16 08:00:00 2026\n" + message.as_bytes() + b"\n"


def sent_letter(*, at: datetime, text: str = ASK, name: str = "ask") -> bytes:
    """A mail of the person's own, as Gmail's export marks it."""
    raw = raw_letter(
        sender=("Robin Vale", "robin@me.example"),
        subject="Re: Operations Coordinator at Bright Harbour",
        text=text,
        sent_at=at,
        message_id=f"{name}@me.example",
        in_reply_to="no@brightharbour.example",
    )
    own = b"To: Robin Vale <robin@me.example>"
    dana = f"To: {DANA[0]} <{DANA[1]}>".encode()
    return raw.replace(b"From: Robin", b"X-Gmail-Labels: Sent\nFrom: Robin", 1).replace(
        own, dana, 1
    )


def write_final_round(path: Path, *, said_no_at: datetime) -> None:
    """Write the mail of an application that reached the last round, and then a no."""
    day = timedelta(days=1)
    letters = [
        raw_letter(
            sender=NO_REPLY,
            subject="Your application as Operations Coordinator at Bright Harbour",
            text="Dear Robin,\n\nthank you for applying for the position of Operations "
            "Coordinator at Bright Harbour. We have received your application.\n",
            sent_at=said_no_at - 30 * day,
            message_id="receipt@brightharbour.example",
        ),
        raw_letter(
            sender=DANA,
            subject="Interview: Operations Coordinator at Bright Harbour",
            text="Hi Robin,\n\nwe would like to invite you to an interview for the "
            "Operations Coordinator position at Bright Harbour. Would Tuesday at 10 "
            "suit you?" + SIGNED,
            sent_at=said_no_at - 20 * day,
            message_id="first@brightharbour.example",
        ),
        raw_letter(
            sender=DANA,
            subject="Second interview: Operations Coordinator at Bright Harbour",
            text="Hi Robin,\n\nwe enjoyed meeting you and would like to invite you to a "
            "final interview for the Operations Coordinator position at Bright "
            "Harbour. Does Thursday at 14:00 work for you?" + SIGNED,
            sent_at=said_no_at - 9 * day,
            message_id="second@brightharbour.example",
        ),
        raw_letter(
            sender=DANA,
            subject="Operations Coordinator at Bright Harbour",
            text="Hi Robin,\n\nthank you for your time in our interviews. It was a close "
            "decision, but unfortunately we have decided to move forward with another "
            "candidate for the Operations Coordinator position. They had more "
            "hands-on experience in planning night shifts." + SIGNED,
            sent_at=said_no_at,
            message_id="no@brightharbour.example",
        ),
    ]
    path.write_bytes(b"".join(letters))


def write_automatic_decline(path: Path, *, said_no_at: datetime) -> None:
    """Write the mail of an application that only machines answered."""
    sender = ("Oakmere Foods Careers", "no-reply@oakmere.example")
    letters = [
        raw_letter(
            sender=sender,
            subject="We received your application at Oakmere Foods",
            text="Thank you for applying for the position of Stock Planner at Oakmere "
            "Foods. We have received your application.\n",
            sent_at=said_no_at - timedelta(days=9),
            message_id="receipt@oakmere.example",
        ),
        raw_letter(
            sender=sender,
            subject="Your application at Oakmere Foods",
            text="Thank you for your interest in the Stock Planner position at Oakmere "
            "Foods. Unfortunately, we have decided not to move forward with your "
            "application. We received many strong applications.\n",
            sent_at=said_no_at,
            message_id="no@oakmere.example",
        ),
    ]
    path.write_bytes(b"".join(letters))
