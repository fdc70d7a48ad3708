"""Step 2, seek constructive feedback: what it offers after a no, and today."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import NO_KINDS, EventKind
from onward.method.feedback.labels import REASON_WORDS, SILENT_WORDS
from onward.method.feedback.models import FeedbackRequest
from onward.method.feedback.rules.kinds import Reason, Standing
from onward.method.feedback.services.answering import is_unasked, read_rejection
from onward.method.feedback.services.asking import drop_no, follow_undo, note_no
from onward.method.feedback.services.following import follow_event
from onward.method.feedback.services.lessons import feedback_about
from onward.method.feedback.services.overview import (
    SILENCE_SHOWN,
    Shown,
    open_requests,
    to_ask,
)
from onward.method.feedback.services.sent_mail import follow_own_mail
from onward.method.feedback.services.situation import Story, story_of
from onward.method.step import Card, CareItem, No
from onward.method.versions import told_by
from onward.people.models import Person

NAME = "feedback"
ANSWER_WEIGHT = 70
ASK_WEIGHT = 50
SILENT_WEIGHT = 20
_TELLS_OF_ASKING = frozenset(
    {
        *NO_KINDS,
        EventKind.FEEDBACK_ASKED,
        EventKind.VOID,
        EventKind.MERGE,
        EventKind.SPLIT,
    }
)


class Feedback:
    """What step 2 offers the method."""

    number = 2
    name = NAME
    title = gettext_lazy("Feedback")
    line = gettext_lazy(
        "One polite question where a person can answer it, and what they said."
    )

    def after_no(self, no: No, now: datetime) -> list[CareItem]:
        """Return whether asking is worth a message, with the reason, and what they said."""
        application = Application.objects.for_person(no.person).get(
            pk=no.application_id
        )
        story = story_of(no.person, application)
        items = _said_item(no, story, now)
        if story.origin is not None and story.origin.pk == no.origin_id:
            items.append(_ask_item(no, story, now))
        return items

    def today(self, person: Person, now: datetime) -> list[Card]:
        """Return what looks like an answer, one no to ask about, and a silence that closed."""
        shown = open_requests(person, now=now)
        cards = [_answer_card(one) for one in shown if one.answers]
        cards += [_ask_card(story) for story in to_ask(person, now=now)]
        cards += [_silent_card(one) for one in shown if _is_news(one, now)]
        return cards

    def found(self, event: Event, now: datetime) -> None:
        """Read the reasons told unasked, what was asked in own mail, and what was put right.

        An answer is not stored when it comes: it is looked for among the messages each
        time, so that mail may be read in any order.
        """
        follow_event(event)
        told = told_by(event)
        if not told.is_void and (told.kind == EventKind.REJECTION or is_unasked(told)):
            read_rejection(event.person, told, now=now)
        if event.kind == EventKind.VOID:
            follow_undo(event.person, application_id=event.application_id)
        if event.kind in _TELLS_OF_ASKING:
            follow_own_mail(event.person, application_ids=_touched(event), now=now)

    def no_changed(self, no: No, now: datetime) -> None:
        """Keep when a no that asks may be asked about; forget one that does not."""
        if no.asks:
            note_no(
                no.person,
                origin=Event.objects.for_person(no.person).get(pk=no.origin_id),
                application_id=no.application_id,
                said_on=no.day,
                learned_at=no.learned_at,
            )
        else:
            drop_no(no.person, origin_id=no.origin_id)


def _touched(event: Event) -> list[uuid.UUID]:
    """Return the applications whose story an event changes: a split or a merge has two."""
    other = event.payload.get("application")
    is_of_two = event.kind in {EventKind.MERGE, EventKind.SPLIT} and other
    return [event.application_id, *([uuid.UUID(str(other))] if is_of_two else [])]


def _ask_item(no: No, story: Story, now: datetime) -> CareItem:
    url = reverse("feedback:application", args=[story.application.pk])
    is_asked = story.reason == Reason.ASKED
    if story.is_offered:
        window = story.window
        is_let_go = story.asked_about is not None and bool(story.asked_about.let_go_at)
        return CareItem(
            step=NAME,
            kind="ask",
            title=_("Ask one question"),
            why=REASON_WORDS[story.reason]
            + " "
            + _("A draft is written for you; nothing is sent without your press."),
            url=url,
            action=_("See a draft"),
            when=window.opens_at if window is not None and not is_let_go else None,
            is_now=no.asks
            and not is_let_go
            and window is not None
            and window.is_open(now),
        )
    return CareItem(
        step=NAME,
        kind="ask",
        title=_("You asked for feedback")
        if is_asked
        else _("Asking for feedback is possible")
        if story.reason == Reason.MAILBOX_WROTE
        else _("Asking for feedback is not offered here"),
        why=str(REASON_WORDS[story.reason]),
        url=url,
        action=_("How it stands") if is_asked else _("Read more, or ask all the same"),
        is_done=is_asked,
        is_now=False,
    )


def _said_item(no: No, story: Story, now: datetime) -> list[CareItem]:
    said = list(feedback_about(no.person, story.application)[:5])
    if not said:
        return []
    window = story.window
    return [
        CareItem(
            step=NAME,
            kind="said",
            title=_("What they said about it"),
            why=_("Word for word. One view is one view."),
            url=reverse("feedback:application", args=[story.application.pk]),
            action=_("Say what it is about"),
            # In the quiet time nobody's reasons are held out to be read.
            when=window.opens_at if window is not None else None,
            is_now=no.asks and window is not None and window.opens_at <= now,
            template="feedback/care/said.html",
            context={"said": said},
        )
    ]


def _answer_card(one: Shown) -> Card:
    message = one.answers[0]
    name = message.contact_name or message.sender_name or message.sender_address
    return Card(
        step=NAME,
        kind=f"answer-{one.request.pk}",
        title=_("This looks like the answer from %(name)s") % {"name": name},
        body=_("You asked for feedback about %(application)s.")
        % {"application": one.request.application.head},
        url=reverse("feedback:answer", args=[one.request.pk, message.pk]),
        action=_("Read it"),
        weight=ANSWER_WEIGHT,
        suits_arrival=True,
    )


def _ask_card(story: Story) -> Card:
    return Card(
        step=NAME,
        kind=f"ask-{story.origin.pk if story.origin else ''}",
        title=_("Ask one question about %(application)s")
        % {"application": story.application},
        body=f"{REASON_WORDS[story.reason]} "
        + _("A draft is written for you; nothing is sent without your press."),
        url=reverse("feedback:application", args=[story.application.pk]),
        action=_("See a draft"),
        weight=ASK_WEIGHT,
    )


def _is_news(one: Shown, now: datetime) -> bool:
    return (
        one.standing == Standing.SILENT
        and not one.answers
        and one.request.silence_seen_at is None
        and one.closes_at is not None
        and now < one.closes_at + SILENCE_SHOWN
    )


def _silent_card(one: Shown) -> Card:
    request: FeedbackRequest = one.request
    return Card(
        step=NAME,
        kind=f"silent-{request.pk}",
        title=_("No answer from %(name)s")
        % {
            "name": request.to_name
            or request.to_address
            or request.application.head.company
            or _("a company")
        },
        body=str(SILENT_WORDS),
        weight=SILENT_WEIGHT,
        template="feedback/cards/silent.html",
        context={"request": request},
    )
