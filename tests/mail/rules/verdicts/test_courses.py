"""A course that is full is ordinary mail; who teaches it, and an apprentice, keep their no."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict
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
            "Başvurunuz hakkında",
            "Merhaba,\n\nİngilizce kursu başvurunuz maalesef kabul edilememiştir.",
        ),
        (
            "Yüzme kursu başvurunuz",
            "Merhaba,\n\nYüzme kursu başvurunuz maalesef kabul edilmemiştir, kontenjan dolmuştur.",
        ),
        (
            "Kurs başvurunuz",
            "Merhaba,\n\nAşçılık kursu için yaptığınız başvuru maalesef olumsuz sonuçlanmıştır.",
        ),
        (
            "Evening class",
            "Dear Robin,\n\nThank you for applying for our evening class in bookkeeping. Unfortunately all places have been taken and we cannot offer you one.",
        ),
        (
            "Your course application",
            "Dear Robin,\n\nUnfortunately your application for the welding course was not successful, as the course is full.",
        ),
        (
            "Swimming lessons",
            "Dear Robin,\n\nWe are sorry, your application for swimming lessons was unsuccessful this term.",
        ),
        (
            "Your application",
            "Dear Robin,\n\nUnfortunately we are unable to offer you a place on the Spanish language course.",
        ),
        (
            "Deutschkurs B2",
            "Guten Tag,\n\nIhre Anmeldung zum Deutschkurs B2 können wir leider nicht berücksichtigen, da der Kurs voll ist.",
        ),
        (
            "Ihre Bewerbung",
            "Guten Tag,\n\nIhre Bewerbung für den Schweißkurs konnten wir leider nicht berücksichtigen. Alle Plätze sind vergeben.",
        ),
        (
            "Absage Schwimmkurs",
            "Guten Tag,\n\nleider müssen wir Ihnen für den Schwimmkurs absagen, alle Plätze sind vergeben.",
        ),
        (
            "Abendkurs",
            "Guten Tag,\n\nleider können wir Ihnen keinen Platz im Abendkurs Buchhaltung anbieten. Ihre Bewerbung wurde abgelehnt.",
        ),
        (
            "Cours du soir",
            "Bonjour,\n\nVotre candidature au cours du soir de comptabilité n'a malheureusement pas été retenue, le cours est complet.",
        ),
        (
            "Formation soudeur",
            "Bonjour,\n\nNous regrettons de ne pouvoir retenir votre candidature pour la formation de soudeur : la session est complète.",
        ),
        (
            "Curso de UX: resultado de la admisión",
            "Estimada Robin:\n\nLamentamos comunicarle que no ha obtenido plaza en el curso de UX. Queda en lista de espera con el número 14.",
        ),
        (
            "Curso de soldadura",
            "Estimada Robin:\n\nSu solicitud para el curso de soldadura no ha sido admitida por estar completo el cupo.",
        ),
        (
            "Curso de inglés",
            "Estimada Robin:\n\nLamentamos comunicarle que su candidatura para el curso de inglés ha sido rechazada.",
        ),
        (
            "Corso di saldatura",
            "Gentile Robin,\n\nLa Sua candidatura al corso di saldatura purtroppo non è stata accettata: i posti sono esauriti.",
        ),
        (
            "Corso serale",
            "Gentile Robin,\n\nPurtroppo la domanda per il corso serale di inglese non è stata accolta.",
        ),
        (
            "Lascursus",
            "Beste Robin,\n\nHelaas kunnen we je aanmelding voor de lascursus niet honoreren, de cursus zit vol.",
        ),
        (
            "Taalcursus",
            "Beste Robin,\n\nHelaas is je aanvraag voor de taalcursus afgewezen.",
        ),
        (
            "Kurs spawania",
            "Dzień dobry,\n\nNiestety Pani zgłoszenie na kurs spawania nie zostało przyjęte z powodu braku miejsc.",
        ),
        (
            "Kurs języka niemieckiego",
            "Dzień dobry,\n\nZ przykrością informujemy, że nie zakwalifikowała się Pani na kurs języka niemieckiego.",
        ),
        (
            "Curso de soldadura",
            "Cara Robin,\n\nInfelizmente a sua candidatura ao curso de soldadura não foi aceite, pois as vagas estão esgotadas.",
        ),
        (
            "Curso de inglês",
            "Cara Robin,\n\nLamentamos informar que a sua inscrição no curso de inglês não foi selecionada.",
        ),
        (
            "Svetskurs",
            "Hej Robin,\n\nTyvärr kunde vi inte anta dig till svetskursen, kursen är full. Din ansökan har avslagits.",
        ),
        (
            "Simkurs",
            "Hej Robin,\n\nDin ansökan till simkursen har tyvärr inte beviljats, alla platser är tagna.",
        ),
    ],
)
def test_a_place_on_a_course_is_no_work(subject: str, text: str) -> None:
    assert read_message(message_of(subject, text)).verdict is Verdict.OTHER


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
        "Merhaba,\n\nİngilizce kursu başvurunuz maalesef kabul edilememiştir.",
    )
    assert read_message(message, is_known=True).verdict is Verdict.REJECTION
