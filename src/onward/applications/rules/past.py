"""One event of an application's history, as the rules see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from onward.applications.rules.kinds import DecidedBy, EventKind


@dataclass(frozen=True, slots=True)
class PastEvent:
    """One event as the rules see it.

    Attributes:
        number: Place in the person's history, from 1; later events may void earlier ones.
        at: When it happened, aware UTC.
        is_own: Recorded of the application itself, not of one that became part of it.
        identity: By what later events name it.
    """

    number: int
    kind: EventKind
    at: datetime
    decided_by: DecidedBy
    payload: Mapping[str, Any] = field(default_factory=dict)
    is_void: bool = False
    is_own: bool = True
    identity: str = ""
