"""The card of one opening in a board's mail: its title on one line, its employer on the next."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from onward.mail.rules.basics.places import whole_places
from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import lower
from onward.mail.rules.facts.contact import (
    closings,
    has_given_name,
    person_name,
    without_titles,
)
from onward.mail.rules.facts.employers.boards import sounds_like_board
from onward.mail.rules.facts.employers.company import clean_company, is_company
from onward.mail.rules.facts.employers.names import (
    has_legal_form,
    is_system_name,
    registrable_label,
    tidy,
)
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.systems import SystemKind, system_by_name
from onward.mail.rules.facts.titles.bounds import sounds_like_work
from onward.mail.rules.facts.titles.role import (
    clean_role,
    has_gender_marker,
    has_share,
    is_plausible_role,
    is_role_like,
)
from onward.mail.rules.facts.towns import is_plain_town, is_town

_MOST_LINES = 25
_LONGEST_TITLE = 100
_LONGEST_NAME = 60
_LIST = 3
_MOST_BELOW = 4
_FEWEST_BELOW = 2
# Boards that name the employer below place and pay.
_NAMED_LAST = frozenset({"olx"})
# "Acme · Leeds", "Acme - Leeds (on site)", "Acme | Leeds": where it is stands behind its name.
_BEHIND_NAME = re.compile(r"\s+[·•|–—-]\s+")
# "Sous Chef (m/w/d), Jahresstelle": on which terms stands behind whom it is for.
_TERMS = re.compile(r"(?<=\)), .*$")
_PLACE = re.compile(r"[A-ZÄÖÜ][\w.-]+(?: [\w.-]+){0,3}")
_SENTENCE_ENDS = (".", "?", "!", ":", ",", ";")
# "Sam, your application was sent to Acme", "Hallo Sam,".
_CALLED = re.compile(r"(?P<words>[^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*){0,3}) ?[,!:]")
_LONGEST_PERSON = 4
_GREETED = 5
_HAS_LETTERS = re.compile(r"[^\W\d_]{3}")


@dataclass(frozen=True, slots=True)
class Card:
    """One opening as a board shows it; "" for what its lines do not tell."""

    title: str = ""
    company: str = ""


def card_of(material: Material, *, language: str) -> Card:
    """Return the opening that a board's mail shows, an empty one where it shows none or several.

    The line that the subject repeats is its title, whatever it says; else a line that
    sounds like a title above one that parts a name from a place: "Acme · Leeds". Under one
    that is marked "(m/w/d)" or "80 %", or that a line with a colon leads to, a comma parts them as well. What the subject names as a whole is
    the employer of the title above it, in whatever language: "sent to Acme", and "Night
    porter" above "Acme" on lines of their own.
    """
    if not _is_board(material):
        return Card()
    lines = [line.strip(" *·•") for line in material.lines]
    pairs = [
        (line, _next(lines, place))
        for place, line in enumerate(lines[:_MOST_LINES])
        if _is_title_line(line)
    ]
    subject = material.subject_low
    for title, behind in pairs:
        if _repeats(subject, lower(title)):
            is_last = registrable_label(material.message.sender.domain) in _NAMED_LAST
            name_of = _name_last if is_last else _name_in
            return Card(clean_role(title), name_of(behind, lines=lines))
    told = [each for each in pairs if not _is_of_reader(each[0], material=material)]
    above = _above_named(told, lines=lines, subject=material.subject)
    if above.title:
        return above
    shown = [
        (title, behind)
        for title, behind in pairs
        if _is_work(title, behind=behind, language=language)
        and (
            _BEHIND_NAME.search(behind)
            or (_is_marked(title, lines=lines) and _is_placed(behind))
        )
        and _name_in(behind, lines=lines)
    ]
    if not shown or len({title for title, _ in shown}) >= _LIST:
        return Card()
    title, behind = shown[0]
    return Card(clean_role(_TERMS.sub("", title)), _name_in(behind, lines=lines))


def _above_named(
    pairs: list[tuple[str, str]], *, lines: list[str], subject: str
) -> Card:
    """Return the card whose second line the subject names as a whole, and that goes on below.

    The first stands below a blank line, and is neither the subject said again nor the end of
    a letter.
    """
    for title, behind in pairs:
        name = clean_company(behind)
        place = lines.index(title)
        is_card = not (place and lines[place - 1]) and bool(_next(lines, place + 1))
        if not is_card or not name or not _names(subject, name) or name in title:
            continue
        is_letter = lower(title).strip(" ,.") in closings() or _names(subject, title)
        is_title = is_plausible_role(clean_role(title)) and not is_letter
        is_title = is_title and not _is_status(title)
        # "sent to Vos Distributie": a name at the end is one, whatever its words mean.
        is_name = is_company(name) or subject.endswith(f" {name}")
        is_name = is_name and not (is_system_name(name) or is_plain_town(name))
        if is_title and is_name:
            return Card(clean_role(title), name)
    return Card()


def _is_of_reader(line: str, *, material: Material) -> bool:
    """Say whether a line is the reader's name, as the address, the subject or the greeting has it.

    Subjects and greetings call them by the first of it: "Sam, your application …", "Hi Sam,".
    """
    words = lower(without_titles(line)).split()
    readers = material.message.to
    whole = " ".join(words)
    if any(
        whole == lower(without_titles(tidy(each.name))) for each in readers if whole
    ):
        return True
    boxes = (each.local_part for each in readers)
    if any(sorted(re.split(r"[._-]", box)) == sorted(words) for box in boxes):
        return True
    is_name = 1 <= len(words) <= _LONGEST_PERSON and line == line.title()
    if not is_name or is_role_like(line):
        return False
    heads = (material.subject, *material.lines[:_GREETED])
    begun = (found["words"] for each in heads if (found := _CALLED.match(each)))
    return any(words[0] in lower(each).split()[-2:] for each in begun)


def _is_status(line: str) -> bool:
    """Say whether a line says how far an application is: "Viewed by the recruiter"."""
    low = lower(line)
    return any(
        table_part("card_status", code, "status").search(low)
        or (
            table_part("card_status", code, "matter").search(low)
            and not is_role_like(line)
        )
        for code in tables("card_status")
    )


def _names(subject: str, name: str) -> bool:
    """Say whether a name stands in a subject, with no letter right before or behind it."""
    return next(whole_places(name, subject), None) is not None


def _is_board(material: Material) -> bool:
    system, sender = material.system, material.message.sender
    is_known = bool(system.name) and system.kind is SystemKind.JOB_BOARD
    shown = system_by_name(sender.name)
    is_shown = bool(shown.name) and shown.kind is SystemKind.JOB_BOARD
    return is_known or is_shown or sounds_like_board(sender.name)


def _next(lines: list[str], place: int) -> str:
    return lines[place + 1] if place + 1 < len(lines) else ""


def _is_title_line(line: str) -> bool:
    is_short = bool(_HAS_LETTERS.search(line)) and len(line) <= _LONGEST_TITLE
    return is_short and not line.endswith(_SENTENCE_ENDS)


def _repeats(subject: str, title: str) -> bool:
    """Say whether a subject ends in a title, or is parted from the rest by a sign."""
    if not is_plausible_role(clean_role(title)) or subject == title:
        return False
    before, found, behind = subject.partition(title)
    is_begun = before.rstrip()[-1:] in {":", "!", "-", "–", "|", "«", '"', "„"}
    is_ended = behind.lstrip()[:1] in {"-", "–", "|", "»", '"', "“"}
    is_ended = is_ended or not any(map(str.isalnum, behind))
    return bool(found) and is_begun and is_ended


def _is_work(title: str, *, behind: str, language: str) -> bool:
    """Say whether a line sounds like a title; with a share of a week, above a house and its town, any is one."""
    if _is_person_with_work(title):
        return False
    is_share = has_share(title) and is_town(behind.rpartition(", ")[2])
    return is_share or sounds_like_work(title, language=language)


def _is_person_with_work(line: str) -> bool:
    """Say whether a line is somebody with what they do, as a network shows people: "Ida Roe, Buyer"."""
    name, comma, _ = line.partition(", ")
    return bool(comma) and bool(person_name(name)) and has_given_name(name)


def _is_marked(title: str, *, lines: list[str]) -> bool:
    """Say whether a line surely is a title: by whom it is for, how much of a week it is, or a line that leads to it."""
    above = list(filter(None, lines[: lines.index(title)]))
    is_led_to = bool(above) and above[-1].endswith(":")
    return has_gender_marker(title) or has_share(title) or is_led_to


def _is_placed(line: str) -> bool:
    """Say whether a line is a name of two words or more and where that is: "Larch Foods, Leeds"."""
    name, _, place = line.partition(", ")
    return " " in name and bool(_PLACE.fullmatch(place)) and not is_town(name)


def _name_last(line: str, *, lines: list[str]) -> str:
    """Return the employer that ends the card below where an opening is and what it pays."""
    start = lines.index(line) if line else len(lines)
    card = list(takewhile(bool, lines[start : start + _MOST_BELOW]))
    if len(card) < _FEWEST_BELOW or any(map(str.isdigit, card[-1])):
        return ""
    name = clean_company(card[-1])
    is_name = bool(name) and is_company(name) and not is_system_name(name)
    return name if is_name else ""


def _name_in(line: str, *, lines: list[str]) -> str:
    """Return the employer that a line under a title names, "" where it names none.

    A line that ends the card and is but a name may be where the opening is: "Kassel".
    """
    is_parted = bool(_BEHIND_NAME.search(line)) or _is_placed(line)
    is_bare = not is_parted and not has_legal_form(line)
    if not line or (is_bare and not _next(lines, lines.index(line))):
        return ""
    first = _BEHIND_NAME.split(line)[0].strip()
    name = clean_company(first)
    is_name = bool(name) and len(first) <= _LONGEST_NAME and first[0].isupper()
    is_name = is_name and not line.endswith(_SENTENCE_ENDS[1:])
    return name if is_name and is_company(name) and not is_system_name(name) else ""
