"""By which way each application of the proof of search went out, and in which language it is made."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from django.db.models import Count

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, SourceKind
from onward.applications.rules.undelivered import undelivered
from onward.core.dates import day_in
from onward.core.languages import Language
from onward.core.parts import ROWS_AT_ONCE
from onward.exchange.rules.proof_ways import Sending, Way, way_of
from onward.exchange.rules.proof_words import usual_language
from onward.exchange.rules.sent_online import says_online
from onward.mail.models import MailMessage
from onward.mail.rules.facts.systems import SystemKind, system_by_name
from onward.people.models import Person

_SENT = frozenset({EventKind.APPLIED, EventKind.CONFIRMATION})
_TAKES_APPLICATIONS = frozenset(
    {SystemKind.APPLICANT_TRACKING_SYSTEM, SystemKind.JOB_BOARD}
)


def ways_of(
    person: Person,
    applications: Collection[Application],
    *,
    histories: Mapping[uuid.UUID, list[Event]],
) -> dict[uuid.UUID, Way]:
    """Return the way of each application, by its mail, else by where it was found."""
    sent = {row.pk: _sent(histories.get(row.pk, [])) for row in applications}
    mails = _mails(person, (event for events in sent.values() for event in events))
    sendings = {
        key: list(_sendings(events, mails=mails, zone_name=person.time_zone))
        for key, events in sent.items()
    }
    untold = [
        each.pk
        for told in sendings.values()
        if not any(sending.is_telling for _, sending in told)
        for each, _ in told
    ]
    online = _said_online(person, untold)
    return {
        row.pk: way_of(
            (
                replace(sending, is_online=mail.pk in online)
                for mail, sending in sendings[row.pk]
            ),
            came_through=row.system,
            found_at=row.source,
        )
        for row in applications
    }


def _said_online(person: Person, keys: Sequence[uuid.UUID]) -> set[uuid.UUID]:
    """Return which receipts tell by their words that an application was sent online."""
    if not keys:
        return set()
    own = MailMessage.objects.for_person(person)
    rows = own.filter(pk__in=keys).values_list("pk", "text", "language")
    return {
        key
        for key, text, language in rows.iterator(chunk_size=ROWS_AT_ONCE)
        if says_online(text, language=language)
    }


def _sent(history: list[Event]) -> list[Event]:
    """Return what tells of sending; what came back tells of it where nothing else does."""
    sent = [event for event in history if event.kind in _SENT]
    lost, _ = undelivered(event.as_past() for event in history)
    return [event for event in sent if str(event.pk) not in lost] or sent


def _mails(person: Person, events: Iterable[Event]) -> dict[uuid.UUID, MailMessage]:
    ids = {
        event.source_id
        for event in events
        if event.source_kind == SourceKind.MESSAGE and event.source_id is not None
    }
    rows = MailMessage.objects.for_person(person).only("is_sent", "system")
    return rows.in_bulk(list(ids))


def _sendings(
    events: Iterable[Event],
    *,
    mails: Mapping[uuid.UUID, MailMessage],
    zone_name: str,
) -> Iterator[tuple[MailMessage, Sending]]:
    for event in events:
        mail = mails.get(event.source_id) if event.source_id else None
        if mail is None:
            continue
        on = day_in(event.at, zone_name=zone_name)
        if mail.is_sent:
            yield mail, Sending(on, is_own_mail=True)
        else:
            yield mail, Sending(on, system=_taking(mail.system))


def _taking(name: str) -> str:
    """Return the name of a system that takes applications in; "" for any other."""
    system = system_by_name(name)
    is_one = bool(system.name) and system.kind in _TAKES_APPLICATIONS
    return system.name if is_one else ""


def report_language(person: Person) -> Language:
    """Return the language that the person chose for the report, else that of most of their mail."""
    if person.report_language in set(Language):
        return Language(person.report_language)
    mails = (
        MailMessage.objects.for_person(person)
        .filter(is_sent=False)
        .values_list("language")
        .annotate(n=Count("pk"))
    )
    return usual_language(dict(mails))


def remember_language(person: Person, language: Language) -> None:
    """Keep the language that the person chose for the report, for the next ones too."""
    person.report_language = language.value
    person.save(update_fields=["report_language"])
