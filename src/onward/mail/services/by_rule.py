"""What a rule reads of a message: the draft of an event that says so."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.services import EventDraft
from onward.mail.services.stored import Mail


def draft_by_rule(
    row: Mail,
    *,
    head: uuid.UUID,
    kind: EventKind,
    payload: Mapping[str, Any],
    key: str,
    batch: uuid.UUID | None = None,
) -> EventDraft:
    """Return an event of an application that a message tells of, when it was written.

    Args:
        key: Makes it happen once, also where the person took it back.
    """
    return EventDraft(
        application_id=head,
        kind=kind,
        at=row.sent_at,
        decided_by=DecidedBy.RULE,
        source_kind=SourceKind.MESSAGE,
        source_id=row.pk,
        payload=payload,
        key=key,
        batch=batch,
    )
