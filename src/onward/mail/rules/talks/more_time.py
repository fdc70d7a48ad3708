"""Whether a mail gives more time for what its conversation is about; pure."""

from __future__ import annotations

from onward.mail.rules.basics.text import own_text
from onward.mail.rules.times.more_time import more_time
from onward.mail.rules.types import Because, Message

_RULE = "context:more-time"


def gives_time(message: Message) -> Because | None:
    """Return the sentence by which a mail names a later last day; None where it names none.

    By itself it is ordinary: libraries extend what was borrowed, too.
    """
    if message.sent_at is None or message.calendar:
        return None
    own = own_text(message.text)
    more = more_time(own, told_on=message.sent_at.date())
    if more is None:
        return None
    words = own[more.start : more.end]
    start = max(0, message.text.find(words))
    return Because(_RULE, words, "body", start, start + len(words))
