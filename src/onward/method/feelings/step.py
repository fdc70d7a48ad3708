"""Step 1, allow yourself to feel disappointed: what it offers after a no, and today."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.applications.models import Event
from onward.method.feelings.models import HOURS_CHOICES, QuietWindow
from onward.method.feelings.rules import Answer, Hours, Writing, asks_to_refocus
from onward.method.feelings.services.plans import has_step, plan_for_today
from onward.method.feelings.services.quiet import (
    correct_in_quiet,
    fold_in_quiet,
    is_quiet_without,
    keep_quiet,
    kept_quiet,
    noes_asked_about,
    noes_kept_quiet,
    open_window,
    refocus_window,
    stop_quiet,
    window_around,
)
from onward.method.feelings.services.writing import Kept, kept_about
from onward.method.feelings.words import about_words, quiet_until, refocus_question
from onward.method.noes import no_event
from onward.method.rules import Depth
from onward.method.step import Card, CareItem, No
from onward.people.models import Person

NAME = "feelings"
REFOCUS_WEIGHT = 90
PLAN_WEIGHT = 60


class Feelings:
    """What step 1 offers the method."""

    number = 1
    name = NAME
    title = gettext_lazy("Room for how it is")
    line = gettext_lazy(
        "A quiet time after a no, words for what is here, a page to write."
    )

    def after_no(self, no: No, now: datetime) -> list[CareItem]:
        """Return the quiet window, the feelings, the writing and, after them, the refocus."""
        window = window_around(no.person, origin_id=no.origin_id)
        kept = kept_about(no.person, origin_id=no.origin_id)
        items = [_quiet_item(no, window, now), _here_item(no, kept)]
        items += _writing_item(no, kept)
        if window is not None and no.asks:
            items += _refocus_item(window, now)
        return items

    def today(self, person: Person, now: datetime) -> list[Card]:
        """Return the resting card, the one refocus card, and the person's own next step."""
        cards = []
        resting = open_window(person, now=now)
        if resting is not None:
            cards.append(_rest_card(resting, now))
        over = refocus_window(person, now=now)
        if over is not None:
            cards.append(_refocus_card(over, now))
        plan = plan_for_today(person, now=now)
        if plan is not None:
            cards.append(
                Card(
                    step=NAME,
                    kind=f"plan-{plan.pk}",
                    title=_("Your own next step"),
                    body=str(plan),
                    weight=PLAN_WEIGHT,
                    suits_arrival=True,
                    template="feelings/cards/plan.html",
                    context={"plan": plan},
                )
            )
        return cards

    def is_quiet(self, person: Person, now: datetime) -> bool:
        """Return whether a quiet window is on."""
        return open_window(person, now=now) is not None

    def is_quiet_without(self, no: No, now: datetime) -> bool:
        """Return whether a quiet window is on with this no folded away."""
        return is_quiet_without(no.person, origin_id=no.origin_id, now=now)

    def kept_quiet(self, person: Person, now: datetime) -> set[uuid.UUID]:
        """Return the origins of the noes that the open quiet windows are for."""
        return kept_quiet(person, now=now)

    def found(self, event: Event, now: datetime) -> None:
        """Read nothing: noes come by `no_changed`."""

    def no_changed(self, no: No, now: datetime) -> None:
        """Open the window of a no that asks, and take one that does not out of it.

        A length that the person chose outlives it that they fold the no away or correct it.
        """
        if no.asks:
            keep_quiet(
                no.person,
                origin_id=no.origin_id,
                kind=no.kind,
                learned_at=no.learned_at,
            )
        elif no.is_folded:
            fold_in_quiet(no.person, origin_id=no.origin_id)
        elif _was_corrected(no):
            correct_in_quiet(no.person, origin_id=no.origin_id)
        else:
            stop_quiet(no.person, origin_id=no.origin_id)


def _was_corrected(no: No) -> bool:
    """Return whether another event stands for this no."""
    current = no_event(no.person, no.origin_id)
    return current.pk != no.event_id and not current.is_void


