"""What was changed in the past month, each undone in one press."""

from __future__ import annotations

import uuid

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from onward.applications.models import Event
from onward.applications.services import (
    UNDO_WITHIN,
    bring_back,
    bring_back_batch,
    changes,
    recent_actions,
    removed_stages,
    removed_views,
    take_back_batch,
    take_back_one,
)
from onward.applications.views.shared import (
    back_or,
    event_or_404,
    say,
    say_beside,
    timeline_url,
)
from onward.people.http import PersonRequest

CHANGES_A_PAGE = 30


@require_GET
def changes_page(request: PersonRequest) -> HttpResponse:
    now = timezone.now()
    actions = recent_actions(request.user, now=now)
    page = Paginator(actions, CHANGES_A_PAGE).get_page(request.GET.get("page"))
    since = now - UNDO_WITHIN
    context = {
        "page": page,
        "changes": changes(request.user, list(page)),
        "removed_views": removed_views(request.user, since=since),
        "removed_stages": removed_stages(request.user, since=since),
    }
    return render(request, "applications/changes.html", context)


@require_POST
def undo(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    event = event_or_404(request, event_id)
    was_there, was_archived = not event.is_void, event.application.head.is_archived
    take_back_one(request.user, event, now=timezone.now())
    event = event_or_404(request, event_id)
    text = _("Undone.") if was_there else _("This was undone already.")
    if event.application.head.is_archived and not was_archived:
        text = _("Undone. Nothing else is told of this application: it is archived.")
    url = reverse("applications:bring_back", args=(event.pk,))
    return _beside_it(request, event, text, url=url, press=_("Bring it back"))


@require_POST
def redo(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    event = event_or_404(request, event_id)
    was_undone, was_archived = event.is_void, event.application.head.is_archived
    bring_back(request.user, event, now=timezone.now())
    event = event_or_404(request, event_id)
    text = _("It counts again.") if was_undone else _("This counts already.")
    if was_archived and not event.application.head.is_archived:
        text = _("It counts again, and the application is out of the archive.")
    url = reverse("applications:undo", args=(event.pk,))
    return _beside_it(request, event, text, url=url, press=_("Undo"))


def _beside_it(
    request: PersonRequest, event: Event, text: str, *, url: str, press: str
) -> HttpResponse:
    """Return to where it was pressed and say what was done; on a timeline its button stands there."""
    back = request.POST.get("back", "")
    say_beside(request, text, url=url if back else "", press=press, back=back)
    return back_or(request, timeline_url(event))


@require_POST
def undo_batch(request: PersonRequest, batch: uuid.UUID) -> HttpResponse:
    _known(request, batch)
    if take_back_batch(request.user, batch, now=timezone.now()):
        say(request, _("Undone."), redo=batch, back=request.POST.get("back", ""))
    return back_or(request, reverse("applications:changes"))


@require_POST
def redo_batch(request: PersonRequest, batch: uuid.UUID) -> HttpResponse:
    _known(request, batch)
    if bring_back_batch(request.user, batch, now=timezone.now()):
        back = request.POST.get("back", "")
        say(request, _("It counts again."), batch=batch, back=back)
    return back_or(request, reverse("applications:changes"))


def _known(request: PersonRequest, batch: uuid.UUID) -> None:
    if not Event.objects.for_person(request.user).filter(batch=batch).exists():
        raise Http404


@require_GET
def shortcuts(request: PersonRequest) -> HttpResponse:
    return render(request, "applications/shortcuts.html")
