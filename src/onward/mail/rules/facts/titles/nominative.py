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
    has_noun = False
    for place, word in enumerate(words):
        changed = _changed(word, ends=beside)
        if changed == word and not has_noun:
            changed = _changed(word, ends=nouns)
            has_noun = True
        elif changed == word:
            break
        words[place] = changed
    return " ".join(words)


_SHORTEST_STEM = 2


def _changed(word: str, *, ends: _Ends) -> str:
    low = word.lower()
    for end, other in ends:
        if low.endswith(end) and len(low) >= len(end) + _SHORTEST_STEM:
            return word[: -len(end)] + other
    return word
