"""Sequences of words as a language file has them, and the expressions that find them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

# Between two words of a sequence: no full clause ends there.
_BETWEEN = r"[^\w;()]+"
# What stands in brackets is one thing: "as Clerk was received".
_FILLER = r"(?:\w[\w'./&@+-]*|\([^()]{1,60}\))"
_SHORTEST_LITERAL = 3
_MOST_LITERALS = 2
# So frequent that looking for them first would only cost.
_EVERYWHERE = frozenset(
    {
        "you",
        "not",
        "can",
        "the",
        "and",
        "our",
        "are",
        "your",
        "nor",
        "don",
        "won",
        "der",
    }
    | {
        "die",
        "das",
        "ein",
        "und",
        "ist",
        "wir",
        "ich",
        "sie",
        "uns",
        "mit",
        "den",
        "dem",
    }
)
_TOKEN = re.compile(r"\{(\w+)\}|~(\d+)|(\S+)")
_GAP = re.compile(r" ~(\d+) ")
# A private character stands for a gap while an entry is taken apart.
_GAP_MARK = 0xE000
# What follows on the last word says nothing.
_LAST_GAP = re.compile(r" ~\d+(?=$|[|)])")
_NOT_READ = re.compile(r"[~{}]")
_REFERENCE = re.compile(r"\{(\w+)\}")
SPLIT = re.compile(r"(?: ~\d+ |[ *#'$])+")
_CHUNKS = re.compile(r"(?: ~\d+ |[*#'$])+")
_LETTERS = {"ä": "(?:ä|ae)", "ö": "(?:ö|oe)", "ü": "(?:ü|ue)", "ß": "(?:ß|ss)"}
_SIGNS = {
    " ": _BETWEEN,
    "*": r"\w*",
    "#": r"\d+",
    "'": "'?",
    "$": r"(?=\W*$)",
    "(": "(?:",
    **_LETTERS,
}
DIGRAPHS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}


@dataclass(frozen=True)
class Pattern:
    """One sequence; most never meet their words, and no expression is made of them.

    Attributes:
        text: As the language file has it; `compile_pattern` tells what it may hold.
        literals: For the longest words of a sequence that starts a rule, those that can
            be looked for beforehand, the letters of which one occurs wherever that word
            occurs; none for a sequence that voids one.
        classes: Of its language.
    """

    text: str
    literals: tuple[frozenset[str], ...]
    classes: Classes = field(repr=False, compare=False)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Return the expression for folded, lower-case sentences, compiled once."""
        source, gap = "", _BETWEEN
        for kind, value in _sequence(self.text):
            if kind == "gap":
                gap = _gap(int(value))
                continue
            is_class = kind == "class"
            part = self.classes.regex(value) if is_class else self.classes.entry(value)
            if source:
                part = gap + part
            # Where a word is left out, so is what parts it from the one before.
            source += f"(?:{part})?" if not is_class and _is_option(value) else part
            gap = _BETWEEN
        return re.compile(source)


def alternatives(entry: str) -> list[str]:
    """Return every plain reading of an entry with `(a|b)` and `(a)?` in it."""
    pieces: list[list[str]] = []
    position = 0
    while (start := entry.find("(", position)) >= 0:
        pieces.append([entry[position:start]])
        end = _closing(entry, start=start)
        inner = entry[start + 1 : end]
        options = [x for part in _branches(inner) for x in alternatives(part)]
        position = end + 1
        if entry[position : position + 1] == "?":
            options.append("")
            position += 1
        pieces.append(options)
    pieces.append([entry[position:]])
    return ["".join(choice) for choice in product(*pieces)] if position else [entry]


def _closing(entry: str, *, start: int) -> int:
    depth = 0
    for index in range(start, len(entry)):
        character = entry[index]
        if character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
        if depth == 0:
            return index
    raise ValueError(f"This entry has an open bracket: {entry}")


def _branches(inner: str) -> list[str]:
    if "(" not in inner:
        return inner.split("|")
    parts, depth = [""], 0
    for character in inner:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def entry_regex(entry: str) -> str:
    """Return the regular expression of an entry of a class."""
    if entry.isascii() and entry.isalnum():
        return entry
    entry = _LAST_GAP.sub("", entry)
    whole = _GAP.sub(lambda found: chr(_GAP_MARK + int(found[1])), entry)
    if _NOT_READ.search(whole):
        raise ValueError(f"A gap or a class stands here without spaces: {entry}")
    out = []
    for character in whole:
        if ord(character) >= _GAP_MARK:
            out.append(_gap(ord(character) - _GAP_MARK))
        elif character in _SIGNS:
            out.append(_SIGNS[character])
        elif character in "|)?" or character.isalnum():
            out.append(character)
        else:
            out.append(re.escape(character))
    return "".join(out)


