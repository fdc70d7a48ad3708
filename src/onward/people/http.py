"""The request of a person who is let in, and what every page with a form does with it."""

from __future__ import annotations

from collections.abc import Callable

from django.forms import BaseForm
from django.http import HttpRequest, QueryDict
from django_htmx.middleware import HtmxDetails

from onward.people.models import Person


class PersonRequest(HttpRequest):
    """A request behind the login gate.

    Attributes:
        htmx: Tells partial requests.
        is_resting: Says, when called, whether a quiet window is on; asked once a request.
    """

    user: Person
    htmx: HtmxDetails
    is_resting: Callable[[], bool]


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what a form was sent with; None where its page is only looked at."""
    return request.POST if request.method == "POST" else None


def form_status(form: BaseForm) -> int:
    """Return the status of a page with a form: 422 where what was sent cannot be saved."""
    return 422 if form.errors else 200
