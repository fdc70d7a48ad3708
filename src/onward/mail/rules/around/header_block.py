"""The lines above a mail that was sent on: who wrote it, when, about what; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from onward.mail.rules.basics.language import text_words
from onward.mail.rules.basics.text import plain
from onward.mail.rules.types import Address

_MOST_LINES = 12
# A block of fewer lines may have empty ones between them.
_SURE_LINES = 3

_KINDS = ("from", "date", "subject", "to")
_MORE = {"to": ("reply-to", "antwort an")}
_MOST_BETWEEN = 300
_EMPTY = re.compile(r"[ >\n]*")
# "Organisation: Acme" between two lines of a block.
_OTHERS = re.compile(r"\n(?:[ >*]*[^\W\d][\w -]{0,20}\*?:[ *].*\n)*")
_ADDRESS = re.compile(
    r"(?P<name>[^<>\[\]\n]*?)\s*[<\[(]*(?:mailto:)?"
    r"(?P<address>[^\s<>\[\]()\"';,:]+@[^\s<>\[\]()\"';,:]+)"
)


@dataclass(slots=True)
class HeaderBlock:
    """Header lines that stand one below the other in a text.

    Attributes:
        start: Where its first line begins.
        end: One past the last character of its last line (exclusive).
        lines: How many there are.
        fields: What "from", "date", "subject" and "to" say, those that stand there.
    """

    start: int
    end: int
    lines: int = 0
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def sender(self) -> Address:
        """Who wrote the mail; empty where no address is given."""
        found = _ADDRESS.search(self.fields.get("from", ""))
        if found is None:
            return Address()
        name = found["name"].strip(" \"'*")
        return Address(name=name, address=found["address"].lower())


def _labels(kind: str) -> str:
    return "|".join((*text_words(f"header_{kind}"), *_MORE.get(kind, ())))


@cache
def _line(*kinds: str) -> re.Pattern[str]:
    """Return what a header line of some kinds looks like, in any language."""
    labels = "|".join(map(_labels, kinds))
    return re.compile(
        rf"^[ >*]*(?P<label>{labels})\*?[ ]?:\*?[ ]*(?P<value>.*)$", re.MULTILINE
    )


@cache
def _kind(label: str) -> str:
    return next(kind for kind in _KINDS if re.fullmatch(_labels(kind), label))


def header_blocks(text: str) -> Iterator[HeaderBlock]:
    """Yield the runs of header lines of a text that name a sender, one line or more."""
    low = plain(text)
    # Most mail names no sender in its text: that is seen sooner.
    if not _line("from").search(low):
        return
    block = HeaderBlock(0, 0)
    for line in _line(*_KINDS).finditer(low):
        if not (block.lines and _goes_on(block, between=low[block.end : line.start()])):
            if "from" in block.fields:
                yield block
            block = HeaderBlock(line.start(), line.end())
        value = text[line.start("value") : line.end()].strip()
        block.fields.setdefault(_kind(line["label"]), value)
        block.lines += 1
        block.end = line.end()
    if "from" in block.fields:
        yield block


def _goes_on(block: HeaderBlock, *, between: str) -> bool:
    """Say whether a header line belongs to a block, by what stands between them."""
    if block.lines >= _MOST_LINES or len(between) > _MOST_BETWEEN:
        return False
    if block.lines < _SURE_LINES and _EMPTY.fullmatch(between):
        return True
    return _OTHERS.fullmatch(between) is not None
