"""Step 11's use cases: what is next and why, the week in sessions, and coming back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, Stage
from onward.applications.services import Ask, asks, closing, follow_ups
from onward.core.dates import day_in, zone
from onward.exchange.rules.calendar import SHOWN_AHEAD, CalendarEntry
from onward.method.applying.accepted import accepted_offer
from onward.method.applying.models import Rhythm, Session
from onward.method.applying.rules import (
    RISING_WEEKS,
    SOON,
    DayKind,
    Felt,
    Matter,
    MatterKind,
    Pace,
    fewer,
    is_back,
    is_overload,
    next_matters,
)
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

HOUR = timedelta(hours=1)
LESS_ASKED_EVERY = timedelta(weeks=3)
SMALL_THINGS = 3
LONGEST_OPEN = timedelta(hours=12)

_KINDS = {
    EventKind.INTERVIEW: MatterKind.INTERVIEW,
    EventKind.ASSESSMENT: MatterKind.ASSESSMENT,
    EventKind.INFORMATION_REQUEST: MatterKind.REQUEST,
    EventKind.OFFER: MatterKind.OFFER,
    EventKind.REMINDER: MatterKind.REMINDER,
}


def rhythm_of(person: Person) -> Rhythm:
    """Return the person's rhythm, the default where they have chosen none."""
    found = Rhythm.objects.for_person(person).first() or Rhythm()
    found.person = person
    return found


def pace_of(person: Person) -> Pace:
    """Return the person's week in sessions."""
    return rhythm_of(person).as_pace()


def keep_pace(
    person: Person, pace: Pace, *, starts_at: time | None = None, now: datetime
) -> Rhythm:
    """Keep a week in sessions; from now on a session may be suggested on its day."""
    rhythm = rhythm_of(person)
    rhythm.is_on, rhythm.is_asked = True, True
    rhythm.session_days = sorted(pace.session_days - pace.protected_days)
    rhythm.protected_days = sorted(pace.protected_days)
    rhythm.minutes = pace.minutes
    rhythm.starts_at = starts_at or rhythm.starts_at
    rhythm.changed_at = now
    rhythm.save()
    return rhythm


def keep_no_plan(person: Person) -> None:
    """Keep that the person wants no plan: nothing suggests a session any more."""
    Rhythm.objects.update_or_create(
        person=person, defaults={"is_on": False, "is_asked": True}
    )


def note_activity(person: Person, *, at: datetime) -> None:
    """Remember to the hour when the person last did something by hand."""
    late = Q(last_active_at=None) | Q(last_active_at__lt=at - HOUR)
    rows = Rhythm.objects.for_person(person)
    if not rows.filter(late).update(last_active_at=at):
        Rhythm.objects.get_or_create(person=person, defaults={"last_active_at": at})


def comes_back(rhythm: Rhythm, *, now: datetime) -> bool:
    """Return whether the person comes back after a while."""
    return is_back(last_active_at=rhythm.last_active_at, now=now)


def is_search_over(person: Person, *, now: datetime) -> bool:
    """Return whether an accepted offer ended the search: then nothing pushes it on."""
    return accepted_offer(rhythm_of(person), now=now) is not None


def is_new_here(rhythm: Rhythm, *, now: datetime) -> bool:
    """Return whether to offer a plan once: applications are there, and it was never asked."""
    if rhythm.is_asked:
        return False
    open_ones = Application.objects.for_person(rhythm.person).filter(
        merged_into=None, is_archived__in=(False,), is_open__in=(True,)
    )
    return open_ones.filter(last_moved_at__gt=now - timedelta(days=30)).exists()


def matters(rhythm: Rhythm, *, is_over: bool, now: datetime) -> list[Matter]:
    """Return everything that may be next, ripe or not, in no set order.

    Args:
        is_over: An accepted offer ended the search.
    """
    person = rhythm.person
    today = day_in(now, zone_name=person.time_zone)
    found = list(_asked(person, now=now))
    if is_over:
        # Nobody else needs a word then; what the person wants to be reminded of stays.
        return [matter for matter in found if matter.kind == MatterKind.REMINDER]
    for row in closing(person, today=today, until=today + SOON):
        found.append(_of(row, MatterKind.CLOSING, until=row.deadline_on))
    for one in follow_ups(person, now=now, today=today):
        since = _with_them_since(one.application)
        found.append(_of(one.application, MatterKind.FOLLOW_UP, heard_at=since))
    pace = rhythm.as_pace()
    is_planned = rhythm.is_on and pace.kind_of(today) == DayKind.SESSION
    if is_planned and not sessions(person).filter(day=today).exists():
        found.append(Matter(kind=MatterKind.SESSION, minutes=pace.minutes))
    return found


