"""Applications that may be one, told of under two names: proposed to the person, never joined."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import combinations, product

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.facts.employers.company import is_address
from onward.mail.rules.facts.requisition import requisition_key
from onward.mail.rules.facts.titles.role import seniority_of
from onward.mail.rules.folding.akin import GRADES
from onward.mail.rules.folding.numbers import are_one_number
from onward.mail.rules.folding.openings import employer_key, opening_key

_MOST = 10
_MOST_OF_A_WORD = 6
"""Employers that share a word so often share a town, a trade or a kind of house."""

_LARGEST = 40
"""Who applied to one employer so often has openings there, and every receipt is one."""

_TELLING = 5
_SHORTEST = 3
"""So short a name of a person's own spelling is one where the other goes on from it."""

_DIGITS = re.compile(r"\d{5,}")
"""The digits by which a number is one, whatever stands before it; a year has fewer."""

_ARTICLES = frozenset({
    "the", "der", "die", "das", "den", "la", "le", "les", "el", "los", "las", "il", "lo", "het", "de",
})  # fmt: skip
_SENDERS = frozenset({"team", "careers", "jobs", "karriere", "my", "at", "bei"})
_NO_RANKS = GRADES | {"associate", "assistant", "staff"}
"""Words of a title that one mail has and the next leaves out."""

_LONG = 7
_LONGEST_WAIT = timedelta(days=180)
_SAME_DAYS = timedelta(days=2)
_GENERIC = frozenset({
    "group", "gruppe", "groupe", "grupo", "gruppo", "holding", "service", "services", "solutions", "systems", "systeme",
    "consulting", "hospital", "hospitals", "klinik", "klinikum", "university", "college", "school", "schule", "county",
    "council", "health", "international", "deutschland", "germany", "austria", "france", "ireland", "hotel", "hotels",
    "trust", "centre", "center", "zentrum", "clinic", "partners", "partner", "company", "software", "digital", "logistik",
    "logistics", "elektro", "energie", "energy", "technik", "technologies", "technology", "handel", "verwaltung", "gemeinde",
    "stadtwerke", "sparkasse", "versicherung", "insurance", "foundation", "stiftung", "verein", "careers", "recruitment",
    "clinica", "clinique", "kliniek", "ospedale", "ziekenhuis", "szpital", "hastanesi", "escola", "escuela", "ecole", "scuola",
    "szkola", "colegio", "ayuntamiento", "comune", "mairie", "municipio", "gmina", "urzad", "gemeente", "kommun", "kommune",
    "belediyesi", "region", "empresa", "azienda", "cooperativa", "cooperative", "servicios", "servizi", "servicos", "residencia",
    "residence", "restaurante", "restaurant", "ristorante", "farmacia", "pharmacie", "apotheke", "transportes", "transports",
    "trasporti", "logistica", "logistique", "lojistik", "veterinaria", "dentaria", "stichting", "thuiszorg", "zorggroep", "sanayi",
})  # fmt: skip


