from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from onward.mail.rules.folding.fold import FoldItem, fold
from onward.mail.rules.types import Verdict


def _clusters(*told: tuple[str, str, Verdict]) -> list[int]:
    """Return how many mails each application has; each mail is told by employer, title, verdict."""
    items = [
        FoldItem(
            key=str(place),
            sent_at=datetime(2026, 4, 1, tzinfo=UTC) + timedelta(days=place),
            verdict=verdict,
            company=company,
            role=role,
            message_id=f"{place}@mail.example",
        )
        for place, (company, role, verdict) in enumerate(told)
    ]
    return sorted(len(cluster.keys) for cluster in fold(items).clusters)


@pytest.mark.parametrize(
    ("board", "house"),
    [
        ("Hotel Puente del Alba", "Puente del Alba"),
        ("Quarry Vale", "Residencia Quarry Vale"),
    ],
)
def test_a_house_with_and_without_its_kind_is_one(board: str, house: str) -> None:
    told = (
        (board, "Cook", Verdict.CONFIRMATION),
        (house, "Cook", Verdict.INTERVIEW),
        (house, "", Verdict.REJECTION),
    )
    assert _clusters(*told) == [3]


def test_a_house_with_and_without_its_kind_may_have_two_openings() -> None:
    told = (
        ("Hotel Puente del Alba", "Cook", Verdict.CONFIRMATION),
        ("Puente del Alba", "Night Porter", Verdict.CONFIRMATION),
    )
    assert _clusters(*told) == [1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Stadt Tolmen", "Tolmen"), ("Vale Homes", "Quarry Vale Homes Group")],
)
def test_one_word_alone_or_more_in_front_is_another_house(one: str, other: str) -> None:
    told = (
        (one, "Cook", Verdict.CONFIRMATION),
        (other, "Cook", Verdict.REJECTION),
    )
    assert _clusters(*told) == [1, 1]


def test_a_house_by_its_letters_and_written_out_is_one() -> None:
    told = (
        ("Zakłady Mięsne Borowik Sp. j.", "Kucharz", Verdict.CONFIRMATION),
        ("ZM Borowik", "kucharz", Verdict.INTERVIEW),
        ("ZM Borowik", "", Verdict.REJECTION),
    )
    assert _clusters(*told) == [3]


@pytest.mark.parametrize("other", ["ZD Borowik", "ZM Sosna", "ZM"])
def test_other_letters_or_another_name_are_another_house(other: str) -> None:
    told = (
        ("Zakłady Mięsne Borowik", "Kucharz", Verdict.CONFIRMATION),
        (other, "Kucharz", Verdict.REJECTION),
    )
    assert _clusters(*told) == [1, 1]
