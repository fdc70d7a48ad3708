"""Recording a no by hand: which application is meant, and what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, NoKind, Stage
from onward.applications.rules.listing import Show, Wanted
from onward.applications.services import (
    EventDraft,
    add_event,
    commit_events,
    find_applications,
)
from onward.core.ids import uuid7
from onward.core.nearness import near_names
from onward.core.text import search_fold
from onward.people.models import Person

_WORD = re.compile(r"\w+")

HAND_KINDS: dict[NoKind, EventKind] = {
    NoKind.THEY_SAID_NO: EventKind.REJECTION,
    NoKind.I_SAID_NO: EventKind.WITHDRAWAL,
    NoKind.JOB_WENT_AWAY: EventKind.POSITION_CLOSED,
    NoKind.WENT_QUIET: EventKind.SILENCE,
}
"""What each kind of no is recorded as when a person says it in one word."""

_LIKELIEST = ("-is_open", F("last_moved_at").desc(nulls_last=True), "pk")


def meant(person: Person, *, company: str, role: str = "") -> list[Application]:
    """Return the applications that these words can mean, the likeliest group only.

    The whole name wins over a part of it, and what is open over what is closed. Where no
    employer is called so, it is found as every search finds it.
    """
    name = search_fold(company)
    found = Application.objects.for_person(person).filter(
        merged_into=None, company_sort__contains=name
    )
    for word in search_fold(role).split():
        found = found.filter(search_text__contains=word)
    likely = list(found.order_by(*_LIKELIEST))
    likely = likely or _searched(person, words=f"{company} {role}".strip())
    likely = [a for a in likely if a.company_sort == name[:200]] or likely
    return [a for a in likely if a.is_open] or likely


def _searched(person: Person, *, words: str) -> list[Application]:
    """Return what a search for whole words finds; a word that is near to one is asked about."""
    said = _WORD.findall(search_fold(words))
    return [
        application
        for show in (Show.SHELF, Show.ARCHIVED)
        for application in find_applications(
            person, wanted=Wanted(search=words, show=show)
        )
        if _is_said(said, told=_WORD.findall(application.search_text))
    ]


def _is_said(said: Sequence[str], *, told: Sequence[str]) -> bool:
    """Say whether the words stand there whole, or run together as an address has them."""
    return set(said) <= set(told) or "".join(said) in told


def may_be_meant(person: Person, *, company: str) -> list[Application]:
    """Return the applications whose employer is called nearly so, the nearest name first."""
    own = Application.objects.for_person(person).filter(merged_into=None)
    by_name: dict[str, list[Application]] = {}
    for application in own.order_by(*_LIKELIEST):
        by_name.setdefault(application.company, []).append(application)
    return [each for name in near_names(company, by_name) for each in by_name[name]]


@transaction.atomic
def record_no(
    person: Person,
    application: Application | None,
    *,
    facts: Mapping[str, str],
    kind: NoKind,
    at: datetime,
    now: datetime,
) -> Event:
    """Record a no by hand; without an application, one is made of the facts.

    The new one and its no are one batch, undone in one press. Who says no to an offer
    declines it.
    """
    if application is not None:
        said = HAND_KINDS[kind]
        if kind == NoKind.I_SAID_NO and application.stage == Stage.OFFER:
            said = EventKind.OFFER_DECLINED
        return add_event(person, application, kind=said, at=at, now=now)
    application, batch = Application.objects.create(person=person), uuid7()
    described = {name: value.strip() for name, value in facts.items() if value.strip()}
    drafts = [
        EventDraft(
            application_id=application.pk,
            kind=event_kind,
            at=moment,
            decided_by=DecidedBy.PERSON,
            payload=payload,
            batch=batch,
        )
        for event_kind, moment, payload in (
            (EventKind.DESCRIBED, now, described),
            (HAND_KINDS[kind], at, {}),
        )
    ]
    return commit_events(person, drafts, now=now)[-1]
