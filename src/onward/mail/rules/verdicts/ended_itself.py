"""Whether a no tells that the opening itself ended, and of nobody who has it; pure."""

from __future__ import annotations

from collections.abc import Collection

from onward.mail.rules.basics.language import count_marks, is_telling
from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import says_part, table_part, tables
from onward.mail.rules.basics.text import plain

_TABLE = "ended_itself"


def tells_of_an_end(text: str) -> bool:
    """Return whether words say that an opening ended for everybody: nobody was chosen for it.

    "My sister-in-law is going to do the hours, so there is no place here any more" tells of
    somebody who has it, and "the position is closed" leaves it open: neither is such an end.
    """
    codes = _languages(text)
    sentences = [each.words for each in told_sentences(text)]
    if any(_is_taken(words, codes) for words in sentences):
        return False
    return any(_is_ended(words, codes) for words in sentences)


def _languages(text: str) -> Collection[str]:
    """Return the languages a text may be in: "son" is somebody's child in one of them alone."""
    counts = count_marks(plain(text))
    if not is_telling(counts):
        return tables(_TABLE)
    most = max(counts.values())
    return [code for code in tables(_TABLE) if 2 * counts.get(code, 0) >= most]


def _is_ended(words: str, codes: Collection[str]) -> bool:
    return any(
        says_part("decided", code, "cut", words=words)
        or says_part(_TABLE, code, "ended", words=words)
        for code in codes
    )


def _is_taken(words: str, codes: Collection[str]) -> bool:
    return any(
        table_part(_TABLE, code, "taken").search(
            table_part(_TABLE, code, "nobody").sub(" ", words)
        )
        for code in codes
    )
