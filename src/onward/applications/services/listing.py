"""Finding applications: search, filters and order over what is stored beside the events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import F, Q, Value
from django.db.models.functions import NullIf
from django.utils import timezone

from onward.applications.models import Application
from onward.applications.rules.listing import Deadline, Show, Sort, Wanted
from onward.core.dates import day_in
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

# The database that puts empty dates first would show what was only saved before all else.
_ORDERS = {
    Sort.MOVED: F("last_moved_at").desc(nulls_last=True),
    Sort.APPLIED: F("applied_at").desc(nulls_last=True),
    Sort.COMPANY: F("company_sort").asc(),
    Sort.DEADLINE: NullIf("deadline", Value("")).asc(nulls_last=True),
}
# What was taken back as a whole: no name and no move is left of it.
_BLANK = Q(company="", role="", last_moved_at=None)


def choosable(person: Person) -> OwnedQuerySet[Application]:
    """Return the applications that something may belong to; what was undone whole is none."""
    mine = Application.objects.for_person(person).filter(merged_into=None)
    return mine.exclude(_BLANK, is_archived=True)


def find_applications(
    person: Person, *, wanted: Wanted, today: date | None = None
) -> OwnedQuerySet[Application]:
    """Return the applications that match, open ones first, then in the order asked for.

    Those that became part of another are left out: they show under it.

    Args:
        today: The person's day, for what is asked by day; now, on their clock, by default.
    """
    today = today or _today(person)
    # `in`, since Django writes `is_open = false` as `NOT is_open`, which uses no index.
    found = Application.objects.for_person(person).filter(
        merged_into=None, is_archived__in=(wanted.show == Show.ARCHIVED,)
    )
    if wanted.show == Show.ARCHIVED:
        found = found.exclude(_BLANK)
    if wanted.show == Show.SNOOZED:
        found = found.filter(snoozed_until__gt=today)
    if wanted.show in {Show.OPEN, Show.CLOSED}:
        found = found.filter(is_open__in=(wanted.show == Show.OPEN,))
    found = _narrowed(found, wanted=wanted)
    if wanted.deadline:
        found = found.filter(_by_deadline(wanted.deadline, today=today))
    for forms in wanted.forms:
        found = found.filter(_any_of(forms))
    return found.order_by("-is_open", _ORDERS[wanted.sort], "id").defer("search_text")


def _any_of(forms: Sequence[str]) -> Q:
    """Return what finds a word in any of its forms; the plain one comes first."""
    first, *others = forms
    wanted = Q(search_text__contains=first)
    for form in others:
        wanted |= Q(search_text__contains=form)
    return wanted


def _narrowed(
    found: OwnedQuerySet[Application], *, wanted: Wanted
) -> OwnedQuerySet[Application]:
    exact = {
        "stage": wanted.stage,
        "no_kind": wanted.no_kind,
        "system": wanted.system,
        "source": wanted.source,
        "work_mode": wanted.work_mode,
    }
    found = found.filter(**{name: value for name, value in exact.items() if value})
    if wanted.tag:
        found = found.filter(tag_text__contains=f"\n{wanted.tag}\n")
    return found


def _by_deadline(deadline: Deadline, *, today: date) -> Q:
    day = today.isoformat()
    if deadline == Deadline.NONE:
        return Q(deadline="")
    if deadline == Deadline.PAST:
        return Q(deadline__gt="", deadline__lt=day)
    if deadline == Deadline.WEEK:
        last = (today + timedelta(days=7)).isoformat()
        return Q(deadline__gte=day, deadline__lte=last)
    return Q(deadline__gte=day)


def _today(person: Person) -> date:
    return day_in(timezone.now(), zone_name=person.time_zone)


def came_through(person: Person) -> list[str]:
    """Return the systems that a person's applications came through, by name."""
    systems = Application.objects.for_person(person).exclude(system="")
    return list(systems.order_by("system").values_list("system", flat=True).distinct())


def found_at(person: Person) -> list[str]:
    """Return where a person found their applications, by name."""
    sources = Application.objects.for_person(person).exclude(source="")
    return list(sources.order_by("source").values_list("source", flat=True).distinct())
