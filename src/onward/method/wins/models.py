"""Small wins, the treats to mark them with, and the step after good news."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from onward.applications.models import Event
from onward.core.ids import uuid7
from onward.method.wins.rules import OFFERED, OUTCOMES, TAKEN_AWAY, WinKind
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


class Win(models.Model):
    """One small win: found in an event, or in the person's own words.

    `event` is its source; where that is taken back, the win is not shown. `shows` is what
    the person reads in it about themself: a claim with a dated fact behind it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    kind = models.CharField(
        max_length=20, choices=[(k.value, k.value) for k in WinKind]
    )
    at = models.DateTimeField()
    learned_at = models.DateTimeField()
    event = models.OneToOneField(
        Event, on_delete=models.CASCADE, null=True, blank=True, related_name="win"
    )
    words = models.CharField(_("in one line"), max_length=300, blank=True)
    shows = models.CharField(_("what it shows"), max_length=300, blank=True)
    treat = models.CharField(max_length=200, blank=True)
    marked_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet["Win"].as_manager()

    class Meta:
        indexes = (models.Index(fields=("person", "-at", "-id"), name="wins_wall"),)

    def __str__(self) -> str:
        return self.words or self.kind

    @property
    def is_outcome(self) -> bool:
        return self.kind in OUTCOMES

    @property
    def is_spoken_of(self) -> bool:
        """Return whether the person said something of it; then it is not read otherwise."""
        said = self.shows or self.treat or self.marked_at or self.hidden_at
        return bool(said) or hasattr(self, "forward")

    @property
    def was_taken_away(self) -> bool:
        """Return whether it is an offer that came to nothing by them."""
        if self.kind not in OFFERED or self.event is None:
            return False
        return self.event.application.head.no_kind in TAKEN_AWAY


class Treat(models.Model):
    """A small thing the person likes to mark a win with."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    words = models.CharField(_("a small treat"), max_length=200)

    objects = OwnedQuerySet["Treat"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "words"), name="treat_once"),
        )

    def __str__(self) -> str:
        return self.words


class ForwardStep(models.Model):
    """What the person still does this week whichever way good news goes; asked once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    win = models.OneToOneField(Win, on_delete=models.CASCADE, related_name="forward")
    words = models.CharField(_("one thing"), max_length=300, blank=True)
    answered_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet["ForwardStep"].as_manager()

    def __str__(self) -> str:
        return self.words


class WinsChoice(models.Model):
    """How a person wants wins to be marked."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    shows_moments = models.BooleanField(_("offer a moment for a win"), default=True)
    moves = models.BooleanField(_("let the picture move"), default=True)
    notifies_on_friday = models.BooleanField(
        _("a notification on Fridays, without any content"), default=False
    )
    notified_for = models.DateField(null=True, blank=True)

    objects = OwnedQuerySet["WinsChoice"].as_manager()

    def __str__(self) -> str:
        return "moments" if self.shows_moments else "no moments"
