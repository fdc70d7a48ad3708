"""Experiments: a "next time" line comes back once, at the next application of its kind."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F

from onward.applications.models import Application
from onward.method.reflection.models import Experiment
from onward.method.reflection.rules.same_kind import is_same_kind
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

COMES_BACK_WITHIN = timedelta(days=7)
MOST_LOOKED_AT = 20


def experiments(person: Person) -> OwnedQuerySet[Experiment]:
    """Return all experiments, those that wait first, then the latest first."""
    own = Experiment.objects.for_person(person).select_related(
        "application__merged_into", "came_back_for"
    )
    # Databases do not agree on where nothing is sorted.
    return own.order_by(
        F("tried_at").asc(nulls_first=True),
        F("let_go_at").asc(nulls_first=True),
        "-created_at",
    )


def experiment_for_today(
    person: Person, *, now: datetime
) -> tuple[Experiment, Application] | None:
    """Return an experiment with the new application at which it comes back, if there is one."""
    waiting = list(
        Experiment.objects.for_person(person)
        .filter(tried_at=None, let_go_at=None, came_back_for=None)
        .order_by("-created_at")[:MOST_LOOKED_AT]
    )
    if not waiting:
        return None
    new = Application.objects.for_person(person).filter(
        merged_into=None,
        is_open=True,
        is_archived=False,
        created_at__gt=now - COMES_BACK_WITHIN,
    )
    for application in new.order_by("-created_at")[:MOST_LOOKED_AT]:
        for experiment in waiting:
            is_later = application.created_at > experiment.created_at
            if is_later and is_same_kind(experiment.role, application.role):
                return experiment, application
    return None


def answer_experiment(
    experiment: Experiment,
    *,
    is_tried: bool | None,
    at: Application | None,
    now: datetime,
) -> None:
    """Keep that it was tried (True), let go (False), or seen and left for later (None)."""
    experiment.came_back_for = at or experiment.came_back_for
    if is_tried is not None:
        experiment.tried_at = now if is_tried else None
        experiment.let_go_at = None if is_tried else now
    experiment.save(update_fields=["came_back_for", "tried_at", "let_go_at"])
