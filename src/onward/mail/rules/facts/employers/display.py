"""Employers in the name that a sender shows, and what shows a person instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from onward.mail.rules.facts.contact import (
    has_given_name,
    is_person,
    person_name,
)
from onward.mail.rules.facts.employers.company import Candidate, accepted
from onward.mail.rules.facts.employers.domains import from_domain
from onward.mail.rules.facts.employers.first_name import behind_first_name
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    label_variants,
    registrable_label,
    says_kind,
    tidy,
    without_team_words,
)
from onward.mail.rules.facts.employers.surnames import is_surname_of
from onward.mail.rules.facts.employers.units import without_units
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.patterns import load_facts
from onward.mail.rules.facts.systems import (
    SystemKind,
    system_of_host,
)
from onward.mail.rules.facts.titles.role import (
    is_role_like,
)
from onward.mail.rules.types import Address

# "Rohde Optik (via DocuSign)", "Rohde Optik über JobPortal".
CARRIED_BY = re.compile(r"\s*(?:\((?:via|über)\b[^()]*\)|\s(?:via|über)\s.+)$")
# What is looked for, before the word that says that people are: "Pilot Recruitment".
_WHO_IS_SOUGHT = frozenset(
    [
        *("graduate", "graduates", "volunteer", "volunteers", "crew", "apprentice"),
        *(
            "apprentices",
            "seasonal",
            "student",
            "trainee",
            "pilot",
            "driver",
            "clinical",
        ),
    ]
)
_FEWEST_WORDS = 2
# "Universität Rabenau, Berufungen": what follows a comma wrote, where it is one word.
_UNIT_BEHIND = re.compile(
    r",\s+(?!(?:Inc|LLC|Ltd|LLP|Corp|PLC|GmbH|AG|SE)\b)[^\W\d_][\w-]*$"
    r"|\s[-–—|·]\s(?i:(?:\S+ ){0,2}\S*(?:abteilung|amt|dienste?|verwaltung|dezernat|referat"
    r"|services?|büro|stelle|leitung|personal|bewerbungen|office|department|unit))$"
)
# "BVL Referat Z I 4": an office by its number.
_NUMBERED_OFFICE = re.compile(
    r"\s(?:Referat|Dezernat|Abteilung|Sachgebiet|Fachbereich|Fachdienst)(?: (?:[A-Z]{1,2}|[IVX]{1,4}|\d{1,3}(?:\.\d{1,2})?[a-z]?)){1,4}$"
)
_SCHEMES = frozenset({"program", "programme", "scheme", "academy", "internships"})


@lru_cache(maxsize=4096)
def bare_name(display: str) -> str:
    """Return a sender's name without the part that wrote: "Zephyr Air Pilot Recruitment"."""
    whole = tidy(_UNIT_BEHIND.sub("", CARRIED_BY.sub("", display)))
    name = without_team_words(without_units(whole))
    words = name.split()
    is_sought = name != whole or (words and words[-1].lower() in _SCHEMES)
    if words and words[-1].lower() in _SCHEMES and _is_sought(words[-2:-1]):
        words.pop()
    while is_sought and len(words) > _FEWEST_WORDS and _is_sought(words[-1:]):
        words.pop()
    return " ".join(words)


def _is_sought(words: list[str]) -> bool:
    return any(word.lower() in _WHO_IS_SOUGHT or is_role_like(word) for word in words)


def from_display(material: Material) -> Iterator[Candidate]:
    """Yield employers in the sender's display name: "Acme Careers", "Jane from Acme"."""
    sender = material.message.sender
    shown = _NUMBERED_OFFICE.sub("", tidy(sender.name))
    display = _before_team(shown, sender=sender)
    vendor = system_of_host(sender.domain)
    if not display or display.lower() == sender.address:
        return
    if "@" in display and " " not in display and "." in display.rpartition("@")[2]:
        yield from from_domain(display.rpartition("@")[2], material=material, weight=2)
        return
    # What a person or a tool for meetings writes here is a person's name.
    is_relayed = sender.local_part.startswith(vendor.replies or ("\n",))
    is_tool = bool(vendor.name) and vendor.kind is SystemKind.SCHEDULER
    is_tool = is_tool and bare_name(display) == display
    last = compact(company_key(display.split()[-1]))
    is_own = bool(last) and is_person(sender) and last in sender.local_part
    is_own = is_own or _is_mailbox_of(display.lower(), sender=sender)
    if is_relayed or is_tool or is_own or behind_first_name(material):
        return
    house = _FROM_HOUSE.match(display)
    if house is not None and _signs(house["who"], material=material):
        yield from accepted(house["house"], weight=3.0, place="display")
        return
    phrased = _phrase_in_display(display, sender=sender)
    if phrased is not None:
        yield from phrased
    elif not is_person(sender) and not is_plain_person(display):
        shown = bare_name(display)
        if shown != display and _is_first_name(shown, sender=sender):
            return
        weight = 3.0 if shown != display else 2.0
        if vendor.name and vendor.kind is SystemKind.JOB_BOARD:
            weight = 1.0
        yield from accepted(shown or display, weight=weight, place="display")


# "Leni vom Zimtstern", who signs with "Leni".
_FROM_HOUSE = re.compile(
    r"(?P<who>[^\W\d_]+) (?:vom|von der|aus dem|aus der|beim) (?P<house>\S.+)$"
)


def _signs(first: str, *, material: Material) -> bool:
    """Say whether a first name is all that a mail is signed with."""
    lines = [line for line in material.lines if line]
    return has_given_name(first) or any(line == first for line in lines[-3:])


_TEAM_BEHIND = re.compile(
    r"\s(?:team|équipe|equipo|equipe|squadra|zespół|ekibi|teamet)\s.+$", re.IGNORECASE
)


def _before_team(display: str, *, sender: Address) -> str:
    """Return a name without which of its teams wrote: "Nabizorg team Noord", as its domain spells it."""
    name = _TEAM_BEHIND.sub("", display)
    spelled = label_variants(registrable_label(sender.domain))
    return name if compact(company_key(name)) in spelled else display


def _is_first_name(name: str, *, sender: Address) -> bool:
    """Say whether a given name is all that stands beside a team: "Lidia HR"."""
    is_one = " " not in name and has_given_name(name)
    return is_one and name.lower() not in sender.domain


def _is_mailbox_of(name: str, *, sender: Address) -> bool:
    """Say whether one first name is all that is shown: "Hans <hans@lodge.example>"."""
    is_shown = sender.local_part.startswith(name) and " " not in name
    return is_shown and name not in registrable_label(sender.domain)


def _phrase_in_display(display: str, *, sender: Address) -> list[Candidate] | None:
    """Return what the first fitting phrase finds, or None where no phrase fits."""
    for facts in load_facts():
        for pattern in facts.display:
            found = pattern.expression.search(display)
            if found is not None:
                name = found.group("company")
                before = display[: found.start("company")]
                is_surname = is_surname_of(sender, name=name, before=before)
                if is_surname or _is_first_name(name, sender=sender):
                    return []
                return accepted(name, weight=pattern.weight, place="display")
    return None


def is_plain_person(display: str) -> bool:
    """Say whether a sender shows a given name and a surname, and nothing else."""
    name = person_name(display)
    is_firm = len(name.split()) > 2 and says_kind(name)
    is_whole = bool(name) and has_given_name(name) and len(name.split()) >= 2
    return is_whole and not is_firm
