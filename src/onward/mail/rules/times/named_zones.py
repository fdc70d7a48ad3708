"""Time zones as people write them behind a clock time: "15:00 CET", "3 pm Eastern", "9:00 UTC+2"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from onward.mail.rules.basics.american import SHORT_AMERICAN
from onward.mail.rules.basics.tables import tables

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
STANDS_ALONE = r" (?:(?:standard|daylight) )?time|(?= ?[,;:.!?/|)]| ?$| ?\n| (?:on|for|which|your|and|or|via|with|open|free|available|works?|would|if|so|then|but)\b)"
"""Behind "Eastern", which may stand alone, but not in "10 am Central Station"."""

ENDS = r"(?=\)?[^\S\n]*(?:[.!?;)](?!\w)|\n|$))"
"""Behind an hour or its zone: the end of what is said, so no word that it might belong to."""

# What a place calls its own summer and winter time is one zone here: few who write CET in
# July mean an hour that no clock shows. IST and the like stand for several, and for none here.
_LONG = {
    "Europe/Berlin": r"central european(?: summer)? time|europäischer zeit",
    "Europe/London": r"greenwich mean time|uk-zeit",
    "America/New_York": rf"(?:us )?eastern(?:{STANDS_ALONE})|(?:new york|boston) time|new yorker zeit|ostküstenzeit",
    "America/Chicago": rf"(?:us )?central(?:{STANDS_ALONE})|chicago time",
    "America/Denver": rf"(?:us )?mountain(?:{STANDS_ALONE})",
    "America/Los_Angeles": rf"(?:us )?pacific(?:{STANDS_ALONE})|(?:san francisco|seattle) time",
}
_UNEVEN = {
    "+3:30": "Asia/Tehran",
    "+4:30": "Asia/Kabul",
    "+5:30": "Asia/Kolkata",
    "+5:45": "Asia/Kathmandu",
    "+6:30": "Asia/Yangon",
    "+9:30": "Australia/Darwin",
}
"""Places whose clocks are off by no whole hours, all year the same."""

_MOST_BEHIND, _MOST_AHEAD = -12, 14
_ZONE_OF = {short: name for name, all_ in _SHORT.items() for short in all_.split()}
_NUMBER = r"\b\d{1,2}(?:[:.h]\d{2})?"
_CLOCK = r"\b\d{1,2}(?:[:.h]\d{2}(?: ?(?:[APap]\.?[Mm]\b\.?|[APap]\b|[Uu]hr|h|hrs?))?| ?(?:[APap]\.?[Mm]\b\.?|[Uu]hr|uur|heures?|horas|h))"
_NOON = r"\b(?i:noon|midday|mittags?|midi|mezzogiorno|mediodía|meio-dia|middag|południ[ae]|öğlen)"
# In Turkish an ending stands at the hour: "10.00'da (Türkiye saati)".
_BEHIND = r"(?:['’][a-zıü]{1,3})? ?,? ?\(?"
_SIGN = "[-+\N{MINUS SIGN}]"
_OFFSET = (
    rf"(?:UTC|GMT) ?(?P<sign>{_SIGN})(?P<hours>\d{{1,2}})(?::?(?P<minutes>\d\d))?"
    # "10:00 GMT-11:00 GMT" goes from one time to another.
    r"(?![\d:]| ?(?:[APap]\.?[Mm]\b|UTC|GMT))"
)


@cache
def _named() -> re.Pattern[str]:
    """Return what an hour with its zone is; what `zones.toml` has needs no "Uhr" behind the hour."""
    plain, ahead = _told_plainly()
    behind = {zone: [words] for zone, words in _LONG.items()}
    for zone, ways in plain.items():
        behind.setdefault(zone, []).extend(ways)
    sure = "|".join(way for ways in plain.values() for way in ways)
    return re.compile(
        rf"(?:{_CLOCK}|(?:{_NUMBER}|{_NOON})(?={_BEHIND}(?i:{sure})\b)|{_BARE}){_BEHIND}"
        rf"(?:{_OFFSET}|(?P<short>{'|'.join(_ZONE_OF)})\b(?! ?{_SIGN}\d)"
        + "".join(
            rf"|(?P<{_as_group(zone)}>(?i:{'|'.join(ways)}))\b"
            for zone, ways in behind.items()
        )
        + ")"
        + "".join(
            rf"|(?P<{_as_group(zone)}{_AHEAD}>\b(?i:{'|'.join(ways)}))"
            for zone, ways in ahead.items()
        )
    )


@cache
def _told_alone() -> re.Pattern[str]:
    plain, _ = _told_plainly()
    ways = "|".join(way for ways in plain.values() for way in ways)
    return re.compile(rf" ?,? ?\(?(?<![^\s,(])(?i:{ways})\b\)?")


def without_zones(text: str, *, is_blanked: bool = False) -> str:
    """Return a text without the words that name a zone in plain words: "by noon (London time) on Friday".

    Args:
        is_blanked: Spaces stand where they stood, so that places stay.
    """
    return _told_alone().sub(
        lambda found: " " * len(found.group()) if is_blanked else "", text
    )


_AHEAD = "_AHEAD"


def _told_plainly() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return how each zone of `zones.toml` is told behind an hour, and with the hour behind it."""
    behind: dict[str, list[str]] = defaultdict(list)
    ahead: dict[str, list[str]] = defaultdict(list)
    for table in tables("zones").values():
        for zone, words in _zones_in(table):
            behind[zone].append(table["shape"].replace("{}", words))
            if "ahead" in table:
                ahead[zone].append(table["ahead"].replace("{}", words))
    return behind, ahead


