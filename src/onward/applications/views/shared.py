"""What several views do: find the row, show the form again, say what was done."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import NO_KINDS, EventKind
from onward.applications.services import came_through, found_at, known_tags, merge
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
    if url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return redirect(back)
    return redirect(url)


def join_with_chosen(request: PersonRequest, application: Application) -> bool:
    """Join the application that a form chose, and say so, or say why not; say whether it did."""
    other = chosen_application(request)
    try:
        done = merge(request.user, application, other=other, now=timezone.now())
    except ValueError:
        say(request, _("These are one application already; nothing was joined."))
        return False
    application.refresh_from_db()
    text = _("The two are one application now. It stays “%(name)s”.")
    say(request, text % {"name": application}, undo=done)
    return True
