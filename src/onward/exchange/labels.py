"""The words for formats, columns and problems of what comes in: the only place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from onward.applications.labels import LAST_WORD, STAGE_LABELS, Words
from onward.applications.models import Application
from onward.applications.rules.kinds import EventKind, Stage
from onward.core.text import one_line
from onward.exchange.rules.list_days import DayOrder
from onward.exchange.rules.list_types import ListFormat
from onward.exchange.rules.list_words import Column
from onward.exchange.rules.proof import ProofField, ProofPart
from onward.exchange.rules.proposals import Proposal
from onward.exchange.rules.tables import TableProblem

FORMAT_LABELS: dict[ListFormat, Words] = {
    ListFormat.ONWARD: _("Onward's own export"),
    ListFormat.LINKEDIN_APPLICATIONS: _("LinkedIn, jobs you applied to"),
    ListFormat.LINKEDIN_SAVED: _("LinkedIn, jobs you saved"),
    ListFormat.HUNTR: _("Huntr"),
    ListFormat.TEAL: _("Teal"),
    ListFormat.JOBSYNC: _("JobSync"),
    ListFormat.OTHER: _("a table of your own"),
}

LAST_DAY_LABELS: dict[EventKind, Words] = {
    EventKind.INTERVIEW: LAST_WORD,
    EventKind.ASSESSMENT: _("Last day for the test or task"),
    EventKind.INFORMATION_REQUEST: _("Last day for what they asked for"),
    EventKind.OFFER: _("Last day to answer the offer"),
}
"""What a day in the calendar is the end of; by what happened it would read as happening then."""

COLUMN_LABELS: dict[Column, Words] = {
    Column.COMPANY: _("Company"),
    Column.ROLE: _("Role"),
    Column.APPLIED: _("Day you applied"),
    Column.SAVED: _("Day you saved it"),
    Column.STATUS: _("Where it stands"),
    Column.UPDATED: _("Day of the last change"),
    Column.DEADLINE: _("Last day to apply"),
    Column.PLACE: _("Place"),
    Column.WORK_MODE: _("On site, hybrid or remote"),
    Column.URL: _("Web address of the advert"),
    Column.SALARY: _("Pay"),
    Column.SOURCE: _("Where you found it"),
    Column.CONTACT: _("Contact"),
    Column.CONTACT_ADDRESS: _("E-mail of the contact"),
    Column.REQUISITION: _("Reference number"),
    Column.NOTE: _("Notes"),
}

ORDER_LABELS: dict[DayOrder, Words] = {
    DayOrder.DAY_FIRST: _("the day first (31/12/2026)"),
    DayOrder.MONTH_FIRST: _("the month first (12/31/2026)"),
}

PROPOSAL_LABELS: dict[Proposal, Words] = {
    Proposal.NEW: _("New"),
    Proposal.SAME: _("You have this one"),
    Proposal.UNCLEAR: _("Several fit"),
    Proposal.REPEATED: _("Twice in the list"),
    Proposal.UNUSABLE: _("Names no company and no role"),
}

PROBLEM_LABELS: dict[TableProblem, Words] = {
    TableProblem.EMPTY: _("This file is empty. Choose another, or export it again."),
    TableProblem.NO_TABLE: _(
        "There is no table in this file. Save it as CSV or .xlsx, with the names of the "
        "columns in the first line, and choose it again."
    ),
    TableProblem.TOO_LARGE: _(
        "This table is larger than 20 MB, or unpacks to very much more. Split it, and "
        "take in one part after the other, or save it as CSV."
    ),
    TableProblem.BROKEN_ZIP: _(
        "This file is damaged or locked. Download or save it again, or unpack it and "
        "choose the table in it."
    ),
    TableProblem.NO_TEXT: _(
        "This file is a picture, a document or another kind of file, and no list; give "
        "a CSV file, an Excel or OpenDocument table (.xlsx, .ods), or the zip of a "
        "LinkedIn export."
    ),
    TableProblem.OLD_OFFICE: _(
        "This is a file of an old office program (.xls), or one with a password. Open it, "
        "save it as .xlsx or CSV without a password, and choose that one."
    ),
    TableProblem.OWN_BACKUP: _(
        "This is a backup of Onward's, and no list. It comes back whole, in place of what "
        "is here, by the command “onward restore”."
    ),
    TableProblem.MAIL: _(
        "This file is mail, and no list. Mail is read under “Mail”: choose it there."
    ),
    TableProblem.NOTHING_KNOWN: _(
        "None of the tables in this file is a list of applications. In a LinkedIn export "
        "it is “Job Applications.csv”; choose that file by itself."
    ),
}

PROOF_LABELS: dict[ProofField, Words] = {
    ProofField.DAY: _("Day"),
    ProofField.COMPANY: _("Company"),
    ProofField.ROLE: _("Role"),
    ProofField.WHAT: _("What was done"),
    ProofField.PLACE: _("Place"),
    ProofField.CHANNEL: _("How you applied"),
    ProofField.REQUISITION: _("Reference number"),
    ProofField.CONTACT: _("Contact"),
    ProofField.URL: _("Advert"),
    ProofField.RESULT: _("Result so far"),
}

PART_LABELS: dict[ProofPart, Words] = {
    ProofPart.APPLICATIONS: _("Applications sent"),
    ProofPart.INTERVIEWS: _("Interviews and tests"),
    ProofPart.FOLLOW_UPS: _("Follow-ups"),
}

_MOST_NAMED = 12
_MOST_COLUMNS = 40


def bare_day_words(column: str) -> str:
    """Return that a column of days was taken for the days of applying; "" for none."""
    if not column:
        return ""
    said = gettext(
        "“%(column)s” is taken for the day you applied. If it is another day, "
        "say which column is what."
    )
    return said % {"column": one_line(column, limit=60)}


def left_columns_words(columns: Sequence[str]) -> str:
    """Return which columns of a list are taken for nothing; "" for none."""
    if not columns:
        return ""
    named = [f"“{one_line(name, limit=60)}”" for name in columns[:_MOST_COLUMNS]]
    said = ngettext(
        "%(n)d column is not taken: %(which)s. If it says something that belongs here, "
        "say which column is what.",
        "%(n)d columns are not taken: %(which)s. If one says something that belongs "
        "here, say which column is what.",
        len(columns),
    )
    which = ", ".join(named) + (" …" if len(columns) > len(named) else "")
    return said % {"n": len(columns), "which": which}


def apart_words(applications: Sequence[Application]) -> list[str]:
    """Return what to call applications of one choice: those of one name with their day.

    Where that is one day, or none is known, the place and the stage tell them apart, and
    a number does where nothing else would.
    """
    names = [str(each) for each in applications]
    for words in (_day_words, lambda each: each.place, _stage_words):
        counts = Counter(names)
        names = [
            f"{name}, {more}" if counts[name] > 1 and (more := words(each)) else name
            for name, each in zip(names, applications, strict=True)
        ]
    counts, told = Counter(names), Counter[str]()
    for at, name in enumerate(names):
        if counts[name] > 1:
            told[name] += 1
            names[at] = f"{name} ({told[name]})"
    return names


def _day_words(application: Application) -> str:
    if application.applied_at is None:
        return gettext("without a day of applying")
    day = date_format(localtime(application.applied_at), "j F Y")
    return gettext("applied on %(day)s") % {"day": day}


def _stage_words(application: Application) -> str:
    return str(STAGE_LABELS[Stage(application.stage)])


def unread_days_words(rows: Sequence[int]) -> str:
    """Return how many days of a list could not be taken, and in which rows; "" for none."""
    if not rows:
        return ""
    said = ngettext(
        "%(n)d day could not be read or has not come yet: %(where)s, counted below "
        "the names of the columns. What else is known is kept, and no day is made up.",
        "%(n)d days could not be read or have not come yet: %(where)s, counted below "
        "the names of the columns. What else is known is kept, and no day is made up.",
        len(rows),
    )
    return said % {"n": len(rows), "where": _where(rows)}


def unknown_statuses_words(found: Mapping[str, Sequence[int]]) -> str:
    """Return which statuses of a list are not known, and in which rows; "" for none."""
    if not found:
        return ""
    named = [
        gettext("“%(status)s” (%(where)s)")
        % {"status": one_line(status, limit=60), "where": _where(rows)}
        for status, rows in list(found.items())[:_MOST_NAMED]
    ]
    said = ngettext(
        "%(n)d status is not known here: %(which)s. What else these rows say is kept.",
        "%(n)d statuses are not known here: %(which)s. What else these rows say is kept.",
        len(found),
    )
    which = ", ".join(named) + (" …" if len(found) > len(named) else "")
    return said % {"n": len(found), "which": which}


def _where(rows: Sequence[int]) -> str:
    named = [str(number) for number in dict.fromkeys(rows)]
    if len(named) > _MOST_NAMED:
        return gettext("rows %(rows)s and others") % {
            "rows": ", ".join(named[:_MOST_NAMED])
        }
    if len(named) == 1:
        return gettext("row %(row)s") % {"row": named[0]}
    return gettext("rows %(rows)s and %(last)s") % {
        "rows": ", ".join(named[:-1]),
        "last": named[-1],
    }
