"""What an event keeps of the mail that it rests on."""

from __future__ import annotations

from typing import Any

from onward.applications.rules.links import LinkKind
from onward.applications.rules.payload import Outcome
from onward.core.text import one_line
from onward.mail.rules.appointments.not_there import is_nothing_but_screen
from onward.mail.rules.appointments.rearranging import Entry, Turn, entry_of
from onward.mail.rules.taught.deciding import deciding_words
from onward.mail.rules.types import HELD
from onward.mail.services.stored import Mail
from onward.mail.services.told_hours import turn_by

OUTCOMES = {
    Turn.MOVED: Outcome.MOVED,
    Turn.CANCELLED: Outcome.CANCELLED,
    Turn.DONE: Outcome.WENT_AHEAD,
}
"""What becomes of an interview by what a mail says of it."""


def told_by(row: Mail) -> dict[str, Any]:
    """Return what an event keeps of its message: the words that decided, their language, how surely."""
    payload: dict[str, Any] = {"confidence": round(row.confidence, 3)}
    words = " … ".join(deciding_words(row.because))
    if words:
        payload["words"] = one_line(words, limit=400)
        if row.language:
            payload["language"] = row.language
    if row.links:
        payload["links"] = row.links
        calls = [link["url"] for link in row.links if link["kind"] == LinkKind.CALL]
        if calls and row.verdict in HELD:
            payload["link"] = calls[0]
    return payload


def arrangement_by(row: Mail) -> dict[str, Any]:
    """Return what the calendar part of a message arranges: time, zone, length, place.

    The place is "" where that is a screen or a call.
    """
    entry = entry_of(row.calendar)
    if entry is None:
        return {}
    payload: dict[str, Any] = {}
    if entry.uid:
        payload |= {"invitation": entry.uid, "sequence": entry.sequence}
    if entry.is_cancelled:
        return payload | {"outcome": Outcome.CANCELLED.value}
    return payload | _time_and_place(entry)


def day_of_entry(entry: Entry) -> dict[str, Any]:
    """Return when a calendar entry begins, as an event keeps it."""
    payload: dict[str, Any] = {}
    if entry.starts_at is not None:
        payload["starts_at"] = entry.starts_at.isoformat()
        # A clock time says in which zone, so that it does not keep an earlier one.
        if entry.starts_at.tzinfo is None:
            payload["time_zone"] = entry.time_zone
    if entry.on_day is not None:
        payload["on_day"] = entry.on_day.isoformat()
    return payload


def _time_and_place(entry: Entry) -> dict[str, Any]:
    payload = day_of_entry(entry)
    if entry.minutes is not None:
        payload["minutes"] = entry.minutes
    if entry.place.startswith(("https://", "http://")):
        payload["link"] = entry.place
    elif entry.place:
        # "Microsoft Teams Meeting" says that it is at no place, not any more either.
        is_screen = is_nothing_but_screen(entry.place)
        payload["place"] = "" if is_screen else entry.place
    return payload


def change_by(row: Mail) -> dict[str, Any]:
    """Return what a later word on an interview says of it.

    A time puts it on again. Words that move it leave it without a day; what new time they
    name is told by `talk_times.Said`, which knows the old ones.
    """
    payload = arrangement_by(row)
    if {"starts_at", "on_day"} & payload.keys():
        return payload | {"outcome": ""}
    if "outcome" in payload:
        return payload
    if row.verdict not in HELD:
        return payload
    turn = turn_by(row)
    if turn in OUTCOMES:
        payload["outcome"] = OUTCOMES[turn].value
    return payload
