from __future__ import annotations

from django.conf import settings as django_settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.people.forms import SettingsForm
from onward.people.http import PersonRequest
from onward.people.services import use_launch_token

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@login_not_required
@require_GET
def launch_needed(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect(_after_launch(request))
    response = render(request, "launch_link_needed.html")
    response["X-Onward-Home"] = django_settings.HOME_MARK
    return response


@login_not_required
@require_GET
def launch(request: HttpRequest, token: str) -> HttpResponse:
    person = use_launch_token(token, now=timezone.now())
    if person is None:
        if request.user.is_authenticated:
            return redirect("pages:today")
        return render(
            request, "launch_link_needed.html", {"was_used": True}, status=403
        )
    login(request, person, backend=_BACKEND)
    return redirect("pages:today")


def _after_launch(request: HttpRequest) -> str:
    target = request.GET.get("next", "/")
    is_own = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()})
    return target if is_own else "/"


@require_http_methods(["GET", "POST"])
def settings(request: PersonRequest) -> HttpResponse:
    form = SettingsForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("people:settings")
    status = 422 if form.errors else 200
    return render(request, "people/settings.html", {"form": form}, status=status)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("people:launch_needed")
