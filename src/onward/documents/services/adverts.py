"""Keeping adverts: take a snapshot, read it, put it right, find the one that counts."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.services import (
    EventDraft,
    commit_events,
    take_back,
    timeline_events,
)
from onward.core.text import one_line
from onward.documents import blobs
from onward.documents.models import Advert
from onward.documents.rules.kinds import (
    AdvertSource,
    FileFormat,
    Problem,
    ReadBy,
    ReadState,
)
from onward.documents.rules.names import file_name as safe_name
from onward.documents.services.library import clean, drop_unused, first_state
from onward.jobs.services import enqueue
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

ADVERT_JOB = "documents.advert"
FACTS = ("title", "company", "place", "salary")
_A_MOMENT = timedelta(minutes=10)
_LIMITS = {
    name: Advert._meta.get_field(name).max_length or 0  # type: ignore[union-attr]
    for name in FACTS
}


def keep_pasted(
    person: Person, application: Application, *, text: str, address: str, now: datetime
) -> Advert:
    """Keep an advert's text as it was pasted, and have it read in the background."""
    return keep_file(
        person,
        application,
        file_name="advert.txt",
        chunks=[text.encode()],
        address=address,
        source=AdvertSource.PASTED,
        now=now,
    )


def keep_file(
    person: Person,
    application: Application,
    *,
    file_name: str,
    chunks: Iterable[bytes],
    address: str = "",
    source: AdvertSource = AdvertSource.FILE,
    now: datetime,
) -> Advert:
    """Keep an advert's file, and have it read in the background; twice is the same as once.

    Raises:
        OSError: If the disk is full; nothing was added.
    """
    blob = blobs.keep(person, chunks)
    with transaction.atomic():
        same = {"digest": blob.digest, "source": source}
        known = _just_kept(person, application, now=now, **same)
        if known is not None and address in {"", known.address}:
            return known
        advert = Advert.objects.create(
            person=person,
            application=application.head,
            source=source,
            file_name=safe_name(file_name),
            address=address,
            digest=blob.digest,
            size=blob.size,
            taken_at=now,
            **first_state(blob.size),
        )
        if advert.is_waiting:
            _enqueue(advert)
    return advert


def _just_kept(
    person: Person, application: Application, *, now: datetime, **same: str
) -> Advert | None:
    """Return what was kept of the same a moment ago, as where a form was sent twice."""
    # Who sends it at the same moment waits until this one is kept.
    own = Application.objects.for_person(person).select_for_update()
    head = own.get(pk=application.head.pk)
    rows = Advert.objects.for_person(person).filter(application=head, **same)
    rows = rows.exclude(state=ReadState.UNREADABLE)
    known = rows.filter(taken_at__gte=now - _A_MOMENT).last()
    if known is None or known.is_waiting:
        return known
    told = _advert_events(person, head).filter(voided_by=None)
    return known if told.filter(payload__record=str(known.pk)).exists() else None


def keep_address(
    person: Person, application: Application, *, address: str, now: datetime
) -> Advert:
    """Note an address to fetch; a job fetches it once and reads what came."""
    with transaction.atomic():
        same = {"address": address, "source": AdvertSource.FETCHED}
        known = _just_kept(person, application, now=now, **same)
        if known is not None:
            return known
        advert = Advert.objects.create(
            person=person,
            application=application.head,
            source=AdvertSource.FETCHED,
            address=address,
            taken_at=now,
        )
        _enqueue(advert)
    return advert


def _enqueue(advert: Advert) -> None:
    enqueue(
        advert.person,
        kind=ADVERT_JOB,
        title=_("Keeping the advert of %(application)s")
        % {"application": advert.application},
        arguments={"advert": str(advert.pk)},
    )


def try_again(person: Person, advert: Advert) -> None:
    """Fetch or read an advert once more that could not be; a page is fetched anew."""
    rows = Advert.objects.for_person(person).filter(pk=advert.pk)
    stuck = rows.filter(state=ReadState.UNREADABLE)
    with transaction.atomic():
        if stuck.update(state=ReadState.WAITING, problem=Problem.NONE) != 1:
            return
        if advert.source == AdvertSource.FETCHED:
            rows.update(digest="", size=0)
        _enqueue(advert)
    drop_unused(person, advert)


def store_fetched(
    person: Person,
    advert_id: uuid.UUID,
    *,
    blob: blobs.Blob,
    address: str,
    file_name: str,
    now: datetime,
) -> None:
    """Note what was fetched, from where in the end, and when.

    The page of an advert that was deleted meanwhile is deleted as well.
    """
    kept = (
        Advert.objects.for_person(person)
        .filter(pk=advert_id)
        .update(
            digest=blob.digest,
            size=blob.size,
            address=address[:2000],
            file_name=file_name,
            taken_at=now,
        )
    )
    if not kept:
        drop_unused(person, Advert(digest=blob.digest))


