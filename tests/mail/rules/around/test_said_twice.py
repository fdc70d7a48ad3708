"""Mail in two languages: where its first half ends, and what is none."""

from __future__ import annotations

import pytest

from onward.mail.rules.around.said_twice import first_said
from tests.mail.rules.letters import make_message

_FRENCH = (
    "Nous avons bien reçu votre candidature et nous vous remercions de votre intérêt."
)
_ENGLISH = "We have received your application and we would like to thank you for your interest."


@pytest.mark.parametrize("rule", ["-----", "~~~~~~~~", "===", "-- English --"])
def test_the_first_of_two_languages_ends_at_the_line_between(rule: str) -> None:
    text = f"Bonjour,\n\n{_FRENCH}\n\n{rule}\n\nHello,\n\n{_ENGLISH}"
    half = first_said(make_message("Accusé / Receipt", text))
    assert half is not None
    assert half.text.strip() == f"Bonjour,\n\n{_FRENCH}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        _FRENCH,
        f"{_FRENCH}\n\n-----\n\n{_FRENCH}",
        f"{_FRENCH}\n\n{_ENGLISH}",
        f"{_FRENCH}\n\n-----\n\n{_ENGLISH}\n\n{_FRENCH}",
    ],
)
def test_one_language_and_no_line_are_no_two_halves(text: str) -> None:
    assert first_said(make_message("Accusé", text)) is None
