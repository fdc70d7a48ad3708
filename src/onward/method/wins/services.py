"""Step 9's use cases: show wins, mark them, sum up a week."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.core.dates import day_in, midday_of, start_of
from onward.method.wins.models import ForwardStep, Treat, Win, WinsChoice
from onward.method.wins.rules import (
    FORWARD_UNTIL,
    GOOD_NEWS,
    OFFERED,
    RECENT,
    TAKEN_AWAY,
    Line,
    WinKind,
    asks_forward,
    is_moment_ripe,
    lines,
    week_of,
)
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

_EFFORTS = (
    EventKind.APPLIED,
    EventKind.FEEDBACK_ASKED,
    EventKind.FOLLOW_UP,
    EventKind.DEBRIEF,
    EventKind.REFLECTION,
)

# Of two that were joined the one that goes on tells how it ended.
_TAKEN_AWAY = Q(
    event__application__merged_into=None, event__application__no_kind__in=TAKEN_AWAY
) | Q(event__application__merged_into__no_kind__in=TAKEN_AWAY)


def choice_of(person: Person) -> WinsChoice:
    """Return how the person wants wins to be marked; a new row where none was chosen."""
    row = WinsChoice.objects.for_person(person).first()
    return row or WinsChoice(person=person)


def wall(person: Person) -> OwnedQuerySet[Win]:
    """Return the wins that stand, the newest first; what was taken back is not among them.

    Nor is an offer that they took away later, unless the person marked it or wrote by it.
    """
    standing = Win.objects.for_person(person).filter(hidden_at=None)
    gone = Q(kind__in=OFFERED, marked_at=None, shows="") & _TAKEN_AWAY
    return (
        standing.exclude(gone)
        .filter(Q(event=None) | Q(event__voided_by=None))
        .select_related("event__application__merged_into")
        .order_by("-at", "-id")
    )


def hidden(person: Person) -> OwnedQuerySet[Win]:
    """Return what the person said is no win, the newest first."""
    own = Win.objects.for_person(person).exclude(hidden_at=None)
    return own.select_related("event__application__merged_into").order_by("-at", "-id")


def add_own(
    person: Person, *, words: str, kind: WinKind, day: date, now: datetime
) -> Win:
    """Keep a win in the person's own words, on the day they say."""
    today = day_in(now, zone_name=person.time_zone)
    at = now if day == today else midday_of(day, zone_name=person.time_zone)
    return Win.objects.create(
        person=person, kind=kind.value, words=words.strip(), at=at, learned_at=now
    )


def fresh_win(person: Person, *, now: datetime) -> Win | None:
    """Return the newest win for which a moment can be offered, if one is wanted."""
    if not choice_of(person).shows_moments:
        return None
    new = wall(person).filter(
        marked_at=None, event__isnull=False, at__gt=now - RECENT, at__lte=now
    )
    for win in new[:10]:
        is_ripe = is_moment_ripe(at=win.at, learned_at=win.learned_at, now=now)
        if is_ripe and _still_holds(win):
            return win
    return None


def _still_holds(win: Win) -> bool:
    """Say whether nothing has ended since what came from others: then it is no moment."""
    if not win.is_outcome or win.kind in {WinKind.FEEDBACK, WinKind.ACCEPTED}:
        return True
    return bool(win.event and win.event.application.head.is_open)


def mark(win: Win, *, treat: str, now: datetime) -> None:
    """Keep that the person took a moment for a win, and with what."""
    win.treat, win.marked_at = treat.strip(), now
    win.save(update_fields=["treat", "marked_at"])


def say_what_it_shows(win: Win, *, shows: str) -> None:
    """Keep what the person reads in a win about themself; empty takes it away."""
    win.shows = shows.strip()
    win.save(update_fields=["shows"])


def hide(win: Win, *, now: datetime | None) -> None:
    """Put a win away as none (`now`), or back on the wall (None)."""
    win.hidden_at = now
    win.save(update_fields=["hidden_at"])


