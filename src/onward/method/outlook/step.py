"""Step 4, keep the bigger picture in mind: what it offers after a no, and today."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import NoKind
from onward.core.dates import day_in
from onward.method.outlook.models import FirstThing
from onward.method.outlook.services.keeping import (
    first_thing,
    has_no_today,
    note_no,
    stones_of,
)
from onward.method.outlook.services.quiet import has_unanswered
from onward.method.rules import Depth
from onward.method.step import Card, CareItem, No
from onward.people.models import Person

NAME = "outlook"
FIRST_THING_WEIGHT = 95
QUIET_WEIGHT = 15
BEFORE_WEIGHT = 10


class Outlook:
    """What step 4 offers the method."""

    number = 4
    name = NAME
    title = gettext_lazy("The longer view")
    line = gettext_lazy(
        "The whole search in pictures, what usually comes, and what each no left behind."
    )

    def after_no(self, no: No, now: datetime) -> list[CareItem]:
        """Return the person's own first thing, the stepping stones and the longer view."""
        items = []
        kept = first_thing(no.person)
        if kept is not None and no.kind != NoKind.I_SAID_NO:
            items.append(_first_item(kept, no))
        items.append(_stones_item(no))
        return items

    def today(self, person: Person, now: datetime) -> list[Card]:
        """Return the first thing on the day of a no, what went quiet, and before the next."""
        cards = []
        kept = first_thing(person)
        if kept is not None and has_no_today(person, now=now):
            cards.append(_first_card(kept, person, now))
        if has_unanswered(person, now=now):
            cards.append(_quiet_card())
        if kept is None and Application.objects.for_person(person).exists():
            cards.append(_before_card())
        return cards

    def found(self, event: Event, now: datetime) -> None:
        """Read nothing: what an event left behind is read where it is shown."""

    def no_changed(self, no: No, now: datetime) -> None:
        """Take note of the day of a no, on which the first thing is shown."""
        note_no(
            no.person,
            origin_id=no.origin_id,
            kind=no.kind,
            learned_at=no.learned_at,
            asks=no.asks,
        )


def _first_item(kept: FirstThing, no: No) -> CareItem:
    return CareItem(
        step=NAME,
        kind="first-thing",
        title=_("The first thing you meant to do"),
        why=kept.will_text,
        url=reverse("outlook:first"),
        action=_("Change it for another time"),
        is_now=no.asks,
        template="outlook/care/first.html",
    )


def _stones_item(no: No) -> CareItem:
    stones = stones_of(
        no.person, origin_id=no.origin_id, application_id=no.application_id
    )
    return CareItem(
        step=NAME,
        kind="stones",
        title=_("What it left behind"),
        why=_(
            "Practice, a person you know now, feedback, something you can do better: "
            "whatever stays with you, if anything does."
        ),
        url=reverse("outlook:add_stone", args=[no.origin_id]),
        action=_("Write it down"),
        is_now=False,
        is_done=bool(stones.written),
        suits_rest=bool(stones.written),
        template="outlook/care/stones.html",
        context={"stones": stones, "is_deep": no.depth == Depth.WHOLE},
    )


def _first_card(kept: FirstThing, person: Person, now: datetime) -> Card:
    day = day_in(now, zone_name=person.time_zone)
    return Card(
        step=NAME,
        kind=f"first-thing-{day:%Y%m%d}",
        title=_("The first thing you meant to do"),
        body=kept.will_text,
        weight=FIRST_THING_WEIGHT,
        suits_rest=True,
        suits_arrival=True,
        template="outlook/cards/first.html",
    )


def _quiet_card() -> Card:
    return Card(
        step=NAME,
        kind="quiet",
        title=_("Some applications have gone quiet"),
        body=_(
            "Nothing is known to have come for 30 days or longer. You can close them as quiet, or leave "
            "them open; a reply opens one again."
        ),
        url=reverse("outlook:quiet"),
        action=_("Look at the list"),
        weight=QUIET_WEIGHT,
    )


def _before_card() -> Card:
    return Card(
        step=NAME,
        kind="before",
        title=_("Before the next no"),
        body=_(
            "Noes belong to every search. Choosing now what you will do first makes the "
            "next one a little easier to meet."
        ),
        url=reverse("outlook:first"),
        action=_("Choose it"),
        weight=BEFORE_WEIGHT,
    )
