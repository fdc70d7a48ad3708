"""The letter of an application beside its advert and the person's other letters."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from onward.applications.models import Application
from onward.documents.models import Version
from onward.documents.rules.kinds import DocumentKind, ReadState
from onward.documents.services import advert_of, sent_with
from onward.matching.meaning import load_meaning
from onward.matching.rules.advert import read_advert
from onward.matching.rules.letter import LetterReading, read_letter
from onward.matching.services.reading import day_sent
from onward.people.models import Person

MOST_OTHERS = 60
"""How many other letters one is compared with, the newest first."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that was sent, what it does, and the other letters that it repeats, by id."""

    version: Version
    reading: LetterReading
    others: dict[str, Version]


def read_letter_of(person: Person, application: Application) -> Letter | None:
    """Return what the letter that went out does; None where none was sent, or none is read."""
    version = _sent_letter(person, application)
    if version is None:
        return None
    others = {
        str(other.pk): other
        for other in Version.objects.for_person(person)
        .filter(document__kind=DocumentKind.LETTER, state=ReadState.READ)
        # Versions of the same letter repeat it by nature.
        .exclude(document=version.document)
        .exclude(text="")
        .select_related("document")
        .order_by("-added_at", "pk")[:MOST_OTHERS]
    }
    advert = advert_of(person, application)
    reading = read_letter(
        version.text,
        company=application.company,
        role=application.role,
        others={key: other.text for key, other in others.items()},
        requirements=read_advert(advert.text) if advert else (),
        today=day_sent(person, application),
        meaning=load_meaning() if advert else None,
    )
    return Letter(version, reading, others)


def _sent_letter(person: Person, application: Application) -> Version | None:
    keys: list[uuid.UUID] = [
        one.version_id
        for one in sent_with(person, application)
        if one.kind is DocumentKind.LETTER and one.text
    ]
    own = Version.objects.for_person(person).select_related("document")
    return own.filter(pk=keys[-1]).first() if keys else None
