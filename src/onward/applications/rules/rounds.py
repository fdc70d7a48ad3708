"""Interviews, tests, and whatever else was asked for by a day: each as it stands now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from onward.applications.rules.kinds import (
    ARRANGED_KINDS,
    NO_KINDS,
    PLANNED_KINDS,
    REOPENING,
    DecidedBy,
    EventKind,
    NoKind,
)
from onward.applications.rules.past import PastEvent
from onward.applications.rules.payload import (
    Format,
    Outcome,
    asked_time,
    day_alone,
    held_day,
    last_day,
    last_hour,
    later_said,
)
from onward.applications.rules.reopening import reopens
from onward.applications.rules.round import Round, begins_at
from onward.applications.rules.told import Told, later_day

_ASKING = ARRANGED_KINDS | {EventKind.REMINDER}
_OWN_NOES = frozenset({EventKind.WITHDRAWAL, EventKind.OFFER_DECLINED})
_CALL_OFF = _OWN_NOES | {EventKind.POSITION_CLOSED}
_ANSWERS = frozenset({EventKind.ACCEPTANCE, EventKind.OFFER_DECLINED})
_LATER_STAGES = frozenset({EventKind.OFFER, EventKind.ACCEPTANCE})
SETTLING = (
    frozenset({EventKind.ARRANGED, EventKind.DONE, EventKind.REOPENED})
    | _OWN_NOES
    | _ANSWERS
)
"""What says how things stand with what was asked, beside what asks."""


def rounds(history: Iterable[PastEvent]) -> list[Round]:
    """Return the rounds of one application as they stand now, the earliest heard of first.

    What was arranged later wins field by field. A correction of the event keeps what was
    arranged for it before. An invitation that only says that there will be an interview is
    the same round as the next that is heard of, and so are two that begin together, two on
    one day of which one has no hour, or two tests with one last day. Mail that gives more time for a test says its new last day, and
    a renewed offer is the one that is open. Where mail names another time on the same day, the later mail moved it.
    """
    found = _told(history)
    heirs = _heirs(found)
    return [round_ for round_ in found if round_.event not in heirs]


def round_known_as(history: Iterable[PastEvent], *, event: str) -> Round | None:
    """Return the round that an event is part of; None where it is part of none that stands.

    The event may have been corrected, or be an invitation to what another told of better:
    the round is then the one that is shown in its place.
    """
    found = _told(history)
    heirs = _heirs(found)
    known = [round_ for round_ in found if event in round_.names]
    if not known:
        return None
    round_ = next((each for each in known if each.event == event), known[0])
    while round_.event in heirs:
        round_ = heirs[round_.event]
    return round_


def _told(history: Iterable[PastEvent]) -> list[Round]:
    """Return each event that asks for something as a round of its own."""
    told = Told.of(history)
    answered = [event.at for event in told.lasting if event.kind in _ANSWERS]
    found = [
        _round(
            event,
            names=told.names(event),
            said=told.about(event),
            is_answered=event.kind == EventKind.OFFER
            and any(event.at <= at for at in answered),
        )
        for event in told.lasting
        if event.kind in _ASKING and event.identity not in told.bases
    ]
    found = [_as_ended(round_, history=told.lasting) for round_ in found]
    return [
        replace(round_, is_overtaken=_is_overtaken(round_, history=told.lasting))
        for round_ in found
    ]


def _heirs(found: Sequence[Round]) -> dict[str, Round]:
    """Return the round that stands in place of each that does not, by identity.

    Rounds told anew lead to later ones, and of those that stand repeats lead to earlier ones.
    """
    anew = {
        round_.event: heir
        for place, round_ in enumerate(found)
        if (heir := _told_anew(round_, later=found[place + 1 :])) is not None
    }
    left = [round_ for round_ in found if round_.event not in anew]
    repeated = {
        round_.event: heir
        for place, round_ in enumerate(left)
        if (heir := _repeated(round_, earlier=left[:place])) is not None
    }
    left = [round_ for round_ in left if round_.event not in repeated]
    elsewhere = {
        round_.event: heir
        for round_ in left
        if (heir := _told_elsewhere(round_, others=left)) is not None
    }
    return anew | repeated | elsewhere


def _as_ended(round_: Round, *, history: Sequence[PastEvent]) -> Round:
    """Return an interview as called off where the person stepped back, or the opening went away, before it."""
    begins = round_.starts_at
    if begins is None and round_.on_day is not None:
        # What came on that very day may have come after it.
        begins = datetime.combine(round_.on_day, time.min)
    if round_.kind != EventKind.INTERVIEW or begins is None or round_.outcome:
        return round_
    begins = begins if begins.tzinfo else begins.replace(tzinfo=UTC)
    is_off, no = False, None
    for event in history:
        if not round_.recorded_at < event.at < begins:
            continue
        if event.kind in _CALL_OFF:
            is_off, no = True, NO_KINDS.get(event.kind)
        elif _is_life(event, no=no) or str(event.payload.get("event")) == round_.event:
            is_off = False
    return replace(round_, outcome=Outcome.CANCELLED) if is_off else round_


def _is_overtaken(round_: Round, *, history: Sequence[PastEvent]) -> bool:
    """Say whether an interview or a test had its answer: a no, an offer, the next round.

    A no ends it before its day too, unless a sign of life came before that day; the next
    round tells of it only once its day is over.
    """
    if round_.kind not in PLANNED_KINDS:
        return False
    day, last = round_.starts_at, round_.on_day or round_.until
    if day is None and last is not None:
        day = datetime.combine(last, time.max)
    if day is not None and day.tzinfo is None:
        day = day.replace(tzinfo=UTC)
    is_over, no = False, None
    for event in history:
        if event.at <= round_.recorded_at or event.identity in round_.names:
            continue
        is_past = day is not None and event.at > day
        if event.kind in NO_KINDS:
            is_over, no = True, NO_KINDS[event.kind]
        elif event.kind in _LATER_STAGES:
            is_over = is_past or day is None
        elif event.kind in PLANNED_KINDS and is_past:
            is_over = True
        elif _is_life(event, no=no) and not is_past:
            is_over, no = False, None
    return is_over


def _is_life(event: PastEvent, *, no: NoKind | None) -> bool:
    return event.kind in REOPENING and reopens(event, no=no)


def _told_anew(round_: Round, *, later: Sequence[Round]) -> Round | None:
    if round_.kind not in PLANNED_KINDS:
        return None
    for other in later:
        if other.kind == round_.kind and (
            round_.is_bare
            or _is_moved(round_, to=other)
            or _is_same_task(round_, other)
        ):
            return other
    return None


def _is_same_task(one: Round, other: Round) -> bool:
    """Say whether mail reminded of a test: it has the same last day."""
    is_dated = one.until is not None and one.until == other.until
    is_read = one.is_read and other.is_read
    return one.kind == EventKind.ASSESSMENT and is_dated and is_read


def _is_moved(round_: Round, *, to: Round) -> bool:
    if to.starts_at is None:
        return False
    # A reminder names the same time: it is the one that is left out.
    if _is_together(round_, to) or not (round_.is_read and to.is_read):
        return False
    return _own_day(round_) == to.starts_at.date()


def _own_day(round_: Round) -> date | None:
    return round_.starts_at.date() if round_.starts_at else round_.on_day


def _repeated(round_: Round, *, earlier: Sequence[Round]) -> Round | None:
    """Return the one that stands and begins together with this one."""
    if round_.kind not in PLANNED_KINDS:
        return None
    for other in earlier:
        if other.kind == round_.kind and _is_together(other, round_):
            return other
    return None


def _told_elsewhere(round_: Round, *, others: Sequence[Round]) -> Round | None:
    """Return the round that was the same one until it was moved or called off.

    Of what was recorded by hand and told by mail, a later word reaches only one.
    """
    if round_.kind not in PLANNED_KINDS or round_.starts_at is None:
        return None
    for other in others:
        is_same = other.kind == round_.kind and other.event != round_.event
        if not is_same or (other.is_read and round_.is_read):
            continue
        if any(
            hour == round_.starts_at and round_.changed_at < at
            for hour, at in other.left
        ):
            return other
        is_off = _is_off_by_mail(other, beside=round_)
        is_off = is_off and round_.changed_at < other.changed_at
        if is_off and other.starts_at == round_.starts_at:
            return other
    return None


def _is_off_by_mail(round_: Round, *, beside: Round) -> bool:
    is_off = round_.is_read and round_.outcome == Outcome.CANCELLED
    return is_off and not beside.outcome and not beside.is_read


def _is_together(one: Round, other: Round) -> bool:
    a, b = one.starts_at, other.starts_at
    is_read = one.is_read and other.is_read
    if _is_off_by_mail(one, beside=other) or _is_off_by_mail(other, beside=one):
        return False
    if other.on_day is not None:  # by hand two talks on one day are two
        return is_read and _own_day(one) == other.on_day
    if one.on_day is not None and other.is_bare:  # "see you at the interview"
        return is_read and other.recorded_at.date() <= one.on_day
    # A clock time without a zone is not the same as any moment.
    return a is not None and b is not None and a == b


def _round(
    event: PastEvent,
    *,
    names: frozenset[str],
    said: Sequence[PastEvent],
    is_answered: bool,
) -> Round:
    now: dict[str, Any] = dict(event.payload)
    changes = [e for e in said if e.kind in {EventKind.ARRANGED, event.kind}]
    left: tuple[datetime | None, date | None] = None, None
    hours: list[tuple[datetime, datetime]] = []
    for change in said:
        if change.kind == event.kind:
            now = later_said(now, later_day(change.payload))
        if _is_only_answer(change, to=event):
            now["until"] = ""
        if change.kind != EventKind.ARRANGED:
            continue
        before, now = now, later_said(now, change.payload)
        hours += _left_hour(change, before=before, now=now)
        if _is_moved_by(before, now):
            left = begins_at(before), day_alone(before)
            if change.decided_by == DecidedBy.RULE and "until" not in change.payload:
                now["until"] = ""  # by then they asked about the time that is over
    outcome = Outcome(now["outcome"]) if now.get("outcome") else None
    begins, on_day = begins_at(now), day_alone(now)
    if outcome == Outcome.MOVED:
        left = (begins, on_day) if begins or on_day else left
        begins = on_day = None
    held_on = held_day(now)
    if held_on is not None and begins is not None and begins.date() != held_on:
        begins = None  # it was on another day than the one that was arranged
    if begins is not None or held_on is not None:
        on_day = None
    return Round(
        event=event.identity,
        names=names,
        kind=event.kind,
        recorded_at=event.at,
        title=str(now.get("title") or ""),
        starts_at=begins,
        on_day=on_day,
        moved_from=left[0],
        left=tuple(hours),
        was_on=left[1],
        time_zone="" if now.get("own_clock") else str(now.get("time_zone") or ""),
        is_own_hour=begins is not None
        and (bool(now.get("own_clock")) or begins.tzinfo is None),
        minutes=now.get("minutes") or None,
        format=Format(now["format"]) if now.get("format") else None,
        people=str(now.get("people") or ""),
        place=str(now.get("place") or ""),
        link=str(now.get("link") or ""),
        outcome=outcome,
        until=last_day(now),
        until_hour=last_hour(now),
        note=str(now.get("note") or ""),
        held_on=held_on,
        is_time_asked="asked_for" in now,
        is_own_wish="own_wish" in now,
        asked_for=asked_time(now),
        is_done=is_answered
        or any(
            other.kind == EventKind.DONE and not _is_only_answer(other, to=event)
            for other in said
        ),
        is_read=all(e.decided_by == DecidedBy.RULE for e in (event, *said)),
        changed_at=max(each.at for each in (event, *changes)),
    )


def _left_hour(
    change: PastEvent, *, before: Mapping[str, Any], now: Mapping[str, Any]
) -> list[tuple[datetime, datetime]]:
    """Return the hour that a word takes it from, with when that was said; none where it stays."""
    hour = begins_at(before)
    is_said = change.payload.get("outcome") == Outcome.MOVED
    is_left = is_said or _is_moved_by(before, now)
    return [(hour, change.at)] if hour is not None and is_left else []


def _is_moved_by(before: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Say whether it is at another hour since, or on another day where that was all they told."""
    hour, day, begins = begins_at(before), day_alone(before), begins_at(now)
    if hour is not None:
        return begins != hour
    return day is not None and day != (begins.date() if begins else day_alone(now))


def _is_only_answer(word: PastEvent, *, to: PastEvent) -> bool:
    """Say whether mail answers an invitation, by which the interview is not yet held."""
    is_of_mail = word.kind == EventKind.DONE and word.decided_by == DecidedBy.RULE
    return is_of_mail and to.kind == EventKind.INTERVIEW
