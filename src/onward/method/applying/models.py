"""A person's week in sessions, and the sessions that were."""

from __future__ import annotations

from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _

from onward.core.ids import uuid7
from onward.method.applying.rules import DEFAULT_MINUTES, DEFAULT_PACE, Felt, Pace
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

FELT_CHOICES = (
    (Felt.BETTER.value, _("Better than before")),
    (Felt.SAME.value, _("The same")),
    (Felt.WORSE.value, _("Worse than before")),
)


def _session_days() -> list[int]:
    return sorted(DEFAULT_PACE.session_days)


def _protected_days() -> list[int]:
    return sorted(DEFAULT_PACE.protected_days)


class Rhythm(models.Model):
    """A person's pace; `is_on` says that they keep a plan, and sessions may be suggested.

    `last_active_at` is when they last did something by hand, to the hour; `goes_on_at` when
    they said that the search goes on, whatever offer they had accepted by then.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    is_on = models.BooleanField(default=False)
    is_asked = models.BooleanField(default=False)
    session_days = models.JSONField(default=_session_days)
    protected_days = models.JSONField(default=_protected_days)
    minutes = models.PositiveSmallIntegerField(default=DEFAULT_MINUTES)
    starts_at = models.TimeField(default=time(10))
    changed_at = models.DateTimeField(null=True, blank=True)
    last_active_at = models.DateTimeField(null=True, blank=True)
    less_asked_at = models.DateTimeField(null=True, blank=True)
    goes_on_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet["Rhythm"].as_manager()

    def __str__(self) -> str:
        return f"{len(self.session_days)} sessions of {self.minutes} minutes"

    def as_pace(self) -> Pace:
        """Return this row as the rules see it."""
        return Pace(
            session_days=frozenset(self.session_days),
            protected_days=frozenset(self.protected_days),
            minutes=self.minutes,
        )


class Session(models.Model):
    """One session: when it was, how long, and how the person felt after it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    day = models.DateField()
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    felt = models.CharField(max_length=10, choices=FELT_CHOICES, blank=True)
    note = models.CharField(max_length=300, blank=True)
    left_out_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet["Session"].as_manager()

    class Meta:
        indexes = (models.Index(fields=("person", "day"), name="applying_by_day"),)

    def __str__(self) -> str:
        return f"session on {self.day}"
