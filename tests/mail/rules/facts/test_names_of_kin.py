"""Names that tell who else owns a firm: "Bakker & Zn. Koeltransport" is one, and no title."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.employers.company import clean_company, is_company
from onward.mail.rules.facts.employers.names import is_of_kin
from onward.mail.rules.facts.extract import Facts, extract_facts
from onward.mail.rules.facts.titles.role import is_plausible_role
from onward.mail.rules.types import Address, Message

_INDEED = Address("Indeed", "noreply@indeed.com")


def _facts(subject: str, text: str) -> Facts:
    mail = Message("a", "a", None, _INDEED, subject, text)
    return extract_facts(mail, system=carrier(mail))


_NAMES = [
    "Bakker & Zn. Koeltransport",
    "Bakker & Co. Transport",
    "Visser en Zonen Logistiek",
    "Weber & Co. Logistik",
    "Müller & Söhne Spedition",
    "Boulanger & Fils Transports",
    "Sarti e Figli Autotrasporti",
    "Herrero e Hijos Logística",
    "Ferreiro & Filhos Transportes",
    "Smed & Söner Åkeri",
    "Demirci ve Oğulları Nakliyat",
    "Kowal i Synowie Transport",
    "Hill & Co. Haulage",
    "Baker & Sons",
    "BAKER & SONS",
    "Bakker & zn.",
    "Kowal i S-ka",
]


@pytest.mark.parametrize("name", _NAMES)
def test_a_firm_that_names_its_kin_is_one_whatever_the_surname_was(name: str) -> None:
    assert is_of_kin(name)
    assert is_company(clean_company(name))


@pytest.mark.parametrize(
    "text",
    ["Baker", "Baker and Confectioner", "Sales & Code", "Planner en Zondagshulp", "Koch und Sohnemann",
     "Founder & Co-CEO", "Projektleiter und Co-Leitung", "Trainer en co-coach", "father and son", "Vater und Sohn-Gruppe"],
)  # fmt: skip
def test_titles_with_an_and_name_no_kin(text: str) -> None:
    assert not is_of_kin(text)


@pytest.mark.parametrize(
    "title",
    [
        "Founder & Co-CEO",
        "Product Manager & Co-Founder",
        "Administrator and Co-ordinator",
        "Teacher and Co-Curricular Lead",
        "Projektleiter und Co-Leitung",
        "Trainer en co-coach",
        "Fundador y Co-Director",
        "Mother and Son Support Worker",
        "Father and Son Support Worker",
    ],
)
def test_co_and_kin_leave_a_title_one(title: str) -> None:
    assert is_plausible_role(title)


@pytest.mark.parametrize("name", _NAMES)
def test_no_firm_that_names_its_kin_is_a_title(name: str) -> None:
    assert not is_plausible_role(name)


def test_a_title_is_told_whole_over_its_kin() -> None:
    text = "Thank you for applying for the role of Father and Son Support Worker at Acme Ltd."
    facts = _facts("Your application", text)
    assert facts.role == "Father and Son Support Worker"


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("{} heeft gereageerd op je sollicitatie", "Bakker & Zn. Koeltransport"),
        ("{} heeft gereageerd op je sollicitatie", "Bakker & Co. Transport"),
        ("{} has replied to your application", "Hill & Co. Haulage"),
        ("{} hat auf Ihre Bewerbung geantwortet", "Weber & Co. Logistik"),
        ("{} a répondu à votre candidature", "Boulanger & Fils Transports"),
        ("{} ha respondido a tu candidatura", "Herrero e Hijos"),
        ("{} ha risposto alla tua candidatura", "Sarti e Figli Autotrasporti"),
        ("{} respondeu à sua candidatura", "Ferreiro & Filhos"),
        ("{} har svarat på din ansökan", "Smed & Söner Åkeri"),
        ("{} başvurunuza yanıt verdi", "Demirci ve Oğulları Nakliyat"),
    ],
)
def test_who_answered_is_named_whole_and_is_no_title(subject: str, name: str) -> None:
    head = subject.format(name)
    facts = _facts(head, f"{head}.\n\nhttps://messages.indeed.com/")
    assert (facts.company, facts.role) == (name, "")


@pytest.mark.parametrize(
    "name", ["Bakker & Zn. Koeltransport", "Weber & Co. Transport"]
)
def test_a_boards_receipt_of_such_a_firm_has_both(name: str) -> None:
    facts = _facts(
        "Indeed-sollicitatie: Planner koeltransport",
        f"Sollicitatie verzonden\n\nPlanner koeltransport\n{name} - Ede\n\nDe volgende items "
        f"zijn verzonden naar {name}. Veel succes!\n\nSollicitatie\nCv",
    )
    assert (facts.company, facts.role) == (name, "Planner koeltransport")


def test_a_sentence_may_still_end_behind_such_a_name() -> None:
    text = "Thank you for applying to Hill & Co. Good luck with it."
    assert _facts("Your application to Hill & Co.", text).company == "Hill & Co"
