"""What friends and kin tell of their own search for work, which says nothing of the reader's; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.needed import Needs
from onward.mail.rules.basics.tables import filled, tables
from onward.mail.rules.basics.text import Span, blanked, plain, strip_quoted
from onward.mail.rules.types import Message

_SENTENCE = re.compile(r"[^.!?\n]+(?:\n(?!\s*\n)[^.!?\n]+)*[.!?]*")
_QUOTE = re.compile(r'"')
_QUOTED = re.compile(r'"[^"]*"?')
_REST = re.compile(r"[^.!?\n]*[.!?]*")
_SAID_NEXT = re.compile(r'\s*(?:"|[^."!?\n]{0,40}"|[^.":!?\n]{0,40}:\s*")')
_LONGEST_QUOTED = 400
_Table = tuple[re.Pattern[str], re.Pattern[str]]
# "I had an interview drop out and can see you on Thursday at 10": an hour is set by whoever invites.
_HOUR = re.compile(r"\b\d{1,2}(?:[:.]\d\d\b|\s?(?:am|pm|uhr|h|o'clock)\b)|\bat \d")


def without_own_search(message: Message) -> Message:
    """Return a mail without what its writer tells of their own search, blanked, quoted words too.

    "I had an interview as well, but they wrote "we have decided not to go on with you""
    is no no to the reader, whatever firm is spoken of beside it.
    """
    met = _needs().met_in(plain(message.text))
    if not met:
        return message
    spans = [
        span
        for start, end in strip_quoted(message.text)
        for span in _told(message.text, (start, end), met)
    ]
    return replace(message, text=blanked(message.text, spans)) if spans else message


def _told(text: str, span: Span, met: Sequence[_Table]) -> Iterator[Span]:
    start, end = span
    low = plain(text)
    for sentence in _SENTENCE.finditer(low, start, end):
        words = " ".join(sentence[0].split())
        own = _QUOTED.sub(" ", words)
        if not _HOUR.search(own) and any(
            said.search(words) and not unless.search(own) for said, unless in met
        ):
            yield sentence.start(), _end_of_quoted(low, sentence.span(), end=end)


def _end_of_quoted(low: str, sentence: Span, *, end: int) -> int:
    """Return where a sentence ends with what it quotes, or what the next one does."""
    start, stop = sentence
    signs = len(_QUOTE.findall(low, start, stop))
    if signs % 2 == 0:
        following = _SAID_NEXT.match(low, stop, end)
        if signs or following is None:
            return stop
        stop = following.end()
    closing = low.find('"', stop, min(end, stop + _LONGEST_QUOTED))
    if closing < 0:
        return sentence[1]
    rest = _REST.match(low, closing + 1, end)
    return rest.end() if rest else closing + 1


@cache
def _needs() -> Needs[_Table]:
    """Return what is told in each language, by what stands in every mail that tells it."""
    told = [
        (re.compile(filled(table["told"], table)), re.compile(table["unless"]))
        for table in tables("own_search").values()
    ]
    return Needs({each: ([each[0]],) for each in told})
