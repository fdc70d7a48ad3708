"""A no that a sentence tells the reader outright, in a mail that is heard as a receipt; pure."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import says_part, tables
from onward.mail.rules.basics.text import Span
from onward.mail.rules.types import Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.thresholds import SURE_RULE
from onward.mail.rules.verdicts.voice import Heard, language_for

_WORDS = "told_outright"
_MOST_SUPPOSED = 0.3
"""As surely as the sentence may be heard to suppose something, which receipts do of noes to come."""


def is_told_outright(
    first: Classification, best: Verdict, heard: Heard, message: Message
) -> bool:
    """Say whether a rule is sure of a no in a sentence that is about the reader, as a fact.

    "I'm getting in touch to let you know that you haven't been successful. We received 640
    applications": that it is told, and how many wrote, is heard as a receipt. What receipts say
    of noes is of others, or still to come: "Those who don't make the shortlist will hear".
    """
    is_no = first.verdict is Verdict.REJECTION and first.confidence >= SURE_RULE
    code = language_for(message)
    if not is_no or best is not Verdict.CONFIRMATION or code not in tables(_WORDS):
        return False
    told = [
        (start, end)
        for start, end, words in told_sentences(message.text)
        if _is_of_reader(words, code=code)
    ]
    return any(
        not _is_supposed(heard, span)
        for span in told
        if any(_is_in(each.start, span) for each in first.because if _is_body(each))
    )


def _is_body(each: Because) -> bool:
    return each.where == "body"


def _is_in(place: int, span: Span) -> bool:
    return span[0] <= place < span[1]


def _is_supposed(heard: Heard, span: Span) -> bool:
    at = heard.intents.index("hypothetical")
    return any(
        said.where == "body"
        and _is_in(said.start, span)
        and said.chances[at] > _MOST_SUPPOSED
        for said in heard.said
    )


def _is_of_reader(words: str, *, code: str) -> bool:
    is_said = _begins(code).match(words) and says_part(
        _WORDS, code, "denies", words=words
    )
    return bool(is_said)


@cache
def _begins(code: str) -> re.Pattern[str]:
    table = tables(_WORDS)[code]
    return re.compile(rf"\W*{table['opens']}{table['tells']}{table['reader']}")
