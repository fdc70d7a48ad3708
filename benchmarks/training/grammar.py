"""A grammar of mail: lines with choices in them, opened by chance.

A line is a sentence with `(one|other|)` choices and `{slot}` places. Every line has a
fold by its text, so that a model can be tried on lines it has never seen.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

FOLDER = Path(__file__).with_name("languages")
FOLDS = 4

_SYLLABLES = [
    "al",
    "an",
    "ar",
    "bel",
    "ber",
    "bor",
    "bra",
    "cal",
    "cor",
    "dal",
    "den",
    "dor",
    "el",
    "fal",
    "fen",
    "fer",
    "gal",
    "gar",
    "hal",
    "har",
    "hol",
    "jor",
    "kan",
    "kel",
    "kor",
    "lan",
    "lem",
    "lin",
    "lor",
    "mal",
    "mar",
    "mel",
    "mor",
    "nal",
    "nor",
    "ol",
    "or",
    "pal",
    "per",
    "quil",
    "ral",
    "ren",
    "ros",
    "sal",
    "sel",
    "sor",
    "tan",
    "tel",
    "tor",
    "ul",
    "val",
    "ver",
    "vin",
    "wal",
    "wen",
    "wor",
    "yar",
    "zan",
    "zel",
]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the grammar.

    Attributes:
        intent: What the sentence does: "decline", "receipt", … or "alien".
        group: The list that it stands in.
        fold: 0 … FOLDS - 1.
    """

    text: str
    intent: str
    group: str
    fold: int


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language: its slots, its lines by intent, its worlds that are no hiring."""

    code: str
    slots: Mapping[str, tuple[str, ...]]
    lines: Mapping[str, tuple[Line, ...]]
    subjects: Mapping[str, tuple[Line, ...]]
    worlds: Mapping[str, Mapping[str, tuple[Line, ...]]]
    job_words: tuple[str, ...]
    negations: tuple[str, ...]
    conditions: tuple[str, ...]

    @property
    def composes(self) -> bool:
        """Say whether mail can be composed of its lines."""
        return bool(self.lines)


def _lines(block: str, *, intent: str, group: str) -> tuple[Line, ...]:
    texts = [line.strip() for line in block.strip().split("\n")]
    return tuple(
        Line(text, intent, group, crc32(text.encode()) % FOLDS)
        for text in texts
        if text
    )


def _join(whole: dict[str, Any], part: dict[str, Any]) -> None:
    """Add the lists of one file to those of another."""
    for name, value in part.items():
        if isinstance(value, dict):
            _join(whole.setdefault(name, {}), value)
        else:
            whole[name] = f"{whole[name]}\n{value}" if name in whole else value


def read_grammar(path: Path) -> Grammar:
    """Return the grammar of one language: all files of its folder, joined.

    One that has marks alone composes nothing: its voice learns from written mail only.
    """
    data: dict[str, Any] = {}
    for part in sorted(path.glob("*.toml")):
        _join(data, tomllib.loads(part.read_text(encoding="utf-8")))
    lines: dict[str, tuple[Line, ...]] = {}
    for intent, groups in data.get("lines", {}).items():
        lines[intent] = tuple(
            line
            for group, block in groups.items()
            for line in _lines(block, intent=intent, group=group)
        )
    worlds = {
        world: {
            part: _lines(block, intent="alien", group=world)
            for part, block in parts.items()
        }
        for world, parts in data.get("worlds", {}).items()
    }
    subjects = {
        verdict: _lines(block, intent="subject", group=verdict)
        for verdict, block in data.get("subjects", {}).items()
    }
    slots = {
        name: tuple(x.strip() for x in block.strip().replace("\n", "|").split("|"))
        for name, block in data.get("slots", {}).items()
    }
    marks = data["marks"]
    return Grammar(
        path.name,
        slots,
        lines,
        subjects,
        worlds,
        tuple(marks.get("job_words", "").split()),
        tuple(marks["negations"].split()),
        tuple(marks["conditions"].split()),
    )


@cache
def grammars() -> tuple[Grammar, ...]:
    """Return the grammars of all languages, in the order of their names."""
    return tuple(read_grammar(path) for path in sorted(FOLDER.iterdir()))


def opened(text: str, *, grammar: Grammar, chance: random.Random) -> str:
    """Return a line as a sentence: every choice made and every place filled.

    Raises:
        KeyError: If the line names a slot that nobody fills.
        ValueError: If a bracket is not closed.
    """
    return _tidy(_open(text, grammar=grammar, chance=chance))


def _open(text: str, *, grammar: Grammar, chance: random.Random) -> str:
    out: list[str] = []
    at = 0
    while at < len(text):
        if text[at] == "(":
            end = _closing(text, start=at)
            part = chance.choice(list(_branches(text[at + 1 : end])))
            out.append(_open(part, grammar=grammar, chance=chance))
        elif text[at] == "{":
            end = text.index("}", at)
            out.append(_filled(text[at + 1 : end], grammar=grammar, chance=chance))
        else:
            out.append(text[at])
            end = at
        at = end + 1
    return "".join(out)


def _tidy(text: str) -> str:
    text = " ".join(text.split())
    for sign in ",.;:?!":
        text = text.replace(f" {sign}", sign)
    text = text.replace(",,", ",").replace(",.", ".").strip(" ,")
    return text[:1].upper() + text[1:]


def _closing(text: str, *, start: int) -> int:
    depth = 0
    for at in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return at
    raise ValueError(f"This line has an open bracket: {text}")


def _branches(inner: str) -> Iterator[str]:
    depth, part = 0, ""
    for sign in inner:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "|" and depth == 0:
            yield part
            part = ""
        else:
            part += sign
    yield part


def _filled(slot: str, *, grammar: Grammar, chance: random.Random) -> str:
    made = {
        "company": _company,
        "first": _first,
        "last": _last,
        "number": _number,
        "link": _link,
    }
    if slot in made:
        return made[slot](chance)
    text = chance.choice(grammar.slots[slot])
    return _open(text, grammar=grammar, chance=chance) if _has_more(text) else text


def _has_more(text: str) -> bool:
    return "{" in text or "(" in text


def made_up(chance: random.Random) -> str:
    """Return an invented name that no model can learn anything from."""
    return "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3)))).capitalize()


_KINDS = ("", "", "", " GmbH", " AG", " Ltd", " Inc.", " Group", " & Co", " Labs")


def _company(chance: random.Random) -> str:
    name = made_up(chance)
    if chance.random() < 0.2:
        name += f" {made_up(chance)}"
    return name + chance.choice(_KINDS)


_FIRST = [
    "Anna",
    "Ben",
    "Carla",
    "David",
    "Elif",
    "Farid",
    "Greta",
    "Hannes",
    "Ines",
    "Jonas",
    "Kaja",
    "Lena",
    "Marek",
    "Nora",
    "Omar",
    "Priya",
    "Quinn",
    "Rosa",
    "Samir",
    "Tess",
    "Umar",
    "Vera",
    "Wanda",
    "Yusuf",
    "Zoe",
    "Theo",
    "Mila",
    "Luca",
    "Ayşe",
    "Björn",
]


def _first(chance: random.Random) -> str:
    return chance.choice(_FIRST)


def _last(chance: random.Random) -> str:
    return made_up(chance)


def _number(chance: random.Random) -> str:
    return str(chance.randrange(2, 10 ** chance.choice((1, 2, 4, 5))))


def _link(chance: random.Random) -> str:
    return f"https://{made_up(chance).lower()}.example/{chance.randrange(9999)}"
