"""The words around title, company and place at the top of an advert, as patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from onward.core.text import search_fold
from onward.mail.rules.facts.employers.names import legal_form_pattern, name_words

Words: TypeAlias = dict[str, list[str]]

MARK = re.compile(
    r"[([]\s*(?:m|w|f|d|x|h|i|gn|all genders?|alle)(?:\s*[/|,*]\s*[a-zäöü]+)*\s*[)\]]"
    r"|\b[mwfdx]/[mwfdx]/[mwfdx]\b",
    re.IGNORECASE,
)
_UPPER = "A-ZÀ-ÖØ-Þ"
TOWN = (
    rf"[{_UPPER}][\w'’.-]+(?:[ -](?:(?:am|an der|im|in der|ob der|vor der|on|upon|de|sur)[ -])?"
    rf"[{_UPPER}][\w'’.-]+){{0,2}}"
)
GAP = re.compile(r"\s+[-–—|·•]\s+|\s*[|·•]\s*|,\s+")


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of a title's line and of those around it.

    Attributes:
        seeking: "is looking for", "sucht".
        article: What stands before a title in such a sentence; `end` what ends one there.
        tail: Last words that belong to nothing.
        piece: A place between two dashes.
        subject: What may be a company's name, with an article; `company` one that ends
            in a legal form, `whole_company` where it is the whole line.
        behind: "at Company", or a legal form between dashes.
        within: "in Place" at the end; `abroad` a town with its country.
        site: "our branch in Place".
        inside: What stands before a place, to be part of a pattern.
        no_place: First words that no place has.
    """

    seeking: re.Pattern[str]
    article: re.Pattern[str]
    end: re.Pattern[str]
    tail: re.Pattern[str]
    piece: re.Pattern[str]
    subject: re.Pattern[str]
    abroad: re.Pattern[str]
    behind: re.Pattern[str]
    within: re.Pattern[str]
    site: re.Pattern[str]
    company: re.Pattern[str]
    whole_company: re.Pattern[str]
    inside: str
    no_place: frozenset[str]


@cache
def advert_words() -> dict[str, Words]:
    """Return the words of the data file; read once."""
    path = Path(__file__).with_name("advert_words.toml")
    return tomllib.loads(path.read_text("utf-8"))


@cache
def patterns() -> Patterns:
    """Return the patterns made of the words of the data file."""
    data = advert_words()["head"]
    words = {key: _any(many) for key, many in data.items()}
    article, inside = words["articles"], words["in"]
    name, sure = _name(data), _sure_form(data)
    return Patterns(
        seeking=re.compile(rf"\b(?:{words['seeking']})\s", re.I),
        article=re.compile(
            rf"(?<![\w/])(?:{article})(?:\s|$)"
            rf"(?:[^,(]*\s(?:{words['or']})\s(?:{article})\s)?",
            re.I,
        ),
        end=re.compile(rf",|\s(?:{words['ends']})\s", re.I),
        tail=re.compile(rf"\s(?:{words['tails']})\W*$", re.I),
        piece=re.compile(rf"(?:{GAP.pattern})(?P<place>{TOWN})"),
        subject=re.compile(rf"(?:(?i:die|der|das|the)\s)?(?P<name>{name})"),
        abroad=re.compile(rf"({TOWN}), (?:{words['countries']})\b"),
        behind=re.compile(
            rf"\s(?:{words['at']})\s(?P<at>[{_UPPER}\d][^,|·•()]*?)"
            rf"(?=\s(?:{inside})\s|\s[-–—]\s|[,|·•(]|$)"
            rf"|(?:{GAP.pattern})(?P<formed>{name} {legal_form_pattern()})"
        ),
        within=re.compile(
            rf"[\s,–-]+(?:{inside})\s+(?P<place>{TOWN})\W*(?:\([^()]*\)\W*)?$"
        ),
        site=re.compile(
            rf"\b(?:(?:{words['sites']})(?: in)?|(?:{words['sites_in']}) in)"
            rf" (?P<place>{TOWN})"
        ),
        company=re.compile(rf"(?<![\w&-])(?P<name>{name} {sure})"),
        whole_company=re.compile(rf"{name} {legal_form_pattern()}\W*\Z"),
        inside=inside,
        no_place=frozenset(map(search_fold, data["no_place"])),
    )


def _name(data: Words) -> str:
    """Return a pattern of a name: words with capitals, and what joins them."""
    part = rf"(?:[{_UPPER}\d][\w.'’&+-]*|&|\+|und|and|of|für|der|des)"
    before = _any(data["before_names"])
    return rf"(?!(?:{before})\b)[{_UPPER}\d][\w.'’&+-]*(?: {part}){{0,5}}?,?"


def _sure_form(data: Words) -> str:
    """Return a pattern of the legal forms that are nothing else."""
    doubted = set(data["doubtful_forms"])
    forms = (one for one in name_words().legal_forms if one not in doubted)
    return rf"(?:{_any(forms)})(?![\w&]|-\w)"


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))
