"""A stored message without what its event needs nothing of: quick to read by the thousand."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from onward.core.parts import parts
from onward.mail.models import MailMessage
from onward.people.models import Person

CLUSTERS_AT_ONCE = 200
"""Of how many applications the mail is held at a time."""

_COLUMNS = (
    *("pk", "key", "sent_at", "is_sent", "subject", "verdict", "confidence"),
    *("because", "calendar", "contact_name", "contact_address", "accepts_replies"),
    *("place", "links", "language"),
)


@dataclass(slots=True)
class StoredMail:
    """One message as its row has it, but for its text, which is read where it is needed."""

    pk: uuid.UUID
    key: str
    sent_at: datetime
    is_sent: bool
    subject: str
    verdict: str
    confidence: float
    because: list[dict[str, Any]]
    calendar: dict[str, str]
    contact_name: str
    contact_address: str
    accepts_replies: bool
    place: str
    links: list[dict[str, str]]
    language: str
    _text: str | None = None

    @property
    def text(self) -> str:
        """Its text, which has to be read before: most of it is never asked for.

        Raises:
            LookupError: If nobody read it.
        """
        if self._text is None:
            raise LookupError(f"the text of {self.key} was not read")
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        self._text = text

    @property
    def has_text(self) -> bool:
        """Say whether somebody read its text."""
        return self._text is not None


Mail = MailMessage | StoredMail
"""A message, read whole or as far as committing needs it."""


def stored_mail(person: Person, keys: Sequence[str]) -> dict[str, StoredMail]:
    """Return these messages by key, their texts unread."""
    found: dict[str, StoredMail] = {}
    for part in parts(keys):
        rows = MailMessage.objects.for_person(person).filter(key__in=part)
        found |= {row[1]: StoredMail(*row) for row in rows.values_list(*_COLUMNS)}
    return found
