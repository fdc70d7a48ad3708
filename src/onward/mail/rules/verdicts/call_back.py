"""Mail that asks the reader to ring, and says no more: a request, no talk and no receipt; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.language import count_marks
from onward.mail.rules.basics.sentences import Told, told_sentences
from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import compared, fold, own_text
from onward.mail.rules.facts.employers.names import UPPER
from onward.mail.rules.times.when import appointments
from onward.mail.rules.times.when_words import words_of
from onward.mail.rules.times.word_lists import any_of
from onward.mail.rules.types import ENDINGS, Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification, asked
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

_NAME = re.compile(
    rf",? (?:pure |gerne? |bara |gewoon |just )?[{UPPER}]\w+[^\W\d]*\s?(?:[.,!;]|and\b|$)"
)
_LONGEST_SHORT = 3
_MAY = ("may", "mai", "mei", "maj")
"""Shorter names of months are words and people, too: "Jan", "set"."""

_MISHEARD = frozenset({Verdict.INTERVIEW, Verdict.AMBIGUOUS})
_WEIGHTY = frozenset(
    f"{BY_EAR}{INTENT_OF[verdict]}" for verdict in (*ENDINGS, Verdict.OFFER)
)
"""What another sentence may be heard as that leaves such mail to be asked about."""


def of_call_back(said: Classification, *, message: Message) -> Classification:
    """Return a request in the place of what is misheard in mail that asks the reader to ring.

    "Please ring me back: 01743 … Evenings are best": who rings whom, about what, and whether a
    talk comes of it no words say, but there is something for the reader to do. What is heard as an invitation is asked about where
    more is said ahead of it: "We'd love to have you. Call me." A talk that is to be arranged on the phone, or has its day and hour, stays one; and "if you have questions,
    call us" asks for nothing.
    """
    if not _may_be_misheard(said):
        return said
    own = own_text(message.text)
    if len(own.split()) > _MOST_WORDS:
        return said
    known = _languages_of(message)
    words = compared(own)
    if any(table_part(_WORDS, code, "talk").search(words) for code in known):
        return said
    sentences = told_sentences(message.text)
    for place in range(len(sentences)):
        code = _asking(message.text, sentences, place, known=known)
        if code:
            return _read_so(said, sentences, place, message=message, code=code)
    return said


def _read_so(
    said: Classification,
    sentences: Sequence[Told],
    place: int,
    *,
    message: Message,
    code: str,
) -> Classification:
    """Return what a mail says whose sentence at a place asks the reader to ring."""
    start, end, _ = sentences[place]
    # Behind it stands when to ring: "Abends ab 18 Uhr am besten."
    last = min(place + 1, len(sentences) - 1)
    if _says_more(said, start=start, end=sentences[last].end) or _has_hour(message):
        return said
    told = Because(RULE, message.text[start:end], "body", start, end)
    if said.verdict is Verdict.INTERVIEW and _asks_more(sentences, place):
        return asked(said, told)
    return replace(
        said,
        verdict=Verdict.INFORMATION_REQUEST,
        confidence=_CONFIDENCE,
        because=(told,),
        language=code,
    )


def _asks_more(sentences: Sequence[Told], place: int) -> bool:
    """Say whether another sentence may ask or invite: any ahead but a greeting, a question behind."""
    ahead, behind = sentences[:place], sentences[place + 1 :]
    return any(not each.words.endswith(",") for each in ahead) or any(
        each.words.endswith("?") for each in behind
    )


def _asking(
    text: str, sentences: Sequence[Told], place: int, *, known: Iterable[str]
) -> str:
    """Return the language in which a sentence asks the reader to ring; "" where it asks nothing.

    Args:
        text: Of the mail.
        sentences: Of it; the one before may ask what it answers: "Any questions? Call us."
        place: Of the sentence.
    """
    start, end, words = sentences[place]
    before = sentences[place - 1].words if place else ""
    asked = f"{before} {words}" if before.endswith("?") else words
    for code in known:
        found = table_part(_WORDS, code, "asks").search(words)
        if (
            found
            and not table_part(_WORDS, code, "unless").search(asked)
            and not _later(code).search(words)
            and not _is_name(text[start:end], words, at=found.end())
        ):
            return code
    return ""


def _is_name(told: str, words: str, *, at: int) -> bool:
    """Say whether a name stands behind "call me", as its writer is to be called.

    Args:
        told: A sentence as it is written.
        words: The same in lower case.
        at: Where the name may begin in the second.
    """
    as_written = " ".join(fold(told).split())
    is_alike = len(as_written) == len(words)
    return is_alike and _NAME.match(as_written, at) is not None


@cache
def _later(code: str) -> re.Pattern[str]:
    months = any_of(
        each
        for each in words_of((code,)).months
        if len(each) > _LONGEST_SHORT or each.startswith(_MAY)
    )
    return re.compile(tables(_WORDS)[code]["later"].replace("<month>", months))


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


def _has_hour(message: Message) -> bool:
    """Say whether a mail names a day and its hour."""
    if message.sent_at is None:
        return False
    told_on = message.sent_at.date()
    return bool(appointments(fold(own_text(message.text)), told_on=told_on))
