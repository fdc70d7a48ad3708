"""Domains under which anybody has an address."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.tables import tables


def is_free_mail(domain: str) -> bool:
    """Say whether anybody may write from a domain, so that it tells of no employer.

    Those are mail providers, and what comes with a line to the internet; the domain in
    lower case, without the account.
    """
    return domain in _domains() or _everywhere().fullmatch(domain) is not None


@cache
def _domains() -> frozenset[str]:
    return frozenset(tables("free_mail")["domains"].split())


@cache
def _everywhere() -> re.Pattern[str]:
    names = "|".join(map(re.escape, tables("free_mail")["everywhere"].split()))
    return re.compile(rf"(?:{names})\.(?:com|[a-z]{{2}}|com?\.[a-z]{{2}})")
