"""People, the one-time links that let them in, and their passwords."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.contrib.auth import SESSION_KEY, authenticate
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q, QuerySet

from onward.core.dates import zone
from onward.core.errors import Stop
from onward.people.models import LaunchToken, Person, WrongPassword
from onward.people.rules import (
    INVITATION_LIFE,
    LAUNCH_LINK_LIFE,
    PAUSE,
    folded_address,
    may_try,
)

_KEPT_FOR = timedelta(days=1)


class TooManyTries(Exception):  # noqa: N818 -- it is a pause, and ends by itself
    """Too many wrong passwords for one address; nothing was looked at."""


def local_person() -> Person:
    """Return the one person of a local home, made on first use with the machine's zone.

    Raises:
        Stop: If several people share this Onward: there nobody is let in without a sign-in.
    """
    person = Person.objects.filter(is_local=True).first()
    if person is not None:
        return person
    if is_shared():
        raise Stop(
            "Several people share this Onward, and each signs in with a browser. This "
            "command is for one person at their own computer. See: onward people --help"
        )
    return Person.objects.create(is_local=True, time_zone=machine_time_zone())


def is_shared() -> bool:
    """Return whether there are people who sign in."""
    return Person.objects.filter(is_local=False).exists()


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


def add_person(*, email: str, name: str = "", time_zone: str = "") -> Person:
    """Add somebody who signs in; they choose their password by the link of an invitation.

    Raises:
        ValueError: With a sentence, if the address is none or is taken, the time zone is
            not known, or there is no room for so long a name.
    """
    address = _free_address(email, instead="Give them a new link instead.")
    if time_zone and zone(time_zone).key != time_zone:
        raise ValueError(f"{time_zone} is no time zone. Write it as Europe/Berlin.")
    name = name.strip()
    _fits("name", name, said="That name")
    person = Person(
        email=address, name=name, time_zone=time_zone or machine_time_zone()
    )
    person.set_unusable_password()
    person.save(force_insert=True)
    return person


def _free_address(email: str, *, instead: str) -> str:
    address = folded_address(email)
    try:
        validate_email(address)
    except ValidationError as error:
        raise ValueError(f"{email} is not an e-mail address.") from error
    _fits("email", address, said="That address")
    if find_person(address) is not None:
        raise ValueError(f"{address} is here already. {instead}")
    return address


def _fits(field: str, text: str, *, said: str) -> None:
    most: int | None = getattr(Person._meta.get_field(field), "max_length", None)
    if most is not None and len(text) > most:
        raise ValueError(f"{said} is too long: {most} letters and signs at most.")


def change_address(person: Person, *, email: str) -> None:
    """Let somebody sign in with another address; their password and sessions stay.

    A link that waits in the mailbox of the address before opens nothing any more.

    Raises:
        ValueError: With a sentence, if the address is none or is taken.
    """
    person.email = _free_address(email, instead="Two people cannot share one.")
    person.save(update_fields=["email"])
    LaunchToken.objects.filter(person=person).delete()


def find_person(email: str) -> Person | None:
    """Return who signs in with this address; None where nobody does."""
    return Person.objects.filter(email=folded_address(email)).first()


def close_account(person: Person) -> None:
    """Let somebody in no more, from this moment on; what they keep here stays.

    Their sessions end for good: whoever is let in again may have lost the device.
    """
    Person.objects.filter(pk=person.pk).update(is_active=False)
    LaunchToken.objects.filter(person=person).delete()
    _end_sessions(person)


def _end_sessions(person: Person) -> None:
    sessions = import_module(settings.SESSION_ENGINE).SessionStore
    for session in sessions.get_model_class().objects.iterator():
        if session.get_decoded().get(SESSION_KEY) == str(person.pk):
            session.delete()


def open_account(person: Person) -> None:
    """Let somebody in again whose account was closed."""
    Person.objects.filter(pk=person.pk).update(is_active=True)


def make_launch_token(person: Person) -> str:
    """Return a fresh token for `/launch/<token>/`; it opens the door once.

    For 12 hours at one's own computer; an invitation lives for 7 days, and a new one ends
    those before it.
    """
    token = secrets.token_urlsafe(24)
    if not person.is_local:
        LaunchToken.objects.filter(person=person).delete()
    LaunchToken.objects.create(digest=_digest(token), person=person)
    return token


def use_launch_token(token: str, *, now: datetime) -> Person | None:
    """Return whose token this is and spend it; None where it is unknown, used or old.

    Invitations are not spent by looking: programs that check the links in mail do look.
    """
    mine = _fresh(token, now=now).filter(person__is_local=True)
    return _whose(token) if mine.update(used_at=now) == 1 else None


def invited(token: str, *, now: datetime) -> Person | None:
    """Return who is invited by this token; None where it is unknown, used or old."""
    row = _fresh(token, now=now).filter(person__is_local=False)
    found = row.select_related("person").first()
    return found.person if found else None


def accept_invitation(token: str, *, password: str, now: datetime) -> Person | None:
    """Spend an invitation: its person has this password now; None where it is spent.

    Every session that they had elsewhere ends.
    """
    mine = _fresh(token, now=now).filter(person__is_local=False)
    if mine.update(used_at=now) != 1:
        return None
    person = _whose(token)
    set_password(person, password)
    WrongPassword.objects.filter(digest=_digest(person.email or "")).delete()
    return person


def set_password(person: Person, password: str) -> None:
    """Keep a new password; every session that rests on the one before ends."""
    person.set_password(password)
    person.save(update_fields=["password"])


def signed_in(*, email: str, password: str, now: datetime) -> Person | None:
    """Return whose address and password these are; None where they do not go together.

    Raises:
        TooManyTries: If this address was tried too often; the right password waits as well.
    """
    address = folded_address(email)
    wrong = WrongPassword.objects.filter(digest=_digest(address))
    if not may_try(wrong.filter(at__gt=now - PAUSE).count()):
        raise TooManyTries
    person = authenticate(username=address, password=password)
    if isinstance(person, Person):
        wrong.delete()
        return person
    WrongPassword.objects.create(digest=_digest(address), at=now)
    return None


def forget_old_tries(*, now: datetime) -> None:
    """Delete what is kept of wrong passwords and spent links, when it serves no more."""
    WrongPassword.objects.filter(at__lt=now - _KEPT_FOR).delete()
    LaunchToken.objects.filter(created_at__lt=now - INVITATION_LIFE).delete()


def _fresh(token: str, *, now: datetime) -> QuerySet[LaunchToken]:
    local = Q(person__is_local=True, created_at__gt=now - LAUNCH_LINK_LIFE)
    sent = Q(person__is_local=False, created_at__gt=now - INVITATION_LIFE)
    rows = LaunchToken.objects.filter(digest=_digest(token), used_at=None)
    return rows.filter(local | sent, person__is_active=True)


def _whose(token: str) -> Person:
    return (
        LaunchToken.objects.select_related("person").get(digest=_digest(token)).person
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
