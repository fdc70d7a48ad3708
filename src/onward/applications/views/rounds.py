"""Interviews, tests, reminders, and what lies ahead."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.applications.forms import (
    CadenceForm,
    ReminderForm,
    RoundForm,
    SnoozeForm,
)
from onward.applications.models import Event
from onward.applications.rules.kinds import ARRANGED_KINDS, PLANNED_KINDS, EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.rules.round import Round
from onward.applications.services import (
    Ask,
    FollowUp,
    add_event,
    add_round,
    arrange,
    asks,
    cadence_of,
    closing,
    done,
    follow_ups,
    keep_cadence,
    lies_behind,
    out_of_sight,
    remind,
    round_of,
    settle,
    snooze,
    take_back_one,
)
from onward.applications.views.shared import (
    application_or_404,
    back_or,
    event_or_404,
    form_page,
    get_or_post,
    say,
    timeline_url,
    to_timeline,
)
from onward.people.http import PersonRequest, posted

SHOWN = 30
CLOSING_WITHIN = timedelta(days=14)
LET_BE_FOR = timedelta(days=14)


@get_or_post
def ahead(request: PersonRequest) -> HttpResponse:
    """Show what lies ahead, and take how the person wants to hear of follow-ups."""
    form = CadenceForm(posted(request), cadence=cadence_of(request.user))
    if form.is_bound and form.is_valid():
        keep_cadence(request.user, form.cadence)
        say(request, _("Kept."))
        return redirect("applications:ahead")
    now, today = timezone.now(), timezone.localdate()
    found = asks(request.user, now=now)
    meetings = sorted(filter(_is_meeting, found), key=_begins)
    others = [ask for ask in found if not _is_meeting(ask) and not _is_reminder(ask)]
    others.sort(key=_first_day)
    context = {
        "meetings": [ask for ask in meetings if not lies_behind(ask.round, now=now)][
            :SHOWN
        ],
        "held": [ask for ask in meetings if lies_behind(ask.round, now=now)][-SHOWN:],
        "moving": [ask for ask in others if _is_moving(ask)][:SHOWN],
        "asked": [ask for ask in others if not _is_moving(ask)][:SHOWN],
        "reminders": sorted(filter(_is_reminder, found), key=_day)[:SHOWN],
        "follow_ups": _offered(request, now=now, today=today),
        "closing": closing(request.user, today=today, until=today + CLOSING_WITHIN),
        "hidden": out_of_sight(request.user, today=today)[:SHOWN],
        "today": today,
        "now": now,
    }
    return form_page(request, "applications/ahead.html", form, **context)


def _offered(request: PersonRequest, *, now: datetime, today: date) -> list[FollowUp]:
    # What is arranged stays in sight while it is quiet, and once an accepted offer ended the
    # search; what only could be done does not.
    if request.is_resting() or request.is_search_over():
        return []
    return follow_ups(request.user, now=now, today=today, limit=SHOWN)


def _is_meeting(ask: Ask) -> bool:
    is_arranged = ask.round.kind in PLANNED_KINDS
    return is_arranged and bool(ask.round.starts_at or ask.round.on_day)


def _is_moving(ask: Ask) -> bool:
    return ask.round.outcome == Outcome.MOVED


def _is_reminder(ask: Ask) -> bool:
    return ask.round.kind == EventKind.REMINDER


def _begins(ask: Ask) -> str:
    begins = ask.round.starts_at
    if begins is None:
        return ask.round.on_day.isoformat() if ask.round.on_day else ""
    local = timezone.localtime(begins) if begins.tzinfo else begins
    return local.strftime("%Y-%m-%dT%H:%M")


def _first_day(ask: Ask) -> tuple[bool, str]:
    """Return by what is sorted that asks for a word: by its day, and behind, what has none."""
    day = _day(ask) or _begins(ask)[:10]
    return (not day, day)


def _day(ask: Ask) -> str:
    return ask.round.until.isoformat() if ask.round.until else ""


@get_or_post
def interview_add(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = application_or_404(request, application_id)
    form = RoundForm(posted(request), zone_name=request.user.time_zone)
    if not form.is_valid():
        return form_page(
            request, "applications/interview.html", form, application=application
        )
    event = add_round(
        request.user, application, details=form.details, now=timezone.now()
    )
    url = reverse("applications:detail", args=(application.pk,))
    say(request, _("Recorded."), undo=event, back=url)
    return redirect(url)


@get_or_post
def arrange_page(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    event = event_or_404(request, event_id)
    held = _arranged(request, event)
    form = RoundForm(posted(request), zone_name=request.user.time_zone, held=held)
    application = event.application.head
    if not form.is_valid():
        return form_page(
            request,
            "applications/arrange.html",
            form,
            application=application,
            event=event,
        )
    change = arrange(request.user, event, details=form.details, now=timezone.now())
    url = reverse("applications:detail", args=(application.pk,))
    if change is not None:
        say(request, _("Saved."), undo=change, back=url)
    return redirect(url)


@require_POST
def outcome(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    event = event_or_404(request, event_id)
    try:
        said = Outcome(request.POST.get("outcome", ""))
    except ValueError as error:
        raise Http404 from error
    try:
        change = settle(request.user, event, outcome=said, now=timezone.now())
    except LookupError as error:
        raise Http404 from error
    if change is not None:
        say(request, _("Noted."), undo=change, back=request.POST.get("back", ""))
    return back_or(request, timeline_url(event))


@require_POST
def stands(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    """Take back that mail moved an interview, or called it off."""
    event = event_or_404(request, event_id)
    if event.kind != EventKind.ARRANGED:
        raise Http404
    take_back_one(request.user, event, now=timezone.now())
    say(request, _("It stands as it was before that mail."), bring_back=event)
    return to_timeline(event)


@require_POST
def done_with(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    event = event_or_404(request, event_id)
    try:
        change = done(request.user, event, now=timezone.now())
    except LookupError as error:
        raise Http404 from error
    say(request, _("Done."), undo=change, back=request.POST.get("back", ""))
    return back_or(request, timeline_url(event))


@get_or_post
def reminder(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = application_or_404(request, application_id)
    now = timezone.now()
    form = ReminderForm(posted(request), now=now, zone_name=request.user.time_zone)
    if not form.is_valid():
        return form_page(
            request, "applications/reminder.html", form, application=application
        )
    event = remind(
        request.user,
        application,
        on=form.cleaned_data["day"],
        note=form.cleaned_data["note"],
        now=now,
    )
    url = reverse("applications:detail", args=(application.pk,))
    say(request, _("You will be reminded."), undo=event, back=url)
    return redirect(url)


@get_or_post
def put_off(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = application_or_404(request, application_id)
    now = timezone.now()
    form = SnoozeForm(posted(request), now=now, zone_name=request.user.time_zone)
    if not form.is_valid():
        return form_page(
            request, "applications/snooze.html", form, application=application
        )
    until = form.cleaned_data["day"]
    event = snooze(request.user, application, until=until, now=now)
    url = reverse("applications:detail", args=(application.pk,))
    say(request, _("Out of sight until then."), undo=event, back=url)
    return redirect(url)


@require_POST
def back_in_sight(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = application_or_404(request, application_id)
    event = snooze(request.user, application, until=None, now=timezone.now())
    url = reverse("applications:detail", args=(application.pk,))
    say(request, _("It is back in sight."), undo=event, back=url)
    return back_or(request, url)


@require_POST
def followed_up(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    """Record that the person asked how it stands, or lets it be for two weeks."""
    application = application_or_404(request, application_id)
    now = timezone.now()
    back = request.POST.get("back", "")
    if request.POST.get("answer") == "let-be":
        until = timezone.localdate(now) + LET_BE_FOR
        event = snooze(request.user, application, until=until, now=now)
        say(request, _("Let be for two weeks."), undo=event, back=back)
    else:
        event = add_event(
            request.user, application, kind=EventKind.FOLLOW_UP, at=now, now=now
        )
        say(request, _("Recorded."), undo=event, back=back)
    return back_or(request, reverse("applications:ahead"))


def _arranged(request: PersonRequest, event: Event) -> Round:
    """Return the interview, test, question or offer that an event is part of."""
    try:
        held = round_of(request.user, event)
    except LookupError as error:
        raise Http404 from error
    if held.kind not in ARRANGED_KINDS:
        raise Http404
    return held
