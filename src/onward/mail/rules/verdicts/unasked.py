"""An application without an opening, answered by thanks and by word that there is none; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import plain
from onward.mail.rules.types import ENDINGS, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.deciding import is_by_ear
from onward.mail.rules.verdicts.lexicon import language
from onward.mail.rules.verdicts.thresholds import SURE_RULE

_WORDS = "unasked"
_UNSURE = 0.5


def of_unasked(
    said: Classification, *, first: Classification, message: Message
) -> Classification:
    """Return AMBIGUOUS where a receipt is heard, and a rule is sure of a no to an application nobody asked for.

    "Thank you for your speculative application. We have no vacancy that matches your profile. May we
    keep it?" The ear is right where it outvotes a rule beside an opening; the three mails of the sets in
    which it hears no more than such thanks were noes.

    Args:
        first: What the rules say.
    """
    is_heard = said.verdict is Verdict.CONFIRMATION and is_by_ear(said)
    is_ruled = first.verdict in ENDINGS and first.confidence >= SURE_RULE
    if not (is_heard and is_ruled and _is_heard_in_thanks(said, message)):
        return said
    return replace(
        said, verdict=Verdict.AMBIGUOUS, confidence=_UNSURE, because=first.because
    )


def _is_heard_in_thanks(said: Classification, message: Message) -> bool:
    """Say whether the receipt is heard only where the unasked application is thanked for.

    "I've received your CV and the two letters", beside that, is a receipt.
    """
    told = told_sentences(message.text)
    return bool(said.because) and all(
        _says_unasked(plain(message.subject))
        if each.where == "subject"
        else any(x.start <= each.start < x.end and _says_unasked(x.words) for x in told)
        for each in said.because
    )


def _says_unasked(words: str) -> bool:
    """Say whether words speak of such an application, and under no condition."""
    return any(
        table_part(_WORDS, code, "unasked").search(words)
        and not language(code).conditional.search(words)
        for code in tables(_WORDS)
    )
