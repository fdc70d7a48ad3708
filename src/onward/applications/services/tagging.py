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


def known_tags(
    person: Person, *, elsewhere_than: Sequence[Application] = ()
) -> list[str]:
    """Return every tag that an application of this person has, by name.

    Args:
        elsewhere_than: Applications whose tags are not asked for.
    """
    rows = Application.objects.for_person(person).filter(merged_into=None)
    texts = (
        rows.exclude(tag_text="")
        .exclude(pk__in=[application.pk for application in elsewhere_than])
        .values_list("tag_text", flat=True)
        .distinct()
    )
    tags = {tag for text in texts for tag in text.split("\n")[1:-1]}
    return sorted(tags, key=lambda tag: (search_fold(tag), tag))


def as_known(tags: Iterable[str], *, known: Iterable[str]) -> list[str]:
    """Return tags in the spelling that is in use already, each once."""
    in_use = list(known)
    spelling = {search_fold(tag): tag for tag in in_use}
    spelling |= {tag: tag for tag in in_use}
    found = (spelling.get(tag) or spelling.get(search_fold(tag), tag) for tag in tags)
    return list(dict.fromkeys(found))


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

    A tag is the same one however it is spelled. What is taken off and put on in one press is
    spelled anew, unless another application has it as it was.

    Raises:
        ValueError: If an application would have more than MOST_TAGS.
    """
    add = _as_kept(person, applications, add=add, remove=remove)
    drafts = []
    for application in applications:
        old = [
            tag
            for tag in as_known(remove, known=application.tags)
            if tag in application.tags and tag not in add
        ]
        there = {search_fold(tag) for tag in application.tags if tag not in old}
        new = [tag for tag in add if search_fold(tag) not in there]
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


def _as_kept(
    person: Person,
    applications: Sequence[Application],
    *,
    add: Sequence[str],
    remove: Sequence[str],
) -> list[str]:
    """Return the tags to put on as they are spelled from now on."""
    taken_off = {search_fold(tag) for tag in remove}
    known = known_tags(person)
    if any(search_fold(tag) in taken_off for tag in add):
        elsewhere = known_tags(person, elsewhere_than=applications)
        known = [tag for tag in known if search_fold(tag) not in taken_off]
        known += [tag for tag in elsewhere if search_fold(tag) in taken_off]
    kept: dict[str, str] = {}
    for tag in as_known(add, known=known):
        kept.setdefault(search_fold(tag), tag)
    return list(kept.values())