def _zones_in(table: dict[str, str]) -> Iterator[tuple[str, str]]:
    return ((zone, words) for zone, words in table.items() if "/" in zone)


def _as_group(zone: str) -> str:
    return zone.replace("/", "_SLASH_")


_AT = "|".join(
    rf"(?<=\b{at} )"
    for at in ("at", "um", "à", "las", "alle", "às", "om", "o", "kl", "saat")
)
_BARE = (
    rf"(?P<bare>(?:{_AT}|(?<=@ )|(?<=@)|(?<=\bkl\. ))\d{{1,2}}(?:[APap]\b)?(?![\d:.]))"
)
"""An hour that only the zone behind it tells to be one: "at 2 Eastern", "at 2p ET", "um 14 MEZ"."""

_DAYS = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\d(?:st|nd|rd|th)\b|\d/\d{1,2}\b|to(?:day|morrow)\b|tmrw\b"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b"
    r"|\b\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b\.?"
)
_DAY_AHEAD = re.compile(rf"(?:{_DAYS})(?:/\d+|, \d{{4}})?,? (?:at|@) ?$", re.IGNORECASE)
_DAY_BEHIND = re.compile(rf"(?: time)? on (?:the )?(?:{_DAYS}|\d)", re.IGNORECASE)
_MOST_BEFORE = 32


def told_beside_day(text: str, *, start: int, end: int) -> bool:
    """Say whether a bare hour, in English, stands beside a day: "Tuesday at 2 Central" is no address.

    Args:
        start: Where its number starts.
        end: Where it ends, with its zone.
    """
    before = text[max(0, start - _MOST_BEFORE) : start]
    is_behind = _DAY_BEHIND.match(text, end) is not None
    return is_behind or _DAY_AHEAD.search(before) is not None


_SURE = frozenset(_ZONE_OF) - {
    name for name in _ZONE_OF if re.fullmatch(SHORT_AMERICAN, name.lower())
}


def _hours_with_zones(text: str) -> Iterator[re.Match[str]]:
    for found in _named().finditer(text):
        is_sure = not found["bare"] or found["sign"]
        is_sure = is_sure or found["short"] in _SURE
        start, end = found.span()
        if is_sure or told_beside_day(text, start=start, end=end):
            yield found


_THE_SAME = re.compile(
    rf"\)? ?(?:[/|=(]|bzw\.|equals|i\.e\.) ?(?:{_NUMBER}(?: ?[APap][Mm])? ?[-–] ?)?"
)
"""What parts a time from the same by another clock, which may be from one time to another."""

_YOURS = (
    r"(?:,? ?\(?(?:your (?:own )?time|(?:by|with) you\b|for you(?= ?\))|(?:at|on) your (?:end|clock|side)|where you (?:are|live)"
    r"|bei (?:dir|ihnen|euch)|(?:nach )?(?:deiner|ihrer|eurer) (?:orts)?zeit|chez (?:vous|toi)|(?:à )?votre heure"
    r"|en (?:tu|su) (?:país|zona|ciudad|hora)|(?:la )?(?:sua|tua) ora|bij (?:jou|jullie|u)|(?:jouw|uw) tijd|u (?:ciebie|pani|pana)"
    r"|(?:hos|för) dig|din tid)\b)"
)
_OWN = re.compile(
    rf"[^!?\n]{{0,40}}?(?:{_CLOCK}|\b(?:12 )?noon\b){_YOURS}", re.IGNORECASE
)
"""Behind a time by another clock, the same by that of the reader: "11 am ET, 4 pm your time"."""


