"""When names that begin alike, or are equal, are those of two houses; pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.facts.employers.names import registrable_label, trimmed_label
from onward.mail.rules.facts.towns import is_town
from onward.mail.rules.folding.akin import BETWEEN, TELLING, kinds_of_house

_PATRONS = frozenset({
    *("im", "imienia", "pw", "sw", "bl", "na", "pod", "nad", "przy"),
    *("st", "sta", "ste", "sto", "sankt", "saint", "san", "santa", "sant", "sao"),
})  # fmt: skip
"""Behind these a name tells which of several houses it is: "Przychodnia Zdrowie na Kazimierzu"."""

_AT = frozenset({"w", "we"})
"""Behind these a town tells the same, where all before it is the kind of house."""

_TITLES = frozenset({
    *("sw", "bl", "prof", "profesora", "dr", "doktora", "hab", "inz", "gen", "plk", "mjr", "kpt", "hm", "o"),
    *("ks", "ksiedza", "kard", "kardynala", "abp", "bp", "swietego", "swietej"),
})  # fmt: skip
_ORDINALS = re.compile(r"[ivx]+")
_NOT_OWN = frozenset({
    *("group", "gruppe", "groupe", "grupo", "gruppo", "grupa", "holding", "online", "portal", "mail", "info", "intern"),
    *("international", "global", "europe", "deutschland", "germany", "polska", "poland", "france", "italia", "espana"),
})  # fmt: skip
_PARTS = re.compile(r"[^\W_]+")


def are_two_houses(one: str, other: str) -> bool:
    """Say whether two names begin alike and go on to two patrons, saints or parts of a town.

    "Szpital im. H. Zięby" is "Szpital im. Heleny Zięby w Krakowie".
    """
    words, others = one.split(), other.split()
    same = 0
    while same < min(len(words), len(others)) and words[same] == others[same]:
        same += 1
    if not 1 < same < min(len(words), len(others)):
        return False
    lead = words[same - 1]
    if lead in _AT:
        is_told = all(map(_is_kind, words[: same - 1]))
    else:
        is_told = lead in _PATRONS or lead in _TITLES & {*words[1:same]}
    return is_told and not _are_one_patron(words[same:], others[same:])


def _are_one_patron(one: list[str], other: list[str]) -> bool:
    patrons = [_patron_of(words) for words in (one, other)]
    if not all(patrons):
        return True
    (*first, last), (*firsts, lasts) = patrons
    is_one = last[:TELLING] == lasts[:TELLING]
    given = zip(reversed(first), reversed(firsts), strict=False)
    return is_one and all(name[0] == named[0] for name, named in given)


def _patron_of(words: list[str]) -> list[str]:
    for at in _AT & {*words}:
        words = words[: words.index(at)] or words
    return [w for w in words if w not in _TITLES and not _ORDINALS.fullmatch(w)]


def are_two_owners(name: str, *, one: Collection[str], other: Collection[str]) -> bool:
    """Say whether houses of one name write from domains that tell them apart.

    "Szpital Specjalistyczny" is one at szpital-jodly.example and another at
    szpital-sosny.example; a firm's own name at two domains of any kind is one firm, unless
    each names a town of its own.
    """
    pairs = [
        (_rest(first, name=name), _rest(second, name=name))
        for first in one
        for second in other
    ]
    words = [word for word in name.split() if word not in BETWEEN]
    is_any = bool(words) and all(map(_is_kind, words))
    return bool(pairs) and all(_tell(*pair, is_any=is_any) for pair in pairs)


def _tell(one: str, other: str, *, is_any: bool) -> bool:
    """Say whether what two domains say beside the name are two names, or two towns."""
    if min(len(one), len(other)) < TELLING:
        return False
    if any(one[at : at + TELLING] in other for at in range(len(one) - TELLING + 1)):
        return False
    return is_any or (is_town(one.title()) and is_town(other.title()))


def _rest(domain: str, *, name: str) -> str:
    """Return what a domain says beside a name, the kind of house and what it hires by; "" where it finds work for others."""
    label = registrable_label(domain)
    parts = _PARTS.findall(trimmed_label(label))
    if not _finders().isdisjoint(_PARTS.findall(label)) or any(
        label.endswith(word) for word in _finders() if len(word) > TELLING
    ):
        return ""
    own = {w for w in name.split() if len(w) >= TELLING}
    left = [part for part in parts if part not in own and not _is_kind(part)]
    rest = "".join(part for part in left if part not in _NOT_OWN)
    for word in sorted(own, key=len, reverse=True):
        rest = rest.replace(word, "")
    return rest


def _is_kind(word: str) -> bool:
    return word in kinds_of_house() or word in _finders()


@cache
def _finders() -> frozenset[str]:
    return frozenset(tables("house_kinds")["finders_of_work"].split())
