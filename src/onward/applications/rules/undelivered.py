"""What the person sent that did not arrive, and what was sent again since; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from onward.applications.rules.kinds import EventKind
from onward.applications.rules.past import PastEvent

TELLS = frozenset({EventKind.NOTE, EventKind.REMINDER})
"""What can tell of a mail that did not arrive: its payload then names when that was sent."""

_SENT = frozenset({EventKind.APPLIED, EventKind.FOLLOW_UP})


class Undelivered(NamedTuple):
    """What a history has of mail that did not arrive, by the identities of its events.

    Attributes:
        lost: What did not arrive: applications and follow-ups.
        again: What says that such was sent again, and which of the two that is.
    """

    lost: frozenset[str]
    again: Mapping[str, EventKind]


def undelivered(history: Iterable[PastEvent]) -> Undelivered:
    """Return which applications and follow-ups did not arrive, and which were sent again.

    What was sent again and came back, too, is sent again only once it is told of anew.
    """
    lasting = [event for event in history if not event.is_void]
    told = {
        event.identity: datetime.fromisoformat(event.payload["undelivered"])
        for event in lasting
        if event.kind in TELLS and "undelivered" in event.payload
    }
    moments = frozenset(told.values())
    kinds: dict[datetime, EventKind] = {}
    lost: set[str] = set()
    for event in lasting:
        if event.kind in _SENT and event.at in moments:
            lost.add(event.identity)
            kinds[event.at] = event.kind
    again: dict[str, EventKind] = {}
    for event in sorted(lasting, key=lambda event: (event.at, event.number)):
        moment = told.get(str(event.payload.get("event")))
        if event.kind != EventKind.DONE or moment not in kinds:
            continue
        if event.at in moments:
            kinds.setdefault(event.at, kinds[moment])
        else:
            again[event.identity] = kinds[moment]
    return Undelivered(frozenset(lost), again)
