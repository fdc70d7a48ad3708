"""An interview that a course plays is none, and one beside it is."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message


def _verdict(subject: str, text: str, *, is_known: bool) -> Verdict:
    message = make_message(subject, text, sender="Orga Team <orga@kurs.example>")
    return read_message(message, is_known=is_known).verdict


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Bewerbertraining: simuliertes Vorstellungsgespräch", "Hallo zusammen,\n\nam Donnerstag, 05.02., finden die simulierten Vorstellungsgespräche statt. Eure Zeiten: Achim 13:30, Fatma 14:00. Bitte in Bewerbungskleidung."),
        ("Your mock interview", "Hi Robin, your mock interview with the careers service is on Thursday 5 February at 2:30pm. Please bring your CV."),
        ("Entretien simulé", "Bonjour, votre entretien d'embauche simulé aura lieu jeudi 5 février à 14h30. Apportez votre CV."),
        ("Simulacro de entrevista", "Hola, tu simulacro de entrevista es el jueves 5 de febrero a las 14:30. Trae tu CV."),
        ("Colloquio simulato", "Ciao, il tuo colloquio di lavoro simulato è giovedì 5 febbraio alle 14:30. Porta il CV."),
        ("Oefengesprek", "Hoi, je oefensollicitatiegesprek is donderdag 5 februari om 14.30 uur. Neem je cv mee."),
        ("Próbna rozmowa", "Cześć, próbna rozmowa kwalifikacyjna odbędzie się w czwartek 5 lutego o 14:30. Weź CV."),
        ("Entrevista simulada", "Olá, a tua entrevista de emprego simulada é na quinta, 5 de fevereiro, às 14h30. Traz o CV."),
        ("Övningsintervju", "Hej, din övningsintervju är torsdag 5 februari kl 14.30. Ta med ditt CV."),
        ("Deneme mülakatı", "Merhaba, deneme mülakatın 5 Şubat Perşembe 14:30'da. Özgeçmişini getir."),
        ("Interview practice", "Hi Robin, shall we do an interview practice on Thursday 5 February at 2pm, Gardyne campus, room 4? Bring the advert from Forth Subsea."),
        ("Thursday", "Hi Robin, shall we practise your interview on Thursday 5 February at 2pm? Bring the job advert and your CV."),
        ("Interview practice", "Hi Robin, I have put you down for a mock interview on Thursday 5 February at 2pm. Bring your CV."),
        ("Your session", "Hi Robin, your interview preparation session is on Thursday 5 February at 2pm."),
        ("Your session", "Hi Robin, your interview skills workshop is on Thursday 5 February at 2pm at the job centre."),
        ("Interview coaching", "Hi Robin, your interview coaching appointment with Morag is on Thursday 5 February at 10:30."),
        ("Bewerbungstraining", "Hallo Robin, Ihr Bewerbungstraining ist am Donnerstag, 5. Februar, um 14 Uhr. Bitte bringen Sie die Stellenanzeige von Nordwerk mit."),
        ("Übung", "Hallo Robin, am Donnerstag, 5. Februar, um 14 Uhr üben wir das Vorstellungsgespräch. Bringen Sie die Anzeige mit."),
        ("Termin", "Ihr Termin zur Vorbereitung auf Vorstellungsgespräche ist am Donnerstag, 5. Februar, um 14 Uhr."),
        ("Atelier", "Bonjour, votre atelier de préparation à l'entretien d'embauche aura lieu jeudi 5 février à 14h. Apportez l'offre de Nordwerk."),
        ("Taller", "Hola, tu taller de preparación de entrevistas es el jueves 5 de febrero a las 14:00. Trae el anuncio."),
        ("Laboratorio", "Ciao, il laboratorio di preparazione al colloquio è giovedì 5 febbraio alle 14:00. Porta l'annuncio."),
        ("Training", "Hoi, je sollicitatietraining is donderdag 5 februari om 14.00 uur. Neem de vacature mee."),
        ("Trening", "Cześć, trening rozmowy kwalifikacyjnej odbędzie się w czwartek 5 lutego o 14:00. Weź ogłoszenie."),
        ("Preparação", "Olá, a tua sessão de preparação para entrevistas é na quinta, 5 de fevereiro, às 14h00. Traz o anúncio."),
        ("Träning", "Hej, din intervjuträning är torsdag 5 februari kl 14.00. Ta med annonsen."),
        ("Hazırlık", "Merhaba, mülakat hazırlık seansın 5 Şubat Perşembe 14:00'te."),
    ],
)  # fmt: skip
def test_a_played_interview_is_none(subject: str, text: str, is_known: bool) -> None:
    assert _verdict(subject, text, is_known=is_known) is Verdict.OTHER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your interview", "Dear Robin, we invite you to an interview on Thursday 5 February at 2:30pm. Our agency offers a mock interview the day before."),
        ("Vorstellungsgespräch", "Wir laden Sie zum Vorstellungsgespräch am Donnerstag, 05.02., um 14:30 Uhr ein. Davor üben wir in einem simulierten Kundengespräch."),
        ("Ihre Bewerbung als Trainerin", "Zu Ihrer Bewerbung auf die Stelle als Trainerin für Übungsgespräche laden wir Sie am Donnerstag, 05.02., um 14:30 Uhr zum Gespräch ein."),
        ("Interview Practice Nurse", "Dear Robin, we would like to invite you to an interview on Thursday 5 February at 2:30pm."),
        ("Your interview", "Dear Robin, your interview for the role of Workshop Technician is on Thursday 5 February at 2:30pm. Interview preparation: please read the job description."),
        ("Vorstellungsgespräch", "Zur Vorbereitung auf Ihr Vorstellungsgespräch am Donnerstag, 05.02., um 14:30 Uhr bringen Sie bitte Ihre Zeugnisse mit. Wir laden Sie herzlich ein."),
        ("Entretien", "Bonjour, votre rendez-vous d'entretien d'embauche est fixé au jeudi 5 février à 14h30 dans nos locaux."),
        ("Entrevista", "Hola, tu cita para la entrevista de trabajo es el jueves 5 de febrero a las 14:30 en nuestra oficina."),
        ("Colloquio", "Gentile Robin, in preparazione al colloquio di giovedì 5 febbraio alle 14:30 porti un documento. La aspettiamo in sede."),
    ],
)  # fmt: skip
def test_an_interview_beside_a_played_one_is_one(subject: str, text: str) -> None:
    assert _verdict(subject, text, is_known=True) is Verdict.INTERVIEW
