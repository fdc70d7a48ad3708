"""Words on an interview that came before the mail that tells of it: kept until that is placed; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from onward.applications.rules.kinds import PLANNED_KINDS, EventKind
from onward.applications.rules.past import PastEvent
from onward.applications.rules.payload import Outcome, day_alone, held_day
from onward.applications.rules.round import begins_at


def is_kept(event: PastEvent) -> bool:
    """Return whether a word on an interview names none, since none that fits was known."""
    return event.kind == EventKind.ARRANGED and not event.payload.get("event")


def taken_up(lasting: Iterable[PastEvent]) -> dict[str, str]:
    """Return what each kept word is about by now, by identity: an interview that was known before it came.

    Args:
        lasting: The events that count, the earliest first.
    """
    found: dict[str, str] = {}
    asked: list[PastEvent] = []
    for event in lasting:
        if event.kind in PLANNED_KINDS:
            asked.append(event)
        elif is_kept(event) and (base := _base(event, among=asked)) is not None:
            found[event.identity] = base.identity
    return found


def _base(word: PastEvent, *, among: Sequence[PastEvent]) -> PastEvent | None:
    talks = [each for each in among if each.kind == EventKind.INTERVIEW] or [*among]
    entry = word.payload.get("invitation")
    same = [each for each in talks if entry and each.payload.get("invitation") == entry]
    fitting = same or [each for each in talks if _fits(word, each)]
    return min(fitting, key=_soonness, default=None)


def _fits(word: PastEvent, base: PastEvent) -> bool:
    """Say whether a word may be about a talk: one that lay ahead, of its day where it calls one off."""
    day = _day(base.payload)
    if held_day(base.payload) or (day is not None and day < word.at.date()):
        return False
    is_off = word.payload.get("outcome") == Outcome.CANCELLED
    named = _day(word.payload) if is_off else None
    if named is not None and day is not None:
        return named == day
    entries = {each.payload.get("invitation") for each in (word, base)} - {None}
    return not is_off or len(entries) < 2


def _day(payload: Mapping[str, Any]) -> date | None:
    begins = begins_at(payload)
    return begins.date() if begins else day_alone(payload)


def _soonness(base: PastEvent) -> tuple[bool, datetime]:
    begins = begins_at(base.payload)
    if begins is None:
        return True, base.at
    return False, begins if begins.tzinfo else begins.replace(tzinfo=UTC)
