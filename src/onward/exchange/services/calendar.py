"""What the ledger knows of the days ahead: interviews, tests, last days."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Max
from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.applications.labels import EVENT_LABELS, LAST_WORD, Words, with_hour
from onward.applications.models import Application, Event
from onward.applications.rules.history import PastEvent, ended_at
from onward.applications.rules.kinds import EventKind, Stage
from onward.applications.rules.payload import NOT_HELD, Outcome
from onward.applications.rules.round import Round
from onward.applications.services import Ask, agenda
from onward.core.dates import day_in, zone
from onward.exchange.labels import LAST_DAY_LABELS
from onward.exchange.rules.calendar import USUAL_MINUTES, CalendarEntry
from onward.people.models import Person
from onward.people.zones import clock_words, is_world_time

KEPT_AFTER = timedelta(days=30)


def ledger_entries(person: Person, *, now: datetime) -> list[CalendarEntry]:
    """Return interviews, tests, reminders and last days, from a month ago on.

    What lay ahead when its application ended is called off, and stays so once its day is
    over, unless it is a reminder of anything but their answer, and so is a last day of what was done, and what is being moved to
    a day that is not known yet. An entry keeps its identity when it is moved or put right,
    and its number rises.
    """
    # A mail that did not arrive is no day to keep.
    found = [
        ask
        for ask in agenda(person, now=now)
        if not (ask.round.kind == EventKind.REMINDER and ask.round.is_read)
    ]
    saved = _saved(person, now=now)
    number = _number(person)
    ends = _ends(person, {a.application.pk for a in found if not a.application.is_open})
    entries = [
        entry
        for ask in found
        for entry in _entries(
            person,
            ask,
            number=number,
            ended=ends.get(ask.application.pk),
            now=now,
        )
    ]
    return entries + [_deadline(row, number=number) for row in saved]


def _number(person: Person) -> int:
    """Return the number of what was recorded last: it rises with every change.

    What was recorded of one application does not: it gets less where it is taken apart.
    """
    last = Event.objects.for_person(person).aggregate(last=Max("number"))["last"]
    return last or 0


def _events_of(person: Person, keys: Collection[uuid.UUID]) -> Any:
    """Return their events with `head`: the application that they are part of by now."""
    events = Event.objects.for_person(person).annotate(
        head=Coalesce("application__merged_into", "application")
    )
    return events.filter(head__in=keys)


def _ends(
    person: Person, keys: Collection[uuid.UUID]
) -> dict[uuid.UUID, datetime | None]:
    """Return when each of these applications ended; nothing is asked where there is none."""
    if not keys:
        return {}
    histories: dict[uuid.UUID, list[PastEvent]] = defaultdict(list)
    for event in _events_of(person, keys).select_related("application"):
        head = event.application.merged_into_id or event.application_id
        histories[head].append(event.as_past())
    return {head: ended_at(history) for head, history in histories.items()}


def _entries(
    person: Person,
    ask: Ask,
    *,
    number: int,
    ended: datetime | None,
    now: datetime,
) -> Iterator[CalendarEntry]:
    """Yield what is to be, and the last day to say whether one comes to it."""
    starts = _starts(person, ask.round)
    entry = _entry(person, ask, starts=starts, number=number, ended=ended, now=now)
    if entry is not None:
        yield entry
    until = ask.round.until
    if not (_is_set(ask.round) and until and ask.wants_word):
        return
    word = _entry(person, ask, starts=until, number=number, ended=ended, now=now)
    if word is not None:
        title = _title(ask.application, LAST_WORD)
        yield replace(word, uid=f"{word.uid}-word", title=title, place="")


def _entry(
    person: Person,
    ask: Ask,
    *,
    starts: datetime | date | None,
    number: int,
    ended: datetime | None,
    now: datetime,
) -> CalendarEntry | None:
    each = ask.round
    if starts is None:
        return None
    day = starts.date() if isinstance(starts, datetime) else starts
    if day < (now - KEPT_AFTER).date():
        return None
    # What the person wants to be reminded of stands whatever became of the application.
    is_bound = each.kind != EventKind.REMINDER
    is_over = is_bound and ended is not None and _lay_ahead(person, starts, ended)
    # A last day is none any more for what was done before it.
    is_done = each.is_settled and not _is_set(each)
    return CalendarEntry(
        uid=each.first_name,
        title=_title(ask.application, *_what(each)),
        starts=starts,
        minutes=each.minutes or USUAL_MINUTES,
        is_length_told=bool(each.minutes),
        # Where nobody said which clock is theirs, an hour without a zone has none.
        is_floating=each.is_own_hour and is_world_time(person.time_zone),
        changed_at=each.changed_at,
        number=number,
        place=each.place or each.link,
        url=each.link,
        description="\n".join(
            filter(
                None,
                (_hour(each), _moved(person, each), _by(each), each.people, each.note),
            )
        ),
        is_cancelled=is_over or is_done or ask.is_moot or each.outcome in NOT_HELD,
    )


def _is_set(each: Round) -> bool:
    """Say whether it has an hour or a day of its own, and no more than a last one."""
    before = each.moved_from or each.was_on if each.outcome == Outcome.MOVED else None
    return bool(each.starts_at or each.on_day or before)


def _starts(person: Person, each: Round) -> datetime | date | None:
    begins = each.begins(zone_name=person.time_zone)
    if begins is None and each.outcome == Outcome.MOVED and each.moved_from is not None:
        # Where it stood until now is free again, and the calendar is to say so.
        begins = _aware(person, each.moved_from)
    if begins is None:
        was_on = each.was_on if each.outcome == Outcome.MOVED else None
        return each.on_day or was_on or each.until
    # An offset alone has no name that a calendar could keep: the person's own zone has.
    return begins.astimezone(zone(each.time_zone or person.time_zone))


def _lay_ahead(person: Person, starts: datetime | date, moment: datetime) -> bool:
    if isinstance(starts, datetime):
        return starts > moment
    return starts >= day_in(moment, zone_name=person.time_zone)


def _aware(person: Person, moment: datetime) -> datetime:
    own = zone(person.time_zone)
    return moment if moment.tzinfo else moment.replace(tzinfo=own)


def _hour(each: Round) -> str:
    return _("The hour is not told.") if each.on_day is not None else ""


def _by(each: Round) -> str:
    """Return by which hour of its last day something is wanted; empty where it is not told."""
    if each.until is None or each.until_hour is None:
        return ""
    day = with_hour(date_format(each.until, "l j F Y"), each.until_hour)
    return _("To be answered or done by %(day)s") % {"day": day}


def _moved(person: Person, each: Round) -> str:
    """Return from when it was moved, in words; empty where it never was."""
    if each.was_on is not None:
        day = date_format(each.was_on, "l j F Y")
        return _("Moved: it was to be on %(day)s") % {"day": day}
    if each.moved_from is None:
        return ""
    # By the own clock, as on every page; said where the entry is in another zone.
    before = _aware(person, each.moved_from).astimezone(zone(person.time_zone))
    when = date_format(before, "l j F Y, H:i")
    if each.time_zone and each.time_zone != person.time_zone:
        when = str(clock_words(when, name=person.time_zone))
    return _("Moved: it was to begin %(when)s") % {"when": when}


def _what(each: Round) -> tuple[Words, str]:
    """Return what is on its day, and what that is called where the first says what is due."""
    due = None if _is_set(each) else LAST_DAY_LABELS.get(each.kind)
    if due is not None:
        return due, each.title
    return each.title or EVENT_LABELS[each.kind], ""


def _title(application: Application, what: Words, called: str = "") -> str:
    named = [called] if called else []
    return f"{what}: {' · '.join([*named, str(application)])}"


def _saved(person: Person, *, now: datetime) -> list[Application]:
    return list(
        Application.objects.for_person(person).filter(
            merged_into=None,
            stage=Stage.SAVED.value,
            is_archived=False,
            deadline__gte=(now - KEPT_AFTER).date().isoformat(),
        )
    )


def _deadline(row: Application, *, number: int) -> CalendarEntry:
    return CalendarEntry(
        uid=f"deadline-{row.pk}",
        title=_("Last day to apply: %(what)s") % {"what": row},
        starts=date.fromisoformat(row.deadline),
        changed_at=row.created_at,
        number=number,
        url=row.url,
    )
