"""Matching's background work: what a page does not wait for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onward.jobs.models import Job
from onward.jobs.services import Progress
from onward.matching.services.tailoring import make_tailorings


def read_tailoring(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Read every advert beside the résumé that was sent; what is known stays as it is."""
    return {"read": make_tailorings(job.person, progress=progress)}
