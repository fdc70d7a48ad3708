"""Sentences that each say of one employer and one title where an application stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from onward.mail.rules.basics.language import main_language
from onward.mail.rules.basics.sentences import own_sentences
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import Span, lower
from onward.mail.rules.digests.standings import standing_within
from onward.mail.rules.digests.words import FEWEST, Entry, Standing
from onward.mail.rules.facts.contact import has_given_name
from onward.mail.rules.facts.employers.company import clean_company, is_company
from onward.mail.rules.facts.employers.names import has_legal_form, is_system_name
from onward.mail.rules.facts.patterns import compile_phrase
from onward.mail.rules.facts.titles.role import (
    clean_role,
    is_plausible_role,
)
from onward.mail.rules.facts.titles.words import is_surely_title

_LONGEST = 320
_READ_CHARS = 4_000
_LANGUAGES = ("en", "de")
_JOB_BEHIND = re.compile(r"-(?:stelle|position|job)$", re.IGNORECASE)
_GOES_ON = re.compile(r", |\s(?:zum|zur)\s(?!\w+(?:er|erin|in|frau|mann)\b)")
_CLAUSES = re.compile(
    r"[,;]\s+|\s+(?:and|but|und|aber|et|mais|y|pero|e|ma|mas|en|maar|i|ale|och|men|ve|ama)\s+"
)
_NO_NEWS = frozenset({Standing.WAITING, Standing.RECEIVED})
_AT_FRONT = 12
_LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Words:
    """How sentences of one language name an employer, and a title.

    Attributes:
        answered: What an employer does, right behind its name.
        pronouns: The words at the front that speak of the employer named before.
    """

    employers: tuple[re.Pattern[str], ...]
    titles: tuple[re.Pattern[str], ...]
    name: re.Pattern[str]
    answered: tuple[re.Pattern[str], ...]
    pronouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Title:
    """A title, where it stands, and where the words that lead to it begin."""

    role: str
    at: Span
    lead: int


@dataclass(frozen=True, slots=True)
class _Names:
    """What words name, "" for what they do not, and what they say without the names."""

    company: str
    role: str
    start: int
    told: str


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence that names an employer and a title, and what else it says."""

    company: str
    role: str
    start: int
    end: int
    standing: Standing | None


@cache
def _words(language: str) -> _Words | None:
    data = tables("openings").get(language, {})
    if "titled" not in data:
        return None
    return _Words(
        employers=tuple(map(compile_phrase, data["employer"])),
        titles=tuple(map(compile_phrase, data["titled"])),
        name=compile_phrase(r",?\s+(?:(?:the|die|der|das)\s+)?{company}"),
        answered=tuple(map(re.compile, data.get("answered", ()))),
        pronouns=frozenset(data.get("pronouns", ())),
    )


def sentences_of(text: str) -> Iterator[Entry]:
    """Yield what sentences tell of one application each: "Acme has filled the post of Baker".

    Most have to say where it stands, and most titles have to be ones beyond doubt.
    """
    head = text[:_READ_CHARS]
    languages = dict.fromkeys((main_language(lower(head)), *_LANGUAGES))
    found = [list(_said(head, words=w)) for x in languages if (w := _words(x))]
    said = max(found, key=len)
    told = [each for each in said if each.standing is not None]
    titled = [each for each in told if is_surely_title(each.role)]
    if len(told) < FEWEST or 2 * len(titled) < len(told) or 2 * len(told) < len(said):
        return
    yield from _entries(head, said)


def _said(text: str, *, words: _Words) -> Iterator[_Said]:
    before: tuple[str, int, int] = ("", 0, 0)
    for span in own_sentences(text):
        start, end = span
        if end - start > _LONGEST:
            continue
        named = _in_sentence(text, span, words=words)
        company, begin, stop = before
        if not named.company and company and _goes_on_about(text, span, words=words):
            is_next = not text[stop:start].strip() and "\n\n" not in text[stop:start]
            if is_next:
                named = replace(named, company=company, start=begin)
        is_known = not named.role and _is_sure_of(named, words=words)
        before = (named.company if is_known else "", start, end)
        if named.company and named.role:
            standing = _standing(named.told)
            yield _Said(named.company, named.role, named.start, end, standing)


_OF_ONE = re.compile(
    r"\b(?:application|bewerbung|candidature|candidatura|sollicitatie|ansökan)\b",
    re.IGNORECASE,
)


def _standing(told: str) -> Standing | None:
    """Return where a sentence says that something stands; of a long one, what its clauses say.

    Two clauses that say different things leave it to the person.
    """
    whole = standing_within(told)
    if whole is not None:
        return whole
    if len(_OF_ONE.findall(told)) > 1:
        # Each clause may be of another opening: whose the no is, nothing says.
        return Standing.UNSURE
    found = {standing_within(clause) for clause in _CLAUSES.split(told)} - {None}
    news = found - _NO_NEWS or found
    return (news.pop() if len(news) == 1 else Standing.UNSURE) if news else None


