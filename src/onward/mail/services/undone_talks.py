"""Interviews that are none by the person's word: a later invitation is not one of theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, datetime

from onward.applications.models import Event
from onward.applications.rules.kinds import PLANNED_KINDS, DecidedBy
from onward.core.parts import ROWS_AT_ONCE, parts
from onward.mail.rules.appointments.letter import Letter
from onward.mail.rules.appointments.rearranging import Turn
from onward.mail.rules.appointments.talk import Anew, told_anew
from onward.people.models import Person

ARRANGED_KEY = "arranged:"
"""How the name of a later word on an interview begins."""

_NO_NEW_ONE = frozenset({Turn.CANCELLED, Turn.DONE, Turn.ASKED})


def taken_back(person: Person, keys: Iterable[str]) -> dict[str, int]:
    """Return since which event mail tells of no interview by the person's word, by its key.

    What was put right and still is an interview stands in the place of what mail told.
    """
    told: list[Event] = []
    own = Event.objects.for_person(person)
    for part in parts(sorted({f"mail:{key}" for key in keys}), size=ROWS_AT_ONCE):
        void = own.filter(key__in=part, kind__in=PLANNED_KINDS).exclude(voided_by=None)
        told += void.only("key", "voided_by")
    numbers = [each.voided_by for each in told if each.voided_by is not None]
    voids: set[int] = set()
    for some in parts(numbers, size=ROWS_AT_ONCE):
        rows = own.filter(number__in=some).exclude(decided_by=DecidedBy.RULE)
        voids |= set(rows.values_list("number", flat=True))
    touched = [event for event in told if event.voided_by in voids]
    held = _still_held(person, touched)
    return {
        event.key.removeprefix("mail:"): event.voided_by
        for event in touched
        if str(event.pk) not in held and event.voided_by is not None
    }


def _still_held(person: Person, events: Sequence[Event]) -> set[str]:
    """Return which of these events were put right and are an interview or a test since."""
    held: set[str] = set()
    first = {str(event.pk): str(event.pk) for event in events}
    own = Event.objects.for_person(person)
    while first:
        later: dict[str, str] = {}
        for part in parts(sorted(first), size=ROWS_AT_ONCE):
            for each in own.filter(payload__corrects__in=part):
                origin = first[str(each.payload["corrects"])]
                later[str(each.pk)] = origin
                if not each.is_void and each.kind in PLANNED_KINDS:
                    held.add(origin)
        first = later
    return held


def told_beside(
    person: Person, talks: Sequence[Sequence[Letter]], *, gone: Mapping[str, int]
) -> dict[str, Anew]:
    """Return what mail tells anew, where some of what it told of is no interview any more.

    Mail at another hour that came since is a new one, on another day where one of the two names
    no hour; what says again what was taken back, or was known when it was, stays with that.
    """
    found: dict[str, Anew] = {}
    for letters in talks:
        found |= told_anew(letters)
    known = _known_before(person, found, gone=gone)
    for letters in talks:
        if any(letter.key in gone for letter in letters):
            found |= _without(gone.keys(), letters, found=found, known=known)
    return found


def _without(
    gone: Set[str],
    letters: Sequence[Letter],
    *,
    found: dict[str, Anew],
    known: Set[str],
) -> dict[str, Anew]:
    """Return what the mail of one application tells anew beside what was taken back."""
    by_key = {letter.key: letter for letter in letters}
    theirs = {
        key: anew
        for key in by_key
        if (anew := found.pop(key, None)) is not None
        and anew.base in gone
        and (key in known or not _is_new(by_key[key], to=by_key[anew.base], anew=anew))
    }
    out = gone | theirs.keys()
    left = [each for each in letters if each.key not in out and each.by_hand not in out]
    return told_anew(left) | theirs


def _is_new(letter: Letter, *, to: Letter, anew: Anew) -> bool:
    """Say whether mail on an interview that was taken back tells of another one."""
    if not letter.is_held or letter.turn in _NO_NEW_ONE or anew.turn in _NO_NEW_ONE:
        return False
    if letter.entry is not None and letter.entry.is_cancelled:
        return False
    hour, before = _hour(letter), _hour(to)
    if hour is not None and before is not None:
        return hour != before
    day, day_before = _day(letter), _day(to)
    if letter.told and day_before in letter.told.days:
        return False
    if day is None:
        return letter.thread != to.thread
    return day != day_before


def _hour(letter: Letter) -> datetime | None:
    return letter.told.begins if letter.told else None


def _day(letter: Letter) -> date | None:
    """Return the day on which mail says that an interview is, as far as it says that."""
    told = letter.told
    if told is None:
        return None
    return told.begins.date() if told.begins else told.day_alone


def _known_before(
    person: Person, found: Mapping[str, Anew], *, gone: Mapping[str, int]
) -> set[str]:
    """Return the mail that had moved or confirmed an interview before it was taken back."""
    names = {
        f"{ARRANGED_KEY}{key}:{anew.base}": (key, gone[anew.base])
        for key, anew in found.items()
        if anew.base in gone
    }
    known: set[str] = set()
    own = Event.objects.for_person(person)
    for part in parts(sorted(names), size=ROWS_AT_ONCE):
        rows = own.filter(key__in=part).values_list("key", "number")
        known |= {names[name][0] for name, number in rows if number < names[name][1]}
    return known
