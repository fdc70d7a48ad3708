from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.extract import extract_facts, rules_alone
from onward.mail.rules.facts.material import prepare
from onward.mail.rules.facts.systems import NO_SYSTEM, find_system
from onward.mail.rules.types import Address, Message
from tests.mail.rules.facts_corpus import cases, message_of, read_case, wrong

FITTED = tuple(
    f"{language}{part}"
    for language in ("english", "german")
    for part in ("", "_second", "_third")
)
BLIND = ("blind_english", "blind_german")


@pytest.mark.parametrize(
    ("fact", "floor"),
    [
        ("company", 0.99),
        ("role", 0.98),
        ("requisition", 0.99),
        ("contact", 0.95),
    ],
)
def test_facts_of_known_mail_are_read(fact: str, floor: float) -> None:
    found = cases(*FITTED)
    misread = wrong(found, fact=fact)
    assert 1 - len(misread) / len(found) >= floor, misread


@pytest.mark.parametrize(
    ("fact", "floor"),
    [("company", 0.95), ("role", 0.9), ("requisition", 0.97)],
)
def test_facts_of_mail_that_no_rule_was_fitted_to_are_read(
    fact: str, floor: float
) -> None:
    found = cases(*BLIND)
    misread = wrong(found, fact=fact)
    assert 1 - len(misread) / len(found) >= floor, misread


@pytest.mark.parametrize(("fact", "floor"), [("company", 0.95), ("role", 0.97)])
def test_facts_of_mail_in_eight_more_languages_are_read(
    fact: str, floor: float
) -> None:
    found = cases("other_languages")
    misread = wrong(found, fact=fact)
    assert 1 - len(misread) / len(found) >= floor, misread


@pytest.mark.parametrize(("fact", "floor"), [("company", 0.9), ("role", 0.8)])
def test_facts_of_mail_in_them_that_no_phrase_was_fitted_to_are_read(
    fact: str, floor: float
) -> None:
    found = cases("blind_other_languages")
    misread = wrong(found, fact=fact)
    assert 1 - len(misread) / len(found) >= floor, misread


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Je kunt maandag beginnen als bakker.", "bakker"),
        ("Vi har redan hittat en bagare.", "bagare"),
        ("Sollicitatie als bakker, wij nodigen je uit voor de baan.", "bakker"),
        ("Il posto di cuoco da lunedì è tuo, ti aspettiamo.", "cuoco"),
        ("Als je wilt, kun je als eerste langskomen voor een gesprek.", ""),
        ("Nous reviendrons vers vous comme convenu, et vous remercions.", ""),
        ("Te escribimos como acordamos para la entrevista del martes.", ""),
    ],
)
def test_a_title_in_lower_case_is_read_where_a_phrase_names_one(
    text: str, role: str
) -> None:
    assert _read("Oak <hello@oak.example>", "Re:", text)[1] == role


@pytest.mark.parametrize(
    ("sender", "company"),
    [
        ("Alma Peixoto <alma@hotelmaragogi.example>", "Hotel Maragogi"),
        ("Mme Hadjadj <direction@creche-colibri.example>", "Crèche Colibri"),
        ("<ik@marmaragida.example>", "Marmara Gıda"),
        ("Alma Rosa Peña <arpena@hotelmayab.example>", "Hotel Mayab"),
        ("Maria HR <hr@blixten.example>", "Blixten"),
        ("Maria Recruiting <hr@blixten.example>", "Blixten"),
        ("Piekarnia Rogal <rogal@poczta.example>", "Piekarnia Rogal"),
    ],
)
def test_an_employer_is_known_by_what_it_calls_itself(
    sender: str, company: str
) -> None:
    assert _read(sender, "Re: candidature")[0] == company


@pytest.mark.parametrize(
    ("sender", "subject", "text", "company"),
    [
        (
            "Stadtwerke Eichtal <karriere@stadtwerke-eichtal.example>",
            "Ihre Bewerbung bei den Stadtwerken Eichtal",
            "Ihr Team Personal der Stadtwerke Eichtal",
            "Stadtwerke Eichtal",
        ),
        (
            "Dr. Ida Vogt <vogt@institut-maris.example>",
            "Vorstellungsgespräch",
            "Zum Gespräch im Sekretariat des Instituts Maris laden wir Sie ein.",
            "Institut Maris",
        ),
        (
            "Ida Adler <i.adler@nordwind-logistik.example>",
            "Vorstellungsgespräch",
            "Passt Ihnen Dienstag, der 6. Oktober, bei uns in der Speicherstraße 4?",
            "Nordwind Logistik",
        ),
        (
            "Ida Adler <i.adler@almgruen.example>",
            "Gespräch",
            "Wir laden Sie ein:\nOrt Käserei Almgrün, Sennereiweg 3",
            "Käserei Almgrün",
        ),
    ],
)
def test_an_employer_is_named_as_it_names_itself(
    sender: str, subject: str, text: str, company: str
) -> None:
    assert _read(sender, subject, text)[0] == company


