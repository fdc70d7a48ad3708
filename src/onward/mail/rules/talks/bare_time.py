"""Few words that name a day and its hour: "Great, I'll call on Friday at 15:30"; pure."""

from __future__ import annotations

import re
from collections.abc import Callable

from onward.mail.rules.basics.language import main_language
from onward.mail.rules.basics.sentences import split_sentences
from onward.mail.rules.basics.text import fold, lower, unquoted
from onward.mail.rules.talks.bare_words import Bare
from onward.mail.rules.times.when import appointments
from onward.mail.rules.types import Because, Message, Verdict

MOST_WORDS = 15
"""More words say by themselves what they are about."""

_MOST_CHARS = 200
MOST_READ = 6_000
_RULE = "context:time"
# An hour is written in figures, or with one of these beside it.
_MAY_BE_TIME = re.compile(
    r"\d|\b(?:half|quarter|noon|o'clock|halb|viertel|mittags?|uhr|demie|midi|media|mediodía|mezza"
    r"|mezzogiorno|meia|meio|uur|wpół|kwadrans|południe|buçuk|çeyrek|öğlen|halv|kvart|klockan)\b",
    re.IGNORECASE,
)

_DEVICE = re.compile(
    r"^[ \t]*(?:von meinem|gesendet (?:von|vom|mit)|sent (?:from|via) (?:my|outlook|mail|yahoo|proton|gmail)|get outlook|envoyé (?:de|depuis) (?:mon|ma)"
    r"|enviado (?:desde|do|da) (?:mi|meu|minha)|inviato (?:da|dal) (?:mio )?(?:iphone|ipad|smartphone|telefono|cellulare|samsung)"
    r"|verzonden (?:van|vanaf|met|via) (?:mijn|m'n)|verstuurd vanaf mijn|wysłan[eoy] z (?:mojego )?(?:iphone|telefonu|smartfona)"
    r"|skickat från min|\w+(?:'|’)?(?:umdan|imden|ımdan|dan|den) gönderildi)\b[^\n]{0,40}$",
    re.IGNORECASE | re.MULTILINE,
)


def may_set_time(text: str) -> bool:
    """Say whether an answer may be so short, and name an hour; quick.

    Args:
        text: The beginning of its text, quoted words and all.
    """
    own = own_of(text[:MOST_READ])
    return _is_short(own) and _MAY_BE_TIME.search(own) is not None


def set_time(message: Message) -> Bare | None:
    """Return the words of a short mail that name one day and its hour to come.

    By itself it is ordinary: people meet their friends on Friday, too.
    """
    own = own_of(message.text[:MOST_READ])
    if message.sent_at is None or not _is_short(own):
        return None
    return time_of(message, own=own)


def time_of(message: Message, *, own: str) -> Bare | None:
    """Return the words of a mail that name one day and its hour to come."""
    if message.sent_at is None:
        return None
    told_on = message.sent_at.date()
    found = appointments(fold(own), told_on=told_on)
    if len(found) != 1 or min(found).date() < told_on:
        return None
    return bare_of(
        message, lambda words: bool(appointments(fold(words), told_on=told_on))
    )


def bare_of(message: Message, tells: Callable[[str], bool]) -> Bare:
    """Return the first sentence that tells, or else the whole of its own words."""
    text = message.text[:MOST_READ]
    spans = unquoted(text)
    start, end = next(
        (
            (start, end)
            for start, end in split_sentences(text, spans=spans)
            if tells(fold(text[start:end]))
        ),
        spans[0],
    )
    because = Because(_RULE, text[start:end], "body", start, end)
    return Bare(Verdict.INTERVIEW, because, main_language(lower(text)))


def own_of(text: str) -> str:
    """Return the writer's own words of the beginning of a mail, without what is quoted.

    Nor what the device says that they wrote on: "Von meinem iPhone gesendet".
    """
    own = "\n".join(text[start:end] for start, end in unquoted(text))
    return _DEVICE.sub("", own).strip()


def _is_short(own: str) -> bool:
    return bool(own) and len(own) <= _MOST_CHARS and len(own.split()) < MOST_WORDS
