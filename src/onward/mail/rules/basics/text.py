"""Text as the rules compare it: folded characters, and which words are the writer's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from onward.mail.rules.basics.language import text_words

Span = tuple[int, int]
"""First character and one past the last (exclusive)."""

_VISIBLE = re.compile(r"\S")
_SPACES = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200c\u200d\u200e\u200f\u202f\u205f\u2060\u3000\u034f\ufeff\u2028\u2029"
)
_FOLDS = {
    **dict.fromkeys(map(ord, "‘’‚‛ʼʹ′`´＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟«»″＂"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹘－"), "-"),
    **dict.fromkeys(map(ord, _SPACES), " "),
    ord("…"): ".",
    ord("\r"): " ",
    ord("⁄"): "/",
}
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
"""How small letters are written where there are no others, as in addresses."""

_BEYOND_FOLD = re.compile("[\u00ad\u0300-\u036f\ufb00-\ufb06\U0001d400-\U0001d7ff]")
_PAIRS = tuple((chr(sign), plain) for sign, plain in _FOLDS.items())


def fold(text: str) -> str:
    """Return the text with plain quotes, dashes and spaces, each character in its place.

    Length and case are kept, so an offset into the result is an offset into `text`.
    Soft hyphens, ligatures and decomposed letters stay: `Folded` takes them apart.
    """
    if "\t" in text:
        text = text.replace("\t", " ")
    if "\r" in text:
        text = text.replace("\r", " ")
    if text.isascii():
        return text
    # Looking for each sign is 60 times quicker than `translate`, which asks a dictionary
    # for every character.
    for sign, plain in _PAIRS:
        if sign in text:
            text = text.replace(sign, plain)
            if text.isascii():
                break
    return text


def lower(text: str) -> str:
    """Return the text in lower case, of the same length ("İ" would grow by one)."""
    return text.replace("İ", "i").lower()


@lru_cache(maxsize=8)
def plain(text: str) -> str:
    """Return the text folded and in lower case, each character in its place; kept for some texts.

    One mail is asked about by many, one after another.
    """
    return lower(fold(text))


def compared(text: str) -> str:
    """Return words as tables of expressions read them: lower case, plain quotes, single spaces."""
    return " ".join(lower(fold(text)).split())


def blanked(text: str, spans: Iterable[Span]) -> str:
    """Return the text with blanks for what is to be seen in these spans: places stay."""
    for start, end in spans:
        text = text[:start] + _VISIBLE.sub(" ", text[start:end]) + text[end:]
    return text


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded lower-case text and the way back to the original.

    Attributes:
        text: What the rules are matched against.
        origin: For each character of `text` its index in the original, and one more
            for the end; empty where both have the same length.
    """

    text: str
    origin: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return the span of the original that the span of `text` was made of."""
        if not self.origin:
            return start, end
        return self.origin[start], self.origin[max(start, end - 1)] + 1


def folded(text: str) -> Folded:
    """Return the text folded, lower-cased and composed, with its map to the original."""
    plain = fold(text)
    if plain.isascii() or not _BEYOND_FOLD.search(plain):
        return Folded(lower(plain))
    characters: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(plain):
        if character == "\u00ad":
            continue
        if unicodedata.combining(character) and characters:
            characters[-1] = unicodedata.normalize("NFC", characters[-1] + character)
            characters[-1] = characters[-1][0]
            continue
        parts = unicodedata.normalize("NFKC", character) or character
        characters.extend(parts)
        origin.extend([index] * len(parts))
    return Folded(lower("".join(characters)), (*origin, len(plain)))


@cache
def _markers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    intro = "|".join(text_words("reply_intro"))
    original = "|".join(text_words("original"))
    sender = "|".join(text_words("header_from"))
    kinds = ("header_date", "header_subject", "header_to")
    after = "|".join(word for kind in kinds for word in text_words(kind))
    # An introduction may be wrapped once between the date and the name.
    reply = re.compile(rf"(?:{intro})")
    history = re.compile(
        rf"^[ ]*(?:[-_*>=]{{2,}}[ ]*)?(?:{original})[ ]*:?[ ]*[-_*=]*[ ]*$"
        rf"|^[ ]*\*?(?:{sender}):\*?[ ].{{1,200}}\n(?:.{{0,200}}\n)??"
        rf"[ ]*\*?(?:{after}):",
        re.MULTILINE,
    )
    return reply, history


_LAST_COLON = re.compile(r":[ ]*$", re.MULTILINE)
_LONGEST_INTRO = 400
_QUOTED_LINE = re.compile(r"^[ ]{0,3}>.*$", re.MULTILINE)
_SIGNATURE = re.compile(r"^--[ ]?$", re.MULTILINE)
_WORD = re.compile(r"[^\W_]{2,}")
_LEAST_OWN_WORDS = 3
_LONGEST_SIGNATURE = 900


def _wrapped_intro(low: str, position: int) -> int | None:
    """Return where a reply introduction over two lines starts before a quoted line."""
    before = low[max(0, position - 220) : position].rstrip()
    lines = before.split("\n")[-2:]
    if not _markers()[0].fullmatch(" ".join(line.strip() for line in lines)):
        return None
    return max(0, position - 220) + len(before) - len("\n".join(lines))


def _reply_intros(low: str) -> Iterator[int]:
    """Yield where lines begin that introduce somebody else's words: all end with a colon."""
    reply = _markers()[0]
    for colon in _LAST_COLON.finditer(low):
        start = low.rfind("\n", 0, colon.start()) + 1
        is_short = colon.start() - start <= _LONGEST_INTRO
        if is_short and reply.fullmatch(low[start : colon.end()].strip(" ")):
            yield start


