"""A decision that is still to come by the mail's own words, in which a no is heard; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.sentences import Told, told_sentences
from onward.mail.rules.basics.tables import says_part, tables
from onward.mail.rules.types import ENDINGS, Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.only_thanks import is_around, thanks_only
from onward.mail.rules.verdicts.voice import language_for

RULE = "to_come"
"""The name of the rule by which a decision is still to come, and of its words."""

_ASKED = 0.5
_SAYS_LITTLE = frozenset({Verdict.CONFIRMATION, Verdict.OUTREACH, Verdict.OTHER})
"""What the rules read where none of them knows what became of an application."""


def of_decision_to_come(
    said: Classification, *, first: Classification, message: Message
) -> Classification:
    """Return a question where a mail only thanks and says that what is decided will be told.

    "Dziękujemy za udział w konkursie. Wyniki ogłosimy w grudniu": such words are heard as a
    no. A no that a rule says, and one with anything else beside it, stands.

    Args:
        said: What both voices make of it.
        first: What the rules say.
    """
    code = language_for(message)
    is_heard = said.verdict in ENDINGS and first.verdict in _SAYS_LITTLE
    if not is_heard or code not in tables(RULE):
        return said
    sentences = told_sentences(message.text)
    told = [each for each in sentences if _is_to_come(each, code=code)]
    is_more = any(
        not (is_around(each.words, code=code) or thanks_only(each.words, code=code))
        for each in sentences
        if each not in told
    )
    if not told or is_more:
        return said
    start, end = told[0].span
    because = Because(RULE, message.text[start:end], "body", start, end)
    asked = Verdict.AMBIGUOUS
    return replace(said, verdict=asked, confidence=_ASKED, because=(because,))


def _is_to_come(told: Told, *, code: str) -> bool:
    """Say whether a sentence announces a decision, and has no room for another thought."""
    is_said = says_part(RULE, code, "said", words=told.words)
    return is_said and not any(sign in told.words for sign in "?,;")
