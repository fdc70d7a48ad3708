"""Tailored or not, for one application or for all of them: cheap, and kept."""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db import transaction
from django.utils.translation import gettext as _

from onward.applications.models import Application
from onward.core.parts import parts
from onward.documents.rules.kinds import DocumentKind
from onward.documents.services import Sent, adverts_that_count, versions_sent
from onward.jobs.models import Job
from onward.jobs.services import Progress, enqueue
from onward.matching.meaning import load_meaning
from onward.matching.models import OwnWord, TailoringRow
from onward.matching.rules.advert import read_advert
from onward.matching.rules.compare import compare
from onward.matching.rules.own import Correction, corrected
from onward.matching.rules.tailoring import Tailoring, tailored
from onward.matching.rules.types import Meaning
from onward.matching.services.reading import day_sent
from onward.people.models import Person

TAILORING_JOB = "matching.tailoring"
_AT_ONCE = 20

RULES_VERSION = 2
"""Raised when the rules change, so that every summary is made anew."""

USUAL_FROM = 3
"""A version is the usual one from this many applications on."""


@dataclass(frozen=True, slots=True)
class _Case:
    """All that one summary rests on; `day` is that until which work that goes on counts."""

    application: Application
    day: date
    advert: str
    sent: str
    usual: str | None
    said: Mapping[str, Correction]

    @property
    def basis(self) -> str:
        """Return the digest of all of it."""
        parts = (
            *(str(RULES_VERSION), str(self.day), self.advert, self.sent),
            "" if self.usual is None else "usual\n" + self.usual,
            repr(sorted(self.said.items())),
        )
        digest = hashlib.sha256()
        for part in parts:
            digest.update(hashlib.sha256(part.encode()).digest())
        return digest.hexdigest()


def tailoring_of(person: Person, application: Application) -> Tailoring | None:
    """Return whether the résumé sent with an application was tailored; None without both texts."""
    return tailorings(person, only=[application.head]).get(application.head.pk)


def tailorings(
    person: Person, *, only: Sequence[Application] | None = None
) -> dict[uuid.UUID, Tailoring]:
    """Return the tailoring of each application that has an advert and a résumé, by its id.

    What is known is read; what changed is made anew, at some dozens a second, without the
    slower model, and kept.
    """
    return tailorings_so_far(person, only=only, most=None)[0]


def tailorings_so_far(
    person: Person,
    *,
    only: Sequence[Application] | None = None,
    most: int | None,
    sent: Mapping[uuid.UUID, Sequence[Sent]] | None = None,
) -> tuple[dict[uuid.UUID, Tailoring], int]:
    """Return the tailorings that are known, and how many are still to be made.

    Args:
        most: So many are made here, of the newest applications first; the rest is queued
            for a worker. None makes all of them.
        sent: What went out with each application, where that is known already.
    """
    known, waiting = _known(person, _cases(person, only=only, sent=sent))
    for rows in _made(person, waiting[:most]):
        known |= {row.application_id: row.as_tailoring() for row in rows}
    left = len(waiting[most:]) if most is not None else 0
    if left:
        _queue(person)
    return known, left


def make_tailorings(person: Person, *, progress: Progress) -> int:
    """Make every tailoring that is not known yet, and return how many; idempotent."""
    _found, waiting = _known(person, _cases(person, only=None))
    done = 0
    progress(done=0, total=len(waiting))
    for rows in _made(person, waiting):
        done += len(rows)
        progress(done=done, total=len(waiting))
    return done


def _known(
    person: Person, cases: Iterable[_Case]
) -> tuple[dict[uuid.UUID, Tailoring], list[_Case]]:
    """Return what is known, and the cases that are not, the newest first."""
    rows = TailoringRow.objects.for_person(person)
    kept = {row.application_id: row for row in rows}
    known: dict[uuid.UUID, Tailoring] = {}
    waiting: list[_Case] = []
    for case in cases:
        row = kept.get(case.application.pk)
        if row is not None and row.basis == case.basis:
            known[case.application.pk] = row.as_tailoring()
        else:
            waiting.append(case)
    waiting.sort(key=lambda case: case.application.pk, reverse=True)
    return known, waiting


