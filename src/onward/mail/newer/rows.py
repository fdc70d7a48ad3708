"""What is kept of the readings by a newer program, and how far its reading came."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from onward.core.ids import uuid7
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


class ReadingMark(models.Model):
    """Which program reads a person's mail now, and how far it read what others had stored.

    Mail that was recorded before `since` was read by another program; of that, what stands
    after `reached`, in the order of its ids, is still to be read. A program that is one of
    `superseded` reads none of it any more, where it still runs beside a newer one.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE)
    program = models.CharField(max_length=64)
    since = models.DateTimeField()
    reached = models.UUIDField(null=True, blank=True)
    superseded = models.JSONField(default=list)

    objects = OwnedQuerySet["ReadingMark"].as_manager()

    def __str__(self) -> str:
        return f"read by {self.program[:8]} since {self.since:%Y-%m-%d %H:%M}"


class NewerState(models.TextChoices):
    """What the person made of a newer reading."""

    WAITING = "waiting", _("waits for you")
    TAKEN = "taken", _("taken over by you")
    KEPT = "kept", _("kept as it was by you")
    TAKEN_BACK = "taken_back", _("taken over, and taken back")


class NewerReading(models.Model):
    """What a newer program reads in a stored message, where that is not what it was read as.

    It changes nothing until the person takes it over. What they left as it was, or took
    back, is not proposed again.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    message = models.ForeignKey(
        "mail.MailMessage", on_delete=models.CASCADE, related_name="newer_readings"
    )
    was = models.CharField(max_length=20)
    meaning = models.CharField(max_length=20)
    # The columns of the message that the reading fills, as they were and as they would be.
    before: Any = models.JSONField(default=dict)
    after: Any = models.JSONField(default=dict)
    state = models.CharField(
        max_length=10, choices=NewerState.choices, default=NewerState.WAITING
    )
    batch = models.UUIDField(null=True, blank=True)
    found_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet["NewerReading"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("message", "was", "meaning"), name="newer_reading_once"
            ),
        )
        indexes = (
            models.Index(fields=("person", "state"), name="newer_by_state"),
            models.Index(fields=("person", "batch"), name="newer_by_press"),
        )

    def __str__(self) -> str:
        return f"{self.message} read as {self.meaning}, not {self.was}"

    @property
    def is_waiting(self) -> bool:
        """Whether the person has not decided on it."""
        return self.state == NewerState.WAITING

    @property
    def is_taken(self) -> bool:
        """Whether the message means this by the person's word."""
        return self.state == NewerState.TAKEN
