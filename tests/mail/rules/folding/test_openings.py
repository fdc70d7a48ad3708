from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.employers.names import company_key
from onward.mail.rules.folding.akin import are_one_word, is_begun
from onward.mail.rules.folding.openings import either_of, employer_key, opening_key


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
        ("Jefe/a de sala", "jefa de sala"),
        ("Diseñador gráfico", "diseñadora gráfica"),
        ("Placements Officer", "Placement Officer"),
        ("Medical Secretaries Lead", "Medical Secretary Lead"),
        ("Customer Adviser", "Customer Advisor"),
        ("Office Administration Assistant", "Office Admin Assistant"),
        ("Młodsza Referentka / Młodszy Referent", "młodszy referent"),
        ("Księgowa / Księgowy ds. floty i zakupów", "księgowy ds. floty, zakupów"),
        ("Kierowniczka zmiany", "kierownik zmiany"),
        ("Asystentka głównej księgowej", "asystent gł. księgowej"),
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
        ("Młodszy referent", "Starszy referent"),
        ("Clerk I", "Clerk II"),
    ],
)
def test_other_openings_have_others(one: str, other: str) -> None:
    assert opening_key(one) != opening_key(other)


@given(st.text(alphabet="aeirtnsu éè·/()-", max_size=30))
def test_a_key_is_its_own_key_in_length(title: str) -> None:
    key = opening_key(title)
    assert len(opening_key(key).split()) <= len(key.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oxmoor NHS Foundation Trust", "Oxmoor NHS FT"),
        ("Mourne Health and Social Care Trust", "Mourne HSC Trust"),
        ("Universität Altmoos", "Uni Altmoos"),
        ("Sankt Lukas Klinik", "St. Lukas Klinik"),
        ("Stadtverwaltung Bad Moos", "Stadt Bad Moos"),
    ],
)
def test_one_employer_has_one_key_long_and_short(one: str, other: str) -> None:
    assert employer_key(one) == employer_key(other)


@given(st.text(alphabet="unisaktvero &.", max_size=40))
def test_an_employer_s_key_is_never_longer_than_the_name(name: str) -> None:
    assert len(employer_key(name).split()) <= len(company_key(name).split())


@pytest.mark.parametrize(
    ("role", "one"),
    [
        ("Digital Producer / Project Lead", "Project Lead"),
        ("Nurse or Care Assistant", "Care Assistant"),
        ("Verkäuferin oder Kassiererin (m/w/d)", "Kassiererin"),
        ("Serveur ou cuisinier", "Cuisinier"),
        ("Cuoco oppure cameriere", "Cameriere"),
        ("Verpleegkundige of verzorgende", "Verzorgende"),
        ("Kucharz lub kelner", "Kelner"),
        ("Kock eller servitör", "Servitör"),
        ("Aşçı veya garson", "Garson"),
    ],
)
def test_each_of_two_titles_is_the_opening(role: str, one: str) -> None:
    assert opening_key(one) in either_of(role)


@pytest.mark.parametrize(
    "role",
    ["Lead Engineer", "Client/Server Developer", "Director of Nursing", "Driver or similar", ""],
)  # fmt: skip
def test_one_title_is_no_two(role: str) -> None:
    assert either_of(role) == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("dispatch", "dispatcher", True),
        ("reception", "receptionist", True),
        ("accounting", "accountant", True),
        ("operator", "operations", False),
        ("cook", "cooker", False),
        ("dispatch", "dispatch manager", False),
    ],
)
def test_work_and_who_does_it_are_one_title(
    one: str, other: str, is_same: bool
) -> None:
    assert are_one_word(one, other) is is_same
    assert are_one_word(other, one) is is_same


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("postdoc", "postdoctoral fellow in linguistics", True),
        ("cook", "cookery teacher", False),
        ("nurse", "nursery assistant", False),
        ("engineer", "senior engineering technician", False),
    ],
)
def test_a_title_that_begins_a_word_of_the_other_may_be_it(
    one: str, other: str, is_same: bool
) -> None:
    assert is_begun(one, other) is is_same
    assert is_begun(other, one) is is_same
