"""Word about an application that decides nothing, and is heard as a no, a receipt or an offer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import compared, fold, lower
from onward.mail.rules.types import ENDINGS, Because, Message, Verdict
from onward.mail.rules.verdicts.by_ear import LEAST_OUTSPOKEN, LEAST_SENTENCE, loudest
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.thresholds import (
    LEAST_CHANCE,
    LEAST_UNNAMED,
    SURE_RULE,
)
from onward.mail.rules.verdicts.voice import Heard, language_for

RULE = "undecided"
"""The name of the rule by which word of an application decides nothing."""

_UNSURE = 0.5
_ALWAYS = 1.1
"""No sentence is heard so surely: only a rule tells a no beside that."""

_MISSED = ENDINGS | {
    *(Verdict.CONFIRMATION, Verdict.INFORMATION_REQUEST, Verdict.OTHER),
}


# That it arrived is a receipt, however late.
_ARRIVED = re.compile(
    r"arriv|received|eingegangen|erhalten|ontvangen|ontvingen|aangekomen|recib|reçu|ricevut|recebe|otrzym|wpłyn|aldık"
    r"|alındı|ulaş|mottag|fått|inkommit"
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence and its place in the subject or the body; its words in lower case."""

    where: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class _Word:
    """What such word is misheard as, and what it is.

    Attributes:
        least: How surely another sentence has to say a no beside it, to be one.
        is_of_reader: The reader decided: a rule's no in that sentence is theirs.
    """

    misheard: frozenset[Verdict]
    least: float
    verdict: Verdict = Verdict.AMBIGUOUS
    is_of_reader: bool = False

    def is_misheard(self, said: Classification, *, hiring: float) -> bool:
        """Say whether a verdict is what such word is misheard as; ordinary mail, if hardly."""
        is_likely = hiring >= LEAST_CHANCE and not said.clues.is_story
        is_able = is_likely or said.verdict is not Verdict.OTHER
        return is_able and said.verdict in self.misheard


_WORDS: Mapping[str, _Word] = {
    "readers_no": _Word(_MISSED | {Verdict.OFFER}, _ALWAYS, is_of_reader=True),
    "open": _Word(ENDINGS | {Verdict.OTHER}, LEAST_OUTSPOKEN),
    "still": _Word(ENDINGS | {Verdict.INTERVIEW, Verdict.OTHER}, LEAST_OUTSPOKEN),
    "told_later": _Word(ENDINGS, LEAST_OUTSPOKEN),
    "handed_over": _Word(_MISSED, LEAST_SENTENCE),
    "asked_others": _Word(_MISSED, LEAST_SENTENCE),
    "data": _Word(_MISSED, LEAST_SENTENCE),
    "hired": _Word(_MISSED | {Verdict.OFFER, Verdict.INTERVIEW}, LEAST_SENTENCE),
    "after_no": _Word(ENDINGS | {Verdict.OTHER}, _ALWAYS),
    "moved": _Word(
        ENDINGS | {Verdict.INFORMATION_REQUEST}, LEAST_SENTENCE, Verdict.CONFIRMATION
    ),
    "looks_later": _Word(ENDINGS, LEAST_SENTENCE, Verdict.CONFIRMATION),
}


def undecided(
    said: Classification,
    *,
    first: Classification,
    heard: Heard,
    hiring: float,
    message: Message,
) -> Classification:
    """Return AMBIGUOUS where a mail's word about an application decides nothing of it.

    "A pity that you have chosen Hanover": it answers the reader's own no. "I have to talk to
    the foreman": nobody has decided yet. "My colleague takes over": nothing has changed.
    What a rule is sure of in another sentence stands.

    Args:
        said: What both voices make of it.
        first: What the rules say.
        hiring: How likely the mail is about hiring at all.
    """
    code = language_for(message)
    if code not in tables(RULE):
        return said
    sentences = _sentences(message)
    for part, word in _WORDS.items():
        if not word.is_misheard(said, hiring=hiring):
            continue
        told = [each for each in sentences if _says(part, each.words, code=code)]
        if not told or _is_ruled(first, said.verdict, told, word=word, message=message):
            continue
        if part == "still" and _decides_elsewhere(said, told, code=code):
            continue
        if said.verdict in ENDINGS and _is_heard_beside(
            told, least=word.least, heard=heard, message=message
        ):
            continue
        sure = _UNSURE if word.verdict is Verdict.AMBIGUOUS else LEAST_UNNAMED
        because = _because(told[0], message)
        return replace(said, verdict=word.verdict, confidence=sure, because=(because,))
    return _answered_late(said, sentences, code=code, message=message)


