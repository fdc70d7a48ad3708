"""Where an invitation in words wants somebody to come: "at our depot behind the station, Gate 4"; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from onward.mail.rules.appointments.not_there import is_denied, is_on_screen
from onward.mail.rules.basics.language import main_language
from onward.mail.rules.basics.sentences import split_sentences
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import lower
from onward.mail.rules.facts.contact import closings

_MOST_CHARS = 120
_MOST_WORDS_BETWEEN = 3
_MOST_FURTHER = 6
_READ_CHARS = 6_000
_NOWHERE = re.compile(
    r"https?:|www\.|@|\+\d|\b(?:online|remote\w*|teams|zoom|skype|webex|google meet|video\w*|phone|telefon\w*|link|tba|tbc"
    r"|calls?|ring|ruft|anruf\w*)\b",
    re.IGNORECASE,
)
_EDGES = " \t,;:-–—.\"'“”"
_WORD = r"[^\W\d_][\w'’&-]*\.?"
_NUMBERED_STREET = r"\d{1,4}[a-z]?,? (?:[A-ZÀ-ÖØ-Þ][\w'’.-]*\s){1,3}"
_CODE = r"\d{4,5} [A-ZÀ-ÖØ-ÞĆĞİŁŚŞŹŻ]"
_NAMED = rf"(?!(?:Mrs?|Ms|Mx|Dr)\b)(?:\d{{1,4}}[a-z]?,? )?[A-ZÀ-ÖØ-ÞĆĞİŁŚŞŹŻ]|{_CODE}"
_OPEN = re.compile(r"\s[-–—]\s|[(:;!?\n]")


@dataclass(frozen=True, slots=True)
class _Words:
    """What one language says of places; see the head of the data file."""

    found: re.Pattern[str]
    stop: re.Pattern[str]
    more: re.Pattern[str]
    comes: re.Pattern[str]
    apart: re.Pattern[str]
    work: re.Pattern[str]
    label: re.Pattern[str]
    dropped: re.Pattern[str]
    named: re.Pattern[str]


def meeting_place(text: str) -> str:
    """Return where a text asks somebody to come, in its own words; "" where it tells no place.

    A place counts that a label names, or that stands in a sentence in which somebody comes or
    meets. That of the job ("the position at our school") is none, a call has none, and where
    somebody is told not to come is none.
    """
    told = _unsigned(text[:_READ_CHARS])
    words = _words(main_language(lower(told)) or "en")
    if words is None:
        return ""
    labelled = (_tidy(found["rest"]) for found in words.label.finditer(told))
    named = next((place for place in labelled if _is_place(place)), "")
    if named or is_on_screen(told):
        return named
    return _in_sentences(told, words=words)


def _unsigned(text: str) -> str:
    """Return a text without its closing words and what stands under them."""
    lines = text.split("\n")
    for number in range(len(lines) - 1, 0, -1):
        if lower(lines[number]).strip(" ,.!-") in closings():
            return "\n".join(lines[:number])
    return text


def _in_sentences(text: str, *, words: _Words) -> str:
    for start, end in split_sentences(text, spans=[(0, len(text))]):
        sentence = " ".join(text[start:end].split())
        if not words.comes.search(sentence) or words.apart.search(sentence):
            continue
        for found in words.found.finditer(sentence):
            if is_denied(sentence, start=found.start(), end=found.end()):
                continue
            place = words.dropped.sub("", _tidy(_whole(found, words=words)))
            if not words.work.search(sentence[: found.start()]) and _is_place(place):
                return place
    return ""


def _whole(found: re.Match[str], *, words: _Words) -> str:
    """Return a place with all that is said of it: up to where the sentence goes on."""
    rest = found.string[found.end() :]
    ends = [
        each.start() for each in (words.stop.search(rest), _OPEN.search(rest)) if each
    ]
    first, *further = rest[: min(ends, default=len(rest))].split(",")
    whole = found["place"] + first
    for part in further:
        if not _goes_on(part.strip(), words=words):
            break
        whole += f",{part}"
    return whole


def _goes_on(part: str, *, words: _Words) -> bool:
    """Say whether what stands behind a comma is more of the same place."""
    if not part or len(part.split()) > _MOST_FURTHER:
        return False
    return words.more.match(part) is not None or words.named.match(part) is not None


def _tidy(place: str) -> str:
    return " ".join(place.split()).strip(_EDGES)


def _is_place(place: str) -> bool:
    is_long = len(place) > _MOST_CHARS
    return bool(place) and not is_long and not _NOWHERE.search(place)


@cache
def _words(code: str) -> _Words | None:
    table = tables("meeting_place").get(code)
    if table is None:
        return None

    def any_case(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return _Words(
        found=_before_ending(table) if "behind" in table else _behind_lead(table),
        stop=any_case(rf",?\s(?:{_whole_numbers(table['stop'])})(?!\w)"),
        more=any_case(
            rf"(?:{table['more']}|(?:{table['numbered']})\s\d+|{table['places']})(?!\w)"
        ),
        comes=any_case(table["comes"]),
        apart=any_case(table["apart"]),
        work=any_case(table["work"]),
        label=any_case(
            rf"(?m)^[ \t*•-]*(?:{table['label']})\s?:[ \t]*(?P<rest>\S[^\n]*)"
        ),
        named=re.compile(_CODE if table.get("capitals") else _NAMED),
        dropped=any_case(rf"^(?:{table.get('dropped', '(?!)')})\s"),
    )


def _whole_numbers(pattern: str) -> str:
    """Return a pattern whose digits stand for all that is written to them: "at 10:30"."""
    return pattern.replace(r"\d", r"\d[\w.:]*")


def _behind_lead(table: dict[str, Any]) -> re.Pattern[str]:
    """Return what finds a place behind "at" or "in": "our depot", "Mill Farm", "Gate 4"."""
    lead, led, own = table["lead"], table["led"], table["own"]
    between = rf"(?:(?!(?:{lead}|{led}|{own}|{table['stop']})\s){_WORD}\s)"
    named = r"(?:(?-i:[A-ZÀ-ÖØ-ÞĆĞİŁŚŞŹŻ])[\w'’&-]*\.?\s)"
    place = rf"(?:{table['places']})(?![\w-])(?!\s{table['no_place']}\b)"
    numbered = rf"(?:{table['numbered']})\s(?:[a-z]\b|\d)[\w./-]*"
    of_own = rf"(?:{own})(?:\s|(?<=')){between}{{0,{_MOST_WORDS_BETWEEN}}}?{place}"
    of_led = rf"(?:(?:{own})\s)?{between}{{0,{_MOST_WORDS_BETWEEN}}}?{place}"
    of_name = rf"(?:(?-i:{_NUMBERED_STREET})|{named}{{1,3}}?){place}"
    proper = rf"(?-i:(?=[A-ZÀ-ÖØ-ÞĆĞİŁŚŞŹŻ])){place}"
    bare = place if table.get("bare") else proper
    return re.compile(
        rf"(?<!\w)(?P<place>(?:{lead})\s(?:{of_own}|{numbered}|{of_name}|{bare})"
        rf"|(?:{led})(?:\s|(?<='))(?:{of_led}|{numbered}))",
        re.IGNORECASE,
    )


def _before_ending(table: dict[str, Any]) -> re.Pattern[str]:
    """Return what finds a place by its ending, with the words that it governs before it."""
    return re.compile(
        rf"(?<![\w:.'])(?!\d)(?P<place>(?:{table['far']})(?:\w*?{table['behind']})(?!\w))",
        re.IGNORECASE,
    )
