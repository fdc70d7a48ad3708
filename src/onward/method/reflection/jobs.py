"""Background work of looking back: which résumés answered their advert."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onward.jobs.models import Job
from onward.jobs.services import Progress
from onward.method.reflection.services.tailoring import read_pair, unread_pairs

MOST_AT_ONCE = 500


def read_tailoring(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Read each sent résumé beside its advert, once; what is read already stays."""
    pairs = unread_pairs(job.person, limit=MOST_AT_ONCE)
    for done, (application, advert) in enumerate(pairs):
        progress(done=done, total=len(pairs))
        read_pair(job.person, application_id=application, advert_id=advert)
    progress(done=len(pairs), total=len(pairs))
    return {"read": len(pairs)}
