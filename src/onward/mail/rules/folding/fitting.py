"""Which applications a message may be about, for the person to choose from; pure."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from onward.mail.rules.facts.employers.names import (
    company_key,
    label_variants,
    registrable_label,
)
from onward.mail.rules.facts.titles.role import role_key

_SHORTEST = 5
"""Letters of a host's name that are enough to know an employer by."""


class Fit(IntEnum):
    """Why a message may be about an application, the strongest reason first."""

    CONVERSATION = 0  # it answers mail that stands there
    NAMED = 1  # it names the employer, and no other title
    WRITER = 2  # it comes from, or goes to, whoever wrote about it
    TITLE = (
        3  # it names no employer, but the title of what was applied for in these days
    )
    HOST = 4  # it names none, and its host spells the employer of the title, or of the only one
    EMPLOYER = 5  # the employer, but another title


@dataclass(frozen=True, slots=True)
class Candidate:
    """An application as it is compared with a message."""

    id: uuid.UUID
    company: str
    role: str
    address: str = ""
    has_offer: bool = False
    is_near: bool = False


@dataclass(frozen=True, slots=True)
class Fitting:
    """What fits a message.

    Attributes:
        likely: What may be meant, the likeliest first.
        only: The one that is meant as far as anybody can tell; None where several fit as well.
    """

    likely: tuple[uuid.UUID, ...] = ()
    only: uuid.UUID | None = None


def fitting(
    candidates: Iterable[Candidate],
    *,
    company: str,
    role: str,
    addresses: Collection[str] = (),
    hosts: Collection[str] = (),
    conversation: Collection[uuid.UUID] = (),
    answers_offer: bool = False,
) -> Fitting:
    """Return which applications a message of this employer and title may be about.

    Args:
        addresses: Who wrote it, or to whom the person wrote it, lower case.
        hosts: Those of the firm that wrote, or to which the person did.
        conversation: The applications in which mail stands that it answers.
        answers_offer: It says yes or no to an offer, so that of several one that has an
            offer is meant.
    """
    name, title = company_key(company), role_key(role)

    def fit_of(each: Candidate) -> Fit | None:
        is_theirs = bool(name) and company_key(each.company) == name
        if each.id in conversation:
            return Fit.CONVERSATION
        if is_theirs and (not title or role_key(each.role) in {"", title}):
            return Fit.NAMED
        if each.address and each.address.lower() in addresses:
            return Fit.WRITER
        if not name and title and each.is_near and role_key(each.role) == title:
            return Fit.TITLE
        if (
            not name
            and _is_at(each, hosts)
            and (not title or role_key(each.role) == title)
        ):
            return Fit.HOST
        return Fit.EMPLOYER if is_theirs else None

    found = [(fit, each) for each in candidates if (fit := fit_of(each)) is not None]
    found.sort(
        key=lambda one: (
            one[0],
            answers_offer and not one[1].has_offer,
            role_key(one[1].role) != title,
        )
    )
    return Fitting(
        likely=tuple(each.id for _fit, each in found),
        only=_only(found, answers_offer=answers_offer),
    )


def _is_at(each: Candidate, hosts: Collection[str]) -> bool:
    """Say whether a host spells the employer's name, or how it begins."""
    words = company_key(each.company).split()
    names = {"".join(words[: count + 1]) for count in range(len(words))}
    return any(
        len(spelled) >= _SHORTEST and spelled in names
        for host in hosts
        for spelled in label_variants(registrable_label(host))
    )


def _only(
    found: Sequence[tuple[Fit, Candidate]], *, answers_offer: bool
) -> uuid.UUID | None:
    if not found or found[0][0] is Fit.EMPLOYER:
        return None
    best = [each for fit, each in found if fit is found[0][0]]
    if answers_offer and len(best) > 1:
        best = [each for each in best if each.has_offer]
    return best[0].id if len(best) == 1 else None
