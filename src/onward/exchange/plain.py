"""Taking a list in on the command line: the same steps, told in lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from onward.applications.models import Application
from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode
from onward.core.languages import Language
from onward.exchange.labels import (
    FORMAT_LABELS,
    PROBLEM_LABELS,
    PROPOSAL_LABELS,
    bare_day_words,
    left_columns_words,
    unknown_statuses_words,
    unread_days_words,
)
from onward.exchange.models import ImportedList
from onward.exchange.pdf import proof_pdf
from onward.exchange.rules.list_days import DayOrder
from onward.exchange.rules.list_types import ListFormat
from onward.exchange.rules.lists import (
    bare_day,
    left_columns,
    rows_with_unread_days,
    unknown_statuses,
)
from onward.exchange.rules.proof import USUAL, USUAL_PARTS, ProofField, ProofPart
from onward.exchange.rules.proposals import Proposed
from onward.exchange.rules.tables import UnreadableTableError
from onward.exchange.services import (
    keep_lists,
    proof,
    proof_csv,
    proposals,
    read_as,
    report_language,
    take_in_alone,
)
from onward.people.alone import alone_for
from onward.people.services import local_person


def take_in_file(
    name: str, data: bytes, *, days: str | None, is_dry: bool
) -> list[str]:
    """Tell what becomes of each list in a file; a dry run shows each row, and records nothing.

    Raises:
        Stop: If there is no list in it, or nobody says how its days are read.
    """
    now, person = timezone.now(), local_person()
    told: list[str] = []
    try:
        # A reading of mail that has it writes: whoever writes already could never wait for it.
        with alone_for(person), transaction.atomic():
            for kept in keep_lists(person, name=name, data=data, now=now):
                _settle_days(kept, days)
                told += _told(kept, is_dry=is_dry, now=now)
            if is_dry:
                transaction.set_rollback(True)
    except UnreadableTableError as error:
        raise Stop(str(PROBLEM_LABELS[error.problem]), ExitCode.UNREADABLE) from error
    return told


def _settle_days(kept: ImportedList, days: str | None) -> None:
    if days is not None:
        order = DayOrder(days.replace("-", "_"))
        read_as(kept, mapping=kept.columns_by_meaning, order=order)
    if kept.is_ready:
        return
    if not kept.day_order:
        raise Stop(
            _(
                "The days in %(name)s can be read in two ways. Say which: "
                "--days day-first or --days month-first."
            )
            % {"name": kept.name},
            ExitCode.USAGE,
        )
    raise Stop(
        _(
            "No column of %(name)s is a company or a role. Say which in the app: In and out."
        )
        % {"name": kept.name},
        ExitCode.UNREADABLE,
    )


def _told(kept: ImportedList, *, is_dry: bool, now: datetime) -> Iterator[str]:
    found = proposals(kept)
    form = FORMAT_LABELS[ListFormat(kept.format)]
    yield f"{kept.name}: {len(found)} rows, {form}"
    bare = bare_day_words(bare_day(kept.columns, kept.columns_by_meaning))
    left = left_columns_words(left_columns(kept.table, kept.columns_by_meaning))
    unread = unread_days_words(rows_with_unread_days(each.row for each in found))
    unknown = unknown_statuses_words(unknown_statuses(each.row for each in found))
    yield from (f"  {said}" for said in (bare, left, unread, unknown) if said)
    if is_dry:
        yield from (_line(each) for each in found)
    taken = take_in_alone(kept, now=now)
    yield f"  New           {taken.new}"
    yield f"  Known before  {taken.same}"
    yield f"  Closed now    {taken.closed}"
    yield f"  Left out      {taken.left_out}"


def _line(each: Proposed) -> str:
    facts = each.row.facts
    what = f"{facts.get('company', '?')} · {facts.get('role', '?')}"
    return f"  {PROPOSAL_LABELS[each.proposal]!s:24} {what}"


def proof_file(
    first: date,
    last: date,
    *,
    name: str,
    with_results: bool,
    with_follow_ups: bool,
    language: Language | None = None,
    is_pdf: bool,
) -> tuple[bytes, list[str], list[str]]:
    """Return the report of a period as a PDF, or as a CSV table in UTF-8, and what it leaves out.

    Left out is an interview or a test whose day is not known, and that an application was
    sent of which no day is known: the applications are named, the ones and the others.

    Args:
        language: Of the report; without it, the one that the person chose, or that of most
            of their mail.
    """
    person = local_person()
    fields = {*USUAL, *({ProofField.RESULT} if with_results else ())}
    follow_ups = (ProofPart.FOLLOW_UPS,) if with_follow_ups else ()
    report = proof(
        person,
        first=first,
        last=last,
        fields=fields,
        parts=(*USUAL_PARTS, *follow_ups),
        language=language or report_language(person),
        now=timezone.now(),
    )
    undated = [str(application) for application in report.undated]
    unsent = [_unsent(application, day) for application, day in report.unsent_days]
    if is_pdf:
        return proof_pdf(report, name=name), undated, unsent
    return "".join(proof_csv(report)).encode(), undated, unsent


def _unsent(application: Application, day: date | None) -> str:
    if day is None:
        return str(application)
    said = _(
        "%(application)s (their mail names %(day)s: enter it, or press it on the page)"
    )
    return said % {"application": application, "day": day.isoformat()}
