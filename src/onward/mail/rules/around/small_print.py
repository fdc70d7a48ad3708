"""What stands around a mail's words: footers, disclaimers, registers, marks of a phone.

None of it says what a mail means, and much of it sounds like what some mail does:
"received", "in error", "we process". It is blanked, so that places in a text stay.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from onward.mail.rules.around.small_parts import LINK, outer_parts
from onward.mail.rules.basics.sentences import split_sentences
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import Span, plain
from onward.mail.rules.basics.words import Hit, first_word_finder, word_finder
from onward.mail.rules.types import Message

READ_CHARS = 6_000
"""As far as the rules read a body."""

_KINDS = ("said", "near", "line", "about", "button", "register", "seat")
_LONGEST_LINE = 110
_LEAST_SHARE = 0.5
_SHORT_BLOCK = 80
_FEW = 2
_VISIBLE = re.compile(r"\S")
_WORD = re.compile(r"[^\W\d_]{2,}")
_BARS = ("|", "·", "•")
_ONLY_SOCIAL = re.compile(
    r"[\W\d]*(?:(?:facebook|linkedin|instagram|twitter|youtube|xing|tiktok|kununu"
    r"|glassdoor|pinterest|threads|bluesky|mastodon|whatsapp|x)[\W\d]*){1,12}"
)
# A number of five digits may be that of an opening, so a street has to stand before it.
_POSTCODE = re.compile(
    r"\w ?\d{1,4} ?[a-z]?[ ]?[,·|•][ ]?(?:[A-Z]{1,2}-)?\d{4,5} [A-ZÄÖÜ][a-zäöüß]"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|, [A-Z]{2} \d{5}\b"
)
_DIGIT = re.compile(r"\d")
_PIECE_END = re.compile(r"(?:,|·|\||•| - | – )[ ]?(?!\d{4})")
_PHONE = re.compile(
    r"[ ]*(?:tel|telefon|telephone|phone|fon|t|mobil|mobile|mob|m|p|fax|f)\b[.: ]*"
    r"[+(]?\d[\d ()/.+-]{5,}",
    re.IGNORECASE,
)
_SITE = re.compile(r"^[ |·]*(?:web:?[ ]*)?(?:https?://|www\.)\S+[ ]*$", re.MULTILINE)
_STOP = re.compile(r"[.!?:][ ]+(?=[A-ZÄÖÜ][a-zäöüß]+ [a-zäöüß])|[?!]|@")
_RULE = re.compile(r"^[ ]*[-=_*~]{4,}[ ]*$", re.MULTILINE)
_MOST_WORDS_OF_PLACE = 11
_MOST_WORDS_OF_BUTTON = 6
_SOCIAL = ("linkedin", "facebook", "instagram", "youtube", "xing", "kununu")


@dataclass(frozen=True, slots=True)
class _Marks:
    """The finder of all marks, the kind of each by its number, and those that suffice."""

    find: Callable[[str], list[Hit]]
    kinds: tuple[str, ...]
    said: tuple[str, ...]


@cache
def _data() -> tuple[dict[str, list[str]], ...]:
    return tuple(tables("small_print").values())


@cache
def _press() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return how the words of a button begin, and what makes them worth reading."""
    begin, meant = (
        "|".join(re.escape(word) for data in _data() for word in data[kind])
        for kind in ("press", "meant")
    )
    return re.compile(rf"\W*(?:{begin})(?!\w)"), re.compile(rf"(?:{meant})")


@cache
def _marks() -> _Marks:
    known: dict[tuple[str, str], None] = {}
    for data in _data():
        for kind in _KINDS:
            known.update(dict.fromkeys((word, kind) for word in data[kind]))
    known.update(dict.fromkeys((word, "social") for word in _SOCIAL))
    return _Marks(
        word_finder(word for word, _ in known),
        kinds=tuple(kind for _, kind in known),
        said=tuple(word for word, kind in known if kind == "said"),
    )


@cache
def _has_said() -> Callable[[str], bool]:
    return first_word_finder(_marks().said, is_quick=True)


def without_small_print(message: Message) -> Message:
    """Return a message whose small print is blanked; itself where it has none."""
    text = message.text
    spans = small_print(text)
    if not spans:
        return message
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += [text[at:start], _VISIBLE.sub(" ", text[start:end])]
        at = end
    return replace(message, text="".join((*parts, text[at:])))


