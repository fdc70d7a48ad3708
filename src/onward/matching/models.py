"""What the person says of a read-out, and the cheap summary that patterns are made of."""

from __future__ import annotations

from django.db import models

from onward.applications.models import Application
from onward.core.ids import uuid7
from onward.matching.rules.own import Correction
from onward.matching.rules.tailoring import Rule, Tailoring
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


class OwnWord(models.Model):
    """What the person says of one requirement of an application's advert; it wins.

    `key` is the requirement's own, so that reading the advert anew keeps it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    application = models.ForeignKey(Application, on_delete=models.CASCADE)
    key = models.CharField(max_length=300)
    said = models.CharField(
        max_length=12, choices=[(word.value, word.value) for word in Correction]
    )
    said_at = models.DateTimeField()

    objects = OwnedQuerySet["OwnWord"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("application", "key"), name="matching_one_word_each"
            ),
        )

    def __str__(self) -> str:
        return f"{self.key}: {self.said}"


class TailoringRow(models.Model):
    """The tailoring of one application, kept until something that it rests on changes.

    `basis` is a digest of the advert, the versions, the person's words and the rules.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    application = models.OneToOneField(Application, on_delete=models.CASCADE)
    basis = models.CharField(max_length=64)
    is_tailored = models.BooleanField(null=True)
    rule = models.CharField(
        max_length=16, choices=[(rule.value, rule.value) for rule in Rule]
    )
    asked = models.PositiveIntegerField()
    shown = models.PositiveIntegerField()
    shown_usually = models.PositiveIntegerField(null=True)

    objects = OwnedQuerySet["TailoringRow"].as_manager()

    def __str__(self) -> str:
        return f"{self.shown} of {self.asked}"

    def as_tailoring(self) -> Tailoring:
        """Return this row as the rules see it."""
        return Tailoring(
            self.is_tailored,
            Rule(self.rule),
            self.asked,
            self.shown,
            self.shown_usually,
        )
