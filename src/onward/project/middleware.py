"""What surrounds each request: the person's clock, the method catching up, its troubles."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError, connection
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotAllowed,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django_htmx.http import HttpResponseClientRefresh

from onward.core.dates import zone
from onward.core.errors import Stop
from onward.jobs.services import bring_forward
from onward.method.applying.services import is_search_over
from onward.method.plan.news import has_news
from onward.method.plan.services import catch_up_briefly
from onward.method.plan.today import is_resting
from onward.people.http import typed_texts
from onward.people.services import is_shared
from onward.project.setup import storage_trouble

_LOG = logging.getLogger(__name__)
_Next = Callable[[HttpRequest], HttpResponse]


class PersonTimeZone:
    """Shows every moment of a page in the person's own time zone."""

    def __init__(self, get_response: _Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.get_response(request)
        with timezone.override(zone(request.user.time_zone)):
            return self.get_response(request)


class DatabaseAway:
    """Where the database does not answer, Help and sign-in open all the same; the rest says so."""

    def __init__(self, get_response: _Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            # Whoever has a session is looked up in the database, for each page.
            _ = request.user.is_authenticated
        except OperationalError as error:
            _LOG.error("The database does not answer: %s", " ".join(str(error).split()))
            request.user = AnonymousUser()
            request.is_away = error  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        _args: object,
        _kwargs: object,
    ) -> HttpResponse | None:
        error = getattr(request, "is_away", None)
        trouble = storage_trouble(error) if error else None
        if trouble is None or not getattr(view, "login_required", True):
            return None
        return _trouble_page(request, trouble, status=503)


class LetIn(LoginRequiredMiddleware):
    """Asks for a sign-in, and gives back what was written where a session has ended."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """Return the way in where one is needed, with what was typed where that is lost."""
        door = super().process_view(request, view_func, view_args, view_kwargs)
        typed = typed_texts(request) if door and request.method == "POST" else []
        if door and not typed and "HX-Request" in request.headers:
            # A part of a page would hold the whole sign-in: the page itself goes there.
            return HttpResponseClientRefresh()
        if not typed:
            return door
        context = {
            "typed": typed,
            "door": reverse(settings.LOGIN_URL),
            "is_shared": is_shared(),
        }
        return render(request, "signed_out.html", context, status=403)


class StorageTrouble:
    """Says in a sentence that the disk is full or the database cannot be used just now."""

    def __init__(self, get_response: _Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        trouble = storage_trouble(exception)
        if trouble is None:
            return None
        return _trouble_page(request, trouble, status=507)


def _trouble_page(request: HttpRequest, trouble: Stop, *, status: int) -> HttpResponse:
    # Who is there may not be asked of a database that does not answer.
    context = {
        "sentence": trouble.message,
        "is_local": connection.vendor == "sqlite",
        "was_sent": request.method == "POST",
        "typed": typed_texts(request),
    }
    return render(request, "storage_trouble.html", context, status=status)


class FormAddress:
    """Shows a page to who opens the address of a form: by reloading, or from the history."""

    def __init__(self, get_response: _Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_empty = isinstance(response, HttpResponseNotAllowed) and not response.content
        if not is_empty or request.method != "GET":
            return response
        page = render(request, "405.html", status=response.status_code)
        page["Allow"] = response["Allow"]
        return page


class Rest:
    """Lets every page know whether it is quiet or the search is over, which none may ask a step."""

    def __init__(self, get_response: _Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            person = request.user
            asked = cache(lambda: is_resting(person, timezone.now()))
            request.is_resting = asked  # type: ignore[attr-defined]
            over = cache(lambda: is_search_over(person, now=timezone.now()))
            request.is_search_over = over  # type: ignore[attr-defined]
        return self.get_response(request)


class CatchUp:
    """Hands new events to the twelve steps after each change that a person made.

    Where many wait, the person's own go first and the periodic work takes the rest;
    pages say meanwhile that something is still being taken in.
    """

    def __init__(self, get_response: _Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = timezone.now()
        if request.user.is_authenticated:
            person = request.user
            asked = cache(lambda: has_news(person))
            request.is_behind = asked  # type: ignore[attr-defined]
        response = self.get_response(request)
        if request.method == "POST" and request.user.is_authenticated:
            # What was recorded is recorded; the periodic work hands it over later.
            with suppress(OperationalError):
                now = timezone.now()
                if not catch_up_briefly(request.user, since=began, now=now):
                    bring_forward("plan.catch_up", now=now)
        return response
