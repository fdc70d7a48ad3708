"""Lists of applications from other programs: which one it is, and what a row says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from onward.applications.rules.days import DayProblem, day_problem
from onward.applications.rules.facts import WorkMode, is_well_formed
from onward.applications.rules.kinds import PLANNED_KINDS, EventKind, Stage
from onward.core.dates import day_in, zone
from onward.exchange.rules.export import APPLICATION_FIELDS
from onward.exchange.rules.list_days import NOTHING, NUMBERED, DayOrder, moment
from onward.exchange.rules.list_status import name_in, plain_letters, status_of
from onward.exchange.rules.list_types import ListFormat, Table
from onward.exchange.rules.list_words import BARE_DAYS, NAMES, PARTS, Column
from onward.exchange.rules.status_days import status_days

# Each format is known by columns that no other has, and says what they mean.
_SIGNS: tuple[tuple[ListFormat, frozenset[str]], ...] = (
    (
        ListFormat.ONWARD,
        frozenset({"stage", "reached", "no_kind", "last_moved_at", "is_archived"}),
    ),
    (
        ListFormat.LINKEDIN_APPLICATIONS,
        frozenset({"application date", "company name", "job title"}),
    ),
    (ListFormat.LINKEDIN_SAVED, frozenset({"saved date", "job title", "company name"})),
    (ListFormat.JOBSYNC, frozenset({"applieddate", "jobtitle", "jobsource"})),
    (ListFormat.TEAL, frozenset({"company_name", "applied_at", "role"})),
    (ListFormat.HUNTR, frozenset({"companyname", "listname", "title"})),
    (ListFormat.HUNTR, frozenset({"employer", "job title", "list"})),
)

_REMOTE = {
    "remote": WorkMode.REMOTE,
    "hybrid": WorkMode.HYBRID,
    "on-site": WorkMode.ON_SITE,
    "onsite": WorkMode.ON_SITE,
    "on site": WorkMode.ON_SITE,
    "in office": WorkMode.ON_SITE,
}

_FACT_COLUMNS: dict[Column, str] = {
    Column.COMPANY: "company",
    Column.ROLE: "role",
    Column.PLACE: "place",
    Column.URL: "url",
    Column.SALARY: "salary",
    Column.SOURCE: "source",
    Column.CONTACT: "contact_name",
    Column.CONTACT_ADDRESS: "contact_address",
    Column.REQUISITION: "requisition",
}

_OF_DAYS = (Column.APPLIED, Column.SAVED, Column.UPDATED, Column.DEADLINE)
_OWN = frozenset(APPLICATION_FIELDS)
_WORD = re.compile(r"\w+")
_AROUND = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True, slots=True)
class ListRow:
    """What one row of a list says of one application.

    Attributes:
        number: Place of the row in its table, from 1.
        facts: What a DESCRIBED event may carry, well formed.
        saved_at, applied_at, updated_at: Aware; None where no day could be read.
        status: What its status says happened, or None.
        status_at, begins_at, named_on, held_at: The days that the status names; see
            `StatusDays`.
        unread: Names of the columns whose words could not be understood.
        ahead: Those of them whose day had not come when the list was kept.
        unknown_status: The words of a status that is not known.
        stage: How far it got, where the list tells that beside its status.
        is_archived: It was put away.
        own_id: Which application it is, in an export of Onward's.
        repeat: How many rows before it say the same employer, role and address.
    """

    number: int
    facts: Mapping[str, str]
    saved_at: datetime | None = None
    applied_at: datetime | None = None
    updated_at: datetime | None = None
    status: EventKind | None = None
    status_at: datetime | None = None
    begins_at: datetime | None = None
    named_on: date | None = None
    held_at: tuple[datetime, ...] = ()
    note: str = ""
    unread: tuple[str, ...] = field(default=())
    ahead: tuple[str, ...] = field(default=())
    unknown_status: str = ""
    stage: Stage | None = None
    is_archived: bool = False
    own_id: str = ""
    repeat: int = 0

    @property
    def is_usable(self) -> bool:
        """Return whether it names a company or a role at all."""
        return bool(self.facts.get("company") or self.facts.get("role"))

    @property
    def is_hour_missing(self) -> bool:
        """Return whether it names an interview or a test that lies ahead, without its hour."""
        is_ahead = Column.STATUS.value in self.ahead
        return is_ahead and self.status in PLANNED_KINDS


def format_of(columns: Iterable[str]) -> ListFormat:
    """Return whose list a table with these columns is."""
    names = {_folded(name) for name in columns}
    for form, signs in _SIGNS:
        if signs <= names:
            return form
    return ListFormat.OTHER


def mapping_of(columns: Sequence[str]) -> dict[Column, int]:
    """Return which column is taken for what, by its name; what is not found is left out."""
    folded = [_folded(name) for name in columns]
    mapping: dict[Column, int] = {}
    for is_whole in (True, False):
        for column, names in NAMES.items():
            if column in mapping:
                continue
            place = _place(folded, names, taken=mapping.values(), is_whole=is_whole)
            if place is not None:
                mapping[column] = place
    if format_of(columns) == ListFormat.LINKEDIN_APPLICATIONS:
        # The address there is the applicant's own.
        mapping.pop(Column.CONTACT_ADDRESS, None)
    return mapping


def bare_day(columns: Sequence[str], mapping: Mapping[Column, int]) -> str:
    """Return the column taken for the day of applying whose name only says that it is a day.

    Returns:
        Its name as it stands in the list; "" where the name says more, or none is taken.
    """
    place = mapping.get(Column.APPLIED)
    name = "" if place is None else columns[place].strip()
    return name if _folded(name) in BARE_DAYS else ""


def left_columns(table: Table, mapping: Mapping[Column, int]) -> list[str]:
    """Return the names of the columns that are taken for nothing, though they say something."""
    taken = set(mapping.values())
    if format_of(table.columns) == ListFormat.ONWARD:
        taken |= {at for at, name in enumerate(table.columns) if name in _OWN}
    return [
        name.strip()
        for place, name in enumerate(table.columns)
        if place not in taken
        and name.strip()
        and any(_cell(row[place]) for row in table.rows)
    ]


def _place(
    folded: Sequence[str],
    names: Sequence[str],
    *,
    taken: Iterable[int],
    is_whole: bool,
) -> int | None:
    used = set(taken)
    for name in names:
        for place, column in enumerate(folded):
            is_part = name in PARTS and name in _WORD.findall(column)
            fits = column == name if is_whole else is_part
            if fits and place not in used:
                return place
    return None


def day_order(
    table: Table, mapping: Mapping[Column, int], *, usual: DayOrder | None = None
) -> DayOrder | None:
    """Return how the days of a table are read, or None where both ways fit and nobody says.

    Args:
        usual: What holds where the numbers do not decide.
    """
    firsts, seconds = [], []
    for column in (*_OF_DAYS, Column.STATUS):
        if column not in mapping:
            continue
        # A status names its day behind other words.
        look = NUMBERED.search if column is Column.STATUS else NUMBERED.match
        for row in table.rows:
            found = look(row[mapping[column]].strip())
            if found and len(found.group(1)) <= 2:
                if "." in found.group():
                    return DayOrder.DAY_FIRST
                firsts.append(int(found.group(1)))
                seconds.append(int(found.group(2)))
    if not firsts:
        return usual or DayOrder.DAY_FIRST
    if max(firsts) > 12:
        return DayOrder.DAY_FIRST
    if max(seconds) > 12:
        return DayOrder.MONTH_FIRST
    return usual


USUAL_ORDER: dict[ListFormat, DayOrder] = {
    ListFormat.LINKEDIN_APPLICATIONS: DayOrder.MONTH_FIRST,
    ListFormat.LINKEDIN_SAVED: DayOrder.MONTH_FIRST,
}
"""What is known of a format: LinkedIn writes 11/20/24, 8:15 AM."""


def read_rows(
    table: Table,
    *,
    form: ListFormat,
    mapping: Mapping[Column, int],
    order: DayOrder,
    zone_name: str,
    now: datetime,
) -> list[ListRow]:
    """Return what each row of a table says, in order; what cannot be read is named in it.

    Args:
        now: What a row says was done lies before it: a list knows of no deed to come.
    """
    return [
        _row(
            number,
            cells,
            form=form,
            mapping=mapping,
            order=order,
            zone_name=zone_name,
            now=now,
        )
        for number, cells in enumerate(table.rows, start=1)
    ]


def _row(
    number: int,
    cells: Sequence[str],
    *,
    form: ListFormat,
    mapping: Mapping[Column, int],
    order: DayOrder,
    zone_name: str,
    now: datetime,
) -> ListRow:
    words = {column: _cell(cells[place]) for column, place in mapping.items()}
    unread: list[str] = []
    ahead: list[str] = []
    today = day_in(now, zone_name=zone_name)

    def day(column: Column) -> datetime | None:
        found = moment(words.get(column, ""), order=order, zone_name=zone_name)
        if found is None and words.get(column):
            unread.append(column.value)
        return found

    def leave_out(column: Column, problem: DayProblem) -> None:
        unread.append(column.value)
        if problem == DayProblem.AHEAD:
            ahead.append(column.value)

    def past(column: Column, found: datetime | None) -> datetime | None:
        if found is None:
            return None
        problem = day_problem(day_in(found, zone_name=zone_name), today=today)
        if problem is None:
            return min(found, now)
        leave_out(column, problem)
        return None

    said = words.get(Column.STATUS, "")
    status = _status(said, form=form)
    unknown = _unknown_status(said)
    if unknown:
        unread.append(Column.STATUS.value)
    deadline = day(Column.DEADLINE)
    saved, applied, updated = (
        past(column, day(column))
        for column in (Column.SAVED, Column.APPLIED, Column.UPDATED)
    )
    days = status_days(
        said,
        status=status,
        order=order,
        begun=applied or saved,
        zone_name=zone_name,
        now=now,
    )
    if days.problem is not None:
        leave_out(Column.STATUS, days.problem)
    is_told_by_status = status == EventKind.APPLIED and not words.get(Column.APPLIED)
    return ListRow(
        number=number,
        facts=_facts(words, deadline=deadline, zone_name=zone_name),
        saved_at=saved,
        applied_at=days.at if is_told_by_status else applied,
        updated_at=updated,
        status=status,
        status_at=days.at,
        begins_at=days.begins_at,
        named_on=days.named_on,
        held_at=days.held_at,
        note=words.get(Column.NOTE, "")[:20_000],
        unread=tuple(unread),
        ahead=tuple(ahead),
        unknown_status=unknown,
    )


def _status(said: str, *, form: ListFormat) -> EventKind | None:
    if form == ListFormat.LINKEDIN_SAVED:
        return EventKind.SAVED
    is_sent = form == ListFormat.LINKEDIN_APPLICATIONS
    return status_of(said) or (EventKind.APPLIED if is_sent else None)


def _unknown_status(said: str) -> str:
    return name_in(said) if status_of(said) is None else ""


def _cell(text: str) -> str:
    text = " ".join(text.split()) if len(text) < 300 else text.strip()
    return "" if text.lower() in NOTHING else text


def _facts(
    words: Mapping[Column, str], *, deadline: datetime | None, zone_name: str
) -> dict[str, str]:
    facts = {
        name: words[column]
        for column, name in _FACT_COLUMNS.items()
        if words.get(column)
    }
    mode = _REMOTE.get(words.get(Column.WORK_MODE, "").lower())
    if mode is not None:
        facts["work_mode"] = mode.value
    if deadline is not None:
        facts["deadline"] = deadline.astimezone(zone(zone_name)).date().isoformat()
    if facts.get("url") and not facts["url"].startswith(("http://", "https://")):
        facts["url"] = f"https://{facts['url']}"
    return {name: value for name, value in facts.items() if is_well_formed(name, value)}


def rows_with_unread_days(rows: Iterable[ListRow]) -> list[int]:
    """Return the number of the row for each day that could not be taken, in order."""
    return [
        row.number
        for row in rows
        for name in row.unread
        if name in {*_OF_DAYS, *row.ahead}
    ]


def unknown_statuses(rows: Iterable[ListRow]) -> dict[str, list[int]]:
    """Return the numbers of the rows of each status that is not known, in order."""
    found: dict[str, list[int]] = {}
    for row in rows:
        if row.unknown_status:
            found.setdefault(row.unknown_status, []).append(row.number)
    return found


def _folded(name: str) -> str:
    """Return the name of a column without case, accents and what stands around it: "Pay (€)"."""
    folded = plain_letters(name)
    return _AROUND.sub("", folded) or folded
