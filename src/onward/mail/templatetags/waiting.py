"""Template helpers that say what waits for the person, the same on every page."""

from __future__ import annotations

from django import template

from onward.mail.models import MailMessage
from onward.mail.rules.around.costs import asks_for_money
from onward.mail.services.waiting import Waiting, waiting
from onward.mail.waiting_words import waiting_words
from onward.people.models import Person

register = template.Library()


@register.filter
def in_words(counted: Waiting) -> str:
    """Return how many messages wait, and why; "" where none does."""
    return waiting_words(counted)


@register.filter
def waiting_now(person: Person) -> Waiting:
    """Return what waits for a person at this moment, whatever a page kept of it."""
    return waiting(person)


@register.filter
def is_costly(message: MailMessage) -> bool:
    """Say whether a message of somebody else asks for money, or for account and papers at once."""
    return not message.is_sent and asks_for_money(message.text)
