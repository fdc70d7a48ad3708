"""Reconciling a list with what is there: the same application, a new one, or unclear."""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from onward.applications.rules.kinds import (
    NO_KINDS,
    STAGE_ORDER,
    STAGE_REACHED,
    EventKind,
    Stage,
)
from onward.core.dates import day_in
from onward.exchange.rules.list_words import Column
from onward.exchange.rules.lists import ListRow
from onward.exchange.rules.short_titles import role_likeness
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
    is never enough where the roles differ. Rows of an export of Onward's that were two
    applications there are no repeats, and are never taken for one without asking.
    """
    by_company: dict[str, list[Known]] = defaultdict(list)
    by_url: dict[str, list[Known]] = defaultdict(list)
    for each in known:
        by_company[company_key(each.company)].append(each)
        if each.url:
            by_url[_url_key(each.url)].append(each)
    ids = {str(each.id): each.id for each in known}
    seen: Counter[str] = Counter()
    taken: set[uuid.UUID] = set()
    proposed = []
    for plain in rows:
        key = row_key(plain)
        row = replace(plain, repeat=seen[key])
        seen[key] += 1
        if not row.is_usable:
            found = Proposed(row, Proposal.UNUSABLE)
        elif row.repeat:
            found = Proposed(row, Proposal.REPEATED)
        elif row.own_id in ids:
            found = Proposed(row, Proposal.SAME, (ids[row.own_id],))
        else:
            found = _proposed(row, by_company=by_company, by_url=by_url)
            if row.own_id and taken.intersection(found.candidates):
                found = replace(found, proposal=Proposal.UNCLEAR)
        if found.proposal == Proposal.SAME:
            taken.update(found.candidates)
        proposed.append(found)
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


def _url_key(url: str) -> str:
    plain = url.strip().lower().removeprefix("https://").removeprefix("http://")
    return plain.removeprefix("www.").partition("#")[0].rstrip("/")


def row_key(row: ListRow) -> str:
    """Return what a row rests on: equal for the same row in two exports of one list."""
    parts = [
        company_key(row.facts.get("company", "")),
        role_key(" ".join(row.facts.get("role", "").split())),
        _url_key(row.facts.get("url", "")),
    ]
    if row.own_id:
        parts = ["own", row.own_id]
    if row.repeat:
        parts.append(str(row.repeat))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that a row says happened; `at` is the best day that the row has for it.

    Attributes:
        stage: For MOVED: how far it got, on a day that nobody knows.
        begins_at: When the interview or the test begins that lies ahead.
        named_on: The day that the list names for it, where that had not come.
        mark: What tells it from others of its kind in the row.
    """

    kind: EventKind
    at: datetime
    is_day_known: bool
    stage: Stage | None = None
    begins_at: datetime | None = None
    named_on: date | None = None
    mark: str = ""


def happened(row: ListRow, *, now: datetime) -> list[Happened]:
    """Return what a row says happened, in order: saved, applied, and what its status means.

    What happened on a day that the list does not know is no deed of any day: the
    application is only put at its stage. A no is put on the last day that the list does
    know: it happened then or later. Where it knows none, the application is put away.
    """
    found = _steps(row, now=now)
    if row.is_archived and found[-1].kind != EventKind.ARCHIVED:
        found.append(Happened(EventKind.ARCHIVED, now, is_day_known=True))
    return found


def _steps(row: ListRow, *, now: datetime) -> list[Happened]:
    found: list[Happened] = []
    if row.saved_at is not None or row.status == EventKind.SAVED:
        found.append(
            Happened(EventKind.SAVED, row.saved_at or now, row.saved_at is not None)
        )
    if row.status == EventKind.SAVED:
        return found
    if row.applied_at is not None:
        found.append(Happened(EventKind.APPLIED, row.applied_at, is_day_known=True))
    days = (row.saved_at, row.applied_at, row.updated_at, *row.held_at)
    last = row.status_at or max((day for day in days if day is not None), default=None)
    stage = row.stage or _undated_stage(row)
    if stage is not None:
        named = row.named_on if stage != Stage.APPLIED else None
        found.append(
            Happened(EventKind.MOVED, last or now, False, stage, named_on=named)
        )
    found += _interviews(row, now=now)
    if row.begins_at is not None:
        return found
    if row.status in NO_KINDS and last is None:
        found.append(Happened(EventKind.ARCHIVED, now, is_day_known=False))
    elif row.status in NO_KINDS or _is_dated_step(row):
        assert row.status is not None and last is not None  # noqa: S101, PT018 -- asked above
        found.append(Happened(row.status, last, _is_day_known(row)))
    return found or [Happened(EventKind.SAVED, now, is_day_known=False)]


