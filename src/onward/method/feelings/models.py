"""Quiet windows, and what a person wrote down about a no; all of it only theirs."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from onward.applications.models import Event
from onward.core.ids import uuid7
from onward.method.feelings.rules import (
    DEFAULT_HOURS,
    Answer,
    FeelingWord,
    Hours,
    Window,
)
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

HOURS_CHOICES = (
    (Hours.NONE.value, _("No quiet time")),
    (Hours.DAY.value, _("A day")),
    (Hours.TWO_DAYS.value, _("Two days")),
)

ANSWER_CHOICES = (
    (Answer.LOOK.value, _("Look at it")),
    (Answer.CLOSED.value, _("Leave it closed")),
)

FEELING_CHOICES = (
    (FeelingWord.DISAPPOINTED.value, _("disappointed")),
    (FeelingWord.SAD.value, _("sad")),
    (FeelingWord.ANGRY.value, _("angry")),
    (FeelingWord.HURT.value, _("hurt")),
    (FeelingWord.WORRIED.value, _("worried")),
    (FeelingWord.EMBARRASSED.value, _("embarrassed")),
    (FeelingWord.TIRED.value, _("tired")),
    (FeelingWord.CONFUSED.value, _("confused")),
    (FeelingWord.NUMB.value, _("numb")),
    (FeelingWord.RELIEVED.value, _("relieved")),
    (FeelingWord.CALM.value, _("calm")),
    (FeelingWord.HOPEFUL.value, _("hopeful")),
)


class QuietDefault(models.Model):
    """How long a person wants it quiet after a no, unless they say otherwise."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    hours = models.PositiveSmallIntegerField(
        _("quiet time after a no"), choices=HOURS_CHOICES, default=DEFAULT_HOURS.value
    )

    def __str__(self) -> str:
        return f"{self.hours} hours"


class QuietWindow(models.Model):
    """The quiet window of one day; without a no in it (any more) it means nothing.

    `is_chosen`: the person said how long, so that a later no of the day changes nothing.
    `ended_early_at`: they ended it; kept when a later no opens it again, since taking that
    one back leaves the noes that they had ended.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    day = models.DateField()
    hours = models.PositiveSmallIntegerField(choices=HOURS_CHOICES)
    is_chosen = models.BooleanField(default=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_early_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=10, choices=ANSWER_CHOICES, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet["QuietWindow"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "day"), name="feelings_one_window_a_day"
            ),
        )
        indexes = (
            models.Index(fields=("person", "ends_at"), name="feelings_window_by_end"),
        )

    def __str__(self) -> str:
        return f"quiet on {self.day}"

    def as_window(self) -> Window:
        """Return this row as the rules see it."""
        ended = self.ended_early_at
        is_over = ended is not None and ended >= self.latest_at
        return Window(self.starts_at, self.ends_at, ended if is_over else None)

    def in_force(self) -> models.QuerySet[NoInWindow]:
        """Return the noes that keep it open."""
        return self.noes.filter(is_gone=False)

    @property
    def is_answered(self) -> bool:
        """Return whether its one question was answered for the noes that are in it.

        A no that came after the answer, to a quiet time that was ended, is news: until it is
        taken out again, its end may be asked about once too.
        """
        if not self.answer or self.answered_at is None or self.ended_early_at is None:
            return bool(self.answer)
        return self.latest_at <= self.answered_at

    @property
    def latest_at(self) -> datetime:
        """When the latest of its noes was learned of."""
        return self.ends_at - timedelta(hours=self.hours)


class NoInWindow(models.Model):
    """A no that keeps a window open, counted from when the person learned of it.

    `hours`: what it opens by itself, none where the person wants none for it, null where
    that is not known: it came before this was kept, or they chose the length.
    `is_folded`: the person folded it away, and the length that they chose goes on.
    `is_gone`: it keeps nothing open any more, and goes on as they chose if it comes back.
    """

    by_hand: ClassVar[models.Q] = models.Q(is_folded=True)

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    window = models.ForeignKey(
        QuietWindow, on_delete=models.CASCADE, related_name="noes"
    )
    origin = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="+")
    learned_at = models.DateTimeField()
    hours = models.PositiveSmallIntegerField(
        choices=HOURS_CHOICES, null=True, blank=True
    )
    is_folded = models.BooleanField(default=False)
    is_gone = models.BooleanField(default=False)

    objects = OwnedQuerySet["NoInWindow"].as_manager()

    def __str__(self) -> str:
        return f"no in {self.window_id}"


class FeelingEntry(models.Model):
    """An answer to "What's here right now?"; every part of it may be empty."""

    by_hand: ClassVar[models.Q] = models.Q()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    origin = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    words = models.JSONField(default=list, blank=True)
    own_words = models.TextField(_("in your own words"), blank=True)
    intensity = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = OwnedQuerySet["FeelingEntry"].as_manager()

    class Meta:
        indexes = (models.Index(fields=("origin", "at"), name="feelings_entry_by_no"),)

    def __str__(self) -> str:
        return f"feelings at {self.at:%Y-%m-%d %H:%M}"

    @property
    def words_shown(self) -> list[str]:
        return [str(word) for key, word in FEELING_CHOICES if key in self.words]


class WritingSession(models.Model):
    """What a person wrote about a no, for nobody else to read.

    `is_unfinished`: kept as it was typed, and left before they said what becomes of it.
    """

    by_hand: ClassVar[models.Q] = models.Q()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    origin = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    text = models.TextField(blank=True)
    seconds = models.PositiveIntegerField(null=True, blank=True)
    intensity_after = models.PositiveSmallIntegerField(null=True, blank=True)
    is_unfinished = models.BooleanField(default=False)

    objects = OwnedQuerySet["WritingSession"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("origin", "at"), name="feelings_writing_by_no"),
        )

    def __str__(self) -> str:
        return f"writing at {self.at:%Y-%m-%d %H:%M}"


class IfThen(models.Model):
    """The smallest next step, chosen by the person: "When …, I will …"."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    window = models.ForeignKey(
        QuietWindow, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    when_text = models.CharField(_("When"), max_length=200)
    will_text = models.CharField(_("I will"), max_length=200)
    on_day = models.DateField(_("show it to me from"))
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    let_go_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet["IfThen"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("person", "on_day"), name="feelings_plan_by_day"),
        )

    def __str__(self) -> str:
        return f"When {self.when_text}, I will {self.will_text}"
