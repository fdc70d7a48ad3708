"""Whether a mail does no more than say that an application arrived; pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.sentences import own_sentences
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.basics.words import first_word_finder
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.types import Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.classify import classify
from onward.mail.rules.verdicts.only_thanks import (
    goes_on,
    is_no_sentence,
    thanks_only,
)
from onward.mail.rules.verdicts.voice import language_for

_RECEIPTS = frozenset(
    {
        *(
            "en:application-arrived",
            "en:application-in-progress",
            "sv:ansokan-mottagen",
        ),
        *("de:bewerbung-eingegangen", "es:recibida", "fr:bien-recu", "pt:recebida"),
        *("it:candidatura-ricevuta", "nl:sollicitatie-ontvangen", "pl:otrzymalismy"),
        "tr:alindi",
    }
)


def is_only_received(first: Classification, message: Message) -> bool:
    """Say whether each sentence confirms an application or thanks for it.

    "Nous confirmons avoir reçu votre candidature … This is to confirm that we have received
    it": a mail in two languages says nothing new in its second half, and is heard as a no.
    """
    if first.verdict is not Verdict.CONFIRMATION:
        return False
    if not any(each.rule in _RECEIPTS for each in first.because):
        return False
    code = language_for(message)
    return all(
        _is_around(sentence)
        or _is_receipt(sentence, message)
        or thanks_only(lower(fold(sentence)), code=code)
        for start, end in own_sentences(message.text)
        if (sentence := message.text[start:end].strip())
    )


def _is_receipt(sentence: str, message: Message) -> bool:
    said = classify(replace(message, subject="", text=sentence), is_known=True)
    behind = max((each.end for each in said.because), default=0)
    is_more = goes_on(lower(fold(sentence[behind:])))
    return said.verdict is Verdict.CONFIRMATION and not is_more


def _is_around(sentence: str) -> bool:
    """Say whether words are a greeting or a name, or say that nobody reads an answer."""
    return _asks_for_no_reply()(lower(fold(sentence))) or is_no_sentence(sentence)


@cache
def _asks_for_no_reply() -> Callable[[str], bool]:
    return first_word_finder(fact_words("no_reply_lines"))
