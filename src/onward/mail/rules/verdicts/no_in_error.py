"""A no that is taken back: "Please disregard our rejection, it was sent in error"; pure."""

from __future__ import annotations

from onward.mail.rules.basics.needed import part_finder
from onward.mail.rules.basics.sentences import Told, told_sentences
from onward.mail.rules.basics.tables import says_part, table_part, tables
from onward.mail.rules.basics.text import plain
from onward.mail.rules.types import Message, Verdict
from onward.mail.rules.verdicts.classification import Classification, asked

_FILE = "no_in_error"
_MAY_BE = frozenset({Verdict.REJECTION, Verdict.CONFIRMATION})
_MISTAKES = ("wrong", "message")


def of_no_in_error(said: Classification, *, message: Message) -> Classification:
    """Return a question in the place of a receipt or a no where an earlier no is taken back.

    Its words are those of a no, and what follows from it, the person knows: nothing opens
    an application again by that. Where a no of its own stands beside it, that counts.
    """
    if said.verdict not in _MAY_BE or not _may_be(plain(message.text)):
        return said
    spans = [told.span for told in _taking_back(told_sentences(message.text))]
    if not spans:
        return said
    is_of_it = all(
        each.where != "body" or any(start <= each.start < end for start, end in spans)
        for each in said.because
    )
    if said.verdict is Verdict.REJECTION and not is_of_it:
        return said
    return asked(said)


def _taking_back(told: tuple[Told, ...]) -> list[Told]:
    """Return the sentences that take a no back: asked to be ignored, or wrong while all goes on."""
    ignored = [each for each in told if _says("ignored", each)]
    wrong = [each for each in told if any(_says(part, each) for part in _MISTAKES)]
    goes_on = any(
        table_part(_FILE, code, "stands").search(each.words)
        for each in told
        for code in tables(_FILE)
    )
    if not ignored and not (wrong and goes_on):
        return []
    return [*ignored, *wrong]


def _says(part: str, told: Told) -> bool:
    return any(says_part(_FILE, code, part, words=told.words) for code in tables(_FILE))


def _may_be(low: str) -> bool:
    codes = tuple(tables(_FILE))
    parts = ("ignored", *_MISTAKES)
    return any(part_finder(_FILE, codes, part)(low) for part in parts)
