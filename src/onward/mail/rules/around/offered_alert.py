"""Word of other openings that a mail about an application offers by the way; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.needed import part_finder
from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import part_of_all, tables
from onward.mail.rules.basics.text import blanked, compared, own_text, plain
from onward.mail.rules.types import Message

_WORDS = "offered_alert"


def without_offered_alert(message: Message) -> Message | None:
    """Return a mail without the sentences that offer an alert; None where it has none, or nothing else.

    "Your submission has been closed. We invite you to set up a job alert": the words of an
    alert announce no opening there.
    """
    if not _may_offer(plain(message.text)):
        return None
    offered = part_of_all(_WORDS, "offered")
    told = told_sentences(message.text)
    spans = [(each.start, each.end) for each in told if offered.search(each.words)]
    if not spans or len(spans) == len(told):
        return None
    return replace(message, text=blanked(message.text, spans))


def _may_offer(low: str) -> bool:
    return part_finder(_WORDS, tuple(tables(_WORDS)), "offered")(low)


def speaks_of_application(message: Message) -> bool:
    """Say whether a mail speaks of an application of the reader's."""
    applied = part_of_all("other_matters", "applied")
    return applied.search(compared(own_text(message.text))) is not None
