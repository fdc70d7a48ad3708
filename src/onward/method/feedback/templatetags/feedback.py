"""Filters that turn kinds of feedback into words and classes."""

from __future__ import annotations

from django import template

from onward.applications.labels import Words
from onward.method.feedback.labels import (
    ORIGIN_WORDS,
    REASON_WORDS,
    STANDING_LOOKS,
    STANDING_WORDS,
)
from onward.method.feedback.models import TAG_CHOICES
from onward.method.feedback.rules.kinds import Origin, Reason, Standing

register = template.Library()
_TAGS = dict(TAG_CHOICES)


@register.filter
def reason_words(reason: str) -> Words:
    """Return why asking is offered, or why not."""
    return REASON_WORDS[Reason(reason)]


@register.filter
def standing_words(standing: str) -> Words:
    """Return how it stands with a request."""
    return STANDING_WORDS[Standing(standing)]


@register.filter
def standing_look(standing: str) -> str:
    """Return the class of the mark that says how it stands."""
    return STANDING_LOOKS[Standing(standing)]


@register.filter
def origin_words(origin: str) -> Words:
    """Return where a piece of feedback comes from."""
    return ORIGIN_WORDS[Origin(origin)]


@register.filter
def tag_words(tag: str) -> Words:
    """Return what a tag is called."""
    return _TAGS[tag]
