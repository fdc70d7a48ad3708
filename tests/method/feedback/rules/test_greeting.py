"""Who writes "Madame" is not greeted by first name and name."""

from __future__ import annotations

import pytest

from onward.core.languages import Language
from onward.method.feedback.rules.greeting import (
    greeting_by_first_name,
    greeting_by_title,
)

NO = "\n\nNous ne pouvons donner suite à votre candidature.\n\nHélène Pélissier"


@pytest.mark.parametrize(
    ("own", "greeting"),
    [
        ("Bonjour Madame,\n\nje vous remercie.", "Bonjour Madame,"),
        ("Madame la Maire,\n\nje postule.", "Madame la Maire,"),
        ("Bonjour Madame Pélissier\n\nje postule.", "Bonjour Madame Pélissier,"),
        ("Madame, Monsieur,\n\nje postule.", "Bonjour,"),
        ("Bonjour Madame, je postule au poste.", "Bonjour,"),
        ("", "Bonjour,"),
    ],
)
def test_the_title_the_person_wrote_is_taken(own: str, greeting: str) -> None:
    found = greeting_by_title([own], ["Madame," + NO], language=Language.FRENCH)
    assert found == greeting


@pytest.mark.parametrize(
    "theirs", ["Bonjour Mireille,", "Bonjour,", "Madamet est notre logiciel,"]
)
def test_who_uses_no_title_is_greeted_by_name(theirs: str) -> None:
    found = greeting_by_title([], [theirs + NO], language=Language.FRENCH)
    assert found == ""


def test_what_is_quoted_and_other_languages_tell_nothing() -> None:
    quoted = "Bonjour Mireille,\n\nvoici.\n\n> Madame,\n> merci"
    assert greeting_by_title([], [quoted], language=Language.FRENCH) == ""
    assert greeting_by_title([], ["Madame," + NO], language=Language.ENGLISH) == ""


@pytest.mark.parametrize(
    ("own", "greeting"),
    [
        ("Bonjour Amara,\n\nmerci pour la rencontre de jeudi.", "Bonjour Amara,"),
        ("Bonjour Amara, oui, mercredi à 17 h, c'est parfait pour moi.", "Bonjour Amara,"),
        ("Bonjour Amara Okoro,\n\nje vous remercie pour la rencontre.", ""),
        ("Bonjour Madame,\n\nje vous remercie pour la rencontre.", ""),
        ("Merci Amara,\n\nà jeudi pour la rencontre avec vous.", ""),
        ("Hi Amara,\n\nthank you for the meeting. See you on Thursday.", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_first_name_the_person_wrote_is_taken(own: str, greeting: str) -> None:
    found = greeting_by_first_name([own], name="Amara Okoro", language=Language.FRENCH)
    assert found == greeting


@pytest.mark.parametrize(
    ("language", "own", "greeting"),
    [
        (Language.GERMAN, "Sehr geehrte Frau Falk,\n\nanbei.", "Sehr geehrte Frau Falk,"),
        (Language.GERMAN, "Hallo Frau Falk!\n\nDanke.", "Hallo Frau Falk,"),
        (Language.GERMAN, "Sehr geehrte Frau Dr. Falk,\n\nanbei.", "Sehr geehrte Frau Dr. Falk,"),
        (Language.ENGLISH, "Dear Ms Falk,\n\nplease find my CV.", "Dear Ms Falk,"),
        (Language.DUTCH, "Geachte mevrouw Falk,\n\nbijgaand.", "Geachte mevrouw Falk,"),
        (Language.SPANISH, "Estimada Sra. Falk:\n\nadjunto.", "Estimada Sra. Falk,"),
        (Language.ITALIAN, "Gentile signora Falk,\n\nallego.", "Gentile signora Falk,"),
        (Language.PORTUGUESE, "Prezada Sra. Falk,\n\nsegue.", "Prezada Sra. Falk,"),
        (Language.TURKISH, "Sayın Jana Hanım,\n\nekte.", "Sayın Jana Hanım,"),
        (Language.GERMAN, "Sehr geehrte Damen und Herren,\n\nanbei.", ""),
        (Language.GERMAN, "Sehr geehrter Herr Holm,\n\nanbei.", ""),
        (Language.GERMAN, "Hallo Jana,\n\ndanke.", ""),
        (Language.GERMAN, "Sehr geehrte Frau Falk, anbei meine Unterlagen für die Stelle.", ""),
        (Language.ENGLISH, "Sehr geehrte Frau Falk,\n\nanbei.", ""),
        (Language.ENGLISH, "Dear Sir or Madam,\n\nplease find my CV.", ""),
        (Language.ENGLISH, "Dear team,\n\nplease find my CV.", ""),
        (Language.POLISH, "Szanowna Pani,\n\nw załączeniu.", ""),
    ],
)  # fmt: skip
def test_a_title_and_name_that_the_person_wrote_stay(
    language: Language, own: str, greeting: str
) -> None:
    assert greeting_by_title([own], [], language=language, name="Jana Falk") == greeting
