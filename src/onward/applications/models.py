"""The ledger's rows: an application and its append-only events."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from onward.applications.rules.cadence import DEFAULT_CADENCE, Cadence
from onward.applications.rules.facts import PayPeriod, Referral, WorkMode
from onward.applications.rules.kinds import (
    DecidedBy,
    EventKind,
    NoKind,
    SourceKind,
    Stage,
)
from onward.applications.rules.past import PastEvent
from onward.core.dates import in_reach, zone
from onward.core.ids import uuid7
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


def _choices(words: Any) -> list[tuple[str, str]]:
    return [(word.value, word.value) for word in words]


_LIST_ORDERS = (
    ("-last_moved_at", "app_by_moved"),
    ("-applied_at", "app_by_applied"),
    ("company_sort", "app_by_company"),
)


class Ledger(models.Model):
    """How many events a person's history has; taking the next numbers locks only this row."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    last_number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.last_number} events"


class Application(models.Model):
    """One application; all but its identity is derived from its events by `summarise`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    # The indexes below begin with it: one of its own would only be written.
    person = models.ForeignKey(Person, on_delete=models.CASCADE, db_index=False)
    created_at = models.DateTimeField(auto_now_add=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="merged"
    )

    company = models.CharField(_("company"), max_length=200, blank=True)
    role = models.CharField(_("role"), max_length=300, blank=True)
    requisition = models.CharField(_("requisition number"), max_length=100, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    url = models.CharField(_("address of the advert"), max_length=2000, blank=True)
    system = models.CharField(_("came through"), max_length=100, blank=True)
    contact_name = models.CharField(_("contact"), max_length=200, blank=True)
    contact_address = models.CharField(
        _("contact's e-mail"), max_length=320, blank=True
    )

    salary = models.CharField(_("pay, in words"), max_length=200, blank=True)
    salary_min = models.CharField(_("pay from"), max_length=10, blank=True)
    salary_max = models.CharField(_("pay up to"), max_length=10, blank=True)
    salary_currency = models.CharField(_("currency"), max_length=3, blank=True)
    salary_period = models.CharField(
        _("paid per"), max_length=10, choices=_choices(PayPeriod), blank=True
    )
    work_mode = models.CharField(
        _("where the work is"), max_length=10, choices=_choices(WorkMode), blank=True
    )
    # A day in ISO 8601, which sorts as it is; `deadline_on` is the same as a date.
    deadline = models.CharField(_("last day to apply"), max_length=10, blank=True)
    source = models.CharField(_("where you found it"), max_length=100, blank=True)
    referral = models.CharField(
        _("somebody put in a word"),
        max_length=3,
        choices=_choices(Referral),
        blank=True,
    )

    stage = models.CharField(
        max_length=20, choices=_choices(Stage), default=Stage.APPLIED.value
    )
    custom_stage = models.UUIDField(null=True, blank=True)
    reached = models.CharField(
        max_length=20, choices=_choices(Stage), default=Stage.APPLIED.value
    )
    no_kind = models.CharField(max_length=20, choices=_choices(NoKind), blank=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    last_moved_at = models.DateTimeField(null=True, blank=True)
    is_open = models.BooleanField(default=True)
    is_archived = models.BooleanField(default=False)
    # Each tag on a line of its own, with a line break before and after it.
    tag_text = models.CharField(max_length=500, blank=True)
    snoozed_until = models.DateField(null=True, blank=True)
    waiting_since = models.DateTimeField(null=True, blank=True)
    follow_ups = models.PositiveSmallIntegerField(default=0)
    search_text = models.TextField(blank=True)
    company_sort = models.CharField(max_length=200, blank=True)

    objects = OwnedQuerySet["Application"].as_manager()

    class Meta:
        # The list's three orders, open ones first, each for the shelf and for the archive.
        indexes = (
            *(
                models.Index(
                    fields=("person", "is_archived", "-is_open", column, "id"),
                    condition=models.Q(merged_into=None),
                    name=name,
                )
                for column, name in _LIST_ORDERS
            ),
            models.Index(fields=("person", "stage"), name="app_by_stage"),
            models.Index(fields=("person", "system"), name="app_by_system"),
            models.Index(fields=("person", "tag_text"), name="app_by_tags"),
            # A column of the board, the newest first.
            models.Index(
                fields=(
                    *("person", "is_archived", "stage", "custom_stage"),
                    *("-last_moved_at", "id"),
                ),
                condition=models.Q(merged_into=None),
                name="app_by_board",
            ),
            models.Index(
                fields=("person", "waiting_since"),
                condition=models.Q(waiting_since__isnull=False),
                name="app_by_waiting",
            ),
        )

    def __str__(self) -> str:
        known = " · ".join(filter(None, (self.role, self.company)))
        return known or str(_("Company not known yet"))

    @property
    def head(self) -> Application:
        """The application that this one shows under: itself, or the one it is part of."""
        return self.merged_into or self

    @property
    def tags(self) -> list[str]:
        """Its tags, in the order in which they were put on."""
        return self.tag_text.split("\n")[1:-1]

    @property
    def deadline_on(self) -> date | None:
        """The last day to apply; None where none is known."""
        return in_reach(date.fromisoformat(self.deadline) if self.deadline else None)


def tag_text_of(tags: Iterable[str]) -> str:
    """Return tags as they are stored: findable by `tag_text__contains` of one of them."""
    lines = "\n".join(tags)
    return f"\n{lines}\n" if lines else ""


class Event(models.Model):
    """One thing that happened, never changed afterwards; undo is a later VOID event.

    `key` is made of what the event rests on, so that the same mail adds nothing twice.
    `voided_by` is a stored convenience: the number of the event that took it back. An hour
    by the person's own clock is put on the clock of their zone when they name another.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    # Other indexes begin with these: their own would only be written.
    person = models.ForeignKey(Person, on_delete=models.CASCADE, db_index=False)
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="events", db_index=False
    )
    number = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=30, choices=_choices(EventKind))
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    decided_by = models.CharField(max_length=10, choices=_choices(DecidedBy))
    source_kind = models.CharField(max_length=10, choices=_choices(SourceKind))
    source_id = models.UUIDField(null=True, blank=True)
    payload = models.JSONField(default=dict, blank=True)
    key = models.CharField(max_length=200)
    voided_by = models.PositiveBigIntegerField(null=True, blank=True)
    # What was done in one press, and is undone in one.
    batch = models.UUIDField(null=True, blank=True)
    # What the person's own clock showed at `at`, in ISO 8601, where a day or an hour was
    # told by it; empty for a moment.
    clock = models.CharField(max_length=32, blank=True, default="", db_default="")

    objects = OwnedQuerySet["Event"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "key"), name="event_once"),
            models.UniqueConstraint(fields=("person", "number"), name="event_in_order"),
        )
        indexes = (
            models.Index(fields=("application", "at"), name="event_timeline"),
            models.Index(fields=("person", "kind", "at"), name="event_by_kind"),
            models.Index(fields=("source_id",), name="event_by_source"),
            models.Index(
                fields=("person", "batch"),
                condition=models.Q(batch__isnull=False),
                name="event_by_batch",
            ),
            models.Index(fields=("person", "recorded_at"), name="event_by_recorded"),
        )

    def __str__(self) -> str:
        return f"{self.kind} on {self.at:%Y-%m-%d}"

    @property
    def is_void(self) -> bool:
        return self.voided_by is not None

    def told_at(self, *, own: str) -> datetime:
        """Return when it happened, on the clock of `own` where it was told by that."""
        if not self.clock:
            return self.at
        return datetime.fromisoformat(self.clock).replace(tzinfo=zone(own))

    def as_past(self, *, of: uuid.UUID | None = None) -> PastEvent:
        """Return this row as the rules see it, in the history of the application `of`."""
        return PastEvent(
            number=self.number,
            kind=EventKind(self.kind),
            at=self.at,
            decided_by=DecidedBy(self.decided_by),
            payload=self.payload,
            is_void=self.is_void,
            is_own=of in {None, self.application_id},
            identity=str(self.pk),
        )


