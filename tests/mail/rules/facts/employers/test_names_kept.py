"""What a house is called stays whole, though a word of it could be another thing."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.contact import is_person
from onward.mail.rules.types import Address
from tests.mail.rules.facts.employers.reading import employer

HOST = "hr@mailhost.example"
GERMAN = "Guten Tag,\n\nvielen Dank für Ihre Bewerbung als Köchin bei {house}. Sie ist eingegangen.\n\nMit freundlichen Grüßen\n{signed}"


@pytest.mark.parametrize(
    ("house", "text"),
    [
        (
            "Société Nouvelle Lenoir SAS",
            "Bonjour,\n\nNous avons bien reçu votre candidature au poste d'acheteuse chez {house}.",
        ),
        (
            "Company Shop Ltd",
            "Dear Robin,\n\nThank you for applying for the Buyer role at {house}, which we have received.",
        ),
        (
            "Azienda Agricola Neri Srl",
            "Gentile Robin,\n\nabbiamo ricevuto la sua candidatura per Impiegata presso {house}.",
        ),
        (
            "Empresa Municipal Soto S.A.",
            "Hola Robin:\n\nHemos recibido tu candidatura para Recepcionista en {house}.",
        ),
        (
            "Unternehmen Zukunft GmbH",
            "Guten Tag,\n\nvielen Dank für Ihre Bewerbung als Köchin bei der {house}.",
        ),
    ],
)
@pytest.mark.parametrize("shown", ["HR", "{house}"])
@pytest.mark.parametrize("signed", ["", "\n\n{house}"])
def test_what_it_is_can_be_how_it_is_called(
    house: str, text: str, shown: str, signed: str
) -> None:
    said = f"{text}{signed}".format(house=house)
    found = employer("Mail", said, shown=shown.format(house=house), at=HOST)
    assert found.rstrip(".") == house.rstrip(".")


def test_a_house_that_signs_as_a_firm_is_called_so() -> None:
    text = GERMAN.format(
        house="dem Unternehmen Zukunft GmbH", signed="Unternehmen Zukunft GmbH"
    )
    found = employer("Mail", text, shown="HR", at=HOST)
    assert found == "Unternehmen Zukunft GmbH"


@pytest.mark.parametrize(
    "house",
    [
        "Filiale Eins Café",
        "La Succursale Montréal",
        "Office Leeds",
        "Büro Freiburg",
        "Agence Lyon",
    ],
)
@pytest.mark.parametrize("is_named", [True, False])
def test_a_house_may_call_itself_as_branches_are_called(
    house: str, is_named: bool
) -> None:
    text = GERMAN.format(
        house=house if is_named else "uns", signed=house if is_named else "Ida Roe"
    )
    assert employer("Mail", text, shown=house, at="hallo@haus.example") == house


@pytest.mark.parametrize(
    ("text", "house"),
    [
        (
            "Thank you for answering the advert for Cook at Larch Kitchen that you saw on Jobspur. Sorry, the job is filled.",
            "Larch Kitchen",
        ),
        (
            "Details of your interview at Larch Kitchen can be found below: Tuesday 24 November at 10am for the Cook job.",
            "Larch Kitchen",
        ),
        (
            "Thank you for the CV you dropped in at Larch Kitchen; we found it very interesting. Come for an interview"
            " for Cook on Tuesday 24 November at 10am.",
            "Larch Kitchen",
        ),
        (
            "Merci pour le CV que vous avez déposé chez Larch Cuisine ; nous l'avons trouvé très intéressant. Venez à un"
            " entretien pour le poste de cuisinière mardi 24 novembre à 10h.",
            "Larch Cuisine",
        ),
        (
            "Bedankt voor het cv dat je bij Larch Keuken hebt afgegeven; we zagen het graag. Kom op gesprek voor kok op"
            " dinsdag 24 november om 10 uur.",
            "Larch Keuken",
        ),
        (
            "Dziękujemy za CV złożone w Larch Kuchnia; znaleźliśmy w nim wiele ciekawego. Zapraszamy na rozmowę na"
            " stanowisko kucharza we wtorek 24 listopada o 10.",
            "Larch Kuchnia",
        ),
        (
            "Ihr Profil hat uns bei Nordkran sehr gut gefallen und wir haben eine passende Stelle als Einkäuferin für"
            " Sie gefunden.",
            "Nordkran",
        ),
        (
            "vielen Dank für Ihre Bewerbung als Koch. Ihr Lebenslauf wurde bei Nordkran Gastro hinterlegt.",
            "Nordkran Gastro",
        ),
        (
            "Thank you for your CV at Larch Kitchen, which we found very good. Come for an interview for Cook on"
            " Tuesday 24 November at 10am.",
            "Larch Kitchen",
        ),
    ],
)
def test_where_papers_came_to_employs_where_no_other_is_named(
    text: str, house: str
) -> None:
    said = f"Hello Robin Roe,\n\n{text}\n\nKim Vale"
    assert employer("Mail", said, shown="Kim Vale", at="kim@mailhost.example") == house


@pytest.mark.parametrize(
    ("name", "box"),
    [
        ("Thandiwe Nkosi", "thandiwe"),
        ("Xiu Wen", "wen"),
        ("Torvin Halm", "halm"),
        ("Meadow Vale", "vale"),
        ("K. Owusu", "owusu"),
        ("Thandiwe N Nkosi", "thandiwe"),
    ],
)
def test_a_person_writes_from_the_domain_for_applications(name: str, box: str) -> None:
    address = f"{box}@jobs.larch.example"
    text = f"Dear Robin,\n\nThank you for applying for the Cook role. We have received it.\n\nKind regards\n{name}"
    assert is_person(Address(name, address))
    assert employer("Your application: Cook", text, shown=name, at=address) == "Larch"


def test_a_hall_that_is_named_whole_is_no_building_of_its_last_line() -> None:
    text = GERMAN.format(house="Spinnerei Halle 14", signed="Kim Vale\nSpinnerei")
    found = employer("Mail", text, shown="Kim Vale", at="kim@mailhost.example")
    assert found == "Spinnerei Halle 14"


@pytest.mark.parametrize(
    ("subject", "text", "house"),
    [
        (
            "Little Steps: Nursery Nurse application",
            "Thank you for your application to join the team at Little Steps. We have received it.",
            "Little Steps",
        ),
        (
            "Little Steps: Nursery Nurse",
            "We have received your application and read it with care at Little Steps.",
            "Little Steps",
        ),
        (
            "Adidas - Application Store Manager",
            "Thank you for your application. At adidas we read each one, and adidas will write soon.",
            "Adidas",
        ),
    ],
)
def test_a_house_at_the_head_of_a_subject_stays(
    subject: str, text: str, house: str
) -> None:
    said = f"Dear Robin,\n\n{text}\n\nKim"
    found = employer(subject, said, shown="Kim Vale", at="no-reply@post.example")
    assert found == house


@pytest.mark.parametrize(
    ("signed", "house"),
    [
        ("Ida Roe\nNordkran GmbH\nNiederlassung Leipzig", "Nordkran GmbH"),
        ("Ida Roe", "Nordkran"),
        ("Ida Roe\nNiederlassung Leipzig", "Nordkran"),
    ],
)
def test_a_branch_that_only_signs_is_no_house(signed: str, house: str) -> None:
    text = (
        "Guten Tag,\n\nvielen Dank für Ihre Bewerbung als Koch. Sie ist eingegangen.\n\nMit freundlichen Grüßen\n"
        f"{signed}"
    )
    found = employer(
        "Mail", text, shown="Niederlassung Leipzig", at="leipzig@nordkran.example"
    )
    assert found == house


@pytest.mark.parametrize(
    ("told", "house"),
    [
        ("das Unternehmen Nordpack GmbH hat die Stelle Lagerist", "Nordpack GmbH"),
        ("die Firma Nordpack GmbH hat die Stelle Lagerist", "Nordpack GmbH"),
    ],
)
def test_what_german_says_a_firm_is_stands_behind_its_article(
    told: str, house: str
) -> None:
    text = f"Guten Tag,\n\n{told} (m/w/d) anderweitig besetzt."
    found = employer("Mail", text, shown="Jobspur", at="post@jobspur.example")
    assert found == house
