"""Whether a mail about a test says that the reader has done it; pure, slow to claim."""

from __future__ import annotations

import re

from onward.mail.rules.basics.tables import said_unless
from onward.mail.rules.basics.text import fold, lower, strip_quoted

_MOST_READ = 2_500
_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\d)|\n(?!\s*\n))+")


def says_test_is_done(*, subject: str, text: str) -> bool:
    """Say whether a mail tells that a test was done: "You have completed the assessment".

    What is still to be done, or is done only once something else is, says nothing.
    """
    head = text[:_MOST_READ]
    low = lower(fold(head))
    own = [low[start:end] for start, end in strip_quoted(head)]
    return any(_says_so(each) for each in (lower(fold(subject)), *own))


def _says_so(text: str) -> bool:
    return any(
        said.search(sentence) and not unsaid.search(sentence)
        for sentence in _SENTENCE.findall(text)
        for said, unsaid in said_unless("test_done")
    )
