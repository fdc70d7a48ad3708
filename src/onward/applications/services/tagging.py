"""Tags: words of the person's own, put on and taken off applications."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.rules.payload import MOST_TAGS
from onward.applications.services.ledger import EventDraft, commit_events
from onward.core.text import search_fold
from onward.people.models import Person


def known_tags(person: Person) -> list[str]:
    """Return every tag that an application of this person has, by name."""
    rows = Application.objects.for_person(person).filter(merged_into=None)
    texts = rows.exclude(tag_text="").values_list("tag_text", flat=True).distinct()
    tags = {tag for text in texts for tag in text.split("\n")[1:-1]}
    return sorted(tags, key=search_fold)


def as_known(tags: Iterable[str], *, known: Iterable[str]) -> list[str]:
    """Return tags in the spelling that is in use already, each once."""
    spelling = {search_fold(tag): tag for tag in known}
    return list(dict.fromkeys(spelling.get(search_fold(tag), tag) for tag in tags))


def tag(
    person: Person,
    applications: Sequence[Application],
    *,
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
    now: datetime,
    batch: uuid.UUID | None = None,
) -> list[Event]:
    """Put tags on applications and take others off; return the events, none where none changed.

    Raises:
        ValueError: If an application would have more than MOST_TAGS.
    """
    add = as_known(add, known=known_tags(person))
    drafts = []
    for application in applications:
        new = [tag for tag in add if tag not in application.tags]
        old = [tag for tag in remove if tag in application.tags]
        if len(application.tags) + len(new) - len(old) > MOST_TAGS:
            raise ValueError(f"An application can have {MOST_TAGS} tags.")
        if new or old:
            drafts.append(
                EventDraft(
                    application_id=application.pk,
                    kind=EventKind.TAGGED,
                    at=now,
                    decided_by=DecidedBy.PERSON,
                    payload={"add": new, "remove": old},
                    batch=batch,
                )
            )
    return commit_events(person, drafts, now=now)
