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
    bring_back_batch,
    changes,
    recent_actions,
    removed_stages,
    removed_views,
    take_back_batch,
)
from onward.applications.views.shared import back_or, say
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
def undo_batch(request: PersonRequest, batch: uuid.UUID) -> HttpResponse:
    _known(request, batch)
    if take_back_batch(request.user, batch, now=timezone.now()):
        say(request, _("Undone."), redo=batch, back=request.POST.get("back", ""))
    return back_or(request, reverse("applications:changes"))


@require_POST
def redo_batch(request: PersonRequest, batch: uuid.UUID) -> HttpResponse:
    _known(request, batch)
    if bring_back_batch(request.user, batch, now=timezone.now()):
        say(request, _("It counts again."), batch=batch)
    return back_or(request, reverse("applications:changes"))


def _known(request: PersonRequest, batch: uuid.UUID) -> None:
    if not Event.objects.for_person(request.user).filter(batch=batch).exists():
        raise Http404


@require_GET
def shortcuts(request: PersonRequest) -> HttpResponse:
    return render(request, "applications/shortcuts.html")
