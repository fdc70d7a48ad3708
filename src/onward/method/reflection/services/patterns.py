"""Patterns over the whole search, from the ledger and what was sent."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.db.models.functions import Coalesce

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, NoKind, Stage
from onward.core.dates import zone
from onward.documents.rules.kinds import DocumentKind
from onward.documents.services import adverts_that_count, versions_sent
from onward.mail.rules.facts.systems import SystemKind, system_by_name
from onward.mail.rules.facts.titles.role import role_key
from onward.matching.services import tailorings_so_far
from onward.method.reflection.models import Reflection
from onward.method.reflection.rules.asking import Answer, Question
from onward.method.reflection.rules.patterns import (
    By,
    Case,
    Outcome,
    Pattern,
    patterns,
)
from onward.people.models import Person

RESOLVED_AFTER = timedelta(days=30)
"""Silence of this length counts as an answer: hardly any like it turned into an interview."""

_ANSWERED = frozenset({Stage.REPLIED, Stage.ASSESSMENT, Stage.INTERVIEW})
_TALKED = frozenset({Stage.INTERVIEW, Stage.OFFER, Stage.ACCEPTED})
_AGES = (31, 8, 3, 0)


def cases(
    person: Person, *, now: datetime, most_read: int | None = None
) -> tuple[list[Case], int]:
    """Return every application that is resolved: answered, ended, or silent for 30 days.

    With them comes for how many of them the advert is still to be read. Fresh ones are left out: counting them as unanswered would make every rate too low.
    What the person withdrew unanswered says nothing about the others, and is left out too.

    Args:
        most_read: So many adverts are read here, the rest by a worker; None for all.
    """
    own = Application.objects.for_person(person).filter(
        merged_into=None, applied_at__isnull=False
    )
    rows = [row for row in own.defer("search_text") if _is_resolved(row, now=now)]
    interviews = _interviewed(person)
    sent = versions_sent(person)
    resumes = {
        key: next((s for s in many if s.kind == DocumentKind.RESUME), None)
        for key, many in sent.items()
    }
    said = _said_tailored(person)
    read, unread = tailorings_so_far(person, only=rows, most=most_read, sent=sent)
    posted = _posted(person)
    found = []
    for row in rows:
        groups = _plain_groups(person, row)
        resume = resumes.get(row.pk)
        if resume is not None:
            groups[By.RESUME] = f"{resume.title} ({resume.number})"
        answer = said.get(row.pk)
        if answer is not None and answer != Answer.NOT_MINE:
            groups[By.SAID_TAILORED] = answer.value
        tailoring = read.get(row.pk)
        if tailoring is not None and tailoring.is_tailored is not None:
            groups[By.TAILORED] = "yes" if tailoring.is_tailored else "no"
        age = _age(row, posted.get(row.pk))
        if age is not None:
            groups[By.ADVERT_AGE] = age
        talked = row.pk in interviews or Stage(row.reached) in _TALKED
        answered = talked or Stage(row.reached) in _ANSWERED
        found.append(Case(groups, answered=answered, interviewed=talked))
    return found, unread


def _said_tailored(person: Person) -> dict[uuid.UUID, Answer]:
    """Return what was said of tailoring by application; of those joined its own word counts."""
    rows = Reflection.objects.for_person(person).annotate(
        head=Coalesce("application__merged_into", "application")
    )
    found: dict[uuid.UUID, Answer] = {}
    for row in sorted(
        rows.order_by("at"), key=lambda row: row.application_id == row.head
    ):
        if answer := row.answer(Question.TAILORED):
            found[row.head] = answer
    return found


def _is_resolved(row: Application, *, now: datetime) -> bool:
    reached = Stage(row.reached)
    if reached in _ANSWERED | _TALKED:
        return True
    if row.no_kind == NoKind.I_SAID_NO:
        return False
    if row.no_kind:
        return True
    assert row.applied_at is not None  # noqa: S101 -- the query asked for it
    return now - row.applied_at >= RESOLVED_AFTER


def _interviewed(person: Person) -> set[uuid.UUID]:
    events = Event.objects.for_person(person).filter(
        kind=EventKind.INTERVIEW, voided_by=None
    )
    heads = events.annotate(head=Coalesce("application__merged_into", "application"))
    return set(heads.values_list("head", flat=True))


def _plain_groups(person: Person, row: Application) -> dict[By, str]:
    groups: dict[By, str] = {}
    # A tracking system is the employer's own form: nobody found the opening there.
    is_board = system_by_name(row.system).kind is SystemKind.JOB_BOARD
    source = row.source or (row.system if is_board else "")
    if source:
        groups[By.SOURCE] = source
    role = role_key(row.role)
    if role:
        groups[By.ROLE] = role
    if row.referral:
        groups[By.REFERRAL] = row.referral
    assert row.applied_at is not None  # noqa: S101 -- the query asked for it
    day = row.applied_at.astimezone(zone(person.time_zone))
    groups[By.WEEKDAY] = str(day.weekday())
    return groups


def _posted(person: Person) -> dict[uuid.UUID, datetime]:
    """Return when each application's advert was posted, by the newest that says so."""
    return {
        head: datetime.combine(days[0], time.min, tzinfo=UTC)
        for head, kept in adverts_that_count(person, fields=("posted_on",)).items()
        if (days := [each.posted_on for each in kept if each.posted_on])
    }


def _age(row: Application, posted: datetime | None) -> str | None:
    if posted is None or row.applied_at is None or row.applied_at < posted:
        return None
    days = (row.applied_at - posted).days
    return str(next(least for least in _AGES if days >= least))


@dataclass(frozen=True, slots=True)
class PatternPage:
    """All patterns for one outcome.

    Attributes:
        resolved: How many applications they rest on.
        compared: How many comparisons were made.
        unread: For how many of them the advert is still to be read; no group of résumés
            that answered theirs has these.
    """

    outcome: Outcome
    resolved: int
    compared: int
    unread: int
    patterns: list[Pattern]


def pattern_page(
    person: Person, *, outcome: Outcome, now: datetime, most_read: int | None = None
) -> PatternPage:
    """Return the patterns of a search for an outcome, as they stand now.

    Args:
        most_read: So many adverts are read here, the rest by a worker; None for all.
    """
    found, unread = cases(person, now=now, most_read=most_read)
    shown = patterns(found, outcome=outcome)
    compared = sum(pattern.comparison is not None for pattern in shown)
    return PatternPage(outcome, len(found), compared, unread, shown)
