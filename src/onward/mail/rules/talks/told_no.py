"""Own mail that thanks for a no which came in no mail: "Thank you for calling to let me know …"; pure."""

from __future__ import annotations

import re
from dataclasses import replace

from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.talks.own_mail import own_words
from onward.mail.rules.types import ENDINGS, Because, Message
from onward.mail.rules.verdicts.classify import classify
from onward.mail.rules.verdicts.deciding import is_by_ear

TOLD_NO = "own:told-no"

_MOST_WORDS = 150
_TAKES_IT = re.compile(
    r"\b(?:thanks?|thank you|sorry|sad|disappointed|dank\w*|danke|schade|traurig|enttäuscht|merci|dommage|déçue?"
    r"|gracias|lástima|pena|siento|grazie|dispiace|peccato|obrigad[oa]|bedankt|jammer|spijtig|dziękuję|szkoda|przykro"
    r"|teşekkür\w*|üzüldüm|tack\w*|tråkigt|synd)\b"
)
_YOURS = re.compile(
    r"\byou(?:'ve)? (?=(?:have |had )?(?:decided|chosen|chose|selected|went|gone|picked|offered)\b)",
    re.IGNORECASE,
)
_NOT_ME = re.compile(
    r"\bi (?:wasn['’]t|was not|haven['’]t been|have not been) (?:selected|chosen|successful)\b"
    r"|\bi (?:didn['’]t|did not) get (?:the|this) (?:job|position|post|role)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\?|\b(?:if|unless|in case|wenn|falls|si|se|als|indien|jeśli|eğer|om|my (?:last|previous|former|current|old))\b"
)


def told_no(message: Message) -> Because | None:
    """Return the words of own mail that take a no which was told before it, or None.

    What would be a no if they had written it, behind thanks or regret of the person's own.
    It is asked about and never assumed: they may speak of another house.
    """
    own = own_words(message.text)
    if not own or len(own.split()) > _MOST_WORDS:
        return None
    if not _TAKES_IT.search(lower(fold(own))):
        return None
    for start, end, words in told_sentences(own):
        if not _TAKES_IT.search(words) or _OPEN.search(words):
            continue
        text = own[start:end]
        if any(_is_no(each, message=message) for each in (text, _turned(text))):
            place = message.text.find(text)
            return Because(TOLD_NO, text, "body", place, place + len(text))
    return None


def _is_no(text: str, *, message: Message) -> bool:
    """Say whether a sentence would be a no for sure, had they written it."""
    # A greeting shows that it speaks to somebody.
    theirs = replace(message, subject="", text=f"Hi,\n\n{text}", is_sent=False)
    said = classify(theirs, is_known=True)
    return said.verdict in ENDINGS and not is_by_ear(said)


def _turned(text: str) -> str:
    """Return a sentence as they would have said it: "you have decided" as "we have decided"."""
    return _NOT_ME.sub("you were not selected", _YOURS.sub("we ", text))
