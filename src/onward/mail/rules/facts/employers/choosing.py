"""Which of the names in a hiring mail is the employer: the one most places agree on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onward.mail.rules.facts.employers.agency import (
    clients,
    hires_for_others,
    places_people,
    without_work,
)
from onward.mail.rules.facts.employers.carriers import without_carriers
from onward.mail.rules.facts.employers.company import Candidate, is_motto
from onward.mail.rules.facts.employers.founded import founded
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    with_legal_form,
)
from onward.mail.rules.facts.employers.support import scores
from onward.mail.rules.facts.employers.town_behind import without_towns
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.employers.written_out import (
    ORDER,
    best_written,
    written_out,
)
from onward.mail.rules.facts.material import Material

_LEAST_SCORE = 1.0


def _whole(candidates: list[Candidate]) -> list[Candidate]:
    """Return candidates without the part of the employer that wrote: "Argus Einsatzleitung"."""
    names = sorted({c.name for c in candidates if c.weight >= 1.0})
    found = []
    for candidate in candidates:
        wholes = [name for name in names if _adds_unit(candidate.name, name)]
        name = min(wholes, key=len, default=candidate.name)
        found.append(replace(candidate, name=name))
    return found


def _adds_unit(longer: str, shorter: str) -> bool:
    if longer.startswith(f"{shorter} "):
        return is_unit(longer[len(shorter) :]) and not is_unit(shorter)
    is_end = longer.endswith(f" {shorter}")
    return is_end and is_unit(longer[: -len(shorter)]) and not is_unit(shorter)


def _client_of(agency: str, *, material: Material) -> str:
    """Return the client that an agency writes for, or the agency where it has none."""
    found = list(clients(material, agency=agency))
    keys = [compact(company_key(candidate.name)) for candidate in found]
    if found:
        most = max(keys, key=lambda key: (keys.count(key), -keys.index(key)))
        return with_legal_form(found[keys.index(most)].name, text=material.prose)
    return "" if hires_for_others(material) else agency


def choose_company(
    candidates: list[Candidate], *, material: Material, roles: Sequence[Candidate] = ()
) -> str:
    """Return the name that most places agree on, or "" where nothing is sure.

    The vendor that carried the mail is an employer only where a phrase says so, the
    mail comes from that vendor itself, and no other name was found.
    """
    employers = without_carriers(candidates, material=material)
    employers = without_towns(employers, material=material)
    employers = list(founded(_whole(employers), material=material, roles=roles))
    if not employers:
        return ""
    scored = scores(employers)
    best = max(score for score, _ in scored)
    if best < _LEAST_SCORE:
        return ""
    # Of equally supported spellings the one in the more telling place reads best.
    top = [c for score, c in scored if score >= best - 1e-9]
    winner = min(top, key=lambda c: (ORDER.index(c.place), -len(c.name), c.name))
    name = best_written(winner, candidates=employers)
    name = without_work(written_out(name, candidates=employers))
    if places_people(material, name=name):
        return _client_of(name, material=material)
    return with_legal_form(name, text=material.prose)


def can_employ(
    candidate: Candidate,
    *,
    beside: Sequence[Candidate],
    material: Material,
    roles: Sequence[Candidate] = (),
) -> bool:
    """Say whether a name would be taken for the employer's if no other spoke against it.

    That of a board, an agency, a vendor, the reader or a writer is not; nor that of a
    sender that carried the mail for one of the names beside it.

    Args:
        beside: What was found in the mail.
    """
    if is_motto(candidate.name):
        return False
    key = company_key(candidate.name)
    chosen = choose_company([candidate], material=material, roles=roles)
    if company_key(chosen) != key:
        return False
    left = without_carriers([*beside, candidate], material=material)
    return any(company_key(each.name) == key for each in left)
