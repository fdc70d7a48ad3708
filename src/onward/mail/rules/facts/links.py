"""The links of a hiring mail that a person may want to press; nothing is ever fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from onward.applications.rules.links import MOST_LINKS, LinkKind, web_host
from onward.mail.rules.basics.text import strip_quoted
from onward.mail.rules.facts.systems import SystemKind, system_of_host

_READ_CHARS = 20_000
_BEFORE = 110
_MOST_OF_A_KIND = 2
_ADDRESS = re.compile(r"https?://[^\s<>\"'\\^`{|}]+", re.IGNORECASE)
_BEHIND = ".,;:!?)]»”’*_"
# What only follows the reader about.
_TRACKERS = re.compile(
    r"^(?:utm_\w+|gclid|fbclid|msclkid|yclid|igshid|mc_[ce]id|_hs\w+|hs\w*track\w*|mkt_tok|trk\w*|trackingid|midsig|midtoken|s_cid|vero_\w+|_openstat|wt\.mc_id)$",
    re.IGNORECASE,
)
_CHORES = re.compile(
    r"unsubscribe|abmelden|abbestell|privacy|datenschutz|impressum|imprint|terms|preferences|einstellungen|cookie|facebook|twitter|instagram|youtube|tiktok|xing\.com/pages"
    r"|linkedin\.com/company|glassdoor|kununu|\.(?:png|jpe?g|gif|svg|webp)(?:$|\?)|/(?:open|pixel|beacon)\b",
    re.IGNORECASE,
)
_CALL_HOSTS = (
    *("zoom.us", "teams.microsoft.com", "teams.live.com", "meet.google.com"),
    *("webex.com", "whereby.com", "meet.jit.si", "gotomeeting.com", "bluejeans.com"),
)
_BOOKING_HOSTS = ("cal.com", "youcanbook.me", "savvycal.com", "zcal.co", "tidycal.com")
_WORDS: tuple[tuple[LinkKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        (
            LinkKind.BOOKING,
            r"(?:book|choose|pick|select|schedule|reserve|find)\b.{0,40}\b(?:time|times|slot|slots|appointment|date|day|call|interview)|self-?schedul|reschedul"
            r"|termin\w*\b.{0,40}\b(?:wähl|buch|vereinbar|aussuch|auswähl|reservier)|(?:wähl|buch|such)\w*\b.{0,40}\btermin|umbuchen"
            r"|(?:choisi|réserv)\w*.{0,30}(?:créneau|horaire)|(?:elige|reserva)\w*.{0,30}(?:hora|fecha)|(?:scegli|prenota)\w*.{0,30}(?:orario|data)",
        ),
        (
            LinkKind.CALL,
            r"\b(?:join|beitreten|teilnehm|einwähl|dial in)\w*\b|(?:link to|link for|link zu[mr]?) (?:the |our |your |unserem? |dem |der )?(?:call|meeting|interview|video\w*|gespräch|termin)\b",
        ),
        (
            LinkKind.TEST,
            r"assessment|\btest\b|online-?test|challenge|exercise|coding task|take-?home|questionnaire|one-way|video interview|video questions|einstellungstest|aufgabe\b|fragebogen|evaluación|prueba|évaluation",
        ),
        (
            LinkKind.POSTING,
            r"job (?:posting|description|ad|advert|details)|advert|vacancy|job spec|(?:view|see|read|full) (?:the |this |full )?(?:job|role|position|posting|opening)|stellenanzeige|stellenausschreibung|ausschreibung|stellenbeschreibung|zur stelle|offre d'emploi|oferta de empleo|annuncio",
        ),
        (
            LinkKind.PORTAL,
            r"portal|log ?in|sign in|candidate home|candidate account|your account|application status|status of your application|track your|check (?:the |your )?status|view (?:your |my )?application|withdraw|manage your|anmelden|einloggen|bewerberkonto|bewerbungsstatus|status (?:ihrer|deiner) bewerbung|espace candidat",
        ),
    )
)  # fmt: skip
_PATHS: tuple[tuple[LinkKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        (LinkKind.BOOKING, r"/(?:book|schedule|availability|termin)\b"),
        (LinkKind.TEST, r"/(?:assessment|test|challenge|invite-test)s?\b"),
        (LinkKind.POSTING, r"/(?:jobs?|vacanc(?:y|ies)|positions?|stellen\w*|postings?|openings?|careers/\w+)/[\w-]*\d"),
        (LinkKind.PORTAL, r"/(?:login|candidate|candidates|portal|account|status|my-?applications?)\b|^//(?:portal|candidate|my)\."),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MailLink:
    """One link of a message: what it is for, and its address without what only follows."""

    kind: LinkKind
    url: str


def links_of(text: str) -> tuple[MailLink, ...]:
    """Return the links of a mail's own words that lead to a test, a time, a call, … .

    What is not known to lead to one of these is left out, and so are addresses that do
    not show where they lead.
    """
    found: dict[str, MailLink] = {}
    counts: dict[LinkKind, int] = {}
    for url, words in _addresses(text[:_READ_CHARS]):
        kind = _kind(url, words=words)
        if kind is None or url in found or counts.get(kind, 0) >= _MOST_OF_A_KIND:
            continue
        counts[kind] = counts.get(kind, 0) + 1
        found[url] = MailLink(kind, url)
        if len(found) == MOST_LINKS:
            break
    return tuple(found.values())


def _addresses(text: str) -> Iterator[tuple[str, str]]:
    """Yield each address that can be pressed, with the words that lead up to it."""
    if "://" not in text:
        return
    for start, end in strip_quoted(text):
        last = start
        for hit in _ADDRESS.finditer(text, start, end):
            before = text[max(last, hit.start() - _BEFORE) : hit.start()]
            last = hit.end()
            url = without_trackers(hit.group().rstrip(_BEHIND))
            if web_host(url) and not _CHORES.search(url):
                yield url, _near(before)


def _near(before: str) -> str:
    """Return the words that belong to an address: its line, or the one above it."""
    lines = [line for line in before.split("\n") if line.strip(" (<[-–:>")]
    return lines[-1] if lines else ""


def _kind(url: str, *, words: str) -> LinkKind | None:
    if _CHORES.search(words[-40:]):
        return None
    host = web_host(url)
    by_host = _kind_of_host(host)
    if by_host is not None:
        return by_host
    for kind, expression in _WORDS:
        if expression.search(words):
            return kind
    path = url.partition(":")[2]
    return next((kind for kind, shape in _PATHS if shape.search(path)), None)


def _kind_of_host(host: str) -> LinkKind | None:
    def is_of(known: tuple[str, ...]) -> bool:
        return any(host == name or host.endswith(f".{name}") for name in known)

    if is_of(_CALL_HOSTS):
        return LinkKind.CALL
    system = system_of_host(host)
    if is_of(_BOOKING_HOSTS) or (system.name and system.kind is SystemKind.SCHEDULER):
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
