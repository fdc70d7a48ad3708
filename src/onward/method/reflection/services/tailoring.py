"""Which sent résumés answered their advert: read once each, kept for the patterns."""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict

from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from onward.documents.models import Advert
from onward.documents.rules.kinds import DocumentKind, ReadState
from onward.documents.services import Sent, versions_sent
from onward.jobs.models import Job
from onward.jobs.services import enqueue
from onward.matching.rules.tailoring import tailored
from onward.matching.services import read_out_texts
from onward.method.reflection.models import TailoringSeen
from onward.people.models import Person

JOB = "reflection.tailoring"
LEAST_USUAL = 3
"""A version that went out this often is the person's usual one."""


def unread_pairs(person: Person, *, limit: int) -> list[tuple[uuid.UUID, uuid.UUID]]:
    """Return (application, advert) of up to `limit` whose tailoring is not read yet."""
    seen = {
        row.application_id: (row.version, row.advert)
        for row in TailoringSeen.objects.for_person(person)
    }
    resumes = _resumes(person)
    pairs = [
        (head, advert)
        for head, advert in _adverts(person).items()
        if head in resumes and seen.get(head) != (resumes[head].version_id, advert)
    ]
    return pairs[:limit]


def ask_to_read(person: Person) -> Job:
    """Queue the reading of what is not read yet."""
    return enqueue(
        person,
        kind=JOB,
        title=_("Reading résumés beside their adverts"),
        arguments={},
    )


def read_pair(
    person: Person, *, application_id: uuid.UUID, advert_id: uuid.UUID
) -> None:
    """Read one sent résumé beside its advert, and beside the person's usual one, if any."""
    resumes = _resumes(person)
    sent = resumes.get(application_id)
    advert = Advert.objects.for_person(person).filter(pk=advert_id).first()
    if sent is None or advert is None:
        return
    usual = _usual(resumes, but=sent)
    decided = read_out_texts(advert=advert.text, resume=sent.text)
    usually = (
        read_out_texts(advert=advert.text, resume=usual.text)
        if usual is not None
        else None
    )
    found = tailored(decided, usual=usually)
    TailoringSeen.objects.update_or_create(
        application_id=application_id,
        defaults={
            "person": person,
            "version": sent.version_id,
            "advert": advert_id,
            "is_tailored": found.is_tailored,
            "asked": found.asked,
            "shown": found.shown,
        },
    )


def _resumes(person: Person) -> dict[uuid.UUID, Sent]:
    found = {}
    for head, sent in versions_sent(person).items():
        resume = next((s for s in sent if s.kind == DocumentKind.RESUME), None)
        if resume is not None and resume.text:
            found[head] = resume
    return found


def _adverts(person: Person) -> dict[uuid.UUID, uuid.UUID]:
    """Return the newest advert that was read of each application."""
    read = Advert.objects.for_person(person).filter(state=ReadState.READ)
    rows = read.annotate(head=Coalesce("application__merged_into", "application"))
    newest: dict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
    for head, key in rows.order_by("-taken_at").values_list("head", "pk"):
        newest[head].append(key)
    return {head: keys[0] for head, keys in newest.items()}


def _usual(resumes: dict[uuid.UUID, Sent], *, but: Sent) -> Sent | None:
    """Return the version that went out most often, where that is another than this one."""
    counts = Counter(sent.version_id for sent in resumes.values())
    version, times = counts.most_common(1)[0]
    if times < LEAST_USUAL or version == but.version_id:
        return None
    return next(sent for sent in resumes.values() if sent.version_id == version)
