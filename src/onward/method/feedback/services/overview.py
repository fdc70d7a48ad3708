"""How it stands with every request: what waits, what looks like an answer, what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from onward.core.dates import day_in
from onward.mail.models import MailMessage
from onward.method.feedback.models import FeedbackRequest, NoToAskAbout
from onward.method.feedback.rules.asking import standing_of
from onward.method.feedback.rules.days import silent_at
from onward.method.feedback.rules.kinds import RequestState, Standing
from onward.method.feedback.rules.rates import AnswerRate, answer_rate
from onward.method.feedback.services.arrived import answers_to_each
from onward.method.feedback.services.lessons import feedback_of
from onward.method.feedback.services.situation import Story, story_of, window_of
from onward.people.models import Person

RECENT = timedelta(days=21)
"""Longer than any time in which asking is on offer."""
SILENCE_SHOWN = timedelta(days=5)
"""That no answer came is said on Today once, for so long."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A request with how it stands.

    Attributes:
        answers: Messages that look like the answer, for the person to confirm.
        closes_at: When silence closes it, a midnight; None where it has not left.
        last_day: The last day before that.
    """

    request: FeedbackRequest
    standing: Standing
    answers: Sequence[MailMessage] = ()
    closes_at: datetime | None = None
    last_day: date | None = None


def show(request: FeedbackRequest, *, now: datetime) -> Shown:
    """Return one request with how it stands."""
    return _show_each(request.person, [request], now=now)[0]


def _show_each(
    person: Person, requests: Sequence[FeedbackRequest], *, now: datetime
) -> list[Shown]:
    """Return requests with how they stand, in as few questions as for one."""
    said = feedback_of(person).filter(request__in=requests)
    answered = set(said.values_list("request", flat=True))
    standings = {
        request: standing_of(
            RequestState(request.state),
            asked_at=_asked_at(request),
            is_answered=request.pk in answered,
            now=now,
            zone_name=person.time_zone,
        )
        for request in requests
    }
    is_open = {Standing.WAITING, Standing.SILENT}
    answers = answers_to_each(
        person, [one for one, standing in standings.items() if standing in is_open]
    )
    return [
        _shown(request, standing, answers=answers.get(request.pk, ()))
        for request, standing in standings.items()
    ]


def _asked_at(request: FeedbackRequest) -> datetime | None:
    return request.asked_event.at if request.is_asked and request.asked_event else None


def _shown(
    request: FeedbackRequest, standing: Standing, *, answers: Sequence[MailMessage]
) -> Shown:
    asked_at, zone_name = _asked_at(request), request.person.time_zone
    closes_at = silent_at(asked_at, zone_name=zone_name) if asked_at else None
    return Shown(
        request=request,
        standing=standing,
        answers=answers,
        closes_at=closes_at,
        last_day=day_in(closes_at - timedelta(hours=1), zone_name=zone_name)
        if closes_at
        else None,
    )


def requests_of(person: Person, *, now: datetime) -> list[Shown]:
    """Return every request with how it stands, the latest first."""
    rows = FeedbackRequest.objects.for_person(person).select_related(
        "person", "asked_event", "application__merged_into"
    )
    return _show_each(person, list(rows.order_by("-made_at")), now=now)


def open_requests(person: Person, *, now: datetime) -> list[Shown]:
    """Return the requests that left in the past months and may still be answered."""
    rows = FeedbackRequest.objects.for_person(person).filter(
        state=RequestState.ASKED, asked_event__at__gt=now - timedelta(days=90)
    )
    rows = rows.select_related("person", "asked_event", "application__merged_into")
    shown = _show_each(person, list(rows.order_by("asked_event__at")), now=now)
    return [one for one in shown if one.standing != Standing.ANSWERED]


def to_ask(person: Person, *, now: datetime) -> list[Story]:
    """Return the noes about which asking is on offer at this moment, the oldest first."""
    rows = NoToAskAbout.objects.for_person(person).filter(
        let_go_at=None, learned_at__gt=now - RECENT, learned_at__lte=now
    )
    asked = FeedbackRequest.objects.for_person(person).filter(
        asked_event__voided_by=None, asked_event__isnull=False
    )
    rows = rows.exclude(origin__in=asked.values("origin"))
    rows = rows.select_related("application__merged_into", "origin")
    found = []
    for row in rows.order_by("learned_at", "pk"):
        if window_of(person, row).is_open(now):
            story = story_of(person, row.application)
            if story.is_offered and story.origin == row.origin:
                found.append(story)
    return found


def rate_of(shown: Sequence[Shown]) -> AnswerRate | None:
    """Return the person's own rate of answers; None while too few requests are finished."""
    standings = [one.standing for one in shown]
    return answer_rate(
        answered=standings.count(Standing.ANSWERED),
        silent=standings.count(Standing.SILENT),
    )
