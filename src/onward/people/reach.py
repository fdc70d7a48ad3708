"""Where connections may go that are made for a person: one rule for the whole house."""

from __future__ import annotations

from django.conf import settings

from onward.core.reach import ANYWHERE, Reach, reach_besides
from onward.people.models import Person


def reach_of(person: Person) -> Reach:
    """Return where a person's own servers may be: their mail, their language model.

    At their own computer they decide alone. Where several people share an Onward, its
    computer and the network around it are not theirs: there the open internet is left,
    and what whoever runs it has named in ONWARD_PRIVATE_HOSTS.
    """
    return ANYWHERE if person.is_local else public_reach()


def may_name_files(person: Person) -> bool:
    """Return whether this person may name files and folders of the computer itself.

    Where several people share an Onward its disk is not theirs: they upload.
    """
    return person.is_local


def public_reach() -> Reach:
    """Return where pages may be fetched from, whoever asks: the internet and what is named."""
    return reach_besides(settings.PRIVATE_HOSTS)[0]


def odd_private_hosts() -> list[str]:
    """Return the entries of ONWARD_PRIVATE_HOSTS that mean nothing; doctor tells them."""
    return reach_besides(settings.PRIVATE_HOSTS)[1]
