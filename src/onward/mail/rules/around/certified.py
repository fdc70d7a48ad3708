"""Certified mail (Italian PEC): which mail is an envelope, which a receipt of the post itself; pure.

The post puts a mail whole into one of its own ("POSTA CERTIFICATA: …"), and tells whoever
sent it that it was taken and delivered, or that it was not.

Source: D.M. 2 November 2005, technical rules, sections 6.3 to 6.5.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower


class Receipt(Enum):
    """What the post says of a mail that it was given."""

    NONE = "none"
    """It is no receipt."""
    GOOD = "good"
    """It was taken, or it arrived."""
    LATE = "late"
    """It did not arrive so far."""
    GONE = "gone"
    """It was not taken, or it will not arrive."""


_SAYING = (Receipt.LATE, Receipt.GONE, Receipt.GOOD)
_READ_CHARS = 6_000


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in tables("certified").items()}


@cache
def _not_asked() -> re.Pattern[str]:
    """Return an expression for what a receipt names besides those it did not reach."""
    return re.compile("|".join(_words()["besides"]), re.IGNORECASE)


@cache
def _told() -> re.Pattern[str]:
    """Return an expression for what the post writes in a receipt."""
    return re.compile("|".join(_words()["told"]), re.MULTILINE | re.DOTALL)


def is_envelope(*, kind: str, sender: str, subject: Callable[[], str]) -> bool:
    """Say whether a mail is one that the post put another into; quick for other mail.

    Args:
        kind: The value of X-Trasporto.
        sender: The value of From.
        subject: The decoded subject, asked for where the rest does not decide.
    """
    if kind:
        return kind.strip().lower() in _words()["transport"]
    return _is_of_post(sender) and _begins(subject(), _words()["envelopes"])


def receipt_of(
    *, kind: str, sender: str, subject: Callable[[], str], text: Callable[[], str]
) -> Receipt:
    """Return what a receipt of the post says; NONE for any other mail, and quick for it.

    Without the header, a subject is not enough: a house may write "Consegna: …" too.

    Args:
        kind: The value of X-Ricevuta; one that the post does not use says nothing.
        sender: The value of From.
        subject: The decoded subject, asked for where the rest does not decide.
        text: The beginning of the text, asked for where all before speaks for one.
    """
    if kind:
        low = kind.strip().lower()
        of_kind = (each for each in _SAYING if low in _words()[f"{each.value}_kinds"])
        return next(of_kind, Receipt.NONE)
    if not _is_of_post(sender):
        return Receipt.NONE
    titled = subject()
    for receipt in _SAYING:
        if _begins(titled, _words()[receipt.value]):
            told = _told().search(lower(fold(text()[:_READ_CHARS])))
            return receipt if told else Receipt.NONE
    return Receipt.NONE


def told_of_others(text: str) -> str:
    """Return what a receipt says without its sender and its own number, which look like addresses."""
    return _not_asked().sub(" ", text)


def _is_of_post(sender: str) -> bool:
    """Say whether the post itself writes; a house that gives its own name does so for itself."""
    name, _, address = sender.lower().rpartition("<")
    name = name.strip("\"' ")
    if not any(word in address for word in _words()["senders"]):
        return False
    return not name or any(word in name for word in _words()["names"])


def _begins(subject: str, words: tuple[str, ...]) -> bool:
    return lower(fold(subject)).lstrip().startswith(words)
