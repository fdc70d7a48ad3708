"""Whether a mail about a test says that the reader has done it; pure, slow to claim."""

from __future__ import annotations

from onward.mail.rules.basics.tables import where_said
from onward.mail.rules.basics.text import fold, lower, strip_quoted

_MOST_READ = 2_500


def says_test_is_done(*, subject: str, text: str) -> bool:
    """Say whether a mail tells that a test was done: "You have completed the assessment".

    What is still to be done, or is done only once something else is, says nothing.
    """
    head = text[:_MOST_READ]
    low = lower(fold(head))
    own = [low[start:end] for start, end in strip_quoted(head)]
    return any(
        where_said("test_done", text=each) for each in (lower(fold(subject)), *own)
    )
