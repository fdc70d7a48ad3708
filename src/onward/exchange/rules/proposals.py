"""Reconciling a list with what is there: the same application, a new one, or unclear."""

from __future__ import annotations

import hashlib
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from onward.applications.rules.kinds import NO_KINDS, EventKind
from onward.exchange.rules.lists import ListRow
from onward.mail.rules.facts.employers.names import company_key
from onward.mail.rules.facts.titles.role import role_key

NEAR = timedelta(days=60)
"""Two applications to one employer for one role this close together are one."""

_LIKE = 0.5


class Proposal(StrEnum):
    """What is proposed for a row; a person may choose otherwise."""

    NEW = "new"
    SAME = "same"
    UNCLEAR = "unclear"  # several fit
    REPEATED = "repeated"  # an earlier row of the list says the same
    UNUSABLE = "unusable"  # neither company nor role


@dataclass(frozen=True, slots=True)
class Known:
    """An application that is there already."""

    id: uuid.UUID
    company: str
    role: str
    url: str
    applied_at: datetime | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal for one row, and the applications that it may be, the likeliest first."""

    row: ListRow
    proposal: Proposal
    candidates: tuple[uuid.UUID, ...] = ()


def propose(rows: Iterable[ListRow], *, known: Sequence[Known]) -> list[Proposed]:
    """Return a proposal for each row.

    One address of an advert is one application. Else employer and role have to agree, by
    words and not by parts of words, and the days may not lie far apart; an employer alone
    is never enough where the roles differ.
    """
    by_company: dict[str, list[Known]] = defaultdict(list)
    by_url: dict[str, list[Known]] = defaultdict(list)
    for each in known:
        by_company[company_key(each.company)].append(each)
        if each.url:
            by_url[_url_key(each.url)].append(each)
    seen: set[str] = set()
    proposed = []
    for row in rows:
        key = row_key(row)
        if not row.is_usable:
            proposed.append(Proposed(row, Proposal.UNUSABLE))
        elif key in seen:
            proposed.append(Proposed(row, Proposal.REPEATED))
        else:
            proposed.append(_proposed(row, by_company=by_company, by_url=by_url))
        seen.add(key)
    return proposed


def _proposed(
    row: ListRow,
    *,
    by_company: Mapping[str, list[Known]],
    by_url: Mapping[str, list[Known]],
) -> Proposed:
    same = by_url.get(_url_key(row.facts.get("url", "")), [])
    if not same:
        there = by_company.get(company_key(row.facts.get("company", "")), [])
        same = [each for each in there if _fits(row, each)]
    ids = tuple(each.id for each in sorted(same, key=lambda each: _distance(row, each)))
    if not ids:
        return Proposed(row, Proposal.NEW)
    return Proposed(row, Proposal.SAME if len(ids) == 1 else Proposal.UNCLEAR, ids)


def _fits(row: ListRow, known: Known) -> bool:
    if not company_key(known.company):
        return False
    return _is_near(row, known) and role_likeness(
        row.facts.get("role", ""), known.role
    ) >= (_LIKE)


def _is_near(row: ListRow, known: Known) -> bool:
    moment = row.applied_at or row.saved_at
    if moment is None or known.applied_at is None:
        return True
    return abs(moment - known.applied_at) <= NEAR


def _distance(row: ListRow, known: Known) -> tuple[float, timedelta]:
    moment = row.applied_at or row.saved_at
    apart = abs(moment - known.applied_at) if moment and known.applied_at else NEAR
    return (-role_likeness(row.facts.get("role", ""), known.role), apart)


def role_likeness(one: str, other: str) -> float:
    """Return how many of the words of two roles they share, 0..1; an unknown role fits any."""
    first, second = set(role_key(one).split()), set(role_key(other).split())
    if not first or not second:
        return 1.0
    return len(first & second) / len(first | second)


def _url_key(url: str) -> str:
    plain = url.strip().lower().removeprefix("https://").removeprefix("http://")
    return plain.removeprefix("www.").partition("#")[0].rstrip("/")


def row_key(row: ListRow) -> str:
    """Return what a row rests on: equal for the same row in two exports of one list."""
    parts = (
        company_key(row.facts.get("company", "")),
        role_key(row.facts.get("role", "")),
        _url_key(row.facts.get("url", "")),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that a row says happened; `at` is the best day that the row has for it."""

    kind: EventKind
    at: datetime
    is_day_known: bool


def happened(row: ListRow, *, now: datetime) -> list[Happened]:
    """Return what a row says happened, in order: saved, applied, and what its status means.

    A no whose day the list does not know is put on the last day that it does know: it
    happened then or later, and it asks for nothing now.
    """
    found: list[Happened] = []
    if row.saved_at is not None or row.status == EventKind.SAVED:
        found.append(
            Happened(EventKind.SAVED, row.saved_at or now, row.saved_at is not None)
        )
    applied_at = row.applied_at
    if applied_at is not None and row.status != EventKind.SAVED:
        found.append(Happened(EventKind.APPLIED, applied_at, is_day_known=True))
    elif row.status not in {None, EventKind.SAVED}:
        at = row.saved_at or row.updated_at or now
        found.append(Happened(EventKind.APPLIED, at, is_day_known=False))
    if row.status in {None, EventKind.SAVED, EventKind.APPLIED}:
        return found or [Happened(EventKind.SAVED, now, is_day_known=False)]
    assert row.status is not None  # noqa: S101 -- None was answered above
    last = max((each.at for each in found), default=now)
    at = max(row.updated_at or last, last)
    found.append(Happened(row.status, at, is_day_known=row.updated_at is not None))
    return found


def is_news(kind: EventKind, *, there: Iterable[EventKind]) -> bool:
    """Return whether a kind of event adds anything to an application that has these.

    A list knows less than mail does: where mail said no, a list's no is the same one.
    """
    kinds = set(there)
    if kind in kinds:
        return False
    if kind in NO_KINDS:
        return not kinds & NO_KINDS.keys()
    if kind == EventKind.SAVED:
        return not kinds
    if kind == EventKind.APPLIED:
        return EventKind.CONFIRMATION not in kinds
    return True
