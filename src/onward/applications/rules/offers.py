"""Which no takes an offer back that had been made; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.rules.past import PastEvent

_OWN_END = frozenset({EventKind.WITHDRAWAL, EventKind.OFFER_DECLINED})
_THEIRS = frozenset({EventKind.REJECTION, EventKind.POSITION_CLOSED})
_OF_OFFER = re.compile(
    r"\boffer\b|angebot|zusage|\boffre|proposition|\boferta|propuesta|offerta|proposta|aanbod|\bofert|propozycj"
    r"|erbjudande|teklif|contract|vertrag|contrat|umow|sözleşme|avtal",
    re.IGNORECASE,
)


def taken_back_by(history: Iterable[PastEvent]) -> set[int]:
    """Return the numbers of the noes of theirs by which an offer was taken back.

    That is one after the person accepted it, or had not declined it; an offer that a rule alone
    read counts only where the no speaks of it as well: "an offer of an interview" is none.
    """
    moves = sorted(
        (event for event in history if not event.is_void),
        key=lambda event: (event.at, event.number),
    )
    found: set[int] = set()
    is_offered = is_sure = False
    for event in moves:
        if event.kind == EventKind.OFFER:
            is_offered = True
            is_sure = is_sure or event.decided_by == DecidedBy.PERSON
        elif event.kind == EventKind.ACCEPTANCE:
            is_offered = is_sure = True
        elif event.kind in _OWN_END:
            is_offered = is_sure = False
        elif event.kind in _THEIRS and is_offered:
            if is_sure or _OF_OFFER.search(event.payload.get("words", "")):
                found.add(event.number)
            is_offered = is_sure = False
    return found
