"""Domains that are of no one house, since several have a mailbox there that is called after them."""

from __future__ import annotations

from collections import defaultdict

from onward.mail.models import MailMessage
from onward.mail.rules.facts.contact import has_given_name, is_office_box
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    label_variants,
    registrable_label,
)
from onward.mail.services.talks import is_of_firm
from onward.people.models import Person

_TELLING = 6
"""Letters of a name that a mailbox spells by no accident."""
_FEWEST = 2


def provider_hosts(person: Person) -> frozenset[str]:
    """Return the domains at which several employers write from mailboxes called after them.

    "boathouse.tearoom@" and "thefoxandfiddle@" of one domain that is on no list of providers
    are two houses. A colleague's mailbox bears a colleague's name, and an office's what it does.
    """
    rows = MailMessage.objects.for_person(person).filter(is_sent=False)
    named = rows.exclude(company="").values_list("sender_address", "company")
    found: dict[str, set[str]] = defaultdict(set)
    for address, company in named.order_by().distinct():
        if _is_called_after(address.lower(), company=company):
            found[address.lower().rpartition("@")[2]].add(company_key(company))
    return frozenset(host for host, names in found.items() if len(names) >= _FEWEST)


def _is_called_after(address: str, *, company: str) -> bool:
    local_part, _, host = address.rpartition("@")
    name = compact(company_key(company))
    if len(name) < _TELLING or name not in compact(local_part):
        return False
    if not is_of_firm(host) or is_office_box(address) or has_given_name(company):
        return False
    return not any(name in each for each in label_variants(registrable_label(host)))
