"""Letters of an agency that say of each firm it put the reader forward to where that stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from onward.mail.rules.basics.sentences import own_sentences
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import Span, fold, lower
from onward.mail.rules.digests.standings import standing_within
from onward.mail.rules.digests.words import FEWEST, Entry, Standing
from onward.mail.rules.facts.contact import has_given_name
from onward.mail.rules.facts.employers.company import clean_company, is_company
from onward.mail.rules.facts.employers.names import (
    company_key,
    has_legal_form,
    is_system_name,
)
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.patterns import compile_phrase
from onward.mail.rules.facts.titles.words import is_surely_title
from onward.mail.rules.types import Message

_READ_CHARS = 4_000
_MOST = 4
_LANGUAGE = "en"
_LEAST_SAID = 3
_ENDED = frozenset({Standing.REJECTION, Standing.POSITION_CLOSED})
_AND = r"(?:and|but|while|und|aber|während|et|mais|y|e|pero|ma|mentre|mas|en|maar|i|a|ale|och|men|ve|ama)"
_FRONT = re.compile(rf"(?:[,;:]\s+|\s+-\s+|\s+(?={_AND}\s))(?:{_AND}\s+)?")
_NOT_NAMED = re.compile(r"[^a-z0-9]+")


@cache
def _fronts(language: str) -> tuple[re.Pattern[str], ...]:
    """Return how a clause of a language begins with an employer."""
    phrases = tables("openings").get(language, {}).get("employer", ())
    return tuple(compile_phrase(each) for each in phrases if each.startswith("^"))


def clients_in(message: Message, *, language: str) -> tuple[Entry, ...]:
    """Return the firms of a letter that each have a clause of their own, two at least, or none.

    Whoever writes is of none of them, and each name is beyond doubt: of two words, with a
    legal form, or in the subject as well.

    Args:
        language: The language of the letter, "" where it is not known.
    """
    text = fold(message.text[:_READ_CHARS])
    found: dict[str, Entry] = {}
    for sentence in own_sentences(text):
        for entry in _in_sentence(text, sentence, language=language or _LANGUAGE):
            if not _is_client(entry.company, message):
                continue
            if _is_writer(entry.company, message):
                return ()
            found.setdefault(company_key(entry.company), entry)
    return tuple(found.values()) if FEWEST <= len(found) <= _MOST else ()


def _in_sentence(text: str, span: Span, *, language: str) -> Iterator[Entry]:
    start, end = span
    fronts = [(start, start)]
    fronts += [found.span() for found in _FRONT.finditer(text, start, end)]
    named = [
        (cut, place, name)
        for cut, place in fronts
        if (name := _named(text[place:end], language=language))
    ]
    for (_, place, name), (cut, _, _) in pairwise([*named, (end, end, "")]):
        told = text[place:cut].rstrip()
        if len(told.split()) >= len(name.split()) + _LEAST_SAID:
            yield Entry(
                company=name,
                role="",
                standing=_ending(told, name=name) or Standing.TOLD,
                start=place,
                end=place + len(told),
                told=(place, place + len(told)),
            )


def _ending(told: str, *, name: str) -> Standing | None:
    """Return the no that a clause says in few words; all else is left to who reads it."""
    standing = standing_within(told.replace(name, " "))
    return standing if standing in _ENDED else None


def _named(clause: str, *, language: str) -> str:
    """Return the employer that a clause begins with, or ""."""
    words = " ".join(clause.split("\n"))
    for pattern in _fronts(language):
        found = pattern.match(words)
        if found is not None:
            return clean_company(found["company"])
    return ""


def _is_client(name: str, message: Message) -> bool:
    is_other = (
        not is_company(name)
        or is_system_name(name)
        or has_given_name(name)
        or is_unit(name)
    )
    if is_other or has_legal_form(name):
        return not is_other
    is_plain = " " in name or name in message.subject
    return is_plain and not is_surely_title(name)


def _is_writer(name: str, message: Message) -> bool:
    """Say whether the mail comes from that firm itself."""
    own = _NOT_NAMED.sub("", lower(f"{message.sender.name}{message.sender.domain}"))
    return _NOT_NAMED.sub("", lower(name)) in own or name in message.sender.name


_FORWARD = (
    r"\b(?:application|cv|résumé|resume|profile|details|papers|bewerbung|unterlagen|lebenslauf|profil|candidature|dossier|candidatura"
    r"|currículum|curriculum|cv|perfil|profilo|currículo|sollicitatie|kandydatur\w+|aplikacj\w+|ansökan)\b"
)
_TO = r"(?:to|bei|an|chez|à|auprès de|a|para|presso|ad|à|ao|junto da|bij|naar|aan|do|till|hos)"


_PAIR = r"(?:both|sowohl|beiden?|tanto|sia|zowel|både|zarówno|à la fois|aussi bien|hem)"
"""What says beforehand that two are named: "to both Acme and Larch"."""


@cache
def _together() -> re.Pattern[str]:
    return compile_phrase(
        rf"{_FORWARD}(?:\s+(?!{_PAIR}\s)\w+){{0,3}}?\s+(?P<before>{_PAIR}\s+)?(?P<to>{_TO})\s+(?P<behind>{_PAIR}\s+)?"
        rf"(?P<both>(?-i:[A-ZÀ-Ý]).{{2,60}}?)"
        rf"(?=[.;!?\n]|,(?!\s+jak i\s)|(?<!\bals)\s(?!{_TO}\s|(?:come|como)\s+(?:anche|também|{_TO})\s)(?-i:[a-zà-ý]{{4,}}))"
    )


_BOTH = re.compile(rf"\s+(?:and|und|et|y|e|en|i|och)\s+{_TO}\s+", re.IGNORECASE)
_OF_PAIR = re.compile(
    r",?\s+(?:and|und|et|y|e|en|i|och|ve|als auch|als|como|che|come|sia|jak i|qu['’]|que)\s*"
    rf"(?:\b{_TO}\s+)?(?=[A-ZÀ-Ý])"
)
_MOST_OF_PAIR = 2
_BEHIND = re.compile(r"(?:\s+[a-zà-ÿ][\w-]*)+$")


def put_forward_to(message: Message) -> tuple[str, ...]:
    """Return the firms to which a letter says the reader is put forward in one breath, or none.

    "Today I send your CV to Acme Foods and to Larch Bank": each with its own "to", as no
    name of one firm has it, or "to both Acme Foods and Larch Bank".
    """
    text = fold(message.text[:_READ_CHARS])
    for found in _together().finditer(text):
        is_pair = bool(found["before"] or found["behind"])
        parting = _OF_PAIR if is_pair else _BOTH
        both = _BEHIND.sub("", found["both"]) if is_pair else found["both"]
        names = tuple(map(clean_company, parting.split(both)))
        if is_pair and len(names) > _MOST_OF_PAIR:
            # "Both Hill and Dale and Larch": where one name ends nobody can tell.
            continue
        if FEWEST <= len(names) <= _MOST and all(map(is_company, names)):
            return names
    return ()
