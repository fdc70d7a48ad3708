"""Which applications the person is asked about: are these two one?"""

from __future__ import annotations

from onward.applications.models import Application, KeptApart
from onward.applications.rules.kinds import NoKind, Stage
from onward.mail.rules.folding.twins import Piece, twins
from onward.people.models import Person

_BARE = (Stage.APPLIED.value, Stage.SAVED.value)
_UNDECIDED = ("", NoKind.WENT_QUIET.value)


def twins_of(person: Person) -> list[tuple[Application, Application]]:
    """Return the pairs that may be one application, the one that is only a receipt second."""
    rows = Application.objects.for_person(person).filter(
        merged_into=None, is_archived=False
    )
    pieces = [
        Piece(
            key=row.pk,
            company=row.company,
            role=row.role,
            requisition=row.requisition,
            begun_at=row.applied_at,
            moved_at=row.last_moved_at,
            is_bare=row.reached in _BARE and row.no_kind in _UNDECIDED,
        )
        for row in rows.exclude(company="").only(
            *("id", "company", "role", "requisition", "applied_at"),
            *("last_moved_at", "reached", "no_kind"),
        )
    ]
    kept = KeptApart.objects.for_person(person).values_list("one_id", "other_id")
    pairs = twins(pieces, apart=frozenset(map(frozenset, kept)))
    wanted = rows.in_bulk([piece.key for pair in pairs for piece in pair])
    return [(wanted[one.key], wanted[other.key]) for one, other in pairs]


def keep_apart(person: Person, one: Application, *, other: Application) -> None:
    """Keep that the person said these two are two; they are not asked about again."""
    first, second = sorted((one, other), key=lambda application: application.pk)
    KeptApart.objects.get_or_create(person=person, one=first, other=second)
