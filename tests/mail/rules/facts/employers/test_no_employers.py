"""What stands like a name and is no employer: a clock, a door, a test, what a title is made of."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.employers.company import is_company
from tests.mail.rules.facts_corpus import read_case


def _company(subject: str, text: str, *, sender: str) -> str:
    return read_case({"from": sender, "subject": subject, "text": text}).found.company


@pytest.mark.parametrize(
    "name",
    [
        *("Eastern Time", "US Central Time", "Greenwich Mean Time", "Pacific Daylight Time"),
        *("Dock C", "Building B", "Halle 3", "Tor B", "Bâtiment A", "Sala 4", "Ingang C", "Budynek D"),
        *("State", "County", "Federal"),
    ],
)  # fmt: skip
def test_a_clock_a_door_and_an_authority_without_a_place_are_none(name: str) -> None:
    assert not is_company(name)


@pytest.mark.parametrize(
    "name", ["Eastern Timber", "Dock Coffee", "Haus Bergblick", "State Street", "Tolland County"]
)  # fmt: skip
def test_names_that_begin_alike_stay(name: str) -> None:
    assert is_company(name)


def test_what_a_test_is_called_is_no_employer_beside_another() -> None:
    assert (
        _company(
            "Complete your assessment: Refrigeration Technician Trainee",
            "Robin,\n\nYou're moving forward! Please complete the Basic Electrical & Mechanical"
            " test (60 min, online) by 04/14/2026.\n\nhttps://assess.example/t/a09b1",
            sender="Larkfield Talent <larkfield@myworkday.com>",
        )
        == "Larkfield"
    )


def test_words_of_a_title_in_another_order_are_no_employer() -> None:
    assert (
        _company(
            "Employment offer - Second Shift HVAC",
            "Mr. Vale,\n\nI am pleased to tell you that the Superintendent will recommend you to"
            " the Board for Building HVAC Technician, Second Shift, at $28.86/hr. Hours 2:30-11:00"
            " p.m.\n\nCongratulations,\nIda Roe",
            sender="Ida Roe <iroe@larkfieldcity.example>",
        )
        == "Larkfield City"
    )


def test_a_firm_whose_name_ends_a_title_stays_one() -> None:
    assert (
        _company(
            "Your application: Sales Assistant, Hill Bakery",
            "Dear Robin,\n\nthank you for applying to Hill Bakery as a Sales Assistant.\n\n"
            "Kind regards\nHill Bakery",
            sender="Hill Bakery <jobs@hillbakery.example>",
        )
        == "Hill Bakery"
    )


@pytest.mark.parametrize(
    "ending",
    [
        "Alles Gute für die OP!\nJudith Roe",
        "Herzliche Grüße aus dem Tolmtal\nJudith Roe",
    ],
)
def test_closing_words_that_go_on_sign_for_nobody(ending: str) -> None:
    told = _company(
        "Re: Bewerbung als Köchin",
        f"Können Sie am Dienstag um 15 Uhr vorbeikommen?\n\n{ending}",
        sender="Judith Roe <judith@larkwirt.example>",
    )
    assert told in {"Larkwirt", ""}


def test_how_many_stars_a_house_has_is_no_part_of_its_name() -> None:
    told = _company(
        "Probearbeiten",
        "Passt Ihnen Freitag um 9 Uhr?\n\nHerzlich\nJudith Roe\n\n****************\n"
        "HOTEL LARKBLICK ****S\nFamilie Roe\nA-9999 Tolmau\n****************",
        sender="Judith Roe | Hotel Larkblick <judith@larkblick.example>",
    )
    assert told == "Hotel Larkblick"


def test_a_service_of_many_houses_gives_way_to_the_one_that_a_label_names() -> None:
    text = (
        "Dear Rosa,\n\nReference: 448831\nVacancy: Science Skills Officer (EO)\nDepartment: Northern"
        " Fuels and Minerals Authority\n\nThank you for submitting your application for the above"
        " vacancy.\n\nCivil Service Jobs"
    )
    sender = "Civil Service Jobs <noreply@civilservicejobs.service.gov.uk>"
    subject = (
        "Civil Service Jobs - 448831 Science Skills Officer - application submitted"
    )
    assert (
        _company(subject, text, sender=sender)
        == "Northern Fuels and Minerals Authority"
    )


@pytest.mark.parametrize(
    "name",
    [
        *("Dossier TA-2026-4471", "concours 2026-140-E", "affichage SOU-26-0412", "Pratica TA-26-4471"),
        *("Expediente 2026/140-E", "Vorgang TA-26-4471", "Concours no 2026-140-E"),
    ],
)  # fmt: skip
def test_what_a_number_is_of_is_none(name: str) -> None:
    assert not is_company(name)


@pytest.mark.parametrize(
    ("subject", "text", "sender"),
    [
        (
            "Dossier TA-2026-4471 - documents manquants",
            "Bonjour Madame,\n\nAfin de poursuivre l'analyse de votre dossier, il nous manque une "
            "copie de votre diplôme et une lettre d'attestation d'emploi. Pourriez-vous nous les "
            "faire parvenir d'ici le vendredi 18 septembre?\n\nMélanie Troie\nAgente "
            "administrative, Service de la dotation",
            "Mélanie Troie <melanie.troie.cnf@ssss.example>",
        ),
        (
            "Convocation – entrevue – concours 2026-140-E",
            "Madame,\n\nÀ la suite de votre candidature au poste de commis aux finances (concours "
            "2026-140-E), vous êtes convoquée à une entrevue le mardi 8 décembre à 14 h 15.\n\n"
            "Nadia Brun\nTechnicienne en dotation",
            "Nadia Brun <nbrun@ville.sainte-orme.example>",
        ),
    ],
)
def test_a_file_with_its_number_is_no_employer(
    subject: str, text: str, sender: str
) -> None:
    found = _company(subject, text, sender=sender)
    assert not {"dossier", "concours"} & set(found.lower().split())


@pytest.mark.parametrize("kind", ["video", "telephone", "virtual", "on-demand"])
def test_the_kind_of_an_interview_is_no_part_of_the_employer(kind: str) -> None:
    assert (
        _company(
            f"Robin, your Larkfield {kind} interview",
            "Hi Robin,\n\nLarkfield would like you to record your answers to four questions as part of"
            " your application for the Risk Graduate Programme. Begin interview",
            sender="Larkfield Early Careers <noreply@hirevue.com>",
        )
        == "Larkfield"
    )


@pytest.mark.parametrize("unit", ["Student Recruitment", "Graduate Recruitment Team"])
def test_whom_a_department_recruits_is_no_part_of_the_employer(unit: str) -> None:
    assert (
        _company(
            "We've received your application",
            "Dear Robin,\n\nThank you for applying for Audit Graduate. We've received your"
            f" application.\n\nLarkfield Vale {unit}",
            sender="Workday <larkfieldvale@myworkday.com>",
        )
        == "Larkfield Vale"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ihre Art kam bei den Kollegen gut an.",
        "Bei den Kolleginnen und bei den Bewohnern kamen Sie sehr gut an.",
        "Im Gespräch gut, aber beim Debuggen der API-Aufrufe bist du hängen geblieben.",
        "Im Gespräch gut, aber beim Lesen und Rechnen hat es gefehlt.",
    ],
)
def test_whom_one_pleases_and_what_one_does_is_no_employer(text: str) -> None:
    text = f"Guten Tag Frau Roe,\n\nwir haben uns für jemanden entschieden, der sofort anfangen kann. {text}\n\nH. Vale"
    sender = "Hartmut Vale <vale@larchfeld-kost.example>"
    assert _company("Ihr Besuch bei uns", text, sender=sender) == "Larchfeld Kost"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ihre Bewerbung beim Hafen Larchstadt ist eingegangen.", "Hafen Larchstadt"),
        ("Ihre Bewerbung bei den Larchwerken ist eingegangen.", "Larchwerke"),
    ],
)
def test_a_house_that_ends_as_a_verb_does_stays(text: str, name: str) -> None:
    assert _company("Ihre Bewerbung", text, sender="bewerbung@concludis.de") == name


def test_a_field_of_work_behind_an_appointment_is_no_employer() -> None:
    text = (
        "Guten Tag Frau Roe,\n\ngern würde ich Sie in einem Telefoninterview am Dienstag, 20.01., um 10:30 Uhr"
        " kennenlernen.\n\nHerzliche Grüße\nBirte Vale\nPersonalreferentin"
    )
    sender = "Birte Vale <b.vale@hansekontor.example>"
    subject = "Telefoninterview – IT-Support"
    assert _company(subject, text, sender=sender) == "Hansekontor"
    subject = "Telefoninterview – Hansekontor Nord"
    assert _company(subject, text, sender=sender) == "Hansekontor Nord"


def test_what_a_title_goes_on_with_is_no_employer_beside_the_house_that_writes() -> (
    None
):
    text = (
        "Hi Ada! I'm filling Project Manager II - Field Mobility for Larksmere and would love 20 mins by phone. "
        "Calling you Thursday at 1:00 unless you tell me no.\n\nTess R."
    )
    sender = "Tess Roark <tess.roark@larksmerefs.example>"
    subject = "PM II Field Mobility - intro"
    assert _company(subject, text, sender=sender) == "Larksmere"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("La tua candidatura per Commessa presso Bianchi S.p.A.", "Il tuo aggiornamento da Bianchi S.p.A.\n\nPurtroppo non daremo seguito alla tua candidatura.\n\nCordiali saluti,\nBianchi S.p.A."),
        ("Chiara, la tua candidatura è stata inviata a Bianchi S.p.A.", "La tua candidatura è stata inviata a Bianchi S.p.A.\n\nStore assistant\nBianchi S.p.A.\nBologna, Emilia-Romagna, Italia"),
    ],
)  # fmt: skip
def test_whose_the_board_is_stands_below_it_and_is_no_employer(
    subject: str, text: str
) -> None:
    foot = "© 2026 LinkedIn Ireland Unlimited Company"
    sender = "LinkedIn <jobs-noreply@linkedin.com>"
    assert _company(subject, f"{text}\n\n{foot}", sender=sender) == "Bianchi S.p.A."


def test_a_firms_own_line_still_names_it_whole() -> None:
    text = "Thanks for applying to Acme Foods.\n\nUnfortunately we won't go on with your application.\n\n© 2026 Acme Foods Ltd"
    sender = "Acme Foods <jobs@acmefoods.example>"
    assert _company("Update", text, sender=sender) == "Acme Foods Ltd"
