"""Whether a no says that the opening was filled from inside; pure."""

from __future__ import annotations

import re

from onward.mail.rules.basics.tables import said_unless
from onward.mail.rules.basics.text import fold, lower, strip_quoted
from onward.mail.rules.types import Because, Message, Reading, Verdict
from onward.mail.rules.verdicts.signals import READ_CHARS

RULE = "filled-inside"
_HINT = re.compile(
    r"intern|from within|in-house|from inside|our own|eigenen|wewn|kurum içi|şirket içi"
    r"|\biç |içeriden|kendi "
)
_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\d)|\n(?!\s*\n))+")


def filled_inside(message: Message, reading: Reading) -> Because | None:
    """Return the words by which a no tells of an opening filled from inside; None without.

    Such a job went away from everybody who does not work there already.

    Args:
        reading: What the mail was read as; nothing but a no is looked at.
    """
    if message.is_sent or reading.verdict is not Verdict.REJECTION:
        return None
    head = message.text[:READ_CHARS]
    for start, end in strip_quoted(head):
        low = lower(fold(head[start:end]))
        if not _HINT.search(low):
            continue
        for sentence in _SENTENCE.finditer(low):
            if _says_so(sentence.group()):
                at = start + sentence.start()
                words = head[at : start + sentence.end()]
                at += len(words) - len(words.lstrip())
                words = words.strip()
                return Because(RULE, words, "body", at, at + len(words))
    return None


def _says_so(sentence: str) -> bool:
    """Say whether one sentence, in lower case with plain quotes, tells of it."""
    return any(
        said.search(sentence) and not unsaid.search(sentence)
        for said, unsaid in said_unless("filled_inside")
    )