def _answered_late(
    said: Classification, sentences: Sequence[_Sentence], *, code: str, message: Message
) -> Classification:
    """Return AMBIGUOUS where a receipt is found only where nothing is decided yet, and the answer comes late.

    "Sorry for the late reply. We haven't decided yet, I'll let you know": what is answered so
    late was received long ago.
    """
    if said.verdict is not Verdict.CONFIRMATION or any(
        _ARRIVED.search(each.words.lower()) for each in said.because
    ):
        return said
    told = [each for each in sentences if _says("still", each.words, code=code)]
    is_late = any(_says_plainly("late", each.words, code=code) for each in sentences)
    if (
        not told
        or not is_late
        or not all(
            each.where == "body" and _is_within(each.start, told)
            for each in said.because
        )
    ):
        return said
    because = (_because(told[0], message),)
    return replace(said, verdict=Verdict.AMBIGUOUS, confidence=_UNSURE, because=because)


def _decides_elsewhere(
    said: Classification, told: Sequence[_Sentence], *, code: str
) -> bool:
    """Say whether a verdict stands in other words than that nothing is decided yet.

    "It all takes longer. I'm afraid the answer is no": another sentence. "We haven't decided
    yet, so come in again on Monday at 10": the same one, which names a day.
    """
    rests = [_rest(each.words, code=code) for each in told]
    if said.verdict is Verdict.INTERVIEW and any(
        _says_plainly("invites", rest, code=code)
        and _says_plainly("day", rest, code=code)
        for rest in rests
    ):
        return True
    # "Unfortunately" beside it is no no; of a no that a rule is sure of is asked before.
    is_no = said.verdict in ENDINGS
    return any(
        not _is_within(each.start, told)
        or (not is_no and any(compared(each.words) in rest for rest in rests))
        for each in said.because
        if each.where == "body"
    )


def _rest(words: str, *, code: str) -> str:
    """Return a sentence without what says in it that nothing is decided yet."""
    return table_part(RULE, code, "still").sub(" | ", words)


def _says_plainly(part: str, words: str, *, code: str) -> bool:
    return bool(table_part(RULE, code, part).search(words))


def _sentences(message: Message) -> list[_Sentence]:
    """Return the subject and the sentences of a mail."""
    title = compared(message.subject)
    return [
        _Sentence("subject", 0, len(message.subject), title),
        *(_Sentence("body", *each) for each in told_sentences(message.text)),
    ]


def _because(said: _Sentence, message: Message) -> Because:
    text = message.subject if said.where == "subject" else message.text
    words = text[said.start : said.end]
    return Because(RULE, words, said.where, said.start, said.end)


def _is_ruled(
    first: Classification,
    verdict: Verdict,
    told: Sequence[_Sentence],
    *,
    word: _Word,
    message: Message,
) -> bool:
    """Say whether a rule is sure of a verdict by other words of the body than these."""
    is_same = first.verdict is verdict or {first.verdict, verdict} <= ENDINGS
    if not is_same or first.confidence < SURE_RULE or not first.because:
        return False
    said = first.because[0]
    courtesy = table_part(RULE, language_for(message), "courtesy")
    if said.where != "body" or courtesy.search(lower(fold(said.words))):
        return False
    is_told = any(x.start <= said.start < x.end for x in told if x.where == "body")
    # "After calling your old boss I won't take you on": a rule's no is one in any of them.
    return not is_told or (verdict in ENDINGS and not word.is_of_reader)


def _is_heard_beside(
    told: Sequence[_Sentence], *, least: float, heard: Heard, message: Message
) -> bool:
    """Say whether another sentence than these is heard as a no."""
    others = replace(
        heard,
        said=tuple(
            x for x in heard.said if x.where == "body" and not _is_within(x.start, told)
        ),
    )
    return loudest(others, message=message) >= least


def _is_within(start: int, told: Sequence[_Sentence]) -> bool:
    """Say whether a place of the body is in one of these sentences."""
    return any(x.start <= start < x.end for x in told if x.where == "body")


def _says(part: str, words: str, *, code: str) -> bool:
    said = table_part(RULE, code, part).search(words)
    if said is None or words.endswith("?"):
        return False
    # What stands behind is of something else: "I call her first, before I decide".
    return not table_part(RULE, code, "unless").search(words, 0, said.end())
