from __future__ import annotations

import uuid
from typing import TypeVar

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.applications.models import Event
from onward.method.feelings.forms import HereForm, HoursForm, PlanForm, WritingForm
from onward.method.feelings.models import (
    FeelingEntry,
    IfThen,
    QuietWindow,
    WritingSession,
)
from onward.method.feelings.rules import WRITING_MINUTES, Answer, Writing
from onward.method.feelings.services.plans import finish_plan, make_plan, plans_ahead
from onward.method.feelings.services.quiet import (
    answer_refocus,
    choose_quiet,
    end_quiet,
    noes_asked_about,
    noes_of,
    open_window,
    prefer_hours,
    preferred_hours,
)
from onward.method.feelings.services.writing import (
    keep_typed,
    keep_writing,
    kept_about,
    note_feelings,
    throw_away,
    unfinished_page,
)
from onward.method.feelings.words import kept_words
from onward.method.noes import no_event, origin_of
from onward.people.http import PersonRequest, form_status, posted


@require_GET
def home(request: PersonRequest) -> HttpResponse:
    now = timezone.now()
    hours = preferred_hours(request.user)
    writings = WritingSession.objects.for_person(request.user).order_by("-at")
    return render(
        request,
        "feelings/home.html",
        {
            "window": open_window(request.user, now=now),
            "form": HoursForm({"hours": hours.value}),
            "plans": plans_ahead(request.user),
            "writings": writings.select_related("origin__application")[:20],
        },
    )


@require_POST
def default_hours(request: PersonRequest) -> HttpResponse:
    form = HoursForm(request.POST)
    if form.is_valid():
        prefer_hours(request.user, hours=form.cleaned_data["hours"])
        messages.success(request, _("Kept for the noes to come."))
    return redirect("feelings:home")


