from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.contact import (
    accepts_replies,
    answer_address,
    bears_name,
    find_contact,
    find_signature,
    is_no_reply,
    is_person,
    person_name,
    role_of_contact,
)
from onward.mail.rules.facts.systems import NO_SYSTEM, find_system
from onward.mail.rules.types import Address, Message


def _message(name: str, address: str, *, reply_to: str = "") -> Message:
    return Message(
        key="k",
        message_id="1@mail.example",
        sent_at=None,
        sender=Address(name, address),
        subject="",
        text="",
        reply_to=Address("", reply_to),
    )


@pytest.mark.parametrize(
    "local",
    [
        "no-reply",
        "noreply",
        "no_reply",
        "No.Reply",
        "donotreply",
        "do-not-reply",
        "do.not.reply",
        "dont-reply",
        "jobs+noreply",
        "nicht-antworten",
        "keine-antwort",
        "bitte-nicht-antworten",
        "ne-pas-repondre",
        "no-responder",
        "nao-responda",
        "non-rispondere",
        "geen-antwoord",
        "nie-odpowiadaj",
        "notifications",
        "mailer-daemon",
    ],
)
def test_addresses_that_nobody_reads_say_so(local: str) -> None:
    assert is_no_reply(f"{local}@acme.example")


@pytest.mark.parametrize("local", ["jobs", "anna.lind", "norea.plyer", "alertness"])
def test_other_addresses_do_not(local: str) -> None:
    assert not is_no_reply(f"{local}@acme.example")


def test_a_domain_can_say_so_too() -> None:
    assert is_no_reply("jobs@noreply.acme.example")


@pytest.mark.parametrize(
    ("display", "name"),
    [
        ("Anna Lind", "Anna Lind"),
        ("Lind, Anna", "Anna Lind"),
        ("Anna Lind (Acme)", "Anna Lind"),
        ("LIND, Anna (LARCH NHS FOUNDATION TRUST)", "Anna Lind"),
        ("Lind, Anna [Acme]", "Anna Lind"),
        ("Anna from Acme", "Anna"),
        ("Dr. Elke Zander", "Dr. Elke Zander"),
        ("Lisa von Bergheim", "Lisa von Bergheim"),
        ("Uwe Lind", "Uwe Lind"),
        ("Acme Careers", ""),
        ("jobs@acme.example", ""),
    ],
)
def test_a_persons_name_is_taken_from_a_display_name(display: str, name: str) -> None:
    assert person_name(display) == name


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Anna Lind", "anna.lind@acme.example"),
        ("Imka Oduya", "imka.oduya@acme.example"),
        ("Imka Oduya", "ioduya@acme.example"),
        ("Imka Oduya", "imka@acme.example"),
        ("Imka Oduya", "imka.o@acme.example"),
        ("Anna Lind", "x81@acme.example"),
        ("Kelsey Oduya", "team7@acme.example"),
        ("Ronny Oduya", "team7@acme.example"),
        ("Encarna Oduya", "team7@acme.example"),
        ("", "anna.lind@acme.example"),
    ],
)
def test_a_persons_own_mailbox_is_known(name: str, address: str) -> None:
    assert is_person(Address(name, address))


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Anna Lind", "no-reply@acme.example"),
        ("Stonebridge Crafts", "stonebridge@breezy.hr"),
        ("Quarry Bay", "quarry@quarrybay.example"),
        ("Acme Careers", "careers@acme.example"),
        ("Lincoln Fittings", "lincoln@fittings.example"),
        ("Grant Bathrooms", "shop@bathrooms.example"),
        ("Anna Lind", ""),
        ("Vantage Rail", "vantagerail@email.workable.com"),
    ],
)
def test_a_firms_mailbox_is_no_persons(name: str, address: str) -> None:
    assert not is_person(Address(name, address))


def test_the_person_who_signed_is_found_with_what_they_do() -> None:
    lines = [
        "See you soon.",
        "",
        "Kind regards,",
        "Imka Oduya",
        "Talent Partner",
        "Acme",
    ]
    found = find_signature(lines)
    assert (found.name, found.role) == ("Imka Oduya", "Talent Partner")
    assert found.lines == ("Imka Oduya", "Talent Partner", "Acme")


@pytest.mark.parametrize("closing", ["Tschüss", "Glückauf", "Gruess", "Grüß"])
def test_words_of_parting_are_no_part_of_a_name(closing: str) -> None:
    lines = ["Bis Freitag sagen wir dir Bescheid.", "", f"{closing}, Anna"]
    assert find_signature(lines).name == "Anna"


def test_closing_words_and_name_may_share_a_line() -> None:
    assert find_signature(["We shall write.", "Best regards, Anna Lind"]).name == (
        "Anna Lind"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Geschäftsführer: Prof. Dr. Anselm Velten · HRB 12903",
        "Amtsgericht Hannover HRB 61 882, Geschäftsführerin Uta Brandt",
        "Vorstand: Frank Oelze, Birte Nau",
        "Managing Director: Kim Alder",
    ],
)
def test_who_heads_the_firm_is_not_what_the_writer_does(line: str) -> None:
    lines = ["Text", "Mit freundlichen Grüßen", "Cornelia Wiese", "Acme GmbH", line]
    found = find_signature(lines)
    assert (found.name, found.role) == ("Cornelia Wiese", "")


