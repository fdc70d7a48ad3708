"""What a person chose or wrote for the longer view; the numbers are never stored."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from onward.applications.models import Application, Event
from onward.core.ids import uuid7
from onward.method.outlook.rules.stones import MOST_WRITTEN, StoneKind
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

STONE_CHOICES = (
    (StoneKind.PRACTICE.value, _("practice")),
    (StoneKind.CONTACT.value, _("a contact")),
    (StoneKind.FEEDBACK.value, _("feedback")),
    (StoneKind.SKILL.value, _("a skill, or what I know better now")),
    (StoneKind.OTHER.value, _("something else")),
)


class OutlookChoice(models.Model):
    """How a person wants the numbers reckoned."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    uses_prior = models.BooleanField(
        _("begin from what published searches say"), default=True
    )

    def __str__(self) -> str:
        return "with published searches" if self.uses_prior else "own numbers alone"


class FirstThing(models.Model):
    """What a person means to do first when the next no comes."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    will_text = models.CharField(_("I will"), max_length=200)
    made_at = models.DateTimeField()

    objects = OwnedQuerySet["FirstThing"].as_manager()

    def __str__(self) -> str:
        return self.will_text


class NoToday(models.Model):
    """A no that asks, and the moment at which it was learned of."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    origin = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="+")
    learned_at = models.DateTimeField()

    objects = OwnedQuerySet["NoToday"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("person", "learned_at"), name="outlook_no_by_moment"),
        )

    def __str__(self) -> str:
        return f"a no learned of at {self.learned_at:%Y-%m-%d %H:%M}"


class LeftOpen(models.Model):
    """A quiet application that the person wants to leave open until a day."""

    by_hand: ClassVar[models.Q] = models.Q()

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    application = models.OneToOneField(
        Application, on_delete=models.CASCADE, related_name="+"
    )
    until = models.DateTimeField()

    objects = OwnedQuerySet["LeftOpen"].as_manager()

    def __str__(self) -> str:
        return f"left open until {self.until:%Y-%m-%d}"


class Stone(models.Model):
    """What a no left behind, in the person's own words."""

    by_hand: ClassVar[models.Q] = models.Q()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    origin = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    kind = models.CharField(max_length=20, choices=STONE_CHOICES)
    text = models.CharField(_("in your own words"), max_length=MOST_WRITTEN)

    objects = OwnedQuerySet["Stone"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("origin", "at"), name="outlook_stone_by_no"),
            models.Index(fields=("person", "-at"), name="outlook_stone_by_moment"),
        )

    def __str__(self) -> str:
        return self.text
