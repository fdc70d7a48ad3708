"""The sample mailbox, imported, is the ledger that its story tells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from onward.applications.models import Application
from onward.applications.rules.kinds import EventKind
from onward.demo.mailbox import write_mailbox
from onward.demo.story import STORY_ENDS_ON
from onward.mail.models import MailMessage
from onward.mail.services.counts import ImportSummary
from onward.mail.services.importing import import_paths
from onward.people.models import Person
from tests.builders import quiet
from tests.demo.compare import disagreements
from tests.demo.expected import LEDGER

pytestmark = pytest.mark.django_db

FACTS = ("company", "role", "requisition", "system", "stage", "no_kind")


@pytest.fixture
def summary(owner: Person, tmp_path: Path) -> ImportSummary:
    path = tmp_path / "sample.mbox"
    write_mailbox(path, ends_on=STORY_ENDS_ON)
    return import_paths(owner, [path], progress=quiet)


def expected() -> dict[str, Any]:
    ledger: dict[str, Any] = json.loads(LEDGER.read_text(encoding="utf-8"))
    return ledger


def in_order(applications: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return applications and their events in one order, whatever they came in."""
    for application in applications:
        application["events"].sort(key=lambda event: (event["on"], event["kind"]))
    return sorted(applications, key=lambda x: (x["company"], x["role"], x["stage"]))


def timeline(application: Application) -> dict[str, Any]:
    facts = {name: getattr(application, name) for name in FACTS}
    events = application.events.exclude(kind=EventKind.DESCRIBED)
    zone = ZoneInfo("UTC")
    return facts | {
        "events": [
            {"kind": event.kind, "on": event.at.astimezone(zone).date().isoformat()}
            for event in events
        ]
    }


def test_the_summary_is_the_expected_one(owner: Person, summary: ImportSummary) -> None:
    wanted = expected()["summary"]
    own_mail = MailMessage.objects.for_person(owner).filter(is_sent=True).count()
    ledger = summary.ledger
    assert {
        "read": summary.read,
        "hiring": summary.hiring - own_mail,
        "applications": ledger.applications,
        "noes": ledger.noes,
        "interviews": ledger.interviews,
        "offers": ledger.offers,
        "unmatched": ledger.unmatched,
        "ambiguous": ledger.ambiguous,
        "unreadable": summary.unreadable,
    } == wanted


@pytest.mark.usefixtures("summary")
def test_each_application_has_the_expected_timeline(owner: Person) -> None:
    rows = Application.objects.for_person(owner).filter(merged_into=None)
    wanted = expected()["applications"]
    for application in wanted:
        for event in application["events"]:
            del event["message_id"]
    assert in_order([timeline(row) for row in rows]) == in_order(wanted)


def test_each_message_is_read_as_a_careful_person_reads_it() -> None:
    assert list(disagreements()) == []
