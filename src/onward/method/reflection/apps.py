from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from onward.method.reflection.models import Debrief
    from onward.people.models import Person


class ReflectionConfig(AppConfig):
    name = "onward.method.reflection"
    label = "reflection"

    def ready(self) -> None:
        from onward.applications.rules.kinds import EventKind
        from onward.applications.services import keep_records

        keep_records(EventKind.DEBRIEF, _debriefs)


def _debriefs(person: Person) -> QuerySet[Debrief]:
    from onward.method.reflection.models import Debrief

    return Debrief.objects.for_person(person)
