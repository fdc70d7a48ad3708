"""What the sentences of a mail say of where an opening is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from onward.mail.rules.basics.text import lower
from onward.mail.rules.facts.employers.names import has_legal_form
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.place_words import HOUSE, TITLE, TOWN, UPPER, words
from onward.mail.rules.facts.titles.role import is_role_like
from onward.mail.rules.facts.towns import is_plain_town, is_town

_LONGEST = 60
_MOST_WORDS = 6
_SHORTEST_ROLE = 4
_SHORTEST_EMPLOYER = 3
_FARTHEST = 110
_ONLINE = re.compile(
    r"zoom|teams\b|google meet|skype|webex|online|video|phone|telefon|call|link|remote|home ?office|hybrid|virtual|https?:|@|\btbc\b|to be confirmed|flexible|anywhere",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:room|floor|raum|zimmer|etage|reception|empfang|hall(?! in )|saal|entrance|eingang|gate)\b|\d{3,}",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s[|•·]\s|;|\s-\s|\.\s|\s\(|\)")
_QUARTER = re.compile(rf"(?P<town>{UPPER}[\w-]+) \({UPPER}[^\W_]+\)")
"""The quarter of a town, or its river: "Bengaluru (Whitefield)", "Frankfurt (Oder)"."""

# "the post on Monday, at our Leeds site": no more of the post, but of the day.
_APART = re.compile(r"[,;]|(?<!\d)\d{1,2}(?!\d| ?%)")
_BREAK = re.compile(r"(?<![Nn]r)[.!?:]\s|\n")
_HOUR = re.compile(r"\d[:.]\d\d|\buhr\b|\d ?[ap]m\b", re.IGNORECASE)
_OR = re.compile(rf" (?P<or>or|oder|ou|of|eller|lub) (?P<town>{TOWN})")
_KEPT = frozenset({"campus", "area"})
_BENT_ENDS = ("ie", "u", "em")
_BRACKETS = re.compile(r"\([^)]*\)")


def clean(text: str) -> str:
    """Return a place without what stands behind it, or "" where it can be none."""
    quarter = _QUARTER.match(text.strip())
    if quarter is not None and is_plain_town(quarter["town"]):
        return quarter[0]
    place = _BEHIND.split(text.strip())[0].strip(" .,;:|*_")
    parts = place.split()
    if any(map(str.isdigit, parts[0] if parts else "")):
        return ""
    is_short = 2 <= len(place) <= _LONGEST and len(parts) <= _MOST_WORDS
    if not is_short or not place[0].isupper() or place.lower() in words().fields:
        return ""
    is_room = _ROOM.search(place) and not is_town(place.removeprefix("Raum "))
    is_other = _ONLINE.search(place) or is_room or is_role_like(place)
    return "" if is_other else place


def listed(text: str) -> str:
    """Return the town on the list that a text is, with its state, or ""."""
    place = clean(text)
    region = words().region.search(place)
    town = place[: region.start()] if region else place
    return place if is_plain_town(town) else ""


@dataclass(frozen=True)
class Telling:
    """The sentences of a mail with a sign each for its own title and employer.

    So one expression is enough for all mail: to make one costs more than to read a mail.

    Attributes:
        is_held: The mail invites, so that where people meet is no place of work.
    """

    prose: str
    role: str
    company: str
    is_held: bool

    @cached_property
    def marked(self) -> str:
        """The text in which the signs stand."""
        text = self.prose
        if len(self.role) >= _SHORTEST_ROLE:
            text = _replaced(text, self.role)
        is_long = len(self.company) >= _SHORTEST_EMPLOYER
        return text.replace(self.company, HOUSE) if is_long else text

    def plainly(self) -> str:
        """Return the place that the sentences say is the opening's, whatever its name, or ""."""
        places = (*self._sure(), *self._behind(), *self._sites())
        return next(filter(None, places), "")

    def _sure(self) -> Iterator[str]:
        for found in words().sure.finditer(self.prose):
            yield self._town(found, is_sure=True)

    def _behind(self) -> Iterator[str]:
        text, shape = self.marked, words().behind
        for opening in words().opening.finditer(text):
            found = shape.match(text, opening.end())
            if found:
                yield self._town(found)
        for found in words().lines.finditer(text):
            yield self._town(found)

    def _sites(self) -> Iterator[str]:
        text = self.marked
        for found in words().site.finditer(text):
            before = _BREAK.split(text[: found.start()])[-1]
            if words().took_place.search(before):
                continue
            if not self.is_held or _tells_of_opening(before):
                yield self._town(found)

    def by_a_known_name(self) -> str:
        """Return a town on the list that stands near the opening, the employer, a client, or ""."""
        return self.near_the_opening() or self._beside_others() or self._bent()

    def near_the_opening(self) -> str:
        """Return a town on the list of which the words behind the opening tell, or ""."""
        text = self.marked
        for opening in words().loose_opening.finditer(text):
            tail = text[opening.end() : opening.end() + _FARTHEST]
            for found in words().near.finditer(tail):
                between = tail[: found.start()]
                is_other = words().elsewhere.search(between) or _BREAK.search(between)
                if is_other or not _is_together(between):
                    break
                place = listed(_group(found))
                if place:
                    return place
        return ""

    def _beside_others(self) -> str:
        text = self.marked
        for found in words().listed.finditer(text):
            place = listed(_group(found))
            if place and not self._is_met(found) and not self._is_own(found, place):
                return place
        return ""

    def _is_met(self, found: re.Match[str]) -> bool:
        """Say whether people meet at a place, as its sentence has it."""
        before = _BREAK.split(self.marked[: found.start()])[-1]
        after = _BREAK.split(self.marked[found.end() :], maxsplit=1)[0]
        is_held = words().held.search(before) or (
            self.is_held and (words().held.search(after) or _HOUR.search(before))
        )
        # "Gent mağazamızdaki": an opening of that house, not a meeting in it.
        is_of_it = found[0].endswith("ki")
        return bool(is_held) and not is_of_it and not _tells_of_opening(before)

    def _is_own(self, found: re.Match[str], place: str) -> bool:
        """Say whether a town is only a part of the employer's name, or of its letterhead."""
        if not found[0].startswith(HOUSE):
            return place.split()[0] in self.company.split()
        line = self.marked[: found.start()].rpartition("\n")[2]
        return not line.strip() and found[0][1:2] != " "

    def _bent(self) -> str:
        """Return "Lublin" of "w sklepie w Lublinie": as far as the name stands there, or ""."""
        for found in words().bent.finditer(self.marked):
            name = clean(_group(found))
            stems = (name.removesuffix(end) for end in _BENT_ENDS if name.endswith(end))
            place = listed(name) or next(filter(None, map(listed, stems)), "")
            before = _BREAK.split(self.marked[: found.start()])[-1]
            if place and (not self.is_held or _tells_of_opening(before)):
                return place
        return ""

    def _town(self, found: re.Match[str], *, is_sure: bool = False) -> str:
        """Return a captured place where it can be a town's name, or ""."""
        parts = _group(found).split()
        while parts and parts[-1].islower() and parts[-1] not in _KEPT:
            parts.pop()
        place = clean(words().kind.sub("", " ".join(parts)))
        house, _, town = place.rpartition(" in ")
        place = town if house and is_plain_town(town) and not is_town(place) else place
        if not place or is_unit(place) or has_legal_form(place):
            return ""
        first, last = place.split()[0].casefold(), place.split()[-1]
        if first in words().fields or words().no_town.search(last) is not None:
            return ""
        if self._is_part(place, is_sure=is_sure):
            return ""
        other = _OR.match(found.string, found.end())
        second = listed(other["town"]) if other and found[0].endswith(place) else ""
        return f"{place} {other['or']} {second}" if other and second else place

    def _is_part(self, place: str, *, is_sure: bool) -> bool:
        """Say whether a place is only a part of the title's or the employer's name."""
        low, company = place.casefold(), self.company.casefold().split()
        if low in self.role.casefold():
            return True
        if low.split()[0] not in company or not {*low.split()} <= {*company}:
            return False
        is_last = len(company) > 1 and low == company[-1]
        return not is_last and not (is_sure and is_town(place))


def _tells_of_opening(before: str) -> bool:
    """Say whether a sentence up to a place tells of the opening: "an interview for the post"."""
    last = [hit.end() for hit in words().opening.finditer(before)]
    return bool(last) and _is_together(before[last[-1] :])


def _group(found: re.Match[str]) -> str:
    return next(filter(None, found.groups()), "")


def _replaced(text: str, role: str) -> str:
    """Return a text with the sign for the title wherever it stands as a whole."""
    wanted, low, at, parts = lower(role), lower(text), 0, []
    while (place := low.find(wanted, at)) >= 0:
        end = place + len(wanted)
        around = low[max(place - 1, 0) : place] + low[end : end + 1]
        is_whole = not any(map(str.isalnum, around))
        parts += [text[at:place], TITLE if is_whole else text[place:end]]
        at = end
    return "".join((*parts, text[at:]))


def _is_together(between: str) -> bool:
    """Return whether an opening and what follows it are told of in one breath."""
    plain = _BRACKETS.sub("", between)
    return not (words().held.search(plain) or _APART.search(plain))
