"""Whether the person's own mail brings a test or task that they were given; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onward.mail.rules.basics.tables import said_unless
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.talks.own_mail import names_papers, own_words

_SENTENCE = re.compile(r"[^.!?\n]*(?:\.(?=\S)[^.!?\n]*|\n(?!\s*\n)[^.!?\n]*)*[.!?\n]?")
# A drawing at the end of a letter, a card, a date: nobody's answer to a task.
_IS_BESIDE = re.compile(
    r"\.(?:png|jpe?g|gif|svg|bmp|webp|heic|vcf|ics|p7s|asc|sig|eml|dat)$", re.IGNORECASE
)


def is_handed_in(text: str, *, file_names: Iterable[str]) -> bool:
    """Say whether an answer to a test brings what was to be done, by a file or in words.

    A picture is none of that by itself, nor are the person's papers; what the words say
    of it may be that it is still to come.
    """
    low = lower(fold(own_words(text)))
    if any(_says_so(" ".join(each.split())) for each in _SENTENCE.findall(low)):
        return True
    return any(
        not (_IS_BESIDE.search(name) or names_papers(name)) for name in file_names
    )


def _says_so(sentence: str) -> bool:
    return not sentence.endswith("?") and any(
        said.search(sentence) and not unsaid.search(sentence)
        for said, unsaid in said_unless("handed_in")
    )
