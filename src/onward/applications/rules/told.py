"""A history in order, with what each event in it stands in place of or says anew; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from onward.applications.rules.kept import taken_up
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.rules.past import PastEvent
from onward.applications.rules.payload import last_day

_RENEWED = frozenset({EventKind.OFFER, EventKind.ASSESSMENT})
_ENDS_OFFER = frozenset({EventKind.ACCEPTANCE, EventKind.OFFER_DECLINED})


@dataclass(frozen=True, slots=True)
class Told:
    """A history in the order in which it happened, and what each event stands in place of.

    Attributes:
        lasting: The events that count, the earliest first.
        before: The event that each corrects, by identity.
        bases: The test or offer that each says a later last day of, by identity.
        kept: What each word is about that came before its invitation was known, by identity.
    """

    lasting: Sequence[PastEvent]
    before: Mapping[str, str]
    bases: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, history: Iterable[PastEvent]) -> Told:
        """Return a history put in order."""
        lasting: list[PastEvent] = []
        before: dict[str, str] = {}
        for event in history:
            if "corrects" in event.payload:
                before[event.identity] = str(event.payload["corrects"])
            if not event.is_void:
                lasting.append(event)
        lasting.sort(key=lambda event: (event.at, _sequence(event), event.number))
        return cls(lasting, before, _bases(lasting), taken_up(lasting))

    def names(self, event: PastEvent) -> frozenset[str]:
        """Return what an event was ever known by: itself, what it corrects, what it took over.

        What turned out to be a change of it was taken for an event of its own before.
        """
        names = _ancestry(event.identity, self.before)
        for other in self.lasting:
            if "replaces" in other.payload and other.payload.get("event") in names:
                names |= _ancestry(str(other.payload["replaces"]), self.before)
        for later, base in self.bases.items():
            if base == event.identity:
                names |= _ancestry(later, self.before)
        return frozenset(names)

    def about(self, event: PastEvent) -> list[PastEvent]:
        """Return the later words on one event, the earliest first.

        An older version of a calendar entry that came late says nothing any more.
        """
        names = self.names(event)
        latest = {event.payload.get("invitation"): _sequence(event)}
        found = []
        for other in self.lasting:
            is_renewed = self.bases.get(other.identity) == event.identity
            about = other.payload.get("event") or self.kept.get(other.identity)
            if not is_renewed and str(about) not in names:
                continue
            entry = other.payload.get("invitation")
            if entry and _sequence(other) < latest.get(entry, 0):
                continue
            latest[entry] = _sequence(other)
            found.append(other)
        return found


def _bases(lasting: Sequence[PastEvent]) -> dict[str, str]:
    """Return the test or offer that each later mail gives another last day for.

    Of one application there is one offer at a time, whatever mail renews it. Of tests there
    may be several: it takes words that give more time, while the one before is still open.
    """
    found: dict[str, str] = {}
    standing: dict[EventKind, list[PastEvent]] = {}
    for event in lasting:
        if event.kind in _ENDS_OFFER:
            standing.pop(EventKind.OFFER, None)
        elif event.kind == EventKind.DONE:
            done = str(event.payload.get("event"))
            standing = {
                kind: told
                for kind, told in standing.items()
                if all(each.identity != done for each in told)
            }
        if event.kind not in _RENEWED:
            continue
        told = standing.get(event.kind, [])
        if event.decided_by != DecidedBy.RULE:
            standing.pop(event.kind, None)
        elif told and _is_later_word(event, to=told):
            found[event.identity] = told[0].identity
            told.append(event)
        else:
            standing[event.kind] = [event]
    return found


def _is_later_word(event: PastEvent, *, to: Sequence[PastEvent]) -> bool:
    if event.kind == EventKind.OFFER:
        return True
    was = last_day(to[-1].payload)
    is_open = was is None or was >= event.at.date()
    return bool(event.payload.get("extends")) and is_open


def later_day(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a payload says of a last day; nothing where it names none."""
    if last_day(payload) is None:
        return {}
    return {name: payload[name] for name in ("until", "until_hour") if name in payload}


def _sequence(event: PastEvent) -> int:
    return int(event.payload.get("sequence", 0))


def _ancestry(identity: str, before: Mapping[str, str]) -> set[str]:
    names = {identity}
    while (identity := before.get(identity, "")) and identity not in names:
        names.add(identity)
    return names
