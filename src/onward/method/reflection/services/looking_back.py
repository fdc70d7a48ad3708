"""The 60 seconds about one application."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from onward.applications.models import Application
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.services import EventDraft, commit_events, on_timeline_of
from onward.method.reflection.models import Experiment, Reflection
from onward.method.reflection.rules.asking import Answer, Question
from onward.people.models import Person


def of_all_parts(application: Application) -> Q:
    """Return what is about an application or one joined with it, for rows that name one."""
    return on_timeline_of(application.head)


def reflections_of(person: Person, application: Application) -> list[Reflection]:
    """Return what the person said of an application looking back, and of those joined with it.

    Its own comes first, then the latest: what was said before two were joined stays as it
    was, and goes with its application where they are parted again.
    """
    rows = Reflection.objects.for_person(person).filter(of_all_parts(application))
    head = application.head
    return sorted(rows.order_by("-at"), key=lambda row: row.application_id != head.pk)


def reflection_of(person: Person, application: Application) -> Reflection | None:
    """Return what counts of what the person said looking back, or None."""
    return next(iter(reflections_of(person, application)), None)


@transaction.atomic
def keep_reflection(
    person: Person,
    application: Application,
    *,
    mine: int | None,
    answers: Mapping[Question, Answer],
    next_time: str,
    now: datetime,
) -> Reflection:
    """Keep the 60 seconds; said again they replace what was said, and tell nothing twice.

    A "next time" line becomes an experiment that comes back at the next application of
    that kind.
    """
    head = application.head
    reflection, _made = Reflection.objects.update_or_create(
        person=person,
        application=head,
        defaults={
            "at": now,
            "mine": mine,
            "answers": {
                question.value: said.value for question, said in answers.items()
            },
        },
    )
    draft = EventDraft(
        application_id=head.pk,
        kind=EventKind.REFLECTION,
        at=now,
        decided_by=DecidedBy.PERSON,
        payload={"record": str(reflection.pk)},
        key=f"reflection:{reflection.pk}",
    )
    commit_events(person, [draft], now=now)
    words = next_time.strip()
    own = Experiment.objects.for_person(person)
    if words and not own.filter(of_all_parts(head), words=words).exists():
        Experiment.objects.create(
            person=person, application=head, words=words, role=head.role, created_at=now
        )
    return reflection


def delete_reflection(reflection: Reflection) -> None:
    """Delete what was said; that it was said stays in the story, without a word of it."""
    reflection.delete()
