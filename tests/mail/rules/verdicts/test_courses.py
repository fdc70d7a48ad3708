"""A full course is asked about in Turkish; everywhere else what is said of a course stays a no."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict
from onward.mail.rules.verdicts.courses import FULL
from tests.mail.rules.letters import make_message


def message_of(subject: str, text: str) -> Message:
    message = make_message(subject, text)
    sender = Address("Meslek Kursu", "kayit@meslekkursu.example")
    return replace(message, sender=sender)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Kursiyer başvurunuz",
            "Merhaba,\n\nCNC kursu başvurunuz kontenjan dolduğu için maalesef kabul edilememiştir.",
        ),
        (
            "Yüzme kursu başvurunuz",
            "Merhaba,\n\nYüzme kursu başvurunuz maalesef kabul edilmemiştir, kontenjan dolmuştur.",
        ),
    ],
)
def test_a_course_that_is_full_is_asked_about(subject: str, text: str) -> None:
    reading = read_message(message_of(subject, text))
    assert reading.verdict is Verdict.AMBIGUOUS
    assert [each.rule for each in reading.because] == [FULL]


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Başvurunuz hakkında",
            "Merhaba,\n\nİngilizce kursu öğretmenliği başvurunuz maalesef kabul edilememiştir.",
        ),
        (
            "Başvurunuz",
            "Merhaba,\n\nKursumuza yaptığınız başvuru maalesef olumlu değerlendirilememiştir.",
        ),
        (
            "Başvurunuz",
            "Merhaba,\n\nCNC operatörü pozisyonu için yaptığınız başvuru maalesef kabul edilememiştir.",
        ),
        (
            "Çıraklık",
            "Merhaba,\n\nÇıraklık başvurunuz kontenjan dolduğu için maalesef kabul edilememiştir.",
        ),
        (
            "Başvurunuz",
            "Merhaba,\n\nKurs merkezimizde eğitmen olarak çalışmak üzere yaptığınız başvuru maalesef olumsuz sonuçlanmıştır.",
        ),
        (
            "Başvurunuz",
            "Merhaba,\n\nİşbaşı eğitim programı kursu başvurunuz maalesef kabul edilememiştir.",
        ),
        (
            "Evening class teacher",
            "Dear Robin,\n\nThank you for applying to teach our evening class in bookkeeping. Unfortunately we have chosen another candidate.",
        ),
        (
            "Your application",
            "Dear Robin,\n\nUnfortunately your application for the apprentice training course was not successful and we will not be taking it further.",
        ),
        (
            "Course Administrator",
            "Dear Robin,\n\nUnfortunately we have decided not to move forward with your application for Course Administrator.",
        ),
        (
            "Instructor",
            "Dear Robin,\n\nThank you for your application for the role of swimming lessons instructor. Unfortunately we will not be progressing your application.",
        ),
        (
            "Ihre Bewerbung",
            "Guten Tag,\n\nleider müssen wir Ihnen für die Stelle als Kursleiterin im Deutschkurs absagen.",
        ),
        (
            "Ausbildung Koch",
            "Guten Tag,\n\nIhre Bewerbung um einen Ausbildungsplatz als Koch können wir leider nicht berücksichtigen, wir haben uns für andere entschieden.",
        ),
        (
            "Ihre Bewerbung",
            "Guten Tag,\n\nvielen Dank für Ihre Bewerbung für den Deutschkurs als Lehrkraft. Leider haben wir uns für eine andere Bewerberin entschieden.",
        ),
        (
            "Votre candidature",
            "Bonjour,\n\nVotre candidature pour la formation en alternance de soudeur n'a malheureusement pas été retenue.",
        ),
        (
            "Votre candidature",
            "Bonjour,\n\nVotre candidature au poste de formateur pour le cours du soir n'a malheureusement pas été retenue.",
        ),
        (
            "Votre candidature",
            "Bonjour,\n\nNous sommes au regret de ne pas donner suite à votre candidature de professeur de cours particuliers.",
        ),
        (
            "Su candidatura",
            "Estimada Robin:\n\nLamentamos comunicarle que su candidatura para impartir el curso de inglés ha sido rechazada.",
        ),
        (
            "Candidatura",
            "Gentile Robin,\n\nPurtroppo la Sua candidatura per l'apprendistato non è stata accettata, abbiamo scelto un altro candidato.",
        ),
        (
            "Sollicitatie",
            "Beste Robin,\n\nHelaas moeten we je sollicitatie als docent voor de taalcursus afwijzen, we kozen een andere kandidaat.",
        ),
        (
            "Leerwerktraject",
            "Beste Robin,\n\nHelaas is je aanmelding voor het leerwerktraject afgewezen, we hebben voor een andere kandidaat gekozen.",
        ),
        (
            "Candidatura",
            "Cara Robin,\n\nInfelizmente a sua candidatura a formador do curso de soldadura não foi aceite.",
        ),
        (
            "Candidatura",
            "Cara Robin,\n\nInfelizmente a sua candidatura ao estágio remunerado não foi selecionada.",
        ),
        (
            "Ansökan",
            "Hej Robin,\n\nTyvärr har vi gått vidare med andra kandidater till tjänsten som lärare på svetskursen.",
        ),
        (
            "Lärling",
            "Hej Robin,\n\nTyvärr gick lärlingsplatsen till en annan sökande. Tack för din ansökan.",
        ),
    ],
)
def test_who_is_to_teach_and_an_apprentice_keep_their_no(
    subject: str, text: str
) -> None:
    assert read_message(message_of(subject, text)).verdict is Verdict.REJECTION


def test_a_school_that_the_person_applied_to_keeps_its_no() -> None:
    message = message_of(
        "Başvurunuz hakkında",
        "Merhaba,\n\nİngilizce kursu başvurunuz kontenjan dolduğu için maalesef kabul edilememiştir.",
    )
    assert read_message(message, is_known=True).verdict is Verdict.REJECTION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Train driver",
            "Unfortunately, your application for the train driver training course has been unsuccessful on this occasion.",
        ),
        (
            "Firefighter",
            "Unfortunately, you were not successful in your application for the firefighter course.",
        ),
        (
            "Cabin crew",
            "Your application for the cabin crew course starting in March has been unsuccessful. We keep your details.",
        ),
        (
            "Chef",
            "Thank you for applying for our commis chef course. Unfortunately, we have chosen other candidates.",
        ),
        (
            "Greens",
            "Thank you for applying to the golf course. We've decided to go with another candidate.",
        ),
        (
            "Driving",
            "Unfortunately your application to Apex Driving Lessons was not successful. We have chosen another candidate.",
        ),
        (
            "Application",
            "Unfortunately we've chosen other candidates. Feel free to apply for our evening class.",
        ),
        (
            "Application",
            "Unfortunately you were not chosen. Our first aid course is full too.",
        ),
        (
            "Application",
            "Unfortunately we have chosen another candidate. Your place on the induction course is cancelled.",
        ),
        (
            "Bewerbung",
            "Ihre Bewerbung für den Lokführerkurs war leider nicht erfolgreich. Wir haben andere Bewerber ausgewählt.",
        ),
        (
            "Bewerbung",
            "Vielen Dank für Ihre Bewerbung auf Kurs 21 GmbH. Leider haben wir uns für andere entschieden.",
        ),
        (
            "Re: Bewerbung",
            "Danke für Ihre Bewerbung bei Sprachschule Linde. Der Abendkurs ist voll, leider haben wir keinen Bedarf an weiteren Kräften.",
        ),
        (
            "Votre candidature",
            "Votre candidature pour donner des cours n'a pas été retenue.",
        ),
        (
            "Su candidatura",
            "Su candidatura para el taller de Vigo no ha sido seleccionada, hemos elegido a otro candidato.",
        ),
        (
            "La sua candidatura",
            "La sua candidatura per il corso di allievo macchinista non è stata accolta, abbiamo scelto altri candidati.",
        ),
        (
            "A sua candidatura",
            "A sua candidatura para o curso de maquinista não foi selecionada. Escolhemos outros candidatos.",
        ),
        (
            "Je aanmelding",
            "Je aanmelding voor de zwemlessen: helaas hebben we een andere kandidaat gekozen.",
        ),
        (
            "Din ansökan",
            "Din ansökan till busskursen har tyvärr inte gått vidare. Vi har valt andra sökande.",
        ),
        (
            "Başvurunuz",
            "Makinist kursu için yaptığınız başvuru olumsuz sonuçlandı. Başka adaylar seçildi.",
        ),
        (
            "Başvurunuz",
            "Makinist kursu başvurunuz kontenjan dolduğu için kabul edilememiştir. Başka adaylar seçildi.",
        ),
        (
            "Başvurunuz",
            "Özel güvenlik kursu için başvurunuz olumsuz, sizi aramıza alamıyoruz.",
        ),
        (
            "Re: Reception",
            "Sorry, our lessons are full, so we have no desk work for you.",
        ),
        (
            "Re: Candidatura",
            "El curso está completo y no necesitamos a nadie en recepción, lo siento.",
        ),
    ],
)
def test_a_course_that_leads_to_work_keeps_its_no(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict is Verdict.REJECTION
