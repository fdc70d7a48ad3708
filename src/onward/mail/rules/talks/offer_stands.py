"""An offer that only stands where the person thinks again: an answer to their no, and no new offer; pure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.sentences import own_sentences
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.talks.quoted_subject import is_offered
from onward.mail.rules.types import Message, Verdict
from onward.mail.rules.verdicts.classification import Classification


def of_standing_offer(said: Classification, *, message: Message) -> Classification:
    """Return ordinary mail in the place of "The offer still stands if you change your mind"."""
    places = [each for each in said.because if each.where == "body"]
    if not (is_offered(said) and places):
        return said
    sentences = [
        message.text[start:end]
        for start, end in own_sentences(message.text)
        if any(start <= each.start < end for each in places)
    ]
    if not all(map(_asks_to_think_again, sentences)):
        return said
    return replace(said, verdict=Verdict.OTHER, confidence=0.5, because=())


def _asks_to_think_again(sentence: str) -> bool:
    return _change_of_mind().search(lower(fold(sentence))) is not None


@cache
def _change_of_mind() -> re.Pattern[str]:
    return re.compile("|".join(tables("change_of_mind").values()))
