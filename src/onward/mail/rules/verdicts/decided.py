"""Sentences that decide what a mail means, whatever stands beside them; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.needed import part_finder
from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import says_part
from onward.mail.rules.basics.text import plain
from onward.mail.rules.types import ENDINGS, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.thresholds import SURE_RULE
from onward.mail.rules.verdicts.voice import language_for


def is_decided(first: Classification, message: Message) -> bool:
    """Say whether a rule is sure of a no that a plain sentence says.

    "Your application has been unsuccessful. We received over 140 applications": the rest is
    heard as a receipt.
    """
    return _is_sure_no(first) and (
        _says("unsuccessful", message)
        or ends_what_was_offered(message)
        or (first.verdict is Verdict.POSITION_CLOSED and _says("gone", message))
    )


def is_offer_ended(first: Classification, message: Message) -> bool:
    """Say whether a rule is sure of a no in a mail that takes an offer or its first day back.

    Few words of hiring stand around that, and it is heard as ordinary mail. So is what
    tells of the offers of others, to no reader.
    """
    is_told = first.clues.is_to_reader and not first.clues.is_story
    if not (is_told and _is_sure_no(first)):
        return False
    return ends_what_was_offered(message)


def ends_what_was_offered(message: Message) -> bool:
    """Say whether a mail takes back an offer that was made, or the first day of the job."""
    return takes_back_offer(message) or _says("start_off", message)


def takes_back_offer(message: Message) -> bool:
    """Say whether a mail takes an offer back: it makes none then."""
    return _says("taken_back", message)


def of_cut_job(said: Classification, *, message: Message) -> Classification:
    """Return that the job went away for an offer taken back as hiring, money or opening ended.

    Nobody was preferred, and nobody decided against the reader.
    """
    if said.verdict is not Verdict.REJECTION or not _says("cut", message):
        return said
    if not ends_what_was_offered(message) or _says("person", message):
        return said
    return replace(said, verdict=Verdict.POSITION_CLOSED)


def words_of_cut(message: Message) -> tuple[int, int] | None:
    """Return where a sentence says that the opening went away, and nobody was preferred; None for none."""
    code = language_for(message)
    if not _may_say("cut", message, code=code) or _says("person", message):
        return None
    for each in told_sentences(message.text):
        if says_part("decided", code, "cut", words=each.words):
            return each.span
    return None


def _is_sure_no(first: Classification) -> bool:
    return first.verdict in ENDINGS and first.confidence >= SURE_RULE


def _says(part: str, message: Message) -> bool:
    """Say whether a sentence is of a part of the table, and not of what may come."""
    code = language_for(message)
    if not _may_say(part, message, code=code):
        return False
    return any(
        says_part("decided", code, part, words=each.words)
        for each in told_sentences(message.text)
    )


def _may_say(part: str, message: Message, *, code: str) -> bool:
    """Say of most mail quickly that no sentence of it is of a part of the table."""
    return part_finder("decided", (code,), part)(plain(message.text))
