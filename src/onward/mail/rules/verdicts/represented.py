"""An agency that asks whether it may put the reader forward, for a rate that it names; pure."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from onward.mail.rules.basics.sentences import Told, told_sentences
from onward.mail.rules.basics.tables import table_part
from onward.mail.rules.types import Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.deciding import is_by_ear
from onward.mail.rules.verdicts.thresholds import LEAST_UNNAMED
from onward.mail.rules.verdicts.voice import language_for

ASKS_TO_REPRESENT = "asks-to-represent"
"""The name of the rule by which an agency asks whether it may put the reader forward."""

_WORDS = "represented"
_NAMES_HOUR = re.compile(
    r"\b\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.?m\b|uhr\b|h\b)|\b\d{1,2}:\d{2}\b",
    re.IGNORECASE,
)
_MISHEARD = frozenset({Verdict.OFFER, Verdict.INTERVIEW})


def of_representation(said: Classification, *, message: Message) -> Classification:
    """Return a request in the place of an offer that is heard where an agency asks for consent.

    "Please reply "I agree" so I can submit you to the client at $24/hr": its rate and the
    agreement sound like an offer. Where a rule reads one, or the client has chosen, it is one.
    """
    if said.verdict not in _MISHEARD or not is_by_ear(said):
        return said
    if said.verdict is Verdict.INTERVIEW and _NAMES_HOUR.search(message.text):
        # The client's hour is to be confirmed: who puts somebody forward names none.
        return said
    told = _request(message)
    if told is None:
        return said
    words = message.text[told.start : told.end]
    because = Because(ASKS_TO_REPRESENT, words, "body", told.start, told.end)
    return replace(
        said,
        verdict=Verdict.INFORMATION_REQUEST,
        confidence=LEAST_UNNAMED,
        because=(because,),
    )


def _request(message: Message) -> Told | None:
    """Return the sentence by which they may be put forward, beside one that asks for consent."""
    code = language_for(message)
    consent = table_part(_WORDS, code, "consent")
    forward = table_part(_WORDS, code, "forward")
    sentences = told_sentences(message.text)
    decided = table_part(_WORDS, code, "decided")
    if any(decided.search(each.words) for each in sentences):
        return None
    for each in sentences:
        if forward.search(each.words) and consent.search(each.words):
            return each
    for one, other in pairwise(sentences):
        for each, beside in ((one, other), (other, one)):
            if forward.search(each.words) and consent.search(beside.words):
                return each
    return None
