"""The read-out of an application: its advert beside the résumé that was sent."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from onward.applications.models import Application
from onward.core.dates import day_in
from onward.documents.models import Advert, Version
from onward.documents.rules.kinds import DocumentKind, ReadState
from onward.documents.services import advert_of, sent_with
from onward.matching.meaning import load_meaning
from onward.matching.models import OwnWord
from onward.matching.rules.advert import read_advert
from onward.matching.rules.compare import compare
from onward.matching.rules.own import Correction, corrected
from onward.matching.rules.types import Decision
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


@dataclass(frozen=True, slots=True)
class ReadOut:
    """What the advert asks for, and what one version of the résumé says to it.

    Attributes:
        version: None where no résumé is there to be read; then nothing is decided.
        was_sent: It is the version that went out, not one that was chosen to compare.
        struck: What the person said is not asked for.
    """

    advert: Advert | None
    version: Version | None
    was_sent: bool
    decided: tuple[Decision, ...]
    struck: tuple[Decision, ...]


def resumes(person: Person) -> OwnedQuerySet[Version]:
    """Return the versions of résumés that were read, the newest first."""
    return (
        Version.objects.for_person(person)
        .filter(document__kind=DocumentKind.RESUME, state=ReadState.READ)
        .exclude(text="")
        .select_related("document")
        .order_by("-added_at", "pk")
    )


def sent_resume(person: Person, application: Application) -> Version | None:
    """Return the résumé that went out with an application and was read; the last of several."""
    keys = [
        one.version_id
        for one in sent_with(person, application)
        if one.kind is DocumentKind.RESUME and one.text
    ]
    return resumes(person).filter(pk=keys[-1]).first() if keys else None


def read_out(
    person: Person, application: Application, *, version_id: uuid.UUID | None = None
) -> ReadOut:
    """Return the read-out of an application, the person's own words in it.

    Args:
        version_id: Of a résumé to compare with instead of the one that was sent.
    """
    sent = sent_resume(person, application)
    chosen = resumes(person).filter(pk=version_id).first() if version_id else sent
    advert = advert_of(person, application)
    if advert is None or chosen is None:
        return ReadOut(advert, chosen, chosen == sent, (), ())
    decided = read_out_texts(
        advert=advert.text, resume=chosen.text, on=day_sent(person, application)
    )
    standing, struck = corrected(decided, corrections=own_words(person, application))
    return ReadOut(advert, chosen, chosen == sent, tuple(standing), tuple(struck))


def day_sent(person: Person, application: Application) -> date:
    """Return the day, by the person's own clock, until which work that goes on counts.

    It is that of the application, not today; a worker at work has another clock set.
    """
    moment = application.applied_at or timezone.now()
    return day_in(moment, zone_name=person.time_zone)


def read_out_texts(
    *, advert: str, resume: str, on: date | None = None
) -> list[Decision]:
    """Return what an advert asks for and what a résumé says to it, both as plain text.

    Args:
        on: The day until which work that goes on counts; today where not given.
    """
    return compare(
        read_advert(advert),
        resume_text=resume,
        today=on or timezone.localdate(),
        meaning=load_meaning(),
    )


def own_words(person: Person, application: Application) -> dict[str, Correction]:
    """Return what the person said of an advert's requirements, by their keys."""
    rows = OwnWord.objects.for_person(person).filter(
        application__in=_all_of(application)
    )
    return {row.key: Correction(row.said) for row in rows.order_by("said_at")}


@transaction.atomic
def say(
    person: Person,
    application: Application,
    *,
    key: str,
    said: Correction | None,
    now: datetime,
) -> None:
    """Keep what the person says of a requirement; None takes it back. Twice is once."""
    own = OwnWord.objects.for_person(person)
    if said is None:
        own.filter(application__in=_all_of(application), key=key).delete()
        return
    OwnWord.objects.update_or_create(
        application=application.head,
        key=key,
        defaults={"person": person, "said": said.value, "said_at": now},
    )


def _all_of(application: Application) -> Sequence[Application]:
    # What was said before two were joined goes on to count.
    head = application.head
    return [head, *Application.objects.for_person(head.person).filter(merged_into=head)]
