"""The cheap gate before the rules: does a mail hold any word of hiring at all?"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from onward.mail.rules.lexicon import languages
from onward.mail.rules.signals import READ_CHARS
from onward.mail.rules.text import fold
from onward.mail.rules.words import first_word_finder


@cache
def _has_gate_word() -> Callable[[str], bool]:
    words = {word for language in languages() for word in language.gate}
    return first_word_finder(sorted(words))


def might_be_hiring(subject: str, text: str) -> bool:
    """Say whether the rules need to read a mail: wide on purpose, it only saves time.

    Args:
        subject: Decoded subject.
        text: Decoded body; its beginning is read.
    """
    has_word = _has_gate_word()
    return has_word(fold(subject).lower()) or has_word(fold(text[:READ_CHARS]).lower())
