"""Mail in which its writer applies for work: no employer's word to the reader; pure.

Until it is known which addresses are the reader's, their own letters are read as if somebody
else had written them: "I would be glad to have an interview" is no invitation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from onward.mail.rules.basics.text import fold, strip_quoted
from onward.mail.rules.facts.contact import is_no_reply
from onward.mail.rules.facts.employers.shown_name import shown_employer
from onward.mail.rules.talks.letter_words import letter_words
from onward.mail.rules.talks.own_firm import company_of_domain
from onward.mail.rules.talks.own_title import is_reply, role_applied_for
from onward.mail.rules.types import ENDINGS, Because, Message, Reading, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.deciding import BY_EAR

APPLIES = "own:applies"
"""The name of what is found where a mail's writer applies."""

_OF_MACHINES = frozenset({"list-unsubscribe", "list-id", "auto-submitted"})
_OF_EMPLOYERS = frozenset({*ENDINGS, Verdict.OFFER, Verdict.INTERVIEW})
_SURE = 0.8
"""As sure as no rule is that is met by "I would be glad to have an interview"."""
_FEWEST_WORDS = 12
"""Above somebody's letter; of fewer, a greeting and a first sentence, nothing is heard."""


def words_of_letter(message: Message) -> Because | None:
    """Return the words by which a mail's writer applies for work, None where they do not.

    What is quoted, or sent on below, is somebody else's; a machine's mail repeats to the
    reader what they wrote.
    """
    if not _OF_MACHINES.isdisjoint(message.headers):
        return None
    if is_no_reply(message.sender.address):
        return None
    start, end = next(iter(strip_quoted(message.text)))
    span = letter_words(message.text[start:end])
    if span is None:
        return None
    first, last = start + span[0], start + span[1]
    return Because(APPLIES, message.text[first:last], "body", first, last)


def of_letter(
    said: Classification,
    *,
    message: Message,
    hear: Callable[[Message], Classification],
) -> Classification | None:
    """Return that it is open what a letter means in which its writer applies; None for other mail.

    What a rule is sure of, wherever it stands, is an employer's word whatever else is said. Who answers above a letter that no sign sets off says what they say before it.

    Args:
        said: What the whole was read as.
        hear: Reads a message once more.
    """
    rules = [each.rule for each in said.because]
    if is_told_by_rule(said.verdict, confidence=said.confidence, rules=rules):
        return None
    words = words_of_letter(message)
    if words is None:
        return None
    above = message.text[: words.start]
    if len(above.split()) >= _FEWEST_WORDS:
        told = hear(replace(message, text=above))
        if told.verdict is said.verdict:
            return None
    verdict = Verdict.AMBIGUOUS
    return replace(said, verdict=verdict, confidence=0.5, because=(words,))


def is_told_by_rule(verdict: str, *, confidence: float, rules: Iterable[str]) -> bool:
    """Say whether a rule found an ending, an offer or an invitation, and is to be trusted."""
    is_sure = confidence >= _SURE and not all(map(_is_heard, rules))
    return is_sure and verdict in _OF_EMPLOYERS


def _is_heard(rule: str) -> bool:
    return rule.startswith(BY_EAR)


def letter_read(said: Classification, *, message: Message) -> Reading:
    """Return the reading of a letter in which its writer applies: the firm is whom it goes to."""
    names = (shown_employer(to) or company_of_domain(to.domain) for to in message.to)
    subject = "" if is_reply(message.subject) else message.subject
    own = fold("\n".join(message.text[a:b] for a, b in strip_quoted(message.text)))
    return Reading(
        verdict=said.verdict,
        confidence=said.confidence,
        because=said.because,
        language=said.language,
        company=next(filter(None, names), ""),
        role=role_applied_for(subject, own),
    )
