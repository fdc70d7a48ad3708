"""Moving applications from stage to stage by hand, and the person's own stages."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction

from onward.applications.models import Application, CustomStage, Event
from onward.applications.rules.history import summarise
from onward.applications.rules.kinds import DecidedBy, EventKind, Stage
from onward.applications.rules.moves import kind_of_move
from onward.applications.services.ledger import (
    EventDraft,
    commit_events,
    timeline_events,
)
from onward.applications.services.undoing import take_back
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


class Place(NamedTuple):
    """Where an application can be put: a stage, or one of the person's own within it."""

    stage: Stage
    custom: uuid.UUID | None = None

    @property
    def key(self) -> str:
        """How a form names it."""
        return str(self.custom) if self.custom else self.stage.value


class Moved(NamedTuple):
    """What a move recorded; `is_back` where it took back the move that it reverses."""

    event: Event
    is_back: bool


def place_of(application: Application, *, own: Sequence[CustomStage]) -> Place:
    """Return where an application is; an own stage that was removed is none."""
    stage = Stage(application.stage)
    is_there = any(
        custom.pk == application.custom_stage and custom.stage == stage
        for custom in own
    )
    return Place(stage, application.custom_stage if is_there else None)


@transaction.atomic
def move_to(
    person: Person, application: Application, *, to: Place, now: datetime
) -> Moved | None:
    """Put an application at a stage; None where it is there already.

    Moving back what was moved by hand takes that move back, so that a slip of the hand
    leaves no trace in what was reached.

    Raises:
        ValueError: If `to` is CLOSED.
    """
    if place_of(application, own=list(custom_stages(person))) == to:
        return None
    slip = _slip(person, application, to=to)
    if slip is not None:
        take_back(person, slip, now=now)
        return Moved(slip, is_back=True)
    draft = _draft(application, to=to, now=now, batch=None)
    return Moved(commit_events(person, [draft], now=now)[0], is_back=False)


def move_all(
    person: Person,
    applications: Sequence[Application],
    *,
    to: Place,
    now: datetime,
    batch: uuid.UUID,
) -> list[Event]:
    """Put many applications at a stage; return the events, which undo together."""
    own = list(custom_stages(person))
    drafts = [
        _draft(application, to=to, now=now, batch=batch)
        for application in applications
        if place_of(application, own=own) != to
    ]
    return commit_events(person, drafts, now=now)


def _draft(
    application: Application, *, to: Place, now: datetime, batch: uuid.UUID | None
) -> EventDraft:
    kind = kind_of_move(to=to.stage, reached=Stage(application.reached))
    payload: dict[str, Any] = {"board": True}
    if kind == EventKind.MOVED:
        payload["stage"] = to.stage.value
    if to.custom:
        payload["custom"] = str(to.custom)
    return EventDraft(
        application_id=application.pk,
        kind=kind,
        at=now,
        decided_by=DecidedBy.PERSON,
        payload=payload,
        batch=batch,
    )


def _slip(person: Person, application: Application, *, to: Place) -> Event | None:
    """Return the latest move by hand, where taking it back puts the application at `to`."""
    events = list(timeline_events(person, application))
    lasting = [e for e in events if not e.is_void and e.kind != EventKind.VOID]
    latest = max(lasting, key=lambda event: event.number, default=None)
    if latest is None or not latest.payload.get("board"):
        return None
    without = summarise(
        replace(past, is_void=past.is_void or past.number == latest.number)
        for past in (event.as_past(of=application.pk) for event in events)
    )
    custom = uuid.UUID(without.custom_stage) if without.custom_stage else None
    return latest if Place(without.stage, custom) == to else None


def custom_stages(person: Person) -> OwnedQuerySet[CustomStage]:
    """Return the person's own stages that are in use, in the order they were made."""
    return CustomStage.objects.for_person(person).filter(removed_at=None).order_by("pk")


def removed_stages(person: Person, *, since: datetime) -> OwnedQuerySet[CustomStage]:
    """Return the own stages that were removed since then, the latest first."""
    own = CustomStage.objects.for_person(person).filter(removed_at__gt=since)
    return own.order_by("-removed_at")


def add_stage(person: Person, *, name: str, stage: Stage) -> CustomStage:
    """Add a stage of the person's own, which counts as `stage`."""
    return CustomStage.objects.create(person=person, name=name.strip(), stage=stage)


def remove_stage(custom: CustomStage, *, now: datetime) -> None:
    """Put an own stage away; what is at it shows at the stage that it counts as."""
    custom.removed_at = now
    custom.save(update_fields=["removed_at"])


def restore_stage(custom: CustomStage) -> None:
    """Bring an own stage back, and with it whatever was at it.

    Raises:
        ValueError: If there is another of this name by now, in whatever capitals.
    """
    names = custom_stages(custom.person).values_list("name", flat=True)
    if custom.name.casefold() in {name.casefold() for name in names}:
        raise ValueError("There is a stage of this name already.")
    custom.removed_at = None
    custom.save(update_fields=["removed_at"])
