from __future__ import annotations

import uuid
from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from onward.people.models import Person


class MailConfig(AppConfig):
    name = "onward.mail"
    label = "mail"

    def ready(self) -> None:
        from onward.applications.services import follow_returning, follow_undoing

        follow_undoing(_follow_words)
        follow_returning(_take_in_again)


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
