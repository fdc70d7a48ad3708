"""Read the few lines of a calendar invitation that say what it invites to."""

from __future__ import annotations

import re
from collections.abc import Iterator

KEPT_PROPERTIES = frozenset(
    {"METHOD", "UID", "SUMMARY", "DTSTART", "DTEND", "ORGANIZER", "LOCATION"}
    | {"DESCRIPTION", "STATUS", "SEQUENCE", "RECURRENCE-ID"}
)
MAX_VALUE_CHARS = 4_000

_FOLD = re.compile(r"\r?\n[ \t]")
_ZONE = re.compile(r";TZID=\"?([^;:\"]+)", re.IGNORECASE)
_COMMON_NAME = re.compile(r";CN=(?:\"([^\"]*)\"|([^;:]*))", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([nN,;\\])")


def parse_calendar(text: str) -> dict[str, str]:
    """Return METHOD and the first event's properties; {} where there is no calendar.

    DTSTART and DTEND keep their form (20250301T090000Z); TZID is that of DTSTART;
    ORGANIZER is the bare address, ORGANIZER-NAME the name beside it.
    """
    if "BEGIN:VCALENDAR" not in text.upper():
        return {}
    found: dict[str, str] = {}
    for name, parameters, value in _event_lines(text):
        if name not in KEPT_PROPERTIES or name in found:
            continue
        found[name] = _plain(value)
        if name == "DTSTART" and (zone := _ZONE.search(parameters)):
            found["TZID"] = zone[1]
        if name == "ORGANIZER":
            found[name] = re.sub(r"(?i)^mailto:", "", found[name]).lower()
            if common_name := _COMMON_NAME.search(parameters):
                found["ORGANIZER-NAME"] = common_name[1] or common_name[2]
    return found


def _event_lines(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield (name, parameters, value) of the calendar and its first event alone."""
    inside: list[str] = []
    for line in _FOLD.sub("", text).splitlines():
        head, _, value = _split(line)
        name, semicolon, parameters = head.partition(";")
        name = name.strip().upper()
        if name == "BEGIN":
            inside.append(value.strip().upper())
        elif name == "END":
            if value.strip().upper() == "VEVENT":
                return
            inside = inside[:-1]
        elif inside in (["VCALENDAR"], ["VCALENDAR", "VEVENT"]):
            yield name, semicolon + parameters, value


def _split(line: str) -> tuple[str, str, str]:
    """Return name with parameters and value; a colon inside quotes parts nothing."""
    quoted = False
    for at, character in enumerate(line):
        if character == '"':
            quoted = not quoted
        elif character == ":" and not quoted:
            return line[:at], ":", line[at + 1 :]
    return line, "", ""


def _plain(value: str) -> str:
    unescaped = _ESCAPED.sub(
        lambda match: "\n" if match[1] in "nN" else match[1], value
    )
    return unescaped.strip()[:MAX_VALUE_CHARS]