def _interviews(row: ListRow, *, now: datetime) -> list[Happened]:
    """Return the interviews that a status names before its word, and what lies ahead by it."""
    interview = EventKind.INTERVIEW
    found = [
        Happened(interview, at, is_day_known=True, mark=f"{at:%Y-%m-%d}")
        for at in row.held_at
    ]
    begins = row.begins_at
    if begins is not None:
        at, mark = min(begins, now), f"{begins:%Y-%m-%d}"
        kind = row.status or interview
        found.append(Happened(kind, at, True, begins_at=begins, mark=mark))
    return found


def _is_day_known(row: ListRow) -> bool:
    """Return whether the row knows when its status came: not before an interview it names."""
    told = _day_of_status(row)
    return told is not None and all(at <= told for at in row.held_at)


def _is_dated_step(row: ListRow) -> bool:
    has_day = _day_of_status(row) is not None and row.stage is None
    return _is_step(row) and has_day


def _is_step(row: ListRow) -> bool:
    """Return whether its status is a step after applying, and no no."""
    return row.status is not None and row.status not in {
        EventKind.SAVED,
        EventKind.APPLIED,
        *NO_KINDS,
    }


def _day_of_status(row: ListRow) -> datetime | None:
    """Return the day of what a status says: its own, or the last that the row was changed."""
    # One that names a day to come did not happen when the row was changed.
    is_ahead = Column.STATUS.value in row.ahead
    told = row.status_at or row.begins_at
    return told or (None if is_ahead else row.updated_at)


def _undated_stage(row: ListRow) -> Stage | None:
    """Return how far it got without a day; None where days tell it, or nothing does."""
    if _is_step(row) and _day_of_status(row) is None:
        assert row.status is not None  # noqa: S101 -- a step is a status
        return STAGE_REACHED[row.status]
    # A day to come is no day of applying.
    is_unread = Column.APPLIED.value in set(row.unread).difference(row.ahead)
    has_applied = row.status is not None or is_unread
    return Stage.APPLIED if row.applied_at is None and has_applied else None


def is_plan_news(*, there: Iterable[EventKind], is_one_ahead: bool) -> bool:
    """Return whether what lies ahead by a list is news to an application that has these.

    Mail and the person know better: where something lies ahead already, or a no came, the
    list adds nothing.
    """
    return not is_one_ahead and not set(there) & NO_KINDS.keys()


def at_the_end(
    each: Happened, *, last_moved_at: datetime | None, zone_name: str
) -> Happened:
    """Return what a row says with a no after all that is known of its application.

    A list tells how things stand: a no without its day came after what the ledger has. One
    with a day and no clock came after what happened on that day.
    """
    if each.kind not in NO_KINDS or last_moved_at is None:
        return each
    days = [day_in(at, zone_name=zone_name) for at in (each.at, last_moved_at)]
    if each.at < last_moved_at and (not each.is_day_known or days[0] == days[1]):
        return replace(each, at=last_moved_at)
    return each


def is_news(
    kind: EventKind, *, there: Iterable[EventKind], stage: Stage | None = None
) -> bool:
    """Return whether a kind of event adds anything to an application that has these.

    A list knows less than mail does: where mail said no, a list's no is the same one, and
    a stage without its day never moves an application back.
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
    happened_already = kinds & (STAGE_REACHED.keys() | NO_KINDS.keys())
    if kind == EventKind.ARCHIVED:
        return not happened_already - {EventKind.SAVED}
    if kind == EventKind.MOVED:
        if kinds & NO_KINDS.keys():
            return False
        ranks = (STAGE_ORDER.index(STAGE_REACHED[each]) for each in happened_already)
        return STAGE_ORDER.index(stage or Stage.APPLIED) > max(ranks, default=0)
    return True
