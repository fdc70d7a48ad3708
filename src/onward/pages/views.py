from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from onward.method.order import STEPS
from onward.method.plan import today as plan_today
from onward.pages.forms import KeptCountryForm, NotNowForm
from onward.pages.helplines import help_lines
from onward.pages.rules import country_from_languages, country_from_zone
from onward.people.http import PersonRequest, typed_texts

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
    context = {
        "chosen": chosen,
        "kept": lines.countries.get(getattr(request.user, "country", "")),
        "others": [c for c in lines.countries.values() if c is not chosen],
        "lines": lines,
    }
    return render(request, "pages/help.html", context)


def _usual_country(request: HttpRequest) -> str:
    """Return the country that was kept, else that of the clock or the browser's languages.

    Never by address.
    """
    known = help_lines().countries
    own: str = getattr(request.user, "country", "")
    clock = country_from_zone(getattr(request.user, "time_zone", ""), known=known)
    languages = request.headers.get("Accept-Language", "")
    return own or clock or country_from_languages(languages, known=known)


@require_POST
def keep_country(request: PersonRequest) -> HttpResponse:
    form = KeptCountryForm(request.POST)
    if form.is_valid():
        request.user.country = form.cleaned_data["country"]
        request.user.save(update_fields=["country"])
    return redirect("pages:help")


@login_not_required
@require_GET
def about(request: HttpRequest) -> HttpResponse:
    # Where several people share an Onward, only models that were named can be asked.
    context = {"has_named_models": bool(settings.MODEL_ADDRESSES)}
    return render(request, "pages/about.html", context)


@login_not_required
@require_GET
def service_worker(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(SERVICE_WORKER.read_bytes(), content_type="text/javascript")
    response["Service-Worker-Allowed"] = "/"
    response["Cache-Control"] = "no-cache"
    return response


def not_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address of nothing; a form about what was deleted meanwhile with its words."""
    # Only before a view is it known that the form came from a page here.
    is_own = request.method == "POST" and request.resolver_match is not None
    context = {"typed": typed_texts(request) if is_own else []}
    return render(request, "404.html", context, status=404)


def refused_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that may be another's: with its words only if it came from a page here."""
    if request.user.is_authenticated and request.path == reverse("people:sign_in"):
        # The sign-in stood open in two windows, and the other was first.
        return redirect("people:sign_in")
    came_from = request.headers.get("Origin") or request.headers.get("Referer", "")
    hosts = {request.get_host()}
    is_own = bool(came_from) and url_has_allowed_host_and_scheme(came_from, hosts)
    own = settings.OWN_ADDRESS
    context = {
        "typed": typed_texts(request) if is_own else [],
        # Written, maybe, by whoever was signed in in this browser before.
        "is_covered": request.user.is_authenticated and not request.user.is_local,
        "own_address": own.origin if own else "",
    }
    page = render(request, "403_csrf.html", context, status=403)
    if request.user.is_authenticated:
        # A page of somebody else, left open in this browser, covers their words by it.
        page["X-Onward-Person"] = str(request.user.pk)
    return page
