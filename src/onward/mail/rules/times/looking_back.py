"""Days of talks that were: "the panel met on Friday at 10:30", "heute um 10 Uhr getagt"."""

from __future__ import annotations

from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.days import DayMention
from onward.mail.rules.times.last_day import ahead_of
from onward.mail.rules.times.when_words import Words


def was_then(mention: DayMention, *, text: str, words: Words) -> bool:
    """Say whether the words around a day tell of a talk that was: nobody is asked to it."""
    ahead = lower(ahead_of(mention, text=text))
    if words.found("would_be").search(ahead):
        return False
    before = words.before("was_then", gap="was_then_gap").search(ahead)
    behind = words.behind("was_then_behind").match(text, mention.end)
    return before is not None or behind is not None
