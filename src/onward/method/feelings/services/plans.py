"""Next steps that the person chooses: if this, then that."""

from __future__ import annotations

from datetime import date, datetime

from onward.core.dates import day_in
from onward.method.feelings.models import (
    IfThen,
    QuietWindow,
)
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


def make_plan(
    person: Person,
    *,
    window: QuietWindow | None,
    when_text: str,
    will_text: str,
    on_day: date,
    now: datetime,
) -> IfThen:
    """Keep the smallest next step in the person's own words."""
    return IfThen.objects.create(
        person=person,
        window=window,
        when_text=when_text.strip(),
        will_text=will_text.strip(),
        on_day=on_day,
        made_at=now,
    )


def has_step(window: QuietWindow) -> bool:
    """Return whether the person kept a next step after this window."""
    return IfThen.objects.for_person(window.person).filter(window=window).exists()


def plan_for_today(person: Person, *, now: datetime) -> IfThen | None:
    """Return the one small step whose day has come, the earliest; None if there is none."""
    today = day_in(now, zone_name=person.time_zone)
    return plans_ahead(person).filter(on_day__lte=today).first()


def finish_plan(person: Person, *, plan: IfThen, is_done: bool, now: datetime) -> None:
    """Mark a step done or let go; the first answer stays."""
    field = "done_at" if is_done else "let_go_at"
    IfThen.objects.for_person(person).filter(
        pk=plan.pk, done_at=None, let_go_at=None
    ).update(**{field: now})


def plans_ahead(person: Person) -> OwnedQuerySet[IfThen]:
    """Return the steps that are neither done nor let go, the earliest first."""
    plans = IfThen.objects.for_person(person).filter(done_at=None, let_go_at=None)
    return plans.order_by("on_day", "made_at")
