"""A yes, or a time, to an employer who comes back after a no; pure, and slow to claim."""

from __future__ import annotations

from onward.mail.rules.basics.tables import said_unless
from onward.mail.rules.basics.text import fold, lower

_MOST_READ = 2_000


def takes_up(own: str) -> bool:
    """Say whether the person's own words say yes or offer a time, and nothing in them turns it down.

    "Thanks, but no thanks" has a thank-you in it, and so has every other polite no.
    """
    plain = " ".join(lower(fold(own)).split())
    if len(plain) > _MOST_READ:
        return False
    return any(
        said.search(plain) and not unsaid.search(plain)
        for said, unsaid in said_unless("taken_up")
    )
