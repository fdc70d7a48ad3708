"""Answers that neither voice hears: their words speak of hiring together, or set one time against another; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.types import Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.contrasted import sets_against
from onward.mail.rules.verdicts.thresholds import UNSPOKEN
from onward.mail.rules.verdicts.voice import MANY_WORDS, language_for
from onward.mail.rules.verdicts.weighing import weigh, weighed_words

OTHER_TIME = "another-time"
"""The name of the rule by which a known writer sets one day or hour against another."""

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


def asked_of_time(said: Classification, *, message: Message) -> Classification:
    """Return AMBIGUOUS for a known writer's answer, left out as ordinary, that sets one time against another.

    "Can you make it 6 on Friday, not 5, match is on" moves a talk that was agreed on by word of mouth,
    or sets one; which, no words say.
    """
    clues = said.clues
    is_left_out = said.verdict is Verdict.OTHER and not said.because
    if not (is_left_out and clues.is_answer and clues.is_known and clues.is_to_reader):
        return said
    code = language_for(message)
    for start, end, words in told_sentences(message.text):
        if sets_against(words, code=code):
            told = Because(OTHER_TIME, message.text[start:end], "body", start, end)
            return replace(
                said,
                verdict=Verdict.AMBIGUOUS,
                confidence=UNSPOKEN,
                because=(told,),
            )
    return said