@require_POST
def quiet(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    origin = _origin_or_404(request, event_id)
    form = HoursForm(request.POST)
    if form.is_valid():
        choose_quiet(
            request.user,
            origin_id=origin.pk,
            hours=form.cleaned_data["hours"],
            now=timezone.now(),
        )
    return redirect("plan:no", origin.pk)


@require_POST
def end(request: PersonRequest, window_id: uuid.UUID) -> HttpResponse:
    _own(QuietWindow, request, window_id)
    end_quiet(request.user, now=timezone.now())
    messages.success(request, _("The quiet time is over, as you wished."))
    return redirect("pages:today")


@require_http_methods(["GET", "POST"])
def here(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    origin = _origin_or_404(request, event_id)
    form = HereForm(posted(request))
    if request.method == "POST" and form.is_valid():
        entry = note_feelings(
            request.user, origin=origin, now=timezone.now(), **form.cleaned_data
        )
        said = (
            _("Kept, for you alone.") if entry else _("Nothing to keep. That's fine.")
        )
        messages.success(request, said)
        return redirect("plan:no", origin.pk)
    context = {"form": form, "origin": origin}
    return render(request, "feelings/here.html", context, status=form_status(form))


@require_http_methods(["GET", "POST"])
def write(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    origin = _origin_or_404(request, event_id)
    is_left = "leave" in request.POST
    if is_left and not request.POST.get("text", "").strip():
        return _without_page(request, origin)
    before = unfinished_page(request.user, origin_id=origin.pk)
    form = WritingForm(posted(request), initial=_typed_before(before))
    if request.method == "POST" and form.is_valid():
        session = keep_writing(
            request.user, origin=origin, now=timezone.now(), **form.cleaned_data
        )
        said = kept_words(is_left=is_left, is_local=request.user.is_local)
        messages.success(request, said)
        return redirect("feelings:writing", session.pk)
    kept = kept_about(request.user, origin_id=origin.pk)
    context = {
        "form": form,
        "origin": origin,
        "before": None if form.is_bound else before,
        "minutes": WRITING_MINUTES,
        "suggests_stopping": kept.offer in {Writing.STOP_SUGGESTED, Writing.ENOUGH},
        "needs_something_else": kept.offer == Writing.SOMETHING_ELSE,
    }
    return render(request, "feelings/write.html", context, status=form_status(form))


def _typed_before(before: WritingSession | None) -> dict[str, object]:
    if before is None:
        return {}
    return {
        "text": before.text,
        "intensity_after": before.intensity_after,
        "continues": before.pk,
    }


@require_POST
def typed(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    """Keep what is typed so far, so that no way out of the page loses it."""
    origin = _origin_or_404(request, event_id)
    form = WritingForm(request.POST, is_whole=False)
    if not form.is_valid():
        return HttpResponse(status=422)
    keep_typed(request.user, origin=origin, now=timezone.now(), **form.cleaned_data)
    return HttpResponse(status=204)


@require_POST
def untyped(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    """Delete what was kept as it was typed."""
    origin = _origin_or_404(request, event_id)
    messages.success(request, _("Deleted."))
    return _without_page(request, origin)


def _without_page(request: PersonRequest, origin: Event) -> HttpResponse:
    form = WritingForm(request.POST, is_whole=False)
    form.is_valid()
    pages = form.cleaned_data.get("page_id"), form.cleaned_data.get("continues")
    throw_away(request.user, pages=pages)
    return redirect("plan:no", origin.pk)


@require_GET
def writing(request: PersonRequest, session_id: uuid.UUID) -> HttpResponse:
    session = _own(WritingSession, request, session_id)
    kept = kept_about(request.user, origin_id=session.origin_id)
    context = {
        "session": session,
        "needs_something_else": kept.offer == Writing.SOMETHING_ELSE,
    }
    return render(request, "feelings/writing.html", context)


@require_POST
def delete_writing(request: PersonRequest, session_id: uuid.UUID) -> HttpResponse:
    session = _own(WritingSession, request, session_id)
    session.delete()
    messages.success(request, _("Deleted."))
    return redirect("plan:no", session.origin_id)


@require_POST
def delete_entry(request: PersonRequest, entry_id: uuid.UUID) -> HttpResponse:
    entry = _own(FeelingEntry, request, entry_id)
    entry.delete()
    messages.success(request, _("Deleted."))
    return redirect("plan:no", entry.origin_id)


@require_POST
def answer(request: PersonRequest, window_id: uuid.UUID) -> HttpResponse:
    window = _own(QuietWindow, request, window_id)
    is_look = request.POST.get("answer") == Answer.LOOK
    said = Answer.LOOK if is_look else Answer.CLOSED
    answer_refocus(request.user, answer=said, now=timezone.now())
    if is_look:
        return redirect("feelings:refocus", window.pk)
    messages.success(request, _("It stays closed. This was asked once."))
    return redirect("pages:today")


@require_http_methods(["GET", "POST"])
def refocus(request: PersonRequest, window_id: uuid.UUID) -> HttpResponse:
    window = _own(QuietWindow, request, window_id)
    form = PlanForm(posted(request))
    if request.method == "POST" and form.is_valid():
        make_plan(request.user, window=window, now=timezone.now(), **form.cleaned_data)
        answer_refocus(request.user, answer=Answer.LOOK, now=timezone.now())
        messages.success(request, _("Kept. It is shown to you when its day has come."))
        return redirect("pages:today")
    context = {
        "form": form,
        "window": window,
        "noes": noes_asked_about(window) or noes_of(window),
    }
    return render(request, "feelings/refocus.html", context, status=form_status(form))


@require_POST
def finish(request: PersonRequest, plan_id: uuid.UUID) -> HttpResponse:
    plan = _own(IfThen, request, plan_id)
    is_done = request.POST.get("answer") == "done"
    finish_plan(request.user, plan=plan, is_done=is_done, now=timezone.now())
    messages.success(request, _("Done.") if is_done else _("Let go."))
    return redirect("pages:today")


def _origin_or_404(request: PersonRequest, event_id: uuid.UUID) -> Event:
    """Return the event that what is kept about a no hangs on, unless it was taken back."""
    try:
        current = no_event(request.user, event_id)
    except Event.DoesNotExist as error:
        raise Http404 from error
    if current.is_void:
        raise Http404
    return origin_of(request.user, current)


_Row = TypeVar("_Row", FeelingEntry, IfThen, QuietWindow, WritingSession)


def _own(kind: type[_Row], request: PersonRequest, row_id: uuid.UUID) -> _Row:
    return get_object_or_404(kind.objects.for_person(request.user), pk=row_id)
