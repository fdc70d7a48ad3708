"""What a no says by the way, and sounds like a receipt: that one was sent, that more is open."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.sentences import own_sentences
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import blanked, fold, lower
from onward.mail.rules.types import Message

READ_CHARS = 6_000
"""As far as the rules read a body."""

_LONGEST = 600


def without_asides(message: Message) -> Message | None:
    """Return a mail without what it says by the way, blanked; None where it says nothing so.

    "We confirmed on 3 March that your letter had arrived", above the decision, and "Your
    second application is not affected", below it, are no receipt.
    """
    text = message.text
    spans = [
        (start, end)
        for start, end in own_sentences(text[:READ_CHARS])
        if end - start <= _LONGEST
        and _said_by_the_way().search(lower(fold(text[start:end])))
    ]
    return replace(message, text=blanked(text, spans)) if spans else None


@cache
def _said_by_the_way() -> re.Pattern[str]:
    ways = (
        table[kind] for table in tables("asides").values() for kind in ("told", "other")
    )
    return re.compile("|".join(ways), re.DOTALL)
