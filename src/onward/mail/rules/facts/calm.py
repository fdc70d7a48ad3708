"""Names and titles that a mail shouts, written as people write them: "COMUNE DI ROVA" is "Comune di Rova"."""

from __future__ import annotations

import re

from onward.mail.rules.facts.employers.names import without_legal_form

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_LETTERS = 3
# "SAL", "SOL", "MAR" behind another word can be spoken; letters come first: "SAP Walldorf".
_SPOKEN = re.compile(r"[^AEIOUÄÖÜ][AEIOUÄÖÜ][^AEIOUÄÖÜ]")
_LITTLE = frozenset(
    [
        *("of", "the", "and", "for", "in", "at", "on", "to"),
        *("der", "die", "das", "des", "dem", "den", "und", "für", "von", "zu", "im", "am"),
        *("de", "la", "le", "les", "du", "et", "à", "au", "aux", "sur"),
        *("del", "los", "las", "el", "y", "e", "en", "al", "para", "con"),
        *("di", "da", "il", "lo", "gli", "dei", "sul", "per", "della", "delle", "dell", "nel"),
        *("do", "dos", "das", "em", "na", "no", "van", "het", "een", "voor", "i", "w", "z", "ve"),
    ]
)  # fmt: skip
# Turkish words as short as letters: "ÖN BÜRO", "DIŞ TİCARET".
_SHORT_WORDS = frozenset(
    {"ÖN", "İÇ", "DIŞ", "ALT", "ÜST", "YAN", "SAÇ", "DİŞ", "GÖZ", "İŞ", "SU", "EV"}
)
# Only languages that tell the two letters apart write either of these.
_DOTTED = re.compile("[ıİ]")
_NOUNS_RISE = frozenset({"de", "en", "tr"})
"""Languages that write a title's nouns, or all its words, with a capital."""


def calm_name(name: str, *, text: str) -> str:
    """Return an employer's name without shouting; letters such as "ASST" stay.

    As the text writes it elsewhere, if it does. A single word may be a name's letters.
    """
    # "S.p.A." and "GMBH" stay as they are.
    head = without_legal_form(name)
    if not name.startswith(head):
        return name
    if not _is_loud(head):
        return name
    written = _elsewhere(head, text=text)
    if not written:
        is_dotted = _DOTTED.search(name + text) is not None
        written = (
            _risen(head, is_dotted=is_dotted) if len(_WORD.findall(head)) > 1 else head
        )
    return written + name[len(head) :]


def calm_title(title: str, *, text: str, language: str) -> str:
    """Return a job title without shouting, as its language writes titles."""
    if not _is_loud(title):
        return title
    written = _elsewhere(title, text=text)
    if written or language in _NOUNS_RISE:
        return written or _risen(title, is_dotted=language == "tr")
    calm = _WORD.sub(_lowered, title)
    return calm[:1].upper() + calm[1:]


def _is_loud(text: str) -> bool:
    """Say whether a text is in capitals, with a word that is more than letters."""
    words = _WORD.findall(text)
    return text.isupper() and any(len(word) > _LONGEST_LETTERS + 1 for word in words)


def _elsewhere(loud: str, *, text: str) -> str:
    """Return how a text writes the same words in mixed letters, "" if it does not."""
    for found in re.finditer(rf"(?<!\w){re.escape(loud)}(?!\w)", text, re.IGNORECASE):
        if not found.group().isupper() and not found.group().islower():
            return found.group()
    return ""


def _risen(text: str, *, is_dotted: bool = False) -> str:
    words = _WORD.sub(lambda hit: _raised(hit, text=text, is_dotted=is_dotted), text)
    return words[:1].upper() + words[1:]


def _raised(hit: re.Match[str], *, text: str, is_dotted: bool) -> str:
    word = hit.group()
    if word.lower() in _LITTLE and hit.start():
        return word.lower()
    is_cut = text[hit.start() - 1 : hit.start()] in {"'", "’"} and hit.start() > 1
    is_spoken = bool(hit.start()) and _SPOKEN.fullmatch(word) is not None
    is_short = is_dotted and word in _SHORT_WORDS
    is_letters = len(word) <= _LONGEST_LETTERS and not (is_cut or is_spoken or is_short)
    if is_letters:
        return word
    return word[0] + _lower_dotted(word[1:]) if is_dotted else word.capitalize()


def _lower_dotted(text: str) -> str:
    """Return the text in lower case as Turkish has it: "I" is "ı", "İ" is "i"."""
    return text.replace("I", "ı").replace("İ", "i").lower()


def _lowered(hit: re.Match[str]) -> str:
    word = hit.group().replace("İ", "i")
    is_letters = len(word) <= _LONGEST_LETTERS and word.lower() not in _LITTLE
    return word if is_letters and len(word) > 1 else word.lower()
