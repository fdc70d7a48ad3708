"""Stored mail of the person's own that was read as somebody else's: taken back by a run."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from django.core import serializers
from django.db import transaction

from onward.applications.models import Event
from onward.mail.models import MailMessage, MailRun, Review
from onward.mail.rules.types import Address, Message, Source

_UNTOUCHED = sorted(set(Review) - {Review.SETTLED})


@transaction.atomic
def taken_for_others(
    run: MailRun, *, own: Collection[str]
) -> list[tuple[Message, Source]]:
    """Return, and take out of the database, mail that these addresses of the person's wrote.

    An address may have become known only after it, by a sent folder that came later. What
    is on a timeline already stays there. Until the run has ended it keeps the rows itself,
    and of a run that was killed the next one takes them over.
    """
    person = run.person
    killed = MailRun.objects.for_person(person).filter(finished_at=None)
    killed = killed.exclude(pk=run.pk).exclude(taken_back=[])
    taken = [row for each in killed for row in each.taken_back]
    killed.update(taken_back=[])
    events = Event.objects.for_person(person).exclude(source_id=None)
    rows = MailMessage.objects.for_person(person).filter(
        is_sent=False, review__in=_UNTOUCHED, sender_address__in=sorted(own)
    )
    found = list(rows.exclude(pk__in=events.values("source_id")))
    rows.filter(pk__in=[row.pk for row in found]).delete()
    taken += _as_json(found)
    if taken:
        run.taken_back = [*run.taken_back, *taken]
        MailRun.objects.filter(pk=run.pk).update(taken_back=run.taken_back)
    return [(_message_of(row), Source(row.path, row.offset)) for row in _rows(taken)]


def _as_json(rows: Sequence[MailMessage]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(serializers.serialize("json", rows))
    return found


def _rows(taken: Sequence[dict[str, Any]]) -> list[MailMessage]:
    """Return the rows, unsaved, whichever version of Onward took them out."""
    found = serializers.deserialize("python", taken, ignorenonexistent=True)
    rows = (each.object for each in found)
    return [row for row in rows if isinstance(row, MailMessage)]


def _message_of(row: MailMessage) -> Message:
    references = " ".join(f"<{name}>" for name in row.references)
    return Message(
        key=row.key,
        message_id=row.message_id,
        sent_at=row.sent_at if row.is_date_believed else None,
        sender=Address(row.sender_name, row.sender_address),
        subject=row.subject,
        text=row.text,
        to=tuple(Address("", address) for address in row.recipients),
        headers={"references": references, "x-gm-thrid": row.thread},
        attachment_names=tuple(row.attachment_names),
        is_sent=True,
    )
