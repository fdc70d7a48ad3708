"""Numbers as people read them."""

from __future__ import annotations

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def grouped(value: object) -> str:
    """Return a whole number with its thousands apart; anything else as it is."""
    if isinstance(value, int):
        return number_format(value, use_l10n=True, force_grouping=True)
    return str(value)
