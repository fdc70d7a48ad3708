"""The help lines: what an entry must have, how old it may be, whose country it is; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

WARN_AFTER = timedelta(days=150)
TOO_OLD_AFTER = timedelta(days=180)
"""Dead numbers are the commonest fault of such pages: a release needs fresh checks."""

_COUNTRY = re.compile(r"[A-Z]{2}")
_DIALLED = re.compile(r"[0-9+][0-9 ]*")
_WEB = re.compile(r"https?://[a-z0-9.-]+(/\S*)?")


class HelpLinesError(ValueError):
    """The file of help lines cannot be used; the message says which entry, and why."""


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One number or address, seen in its source on the day of `checked_on`.

    Attributes:
        number: To call, as printed; empty where there is only a page.
        text_to: To send a text message to; `text_body` is what to write, if anything.
    """

    name: str
    source: str
    checked_on: date
    number: str = ""
    text_to: str = ""
    text_body: str = ""
    hours: str = ""
    languages: tuple[str, ...] = ()
    url: str = ""

    @property
    def call_address(self) -> str:
        """The link that calls it."""
        return f"tel:{self.number.replace(' ', '')}"

    @property
    def text_address(self) -> str:
        """The link that writes a text message to it."""
        return f"sms:{self.text_to.replace(' ', '')}"


@dataclass(frozen=True, slots=True)
class Country:
    """One country: its emergency number, and lines to talk to somebody."""

    code: str
    name: str
    emergency: tuple[str, ...]
    source: str
    checked_on: date
    lines: tuple[HelpLine, ...] = ()


@dataclass(frozen=True, slots=True)
class HelpLines:
    """All of them, by country code, and the directories for everywhere else."""

    countries: Mapping[str, Country] = field(default_factory=dict)
    elsewhere: tuple[HelpLine, ...] = ()

    @property
    def oldest_check(self) -> date:
        """The day of the oldest check."""
        return min(checked_on for _name, checked_on in checks_of(self))


def read_help_lines(data: Mapping[str, Any]) -> HelpLines:
    """Return the help lines of the parsed data file, countries by name.

    Raises:
        HelpLinesError: If an entry lacks something, or carries what cannot be dialled.
    """
    countries = [_country(entry) for entry in data.get("country", ())]
    codes = [country.code for country in countries]
    if len(set(codes)) != len(codes):
        raise HelpLinesError("A country stands there twice.")
    return HelpLines(
        countries={c.code: c for c in sorted(countries, key=lambda c: c.name)},
        elsewhere=tuple(
            _line(entry, place="elsewhere") for entry in data.get("elsewhere", ())
        ),
    )


def _country(entry: Mapping[str, Any]) -> Country:
    code = str(entry.get("code", ""))
    if not _COUNTRY.fullmatch(code):
        raise HelpLinesError(f"{code!r} is not a country code of two capitals.")
    name = _words(entry, "name", place=code)
    emergency = tuple(entry.get("emergency", ()))
    if not emergency or not all(_DIALLED.fullmatch(number) for number in emergency):
        raise HelpLinesError(f"{code} needs an emergency number that can be dialled.")
    return Country(
        code=code,
        name=name,
        emergency=emergency,
        source=_web(entry, "source", place=code),
        checked_on=_day(entry, place=code),
        lines=tuple(_line(line, place=code) for line in entry.get("line", ())),
    )


def _line(entry: Mapping[str, Any], *, place: str) -> HelpLine:
    name = _words(entry, "name", place=place)
    where = f"{place}: {name}"
    for key in ("number", "text_to"):
        value = entry.get(key, "")
        if value and not _DIALLED.fullmatch(value):
            raise HelpLinesError(f"{where}: {value!r} cannot be dialled.")
    if not (entry.get("number") or entry.get("text_to") or entry.get("url")):
        raise HelpLinesError(f"{where} has neither a number nor a page.")
    return HelpLine(
        name=name,
        source=_web(entry, "source", place=where),
        checked_on=_day(entry, place=where),
        number=entry.get("number", ""),
        text_to=entry.get("text_to", ""),
        text_body=entry.get("text_body", ""),
        hours=entry.get("hours", ""),
        languages=tuple(entry.get("languages", ())),
        url=_web(entry, "url", place=where) if entry.get("url") else "",
    )


