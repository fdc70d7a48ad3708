"""The request of a person who is let in."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
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