def _histories(low: str) -> Iterator[int]:
    """Yield where header blocks of earlier mails begin."""
    return (found.start() for found in _markers()[1].finditer(low))


@lru_cache(maxsize=8)
def _history_start(low: str) -> int:
    """Return where somebody else's words begin for good, or the length of the text."""
    starts = [len(low)]
    for places in (_reply_intros(low), _histories(low)):
        # A forwarded mail says nothing of its own before: its words count.
        own = (start for start in places if _has_words(low, [(0, start)]))
        starts += islice(own, 1)
    quoted = _QUOTED_LINE.search(low) if ">" in low else None
    if quoted is not None:
        wrapped = _wrapped_intro(low, quoted.start())
        if wrapped is not None and wrapped > 0:
            starts.append(wrapped)
    return min(starts)


def _signature_start(low: str, *, end: int) -> int:
    """Return where a signature under `-- ` starts, or `end`."""
    if "--" not in low:
        return end
    for found in _SIGNATURE.finditer(low, 0, end):
        is_short = end - found.start() <= _LONGEST_SIGNATURE
        if is_short and _has_words(low, [(0, found.start())]):
            return found.start()
    return end


def signature_of(text: str) -> Span:
    """Return the span of the signature that stands under `-- `, its dashes left out.

    It is empty, at the end of the writer's own words, where there is none.
    """
    low = lower(fold(text))
    end = _history_start(low)
    start = _signature_start(low, end=end)
    mark = _SIGNATURE.match(low, start) if start < end else None
    return (mark.end(), end) if mark is not None else (end, end)


def _has_words(low: str, spans: Iterable[Span]) -> bool:
    """Say whether some parts of a text hold words enough to be read by themselves."""
    words = (word for start, end in spans for word in _WORD.finditer(low, start, end))
    return sum(1 for _ in islice(words, _LEAST_OWN_WORDS)) == _LEAST_OWN_WORDS


@lru_cache(maxsize=8)
def strip_quoted(text: str) -> tuple[Span, ...]:
    """Return the spans of the text that are the writer's own words, in order.

    Left out are lines under `>`, everything below an introduction such as "On … wrote:"
    or a header block of a reply, and a signature under `-- `. A mail that has nothing
    else (a bare forward) keeps what it has: the whole text is returned.
    """
    spans = unquoted(text)
    return spans if _has_words(plain(text), spans) else ((0, len(text)),)


def own_text(text: str) -> str:
    """Return the writer's own words, as `strip_quoted` parts them, a line end between."""
    return "\n".join(text[start:end] for start, end in strip_quoted(text))


def unquoted(text: str) -> tuple[Span, ...]:
    """Return the same spans, of a mail that has nothing else as well: few or none."""
    low = plain(text)
    end = _signature_start(low, end=_history_start(low))
    return tuple(_unquoted(low, end=end))


def _unquoted(low: str, *, end: int) -> Iterator[Span]:
    """Yield the parts of a text up to a place that are not under `>`."""
    start = 0
    if ">" in low:
        for found in _QUOTED_LINE.finditer(low, 0, end):
            if found.start() > start:
                yield start, found.start()
            start = found.end()
    if start < end:
        yield start, end
