"""Which applications the person is asked about: are these two one?"""

from __future__ import annotations

from collections.abc import Collection, Hashable

from django.db.models import Q

from onward.applications.models import Application, Event, KeptApart
from onward.applications.rules.kinds import NoKind, SourceKind, Stage
from onward.mail.rules.folding.twins import Piece, twins
from onward.mail.services.placed import kept_apart
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

_BARE = (Stage.APPLIED.value, Stage.SAVED.value)
_UNDECIDED = ("", NoKind.WENT_QUIET.value)


def twins_of(person: Person) -> list[tuple[Application, Application]]:
    """Return the pairs that may be one application, the one that is only a receipt second."""
    pairs = _pairs(person)
    wanted = _rows(person).in_bulk([piece.key for pair in pairs for piece in pair])
    return [(wanted[one.key], wanted[other.key]) for one, other in pairs]


def count_twins(person: Person) -> int:
    """Return how many pairs of applications the person is asked about."""
    return len(_pairs(person))


def _rows(person: Person) -> OwnedQuerySet[Application]:
    own = Application.objects.for_person(person)
    return own.filter(merged_into=None, is_archived=False)


def _pairs(person: Person) -> list[tuple[Piece, Piece]]:
    pieces = [
        Piece(
            key=row.pk,
            company=row.company,
            role=row.role,
            requisition=row.requisition,
            begun_at=row.applied_at,
            moved_at=row.last_moved_at,
            is_bare=row.reached in _BARE and row.no_kind in _UNDECIDED,
            contact=row.contact_address,
        )
        for row in _rows(person)
        .exclude(company="")
        .only(
            *("id", "company", "role", "requisition", "applied_at"),
            *("last_moved_at", "reached", "no_kind", "contact_address"),
        )
    ]
    apart = frozenset(kept_apart(person))
    return twins(pieces, apart=apart, mailed=lambda keys: _mailed(person, keys))


def _mailed(person: Person, keys: Collection[Hashable]) -> set[Hashable]:
    """Return those of some applications of which mail tells, or of one that was joined to them."""
    told = Event.objects.for_person(person).filter(
        Q(application__in=keys) | Q(application__merged_into__in=keys),
        source_kind=SourceKind.MESSAGE,
        voided_by=None,
    )
    ids = told.values_list("application_id", "application__merged_into_id").distinct()
    return {key for pair in ids for key in pair if key is not None}


def keep_apart(person: Person, one: Application, *, other: Application) -> None:
    """Keep that the person said these two are two; they are not asked about again."""
    first, second = sorted((one, other), key=lambda application: application.pk)
    KeptApart.objects.get_or_create(person=person, one=first, other=second)
