"""An invitation of whoever is known, with its day and hour, that is heard as ordinary mail; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.text import fold, own_text
from onward.mail.rules.times.when import appointments
from onward.mail.rules.types import Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.thresholds import LEAST_UNNAMED, SURE_RULE

_UNHEARD = frozenset({Verdict.OTHER, Verdict.AMBIGUOUS})


def set_by_known(
    said: Classification, *, first: Classification, message: Message
) -> Classification:
    """Return that whoever is known invites where a rule finds so, and one time to come is named.

    "Our chair wants to meet everyone who is new, Wed 4 March at 4.30?" has few words of hiring.

    Args:
        first: What the rules say.
    """
    is_told = first.verdict is Verdict.INTERVIEW and first.confidence >= SURE_RULE
    is_told = is_told and first.clues.is_known and said.verdict in _UNHEARD
    if not is_told or message.sent_at is None:
        return said
    told_on = message.sent_at.date()
    found = appointments(fold(own_text(message.text)), told_on=told_on)
    if len(found) != 1 or min(found).date() < told_on:
        return said
    return replace(first, confidence=max(said.confidence, LEAST_UNNAMED))
