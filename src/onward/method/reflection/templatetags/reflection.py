"""Filters that turn answers, themes and outcomes into words."""

from __future__ import annotations

from django import template

from onward.applications.labels import Words
from onward.method.reflection.labels import (
    ANSWER_LABELS,
    OUTCOME_LABELS,
    QUESTION_LABELS,
    SHARE_LABELS,
    THEME_LABELS,
)
from onward.method.reflection.rules.asking import Answer, Question, Theme
from onward.method.reflection.rules.patterns import Outcome

register = template.Library()


@register.filter
def theme_label(theme: str) -> Words:
    """Return what a question was about, in words."""
    return THEME_LABELS[Theme(theme)]


@register.filter
def question_label(question: str) -> Words:
    """Return one of the five questions."""
    return QUESTION_LABELS[Question(question)]


@register.filter
def answer_label(answer: str) -> Words:
    """Return one of the four answers."""
    return ANSWER_LABELS[Answer(answer)]


@register.filter
def share_label(share: int) -> Words:
    """Return how much was the person's to change, in the words they chose from."""
    return SHARE_LABELS[min(SHARE_LABELS, key=lambda known: abs(known - share))]


@register.filter
def outcome_label(outcome: str) -> Words:
    """Return what is counted."""
    return OUTCOME_LABELS[Outcome(outcome)]
