"""Employers in the domains and accounts that a mail comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.basics.text import lower
from onward.mail.rules.facts.contact import (
    is_person,
    person_name,
)
from onward.mail.rules.facts.employers.company import Candidate, is_company
from onward.mail.rules.facts.employers.label_parts import name_of_words
from onward.mail.rules.facts.employers.label_seams import words_of_label
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    is_plausible_name,
    label_variants,
    name_of_label,
    parted_label,
    registrable_label,
    says_kind,
    tidy,
    trimmed_label,
    without_marks,
)
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.systems import (
    system_of_host,
    tenants,
)
from onward.mail.rules.types import Address


def _spelled(label: str, *, material: Material) -> str:
    """Return how the text itself writes the name that a domain label runs together."""
    for variant in label_variants(label):
        for text in (
            material.subject,
            tidy(material.message.sender.name),
            material.prose,
        ):
            found = _find_spelling(variant, text=text)
            if found:
                return found
    return ""


_TOKEN = re.compile(r"[^\W_]+")
_MOST_PARTS = 5


def _find_spelling(compact_name: str, *, text: str) -> str:
    start_with = compact_name[:2]
    # "Städvinden" is what stadvinden.example stands for.
    low = without_marks(lower(text))
    place = low.find(start_with)
    while place != -1:
        if place == 0 or not low[place - 1].isalnum():
            end = _spelling_end(compact_name, text=low, start=place)
            if (
                end
                and text[max(0, place - 1)] not in "@/."
                and text[end : end + 1] != "@"
            ):
                return text[place:end]
        place = low.find(start_with, place + 1)
    return ""


def _spelling_end(compact_name: str, *, text: str, start: int) -> int:
    """Return where words that read as the compact name end, or 0."""
    joined = ""
    last = start
    for count, found in enumerate(_TOKEN.finditer(text, start, start + 60)):
        gap = text[last : found.start()]
        if count >= _MOST_PARTS or len(gap) > 3 or "\n" in gap:
            return 0
        joined += found.group()
        last = found.end()
        if joined == compact_name:
            return last
        if not compact_name.startswith(joined):
            return 0
    return 0


def from_domain(
    domain: str, *, material: Material, weight: float = 1.0
) -> Iterator[Candidate]:
    """Yield the employer that an address of its own names, as the text spells it."""
    if not domain or is_free_mail(domain) or system_of_host(domain).name:
        return
    label = registrable_label(domain)
    yield from _from_label(label, material=material, place="domain", weight=weight)


def _from_label(
    label: str, *, material: Material, place: str, weight: float
) -> Iterator[Candidate]:
    if len(label) < 2 or not any(c.isalpha() for c in label):
        return
    spelling = _spelled(label, material=material)
    if spelling and is_company(tidy(spelling)):
        yield Candidate(tidy(spelling), place, weight + 1)
        return
    name = _name_of(label, sender=material.message.sender)
    is_run_together = " " not in name and len(name) >= _SHORTEST_RUN_TOGETHER
    is_doubtful = is_run_together and not says_kind(name)
    if is_doubtful and place == "domain" and is_person(material.message.sender):
        # "brandtcurzon" may be Brandt Curzon or Brandt & Curzon: nothing says which.
        # "Tannschmiede" is one word, which says what it is.
        return
    if name and is_plausible_name(name) and name.lower() not in _never_alone():
        yield Candidate(name, place, weight)


def _name_of(label: str, *, sender: Address) -> str:
    """Return a label as a name, with the words apart that it runs together."""
    owned = _of_owner(label, sender=sender)
    words = words_of_label(trimmed_label(label))
    if len(words) > 1:
        return owned or name_of_words(words)
    return parted_label(label) or owned or name_of_label(label)


@cache
def _never_alone() -> frozenset[str]:
    return frozenset(fact_words("never_alone"))


_SHORTEST_RUN_TOGETHER = 12
_SHORTEST_PART = 4


def _of_owner(label: str, *, sender: Address) -> str:
    """Return "Bartram Autos" for "bartramautos" where a Bartram writes from there, or "".

    A trade that begins with "s" may be one behind "Lindahls", which nothing tells.
    """
    family = person_name(sender.name).rpartition(" ")[2]
    plain = compact(company_key(family))
    trade = label.removeprefix(plain)
    is_theirs = len(plain) >= _SHORTEST_PART and trade != label
    if not is_theirs or len(trade) < _SHORTEST_PART or not trade.isalpha():
        return ""
    if trade.startswith("s"):
        return ""
    return f"{family} {trade.capitalize()}"


_WHITE_LABEL = "gh-mail."
"""How a tracking system's own name stands before the employer's domain."""


def from_addresses(material: Material) -> Iterator[Candidate]:
    """Yield employers in the domains of sender and Reply-To and in account names."""
    message = material.message
    for domain in dict.fromkeys((message.sender.domain, message.reply_to.domain)):
        yield from from_domain(domain, material=material)
    for domain in message.headers.get("dkim-domains", "").split():
        if domain.startswith(_WHITE_LABEL):
            own = domain.removeprefix(_WHITE_LABEL)
            yield from from_domain(own, material=material)
    for tenant in tenants(message, system=material.system)[:2]:
        yield from _from_label(tenant, material=material, place="tenant", weight=1.0)
