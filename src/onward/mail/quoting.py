"""The line of a mail by which a person can decide: quoted, short, without links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from onward.core.text import one_line
from onward.mail.passages import Passage, marked, passages
from onward.mail.rules.around.small_print import READ_CHARS, small_print
from onward.mail.rules.basics.sentences import own_sentences, split_sentences
from onward.mail.rules.basics.text import Span

LONGEST = 260
"""So many characters are read at a glance, on a phone as well."""

_LEAD = 90
_AROUND = 1_000
_SHORT = 60
_LEAST_WORDS = 4
_LINK = re.compile(
    r"[<(\[]?(?:\b\w+://|\bwww\.|\b[\w-]+(?:\.[\w-]+)+/)\S*", re.IGNORECASE
)
_GAP = "\0"
_GAPS = re.compile(f"{_GAP}+")
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_VISIBLE = re.compile(r"\S")


def telling_line(text: str, because: Sequence[Mapping[str, Any]]) -> list[Passage]:
    """Return the sentence that holds the words that decided, or the first that tells anything.

    Args:
        because: Each with `where`, `start` and `end`; what decided most stands first.

    Returns:
        The line in passages, the deciding words apart; none where a mail has no words.
    """
    for each in because:
        for start, end in marked(text, [each], where="body"):
            around = _sentence_around(text, start=start, end=end)
            line = list(_on_one_line(_marked_in(text, because, around)))
            if any(part.is_deciding and _WORD.search(part.text) for part in line):
                return _shortened(line)
    for start, end in _own_sentences(text):
        line = list(_on_one_line([Passage(_gaps(text[start:end]))]))
        if _tells(line[0].text if line else ""):
            return _shortened(line)
    return []


def _sentence_around(text: str, *, start: int, end: int) -> Span:
    """Return where the sentences begin and end in which a place lies."""
    near = (max(0, start - _AROUND), min(len(text), end + _AROUND))
    spans = list(split_sentences(text, spans=[near]))
    touching = [n for n, span in enumerate(spans) if span[0] < end and span[1] > start]
    if not touching:
        return start, end
    first, last = touching[0], touching[-1]
    if first and spans[last][1] - spans[first][0] < _SHORT:
        # "I'd love to connect." says what of one sentence earlier.
        before = text[slice(*spans[first - 1])]
        first -= _tells(before) and "\n\n" not in before
    return min(start, spans[first][0]), max(end, spans[last][1])


def _marked_in(
    text: str, because: Sequence[Mapping[str, Any]], around: Span
) -> list[Passage]:
    first, last = around
    inside = [
        {
            "where": "body",
            "start": max(start, first) - first,
            "end": min(end, last) - first,
        }
        for start, end in marked(text, because, where="body")
        if start < last and end > first
    ]
    return passages(_gaps(text[first:last]), inside, where="body")


def _own_sentences(text: str) -> Iterator[Span]:
    """Yield where the writer's own sentences stand, small print left out."""
    text = text[:READ_CHARS]
    for start, end in small_print(text):
        text = text[:start] + _VISIBLE.sub(" ", text[start:end]) + text[end:]
    for start, end in own_sentences(text):
        if text[start:end].strip():
            yield start, end


def _tells(line: str) -> bool:
    """Say whether a line is more than a greeting, a name or what a button says."""
    return len(_WORD.findall(line)) >= _LEAST_WORDS and not line.endswith(",")


def _gaps(text: str) -> str:
    """Return a text with a sign in place of each letter of a link, so that places stay."""
    return _LINK.sub(lambda link: _GAP * len(link.group()), text.replace(_GAP, " "))


def _on_one_line(line: Iterable[Passage]) -> Iterator[Passage]:
    """Yield passages without line breaks; where a link stood is an ellipsis."""
    for part in line:
        words = _SPACES.sub(" ", _GAPS.sub(" … ", part.text))
        if words.strip():
            yield Passage(words, part.is_deciding)


def _shortened(line: Sequence[Passage]) -> list[Passage]:
    """Return a line of at most about LONGEST characters around its first deciding words."""
    line = [*_begun_late(line)]
    out: list[Passage] = []
    left = LONGEST
    for part in line:
        if len(part.text) > left:
            if left > _LEAST_WORDS:
                gap = " " if part.text.startswith(" ") else ""
                cut = gap + one_line(part.text, limit=left)
                out.append(Passage(cut, part.is_deciding))
            else:
                out.append(Passage("…"))
            break
        out.append(part)
        left -= len(part.text)
    return out


def _begun_late(line: Sequence[Passage]) -> Iterator[Passage]:
    """Yield a line that begins a little before its first deciding words, if it is long."""
    is_long = sum(len(part.text) for part in line) > LONGEST
    for place, part in enumerate(line):
        is_lead = not place and not part.is_deciding and len(line) > 1
        if is_long and is_lead and len(part.text) > _LEAD:
            at = part.text.find(" ", len(part.text) - _LEAD)
            while at != -1 and part.text[at - 1].isdigit():
                at = part.text.find(" ", at + 1)
            yield Passage("…" + (part.text[at:] if at != -1 else " "))
        else:
            yield part
