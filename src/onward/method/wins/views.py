from __future__ import annotations

import uuid
from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.core.dates import is_in_reach
from onward.method.wins.forms import (
    ChoiceForm,
    ForwardForm,
    MarkForm,
    ShowsForm,
    TreatForm,
    WeekForm,
    WinForm,
)
from onward.method.wins.models import ForwardStep, Treat, Win
from onward.method.wins.services import (
    add_own,
    add_treat,
    answer_forward,
    choice_of,
    finish_forward,
    forward_steps,
    hidden,
    hide,
    mark,
    own_win,
    say_what_it_shows,
    wall,
    week,
)
from onward.people.http import PersonRequest, form_status, posted

PER_PAGE = 30


@require_http_methods(["GET", "POST"])
def home(request: PersonRequest) -> HttpResponse:
    form = WinForm(posted(request), today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        add_own(request.user, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("On the wall."))
        return redirect("wins:home")
    now = timezone.now()
    page = Paginator(wall(request.user), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "steps": forward_steps(request.user, now=now),
    }
    return render(request, "wins/home.html", context, status=form_status(form))


@require_http_methods(["GET", "POST"])
def moment(request: PersonRequest, win_id: uuid.UUID) -> HttpResponse:
    win = _win_or_404(request, win_id)
    if request.is_resting():
        return _until_later(request)
    treats = list(Treat.objects.for_person(request.user).order_by("pk"))
    form = MarkForm(posted(request), treats=treats)
    if request.method == "POST" and form.is_valid():
        mark(win, treat=form.chosen, now=timezone.now())
        messages.success(request, _("Kept on the wall."))
        return redirect("wins:home")
    context = {"win": win, "form": form, "choice": choice_of(request.user)}
    return render(request, "wins/moment.html", context, status=form_status(form))


def _until_later(request: PersonRequest) -> HttpResponse:
    messages.info(request, _("It is quiet now. The wall keeps this until later."))
    return redirect("wins:home")


@require_http_methods(["GET", "POST"])
def shows(request: PersonRequest, win_id: uuid.UUID) -> HttpResponse:
    win = _win_or_404(request, win_id)
    form = ShowsForm(posted(request), initial={"shows": win.shows})
    if request.method == "POST" and form.is_valid():
        say_what_it_shows(win, shows=form.cleaned_data["shows"])
        messages.success(request, _("Kept beside it."))
        return redirect("wins:home")
    context = {"win": win, "form": form}
    return render(request, "wins/shows.html", context, status=form_status(form))


@require_POST
def put_away(request: PersonRequest, win_id: uuid.UUID) -> HttpResponse:
    hide(_win_or_404(request, win_id), now=timezone.now())
    messages.success(
        request, _("Put away. “Put away by you” brings it back at any time.")
    )
    return redirect("wins:home")


@require_POST
def bring_back(request: PersonRequest, win_id: uuid.UUID) -> HttpResponse:
    hide(_win_or_404(request, win_id), now=None)
    messages.success(request, _("It is on the wall again."))
    return redirect("wins:home")


@require_GET
def away(request: PersonRequest) -> HttpResponse:
    page = Paginator(hidden(request.user), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "wins/away.html", {"page": page})


@require_http_methods(["GET", "POST"])
def forward(request: PersonRequest, win_id: uuid.UUID) -> HttpResponse:
    win = _win_or_404(request, win_id)
    # What was typed before it grew quiet is kept.
    if request.is_resting() and request.method != "POST":
        return _until_later(request)
    if request.POST.get("answer") == "nothing":
        answer_forward(win, words="", now=timezone.now())
        messages.success(request, _("Nothing more this week. It is not asked again."))
        return redirect("pages:today")
    form = ForwardForm(posted(request))
    if request.method == "POST" and form.is_valid():
        answer_forward(win, words=form.cleaned_data["words"], now=timezone.now())
        messages.success(request, _("Kept. It stands beside your wins this week."))
        return redirect("wins:home")
    context = {"win": win, "form": form}
    return render(request, "wins/forward.html", context, status=form_status(form))


@require_POST
def finish(request: PersonRequest, step_id: uuid.UUID) -> HttpResponse:
    own = ForwardStep.objects.for_person(request.user)
    step = get_object_or_404(own.select_related("person"), pk=step_id, done_at=None)
    finish_forward(step, now=timezone.now())
    messages.success(request, _("Done, and on the wall."))
    return redirect("wins:home")


@require_GET
def one_week(request: PersonRequest) -> HttpResponse:
    form = WeekForm(request.GET)
    today = timezone.localdate()
    day = form.cleaned_data["day"] if form.is_valid() else today
    day = day if is_in_reach(day) else today
    shown = week(request.user, min(day, today))
    context = {
        "week": shown,
        "before": shown.first - timedelta(days=7),
        "after": shown.first + timedelta(days=7) if shown.last < today else None,
    }
    return render(request, "wins/week.html", context)


@require_http_methods(["GET", "POST"])
def treats(request: PersonRequest) -> HttpResponse:
    form = TreatForm(posted(request))
    if request.method == "POST" and form.is_valid():
        add_treat(request.user, words=form.cleaned_data["words"])
        return redirect("wins:treats")
    rows = Treat.objects.for_person(request.user).order_by("pk")
    context = {
        "form": form,
        "treats": rows,
        "choice": ChoiceForm(instance=choice_of(request.user)),
    }
    return render(request, "wins/treats.html", context, status=form_status(form))


@require_POST
def remove_treat(request: PersonRequest, treat_id: uuid.UUID) -> HttpResponse:
    treat = get_object_or_404(Treat.objects.for_person(request.user), pk=treat_id)
    treat.delete()
    messages.success(request, _("Taken off the list."))
    return redirect("wins:treats")


@require_POST
def choose(request: PersonRequest) -> HttpResponse:
    form = ChoiceForm(request.POST, instance=choice_of(request.user))
    if form.is_valid():
        form.save()
        messages.success(request, _("Kept."))
    return redirect("wins:treats")


def _win_or_404(request: PersonRequest, win_id: uuid.UUID) -> Win:
    try:
        return own_win(request.user, win_id)
    except Win.DoesNotExist as error:
        raise Http404 from error
