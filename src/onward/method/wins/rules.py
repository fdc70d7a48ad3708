"""What counts as a small win, what a week moved, and when to say so; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from onward.applications.rules.history import PastEvent
from onward.applications.rules.kinds import NO_KINDS, EventKind, NoKind
from onward.applications.rules.payload import NOT_HELD
from onward.applications.rules.round import Round
from onward.applications.rules.rounds import rounds

RECENT = timedelta(days=3)
"""How long after a win a moment is offered for it; later it only stands on the wall."""

ROUND_GAP = timedelta(days=7)
"""An interview this long after one without a known time is taken for the next round."""

AT_ONCE = timedelta(hours=1)
"""A test that a machine sends so soon after an application goes to everybody."""

FORWARD_AFTER = timedelta(hours=18)
FORWARD_UNTIL = timedelta(days=5)
MOST_PER_GROUP = 5
FRIDAY = 4
_FROM_HOUR, _TO_HOUR = 12, 20


class WinKind(StrEnum):
    """The kinds of small win; the last four are only ever the person's own word."""

    HUMAN_REPLY = "human_reply"
    CALLBACK = "callback"
    NEXT_STAGE = "next_stage"
    OFFER = "offer"
    ACCEPTED = "accepted"
    FEEDBACK = "feedback"
    HARD_THING = "hard_thing"
    CONNECTION = "connection"
    GOAL = "goal"
    REST = "rest"
    OWN = "own"


OUTCOMES = frozenset(
    {
        WinKind.HUMAN_REPLY,
        WinKind.CALLBACK,
        WinKind.NEXT_STAGE,
        WinKind.OFFER,
        WinKind.ACCEPTED,
        WinKind.FEEDBACK,
    }
)
"""What came from others; everything else is the person's own doing."""

OFFERED = frozenset({WinKind.OFFER, WinKind.ACCEPTED})
"""What can be taken away again: the offer withdrawn, or the job gone before it began."""

TAKEN_AWAY = frozenset({NoKind.THEY_SAID_NO, NoKind.JOB_WENT_AWAY})
"""The ends of an application by which they took it away."""

OWN_KINDS: tuple[WinKind, ...] = (
    WinKind.OWN,
    WinKind.HARD_THING,
    WinKind.CONNECTION,
    WinKind.GOAL,
    WinKind.REST,
)
"""What a person can add by hand, the plainest first."""

GOOD_NEWS = frozenset({WinKind.CALLBACK, WinKind.NEXT_STAGE, WinKind.OFFER})
"""After these one forward step is offered: good news is followed by resting on it.

Source: Wanberg, Zhu & van Hooft (2010), Academy of Management Journal 53(4).
"""

_HARD = frozenset({EventKind.FEEDBACK_ASKED, EventKind.FOLLOW_UP, EventKind.DEBRIEF})
_SENT = frozenset({EventKind.APPLIED, EventKind.CONFIRMATION})
_CONTACT = frozenset(
    {
        EventKind.REPLY,
        EventKind.INFORMATION_REQUEST,
        EventKind.ASSESSMENT,
        EventKind.INTERVIEW,
        EventKind.OFFER,
        EventKind.ACCEPTANCE,
    }
)


READ_KINDS = _HARD | _CONTACT | {EventKind.FEEDBACK_RECEIVED}
"""The kinds of event that can be a win at all."""


def win_of(
    event: PastEvent, *, history: Iterable[PastEvent], is_from_person: bool
) -> WinKind | None:
    """Return which small win an event is, or None; a doubtful one is none.

    Args:
        history: All events of the same application, in any order; `event` may be there.
        is_from_person: Somebody who reads answers wrote it, not a machine.
    """
    if event.is_void:
        return None
    before = _before(event, history)
    if event.kind in _HARD:
        # Recorded by themselves, or read from the mail that they wrote.
        return WinKind.HARD_THING
    if event.kind == EventKind.FEEDBACK_RECEIVED:
        return WinKind.FEEDBACK
    if event.kind == EventKind.ACCEPTANCE:
        return _first(event, before, kind=WinKind.ACCEPTED)
    if event.kind == EventKind.OFFER:
        return _first(event, before, kind=WinKind.OFFER)
    if event.kind == EventKind.INTERVIEW:
        return _interview(event, before)
    if event.kind == EventKind.ASSESSMENT:
        was_further = any(
            e.kind in {EventKind.INTERVIEW, EventKind.OFFER} for e in before
        )
        if was_further or (not is_from_person and _is_at_once(event, before)):
            return None
        return _first(event, before, kind=WinKind.NEXT_STAGE)
    if event.kind in {EventKind.REPLY, EventKind.INFORMATION_REQUEST}:
        return _reply(before, is_from_person=is_from_person)
    return None