_PLACE = r"(?: [Uu]hr)? (?:in|à|a|en|w|i) [A-ZÀ-ÖØ-Þ][\w'’-]*(?: [A-ZÀ-ÖØ-Þ][\w'’-]*)?"
_FOR_YOU = r"(?i:for you|where you (?:are|live)|(?:at|on) your end|your time|bei (?:dir|ihnen|euch)|chez (?:vous|toi)|bij (?:jou|u)|hos dig|da (?:te|lei)|u (?:ciebie|pana|pani))"
_ELSEWHERE = re.compile(
    rf"(?P<there>{_CLOCK}|{_NUMBER}){_PLACE}\)?,? ?\(?(?:"
    rf"(?i:that(?: is|.s|.ll be| will be)|which is|so|i\.e\.|=|also|das (?:ist|sind|wäre)|soit|oppure|czyli|dvs\.?|alltså|dus) (?P<here>{_CLOCK}|{_NUMBER}) {_FOR_YOU}"
    rf"|{_FOR_YOU}(?: (?:in|à|a|en) [A-ZÀ-ÖØ-Þ][\w'’-]*)? (?:also|dann|it.s|donc|dus) (?P<yours>{_CLOCK})(?=\s*(?:[.,;)\n]|$)))"
)
"""A time by the clock of a place, and the same by the reader's: "15:00 in Luxembourg, that is 14:00 for you"."""


class OneClock(NamedTuple):
    """A text by the clock of one time zone.

    Attributes:
        text: Times that say the same by other clocks are blanked, so that places stay.
        zone: IANA name of the zone; "" where no time names one, or more than one counts.
    """

    text: str
    zone: str


def by_one_clock(text: str) -> OneClock:
    """Return a text without the times that it translates: "3pm GMT / 4pm CET" is at three.

    What is translated for the reader is by their own clock, "11 am ET, 4 pm your time".
    """
    text = _by_own_clock(text)
    first, end, said = "", 0, text
    for found in _hours_with_zones(text):
        if _OWN.match(text, found.end()):
            blank = " " * (found.end() - found.start())
            return OneClock(f"{text[: found.start()]}{blank}{text[found.end() :]}", "")
        zone = _zone_of(found)
        if not zone:
            return OneClock(said, "")
        first = first or zone
        if zone != first:
            if not _THE_SAME.fullmatch(text, end, found.start()):
                return OneClock(said, "")
            text = f"{text[:end]}{' ' * (found.end() - end)}{text[found.end() :]}"
        end = found.end()
    return OneClock(text, first)


def _by_own_clock(text: str) -> str:
    """Return a text with the reader's hour in the place of that of elsewhere, as long as it was."""
    found = _ELSEWHERE.search(text)
    if found is None:
        return text
    start, end = found.span("there")
    name = "here" if found["here"] else "yours"
    own = found[name].ljust(end - start)
    blank = " " * len(found[name])
    if len(own) > end - start:
        return f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    behind = f"{text[end : found.start(name)]}{blank}{text[found.end(name) :]}"
    return f"{text[:start]}{own}{behind}"


def zone_named(text: str) -> str:
    """Return the IANA name of the time zone by whose clock a text names times, or ""."""
    return by_one_clock(text).zone


def _zone_of(found: re.Match[str]) -> str:
    """Return the IANA name of a zone; "" for an offset that is that of no place."""
    if found["sign"]:
        return _zone_at(found)
    short = found["short"]
    name = str(found.lastgroup).removesuffix(_AHEAD)
    return _ZONE_OF[short] if short else name.replace("_SLASH_", "/")


def _zone_at(found: re.Match[str]) -> str:
    sign = "+" if found["sign"] == "+" else "-"
    hours, minutes = int(found["hours"]), found["minutes"] or "00"
    if minutes != "00":
        return _UNEVEN.get(f"{sign}{hours}:{minutes}", "")
    if not hours:
        return "UTC"
    ahead = hours if sign == "+" else -hours
    # The names of these zones tell how far the world is ahead of them.
    is_there = _MOST_BEHIND <= ahead <= _MOST_AHEAD
    return f"Etc/GMT{-ahead:+d}" if is_there else ""