def test_a_company_is_rather_missing_than_wrong() -> None:
    found = cases(*FITTED, *BLIND)
    misread = [c for c in found if c.found.company and not c.agrees("company")]
    assert len(misread) / len(found) <= 0.01


def _read(sender: str, subject: str, text: str = "") -> tuple[str, str, str]:
    found = read_case({"from": sender, "subject": subject, "text": text}).found
    return found.company, found.role, found.requisition


def test_the_vendor_is_not_the_employer() -> None:
    assert _read("Greenhouse <no-reply@greenhouse.io>", "Thank you for applying") == (
        "",
        "",
        "",
    )


def test_a_vendor_that_hires_for_itself_is_the_employer() -> None:
    company, role, _ = _read(
        "Lever Recruiting <talent@lever.co>",
        "Your application to Account Executive at Lever",
    )
    assert (company, role) == ("Lever", "Account Executive")


def test_a_mention_of_the_board_does_not_make_it_the_employer() -> None:
    company, _, _ = _read(
        "Indeed <messages@indeed.com>", "Thank you for applying at Indeed to Quarry Bay"
    )
    assert company != "Indeed"


def test_a_name_in_a_quoted_reply_is_not_read() -> None:
    company, role, _ = _read(
        "Ada Lind <ada.lind@fennel.example>",
        "Re: hello",
        "Thank you for coming by yesterday, we shall write soon.\n\n"
        "On Monday Robin wrote:\n> I apply for the Painter position at Other Works.",
    )
    assert (company, role) == ("Fennel", "")


def test_the_domain_is_spelled_as_the_text_spells_it() -> None:
    company, _, _ = _read(
        "jobs@mcquarriebay.example",
        "We have your application",
        "McQuarrie Bay has many tides. We shall write.",
    )
    assert company == "McQuarrie Bay"


def test_a_free_mailbox_names_no_employer() -> None:
    assert _read("Some One <some.one@gmail.com>", "Your application")[0] == ""


def test_the_reader_is_not_the_employer() -> None:
    company, _, _ = _read("noreply@greenhouse.io", "Your application to Robin Vale")
    assert company == ""


