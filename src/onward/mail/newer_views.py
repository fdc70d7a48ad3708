from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from onward.applications.views.shared import back_or, say_beside
from onward.mail.models import NewerReading, NewerState
from onward.mail.services import newer_taken
from onward.mail.services.newer import alike_newer
from onward.mail.services.read_by import waiting_newer
from onward.people.access import OwnedQuerySet
from onward.people.http import PersonRequest

MOST_SHOWN = 20
MOST_DECIDED = 50


@require_GET
def newer(request: PersonRequest) -> HttpResponse:
    own = NewerReading.objects.for_person(request.user)
    decided = own.filter(state__in=[NewerState.TAKEN, NewerState.KEPT])
    decided = decided.select_related("message").defer("message__text")
    groups = alike_newer(request.user, most=MOST_SHOWN)
    context = {
        "groups": groups,
        "count": sum(group.count for group in groups),
        "decided": decided.order_by("-decided_at", "pk")[:MOST_DECIDED],
    }
    return render(request, "mail/newer.html", context)


def _reading(
    request: PersonRequest, reading_id: uuid.UUID
) -> OwnedQuerySet[NewerReading]:
    rows = NewerReading.objects.for_person(request.user).filter(pk=reading_id)
    get_object_or_404(rows)
    return rows


def _alike(request: PersonRequest) -> OwnedQuerySet[NewerReading]:
    was, meaning = request.POST.get("was", ""), request.POST.get("meaning", "")
    if not (was and meaning):
        raise Http404
    return waiting_newer(request.user).filter(was=was, meaning=meaning)


@require_POST
def take(request: PersonRequest, reading_id: uuid.UUID) -> HttpResponse:
    return _take(request, _reading(request, reading_id))


@require_POST
def take_alike(request: PersonRequest) -> HttpResponse:
    return _take(request, _alike(request))


def _take(request: PersonRequest, readings: Iterable[NewerReading]) -> HttpResponse:
    press = newer_taken.take_over(request.user, readings, now=timezone.now())
    words = ngettext(
        "Taken over: one mail means something else now.",
        "Taken over: %(count)d mails mean something else now.",
        press.count,
    )
    return _say(request, press, words)


@require_POST
def keep(request: PersonRequest, reading_id: uuid.UUID) -> HttpResponse:
    return _keep(request, _reading(request, reading_id))


@require_POST
def keep_alike(request: PersonRequest) -> HttpResponse:
    return _keep(request, _alike(request))


def _keep(request: PersonRequest, readings: Iterable[NewerReading]) -> HttpResponse:
    press = newer_taken.keep(request.user, readings, now=timezone.now())
    words = ngettext(
        "One mail stays as it is, and you are not asked again.",
        "%(count)d mails stay as they are, and you are not asked again.",
        press.count,
    )
    return _say(request, press, words)


def _say(request: PersonRequest, press: newer_taken.Press, words: str) -> HttpResponse:
    if not press.count:
        messages.info(request, _("Nothing of it waits any more."))
    else:
        text, url = words % {"count": press.count}, _undo_url(press.batch)
        say_beside(request, text, url=url, press=_("Undo"))
    return back_or(request, reverse("mail:newer"))


def _undo_url(batch: uuid.UUID) -> str:
    return reverse("mail:newer_undo_press", args=(batch,))


@require_POST
def undo_press(request: PersonRequest, batch: uuid.UUID) -> HttpResponse:
    if not newer_taken.decided_by_press(request.user, batch).exists():
        raise Http404
    count = newer_taken.undo_press(request.user, batch, now=timezone.now())
    return _undone(request, count)


@require_POST
def undo(request: PersonRequest, reading_id: uuid.UUID) -> HttpResponse:
    rows = _reading(request, reading_id)
    count = newer_taken.undo(request.user, rows, now=timezone.now())
    return _undone(request, count)


def _undone(request: PersonRequest, count: int) -> HttpResponse:
    if count:
        messages.success(request, _("Undone."))
    else:
        said = _("Nothing was undone: what you decided there since then stays.")
        messages.info(request, said)
    return redirect("mail:newer")