def _words(entry: Mapping[str, Any], key: str, *, place: str) -> str:
    value = str(entry.get(key, "")).strip()
    if not value:
        raise HelpLinesError(f"{place} needs a {key}.")
    return value


def _web(entry: Mapping[str, Any], key: str, *, place: str) -> str:
    value = str(entry.get(key, ""))
    if not _WEB.fullmatch(value):
        raise HelpLinesError(f"{place} needs a {key} that is a web address.")
    return value


def _day(entry: Mapping[str, Any], *, place: str) -> date:
    value = entry.get("checked_on")
    if type(value) is not date:
        raise HelpLinesError(f"{place} needs the day it was checked on.")
    return value


def checks_of(lines: HelpLines) -> list[tuple[str, date]]:
    """Return every entry's name with the day it was checked on."""
    checks = [(line.name, line.checked_on) for line in lines.elsewhere]
    for country in lines.countries.values():
        checks.append((country.name, country.checked_on))
        checks += [
            (f"{country.name}: {line.name}", line.checked_on) for line in country.lines
        ]
    return checks


def older_than(lines: HelpLines, *, age: timedelta, today: date) -> list[str]:
    """Return the names of the entries whose check is more than `age` ago."""
    return [name for name, checked in checks_of(lines) if today - checked > age]


def country_from_languages(header: str, *, known: Collection[str]) -> str:
    """Return the country that the languages of an Accept-Language header name, or "".

    "de-AT,de;q=0.9" is Austria; a language alone names a country only where its code is
    also that of the one it is from, as in "pl" or "fi".
    """
    tags = [tag for tag, _weight in sorted(_weighted(header), key=_heaviest_first)]
    for tag in tags:
        region = tag[-1].upper() if len(tag) > 1 else ""
        if region in known:
            return region
    for tag in tags:
        country = _HOME_OF.get(tag[0], "")
        if country in known:
            return country
    return ""


_HOME_OF = {
    **{code: code.upper() for code in ("de", "fr", "es", "it", "pt", "nl", "pl", "fi")},
    "sv": "SE",
    "da": "DK",
    "nb": "NO",
    "nn": "NO",
    "no": "NO",
    "ga": "IE",
}


def _weighted(header: str) -> list[tuple[list[str], float]]:
    found = []
    for part in header[:500].split(","):
        tag, _, rest = part.strip().partition(";")
        weight = re.fullmatch(r"\s*q=([01](?:\.\d{0,3})?)\s*", rest)
        names = [name for name in re.split("[-_]", tag.strip().lower()) if name]
        if names:
            found.append((names, float(weight[1]) if weight else 1.0))
    return found


def _heaviest_first(item: tuple[list[str], float]) -> float:
    return -item[1]


def country_from_zone(name: str, *, known: Collection[str]) -> str:
    """Return the country whose clock the time zone called `name` is, or "".

    A browser in English says "en-US" in most of the world; the clock knows better.
    """
    country = _ZONES.get(name) or _ZONES.get(name.partition("/")[0], "")
    return country if country in known else ""


_CITIES = {
    "AT": "Europe/Vienna",
    "BE": "Europe/Brussels",
    "CA": "America/Edmonton America/Halifax America/Montreal America/Regina "
    "America/St_Johns America/Toronto America/Vancouver America/Winnipeg Canada",
    "CH": "Europe/Zurich",
    "DE": "Europe/Berlin Europe/Busingen",
    "DK": "Europe/Copenhagen",
    "ES": "Africa/Ceuta Atlantic/Canary Europe/Madrid",
    "FI": "Europe/Helsinki Europe/Mariehamn",
    "FR": "Europe/Paris",
    "GB": "Europe/Belfast Europe/London",
    "IE": "Europe/Dublin",
    "IN": "Asia/Calcutta Asia/Kolkata",
    "IT": "Europe/Rome",
    "NL": "Europe/Amsterdam",
    "NO": "Europe/Oslo",
    "NZ": "Pacific/Auckland Pacific/Chatham",
    "PL": "Europe/Warsaw",
    "PT": "Atlantic/Azores Atlantic/Madeira Europe/Lisbon",
    "SE": "Europe/Stockholm",
    "US": "America/Anchorage America/Boise America/Chicago America/Denver "
    "America/Detroit America/Los_Angeles America/New_York America/Phoenix "
    "Pacific/Honolulu US",
    "AU": "Australia",
}
_ZONES = {zone: code for code, zones in _CITIES.items() for zone in zones.split()}
