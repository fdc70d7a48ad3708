"""How far the steps have read, the care plan of each no, and cards put off."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from onward.applications.models import Event
from onward.method.plan.rules import Mattered
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

MATTERED_CHOICES = (
    (Mattered.LITTLE.value, _("A little")),
    (Mattered.SOME.value, _("Somewhat")),
    (Mattered.LOT.value, _("A lot")),
)


class Cursor(models.Model):
    """The number of the last event of a person that was handed to every step.

    `ahead` has the numbers after it that were handed over before their turn.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    last_number = models.PositiveBigIntegerField(default=0)
    ahead = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"read up to {self.last_number}"


class CarePlan(models.Model):
    """The care plan of one no; what follows from the history is read anew each time.

    `origin` is the first event of a no that was corrected, otherwise the event itself.
    `asks` is what the steps were last told.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    event = models.OneToOneField(
        Event, on_delete=models.CASCADE, related_name="care_plan"
    )
    origin = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+")
    learned_at = models.DateTimeField()
    mattered = models.CharField(max_length=10, choices=MATTERED_CHOICES, blank=True)
    rested_at = models.DateTimeField(null=True, blank=True)
    asks = models.BooleanField(default=False)

    objects = OwnedQuerySet["CarePlan"].as_manager()

    def __str__(self) -> str:
        return f"care plan of {self.event}"


class CalendarFeed(models.Model):
    """The private address of a person's calendar; only the digest of its secret is kept."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    hides_names = models.BooleanField(_("without names"), default=False)

    objects = OwnedQuerySet["CalendarFeed"].as_manager()

    def __str__(self) -> str:
        return f"calendar address of {self.created_at:%Y-%m-%d}"


class CardSnooze(models.Model):
    """A card of Today that was answered with "Not now", and when it may come again."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    step = models.CharField(max_length=50)
    kind = models.CharField(max_length=100)
    until = models.DateTimeField()

    objects = OwnedQuerySet["CardSnooze"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "step", "kind"), name="plan_snoozed_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.step} {self.kind} later"
