from __future__ import annotations

from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from onward.method.order import STEPS
from onward.method.plan import today as plan_today
from onward.pages.forms import NotNowForm
from onward.pages.helplines import help_lines
from onward.pages.rules import country_from_languages
from onward.people.http import PersonRequest

SERVICE_WORKER = Path(__file__).parent.parent / "static" / "onward" / "sw.js"


@require_GET
def today(request: PersonRequest) -> HttpResponse:
    page = plan_today.today(request.user, timezone.now())
    return render(request, "pages/today.html", {"today": page})


@require_GET
def steps(request: PersonRequest) -> HttpResponse:
    return render(request, "pages/steps.html", {"steps": STEPS})


@require_POST
def not_now(request: PersonRequest) -> HttpResponse:
    form = NotNowForm(request.POST)
    if form.is_valid():
        plan_today.not_now(request.user, now=timezone.now(), **form.cleaned_data)
    return redirect("pages:today")


@login_not_required
@require_GET
def help_now(request: HttpRequest) -> HttpResponse:
    lines = help_lines()
    wanted = request.GET.get("country", "").upper()
    if wanted not in lines.countries:
        wanted = _usual_country(request)
    chosen = lines.countries.get(wanted)
    others = [c for c in lines.countries.values() if c is not chosen]
    return render(
        request,
        "pages/help.html",
        {"chosen": chosen, "others": others, "lines": lines},
    )


def _usual_country(request: HttpRequest) -> str:
    """Return the person's own country, or that of the browser's languages; never by address."""
    own: str = getattr(request.user, "country", "")
    languages = request.headers.get("Accept-Language", "")
    return own or country_from_languages(languages, known=help_lines().countries)


@login_not_required
@require_GET
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/about.html")


@login_not_required
@require_GET
def service_worker(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(SERVICE_WORKER.read_bytes(), content_type="text/javascript")
    response["Service-Worker-Allowed"] = "/"
    response["Cache-Control"] = "no-cache"
    return response
