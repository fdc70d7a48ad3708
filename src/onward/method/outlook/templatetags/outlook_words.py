"""Template filters for the words of stepping stones and of what went quiet."""

from __future__ import annotations

from django import template
from django.utils import timezone

from onward.applications.labels import Words
from onward.applications.rules.kinds import EventKind
from onward.method.outlook.rules.rows import Row
from onward.method.outlook.rules.stones import StoneKind
from onward.method.outlook.words import STONE_FOUND, STONE_LABELS, words_of_quiet

register = template.Library()


@register.filter
def stone_label(kind: str) -> Words:
    """Return what kind of stepping stone this is."""
    return STONE_LABELS[StoneKind(kind)]


@register.filter
def stone_found(event: str) -> Words:
    """Return what an event left behind, in words."""
    return STONE_FOUND[EventKind(event)]


@register.filter
def quiet_words(row: Row) -> str:
    """Return what came of a quiet application, and for how long nothing did."""
    return words_of_quiet(row, now=timezone.now())
