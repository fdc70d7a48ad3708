"""Filters that turn formats and proposals into words."""

from __future__ import annotations

from django import template

from onward.applications.labels import EVENT_LABELS, Words
from onward.applications.rules.kinds import EventKind
from onward.exchange.labels import COLUMN_LABELS, FORMAT_LABELS, PROPOSAL_LABELS
from onward.exchange.rules.list_types import ListFormat
from onward.exchange.rules.list_words import Column
from onward.exchange.rules.proposals import Proposal

register = template.Library()


@register.filter
def format_label(form: str) -> Words:
    """Return whose list it is."""
    return FORMAT_LABELS[ListFormat(form)]


@register.filter
def proposal_label(proposal: str) -> Words:
    """Return what is proposed for a row."""
    return PROPOSAL_LABELS[Proposal(proposal)]


@register.filter
def column_label(column: str) -> Words:
    """Return what a column is taken for."""
    return COLUMN_LABELS[Column(column)]


@register.filter
def status_label(kind: str) -> Words:
    """Return what a status says happened."""
    return EVENT_LABELS[EventKind(kind)]
