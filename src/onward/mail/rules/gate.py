"""The cheap gate before the rules: could a mail be about hiring at all?"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from onward.mail.rules.fact_patterns import fact_words
from onward.mail.rules.language import known_marks, language_files
from onward.mail.rules.signals import READ_CHARS
from onward.mail.rules.text import fold, lower
from onward.mail.rules.titles import is_title_subject
from onward.mail.rules.voice import MANY_WORDS, voices_of, weighed_words
from onward.mail.rules.words import first_word_finder


@cache
def _has_gate_word() -> Callable[[str], bool]:
    words = {word for data in language_files() for word in data["gate"]}
    return first_word_finder(sorted(words))


@cache
def _has_title_word() -> Callable[[str], bool]:
    words = (*fact_words("role_words"), *fact_words("role_ends"))
    return first_word_finder(sorted({word for word in words if len(word) > 2}))


def might_be_hiring(subject: str, text: str) -> bool:
    """Say whether the rules need to read a mail: wide on purpose, it only saves time.

    The second voice of the mail's language tells by single words; where a mail has few
    of them, or its language has no such voice, one word of hiring is enough. A long
    mail without a common word of any language could not be read anyhow.

    Args:
        subject: Decoded subject.
        text: Decoded body; its beginning is read.
    """
    words = weighed_words(subject, text)
    counts = known_marks(words)
    if len(words) >= MANY_WORDS and not any(counts.values()):
        return False
    voices = voices_of(counts)
    if any(each.is_worth_hearing(words) for each in voices):
        return True
    is_told = voices and len(words) >= MANY_WORDS
    return not is_told and has_word_of_hiring(subject, text)


def has_word_of_hiring(subject: str, text: str) -> bool:
    """Say whether a mail holds any word that hiring mail of some language may hold."""
    if _has_title_word()(subject.lower()) and is_title_subject(subject):
        return True
    return _has_gate_word()(lower(fold(f"{subject}\n{text[:READ_CHARS]}")))