def _with_them_since(application: Application) -> datetime | None:
    """Return since when it is with them, also where they asked for so much time."""
    since, last = application.waiting_since, application.last_moved_at
    if application.stage != Stage.APPLIED or since is None or last is None:
        return since
    return min(since, last)


def next_action(
    rhythm: Rhythm, *, is_over: bool | None = None, now: datetime
) -> Matter | None:
    """Return the one thing to take up next; the caller honours the quiet window.

    Args:
        is_over: An accepted offer ended the search; found out where it is not told.
    """
    if is_over is None:
        is_over = accepted_offer(rhythm, now=now) is not None
    return next(iter(next_actions(rhythm, is_over=is_over, now=now)), None)


def next_actions(rhythm: Rhythm, *, is_over: bool, now: datetime) -> list[Matter]:
    """Return the one thing to take up next, and what others fixed for today or tomorrow."""
    today = day_in(now, zone_name=rhythm.person.time_zone)
    kind = DayKind.PROTECTED if is_day_off(rhythm, today=today) else DayKind.OPEN
    found = matters(rhythm, is_over=is_over, now=now)
    return next_matters(found, now=now, today=today, day_kind=kind)


def is_day_off(rhythm: Rhythm, *, today: date) -> bool:
    """Return whether the person has today off; nobody is kept from a search by default."""
    return rhythm.is_on and rhythm.as_pace().kind_of(today) == DayKind.PROTECTED


def _asked(person: Person, *, now: datetime) -> Iterator[Matter]:
    for ask in asks(person, now=now):
        yield _of(
            ask.application,
            _KINDS[ask.round.kind],
            starts_at=_begins(person, ask),
            on_day=ask.round.on_day,
            moved_from=_moved_from(person, ask),
            until=None if ask.wants_word else ask.round.until,
            until_hour=None if ask.wants_word else ask.round.until_hour,
            heard_at=ask.round.recorded_at,
            note=ask.round.note if ask.round.kind == EventKind.REMINDER else "",
            is_read=ask.round.is_read,
        )
        if ask.wants_word:
            yield _of(
                ask.application,
                MatterKind.CONFIRM,
                until=ask.round.until,
                until_hour=ask.round.until_hour,
            )


def _begins(person: Person, ask: Ask) -> datetime | None:
    """Return when it begins on the person's own clock."""
    begins = ask.round.begins(zone_name=person.time_zone)
    return begins.astimezone(zone(person.time_zone)) if begins else None


def _moved_from(person: Person, ask: Ask) -> datetime | None:
    """Return from when it was moved, on the person's own clock."""
    before, own = ask.round.moved_from, zone(person.time_zone)
    if before is None:
        return None
    return before.astimezone(own) if before.tzinfo else before.replace(tzinfo=own)


def _of(
    application: Application,
    kind: MatterKind,
    *,
    starts_at: datetime | None = None,
    on_day: date | None = None,
    moved_from: datetime | None = None,
    until: date | None = None,
    until_hour: time | None = None,
    heard_at: datetime | None = None,
    note: str = "",
    is_read: bool = False,
) -> Matter:
    return Matter(
        kind=kind,
        application=str(application.pk),
        name=application.company or application.role,
        starts_at=starts_at,
        on_day=on_day,
        moved_from=moved_from,
        until=until,
        until_hour=until_hour,
        heard_at=heard_at,
        note=note,
        is_read=is_read,
    )


def small_things(person: Person, *, today: date) -> list[Application]:
    """Return a few saved adverts to begin with again, the latest first.

    None of an advert whose last day is over, and none out of sight until later than today.
    """
    saved = Application.objects.for_person(person).filter(
        Q(deadline="") | Q(deadline__gte=today.isoformat()),
        Q(snoozed_until=None) | Q(snoozed_until__lte=today),
        merged_into=None,
        is_archived__in=(False,),
        stage="saved",
    )
    return list(saved.order_by("-last_moved_at")[:SMALL_THINGS])


def sessions(person: Person) -> OwnedQuerySet[Session]:
    """Return the sessions that count, the latest first."""
    own = Session.objects.for_person(person).filter(left_out_at=None)
    return own.order_by("-started_at")


def open_session(person: Person, *, now: datetime) -> Session | None:
    """Return the session that is going on; one forgotten for half a day is none."""
    going = sessions(person).filter(ended_at=None, started_at__gt=now - LONGEST_OPEN)
    return going.first()


