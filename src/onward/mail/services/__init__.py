"""Mail's use cases: read it, fold it into the ledger, settle what was left open."""

from __future__ import annotations

from onward.mail.services.awaiting import await_answer, stop_awaiting
from onward.mail.services.committing import commit_mail
from onward.mail.services.importing import import_paths
from onward.mail.services.learning import learned_records
from onward.mail.services.reader import ImportSummary
from onward.mail.services.reviewing import set_aside, settle
from onward.mail.services.sent import own_addresses, own_name

__all__ = [
    "ImportSummary",
    "await_answer",
    "commit_mail",
    "import_paths",
    "learned_records",
    "own_addresses",
    "own_name",
    "set_aside",
    "settle",
    "stop_awaiting",
]