def _goes_on_about(text: str, span: Span, *, words: _Words) -> bool:
    """Say whether a sentence is about the employer that the one before it names."""
    first, _, _ = text[slice(*span)].strip().partition(" ")
    return first.strip(",.") in words.pronouns


def _is_sure_of(named: _Names, *, words: _Words) -> bool:
    """Say whether an employer without a title is one: "Acme Ltd", or "Acme said yes".

    "Good news there is" begins with a name no less.
    """
    return has_legal_form(named.company) or any(
        found.search(named.told) for found in words.answered
    )


def _in_sentence(text: str, span: Span, *, words: _Words) -> _Names:
    """Return what a sentence names, behind its colon first, and what else it says there."""
    start, end = span
    colon = text.rfind(": ", start, end) + 2
    if colon < 2 or len(text[colon:end].split()) < _LEAST_WORDS:
        return _names(text, span, words=words)
    behind = _names(text, (colon, end), words=words)
    if behind.company and behind.role:
        return behind
    front = _names(text, (start, colon - 2), words=words)
    is_known = bool(front.role) or _is_sure_of(front, words=words)
    company = behind.company or (front.company if is_known else "")
    role = behind.role or front.role
    return _Names(company, role, start, behind.told)


def _names(text: str, span: Span, *, words: _Words) -> _Names:
    sentence = " ".join(text[slice(*span)].split("\n"))
    employer = _employer(sentence, words=words)
    title = _title(sentence, words=words, taken=employer)
    if title is not None and (employer is None or _overlap(employer, title.at)):
        employer = _behind(sentence, title=title, words=words)
    taken = [employer] if employer else []
    if title is not None:
        start = title.at[0]
        is_one_word = len(sentence[title.lead : start].split()) <= 1
        taken.append((title.lead if is_one_word else start, start + len(title.role)))
    return _Names(
        company=clean_company(sentence[slice(*employer)]) if employer else "",
        role=title.role if title else "",
        start=span[0],
        told=_without(sentence, *taken),
    )


def _employer(sentence: str, *, words: _Words) -> Span | None:
    for pattern in words.employers:
        for found in pattern.finditer(sentence):
            if _is_employer(found["company"], words=words):
                return found.span("company")
    return None


def _is_employer(written: str, *, words: _Words) -> bool:
    name = clean_company(written)
    is_other = is_system_name(name) or has_given_name(name) or written in words.pronouns
    return is_company(name) and not is_other


def _title(sentence: str, *, words: _Words, taken: Span | None) -> _Title | None:
    """Return the title of a sentence: one beyond doubt before others."""
    first = None
    for pattern in words.titles:
        for found in pattern.finditer(sentence):
            start, end = found.span("role")
            before, _, behind = found["role"].partition(" für die ")
            if behind and is_surely_title(behind) and not is_surely_title(before):
                start = end - len(behind)
            role = clean_role(_GOES_ON.split(sentence[start:end], maxsplit=1)[0])
            role = _JOB_BEHIND.sub("", role)
            if not is_plausible_role(role) or (taken and _covers(taken, start)):
                continue
            title = _Title(role, (start, end), found.start())
            if is_surely_title(role):
                return title
            first = first or title
    return first


def _behind(sentence: str, *, title: _Title, words: _Words) -> Span | None:
    """Return the employer behind a title at the front: "For Baker, Acme has chosen …"."""
    start = title.at[0]
    if start > _AT_FRONT:
        return None
    found = words.name.match(sentence, start + len(title.role))
    if found is None or not _is_employer(found["company"], words=words):
        return None
    return found.span("company")


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _covers(taken: Span, place: int) -> bool:
    return taken[0] <= place < taken[1]


def _without(sentence: str, *spans: Span) -> str:
    """Return a sentence without its names, which say nothing of where anything stands."""
    for start, end in sorted(spans, reverse=True):
        sentence = f"{sentence[:start]} {sentence[end:]}"
    return " ".join(sentence.split())


def _entries(text: str, said: Sequence[_Said]) -> Iterator[Entry]:
    """Yield what is said of each, up to where the next begins or the paragraph ends."""
    starts = [each.start for each in said]
    last = (starts[-1], len(text))
    for each, (_, following) in zip(said, [*pairwise(starts), last], strict=True):
        blank = text.find("\n\n", each.end, following)
        end = len(text[: blank if blank > 0 else following].rstrip())
        yield Entry(
            company=each.company,
            role=each.role,
            standing=Standing.TOLD,
            start=each.start,
            end=end,
            told=(each.start, end),
            hint=each.standing,
        )
