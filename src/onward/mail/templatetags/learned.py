"""Template filters that turn what a mail means into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from onward.mail.meanings import MEANING_LABELS, READ_AS_LABELS
from onward.mail.rules.types import Meaning

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

register = template.Library()


@register.filter
def meaning_words(meaning: str) -> _StrPromise:
    """Return what a mail means, in words."""
    return MEANING_LABELS[Meaning(meaning)]


@register.filter
def read_as_words(verdict: str) -> _StrPromise | str:
    """Return what reading alone made of a mail, in words."""
    return READ_AS_LABELS.get(verdict, verdict)
