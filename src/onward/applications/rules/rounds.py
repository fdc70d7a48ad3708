"""Interviews, tests, and whatever else was asked for by a day: each as it stands now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any

from onward.applications.rules.kinds import (
    ARRANGED_KINDS,
    NO_KINDS,
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
    starts_at,
)
from onward.applications.rules.reopening import reopens
from onward.applications.rules.told import Told, later_day
from onward.core.dates import day_in, zone

_ASKING = ARRANGED_KINDS | {EventKind.REMINDER}
_HELD = frozenset({EventKind.INTERVIEW, EventKind.ASSESSMENT})
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """An interview round, a test, a question to answer, an offer or a reminder.

    Attributes:
        event: The identity of the event that it is.
        names: That, and those of the events that it stands in place of.
        recorded_at: When it was heard of, aware UTC.
        changed_at: When the last word on it came, aware UTC.
        starts_at: When it begins, aware where a zone is known; None while that is not known.
        on_day: The day on which it is, where no hour of it is told.
        moved_from: When it was to begin before it was last moved; None if it never was.
        was_on: The same, where only the day of before was told.
        time_zone: The zone it is held in, an IANA name; empty for the person's own.
        until: The last day to answer, or of a reminder; None for an interview answered since.
        until_hour: By when on that day, by the clock of whoever asks; None if not told.
        held_on: The day on which it was, by mail that looks back on it and names no hour.
        is_time_asked: Mail asks whether it may be at another time, and nobody said yes yet.
        is_own_wish: That was asked by the person.
        asked_for: That time, aware; None where the mail names none.
        is_done: The person did what it asks for; an offer, that they took or declined it.
        is_read: It stands as mail told it; the person said nothing of it.
        is_overtaken: A no, an offer or the next round came after it, held or not.
    """

    event: str
    names: frozenset[str]
    kind: EventKind
    recorded_at: datetime
    changed_at: datetime
    title: str = ""
    starts_at: datetime | None = None
    on_day: date | None = None
    moved_from: datetime | None = None
    was_on: date | None = None
    time_zone: str = ""
    minutes: int | None = None
    format: Format | None = None
    people: str = ""
    place: str = ""
    link: str = ""
    outcome: Outcome | None = None
    until: date | None = None
    until_hour: time | None = None
    note: str = ""
    held_on: date | None = None
    is_time_asked: bool = False
    is_own_wish: bool = False
    asked_for: datetime | None = None
    is_done: bool = False
    is_read: bool = False
    is_overtaken: bool = False

    def begins(self, *, zone_name: str) -> datetime | None:
        """Return when it begins, aware; a clock time without a zone is on that zone's clock."""
        if self.starts_at is None or self.starts_at.tzinfo is not None:
            return self.starts_at
        return self.starts_at.replace(tzinfo=zone(zone_name))

    def moment(self, *, zone_name: str) -> datetime | None:
        """Return when it begins, aware: noon of its day stands for an hour that is not told."""
        if self.on_day is None:
            return self.begins(zone_name=zone_name)
        return datetime.combine(self.on_day, time(12), tzinfo=zone(zone_name))

    def is_ahead(self, *, now: datetime, zone_name: str) -> bool:
        """Say whether it is known to be still to come, or may be: the whole day where no hour is told."""
        begins = self.begins(zone_name=zone_name)
        if begins is not None:
            return begins > now
        return self.on_day is not None and self.on_day >= day_in(
            now, zone_name=zone_name
        )

    @property
    def is_bare(self) -> bool:
        """Nothing is known of it but that there will be one."""
        known = (self.title, self.starts_at, self.on_day, self.people, self.until)
        return not any(known) and not (self.outcome or self.is_done)

    @property
    def is_settled(self) -> bool:
        """Nothing about it lies ahead: it is done, held, called off, or overtaken."""
        is_over = self.outcome in {Outcome.WENT_AHEAD, Outcome.CANCELLED}
        return self.is_done or is_over or self.is_overtaken


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
    return anew | repeated


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
    if round_.kind not in _HELD:
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
        elif event.kind in _HELD and is_past:
            is_over = True
        elif _is_life(event, no=no) and not is_past:
            is_over, no = False, None
    return is_over


def _is_life(event: PastEvent, *, no: NoKind | None) -> bool:
    return event.kind in REOPENING and reopens(event, no=no)


def _told_anew(round_: Round, *, later: Sequence[Round]) -> Round | None:
    if round_.kind not in _HELD:
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
    if round_.kind not in _HELD:
        return None
    for other in earlier:
        if other.kind == round_.kind and _is_together(other, round_):
            return other
    return None


def _is_together(one: Round, other: Round) -> bool:
    a, b = one.starts_at, other.starts_at
    is_read = one.is_read and other.is_read
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
    for change in said:
        if change.kind == event.kind:
            now = later_said(now, later_day(change.payload))
        if _is_only_answer(change, to=event):
            now["until"] = ""
        if change.kind != EventKind.ARRANGED:
            continue
        before, now = now, later_said(now, change.payload)
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
        was_on=left[1],
        time_zone="" if now.get("own_clock") else str(now.get("time_zone") or ""),
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


def begins_at(payload: Mapping[str, Any]) -> datetime | None:
    """Return when what a payload arranges begins, on the clock of its own zone if it names one."""
    begins = starts_at(payload)
    time_zone = str(payload.get("time_zone") or "")
    if begins is not None and begins.tzinfo is None and time_zone:
        return begins.replace(tzinfo=zone(time_zone))
    return begins