def _quiet_item(no: No, window: QuietWindow | None, now: datetime) -> CareItem:
    is_open = window is not None and window.as_window().is_open(now)
    if is_open and window is not None:
        title = quiet_until(window.ends_at, now=now)
        why = _("Nothing is asked of you here until then. You can end it at any time.")
    else:
        title = _("Some quiet around it")
        why = _("For a day or two nothing is asked of you here.")
    return CareItem(
        step=NAME,
        kind="window",
        title=title,
        why=why,
        url=reverse("feelings:quiet", args=[no.origin_id]),
        action=_("Change the quiet time"),
        is_now=is_open or no.asks,
        template="feelings/care/quiet.html",
        context={
            "no": no,
            "window": window if is_open else None,
            "choices": [c for c in HOURS_CHOICES if is_open or c[0] != Hours.NONE],
        },
    )


def _here_item(no: No, kept: Kept) -> CareItem:
    return CareItem(
        step=NAME,
        kind="here",
        title=_("What's here right now?"),
        why=_("Some of these sting, some don't. Whatever it is can be put in words."),
        url=reverse("feelings:here", args=[no.origin_id]),
        action=_("Choose a few words"),
        is_done=bool(kept.entries),
        is_now=no.depth != Depth.TAP or bool(kept.entries),
        template="feelings/care/here.html",
        context={"entries": list(reversed(kept.entries))},
    )


def _writing_item(no: No, kept: Kept) -> list[CareItem]:
    is_on_offer = kept.offer in {Writing.OFFERED, Writing.STOP_SUGGESTED}
    if not is_on_offer and not kept.sessions:
        return []
    return [
        CareItem(
            step=NAME,
            kind="writing",
            title=_("Write about it for up to 20 minutes"),
            why=_("For you alone: nobody else reads it, and it stays on this machine.")
            if no.person.is_local
            else _("For you alone: it is shown to nobody else."),
            url=reverse("feelings:write", args=[no.origin_id]),
            action=_("Open a quiet page"),
            is_done=bool(kept.sessions),
            is_now=no.depth == Depth.WHOLE or bool(kept.sessions),
            template="feelings/care/writing.html",
            context={
                "sessions": list(reversed(kept.sessions)),
                "is_on_offer": is_on_offer,
                "needs_something_else": kept.offer == Writing.SOMETHING_ELSE,
            },
        )
    ]


def _refocus_item(window: QuietWindow, now: datetime) -> list[CareItem]:
    over_at = window.as_window().over_at
    is_closed = window.is_answered and window.answer == Answer.CLOSED
    if window.ends_at <= window.starts_at or is_closed:
        return []
    if has_step(window):
        return []
    return [
        CareItem(
            step=NAME,
            kind="refocus",
            title=_("Look at it, or leave it closed"),
            why=_("If you look: one small next step, chosen by you."),
            url=reverse("feelings:refocus", args=[window.pk]),
            action=_("Look at it"),
            when=over_at,
            is_now=asks_to_refocus(
                window.as_window(), is_answered=window.is_answered, now=now
            ),
        )
    ]


def _rest_card(window: QuietWindow, now: datetime) -> Card:
    return Card(
        step=NAME,
        kind="rest",
        title=quiet_until(window.ends_at, now=now),
        body=_("Nothing is asked of you here until then."),
        is_rest=True,
        suits_rest=True,
        template="feelings/cards/rest.html",
        context={"window": window, "noes": noes_kept_quiet(window)},
    )


def _refocus_card(window: QuietWindow, now: datetime) -> Card:
    noes = noes_asked_about(window)
    return Card(
        step=NAME,
        kind="refocus",
        title=refocus_question(window.as_window(), now=now),
        body=about_words([str(no.application.head) for no in noes]),
        url=reverse("feelings:refocus", args=[window.pk]),
        action=_("Look at it"),
        weight=REFOCUS_WEIGHT,
        suits_arrival=True,
        template="feelings/cards/refocus.html",
        context={"window": window, "noes": noes},
    )
