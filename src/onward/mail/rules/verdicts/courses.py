"""Word of a course that is full, on which the reader may have wanted to learn; pure."""

from __future__ import annotations

from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import says_part, table_part
from onward.mail.rules.basics.text import compared, own_text
from onward.mail.rules.types import ENDINGS, Because, Message
from onward.mail.rules.verdicts.classification import Classification, asked
from onward.mail.rules.verdicts.voice import language_for

FULL = "full-course"
"""The name of the rule by which a course is full."""

_WORDS = "courses"


def of_course(
    said: Classification, *, message: Message, is_known: bool
) -> Classification:
    """Return AMBIGUOUS in the place of a no that tells, in one sentence, that a course is full.

    Whoever teaches something writes as employers do, and employers train whom they take on in
    courses of their own: which of them it is no words say, so that it is asked about.

    Args:
        is_known: The person applied to whoever sends it.
    """
    if is_known or said.verdict not in ENDINGS or said.clues.is_from_hiring:
        return said
    code = language_for(message)
    told = (message.sender.name, message.subject, own_text(message.text))
    work = table_part(_WORDS, code, "work")
    if any(work.search(compared(each)) for each in told):
        return said
    for start, end, words in told_sentences(message.text):
        if all(says_part(_WORDS, code, x, words=words) for x in ("wanted", "full")):
            because = Because(FULL, message.text[start:end], "body", start, end)
            return asked(said, because)
    return said
