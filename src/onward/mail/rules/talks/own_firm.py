"""How a person writes the name of the firm that an application of theirs goes to; pure."""

from __future__ import annotations

from collections.abc import Collection

from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.facts.contact import is_office_box
from onward.mail.rules.facts.employers.label_parts import name_of_words
from onward.mail.rules.facts.employers.label_seams import words_of_label
from onward.mail.rules.facts.employers.names import label_variants, registrable_label
from onward.mail.rules.facts.employers.own_name import own_names
from onward.mail.rules.types import Address


def firm_written(own: str, *, domain: str) -> str:
    """Return the name in somebody's own words that the domain they write to is made of, "" for none.

    "The job at Leat Water Analysis" goes to lab@leatwater.example.
    """
    label = registrable_label(domain)
    if not label:
        return ""
    found = own_names(own.split("\n"), labels=(label, *label_variants(label)))
    whole = [name.name for name in found if name.is_whole and " " in name.name]
    return max(whole, key=len, default="")


def company_written_to(to: Address, *, hosts: Collection[str]) -> str:
    """Return the name that the domain of whom somebody writes to spells, "" for a provider.

    Args:
        hosts: Where several houses have mailboxes: none but an office's is of the domain's own.
    """
    is_anybodys = to.domain in hosts and not is_office_box(to.address)
    return "" if is_anybodys else company_of_domain(to.domain)


def company_of_domain(domain: str) -> str:
    """Return the name that a firm's domain spells; "" for free mail.

    "jobs.bright-harbour.co.uk" gives "Bright Harbour".
    """
    if not domain or is_free_mail(domain):
        return ""
    labels = domain.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in {"co", "com", "org", "net", "ac", "gov"}:
        labels.pop()
    words = labels[-1].split("-") if labels else []
    if len(words) == 1 and len(parts := words_of_label(words[0])) > 1:
        return name_of_words(parts)
    return " ".join(words).title()