def asked_forward(person: Person, *, now: datetime) -> Win | None:
    """Return the good news after which one forward step can be asked for, if there is one."""
    news = wall(person).filter(
        kind__in=[kind.value for kind in GOOD_NEWS],
        at__gt=now - FORWARD_UNTIL,
        forward=None,
    )
    for win in news[:10]:
        is_ripe = asks_forward(WinKind(win.kind), at=win.at, now=now)
        if is_ripe and now - win.learned_at <= FORWARD_UNTIL and _still_holds(win):
            return win
    return None


def answer_forward(win: Win, *, words: str, now: datetime) -> ForwardStep:
    """Keep the forward step, or that there is none; the first answer stays."""
    step, _made = ForwardStep.objects.get_or_create(
        win=win,
        defaults={"person": win.person, "words": words.strip(), "answered_at": now},
    )
    return step


def forward_steps(person: Person, *, now: datetime) -> OwnedQuerySet[ForwardStep]:
    """Return the forward steps of the past days that are not done yet."""
    own = ForwardStep.objects.for_person(person)
    return own.filter(done_at=None, answered_at__gt=now - timedelta(days=7)).exclude(
        words=""
    )


def finish_forward(step: ForwardStep, *, now: datetime) -> None:
    """Keep that a forward step was done, once; it becomes a win in its own words."""
    with transaction.atomic():
        waiting = ForwardStep.objects.for_person(step.person).filter(done_at=None)
        if waiting.filter(pk=step.pk).update(done_at=now) != 1:
            return
        step.done_at = now
        add_own(
            step.person,
            words=step.words,
            kind=WinKind.HARD_THING,
            day=day_in(now, zone_name=step.person.time_zone),
            now=now,
        )


@dataclass(frozen=True, slots=True)
class Week:
    """What moved in one week: the person's own doing and what came from others, apart."""

    first: date
    last: date
    effort: tuple[Line, ...]
    outcomes: tuple[Line, ...]

    @property
    def is_empty(self) -> bool:
        """Nothing is listed, and that is allowed."""
        return not (self.effort or self.outcomes)


def week(person: Person, day: date) -> Week:
    """Return what moved in the week of `day`, as the person's calendar has weeks."""
    first, last = week_of(day, starts_on=person.week_starts_on)
    zone_name = person.time_zone
    start = start_of(first, zone_name=zone_name)
    end = start_of(last + timedelta(days=1), zone_name=zone_name)
    wins = list(wall(person).filter(at__gte=start, at__lt=end))
    return Week(
        first=first,
        last=last,
        effort=lines([*_efforts(person, start, end), *_own_doing(wins)]),
        outcomes=lines((win.kind, _about(win)) for win in wins if win.is_outcome),
    )


def _efforts(person: Person, start: datetime, end: datetime) -> list[tuple[str, str]]:
    events = Event.objects.for_person(person).filter(
        kind__in=list(_EFFORTS), at__gte=start, at__lt=end, voided_by=None
    )
    found = events.select_related("application__merged_into")
    return [(event.kind, str(event.application.head.company)) for event in found]


def _own_doing(wins: Sequence[Win]) -> list[tuple[str, str]]:
    # What stands on an event is counted there.
    return [
        (win.kind, win.words)
        for win in wins
        if not win.is_outcome and win.event_id is None
    ]


def _about(win: Win) -> str:
    return str(win.event.application.head.company) if win.event else win.words


def add_treat(person: Person, *, words: str) -> None:
    """Keep a small treat; the same one twice is one."""
    Treat.objects.get_or_create(person=person, words=words.strip())


def own_win(person: Person, win_id: uuid.UUID) -> Win:
    """Return one of the person's wins.

    Raises:
        Win.DoesNotExist: If it is not theirs, or its source was taken back.
    """
    mine = Win.objects.for_person(person).select_related(
        "event__application__merged_into"
    )
    return mine.filter(Q(event=None) | Q(event__voided_by=None)).get(pk=win_id)
