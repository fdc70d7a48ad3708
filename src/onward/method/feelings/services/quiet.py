"""Quiet windows after a no: how long, which noes they hold, and the step out of them."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from onward.applications.models import Event
from onward.applications.rules.kinds import NoKind
from onward.core.dates import day_in
from onward.method.feelings.models import (
    NoInWindow,
    QuietDefault,
    QuietWindow,
)
from onward.method.feelings.rules import (
    DEFAULT_HOURS,
    REFOCUS_LASTS,
    Answer,
    Hours,
    Window,
    asks_to_refocus,
    opening_hours,
    window_of,
)
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


def preferred_hours(person: Person) -> Hours:
    """Return how long the person wants it quiet after a no, unless they say otherwise."""
    row = QuietDefault.objects.filter(person=person).first()
    return Hours(row.hours) if row else DEFAULT_HOURS


def prefer_hours(person: Person, *, hours: Hours) -> None:
    """Keep how long it is quiet after the noes to come."""
    QuietDefault.objects.update_or_create(
        person=person, defaults={"hours": hours.value}
    )


@transaction.atomic
def keep_quiet(
    person: Person, *, origin_id: uuid.UUID, kind: NoKind, learned_at: datetime
) -> None:
    """Let a no open the window of its day, or join it; twice is the same as once.

    What the person chose for it goes on as it was, in its own window.
    """
    row = _row(person, origin_id)
    if row is not None and _is_chosen(row):
        _go_on(row)
        return
    hours = opening_hours(kind, preferred=preferred_hours(person))
    if hours == Hours.NONE:
        return
    row, _made = NoInWindow.objects.update_or_create(
        origin_id=origin_id,
        defaults={"hours": hours.value},
        create_defaults={
            "person": person,
            "window": _window_of_day(person, at=learned_at, hours=hours),
            "learned_at": learned_at,
            "hours": hours.value,
        },
    )
    _derive(row.window)


def _go_on(row: NoInWindow) -> None:
    """Let a no keep quiet again as the person chose; none that they wanted none for."""
    if row.hours == Hours.NONE:
        return
    row.is_folded = row.is_gone = False
    row.save(update_fields=["is_folded", "is_gone"])
    _derive(row.window)


@transaction.atomic
def stop_quiet(person: Person, *, origin_id: uuid.UUID) -> None:
    """Take a no out of its window; a window without noes is over and asks nothing.

    What the person chose for it is kept, in case it comes back.
    """
    row = _row(person, origin_id)
    if row is None:
        return
    if _is_chosen(row):
        row.is_gone = True
        row.save(update_fields=["is_gone"])
    else:
        row.delete()
    _derive(row.window)


@transaction.atomic
def correct_in_quiet(person: Person, *, origin_id: uuid.UUID) -> None:
    """Take a no that was corrected out of its window, unless the person chose its length."""
    row = _row(person, origin_id)
    if row is not None and not _is_chosen(row):
        stop_quiet(person, origin_id=origin_id)


@transaction.atomic
def fold_in_quiet(person: Person, *, origin_id: uuid.UUID) -> None:
    """Take a no that was folded away out of its window, unless the person chose its length.

    A chosen one lasts as it was, and asks nothing about that no when it is over.
    """
    row = _membership(person, origin_id)
    if row is None or not row.window.is_chosen:
        stop_quiet(person, origin_id=origin_id)
        return
    row.is_folded = True
    row.save(update_fields=["is_folded"])


def is_quiet_without(person: Person, *, origin_id: uuid.UUID, now: datetime) -> bool:
    """Return whether it is quiet at `now` once this no is folded away."""
    row = _membership(person, origin_id)
    if row is None or row.window.is_chosen:
        return open_window(person, now=now) is not None
    window = row.window
    left = _derived(window, window.in_force().exclude(pk=row.pk))
    if left is not None and left[0].is_open(now):
        return True
    return bool(_open_windows(person, now=now, without=window))


@transaction.atomic
def choose_quiet(
    person: Person, *, origin_id: uuid.UUID, hours: Hours, now: datetime
) -> None:
    """Do as the person says about the quiet around a no: none, a day, or two.

    Where its window is over, or it never had one, a new quiet time starts now. Wanting
    none for one no leaves the quiet of the day's other noes alone.
    """
    row = _membership(person, origin_id)
    if row is not None and row.window.as_window().over_at > now:
        if hours == Hours.NONE and row.window.in_force().count() > 1:
            _want_none(row)
        else:
            _set_hours(row.window, hours)
        return
    if hours == Hours.NONE:
        return
    before = _row(person, origin_id)
    if before is not None:
        before.delete()
        _derive(before.window)
    window = _window_of_day(person, at=now, hours=hours)
    NoInWindow.objects.create(
        person=person, window=window, origin_id=origin_id, learned_at=now
    )
    _set_hours(window, hours)


def _want_none(row: NoInWindow) -> None:
    row.hours, row.is_gone = Hours.NONE.value, True
    row.save(update_fields=["hours", "is_gone"])
    _derive(row.window)


def _set_hours(window: QuietWindow, hours: Hours) -> None:
    window.hours = hours.value
    window.is_chosen = True
    window.ended_early_at = None
    window.save(update_fields=["hours", "is_chosen", "ended_early_at"])
    _derive(window)


def end_quiet(person: Person, *, now: datetime) -> None:
    """End the quiet time now, that of every window; ending it twice keeps the first end."""
    windows = [window.pk for window in _open_windows(person, now=now)]
    QuietWindow.objects.for_person(person).filter(pk__in=windows).update(
        ended_early_at=now
    )


def _window_of_day(person: Person, *, at: datetime, hours: Hours) -> QuietWindow:
    day = day_in(at, zone_name=person.time_zone)
    window, _made = QuietWindow.objects.get_or_create(
        person=person,
        day=day,
        defaults={"hours": hours.value, "starts_at": at, "ends_at": at},
    )
    return window


def _membership(person: Person, origin_id: uuid.UUID) -> NoInWindow | None:
    """Return the place of a no in the window that it keeps open; None where it is in none."""
    row = _row(person, origin_id)
    return None if row is None or row.is_gone else row


def _row(person: Person, origin_id: uuid.UUID) -> NoInWindow | None:
    rows = NoInWindow.objects.for_person(person).select_related("window")
    return rows.filter(origin_id=origin_id).first()


def _is_chosen(row: NoInWindow) -> bool:
    return row.window.is_chosen or row.hours == Hours.NONE


def _derive(window: QuietWindow) -> None:
    """Store anew what follows from the window's noes."""
    found = _derived(window, window.in_force())
    if found is None:
        return
    derived, hours = found
    window.starts_at, window.ends_at = derived.starts_at, derived.ends_at
    window.hours = hours.value
    window.save(update_fields=["starts_at", "ends_at", "hours"])


