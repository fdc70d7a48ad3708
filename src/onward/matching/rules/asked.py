"""What an advert asks in set forms: years of experience, an education, a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onward.matching.rules.levels import degrees, spoken
from onward.matching.rules.pieces import Piece, phrase_of
from onward.matching.rules.text import fold
from onward.matching.rules.types import Kind, Requirement
from onward.matching.rules.vocabulary import Mention, Sort, Vocabulary
from onward.matching.rules.words import content_words

_NUMBERS = {
    **dict.fromkeys(
        ("one", "a", "ein", "eine", "einem", "un", "une", "uno", "una", "first"), 1.0
    ),
    **dict.fromkeys(("two", "zwei", "zweijahrige", "deux", "dos"), 2.0),
    **dict.fromkeys(("three", "drei", "trois", "tres"), 3.0),
    **dict.fromkeys(("four", "vier", "quatre", "cuatro"), 4.0),
    **dict.fromkeys(("five", "funf", "cinq", "cinco"), 5.0),
    **dict.fromkeys(("six", "sechs", "seis"), 6.0),
    **dict.fromkeys(("seven", "sieben", "sept", "siete"), 7.0),
    **dict.fromkeys(("eight", "acht", "huit", "ocho"), 8.0),
    **dict.fromkeys(("ten", "zehn", "dix", "diez"), 10.0),
}
_LENGTH = re.compile(
    r"(?P<before>(?:(?:at least|minimum(?: of)?|min\.?|more than|over|mindestens|wenigstens|"
    r"d'au moins|au moins|al menos|minim[ao] de|mas de|plus de|experien\w+ (?:minima )?de|"
    r"experience (?:d'|de |of )) ?)*)"
    rf"(?<![\w.])(?P<number>\d{{1,2}}(?:[.,]\d)?|{'|'.join(_NUMBERS)})"
    r"(?:(?: |(?: ?(?:to|bis|a|or|oder)) )\d{1,2})? ?\+? ?(?:\(\w+\) )?"
    r"(?P<unit>(?:academic |full )?years?|yrs?|months?|jahre?n?|monate?n?|ans?|annees?|mois|anos?|mes(?:es)?)"
    r"(?!\w)'?"
)
_FOR = re.compile(
    r"\s(?:for|seit|pendant|durante|uber)\s+(?:at least |over |more than )?$"
)
_MONTHS = re.compile(r"mon|mois|mes")
_EXPERIENCE = re.compile(r"experien|erfahrung|berufspraxis|praxis")
_DIRECTLY_IN = re.compile(r"\s*(?:in|on|as|of|als|en|dans) (?!age\b|free\b)\w")
_NOT_FIELD = re.compile(
    r"\b(?:experien\w*|berufserfahrung|erfahrung\w*|professional|relevant|work(?:ing)?|minimum|"
    r"minim[ao]|einschlagige\w*|comparable|vergleichbar\w*|similar|years?|jahre?n?|ans?|anos?|"
    r"months?|least|mindestens|hands|position|role|bereich|field|post|registration|academic|"
    r"moins|menos|company|environment|required|industry|sector|branche)\b|\d+\+?"
)
_EDUCATION_ENDS = re.compile(
    r"[;()]|,? (?:or|oder|ou|o) (?:willing\w*|bereit\w*|equivalent|vergleichbar\w*|gleichwertig\w*|equivalente?)|"
    r",? (?:ideally|idealerweise|preferably|preferred|required|desirable|erforderlich|wunschenswert|"
    r"is |are |ist |sind |minimum|obligatoire|exige|souhaite|serait)|"
    r"(?:,| and| und| et| y) (?:at least|mindestens|an? |the |\d|experience|valid|fluent|erfahrung)|"
    r"[.!]\s*$|\. "
)
_SIMILAR = re.compile(
    r"\b(?:related|similar|equivalent|vergleichbar\w*|ahnlich\w*|comparable|equivalente?|quantitative|relevant|closely)\b"
)
_NOT_FIELD_OF_STUDY = re.compile(
    r"\b(?:degree|bachelor\w*|master\w*|diploma?|qualification|field|subject|discipline|related|"
    r"similar|closely|abgeschlossene?\w*|ausbildung|berufsausbildung|studium|science|level|grado|"
    r"titulo|licence|educacion|secundaria|obligatoria|school|high|equivalent|phd|bac|service|services|relevant|quantitative|nvq|bsc|msc|hochschulstudium)\b|\d+"
)
_HANGING = re.compile(r"\s+(?:with|in|using|of|mit|en|con|avec)?\s*$")
_ALTERNATIVES = re.compile(r",\s|\s(?:or|oder|ou|o|bzw\.)\s|/")
_NO_TASK = frozenset({Sort.PERSONAL, Sort.LICENCE, Sort.CONDITION})


def months_named(text: str) -> tuple[int, int, int] | None:
    """Return how much time a text names, in months, and where: (months, start, end)."""
    folded = fold(text)
    found = _LENGTH.search(folded)
    if not found:
        return None
    written = found["number"].replace(",", ".")
    number = _NUMBERS.get(written) or float(written)
    months = number if _MONTHS.match(found["unit"]) else number * 12
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    return round(months), start, found.end()


def asked_experience(
    text: str, *, piece: Piece, sentence: str, vocabulary: Vocabulary
) -> Requirement | None:
    """Return the years of experience that a piece asks for, with their field; else None.

    Programs named in the field stay outside of it, to be asked for one by one.
    """
    words = text[piece.start : piece.end]
    named = months_named(words)
    if named is None:
        return None
    months, start, stop = named
    folded = fold(words)
    lasted = _FOR.search(folded[:start])
    is_in = _DIRECTLY_IN.match(folded, stop)
    if not (_EXPERIENCE.search(folded) or is_in or lasted):
        return None
    if lasted:
        # "… run a kitchen for two years": what was done stands before the time.
        bare = phrase_of(words, start=0, end=lasted.start())
        start = bare[0] if bare else start
    end = _first_tool(words, after=stop, vocabulary=vocabulary)
    whole = phrase_of(words, start=start, end=len(words))
    field_end = max(stop, whole[1] if whole else len(words))
    end = max(stop, min(end, field_end))
    # "5 years of experience with" stops before the programs, and before the "with".
    end -= len(words[start:end]) - len(_HANGING.sub("", words[start:end]))
    at, said = named[1], _EXPERIENCE.search(folded)
    # "Expérience en vente d'au moins 2 ans": the field stands before the years.
    start = min(start, said.start()) if said else start
    return Requirement(
        kind=Kind.EXPERIENCE,
        need=piece.need,
        words=words[start:end].strip(),
        start=piece.start + start,
        end=piece.start + end,
        sentence=sentence,
        months=months,
        terms=_terms(words[start:], vocabulary=vocabulary),
        field=_field(words[start:at] + " " + words[stop:field_end], without=_NOT_FIELD),
    )


def _first_tool(words: str, *, after: int, vocabulary: Vocabulary) -> int:
    """Return where the first program is named after a position; the end where none is."""
    for mention in vocabulary.mentions(words):
        if vocabulary.sorts[mention.term] is Sort.TOOL and mention.start > after:
            return mention.start
    return len(words)


def _terms(words: str, *, vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.term for m in vocabulary.mentions(words)))


def _field(words: str, *, without: re.Pattern[str]) -> str:
    """Return the words that name a field; " / " stands between those of which one is enough."""
    parts = [
        " ".join(content_words(without.sub(" ", part)))
        for part in _ALTERNATIVES.split(fold(words))
    ]
    return " / ".join(part for part in parts if part)


def asked_education(
    text: str,
    *,
    start: int,
    end: int,
    piece: Piece,
    sentence: str,
    taken: list[Mention],
    vocabulary: Vocabulary,
) -> Requirement | None:
    """Return the education that a sentence asks for from a piece on; else None."""
    named = [
        d
        for d in degrees(text[piece.start : end])
        if not any(m.start <= piece.start + d.start < m.end for m in taken)
    ]
    if not named or piece.start + named[0].start >= piece.end:
        return None
    first = piece.start + named[0].start
    after = piece.start + named[0].end
    folded = fold(text[after:end])
    stop = _EDUCATION_ENDS.search(folded)
    last = after + (stop.start() if stop else len(folded))
    last = _end_of_list(text, after=after, last=last)
    inside = [d.level for d in named if piece.start + d.start < last]
    tail = fold(text[first:end])
    return Requirement(
        kind=Kind.EDUCATION,
        need=piece.need,
        words=text[first:last].strip(" ,"),
        start=first,
        end=last,
        sentence=sentence,
        terms=_terms(text[first:last], vocabulary=vocabulary),
        level=min(inside),
        field=_field(text[first:last], without=_NOT_FIELD_OF_STUDY),
        similar_counts=_SIMILAR.search(tail) is not None,
    )


def _end_of_list(text: str, *, after: int, last: int) -> int:
    """Return where the fields of study end: at a comma, unless an "or" follows it."""
    comma = text.find(",", after, last)
    if comma < 0:
        return last
    rest = text[comma:last]
    return last if re.search(r"\b(?:or|oder|ou|o)\b", rest) else comma


def asked_languages(
    text: str, *, piece: Piece, sentence: str, taken: list[tuple[int, int]]
) -> Iterator[Requirement]:
    """Return the human languages that a piece asks for; "Polish or Dutch" is one of them."""
    words = text[piece.start : piece.end]
    pending: Requirement | None = None
    for one in spoken(words):
        start, end = piece.start + one.start, piece.start + one.end
        if any(a <= start < b for a, b in taken):
            continue
        if pending and re.fullmatch(
            r"\s*(?:or|oder|ou|o|/)\s*", text[pending.end : start], re.IGNORECASE
        ):
            pending = replace(
                pending,
                languages=(*pending.languages, one.language),
                words=text[pending.start : end],
                end=end,
            )
            continue
        if pending:
            yield pending
        pending = Requirement(
            kind=Kind.LANGUAGE,
            need=piece.need,
            words=text[start:end],
            start=start,
            end=end,
            sentence=sentence,
            level=one.level,
            languages=(one.language,),
        )
    if pending:
        yield pending


def kind_of(sort: Sort) -> Kind:
    """Return what kind of requirement a name of the vocabulary is."""
    return {Sort.LICENCE: Kind.LICENCE, Sort.CONDITION: Kind.CONDITION}.get(
        sort, Kind.SKILL
    )


def can_be_task(sort: Sort) -> bool:
    """Say whether a name among the duties is a skill that the advert names."""
    return sort not in _NO_TASK
