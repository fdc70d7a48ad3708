from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Verdict
from tests.mail.rules.letters import make_message

_ASKED = {Verdict.INTERVIEW, Verdict.ASSESSMENT, Verdict.AMBIGUOUS}


def read(
    sender: str, subject: str, text: str, *, at: str = "office@post.example"
) -> Verdict:
    message = make_message(subject, text)
    return read_message(replace(message, sender=Address(sender, at))).verdict


@pytest.mark.parametrize(
    "talk",
    [
        *("Standortgespräch", "schulischen Standortgespräch", "Zeugnisgespräch"),
        *("Übertrittsgespräch", "Lernberichtsgespräch"),
        "Elterngespräch",
        *("Lernentwicklungsgespräch", "Gespräch"),
    ],
)
def test_a_class_teacher_asks_parents_to_talk(talk: str) -> None:
    text = (
        f"Gerne laden wir Sie zum {talk} ein: Mittwoch, 11. November, 14.30 Uhr, Zimmer 12."
        "\n\nA. Kunz, Klassenlehrerin"
    )
    said = read("Primarschule Tal", "Einladung", text)
    assert said in {*NOT_HIRING, Verdict.AMBIGUOUS}


@pytest.mark.parametrize(
    ("sender", "subject", "text"),
    [
        (
            "Hilltop Elementary School",
            "Parent-teacher conference",
            "Dear Ms. Vale,\n\nWe would like to invite you to a parent-teacher conference on Thursday,"
            " October 15 at 3:30 PM in Room 104.\n\nMs. Ortiz, 3rd grade teacher",
        ),
        (
            "St Mary's Primary School",
            "Meeting",
            "Dear Mrs Vale, I'd like to meet you on Tuesday 10 November at 3.30pm to talk about your"
            " son's progress.\n\nMr Hale\nClass teacher",
        ),
        (
            "Grundschule am See",
            "Einladung zum Lernstandsgespräch",
            "Liebe Frau Vale, ich lade Sie herzlich zum Lernstandsgespräch am 12. November um 14:30"
            " Uhr ein.\n\nB. Roth",
        ),
        (
            "École primaire du Lac",
            "Invitation",
            "Madame, je vous invite à un entretien le jeudi 12 novembre à 16h30 afin de parler du"
            " travail de votre fille.\n\nMme Roux, maîtresse de la classe",
        ),
        (
            "Collège Jean Moulin",
            "Rencontre parents-professeurs",
            "Madame, nous vous invitons à la rencontre parents-professeurs le jeudi 12 novembre à"
            " 17h30.\n\nM. Petit, professeur principal",
        ),
        (
            "Colegio Los Olmos",
            "Entrevista",
            "Estimada familia: les convoco a una entrevista el jueves 12 de noviembre a las 16:30 para"
            " hablar de su hija.\n\nLaura Gil, tutora de 3ºB",
        ),
        (
            "Scuola primaria Rodari",
            "Colloquio",
            "Gentile signora, La invitiamo al colloquio con i genitori giovedì 12 novembre alle ore"
            " 16:30.\n\nMaestra Anna",
        ),
        (
            "Basisschool De Linde",
            "Uitnodiging",
            "Beste mevrouw Vale, graag nodig ik u uit voor het oudergesprek op donderdag 12 november"
            " om 15.30 uur.\n\nJuf Els, groep 5",
        ),
        (
            "Szkoła Podstawowa nr 5",
            "Spotkanie",
            "Szanowna Pani, zapraszam na spotkanie z wychowawcą w czwartek 12 listopada o godz. 16:30"
            " w sali 12.\n\nAnna Kos, wychowawczyni klasy 3b",
        ),
        (
            "Agrupamento de Escolas do Mar",
            "Reunião",
            "Exma. Senhora, convoco-a para uma reunião de pais na quinta-feira, 12 de novembro, às"
            " 17h30.\n\nRita Luz, diretora de turma",
        ),
        (
            "Björkskolan",
            "Utvecklingssamtal",
            "Hej! Välkommen på utvecklingssamtal torsdag den 12 november kl. 15.30 i sal 4.\n\nAnna Ek,"
            " mentor",
        ),
        (
            "Çınar İlkokulu",
            "Veli görüşmesi",
            "Sayın velimiz, 12 Kasım Perşembe günü saat 15.30'da veli görüşmesine davetlisiniz.\n\n"
            "Ayşe Kaya, sınıf öğretmeni",
        ),
    ],
)
def test_so_does_a_school_in_other_words(sender: str, subject: str, text: str) -> None:
    assert read(sender, subject, text) in NOT_HIRING


