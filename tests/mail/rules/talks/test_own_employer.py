from __future__ import annotations

import pytest

from onward.mail.rules.talks.own_employer import (
    as_first_written_to,
    as_shown,
    as_written,
)
from onward.mail.rules.talks.own_firm import company_of_domain
from onward.mail.rules.types import Address, Message


def letter(text: str, *to: Address) -> Message:
    return Message(
        key="letter",
        message_id="letter@mail.example",
        sent_at=None,
        subject="Application",
        sender=Address("Robin", "robin@mail.example"),
        to=to,
        text=text,
    )


def test_an_employer_known_by_a_domain_is_called_as_the_person_writes_it() -> None:
    to = Address("Bäckerei Am Tor", "info@baeckereiamtor.example")
    assert as_shown([to], company="Baeckereiamtor") == "Bäckerei Am Tor"


def test_somebodys_name_before_the_firms_is_not_the_employer() -> None:
    to = Address("Pat Rathduff Motors", "office@rathduffmotors.example")
    assert as_shown([to], company="Rathduff Motors") == "Rathduff Motors"


def test_a_firm_with_a_legal_form_stays_as_it_is() -> None:
    to = Address("Saaletor", "info@saaletor.example")
    assert as_shown([to], company="Saaletor GmbH") == "Saaletor GmbH"


def test_a_writers_name_gives_way_to_the_employer_written_to() -> None:
    to = Address("Zorgboerderij De Winde", "boer@dewinde.example")
    found = as_first_written_to([to], company="Annet Hooi")
    assert found == "Zorgboerderij De Winde"


def test_an_employer_stays_where_the_address_shows_the_same() -> None:
    to = Address("De Winde", "boer@dewinde.example")
    assert as_first_written_to([to], company="De Winde") == "De Winde"


def test_a_free_mailbox_is_called_as_the_letter_calls_it() -> None:
    told = letter(
        "I would like to apply at the Old Mill Café.",
        Address("", "oldmillcafe@gmail.com"),
    )
    assert as_written(told, company="", hosts=()) == "Old Mill Café"


def test_a_persons_free_mailbox_is_no_employer() -> None:
    told = letter("See you on Friday.", Address("Kim Larsen", "kim.larsen@gmail.com"))
    assert as_written(told, company="", hosts=()) == ""


@pytest.mark.parametrize(
    ("domain", "name"),
    [
        ("theknitnook.example", "The Knit Nook"),
        ("jobs.bright-harbour.co.uk", "Bright Harbour"),
        ("garrisonstreetdental.example", "Garrison Street Dental"),
        ("quillmoor.example", "Quillmoor"),
        ("gmail.com", ""),
    ],
)
def test_a_firm_is_called_by_the_words_of_its_domain(domain: str, name: str) -> None:
    assert company_of_domain(domain) == name


def test_a_name_kept_run_together_is_still_the_domains() -> None:
    to = Address("Rathduff Motors", "office@rathduffmotors.example")
    assert as_shown([to], company="Rathduffmotors") == "Rathduff Motors"
