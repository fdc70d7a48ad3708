"""Template filters for what a newer program reads otherwise."""

from __future__ import annotations

from django import template

from onward.mail.models import NewerReading
from onward.mail.passages import Passage
from onward.mail.quoting import telling_line

register = template.Library()


@register.filter
def telling_newer(reading: NewerReading) -> list[Passage]:
    """Return the line of a message that tells most by a newer reading, in passages."""
    return telling_line(reading.message.text, reading.after.get("because", []))
