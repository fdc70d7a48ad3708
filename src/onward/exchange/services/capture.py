"""Capture: an advert becomes an application with its snapshot, after a look for doubles."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime

from onward.applications.models import Application
from onward.applications.services import add_application
from onward.documents.rules.kinds import AdvertSource
from onward.documents.services import keep_address, keep_file
from onward.exchange.rules.capture import Caught, snapshot
from onward.exchange.rules.lists import ListRow
from onward.exchange.rules.proposals import Known, propose
from onward.people.models import Person


def doubles(person: Person, *, facts: Mapping[str, str]) -> list[Application]:
    """Return the applications that this advert may already be, the likeliest first."""
    own = Application.objects.for_person(person).filter(merged_into=None)
    known = [
        Known(*row)
        for row in own.values_list("pk", "company", "role", "url", "applied_at")
    ]
    row = ListRow(number=1, facts=facts)
    ids: list[uuid.UUID] = []
    for each in propose([row], known=known):
        ids += each.candidates
    rows = own.in_bulk(ids)
    return [rows[key] for key in ids]


def capture(
    person: Person,
    caught: Caught,
    *,
    facts: Mapping[str, str],
    applied_at: datetime | None,
    has_to_fetch: bool,
    now: datetime,
) -> Application:
    """Make an application of an advert and keep the advert as it stands now.

    Raises:
        OSError: If the disk is full; the application is there, the snapshot is not.
    """
    application = add_application(person, facts=facts, applied_at=applied_at, now=now)
    if caught.has_text:
        keep_file(
            person,
            application,
            file_name="advert.html",
            chunks=[snapshot(caught).encode()],
            address=facts.get("url", ""),
            source=AdvertSource.PASTED,
            now=now,
        )
    elif has_to_fetch and facts.get("url"):
        keep_address(person, application, address=facts["url"], now=now)
    return application
