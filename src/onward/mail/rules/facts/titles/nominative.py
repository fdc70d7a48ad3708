"""Titles as they are named: "kierownik produkcji" where a mail writes "kierownika produkcji"."""

from __future__ import annotations

from functools import cache, lru_cache

from onward.mail.rules.facts.patterns import LanguageFacts, load_facts

_Ends = tuple[tuple[str, str], ...]


@cache
def _facts(language: str) -> LanguageFacts | None:
    return next((x for x in load_facts() if x.language == language), None)


@cache
def _ends(language: str, kind: str) -> _Ends:
    """Return how words end where they are spoken of, with how they end by themselves."""
    facts = _facts(language)
    rows = facts.words.get(kind, ()) if facts else ()
    pairs = (row.partition(">")[::2] for row in rows)
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=2048)
def nominative(title: str, *, language: str) -> str:
    """Return a title in the case in which openings are named.

    Only the noun that says what somebody is and the adjectives around it change;
    "ds. obsługi klienta" stays. A language without cases has no such words.
    """
    nouns, beside = _ends(language, "genitives"), _ends(language, "adjectives")
    if not nouns:
        return title
    words = title.split(" ")
    noun = ""
    for place, word in enumerate(words):
        if noun.endswith(_OF_WOMEN):
            beside = _ends(language, "adjectives_of_women")
        changed = _changed(word, ends=beside)
        is_glue = word.islower() and len(word) <= _LONGEST_GLUE
        if is_glue or word.lower() in _kept(language):
            break
        if changed == word and (not noun or word.endswith(_ACCUSATIVE)):
            changed = noun = _of_each_part(word, ends=nouns)
        elif changed == word and not words[-1].endswith(_ACCUSATIVE):
            break
        words[place] = changed
    return " ".join(words)


_OF_WOMEN = "ka"
_LONGEST_GLUE = 2
# No word beside the noun of a title ends so: "Office Managerkę".
_ACCUSATIVE = "ę"


@cache
def _kept(language: str) -> frozenset[str]:
    facts = _facts(language)
    return frozenset(facts.words.get("genitives_kept", ()) if facts else ())


def _of_each_part(word: str, *, ends: _Ends) -> str:
    """Return "kasjer-sprzedawca" for "kasjera-sprzedawcy"."""
    parts = word.split("-")
    changed = [_changed(part, ends=ends) for part in parts]
    is_whole = all(one != other for one, other in zip(parts, changed, strict=True))
    return "-".join(changed) if is_whole else _changed(word, ends=ends)


_SHORTEST_STEM = 2


def _changed(word: str, *, ends: _Ends) -> str:
    low = word.lower()
    for end, other in ends:
        if low.endswith(end) and len(low) >= len(end) + _SHORTEST_STEM:
            return word[: -len(end)] + other
    return word
