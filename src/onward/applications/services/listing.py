"""Finding applications: search, filters and order over what is stored beside the events."""

from __future__ import annotations

from django.db.models import F

from onward.applications.models import Application
from onward.applications.rules.listing import Show, Sort, Wanted
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

# The database that puts empty dates first would show what was only saved before all else.
_ORDERS = {
    Sort.MOVED: F("last_moved_at").desc(nulls_last=True),
    Sort.APPLIED: F("applied_at").desc(nulls_last=True),
    Sort.COMPANY: F("company_sort").asc(),
}


def find_applications(person: Person, *, wanted: Wanted) -> OwnedQuerySet[Application]:
    """Return the applications that match, open ones first, then in the order asked for.

    Those that became part of another are left out: they show under it.
    """
    # `in`, since Django writes `is_open = false` as `NOT is_open`, which uses no index.
    found = Application.objects.for_person(person).filter(
        merged_into=None, is_archived__in=(wanted.show == Show.ARCHIVED,)
    )
    if wanted.show in {Show.OPEN, Show.CLOSED}:
        found = found.filter(is_open__in=(wanted.show == Show.OPEN,))
    if wanted.stage:
        found = found.filter(stage=wanted.stage)
    if wanted.no_kind:
        found = found.filter(no_kind=wanted.no_kind)
    if wanted.system:
        found = found.filter(system=wanted.system)
    for word in wanted.words:
        found = found.filter(search_text__contains=word)
    return found.order_by("-is_open", _ORDERS[wanted.sort], "id").defer("search_text")


def came_through(person: Person) -> list[str]:
    """Return the systems that a person's applications came through, by name."""
    systems = Application.objects.for_person(person).exclude(system="")
    return list(systems.order_by("system").values_list("system", flat=True).distinct())
