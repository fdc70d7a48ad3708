"""Where an invitation in words wants somebody to come: "at our depot behind the station, Gate 4"; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from onward.mail.rules.appointments.not_there import (
    is_denied,
    is_in_person,
    is_on_screen,
    names_screen,
)
from onward.mail.rules.basics.language import main_language
from onward.mail.rules.basics.sentences import own_sentences, split_sentences
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import Span, lower, plain
from onward.mail.rules.facts.contact import closings
from onward.mail.rules.facts.employers.names import UPPER
from onward.mail.rules.facts.towns import is_town

_MOST_CHARS = 120
_MOST_WORDS_BETWEEN = 3
_MOST_FURTHER = 6
_READ_CHARS = 6_000
_TABLE = "meeting_place"
_NOWHERE = re.compile(
    r"(?i:https?:|www\.|@|\+\d|\b(?:tba|tbc)\b)|\blink\b|^Link\b|(?:-| the )Link\b"
)
_TOWN = rf"(?:,\s(?:\d[\d ]{{3,5}}\s)?(?P<town>[{UPPER}]\w+(?:-[{UPPER}]\w+)?))?"
# "Spitalstrasse 1, Haus A": the letter of a building is no initial, and its word no town.
_BUILDING = (
    r"(?:(?i:haus|gebäude|trakt|turm|halle|eingang|tor|aufgang|building|unit|block|wing|tower|entrance|gate|door"
    r"|bâtiment|entrée|porte|edificio|edifício|bloque|bloco|portal|puerta|entrada|palazzina|scala|ingresso"
    r"|gebouw|ingang|budynek|klatka|wejście|hus|uppgång|ingång|bina|kapı)\s(?:[A-Z]|\d{1,3}[A-Za-z]?)(?!\w)|[A-Z] Blok(?!\w))"
)
_EDGES = " \t,;:-–—.*_\"'“”"
_WORD = r"[^\W\d_][\w'’&-]*\.?"
_NUMBERED_STREET = r"\d{1,4}[a-z]?,? (?:[A-ZÀ-ÖØ-Þ][\w'’.-]*\s){1,3}"
_CODE = r"\d{4,5} [A-ZÀ-ÖØ-ÞĆĞİŁŚŞŹŻ]"
_NAMED = rf"(?!(?:Mrs?|Ms|Mx|Dr)\b)(?:\d{{1,4}}[a-z]?,? )?[A-ZÀ-ÖØ-ÞĆĞİŁŚŞŹŻ]|{_CODE}"
_SHORT_STREET = re.compile(
    r"\w{3}(?:str|strasse|pl|ul|av|avda|cad|sok)\. \d$"
    r"|\b(?:conf|bldg|ste|dept|fl|rm|zi|geb|hs|eing)\. \w$",
    re.IGNORECASE,
)
_SHORT_CHARS = 12
"""How many of its last characters tell whether a sentence ends so."""
_SIGN = re.compile(r"\S")
_HARD = re.compile(r"ğ$")
"""So Turkish writes a "k" before an ending: "mutfağa" is to the "mutfak"."""
_TALKS = r"(?:Görüşme|Mülakat|Toplantı)\w*\s"
_STOREY = r"[A-Z]{2}\b|Stock|Etage|Ober|Unter|Erdg|Dachg|Stiege|Bezirk|Aufgang|Hof\b|Tür|Cad|Sok|Kat\b|Blok"
_LAST_NUMBER = re.compile(
    rf"(?:(?:^|\s)[{UPPER}][\w.'-]*,?\s\d{{1,4}}[a-z]?|(?<!\w){_BUILDING})(?=\.\s+(?!{_STOREY})[{UPPER}])"
)
_OPEN = re.compile(r"\s[-–—]\s|[(:;!?\n]")


@dataclass(frozen=True, slots=True)
class _Words:
    """What one language says of places; see the head of the data file."""

    found: re.Pattern[str]
    stop: re.Pattern[str]
    more: re.Pattern[str]
    comes: re.Pattern[str]
    there: re.Pattern[str]
    reason: re.Pattern[str]
    apart: re.Pattern[str]
    work: re.Pattern[str]
    dropped: re.Pattern[str]
    cased: re.Pattern[str]
    named: re.Pattern[str]


def meeting_place(text: str) -> str:
    """Return where a text asks somebody to come, in its own words; "" where it tells no place.

    A place counts that a label names, that stands in a sentence in which somebody comes or
    meets, or that is a street with its number behind "at". That of the job ("the position at
    our school") is none, a call has none, an address below the closing words is the firm's,
    and where somebody is told not to come is none.
    """
    told = text[:_READ_CHARS]
    signed = _signed_from(told)
    labels = list(_labelled(told, signed=signed))
    places = [place for place in labels if _is_place(place)]
    is_screen = is_on_screen(told) or any(map(names_screen, labels))
    if is_screen and not is_in_person(told):
        return ""
    if places:
        return places[0]
    if is_screen:
        return ""
    place = next((each.place for each in _in_sentences(told, signed=signed)), "")
    return place or _street(told)


def moved_place(text: str) -> str:
    """Return the place of a talk in a mail that moves it, where that is sure; "" where it is not.

    Such a mail names other places, as those of the writers, or why the talk is moved. So it is
    told by a label, a street with its number, or right behind words of the talk: "we meet in our
    depot".
    """
    told = text[:_READ_CHARS]
    signed = _signed_from(told)
    labelled = filter(_is_place, _labelled(told, signed=signed))
    sure = (each.place for each in _in_sentences(told, signed=signed) if each.is_sure)
    return next(chain(labelled, sure), "") or _street(told)


def _labelled(text: str, *, signed: int) -> Iterator[str]:
    """Yield what lines name that say where; below the closing words only those that no signature has."""
    for found in _labels().finditer(text):
        if found["label"] or found.start() < signed:
            yield _tidy(_first_of(found["rest"]))


def _first_of(line: str) -> str:
    """Return the first sentence of a line: "12 Mill Lane, Leeds. See you there"."""
    spans = tuple(split_sentences(line, spans=[(0, len(line))]))
    return _up_to_number(next(_whole_streets(line, spans), ""))


def _whole_streets(text: str, spans: Iterable[Span]) -> Iterator[str]:
    """Yield sentences; one that ends with the short word of a street goes on: "Hafenstr. 3"."""
    parts: list[str] = []
    for start, end in spans:
        parts.append(" ".join(text[start:end].split()))
        sign = _SIGN.search(text, end)
        behind = sign[0] if sign else ""
        if not _SHORT_STREET.search(f"{parts[-1][-_SHORT_CHARS:]} {behind}"):
            yield " ".join(parts)
            parts = []
    if parts:
        yield " ".join(parts)


def _up_to_number(words: str) -> str:
    """Return words up to the number of a street that ends a sentence: "Calle Mayor 14. La hora …"."""
    found = _LAST_NUMBER.search(words)
    return words[: found.end()] if found else words


def _signed_from(text: str) -> int:
    """Return where the closing words of a text begin; its length where it has none."""
    end = len(text)
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        if start and lower(text[start:end]).strip(" ,.!-") in closings():
            return start
        end = start - 1
    return len(text)


def _street(text: str) -> str:
    """Return the one street with its number at which one is to be; "" where there are several."""
    told = chain(_streets().finditer(text), _streets_before().finditer(text))
    streets = {
        " ".join(found["street"].split())
        for found in told
        if not is_denied(text, start=found.start(), end=found.end())
    }
    return streets.pop() if len(streets) == 1 else ""


@dataclass(frozen=True, slots=True)
class _Told:
    """A place in a sentence; is_sure: its words are of the talk, whatever else the mail tells."""

    place: str
    is_sure: bool


def _in_sentences(text: str, *, signed: int) -> Iterator[_Told]:
    """Yield the places in sentences in which somebody comes, in the text's language."""
    words = _words(main_language(plain(text)))
    if words is None:
        return
    spans = (span for span in own_sentences(text) if span[0] < signed)
    for sentence in _whole_streets(text, spans):
        if not words.comes.search(sentence) or words.apart.search(sentence):
            continue
        for found in words.found.finditer(sentence):
            if is_denied(sentence, start=found.start(), end=found.end()):
                continue
            place = words.dropped.sub("", _with_street(found, words=words))
            place = _HARD.sub("k", words.cased.sub(r"\g<bare>", place))
            if not words.work.search(sentence[: found.start()]) and _is_place(place):
                yield _Told(place, _is_of_talk(found, place=place, words=words))


def _is_of_talk(found: re.Match[str], *, place: str, words: _Words) -> bool:
    """Say whether a place is surely that of a talk: a street, or behind "we meet" and with no reason beside it."""
    if _any_street().search(place):
        return True
    sentence = found.string
    is_there = words.there.search(sentence[: found.start()]) is not None
    return is_there and words.reason.search(sentence) is None


def _with_street(found: re.Match[str], *, words: _Words) -> str:
    """Return a place with the street beside it: "our office at 12 High Street, Leeds".

    What is only a street loses the word before it: "in der Lindenstraße 12".
    """
    sentence, start = found.string, found.start()
    place = _whole(found, words=words)
    if led := _streets().match(sentence, start):
        return max(
            _tidy(place[led.start("street") - start :]), _street_of(led), key=len
        )
    beside = _streets().match(sentence, start + len(place) + 1)
    if beside is None:
        return _tidy(place)
    lead = sentence[start + len(place) : beside.start("street")]
    return f"{_tidy(place)}{lead}{_street_of(beside)}"


def _street_of(found: re.Match[str]) -> str:
    """Return a street, with the word behind its comma where that is a town."""
    street, town = found["street"], found["town"]
    if town is None or is_town(town) or re.search(r",\s\d", street):
        return _tidy(street)
    return _tidy(street.rpartition(",")[0])


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
    return _up_to_number(whole)


def _goes_on(part: str, *, words: _Words) -> bool:
    """Say whether what stands behind a comma is more of the same place."""
    if not part or len(part.split()) > _MOST_FURTHER:
        return False
    return words.more.match(part) is not None or words.named.match(part) is not None


def _tidy(place: str) -> str:
    return " ".join(place.split()).strip(_EDGES)


def _is_place(place: str) -> bool:
    is_long = len(place) > _MOST_CHARS
    is_nowhere = _NOWHERE.search(place) or names_screen(place)
    return bool(place) and not is_long and not is_nowhere


@cache
def _words(code: str) -> _Words | None:
    table = tables(_TABLE).get(code)
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
        there=any_case(rf"\b(?:{table['there']})(?: (?:{table['now']}))?\s$"),
        reason=any_case(rf"\b(?:{table['reason']})\b"),
        apart=any_case(table["apart"]),
        work=any_case(table["work"]),
        named=re.compile(_CODE if table.get("capitals") else _NAMED),
        dropped=any_case(rf"^(?:{table.get('dropped', '(?!)')})\s"),
        cased=_case_behind(table),
    )