def store_problem(
    person: Person,
    advert_id: uuid.UUID,
    *,
    problem: Problem,
    form: FileFormat = FileFormat.UNKNOWN,
) -> None:
    """Say why an advert could not be read; nothing else is touched."""
    Advert.objects.for_person(person).filter(pk=advert_id).update(
        state=ReadState.UNREADABLE, problem=problem, format=form
    )


@transaction.atomic
def store_advert(
    person: Person, advert_id: uuid.UUID, *, answer: Mapping[str, Any], now: datetime
) -> None:
    """Keep what was read of an advert, and tell the timeline; idempotent."""
    own = Advert.objects.for_person(person).select_related("application")
    advert = own.filter(pk=advert_id).first()
    if advert is None:
        return
    for name in FACTS:
        setattr(advert, name, one_line(clean(answer[name]), limit=_LIMITS[name]))
    advert.state = ReadState.READ
    advert.problem = Problem.NONE
    advert.format = FileFormat(answer["format"])
    advert.read_by = ReadBy(answer["read_by"])
    advert.text = clean(answer["text"])
    advert.requirements = [clean(line) for line in answer["requirements"]]
    advert.posted_on = _day(answer["posted_on"])
    advert.valid_until = _day(answer["valid_until"])
    advert.address = advert.address or answer["address"][:2000]
    saved_at = _moment(answer["saved_at"])
    if saved_at is not None and saved_at < advert.taken_at:
        advert.taken_at = saved_at
    advert.save()
    commit_events(person, [_draft(advert)], now=now)


def _draft(advert: Advert) -> EventDraft:
    return EventDraft(
        application_id=advert.application.head.pk,
        kind=EventKind.ADVERT,
        at=advert.taken_at,
        decided_by=DecidedBy.PERSON,
        payload={"record": str(advert.pk), "title": str(advert)},
        key=f"advert:{advert.pk}",
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value).astimezone(UTC) if value else None


def adverts(person: Person, application: Application) -> OwnedQuerySet[Advert]:
    """Return all snapshots of an application and its parts, the newest first."""
    head = application.head
    together = [head.pk]
    parts = Application.objects.for_person(person).filter(merged_into=head)
    together += parts.values_list("pk", flat=True)
    own = Advert.objects.for_person(person).filter(application__in=together)
    return own.order_by("-taken_at", "-pk")


def advert_of(person: Person, application: Application) -> Advert | None:
    """Return the snapshot that counts for an application: the newest that was read.

    One whose event was taken back does not count.
    """
    events = _advert_events(person, application).filter(voided_by=None)
    told = {event.payload.get("record") for event in events}
    for advert in adverts(person, application).filter(state=ReadState.READ):
        if str(advert.pk) in told:
            return advert
    return None


def adverts_that_count(
    person: Person, *, fields: Sequence[str]
) -> dict[uuid.UUID, list[Advert]]:
    """Return the snapshots that count as `advert_of` says it, the newest first, by application.

    Args:
        fields: What is read of each, since the texts of all are long.
    """
    events = Event.objects.for_person(person).filter(
        kind=EventKind.ADVERT, voided_by=None
    )
    told = {
        payload.get("record") for payload in events.values_list("payload", flat=True)
    }
    rows = (
        Advert.objects.for_person(person)
        .filter(state=ReadState.READ)
        .select_related("application")
        .only(*fields, "person", "application__merged_into")
        .order_by("-taken_at", "-pk")
    )
    found: dict[uuid.UUID, list[Advert]] = defaultdict(list)
    for advert in rows:
        if str(advert.pk) in told:
            application = advert.application
            found[application.merged_into_id or application.pk].append(advert)
    return found


def _advert_events(person: Person, application: Application) -> OwnedQuerySet[Event]:
    return timeline_events(person, application.head).filter(kind=EventKind.ADVERT)


def correct_advert(
    person: Person,
    advert: Advert,
    *,
    facts: Mapping[str, str],
    requirements: Iterable[str],
) -> None:
    """Put right what was read of an advert; its text stays as it stood."""
    named = {name: facts[name].strip()[: _LIMITS[name]] for name in FACTS}
    lines = [line.strip() for line in requirements if line.strip()]
    own = Advert.objects.for_person(person).filter(pk=advert.pk)
    own.update(**named, requirements=lines)


def delete_advert(person: Person, advert: Advert, *, now: datetime) -> None:
    """Delete a snapshot with its file, and take back the event that told of it."""
    with transaction.atomic():
        events = _advert_events(person, advert.application)
        for event in events.filter(voided_by=None, payload__record=str(advert.pk)):
            take_back(person, event, now=now)
        Advert.objects.for_person(person).filter(pk=advert.pk).delete()
    drop_unused(person, advert)
