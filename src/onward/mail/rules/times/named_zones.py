"""Time zones as people write them behind a clock time: "15:00 CET", "3 pm Eastern"."""

from __future__ import annotations

import re

_SHORT = {
    "Europe/Berlin": "CET CEST MEZ MESZ",
    "Europe/London": "GMT BST",
    "Europe/Lisbon": "WET WEST",
    "Europe/Helsinki": "EET EEST",
    "America/New_York": "ET EST EDT",
    "America/Chicago": "CT CST CDT",
    "America/Denver": "MT MST MDT",
    "America/Los_Angeles": "PT PST PDT",
    "UTC": "UTC",
}
# What a place calls its own summer and winter time is one zone here: few who write CET in
# July mean an hour that no clock shows. IST and the like stand for several, and for none here.
_LONG = {
    "Europe/Berlin": r"central european(?: summer)? time|german time|berlin time",
    "Europe/London": r"(?:uk|british(?: summer)?|london) time|greenwich mean time",
    "America/New_York": r"(?:us )?eastern(?: (?:standard|daylight))? time|new york time",
    "America/Chicago": r"(?:us )?central(?: (?:standard|daylight))? time",
    "America/Denver": r"(?:us )?mountain(?: (?:standard|daylight))? time",
    "America/Los_Angeles": r"(?:us )?pacific(?: (?:standard|daylight))? time",
}
_ZONE_OF = {short: name for name, all_ in _SHORT.items() for short in all_.split()}
_CLOCK = r"\b\d{1,2}(?:[:.h]\d{2}(?: ?(?:[APap]\.?[Mm]\b\.?|[Uu]hr|h|hrs?))?| ?(?:[APap]\.?[Mm]\b\.?|[Uu]hr|h))"
_BEHIND = r" ?,? ?\(?"
_NAMED = re.compile(
    rf"{_CLOCK}{_BEHIND}(?:(?P<short>{'|'.join(_ZONE_OF)})\b(?! ?[+-] ?\d)"
    + "".join(
        rf"|(?P<{name.replace('/', '_SLASH_')}>(?i:{words}))\b"
        for name, words in _LONG.items()
    )
    + ")"
)


def zone_named(text: str) -> str:
    """Return the IANA name of the one time zone that stands behind a clock time, or "".

    A text that names two zones names none: one of them is a translation of the other. An
    offset ("UTC+2") is not read.
    """
    zones = {_zone_of(found) for found in _NAMED.finditer(text)}
    return zones.pop() if len(zones) == 1 else ""


def _zone_of(found: re.Match[str]) -> str:
    short = found["short"]
    return _ZONE_OF[short] if short else str(found.lastgroup).replace("_SLASH_", "/")