class CustomStage(models.Model):
    """A stage of the person's own, which counts as one of the ledger's."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    name = models.CharField(_("name"), max_length=40)
    stage = models.CharField(max_length=20, choices=_choices(Stage))
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet["CustomStage"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "name"),
                condition=models.Q(removed_at=None),
                name="custom_stage_once",
            ),
        )

    def __str__(self) -> str:
        return self.name


class KeptApart(models.Model):
    """Two applications that a person said are two, where they were taken for one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    one = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="+")
    said_at = models.DateTimeField(auto_now_add=True)

    objects = OwnedQuerySet["KeptApart"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("one", "other"), name="kept_apart_once"),
        )

    def __str__(self) -> str:
        return f"{self.one} / {self.other}"


class SavedView(models.Model):
    """What a person wants to see again: filters, order and columns, under a name."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=2000, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet["SavedView"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "name"),
                condition=models.Q(removed_at=None),
                name="saved_view_once",
            ),
        )

    def __str__(self) -> str:
        return self.name


class FollowUpCadence(models.Model):
    """When a person wants to hear that it may be time to ask how it stands."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    is_on = models.BooleanField(default=True)
    first_after_days = models.PositiveSmallIntegerField(
        default=DEFAULT_CADENCE.first_after_days
    )
    again_after_days = models.PositiveSmallIntegerField(
        default=DEFAULT_CADENCE.again_after_days
    )
    most = models.PositiveSmallIntegerField(default=DEFAULT_CADENCE.most)

    def __str__(self) -> str:
        return f"{self.first_after_days} days"

    def as_cadence(self) -> Cadence:
        """Return this row as the rules see it."""
        return Cadence(
            is_on=self.is_on,
            first_after_days=self.first_after_days,
            again_after_days=self.again_after_days,
            most=self.most,
        )
