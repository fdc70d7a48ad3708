"""What was changed in the past month, each undone in one press."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import (
    UNDO_WITHIN,
    bring_back,
    bring_back_batch,
    changes,
    has_a_row,
    recent_actions,
    removed_stages,
    removed_views,
    take_back_batch,
    take_back_one,
    tells_nothing,
)
from onward.applications.views.shared import (
    back_or,
    event_or_404,
    place_name,
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
        text = _what_archived_it(request, event)
    press = _("Bring it back")
    return _beside_it(request, event, text, way="bring_back", press=press)


def _what_archived_it(request: PersonRequest, event: Event) -> str:
    """Say why an application is in the archive since one of its events was undone."""
    is_shelf = event.kind == EventKind.RESTORED
    if is_shelf or not tells_nothing(request.user, event.application.head):
        return _("Undone. It is in the archive again.")
    return _("Undone. Nothing else is told of this application: it is archived.")


@require_POST
def redo(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    event = event_or_404(request, event_id)
    was_undone, was_archived = event.is_void, event.application.head.is_archived
    was_at = place_name(event.application.head)
    bring_back(request.user, event, now=timezone.now())
    event = event_or_404(request, event_id)
    if event.is_void:
        text = _("What this told of was deleted for good.")
        messages.info(request, text)
        return back_or(request, timeline_url(event))
    is_at = place_name(event.application.head)
    text = _("It counts again.") if was_undone else _("This counts already.")
    if was_archived and not event.application.head.is_archived:
        text = _("It counts again, and the application is out of the archive.")
    elif event.payload.get("board") and is_at != was_at:
        text = _("Moved to “%(place)s” again: %(application)s.")
        text %= {"place": is_at, "application": event.application.head}
    return _beside_it(request, event, text, way="undo", press=_("Undo"))


def _beside_it(
    request: PersonRequest, event: Event, text: str, *, way: str, press: str
) -> HttpResponse:
    """Return to where it was pressed and say what was done; on a timeline its button stands there."""
    if request.POST.get("back"):
        _say_with_way(request, text, way=way, key=event.pk, press=press)
    else:
        say_beside(request, text, url="", press=press)
    return back_or(request, timeline_url(event))


def _say_with_way(
    request: PersonRequest, text: str, *, way: str, key: uuid.UUID, press: str
) -> None:
    """Say what was done, beside the way back where no row that is returned to has it already."""
    back = request.POST.get("back", "")
    url = reverse(f"applications:{way}", args=(key,))
    is_in_row = back.endswith(f"#change-{key}")
    if is_in_row and has_a_row(request.user, key, now=timezone.now()):
        url = ""
    say_beside(request, text, url=url, press=press, back=back)


@require_POST
def undo_batch(request: PersonRequest, batch: uuid.UUID) -> HttpResponse:
    _known(request, batch)
    if take_back_batch(request.user, batch, now=timezone.now()):
        press = _("Bring it back")
        _say_with_way(request, _("Undone."), way="redo_batch", key=batch, press=press)
    return back_or(request, reverse("applications:changes"))


@require_POST
def redo_batch(request: PersonRequest, batch: uuid.UUID) -> HttpResponse:
    _known(request, batch)
    if bring_back_batch(request.user, batch, now=timezone.now()):
        text = _("It counts again.")
        _say_with_way(request, text, way="undo_batch", key=batch, press=_("Undo"))
    return back_or(request, reverse("applications:changes"))


def _known(request: PersonRequest, batch: uuid.UUID) -> None:
    if not Event.objects.for_person(request.user).filter(batch=batch).exists():
        raise Http404


@require_GET
def shortcuts(request: PersonRequest) -> HttpResponse:
    return render(request, "applications/shortcuts.html")
