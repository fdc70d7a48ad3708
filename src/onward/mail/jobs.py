"""Mail's background work."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from onward.jobs.models import Job
from onward.jobs.services import Progress
from onward.mail.services import import_paths


def import_mail(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Read the job's paths into the ledger; idempotent, since messages are known by key.

    Arguments of the job: `paths`, and `uploads`, a folder that is deleted afterwards.
    """
    paths = [Path(path) for path in job.arguments["paths"]]
    summary = import_paths(job.person, paths, progress=progress)
    uploads = job.arguments.get("uploads")
    if uploads:
        # Only hiring mail is kept; the uploaded mailbox itself leaves no trace.
        shutil.rmtree(uploads, ignore_errors=True)
    return asdict(summary)
