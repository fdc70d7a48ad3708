"""Where words stand in a text, without an expression made for them."""

from __future__ import annotations

from collections.abc import Iterator


def places_of(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where words stand in a text, one place behind the other; none for no words.

    An expression of a name is made for one mail alone, and takes longer than the mail.
    """
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        yield start, end
        start = text.find(words, end)


def whole_places(words: str, text: str) -> Iterator[tuple[int, int]]:
    r"""Yield what `places_of` does, where no letter, digit or "_" stands right beside.

    What stands beside is told as `(?<!\w)` and `(?!\w)` tell it.
    """
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        is_whole = not (
            _is_of_word(text[start - 1 : start]) or _is_of_word(text[end : end + 1])
        )
        if is_whole:
            yield start, end
        start = text.find(words, end if is_whole else start + 1)


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
