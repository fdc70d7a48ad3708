"""The local person, and the one-time links that let them in."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from onward.core.dates import zone
from onward.people.models import LaunchToken, Person

LAUNCH_LINK_LIFE = timedelta(hours=12)


def local_person() -> Person:
    """Return the one person of a local home, made on first use with the machine's zone."""
    person = Person.objects.filter(is_local=True).first()
    if person is not None:
        return person
    return Person.objects.create(is_local=True, time_zone=machine_time_zone())


def machine_time_zone() -> str:
    """Return the IANA name of this machine's time zone, or "UTC" where it hides it.

    A container, whose own clock is UTC, says it by the variable TZ.
    """
    told: str = settings.TOLD_TIME_ZONE.removeprefix(":")
    if "/" in told and zone(told).key == told:
        return told
    try:
        target = Path("/etc/localtime").resolve().as_posix()
    except OSError:
        return "UTC"
    name = target.partition("zoneinfo/")[2]
    return name if name and zone(name).key == name else "UTC"


def make_launch_token(person: Person) -> str:
    """Return a fresh token for `/launch/<token>/`; it opens the door once, for 12 hours."""
    token = secrets.token_urlsafe(24)
    LaunchToken.objects.create(digest=_digest(token), person=person)
    return token


def use_launch_token(token: str, *, now: datetime) -> Person | None:
    """Return whose token this is and spend it; None where it is unknown, used or old."""
    fresh = LaunchToken.objects.filter(
        digest=_digest(token), used_at=None, created_at__gt=now - LAUNCH_LINK_LIFE
    )
    if fresh.update(used_at=now) != 1:
        return None
    return (
        LaunchToken.objects.select_related("person").get(digest=_digest(token)).person
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
