"""Step 11, keep applying: the one next thing, a session on its day, welcome back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.applications.models import Application, Event
from onward.core.dates import day_in
from onward.exchange.rules.calendar import CalendarEntry
from onward.mail.services.unsettled import unsettled_since
from onward.method.applying.accepted import Beside, accepted_offer, still_open
from onward.method.applying.rules import Matter, MatterKind, is_dated, is_fixed
from onward.method.applying.services import (
    calendar_entries,
    comes_back,
    is_new_here,
    next_actions,
    read_event,
    rhythm_of,
    wants_less,
)
from onward.method.applying.words import reason_of, title_of
from onward.method.rules import Depth
from onward.method.step import Card, CareItem, No
from onward.people.models import Person

NAME = "applying"
WEIGHTS = {
    MatterKind.INTERVIEW: 89,
    MatterKind.CONFIRM: 88,
    MatterKind.OFFER: 87,
    MatterKind.ASSESSMENT: 85,
    MatterKind.REQUEST: 80,
    MatterKind.REMINDER: 75,
    MatterKind.CLOSING: 68,
    MatterKind.FOLLOW_UP: 50,
    MatterKind.SESSION: 45,
}
TODAY_WEIGHT = 96
"""What begins today comes even before looking at a no again, which can wait for days."""

ACCEPTED_WEIGHT = 97
"""A yes comes before everything else."""

LESS_WEIGHT = 66
WELCOME_WEIGHT = 65
PLAN_WEIGHT = 20
LATER = timedelta(days=2)


class Applying:
    """What step 11 offers the method."""

    number = 11
    name = NAME
    title = gettext_lazy("Keep going, at your pace")
    line = gettext_lazy(
        "The one next thing with its reason, a week in sessions, days off that stay off."
    )

    def after_no(self, no: No, now: datetime) -> list[CareItem]:
        """Return one small way to go on, from two days after the no."""
        if not no.asks or no.depth == Depth.TAP:
            return []
        when = no.learned_at + LATER
        return [
            CareItem(
                step=NAME,
                kind="keep-going",
                title=_("Keep going, small"),
                why=_("This no used up nothing: the next one is a new draw."),
                url=reverse("applying:small"),
                action=_("Look at something small"),
                when=when,
                is_now=when <= now,
            )
        ]

    def today(self, person: Person, now: datetime) -> list[Card]:
        """Return the next thing, what others fixed, and a yes or one word on the pace."""
        rhythm = rhythm_of(person)
        accepted = accepted_offer(rhythm, now=now)
        found = next_actions(rhythm, is_over=accepted is not None, now=now)
        # Two interviews of one application are one card: the first of them.
        by_kind: dict[str, Card] = {}
        for matter in found:
            card = _card(person, matter, now)
            by_kind.setdefault(card.kind, card)
        cards = list(by_kind.values())
        if accepted is not None:
            cards.append(_yes_card(person, accepted, now=now))
        elif comes_back(rhythm, now=now):
            cards.append(_welcome_card())
        elif wants_less(rhythm, now=now):
            cards.append(_less_card())
        elif is_new_here(rhythm, now=now):
            cards.append(_plan_card())
        return cards

    def found(self, event: Event, now: datetime) -> None:
        """Take note of when the person last did something by hand."""
        read_event(event)

    def no_changed(self, no: No, now: datetime) -> None:
        """Read nothing: what is closed asks for nothing by itself."""

    def calendar(self, person: Person, now: datetime) -> list[CalendarEntry]:
        """Return the planned sessions of the coming weeks."""
        title = _("A session for the search")
        return [
            replace(entry, title=title) for entry in calendar_entries(person, now=now)
        ]


def _card(person: Person, matter: Matter, now: datetime) -> Card:
    is_session = matter.kind == MatterKind.SESSION
    today = day_in(now, zone_name=person.time_zone)
    begins = matter.starts_at
    is_today = (begins.date() if begins else matter.on_day) == today
    url = (
        reverse("applying:home")
        if is_session
        else reverse("applications:detail", args=(matter.application,))
    )
    return Card(
        step=NAME,
        kind=f"{matter.kind}-{matter.application}".rstrip("-"),
        title=title_of(matter),
        body=reason_of(matter, today=today),
        url=url,
        action=_("To your week") if is_session else _("Open it"),
        weight=TODAY_WEIGHT if is_today else WEIGHTS[matter.kind],
        suits_arrival=matter.kind == MatterKind.REMINDER,
        is_fixed=is_fixed(matter, today=today),
        is_dated=is_dated(matter),
    )


def _yes_card(person: Person, application: Application, *, now: datetime) -> Card:
    """Return the card of an accepted offer, or of the mail since that may undo it."""
    said_at = application.last_moved_at or now
    message = unsettled_since(person, application, since=said_at)
    if message is None:
        return _accepted_card(application, still_open(person, now=now))
    return Card(
        step=NAME,
        kind=f"after-accepted-{application.pk}",
        title=_("They wrote since you accepted: %(name)s")
        % {"name": application.company or _("a company")},
        body=_(
            "Onward could not tell what the message of %(day)s means for the job. Only "
            "you can say."
        )
        % {"day": date_format(localtime(message.sent_at), "j F")},
        url=reverse("mail:message", args=(message.pk,)),
        action=_("Read the message"),
        weight=ACCEPTED_WEIGHT,
        suits_arrival=True,
    )


def _accepted_card(application: Application, beside: Beside) -> Card:
    body = _("Congratulations. Your search can rest now; nothing is asked of you here.")
    if beside.shown:
        body += " " + _(
            "Others may still be deciding about you: when you like, you can withdraw "
            "there with a short, kind word."
        )
    return Card(
        step=NAME,
        kind=f"accepted-{application.pk}",
        title=_("You accepted the offer of %(name)s")
        % {"name": application.company or _("a company")},
        body=body,
        weight=ACCEPTED_WEIGHT,
        is_arrival=True,
        suits_arrival=True,
        template="applying/cards/accepted.html",
        context={"application": application, "beside": beside},
    )


def _welcome_card() -> Card:
    return Card(
        step=NAME,
        kind="welcome",
        title=_("Welcome back. Start with something small?"),
        weight=WELCOME_WEIGHT,
        template="applying/cards/welcome.html",
    )


def _less_card() -> Card:
    return Card(
        step=NAME,
        kind="less",
        title=_("You have put in a lot. Would fewer, better ones feel possible?"),
        weight=LESS_WEIGHT,
        template="applying/cards/less.html",
    )


def _plan_card() -> Card:
    return Card(
        step=NAME,
        kind="week",
        title=_("A week in sessions, if that helps"),
        weight=PLAN_WEIGHT,
        template="applying/cards/plan.html",
    )
