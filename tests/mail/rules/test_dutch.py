"""Dutch mail: hours in a sentence of their own, last days, who writes, and what a no offers instead."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from onward.mail.rules.appointments.rearranging import Turn, turn_of
from onward.mail.rules.facts.employers.names import without_legal_form
from onward.mail.rules.facts.requisition import find_requisition
from onward.mail.rules.facts.titles.instead import is_offered_instead
from onward.mail.rules.read import read_message
from onward.mail.rules.times.last_day import last_day
from onward.mail.rules.times.when import appointments
from onward.mail.rules.types import Address, Message, Reading
from onward.mail.rules.verdicts.classify import classify

TOLD_ON = date(2026, 5, 18)
TOLD_AT = datetime(2026, 5, 18, 9, 0, tzinfo=UTC)
READER = Address("Femke Baas", "femke@postbus.example")
SCHOOL = Address("Basisschool De Vlier", "info@devlier.example")


def mail(subject: str, text: str, *, sender: Address = SCHOOL) -> Message:
    return Message("k", "k@x.example", TOLD_AT, sender, subject, text, to=(READER,))


def read(subject: str, text: str, *, sender: Address = SCHOOL) -> Reading:
    return read_message(mail(subject, text, sender=sender))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kan het een dag later, woensdag 20 mei? Dan wordt het kwart over drie.", "2026-05-20T15:15:00"),
        ("Morgen is Joost bezet. Kan het vrijdag 22 mei? Dan wordt het half elf.", "2026-05-22T10:30:00"),
        ("We nodigen je uit op donderdag 21 mei, vanaf half tien tot twaalf.", "2026-05-21T09:30:00"),
        ("Zaterdag 30 mei zijn we er. Uur of 11 met de koffie?", "2026-05-30T11:00:00"),
        ("Kom vrijdag (22e) gewoon kijken. 8.30 bij mij voor de deur.", "2026-05-22T08:30:00"),
    ],
)  # fmt: skip
def test_an_hour_in_a_sentence_of_its_own(text: str, expected: str) -> None:
    found = appointments(text, told_on=TOLD_ON)
    assert [each.isoformat() for each in found] == [expected]


def test_an_hour_until_which_one_can_come_is_none() -> None:
    found = appointments("Vrijdag 22 mei kan tot 12.00 uur.", told_on=TOLD_ON)
    assert not found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Wil je ons uiterlijk woensdag 10 juni laten weten of je het doet?", date(2026, 6, 10)),
        ("Gelieve ons dit te bezorgen ten laatste op 3 juni 2026.", date(2026, 6, 3)),
    ],
)  # fmt: skip
def test_last_days(text: str, day: date) -> None:
    assert last_day(text, told_on=TOLD_ON, kind="to_answer") == day


def test_what_the_writers_let_one_know_by_a_day_is_no_last_day() -> None:
    text = "Uiterlijk 3 juni laten we je weten hoe het verder gaat."
    assert last_day(text, told_on=TOLD_ON) is None


@pytest.mark.parametrize(
    "text",
    [
        "Kan het een uur later, dinsdag om 11.00 uur? Ik zit tot tien in overleg.",
        "Een storing gooit roet in het eten, zou het een dag eerder kunnen, op maandag?",
    ],
)
def test_a_question_for_another_hour_moves_an_interview(text: str) -> None:
    assert turn_of(subject="Gesprek", text=text) is Turn.MOVED


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Begeleider 16-20 uur", "Je sollicitatie op Begeleider 16-20 uur"),
        ("Kok, 24-32 uur", "Voor de vacature Kok, 24-32 uur per week"),
    ],
)
def test_hours_of_a_week_are_no_number_of_an_opening(subject: str, body: str) -> None:
    role = subject.split()[0].strip(",")
    assert find_requisition(subject, body=body, role=role) == ""


def test_a_number_beside_a_title_still_is_one() -> None:
    found = find_requisition(
        "Sollicitatie", body="Begeleider, 2026-0417 graag", role="Begeleider"
    )
    assert found == "2026-0417"


def test_an_association_has_a_legal_form() -> None:
    assert without_legal_form("Gezinshulp Kempen vzw") == "Gezinshulp Kempen"


def test_a_name_goes_on_to_the_kind_that_its_domain_begins_with() -> None:
    sender = Address("Coördinatoren De Eik", "coordinatoren@hospicedeeik.example")
    text = "Beste Femke, bedankt voor je sollicitatie als verzorgende. We nemen contact op.\n\nRia"
    assert read("Je brief", text, sender=sender).company == "Hospice De Eik"


def test_a_couple_that_signs_is_no_firm() -> None:
    sender = Address("Jo & Mia Peters", "zorgboerderij@elzenhoeve.example")
    text = "Beste Femke\nBedankt voor je sollicitatie als begeleider. Kom gerust kijken, zaterdag 30 mei.\nMvg Jo en Mia"
    company = read("Re: sollicitatie", text, sender=sender).company
    assert "Peters" not in company
    assert "Mia" not in company


def test_a_firm_of_two_names_stays_one() -> None:
    sender = Address("Baas & Kuipers Tuinen", "info@baaskuipers.example")
    text = "Beste Femke, bedankt voor je sollicitatie als hovenier. We kijken ernaar.\n\nBaas & Kuipers"
    assert read("Sollicitatie hovenier", text, sender=sender).company.startswith("Baas")


def test_what_a_no_offers_instead_is_not_what_it_is_about() -> None:
    text = (
        "Hoi Femke, helaas hebben ze voor een andere kandidaat gekozen.\n\n"
        "Ik heb wel iets anders voor je: magazijnmedewerker bij Klaver."
    )
    found = read("Terugkoppeling", text)
    assert found.verdict == "rejection"
    assert "magazijn" not in found.role


@pytest.mark.parametrize(
    ("title", "subject", "text", "is_instead"),
    [
        ("driver", "", "They took somebody else. I have something else for you: driver.", True),
        ("driver", "Driver", "I have something else for you: driver.", False),
        ("driver", "", "The driver role is filled. I have something else: packer.", False),
        ("", "", "something else", False),
        ("stock planner", "", "Paul has it. We want a Stock Planner (rotas, vans). It isn't live yet.", True),
        ("stock planner", "", "We need a stock planner from May, could you see yourself considered for that?", True),
        ("lagerleitung", "", "Wir suchen bald eine Lagerleitung, noch nicht ausgeschrieben. Wäre das etwas für Sie?", True),
        ("driver", "", "The driver job has gone. Marta starts in May. Would you look at packing? It isn't live yet.", False),
    ],
)  # fmt: skip
def test_titles_offered_instead(
    title: str, subject: str, text: str, is_instead: bool
) -> None:
    found = is_offered_instead(title, subject=subject, text=text)
    assert found is is_instead


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kom gerust eens kijken, zaterdag 30 mei zijn we er.", "interview"),
        ("Kan je di 26 mei of wo 27 mei?", "interview"),
        ("De scan van uw diploma is niet leesbaar, wilt u deze opnieuw sturen?", "information_request"),
        ("Ik verzoek u uiterlijk 5 juni een leesbaar exemplaar te uploaden.", "information_request"),
    ],
)  # fmt: skip
def test_what_a_sentence_says(text: str, expected: str) -> None:
    found = classify(mail("Uw sollicitatie als begeleider", text))
    assert found.verdict == expected


def test_the_number_of_an_opening_is_not_its_title() -> None:
    sender = Address("Gemeente Berkveen", "pno@berkveen.example")
    text = "Geachte mevrouw, wij hebben uw sollicitatie ontvangen en nemen contact op."
    found = read("Uw sollicitatie BV/26/31", text, sender=sender)
    assert (found.requisition, found.role) == ("BV/26/31", "")
