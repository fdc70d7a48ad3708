"""Titles of which some words are written by their first letters alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from onward.mail.rules.folding.by_letters import is_by_letters_of
from onward.mail.rules.folding.fold import Folded, fold
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.folding.openings import opening_key
from onward.mail.rules.types import Verdict

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Sr PM, Care Navigation", "Senior Product Manager, Care Navigation"),
        ("Merchant Onboarding PM", "Product Manager, Merchant Onboarding"),
        ("PM II Field Mobility", "Project Manager II - Field Mobility"),
        ("TPM", "Technical Program Manager"),
        ("RN, Day Surgery", "Registered Nurse, Day Surgery"),
        ("CSR Claims", "Customer Service Representative - Claims"),
        ("HSE Officer", "Health, Safety and Environment Officer"),
        ("QM-Beauftragte", "Beauftragte Qualitäts Management"),
        ("AS de nuit", "Aide-soignante de nuit"),
        ("TCAE urgencias", "Técnico en Cuidados Auxiliares de Enfermería, urgencias"),
        ("OSS notturno", "Operatore Socio-Sanitario notturno"),
        ("AAE noturno", "Assistente de Ação Educativa noturno"),
        ("HR-medewerker", "Medewerker Human Resources"),
        ("Specjalista BHP", "Specjalista ds. bezpieczeństwo higiena pracy"),
        ("İK Uzmanı", "İnsan Kaynakları Uzmanı"),
        ("BMA natt", "Biomedicinsk mottagning analytiker, natt"),
    ],
)
def test_letters_stand_for_words_of_the_other_title(short: str, full: str) -> None:
    assert is_by_letters_of(opening_key(short), opening_key(full))
    assert is_by_letters_of(opening_key(full), opening_key(short))


@pytest.mark.parametrize(
    ("short", "full"),
    [
        # Another grade, another field, other words, and no letters at all.
        ("Senior PM", "Product Manager"),
        ("Payments PM", "Product Manager, Merchant Onboarding"),
        ("PM, Payments", "Product Owner, Payments"),
        ("Product Launch Manager", "Manager, Product Launch"),
        ("IT Manager", "Manager, Payments"),
        ("RN", "Care Assistant"),
        ("PM", ""),
        ("", ""),
    ],
)
def test_other_titles_are_not_spelled_by_letters(short: str, full: str) -> None:
    assert not is_by_letters_of(opening_key(short), opening_key(full))


def _item(key: str, *, day: int, verdict: Verdict, **facts: Any) -> FoldItem:
    return FoldItem(
        key=key,
        sent_at=START + timedelta(days=day),
        verdict=verdict,
        message_id=f"{key}@mail.example",
        company="Aspenline",
        **facts,
    )


def _keys(folded: Folded) -> list[set[str]]:
    return [set(cluster.keys) for cluster in folded.clusters]


def test_who_invites_for_a_title_by_letters_speaks_of_the_opening_that_has_it() -> None:
    onboarding = _item(
        "a",
        day=0,
        verdict=Verdict.CONFIRMATION,
        role="Product Manager, Merchant Onboarding",
    )
    payments = _item(
        "b", day=1, verdict=Verdict.CONFIRMATION, role="Product Manager, Payments"
    )
    invited = _item(
        "c", day=5, verdict=Verdict.INTERVIEW, role="Merchant Onboarding PM"
    )
    folded = fold([onboarding, payments, invited])
    assert _keys(folded) == [{"a", "c"}, {"b"}]
    assert folded.clusters[0].role == "Product Manager, Merchant Onboarding"


def test_letters_that_two_open_titles_have_wait_for_the_person() -> None:
    product = _item("a", day=0, verdict=Verdict.CONFIRMATION, role="Product Manager")
    project = _item("b", day=1, verdict=Verdict.CONFIRMATION, role="Project Manager")
    invited = _item("c", day=5, verdict=Verdict.INTERVIEW, role="PM")
    assert fold([product, project, invited]).unmatched == ("c",)


def test_a_no_that_names_one_of_two_titles_in_short_ends_the_application() -> None:
    asked = _item(
        "a",
        day=0,
        verdict=Verdict.ASSESSMENT,
        role="Digital Producer / Project Lead",
    )
    no = _item("b", day=9, verdict=Verdict.REJECTION, role="producer")
    other = _item("c", day=9, verdict=Verdict.REJECTION, role="illustrator")
    assert _keys(fold([asked, no])) == [{"a", "b"}]
    assert _keys(fold([asked, other])) == [{"a"}, {"c"}]