@lru_cache(maxsize=8)
def small_print(text: str) -> tuple[Span, ...]:
    """Return the spans of a text that are small print, in order, none in another.

    1. Sentences and lines with a mark that stands in no letter.
    2. What firms must print, from where it begins in its line.
    3. What stands with them in a paragraph that is little else.

    A text without any other words has none. What lies behind READ_CHARS is not read.
    """
    text = text[:READ_CHARS]
    low = plain(text)
    marks = _marks()
    places: dict[str, list[Span]] = {}
    for index, start, end in marks.find(low.replace("\n", " ")):
        places.setdefault(marks.kinds[index], []).append((start, end))
    contact = [*_contact_lines(text), *_buttons(low)]
    outer = outer_parts(text, low)
    if not contact and not outer and places.keys() <= {"near", "seat"}:
        return ()
    spans = list(split_sentences(text, spans=((0, len(text)),)))
    said = _holding(spans, places.get("said", ()))
    found = [_with_line(low, span) for span in said]
    found += _lines(low, places=places)
    found += (*_registers(low, places=places), *contact, *outer)
    near = _holding(spans, places.get("near", ()))
    found += (rule.span() for rule in _RULE.finditer(low))
    found += _blocks(low, spans, said=set(said), near=set(near))
    joined = tuple(_joined(found))
    return joined if _has_words(low, joined) else ()


def bare_text(text: str) -> str:
    """Return text without its sentences of small print, for the gate: quick, and rough."""
    low = plain(text)
    outer = outer_parts(text, low)
    low = low.replace("\n", " ")
    if not outer and not _has_said()(low):
        return text
    marks = _marks()
    found = [x for x in marks.find(low) if marks.kinds[x[0]] in {"said", "near"}]
    spans = list(split_sentences(text, spans=((0, len(text)),)))
    small = set(_holding(spans, [(start, end) for _, start, end in found]))
    return "\n".join(
        text[start:end]
        for start, end in spans
        if (start, end) not in small and not _is_inside(start, outer)
    )


def _is_inside(place: int, spans: Sequence[Span]) -> bool:
    return any(start <= place < end for start, end in spans)


def _holding(spans: Sequence[Span], places: Iterable[Span]) -> list[Span]:
    """Return those spans in which some place begins."""
    starts = [start for start, _ in spans]
    found = {bisect_right(starts, place) - 1 for place, _ in places}
    return [spans[at] for at in sorted(found) if at >= 0]


def _line_of(text: str, place: int) -> Span:
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return start, len(text) if end == -1 else end


def _with_line(low: str, span: Span) -> Span:
    """Return a sentence, or its line where that is a short row of words and links."""
    start, end = _line_of(low, span[0])
    line = low[start:end]
    words = LINK.sub("", line)
    is_row = words != line or any(bar in line for bar in _BARS)
    return (
        (start, max(end, span[1])) if is_row and len(words) <= _LONGEST_LINE else span
    )


def _lines(low: str, *, places: dict[str, list[Span]]) -> Iterator[Span]:
    """Yield the lines that are small print as a whole, by what they begin with."""
    for kind in ("line", "about", "button", "social"):
        for place, mark_end in places.get(kind, ()):
            start, end = _line_of(low, place)
            if kind != "social" and _WORD.search(low, start, place):
                continue
            words = LINK.sub("", low[start:end])
            if _is_small(words, kind=kind, mark=low[place:mark_end]):
                yield start, _end_of_about(low, end) if kind == "about" else end


def _is_small(line: str, *, kind: str, mark: str) -> bool:
    if kind == "line":
        return len(line) <= _LONGEST_LINE
    if kind == "social":
        return _ONLY_SOCIAL.fullmatch(line) is not None
    behind = line.partition(mark)[2].strip(" *_]>")
    return behind == "" if kind == "button" else behind[:1] in ("", ":")


def _buttons(low: str) -> Iterator[Span]:
    """Yield the lines of a few words and a link that lead to no test, day or job."""
    begins, meant = _press()
    for found in LINK.finditer(low) if "://" in low else ():
        start, end = _line_of(low, found.start())
        words = LINK.sub("", low[start:end])
        is_short = len(words.split()) <= _MOST_WORDS_OF_BUTTON
        if is_short and begins.match(words) and not meant.search(words):
            yield start, end


def _contact_lines(text: str) -> Iterator[Span]:
    """Yield the lines that hold an address, a telephone number or a site alone."""
    for start, end in _lines_with_number(text):
        line = text[start:end]
        if len(line.split()) <= _MOST_WORDS_OF_PLACE and _STOP.search(line) is None:
            for place in _POSTCODE.finditer(text, start, end):
                yield _street_start(text, start=start, end=place.start()), end
        if len(line) <= _LONGEST_LINE and "@" not in line and _PHONE.match(line):
            yield start, end
    for found in _SITE.finditer(text) if _has_site(text) else ():
        start, end = _line_of(text, found.end())
        if end - found.start() <= _LONGEST_LINE and "@" not in text[start:end]:
            yield found.start(), end


