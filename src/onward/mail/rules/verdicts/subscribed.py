"""A letter to all its subscribers that names no job: what it says of interviews and offers is told to nobody; pure."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import plain
from onward.mail.rules.types import ENDINGS, Message, Verdict
from onward.mail.rules.verdicts.by_ear import names_hour
from onward.mail.rules.verdicts.classification import Classification, asked

_LAST_CHARS = 600
_TOLD = ENDINGS | {Verdict.INTERVIEW, Verdict.OFFER}
_LEAVES, _ANSWERS = "list-unsubscribe", "in-reply-to"


def of_subscribed(
    said: Classification, *, message: Message, written: str
) -> Classification:
    """Return a question in the place of what a letter says that one may unsubscribe from.

    "You've been invited to interview. Congratulations! Here's our checklist": whoever advises
    those who look for work writes to all of them as an employer writes to one. It is asked of
    mail that names no job and that no tracking system sent; who answers, who is known and who
    names the day and hour of a talk writes to the reader.

    Args:
        written: The text with its footer.
    """
    is_own = said.clues.is_known or said.clues.is_answer or _ANSWERS in message.headers
    if said.verdict not in _TOLD or is_own:
        return said
    if said.verdict is Verdict.INTERVIEW and names_hour(message):
        return said
    return asked(said) if _may_be_left(message, written) else said


def _may_be_left(message: Message, written: str) -> bool:
    """Say whether a header or the end of a mail tells how to leave its list."""
    if _LEAVES in message.headers:
        return True
    return _leaves().search(plain(written[-_LAST_CHARS:])) is not None


@cache
def _leaves() -> re.Pattern[str]:
    told = (table["leaves"] for table in tables("subscriptions").values())
    return re.compile("|".join(told), re.MULTILINE)
