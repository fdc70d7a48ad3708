"""The words that every part of mail reading shares: message, verdict, reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What a message means for one application; OTHER is not hiring mail at all."""

    CONFIRMATION = "confirmation"
    REJECTION = "rejection"
    INTERVIEW = "interview"
    ASSESSMENT = "assessment"
    OFFER = "offer"
    OUTREACH = "outreach"
    INFORMATION_REQUEST = "information_request"
    POSITION_CLOSED = "position_closed"
    JOB_ALERT = "job_alert"
    OTHER = "other"
    AMBIGUOUS = "ambiguous"


NOT_HIRING = frozenset({Verdict.OTHER, Verdict.JOB_ALERT})
"""Verdicts that are counted and then forgotten: the mail leaves no other trace."""

ENDINGS = frozenset({Verdict.REJECTION, Verdict.POSITION_CLOSED})
"""Verdicts that end an application from the employer's side."""

HELD = frozenset({Verdict.INTERVIEW, Verdict.ASSESSMENT})
"""Verdicts on what is held on a day of its own: the mail invites, or is a later word on it."""


class Meaning(StrEnum):
    """What a person can say that a mail means; the values are kinds of event, but for one."""

    REJECTION = "rejection"
    POSITION_CLOSED = "position_closed"
    CONFIRMATION = "confirmation"
    INTERVIEW = "interview"
    ASSESSMENT = "assessment"
    INFORMATION_REQUEST = "information_request"
    OFFER = "offer"
    REPLY = "reply"
    OUTREACH = "outreach"
    OTHER = "other"
    """It is not about the person's search."""
    AMBIGUOUS = "ambiguous"
    """What two examples that contradict each other come to; nobody says it."""


SAYABLE = tuple(meaning for meaning in Meaning if meaning is not Meaning.AMBIGUOUS)


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox address of a header; `address` is lower case, `name` is decoded."""

    name: str = ""
    address: str = ""

    @property
    def domain(self) -> str:
        """Return what stands behind the @."""
        return self.address.rpartition("@")[2]

    @property
    def local_part(self) -> str:
        """Return what stands before the @."""
        return self.address.rpartition("@")[0]


class Trouble(StrEnum):
    """Why a mail did not arrive."""

    NO_MAILBOX = "no_mailbox"
    NO_HOST = "no_host"
    FULL = "full"
    TOO_LARGE = "too_large"
    REFUSED = "refused"
    LATE = "late"
    NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True)
class Returned:
    """What a mail server says of a mail that it gave up on.

    Attributes:
        message_id: Of the mail that did not arrive; empty where the report names none.
        answered: Message-IDs that it answered.
        addresses: To whom it did not arrive, lower case; none where it may still arrive.
    """

    message_id: str = ""
    answered: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    trouble: Trouble = Trouble.NOT_SAID


@dataclass(frozen=True, slots=True)
class Message:
    """One mail as the rules see it: decoded, folded to Unicode, without attachments.

    Attributes:
        key: Stable identity, sha256 hex of Message-ID (or, where that is empty, of date,
            sender and subject) and the folded text; equal for the same mail in two files.
        message_id: As written, without angle brackets; may be synthesised, never empty.
        sent_at: Aware UTC, or None where the date is missing or not believable.
        text: Readable body, at most `parse.MAX_TEXT_CHARS` characters, lines kept,
            HTML turned into text, quoted replies still in it.
        headers: Only those of `parse.KEPT_HEADERS`, lower-case names, decoded values.
        calendar: METHOD, UID, SUMMARY, DTSTART … of a text/calendar part, upper-case names.
        is_sent: The person wrote it (a Sent label or folder).
        returned: What a server says of a mail that did not arrive; None for other mail.
    """

    key: str
    message_id: str
    sent_at: datetime | None
    sender: Address
    subject: str
    text: str
    reply_to: Address = Address()
    to: tuple[Address, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    calendar: Mapping[str, str] = field(default_factory=dict)
    attachment_names: tuple[str, ...] = ()
    is_sent: bool = False
    returned: Returned | None = None


@dataclass(frozen=True, slots=True)
class Because:
    """The words that decided, and their place.

    Attributes:
        rule: Name of the rule in the language's data file.
        words: The words as they stand in the message.
        where: "subject", "body" or "header".
        start: First character in that text.
        end: One past the last character (exclusive).
    """

    rule: str
    words: str
    where: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules understood of one message; empty strings where nothing was found.

    Attributes:
        confidence: In 0..1, how far the deciding rule can be trusted.
        language: ISO 639-1 code of the language file that decided.
        company: The employer; never the applicant tracking system, relay or job board.
        requisition: The employer's own number for the opening.
        system: Applicant tracking system or job board that carried the message.
        contact: The person who wrote, where a person did.
        contact_role: What that person does, as they sign.
        accepts_replies: False for no-reply addresses.
    """

    verdict: Verdict
    confidence: float
    because: tuple[Because, ...] = ()
    language: str = ""
    company: str = ""
    role: str = ""
    requisition: str = ""
    system: str = ""
    contact: Address = Address()
    contact_role: str = ""
    accepts_replies: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where a message lies: the file and the first byte (0 for a file of its own)."""

    path: str
    offset: int = 0
    length: int = 0
