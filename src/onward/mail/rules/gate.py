"""The cheap gate before the rules: could a mail be about hiring at all?"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from onward.mail.rules.fact_patterns import fact_words
from onward.mail.rules.language import language_files
from onward.mail.rules.signals import READ_CHARS
from onward.mail.rules.systems import SystemKind, system_of_host
from onward.mail.rules.text import fold, lower
from onward.mail.rules.titles import is_title_subject
from onward.mail.rules.voice import MANY_WORDS
from onward.mail.rules.weighing import weigh, weighed_words
from onward.mail.rules.words import first_word_finder

FEW_WORDS = 15
"""Fewer different words outweigh no word of hiring."""

_HIRING_SYSTEMS = frozenset(
    {SystemKind.APPLICANT_TRACKING_SYSTEM, SystemKind.ASSESSMENT_VENDOR}
)


@cache
def _has_gate_word() -> Callable[[str], bool]:
    words = {word for data in language_files() for word in data["gate"]}
    return first_word_finder(sorted(words))


@cache
def _has_title_word() -> Callable[[str], bool]:
    words = (*fact_words("role_words"), *fact_words("role_ends"))
    return first_word_finder(sorted({word for word in words if len(word) > 2}))


def might_be_hiring(subject: str, text: str, *, host: str = "") -> bool:
    """Say whether the rules need to read a mail: wide on purpose, it only saves time.

    The second voice of the mail's language tells by single words. A short mail has few of
    them, so one word of hiring counts besides; it is enough where there are hardly any
    others, or the language has no such voice. A long mail without a common word of any
    language could not be read anyhow.

    Args:
        subject: Decoded subject.
        text: Decoded body; its beginning is read.
        host: Of the sender's address: mail of a tracking system is let in anyhow.
    """
    return _is_let_in(subject, text) or is_of_hiring_system(host)


def _is_let_in(subject: str, text: str) -> bool:
    words = weighed_words(subject, text)
    told = weigh(words)
    scored = told.scored()
    if len(words) >= MANY_WORDS:
        if scored:
            return any(score > least.long for score, least in scored)
        return told.is_of_known_language and has_word_of_hiring(subject, text)
    if any(score > least.wordless for score, least in scored):
        return True
    is_outweighed = len(words) >= FEW_WORDS and not any(
        score > least.short for score, least in scored
    )
    if scored and is_outweighed:
        return False
    return has_word_of_hiring(subject, text)


def is_of_hiring_system(host: str) -> bool:
    """Say whether a host sends little else than hiring mail, whatever the words.

    Job boards are none: what they send most are alerts and news.

    Args:
        host: Of the sender's address.
    """
    system = system_of_host(host)
    return bool(system.name) and system.kind in _HIRING_SYSTEMS


def has_word_of_hiring(subject: str, text: str) -> bool:
    """Say whether a mail holds any word that hiring mail of some language may hold."""
    if _has_title_word()(subject.lower()) and is_title_subject(subject):
        return True
    return _has_gate_word()(lower(fold(f"{subject}\n{text[:READ_CHARS]}")))
