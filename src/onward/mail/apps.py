from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.apps import AppConfig

if TYPE_CHECKING:
    from onward.applications.models import Event
    from onward.applications.rules.kinds import EventKind
    from onward.mail.models import MailMessage
    from onward.people.models import Person


class MailConfig(AppConfig):
    name = "onward.mail"
    label = "mail"

    def ready(self) -> None:
        from onward.applications.services import (
            follow_returning,
            follow_undoing,
            tell_by,
        )

        follow_undoing(_follow_words)
        follow_returning(_take_in_again)
        tell_by(_MESSAGES)


class _Messages:
    """What stored messages tell of when an interview is."""

    def told_when(self, person: Person, event: Event) -> Mapping[str, Any]:
        from onward.mail.services.said_rounds import told_when

        message = _message_of(person, event)
        if message is None or message.is_sent:
            return {}
        return told_when(person, message, among=[event.application.head])

    def arranged(
        self, person: Person, event: Event, *, kind: EventKind, when: date | None
    ) -> Mapping[str, Any]:
        from onward.mail.services.reviewing import arranged_by

        message = _message_of(person, event)
        return arranged_by(person, message, kind=kind, when=when) if message else {}

    def contact(self, person: Person, events: Sequence[Event]) -> Mapping[str, str]:
        from onward.mail.models import MailMessage

        own = MailMessage.objects.for_person(person).filter(
            pk__in=[event.source_id for event in events if event.source_id],
            accepts_replies=True,
            is_sent=False,
        )
        last = own.exclude(contact_address="").order_by("sent_at", "key").last()
        if last is None:
            return {}
        return {
            "contact_name": last.contact_name,
            "contact_address": last.contact_address,
        }


_MESSAGES = _Messages()


def _message_of(person: Person, event: Event) -> MailMessage | None:
    from onward.mail.models import MailMessage

    if event.source_id is None:
        return None
    own = MailMessage.objects.for_person(person)
    return own.filter(pk=event.source_id).first()


def _follow_words(person: Person, messages: Collection[uuid.UUID]) -> None:
    # With it come all rules by which mail is read: most commands need none of them.
    from onward.mail.services.reviewing import follow_words

    follow_words(person, messages)
    _follow_newer(person, messages)


def _take_in_again(
    person: Person, messages: Collection[uuid.UUID], now: datetime
) -> None:
    from onward.mail.services.reviewing import take_in_again

    take_in_again(person, messages, now=now)
    _follow_newer(person, messages)


def _follow_newer(person: Person, messages: Collection[uuid.UUID]) -> None:
    from onward.mail.services.newer_taken import follow_undoing_elsewhere

    follow_undoing_elsewhere(person, messages)
