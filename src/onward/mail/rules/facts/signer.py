"""Who signed a mail and as what, told by how the lines under it stand to each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import UMLAUTS
from onward.mail.rules.facts.asked import asked_person
from onward.mail.rules.facts.contact import (
    Signature,
    closings,
    find_contact,
    has_given_name,
    is_person,
    person_name,
    role_of_contact,
    without_titles,
)
from onward.mail.rules.facts.employers.closings import without_closing
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
    registrable_label,
    says_kind,
    tidy,
)
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.titles.role import is_role_like
from onward.mail.rules.types import Address

_MOST_LINES = 9
_LONGEST_LINE = 70
_LONGEST_WORK = 60
_MOST_WORDS = 7
_SHORTEST_SHARED = 4
_SHORTEST_NAME = 2
_MOST_BEFORE = 3
_PARTS = re.compile(r"\s*[|·•]\s*|\s+//?\s+|\s+[–—]\s+")
_AT = re.compile(r"\s+@\s*|\s+(?:at|bei)\s+(?=[^\W\d_])")
_NO_WORK = re.compile(
    r"^(?:re|betr|bewerbung|stelle|application|ihre?|your)\b|\d|@|://|www\.|[.!?:]$|\b(?:tel|fax|mobil|phone|str)\b\.?|stra(?:ß|ss)e\b|\bstreet\b",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"\b(?:dept|asst|mgr|sr|jr|stellv|abt|[a-z]{2})\.$", re.IGNORECASE
)
_ARTICLE = re.compile(r"^(?:die|der|la|le|el|il|a|o|the)\s+", re.IGNORECASE)
_OF = frozenset([
    "der", "des", "die", "von", "vom", "of", "the", "at", "de", "du", "del", "della",
    "di", "da", "do", "van", "z", "i",
])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed: a name, or "", and what they do, or ""."""

    name: str = ""
    work: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    closing: re.Pattern[str]
    for_another: re.Pattern[str]
    before_name: re.Pattern[str]
    behind_name: re.Pattern[str]
    work: re.Pattern[str]
    chore: re.Pattern[str]
    house: re.Pattern[str]


@cache
def _words() -> _Words:
    table = tables("signing")
    listed = "|".join(re.escape(words) for words in closings())
    return _Words(
        closing=re.compile("|".join([*table["closing"], rf"^(?:{listed})\W*$"]), re.I),
        for_another=re.compile(rf"^(?:{table['for_another']})", re.I),
        before_name=re.compile(rf"^(?:{table['degrees']}\s+)+", re.I),
        behind_name=re.compile(rf"(?:,\s*{table['behind_name']})+$"),
        work=re.compile("|".join(table["work"]), re.I),
        chore=re.compile("|".join(tables("links")["chores"]), re.I),
        house=re.compile(table["houses"], re.I),
    )


@dataclass(frozen=True, slots=True)
class _House:
    """Whose mail it is: what no person's name or work may be."""

    names: tuple[str, ...]
    label: str

    def is_named(self, text: str) -> bool:
        """Return whether a text is the house's name, or begins with it."""
        key = company_key(text)
        whole = compact(key)
        if has_legal_form(text) or not whole:
            return bool(whole)
        for name in self.names:
            own = company_key(name)
            if compact(own) in whole:
                return True
            is_part = whole in compact(own) and len(whole) >= _SHORTEST_SHARED
            if is_part and key.split()[0] == own.split()[0]:
                return True
        first = key.split()[0].translate(UMLAUTS)
        return len(first) > _SHORTEST_SHARED and first in self.label.replace("-", "")

    def without(self, text: str) -> str:
        """Return "Leiterin" for "Leiterin der Kita Wirbelwind"."""
        words = text.split()
        for count in range(1, len(words)):
            tail = compact(company_key(" ".join(words[count:])))
            for name in self.names:
                own = compact(company_key(name))
                if tail and (own.endswith(tail) or own.startswith(tail)):
                    kept = words[:count]
                    while len(kept) > 1 and kept[-1].lower() in _OF:
                        kept.pop()
                    return " ".join(kept) if self._is_much(words[count:]) else text
        return text

    def _is_much(self, words: list[str]) -> bool:
        """Return whether words name a house alone: two of its own, or one of no work."""
        return len(words) > 1 or not _says_work(words[0])


def _house(sender: Address, *, employer: str) -> _House:
    label = registrable_label(sender.domain)
    return _House((employer,) if employer else (), label)


def _says_work(text: str) -> bool:
    return bool(_words().work.search(text)) or is_role_like(text) or is_unit(text)


