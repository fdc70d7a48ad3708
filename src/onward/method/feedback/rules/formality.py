"""Which language two people write in, and how they address each other; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onward.core.languages import Language
from onward.mail.rules.basics.text import own_text
from onward.method.feedback.rules.kinds import Formality
from onward.method.feedback.rules.language import language_file

_READ_CHARS = 4_000
_LEAST_MARKS = 2
# "ss" where German has "ß" elsewhere; in capitals everybody writes it, and "Masse" is a word.
_WITH_SS = re.compile(
    r"\b(?:[Gg]r[üu]ss(?:en?)?|\w*[gG]rüss\w*|[Gg]emäss|\w*mässig\w*|\w*[Ss]trasse\w*|[Aa]usser\w+|\w*schliess\w*"
    r"|[Hh]eiss\w*|[Ww]eiss|[Gg]röss\w*|[Gg]ross(?:e[mnrs]?)?|\w*[Dd]reissig\w*)\b"
)
_WITHOUT_SHARP_S = (".ch", ".li")


def formality_in(texts: Iterable[str], *, language: Language) -> Formality:
    """Return how these messages address the person; formal where they do not tell."""
    return formality_told(texts, language=language) or Formality.FORMAL


def formality_told(texts: Iterable[str], *, language: Language) -> Formality | None:
    """Return how these messages address the person; None where they do not tell.

    The latest message that tells wins: people go from Sie to du, hardly ever back.

    Args:
        texts: Their messages, the latest first; quoted parts are not read.
    """
    for text in texts:
        own = own_words(text)
        formal = _count(own, f"{Formality.FORMAL}", language=language)
        informal = _count(own, f"{Formality.INFORMAL}", language=language)
        if formal != informal:
            return Formality.FORMAL if formal > informal else Formality.INFORMAL
    return None


def language_in(texts: Iterable[str]) -> Language | None:
    """Return the language of the first message that shows one; None where none does.

    Words that two languages share tell neither: "la", "una", "con" are Spanish and Italian.
    """
    for text in texts:
        words = re.findall(r"[^\W\d_]+", own_words(text).lower())
        counts = {
            language: sum(word in _marks(language) for word in words)
            for language in Language
        }
        best = max(Language, key=lambda language: counts[language])
        is_alone = sum(count == counts[best] for count in counts.values()) == 1
        if counts[best] >= _LEAST_MARKS and is_alone:
            return best
    return None


def writes_ss(texts: Iterable[str], *, address: str = "") -> bool:
    """Return whether these messages are in German as Switzerland writes it, without an "ß".

    Args:
        texts: Their messages; quoted parts are not read.
        address: Whom the answer goes to.
    """
    own = [own_words(text) for text in texts]
    if any("ß" in text for text in own):
        return False
    return address.lower().endswith(_WITHOUT_SHARP_S) or any(
        _WITH_SS.search(text) for text in own
    )


def own_words(text: str) -> str:
    """Return the writer's own words, without what is quoted; the first few thousand."""
    return own_text(text[:_READ_CHARS])


def _marks(language: Language) -> frozenset[str]:
    return frozenset(language_file(language)["marks"])


def _count(text: str, kind: str, *, language: Language) -> int:
    # With regard to case: in German only a capital letter tells "Sie" from "sie".
    patterns: list[str] = language_file(language)["address"][kind]
    return sum(len(re.findall(pattern, text)) for pattern in patterns)
