"""Fetch the page of an advert and keep it as its server gave it."""

from __future__ import annotations

from django.utils import timezone

from onward.documents import blobs
from onward.documents.models import Advert
from onward.documents.rules.kinds import Problem
from onward.documents.services.adverts import store_fetched
from onward.documents.sources.web import Refused, fetch
from onward.people.models import Person
from onward.people.reach import public_reach


def fetch_advert(person: Person, advert: Advert) -> tuple[str, Problem]:
    """Fetch an advert's page into a blob; return its declared charset, and what was wrong."""
    try:
        page = fetch(advert.address, reach=public_reach())
    except Refused as refused:
        return "", refused.problem
    if not page.data.strip():
        return "", Problem.TOO_LITTLE
    store_fetched(
        person,
        advert.pk,
        blob=blobs.keep(person, [page.data]),
        address=page.address,
        file_name=page.name,
        now=timezone.now(),
    )
    return page.charset, Problem.NONE
