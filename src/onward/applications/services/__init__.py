"""The ledger's use cases: record what happened, take it back, put it right, find it."""

from __future__ import annotations

from onward.applications.services.by_hand import (
    add_application,
    add_event,
    archive,
    describe,
    restore,
)
from onward.applications.services.joining import (
    merge,
    move_event,
    resembling,
    split,
)
from onward.applications.services.ledger import (
    DERIVED_FIELDS,
    FACT_LIMITS,
    EventDraft,
    commit_events,
    disagreements,
    rederive,
    search_text_of,
    summaries,
    timeline_events,
)
from onward.applications.services.listing import came_through, find_applications
from onward.applications.services.timeline import Entry, timeline
from onward.applications.services.undoing import (
    bring_back,
    correct_event,
    take_back,
    void_event,
)

__all__ = (
    "DERIVED_FIELDS",
    "FACT_LIMITS",
    "Entry",
    "EventDraft",
    "add_application",
    "add_event",
    "archive",
    "bring_back",
    "came_through",
    "commit_events",
    "correct_event",
    "describe",
    "disagreements",
    "find_applications",
    "merge",
    "move_event",
    "rederive",
    "resembling",
    "restore",
    "search_text_of",
    "split",
    "summaries",
    "take_back",
    "timeline",
    "timeline_events",
    "void_event",
)
