"""What a tool for appointments calls a meeting: it may name an employer that is known by then."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onward.mail.rules.facts.employers.names import name_words
from onward.mail.rules.folding.openings import employer_key

_PARTS = re.compile(
    r"\s+[-–—|·/x×+]\s+|\s*<+\s*[-=]?\s*>+\s*|\s+//\s+|:\s+|[()|]"
    r"|\s+(?:with|at|mit|bei|avec|chez|con|presso|com|met|bij|z|w|med|hos|ile)\s+"
)


def called_in(meeting: str) -> Iterator[str]:
    """Yield the keys of what a meeting's name is made of, without what says that it is one.

    "Confirmed: Quarry Vale – Design chat with Ida Roe" has "quarry vale", "design" and
    "ida roe".
    """
    words = name_words().meetings | name_words().meeting_states
    for part in _PARTS.split(meeting):
        key = employer_key(part)
        left = [word for word in key.split() if word not in words]
        if left:
            yield " ".join(left)
