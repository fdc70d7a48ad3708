from __future__ import annotations

from onward.applications.rules.kinds import (
    CORRECTABLE,
    NO_KINDS,
    PERSON_KINDS,
    REOPENING,
    STAGE_ORDER,
    STAGE_REACHED,
    EventKind,
    Stage,
)


def test_every_stage_but_closed_has_its_place_on_the_way() -> None:
    assert set(STAGE_ORDER) == set(Stage) - {Stage.CLOSED}


def test_nothing_both_closes_and_opens() -> None:
    assert not REOPENING & NO_KINDS.keys()
    assert not STAGE_REACHED.keys() & NO_KINDS.keys()


def test_whatever_a_person_records_can_be_corrected() -> None:
    assert set(PERSON_KINDS) <= CORRECTABLE
    assert EventKind.VOID not in CORRECTABLE
