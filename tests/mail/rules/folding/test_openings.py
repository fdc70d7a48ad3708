from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.folding.openings import opening_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vendeur(se) H/F", "vendeuse"),
        ("Chargé·e de paie", "chargée de paie"),
        ("Préparateur / Préparatrice de commandes", "préparatrice de commandes"),
        ("Acheteur confirmé / Acheteuse confirmée", "acheteuse confirmée"),
        ("Magasinier-cariste F/H", "magasinière cariste"),
        ("Mécanicien", "mécanicienne"),
        ("Approvisionneur·se", "Approvisionneuse"),
        ("Gestionnaire de paie", "gestionnaire des paies"),
        ("Operatore/trice", "operatrice"),
        ("Impiegato amministrativo", "impiegata amministrativa"),
        ("Enfermero", "enfermera"),
        ("Diseñador gráfico", "diseñadora gráfica"),
        ("Placements Officer", "Placement Officer"),
        ("Medical Secretaries Lead", "Medical Secretary Lead"),
        ("Customer Adviser", "Customer Advisor"),
        ("Office Administration Assistant", "Office Admin Assistant"),
    ],
)
def test_one_opening_has_one_key(one: str, other: str) -> None:
    assert opening_key(one) == opening_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Senior Buyer", "Junior Buyer"),
        ("Acheteur", "Approvisionneur"),
        ("Directrice", "Directrice adjointe"),
        ("Sales Manager", "Salesforce Manager"),
    ],
)
def test_other_openings_have_others(one: str, other: str) -> None:
    assert opening_key(one) != opening_key(other)


@given(st.text(alphabet="aeirtnsu éè·/()-", max_size=30))
def test_a_key_is_its_own_key_in_length(title: str) -> None:
    key = opening_key(title)
    assert len(opening_key(key).split()) <= len(key.split())