def _before(event: PastEvent, history: Iterable[PastEvent]) -> list[PastEvent]:
    earlier = (
        each
        for each in history
        if not each.is_void
        and each.number != event.number
        and (each.at, each.number) < (event.at, event.number)
    )
    return sorted(earlier, key=lambda each: (each.at, each.number))


def _first(
    event: PastEvent, before: Sequence[PastEvent], *, kind: WinKind
) -> WinKind | None:
    return None if any(each.kind == event.kind for each in before) else kind


def _is_at_once(event: PastEvent, before: Sequence[PastEvent]) -> bool:
    """Say whether it came so soon after the application that nobody can have read that."""
    sent = [e.at for e in before if e.kind in _SENT]
    return bool(sent) and event.at - max(sent) <= AT_ONCE


def _interview(event: PastEvent, before: Sequence[PastEvent]) -> WinKind | None:
    """Return a callback, the next round, or None for another word on a known interview."""
    if _is_told_off(event):
        return None
    if all(each.kind != EventKind.INTERVIEW or _is_told_off(each) for each in before):
        return WinKind.CALLBACK
    known = [each for each in rounds(before) if each.kind == EventKind.INTERVIEW]
    held = [each for each in known if each.outcome not in NOT_HELD]
    # A later round is asked for once the earlier one has been; whatever comes before it
    # moves it, confirms it or reminds of it, and so does what comes for one called off.
    is_over = bool(held) and event.at > max(map(_over_at, held))
    return WinKind.NEXT_STAGE if is_over else None


def _is_told_off(event: PastEvent) -> bool:
    """Say whether all that was heard of a talk is that it is off, or put off without a new day."""
    return event.payload.get("outcome") in NOT_HELD


def _over_at(interview: Round) -> datetime:
    heard_at = interview.recorded_at
    begins = interview.starts_at
    if begins is None and interview.on_day is not None:
        begins = datetime.combine(interview.on_day, time.max)
    if begins is None:
        return heard_at + ROUND_GAP
    aware = begins if begins.tzinfo else begins.replace(tzinfo=heard_at.tzinfo)
    return max(aware, heard_at)


def _reply(before: Sequence[PastEvent], *, is_from_person: bool) -> WinKind | None:
    was_heard = any(e.kind in _CONTACT or e.kind in NO_KINDS for e in before)
    return WinKind.HUMAN_REPLY if is_from_person and not was_heard else None


def is_moment_ripe(*, at: datetime, learned_at: datetime, now: datetime) -> bool:
    """Return whether a win is fresh: it happened, and was learned of, within three days."""
    return at <= now and now - at <= RECENT and now - learned_at <= RECENT


def asks_forward(kind: WinKind, *, at: datetime, now: datetime) -> bool:
    """Return whether good news is old enough, and not too old, for one forward step."""
    return kind in GOOD_NEWS and FORWARD_AFTER <= now - at <= FORWARD_UNTIL


def week_of(day: date, *, starts_on: int) -> tuple[date, date]:
    """Return the first and last day of the week of `day`, for weeks starting on a weekday.

    Args:
        starts_on: 0 for Monday to 6 for Sunday.
    """
    first = day - timedelta(days=(day.weekday() - starts_on) % 7)
    return first, first + timedelta(days=6)


def is_friday_hour(local: datetime) -> bool:
    """Return whether the week may be summed up at this moment of the person's own clock."""
    return local.weekday() == FRIDAY and _FROM_HOUR <= local.hour < _TO_HOUR


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a week: what, how often, and for whom if it was for one only."""

    what: str
    count: int
    about: str = ""


_BIGGEST = (WinKind.ACCEPTED, WinKind.OFFER)
"""However much else a week brought, these stand first."""


def lines(things: Iterable[tuple[str, str]]) -> tuple[Line, ...]:
    """Return up to five lines from (what, about) pairs, the most frequent first.

    An accepted offer and an offer come before all else. What happened once keeps its
    `about`; what happened often is only counted.
    """
    pairs = list(things)
    counts = Counter(what for what, _about in pairs)
    abouts = dict(pairs)
    ordered = sorted(counts, key=lambda what: (_size(what), -counts[what], what))
    return tuple(
        Line(what, counts[what], abouts[what] if counts[what] == 1 else "")
        for what in ordered[:MOST_PER_GROUP]
    )


def _size(what: str) -> int:
    return _BIGGEST.index(WinKind(what)) if what in _BIGGEST else len(_BIGGEST)
