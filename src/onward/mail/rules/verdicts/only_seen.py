"""Whether a receipt tells no more than that somebody looked at an application; pure."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower


def is_only_seen(words: str, *, language: str = "") -> bool:
    """Say whether the words that decided a receipt tell that it was viewed, and not that it arrived.

    Args:
        language: ISO 639-1 code of the language that decided; every one is asked without it.
    """
    low = lower(fold(words))
    seen, more = _said(language if language in tables("only_seen") else "")
    return seen.search(low) is not None and more.search(low) is None


@cache
def _said(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = tables("only_seen")
    chosen = [known[language]] if language else list(known.values())
    seen, more = ("|".join(each[kind] for each in chosen) for kind in ("seen", "more"))
    return re.compile(seen), re.compile(more)