def start_session(person: Person, *, now: datetime) -> Session:
    """Begin a session, or go on with the one that is going on."""
    going = open_session(person, now=now)
    if going is not None:
        return going
    note_activity(person, at=now)
    day = day_in(now, zone_name=person.time_zone)
    return Session.objects.create(person=person, day=day, started_at=now)


def end_session(
    session: Session, *, minutes: int, felt: Felt | None, note: str, now: datetime
) -> None:
    """Keep how long a session was and how it felt; ending it again changes what was said."""
    session.ended_at = session.ended_at or now
    session.minutes = minutes
    session.felt = felt.value if felt else ""
    session.note = note.strip()
    session.save(update_fields=["ended_at", "minutes", "felt", "note"])


def leave_out(session: Session, *, now: datetime) -> None:
    """Leave a session out: it counts no more, and can be brought back."""
    session.left_out_at = now
    session.save(update_fields=["left_out_at"])


def bring_back(session: Session) -> None:
    """Let a session count again that was left out."""
    session.left_out_at = None
    session.save(update_fields=["left_out_at"])


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """One day of the week as its page shows it; what was not done is not told."""

    day: date
    kind: DayKind
    sessions: list[Session]
    is_today: bool


def week(person: Person, *, today: date) -> list[PlannedDay]:
    """Return the days of the person's week that holds today."""
    first = start_of_week(person, today)
    days = [first + timedelta(days=number) for number in range(7)]
    held = list(sessions(person).filter(day__gte=days[0], day__lte=days[-1]))
    pace = pace_of(person)
    return [
        PlannedDay(
            day=day,
            kind=pace.kind_of(day),
            sessions=[one for one in held if one.day == day],
            is_today=day == today,
        )
        for day in days
    ]


def start_of_week(person: Person, day: date) -> date:
    """Return the first day of the person's week that holds `day`."""
    return day - timedelta(days=(day.weekday() - person.week_starts_on) % 7)


def wants_less(rhythm: Rhythm, *, now: datetime) -> bool:
    """Return whether to ask about fewer sessions, once in three weeks and not more often."""
    person = rhythm.person
    asked = rhythm.less_asked_at
    if not rhythm.is_on or (asked is not None and now - asked < LESS_ASKED_EVERY):
        return False
    today = day_in(now, zone_name=person.time_zone)
    this_week = start_of_week(person, today)
    first = this_week - timedelta(weeks=RISING_WEEKS)
    held = list(sessions(person).filter(day__gte=first, day__lt=this_week))
    return is_overload(
        _by_week(held, first=first),
        felt=[Felt(one.felt) for one in held if one.felt],
        planned=rhythm.as_pace().week_minutes,
    )


def _by_week(held: Sequence[Session], *, first: date) -> list[int]:
    minutes = [0] * RISING_WEEKS
    for one in held:
        minutes[(one.day - first).days // 7] += one.minutes or 0
    return minutes


def answer_less(person: Person, *, is_yes: bool, now: datetime) -> Pace:
    """Take one session out of the week if the person wants that; ask no more for a while."""
    rhythm = rhythm_of(person)
    if is_yes:
        rhythm = keep_pace(person, fewer(rhythm.as_pace()), now=now)
    Rhythm.objects.for_person(person).update(less_asked_at=now)
    return rhythm.as_pace()


def calendar_entries(person: Person, *, now: datetime) -> list[CalendarEntry]:
    """Return the planned sessions of the coming two months; none without a plan or after a yes."""
    rhythm = rhythm_of(person)
    if not rhythm.is_on or accepted_offer(rhythm, now=now) is not None:
        return []
    today = day_in(now, zone_name=person.time_zone)
    pace = rhythm.as_pace()
    days = (today + timedelta(days=number) for number in range(SHOWN_AHEAD.days + 1))
    own = zone(person.time_zone)
    return [
        CalendarEntry(
            uid=f"session-{person.pk}-{day:%Y%m%d}",
            title="",
            starts=datetime.combine(day, rhythm.starts_at, tzinfo=own),
            minutes=pace.minutes,
            is_length_told=True,
            changed_at=rhythm.changed_at or now,
        )
        for day in days
        if pace.kind_of(day) == DayKind.SESSION
    ]


def read_event(event: Event) -> None:
    """Take note of what the person did by hand."""
    if event.decided_by == DecidedBy.PERSON:
        note_activity(event.person, at=event.recorded_at)
