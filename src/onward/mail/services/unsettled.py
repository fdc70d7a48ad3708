"""Mail that waits for the person and may change what is agreed: an interview, or a yes."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from onward.applications.models import Application
from onward.applications.services import choosable
from onward.mail.models import MailMessage
from onward.mail.rules.appointments.rearranging import Turn, turn_of
from onward.mail.services.fitting import fittings
from onward.mail.services.waiting import waiting_mail
from onward.people.models import Person

RECENT = timedelta(days=21)
"""Older mail on an interview that lies ahead was overtaken by now."""

_MOST = 100


@dataclass(frozen=True, slots=True)
class Unsettled:
    """An interview that lies ahead, and the message that may change when it is."""

    application: Application
    message: MailMessage


def unsettled_interviews(
    person: Person, applications: Sequence[Application], *, now: datetime
) -> list[Unsettled]:
    """Return which waiting mail moves an interview of these applications or calls it off, newest first.

    Args:
        applications: Those with an interview that lies ahead.
    """
    if not applications:
        return []
    rows = waiting_mail(person).filter(is_sent=False, sent_at__gt=now - RECENT)
    turning = [
        message
        for message in rows.order_by("-sent_at")[:_MOST]
        if turn_of(subject=message.subject, text=message.text) is not Turn.NONE
    ]
    found: list[Unsettled] = []
    each_fits = fittings(person, turning, among=applications)
    for message, fits in zip(turning, each_fits, strict=True):
        fitting = [each for each in applications if each.pk in fits.likely]
        found += [Unsettled(each, message) for each in fitting[:1]]
    return found


def unsettled_since(
    person: Person, application: Application, *, since: datetime
) -> MailMessage | None:
    """Return the newest waiting mail on an application that came since; None where none did."""
    rows = waiting_mail(person).filter(is_sent=False, sent_at__gt=since)
    newest = list(rows.order_by("-sent_at")[:_MOST])
    each_fits = fittings(person, newest, among=[application])
    for message, fits in zip(newest, each_fits, strict=True):
        if fits.likely:
            return message
    return None


def news_that_waits(
    person: Person, applications: Collection[uuid.UUID]
) -> dict[uuid.UUID, MailMessage]:
    """Return which of these applications waiting mail is about as far as anybody can tell, with the newest."""
    if not applications:
        return {}
    rows = list(waiting_mail(person).filter(is_sent=False).order_by("-sent_at")[:_MOST])
    if not rows:
        return {}
    found: dict[uuid.UUID, MailMessage] = {}
    among = list(choosable(person))
    for message, fits in zip(rows, fittings(person, rows, among=among), strict=True):
        if fits.only is not None and fits.only in applications:
            found.setdefault(fits.only, message)
            if len(found) == len(applications):
                break
    return found


def most_news(person: Person) -> int:
    """Return of how many applications waiting mail can be news at most."""
    rows = waiting_mail(person).filter(is_sent=False)
    return min(rows.count(), _MOST)