@pytest.mark.parametrize(
    ("sender", "subject", "text"),
    [
        (
            "Primarschule Tal",
            "Einladung zum Vorstellungsgespräch",
            "Gerne laden wir Sie zum Vorstellungsgespräch ein: Mittwoch, 11. November, 14.30 Uhr,"
            " Zimmer 12.\n\nA. Kunz, Schulleiterin",
        ),
        (
            "Primarschule Tal",
            "Ihre Bewerbung als Klassenlehrerin",
            "Vielen Dank für Ihre Bewerbung. Gerne laden wir Sie zu einem Kennenlerngespräch ein:"
            " Mittwoch, 11. November, 14.30 Uhr.\n\nA. Kunz, Schulleiterin",
        ),
        (
            "Primarschule Tal",
            "Kennenlerngespräch",
            "Gerne laden wir Sie zum Kennenlerngespräch ein: Mittwoch, 11. November, 14.30 Uhr.\n\n"
            "A. Kunz, Schulleiterin",
        ),
        (
            "Schule Wiesental",
            "Hauswart 60 %",
            "Wir möchten Sie gerne kennenlernen: Mittwoch, 11. November, 14.30 Uhr, Sitzungszimmer."
            "\n\nA. Kunz, Schulverwaltung",
        ),
        (
            "Kita Sonnenschein",
            "Hospitation",
            "Wir freuen uns auf Ihre Hospitation am Mittwoch, 11. November um 8 Uhr in der"
            " Bärengruppe.\n\nB. Roth, Leitung",
        ),
        (
            "Hilltop Elementary School",
            "Interview",
            "Dear Ida, we would like to interview you for the teacher assistant position on Thursday,"
            " October 15 at 3:30 PM in Room 104.\n\nMs. Ortiz, Principal",
        ),
        (
            "St Mary's Primary School",
            "Midday supervisor",
            "Dear Ida, thank you for your application. We would like to invite you to interview on"
            " Tuesday 10 November at 9.30am. You will spend ten minutes with a class teacher and"
            " your child protection check will be done.\n\nMr Hale, Headteacher",
        ),
        (
            "Lycée Jean Moulin",
            "Entretien",
            "Madame, suite à votre candidature au poste de surveillante, nous vous invitons à un"
            " entretien le jeudi 12 novembre à 10h.\n\nLe proviseur",
        ),
        (
            "Colegio Los Olmos",
            "Entrevista de trabajo",
            "Estimada Ida: le convocamos a una entrevista para el puesto de profesora el jueves 12 de"
            " noviembre a las 16:30.",
        ),
        (
            "Scuola primaria Rodari",
            "Colloquio di lavoro",
            "Gentile Ida, La invitiamo a un colloquio per la supplenza giovedì 12 novembre alle ore"
            " 16:30.\n\nLa dirigente",
        ),
        (
            "Basisschool De Linde",
            "Sollicitatiegesprek",
            "Beste Ida, graag nodigen we je uit voor een sollicitatiegesprek op donderdag 12 november"
            " om 15.30 uur.\n\nDirecteur Els Bos",
        ),
        (
            "Szkoła Podstawowa nr 5",
            "Rozmowa kwalifikacyjna",
            "Szanowna Pani, zapraszam na rozmowę kwalifikacyjną na stanowisko nauczyciela w czwartek"
            " 12 listopada o godz. 16:30.",
        ),
        (
            "Björkskolan",
            "Intervju",
            "Hej Ida! Vi vill gärna träffa dig på intervju för tjänsten som lärare i årskurs 3 torsdag"
            " den 12 november kl. 15.30.\n\nRektor Anna Ek",
        ),
        (
            "Çınar İlkokulu",
            "İş görüşmesi",
            "Sayın Ida Vale, öğretmen pozisyonu başvurunuz için sizi 12 Kasım Perşembe saat 15.30'da"
            " görüşmeye davet ediyoruz.",
        ),
        (
            "Spitex Eulachtal",
            "Standortgespräch",
            "Gerne laden wir Sie zum Gespräch ein: Mittwoch, 11. November, 14.30 Uhr, Zimmer 12.\n\n"
            "A. Kunz, Klassenlehrerin und Berufsbildnerin",
        ),
    ],
)
def test_a_school_that_hires_is_read(sender: str, subject: str, text: str) -> None:
    assert read(sender, subject, text) in _ASKED


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        (
            "Hilltop Middle School",
            "Hi Ida,\n\nThank you for signing up to chaperone the 7th grade trip. All positions have"
            " been filled.\n\nMs. Ortiz",
        ),
        (
            "Primarschule Tal",
            "Liebe Frau Vale, danke, dass Sie sich als Begleitperson für die Schulreise gemeldet haben."
            " Leider sind schon alle Plätze vergeben.",
        ),
        (
            "École primaire du Lac",
            "Bonjour, merci de vous être proposée comme parent accompagnateur. Malheureusement, toutes"
            " les places sont prises.",
        ),
    ],
)
def test_no_helper_for_a_trip_is_turned_down(sender: str, text: str) -> None:
    assert read(sender, "School trip", text) in NOT_HIRING


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for applying for the chaperone job at our school. All positions have been filled.",
        "Thank you for your application. The position of paid chaperone has been filled.",
    ],
)
def test_but_a_paid_one_is(text: str) -> None:
    said = read("Hilltop Middle School", "Your application", text)
    assert said in {Verdict.REJECTION, Verdict.POSITION_CLOSED, Verdict.AMBIGUOUS}
