from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from onward.exchange.rules.calendar import SHOWN_AHEAD
from onward.method.plan.calendar import (
    calendar_file,
    day_of,
    entries,
    feed_of,
    make_address,
    revoke_address,
)
from onward.method.plan.models import CalendarFeed
from onward.people.http import PersonRequest


@require_GET
def home(request: PersonRequest) -> HttpResponse:
    return _page(request)


def _page(request: PersonRequest, *, address: str = "") -> HttpResponse:
    now = timezone.now()
    today = timezone.localdate(now)
    ahead = [
        entry
        for entry in entries(request.user, now=now)
        if today <= day_of(entry, request.user) <= today + SHOWN_AHEAD
        and not entry.is_cancelled
    ]
    feed = CalendarFeed.objects.for_person(request.user).first()
    context = {"entries": ahead, "feed": feed, "address": address}
    return render(request, "plan/calendar.html", context)


@require_GET
def download(request: PersonRequest) -> HttpResponse:
    return _calendar(calendar_file(request.user, now=timezone.now()))


@require_POST
def address(request: PersonRequest) -> HttpResponse:
    secret = make_address(
        request.user,
        hides_names=request.POST.get("names") == "hide",
        now=timezone.now(),
    )
    path = reverse("calendar:feed", args=[secret])
    return _page(request, address=request.build_absolute_uri(path))


@require_POST
def revoke(request: PersonRequest) -> HttpResponse:
    revoke_address(request.user)
    messages.success(request, _("The address works no more."))
    return redirect("calendar:home")


@login_not_required
@require_GET
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    found = feed_of(secret)
    if found is None:
        raise Http404
    return _calendar(
        calendar_file(found.person, now=timezone.now(), hides_names=found.hides_names)
    )


def _calendar(content: bytes) -> HttpResponse:
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="onward.ics"'
    answer["Cache-Control"] = "no-store"
    return answer
