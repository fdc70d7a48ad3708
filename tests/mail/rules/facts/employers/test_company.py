from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.contact import Signature
from onward.mail.rules.facts.employers.choosing import choose_company
from onward.mail.rules.facts.employers.company import (
    Candidate,
    clean_company,
    is_company,
)
from onward.mail.rules.facts.employers.display import bare_name, from_display
from onward.mail.rules.facts.employers.domains import from_addresses
from onward.mail.rules.facts.employers.signed import from_signature
from onward.mail.rules.facts.extract import extract_facts
from onward.mail.rules.facts.material import prepare
from onward.mail.rules.facts.systems import NO_SYSTEM, find_system
from onward.mail.rules.types import Address, Message


def _message(name: str = "", address: str = "jobs@acme.example") -> Message:
    return Message(
        key="k",
        message_id="1@mail.example",
        sent_at=None,
        sender=Address(name, address),
        subject="",
        text="",
        to=(Address("Robin Vale", "robin@vale.example"),),
    )


def _shown(name: str, address: str = "no-reply@greenhouse.io") -> list[str]:
    message = _message(name, address)
    material = prepare(message, system=find_system(message))
    return [candidate.name for candidate in from_display(material)]


@pytest.mark.parametrize(
    "display",
    [
        "Quarry Bay Careers",
        "Quarry Bay Talent Acquisition",
        "Careers at Quarry Bay",
        "Jane from Quarry Bay",
        "Jane Doe (Quarry Bay)",
        "Quarry Bay via Greenhouse",
        "no-reply@Quarry Bay",
        "Quarry Bay Recruiting Team",
        "Personalabteilung Quarry Bay",
        "Quarry Bay",
        "Karriere bei Quarry Bay",
        "Quarry Bay | Hiring Team",
    ],
)
def test_a_display_name_tells_the_employer(display: str) -> None:
    assert _shown(display) == ["Quarry Bay"]


@pytest.mark.parametrize(
    "display",
    [
        "Anna Schmidt",
        "Annegret Brandt",
        "Rhys Morgan",
        "Recruiting",
        "No Reply",
        "",
        "Talent Acquisition",
    ],
)
def test_a_person_or_a_team_is_no_employer(display: str) -> None:
    assert _shown(display) == []


def test_an_address_as_display_name_tells_its_domain() -> None:
    assert _shown("HR@quarrybay.example", "system@successfactors.eu") == ["Quarry Bay"]


def test_who_writes_through_a_board_or_a_calendar_is_a_person() -> None:
    assert _shown("Mina Oak via LinkedIn", "hit-reply@linkedin.com") == []
    assert _shown("Mina Oak", "notifications@calendly.com") == []


def test_a_person_named_von_is_not_from_there() -> None:
    assert _shown("Lisa von Bergheim", "lisa.vonbergheim@acme.example") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Acme team", "Acme"),
        ("Acme's engineering", "Acme"),
        ("Acme, we", "Acme"),
        ("L'équipe Acme", "Acme"),
        ("L’équipe RH d’Acme", "Acme"),
        ("L'équipe de la Maison Lune", "Maison Lune"),
        ("El equipo de Acme", "Acme"),
        ("Il team di Acme", "Acme"),
        ("A equipa da Acme", "Acme"),
        ("Het team van Acme", "Acme"),
        ("© 2026 Acme Ltd", "Acme Ltd"),
        ("L'équipe", "L'équipe"),
        ("Acme - Berlin", "Acme"),
        ("Acme, Inc.", "Acme, Inc."),
        ("Acme und", "Acme"),
        ("der Acme GmbH", "Acme GmbH"),
        ("Fa. Acme GmbH", "Acme GmbH"),
        ("Fa. Acme", "Acme"),
        ("Firma Handlowa Acme", "Firma Handlowa Acme"),
        ("Träger Acme Kinder gGmbH", "Acme Kinder gGmbH"),
        ("Träger Bau GmbH", "Träger Bau GmbH"),
    ],
)
def test_what_stands_around_a_name_is_cut(text: str, name: str) -> None:
    assert clean_company(text) == name


@pytest.mark.parametrize(
    "name",
    [
        *("Acme", "The Oakhurst Trust", "velora", "1&1", "Brooke & Associates"),
        *("12 The St Marks Hospital", "21 Grand Square Hotels"),
    ],
)
def test_names_of_employers_pass(name: str) -> None:
    assert is_company(name)


@pytest.mark.parametrize(
    "name",
    [
        *("Data Engineer", "our team", "Your Application", "Careers", "Monday"),
        *("4410 Gantz Rd Grove City", "12800 Lorain Ave. Cleveland"),
        *(
            "this role",
            "Cancelled",
            "Updated invitation",
            "Mon 9 Mar",
            "Mon Mar 9",
            "3pm",
            "Speicherstraße 4",
            "12 Mill Lane",
            "220 Harbor Blvd",
            "Grazer Straße",
            "Segelmacherweg 3 · 24999 Wiesmoor",
            "Port Ellery EX2 6JD",
        ),
    ],
)
def test_fragments_of_sentences_do_not_pass(name: str) -> None:
    assert not is_company(name)


