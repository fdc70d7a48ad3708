"""An application without an opening, answered by thanks and by word that there is none; pure."""

from __future__ import annotations

from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import plain
from onward.mail.rules.types import ENDINGS, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification, asked
from onward.mail.rules.verdicts.deciding import is_by_ear
from onward.mail.rules.verdicts.lexicon import language
from onward.mail.rules.verdicts.thresholds import SURE_RULE

_WORDS = "unasked"


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
    is_ruled = is_ruled or _says("none", message)
    if not (is_heard and is_ruled and _is_heard_in_thanks(said, message)):
        return said
    if _says("looks", message):
        return said
    return asked(said, *(first.because if first.verdict in ENDINGS else ()))


def _says(part: str, message: Message) -> bool:
    """Say whether there is no opening that fits, or they look at the application all the same."""
    words = plain(message.text)
    return any(
        part in table and table_part(_WORDS, code, part).search(words)
        for code, table in tables(_WORDS).items()
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
