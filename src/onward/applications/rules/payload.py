"""What each kind of event may carry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from onward.applications.rules.kinds import FACTS, EventKind

MAX_TEXT = 20_000

_ALLOWED: dict[EventKind, frozenset[str]] = {
    EventKind.DESCRIBED: frozenset(FACTS),
    EventKind.VOID: frozenset({"event"}),
    EventKind.MERGE: frozenset({"application", "split"}),
    EventKind.SPLIT: frozenset({"application", "events"}),
}
_COMMON = frozenset({"note", "corrects", "words", "confidence", "starts_at", "place"})
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
_NEEDED: dict[EventKind, frozenset[str]] = {
    EventKind.VOID: frozenset({"event"}),
    EventKind.MERGE: frozenset({"application"}),
    EventKind.SPLIT: frozenset({"application", "events"}),
}


def starts_at(payload: Mapping[str, Any]) -> datetime | None:
    """Return when an interview or a test begins; None where nothing readable says so.

    It is naive where the invitation names a clock time without a time zone.
    """
    try:
        return datetime.fromisoformat(payload["starts_at"])
    except (KeyError, TypeError, ValueError):
        return None


def check_payload(kind: EventKind, payload: Mapping[str, Any]) -> None:
    """Return quietly if `payload` fits `kind`.

    Raises:
        ValueError: If a field is unknown, missing, or longer than MAX_TEXT characters.
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
