"""The person's own mail as an answer: which stored mail it answers, and what of that was told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onward.applications.models import Event
from onward.core.parts import parts
from onward.mail.models import MailMessage
from onward.mail.rules.talks.own_title import bare_subject
from onward.mail.services.stored import StoredMail
from onward.people.models import Person

AT_ONCE = 200
"""How many messages one query names."""

_NAMES = (
    *("key", "sent_at", "subject", "message_id"),
    *("references", "recipients", "contact_address", "sender_address"),
)


class Replies:
    """The person's own mail by what it answers, looked up rather than compared."""

    def __init__(self, person: Person) -> None:
        self._by_id: dict[str, list[MailMessage]] = defaultdict(list)
        self._by_subject: dict[tuple[str, str], list[MailMessage]] = defaultdict(list)
        # An answer that names no thread stands alone: it is none of the rows.
        own = MailMessage.objects.for_person(person).filter(is_sent=True)
        for reply in own.only(*_NAMES).order_by("sent_at", "key"):
            for name in set(reply.references):
                self._by_id[name].append(reply)
            subject = bare_subject(reply.subject)
            for address in {str(each).lower() for each in reply.recipients}:
                self._by_subject[subject, address].append(reply)

    def to(self, asked: MailMessage) -> list[MailMessage]:
        """Return what answers a message: by its thread, else by subject and address."""
        subject = bare_subject(asked.subject)
        askers = {asked.contact_address.lower(), asked.sender_address.lower()} - {""}
        found = list(self._by_id.get(asked.message_id, ()))
        for address in askers:
            found += self._by_subject.get((subject, address), ())
        later = {r.pk: r for r in found if r.sent_at > asked.sent_at}
        return sorted(later.values(), key=lambda reply: (reply.sent_at, reply.key))


@dataclass(frozen=True, slots=True)
class Answered:
    """A message that the person answered.

    Attributes:
        replies: What answers it, at least one, oldest first.
    """

    row: StoredMail
    message: MailMessage
    replies: list[MailMessage]


def answered_among(
    person: Person, rows: Sequence[StoredMail], *, replies: Replies
) -> list[Answered]:
    """Return those of some messages that the person's own mail answers."""
    messages: dict[object, MailMessage] = {}
    for part in parts(sorted(row.pk for row in rows), size=AT_ONCE):
        own = MailMessage.objects.for_person(person).filter(pk__in=part)
        messages |= {message.pk: message for message in own.only(*_NAMES)}
    found = (Answered(r, messages[r.pk], replies.to(messages[r.pk])) for r in rows)
    return [each for each in found if each.replies]


def untold(person: Person, rows: Sequence[StoredMail], *, key: str) -> list[StoredMail]:
    """Return the messages of which no event of a kind was told, whether it counts still or not.

    Args:
        key: With what the keys of such events begin; the message's own stands behind it.
    """
    told: set[str] = set()
    for part in parts(rows, size=AT_ONCE):
        own = Event.objects.for_person(person)
        own = own.filter(key__in=[f"{key}{row.key}" for row in part])
        told.update(own.values_list("key", flat=True))
    return [row for row in rows if f"{key}{row.key}" not in told]
