"""Template filters for quoting mail: the line that tells most, and its language."""

from __future__ import annotations

from django import template

from onward.mail.models import MailMessage
from onward.mail.passages import Passage
from onward.mail.quoting import telling_line
from onward.mail.rules.basics.language import (
    GUESS_CHARS,
    count_marks,
    is_telling,
    main_language,
)
from onward.mail.rules.basics.text import lower

register = template.Library()


@register.filter
def telling(message: MailMessage) -> list[Passage]:
    """Return the line of a message that tells most, in passages."""
    return telling_line(message.text, message.because)


@register.filter
def written_in(message: MailMessage) -> str:
    """Return the code of the language of a message; "" where too few words tell it."""
    if message.language:
        return message.language
    low = lower(message.text[:GUESS_CHARS])
    return main_language(low) if is_telling(count_marks(low)) else ""
