from __future__ import annotations

import pytest

from onward.applications import labels
from onward.applications.models import Application
from onward.applications.rules.kinds import (
    FACTS,
    DecidedBy,
    EventKind,
    NoKind,
    Stage,
)
from onward.applications.rules.listing import Show, Sort
from onward.applications.templatetags import ledger


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        (labels.EVENT_LABELS, EventKind),
        (labels.EVENT_ICONS, EventKind),
        (labels.STAGE_LABELS, Stage),
        (labels.NO_LABELS, NoKind),
        (labels.DECIDED_LABELS, DecidedBy),
        (labels.FACT_LABELS, FACTS),
        (labels.SHOW_LABELS, Show),
        (labels.SORT_LABELS, Sort),
    ],
)
def test_each_kind_has_its_word(table: dict[str, str], keys: list[str]) -> None:
    assert set(table) == set(keys)
    assert all(str(word) for word in table.values())


def test_a_closed_application_says_which_no_it_was() -> None:
    closed = Application(stage=Stage.CLOSED, no_kind=NoKind.JOB_WENT_AWAY)
    assert ledger.stage_label(closed) == "The job went away"
    assert ledger.stage_look(closed) == "stage--closed"
    assert ledger.stage_label(Application(stage=Stage.OFFER)) == "Offer"


def test_a_no_looks_like_a_no_and_a_reply_like_movement() -> None:
    assert ledger.event_look(EventKind.WITHDRAWAL) == "event--no"
    assert ledger.event_look(EventKind.REPLY) == "event--moving"
    assert ledger.event_look(EventKind.NOTE) == ""


def test_only_web_addresses_become_links() -> None:
    assert ledger.is_web_address("https://jobs.acme.example")
    assert not ledger.is_web_address("javascript:alert(1)")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "1 minute"),
        (45, "45 minutes"),
        (120, "120 minutes"),
        (180, "3 hours"),
        (390, "6 hours 30 minutes"),
    ],
)
def test_what_lasts_longer_than_two_hours_is_told_in_hours(
    minutes: int, words: str
) -> None:
    assert ledger.how_long(minutes) == words
