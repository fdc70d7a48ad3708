"""A place to learn and who learns there are one opening, and a test may leave both out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from onward.mail.rules.folding.fold import fold
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.types import Verdict


def _sizes(*told: tuple[Verdict, str]) -> list[int]:
    items = [
        FoldItem(
            key=str(place),
            sent_at=datetime(2026, 5, 1, tzinfo=UTC) + timedelta(days=4 * place),
            verdict=verdict,
            company="Quillmoor Care",
            role=role,
            message_id=f"{place}@mail.example",
        )
        for place, (verdict, role) in enumerate(told)
    ]
    return sorted(len(cluster.keys) for cluster in fold(items).clusters)


@pytest.mark.parametrize(
    ("applied", "offered"),
    [
        ("leerling Verzorgende IG (BBL)", "leerplaats Verzorgende IG"),
        ("Apprentice Electrician", "Electrician Apprenticeship"),
        ("Trainee Underwriter", "Underwriter Traineeship"),
    ],
)
def test_a_place_to_learn_is_offered_to_who_learns(applied: str, offered: str) -> None:
    assert _sizes((Verdict.CONFIRMATION, applied), (Verdict.OFFER, offered)) == [2]


@pytest.mark.parametrize(
    ("verdict", "role", "sizes"),
    [
        (Verdict.ASSESSMENT, "Verzorgende IG", [2]),
        (Verdict.CONFIRMATION, "Verzorgende IG", [1, 1]),
        (Verdict.ASSESSMENT, "senior Verzorgende IG", [1, 1]),
    ],
)
def test_a_test_may_leave_out_how_senior_it_is(
    verdict: Verdict, role: str, sizes: list[int]
) -> None:
    first = (Verdict.CONFIRMATION, "leerling Verzorgende IG")
    assert _sizes(first, (verdict, role)) == sizes
