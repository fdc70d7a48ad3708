"""What came in from other programs, as it stood, until it is taken in or let go."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from onward.core.ids import uuid7
from onward.exchange.rules.list_days import DayOrder
from onward.exchange.rules.list_types import ListFormat, Table
from onward.exchange.rules.list_words import Column
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


class ImportedList(models.Model):
    """A list of applications from another program: its table, how it is read, what is chosen.

    `choices` is what the person said of single rows: row number → "new", "skip" or the id
    of an application; whatever is not in it goes as proposed. `batch` is the press that
    took it in, by which it is undone.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    name = models.CharField(_("file"), max_length=255)
    format = models.CharField(
        max_length=30, choices=[(form.value, form.value) for form in ListFormat]
    )
    columns: Any = models.JSONField(default=list)
    rows: Any = models.JSONField(default=list)
    mapping: Any = models.JSONField(default=dict)
    day_order = models.CharField(
        max_length=12, choices=[(o.value, o.value) for o in DayOrder], blank=True
    )
    choices: Any = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    taken_in_at = models.DateTimeField(null=True, blank=True)
    batch = models.UUIDField(null=True, blank=True)

    objects = OwnedQuerySet["ImportedList"].as_manager()

    class Meta:
        indexes = (models.Index(fields=("person", "-created_at"), name="lists_newest"),)

    def __str__(self) -> str:
        return self.name

    @property
    def table(self) -> Table:
        """The table as it came."""
        rows = tuple(tuple(row) for row in self.rows)
        return Table(self.name, tuple(self.columns), rows)

    @property
    def columns_by_meaning(self) -> dict[Column, int]:
        """Which column is taken for what."""
        return {Column(name): place for name, place in self.mapping.items()}

    @property
    def is_ready(self) -> bool:
        """It is known how to read it: a company or a role, and the order of its days."""
        names = {Column.COMPANY.value, Column.ROLE.value}
        return bool(names & set(self.mapping)) and bool(self.day_order)
