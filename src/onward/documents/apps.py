from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from onward.documents.models import Advert
    from onward.people.models import Person


class DocumentsConfig(AppConfig):
    name = "onward.documents"
    label = "documents"

    def ready(self) -> None:
        from onward.applications.rules.kinds import EventKind
        from onward.applications.services import keep_records

        keep_records(EventKind.ADVERT, _adverts)


def _adverts(person: Person) -> QuerySet[Advert]:
    from onward.documents.models import Advert

    return Advert.objects.for_person(person)