def signer_of(lines: tuple[str, ...], *, sender: Address, employer: str) -> Signer:
    """Return who signed a mail and what they do, as the last short lines say it.

    Args:
        lines: The writer's own lines.
        employer: As it was read, or "".
    """
    house = _house(sender, employer=employer)
    block = _ending(lines)
    best = Signer()
    for place in range(len(block) - 1, -1, -1):
        name, beside = _name_in(block[place])
        name = _own_name(name, house=house)
        if not name or (house.is_named(name) and not has_given_name(name)):
            continue
        work = _work_of(beside, block=block, place=place, house=house)
        if not _is_person(
            name, block=block, place=place, work=work, sender=sender, house=house
        ):
            continue
        if work:
            return Signer(name if len(name) >= len(best.name) else best.name, work)
        if len(name) > len(best.name):
            best = Signer(name)
    return best


def _ending(lines: tuple[str, ...]) -> list[str]:
    """Return the short lines that a mail ends in, its closing words among them."""
    block: list[str] = []
    for line in reversed(lines):
        if not line or _words().chore.search(line):
            continue
        is_sentence = line[-1] in ".?:" and len(line.split()) > 3
        if len(line) > _LONGEST_LINE or (is_sentence and not _ABBREVIATED.search(line)):
            if block:
                break
            continue
        block.insert(0, line)
        if len(block) == _MOST_LINES or _is_closing(line):
            break
    return block


def _is_closing(line: str) -> bool:
    return _words().closing.search(line) is not None


def _name_in(line: str) -> tuple[str, str]:
    """Return the person that a line begins with, and what stands behind the name."""
    words = _words()
    if _is_closing(line):
        # "Liebe Grüße, Elif": the name may share the line with the closing words.
        rest = line.partition(",")[2].strip() or without_closing(line)
        line = rest if rest != line else ""
    plain = words.for_another.sub("", line).strip()
    head, *others = _PARTS.split(plain)
    head = words.behind_name.sub("", re.sub(r"\s*\(.*?\)", "", head)).strip()
    name, comma, behind = head.partition(",")
    work, name = _work_before(name)
    degrees = words.before_name.match(name)
    bare = _bare(name[degrees.end() :] if degrees else name)
    if (
        bare[:1].islower()
        or max(map(len, re.findall(r"[^\W\d_]+", bare)), default=0) < _SHORTEST_NAME
    ):
        return "", ""
    beside = [work] if work else []
    beside += [behind.strip()] if comma else []
    return tidy(name), " | ".join([*beside, *others])


def _work_before(line: str) -> tuple[str, str]:
    """Return "Bäckermeister" and "Uwe Roe" for "Bäckermeister Uwe Roe"; "" where none stands there."""
    words = line.split()
    for count in range(1, min(_MOST_BEFORE, len(words) - 2) + 1):
        work, name = " ".join(words[:count]), " ".join(words[count:])
        is_named = has_given_name(name) and not _says_work(name)
        if is_named and not has_given_name(line) and _says_work(work):
            return (work, name) if person_name(name) else ("", line)
    return "", line


def _bare(text: str) -> str:
    """Return a person's name; a given name may be the short of a house as well."""
    given, _, family = text.partition(" ")
    is_named = has_given_name(given) and bool(person_name(family))
    return person_name(text) or (text if is_named else "")


def _is_person(
    name: str,
    *,
    block: list[str],
    place: int,
    work: str,
    sender: Address,
    house: _House,
) -> bool:
    """Return whether a name that looks like one is a person's."""
    words = without_titles(_words().before_name.sub("", name)).split()
    if not words or (_says_work(name) and not has_given_name(" ".join(words))):
        return False
    shown = person_name(sender.name).split()
    is_shown = is_person(sender) or (shown[:1] == words[:1] and len(shown) < len(words))
    if (is_shown and set(words) & set(shown)) or has_given_name(" ".join(words)):
        return True
    is_signed = place > 0 and _is_signing(block[place - 1])
    if len(words) == 1:
        # "Liebe Grüsse / Seraina / Talent Partner"; a firm shows its name as the sender.
        return is_signed and bool(work) and words[0] not in sender.name.split()
    if len(words) > 3 or says_kind(name):
        return False
    if work:
        return True
    below = "".join(block[place + 1 : place + 2])
    is_plain = len(words) == 2 and not _ARTICLE.match(name)
    is_plain = is_plain and (place == 0 or is_signed)
    if is_plain and below and _is_house(below, house, sender=sender):
        return True
    is_owner = words[-1] in sender.name.split()
    return is_signed and (is_owner or place == len(block) - 1)


def _is_signing(line: str) -> bool:
    """Return whether a name comes next: closing words, or "Im Auftrag"."""
    return _is_closing(line) or bool(_words().for_another.fullmatch(f"{line} "))


def _is_house(line: str, house: _House, *, sender: Address) -> bool:
    return house.is_named(line) or company_key(line) == company_key(sender.name)


