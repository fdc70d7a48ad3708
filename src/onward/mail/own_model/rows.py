"""What is kept of a person's own language model, and of what it said."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from onward.core.ids import uuid7
from onward.mail.rules.own_model.answers import Outcome
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


class OwnModel(models.Model):
    """A language model of the person's own, asked about ambiguous mail; off by default.

    Its key lies where the passwords of mailboxes do: in no row, export, job or log.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.OneToOneField(Person, on_delete=models.CASCADE)
    address = models.CharField(max_length=600)
    name = models.CharField(max_length=200)
    is_on = models.BooleanField(default=False)
    # Given for this very address; another one asks again.
    may_leave_computer = models.BooleanField(default=False)
    asks_after_reading = models.BooleanField(default=False)
    secret_place = models.CharField(max_length=10, blank=True)
    created_at = models.DateTimeField()
    worked_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=30, blank=True)
    trouble_words = models.CharField(max_length=500, blank=True)

    objects = OwnedQuerySet["OwnModel"].as_manager()

    def __str__(self) -> str:
        return self.name


class AnswerState(models.TextChoices):
    """What the person made of a proposed reading."""

    WAITING = "waiting", _("waits for you")
    ACCEPTED = "accepted", _("recorded by you")
    DISMISSED = "dismissed", _("dismissed by you")


class ModelAnswer(models.Model):
    """What a person's own model said of one ambiguous message, or why it did not count.

    Never a verdict: it changes nothing until the person accepts it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    message = models.OneToOneField(
        "mail.MailMessage", on_delete=models.CASCADE, related_name="model_answer"
    )
    model = models.CharField(max_length=200)
    outcome = models.CharField(max_length=20)
    verdict = models.CharField(max_length=20, blank=True)
    quote = models.JSONField(default=dict, blank=True)
    # Where it would be recorded; none: on a new one, if the employer is known.
    application = models.ForeignKey(
        "applications.Application", on_delete=models.SET_NULL, null=True, blank=True
    )
    is_placed = models.BooleanField(default=False)
    state = models.CharField(
        max_length=10, choices=AnswerState.choices, default=AnswerState.WAITING
    )
    asked_at = models.DateTimeField()

    objects = OwnedQuerySet["ModelAnswer"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("person", "outcome"), name="answer_by_outcome"),
        )

    def __str__(self) -> str:
        return f"{self.model}: {self.verdict or self.outcome}"

    @property
    def is_waiting(self) -> bool:
        """Whether there is a reading that the person has not decided on."""
        is_proposed = self.outcome == Outcome.PROPOSED
        return is_proposed and self.state == AnswerState.WAITING
