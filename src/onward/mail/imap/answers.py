"""What a server answers to FETCH, as names and values; pure, and never raises."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

Value = bytes | None | list["Value"]
"""A text or number, NIL, or a list of values."""

Answer = Mapping[bytes, Value]
"""Of one message: what was asked for, in capitals, and what it is."""

_TOKEN = re.compile(
    rb'(?P<open>\()|(?P<close>\))|"(?P<quoted>(?:[^"\\]|\\.)*)"'
    rb'|(?P<atom>[^\s()"\[\]]*\[[^\]]*\](?:<\d+>)?|[^\s()"]+)'
)
_LITERAL = re.compile(rb"~?\{\d+\+?\}\s*$")
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
_MOST_DEEP = 100


@dataclass(frozen=True, slots=True)
class _Token:
    """One word of an answer; `sign` is a parenthesis, or empty for a text."""

    sign: bytes = b""
    text: bytes = b""
    is_atom: bool = False


def answers(found: Iterable[object]) -> Iterator[Answer]:
    """Yield what an answer says of each message; whatever names none is left out.

    Args:
        found: As imaplib gives it: lines, and pairs of a line with the literal after it.
    """
    stack: list[list[Value]] = []
    before = b""
    for token in _tokens(found):
        if token.sign == b"(":
            if len(stack) >= _MOST_DEEP or not (stack or before.isdigit()):
                stack, before = [], b""
                continue
            stack.append([])
        elif token.sign == b")":
            if not stack:
                continue
            done = stack.pop()
            if stack:
                stack[-1].append(done)
            else:
                before = b""
                yield _named(done)
        elif stack:
            is_nil = token.is_atom and token.text.upper() == b"NIL"
            stack[-1].append(None if is_nil else token.text)
        else:
            before = token.text


def text_of(answer: Answer, name: bytes) -> bytes:
    """Return a text of an answer, empty where there is none."""
    value = answer.get(name)
    return value if isinstance(value, bytes) else b""


def number_of(answer: Answer, name: bytes) -> int:
    """Return a number of an answer, 0 where there is none."""
    text = text_of(answer, name)[:20]
    return int(text) if text.isdigit() else 0


def _named(values: list[Value]) -> Answer:
    pairs = zip(values[::2], values[1::2], strict=False)
    return {name.upper(): value for name, value in pairs if isinstance(name, bytes)}


def _tokens(found: Iterable[object]) -> Iterator[_Token]:
    for part in found:
        if isinstance(part, bytes):
            yield from _of_line(part)
        elif isinstance(part, tuple) and len(part) == 2:
            line, literal = part
            if isinstance(line, bytes) and isinstance(literal, bytes):
                yield from _of_line(_LITERAL.sub(b"", line))
                yield _Token(text=literal)


def _of_line(line: bytes) -> Iterator[_Token]:
    for match in _TOKEN.finditer(line):
        kind = match.lastgroup
        if kind in {"open", "close"}:
            yield _Token(sign=match[0])
        elif kind == "quoted":
            yield _Token(text=_ESCAPED.sub(rb"\1", match["quoted"]))
        else:
            yield _Token(text=match[0], is_atom=True)
