"""Whether a text says that a talk is not at a place that it names: a screen, a call, a "not"; pure."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.language import (
    count_marks,
    is_telling,
    main_language,
)
from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import lower, plain

_TABLE = "not_there"
_SCREENS = (
    r"(?:ms |microsoft )?teams\b|zoom\b|skype|webex|google meet|hangouts|whereby|jitsi"
)
_ADDRESS = re.compile(r"<?\b(?:https?://|www\.)\S+")
_LETTER = re.compile(r"[^\W\d_]")
_CLAUSE = re.compile(r"[,;:.!?\n]\s")
_AND = "and|und|et|y|e|en|i|och|ve"
_SENTENCE = re.compile(r"[.!?]\s|\n")
_PART = re.compile(rf"[,;:.!?]\s|\n|\s(?:{_AND})(?=\s)")
_FEWEST_DIGITS = 6
# "Videosaal", "Telefonplan": of such words only these are no place, and no firm's name.
_CALLED_SO = re.compile(
    r"\b(?:video|vidéo|telefon|telefón|téléphon)(?!(?:"
    r"[-\s]?(?:konferen\w*|gespräch\w*|anruf\w*|call\w*|chat|meeting\w*|interview\w*|termin\w*|besprechung\w*"
    r"|oproep|gesprek\w*|vergader\w*|samtal\w*|möte\w*|konferans\w*|görüşme\w*|llamada\w*|chiamata\w*|colloquio"
    r"|conferenza|conferencia|conferência|conférence|chamada\w*|appel\w*|intervju\w*|rozmow\w*|spotkani\w*)"
    r"|is[ck]\w*|at|iczn\w*|icamente|ic[oa]|ique\w*|[eo]|la|u)?\b)\w|^\s*telefónica\s*$"
)
_SEE_JOB = 160
_SEE_BEFORE = 160
_SEE_BEHIND = 60


def is_on_screen(text: str) -> bool:
    """Say whether a text tells that the talk is on a screen, or that somebody rings: "we'll call you at 10"."""
    return _tells(text, "screen", "rings")


def is_talk_on_screen(text: str) -> bool:
    """Say whether a text tells that the talk itself is on a screen or a call: "the interview is on Teams"."""
    return _tells(text, "screen")


def _tells(text: str, *kinds: str) -> bool:
    ways = _way().finditer(plain(text))
    if any(_part("otherwise").search(found["rest"]) is None for found in ways):
        return True
    low = plain(text)
    own = main_language(low) if is_telling(count_marks(low)) else ""
    return any(
        _part(kind).search(sentence.words) is not None
        and _is_sure(sentence.words, kind=kind, own=own)
        for sentence in told_sentences(text)
        for kind in kinds
    )


def _is_sure(words: str, *, kind: str, own: str) -> bool:
    """Say whether a sentence tells of a screen in some language, and in none of its own that it is a choice."""
    # A small word of one language is another's "if": French "se", Italian "si".
    return any(
        table_part(_TABLE, code, kind).search(words) is not None
        and not any(
            table_part(_TABLE, each, "otherwise").search(words) for each in {code, own}
        )
        for code in tables(_TABLE)
    )


def is_in_person(text: str) -> bool:
    """Say whether a text tells that one comes: "the second talk is on site"; a job on site is none."""
    return any(
        not is_denied(text, start=found.start(), end=found.end())
        and not _is_of_job(found)
        for found in _part("in_person").finditer(plain(text))
    )


def _is_of_job(found: re.Match[str]) -> bool:
    """Say whether the job is in person, and not a talk: "the job is on site", "Position: Cook, on-site"."""
    sentence, begins = _around(found, parts=_SENTENCE)
    job = list(_part("of_job").finditer(sentence))
    if not job:
        return False
    ends = begins + len(found[0])
    if any(each.end() + 1 == begins or ends + 1 == each.start() for each in job):
        return True
    clause, _ = _around(found, parts=_PART)
    return _part("of_talk").search(clause) is None


def _around(found: re.Match[str], *, parts: re.Pattern[str]) -> tuple[str, int]:
    """Return what stands around something between two ends of a part, and where in it that begins."""
    low, start, end = found.string, found.start(), found.end()
    before = parts.split(low[max(0, start - _SEE_JOB) : start])[-1]
    behind = parts.split(low[end : end + _SEE_JOB])[0]
    return before + found[0] + behind, len(before)


def names_screen(words: str) -> bool:
    """Say whether words are, or tell of, a screen or a call, and so of no place: "online (Teams)"."""
    return _screens().search(lower(words)) is not None


def is_nothing_but_screen(words: str) -> bool:
    """Say whether the place of a calendar's entry is a screen or a call, and no place beside it.

    "Microsoft Teams Meeting" is; "Room 4 / Microsoft Teams Meeting" is not.
    """
    low = _ADDRESS.sub(" ", lower(words))
    rest, screens = _screens().subn(" ", low)
    # A few digits are a house's number; many are a telephone's, or a meeting's.
    is_house = 0 < sum(map(str.isdigit, rest)) < _FEWEST_DIGITS
    is_more = _LETTER.search(_beside().sub(" ", rest)) is not None
    is_called_so = _CALLED_SO.search(low) is not None
    return screens > 0 and not (is_house or is_more or is_called_so)


def is_denied(text: str, *, start: int, end: int) -> bool:
    """Say whether what stands at a place is said not to be it: "do not come to our old office"."""
    low = plain(text)
    before = _CLAUSE.split(low[max(0, start - _SEE_BEFORE) : start])[-1]
    turns = [found.end() for found in _part("turn").finditer(before)]
    before = before[max(turns, default=0) :]
    if _part("not").search(before) is not None:
        return True
    behind = _CLAUSE.split(low[end : end + _SEE_BEHIND])[0]
    return _part("not_behind").search(behind) is not None


@cache
def _part(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{t[name]})" for t in tables(_TABLE).values()))


@cache
def _screens() -> re.Pattern[str]:
    return re.compile(
        rf"{_SCREENS}|(?<!\w)(?:{_words('nowhere')}|{_words('remote')})(?!\w)"
    )


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words('beside')})(?!\w)")


@cache
def _way() -> re.Pattern[str]:
    """Return what finds a line that tells a screen or a call as the way in which one talks."""
    return re.compile(
        rf"(?m)^[^\w\n]{{0,4}}(?:{_words('way')})\s?:"
        rf"(?P<rest>(?=[^\n]*(?:{_SCREENS}|(?<!\w)(?:{_words('nowhere')})(?!\w)))[^\n]*)"
    )


def _words(name: str) -> str:
    return "|".join(table[name] for table in tables(_TABLE).values())