def _derived(
    window: QuietWindow, noes: QuerySet[NoInWindow]
) -> tuple[Window, Hours] | None:
    """Return the window that these noes of it make, and its length; None without any.

    A length that nobody chose is the longest that one of them opens by itself.
    """
    rows = list(noes.values_list("learned_at", "hours"))
    if not rows:
        return None
    hours = window.hours
    if not window.is_chosen:
        hours = max(hours if own is None else own for _at, own in rows)
    derived = window_of(
        [learned_at for learned_at, _own in rows],
        hours=Hours(hours),
        ended_early_at=window.ended_early_at,
    )
    return derived, Hours(hours)


def window_around(person: Person, *, origin_id: uuid.UUID) -> QuietWindow | None:
    """Return the window that this no is in; None where it is in none."""
    row = _membership(person, origin_id)
    return row.window if row else None


def open_window(person: Person, *, now: datetime) -> QuietWindow | None:
    """Return the quiet window that is on, the one that lasts longest; None if it is not quiet."""
    windows = _open_windows(person, now=now)
    return max(windows, key=lambda window: window.ends_at, default=None)


def _open_windows(
    person: Person, *, now: datetime, without: QuietWindow | None = None
) -> list[QuietWindow]:
    windows = _with_noes(person).filter(starts_at__lte=now, ends_at__gt=now)
    if without is not None:
        windows = windows.exclude(pk=without.pk)
    return [window for window in windows if window.as_window().is_open(now)]


def refocus_window(person: Person, *, now: datetime) -> QuietWindow | None:
    """Return the window whose one refocus card is on offer, the latest; None if none is."""
    # An early end comes before `ends_at`, by two days at most.
    recent = (
        _with_noes(person)
        .filter(noes__is_folded=False, noes__is_gone=False)
        .filter(ends_at__gt=now - REFOCUS_LASTS)
    )
    asking = [
        window
        for window in recent
        if asks_to_refocus(window.as_window(), is_answered=window.is_answered, now=now)
    ]
    return max(asking, key=lambda window: window.as_window().over_at, default=None)


def answer_refocus(person: Person, *, answer: Answer, now: datetime) -> None:
    """Keep the answer for every window that is over, so that none of them asks again."""
    windows = QuietWindow.objects.for_person(person)
    waiting = windows.filter(Q(answer="") | Q(ended_early_at__isnull=False))
    over = [
        window.pk
        for window in waiting
        if window.as_window().over_at <= now and not window.is_answered
    ]
    windows.filter(pk__in=over).update(answer=answer.value, answered_at=now)


def _with_noes(person: Person) -> OwnedQuerySet[QuietWindow]:
    windows = QuietWindow.objects.for_person(person)
    return windows.filter(noes__is_gone=False).distinct()


def noes_kept_quiet(window: QuietWindow) -> list[Event]:
    """Return the events of the noes for which it is quiet: none whose quiet they ended."""
    ended = window.ended_early_at
    noes = window.in_force()
    return _events_of(noes.filter(learned_at__gt=ended) if ended else noes) or noes_of(
        window
    )


def kept_quiet(person: Person, *, now: datetime) -> set[uuid.UUID]:
    """Return the origins of the noes for which it is quiet, of every window that is on."""
    windows = _open_windows(person, now=now)
    return {no.pk for window in windows for no in noes_kept_quiet(window)}


def noes_asked_about(window: QuietWindow) -> list[Event]:
    """Return the events of the noes that a window may ask about: none that was folded away."""
    return _events_of(window.in_force().filter(is_folded=False))


def noes_of(window: QuietWindow) -> list[Event]:
    """Return the events of the noes in a window, in the order they were learned of."""
    return _events_of(window.in_force())


def _events_of(noes: QuerySet[NoInWindow]) -> list[Event]:
    rows = noes.order_by("learned_at", "pk").select_related(
        "origin__application__merged_into"
    )
    return [row.origin for row in rows]
