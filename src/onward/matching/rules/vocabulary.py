"""The skill vocabulary: its names and aliases, and where a text says one of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick

from onward.matching.rules.text import fold


class Sort(StrEnum):
    """How a name may be matched: a tool or a paper only by name, the rest by meaning too."""

    TOOL = "tool"
    METHOD = "method"
    PERSONAL = "personal"
    LICENCE = "licence"
    CONDITION = "condition"
    OCCUPATION = "occupation"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text where a name of the vocabulary is said."""

    term: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Alias:
    term: str
    exact: str = ""
    needs_company: bool = False
    is_inflected: bool = False


_INFLECTED = re.compile(
    r"(?:s|es|e|n|en|er|ern|in|innen|nen|r|m|ing)?"
    r"(?:s?(?:kenntnisse?n?|erfahrung(?:en)?|praxis|bereich))?(?!\w)"
)
_PLURAL = re.compile(r"s?(?:kenntnisse?n?|erfahrung(?:en)?)?(?!\w)")
_SHORTEST_INFLECTED = 5
_COMPANY = re.compile(
    r"\b(?:programming|language|languages|proficien\w*|developer|software|code|coding|"
    r"scripting|statistic\w*|kenntnisse|programmier\w*|entwickl\w*|framework|firmware)\b"
)
_COMPANY_REACH = 60
# "Go the extra mile", "C on a scale": a small word runs on where a name would stop.
_RUNS_ON = re.compile(
    r"[ \t]+(?!(?:and|or|und|oder|et|ou|y|o|in|mit|on|under|with|for|programming|code|"
    r"developer|development|experience|is|are|skills|language|sowie)\b)[a-z]"
)


@dataclass(frozen=True)
class Vocabulary:
    """All names with their aliases, ready to be looked for.

    Attributes:
        sorts: By name, how it may be matched.
        shown_by: By name, the names that show it: PostgreSQL shows SQL.
        includes: By name, the names that hold it whole: class CE holds class B.
        families: Names under which many products are sold, each with those named by one word:
            what stands after the name says which one is meant.
    """

    sorts: Mapping[str, Sort]
    shown_by: Mapping[str, tuple[str, ...]]
    includes: Mapping[str, tuple[str, ...]]
    families: Mapping[str, tuple[str, ...]]
    _aliases: tuple[_Alias, ...]
    _programs: frozenset[str]
    _automaton: AhoCorasick = field(repr=False)

    def mentions(self, text: str) -> list[Mention]:
        """Return where a text says a name or an alias, in order, longest first, no overlaps."""
        folded = fold(text)
        sure: list[tuple[Mention, _Alias]] = []
        doubtful: list[tuple[Mention, _Alias]] = []
        for number, start, end in self._automaton.find_matches_as_indexes(
            folded, overlapping=True
        ):
            alias = self._aliases[number]
            stop = _stop(folded, start=start, end=end, alias=alias)
            if not stop or not _is_exact(text, start=start, end=end, alias=alias):
                continue
            found = (Mention(alias.term, start, stop), alias)
            (doubtful if alias.needs_company else sure).append(found)
        programs = [m for m, _ in sure if m.term in self._programs]
        kept = [m for m, _ in sure]
        kept += [m for m, _ in doubtful if _has_company(m, text=text, others=programs)]
        return _without_overlaps(kept)


def _stop(folded: str, *, start: int, end: int, alias: _Alias) -> int:
    """Return where the word of a match ends, or 0 where it is only a part of a word."""
    before = folded[start - 1] if start else " "
    if (before.isalnum() or before == "_") and folded[start].isalnum():
        return 0
    if not folded[end - 1].isalnum():
        after = folded[end] if end < len(folded) else " "
        return 0 if after.isalnum() else end
    if end < len(folded) and folded[end] in "+#":
        return 0
    pattern = _INFLECTED if alias.is_inflected else _PLURAL
    if alias.exact or len(folded[start:end]) < 3:
        pattern = _EXACT
    tail = pattern.match(folded, end)
    return tail.end() if tail else 0


_EXACT = re.compile(r"(?!\w)")


