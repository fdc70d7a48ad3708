"""Whether a mail does no more than thank for an application; pure."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.sentences import own_sentences, told_sentences
from onward.mail.rules.basics.tables import NEVER, tables
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.types import Message, Verdict
from onward.mail.rules.verdicts.classification import Classification

_MOST_WORDS = 16
"""A title, a firm and its town have room behind the thanks, hardly another thought."""

_MOST_THANKED = 30
"""So many words thanks have with the job, the house and its town."""

_MOST_AROUND = 8
"""So many words a greeting or a signature has, which is no sentence."""

_ENDS = (".", "!", "?", "…")


def is_only_thanks(first: Classification, message: Message) -> bool:
    """Say whether a rule's thanks for applying are all that a mail says.

    "Thank you for applying for the Receptionist role. Tom": a title alone is heard as a no.
    What goes on ("… but the job has gone") or stands beside them is left to the ear.
    """
    told = [each for each in first.because if each.where == "body"]
    if first.verdict is not Verdict.CONFIRMATION or not told:
        return False
    for start, end in own_sentences(message.text):
        words = lower(fold(message.text[start:end]))
        behind = max((x.end - start for x in told if start <= x.start < end), default=0)
        is_more = not _is_thanks(words, behind) if behind else not _is_around(words)
        if is_more:
            return False
    return True


def _is_thanks(words: str, behind: int) -> bool:
    """Say whether a sentence thanks, and what stands behind the thanks only says what for."""
    is_thanked = _part("thanks").search(words[:behind]) is not None
    return is_thanked and not goes_on(words[behind:])


def thanks_only(words: str, *, code: str) -> bool:
    """Say whether a sentence thanks, and no word of it turns to another thought.

    Args:
        words: In lower case, with plain quotes.
        code: Of the language that they are in.
    """
    if len(words.split()) > _MOST_THANKED:
        return False
    rest, count = _thanks_of(code).subn(" ", words)
    return bool(count) and _turns(code).search(rest) is None


def is_thanks_alone(text: str, *, code: str) -> bool:
    """Say whether a mail greets, thanks and is signed, whatever it thanks for.

    Args:
        code: Of the language that it is in.
    """
    words_told = [x.words for x in told_sentences(text)]
    told = [words for words in words_told if not is_around(words, code=code)]
    return bool(told) and all(thanks_only(words, code=code) for words in told)


@cache
def _thanks_of(code: str) -> re.Pattern[str]:
    """Return what finds a language's words of thanks with whoever thanks beside them."""
    table = tables("only_thanks")[code]
    who = table.get("thanker", NEVER)
    return re.compile(rf"\b(?:(?:{who}) )?(?:{table['thanks']})\b(?: (?:{who})\b)?")


@cache
def _turns(code: str) -> re.Pattern[str]:
    """Return what finds another thought, or a farewell, in a language's own words."""
    table = tables("only_thanks")[code]
    return re.compile(rf"\b(?:{table['more']}|{table.get('parting', NEVER)})\b")


def goes_on(rest: str) -> bool:
    """Say whether what stands behind thanks or a receipt is a thought of its own.

    Args:
        rest: In lower case, with plain quotes.
    """
    return len(rest.split()) > _MOST_WORDS or _part("more").search(rest) is not None


def _is_around(words: str) -> bool:
    """Say whether words are a greeting or a name, and no sentence."""
    return is_no_sentence(words) and not _part("more").search(words)


def is_around(words: str, *, code: str) -> bool:
    """Say the same, where words are in one language: "i" is no "I" in Polish.

    Args:
        code: Of that language.
    """
    return is_no_sentence(words) and not _turns(code).search(words)


def is_no_sentence(words: str) -> bool:
    """Say whether words are as short as a greeting or a signature, and end as no sentence does."""
    size = len(words.split())
    is_sentence = words.rstrip().endswith(_ENDS) and size > 2
    return size <= _MOST_AROUND and not is_sentence


@cache
def _part(name: str) -> re.Pattern[str]:
    """Return what finds a part of the table in any language."""
    told = (table[name] for table in tables("only_thanks").values())
    return re.compile(rf"\b(?:{'|'.join(told)})\b")