def _has_site(text: str) -> bool:
    return "://" in text or "www." in text


def _lines_with_number(text: str) -> Iterator[Span]:
    found = _DIGIT.search(text)
    while found is not None:
        start, end = _line_of(text, found.start())
        yield start, end
        found = _DIGIT.search(text, end)


def _street_start(text: str, *, start: int, end: int) -> int:
    """Return where the street begins in a line that ends in an address.

    The firm itself may stand before it.
    """
    pieces = [start, *(x.end() for x in _PIECE_END.finditer(text, start, end))]
    is_behind_street = (
        len(pieces) > 1 and text[pieces[-2] : pieces[-1]].lstrip()[:1].isdigit()
    )
    return pieces[-2] if is_behind_street else pieces[-1]


def _end_of_about(low: str, end: int) -> int:
    """Return where the paragraph ends, or the line where no paragraphs are told apart."""
    blank = low.find("\n\n", end)
    return end if blank == -1 else blank


def _at_word(low: str, places: Iterable[Span]) -> list[int]:
    """Return where those places begin that begin a word: "hra " does not in "Zahra "."""
    return [place for place, _ in places if not low[place - 1 : place].isalnum()]


def _registers(low: str, *, places: dict[str, list[Span]]) -> Iterator[Span]:
    """Yield what a firm must print of itself, from its first word to the line's end."""
    strong = _at_word(low, places.get("register", ()))
    starts = [*strong, *_at_word(low, places.get("seat", ()))]
    for place in strong:
        start, end = _line_of(low, place)
        yield min(at for at in starts if start <= at <= place), end


def _blocks(
    low: str, spans: Sequence[Span], *, said: Set[Span], near: Set[Span]
) -> Iterator[Span]:
    """Yield what stands with small print in a paragraph that is little else.

    1. From its first sentence of small print on, where half of it is.
    2. Whole paragraphs that may be small print, above and below such ones.
    """
    blocks = list(_paragraphs(low, spans))
    known: list[Span | None] = [None] * len(blocks)
    for at, block in enumerate(blocks):
        if _is_most(block, small=said | near) and not said.isdisjoint(block):
            known[at] = _first_small(block, said=said, near=near), block[-1][1]
    for order in (range(len(blocks)), range(len(blocks) - 1, -1, -1)):
        is_beside = False
        for at in order:
            is_below = any(span is None for span in known[:at])
            if known[at] is None and is_beside and is_below:
                known[at] = _span_of_minor(blocks[at], near=near)
            is_beside = known[at] is not None
    return filter(None, known)


def _span_of_minor(block: Sequence[Span], *, near: Set[Span]) -> Span | None:
    """Return a paragraph that may be small print, if it is short or holds several marks."""
    start, end = block[0][0], block[-1][1]
    is_short = end - start <= _SHORT_BLOCK
    is_marked = sum(span in near for span in block) >= _FEW
    return (
        (start, end)
        if (is_short or is_marked) and _is_most(block, small=near)
        else None
    )


def _first_small(block: Sequence[Span], *, said: Set[Span], near: Set[Span]) -> int:
    """Return where the small print of a paragraph begins."""
    at = next(at for at, span in enumerate(block) if span in said)
    while at and block[at - 1] in near:
        at -= 1
    return block[at][0]


def _is_most(block: Sequence[Span], *, small: Set[Span]) -> bool:
    size = sum(end - start for start, end in block)
    return sum(end - start for start, end in block if (start, end) in small) >= (
        _LEAST_SHARE * size
    )


def _paragraphs(low: str, spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield the sentences by paragraph; by line in a text without empty lines."""
    mark = "\n\n" if "\n\n" in low else "\n"
    block: list[Span] = []
    last = 0
    for span in spans:
        if block and mark in low[last : span[0]]:
            yield block
            block = []
        block.append(span)
        last = span[1]
    if block:
        yield block


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans in order, those that touch as one."""
    last: Span | None = None
    for start, end in sorted(spans):
        if last is not None and start <= last[1]:
            last = last[0], max(last[1], end)
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last


def _has_words(low: str, spans: Sequence[Span]) -> bool:
    """Say whether words are left beside some spans."""
    at = 0
    for start, end in (*spans, (len(low), len(low))):
        if _WORD.search(low, at, start):
            return True
        at = end
    return False
