"""What the events of a list carry, and what of an application lies ahead already."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.applications.models import Event
from onward.applications.rules.kinds import PLANNED_KINDS, STAGE_REACHED, EventKind
from onward.applications.rules.payload import begins_by
from onward.applications.rules.round import begins_at
from onward.core.dates import zone
from onward.exchange.rules.proposals import Happened
from onward.people.models import Person

_PLANNED_STAGES = frozenset(STAGE_REACHED[kind] for kind in PLANNED_KINDS)


def said_of(each: Happened, *, own: str) -> dict[str, Any]:
    """Return what the event of a row carries: when it begins, or why it has no day.

    Args:
        own: The person's time zone, on whose clock an hour is told.
    """
    if each.begins_at is not None:
        return begins_by(each.begins_at, own=own)
    if each.is_day_known or each.kind == EventKind.ARCHIVED:
        return {}
    words = {"note": _why_no_day(each)}
    return {**words, "stage": each.stage.value} if each.stage else words


def _why_no_day(each: Happened) -> str:
    if each.named_on is None:
        return _("The list does not say on which day.")
    day = {"day": date_format(each.named_on, "j F Y")}
    if each.stage in _PLANNED_STAGES:
        return (
            _(
                "The list names %(day)s for it, a day to come, and no hour. Add it here "
                "with its hour, and it stands among what lies ahead."
            )
            % day
        )
    return _("The list names %(day)s for it, a day that had not come yet.") % day


def ahead_of(
    person: Person, heads: Iterable[uuid.UUID], *, now: datetime
) -> set[uuid.UUID]:
    """Return those of the applications for which something that begins lies ahead."""
    told = (
        Event.objects.for_person(person)
        .filter(voided_by=None, kind__in={*PLANNED_KINDS, EventKind.ARRANGED})
        .annotate(head=Coalesce("application__merged_into", "application"))
        .filter(head__in=list(heads), payload__has_key="starts_at")
    )
    found = set()
    for head, payload in told.values_list("head", "payload"):
        begins = begins_at(payload)
        if begins is None:
            continue
        if begins.tzinfo is None:
            begins = begins.replace(tzinfo=zone(person.time_zone))
        if begins > now:
            found.add(head)
    return found
