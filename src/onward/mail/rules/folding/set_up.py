"""Calendar entries, which tell by who set them up what they are about, and little by their title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onward.mail.rules.facts.employers.names import company_key
from onward.mail.rules.facts.titles.words import sounds_like_title
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.folding.openings import opening_key


def as_set_up(items: Iterable[FoldItem]) -> list[FoldItem]:
    """Return items where an entry counts as mail of who set it up, if they wrote before or after.

    "Kranich QA interview" comes from the calendar of whoever writes of the QA Engineer at
    Kranich Payments.
    """
    all_items = list(items)
    written: dict[str, list[FoldItem]] = defaultdict(list)
    for item in all_items:
        if item.contact and not item.organiser:
            written[item.contact].append(item)
    return [_as_set_up(item, written.get(item.organiser, [])) for item in all_items]


def _as_set_up(item: FoldItem, written: list[FoldItem]) -> FoldItem:
    if not item.organiser or not written:
        return item
    firm = next((mail.firm for mail in written if mail.firm), item.firm)
    role = _title(item.role, written=written)
    return replace(item, contact=item.organiser, firm=firm, role=role)


def _title(role: str, *, written: list[FoldItem]) -> str:
    """Return the job that the title of an entry names; "" where it is none, or one of several."""
    known = {opening_key(mail.role): mail.role for mail in written if mail.role}
    label = opening_key(role)
    if not label or label in known:
        return role
    names = [company_key(mail.company).split() for mail in written]
    words = _without_names(label.split(), names=names)
    akin = [each for key, each in known.items() if set(words) <= set(key.split())]
    if akin:
        return akin[0] if len(akin) == 1 and words else ""
    return role if sounds_like_title(" ".join(words)) else ""


def _without_names(words: list[str], *, names: Iterable[list[str]]) -> list[str]:
    """Return the words of a title without the employer's name, or its beginning, before it."""
    return min((list(_rest(words, name)) for name in names), key=len, default=words)


def _rest(words: list[str], name: list[str]) -> Iterator[str]:
    at = 0
    while at < min(len(words), len(name)) and words[at] == name[at]:
        at += 1
    yield from words[at:]
