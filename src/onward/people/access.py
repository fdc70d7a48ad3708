"""Who may see what: every query for a person's data starts here."""

from __future__ import annotations

from typing import Self, TypeVar

from django.db import models

from onward.people.models import Person

_Row = TypeVar("_Row", bound=models.Model, covariant=True)


class OwnedQuerySet(models.QuerySet[_Row]):
    """Rows that belong to somebody; start from `for_person`."""

    def for_person(self, person: Person) -> Self:
        """Return only the rows of `person`; nobody sees another person's rows."""
        return self.filter(person=person)
