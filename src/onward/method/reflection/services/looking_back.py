"""The 60 seconds about one application."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from onward.applications.models import Application
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.services import EventDraft, commit_events
from onward.method.reflection.models import Experiment, Reflection
from onward.method.reflection.rules.asking import Answer, Question
from onward.people.models import Person


def reflection_of(person: Person, application: Application) -> Reflection | None:
    """Return what the person said of an application looking back, or None."""
    own = Reflection.objects.for_person(person)
    return own.filter(application=application.head).first()


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
    if words and not own.filter(application=head, words=words).exists():
        Experiment.objects.create(
            person=person, application=head, words=words, role=head.role, created_at=now
        )
    return reflection


def delete_reflection(reflection: Reflection) -> None:
    """Delete what was said; that it was said stays in the story, without a word of it."""
    reflection.delete()
