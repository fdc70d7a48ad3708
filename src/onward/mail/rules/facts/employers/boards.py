"""Job boards that no table knows: by their name, and by speaking of the employer as of somebody else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.basics.plain_words import plain_letters
from onward.mail.rules.basics.words import first_word_finder
from onward.mail.rules.facts.contact import is_person
from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.employers.display import bare_name, is_plain_person
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    registrable_label,
)
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.systems import system_of_host

_PHRASES = frozenset({"subject", "body"})
_SURE = 2.5
_SUREST = 3.5
_CARRIED = 10.0
"""Phrases of this weight are those of whoever carries applications to others."""

_SHORTEST_NAME = 4
_LONGEST_WAY = 24
# Not "via Acme's website": an employer has pages of its own.
_NAME_ENDS = re.compile(
    r"(?!\w|['’]?s?\s(?:website|site|web|careers?|portal|karriere|homepage|intranet))"
)


@cache
def _finder(kind: str) -> Callable[[str], bool]:
    return first_word_finder(fact_words(kind))


def sounds_like_board(name: str) -> bool:
    """Say whether a name is made of a word for jobs: "Jobkompas", "TrovaLavoro"."""
    return _finder("board_words")(plain_letters(compact(company_key(name))))


def without_board(
    candidates: Iterable[Candidate], *, material: Material
) -> list[Candidate]:
    """Return the candidates without the board that carried a mail, where it shows itself as one.

    A board writes under its own name, of openings of others: the text names another
    employer, speaks of "the employer", goes "via" the board, or offers other openings.
    """
    known = list(candidates)
    sender = material.message.sender
    is_own = is_person(sender) or is_free_mail(sender.domain)
    if is_own or system_of_host(sender.domain).name:
        return known
    shown = (bare_name(sender.name), registrable_label(sender.domain))
    low = f"{material.subject_low}\n{material.prose_low}"
    named = [name for name in shown if sounds_like_board(name)]
    passed = [name for name in shown if _goes_through(low, name=name.lower())]
    is_apart = bool(named) and _speaks_of_employer(low)
    for names, is_told in ((named, is_apart), (passed, bool(named))):
        others = _without(known, names=names)
        if names and (is_told or _name_another(others)):
            # "Your application to Jobkompas": a board hires for itself, too.
            return others or [c for c in known if c.weight >= _SUREST]
    return known


def without_carrier(
    candidates: Iterable[Candidate], *, material: Material
) -> list[Candidate]:
    """Return the candidates without whoever wrote that an application went to somebody else.

    "Your application was sent to Acme": the sender carries it, however often it is named.
    """
    known = list(candidates)
    told = [
        c.name
        for c in known
        if c.weight >= _CARRIED and c.place in _PHRASES and not is_plain_person(c.name)
    ]
    if not told:
        return known
    sender = material.message.sender
    shown = (bare_name(sender.name), registrable_label(sender.domain))
    return [c for c in known if _is_of(c, names=told) or not _is_of(c, names=shown)]


def without_recommender(
    candidates: Iterable[Candidate], *, material: Material
) -> list[Candidate]:
    """Return the candidates without whom a subject names as having pointed the opening out.

    "Cook, recommended by Bridie Hallam": the mail is to, or of, somebody else.
    """
    found = _recommending().search(material.subject_low)
    if found is None:
        return list(candidates)
    named = compact(company_key(material.subject[found.end() :]))
    return [c for c in candidates if not named.startswith(compact(company_key(c.name)))]


@cache
def _recommending() -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, fact_words("recommended_by")))
    return re.compile(rf"(?<!\w)(?:{phrases})\s")


def _without(candidates: list[Candidate], *, names: list[str]) -> list[Candidate]:
    return [c for c in candidates if not _is_of(c, names=names)]


def _is_of(candidate: Candidate, *, names: Iterable[str]) -> bool:
    key = compact(company_key(candidate.name))
    known = filter(None, (compact(company_key(name)) for name in names))
    return any(key.startswith(name) or name.startswith(key) for name in known)


def _name_another(others: Iterable[Candidate]) -> bool:
    return any(c.place in _PHRASES and c.weight >= _SURE for c in others)


def _speaks_of_employer(low: str) -> bool:
    return _finder("the_employer")(low) or _finder("other_openings")(low)


@cache
def _ways() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds "via" before a name, and what such words behind one."""
    before = "|".join(map(re.escape, fact_words("carried_through")))
    behind = "|".join(map(re.escape, fact_words("carried_through_behind")))
    return (
        re.compile(rf"(?<!\w)(?:{before})\s$"),
        re.compile(rf"['’]?\w{{0,3}}\s(?:{behind})\b"),
    )


def _goes_through(low: str, *, name: str) -> bool:
    """Say whether an application went by way of a name: "via Jobkompas"."""
    before, behind = _ways()
    place = low.find(name) if len(name) >= _SHORTEST_NAME else -1
    while place >= 0:
        end = place + len(name)
        is_way = before.search(low, max(0, place - _LONGEST_WAY), place)
        if (is_way and _NAME_ENDS.match(low, end)) or behind.match(low, end):
            return True
        place = low.find(name, end)
    return False
