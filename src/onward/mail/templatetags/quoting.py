"""A template filter that quotes the line of a mail by which a person can decide."""

from __future__ import annotations

from django import template

from onward.mail.models import MailMessage
from onward.mail.passages import Passage
from onward.mail.quoting import telling_line

register = template.Library()


@register.filter
def telling(message: MailMessage) -> list[Passage]:
    """Return the line of a message that tells most, in passages."""
    return telling_line(message.text, message.because)
