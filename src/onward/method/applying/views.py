from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.method.applying.accepted import accepted_offer, go_on
from onward.method.applying.forms import PaceForm, SessionForm
from onward.method.applying.models import Session
from onward.method.applying.services import (
    answer_less,
    bring_back,
    end_session,
    is_day_off,
    keep_no_plan,
    keep_pace,
    leave_out,
    next_action,
    note_activity,
    open_session,
    rhythm_of,
    small_things,
    start_session,
    week,
)
from onward.method.applying.words import DAY_KINDS, DAY_NAMES, reason_of, title_of
from onward.people.http import PersonRequest, posted

get_or_post = require_http_methods(("GET", "HEAD", "POST"))


@require_GET
def home(request: PersonRequest) -> HttpResponse:
    now, today = timezone.now(), timezone.localdate()
    rhythm = rhythm_of(request.user)
    days = [
        {
            "planned": planned,
            "name": DAY_NAMES[planned.day.weekday()],
            "kind": DAY_KINDS[planned.kind],
        }
        for planned in week(request.user, today=today)
    ]
    context = {
        "rhythm": rhythm,
        "days": days,
        "is_day_off": is_day_off(rhythm, today=today),
        "going": open_session(request.user, now=now),
        **_accepted(request, now),
        **_next(request, now),
    }
    return render(request, "applying/home.html", context)


def _accepted(request: PersonRequest, now: datetime) -> dict[str, Any]:
    """Return the accepted offer that ended the search, or may, if the person lets it."""
    rhythm = rhythm_of(request.user)
    accepted = accepted_offer(rhythm, now=now)
    if accepted is not None or rhythm.goes_on_at is None:
        return {"accepted": accepted, "goes_on": False}
    rhythm.goes_on_at = None
    accepted = accepted_offer(rhythm, now=now)
    return {"accepted": accepted, "goes_on": accepted is not None}


def _next(request: PersonRequest, now: datetime) -> dict[str, Any]:
    """Return the one thing to take up next; while it is quiet nothing asks."""
    matter = (
        None if request.is_resting() else next_action(rhythm_of(request.user), now=now)
    )
    if matter is None:
        return {"matter": None}
    today = timezone.localdate(now)
    return {
        "matter": matter,
        "title": title_of(matter),
        "reason": reason_of(matter, today=today),
    }


@get_or_post
def plan(request: PersonRequest) -> HttpResponse:
    rhythm = rhythm_of(request.user)
    data = posted(request)
    form = PaceForm(data, rhythm=rhythm, first_day=request.user.week_starts_on)
    if not form.is_valid():
        status = 422 if form.errors else 200
        context = {"form": form, "rhythm": rhythm}
        return render(request, "applying/plan.html", context, status=status)
    keep_pace(request.user, form.pace, starts_at=form.starting, now=timezone.now())
    messages.success(request, _("Kept. You can change it at any time."))
    return redirect("applying:home")


@require_POST
def no_plan(request: PersonRequest) -> HttpResponse:
    keep_no_plan(request.user)
    messages.success(request, _("No plan, then. It is here if you want one later."))
    return redirect("pages:today")


@require_GET
def small(request: PersonRequest) -> HttpResponse:
    context = {"saved": small_things(request.user, today=timezone.localdate())}
    return render(request, "applying/small.html", context)


@require_POST
def welcome(request: PersonRequest) -> HttpResponse:
    note_activity(request.user, at=timezone.now())
    is_small = request.POST.get("answer") == "small"
    return redirect("applying:small" if is_small else "pages:today")


@require_POST
def less(request: PersonRequest) -> HttpResponse:
    is_yes = request.POST.get("answer") == "yes"
    answer_less(request.user, is_yes=is_yes, now=timezone.now())
    if not is_yes:
        return redirect("pages:today")
    messages.success(request, _("One session less, and a day off more."))
    return redirect("applying:home")


@require_POST
def going_on(request: PersonRequest) -> HttpResponse:
    goes_on = request.POST.get("answer") == "on"
    go_on(request.user, now=timezone.now() if goes_on else None)
    if goes_on:
        messages.success(
            request,
            _("Noted: the search goes on. On this page you can let it rest again."),
        )
        return redirect("applying:home")
    return redirect("pages:today")


@require_POST
def start(request: PersonRequest) -> HttpResponse:
    begun = start_session(request.user, now=timezone.now())
    return redirect("applying:session", begun.pk)


@get_or_post
def session(request: PersonRequest, session_id: uuid.UUID) -> HttpResponse:
    held = _session(request, session_id)
    now = timezone.now()
    noted = {"minutes": held.minutes, "felt": held.felt, "note": held.note}
    initial = {name: value for name, value in noted.items() if value}
    suggested = {"minutes": rhythm_of(request.user).minutes}
    form = SessionForm(posted(request), initial=initial, suggested=suggested)
    if not form.is_valid():
        status = 422 if form.errors else 200
        context = {
            "session": held,
            "form": form,
            "minutes": rhythm_of(request.user).minutes,
            "saved": small_things(request.user, today=timezone.localdate(now)),
            **_next(request, now),
        }
        return render(request, "applying/session.html", context, status=status)
    end_session(
        held,
        minutes=form.cleaned_data["minutes"],
        felt=form.cleaned_data["felt"],
        note=form.cleaned_data["note"],
        now=now,
    )
    messages.success(request, _("Kept. The rest of the day is yours."))
    return redirect("applying:home")


@require_POST
def leave(request: PersonRequest, session_id: uuid.UUID) -> HttpResponse:
    held = _session(request, session_id)
    leave_out(held, now=timezone.now())
    messages.success(request, _("Left out."))
    return redirect("applying:session", held.pk)


@require_POST
def back(request: PersonRequest, session_id: uuid.UUID) -> HttpResponse:
    held = _session(request, session_id)
    bring_back(held)
    return redirect("applying:session", held.pk)


def _session(request: PersonRequest, session_id: uuid.UUID) -> Session:
    return get_object_or_404(Session.objects.for_person(request.user), pk=session_id)
