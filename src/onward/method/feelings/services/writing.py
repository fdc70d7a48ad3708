"""What is written down after a no: words for what is here, and pages."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from onward.applications.models import Event
from onward.core.ids import uuid7
from onward.method.feelings.models import (
    FeelingEntry,
    WritingSession,
)
from onward.method.feelings.rules import (
    FeelingWord,
    Writing,
    writing_offer,
)
from onward.people.models import Person


@dataclass(frozen=True, slots=True)
class Kept:
    """What a person wrote down about one no, oldest first, and what that means for writing."""

    entries: Sequence[FeelingEntry]
    sessions: Sequence[WritingSession]
    offer: Writing


def kept_about(person: Person, *, origin_id: uuid.UUID) -> Kept:
    """Return what the person wrote down about a no."""
    entries = list(
        FeelingEntry.objects.for_person(person).filter(origin=origin_id).order_by("at")
    )
    sessions = list(
        WritingSession.objects.for_person(person)
        .filter(origin=origin_id)
        .order_by("at")
    )
    answers = [(entry.at, entry.intensity) for entry in entries]
    answers += [(session.at, session.intensity_after) for session in sessions]
    intensities = [
        answer for _at, answer in sorted(answers, key=_by_time) if answer is not None
    ]
    finished = [session for session in sessions if not session.is_unfinished]
    offer = writing_offer(sessions=len(finished), intensities=intensities)
    return Kept(entries, sessions, offer)


def _by_time(answer: tuple[datetime, int | None]) -> datetime:
    return answer[0]


def note_feelings(
    person: Person,
    *,
    origin: Event,
    words: Sequence[FeelingWord],
    own_words: str,
    intensity: int | None,
    now: datetime,
) -> FeelingEntry | None:
    """Keep what is here right now; None where nothing was said, which is an answer too."""
    own_words = own_words.strip()
    if not words and not own_words and intensity is None:
        return None
    return FeelingEntry.objects.create(
        person=person,
        origin=origin,
        at=now,
        words=[word.value for word in words],
        own_words=own_words,
        intensity=intensity,
    )


@transaction.atomic
def keep_writing(
    person: Person,
    *,
    origin: Event,
    page_id: uuid.UUID,
    continues: uuid.UUID | None,
    text: str,
    seconds: int | None,
    intensity_after: int | None,
    now: datetime,
) -> WritingSession:
    """Keep what was written, in place of what was kept of it as it was typed; twice is once."""
    throw_away(person, pages=(page_id, continues))
    text = text.strip()
    kept = WritingSession.objects.for_person(person).filter(pk=page_id).first()
    if kept is not None and kept.text == text:
        return kept
    return _new_page(
        uuid7() if kept else page_id,
        person=person,
        origin=origin,
        at=now,
        text=text,
        seconds=seconds,
        intensity_after=intensity_after,
    )


@transaction.atomic
def keep_typed(
    person: Person,
    *,
    origin: Event,
    page_id: uuid.UUID,
    continues: uuid.UUID | None,
    text: str,
    seconds: int | None,
    intensity_after: int | None,
    now: datetime,
) -> None:
    """Keep a page as far as it is typed; one that was emptied goes, a finished one stays."""
    own = WritingSession.objects.for_person(person)
    if own.filter(pk=page_id, is_unfinished=False).exists():
        return
    if not text.strip():
        throw_away(person, pages=(page_id, continues))
        return
    # The words of the page that this one continues are in it.
    throw_away(person, pages=(continues,))
    typed = {
        "person": person,
        "origin": origin,
        "at": now,
        "text": text,
        "seconds": seconds,
        "intensity_after": intensity_after,
        "is_unfinished": True,
    }
    if not own.filter(pk=page_id).update(**typed):
        _new_page(page_id, **typed)


def _new_page(page_id: uuid.UUID, **facts: Any) -> WritingSession:
    """Keep a page by the name that the browser gave it; by another where that one is taken."""
    try:
        with transaction.atomic():
            return WritingSession.objects.create(pk=page_id, **facts)
    except IntegrityError:
        return WritingSession.objects.create(pk=uuid7(), **facts)


def throw_away(person: Person, *, pages: Sequence[uuid.UUID | None]) -> None:
    """Delete unfinished pages, and leave each finished one."""
    own = WritingSession.objects.for_person(person)
    own.filter(pk__in=[page for page in pages if page], is_unfinished=True).delete()


def unfinished_page(person: Person, *, origin_id: uuid.UUID) -> WritingSession | None:
    """Return the page about a no that was left unfinished, the latest; None if none was."""
    own = WritingSession.objects.for_person(person)
    return own.filter(origin=origin_id, is_unfinished=True).order_by("-at").first()
