"""Names and titles in capitals, written as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.calm import calm_name, calm_title
from onward.mail.rules.facts.employers.names import company_key


@pytest.mark.parametrize(
    ("name", "calm"),
    [
        ("COMUNE DI ROVA SUL SERIO", "Comune di Rova sul Serio"),
        ("TEJADOS DEL ARLA, S.L.", "Tejados del Arla, S.L."),
        ("ORTICA LAVORO S.p.A.", "Ortica Lavoro S.p.A."),
        ("LUZ Y SAL EVENTOS", "LUZ y Sal Eventos"),
        ("REEDEREI FÖRDE KG", "Reederei Förde KG"),
        ("DEPARTMENT OF WATERWAYS", "Department of Waterways"),
        ("ASST Pianura", "ASST Pianura"),
        ("TEMPORA ETT", "Tempora ETT"),
        ("GTHA", "GTHA"),
        ("HYDROPOMP", "HYDROPOMP"),
        ("Rova", "Rova"),
        ("", ""),
    ],
)
def test_an_employer_is_not_shouted(name: str, calm: str) -> None:
    assert calm_name(name, text=name) == calm


def test_a_name_is_written_as_the_mail_writes_it_elsewhere() -> None:
    assert (
        calm_name("HYDROPOMP", text="HYDROPOMP\nDas Team der HydroPomp") == "HydroPomp"
    )
    assert (
        calm_name("HYDROPOMP", text="HYDROPOMP, www.hydropomp.example") == "HYDROPOMP"
    )


@pytest.mark.parametrize(
    ("title", "language", "calm"),
    [
        ("AUTISTA SCUOLABUS E MEZZI D'OPERA", "it", "Autista scuolabus e mezzi d'opera"),
        ("OPERATORE CNC", "it", "Operatore CNC"),
        ("COCINERO/A", "es", "Cocinero/a"),
        ("SCHOOL CROSSING PATROL", "en", "School Crossing Patrol"),
        ("LEITER DER BUCHHALTUNG", "de", "Leiter der Buchhaltung"),
        ("SAP CONSULTANT", "en", "SAP Consultant"),
        ("DevOps", "en", "DevOps"),
    ],
)  # fmt: skip
def test_a_title_is_not_shouted(title: str, language: str, calm: str) -> None:
    assert calm_title(title, text=title, language=language) == calm


@given(name=st.text(max_size=40), text=st.text(max_size=80))
def test_a_calm_name_is_the_same_employer(name: str, text: str) -> None:
    calm = calm_name(name, text=f"{name} {text}")
    assert calm.casefold() == name.casefold()
    assert company_key(calm) == company_key(name)


@pytest.mark.parametrize(
    ("name", "calm"),
    [
        ("YALI KİMYA SANAYİ", "Yalı Kimya Sanayi"),
        ("IRMAK GIDA PAZARLAMA", "Irmak Gıda Pazarlama"),
    ],
)
def test_an_employer_in_turkish_keeps_both_of_its_letters(name: str, calm: str) -> None:
    assert calm_name(name, text=f"{name} firmasının ilanı") == calm


def test_a_title_in_turkish_has_no_loose_dot() -> None:
    title = "BÜRO PERSONELİ"
    assert calm_title(title, text=title, language="tr") == "Büro Personeli"
