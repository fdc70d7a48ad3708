"""How often a password may be tried, and how long a link lives."""

from __future__ import annotations

from datetime import timedelta

LAUNCH_LINK_LIFE = timedelta(hours=12)
"""The link of the local edition: it is opened at once."""
INVITATION_LIFE = timedelta(days=7)
"""The link that is sent to somebody: long enough for a holiday weekend."""

TRIES_IN_A_ROW = 10
PAUSE = timedelta(minutes=15)
"""So many wrong passwords within this time, and no more are looked at until it is over."""


def may_try(wrong: int) -> bool:
    """Return whether another password may be tried after so many wrong ones in a PAUSE.

    Counted by the address that is tried, known here or not, so that an answer tells nobody
    who has an account. Not by where it comes from: behind a proxy all come from one place.
    """
    return wrong < TRIES_IN_A_ROW


def folded_address(address: str) -> str:
    """Return an e-mail address as it is compared: without spaces around, in small letters."""
    return address.strip().lower()
