"""What each kind of event may carry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from onward.applications.rules.facts import is_day, is_well_formed
from onward.applications.rules.kinds import ARRANGED_KINDS, FACTS, EventKind, Stage
from onward.applications.rules.links import are_links
from onward.core.dates import clock_of, in_reach

MAX_TEXT = 20_000
MOST_TAGS = 12
"""How many tags one application can have."""

LONGEST_TAG = 40
LONGEST_MINUTES = 24 * 60


class Format(StrEnum):
    """How an interview is held."""

    PHONE = "phone"
    VIDEO = "video"
    ON_SITE = "on_site"
    PANEL = "panel"
    OTHER = "other"


class Outcome(StrEnum):
    """What became of an interview or a test; nothing where it is still ahead."""

    WENT_AHEAD = "went_ahead"
    CANCELLED = "cancelled"
    MOVED = "moved"  # to a day that is not known yet


NOT_HELD = frozenset({Outcome.CANCELLED, Outcome.MOVED})
"""The outcomes of what was not held on its day."""

ARRANGEMENT: frozenset[str] = frozenset(
    {
        "title",
        "starts_at",
        "on_day",
        "time_zone",
        "minutes",
        "format",
        "people",
        "place",
        "link",
        "outcome",
        "until",
        "until_hour",
    }
)
"""What can be arranged: an interview's day, zone, people …; `on_day` is the day of one whose
hour is not told, `until` a last day, and `until_hour` the hour by which something is wanted
on it, by the clock of whoever asks."""

BEGINNING = frozenset({"starts_at", "on_day", "time_zone", "own_clock"})
"""What a payload keeps of when something begins."""

# What mail said of it: the deciding words, and of which version of which calendar entry.
# `own_clock` says of an hour that it was told by the person's own clock; `extends` that
# it gives more time for what was asked for before; `own_wish` that who asks for another
# time is the person; `held_on` the day of one that was held, of which no hour is told.
_TOLD = frozenset(
    {
        *("words", "language", "confidence", "invitation", "sequence", "links"),
        *("own_clock", "extends", "held_on"),
    }
)
_ALLOWED: dict[EventKind, frozenset[str]] = {
    EventKind.DESCRIBED: frozenset(FACTS),
    # `undone` names the press that was undone whole, where this is a part of that.
    EventKind.VOID: frozenset({"event", "undone"}),
    EventKind.MERGE: frozenset({"application", "split"}),
    EventKind.SPLIT: frozenset({"application", "events"}),
    EventKind.TAGGED: frozenset({"add", "remove"}),
    EventKind.ARRANGED: ARRANGEMENT
    | _TOLD
    | {"event", "note", "replaces", "asked_for", "own_wish", "corrects", "beside"},
    EventKind.DONE: frozenset({"event", "note"}),
    EventKind.SNOOZED: frozenset({"until"}),
    EventKind.REMINDER: frozenset({"until", "note", "undelivered"}),
}
# `custom` is a stage of the person's own; `board` says that it was moved there by hand; `beside`
# is what a correction took out of the story along with what it corrects.
_COMMON = frozenset(
    {
        *("note", "corrects", "words", "language", "confidence", "starts_at", "place"),
        *("custom", "board", "links", "beside"),
    }
)
# What the rooms above keep in rows of their own is named by its identity.
_KEPT = _COMMON | {"record", "title"}
_ALLOWED |= dict.fromkeys(
    (
        EventKind.DOCUMENT,
        EventKind.ADVERT,
        EventKind.FOLLOW_UP,
        EventKind.FEEDBACK_ASKED,
        EventKind.FEEDBACK_RECEIVED,
        EventKind.REFLECTION,
        EventKind.DEBRIEF,
    ),
    _KEPT,
)
_ALLOWED |= dict.fromkeys(ARRANGED_KINDS, _COMMON | ARRANGEMENT | _TOLD)
# How many days an answer may take, by the receipt's own words.
_ALLOWED[EventKind.CONFIRMATION] = _COMMON | {"takes_days"}
_ALLOWED[EventKind.MOVED] = _COMMON | {"stage"}
# When that which did not arrive was sent.
_ALLOWED[EventKind.NOTE] = _COMMON | {"undelivered"}

_NEEDED: dict[EventKind, frozenset[str]] = {
    EventKind.VOID: frozenset({"event"}),
    EventKind.MERGE: frozenset({"application"}),
    EventKind.SPLIT: frozenset({"application", "events"}),
    EventKind.MOVED: frozenset({"stage"}),
    EventKind.ARRANGED: frozenset({"event"}),
    EventKind.DONE: frozenset({"event"}),
    EventKind.SNOOZED: frozenset({"until"}),
    EventKind.REMINDER: frozenset({"until"}),
}


def _is_tags(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(tag, str) and is_tag(tag) for tag in value
    )


def _is_minutes(value: Any) -> bool:
    return type(value) is int and 0 < value <= LONGEST_MINUTES


def _is_count(value: Any) -> bool:
    return type(value) is int and value >= 0


def _is_moment(value: str) -> bool:
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _is_hour(value: str) -> bool:
    try:
        return time.fromisoformat(value).isoformat("minutes") == value
    except ValueError:
        return False


def _is_empty_or(form: Callable[[str], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and (not value or form(value))


_FORMS: dict[str, Callable[[Any], bool]] = {
    "add": _is_tags,
    "remove": _is_tags,
    "links": are_links,
    "minutes": lambda value: value == "" or _is_minutes(value),
    "sequence": _is_count,
    "takes_days": _is_count,
    "asked_for": _is_empty_or(_is_moment),
    "own_clock": lambda value: value is True,
    "extends": lambda value: value is True,
    "held_on": is_day,
    "on_day": _is_empty_or(is_day),
    "own_wish": lambda value: value is True,
    "format": _is_empty_or(lambda value: value in set(Format)),
    "outcome": _is_empty_or(lambda value: value in set(Outcome)),
    "until": _is_empty_or(is_day),
    "until_hour": _is_empty_or(_is_hour),
    "undelivered": lambda value: isinstance(value, str) and _is_moment(value),
    "stage": lambda value: value in set(Stage) - {Stage.CLOSED},
}


def is_tag(text: str) -> bool:
    """Return whether this can be a tag: a few words on one line, no spaces around them."""
    is_short = 0 < len(text) <= LONGEST_TAG
    return is_short and text == " ".join(text.split()) and "," not in text


def starts_at(payload: Mapping[str, Any]) -> datetime | None:
    """Return when an interview or a test begins; None where nothing readable says so.

    It is naive where the invitation names a clock time without a time zone.
    """
    try:
        return in_reach(datetime.fromisoformat(payload["starts_at"]))
    except (KeyError, TypeError, ValueError):
        return None


def day_alone(payload: Mapping[str, Any]) -> date | None:
    """Return the day of an interview or a test whose hour is not told; None where none is named."""
    day = payload.get("on_day")
    return in_reach(date.fromisoformat(day) if day else None)


def last_day(payload: Mapping[str, Any]) -> date | None:
    """Return the last day to answer that a payload names; None where it names none."""
    until = payload.get("until")
    return in_reach(date.fromisoformat(until) if until else None)


def held_day(payload: Mapping[str, Any]) -> date | None:
    """Return the day on which mail says that an interview was held; None where it does not."""
    held = payload.get("held_on")
    return in_reach(date.fromisoformat(held) if held else None)


def last_hour(payload: Mapping[str, Any]) -> time | None:
    """Return the hour of the last day to answer; None where no day or no hour is named."""
    hour = payload.get("until_hour")
    return time.fromisoformat(hour) if hour and last_day(payload) else None


def asked_time(payload: Mapping[str, Any]) -> datetime | None:
    """Return the other time that a payload asks about, aware; None where it names none."""
    asked = payload.get("asked_for")
    return datetime.fromisoformat(asked) if asked else None


def begins_by(begins: date, *, own: str) -> dict[str, Any]:
    """Return what a payload keeps of when something begins: a moment, or its day alone.

    An hour on the clock of `own`, the person's zone, stays as it is told when they name
    another zone; any other is a moment.
    """
    if not isinstance(begins, datetime):
        return {"on_day": begins.isoformat()}
    if clock_of(begins) != own:
        return {"starts_at": begins.isoformat()}
    return own_hour(begins.replace(tzinfo=None), own=own)


def own_hour(begins: datetime, *, own: str) -> dict[str, Any]:
    """Return what a payload keeps of an hour that the person's own clock shows."""
    return {"starts_at": begins.isoformat(), "time_zone": own, "own_clock": True}