def _is_exact(text: str, *, start: int, end: int, alias: _Alias) -> bool:
    if not alias.exact:
        return True
    if text[start:end].replace("’", "'") != alias.exact:
        return False
    if not alias.exact.isupper():
        return True
    # In a line of capitals, capitals say nothing.
    line = text[text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    others = [c for c in line if c.isalpha()]
    return len(others) <= len(alias.exact) + 8 or not "".join(others).isupper()


def _has_company(mention: Mention, *, text: str, others: list[Mention]) -> bool:
    """Say whether "Go" or "R" stands where a language would: alone, or among programs."""
    line_start = text.rfind("\n", 0, mention.start) + 1
    line_end = text.find("\n", mention.end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    said = text[mention.start : mention.end]
    around = text[max(0, mention.start - 1)] + text[mention.end : mention.end + 1]
    if set(around) & set("&.'’") and not line.rstrip(" .").endswith(said):
        return False
    if _RUNS_ON.match(text, mention.end):
        return False
    if re.sub(r"[\s\W]+", "", line) == re.sub(r"[\s\W]+", "", said):
        return True
    low = max(line_start, mention.start - _COMPANY_REACH)
    high = min(line_start + len(line), mention.end + _COMPANY_REACH)
    if any(low <= o.start and o.end <= high and o.term != mention.term for o in others):
        return True
    return _COMPANY.search(fold(text[low:high])) is not None


def _without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        if all(mention.end <= k.start or k.end <= mention.start for k in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def build(parts: Iterable[Mapping[str, object]]) -> Vocabulary:
    """Return the vocabulary of some parsed files; the first file that has an alias keeps it.

    Raises:
        ValueError: If a relation names something that is no name of the vocabulary.
    """
    sorts: dict[str, Sort] = {}
    aliases: dict[tuple[str, str], _Alias] = {}
    programs: set[str] = set()
    relations: dict[str, dict[str, tuple[str, ...]]] = {
        "shown_by": {},
        "includes": {},
        "families": {},
    }
    for part in parts:
        sort = Sort(str(part["kind"]))
        for name, listed in _table(part, "terms").items():
            sorts.setdefault(name, sort)
            for text, alias in _aliases_of(name, listed=listed, sort=sort):
                aliases.setdefault((text, alias.exact), alias)
            if part.get("is_software"):
                programs.add(name)
        for relation, kept in relations.items():
            for name, listed in _table(part, relation).items():
                kept[name] = tuple(map(str.strip, listed.split(",")))
    families = relations.pop("families")
    _check({**relations, "families": dict.fromkeys(families, ())}, names=sorts)
    return Vocabulary(
        sorts=sorts,
        shown_by=relations["shown_by"],
        includes=relations["includes"],
        families=families,
        _aliases=tuple(aliases.values()),
        _programs=frozenset(programs),
        _automaton=AhoCorasick([text for text, _ in aliases]),
    )


def _table(part: Mapping[str, object], name: str) -> Mapping[str, str]:
    table = part.get(name, {})
    if not isinstance(table, dict):
        raise ValueError(f"{name} is not a table of names.")
    return table


def _check(
    relations: Mapping[str, Mapping[str, tuple[str, ...]]], *, names: Mapping[str, Sort]
) -> None:
    for relation in relations.values():
        for name, others in relation.items():
            for one in (name, *others):
                if one not in names:
                    raise ValueError(f"{one} is named by a relation, and is no term.")


def _aliases_of(name: str, *, listed: str, sort: Sort) -> list[tuple[str, _Alias]]:
    written = [alias.strip() for alias in listed.split(",") if alias.strip()]
    if not {f"={name}", f"?{name}"} & set(written):
        written.append(name)
    found = []
    for alias in written:
        mark = alias[0] if alias[0] in "=?" else ""
        plain = alias[len(mark) :]
        inflects = sort not in {Sort.TOOL, Sort.LICENCE}
        found.append(
            (
                fold(plain),
                _Alias(
                    term=name,
                    exact=plain if mark else "",
                    needs_company=mark == "?",
                    is_inflected=inflects and len(plain) >= _SHORTEST_INFLECTED,
                ),
            )
        )
    return found


@cache
def own_vocabulary() -> Vocabulary:
    """Return the vocabulary that Onward brings along, read once from `skills/`."""
    folder = files(__package__).joinpath("skills")
    paths = sorted(
        (path for path in folder.iterdir() if path.name.endswith(".toml")),
        key=lambda path: path.name,
    )
    return build(tomllib.loads(path.read_text(encoding="utf-8")) for path in paths)
