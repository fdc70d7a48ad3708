"""What the messages of one application tell of it together, each fact in its best form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
    label_variants,
    registrable_label,
)
from onward.mail.rules.facts.titles.role import contains_words, is_spelled_out, role_key
from onward.mail.rules.facts.towns import is_town
from onward.mail.rules.folding.akin import share_a_word
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.types import ENDINGS, NOT_HIRING, Verdict

_NO_APPLICATION = frozenset({Verdict.OUTREACH, Verdict.AMBIGUOUS, *NOT_HIRING})


@dataclass(frozen=True, slots=True)
class Cluster:
    """Messages of one application, oldest first, with its facts in their best form.

    Attributes:
        makes_application: False where somebody only wrote to the person first, and where
            nothing but mail tells of one that begins nothing.
        contact: Address of the person who wrote last.
    """

    keys: tuple[str, ...]
    company: str
    role: str
    requisition: str
    system: str
    makes_application: bool
    contact: str = ""


def cluster_of(items: Sequence[FoldItem]) -> Cluster:
    """Return messages of one application, oldest first, with its facts in their best form."""
    numbers = [item.requisition for item in items if item.requisition]
    return Cluster(
        keys=tuple(item.key for item in items),
        company=_with_sign(
            _best(_employers(items), key_of=company_key, is_full=has_legal_form),
            written=(item.company for item in items),
        ),
        role=_best(_titles(items), key_of=role_key, is_full=is_spelled_out),
        requisition=_best(numbers, key_of=str),
        system=next((item.system for item in items if item.system), ""),
        makes_application=any(
            i.verdict not in _NO_APPLICATION and not i.begins_nothing for i in items
        ),
        contact=next((i.contact for i in reversed(items) if i.contact), ""),
    )


def _employers(items: Sequence[FoldItem]) -> list[str]:
    """Return the employers that messages name; of one house, no name that a domain alone tells.

    But where that is the longer one: a mail may call a house by a part of its name.
    """
    items = _without_towns(items)
    told = [item.company for item in items if item.company and not _is_spelled(item)]
    keys = [company_key(name) for name in told]
    spelled = [company_key(item.company) for item in items if _is_spelled(item)]
    is_one_house = any(share_a_word(*pair) for pair in product(spelled, keys))
    if is_one_house and _most_words(keys) >= _most_words(spelled):
        # What a mail says somewhere else as well is no name of a domain alone.
        return [
            item.company
            for item in items
            if not _is_spelled(item) or company_key(item.company) in keys
        ]
    return [item.company for item in items]


# "Ormsby Foods of Lancaster", "Klinik Sommerau in Amberg"
_OF_TOWN = re.compile(
    r"(?<=\w) (?:of|in|aus|à|de|di|a|em|te|uit|w|z|i|från) (?P<town>\S.*)$"
)


def _without_towns(items: Sequence[FoldItem]) -> list[FoldItem]:
    """Return messages without those that name the employer and its town, where another names it alone."""
    names = {company_key(item.company) for item in items if item.company}
    return [item for item in items if not _is_told_with_town(item.company, names)]


def _is_told_with_town(name: str, names: Collection[str]) -> bool:
    behind = _OF_TOWN.search(name)
    if behind is None or not is_town(behind["town"]):
        return False
    bare = company_key(name[: behind.start()])
    return bare in names and " " in bare


def _with_sign(name: str, *, written: Iterable[str]) -> str:
    """Return "Ashby & Sons" for the "Ashby and Sons" that a domain has room for, where somebody wrote so."""
    if "&" in name or has_legal_form(name):
        return name
    key = company_key(name)
    signed = (each for each in written if "&" in each and company_key(each) == key)
    return next(signed, name)


def _most_words(keys: Sequence[str]) -> int:
    return max(len(key.split()) for key in keys)


def _is_spelled(item: FoldItem) -> bool:
    """Say whether the domain that a message comes from, or goes to, is all that names its employer."""
    label = registrable_label(item.firm)
    is_named = bool(label and item.company) and not has_legal_form(item.company)
    return is_named and compact(company_key(item.company)) in label_variants(label)


def _titles(items: Sequence[FoldItem]) -> list[str]:
    """Return the titles of an application; that of a no only where it is one of the others in full.

    "… but we could use somebody for the shelves": what a no goes on to suggest was not
    applied for. What is a title in one mail and the employer in another is no title.
    """
    firms = {company_key(item.company) for item in items if item.company}
    items = [item for item in items if company_key(item.role) not in firms]
    before = [item.role for item in items if item.role and item.verdict not in ENDINGS]
    known = [words for each in before if (words := role_key(each))]
    return before + [
        item.role
        for item in items
        if item.role
        and item.verdict in ENDINGS
        and (
            not known
            or any(contains_words(role_key(item.role), words) for words in known)
        )
    ]


def _best(
    written: Sequence[str],
    *,
    key_of: Callable[[str], str],
    is_full: Callable[[str], bool] = bool,
) -> str:
    """Return the fullest form: most words, then most often, then longest, then first."""
    counts = Counter(filter(None, written))
    if len(counts) < 2:
        return next(iter(counts), "")
    return min(
        counts,
        key=lambda form: (
            -len(key_of(form).split()),
            not is_full(form),
            -counts[form],
            -len(form),
            form,
        ),
    )
