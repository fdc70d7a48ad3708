from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.extract import extract_facts
from onward.mail.rules.facts.material import Material, prepare
from onward.mail.rules.facts.titles.whole import whole_title
from onward.mail.rules.types import Address, Message


def material(text: str, *, subject: str = "") -> Material:
    message = Message(
        key="1",
        message_id="1@mail.example",
        sent_at=None,
        sender=Address("Personal", "personal@rebhof.example"),
        subject=subject,
        text=text,
    )
    return prepare(message, system=carrier(message))


@pytest.mark.parametrize(
    ("found", "text", "whole"),
    [
        ("Cover Teacher, Year", "the post of Cover Teacher, Year 5.", "Cover Teacher, Year 5"),
        ("Theatre Nurse", "for the Theatre Nurse Band 6 role", "Theatre Nurse Band 6"),
        ("Roofer", "Your application: Roofer (Level 2)", "Roofer (Level 2)"),
        ("Data Engineer", "applying for Data Engineer III.", "Data Engineer III"),
        ("2 Driver", "Looking for a Class 2 Driver in Hull", "Class 2 Driver"),
        ("Baker", "For the Baker I would need a day", "Baker"),
        ("Baker", "the Baker 12:30 slot", "Baker"),
        ("Carer 25 hours a week", "post of Carer 25 hours a week", "Carer"),
        ("Analyst 20", "your application: Analyst 20 - 40% in Hull", "Analyst"),
        ("Analyst 20", "your application: Analyst 20", "Analyst 20"),
        ("Tram Fitter", "ref PT-26-04, Trainee Tram Fitter (Hull)", "Trainee Tram Fitter"),
        ("Tram Fitter", "applied for the Senior Tram Fitter post", "Senior Tram Fitter"),
        ("Tram Fitter", "meet Anna Lind, Senior Tram Fitter", "Tram Fitter"),
        ("Water Planner", "interview for the EO2 Water Planner post", "EO2 Water Planner"),
        ("Bridge Builder", "for Bridge Builder (Fixtures and Piers)", "Bridge Builder (Fixtures and Piers)"),
        ("Bridge Builder", "for Bridge Builder (Leeds)", "Bridge Builder"),
    ],
)  # fmt: skip
def test_a_title_keeps_its_grade(found: str, text: str, whole: str) -> None:
    assert whole_title(found, material=material(text), language="en") == whole


@pytest.mark.parametrize(
    ("found", "text", "language", "whole"),
    [
        ("Payroll Clerk", "as Payroll Clerk with German.", "en", "Payroll Clerk with German"),
        ("Payroll Clerk", "as Payroll Clerk with fluent French (Hull)", "en", "Payroll Clerk with fluent French"),
        ("Payroll Clerk", "the Payroll Clerk with French and Dutch role", "en", "Payroll Clerk with French and Dutch"),
        ("Sachbearbeiterin", "als Sachbearbeiterin mit Polnisch bei uns", "de", "Sachbearbeiterin mit Polnisch"),
        ("conseiller", "au poste de conseiller avec allemand.", "fr", "conseiller avec allemand"),
        ("administrativa", "al puesto de administrativa con inglés.", "es", "administrativa con inglés"),
        ("impiegata", "per impiegata con tedesco.", "it", "impiegata con tedesco"),
        ("medewerker", "als medewerker met Duits.", "nl", "medewerker met Duits"),
        ("Specjalista", "na stanowisko Specjalista z językiem czeskim.", "pl", "Specjalista z językiem czeskim"),
        ("handläggare", "tjänsten handläggare med finska.", "sv", "handläggare med finska"),
        ("Payroll Clerk", "as Payroll Clerk with English Pantry Ltd", "en", "Payroll Clerk"),
        ("Payroll Clerk", "as Payroll Clerk with Dutch & Sons", "en", "Payroll Clerk"),
        ("Payroll Clerk", "as Payroll Clerk with Rebhof", "en", "Payroll Clerk"),
    ],
)  # fmt: skip
def test_a_title_keeps_the_language_it_asks_for(
    found: str, text: str, language: str, whole: str
) -> None:
    assert whole_title(found, material=material(text), language=language) == whole


@pytest.mark.parametrize(
    ("found", "subject", "text", "language", "whole"),
    [
        ("Panadero", "", "el puesto de Panadero/a en Soria", "es", "Panadero/a"),
        ("caissier", "", "au poste de caissier(ère) de nuit", "fr", "caissier(ère)"),
        ("Panadero", "Panadero nocturno (REF 71)", "para Panadero nocturno", "es", "Panadero nocturno"),
        ("Panadero", "Alta - Panadero entrevista", "Panadero entrevista mañana", "es", "Panadero"),
        ("Panadero", "Panadero nocturno", "para el horno", "es", "Panadero"),
        ("Baker", "Your application: Baker (Training Post)", "as Baker (Training Post).", "en", "Baker (Training Post)"),
        ("Baker", "Your application: Baker trial shift", "the Baker trial shift is on Monday", "en", "Baker"),
    ],
)  # fmt: skip
def test_a_title_that_the_subject_repeats_is_whole(
    found: str, subject: str, text: str, language: str, whole: str
) -> None:
    laid_out = material(text, subject=subject)
    assert whole_title(found, material=laid_out, language=language) == whole


