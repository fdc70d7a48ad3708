from __future__ import annotations

import pytest

from tests.mail.rules.facts.employers.reading import employer


@pytest.mark.parametrize(
    "text",
    [
        "Please come to our office at 1 Pacific. Time 10 am.",
        "Dear Robin, your interview is at our office at 1 Pacific. Time 10 am, Tuesday 6 October.",
    ],
)
def test_the_label_of_an_hour_is_no_employer(text: str) -> None:
    sender = {"shown": "Kim Alder", "at": "kim.alder@webpost.example"}
    assert employer("Interview for Night Porter", text, **sender) == "Webpost"
