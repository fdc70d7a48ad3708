"""Proof of search: what a person did in a period, one line an event, for a job centre."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onward.applications.rules.history import LATE_RECEIPT
from onward.applications.rules.kinds import NO_KINDS, EventKind, NoKind


class ProofField(StrEnum):
    """What a line of the report can show; the day and the company always stand there."""

    DAY = "day"
    COMPANY = "company"
    ROLE = "role"
    WHAT = "what"
    PLACE = "place"
    CHANNEL = "channel"
    REQUISITION = "requisition"
    CONTACT = "contact"
    URL = "url"
    RESULT = "result"


ALWAYS = (ProofField.DAY, ProofField.COMPANY)
USUAL = (ProofField.ROLE, ProofField.WHAT, ProofField.PLACE, ProofField.CHANNEL)
"""What is chosen at first: what was done, and nothing of what came of it."""


class ProofPart(StrEnum):
    """Which doings are reported."""

    APPLICATIONS = "applications"
    INTERVIEWS = "interviews"
    FOLLOW_UPS = "follow_ups"


_KINDS: dict[ProofPart, frozenset[EventKind]] = {
    ProofPart.APPLICATIONS: frozenset({EventKind.APPLIED, EventKind.CONFIRMATION}),
    ProofPart.INTERVIEWS: frozenset({EventKind.INTERVIEW, EventKind.ASSESSMENT}),
    ProofPart.FOLLOW_UPS: frozenset({EventKind.FOLLOW_UP}),
}


_SENT_BEFORE = NO_KINDS.keys() | {
    EventKind.OFFER,
    EventKind.ACCEPTANCE,
    EventKind.INTERVIEW,
    EventKind.ASSESSMENT,
}
"""What comes only after an application was sent; somebody may reply before one applies."""

USUAL_PARTS = (ProofPart.APPLICATIONS, ProofPart.INTERVIEWS)
"""What is reported at first, by the page and by the command."""

_ANSWERS = _SENT_BEFORE | {EventKind.REPLY}
_ASKED = EventKind.INFORMATION_REQUEST
_AGAIN = frozenset({_ASKED, EventKind.REOPENED})
"""What opens an application again that a no had closed, and else is no last word on it."""
OPENING = _AGAIN | {EventKind.MOVED}
ANSWERING = _ANSWERS | _AGAIN
"""What is an answer of some kind, even where it is no last word, or was taken back since."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One event that stands, as the report sees it.

    Attributes:
        on: The day in the person's own time zone: for an interview its own day, else the
            day on which it happened.
        is_dated: That day is known; of an interview or a test that mail told of it may not be.
        until: Where a list says how far it got and not when, the last day on which that can
            have been; `on` is then the first. None for all else.
        is_theirs: A receipt that tells only that they looked at it, which the person did not do.
        told_on: Of an interview or a test that was heard of, the day of that; None for all
            else.
        is_ahead: It was heard of and lies ahead: an answer, and nothing that was done.
        last_on: Of a test whose day is not known, the last one for it, if that is.
        is_move: The person put the application at a stage with it.
        is_told_held: Of an interview the person, or mail that looks back, says that it took
            place; that its hour is over does not.
    """

    application: uuid.UUID
    kind: EventKind
    on: date
    number: int
    is_dated: bool = True
    until: date | None = None
    is_theirs: bool = False
    told_on: date | None = None
    is_ahead: bool = False
    last_on: date | None = None
    is_move: bool = False
    is_told_held: bool = False

    @property
    def known_on(self) -> date:
        """The day from which on it is known to have been."""
        return self.until or self.on

    def is_invitation(self, until: date) -> bool:
        """Return whether up to a day it was only heard of, whenever that is asked."""
        if self.told_on is None:
            return False
        return self.is_ahead or (self.last_on or self.known_on) > until

    def heard_on(self, until: date) -> date:
        """Return the day from which on it says how the application stood on another."""
        told_on = self.told_on
        return told_on if told_on and self.is_invitation(until) else self.known_on

    def may_be_in(self, first: date, last: date) -> bool:
        """Return whether it was, or can have been, on one of these days."""
        if self.is_ahead:
            return False
        return self.on <= last and first <= self.known_on


@dataclass(frozen=True, slots=True)
class Standing:
    """How an application stood on a day.

    Attributes:
        last: The last word on it, if there is one; else what they asked for last.
        held: The interview whose hour was over by then, where what came since is no end of it.
        heard_on: Where that last word is an invitation, the day on which it was heard of.
        is_unanswered: Nobody there gave an answer of any kind.
    """

    last: Deed | None = None
    held: Deed | None = None
    heard_on: date | None = None
    is_unanswered: bool = False


def kinds_of(parts: Collection[ProofPart]) -> frozenset[EventKind]:
    """Return the kinds of event that these parts of the report are made of."""
    return frozenset().union(*(_KINDS[part] for part in parts))


def deeds_in(
    deeds: Iterable[Deed], *, first: date, last: date, parts: Collection[ProofPart]
) -> list[Deed]:
    """Return what belongs in the report, in order of days; both ends are part of the period.

    An application is one line, on the first day that says it was sent, even if that day
    was told twice (by hand and by a receipt). So it is nowhere where that day lies outside
    the period, and an interview that was told of again on one day is one line, too. A
    receipt that comes on a later day than an interview, a test, an offer or a no tells no
    day of sending, nor does one that tells only that it was looked at. What was done on a
    day that nobody knows is no line.
    """
    wanted = kinds_of(parts)
    sent: set[uuid.UUID] = set()
    lines: list[Deed] = []
    seen: set[tuple[uuid.UUID, EventKind, date]] = set()
    answered: dict[uuid.UUID, date] = {}
    done = (deed for deed in deeds if not deed.is_ahead)
    for deed in sorted(done, key=lambda deed: (deed.on, deed.number)):
        if deed.kind in _SENT_BEFORE and deed.until is None:
            answered.setdefault(deed.application, deed.on)
        is_receipt = deed.kind == EventKind.CONFIRMATION
        if is_receipt and answered.get(deed.application, deed.on) < deed.on:
            continue
        if deed.is_theirs or not deed.is_dated:
            continue
        if deed.kind in _KINDS[ProofPart.APPLICATIONS]:
            if deed.application in sent:
                continue
            sent.add(deed.application)
        key = (deed.application, deed.kind, deed.on)
        if deed.kind in wanted and first <= deed.on <= last and key not in seen:
            seen.add(key)
            lines.append(deed)
    return lines


def unsent(deeds: Iterable[Deed], *, first: date, last: date) -> set[uuid.UUID]:
    """Return the applications that came to something in a period, and no day tells they were sent.

    A receipt may be a sentence of an invitation, and an application by telephone has none. Of
    some a board tells only that it was looked at.
    """
    every = list(deeds)
    parts = (ProofPart.APPLICATIONS,)
    lines = deeds_in(every, first=date.min, last=date.max, parts=parts)
    sent = {deed.application for deed in lines}
    came_to = {
        deed.application
        for deed in every
        if (deed.kind in _SENT_BEFORE or deed.is_theirs) and deed.may_be_in(first, last)
    }
    return came_to - sent


def result_of(deeds: Sequence[Deed], *, until: date) -> Deed | None:
    """Return the last word on an application up to a day: a no, an offer, an answer; or None.

    A no that is said again stands where it was said first, and is none any more once the
    application was opened again. A mere reply takes back nothing that was said. What was not held up
    to then is an invitation, on the day on which it was heard of.
    """
    last: Deed | None = None
    is_again = False
    for deed in sorted(deeds, key=lambda deed: (deed.heard_on(until), deed.number)):
        if deed.heard_on(until) > until:
            break
        no = NO_KINDS.get(last.kind) if last is not None else None
        if deed.kind in OPENING:
            if no is not None:
                last, is_again = (deed if deed.kind in _AGAIN else None), False
        elif deed.kind == EventKind.REPLY and not deed.is_move and no in _SAID:
            continue
        elif deed.kind in _ANSWERS:
            if last is None or is_again or not _is_same_no(deed, last):
                last, is_again = deed, False
        elif last is not None and _applies_again(deed, after=last.known_on):
            is_again = True
    return last


_SAID = frozenset(NoKind) - {NoKind.WENT_QUIET}
_MIDDLE = frozenset({EventKind.INTERVIEW, EventKind.ASSESSMENT, EventKind.REPLY})


def _is_same_no(one: Deed, other: Deed) -> bool:
    kinds = (NO_KINDS.get(one.kind), NO_KINDS.get(other.kind))
    return kinds[0] is not None and kinds[0] == kinds[1]


def _applies_again(deed: Deed, *, after: date) -> bool:
    if deed.is_theirs:
        return False
    if deed.kind == EventKind.CONFIRMATION:
        return deed.on - after > LATE_RECEIPT
    return deed.kind == EventKind.APPLIED and deed.on > after


def standing_of(deeds: Sequence[Deed], *, until: date) -> Standing:
    """Return how an application stood on a day, as the report words it.

    An interview whose hour is over stays told after a mere reply and after the next invitation;
    a no and an offer say more than it did.
    """
    last = result_of(deeds, until=until)
    if last is None:
        asked = [d for d in deeds if d.kind == _ASKED and d.heard_on(until) <= until]
        if asked:
            return Standing(max(asked, key=lambda deed: (deed.on, deed.number)))
        return Standing(is_unanswered=not any(_may_answer(d, until) for d in deeds))
    known = [deed for deed in deeds if deed.heard_on(until) <= until]
    heard_on = last.heard_on(until) if last.is_invitation(until) else None
    held = None
    if heard_on is not None or last.kind in _MIDDLE:
        held = _last_held(known, until=until)
    return Standing(last, held, heard_on)


def _may_answer(deed: Deed, until: date) -> bool:
    """Return whether somebody answered with it by a day, or can have."""
    is_answer = deed.kind in ANSWERING or deed.is_move
    return is_answer and min(deed.on, deed.heard_on(until)) <= until


def _last_held(deeds: Iterable[Deed], *, until: date) -> Deed | None:
    held = [
        deed
        for deed in deeds
        if deed.kind == EventKind.INTERVIEW
        and deed.is_dated
        and deed.until is None
        and not deed.is_invitation(until)
    ]
    return max(held, key=lambda deed: (deed.on, deed.number), default=None)
