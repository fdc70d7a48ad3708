"""Titles as Swiss adverts have them: with a diploma, its field, and how much of a week it is."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.titles.role import clean_role
from tests.mail.rules.facts.employers.reading import employer

_TEXT = (
    "Vielen Dank für Ihre Bewerbung. Wir haben Ihre Unterlagen erhalten und melden uns."
    "\n\nFreundliche Grüsse\nPersonaldienst"
)


def _title(subject: str, text: str = _TEXT) -> str:
    return employer(
        subject,
        text,
        shown="Personaldienst",
        at="personal@larch.example",
        reads="role",
    )


@pytest.mark.parametrize(
    "title",
    [
        "Dipl. Pflegefachfrau HF Medizin",
        "Dipl. Pflegefachmann HF Notfall",
        "Dipl. Sozialpädagogin HF Wohngruppe",
        "Pflegefachfrau HF Chirurgie",
        "Sachbearbeiterin Alter und Pflege",
        "Leiterin Pflege und Betreuung",
        "Fachperson Betreuung",
        "Köchin",
    ],
)
@pytest.mark.parametrize(
    "share",
    [" 60 %", " 60-80 %", ", 80–100%", ", Pensum 60 %", ", Arbeitspensum 60-80 %", " zu 60 %", " 60 bis 80 Prozent", " (Pensum 60 %)", ""],
)  # fmt: skip
def test_a_title_is_whole_and_without_its_share_of_a_week(
    title: str, share: str
) -> None:
    assert _title(f"Ihre Bewerbung als {title}{share}") == title


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Infirmière diplômée 70 %", "Infirmière diplômée"),
        ("Mitarbeiterin Disposition 80 %", "Mitarbeiterin Disposition"),
        ("Leiterin Sonderpädagogik 60-80 %", "Leiterin Sonderpädagogik"),
        ("Köchin Mittagstisch 40 %", "Köchin Mittagstisch"),
        ("Clerk Sunderland 40 %", "Clerk Sunderland"),
        ("Köchin Mo 9 Uhr", "Köchin"),
        ("Köchin, Di. 3. November", "Köchin"),
        ("Köchin Donnerstag 14.30", "Köchin"),
        ("Clerk Tues 10/6", "Clerk"),
        ("Clerk Thursday, 3 December", "Clerk"),
        ("Clerk Sat 11am", "Clerk"),
        ("Aushilfe Di 40 %", "Aushilfe"),
        ("Aushilfe, Samstag 20 %", "Aushilfe"),
        ("Aushilfe Do. 20-30 %", "Aushilfe"),
        ("Lehrerin 20-30", "Lehrerin 20-30"),
        ("Business Analyst ERP 80–100", "Business Analyst ERP"),
        ("Erzieherin 50-60", "Erzieherin 50-60"),
        ("Fahrer Tour 20-30", "Fahrer Tour 20-30"),
    ],
)
def test_a_day_is_no_part_of_a_title_and_a_field_is_no_day(
    written: str, title: str
) -> None:
    assert clean_role(written) == title


def test_a_field_may_be_two_words_behind_a_person_of_a_trade() -> None:
    subject = "AW: Bewerbung Fachperson Pflege Wohnen, Pensum 60 %"
    assert _title(subject) == "Fachperson Pflege Wohnen"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Votre candidature : Infirmière diplômée, taux 80-100 %", "Infirmière diplômée"),
        ("Votre candidature au poste d'infirmière à 60 %", "infirmière"),
        ("La sua candidatura: Infermiera diplomata, grado d'occupazione 60 %", "Infermiera diplomata"),
    ],
)  # fmt: skip
def test_other_tongues_of_the_country_name_the_share_too(
    subject: str, title: str
) -> None:
    texts = {"V": "Nous avons bien reçu votre candidature.\n\nLe service du personnel",
             "L": "Abbiamo ricevuto la sua candidatura.\n\nUfficio personale"}  # fmt: skip
    assert _title(subject, texts[subject[0]]) == title


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Ihre Bewerbung als Dipl. Pflegefachfrau HF Winterthur", "Dipl. Pflegefachfrau HF"),
        ("Ihre Bewerbung als Dipl. Pflegefachfrau HF Klinik Sonnmoor", "Dipl. Pflegefachfrau HF"),
        ("Ihre Bewerbung als Dipl. Pflegefachfrau HF Haus Birkenhof", "Dipl. Pflegefachfrau HF"),
        ("Ihre Bewerbung als Dipl. Pflegefachfrau HF Teilzeit", "Dipl. Pflegefachfrau HF"),
        ("Ihre Bewerbung als Dipl. Pflegefachfrau HF Absage", "Dipl. Pflegefachfrau HF"),
        ("Ihre Bewerbung als Dipl. Pflegefachfrau HF bei uns", "Dipl. Pflegefachfrau HF"),
        ("Ihre Bewerbung als Dipl. Pflegefachfrau HF", "Dipl. Pflegefachfrau HF"),
        ("Ihre Bewerbung als Koch Frühdienst und Ihre Unterlagen", "Koch Frühdienst"),
        ("Ihre Bewerbung als Köchin und Kellnerin", "Köchin und Kellnerin"),
    ],
)  # fmt: skip
def test_what_else_stands_behind_is_no_field(subject: str, title: str) -> None:
    assert _title(subject) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("vielen Dank für Deine Bewerbung als Monteur Wärmepumpen und Dein Interesse an uns!", "Monteur Wärmepumpen"),
        ("vielen Dank für Ihre Bewerbung als Monteur Wärmepumpen und Ihre Geduld.", "Monteur Wärmepumpen"),
    ],
)  # fmt: skip
def test_what_a_sentence_thanks_for_beside_it_is_no_field(
    text: str, title: str
) -> None:
    assert _title("Danke", f"Hallo Till,\n\n{text} Wir melden uns.") == title
