from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.applications.forms import (
    AddForm,
    CorrectionForm,
    EventForm,
    FactsForm,
    ListForm,
    SplitForm,
)
from onward.applications.models import Application, Event
from onward.applications.rules.kinds import CORRECTABLE, FACTS, NO_KINDS, EventKind
from onward.applications.rules.listing import Wanted
from onward.applications.services import (
    add_application,
    add_event,
    archive,
    bring_back,
    came_through,
    correct_event,
    describe,
    find_applications,
    merge,
    move_event,
    resembling,
    restore,
    split,
    take_back,
    timeline,
)
from onward.people.http import PersonRequest

PER_PAGE = 25
CHOICES_SHOWN = 10

get_or_post = require_http_methods(("GET", "HEAD", "POST"))


@require_GET
def application_list(request: PersonRequest) -> HttpResponse:
    form = ListForm(request.GET, systems=came_through(request.user))
    wanted = form.wanted
    found = find_applications(request.user, wanted=wanted)
    page = Paginator(found, per_page=PER_PAGE).get_page(request.GET.get("page"))
    template = "applications/list.html"
    context = {
        "form": form,
        "wanted": wanted,
        "page": page,
        "open_rows": [row for row in page if row.is_open],
        "closed_rows": [row for row in page if not row.is_open],
    }
    if request.htmx:
        template += "#results"
    return render(request, template, context)


@get_or_post
def add(request: PersonRequest) -> HttpResponse:
    now = timezone.now()
    form = AddForm(_posted(request), now=now, zone_name=request.user.time_zone)
    if not form.is_valid():
        return _form_page(request, "applications/add.html", form)
    application = add_application(
        request.user,
        facts=form.facts,
        applied_at=form.applied_at,
        note=form.cleaned_data["note"],
        now=now,
    )
    messages.success(request, _("Added."))
    return redirect("applications:detail", application.pk)


