"""The request of a person who is let in, and what every page with a form does with it."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.forms import BaseForm
from django.http import HttpRequest, QueryDict, UnreadablePostError
from django_htmx.middleware import HtmxDetails

from onward.people.models import Person


class PersonRequest(HttpRequest):
    """A request behind the login gate.

    Attributes:
        htmx: Tells partial requests.
        is_resting: Says, when called, whether a quiet window is on; asked once a request.
        is_search_over: Says, when called, whether an accepted offer ended the search.
    """

    user: Person
    htmx: HtmxDetails
    is_resting: Callable[[], bool]
    is_search_over: Callable[[], bool]


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what a form was sent with; None where its page is only looked at."""
    return request.POST if request.method == "POST" else None


def form_status(form: BaseForm) -> int:
    """Return the status of a page with a form: 422 where what was sent cannot be saved."""
    return 422 if form.errors else 200


_LEAST_LETTERS = 12
_NEVER_SHOWN = ("password", "secret", "token", "key", "again", "old")


def typed_texts(request: HttpRequest) -> list[str]:
    """Return what somebody wrote in a form that came to nothing, for them to copy.

    Pages are kept by no browser, so that going back shows an empty form. Words alone, not
    what was chosen or ticked, and never a password.
    """
    try:
        fields = list(request.POST.lists())
    except (UnreadablePostError, BadRequest, OSError):
        return []
    return [
        text
        for name, values in fields
        if not name.startswith("initial-")  # What the form was shown with.
        and not any(part in name.lower() for part in _NEVER_SHOWN)
        for text in values
        if len(text.strip()) >= _LEAST_LETTERS and len(text.split()) > 1
    ]
