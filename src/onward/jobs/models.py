"""Background work that people can see."""

from __future__ import annotations

import re

from django.db import models
from django.utils.translation import gettext_lazy as _

from onward.core.ids import uuid7
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

BEGUN_AGAIN = "begun_again"
"""In the result of a job that was stopped on its way, as long as it has no other."""


class JobState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    STOPPED = "stopped", _("stopped by you")
    BROKEN = "broken", _("stopped by an error")


class Job(models.Model):
    """One piece of background work: the queue, its progress and its history in one row.

    A worker claims a waiting row by compare-and-set and renews `leased_until`; a row whose
    lease ran out belongs to a worker that died and is taken up again.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    arguments = models.JSONField(default=dict, blank=True)
    state = models.CharField(
        max_length=10, choices=JobState.choices, default=JobState.WAITING
    )
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)
    message = models.TextField(blank=True)
    result = models.JSONField(default=dict, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    is_cancel_asked = models.BooleanField(default=False)
    run_after = models.DateTimeField()
    leased_until = models.DateTimeField(null=True, blank=True)
    leased_by = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet["Job"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("state", "run_after"), name="job_next"),
            models.Index(fields=("person", "-created_at"), name="job_history"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def title_alone(self) -> str:
        """Its title without addresses of mailboxes, for what stands over the window."""
        return re.sub(r"\S+@\S+", "…", self.title)

    @property
    def is_finished(self) -> bool:
        return self.state not in {JobState.WAITING, JobState.RUNNING}

    @property
    def is_begun_again(self) -> bool:
        """A worker was at it before and did not come to its end."""
        # What the command line does itself begins as it is made, and is tried once.
        is_queued = self.started_at != self.created_at
        was_left = BEGUN_AGAIN in self.result or (is_queued and self.attempts > 1)
        return was_left and not self.is_finished

    @property
    def percent(self) -> int | None:
        """How far it is, 0..100, or None where the total is not known."""
        return min(100, self.done * 100 // self.total) if self.total else None


class Schedule(models.Model):
    """Work that comes back: the next run is taken by compare-and-set on `next_run_at`."""

    kind = models.CharField(max_length=40, primary_key=True)
    next_run_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.kind
