"""What a later mail on a talk says of its place and of whom one meets."""

from __future__ import annotations

import pytest

from onward.mail.rules.appointments.told_later import people_later, place_later

KNOWN = "our office, 12 Mill Lane, Leeds"


@pytest.mark.parametrize(
    ("text", "known", "place"),
    [
        (
            "We meet in our depot, 5 Dock Road, instead.",
            KNOWN,
            "our depot, 5 Dock Road",
        ),
        (
            "New address for Tuesday: 5 Dock Road, York. See you.",
            KNOWN,
            "5 Dock Road, York",
        ),
        ("Please come to our office on Tuesday.", "", "our office"),
        (
            "Wir treffen uns in unserem anderen Büro, Hafenstr. 3. Die Uhrzeit bleibt.",
            "Lindenstraße 12, Köln",
            "in unserem anderen Büro, Hafenstr. 3",
        ),
        (
            "La entrevista será en nuestra oficina de la Calle Mayor 14. La hora no cambia.",
            "Calle Real 3",
            "en nuestra oficina de la Calle Mayor 14",
        ),
        (
            "Görüşme Bağdat Caddesi No: 12 adresinde yapılacak.",
            "Moda Caddesi No: 3",
            "Bağdat Caddesi No: 12",
        ),
        # On a screen now.
        ("The interview is on Teams now.", KNOWN, ""),
        ("Das Gespräch findet per Video statt.", "Lindenstraße 12", ""),
        # The same, told shorter, and none.
        ("Please come to our office on Tuesday.", KNOWN, None),
        ("See you on Tuesday at our office in Mill Lane.", KNOWN, None),
        ("Kommen Sie bitte in unser Büro.", "Lindenstraße 12, Köln", None),
        ("Zapraszamy na rozmowę do naszego biura.", "ul. Długa 5", None),
        ("Intervjun hålls på vårt kontor.", "Storgatan 4", None),
        ("The interview is on Teams.", "", None),
        ("See you on Tuesday.", KNOWN, None),
        ("Do not come to 5 Dock Road.", KNOWN, None),
    ],
)
def test_the_place_that_a_later_mail_tells(
    text: str, known: str, place: str | None
) -> None:
    assert place_later(text, known=known) == place


@pytest.mark.parametrize(
    ("text", "known", "people"),
    [
        ("You will meet Olga Winter.", "Ida Roe, Tom Hall", "Olga Winter"),
        ("Sie sprechen mit Jonas Beck.", "", "Jonas Beck"),
        ("You will meet Ida Roe.", "Ida Roe, Tom Hall", None),
        ("You will meet the team.", "Ida Roe", None),
    ],
)
def test_whom_one_meets_by_a_later_mail(
    text: str, known: str, people: str | None
) -> None:
    assert people_later(text, known=known) == people
