"""Where a captured title begins and ends, by the words of its language: verbs go on, articles lead up."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onward.mail.rules.facts.patterns import LanguageFacts, load_facts
from onward.mail.rules.facts.titles.role import is_role_like

_SIGNS = ",.:;\"'"
_NEXT_SENTENCE = re.compile(r"(?<=\w\w)[.!?]\s+(?=[A-ZÄÖÜ])")
_MOST_INFLECTED = 3


@cache
def _facts() -> dict[str, LanguageFacts]:
    return {facts.language: facts for facts in load_facts()}


@cache
def _listed(language: str, kind: str) -> frozenset[str]:
    return frozenset(_facts()[language].words.get(kind, ()))


@cache
def _goes_on(language: str) -> re.Pattern[str]:
    words = "|".join(_facts()[language].words.get("goes_on", ())) or "(?!)"
    return re.compile(rf"(?<=[\w)\"])[,;]?\s(?:{words})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def bounded(title: str, *, language: str) -> str:
    """Return a captured title without the words that lead up to it or go on behind it.

    "El corrector de estilo queda en suspenso" is a "corrector de estilo". "" where
    nothing but such words was caught: "del lunes".
    """
    end = _goes_on(language).search(title)
    words = (title[: end.start()] if end else title).split()
    for place, kind in ((0, "role_leads"), (-1, "role_tails")):
        listed = _listed(language, kind)
        while words and words[place].lower().strip(_SIGNS) in listed:
            words.pop(place)
    if _listed(language, "one_case"):
        words = _of_one_case(words)
    whole = " ".join(words)
    is_other = whole.lower().strip(_SIGNS) in _listed(language, "no_title")
    return "" if is_other or _opens_otherwise(words, language=language) else whole


def of_one_sentence(title: str, *, language: str) -> str:
    """Return a title without the sentence behind it, and without the procedure before it.

    "Sous Chef. Jetzt", "Auswahlprozess Filialleiter"; "Stellv. Küchenchef" is one title.
    """
    for found in _NEXT_SENTENCE.finditer(title):
        if is_role_like(title[: found.start()]):
            title = title[: found.start()]
            break
    first, _, rest = title.partition(" ")
    is_led = first.lower() in _listed(language, "role_leads") and is_role_like(rest)
    return rest if is_led else title


def _of_one_case(words: list[str]) -> list[str]:
    """Return the words up to a title's last that are written as it is.

    Where titles stand behind names of firms, "Kıyı Kurtarma laborant" is a laborant; a
    first word may begin a sentence, and a language has a capital: "İspanyolca öğretmeni".
    """
    first = len(words) - 1
    while first > 0 and (
        words[first - 1][:1].isupper() == words[-1][:1].isupper()
        or words[first - 1].lower().endswith(("ca", "ce", "ça", "çe"))
    ):
        first -= 1
    is_first = first == 1 and words[0][:1].isupper()
    return words[max(first, 0) - is_first :]


def _opens_otherwise(words: list[str], *, language: str) -> bool:
    """Say whether no title begins so: "con dirección" stands behind "entrevista"."""
    return bool(words) and words[0].lower() in _listed(language, "opens_no_title")


@lru_cache(maxsize=4096)
def sounds_like_work(title: str, *, language: str) -> bool:
    """Say whether a title is known, or has a noun that is formed as those for people at work.

    "Enotecario" is in no list, and ends as "bibliotecario" does.
    """
    if is_role_like(title):
        return True
    ends = tuple(_listed(language, "doer_ends"))
    words = [word.strip(_SIGNS + "()") for word in title.lower().split()]
    # Turkish says last what somebody is: "güler yüz" is no doer.
    told = words[-1:] if _listed(language, "doer_last") else words[:_MOST_INFLECTED]
    return any(word.endswith(ends) for word in told)
