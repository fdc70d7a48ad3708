"""Step 3, reflect on the approach: looking back, interviews, experiments, patterns."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.applications.labels import when_told
from onward.applications.models import Application, Event
from onward.core.dates import zone
from onward.method.reflection.models import Experiment
from onward.method.reflection.rules.asking import is_offered
from onward.method.reflection.services import (
    experiment_for_today,
    interviews_of,
    reflection_of,
    to_debrief,
    to_prepare,
)
from onward.method.reflection.services.interviews import Held
from onward.method.rules import Depth
from onward.method.step import Card, CareItem, No
from onward.people.models import Person

NAME = "reflection"
PREPARE_WEIGHT = 85
DEBRIEF_WEIGHT = 75
EXPERIMENT_WEIGHT = 45


class Reflecting:
    """What step 3 offers the method."""

    number = 3
    name = NAME
    title = gettext_lazy("Looking back")
    line = gettext_lazy(
        "A minute after a no, a page after an interview, and what both taught when it is "
        "needed again."
    )

    def after_no(self, no: No, now: datetime) -> list[CareItem]:
        """Return the 60 seconds: offered where it reached a human, folded elsewhere."""
        row = Application.objects.for_person(no.person).get(pk=no.application_id)
        kept = reflection_of(no.person, row)
        offered = is_offered(no.kind, reached=no.reached) and no.asks
        return [
            CareItem(
                step=NAME,
                kind="look-back",
                title=_("Look back for a minute"),
                why=_("First: how much of it was yours to change? Then one next time."),
                url=reverse("reflection:look_back", args=[no.application_id]),
                action=_("Change it") if kept else _("Look back"),
                is_done=kept is not None,
                is_now=offered and kept is None and no.depth != Depth.TAP,
            )
        ]

    def today(self, person: Person, now: datetime) -> list[Card]:
        """Return preparing for an interview, else its debrief, else one experiment."""
        cards = []
        known = interviews_of(person, now=now)
        near = to_prepare(person, now=now, known=known)
        if near is not None:
            cards.append(_prepare_card(near, zone_name=person.time_zone))
        over = to_debrief(person, now=now, known=known)
        if over is not None:
            cards.append(_debrief_card(over))
        back = experiment_for_today(person, now=now)
        if back is not None:
            cards.append(_experiment_card(*back))
        return cards

    def found(self, event: Event, now: datetime) -> None:
        """Read nothing: what comes back is asked for when Today is made."""

    def no_changed(self, no: No, now: datetime) -> None:
        """Take no note: what was said looking back stays."""


def _prepare_card(held: Held, *, zone_name: str) -> Card:
    own = held.on_day or held.starts_at.astimezone(zone(zone_name))
    begins = when_told(own, form="l j F")
    return Card(
        step=NAME,
        kind=f"prepare-{held.event_id}",
        title=_("Before the interview: what earlier ones taught"),
        body=f"{begins} · {held.application}",
        url=reverse("reflection:prepare", args=[held.application.pk]),
        action=_("Look at it"),
        weight=PREPARE_WEIGHT,
    )


def _debrief_card(held: Held) -> Card:
    path = reverse("reflection:debrief", args=[held.application.pk])
    return Card(
        step=NAME,
        kind=f"debrief-{held.event_id}",
        title=_("While it is fresh: what did they ask?"),
        body=str(held.application),
        url=f"{path}?interview={held.event_id}",
        action=_("Write it down"),
        weight=DEBRIEF_WEIGHT,
    )


def _experiment_card(experiment: Experiment, at: Application) -> Card:
    return Card(
        step=NAME,
        kind=f"experiment-{experiment.pk}",
        title=_("You wanted to try something"),
        body=experiment.words,
        weight=EXPERIMENT_WEIGHT,
        template="reflection/cards/experiment.html",
        context={"experiment": experiment, "application": at},
    )
