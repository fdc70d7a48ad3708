"""Which employer the person writes to, called as they call it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.basics.text import fold
from onward.mail.rules.facts.contact import has_given_name, is_person
from onward.mail.rules.facts.employers.mailbox import mailbox_name, spelled_by_mailbox
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
    label_variants,
    registrable_label,
    says_kind,
)
from onward.mail.rules.facts.employers.shown_name import (
    shown_employer,
    shown_with_article,
)
from onward.mail.rules.talks.applies_outright import employer_outright
from onward.mail.rules.talks.own_firm import company_of_domain, firm_written
from onward.mail.rules.talks.own_mail import own_words
from onward.mail.rules.types import Address, Message

_WORDS_OF_PERSON = 2


def as_shown(to: Sequence[Address], *, company: str) -> str:
    """Return how the person writes an employer, where their own mail tells no more than a domain.

    "Bäckerei Am Tor <info@baeckereiamtor.example>" is told as "Bäckerei Amtor".
    """
    name = compact(company_key(company))
    for each in to if name and not has_legal_form(company) else ():
        shown = shown_employer(each)
        is_domain = _is_domains(company, each.domain)
        is_run_together = name in label_variants(registrable_label(each.domain))
        is_parted = is_run_together and _is_in(company, shown=shown)
        # "Pat Rathduff Motors": somebody's given name before the firm's.
        is_firm = shown and not has_given_name(shown.partition(" ")[0])
        if is_firm and (is_domain or is_parted):
            return shown
    return company


def _is_domains(company: str, domain: str) -> bool:
    """Say whether an employer is called by no more than a domain, run together or not."""
    return compact(company_key(company)) == compact(
        company_key(company_of_domain(domain))
    )


def _is_in(company: str, *, shown: str) -> bool:
    """Say whether a name stands in another, its words in whatever order: "Szkoła Polska" in "Polska Szkoła w Lublinie"."""
    words = {*company_key(company).split()}
    is_told = len(words) > 1 and words <= {*company_key(shown).split()}
    return is_told or compact(company_key(company)) in compact(company_key(shown))


def as_written(message: Message, *, company: str, hosts: Collection[str]) -> str:
    """Return the employer as the person's own words have it, where but a domain tells it."""
    own = fold(own_words(message.text))
    if not company:
        return (
            _of_free_mailbox(message, hosts=hosts)
            or employer_outright(own)
            or _called_at_provider(message, hosts=hosts)
        )
    for each in message.to:
        if _is_domains(company, each.domain):
            said = f"{fold(message.subject)}\n{own}"
            written = firm_written(said, domain=each.domain)
            return written or employer_outright(own) or company
    return company


def _of_free_mailbox(message: Message, *, hosts: Collection[str]) -> str:
    """Return an employer with no more than a free mailbox, by its letters in the person's words.

    "oldmillcafe@…" is written to as "the Old Mill Café".
    """
    own = fold(own_words(message.text))
    free = (to.local_part for to in _at_provider(message, hosts=hosts))
    return next(
        filter(None, (firm_written(own, domain=f"{name}.example") for name in free)), ""
    )


def _at_provider(message: Message, *, hosts: Collection[str]) -> list[Address]:
    """Return whom own mail goes to where anybody has a mailbox, or the person, too."""
    return [to for to in message.to if is_free_mail(to.domain) or to.domain in hosts]


def _called_at_provider(message: Message, *, hosts: Collection[str]) -> str:
    """Return how an employer at a provider is shown, or its mailbox called; "" where that may be a person."""
    found = (
        shown_with_article(to)
        or mailbox_name(to.local_part)
        or ("" if is_person(to) else spelled_by_mailbox(to.local_part))
        for to in _at_provider(message, hosts=hosts)
    )
    return next(filter(None, found), "")


def as_first_written_to(to: Sequence[Address], *, company: str) -> str:
    """Return the employer that the person wrote to, where the answer may name but its writer.

    "Annet Hooi <boer@dewinde.example>" answers what went to "Zorgboerderij De Winde".
    """
    is_maybe_name = len(company.split()) == _WORDS_OF_PERSON and not says_kind(company)
    for each in to if is_maybe_name and not has_legal_form(company) else ():
        shown = compact(company_key(shown_employer(each)))
        spelled = label_variants(registrable_label(each.domain))
        is_other = not any(x in compact(company_key(company)) for x in spelled)
        if is_other and any(shown.endswith(x) for x in spelled):
            return shown_employer(each)
    return company
