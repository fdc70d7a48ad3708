"""What a test is called does not rename the opening that a receipt names."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from onward.mail.rules.folding.cluster import cluster_of
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.types import Verdict

START = datetime(2026, 7, 2, 9, tzinfo=UTC)


def _role(*told: tuple[Verdict, str]) -> str:
    items = [
        FoldItem(str(day), START + timedelta(days=day), verdict, "Haldon", role)
        for day, (verdict, role) in enumerate(told)
    ]
    return cluster_of(items).role


@pytest.mark.parametrize(
    "test", ["Product Analyst SQL", "Product Analyst - Numerical Reasoning", "Graduate Product Analyst 2026"]
)  # fmt: skip
def test_a_test_renames_no_opening(test: str) -> None:
    received = (Verdict.CONFIRMATION, "Product Analyst")
    assert _role(received, (Verdict.ASSESSMENT, test)) == "Product Analyst"


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ([(Verdict.ASSESSMENT, "Product Analyst SQL")], "Product Analyst SQL"),
        ([(Verdict.CONFIRMATION, ""), (Verdict.ASSESSMENT, "Baker")], "Baker"),
        ([(Verdict.CONFIRMATION, "Baker"), (Verdict.INTERVIEW, "Senior Baker")], "Senior Baker"),
        ([(Verdict.CONFIRMATION, "Baker"), (Verdict.CONFIRMATION, "Baker at Night")], "Baker at Night"),
        ([(Verdict.CONFIRMATION, "Baker"), (Verdict.ASSESSMENT, "Baker")], "Baker"),
        ([(Verdict.OUTREACH, "Baker"), (Verdict.ASSESSMENT, "Senior Baker")], "Senior Baker"),
        ([(Verdict.CONFIRMATION, "Operations Clerk"), (Verdict.INTERVIEW, "Ops Clerk"), (Verdict.INTERVIEW, "Ops Clerk")], "Operations Clerk"),
        ([(Verdict.CONFIRMATION, "Ops Clerk")], "Ops Clerk"),
    ],
)  # fmt: skip
def test_other_mail_says_a_title_in_full(
    told: list[tuple[Verdict, str]], role: str
) -> None:
    assert _role(*told) == role
