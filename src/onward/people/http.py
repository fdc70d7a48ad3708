"""The request of a person who is let in."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from onward.people.models import Person


class PersonRequest(HttpRequest):
    """A request behind the login gate: `user` is a Person, `htmx` tells partial requests."""

    user: Person
    htmx: HtmxDetails
