"""Whose name a mail bears though they are no employer: its reader, its writer, who carried it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.basics.text import lower
from onward.mail.rules.facts.contact import (
    has_given_name,
    is_person,
    person_name,
    without_titles,
)
from onward.mail.rules.facts.employers.boards import (
    without_board,
    without_carrier,
    without_recommender,
)
from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.employers.display import is_plain_person
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    is_system_name,
    says_kind,
    without_marks,
)
from onward.mail.rules.facts.employers.persons import is_of_person
from onward.mail.rules.facts.employers.posters import sent_by_poster
from onward.mail.rules.facts.employers.signed import (
    family_first,
    pair_of,
    professionals,
    written_for,
)
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.systems import SystemKind, system_by_name, system_of_host

SURE_PHRASE = 2.5
"""From here on a phrase of the rules is believed by itself."""

_SUREST_PHRASE = 4.0
_LABELLED = 2.0
_LAST = 6
_YEAR = re.compile(r"^20\d\d\s")


def _own_names(material: Material) -> frozenset[str]:
    """Return the keys of the reader's own names, which are never an employer."""
    message = material.message
    names = [address.name for address in message.to]
    names += [
        person_name(a.name) for a in (message.sender, message.reply_to) if is_person(a)
    ]
    if _signs_for_desk(material):
        names.append(message.sender.name)
    names += [*family_first(material), *pair_of(material), *professionals(material)]
    keys = {company_key(without_titles(name)) for name in names if name}
    if any(
        written_for(line, sender=message.sender) for line in material.lines[-_LAST:]
    ):
        keys.add(company_key(message.sender.name))
    shown = person_name(message.sender.name).split()
    if len(shown) == 1 and not says_kind(shown[0]) and has_given_name(shown[0]):
        keys.add(company_key(shown[0]))
    parts = {word for key in keys for word in key.split()[:1]}
    # "Anna Adler" of adler.example is not kept from being of Adler.
    last = {word for key in keys for word in key.split()[-1:]}
    # "Yusuf Städvinden" writes from stadvinden.example.
    shown = [without_marks(name.lower()) for name in names]
    last -= {
        company_key(name).rpartition(" ")[2]
        for name, plain in zip(names, shown, strict=True)
        if plain.rpartition(" ")[2] in message.sender.domain
    }
    return frozenset(keys | parts | {w for w in last if w not in message.sender.domain})


def _signs_for_desk(material: Material) -> bool:
    """Say whether somebody signs who writes from "manager@", as no firm of that name would."""
    sender = material.message.sender
    is_vendors = bool(system_of_host(sender.domain).name)
    if is_vendors or is_free_mail(sender.domain):
        return False
    key = company_key(sender.name)
    is_spelled = compact(key) in sender.domain.replace("-", "")
    signed = {company_key(line) for line in material.lines[-_LAST:]}
    return is_plain_person(sender.name) and not is_spelled and key in signed


def _hires_for_itself(candidate: Candidate, *, vendor: str) -> bool:
    """Say whether a vendor's own mail names the vendor in a phrase of applying.

    A board needs the surest phrase: people apply "with" it all day.
    """
    if not vendor or company_key(candidate.name) != company_key(vendor):
        return False
    if system_by_name(vendor).kind is SystemKind.JOB_BOARD:
        return candidate.place == "subject" and candidate.weight >= _SUREST_PHRASE
    return candidate.place in {"subject", "body"} and candidate.weight >= SURE_PHRASE


def _without_service(candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates without a service of many houses beside the one that a label names.

    "Civil Service Jobs" writes of "Department: Office for Larch Standards".
    """
    named = [c for c in candidates if lower(c.name) not in _services()]
    is_told = any(c.place == "body" and c.weight >= _LABELLED for c in named)
    return named if is_told else candidates


@cache
def _services() -> frozenset[str]:
    return frozenset(fact_words("services_of_many"))


def without_carriers(
    candidates: Sequence[Candidate], *, material: Material
) -> list[Candidate]:
    """Return the candidates that did not merely carry the mail, nor are its reader or writer."""
    own = _own_names(material)
    # "Meeting with Robin Vale on the 12th": what begins so is no longer a name either.
    reader = tuple(
        f"{key} "
        for to in material.message.to
        if " " in (key := company_key(without_titles(to.name)))
    )
    known = [
        c
        for c in candidates
        if company_key(c.name)
        and not company_key(c.name).startswith(reader)
        and not is_of_person(c.name, sender=material.message.sender)
        and own.isdisjoint({company_key(c.name), company_key(without_titles(c.name))})
    ]
    vendor = system_of_host(material.message.sender.domain).name
    carriers = tuple(f"{company_key(n)} " for n in (vendor, material.system.name) if n)
    bare = {c.name: _YEAR.sub("", c.name) for c in known}
    employers = [
        c
        for c in known
        if not is_system_name(bare[c.name])
        and not company_key(bare[c.name]).startswith(carriers)
    ]
    if not employers:
        employers = [c for c in known if _hires_for_itself(c, vendor=vendor)]
    if material.system.name:
        employers = _without_service(employers)
    employers = without_recommender(employers, material=material)
    employers = without_carrier(employers, material=material)
    employers = sent_by_poster(employers, material=material)
    return without_board(employers, material=material)
