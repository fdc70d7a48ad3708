"""A name that a line has before the title, and that the subject or the sender says as well."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.employers.before_title import before_title
from onward.mail.rules.facts.material import prepare
from onward.mail.rules.types import Address, Message
from tests.mail.rules.facts.employers.reading import employer


def _found(
    subject: str,
    text: str,
    *,
    shown: str = "GoodTime",
    at: str = "no-reply@goodtime.io",
) -> list[str]:
    sender = Address(shown, at)
    message = Message("a", "a", None, sender, subject, text)
    material = prepare(message, system=carrier(message))
    return [each.name for each in before_title(material)]


@pytest.mark.parametrize(
    ("subject", "line", "shown"),
    [
        ("You're booked! Ridgestem - Talent conversation", "Ridgestem: Product Manager, Policy Admin", ""),
        ("Ihr Termin bei Ridgestem", "Ridgestem: Sachbearbeiterin Einkauf", ""),
        ("Votre entretien Ridgestem", "Ridgestem : Chargé de paie", ""),
        ("Entrevista con Ridgestem", "Ridgestem | Enfermera de noche", ""),
        ("Colloquio Ridgestem", "Ridgestem: Magazziniere", ""),
        ("Entrevista Ridgestem", "Ridgestem: Assistente administrativa", ""),
        ("Gesprek", "Ridgestem: Verpleegkundige", "Ridgestem"),
        ("Rozmowa Ridgestem", "Ridgestem: Magazynier", ""),
        ("Samtal med Ridgestem", "Ridgestem: Undersköterska", ""),
        ("Ridgestem görüşmesi", "Ridgestem: Muhasebe Uzmanı", ""),
    ],
)  # fmt: skip
def test_the_house_before_a_title_is_told(subject: str, line: str, shown: str) -> None:
    assert _found(subject, f"Hi Ada,\n\n{line}\nThursday", shown=shown) == ["Ridgestem"]


@pytest.mark.parametrize(
    ("subject", "line"),
    [
        # A label, a name that nothing else says, no title behind, and a sentence.
        ("Your position", "Position: Product Manager"),
        ("Interview", "Role: Product Manager"),
        ("Talent conversation", "Ridgestem: Product Manager"),
        ("Ridgestem - Talent conversation", "Ridgestem: Thursday, March 26"),
        ("Ridgestem - Talent conversation", "We at Ridgestem seek a Product Manager"),
        ("Job: Clerk", "Job: Clerk"),
        ("Meeting booked: Coffee & chat", "Coffee & chat: Content Executive"),
        ("Ridgestem interview", "Ridgestem - Content Executive"),
    ],
)
def test_a_label_before_a_title_is_no_house(subject: str, line: str) -> None:
    assert _found(subject, f"Hi Ada,\n\n{line}\nThursday") == []


def test_an_office_before_a_title_in_other_mail_is_none() -> None:
    text = "Ridgestem: Clerk\nYour application has been submitted."
    assert _found("Ridgestem application", text, at="jobs@office.example") == []


def test_who_is_talked_to_by_a_tool_does_not_employ() -> None:
    text = (
        "Hi Ada,\n\nYour interview has been confirmed.\n\nRidgestem: Product Manager, Policy Admin\n"
        "Talent conversation with Mackenzie Froelich\nThursday, March 26, 2026\n2:00 PM - 2:30 PM"
    )
    subject = "You're booked! Ridgestem - Talent conversation"
    found = employer(subject, text, shown="GoodTime", at="no-reply@goodtime.io")
    assert found == "Ridgestem"
