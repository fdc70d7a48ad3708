"""Views of the table that a person wants to see again."""

from __future__ import annotations

from datetime import datetime

from onward.applications.models import SavedView
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


def saved_views(person: Person) -> OwnedQuerySet[SavedView]:
    """Return the person's saved views, in the order they were made."""
    return SavedView.objects.for_person(person).filter(removed_at=None).order_by("pk")


def removed_views(person: Person, *, since: datetime) -> OwnedQuerySet[SavedView]:
    """Return the views that were removed since then, the latest first."""
    own = SavedView.objects.for_person(person).filter(removed_at__gt=since)
    return own.order_by("-removed_at")


def save_view(person: Person, *, name: str, query: str) -> SavedView:
    """Keep a view under a name; the same name again changes what it shows."""
    view, _made = SavedView.objects.update_or_create(
        person=person, name=name.strip(), removed_at=None, defaults={"query": query}
    )
    return view


def remove_view(view: SavedView, *, now: datetime) -> None:
    """Put a saved view away; it can be brought back."""
    view.removed_at = now
    view.save(update_fields=["removed_at"])


def restore_view(view: SavedView) -> None:
    """Bring a saved view back.

    Raises:
        ValueError: If there is another of this name by now.
    """
    if saved_views(view.person).filter(name=view.name).exists():
        raise ValueError("There is a view of this name already.")
    view.removed_at = None
    view.save(update_fields=["removed_at"])
