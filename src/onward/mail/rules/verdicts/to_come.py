"""A decision that is still to come by the mail's own words, in which a no is heard; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.sentences import Told, told_sentences
from onward.mail.rules.basics.tables import says_part, tables
from onward.mail.rules.types import ENDINGS, Because, Message, Verdict
from onward.mail.rules.verdicts.by_ear import LEAST_LESS_KNOWN, loudest
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.only_thanks import is_no_sentence, thanks_only
from onward.mail.rules.verdicts.thresholds import LEAST_UNNAMED, SURE_POINTS
from onward.mail.rules.verdicts.voice import Heard, language_for

RULE = "to_come"
"""The name of the rule by which a decision is still to come, and of its words."""

_ASKED = 0.5
_MISHEARD = ENDINGS | {Verdict.AMBIGUOUS}
_SAYS_LITTLE = frozenset({Verdict.CONFIRMATION, Verdict.OUTREACH, Verdict.OTHER})
"""What the rules read where none of them knows what became of an application."""


def of_decision_to_come(
    said: Classification, *, first: Classification, heard: Heard, message: Message
) -> Classification:
    """Return a receipt where a mail only thanks and says that what is decided will be told.

    "Dziękujemy za udział w konkursie. Wyniki ogłosimy w grudniu": such words are heard as a
    no. With more beside them it is asked about; a no that a rule or another sentence says
    stands.

    Args:
        said: What both voices make of it.
        first: What the rules say.
    """
    code = language_for(message)
    if said.verdict not in _MISHEARD or first.verdict not in _SAYS_LITTLE:
        return said
    told = _to_come(message, code=code)
    if not told or _is_said_beside(told, heard=heard, message=message, code=code):
        return said
    is_of_job = first.clues.names_job or first.clues.points >= SURE_POINTS
    if is_of_job and _says_no_more(message, told, code=code):
        verdict, sure = Verdict.CONFIRMATION, LEAST_UNNAMED
    elif said.verdict is Verdict.AMBIGUOUS:
        return said
    else:
        verdict, sure = Verdict.AMBIGUOUS, _ASKED
    start, end = told[0].span
    because = Because(RULE, message.text[start:end], "body", start, end)
    return replace(said, verdict=verdict, confidence=sure, because=(because,))


def _to_come(message: Message, *, code: str) -> list[Told]:
    if code not in tables(RULE):
        return []
    return [
        each
        for each in told_sentences(message.text)
        if says_part(RULE, code, "said", words=each.words)
        and not each.words.endswith("?")
    ]


def _is_said_beside(
    told: list[Told], *, heard: Heard, message: Message, code: str
) -> bool:
    """Say whether another sentence than these, and than thanks, is heard as a no."""
    thanks = [
        each
        for each in told_sentences(message.text)
        if thanks_only(each.words, code=code)
    ]
    others = tuple(
        said
        for said in heard.said
        if not any(each.start <= said.start < each.end for each in (*told, *thanks))
    )
    return loudest(replace(heard, said=others), message=message) >= LEAST_LESS_KNOWN


def _says_no_more(message: Message, told: list[Told], *, code: str) -> bool:
    """Say whether beside these sentences a mail only greets, thanks and is signed."""
    return all(
        is_no_sentence(each.words) or thanks_only(each.words, code=code)
        for each in told_sentences(message.text)
        if each not in told
    )
