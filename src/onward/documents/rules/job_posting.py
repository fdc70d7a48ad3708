"""Read schema.org JobPosting from a page's JSON-LD, however it is wrapped."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from onward.core.dates import in_reach
from onward.core.text import storable

MAX_DEPTH = 12
_LONGEST_LIST = 2_000
_WRAPPED = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)\s*|\s*(?:-->|//\s*\]\]>|\]\]>)\s*$",
    re.S,
)
_CONTROLS = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_ESCAPED_TAG = re.compile(r"&(?:amp;)?lt;/?[a-z][^&]*?&(?:amp;)?gt;", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")

_MONTHS = re.compile(r"[0-9]{1,3}")
_MOST_MONTHS = 600

Plain = Callable[[str], str]
"""Turns HTML into the lines that a person would read."""


@dataclass(frozen=True, slots=True)
class Posting:
    """One opening as its page describes it; empty where the page says nothing.

    Attributes:
        text: The description, as lines.
        requirements: What it asks for in fields of its own, one thing an entry.
    """

    title: str = ""
    company: str = ""
    place: str = ""
    salary: str = ""
    text: str = ""
    requirements: tuple[str, ...] = ()
    posted_on: date | None = None
    valid_until: date | None = None


def find_posting(scripts: Sequence[str], *, plain: Plain) -> Posting | None:
    """Return the opening that these JSON-LD scripts describe; None where none does.

    Of several the one with the longest description counts: lists of similar jobs stand
    on the same page and say less.

    Args:
        plain: Turns the HTML of a description into text.
    """
    found = [
        read_posting(item, plain=plain)
        for script in scripts
        for item in _postings(_loaded(script))
    ]
    return max(found, key=lambda posting: len(posting.text), default=None)


def read_posting(item: Mapping[str, Any], *, plain: Plain) -> Posting:
    """Return one JobPosting object as a `Posting`; never raises, whatever it holds."""
    try:
        return _read(item, plain=plain)
    except RecursionError:
        # No opening is wrapped hundreds of times.
        return Posting()


def _read(item: Mapping[str, Any], *, plain: Plain) -> Posting:
    description = _html(item.get("description"), plain=plain)
    more = [
        _html(item.get(name), plain=plain)
        for name in ("responsibilities", "qualifications")
    ]
    told = [description, *(part for part in more if part not in description)]
    return Posting(
        title=_words(item.get("title")) or _words(item.get("name")),
        company=_name(item.get("hiringOrganization")),
        place=_place(item),
        salary=_salary(item.get("baseSalary") or item.get("estimatedSalary")),
        text="\n\n".join(filter(None, told)),
        requirements=tuple(dict.fromkeys(_requirements(item, plain=plain))),
        posted_on=_day(item.get("datePosted")),
        valid_until=_day(item.get("validThrough")),
    )


def _loaded(script: str) -> Any:
    """Return a script's value; sites write comments, raw line ends and stray commas."""
    text = _WRAPPED.sub("", script).strip().rstrip(";")
    for attempt in (text, _CONTROLS.sub(" ", text)):
        for mended in (attempt, _TRAILING_COMMA.sub(r"\1", attempt)):
            try:
                return json.loads(mended, strict=False)
            except (ValueError, RecursionError):
                continue
    return None


def _postings(value: Any, *, level: int = 0) -> Iterator[Mapping[str, Any]]:
    """Yield the JobPosting objects in lists, in @graph and inside other objects."""
    if level > MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value[:_LONGEST_LIST]:
            yield from _postings(item, level=level + 1)
    elif isinstance(value, dict):
        if _is_posting(value.get("@type")):
            yield value
            return
        for item in value.values():
            if isinstance(item, list | dict):
                yield from _postings(item, level=level + 1)


def _is_posting(kind: Any) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(
        isinstance(name, str) and re.split(r"[/:#]", name)[-1] == "JobPosting"
        for name in kinds
    )


