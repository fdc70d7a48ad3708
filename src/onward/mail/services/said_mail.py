"""Mail of which the person said what it is and whose: the fold takes their word for it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.db.models.functions import Coalesce

from onward.applications.models import Event
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.types import Verdict
from onward.people.models import Person

SETTLED_KEY = "settled:"
"""What the key begins with of an event that says what the person said of a message."""

_HEAD = Coalesce("application__merged_into_id", "application_id")
_VERDICTS = {verdict.value: verdict for verdict in Verdict}


@dataclass(frozen=True, slots=True)
class Said:
    """What the person said of a message, and how the application is called that they chose."""

    head: uuid.UUID
    kind: str
    company: str
    role: str


def said_mail(person: Person) -> dict[str, Said]:
    """Return what counts of the person's words on messages, by the key of each."""
    words = Event.objects.for_person(person).filter(
        key__startswith=SETTLED_KEY, voided_by=None
    )
    columns = ("key", _HEAD, "kind", _named("company"), _named("role"))
    rows = words.order_by("number").values_list(*columns)
    return {name.split(":", 2)[1]: Said(*rest) for name, *rest in rows}


def _named(fact: str) -> Coalesce:
    return Coalesce(f"application__merged_into__{fact}", f"application__{fact}")


def as_said(items: Iterable[FoldItem], said: Mapping[str, Said]) -> Iterator[FoldItem]:
    """Yield messages as the fold sees them, the person's word in place of how they read."""
    for item in items:
        word = said.get(item.key)
        yield item if word is None else _as_said(item, word)


def _as_said(item: FoldItem, word: Said) -> FoldItem:
    # What they wrote themselves joins an application, and never begins one by a no.
    verdict = item.verdict
    if not item.is_sent:
        # A reply says nothing that the fold goes by but that there is an application.
        verdict = _VERDICTS.get(word.kind, Verdict.INFORMATION_REQUEST)
    return replace(
        item,
        verdict=verdict,
        company=word.company or item.company,
        role=word.role or item.role,
        begins_nothing=False,
    )
