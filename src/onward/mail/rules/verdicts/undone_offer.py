"""An offer that its own mail takes back in another sentence; pure."""

from __future__ import annotations

from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import says_part, tables
from onward.mail.rules.types import Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification, asked
from onward.mail.rules.verdicts.voice import language_for

UNDONE = "undone-offer"
"""The name of the rule by which an offer is taken back."""

_WORDS = "undone_offer"


def of_undone_offer(said: Classification, *, message: Message) -> Classification:
    """Return AMBIGUOUS in the place of an offer that the mail tells of and takes back.

    "Last week we told you the job is yours. We have to take that back": the first sentence is
    heard as an offer, and a closed search would be the worst to make of it.
    """
    code = language_for(message)
    if said.verdict is not Verdict.OFFER or code not in tables(_WORDS):
        return said
    for start, end, words in told_sentences(message.text):
        is_undone = says_part(_WORDS, code, "undone", words=words)
        if is_undone and not says_part(_WORDS, code, "unless", words=words):
            because = Because(UNDONE, message.text[start:end], "body", start, end)
            return asked(said, because)
    return said
