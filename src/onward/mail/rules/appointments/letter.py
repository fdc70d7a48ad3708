"""One mail of an application as far as interviews go, and the names of the talks that it sets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from onward.mail.rules.appointments.rearranging import Entry, Turn
from onward.mail.rules.appointments.retelling import Told
from onward.mail.rules.appointments.time_talk import Says
from onward.mail.rules.types import HELD

_PART = ":"
"""No key of a mail has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One mail of an application, as far as interviews go.

    Attributes:
        key: Of the mail; of a further talk that it sets, as `of_talk` has it.
        told: What it says of when an interview is; None where nobody read that.
        told_at: When it was sent, on the person's own clock.
        held_on: The day of the talk on which it only looks back; None for any other mail.
        says: What it says of the time on which they had agreed.
        thread: Equal for mail of one conversation.
        is_own: The person wrote it.
        by_hand: No mail, but when the person says that the interview of this mail is.
    """

    key: str
    sent_at: datetime
    verdict: str
    entry: Entry | None = None
    turn: Turn = Turn.NONE
    told: Told | None = None
    told_at: datetime | None = None
    held_on: date | None = None
    says: Says = field(default_factory=Says)
    thread: int = 0
    is_own: bool = False
    by_hand: str = ""

    @property
    def is_held(self) -> bool:
        """By its verdict it tells of an interview or a test."""
        return self.verdict in HELD


def of_talk(key: str, *, number: int) -> str:
    """Return the name of a talk that a mail sets: its own key for the first of them.

    Args:
        number: 1 for the first.
    """
    return key if number == 1 else f"{key}{_PART}{number}"


def mail_of(name: str) -> str:
    """Return the key of the mail that sets a talk."""
    return name.partition(_PART)[0]
