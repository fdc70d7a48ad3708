"""Which message looks like the answer to a request; pure, the person decides."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from onward.mail.rules.facts.contact import is_no_reply
from onward.method.feedback.rules.language import cues


@dataclass(frozen=True, slots=True)
class Came:
    """A message that came after a request.

    Attributes:
        is_about_it: It stands on the timeline of the same application.
        is_human: A person wrote it who can be answered.
    """

    sender: str
    subject: str
    at: datetime
    references: Collection[str] = ()
    is_about_it: bool = False
    is_human: bool = False


def looks_like_answer(
    came: Came, *, asked: str, asked_at: datetime, message_ids: Collection[str]
) -> bool:
    """Return whether a message may be the answer.

    It comes from the address that was asked, or answers the same conversation, or a person
    wrote it about the same application. Absence notes and machines answer nothing.

    Args:
        asked: The address that was asked; empty where it is not known.
        message_ids: What was sent, and what that answered.
    """
    if came.at < asked_at or is_no_reply(came.sender) or is_absence(came.subject):
        return False
    is_from_them = bool(asked) and came.sender.lower() == asked.lower()
    is_in_thread = not set(message_ids).isdisjoint(came.references)
    return is_from_them or is_in_thread or (came.is_about_it and came.is_human)


def is_absence(subject: str) -> bool:
    """Return whether a subject is that of an automatic note of absence."""
    return any(cue.search(subject) for cue in cues("absence"))
