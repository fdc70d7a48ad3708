"""Who the data belongs to, and the one-time links that open the local edition."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from onward.core.ids import uuid7


class Theme(models.TextChoices):
    SYSTEM = "system", _("As my device")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class WeekStart(models.IntegerChoices):
    MONDAY = 0, _("Monday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class PersonManager(BaseUserManager["Person"]):
    """Finds people by e-mail address, in small letters; the local person has none."""


class Person(AbstractBaseUser):
    """One person: owner of every row that has a `person`; the local one needs no password."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), unique=True, null=True, blank=True)
    is_local = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    week_starts_on = models.PositiveSmallIntegerField(
        _("week starts on"), choices=WeekStart.choices, default=WeekStart.MONDAY
    )
    country = models.CharField(_("country"), max_length=2, blank=True)
    theme = models.CharField(
        _("colours"), max_length=6, choices=Theme.choices, default=Theme.SYSTEM
    )

    # Of the proof of search; empty for that of most of their hiring mail.
    report_language = models.CharField(
        _("language of the report"), max_length=5, blank=True, default=""
    )

    USERNAME_FIELD = "email"
    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("is_local",),
                condition=models.Q(is_local=True),
                name="people_one_local_person",
            ),
        )

    def __str__(self) -> str:
        return self.name or "you"


class LaunchToken(models.Model):
    """A one-time link: it opens the local edition, and lets others choose a password.

    Only the digest of its token is kept.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    created_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"launch link of {self.created_at:%Y-%m-%d}"


class WrongPassword(models.Model):
    """One try at a sign-in that was wrong; kept for a day, by a digest of the address."""

    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("digest", "at"), name="people_wrong_password"),)

    def __str__(self) -> str:
        return f"wrong password of {self.at:%Y-%m-%d}"
