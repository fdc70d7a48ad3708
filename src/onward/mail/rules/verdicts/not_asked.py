"""A no to the reader's own next step, which outweighs what the mail names beside it; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onward.mail.rules.basics.needed import part_finder
from onward.mail.rules.basics.sentences import Told, told_sentences
from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import own_text, plain
from onward.mail.rules.types import Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.deciding import is_by_ear
from onward.mail.rules.verdicts.thresholds import LEAST_UNNAMED, SURE_POINTS, SURE_RULE
from onward.mail.rules.verdicts.voice import language_for

NOT_ASKED = "not-asked-to-the-next-step"
"""The name of the rule by which the reader is not asked to what was to come next."""

_WORDS = "not_asked"


def of_not_asked(
    said: Classification, *, first: Classification, message: Message
) -> Classification:
    """Return REJECTION where a mail says no to the reader's own next step, and is heard as something else.

    1. "Your score was below the mark, so we can't invite you to the taster day" is heard as a test
       where it thanks for one, and half as ordinary mail.
    2. "You hold no tacho card, so we're unable to progress you. Have one now? Apply again with a
       picture of it" is heard as a request: who may apply once more has no application any longer.

    A step that may still come ("… before you have done the test"), comes in another way ("in
    person"), or stands beside something that is asked of the reader leaves the verdict as it is.

    Args:
        said: What both voices make of it.
        first: What the rules say.
    """
    code = language_for(message)
    if code not in tables(_WORDS):
        return said
    if said.verdict is Verdict.INFORMATION_REQUEST:
        return _of_next_time(said, first=first, message=message, code=code)
    if not _may_be_a_no(said, first=first):
        return said
    told = next(_sentences("said", message, code=code), None)
    if told is None:
        return said
    if said.verdict is Verdict.REJECTION:
        return replace(said, confidence=LEAST_UNNAMED)
    if _says_anywhere("asks", message, code=code):
        return said
    start, end = told.span
    because = (Because(NOT_ASKED, message.text[start:end], "body", start, end),)
    no = Verdict.REJECTION
    return replace(said, verdict=no, confidence=LEAST_UNNAMED, because=because)


def _may_be_a_no(said: Classification, *, first: Classification) -> bool:
    """Say whether a mail is heard as a test, or not for sure as a no among words of hiring."""
    if said.verdict is Verdict.ASSESSMENT:
        return is_by_ear(said) and first.verdict is not Verdict.ASSESSMENT
    is_unsure = said.verdict is Verdict.AMBIGUOUS or (
        said.verdict is Verdict.REJECTION and said.confidence < LEAST_UNNAMED
    )
    return is_unsure and first.clues.points >= SURE_POINTS


def _of_next_time(
    said: Classification, *, first: Classification, message: Message, code: str
) -> Classification:
    """Return a rule's sure no in the place of what is heard as a request, where the reader may apply once more."""
    is_ruled = first.verdict is Verdict.REJECTION and first.confidence >= SURE_RULE
    if not (is_ruled and is_by_ear(said)):
        return said
    if _says_anywhere("fault", message, code=code) or not any(
        _sentences("anew", message, code=code)
    ):
        return said
    still = table_part(_WORDS, code, "open")
    is_open = any(
        still.search(told.words)
        for told in told_sentences(message.text)
        for each in first.because
        if each.where == "body" and told.start <= each.start < told.end
    )
    return said if is_open else replace(first, confidence=LEAST_UNNAMED)


def _sentences(part: str, message: Message, *, code: str) -> Iterator[Told]:
    """Yield the sentences that say a part of the table, and nothing that may still come."""
    if not part_finder(_WORDS, (code,), part)(plain(message.text)):
        return
    is_said, still = (table_part(_WORDS, code, each) for each in (part, "open"))
    for told in told_sentences(message.text):
        if told.words.endswith("?") or not is_said.search(told.words):
            continue
        if part != "said" or not still.search(told.words):
            yield told


def _says_anywhere(part: str, message: Message, *, code: str) -> bool:
    return bool(table_part(_WORDS, code, part).search(plain(own_text(message.text))))