def later_said(before: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """Return a payload with what was said of it later: a later hour brings its own clock.

    A later day without an hour brings none of before, unless it is the day of that. Another
    time that was asked about is no question any more once something else is said, and a last
    day has no hour but its own.
    """
    now = {**before, **said}
    if "asked_for" not in said:
        now.pop("asked_for", None)
    if "own_wish" not in said:
        now.pop("own_wish", None)
    if "starts_at" in said and "own_clock" not in said:
        now.pop("own_clock", None)
    if {"starts_at", "on_day"} & said.keys() and "held_on" not in said:
        now.pop("held_on", None)
    if "starts_at" in said and "on_day" not in said:
        now.pop("on_day", None)
    if said.get("on_day") and "starts_at" not in said:
        begins = starts_at(before)
        is_known = begins is not None and begins.date().isoformat() == said["on_day"]
        left = {"on_day"} if is_known else BEGINNING - said.keys()
        now = {name: value for name, value in now.items() if name not in left}
    if "until" in said and "until_hour" not in said:
        now.pop("until_hour", None)
    return now


def fitting(kind: EventKind, payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of a payload an event of this kind can carry."""
    allowed = _ALLOWED.get(kind, _COMMON)
    return {name: value for name, value in payload.items() if name in allowed}


def check_payload(kind: EventKind, payload: Mapping[str, Any]) -> None:
    """Return quietly if `payload` fits `kind`.

    Raises:
        ValueError: If a field is unknown, missing, malformed, or longer than MAX_TEXT
            characters.
    """
    unknown = set(payload) - _ALLOWED.get(kind, _COMMON)
    if unknown:
        raise ValueError(f"A {kind} event cannot carry {', '.join(sorted(unknown))}.")
    missing = _NEEDED.get(kind, frozenset()) - set(payload)
    if missing:
        raise ValueError(f"A {kind} event needs {', '.join(sorted(missing))}.")
    for name, value in payload.items():
        if isinstance(value, str) and len(value) > MAX_TEXT:
            raise ValueError(f"{name} is longer than {MAX_TEXT} characters.")
        if not _fits(kind, name, value):
            raise ValueError(f"{name} of a {kind} event cannot be {value!r:.80}.")


def _fits(kind: EventKind, name: str, value: Any) -> bool:
    if kind == EventKind.DESCRIBED:
        return isinstance(value, str) and is_well_formed(name, value)
    form = _FORMS.get(name)
    return form is None or form(value)
