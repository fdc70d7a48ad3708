"""Lists of applications from other programs: which one it is, and what a row says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from onward.applications.rules.facts import WorkMode, is_well_formed
from onward.applications.rules.kinds import EventKind
from onward.core.dates import zone
from onward.exchange.rules.list_status import name_in, plain_letters
from onward.exchange.rules.list_status import status_of as status_of
from onward.exchange.rules.list_words import BARE_DAYS, NAMES, PARTS
from onward.exchange.rules.list_words import Column as Column
from onward.exchange.rules.tables import Table


class ListFormat(StrEnum):
    """Whose list a table is."""

    LINKEDIN_APPLICATIONS = "linkedin_applications"
    LINKEDIN_SAVED = "linkedin_saved"
    HUNTR = "huntr"
    TEAL = "teal"
    JOBSYNC = "jobsync"
    OTHER = "other"


class DayOrder(StrEnum):
    """How a day such as 3/4/2026 is read."""

    MONTH_FIRST = "month_first"
    DAY_FIRST = "day_first"


# Each format is known by columns that no other has, and says what they mean.
_SIGNS: tuple[tuple[ListFormat, frozenset[str]], ...] = (
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
_NOTHING = frozenset({"", "n/a", "na", "none", "null", "-", "–", "unknown"})

_WORD = re.compile(r"\w+")
_AROUND = re.compile(r"^\W+|\W+$")

_NUMBERS = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?\s*(am|pm)?", re.IGNORECASE)
_WORDS = ("%d %b %Y", "%b %d, %Y", "%d %B %Y", "%B %d, %Y", "%b %d %Y", "%d. %B %Y")


@dataclass(frozen=True, slots=True)
class ListRow:
    """What one row of a list says of one application.

    Attributes:
        number: Place of the row in its table, from 1.
        facts: What a DESCRIBED event may carry, well formed.
        saved_at, applied_at, updated_at: Aware; None where no day could be read.
        status: What its status says happened, or None.
        unread: Names of the columns whose words could not be understood.
        unknown_status: The words of a status that is not known.
    """

    number: int
    facts: Mapping[str, str]
    saved_at: datetime | None = None
    applied_at: datetime | None = None
    updated_at: datetime | None = None
    status: EventKind | None = None
    note: str = ""
    unread: tuple[str, ...] = field(default=())
    unknown_status: str = ""

    @property
    def is_usable(self) -> bool:
        """Return whether it names a company or a role at all."""
        return bool(self.facts.get("company") or self.facts.get("role"))


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
    for column in (Column.APPLIED, Column.SAVED, Column.UPDATED, Column.DEADLINE):
        if column not in mapping:
            continue
        for row in table.rows:
            found = _NUMBERS.match(row[mapping[column]].strip())
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


def moment(text: str, *, order: DayOrder, zone_name: str) -> datetime | None:
    """Return the moment that a cell names, aware; noon where it has only a day.

    What names no zone is by the person's own clock.
    """
    text = text.strip()
    if text.lower() in _NOTHING:
        return None
    exact = _exact(text)
    if exact is not None:
        return exact if exact.tzinfo else _local(exact, zone_name=zone_name)
    day = _day(text, order=order)
    if day is None:
        return None
    return _local(datetime.combine(day, _clock(text)), zone_name=zone_name)


def _local(naive: datetime, *, zone_name: str) -> datetime:
    return naive.replace(tzinfo=zone(zone_name))


def _exact(text: str) -> datetime | None:
    text = text.removesuffix(" UTC") + ("+00:00" if text.endswith(" UTC") else "")
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        return None
    if len(text) <= 10:
        return datetime.combine(value.date(), time(12))
    return value


def _day(text: str, *, order: DayOrder) -> date | None:
    found = _NUMBERS.match(text)
    if found:
        # With full stops the day comes first everywhere.
        has_stops = "." in found.group()
        return _numbered(
            found.groups(), order=DayOrder.DAY_FIRST if has_stops else order
        )
    for length in (2, 3):
        words = " ".join(text.split()[:length])
        for form in _WORDS:
            try:
                return datetime.strptime(words, form).date()  # noqa: DTZ007 -- a day
            except ValueError:
                continue
    return None


def _numbered(parts: Sequence[str], *, order: DayOrder) -> date | None:
    one, two, three = (int(part) for part in parts)
    if len(parts[0]) == 4:
        year, month, day = one, two, three
    elif order == DayOrder.MONTH_FIRST:
        month, day, year = one, two, three
    else:
        day, month, year = one, two, three
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _clock(text: str) -> time:
    found = _CLOCK.search(text)
    if not found:
        return time(12)
    hour, minute = int(found.group(1)), int(found.group(2))
    half = (found.group(3) or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else time(12)


def read_rows(
    table: Table,
    *,
    form: ListFormat,
    mapping: Mapping[Column, int],
    order: DayOrder,
    zone_name: str,
) -> list[ListRow]:
    """Return what each row of a table says, in order; what cannot be read is named in it."""
    return [
        _row(
            number, cells, form=form, mapping=mapping, order=order, zone_name=zone_name
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
) -> ListRow:
    words = {column: _cell(cells[place]) for column, place in mapping.items()}
    unread: list[str] = []

    def day(column: Column) -> datetime | None:
        found = moment(words.get(column, ""), order=order, zone_name=zone_name)
        if found is None and words.get(column):
            unread.append(column.value)
        return found

    said = words.get(Column.STATUS, "")
    status = status_of(said)
    unknown = name_in(said) if status is None else ""
    if unknown:
        unread.append(Column.STATUS.value)
    if form == ListFormat.LINKEDIN_SAVED:
        status = EventKind.SAVED
    elif form == ListFormat.LINKEDIN_APPLICATIONS and status is None:
        status = EventKind.APPLIED
    return ListRow(
        number=number,
        facts=_facts(words, deadline=day(Column.DEADLINE), zone_name=zone_name),
        saved_at=day(Column.SAVED),
        applied_at=day(Column.APPLIED),
        updated_at=day(Column.UPDATED),
        status=status,
        note=words.get(Column.NOTE, "")[:20_000],
        unread=tuple(unread),
        unknown_status=unknown,
    )


def _cell(text: str) -> str:
    text = " ".join(text.split()) if len(text) < 300 else text.strip()
    return "" if text.lower() in _NOTHING else text


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
    """Return the number of the row for each day that could not be read, in order."""
    return [row.number for row in rows for name in row.unread if name in _DAY_COLUMNS]


def unknown_statuses(rows: Iterable[ListRow]) -> dict[str, list[int]]:
    """Return the numbers of the rows of each status that is not known, in order."""
    found: dict[str, list[int]] = {}
    for row in rows:
        if row.unknown_status:
            found.setdefault(row.unknown_status, []).append(row.number)
    return found


_DAY_COLUMNS = frozenset(
    column.value
    for column in (Column.APPLIED, Column.SAVED, Column.UPDATED, Column.DEADLINE)
)


def _folded(name: str) -> str:
    """Return the name of a column without case, accents and what stands around it: "Pay (€)"."""
    folded = plain_letters(name)
    return _AROUND.sub("", folded) or folded