@cache
def _labels() -> re.Pattern[str]:
    """Return what finds a line that says where, in any language; what it says may stand below."""
    label, address = (
        "|".join(table[name] for table in tables(_TABLE).values())
        for name in ("label", "address")
    )
    return re.compile(
        rf"(?m)^[^\w\n]{{0,4}}(?:(?P<label>{label})|{address})\s?:[*_]*[ \t]*"
        r"(?:\n[ \t]*(?![^\W\d]+ ?:))?(?P<rest>\S[^\n]+)",
        re.IGNORECASE,
    )


@cache
def _any_street() -> re.Pattern[str]:
    """Return what finds a street with its number, in any language."""
    return re.compile("|".join(table["street"] for table in tables(_TABLE).values()))


@cache
def _streets() -> re.Pattern[str]:
    """Return what finds a street with its number where one is to come, in any language."""
    led = "|".join(
        rf"(?<!\w)(?i:{table['at']})\s(?=(?:{table['street']}))"
        for table in tables(_TABLE).values()
    )
    streets = "|".join(table["street"] for table in tables(_TABLE).values())
    return re.compile(rf"(?:{led})(?P<street>(?:{streets})(?:,\s{_BUILDING})?{_TOWN})")


@cache
def _streets_before() -> re.Pattern[str]:
    """Return what finds a street with the word for "at" behind it: "Bağdat Caddesi No: 12 adresinde"."""
    each = (
        rf"(?:{table['street']})(?=(?i:{table['at_behind']})(?!\w))"
        for table in tables(_TABLE).values()
        if "at_behind" in table
    )
    return re.compile(rf"(?<!\w)(?!{_TALKS})(?P<street>{'|'.join(each)})")


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
        rf"(?<![\w:.'])(?!\d)(?P<place>(?:{table['far']})(?:\w*?{table['behind']}{table['case']})(?!\w))",
        re.IGNORECASE,
    )


def _case_behind(table: dict[str, Any]) -> re.Pattern[str]:
    """Return what finds the case that ends a place: "depomuza" is told as "depomuz"."""
    if "case" not in table:
        return re.compile("(?P<bare>(?!))")
    return re.compile(rf"(?P<bare>{table['behind']}){table['case']}$", re.IGNORECASE)