_TEXT = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_categories=["Cs"]),
        st.sampled_from(list(" \n.,:-|()@/\"'&")),
    ),
    max_size=200,
)
_PHRASES = st.lists(
    st.sampled_from(
        [
            "Thank you for applying to ",
            "Ihre Bewerbung als ",
            " bei der ",
            " GmbH & Co. KG",
            "Acme",
            "(m/w/d)",
            "Job ID: 12345",
            " at ",
            "the role of ",
            "Engineer",
            "\n",
            "Best regards,\nAnna Lind\nRecruiter",
            "İstanbul",
        ]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=150)
@given(st.one_of(_TEXT, _PHRASES), st.one_of(_TEXT, _PHRASES), _TEXT)
def test_any_text_gives_facts_of_one_line(subject: str, text: str, name: str) -> None:
    message = Message(
        key="k",
        message_id="m@x.example",
        sent_at=None,
        sender=Address(name, "someone@acme.example"),
        subject=subject,
        text=text,
    )
    found = extract_facts(message, system=NO_SYSTEM)
    for fact in (found.company, found.role, found.requisition):
        assert fact == fact.strip()
        assert "\n" not in fact
        assert len(fact) <= 120


def test_a_very_long_mail_is_read_in_time() -> None:
    text = "Thank you for applying to Acme and the Data Engineer position at " * 2000
    row = {"from": "a@acme.example", "subject": text[:2000], "text": text}
    started = time.process_time()
    extract_facts(message_of(row), system=NO_SYSTEM)
    assert time.process_time() - started < 2


def test_a_dative_name_is_read_as_the_text_names_it_elsewhere() -> None:
    company, _, _ = _read(
        "jobs@sapsf.eu",
        "Eingang",
        "Ihre Bewerbung bei den Stadtwerken Auenthal ist eingegangen.\n\n"
        "Stadtwerke Auenthal",
    )
    assert company == "Stadtwerke Auenthal"


def test_the_rules_do_not_guess_at_a_subject_of_many_parts() -> None:
    subject = "A1 - B2 - C3 - D4 - E5 - F6 Clerk"
    sender = Address("", "x@greenhouse.io")
    message = Message("key", "one@mail.example", None, sender, subject, "")
    ruled, _ = rules_alone(prepare(message, system=NO_SYSTEM))
    assert (ruled["company"].chosen, ruled["role"].chosen) == ("", "")


@pytest.mark.parametrize(
    "subject",
    [
        "Clerk, Quarry Bay",
        "Clerk at Quarry Bay",
        "Quarry Bay | Clerk",
        "Clerk - Quarry Bay - interview invitation",
    ],
)
def test_the_employer_does_not_stay_in_the_title(subject: str) -> None:
    company, role, _ = _read(
        "Quarry Bay Trust Careers <x@greenhouse.io>", subject, "Quarry Bay Trust"
    )
    assert company.startswith("Quarry Bay")
    assert role == "Clerk"


def test_the_unit_of_an_employer_is_not_part_of_the_title() -> None:
    _, role, _ = _read(
        "Buchhof Verlag <no-reply@personio.de>",
        "Bewerbung Lektorat",
        "Ihre Bewerbung für die Projektkoordination im Buchhof Verlag ist da.",
    )
    assert role == "Projektkoordination"


def test_a_line_of_its_own_can_be_the_title() -> None:
    _, role, _ = _read(
        "noreply@stepstone.de",
        "Gute Nachricht",
        "Unterwegs:\nServicekraft\nZum Gasthof.",
    )
    assert role == "Servicekraft"


def test_the_name_under_a_mail_is_the_full_one() -> None:
    company, _, _ = _read(
        "Femi Adeyemi <femi.adeyemi@kestrelyard.example>",
        "An interview at Kestrel Yard",
        "Hi Robin,\n\nplease come by on Friday.\n\nBest wishes\nFemi Adeyemi\nKestrel Yard Workspaces\n",
    )
    assert company == "Kestrel Yard Workspaces"


def test_a_place_that_the_text_names_is_no_part_of_the_title() -> None:
    _, role, _ = _read(
        "Gareth Pelling <gareth@brightwater.example>",
        "Contract coordinator, Trafford Park: is this you?",
        "Hi Robin, I have a client in Trafford Park who needs a coordinator.",
    )
    assert role == "Contract coordinator"


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        (
            "Hello",
            "We offered it to another. (Parcel Bike Courier ad)",
            "Parcel Bike Courier",
        ),
        ("Kurz", "Gib mir eine Woche. Ole (Baumkletterer)", "Baumkletterer"),
        ("News", "It's for the Wool Classer spot.", "Wool Classer"),
        (
            "News",
            "Your Fisheries Observer application is on hold.",
            "Fisheries Observer",
        ),
        ("Neu", "Die Wahl am Koch-Posten fiel auf wen anderen.", "Koch"),
        (
            "Neu",
            "Deine Bewerbung als Einrichtungsleitung ist da.",
            "Einrichtungsleitung",
        ),
        ("Ceramist", "We had an old colleague come back to us.", "Ceramist"),
        ("Stelle zur Pflegefachkraft", "Ihre Bewerbung ist da.", "Pflegefachkraft"),
    ],
)
def test_a_title_is_read_where_people_put_it(
    subject: str, text: str, role: str
) -> None:
    assert _read("x@greenhouse.io", subject, text)[1] == role


def test_a_word_that_begins_like_a_preposition_leads_to_no_title() -> None:
    message = Message(
        *("k", "k@x.example", None, Address("HR", "x@workablemail.com")),
        *("Stelle zurückgezogen", "Wir haben die Stelle nun doch nicht."),
    )
    ruled, _ = rules_alone(prepare(message, system=find_system(message)))
    assert ruled["role"].found == []


@pytest.mark.parametrize(
    ("shown", "signed", "company"),
    [
        ("Ysolde Quarr", "Ysolde Quarr\nTalent Partner, Larch Grid", False),
        ("Ysolde Quarr", "Ysolde Quarr (she/her)\nDesign Recruiter at Larch Grid", False),
        ("Quarr Wren", "Quarr Wren\nTalent Acquisition Manager | Larch Grid", False),
        ("Quarr Wren", "The Quarr Wren team", True),
    ],
)  # fmt: skip
def test_who_writes_through_a_system_is_not_the_employer(
    shown: str, signed: str, *, company: bool
) -> None:
    message = Message(
        key="key",
        message_id="one@ashby.example",
        sent_at=None,
        sender=Address(shown, "no-reply@ashbyhq.com"),
        subject="Your application",
        text=f"Hi Jo,\n\nwe will not move forward with your application.\n\n{signed}",
    )
    found = extract_facts(message, system=carrier(message)).company
    assert (found == shown) is company
    assert found in {shown, "Larch Grid"}