@pytest.mark.parametrize(
    "name",
    [
        *("14 Fenner Place", "8-10 Sir Aldan Quill's Quay", "3 Amber Mews", "No. 21 Mill Way"),
        *("9 Station Approach", "77 Quill Quay Dublin 2", "2 The Crescent", "6 Amber Park"),
        *("12 quai des Tanneurs", "4 bis rue Haute", "place du Marché 6", "Corso Alto 8", "Calle Olmo 8"),
        *("Paseo Alto, n.º 8", "Rua do Sol 12", "ulica Lipowa 8", "plac Zgody 3", "Westerkade 8"),
        *("Storatorget 8", "Çınar Caddesi No: 8", "Alte Promenade 4"),
    ],
)  # fmt: skip
def test_an_address_is_no_employer(name: str) -> None:
    assert not is_company(name)


@pytest.mark.parametrize(
    "name",
    [
        *("Amber Wharf Group", "Green Park Interim", "Fenner Row Ltd", "Amber Court", "Mill Way Foods"),
        *("3 Park Dental", "24 Seven Nursing", "4 Corners Catering", "Place Haute SA", "Corso Moda"),
        *("Quai 12 Studio", "Kade Bouw", "Plein 40 Horeca", "Meydan Gıda", "Promenade Hotel"),
    ],
)  # fmt: skip
def test_a_firm_that_is_called_as_a_street_is_one(name: str) -> None:
    assert is_company(name)


def test_two_places_outweigh_a_stronger_one() -> None:
    material = prepare(_message(), system=NO_SYSTEM)
    found = [
        Candidate("Wrong Guess", "subject", 4.0),
        Candidate("Acme Robotics", "body", 3.0),
        Candidate("Acme", "domain", 2.0),
    ]
    assert choose_company(found, material=material) == "Acme Robotics"


def test_a_joined_domain_takes_the_spelling_of_the_text() -> None:
    material = prepare(_message(), system=NO_SYSTEM)
    found = [
        Candidate("Acmerobotics", "domain", 1.0),
        Candidate("Acme Robotics", "signature", 1.8),
    ]
    assert choose_company(found, material=material) == "Acme Robotics"


@given(
    st.lists(
        st.builds(
            Candidate,
            st.sampled_from(["Acme", "Acme Oak", "Birch", "Birch GmbH", "Robin"]),
            st.sampled_from(["subject", "body", "display", "signature", "domain"]),
            st.sampled_from([1.0, 2.0, 3.0]),
        ),
        max_size=6,
    ),
    st.randoms(use_true_random=False),
)
def test_the_choice_does_not_depend_on_the_order(candidates, random) -> None:  # type: ignore[no-untyped-def]
    material = prepare(_message(), system=NO_SYSTEM)
    chosen = choose_company(candidates, material=material)
    shuffled = list(candidates)
    random.shuffle(shuffled)
    assert choose_company(shuffled, material=material) == chosen
    assert chosen in {"", *(c.name for c in candidates)}


def test_a_white_label_host_tells_the_employer() -> None:
    message = Message(
        key="k",
        message_id="1@mail.example",
        sent_at=None,
        sender=Address("", "no-reply@greenhouse.io"),
        subject="",
        text="",
        headers={"dkim-domains": "greenhouse.io gh-mail.quarry-bay.example"},
    )
    material = prepare(message, system=find_system(message))
    assert [c.name for c in from_addresses(material)] == ["Quarry Bay"]


@pytest.mark.parametrize("address", ["x@12.example", "x@team.example", "x@a.example"])
def test_a_domain_without_a_name_tells_nothing(address: str) -> None:
    material = prepare(_message("", address), system=NO_SYSTEM)
    assert list(from_addresses(material)) == []


def test_one_weak_guess_is_not_enough() -> None:
    material = prepare(_message(), system=NO_SYSTEM)
    found = [Candidate("Acme", "subject", 0.6)]
    assert choose_company(found, material=material) == ""


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("Anna Lind", "Recruiter at Quarry Bay"), ["Quarry Bay"]),
        (("Anna Lind", "Recruiter, Quarry Bay"), ["Quarry Bay"]),
        (("Anna Lind", "Recruiter", "Quarry Bay GmbH"), ["Quarry Bay GmbH"]),
        (("Anna Lind", "anna@quarry.example", "https://quarry.example"), []),
        (("Quarry Bay Hiring Team",), ["Quarry Bay"]),
        (("Anna Lind", "Clara Moos"), []),
        (("Anna Lind", "sent with my phone"), []),
        (("Anna from Quarry Bay",), ["Quarry Bay"]),
        (("Anna von Bergen",), []),
        (("Gruss Ueli",), []),
        (("LG Melanie Stör",), []),
    ],
)
def test_a_signature_tells_the_employer(
    lines: tuple[str, ...], names: list[str]
) -> None:
    role = next((line for line in lines if line.startswith("Recruiter")), "")
    signature = Signature(name="Anna Lind", role=role, lines=lines)
    sender = "Anna von Bergen" if "Anna von Bergen" in lines else "Anna Lind"
    material = prepare(_message(sender), system=NO_SYSTEM)
    found = from_signature(signature, material=material)
    assert [c.name for c in found] == names


