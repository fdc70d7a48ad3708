"""Whether somebody takes note, in few words, of the reader's own end that stands below them; pure, slow to claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import Span, own_text, plain, unquoted
from onward.mail.rules.talks.own_mail import SentMeaning, sure_end
from onward.mail.rules.talks.own_title import is_reply
from onward.mail.rules.types import ENDINGS, Because, Message, Reading, Verdict
from onward.mail.rules.verdicts.deciding import BY_EAR

_MISHEARD = frozenset(
    {
        Verdict.CONFIRMATION,
        Verdict.REJECTION,
        Verdict.AMBIGUOUS,
        Verdict.POSITION_CLOSED,
    }
)
_MOST_WORDS = 30
_SURE_NO = 0.93
_OPEN = re.compile(r"[?\d]")
_LEVEL = re.compile(r"[ \t]*>[ \t]?")
_TOLD = re.compile(r"[^.!\n]+[.!]*")


def noted(
    message: Message, reading: Reading, *, meaning: SentMeaning, rule: str
) -> Because | None:
    """Return the words that take note of an end of the reader's own below them; None where none do.

    "Wij nemen er nota van en wensen u het beste", above "ik trek mijn kandidatuur in", sounds
    like a no. What asks anything, or holds a number, is more than that.

    Args:
        reading: What the mail was read as.
        meaning: What the reader's own mail is to mean.
        rule: By which the words say so.
    """
    if message.is_sent or reading.verdict not in _MISHEARD:
        return None
    text = message.text
    spans = unquoted(text)
    own = "\n".join(text[start:end] for start, end in spans)
    if not is_reply(message.subject) or _OPEN.search(own):
        return None
    told = _told(text, spans) if len(own.split()) <= _MOST_WORDS else None
    if told is None or _is_no_of_theirs(reading, told):
        return None
    answered = _answered(text[spans[-1][1] :])
    if sure_end(answered, subject=message.subject) is not meaning:
        return None
    start, end = told
    return Because(rule, text[start:end], "body", start, end)


def _is_no_of_theirs(reading: Reading, told: Span) -> bool:
    """Say whether a rule surely finds a no in other words of the body than those that take note."""
    is_sure = reading.verdict in ENDINGS and reading.confidence >= _SURE_NO
    return is_sure and any(
        each.where == "body"
        and not each.rule.startswith(BY_EAR)
        and not told[0] <= each.start < told[1]
        for each in reading.because
    )


def _told(text: str, spans: Sequence[Span]) -> Span | None:
    """Return the first sentence that takes note of something."""
    low = plain(text)
    for start, end in spans:
        for found in _TOLD.finditer(low, start, end):
            if _takes_note().search(found[0]):
                words = text[found.start() : found.end()]
                first = found.start() + len(words) - len(words.lstrip())
                return first, found.end() - len(words) + len(words.rstrip())
    return None


def _answered(below: str) -> str:
    """Return the mail that another answers, of what stands below the answer: without what it quotes itself."""
    lines = below.splitlines()
    quoted = [line for line in lines if _LEVEL.match(line)]
    if quoted:
        return own_text("\n".join(_LEVEL.sub("", line, count=1) for line in quoted))
    filled = [bool(line.strip()) for line in lines]
    if True not in filled:
        return ""
    # The lines that tell who wrote, up to the first empty one.
    first = filled.index(True)
    head = filled.index(False, first) if False in filled[first:] else len(lines)
    return own_text("\n".join(lines[head:]))


@cache
def _takes_note() -> re.Pattern[str]:
    return re.compile("|".join(table["noted"] for table in tables("noted").values()))
