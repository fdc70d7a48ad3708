"""Branches of a firm, which have its name beside their own: "Niederlassung Leipzig", "Leeds Branch"; pure."""

from __future__ import annotations

import re
from functools import lru_cache

from onward.mail.rules.facts.employers.names import UPPER
from onward.mail.rules.facts.towns import is_plain_town, is_town

_OF = r"(?:in|im|am|an der|der|de|d[aeiou]s?|del|de la|della|nel|en|à|em|na|no|te|van|i|på|w|we|for|at|of)"
_PLACE = rf"(?P<place>[{UPPER}][\w.'’-]+(?:[ /][{UPPER}(][\w.'’)-]*){{0,2}})"
# Where a branch is called by nothing else, whatever follows says which: "Filiale Süd".
_SURE = r"(?:(?:zweig|haupt|regional|verkaufs)?niederlassung|zweigstelle|filiale|filiaal|succursale|sucursal|şube)"
# What firms and authorities are called, too: "Agence Durand", "Delegación del Gobierno".
_WITH_TOWN = (
    r"(?:nl|ndl\.?|ngl\.?|geschäftsstelle|außenstelle|standort|betriebsstätte|regionalbüro|büro|kontor|branch|office|agence|antenne"
    r"|délégation|delegación|delegação|delegazione|agencia|agência|agenzia|sede|oficina|escritório|vestiging|kantoor|filial|filia"
    r"|oddział|placówka|biuro|lokalkontoret|kontoret|ofisi?)"
)
_SURELY = re.compile(rf"(?i:{_SURE}) (?:{_OF} )?{_PLACE}")
_IN_TOWN = re.compile(rf"(?i:{_WITH_TOWN}) (?:{_OF} )?{_PLACE}")
_BEHIND_TOWN = re.compile(rf"{_PLACE} (?i:branch|office|şubesi|ofisi)")
_DECLINED = re.compile(rf"(?i:oddział|filia|placówka|biuro) we? [{UPPER}]\w+")
_MARK = re.compile(r"(?:,| [-–—|/·]| ?\()? (?=\S)|,? ?\((?=\S)")
# "Kaffee Kontor Leipzig" and "Post Office York" are names whole: no mark parts them.
_PART_OF_NAMES = re.compile(
    r"(?:büro|biuro|kontor|branch|office|agen\w+|antenne|sede|oficina|kantoor|filia|kontoret|standort) |.* office$",
    re.IGNORECASE,
)
_FEWEST = 2
# "La" of "La Succursale Montréal" names nobody.
_HEAD = re.compile(r"[^\W\d_]{3}")
_ARTICLES = frozenset(("the", "der", "die", "das", "les", "los", "las", "het", "den"))


@lru_cache(maxsize=4096)
def is_branch_office(name: str) -> bool:
    """Say whether a name is that of a branch alone: "NL Leipzig", "Sucursal de Sevilla", "Ankara Şubesi"."""
    name = name.strip(" ()")
    if _DECLINED.fullmatch(name):
        return True
    sure = _SURELY.fullmatch(name)
    if sure is not None:
        return True
    told = _IN_TOWN.fullmatch(name)
    if told is not None:
        return is_town(told["place"].partition(" (")[0])
    behind = _BEHIND_TOWN.fullmatch(name)
    # "The Olive Branch" is an inn, and in Mississippi a town.
    return behind is not None and (
        name.endswith("Şubesi") or is_plain_town(behind["place"])
    )


@lru_cache(maxsize=4096)
def without_branch_office(name: str, *, shown: str | None = None) -> str:
    """Return "Nordkran" for "Nordkran, Niederlassung Leipzig" and "Nordkran Niederlassung Leipzig".

    Args:
        shown: What the sender shows: a house may call itself "La Succursale Montréal". Where that
            is not known, only what a mark parts is taken off.
    """
    for mark in _MARK.finditer(name):
        head = name[: mark.start()].rstrip(" ,-–—|/·(")
        branch = name[mark.end() :]
        is_apart = bool(mark[0].strip())
        is_left = is_apart or (
            shown is not None
            and name not in shown
            and not _PART_OF_NAMES.match(branch)
            and head.lower() not in _ARTICLES
            and _HEAD.search(head) is not None
        )
        if is_left and len(head) >= _FEWEST and is_branch_office(branch):
            return head
    return name