@require_GET
def detail(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = _application(request, application_id)
    if application.pk != application_id:
        return redirect("applications:detail", application.pk)
    entries = timeline(request.user, application)
    context = {
        "application": application,
        "story": [entry for entry in entries if not entry.is_quiet],
        "bookkeeping": [entry for entry in entries if entry.is_quiet],
        "form": EventForm(now=timezone.now(), zone_name=request.user.time_zone),
        "facts": {
            name: value
            for name in FACTS
            if name not in {"company", "role"} and (value := getattr(application, name))
        },
        "can_split": sum(entry.can_be_corrected for entry in entries) > 1,
    }
    return render(request, "applications/detail.html", context)


@get_or_post
def edit(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = _application(request, application_id)
    initial = {name: getattr(application, name) for name in FACTS}
    form = FactsForm(_posted(request), initial=initial)
    if not form.is_valid():
        return _form_page(
            request, "applications/edit.html", form, application=application
        )
    event = describe(request.user, application, facts=form.facts, now=timezone.now())
    if event is not None:
        _say(request, _("Saved."), undo=event)
    return redirect("applications:detail", application.pk)


@get_or_post
def record_event(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = _application(request, application_id)
    now = timezone.now()
    form = EventForm(_posted(request), now=now, zone_name=request.user.time_zone)
    if not form.is_valid():
        return _form_page(
            request, "applications/record.html", form, application=application
        )
    event = add_event(
        request.user,
        application,
        kind=form.kind_chosen,
        at=form.at,
        note=form.cleaned_data["note"],
        now=now,
    )
    return _after_recording(request, event)


@get_or_post
def correct(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    event = _event(request, event_id)
    application = event.application.head
    if event.is_void or event.kind not in CORRECTABLE:
        return _to_timeline(event)
    now = timezone.now()
    form = CorrectionForm(
        _posted(request), event=event, now=now, zone_name=request.user.time_zone
    )
    if not form.is_valid():
        return _form_page(
            request,
            "applications/correct.html",
            form,
            application=application,
            event=event,
        )
    corrected = correct_event(
        request.user,
        event,
        kind=form.kind_chosen,
        at=form.at,
        note=form.cleaned_data["note"],
        now=now,
    )
    return _after_recording(request, corrected)


@require_POST
def undo(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    event = _event(request, event_id)
    take_back(request.user, event, now=timezone.now())
    return _to_timeline(event)


@require_POST
def redo(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    event = _event(request, event_id)
    bring_back(request.user, event, now=timezone.now())
    return _to_timeline(event)


@get_or_post
def move(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    event = _event(request, event_id)
    source = event.application.head
    if event.is_void or event.kind not in CORRECTABLE:
        return _to_timeline(event)
    if request.method != "POST":
        context = {"application": source, "event": event}
        return _choose(request, "applications/move.html", context)
    target = _chosen(request)
    try:
        done = move_event(request.user, event, to=target, now=timezone.now())
    except ValueError:
        return redirect("applications:move", event.pk)
    _say(request, _("Moved to this application."), undo=done)
    return redirect("applications:detail", target.pk)


@get_or_post
def join(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = _application(request, application_id)
    if request.method != "POST":
        return _choose(request, "applications/join.html", {"application": application})
    other = _chosen(request)
    try:
        done = merge(request.user, application, other=other, now=timezone.now())
    except ValueError:
        return redirect("applications:join", application.pk)
    _say(request, _("The two are one application now."), undo=done)
    return redirect("applications:detail", application.pk)


@get_or_post
def split_off(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = _application(request, application_id)
    events = {
        str(entry.event.pk): entry.event
        for entry in timeline(request.user, application)
        if entry.can_be_corrected
    }
    form = SplitForm(_posted(request), events=events.values())
    if not form.is_valid():
        return _form_page(
            request, "applications/split.html", form, application=application
        )
    chosen = [events[key] for key in form.cleaned_data["events"]]
    part = split(request.user, application, events=chosen, now=timezone.now())
    done = application.events.filter(kind=EventKind.SPLIT).latest("number")
    _say(request, _("This is an application of its own now."), undo=done)
    return redirect("applications:detail", part.pk)


@require_POST
def put_away(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = _application(request, application_id)
    done = archive(request.user, application, now=timezone.now())
    _say(request, _("Put in the archive."), undo=done)
    return redirect("applications:detail", application.pk)


@require_POST
def take_out(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = _application(request, application_id)
    done = restore(request.user, application, now=timezone.now())
    _say(request, _("Taken out of the archive."), undo=done)
    return redirect("applications:detail", application.pk)


def _application(request: PersonRequest, application_id: uuid.UUID) -> Application:
    own = Application.objects.for_person(request.user).select_related("merged_into")
    return get_object_or_404(own, pk=application_id).head


def _event(request: PersonRequest, event_id: uuid.UUID) -> Event:
    own = Event.objects.for_person(request.user).exclude(kind=EventKind.VOID)
    return get_object_or_404(
        own.select_related("application__merged_into"), pk=event_id
    )


def _posted(request: PersonRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _form_page(
    request: PersonRequest, template: str, form: Form, **context: Any
) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, template, context | {"form": form}, status=status)


def _choose(
    request: PersonRequest, template: str, context: dict[str, Any]
) -> HttpResponse:
    """Show which applications could be meant: those alike, or those that were searched."""
    application = context["application"]
    search = request.GET.get("q", "").replace("\0", "")[:200]
    wanted = Wanted(search=search)
    if wanted.words:
        found = find_applications(request.user, wanted=wanted)
        choices = list(found.exclude(pk=application.pk)[:CHOICES_SHOWN])
    else:
        choices = resembling(request.user, application)
    context |= {"search": search, "choices": choices}
    return render(request, template, context)


def _chosen(request: PersonRequest) -> Application:
    try:
        key = uuid.UUID(request.POST.get("application", ""))
    except ValueError as error:
        raise Http404 from error
    return _application(request, key)


def _to_timeline(event: Event) -> HttpResponse:
    url = reverse("applications:detail", args=(event.application.head.pk,))
    return redirect(f"{url}#event-{event.pk}")


def _after_recording(request: PersonRequest, event: Event) -> HttpResponse:
    if event.kind in NO_KINDS:
        return redirect("plan:no", event.pk)
    _say(request, _("Recorded."), undo=event)
    return _to_timeline(event)


def _say(request: PersonRequest, text: str, *, undo: Event) -> None:
    """Say on the next page that it is done, beside a button that undoes it."""
    context = {"text": text, "event": undo}
    words = render_to_string("applications/parts/undo.html", context, request=request)
    messages.success(request, words)