def _words(value: Any) -> str:
    """Return a value as one line without markup; a list's parts joined by commas."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, str | int | float):
        text = html.unescape(html.unescape(storable(str(value))))
        return " ".join(_TAG.sub(" ", text).split())
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(_words, value[:20]))))
    if isinstance(value, dict):
        return _words(value.get("@value") or value.get("name"))
    return ""


def _name(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("legalName"))
    return _words(value)


def _place(item: Mapping[str, Any]) -> str:
    places = item.get("jobLocation")
    found = [_address(p) for p in (places if isinstance(places, list) else [places])]
    kind = _words(item.get("jobLocationType")).upper()
    if "TELECOMMUTE" in kind:
        found.append("remote")
    return "; ".join(dict.fromkeys(filter(None, found[:10])))


def _address(place: Any) -> str:
    if not isinstance(place, dict):
        return _words(place)
    address = place.get("address") or place
    if isinstance(address, list):
        address = address[0] if address else ""
    if not isinstance(address, dict):
        return _words(address)
    parts = ("addressLocality", "addressRegion", "addressCountry")
    named = [_name(address.get(part)) for part in parts]
    return ", ".join(dict.fromkeys(filter(None, named))) or _words(place.get("name"))


def _salary(value: Any) -> str:
    """Return pay as it is stated, e.g. "42000–48000 EUR a year"; empty if it is not."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, dict):
        return _words(value)
    amount = value.get("value", value)
    unit = _words(value.get("unitText"))
    if isinstance(amount, dict):
        unit = _words(amount.get("unitText")) or unit
        ends = [_amount(amount.get(name)) for name in ("minValue", "maxValue")]
        ends = list(dict.fromkeys(filter(None, ends))) or [_amount(amount.get("value"))]
        stated = "–".join(filter(None, ends))
    else:
        stated = _amount(amount)
    if not stated:
        return ""
    period = _PERIODS.get(unit.upper(), unit.lower())
    return " ".join(filter(None, (stated, _words(value.get("currency")), period)))


_PERIODS = {
    "YEAR": "a year",
    "MONTH": "a month",
    "WEEK": "a week",
    "DAY": "a day",
    "HOUR": "an hour",
}


def _amount(value: Any) -> str:
    if isinstance(value, bool) or value in (None, "", 0, "0"):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _words(value)


def _requirements(item: Mapping[str, Any], *, plain: Plain) -> Iterator[str]:
    for name in ("qualifications", "skills"):
        yield from _listed(item.get(name), plain=plain)
    yield from _experience(item.get("experienceRequirements"), plain=plain)
    for value in _many(item.get("educationRequirements")):
        is_object = isinstance(value, dict)
        wanted = _words(value.get("credentialCategory")) if is_object else ""
        yield from _listed(wanted or value, plain=plain)


def _experience(value: Any, *, plain: Plain) -> Iterator[str]:
    for one in _many(value):
        months = one.get("monthsOfExperience") if isinstance(one, dict) else None
        if isinstance(months, str) and _MONTHS.fullmatch(months.strip()):
            months = int(months)
        if isinstance(months, int | float) and 0 < months <= _MOST_MONTHS:
            years = months / 12
            many = f"{years:g} years" if years != 1 else "1 year"
            yield (
                f"{many} of experience"
                if months >= 12
                else f"{months:g} months of experience"
            )
        else:
            yield from _listed(one, plain=plain)


def _listed(value: Any, *, plain: Plain) -> Iterator[str]:
    """Yield what a field lists: its items, its lines, or itself."""
    for one in _many(value):
        if isinstance(one, dict):
            one = _words(one)
        if not isinstance(one, str):
            continue
        for line in _html(one, plain=plain).splitlines():
            words = line.strip().lstrip("-•*· ").strip()
            if words:
                yield words


def _many(value: Any) -> list[Any]:
    if value is None:
        return []
    return value[:100] if isinstance(value, list) else [value]


def _html(value: Any, *, plain: Plain) -> str:
    """Return a field's text in lines; its markup may be escaped once or twice."""
    if isinstance(value, list):
        return "\n".join(filter(None, (_html(v, plain=plain) for v in value[:100])))
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return ""
    value = storable(value)
    for _again in range(2):
        if not _ESCAPED_TAG.search(value):
            break
        value = html.unescape(value)
    if _TAG.search(value):
        return plain(value)
    lines = (" ".join(line.split()) for line in html.unescape(value).splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _day(value: Any) -> date | None:
    try:
        # "9999-12-31" means that there is no last day.
        return in_reach(date.fromisoformat(_words(value)[:10]))
    except ValueError:
        return None