@cache
def _kinds() -> frozenset[str]:
    """Return what names share that tells but what kind of house it is, or that it finds work."""
    return _GENERIC.union(tables("house_kinds")["finders_of_work"].split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One application as far as it may be a part of another.

    Attributes:
        begun_at: When it was applied for, as far as is known; of a bare one that is only
            saved for later it is not.
        moved_at: When anything was last heard of it.
        is_bare: Nothing but that it was applied for, or arrived, is known of it.
        contact: Address of whoever writes about it.
        written_to: The domains of firms to which the person's own letter of it went.
    """

    key: Hashable
    company: str
    role: str
    requisition: str = ""
    begun_at: datetime | None = None
    moved_at: datetime | None = None
    is_bare: bool = False
    contact: str = ""
    written_to: frozenset[str] = frozenset()


Mailed = Callable[[Collection[Hashable]], Collection[Hashable]]
"""Returns those of some applications of which mail tells anything."""


def twins(
    pieces: Iterable[Piece],
    *,
    apart: frozenset[frozenset[Hashable]] = frozenset(),
    mailed: Mailed = frozenset,
) -> list[tuple[Piece, Piece]]:
    """Return the pairs that may be one application, the bare one second; the latest first.

    One of them is no more than a receipt, most often a board's or a system's, and the
    other goes on from there, or was begun by hand: their employers share a word of their own
    ("Ennsthaler Lift & Tor", "Ennsthaler Torservice GmbH"), and their titles do not speak
    against it; or one name goes on from the other ("Enn", "Enn Torservice GmbH"), and their
    titles say the same. Or one person writes of one title, and the employer of one of them is
    nothing but the street where they meet: that one stands second. Or both tell one title,
    at one house, with one number. Or of two of one employer and title, begun on one day, mail
    tells of one alone: the other was written down by hand, or came with a list. Or the one
    is an own letter to a firm, from where somebody invites whose words name another house.

    Args:
        mailed: Without it mail tells of all of them.
        apart: Pairs of keys that the person said are two.
    """
    known = list(pieces)
    found = {
        frozenset((other.key, bare.key)): (other, bare)
        for group in (*_sharing(known), *_going_on(known))
        for one, two in combinations(group, 2)
        for other, bare in ((one, two), (two, one))
        if frozenset((one.key, two.key)) not in apart and _may_be_one(other, bare)
    }
    by_rule = (*_met_in_a_street(known), *_of_one_number(known))
    by_letter = _answered_by_another_name(known)
    for pair in (*by_rule, *by_letter, *_written_down(known, mailed=mailed)):
        keys = frozenset(piece.key for piece in pair)
        if keys not in apart:
            found.setdefault(keys, pair)
    pairs = sorted(found.values(), key=lambda pair: _latest(pair), reverse=True)
    return pairs[:_MOST]


def _latest(pair: tuple[Piece, Piece]) -> float:
    return max(piece.moved_at.timestamp() if piece.moved_at else 0.0 for piece in pair)


def _sharing(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Yield the applications whose employers share a word of their own that few others have."""
    no_own = _kinds() | _ARTICLES | _SENDERS
    by_word: dict[str, list[tuple[Piece, list[str]]]] = defaultdict(list)
    for piece in pieces:
        words = employer_key(piece.company).split()
        # An initial, or "AB" before or behind a name, is no word of its own.
        own = [word for word in words if len(word) >= _SHORTEST and word not in no_own]
        for word in {*words} - _kinds():
            if len(word) >= _TELLING:
                by_word[word].append((piece, own))
    for word, group in by_word.items():
        names = {employer_key(piece.company) for piece, _ in group}
        if 1 < len(group) <= _LARGEST and len(names) <= _MOST_OF_A_WORD:
            leading = [piece for piece, own in group if own[:1] == [word]]
            ending = [piece for piece, own in group if own[1:][-1:] == [word]]
            yield leading
            # "Stadt Amselburg", "Amselburg Stadtverwaltung"; a trade ends them all: "Maple Mutual".
            yield from product(leading, ending)
            whole = [piece for piece, own in group if own == [word]]
            longer = [piece for piece, own in group if own != [word]]
            yield from product(whole, longer)


def _going_on(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """Yield the applications for one title at a name, and at that name with more words after it."""
    by_start: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        by_start[employer_key(piece.company).partition(" ")[0]].append(piece)
    for group in by_start.values():
        if len(group) <= _LARGEST:
            yield from filter(_is_longer_name, combinations(group, 2))


def _met_in_a_street(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """Yield an application and one of the same title and writer whose employer is an address."""
    by_talk: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for piece in pieces:
        title = opening_key(piece.role)
        if piece.contact and title:
            by_talk[piece.contact.casefold(), title].append(piece)
    for group in by_talk.values():
        if not 1 < len(group) <= _LARGEST:
            continue
        streets = [piece for piece in group if is_address(piece.company)]
        houses = [piece for piece in group if piece not in streets]
        for house, street in product(houses, streets):
            if _is_one_number(house, street) and _is_near(house, street):
                yield house, street


def _answered_by_another_name(
    pieces: Sequence[Piece],
) -> Iterator[tuple[Piece, Piece]]:
    """Yield what came of nothing that is known, and the one own letter that went to that domain.

    "We invite you to a trial day at Dispatch", a colleague at the firm writes. Whose people
    invite to several houses is an agency: each may be another opening.
    """
    begun: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if piece.begun_at is None and not piece.is_bare:
            begun[piece.contact.casefold().rpartition("@")[2]].append(piece)
    for letter in pieces if begun else ():
        found = [each for domain in letter.written_to for each in begun.get(domain, ())]
        if len(found) != 1 or not letter.is_bare:
            continue
        (other,) = found
        roles = [opening_key(piece.role).split() for piece in (other, letter)]
        is_same_title = not all(roles) or any(
            _is_akin(*pair) for pair in product(*roles)
        )
        is_in_time = _is_in_time(other, letter) and _is_one_number(other, letter)
        if is_same_title and is_in_time:
            yield other, letter


def _of_one_number(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """Yield two of one title at one house whose numbers are one: "20418", "Req-ID 20418".

    Who applied for it twice applied on two days; of a no that is told by hand none is known.
    """
    by_number: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for piece in pieces:
        title, digits = opening_key(piece.role), _DIGITS.findall(piece.requisition)
        if title and len(digits) == 1:
            by_number[title, digits[0]].append(piece)
    for group in by_number.values():
        if len(group) > _LARGEST:
            continue
        for one, two in combinations(group, 2):
            if (
                _is_of_house(one, two)
                and _is_near(one, two)
                and _is_begun_once(one, two)
            ):
                first, second = sorted((one, two), key=_tells_less)
                yield first, second


def _written_down(
    pieces: Sequence[Piece], *, mailed: Mailed
) -> Iterator[tuple[Piece, Piece]]:
    """Yield two of one employer and title of which one was told of by mail, the other was not.

    Two receipts are two openings; who writes down what they applied for has its receipt too.
    """
    by_name: dict[tuple[str, str], list[Piece]] = defaultdict(list)
    for piece in pieces:
        employer, title = employer_key(piece.company), opening_key(piece.role)
        if employer and title:
            by_name[employer, title].append(piece)
    groups = [group for group in by_name.values() if 1 < len(group) <= _LARGEST]
    told = mailed([p.key for group in groups for p in group]) if groups else ()
    for group in groups:
        with_mail = [piece for piece in group if piece.key in told]
        by_hand = [piece for piece in group if piece.key not in told]
        for one, two in product(with_mail, by_hand):
            is_near = _is_near(one, two) and _is_begun_once(one, two)
            if is_near and _is_one_number(one, two):
                first, second = sorted((one, two), key=_tells_less)
                yield first, second


def _tells_less(piece: Piece) -> tuple[bool, bool]:
    return piece.is_bare, piece.begun_at is None


def _is_of_house(one: Piece, two: Piece) -> bool:
    names = [employer_key(piece.company).split() for piece in (one, two)]
    shorter, longer = sorted(names, key=len)
    is_own = bool({*shorter} - _kinds()) and len("".join(shorter)) >= _SHORTEST
    return is_own and longer[: len(shorter)] == shorter


def _is_begun_once(one: Piece, two: Piece) -> bool:
    if one.begun_at is None or two.begun_at is None:
        return True
    return abs(one.begun_at - two.begun_at) <= _SAME_DAYS


def _is_near(one: Piece, two: Piece) -> bool:
    """Say whether two applications moved within the time in which one is answered."""
    if one.moved_at is None or two.moved_at is None:
        return False
    return abs(one.moved_at - two.moved_at) <= _LONGEST_WAIT


def _is_one_number(one: Piece, two: Piece) -> bool:
    numbers = {requisition_key(piece.requisition) for piece in (one, two)} - {""}
    return len(numbers) < 2 or are_one_number(*numbers)


def _is_longer_name(pair: tuple[Piece, Piece]) -> bool:
    names = [employer_key(piece.company).split() for piece in pair]
    shorter, longer = sorted(names, key=len)
    if len(shorter) == len(longer) or longer[: len(shorter)] != shorter:
        return False
    is_own = bool({*shorter} - _kinds()) and len("".join(shorter)) >= _SHORTEST
    return is_own and _is_told_by_titles(*pair)


def _is_told_by_titles(one: Piece, two: Piece) -> bool:
    """Say whether one title says no more than the other; one that is not known says nothing."""
    roles = [{*opening_key(piece.role).split()} for piece in (one, two)]
    shorter, longer = sorted(roles, key=len)
    is_told = all(any(_is_akin(word, more) for more in longer) for word in shorter)
    return bool(shorter) and is_told


def _may_be_one(other: Piece, bare: Piece) -> bool:
    if not bare.is_bare or not _is_in_time(other, bare):
        return False
    if not _is_one_number(other, bare):
        return False
    roles = [opening_key(piece.role).split() for piece in (other, bare)]
    if employer_key(other.company) == employer_key(bare.company):
        # Two openings there, unless one title is the other with more words, or longer ones.
        is_told = _is_told_by_titles(other, bare) and {*roles[0]} != {*roles[1]}
        return is_told and not _is_of_another_rank(*roles)
    return not all(roles) or any(_is_akin(*pair) for pair in product(*roles))


def _is_of_another_rank(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether one of two titles is the senior or the junior one: both may be open at once."""
    ranks = [seniority_of(" ".join(words)) - _NO_RANKS for words in (one, other)]
    return ranks[0] != ranks[1]


def _is_akin(one: str, other: str) -> bool:
    """Say whether two words of titles are one, or one holds the other: "Auslieferungsdisposition"."""
    shorter, longer = sorted((one, other), key=len)
    return shorter in longer if len(shorter) >= _LONG else shorter == longer != ""


def _is_in_time(other: Piece, bare: Piece) -> bool:
    """Say whether the other may have come of what was received."""
    if bare.begun_at is None or other.moved_at is None:
        return False
    begun = other.begun_at or other.moved_at
    if other.is_bare:
        # What is saved for later may have been applied for at any time since.
        longest = _SAME_DAYS if other.begun_at else _LONGEST_WAIT
        return -_SAME_DAYS <= bare.begun_at - begun <= longest
    return (
        bare.begun_at - _SAME_DAYS <= begun
        and other.moved_at - bare.begun_at <= _LONGEST_WAIT
    )
