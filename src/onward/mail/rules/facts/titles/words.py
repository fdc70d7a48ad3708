"""Words that are a job's title in whatever surroundings: a mail that has one is near work."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.titles.role import (
    has_gender_marker,
    is_role_like,
    says_work,
)

_MOST_WORDS = 9
_FEW_WORDS = 3
_SHORTEST = 4
_WORD = re.compile(r"[\w*:/-]+")


@cache
def title_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return whole words, and the ends of compounds, that only a job's title has.

    "Fundraiser" is one, "lead" and "doctor" are not: they stand in anybody's mail.
    """
    lists = tables("titles")
    whole = {word for word in fact_words("role_words") if len(word) >= _SHORTEST}
    ends = {word for word in fact_words("role_ends") if len(word) >= _SHORTEST}
    ends = (ends - set(lists["unsure_ends"])) | set(lists["more_ends"])
    return frozenset(whole - set(lists["everyday"])), frozenset(ends)


@cache
def _loose() -> frozenset[str]:
    return frozenset(tables("titles")["loose"])


_AS_TITLE = re.compile(
    r"\b(?P<lead>[Ff]or:?|[Aa]s|[Aa]ls|[Ff]ür|[Zz]um|[Zz]ur|be (?:our|an?)|making you our|[Vv]acancy|(?:Post|Role|Stelle):"
    r"|(?:[Ss]telle|[Pp]osition|Vakanz|Stellenanzeige|Stellenangebot|Ausschreibung|Stellenausschreibung"
    r"|Bewerbungsverfahren|Einstellungsverfahren|Bewerbung|Ausbildung(?: zu[mr])?)) "
    r"(?:the |our |an? |your |permanent |unsere?n? |eine?n? |die |den |der |als )?"
    r"(?:[A-Z\d][A-Z\d/-]*\d[A-Z\d/-]* |[A-Z] \d+ )?\(?"
    r"(?P<title>(?:[A-ZÄÖÜ][\w&/:*-]*(?:[ -]|, (?=[A-Z]))?){1,5})"
)
_SURE_LEADS = (
    "als",
    "stelle",
    "position",
    "vakanz",
    "ausschreibung",
    "bewerbung",
    "ausbildung",
    "einstellung",
)
_DOER = re.compile(
    r"[A-ZÄÖÜ]\w{3,}(?:er|erin|or|orin|ist|istin|ent|entin|ant|antin|and|andin|eur|eurin|kraft|frau|mann"
    r"|hilfe|leitung|assistenz|beamter|beamtin|person|sin)"
)
_READ_CHARS = 1_200
_MOST_TRIED = 8


def titles_in(
    text: str, *, is_title: Callable[[str], bool] = is_role_like
) -> Iterator[str]:
    """Yield the job titles that a text speaks of somebody as, or of something for.

    "for Copy Editor" and "als Gärtnerin" hold one; "for December" does not.
    """
    found = _AS_TITLE.finditer(text, 0, _READ_CHARS)
    for hit in islice(found, _MOST_TRIED):
        title = hit["title"].strip(" -")
        is_doer = any(_DOER.fullmatch(word) for word in title.split())
        is_sure = is_doer and hit["lead"].lower().startswith(_SURE_LEADS)
        if is_sure or is_title(title):
            yield title.rstrip(",")


def names_title(text: str) -> bool:
    """Say whether a text names a job by what stands before its title."""
    return next(titles_in(text, is_title=says_work), "") != ""


def is_title_subject(subject: str) -> bool:
    """Say whether a subject is little more than the title of a job."""
    if has_gender_marker(subject):
        return True
    words = _WORD.findall(subject)
    if len(words) > _MOST_WORDS or not says_work(subject):
        return False
    if len(words) <= _FEW_WORDS:
        return True
    return says_work(" ".join(x for x in words if x.lower() not in _loose()))


_TITLE_END = re.compile(
    r"[\w-]{2,}(?:man|men|woman|hand|aroo|smith|wright|herd|ster|ist|ian|er|or|eer|in|ent|ant|eur|frau|mann|kraft|hilfe|kraft)",
    re.IGNORECASE,
)
_RUN = re.compile(
    r"(?:\d\w* )?[A-ZÄÖÜ][\w&/*:'-]*(?:\([\w]+\))?(?: (?:(?:of|and|&|für|und|im|in der|der|des) )?[A-ZÄÖÜ][\w&/*:'-]*){0,5}"
)
_MOST_RUNS = 80
_NOT_BEFORE = re.compile(
    r"(?:\b(?:our|my|his|her|their|an?other|unser\w*|mein\w*|sein\w*|kein\w*|ihr\w{0,2}|Herrn?|Frau|Fr|Hr|Mr|Mrs|Ms|Dr|Prof|Chefs?|dear|the new|an unsere\w?)\.? |(?-i:[A-ZÄÖÜ]\w+), )$",
    re.IGNORECASE,
)


