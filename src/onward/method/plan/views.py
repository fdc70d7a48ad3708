from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from onward.applications.labels import EVENT_ICONS, NO_LABELS
from onward.applications.models import Event
from onward.applications.rules.kinds import NO_KINDS, EventKind
from onward.applications.views.shared import say_beside
from onward.method.plan.ended import is_told_as_ended
from onward.method.plan.forms import MatteredForm
from onward.method.plan.models import CarePlan
from onward.method.plan.services import (
    care_page,
    care_plan_of,
    fold_away,
    noes,
    say_mattered,
    unfold,
)
from onward.method.plan.today import is_resting, is_resting_without
from onward.method.plan.words import (
    before_folding,
    beside_it,
    folded_words,
    what_happened,
)
from onward.people.http import PersonRequest

NOES_A_PAGE = 30


@require_GET
def no_list(request: PersonRequest) -> HttpResponse:
    words = request.GET.get("q", "").replace("\0", "").strip()[:200]
    only_resting = "resting" in request.GET
    resting_at = timezone.now() if only_resting else None
    rows_found = noes(request.user, words=words, resting_at=resting_at)
    found = Paginator(rows_found, NOES_A_PAGE)
    page = found.get_page(request.GET.get("page"))
    rows = [
        {
            "event": event,
            "application": event.application.merged_into or event.application,
            "label": NO_LABELS[NO_KINDS[EventKind(event.kind)]],
        }
        for event in page
    ]
    context = {
        "page": page,
        "rows": rows,
        "words": words,
        "only_resting": only_resting,
    }
    return render(request, "plan/no_list.html", context)


@require_GET
def no(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    plan = _plan_or_404(request, event_id)
    if plan.event_id != event_id:
        return redirect("plan:no", plan.event_id)
    now = timezone.now()
    page = care_page(plan, now=now)
    kind = EventKind(plan.event.kind)
    return render(
        request,
        "plan/no.html",
        {
            "page": page,
            "no": page.no,
            "plan": plan,
            "event": plan.event,
            "label": NO_LABELS[page.no.kind],
            "icon": EVENT_ICONS[kind],
            "is_quiet": plan.asks and is_resting(request.user, now),
            "fold_words": before_folding(
                was_quiet=is_resting(request.user, now),
                is_quiet=is_resting_without(page.no, now),
            ),
            "what_happened": what_happened(page.no, kind=kind),
            "beside_it": beside_it(page.no, is_ended=is_told_as_ended(plan)),
            "mattered_form": MatteredForm({"mattered": plan.mattered}),
        },
    )


@require_POST
def mattered(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    plan = _plan_or_404(request, event_id)
    form = MatteredForm(request.POST)
    if form.is_valid():
        say_mattered(plan, mattered=form.answer)
        messages.success(request, _("Noted. This page goes by it from now on."))
    return redirect("plan:no", plan.event_id)


@require_POST
def fold(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    plan, now = _plan_or_404(request, event_id), timezone.now()
    was_quiet = is_resting(request.user, now)
    fold_away(plan, now=now)
    said = folded_words(was_quiet=was_quiet, is_quiet=is_resting(request.user, now))
    say_beside(
        request,
        said,
        url=reverse("plan:take_out", args=[plan.event_id]),
        press=_("Take it out again"),
    )
    return redirect("pages:today")


@require_POST
def take_out(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    plan = _plan_or_404(request, event_id)
    unfold(plan, now=timezone.now())
    return redirect("plan:no", plan.event_id)


def _plan_or_404(request: PersonRequest, event_id: uuid.UUID) -> CarePlan:
    try:
        return care_plan_of(request.user, event_id)
    except Event.DoesNotExist as error:
        raise Http404 from error