def _work_of(beside: str, *, block: list[str], place: int, house: _House) -> str:
    """Return what somebody does: beside the name, or in the next lines."""
    for part in _PARTS.split(beside):
        work = _work_in(part, house=house, is_placed=len(beside) > len(part))
        if work:
            return work
    # A name that no list knows is one by what stands right under it.
    reach = 2 if has_given_name(_name_in(block[place])[0]) else 1
    following = block[place + 1 : place + 1 + reach]
    for number, line in enumerate(following):
        if has_given_name(_name_in(line)[0]) or (number and line.startswith("(")):
            continue
        behind = block[place + number + 2 : place + number + 3]
        is_placed = number == 0 and bool(behind) and house.is_named(behind[0])
        work = _work_in(line, house=house, is_placed=is_placed)
        if work:
            return work
    before = block[place - 1] if place and _ARTICLE.match(block[place - 1]) else ""
    if before and _says_work(before) and not _is_closing(before):
        return _work_in(_ARTICLE.sub("", before), house=house, is_placed=False)
    return ""


def _work_in(line: str, *, house: _House, is_placed: bool) -> str:
    """Return the work that a line names, without the employer, or "".

    Args:
        is_placed: It stands where only somebody's work can: before the employer.
    """
    line = line.strip(" ()")
    first, *others = _PARTS.split(line)
    text = _AT.split(first)[0]
    is_placed |= text != first or any(house.is_named(other) for other in others)
    head, comma, rest = text.partition(", ")
    if comma and (house.is_named(rest) or not _says_work_alone(rest)):
        text, is_placed = head, is_placed or house.is_named(rest)
    shorter = house.without(text)
    text, is_placed = shorter, is_placed and shorter == text
    ends_well = not _NO_WORK.search(text) or _ABBREVIATED.search(text)
    if not text or not ends_well or len(text) > _LONGEST_WORK:
        return ""
    if len(text.split()) > _MOST_WORDS or _is_closing(text) or house.is_named(text):
        return ""
    first, last = text.split()[0], text.split()[-1]
    is_house = says_kind(last) or bool(_words().house.search(text))
    is_agency = first != last and is_house and not _says_work(first)
    return tidy(text) if is_placed or (_says_work(text) and not is_agency) else ""


def _says_work_alone(text: str) -> bool:
    """Return whether a text behind a comma goes on with the work: "Human Resources"."""
    is_short = len(text.split()) <= 3
    return (is_short and _says_work(text)) or (
        is_short and text in ("Finance", "Sales")
    )


def contact_and_work(
    material: Material, *, signature: Signature, employer: str, replies: bool
) -> tuple[Address, str]:
    """Return the person who wrote, or an empty address, and what they do, or "".

    Args:
        signature: What stands under the closing words.
        employer: As it was read, or "".
        replies: An answer would reach somebody.
    """
    message = material.message
    found = find_contact(message, signature=signature, replies=replies)
    house = _house(message.sender, employer=employer)
    if _is_firm(found.name, house=house, sender=message.sender):
        found = Address()
    signer = signer_of(material.lines, sender=message.sender, employer=employer)
    if not found.name:
        if not signer.name:
            name, work = asked_person(material.prose)
            signer = Signer(name, "" if _NO_WORK.search(work) else work)
        if any(_is_same(signer.name, address.name) for address in message.to):
            return Address(), ""
        # Where answers go to an office, its address is no person's.
        return Address(name=signer.name), _without_days(signer.work)
    if signer.work and _is_same(signer.name, found.name):
        return found, _without_days(signer.work)
    return found, _without_days(role_of_contact(found, signature=signature))


# "Administrator (Mon - Wed)": when somebody works is no part of what they do.
_DAYS = re.compile(
    r"\s*\((?:(?:mon|tue|wed|thu|fri)\w*|(?:mo|di|mi|do|fr|part|job ?share)\b)[^()]*\)?$",
    re.IGNORECASE,
)


def _without_days(work: str) -> str:
    return _DAYS.sub("", work)


def _own_name(name: str, *, house: _House) -> str:
    """Return "Paula" for "Paula von Luminar", where Luminar is the employer."""
    own = house.without(name)
    behind = name[len(own) :].split()
    return own if behind and behind[0].lower() in _OF else name


def _is_firm(name: str, *, house: _House, sender: Address) -> bool:
    """Return whether what looks like a person is the employer: "Larch Optics"."""
    if not house.is_named(name) or has_given_name(name):
        return False
    is_shown = company_key(name) in company_key(sender.name)
    return is_shown or has_legal_form(name) or not is_person(sender)


def _is_same(name: str, other: str) -> bool:
    words, others = (
        set(without_titles(each).casefold().replace(".", "").split())
        for each in (name, other)
    )
    return bool(words & others)
