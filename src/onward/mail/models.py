"""What is kept of mail: hiring messages, and the place and count of each run."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from onward.core.ids import uuid7
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


class Review(models.TextChoices):
    """Why a message waits for the person, if it does."""

    NONE = "", _("needs nothing")
    AMBIGUOUS = "ambiguous", _("the words do not decide")
    UNMATCHED = "unmatched", _("no application found")
    APPROACH = "approach", _("somebody wrote first")
    SETTLED = "settled", _("settled by you")


class MailMessage(models.Model):
    """One hiring message as it was understood; ordinary mail is never stored.

    `key` is the parser's stable identity, equal for the same mail in two files.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    key = models.CharField(max_length=64)
    message_id = models.CharField(max_length=998)
    thread = models.CharField(max_length=998, blank=True)
    references = models.JSONField(default=list, blank=True)
    calendar = models.JSONField(default=dict, blank=True)
    sent_at = models.DateTimeField()
    is_date_believed = models.BooleanField(default=True)
    sender_name = models.CharField(max_length=320, blank=True)
    sender_address = models.CharField(max_length=320, blank=True)
    subject = models.CharField(max_length=998, blank=True)
    text = models.TextField(blank=True)
    path = models.CharField(max_length=4096)
    offset = models.PositiveBigIntegerField(default=0)

    verdict = models.CharField(max_length=20)
    confidence = models.FloatField(default=0.0)
    because = models.JSONField(default=list, blank=True)
    language = models.CharField(max_length=8, blank=True)
    company = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=300, blank=True)
    requisition = models.CharField(max_length=100, blank=True)
    system = models.CharField(max_length=100, blank=True)
    contact_name = models.CharField(max_length=320, blank=True)
    contact_address = models.CharField(max_length=320, blank=True)
    accepts_replies = models.BooleanField(default=False)
    review = models.CharField(
        max_length=10, choices=Review.choices, default=Review.NONE, blank=True
    )
    recorded_at = models.DateTimeField()

    objects = OwnedQuerySet["MailMessage"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "key"), name="mail_once"),
        )
        indexes = (
            models.Index(fields=("person", "sent_at"), name="mail_by_date"),
            models.Index(fields=("person", "review"), name="mail_by_review"),
        )

    def __str__(self) -> str:
        return self.subject or str(_("(no subject)"))


class MailRun(models.Model):
    """One reading of mail: what was read, what came of it, and what could not be read."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    paths = models.JSONField(default=list)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    counts: Any = models.JSONField(default=dict, blank=True)
    problems: Any = models.JSONField(default=list, blank=True)

    objects = OwnedQuerySet["MailRun"].as_manager()

    class Meta:
        indexes = (models.Index(fields=("person", "-started_at"), name="run_history"),)

    def __str__(self) -> str:
        return f"reading of {self.started_at:%Y-%m-%d %H:%M}"


class AwaitedAnswer(models.Model):
    """An answer that a person waits for: such mail is kept, whatever its words are about.

    An answer to a question may hold no word of hiring; without this it would be let pass
    like any other private mail. `record` says what waits for it, in the room that asked.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    record = models.UUIDField()
    address = models.CharField(max_length=320, blank=True)
    message_ids = models.JSONField(default=list, blank=True)
    since = models.DateTimeField()

    objects = OwnedQuerySet["AwaitedAnswer"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "record"), name="mail_await_once"
            ),
        )

    def __str__(self) -> str:
        return f"an answer from {self.address}"