@pytest.mark.parametrize(
    ("found", "text", "whole"),
    [
        ("Landwirt", "als Landwirt/in beworben", "Landwirt/in"),
        ("Tierpfleger", "als Tierpfleger*in beworben", "Tierpfleger*in"),
        ("Tierpfleger in", "als Tierpfleger*in beworben", "Tierpfleger*in"),
        ("Leitende/r Koch", "Leitende/r Koch/Köchin", "Leitende/r Koch"),
        ("Referent Lohn", "als Referent Lohn- und Reisekosten.", "Referent Lohn- und Reisekosten"),
        ("Fachkraft", "als Fachkraft für Lagerlogistik", "Fachkraft für Lagerlogistik"),
        ("Lehrkraft für", "die Lehrkraft für besondere Fächer", "Lehrkraft für besondere Fächer"),
        ("Fachkraft", "die Fachkraft für die Küche", "Fachkraft"),
        ("Maurer", "Deine Bewerbung: Ausbildung Maurer", "Ausbildung Maurer"),
        ("Assistentin", "als Wiss. Assistentin (77)", "Wiss. Assistentin"),
        ("Köchin", "als Köchin EFZ im Heim", "Köchin EFZ"),
        ("Erzieher", "Stelle: Erzieher / Erzieherin", "Erzieher / Erzieherin"),
        ("Kursleiter", "als Kursleiter/Trainer", "Kursleiter"),
        ("Dozent", "als Dozent für Deutsch als Fremdsprache", "Dozent für Deutsch als Fremdsprache"),
        ("Maurer", "nach der Ausbildung zum Maurer", "Maurer"),
        ("Gärtnerin 40", "als Gärtnerin 40-60 %.", "Gärtnerin"),
        ("Gärtnerin 70 Prozent", "als Gärtnerin 70 Prozent", "Gärtnerin"),
        ("Koch, 30 Std.", "als Koch, 30 Std.", "Koch"),
    ],
)  # fmt: skip
def test_a_german_title_is_taken_whole(found: str, text: str, whole: str) -> None:
    assert whole_title(found, material=material(text), language="de") == whole


@pytest.mark.parametrize(
    ("found", "bare"),
    [
        ("Küster im", "Küster"),
        ("Küsterin, Beginn", "Küsterin"),
        ("Erstgespräch Küster", "Küster"),
        ("im Lager", "Lager"),
        ("Küster-Stelle", "Küster"),
        ("Cellisten", "Cellist"),
        ("Biologen", "Biologe"),
        ("Finanzanalysten", "Finanzanalyst"),
        ("Koch, 80 Prozent", "Koch"),
        ("Forklift Driver went down well", "Forklift Driver"),
        ("on Head Chef", "Head Chef"),
        ("Shepherd's", "Shepherd"),
        ("In-House Counsel", "In-House Counsel"),
        ("Leiter Controlling", "Leiter Controlling"),
    ],
)
def test_what_stands_around_a_title_goes(found: str, bare: str) -> None:
    assert whole_title(found, material=material(found), language="de") == bare


@pytest.mark.parametrize(
    ("language", "found", "bare"),
    [
        ("nl", "loodgieter erbij", "loodgieter"),
        ("it", "cuoco deve portare", "cuoco"),
        ("pl", "stolarz dotarło", "stolarz"),
        ("sv", "snickare eftersom", "snickare"),
        ("fr", "boulanger après", "boulanger"),
        ("fr", "Ingénieur avant-vente", "Ingénieur avant-vente"),
        ("pt", "pedreiro pro primo", "pedreiro"),
        ("es", "Ejecutivo de Cuenta", "Ejecutivo de Cuenta"),
        ("tr", "sizi gece bekçisi", "gece bekçisi"),
        ("tr", "Kasap Ustası'nı", "Kasap Ustası"),
    ],
)
def test_what_goes_on_behind_a_title_goes(language: str, found: str, bare: str) -> None:
    assert whole_title(found, material=material(found), language=language) == bare


def test_a_mail_is_read_with_the_whole_title() -> None:
    mail = material("Hallo Timo, deine Bewerbung: Ausbildung Maurer. Wir melden uns.")
    facts = extract_facts(mail.message, system=mail.system)
    assert facts.role == "Ausbildung Maurer"


def test_a_title_that_the_mail_does_not_write_stays() -> None:
    assert whole_title("Maurer", material=material("Hallo"), language="de") == "Maurer"


@given(st.text(max_size=40), st.sampled_from(["de", "en", "tr", "pl"]))
def test_any_title_is_taken(title: str, language: str) -> None:
    assert isinstance(
        whole_title(title, material=material(f"x {title} y"), language=language), str
    )


@given(st.text(max_size=40), st.sampled_from([" ", "\x1c", "\x85", "\u2007", "("]))
def test_a_subject_may_end_in_any_blank_behind_a_title(words: str, blank: str) -> None:
    subject = f"Stelle als Cook{blank} . '( {words}"
    found = material(f"the Cook {words}", subject=subject)
    assert whole_title("Cook", material=found, language="de").startswith("Cook")
