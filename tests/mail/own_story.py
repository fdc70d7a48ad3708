"""The search of Robin Vale by mail, all invented: what they write, what is answered, how it is read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from onward.mail.rules.types import Address, Message
from onward.mail.services.importing import import_paths
from onward.people.models import Person
from tests.builders import quiet
from tests.mail.raw_mail import make_mbox

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ME, THEM = "Robin Vale <robin@person.example>", "Kim Alder <kim@bright-harbour.example>"
PDF = ("cv.pdf",)


def raw(
    *,
    number: int,
    sender: str,
    to: str,
    subject: str,
    text: str,
    answers: int = 0,
    labels: str = "Inbox",
    file: str = "",
) -> bytes:
    """Return a mail of so many days after `START`; `answers` is the number of another."""
    at = START + timedelta(days=number)
    head = (
        f"X-Gmail-Labels: {labels}\nFrom: {sender}\nTo: {to}\nSubject: {subject}\n"
        f"Message-ID: <m{number}@mail.example>\nDate: {at:%a, %d %b %Y %H:%M:%S} +0000\n"
    )
    if answers:
        head += f"In-Reply-To: <m{answers}@mail.example>\n"
    if not file:
        return f"{head}\n{text}\n".encode()
    return (
        f'{head}Content-Type: multipart/mixed; boundary="b"\n\n--b\n\n{text}\n--b\n'
        f'Content-Type: application/pdf; name="{file}"\n'
        f'Content-Disposition: attachment; filename="{file}"\n\nx\n--b--\n'
    ).encode()


APPLIED = raw(
    number=1,
    sender=ME,
    to="people@bright-harbour.example",
    subject="Application for Night Porter",
    text="Dear team, my CV is attached.",
    labels="Sent",
    file="robin-cv.pdf",
)


RECEIPT = raw(
    number=1,
    sender="Bright Harbour <jobs@bright-harbour.example>",
    to=ME,
    subject="Your application for Night Porter",
    text="Thank you for your application for Night Porter at Bright Harbour. We have received it.",
)

OFFER = raw(
    number=2,
    sender=THEM,
    to=ME,
    subject="Your application for Night Porter at Bright Harbour",
    text="We are delighted to offer you the position of Night Porter at Bright Harbour.",
)


def story() -> list[bytes]:
    """Return an application by mail, its receipt, what Robin answers, and a word to an aunt."""
    return [
        APPLIED,
        raw(
            number=2,
            sender=THEM,
            to=ME,
            subject="Re: Application for Night Porter",
            text="Thank you, we received your application as Night Porter.\n\nKim Alder",
            answers=1,
        ),
        raw(
            number=3,
            sender=ME,
            to=THEM,
            subject="Re: Application for Night Porter",
            text="Is there any news about my application?",
            answers=2,
            labels="Sent",
        ),
        raw(
            number=4,
            sender=ME,
            to=THEM,
            subject="Re: Application for Night Porter",
            text="Tuesday at ten suits me.",
            answers=2,
            labels="Sent",
        ),
        raw(
            number=5,
            sender=ME,
            to="Aunt <aunt@home.example>",
            subject="Sunday",
            text="Shall I bring cake? No word of the application yet.",
            labels="Sent",
        ),
    ]


def import_story(owner: Person, tmp_path: Path, messages: list[bytes]) -> None:
    """Read these messages as one mailbox file."""
    mailbox = tmp_path / "all.mbox"
    mailbox.write_bytes(make_mbox(*messages))
    import_paths(owner, [mailbox], progress=quiet)


def answer(text: str, *, number: int = 3, answers: int = 2) -> bytes:
    """Return what Robin answers, to the offer unless another is named."""
    return raw(
        number=number,
        sender=ME,
        to=THEM,
        subject="Re: Your application for Night Porter at Bright Harbour",
        text=text,
        answers=answers,
        labels="Sent",
    )


def letters_of_firms(count: int, *, also_to: str = "") -> list[bytes]:
    """Noes of firms that do not know each other, in a mailbox without folders."""
    firms = ("Alderwick", "Brinmoor", "Corrigan", "Dunlea", "Eskdale")[:count]
    return [
        raw(
            number=40 + at,
            sender=f"{firm} <jobs@{firm.lower()}.example>",
            to=f"{ME}, {also_to}" if also_to else ME,
            subject=f"Your application as Night Porter at {firm}",
            text="Unfortunately we will not be taking your application further.",
        )
        for at, firm in enumerate(firms)
    ]


def without_labels(messages: list[bytes]) -> list[bytes]:
    """Return messages as a mailbox without folders has them."""
    labels = (b"X-Gmail-Labels: Sent\n", b"X-Gmail-Labels: Inbox\n")
    return [m.replace(labels[0], b"").replace(labels[1], b"") for m in messages]


def sent(
    subject: str,
    text: str,
    *,
    to: str = "people@bright-harbour.example",
    files: tuple[str, ...] = (),
) -> Message:
    """Return own mail as the rules see it."""
    return Message(
        key="k",
        message_id="k@person.example",
        sent_at=START,
        sender=Address("Robin", "robin@person.example"),
        subject=subject,
        text=text,
        to=(Address("", to),),
        attachment_names=files,
        is_sent=True,
    )
