"""The data files of the rules, each read once in the life of the process."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

ROOM = files("onward.mail.rules")
"""Where the data of all rules lies: languages, words, trained models."""

NEVER = r"(?!)"
"""The expression that no words fit."""


@cache
def tables(name: str) -> dict[str, Any]:
    """Return what a data file holds: most have a table for each language.

    Args:
        name: Of the file, without its ending.
    """
    source = ROOM.joinpath("words", f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def table_part(name: str, code: str, part: str) -> re.Pattern[str]:
    """Return what finds a part of a language's table; what no word fits where it has none.

    Args:
        name: Of the file, without its ending.
        code: Of the language, or what else the file has tables for.
    """
    return re.compile(tables(name).get(code, {}).get(part, NEVER))


@cache
def part_of_all(name: str, part: str) -> re.Pattern[str]:
    """Return what finds a part of the table of any language that has it."""
    found = (table.get(part) for table in tables(name).values())
    return re.compile("|".join(filter(None, found)))


def says_part(name: str, code: str, part: str, *, words: str) -> bool:
    """Say whether words say a part of a language's table, and nothing of its `unless`."""
    is_said = table_part(name, code, part).search(words)
    return bool(is_said) and not table_part(name, code, "unless").search(words)


@cache
def said_unless(name: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return for each language what says so, and what makes it say nothing.

    The file has `said`, a list of expressions, and `unsaid`, one, for each language; `<word>`
    in the first stands for what the table has under that word.
    """
    return tuple(
        (
            re.compile(filled("|".join(table["said"]), table)),
            re.compile(table["unsaid"]),
        )
        for table in tables(name).values()
    )


_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\d)|\n(?!\s*\n))+")


def where_said(name: str, *, text: str) -> tuple[int, int] | None:
    """Return from where to where the first sentence says so, to its end; None where none does.

    Args:
        name: Of the file, as `said_unless` reads it.
        text: In lower case, with plain quotes.
    """
    for sentence in _SENTENCE.finditer(text):
        words = sentence.group()
        for said, unsaid in said_unless(name):
            found = said.search(words)
            if found is not None and not unsaid.search(words):
                return sentence.start() + found.start(), sentence.end()
    return None


def filled(pattern: str, table: dict[str, Any]) -> str:
    """Return an expression with what the table has under each `<word>` of it."""
    for key, value in table.items():
        if isinstance(value, str):
            pattern = pattern.replace(f"<{key}>", value)
    return pattern
