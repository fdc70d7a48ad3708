from __future__ import annotations

from django.conf import settings as django_settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.core.own_command import own_command
from onward.people.forms import (
    ChangePasswordForm,
    ClockForm,
    NewPasswordForm,
    SettingsForm,
    SignInForm,
)
from onward.people.http import PersonRequest, form_status, posted
from onward.people.models import Person
from onward.people.new_zone import name_zone
from onward.people.services import (
    TooManyTries,
    accept_invitation,
    invited,
    is_shared,
    set_password,
    signed_in,
    use_launch_token,
)
from onward.people.zones import zone_label

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@login_not_required
@require_GET
def launch_needed(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect(_target(request))
    response = (
        redirect(_sign_in_address(request))
        if is_shared()
        else render(request, "launch_link_needed.html")
    )
    response["X-Onward-Home"] = django_settings.HOME_MARK
    return response


def _sign_in_address(request: HttpRequest) -> str:
    target = _target(request)
    query = f"?{urlencode({'next': target})}" if target != "/" else ""
    return reverse("people:sign_in") + query


@login_not_required
@require_http_methods(["GET", "POST"])
@sensitive_post_parameters()
def launch(request: HttpRequest, token: str) -> HttpResponse:
    guest = invited(token, now=timezone.now())
    if guest is not None:
        return _welcome(request, token, guest)
    person = use_launch_token(token, now=timezone.now())
    if person is None:
        if request.user.is_authenticated:
            return redirect("pages:today")
        context = {"was_used": True, "is_shared": is_shared()}
        return render(request, "launch_link_needed.html", context, status=403)
    login(request, person, backend=_BACKEND)
    return redirect("pages:today")


def _welcome(request: HttpRequest, token: str, guest: Person) -> HttpResponse:
    """Let whoever has an invitation choose a password; looking at it does not spend it."""
    form = NewPasswordForm(posted(request), person=guest)
    if form.is_bound and form.is_valid():
        password = form.cleaned_data["password"]
        person = accept_invitation(token, password=password, now=timezone.now())
        if person is not None:
            login(request, person, backend=_BACKEND)
            request.session.set_expiry(0)
            return redirect("pages:today")
        return redirect("people:sign_in")
    context = {"form": form, "guest": guest, "is_taken": _is_taken(request, guest)}
    return render(request, "people/welcome.html", context, status=form_status(form))


def _is_taken(request: HttpRequest, guest: Person) -> bool:
    """Return whether somebody else is signed in in this browser, whose session would end."""
    return request.user.is_authenticated and request.user.pk != guest.pk


@login_not_required
@require_http_methods(["GET", "POST"])
@sensitive_post_parameters()
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect(_target(request))
    form = SignInForm(posted(request))
    status = 200
    if form.is_bound:
        person, status = _tried(form)
        if person is not None:
            login(request, person, backend=_BACKEND)
            if not form.cleaned_data["stays"]:
                # Until the browser is closed: it may be a job centre's.
                request.session.set_expiry(0)
            return redirect(_target(request))
    context = {"form": form, "next": _target(request)}
    response = render(request, "people/sign_in.html", context, status=status)
    # A second start on this home comes by here, and knows the first by it.
    response["X-Onward-Home"] = django_settings.HOME_MARK
    return response


def _tried(form: SignInForm) -> tuple[Person | None, int]:
    """Return who signs in and the status of the page, whose form then says why not."""
    if not form.is_valid():
        return None, 422
    email, password = form.cleaned_data["email"], form.cleaned_data["password"]
    try:
        person = signed_in(email=email, password=password, now=timezone.now())
    except TooManyTries:
        form.add_error(
            None,
            _(
                "Too many wrong passwords for this address. Wait a quarter of an hour, or "
                "ask whoever runs this Onward for a new link."
            ),
        )
        return None, 429
    if person is None:
        form.add_error(
            None,
            _(
                "This address and this password do not go together. If you forgot the "
                "password, ask whoever runs this Onward for a new link."
            ),
        )
    return person, form_status(form)


def _target(request: HttpRequest) -> str:
    target = request.POST.get("next") or request.GET.get("next", "/")
    is_own = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()})
    # A word alone would be looked up as the name of a view.
    return target if is_own and target.startswith("/") else "/"


@require_http_methods(["GET", "POST"])
def settings(request: PersonRequest) -> HttpResponse:
    form = SettingsForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        _keep(form)
        messages.success(request, _("Saved."))
        return redirect("people:settings")
    status = 422 if form.errors else 200
    context = {"form": form, "own_command": own_command()}
    return render(request, "people/settings.html", context, status=status)


@transaction.atomic
def _keep(form: SettingsForm) -> None:
    person = form.save()
    if "time_zone" in form.changed_data:
        name_zone(person, person.time_zone)


@require_POST
def clock(request: PersonRequest) -> HttpResponse:
    form = ClockForm(request.POST)
    if not form.is_valid():
        messages.error(
            request,
            _("Onward does not know this clock. Choose your time zone in Settings."),
        )
        return redirect("pages:today")
    zone = form.cleaned_data["time_zone"]
    if form.cleaned_data["choice"] == "keep":
        request.session["kept_clock"] = zone
    else:
        name_zone(request.user, zone)
        messages.success(
            request,
            _("Hours are shown by the clock of %(zone)s now. Settings can change it.")
            % {"zone": zone_label(zone)},
        )
    return redirect("pages:today")


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters()
def password(request: PersonRequest) -> HttpResponse:
    if request.user.is_local:
        raise Http404
    form = ChangePasswordForm(posted(request), person=request.user)
    if form.is_bound and form.is_valid() and _is_own(request, form):
        set_password(request.user, form.cleaned_data["password"])
        update_session_auth_hash(request, request.user)
        messages.success(
            request, _("Saved. Your sessions on other devices have ended.")
        )
        return redirect("people:settings")
    return render(
        request, "people/password.html", {"form": form}, status=form_status(form)
    )


def _is_own(request: PersonRequest, form: ChangePasswordForm) -> bool:
    """Return whether the old password is right; the form says where it is not."""
    email, old = request.user.email or "", form.cleaned_data["old"]
    try:
        if signed_in(email=email, password=old, now=timezone.now()) is not None:
            return True
        form.add_error("old", _("That is not your password now."))
    except TooManyTries:
        form.add_error("old", _("Too many wrong ones. Wait a quarter of an hour."))
    return False


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("people:launch_needed")
