"""Sentences that end with whatever somebody is called."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeData, mark_safe

from onward.core.text import once_stopped as in_text

register = template.Library()


@register.filter
def once_stopped(text: object) -> str:
    """Return a message with one full stop at the end of a name that has its own: "on Lind S.A.."."""
    said = in_text(str(text))
    # What was made safe to show stays so: a full stop is taken away, and nothing added.
    return mark_safe(said) if isinstance(text, SafeData) else said  # noqa: S308
