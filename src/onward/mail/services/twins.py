"""Which applications the person is asked about: are these two one?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import replace

from django.db.models import Q

from onward.applications.models import Application, Event, KeptApart
from onward.applications.rules.kinds import EventKind, NoKind, SourceKind, Stage
from onward.core.parts import ROWS_AT_ONCE, parts
from onward.mail.models import MailMessage
from onward.mail.rules.folding.twins import Piece, twins
from onward.mail.services.placed import kept_apart
from onward.mail.services.providers import provider_hosts
from onward.mail.services.talks import is_of_firm
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
    pieces = list(_with_letters(person, pieces))
    apart = frozenset(kept_apart(person))
    return twins(pieces, apart=apart, mailed=lambda keys: _mailed(person, keys))


def _with_letters(person: Person, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces with the firms to which the person's own letters went, where it may matter."""
    begun = {
        piece.contact.casefold().rpartition("@")[2]
        for piece in pieces
        if piece.begun_at is None and not piece.is_bare
    }
    firms = set(filter(is_of_firm, begun))
    firms -= provider_hosts(person) if firms else frozenset()
    to: dict[Hashable, set[str]] = defaultdict(set)
    if firms:
        own = Event.objects.for_person(person).filter(
            kind=EventKind.APPLIED, source_kind=SourceKind.MESSAGE, voided_by=None
        )
        mail = MailMessage.objects.for_person(person).filter(is_sent=True)
        letters = mail.filter(pk__in=own.values("source_id"))
        recipients = dict(letters.values_list("pk", "recipients"))
        for key, source in own.values_list("application_id", "source_id"):
            named = recipients.get(source, ()) if source else ()
            to[key] |= firms & {str(a).lower().rpartition("@")[2] for a in named}
    for piece in pieces:
        found = to.get(piece.key)
        yield replace(piece, written_to=frozenset(found)) if found else piece


def _mailed(person: Person, keys: Collection[Hashable]) -> set[Hashable]:
    """Return those of some applications of which mail tells, or of one that was joined to them."""
    told = Event.objects.for_person(person).filter(
        source_kind=SourceKind.MESSAGE, voided_by=None
    )
    found: set[Hashable] = set()
    for some in parts(list(keys), size=ROWS_AT_ONCE):
        of_these = told.filter(
            Q(application__in=some) | Q(application__merged_into__in=some)
        )
        heads = of_these.values_list("application_id", "application__merged_into_id")
        found.update(key for pair in heads.distinct() for key in pair)
    return found


def keep_apart(person: Person, one: Application, *, other: Application) -> None:
    """Keep that the person said these two are two; they are not asked about again."""
    first, second = sorted((one, other), key=lambda application: application.pk)
    KeptApart.objects.get_or_create(person=person, one=first, other=second)
