"""The links of a hiring mail that a person may want to press; nothing is ever fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from onward.applications.rules.links import MOST_LINKS, LinkKind, web_host
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import strip_quoted
from onward.mail.rules.facts.systems import SystemKind, system_of_host

_READ_CHARS = 20_000
_BEFORE = 320
_NEAR = 110
_AFTER = 80
_LINES_BEFORE = 4
_MOST_OF_A_KIND = 2
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}]+", re.IGNORECASE)
_BEHIND = ".,;:!?)]»”’*_"
# What only follows the reader about.
_TRACKERS = re.compile(
    r"^(?:utm_\w+|gclid|fbclid|msclkid|yclid|igshid|mc_[ce]id|_hs\w+|hs\w*track\w*|mkt_tok|trk\w*|trackingid|midsig|midtoken|s_cid|vero_\w+|_openstat|wt\.mc_id)$",
    re.IGNORECASE,
)
_END_OF_SENTENCE = re.compile(r"[.!?](?:\s|$)|\n|https?://")
_CARRIED_ON = re.compile(r"[^.:!?\n]{40,}\n[ \t>]*[^\W\d_A-ZÄÖÜ]")
# "Please complete it" is said of a test as well.
_VAGUE = (LinkKind.FORM, LinkKind.PORTAL, LinkKind.POSTING)
# Where the address stands in its sentence.
_GAP = "…"


@dataclass(frozen=True, slots=True)
class _Lead:
    """How one kind of link is told: by words, known hosts, or the look of an address."""

    kind: LinkKind
    said: re.Pattern[str]
    hosts: tuple[str, ...]
    shape: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Table:
    leads: tuple[_Lead, ...]
    pointers: re.Pattern[str]
    chores: re.Pattern[str]
    chore_addresses: re.Pattern[str]


@cache
def _table() -> _Table:
    """Return what `links.toml` has, in its order."""

    def any_of(parts: Iterable[str]) -> re.Pattern[str]:
        return re.compile("|".join(parts), re.IGNORECASE)

    def lead(kind: LinkKind, row: Mapping[str, list[str]]) -> _Lead:
        known = tuple(host for host in row["hosts"] if "." in host)
        first = "|".join(re.escape(host) for host in row["hosts"] if "." not in host)
        shapes = [*row["paths"], *([rf"^//(?:{first})\."] if first else [])]
        return _Lead(kind, any_of(row["said"]), known, any_of(shapes))

    rows = tables("links")
    return _Table(
        tuple(
            lead(LinkKind(name), rows[name]) for name in rows if name in set(LinkKind)
        ),
        any_of(rows["pointers"]),
        any_of(rows["chores"]),
        any_of(rows["chore_addresses"]),
    )


@dataclass(frozen=True, slots=True)
class MailLink:
    """One link of a message: what it is for, and its address without what only follows."""

    kind: LinkKind
    url: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an address stands: its sentence, and the words that come before it."""

    sentence: str
    before: str


def links_of(text: str) -> tuple[MailLink, ...]:
    """Return the links of a mail's own words that lead to a test, a time, a call, … .

    What is not known to lead to one of these is left out, and so are addresses that do
    not show where they lead.
    """
    found: dict[str, MailLink] = {}
    counts: dict[LinkKind, int] = {}
    for url, place in _addresses(text[:_READ_CHARS]):
        kind = _kind(url, place=place)
        if kind is None or url in found or counts.get(kind, 0) >= _MOST_OF_A_KIND:
            continue
        counts[kind] = counts.get(kind, 0) + 1
        found[url] = MailLink(kind, url)
        if len(found) == MOST_LINKS:
            break
    return tuple(found.values())


def _addresses(text: str) -> Iterator[tuple[str, _Place]]:
    """Yield each address that can be pressed, with where it stands."""
    if "://" not in text:
        return
    for start, end in strip_quoted(text):
        last = start
        for hit in _ADDRESS.finditer(text, start, end):
            before = text[max(last, hit.start() - _BEFORE) : hit.start()]
            last = hit.end()
            url = without_trackers(hit.group().rstrip(_BEHIND))
            if web_host(url) and not _table().chore_addresses.search(url):
                behind = text[hit.start() + len(hit.group().rstrip(_BEHIND)) : end]
                yield url, _place(before, behind=behind)


def _place(before: str, *, behind: str) -> _Place:
    """Return the sentence that an address stands in: its line, or the one above it."""
    behind = _END_OF_SENTENCE.split(behind[:_AFTER], maxsplit=1)[0].strip(" )>]")
    whole = _CARRIED_ON.sub(lambda hit: hit.group().replace("\n", " "), before)
    lines = [line for line in whole.split("\n") if line.strip(" (<[-–:>")]
    near = lines[-1][-_NEAR:].replace(_GAP, " ").strip(" (<[") if lines else ""
    return _Place(f"{near}{_GAP} {behind}", " ".join(lines[-_LINES_BEFORE:]))


def _kind(url: str, *, place: _Place) -> LinkKind | None:
    table = _table()
    words = place.sentence.partition(_GAP)[0]
    if table.chores.search(words[-40:]):
        return None
    by_host = _kind_of_host(web_host(url))
    if by_host is not None:
        return by_host
    for lead in table.leads:
        if lead.said.search(place.sentence):
            return lead.kind
    address = url.partition(":")[2]
    for lead in table.leads:
        if lead.shape.search(address):
            return lead.kind
    return _said_before(place.before) if table.pointers.search(words) else None


def _said_before(before: str) -> LinkKind | None:
    """Return what the last words are about that tell of something to be pressed."""
    said = [
        (lead.kind not in _VAGUE, hit.end(), lead.kind)
        for lead in _table().leads
        for hit in lead.said.finditer(before)
    ]
    return max(said)[2] if said else None


def _kind_of_host(host: str) -> LinkKind | None:
    for lead in _table().leads:
        if any(host == name or host.endswith(f".{name}") for name in lead.hosts):
            return lead.kind
    system = system_of_host(host)
    if system.name and system.kind is SystemKind.SCHEDULER:
        return LinkKind.BOOKING
    if system.name and system.kind is SystemKind.ASSESSMENT_VENDOR:
        return LinkKind.TEST
    return None


def without_trackers(url: str) -> str:
    """Return an address without the parameters that only say who followed it from where.

    Everything else stays as it is: a link to a test may be nothing but parameters.
    """
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True)
        kept = [(name, value) for name, value in pairs if not _TRACKERS.match(name)]
        if len(kept) == len(pairs):
            return url
        return urlunsplit(parts._replace(query=urlencode(kept)))
    except ValueError:
        return url
