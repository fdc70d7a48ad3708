"""How two people greet each other, by title or by first name: "Bonjour Madame,"; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onward.core.languages import Language
from onward.mail.rules.basics.language import own_text_words
from onward.method.feedback.rules.formality import language_in, own_words
from onward.method.feedback.rules.language import language_file


def greeting_by_title(
    own: Iterable[str], theirs: Iterable[str], *, language: Language, name: str = ""
) -> str:
    """Return the greeting where titles are used; "" where they are not, or in no such language.

    "Sehr geehrte Frau Falk," that the person wrote stays, to a Jana Falk.

    Args:
        own: What the person wrote to whom the draft is to, the latest first: a title in
            their greeting is the right one.
        theirs: What came from there; it tells the person's title alone, and that the two
            are on no first names.
        name: Whom the draft is to; empty where no name is known.
    """
    titles = language_file(language).get("titles")
    if titles is None:
        return ""
    for line in map(_first_line, own):
        found = re.fullmatch(titles["of_one"], line, re.IGNORECASE)
        if found and _is_to(found, name=name):
            return f"{line.rstrip(' ,:!')},"
    if "greeting" not in titles:
        return ""
    is_titled = any(
        re.match(titles["any"], _first_line(text), re.IGNORECASE) for text in theirs
    )
    return str(titles["greeting"]) if is_titled else ""


def _is_to(greeting: re.Match[str], *, name: str) -> bool:
    """Say whether a greeting that names somebody names whom the draft is to."""
    who = greeting.groupdict().get("who")
    if not who or not name.strip():
        return True
    named = set(who.casefold().split())
    return not named.isdisjoint(name.casefold().split())


def greeting_by_first_name(own: Iterable[str], *, name: str, language: Language) -> str:
    """Return "Bonjour Amara," where the person last wrote so to an Amara Okafor; else "".

    Args:
        own: What the person wrote to whom the draft is to, the latest first.
        name: Whom the draft is to.
    """
    first = name.split()[0] if name.strip() else ""
    if not first:
        return ""
    words = "|".join({*_HELLO, *own_text_words("greeting", (language.value,))})
    greeted = re.compile(
        rf"((?:{words}) {re.escape(first)})(?=\s*(?:[,!]|$))", re.IGNORECASE
    )
    for text in own:
        if found := greeted.match(_first_line(text)):
            return f"{found[1]}," if language_in([text]) == language else ""
    return ""


_HELLO = ("hi", "hello", "hey", "dear", "hallo", "lieber", "liebe", "moin", "servus")


def _first_line(text: str) -> str:
    lines = (" ".join(line.split()) for line in own_words(text).splitlines())
    return next(filter(None, lines), "")
