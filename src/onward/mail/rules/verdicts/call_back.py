"""Mail that asks the reader to ring, and says no more: a request, no talk and no receipt; pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onward.mail.rules.basics.language import count_marks
from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import says_part, table_part, tables
from onward.mail.rules.basics.text import compared, fold, own_text
from onward.mail.rules.times.when import appointments
from onward.mail.rules.types import ENDINGS, Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.deciding import BY_EAR, INTENT_OF, is_by_ear
from onward.mail.rules.verdicts.thresholds import SURE_RULE
from onward.mail.rules.verdicts.voice import language_for

RULE = "asks-to-ring"
"""The name of the rule by which the reader is asked to ring."""

_WORDS = "call_back"
_CONFIDENCE = 0.75
_PLAIN_MARKS = 2
_MOST_WORDS = 45
"""Mail that says no more is short; under a longer letter stands whom to call with questions."""

_MISHEARD = frozenset({Verdict.INTERVIEW, Verdict.AMBIGUOUS})
_WEIGHTY = frozenset(
    f"{BY_EAR}{INTENT_OF[verdict]}" for verdict in (*ENDINGS, Verdict.OFFER)
)
"""What another sentence may be heard as that leaves such mail to be asked about."""


def of_call_back(said: Classification, *, message: Message) -> Classification:
    """Return a request in the place of what is misheard in mail that asks the reader to ring.

    "Please ring me back: 01743 … Evenings are best": who rings whom, about what, and whether a
    talk comes of it no words say, but there is something for the reader to do. A talk that is to
    be arranged on the phone, or has its day and hour, stays one; and "if you have questions,
    call us" asks for nothing.
    """
    if not _may_be_misheard(said):
        return said
    own = own_text(message.text)
    if len(own.split()) > _MOST_WORDS:
        return said
    known = _languages_of(message)
    if _is_of_talk(message, known=known):
        return said
    sentences = told_sentences(message.text)
    for place, (start, end, words) in enumerate(sentences):
        before = sentences[place - 1].words if place else ""
        code = _asking(words, before=before, known=known)
        if not code:
            continue
        # Behind it stands when to ring: "Abends ab 18 Uhr am besten."
        reached = sentences[place + 1].end if place + 1 < len(sentences) else end
        if _says_more(said, start=start, end=reached):
            return said
        told = Because(RULE, message.text[start:end], "body", start, end)
        return replace(
            said,
            verdict=Verdict.INFORMATION_REQUEST,
            confidence=_CONFIDENCE,
            because=(told,),
            language=code,
        )
    return said


def _asking(words: str, *, before: str, known: Iterable[str]) -> str:
    """Return the language in which a sentence asks the reader to ring; "" where it asks nothing.

    Args:
        before: The sentence before it, whose question it may answer: "Any questions? Call us."
    """
    asked = f"{before} {words}" if before.endswith("?") else words
    return next(
        (
            code
            for code in known
            if says_part(_WORDS, code, "asks", words=words)
            and not table_part(_WORDS, code, "unless").search(asked)
        ),
        "",
    )


def _languages_of(message: Message) -> tuple[str, ...]:
    """Return the languages that a mail may be in: so few words may show another than English, as "ring" does."""
    code = language_for(message)
    is_plain = count_marks(message.text.lower()).get(code, 0) >= _PLAIN_MARKS
    known = (code,) if is_plain else (code, "en")
    return tuple(each for each in known if each in tables(_WORDS))


def _may_be_misheard(said: Classification) -> bool:
    """Say whether no rule is sure of what was said; ordinary mail counts of who is known alone."""
    if said.verdict is Verdict.OTHER:
        return said.clues.is_known and not said.because
    if said.verdict is Verdict.CONFIRMATION:
        return is_by_ear(said) or said.confidence < SURE_RULE
    return said.verdict in _MISHEARD and is_by_ear(said)


def _says_more(said: Classification, *, start: int, end: int) -> bool:
    """Say whether another sentence than the ones about ringing invites, or is heard as a no or an offer."""
    others = [
        each.rule
        for each in said.because
        if each.where == "body" and not start <= each.start < end
    ]
    if said.verdict is Verdict.AMBIGUOUS:
        return not _WEIGHTY.isdisjoint(others)
    return said.verdict is Verdict.INTERVIEW and bool(others)


def _is_of_talk(message: Message, *, known: Iterable[str]) -> bool:
    """Say whether a mail speaks of a talk, or names a day and its hour."""
    own = own_text(message.text)
    words = compared(own)
    if any(table_part(_WORDS, code, "talk").search(words) for code in known):
        return True
    if message.sent_at is None:
        return False
    return bool(appointments(fold(own), told_on=message.sent_at.date()))
