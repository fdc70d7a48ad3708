from __future__ import annotations

import pytest

from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.employers.whole import spelled_out_behind, whole_name
from onward.mail.rules.facts.extract import extract_facts
from onward.mail.rules.facts.material import Material, prepare
from onward.mail.rules.types import Address, Message


def material(shown: str, address: str, text: str = "Hallo") -> Material:
    message = Message(
        key="1",
        message_id="1@mail.example",
        sent_at=None,
        sender=Address(shown, address),
        subject="",
        text=text,
    )
    return prepare(message, system=carrier(message))


@pytest.mark.parametrize(
    ("shown", "address", "name"),
    [
        ("Orlow Assessments", "assessment@orlow-chemie.example", "Orlow"),
        ("Moor & Heide Büro", "buero@moor-heide.example", "Moor & Heide"),
        ("Linden Freight Transport Office", "transport@lindenfreight.example", "Linden Freight"),
        ("Küchenstudio Wacholder", "wacholder@kuechenstudio.example", "Küchenstudio Wacholder"),
        ("Estate Office", "office@fenestate.example", "Estate Office"),
        ("Orlow Chemie", "post@orlow-chemie.example", "Orlow Chemie"),
    ],
)  # fmt: skip
def test_the_box_that_wrote_is_no_part_of_a_name(
    shown: str, address: str, name: str
) -> None:
    mail = material(shown, address)
    assert whole_name(shown, material=mail, language="de") == name


@pytest.mark.parametrize(
    ("name", "text", "spelled"),
    [
        ("Pflege Saale Hoehe", "Ihr Team der Pflege Saale Höhe", "Pflege Saale Höhe"),
        ("Baeckerei Muehlbach", "Hallo", "Bäckerei Mühlbach"),
        ("Oekohof Michaelis", "Hallo", "Ökohof Michaelis"),
        ("Steuer Bauer Quelle", "Hallo", "Steuer Bauer Quelle"),
        ("Aerowerk", "Hallo", "Aerowerk"),
        ("Goetz Druck", "Gruß, Goetz Druck", "Goetz Druck"),
    ],
)
def test_a_name_from_an_address_is_spelled_with_umlauts(
    name: str, text: str, spelled: str
) -> None:
    mail = material("Anna", "anna@firma.example", text)
    assert whole_name(name, material=mail, language="de") == spelled


@pytest.mark.parametrize(
    ("name", "text", "spelled"),
    [
        ("Salzundkorn", "Ida Roe\nLeiterin Salz & Korn Lindau", "Salz & Korn"),
        ("Salzandkorn", "Ida Roe\nSalz + Korn", "Salz + Korn"),
        ("Salzundkorn", "Ida Roe\nPfeffer & Korn", "Salzundkorn"),
    ],
)
def test_a_name_of_two_parts_is_written_with_its_sign(
    name: str, text: str, spelled: str
) -> None:
    mail = material("Ida Roe", "roe@salzundkorn.example", text)
    assert whole_name(name, material=mail, language="de") == spelled


def test_umlauts_are_spelled_in_german_mail_only() -> None:
    mail = material("Anna", "anna@baeckerei.example", "Hello")
    assert whole_name("Baeckerei", material=mail, language="en") == "Baeckerei"


@pytest.mark.parametrize(
    ("shown", "address", "found", "name"),
    [
        ("Tiedemann Bewerbungen", "jobs@tiedemann-hw.example", "Tiedemann Hw", "Tiedemann"),
        ("Ute Tiedemann", "ute@vb-tiedemann.example", "Vb Tiedemann", "Tiedemann"),
        ("Anna Lind", "anna@rosen-au.example", "Rosen Au", "Rosen Au"),
        ("Anna Lind", "anna@st-lindenhof.example", "St Lindenhof", "St Lindenhof"),
    ],
)  # fmt: skip
def test_two_letters_of_an_address_go_where_the_rest_is_said(
    shown: str, address: str, found: str, name: str
) -> None:
    mail = material(shown, address)
    assert whole_name(found, material=mail, language="de") == name


def test_a_mail_is_read_with_the_name_alone() -> None:
    mail = material(
        "Orlow Assessments",
        "assessment@orlow-chemie.example",
        "Guten Tag, danke für Ihre Bewerbung als Laborant.",
    )
    assert extract_facts(mail.message, system=mail.system).company == "Orlow"


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Norvik Enerji'ye", "Norvik Enerji"),
        ("Çınar Yayınları’nda", "Çınar Yayınları"),
        ("McDonald's", "McDonald's"),
    ],
)
def test_turkish_cases_are_no_part_of_a_name(name: str, bare: str) -> None:
    mail = material("İK", "ik@norvik.example", f"{name} başvurunuz")
    assert whole_name(name, material=mail, language="tr") == bare


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("Vale Graduate Management Scheme", "Vale Graduate Management Scheme"),
        ("Vale Graduate Training Scheme", "Vale GMS"),
        ("Vale Recruitment", "Vale GMS"),
    ],
)
def test_letters_behind_a_name_are_spelled_out_where_the_sender_does(
    shown: str, name: str
) -> None:
    assert spelled_out_behind("Vale GMS", shown=shown) == name


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Kantons Oberau", "Kanton Oberau"),
        ("Landkreises Norden", "Landkreis Norden"),
        ("Bezirks Mitteltal", "Bezirk Mitteltal"),
        ("Landratsamtes Ahe", "Landratsamt Ahe"),
        ("Kantonsspital Oberau", "Kantonsspital Oberau"),
        ("Kreis Ahe", "Kreis Ahe"),
        ("Kreises Haus GmbH", "Kreises Haus GmbH"),
        ("Klinikums Service GmbH", "Klinikums Service GmbH"),
        ("Klinikums", "Klinikums"),
        ("Kreissparkasse Norden", "Kreissparkasse Norden"),
    ],
)
def test_a_public_body_of_which_an_office_signs_is_called_as_it_is(
    name: str, called: str
) -> None:
    office = f"Personalstelle des {name}"
    mail = material("Personalstelle", "post@personal.example", office)
    assert whole_name(name, material=mail, language="de") == called
