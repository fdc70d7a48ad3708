"""Template filters that turn what a model said into words."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

from onward.mail.models import ModelAnswer
from onward.mail.own_model.words import OUTCOME_WORDS, VERDICT_WORDS
from onward.mail.rules.own_model.answers import Outcome
from onward.mail.rules.types import Verdict
from onward.mail.services.proposals import can_be_accepted

register = template.Library()


@register.filter
def reading_words(verdict: str) -> str:
    """Return a verdict as the pages say it."""
    return str(VERDICT_WORDS[Verdict(verdict)])


@register.filter
def discarded_words(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return why answers were let go, in words, with how often, the most frequent first."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [(str(OUTCOME_WORDS[Outcome(name)]), count) for name, count in ranked]


@register.filter
def takes_one_press(answer: ModelAnswer) -> bool:
    """Return whether a proposed reading can be recorded in one press."""
    return can_be_accepted(answer)