def test_without_closing_words_the_last_short_lines_are_the_signature() -> None:
    lines = [
        "We look forward to seeing you at our place on Monday.",
        "",
        "Anna",
        "Acme",
    ]
    assert find_signature(lines).lines == ("Anna", "Acme")


def test_somebody_who_signs_for_another_is_found() -> None:
    lines = [
        "Text",
        "Mit freundlichen Grüßen",
        "i. A. Monika Rieger",
        "Personalreferentin",
    ]
    assert find_signature(lines).name == "Monika Rieger"


def test_a_team_signs_without_a_person() -> None:
    assert find_signature(["Text", "Regards", "The Acme Recruiting Team"]).name == ""


@pytest.mark.parametrize(
    ("address", "text", "expected"),
    [
        ("anna.lind@acme.example", "", True),
        ("jobs@acme.example", "", True),
        ("no-reply@acme.example", "", False),
        ("jobs@acme.example", "this mailbox is not monitored", False),
        ("jobs@acme.example", "bitte antworten sie nicht auf diese e-mail", False),
        ("x@greenhouse.io", "", False),
        ("hit-reply@linkedin.com", "", True),
        ("somebody@outlook.com", "", True),
        ("", "", False),
    ],
)
def test_whether_an_answer_arrives(address: str, text: str, expected: bool) -> None:
    message = _message("", address)
    system = find_system(message)
    assert accepts_replies(message, system=system, low=text) is expected


def test_an_answer_goes_where_reply_to_says() -> None:
    message = _message("", "no-reply@greenhouse.io", reply_to="anna.lind@acme.example")
    assert answer_address(message).address == "anna.lind@acme.example"
    assert accepts_replies(message, system=find_system(message), low="")


def test_the_contact_is_the_person_who_wrote() -> None:
    message = _message("Anna Lind", "anna.lind@acme.example")
    found = find_contact(message, signature=find_signature([]), replies=True)
    assert found == Address("Anna Lind", "anna.lind@acme.example")


def test_a_signer_behind_a_machine_has_a_name_and_no_address() -> None:
    message = _message("Acme", "no-reply@acme.example")
    signed = find_signature(["x", "Regards", "Anna Lind", "Recruiter"])
    found = find_contact(message, signature=signed, replies=False)
    assert found == Address("Anna Lind", "")


def test_a_team_is_no_contact() -> None:
    message = _message("Acme Careers", "careers@acme.example")
    found = find_contact(message, signature=find_signature([]), replies=True)
    assert found == Address()


@given(st.text(max_size=60), st.text(max_size=40), st.lists(st.text(max_size=60)))
def test_any_name_and_any_lines_have_an_answer(
    name: str, address: str, lines: list[str]
) -> None:
    message = _message(name, address)
    signature = find_signature(lines)
    replies = accepts_replies(message, system=NO_SYSTEM, low="")
    found = find_contact(message, signature=signature, replies=replies)
    assert "\n" not in found.name
    assert replies or found.address == ""


def test_what_the_writer_does_is_read_from_the_signature() -> None:
    signature = find_signature(
        ["Thank you.", "", "Kind regards", "Rosa Ott", "Talent Partner | Larch Grid"]
    )
    rosa = Address("Rosa Ott", "rosa@larch.example")
    assert role_of_contact(rosa, signature=signature) == "Talent Partner"
    other = Address("Jon Vale", "jon@larch.example")
    assert role_of_contact(other, signature=signature) == ""


def test_a_name_may_hold_a_word_of_marks_only() -> None:
    local = Address("", "dmoss@acme.example")
    assert bears_name(local, name="Dana . Moss")
    assert not bears_name(local, name="Dana .")


def test_who_forwards_to_themselves_is_not_the_contact() -> None:
    own = replace(
        _message("Jo Vale", "jo@old.example"),
        to=(Address("Jo Vale", "jo@new.example"),),
    )
    assert find_contact(own, signature=find_signature([]), replies=True) == Address()
    other = replace(own, to=(Address("Kim Vale", "kim@new.example"),))
    assert (
        find_contact(other, signature=find_signature([]), replies=True).name
        == "Jo Vale"
    )


@pytest.mark.parametrize(
    "words",
    [
        "Dear Orla Venn",
        "The Warden",
        "Im Auftrag",
        "Liebe Grüsse",
        "Sehr Geehrte Damen",
        "Gentile Candidata",
    ],
)
def test_a_greeting_an_office_and_closing_words_name_nobody(words: str) -> None:
    assert person_name(words) == ""
    assert find_signature(["No.", "", words, "Talent Partner"]).name == ""


def test_who_signs_below_im_auftrag_or_swiss_closing_words_is_found() -> None:
    for closing in ("Im Auftrag", "Liebe Grüsse", "Freundliche Grüsse"):
        lines = ["Bis dann.", "", closing, "Anna Venn", "Personalleiterin"]
        assert find_signature(lines).name == "Anna Venn"


@pytest.mark.parametrize("name", ["Thea Venn", "Lieberman Roe", "Beste Yılmaz"])
def test_names_that_begin_like_greetings_are_names(name: str) -> None:
    assert person_name(name) == name
