"""Answers whose words speak of hiring together, though neither voice hears what they say; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.types import Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.thresholds import UNSPOKEN
from onward.mail.rules.verdicts.voice import MANY_WORDS
from onward.mail.rules.verdicts.weighing import weigh, weighed_words

SURELY_HIRING = 3.0
"""How far the single words of an answer are above what the gate asks for. Of 275 answers that were
left out as ordinary, seven are; five of these were not ordinary, and one of the others is of a set
that was written in the very tone of hiring."""


def asked_in_answer(said: Classification, *, message: Message) -> Classification:
    """Return AMBIGUOUS for an answer left out as ordinary whose single words are those of hiring.

    "Numbers are now full, yours came in after that line", under "Re: Casual stewarding": said in
    somebody's own words to who had written first. No sentence tells what it is, so it is asked about.
    """
    clues = said.clues
    is_left_out = said.verdict is Verdict.OTHER and not said.because
    is_stray = clues.is_story or clues.is_known_sender
    if not (is_left_out and clues.is_answer) or is_stray:
        return said
    told = weigh(weighed_words(message.subject, message.text))
    above = max((score - least.long for score, least in told.scored()), default=0.0)
    if told.size < MANY_WORDS or above < SURELY_HIRING:
        return said
    return replace(said, verdict=Verdict.AMBIGUOUS, confidence=UNSPOKEN)