@pytest.mark.parametrize(
    ("sender", "end", "company"),
    [
        (Address("Ximena Ortiz", "ximena@recruitee.com"), "Ximena from Loop", "Loop"),
        (Address("Oskar Thies", "oskar@workablemail.com"), "Oskar von Dock", "Dock"),
        (Address("HR", "hr@workablemail.com"), "Datahaven HR", "Datahaven"),
        (Address("Team", "no-reply@recruitee.com"), "Your Datahaven-Team", ""),
        (Address("Team", "no-reply@recruitee.com"), "Your Kitchen-Team", ""),
        (Address("Capt. H. Larsen", "crew@ketches.example"), "Larsen", "Ketches"),
        (Address("HR", "hr@adlerbank.example"), "OAR Kroiss", "Adlerbank"),
        (Address("Dana Moss", "manager@quarrybay.example"), "Dana Moss", "Quarry Bay"),
        (Address("Dana Moss", "office@danamoss.example"), "Dana Moss", "Dana Moss"),
        (Address("HR", "hr@northmoor.example"), "Ward 7B", "Northmoor"),
    ],
)
def test_who_signs_is_no_employer_but_may_name_one(
    sender: Address, end: str, company: str
) -> None:
    message = Message(
        *("k", "id@acme.example", None, sender, "Your second talk"),
        f"Hello, does Friday at 3 pm suit you for the second round?\n\n{end}\n",
    )
    facts = extract_facts(message, system=find_system(message))
    assert facts.company == company


def test_the_end_of_a_domain_is_no_word_of_another_language() -> None:
    assert is_company("Zest.io")


@pytest.mark.parametrize("end", ["", " -", " |", " !", " ®"])
def test_a_mark_at_the_end_of_a_display_name_is_no_persons_name(end: str) -> None:
    shown = _shown(f"Dana Moss from Quarry Bay{end}", "dana.moss@quarry-bay.example")
    assert [name.removesuffix(" ®") for name in shown] == ["Quarry Bay"]


@pytest.mark.parametrize(
    ("display", "name"),
    [
        ("Stadt Ramsfeld – Zentrale Dienste", "Stadt Ramsfeld"),
        ("Rechnungshof Havelgau – Präsidialabteilung", "Rechnungshof Havelgau"),
        ("Kollegium Rabenau", "Rabenau"),
        ("BZ Donautal – Bewerbungen", "BZ Donautal"),
        ("Quill - Data Platform", "Quill - Data Platform"),
    ],
)
def test_the_part_of_an_employer_that_wrote_is_left_out(
    display: str, name: str
) -> None:
    assert bare_name(display) == name


@pytest.mark.parametrize(
    "name",
    [
        "Weber Optik",
        "Visser Bakery",
        "Müller Haustechnik",
        "Cook Plumbing",
        "Mason Brickwork",
    ],
)
def test_a_family_of_a_trade_has_a_firm_of_another(name: str) -> None:
    assert is_company(name)


@pytest.mark.parametrize(
    "title",
    ["Cook Harbour Hotel", "Driver Logistics", "Baker Street", "Verkäufer Elektro"],
)
def test_a_title_before_a_firm_is_none(title: str) -> None:
    assert not is_company(title)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kunden Kornkontor GmbH", "Kornkontor GmbH"),
        ("unserem Kunden Weber Optik", "Weber Optik"),
        ("our client Harbour Dental", "Harbour Dental"),
        ("Client Solutions Ltd", "Client Solutions Ltd"),
        ("Kundendienst Nord GmbH", "Kundendienst Nord GmbH"),
    ],
)
def test_whose_client_it_is_is_no_part_of_the_name(text: str, name: str) -> None:
    assert clean_company(text) == name


@pytest.mark.parametrize("who", ["Mme Pélissier", "Mlle Hélène Pélissier"])
def test_somebody_with_a_title_whom_a_friend_names_employs_nobody(who: str) -> None:
    message = _message("Sylvie", "sylvie@boite.example")
    text = f"Coucou,\n\nJ'ai donné ton CV à notre DRH, {who}. Ils cherchent une comptable aux Fromageries Burande, écris-lui !\n\nBises,\nSylvie"
    message = replace(message, subject="Burande cherche !", text=text)
    found = extract_facts(message, system=NO_SYSTEM)
    assert "Pélissier" not in found.company