def _gap(most: int) -> str:
    """Return the expression for up to so many other words between two words."""
    return rf"(?:{_BETWEEN}{_FILLER}){{0,{most}}}?{_BETWEEN}"


def _longest_letters(phrase: str) -> list[str]:
    """Return the longest rare word of a phrase, as each way of spelling it."""
    words = [phrase] if phrase.isalpha() else SPLIT.split(phrase)
    rare = [x for x in words if x not in _EVERYWHERE]
    longest = max(rare, key=len, default="")
    if len(longest) < _SHORTEST_LITERAL:
        longest = max(_CHUNKS.split(phrase.strip()), key=len)
    if longest.isascii():
        return [longest]
    plain = "".join(DIGRAPHS.get(character, character) for character in longest)
    return [longest] if plain == longest else [longest, plain]


class Classes:
    """The classes of one language file, each resolved once, when it is asked for."""

    def __init__(self, data: dict[str, list[str]]) -> None:
        self._data = data
        self._regexes: dict[str, str] = {}
        self._literals: dict[str, frozenset[str]] = {}

    def regex(self, name: str) -> str:
        """Return the expression for any entry of a class."""
        if name not in self._regexes:
            parts = [self.entry(entry) for entry in self._data[name]]
            self._regexes[name] = "(?:" + "|".join(parts) + ")"
        return self._regexes[name]

    def entry(self, entry: str) -> str:
        """Return the expression for one entry, which may name another class."""
        reference = _REFERENCE.fullmatch(entry)
        if reference:
            return self.regex(reference.group(1))
        return r"\b" + entry_regex(entry) + r"\b"

    def literals(self, name: str) -> frozenset[str]:
        """Return letters of which one occurs wherever an entry of a class does."""
        if name not in self._literals:
            self._literals[name] = self._literals_of(name)
        return self._literals[name]

    def _literals_of(self, name: str) -> frozenset[str]:
        found: set[str] = set()
        for entry in self._data[name]:
            reference = _REFERENCE.fullmatch(entry)
            if reference:
                found |= self.literals(reference.group(1))
                continue
            for phrase in alternatives(entry):
                found.update(_longest_letters(phrase))
        return frozenset(found)

    def word_literals(self, word: str) -> frozenset[str]:
        """Return letters of which one occurs wherever a word of a sequence does."""
        return frozenset(x for p in alternatives(word) for x in _longest_letters(p))


def _is_option(word: str) -> bool:
    """Say whether a word of a sequence may be left out as a whole: `(a|b)?`."""
    return word.endswith(")?") and _closing(word, start=0) == len(word) - 2


def _sequence(text: str) -> Iterator[tuple[str, str]]:
    """Yield ("class" | "gap" | "word", value) for each part of a pattern."""
    depth, word = 0, ""
    for piece in [*text.split(" "), ""]:
        word = f"{word} {piece}" if depth else piece
        depth = word.count("(") - word.count(")")
        if depth or not word:
            continue
        token = _TOKEN.fullmatch(word)
        if token and token.group(1):
            yield "class", token.group(1)
        elif token and token.group(2):
            yield "gap", token.group(2)
        else:
            yield "word", word


def _is_worth_finding(letters: frozenset[str]) -> bool:
    is_long = all(len(each) >= _SHORTEST_LITERAL for each in letters)
    return is_long and not letters & _EVERYWHERE


def compile_pattern(
    text: str, *, classes: Classes, is_searched_for: bool = False
) -> Pattern:
    """Return the pattern of a sequence such as `{not} ~4 {advance} with you`.

    `{name}` is any entry of a class, `~4` is up to four other words, `stem*` any ending,
    `(a|b)` a choice, `(a )?` an option, `$` the end of the sentence; everything else
    stands for itself.

    Args:
        is_searched_for: It starts a rule, rather than voiding one.

    Raises:
        ValueError: If nothing in a sequence that starts a rule is long enough to be
            looked for before the sequence itself.
    """
    literals = []
    for kind, value in _sequence(text) if is_searched_for else ():
        is_class = kind == "class"
        if kind == "gap":
            continue
        found = classes.literals(value) if is_class else classes.word_literals(value)
        if _is_worth_finding(found):
            literals.append(found)
    literals.sort(key=lambda letters: -min(map(len, letters)))
    if is_searched_for and not literals:
        raise ValueError(f"Give this pattern one rarer word to look for: {text}")
    return Pattern(text, tuple(literals[:_MOST_LITERALS]), classes)
