"""What a person wrote down looking back; all of it only theirs."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from onward.applications.models import Application, Event
from onward.core.ids import uuid7
from onward.method.reflection.rules.asking import Answer, Question, Theme
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


class Reflection(models.Model):
    """The 60 seconds about one application; at most one, changed as often as wanted.

    `mine`: how much of it was the person's to change, 0..100; None where left open.
    """

    by_hand: ClassVar[models.Q] = models.Q()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="reflections"
    )
    at = models.DateTimeField()
    mine = models.PositiveSmallIntegerField(null=True, blank=True)
    answers = models.JSONField(default=dict, blank=True)

    objects = OwnedQuerySet["Reflection"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "application"), name="reflection_once"
            ),
        )

    def __str__(self) -> str:
        return f"looked back on {self.at:%Y-%m-%d}"

    def answer(self, question: Question) -> Answer | None:
        said = self.answers.get(question.value)
        return Answer(said) if said else None


class Experiment(models.Model):
    """One "next time" line: it comes back once at the next application of its kind."""

    by_hand: ClassVar[models.Q] = models.Q()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="experiments"
    )
    words = models.CharField(_("next time"), max_length=300)
    role = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    came_back_for = models.ForeignKey(
        Application,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="experiments_back",
    )
    tried_at = models.DateTimeField(null=True, blank=True)
    let_go_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet["Experiment"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("person", "created_at"), name="experiments_of"),
        )

    def __str__(self) -> str:
        return self.words


class Debrief(models.Model):
    """What one interview asked and showed, written on the day."""

    by_hand: ClassVar[models.Q] = models.Q()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="debriefs"
    )
    interview = models.ForeignKey(
        Event, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    held_on = models.DateField(_("day of the interview"))
    went_well = models.TextField(_("what went well"), blank=True)
    to_practise = models.TextField(_("what to practise"), blank=True)
    written_at = models.DateTimeField()

    objects = OwnedQuerySet["Debrief"].as_manager()

    class Meta:
        indexes = (models.Index(fields=("person", "-held_on"), name="debriefs_of"),)

    def __str__(self) -> str:
        return f"interview of {self.held_on}"


class AskedQuestion(models.Model):
    """One question that an interview asked, with the person's thoughts on an answer."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    debrief = models.ForeignKey(
        Debrief, on_delete=models.CASCADE, related_name="questions"
    )
    words = models.CharField(max_length=500)
    theme = models.CharField(
        max_length=12,
        choices=[(t.value, t.value) for t in Theme],
        default=Theme.OTHER.value,
    )

    objects = OwnedQuerySet["AskedQuestion"].as_manager()

    def __str__(self) -> str:
        return self.words


class Research(models.Model):
    """What a person found out about an employer; found again at the next application there."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    employer = models.CharField(max_length=200)
    what_they_do = models.TextField(_("What they do"), blank=True)
    news = models.TextField(_("News"), blank=True)
    people = models.TextField(_("People I know there"), blank=True)
    why_me = models.TextField(_("Why me"), blank=True)
    to_ask = models.TextField(_("Questions to ask"), blank=True)
    changed_at = models.DateTimeField()

    objects = OwnedQuerySet["Research"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "employer"), name="research_once"
            ),
        )

    def __str__(self) -> str:
        return self.employer
