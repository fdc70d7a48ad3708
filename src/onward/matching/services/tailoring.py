"""Tailored or not, for one application or for all of them: cheap, and kept."""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from django.db import transaction
from django.utils import timezone

from onward.applications.models import Application
from onward.documents.rules.kinds import DocumentKind
from onward.documents.services import Sent, adverts_that_count, versions_sent
from onward.matching.meaning import load_meaning
from onward.matching.models import OwnWord, TailoringRow
from onward.matching.rules.advert import read_advert
from onward.matching.rules.compare import compare
from onward.matching.rules.own import Correction, corrected
from onward.matching.rules.tailoring import Tailoring, tailored
from onward.matching.rules.types import Meaning
from onward.people.models import Person

RULES_VERSION = 2
"""Raised when the rules change, so that every summary is made anew."""

USUAL_FROM = 3
"""A version is the usual one from this many applications on."""


@dataclass(frozen=True, slots=True)
class _Case:
    """All that one summary rests on."""

    application: Application
    advert: str
    sent: str
    usual: str | None
    said: Mapping[str, Correction]

    @property
    def basis(self) -> str:
        """Return the digest of all of it."""
        day = timezone.localdate(self.application.applied_at)
        parts = (
            *(str(RULES_VERSION), str(day), self.advert, self.sent),
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

    What is known is read; what changed is made anew, at some hundred a second, without the
    slower model, and kept.
    """
    cases = _cases(person, only=only)
    rows = TailoringRow.objects.for_person(person)
    known = {row.application_id: row for row in rows}
    found: dict[uuid.UUID, Tailoring] = {}
    fresh: list[TailoringRow] = []
    for case in cases:
        key, basis = case.application.pk, case.basis
        row = known.get(key)
        if row is None or row.basis != basis:
            row = _row(person, case, basis=basis)
            fresh.append(row)
        found[key] = row.as_tailoring()
    if fresh:
        _keep(fresh)
    return found


@transaction.atomic
def _keep(rows: Iterable[TailoringRow]) -> None:
    fields = ("basis", "is_tailored", "rule", "asked", "shown", "shown_usually")
    TailoringRow.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["application"],
        update_fields=fields,
    )


def _row(person: Person, case: _Case, *, basis: str) -> TailoringRow:
    asked = read_advert(case.advert)
    day = timezone.localdate(case.application.applied_at)
    decided = [
        corrected(
            compare(asked, resume_text=text, today=day, meaning=cheap_meaning()),
            corrections=case.said,
        )[0]
        for text in (case.sent, case.usual)
        if text is not None
    ]
    result = tailored(decided[0], usual=decided[1] if len(decided) > 1 else None)
    return TailoringRow(
        person=person,
        application=case.application,
        basis=basis,
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


def _cases(person: Person, *, only: Sequence[Application] | None) -> list[_Case]:
    sent = {
        key: resume
        for key, many in versions_sent(person).items()
        if (resume := _resume(many)) is not None
    }
    wanted = set(sent) if only is None else {a.pk for a in only} & set(sent)
    kept = adverts_that_count(person, fields=("text",))
    adverts = {key: kept[key][0].text for key in wanted & set(kept)}
    own = Application.objects.for_person(person).filter(pk__in=adverts)
    said = _said(person)
    usual = _usual(sent)
    return [
        _Case(
            application=application,
            advert=adverts[application.pk],
            sent=sent[application.pk].text,
            usual=usual,
            said=said.get(application.pk, {}),
        )
        for application in own
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
