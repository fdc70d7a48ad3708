"""An hour told to the reader beside those of others: "Leanne at 3.00, you at 3.45"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.clock import TimeMention

# Nothing else stands between the two: "at 11, and Ann meets you at 10.45" is another thing.
# The word for "at" is part of an English hour.
_BESIDE = re.compile(
    r",?;? ?(?:(?:and|und) )?(?:you(?: are| please)?|sie(?: bitte)?|du(?: bitte)?)(?: um)? $"
)


def own_hour(
    at: TimeMention, *, times: Sequence[TimeMention], text: str
) -> TimeMention:
    """Return the reader's own hour where it is told right beside another's; else the one given."""
    other = next((each for each in times if each.start >= at.end), None)
    if other is None or not _BESIDE.match(lower(text[at.end : other.start])):
        return at
    return other
