"""What is said around an application and decides nothing: thanks, references, a first day; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from onward.mail.rules.basics.needed import Needs
from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import NEVER, tables
from onward.mail.rules.basics.text import blanked, fold, lower
from onward.mail.rules.types import ENDINGS, Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.classify import classify
from onward.mail.rules.verdicts.deciding import is_by_ear

_UNSURE = 0.6
"""As much as mail needs that names no job: it waits for the person."""

_STEPPED_BACK, _FEEDBACK = "stepped_back", "gave_feedback"
_WORKS_THERE = "works_there"
_ANSWERED = "in-reply-to"
_HEARD = ENDINGS | {Verdict.INTERVIEW, Verdict.OUTREACH, Verdict.OFFER}
_MISREAD: dict[str, frozenset[Verdict]] = {
    _FEEDBACK: ENDINGS,
    "still_open": _HEARD,
    "keeps_details": _HEARD | {Verdict.CONFIRMATION},
    "starts_soon": frozenset({Verdict.INTERVIEW}),
    _WORKS_THERE: frozenset({Verdict.INTERVIEW}),
    "asks_referees": frozenset({Verdict.INFORMATION_REQUEST}),
}
"""What else than ordinary mail each of them is heard as, where no rule says so."""

_OF_STEPPING_BACK = ENDINGS | {
    *(Verdict.OTHER, Verdict.CONFIRMATION, Verdict.OFFER, Verdict.AMBIGUOUS),
}

_GOOD = frozenset({Verdict.OFFER, Verdict.CONFIRMATION})
_PARTS = ("titled", "said", "around", "never", "later", "minded", "closed", "reason")


@dataclass(frozen=True, slots=True)
class _Meaning:
    """One thing that is said around an application.

    Attributes:
        titled: What its subject says, where that is enough.
        said: What a sentence of it says.
        around: What the mail speaks of besides.
        never: What makes it something else.
        later: What follows from it, and is no no.
        minded: What a sentence of it says where nothing good was said: "if you change your mind".
        closed: What a sentence of it says that gives no reason of the firm's own.
        reason: What gives such a reason: "because the post has been filled".
    """

    titled: re.Pattern[str]
    said: re.Pattern[str]
    around: re.Pattern[str]
    never: re.Pattern[str]
    later: re.Pattern[str]
    minded: re.Pattern[str]
    closed: re.Pattern[str]
    reason: re.Pattern[str]

    def is_said(self, words: str, *, is_good: bool = False) -> bool:
        """Say whether a sentence says it; beside good news, who may change their mind has not."""
        if self.said.search(words) or (not is_good and self.minded.search(words)):
            return True
        return bool(self.closed.search(words)) and not self.reason.search(words)


def afterwards(
    said: Classification, *, first: Classification, message: Message
) -> Classification:
    """Return AMBIGUOUS for mail around an application that decides nothing, else what was said.

    1. The reader stepped back, and is thanked for telling so: what follows from that is no no.
    2. How a talk went, told to who asked after a no; that nothing is decided yet; who was asked
       for a reference; what to bring on the first day or to sign; shifts and
       their timesheets; fares; whether papers may be kept.

    Alone such mail is heard as ordinary, or as a no that nobody said. What a rule is sure of
    stays, but for words that the reader's own step back explains.

    Args:
        said: What both voices make of it.
        first: What the rules say.
    """
    if first.clues.is_story:
        return said
    able = {name for name in _names() if _may_be(name, said, message)}
    if not able:
        return said
    whole = lower(fold(f"{message.subject}\n{message.text}"))
    for name, meaning in _needs().met_in(whole):
        if name not in able or not _speaks_of(meaning, whole):
            continue
        found = _found(meaning, said, message) or _titled(meaning, said, message)
        if found is None:
            continue
        if name == _STEPPED_BACK and _is_refused(meaning, said, message):
            continue
        words = replace(found, rule=name)
        return replace(
            said, verdict=Verdict.AMBIGUOUS, confidence=_UNSURE, because=(words,)
        )
    return said


def _may_be(name: str, said: Classification, message: Message) -> bool:
    """Say whether mail that was read so may be of this meaning."""
    if name == _STEPPED_BACK:
        return said.verdict in _OF_STEPPING_BACK
    if said.verdict is Verdict.OTHER:
        # Whoever has work gets mail about shifts and timesheets all the time.
        return not said.because and name != _WORKS_THERE
    is_open = said.verdict is Verdict.AMBIGUOUS or said.verdict in _MISREAD.get(
        name, ()
    )
    is_misread = is_open and is_by_ear(said)
    # What the headers tie to a question is told there for what it is: an answer after a no.
    return is_misread and not (name == _FEEDBACK and _ANSWERED in message.headers)


def _found(meaning: _Meaning, said: Classification, message: Message) -> Because | None:
    """Return the sentence that says it, in a mail that speaks of the rest."""
    is_good = said.verdict in _GOOD and not is_by_ear(said)
    for start, end, words in told_sentences(message.text):
        # Good news of the very words that hope for another mind is none.
        is_beside = any(not start <= each.start < end for each in said.because)
        if meaning.is_said(words, is_good=is_good and is_beside):
            return Because("", message.text[start:end], "body", start, end)
    return None


def _titled(
    meaning: _Meaning, said: Classification, message: Message
) -> Because | None:
    """Return the subject where it says so: "Re: Feedback", above what is heard as a no, only in an answer."""
    is_able = said.verdict is Verdict.OTHER or said.clues.is_answer
    if not is_able or not meaning.titled.search(lower(fold(message.subject))):
        return None
    return Because("", message.subject, "subject", 0, len(message.subject))


def _speaks_of(meaning: _Meaning, whole: str) -> bool:
    """Say whether a mail speaks of what has to stand around it, and of nothing that it is not.

    Args:
        whole: Its subject and text, in lower case with plain quotes.
    """
    return bool(meaning.around.search(whole)) and not meaning.never.search(whole)


def _is_refused(meaning: _Meaning, said: Classification, message: Message) -> bool:
    """Say whether a rule finds a no beside the reader's own step back."""
    if said.verdict not in ENDINGS:
        return False
    own = [
        (start, end)
        for start, end, words in told_sentences(message.text)
        if meaning.is_said(words) or meaning.later.search(words)
    ]
    rest = replace(message, subject="", text=blanked(message.text, own))
    return classify(rest, is_known=True).verdict in ENDINGS


@cache
def _names() -> frozenset[str]:
    return frozenset(name for name, _ in _meanings())


@cache
def _needs() -> Needs[tuple[str, _Meaning]]:
    """Return the meanings by what stands in every mail that has one: most mail has none."""
    return Needs(
        {
            (name, each): (
                [each.around],
                [each.said, each.titled, each.minded, each.closed],
            )
            for name, each in _meanings()
        }
    )


@cache
def _meanings() -> tuple[tuple[str, _Meaning], ...]:
    """Return the meanings of all languages, by name."""
    return tuple(
        (
            name,
            _Meaning(*(re.compile(parts.get(part, NEVER)) for part in _PARTS)),
        )
        for table in tables("afterwards").values()
        for name, parts in table.items()
    )
