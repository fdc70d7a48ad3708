"""One hiring message as the fold sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from onward.mail.rules.types import ENDINGS, Verdict


@dataclass(frozen=True, slots=True)
class FoldItem:
    """One hiring message as the fold sees it; empty strings where a fact is not known.

    Attributes:
        key: Stable identity of the message; the same key twice is one message.
        contact: Address of the person who wrote; empty for addresses without replies.
        firm: Domain of the firm that wrote, or to which the person did; empty where it is
            that of a mail provider or of a vendor.
        box: The firm's mailbox that wrote: "vikariepoolen".
        name: Of the person who wrote, or whom a tool for appointments names.
        meeting: What a tool for appointments calls the meeting; empty for all other mail.
        references: Message-IDs of the mails it answers.
        thread: The mail provider's own thread number.
        calendar_uid: UID of an invitation.
        is_sent: The person wrote it; the contact is to whom.
        is_about_interviews: It tells of an interview or a test, or of a calendar entry.
        organiser: Address of whoever set up its calendar entry.
        subject: Of mail that somebody wrote who can be answered; empty for all other mail.
        is_heard: No rule speaks for its verdict, only the ear.
        goes_on: It tells how an application stands that was received before.
        spoken_of: Of mail that ends an application, the people whom it names.
        begins_nothing: It may go on with an application that other mail has begun, and is
            no sign of one itself.
    """

    key: str
    sent_at: datetime | None
    verdict: Verdict
    company: str = ""
    role: str = ""
    requisition: str = ""
    system: str = ""
    contact: str = ""
    message_id: str = ""
    references: tuple[str, ...] = ()
    thread: str = ""
    calendar_uid: str = ""
    is_sent: bool = False
    is_about_interviews: bool = False
    firm: str = ""
    box: str = ""
    name: str = ""
    meeting: str = ""
    organiser: str = ""
    subject: str = ""
    is_heard: bool = False
    goes_on: bool = False
    spoken_of: frozenset[str] = frozenset()
    begins_nothing: bool = False

    @property
    def is_of_nobody(self) -> bool:
        """Say whether it is heard as a no, of an opening that nobody names: a pupil's thanks."""
        is_named = self.role or self.requisition or self.system
        return self.is_heard and self.verdict in ENDINGS and not is_named