def _made(person: Person, cases: Sequence[_Case]) -> Iterator[list[TailoringRow]]:
    for part in parts(cases, size=_AT_ONCE):
        rows = [_row(person, case) for case in part]
        _keep(rows)
        yield rows


def _queue(person: Person) -> None:
    queued = Job.objects.for_person(person).filter(kind=TAILORING_JOB, finished_at=None)
    if not queued.exists():
        title = _("Reading adverts beside the résumés that were sent")
        enqueue(person, kind=TAILORING_JOB, title=title, arguments={})


@transaction.atomic
def _keep(rows: Iterable[TailoringRow]) -> None:
    fields = ("basis", "is_tailored", "rule", "asked", "shown", "shown_usually")
    TailoringRow.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["application"],
        update_fields=fields,
    )


def _row(person: Person, case: _Case) -> TailoringRow:
    asked = read_advert(case.advert)
    texts = {case.sent, case.usual} - {None}
    decided = {
        text: corrected(
            compare(
                asked, resume_text=text or "", today=case.day, meaning=cheap_meaning()
            ),
            corrections=case.said,
        )[0]
        for text in texts
    }
    usual = None if case.usual is None else decided[case.usual]
    result = tailored(decided[case.sent], usual=usual)
    return TailoringRow(
        person=person,
        application=case.application,
        basis=case.basis,
        is_tailored=result.is_tailored,
        rule=result.rule.value,
        asked=result.asked,
        shown=result.shown,
        shown_usually=result.shown_usually,
    )


@cache
def cheap_meaning() -> Meaning:
    """Return the reader of meaning that is quick enough for hundreds of read-outs at once."""
    try:
        return load_meaning("static")
    except LookupError:
        return load_meaning("letters")


def _cases(
    person: Person,
    *,
    only: Sequence[Application] | None,
    sent: Mapping[uuid.UUID, Sequence[Sent]] | None = None,
) -> list[_Case]:
    with_each = versions_sent(person) if sent is None else sent
    resumes = {
        key: resume
        for key, many in with_each.items()
        if (resume := _resume(many)) is not None
    }
    wanted = set(resumes) if only is None else {a.pk for a in only} & set(resumes)
    kept = adverts_that_count(person, fields=("text",))
    adverts = {key: kept[key][0].text for key in wanted & set(kept)}
    own = Application.objects.for_person(person) if only is None else only
    said = _said(person)
    usual = _usual(resumes)
    return [
        _Case(
            application=application,
            day=day_sent(person, application),
            advert=adverts[application.pk],
            sent=resumes[application.pk].text,
            usual=usual,
            said=said.get(application.pk, {}),
        )
        for application in own
        if application.pk in adverts
    ]


def _resume(many: Iterable[Sent]) -> Sent | None:
    read = [one for one in many if one.kind is DocumentKind.RESUME and one.text]
    return read[-1] if read else None


def _usual(sent: Mapping[uuid.UUID, Sent]) -> str | None:
    """Return the text of the version that goes out most often, from USUAL_FROM times on."""
    counts = Counter(one.version_id for one in sent.values())
    if not counts:
        return None
    key, count = counts.most_common(1)[0]
    if count < USUAL_FROM:
        return None
    return next(one.text for one in sent.values() if one.version_id == key)


def _said(person: Person) -> dict[uuid.UUID, dict[str, Correction]]:
    said: dict[uuid.UUID, dict[str, Correction]] = {}
    rows = OwnWord.objects.for_person(person).order_by("said_at")
    for row in rows.select_related("application"):
        head = row.application.merged_into_id or row.application_id
        said.setdefault(head, {})[row.key] = Correction(row.said)
    return said
