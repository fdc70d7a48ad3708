"""The cheap gate before the rules: does a mail hold any word of hiring at all?"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from onward.mail.rules.classify import is_foreign
from onward.mail.rules.contact import is_person
from onward.mail.rules.fact_patterns import fact_words
from onward.mail.rules.language import language_files
from onward.mail.rules.signals import READ_CHARS
from onward.mail.rules.systems import find_system
from onward.mail.rules.text import fold, lower
from onward.mail.rules.titles import is_title_subject
from onward.mail.rules.types import Message
from onward.mail.rules.words import first_word_finder

_FIRST_CHARS = 600
_LONGEST_WORD = 40


@cache
def _has_gate_word() -> Callable[[str], bool]:
    words = {word for data in language_files() for word in data["gate"]}
    return first_word_finder(sorted(words))


@cache
def _has_title_word() -> Callable[[str], bool]:
    words = (*fact_words("role_words"), *fact_words("role_ends"))
    return first_word_finder(sorted({word for word in words if len(word) > 2}))


def is_about_other(outline: Message) -> bool:
    """Say of a mail with words of hiring whether its other words rule hiring out.

    Args:
        outline: Sender, subject, headers and first words of the mail.
    """
    system = find_system(outline, is_personal=is_person(outline.sender))
    return is_foreign(outline, system=system.shown_name)


def might_be_hiring(subject: str, text: str) -> bool:
    """Say whether the rules need to read a mail: wide on purpose, it only saves time.

    Args:
        subject: Decoded subject.
        text: Decoded body; its beginning is read.
    """
    if _has_title_word()(subject.lower()) and is_title_subject(subject):
        return True
    has_word = _has_gate_word()
    # Most hiring mail shows itself at once; the rest is read only where it does not.
    first = lower(fold(f"{subject}\n{text[:_FIRST_CHARS]}"))
    if has_word(first):
        return True
    return has_word(lower(fold(text[_FIRST_CHARS - _LONGEST_WORD : READ_CHARS])))
