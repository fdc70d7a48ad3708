"""What several views do: find the row, show the form again, say what was done."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onward.applications.forms import (
    ClosingForm,
    CorrectionForm,
    EventForm,
    place_choices,
)
from onward.applications.labels import STAGE_LABELS
from onward.applications.models import Application, Event
from onward.applications.rules.kinds import NO_KINDS, EventKind, Stage
from onward.applications.services import (
    add_event,
    add_no,
    came_through,
    custom_stages,
    found_at,
    known_tags,
    merge,
    place_of,
)
from onward.people.http import PersonRequest, form_status
from onward.people.models import Person

get_or_post = require_http_methods(("GET", "HEAD", "POST"))


def application_or_404(
    request: PersonRequest, application_id: uuid.UUID
) -> Application:
    own = Application.objects.for_person(request.user).select_related("merged_into")
    return get_object_or_404(own, pk=application_id).head


def event_or_404(request: PersonRequest, event_id: uuid.UUID) -> Event:
    own = Event.objects.for_person(request.user).exclude(kind=EventKind.VOID)
    return get_object_or_404(
        own.select_related("application__merged_into"), pk=event_id
    )


def filter_choices(person: Person) -> dict[str, list[str]]:
    """Return what a person's list can be narrowed to."""
    return {
        "systems": came_through(person),
        "sources": found_at(person),
        "tags": known_tags(person),
    }


def form_page(
    request: PersonRequest, template: str, form: Form, **context: Any
) -> HttpResponse:
    context |= {"form": form}
    return render(request, template, context, status=form_status(form))


def chosen_application(request: PersonRequest) -> Application:
    try:
        key = uuid.UUID(request.POST.get("application", ""))
    except ValueError as error:
        raise Http404 from error
    return application_or_404(request, key)


def place_name(application: Application) -> str:
    """Return what the board calls the place of an application."""
    own = list(custom_stages(application.person))
    names = dict(place_choices(own)) | {Stage.CLOSED.value: STAGE_LABELS[Stage.CLOSED]}
    return str(names[place_of(application, own=own).key])


def timeline_url(event: Event) -> str:
    """Return where an event stands in its timeline."""
    url = reverse("applications:detail", args=(event.application.head.pk,))
    return f"{url}#event-{event.pk}"


def to_timeline(event: Event) -> HttpResponse:
    return redirect(timeline_url(event))


def after_recording(request: PersonRequest, event: Event) -> HttpResponse:
    say(request, _("Recorded."), undo=event)
    if event.kind in NO_KINDS:
        return redirect("plan:no", event.pk)
    return to_timeline(event)


def record_no(
    request: PersonRequest, application: Application, form: EventForm | ClosingForm
) -> HttpResponse:
    """Record the no of a form, unless one came to stand there while it was typed.

    The same one is recorded once, and words beside it are kept as a note; of another one
    the person is asked.
    """
    person, now, note = request.user, timezone.now(), form.cleaned_data["note"]
    event, is_new = add_no(
        person,
        application,
        kind=form.kind_chosen,
        at=form.at,
        seen=form.cleaned_data["seen"],
        now=now,
        note=note,
    )
    if is_new:
        return after_recording(request, event)
    typed = CorrectionForm(
        request.POST, event=event, now=now, zone_name=person.time_zone
    )
    is_timed = form.cleaned_data.get("time") is not None
    other = set(typed.changed_data) - ({"note"} if is_timed else {"note", "time"})
    if other:
        typed.say_what_ended_it()
        context = {"application": application, "event": event}
        return form_page(request, "applications/correct.html", typed, **context)
    _keep_beside(request, application, event, note=note)
    return redirect("plan:no", event.pk)


def _keep_beside(
    request: PersonRequest, application: Application, event: Event, *, note: str
) -> None:
    """Keep the words that were typed about a no that stands already."""
    if note.strip() in {"", event.payload.get("note", "")}:
        say(request, _("This is recorded already; it stands here once."))
        return
    now = timezone.now()
    kept = add_event(
        request.user, application, kind=EventKind.NOTE, at=now, now=now, note=note
    )
    words = _("This is recorded already. What you wrote is kept beside it, as a note.")
    say(request, words, undo=kept)


def say(
    request: PersonRequest,
    text: str,
    *,
    undo: Event | None = None,
    bring_back: Event | None = None,
    batch: uuid.UUID | None = None,
    redo: uuid.UUID | None = None,
    back: str = "",
) -> None:
    """Say on the next page that it is done, beside a button that takes it back.

    Args:
        undo: The event that it recorded, or `batch`, all that one press recorded.
        bring_back: The event that it took back, or `redo`, the press that it took back.
        back: The page to return to after taking it back; the story by default.
    """
    url = ""
    for name, key in (
        ("undo", undo.pk if undo else None),
        ("bring_back", bring_back.pk if bring_back else None),
        ("undo_batch", batch),
        ("redo_batch", redo),
    ):
        if key is not None:
            url = reverse(f"applications:{name}", args=(key,))
    press = _("Bring it back") if redo else _("Undo")
    say_beside(request, text, url=url, press=press, back=back)


def say_beside(
    request: PersonRequest, text: str, *, url: str, press: str, back: str = ""
) -> None:
    """Say on the next page that something was done, beside a button that posts to `url`."""
    context = {"text": text, "url": url, "back": back, "press": press}
    words = render_to_string("applications/parts/undo.html", context, request=request)
    messages.success(request, words)


def back_or(request: HttpRequest, url: str) -> HttpResponse:
    """Redirect to the page of the own site that the form named, else to `url`."""
    back = request.POST.get("back", "")
    if back.startswith("/") and url_has_allowed_host_and_scheme(
        back, allowed_hosts=None
    ):
        return HttpResponseRedirect(back)
    return redirect(url)


def join_with_chosen(request: PersonRequest, application: Application) -> bool:
    """Join the application that a form chose, and say so, or say why not; say whether it did.

    It stays the one that was asked for, unless the form says that the other's name is kept.
    """
    other = chosen_application(request)
    kept, part = application, other
    if request.POST.get("keep") == "other":
        kept, part = other, application
    try:
        done = merge(request.user, kept, other=part, now=timezone.now())
    except ValueError:
        say(request, _("These are one application already; nothing was joined."))
        return False
    application.refresh_from_db()
    kept.refresh_from_db()
    text = _("The two are one application now. It stays “%(name)s”.")
    say(request, text % {"name": kept}, undo=done)
    return True
