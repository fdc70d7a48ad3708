"""Step 9, celebrate small wins: a moment for each, one step forward, the week on Fridays."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.applications.models import Event
from onward.core.dates import zone
from onward.method.step import Card, CareItem, No
from onward.method.wins.finding import find_wins
from onward.method.wins.labels import WIN_LABELS
from onward.method.wins.models import Win
from onward.method.wins.rules import WinKind, is_friday_hour
from onward.method.wins.services import asked_forward, fresh_win, week
from onward.people.models import Person

NAME = "wins"
MOMENT_WEIGHT = 70
FORWARD_WEIGHT = 55
WEEK_WEIGHT = 35


class Wins:
    """What step 9 offers the method."""

    number = 9
    name = NAME
    title = gettext_lazy("Small wins")
    line = gettext_lazy(
        "What went forward, found in your mail and in your own words, with room to enjoy it."
    )

    def after_no(self, no: No, now: datetime) -> list[CareItem]:
        """Return nothing: a no is no place for wins."""
        return []

    def today(self, person: Person, now: datetime) -> list[Card]:
        """Return a moment for a fresh win, else a forward step, and the week on Fridays."""
        cards = []
        win = fresh_win(person, now=now)
        if win is not None:
            cards.append(_moment_card(win))
        news = asked_forward(person, now=now)
        if news is not None:
            cards.append(_forward_card(news))
        local = now.astimezone(zone(person.time_zone))
        if is_friday_hour(local) and not week(person, local.date()).is_empty:
            cards.append(
                Card(
                    step=NAME,
                    kind="week",
                    title=_("What moved this week"),
                    body=_("What you did, and what came of it, on one quiet page."),
                    url=reverse("wins:week"),
                    action=_("Look at it"),
                    weight=WEEK_WEIGHT,
                    suits_arrival=True,
                )
            )
        return cards

    def found(self, event: Event, now: datetime) -> None:
        """Keep the win that this event is, and what it makes of those after it."""
        find_wins(event)

    def no_changed(self, no: No, now: datetime) -> None:
        """Take no note: a no takes no win away."""


def about(win: Win) -> str:
    """Return whom a win is about, or its own words."""
    return str(win.event.application.head) if win.event else win.words


def _moment_card(win: Win) -> Card:
    return Card(
        step=NAME,
        kind=f"moment-{win.pk}",
        title=str(WIN_LABELS[WinKind(win.kind)]),
        body=about(win),
        url=reverse("wins:moment", args=[win.pk]),
        action=_("Take a moment for it"),
        weight=MOMENT_WEIGHT,
        suits_arrival=True,
    )


def _forward_card(win: Win) -> Card:
    return Card(
        step=NAME,
        kind=f"forward-{win.pk}",
        title=_("One thing you would still do this week, whichever way this goes?"),
        body=about(win),
        url=reverse("wins:forward", args=[win.pk]),
        action=_("Write one line"),
        weight=FORWARD_WEIGHT,
    )
