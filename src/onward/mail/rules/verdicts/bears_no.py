"""Whether a mail of few words has any that a no is said with; pure."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.sentences import own_sentences
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import compared, own_text
from onward.mail.rules.types import ENDINGS, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.thresholds import SURE_RULE
from onward.mail.rules.verdicts.voice import language_for

FEW = 3
"""How many whole sentences are few: with more to hear, the second voice is not misled by one."""

_WORDS = "bears_no"
_ENDS = (".", "!", "?", "…")


def of_few_words(best: Verdict, *, first: Classification, message: Message) -> Verdict:
    """Return what a mail says that by ear alone is a no, where nothing in it can be one.

    It is asked about, but for the receipt that a rule is sure of.
    """
    is_by_ear = best in ENDINGS and first.verdict not in ENDINGS
    if not is_by_ear or not is_without_no(message, code=language_for(message)):
        return best
    is_sure = bool(first.because) and first.confidence >= SURE_RULE
    is_receipt = is_sure and first.verdict is Verdict.CONFIRMATION
    return first.verdict if is_receipt else Verdict.AMBIGUOUS


def is_without_no(message: Message, *, code: str) -> bool:
    """Say whether a mail is of few sentences, in none of which stands a word of a no.

    "You are one of our favourites." is heard as a no, as most mail of one line to who applied
    is one. What is given to another, lacking, full or over is said in other words.

    Args:
        code: Language of the mail; False where there is no list for it.
    """
    if code not in tables(_WORDS):
        return False
    text = message.text
    whole = sum(
        text[start:end].rstrip(" *_)\"'»").endswith(_ENDS)
        for start, end in own_sentences(text)
    )
    if whole > tables(_WORDS)[code].get("few", FEW):
        return False
    said = f"{compared(message.subject)} . {compared(own_text(text))}"
    return not _words(code).search(said)


@cache
def _words(code: str) -> re.Pattern[str]:
    table = tables(_WORDS)[code]
    words = "|".join(table["words"])
    return re.compile("|".join((rf"\b(?:{words})\b", *table.get("ends", ()))))
