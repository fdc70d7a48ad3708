"""What an invitation tells of a talk beside its hour: how long it takes, and with whom; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import lower
from onward.mail.rules.facts.contact import has_given_name
from onward.mail.rules.facts.employers.names import UPPER
from onward.mail.rules.facts.titles.role import is_role_like

_WORDS = "meeting"
_SHORTEST, _LONGEST = 10, 12 * 60
_IN_WORDS = {"half": 30, "hour": 60, "longer": 90}
_NUMBER = (
    r"(?:\d{{1,3}}(?:[.,]5)?\s?(?:-|to|or|bis|oder|till|eller|à|a|o|ou|do|lub|tot|of)\s?)?"
    r"(?P<{name}>\d{{1,3}}(?:[.,]5)?)\s?-?\s?"
)
_MINUTES = (
    _NUMBER.format(name="minutes")
    + r"(?:min(?:s|\.|ut(?:e[ns]?|i|os|en|ers?|ig\w*|y)?)?|minüti\w+|dakika\w*)\b"
)
_HOURS = (
    _NUMBER.format(name="hours")
    + r"(?:h|hrs?|hours?|stunden?|std|stündig\w*|heures?|horas?|or[ae]|uur|uren|godzin\w*|saat\w*|timm\w+)\b"
)
_LENGTH = re.compile(rf"(?<![\d:.])(?:{_MINUTES}|{_HOURS})(?!\s?\d)")
_NEAR = 45
_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\d)|(?<=\bca)\.|(?<=\bok)\.|\n(?!\s*\n))+")
_TITLE = (
    r"(?:(?:frau|herrn?|mr|mrs|ms|dr|prof|mme|m|sr|sra|dott|dott\.ssa|pan[ią]?)\.? )"
)
_NAME = (
    rf"(?:(?i:{_TITLE}){{0,2}})[{UPPER}][\w'-]+"
    rf"(?: (?:(?:van|von|de|da|di|der|den|af|dos|el) )*[{UPPER}][\w'-]+){{0,2}}"
)
_IS_NAME = re.compile(_NAME)
_HEADS = r"(?:(?i:the|our|my|vår|unser[ne]{0,2}|die|den|notre|nuestr[oa]|onze|de) [^,.\n]{2,30}, )?"
_ABOUT = (
    r"(?: (?:about|around|approximately|roughly|just|an?|the|next|ca\.?|circa|etwa|rund|einer?|den|environ|une?|unos|unas"
    r"|alrededor de|cerca de|ongeveer|około|cirka|ungefär))*\s?"
)
_UNTIL = re.compile(
    rf"\b(?:in|within|innerhalb(?: von)?|dans|dentro de|en|entro|tra|fra|za|em|daqui a|om){_ABOUT}$"
)
"""What tells when something comes, before a length."""
_OVER = re.compile(rf"\bover{_ABOUT}\|[^|]*\b(?:minuten|uur|uren)$")
_WORK = r"(?: \([^()\n]{1,48}\))?"
_LEADS = re.compile(rf"^(?i:{_TITLE})+")
_MOST_NAMES = 5
_READ = 6_000
"""How many characters are read: what an invitation tells of its talk stands near its beginning."""


def length_said(text: str) -> int | None:
    """Return how many minutes a talk takes as the words say it; None where no one length is told.

    "The conversation takes about 45 minutes", "a half-hour call"; of "30 to 45 minutes" the
    longer. How long a test takes, or the way there, says nothing of the talk, nor does "in 30
    minutes".

    Args:
        text: With plain quotes and dashes, in any case.
    """
    found = {
        minutes
        for sentence in _SENTENCE.finditer(lower(text[:_READ]))
        if not _part("other").search(sentence[0])
        for minutes in _lengths(sentence[0])
    }
    minutes = found.pop() if len(found) == 1 else 0
    return minutes if _SHORTEST <= minutes <= _LONGEST else None


def people_said(text: str) -> str:
    """Return whom one meets, by the names that an invitation says, joined by commas; "" for none.

    "Du träffar Karin och Ola" → "Karin, Ola".
    """
    names: list[str] = []
    text = text[:_READ]
    for found in _met().finditer(text):
        told = re.findall(_NAME, re.sub(r"\([^()\n]*\)", "", found["names"]))
        # Of those named in one breath one at least is plainly somebody: no list has all names.
        if any(map(_is_person, told)):
            work = [each for each in told if is_role_like(each)]
            told = [each for each in told if each not in work]
            names += [each for each in map(_called, told) if each not in names]
    for line in _there().finditer(text):
        # "Johan Frid, HR-chef, och Nadja Berg": what is no name is what they do.
        told = [each.strip(" .") for each in _parts().split(line["names"])]
        full = [x for x in told if " " in x and _IS_NAME.fullmatch(x) and _is_person(x)]
        names += [each for each in map(_called, full) if each not in names]
    return ", ".join(names[:_MOST_NAMES])


def _is_person(name: str) -> bool:
    return has_given_name(name) or _LEADS.match(name) is not None


def _called(name: str) -> str:
    """Return a name without the title before a given name: "Frau Held" keeps it, as it has no other."""
    rest = _LEADS.sub("", name).strip()
    return rest if has_given_name(rest) else name


def _lengths(sentence: str) -> Iterator[int]:
    """Yield the lengths that a sentence in lower case tells of a talk."""
    for found in _LENGTH.finditer(sentence):
        if _is_of_talk(sentence, start=found.start(), end=found.end()):
            yield round(
                float((found["minutes"] or "0").replace(",", "."))
                + 60 * float((found["hours"] or "0").replace(",", "."))
            )
    for name, minutes in _IN_WORDS.items():
        for told in _part(name).finditer(sentence):
            if _is_of_talk(sentence, start=told.start(), end=told.end()):
                yield minutes


def _is_of_talk(sentence: str, *, start: int, end: int) -> bool:
    """Say whether a length is that of a talk: behind a word that it takes so long, or beside the talk."""
    before = sentence[max(0, start - _NEAR) : start]
    if _UNTIL.search(before) or _OVER.search(f"{before}|{sentence[start:end]}"):
        return False
    behind = sentence[end : end + _NEAR]
    names_talk = _part("talk").search(f"{before}|{behind}") is not None
    beside = re.match(rf"\W{{0,3}}(?:{_all('talk')})", behind) is not None
    return (
        beside
        or (names_talk and bool(_part("takes").search(before) or before.endswith(": ")))
        or bool(_takes_first().search(before))
    )


def _all(name: str) -> str:
    return "|".join(table[name] for table in tables(_WORDS).values())


@cache
def _part(name: str) -> re.Pattern[str]:
    """Return what finds a part of the table in any language, in lower case."""
    return re.compile(_all(name))


@cache
def _takes_first() -> re.Pattern[str]:
    """Return what says by itself, directly before a length, that the talk takes so long."""
    sure = (
        r"it (?:will |should )?(?:takes?|lasts?)|duration|dauer|dauert|durée|dure|durera|duración|durará"
        r"|durata|durerà|duração|duur|duurt|czas trwania|potrwa|varaktighet|längd|det tar|süresi|sürecek"
    )
    about = r"(?: ?:)?(?: (?:about|around|approximately|ca\.?|circa|etwa|rund|environ|unos|circa|cerca de|ongeveer|około|cirka|ungefär|yaklaşık))?"
    return re.compile(rf"\b(?:{sure}){about}\s?$")


@cache
def _met() -> re.Pattern[str]:
    """Return what finds the names of those whom one meets."""
    joint = rf"(?:,? (?:{_all('and')}) |, )"
    return re.compile(
        rf"(?<!\w)(?i:{_all('meets')})\s{_HEADS}(?P<names>{_NAME}{_WORK}(?:{joint}{_NAME}{_WORK})*)"
    )


@cache
def _there() -> re.Pattern[str]:
    """Return what finds a line that names who will be there."""
    return re.compile(
        rf"(?:^|\n)[^\w\n]{{0,4}}(?i:{_all('there')})\s?:\s*(?P<names>[^\n]{{3,160}})"
    )


@cache
def _parts() -> re.Pattern[str]:
    """Return what parts those whom a line names."""
    return re.compile(rf"[,;()]|\s(?:{_all('and')})\s")