_ARTICLES = frozenset({"the", "a", "our", "der", "die", "das", "unser", "unsere"})


@cache
def _not_doers() -> frozenset[str]:
    return frozenset(tables("titles")["not_doers"])


@cache
def _deciders() -> frozenset[str]:
    return frozenset(tables("titles")["deciders"])


# German writes titles with a capital, and those of women end like nothing else.
_LONE = re.compile(
    r"(?<![.!?\n] )(?<![.!?\n])(?<=[ (])(?P<title>[A-ZÄÖÜ][a-zäöüß-]{3,}(?:erin|eurin|entin|istin|login|antin|orin|ärztin|wirtin"
    r"|öchin|ekistin|ekologin|todin|beauftragter?|berechtigter?|technologe|techniker|kraft|leiter|führer|arbeiter|händler|lehrer|begleiter|verwalter))\b"
)
_NO_LONE = frozenset(
    [
        *(
            "Bewerberin",
            "Mitbewerberin",
            "Kandidatin",
            "Kollegin",
            "Freundin",
            "Chefin",
        ),
        *(
            "Nachbarin",
            "Kundin",
            "Vorgängerin",
            "Nachfolgerin",
            "Patientin",
            "Schülerin",
        ),
        *("Studentin", "Teilnehmerin", "Partnerin", "Leserin", "Meisterin", "Leiter"),
        *(
            "Bürgermeisterin",
            "Geschäftsführerin",
            "Direktorin",
            "Präsidentin",
            "Führer",
        ),
        *(
            "Absolventin",
            "Konkurrentin",
            "Mieterin",
            "Gründerin",
            "Inhaberin",
            "Autorin",
        ),
        *("Personalleiter", "Personalleiterin", "Geschäftsführer", "Projektleiter"),
        *("Mitarbeiterin", "Recruiterin", "Rektorin", "Anwärterin", "Heimleiter"),
        *(
            "Vorsitzender",
            "Betreuerin",
            "Mentorin",
            "Begleiterin",
            "Helferin",
            "Lehrer",
        ),
    ]
)


def lone_titles(text: str) -> Iterator[str]:
    """Yield German nouns for people at work that stand in the middle of a sentence.

    Somebody else's work ("unsere Laborleiterin", "Frau Direktorin") is left out.
    """
    for hit in islice(_LONE.finditer(text, 0, _READ_CHARS), _MOST_RUNS):
        before = text[max(0, hit.start() - 24) : hit.start()]
        if hit["title"] not in _NO_LONE and not _NOT_BEFORE.search(before):
            yield hit["title"]


def is_surely_title(role: str) -> bool:
    """Say whether a text is a title beyond doubt, by its shape or by a word of titles."""
    return is_role_like(role) or sounds_like_title(role)


def sounds_like_title(text: str) -> bool:
    """Say whether a few words end as words for people at work do: "Ceramist", "Käser"."""
    words = text.split()
    last = words[-1].lower() if words else ""
    return last not in _not_doers() and _TITLE_END.fullmatch(last) is not None


@cache
def _openers() -> frozenset[str]:
    return frozenset(fact_words("never_opens_name")) - _ARTICLES | {"ob", "unsere"}


def _opening(run: str) -> int:
    """Return how many letters of a run open a sentence: 7 of "Ob Sie Hausleiterin"."""
    place = 0
    words = run.split(" ")
    for word in words[:-1]:
        if word.lower() not in _openers():
            break
        place += len(word) + 1
    return place


def title_runs(text: str, *, subject: str) -> Iterator[str]:
    """Yield what reads like a job's title wherever it stands in a text.

    Somebody else's job ("our Head of Sales", "Anna Lind, Recruiter") is left out; a
    single word has to stand in brackets or in the subject.
    """
    low = subject.lower()
    for hit in islice(_RUN.finditer(text, 0, _READ_CHARS), _MOST_RUNS):
        run = hit.group().rstrip(",:")
        start = hit.start() + _opening(run)
        run = run[start - hit.start() :]
        before = text[max(0, start - 24) : start]
        is_told = " " in run or run.lower() in low or before.endswith("(")
        if not is_told or set(run.lower().split()) <= _deciders() | _ARTICLES:
            continue
        if is_role_like(run) and not _NOT_BEFORE.search(before):
            yield run
