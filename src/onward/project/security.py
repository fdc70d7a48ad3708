"""Security headers of every answer: nothing may be loaded from anywhere but here."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)


# What lets whoever reads it in: the links of invitations, the addresses of calendars.
_DOORS = re.compile(r"(/launch/|/calendar/feed/)[^/\s]+")


class WithoutDoors(logging.Filter):
    """Takes the secret out of addresses in a log, which more people read than the database."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, its message without secrets."""
        record.msg, record.args = _DOORS.sub(r"\1…", record.getMessage()), ()
        return True


class OneLine(logging.Filter):
    """Keeps what strangers ask for to one line of the log, with the setting's name of ours."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, without the trace of a request that was turned away."""
        if record.name.startswith("django.security."):
            record.exc_info = record.exc_text = None
            words = record.getMessage().replace("ALLOWED_HOSTS", "ONWARD_HOSTS")
            record.msg, record.args = words, ()
        return True


class SecurityHeaders:
    """Adds the content security policy, and keeps private pages out of shared caches."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers.setdefault("Permissions-Policy", "interest-cohort=()")
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response
