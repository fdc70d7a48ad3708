"""Towns that stand behind a title where an employer could: "Baker - Grimsby"; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onward.mail.rules.basics.places import whole_places
from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
)
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.towns import is_plain_town

_NAMED_ELSEWHERE = frozenset({"display", "domain", "tenant"})
_MARK = re.compile(r"\s[-–—|·/]\s+|\s?\(|,\s+")
_END = re.compile(r"\s*(?:$|[.,;)|·]|[-–—]\s)")
_MOST_BEFORE = 60


def without_towns(
    candidates: Sequence[Candidate], *, material: Material
) -> list[Candidate]:
    """Return candidates without the towns that stand behind a title and are spoken of nowhere else.

    "Your application was sent to Leeds" does speak of it, and so does who signs with it.
    """
    named = {
        compact(company_key(each.name))
        for each in candidates
        if each.place in _NAMED_ELSEWHERE
    }
    return [
        each
        for each in candidates
        if compact(company_key(each.name)) in named
        or has_legal_form(each.name)
        or not _is_only_place(each.name, material=material)
    ]


def _is_only_place(name: str, *, material: Material) -> bool:
    """Say whether each time that a name is said, it is a town, or the end of one, behind a title."""
    said = [
        _as_place(line, place)
        for line in (material.subject, *material.lines)
        for place in whole_places(name, line)
    ]
    return "behind" in said and "" not in said


def _as_place(line: str, place: tuple[int, int]) -> str:
    """Return "behind" for a town behind a mark, "alone" for one on a line of its own, else nothing."""
    start, end = place
    marks = list(_MARK.finditer(line, max(0, start - _MOST_BEFORE), start))
    begin = marks[-1].end() if marks else 0
    name = line[begin:end]
    # "Rotkreuz-Seniorenzentrum Ebrach": more words behind a hyphen are no quarter of a town.
    if not is_plain_town(name) or " " in name.partition("-")[2]:
        return ""
    is_over = _END.match(line, end) is not None
    if not marks:
        return "alone" if is_over and line[end:].strip(" .") == "" else ""
    # "Hello Sam, Leeds has written": a comma parts more than a title from its town.
    return "" if marks[-1][0].startswith(",") and not is_over else "behind"
