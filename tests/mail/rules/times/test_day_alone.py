"""The day of a talk or a test of which a mail tells no hour."""

from __future__ import annotations

from datetime import date, time

import pytest

from onward.mail.rules.times.day_alone import day_alone, hour_alone
from onward.mail.rules.times.when import appointment

TOLD_ON = date(2026, 11, 16)
DAY = date(2026, 12, 15)


@pytest.mark.parametrize(
    "text",
    [
        'Hi Yara, we would like to invite you to an interview on Tuesday 15 December for the office manager role.',
        'Hallo Yara, wir möchten Sie zu einem Vorstellungsgespräch am Dienstag, 15. Dezember, einladen.',
        'Bonjour Yara, nous vous proposons un entretien le mardi 15 décembre dans la matinée.',
        'Dag Yara, graag nodigen wij je uit voor een gesprek op dinsdag 15 december tussen 14u en 15u30.',
        'Bonjour, nous vous invitons à un entretien le mardi 15 décembre entre 14h et 15h30.',
        'We would like to meet you for an interview on Tuesday 15 December, some time between 2pm and 3.30pm.',
        'You have been shortlisted. Your interview will take place on Tuesday 15 December. Please let us know by 4 December whether you can come.',
        'Interview\n\nDate: Tuesday 15 December 2026\nPlace: Mill Road 4\n\nWe will send the hour later.',
        'Wir laden Sie herzlich ein. Das Gespräch findet am 15.12.2026 in unserem Büro statt. Die Uhrzeit teilen wir Ihnen noch mit.',
        'Le invitamos a una entrevista el martes 15 de diciembre por la mañana.',
        "La invitiamo a un colloquio martedì 15 dicembre. L'orario seguirà.",
        'Gostaríamos de a convidar para uma entrevista na terça-feira, 15 de dezembro, de manhã.',
        'Zapraszamy na rozmowę kwalifikacyjną we wtorek 15 grudnia.',
        'Vi vill gärna bjuda in dig till en intervju tisdagen den 15 december.',
        'Hiermit lade ich Sie zu einem Kennenlernen am 15. Dezember ein. Arbeitsbeginn wäre der 1. Februar 2027.',
        'Ihr Termin: Dienstag, 15. Dezember, vormittags.',
        "L'entretien aura lieu le 15 décembre dans nos locaux ; l'heure vous sera précisée plus tard.",
        'La entrevista será el martes, 15 de diciembre.',
        'Il colloquio si terrà il 15 dicembre presso la nostra sede, nel pomeriggio.',
        'Het gesprek vindt plaats op 15 december, het uur volgt nog.',
        'Intervjun äger rum den 15 december, tid meddelas senare.',
        'Your interview is booked for Tuesday 15 December.',
        'Interview: Tuesday 15 December (time to be confirmed)',
    ],
)  # fmt: skip
def test_the_day_of_a_talk_is_read(text: str) -> None:
    assert appointment(text, told_on=TOLD_ON) is None
    assert day_alone(text, told_on=TOLD_ON) == DAY


@pytest.mark.parametrize(
    "text",
    [
        'We invite you to our open house on Tuesday 15 December.',
        'We would like to invite you to an interview. Please reply by Tuesday 15 December.',
        'We would like to interview you. We will let you know on Tuesday 15 December when.',
        'We would like to meet you on Monday 14 December or Tuesday 15 December.',
        'We hold interviews from 14 to 18 December.',
        'Interviews are held between 14 and 18 December.',
        'We would like to invite you to an interview in the week of 14 December.',
        'Thank you for our interview on 12 November. The decision comes on 15 December.',
        "We'd like to invite you to an interview. Ann is away on 15 December.",
        'We would like to meet you. Tuesday 15 December would suit us, and so would Wednesday 16 December.',
        'Would you be free for an interview on 14/15 December?',
        'Wir laden Sie zum Gespräch ein: 14. oder 15. Dezember, was passt Ihnen?',
        'Wir möchten Sie kennenlernen. Ab dem 15. Dezember sind Termine möglich.',
        'Nous vous invitons à un entretien entre le 14 et le 18 décembre.',
        'Nous vous invitons à nos portes ouvertes le mardi 15 décembre.',
        'We would like to invite you to an interview. Your first day would be 15 December.',
        'The interview is some time after Tuesday 15 December.',
        "We'd like you to come in for an interview on Tuesday 15 December or later.",
        'We would like to talk to you. Tuesday 15 December is full.',
        'Graag nodigen we je uit voor een gesprek. Kan je maandag 14 of dinsdag 15 december?',
        'Graag nodigen we je uit voor een gesprek na dinsdag 15 december.',
        'We invite you to an interview, before Tuesday 15 December if possible.',
        'The job starts on 15 December. We would like to invite you to an interview; which day suits you?',
        'We cannot meet on Tuesday 15 December. Another date follows for the interview.',
        'Vi bjuder in dig till intervju. Öppet hus är den 15 december.',
        'Zapraszamy na rozmowę od 15 grudnia do 18 grudnia.',
        "15 Aralık'tan sonra görüşmeye davet edeceğiz.",
        'Our Christmas party is on 15 December. We want to meet you, date to follow.',
        'We would like to invite you for an interview. The panel sits on Tuesday 15 December.',
        'We would like to meet you. We have received your application of 15 December 2025.',
        'You can ring me on Tuesday 15 December between 2 and 4 to fix a day for the interview.',
        'Please book an interview: 14, 15 or 16 December.',
        'Der Test ist bis 15. Dezember zu machen, dann folgt das Gespräch.',
        'We spoke on Tuesday. We would like to see you again for an interview.',
        'Wir laden Sie zu unserem Tag der offenen Tür am 15. Dezember ein.',
        'Bis zum 15. Dezember melden wir uns wegen eines Gesprächs.',
        'Am 15. Dezember entscheiden wir, wen wir zum Gespräch einladen.',
        'La décision sera prise le 15 décembre, après les entretiens.',
        'Merci pour notre entretien du 12 novembre. Nous vous recontacterons le 15 décembre.',
        'Le contrat commence le 15 décembre, nous souhaitons vous rencontrer.',
        'La invitamos a la jornada de puertas abiertas el 15 de diciembre.',
        'El 15 de diciembre le comunicaremos la fecha de la entrevista.',
        "La vorremmo incontrare. L'ufficio è chiuso il 15 dicembre.",
        'Wij laten u op 15 december weten wanneer het gesprek is.',
        'Wij nodigen je uit op onze infodag op 15 december.',
        'Zapraszamy na dni otwarte 15 grudnia.',
        'Decyzja o rozmowie zapadnie 15 grudnia.',
        'Vi återkommer den 15 december om en intervju.',
        "15 Aralık'a kadar görüşme için yanıt verin.",
        'Convidamo-la para a sessão de informação no dia 15 de dezembro.',
        'O prazo termina a 15 de dezembro; depois marcamos a entrevista.',
        'Mr Smith, whom you would meet, is back on 15 December.',
        'The interviewer returns on 15 December.',
        'The office moves on 15 December; the interview will be in the new building.',
        'We will meet in the new building, which opens on 15 December.',
        'The interviews for the other post are on 15 December, yours will be in January.',
        'The next interviews are on 15 December at the earliest.',
        'We would like to interview you. The position is to be filled on 15 December.',
        'I will call you on 15 December to set an interview date.',
        'Our colleague will phone you on Tuesday 15 December to agree on a day for your interview.',
        "Your visa appointment is on 15 December, so we'd interview you in January.",
        'Ich melde mich am 15. Dezember telefonisch bei Ihnen, um einen Termin für das Gespräch abzustimmen.',
        "We'd love to interview you. Training takes place on Tuesday 15 December each year.",
        'Nous vous appellerons le 15 décembre pour fixer un entretien.',
        "We'll send you the invite to the interview on Tuesday 15 December.",
        'Wir schicken Ihnen am 15. Dezember die Einladung zum Gespräch.',
        'The interview cannot be on 15 December as planned.',
        'Please confirm your interview slot on Tuesday 15 December at the latest.',
        'Not before 15 December can we meet for the interview.',
        'The role starts Tuesday 15 December. Interview by phone.',
        'We will hold interviews over three days beginning Tuesday 15 December.',
        "They have asked to have you back for a second interview, likely Tuesday 15 December.",
        "Das Gespräch ist voraussichtlich am 15. Dezember.",
        "L'entretien aura probablement lieu le 15 décembre.",
    ],
)  # fmt: skip
def test_a_day_of_something_else_or_one_of_several_is_none(text: str) -> None:
    assert day_alone(text, told_on=TOLD_ON) is None


@pytest.mark.parametrize(
    "text",
    [
        "The written test takes place on Tuesday 15 December in our office.",
        "Der Test findet am 15. Dezember bei uns statt.",
        "L'épreuve aura lieu le 15 décembre dans nos locaux.",
    ],
)
def test_the_day_of_a_test_is_read(text: str) -> None:
    assert day_alone(text, told_on=TOLD_ON, is_test=True) == DAY


def test_a_known_day_is_left_out() -> None:
    text = "The interview on Monday 14 December becomes an interview on Tuesday 15 December."
    assert day_alone(text, told_on=TOLD_ON) is None
    assert day_alone(text, told_on=TOLD_ON, but=[date(2026, 12, 14)]) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "The interview is at 9:30.",
        "Your interview starts at 9.30 am.",
        "Das Gespräch beginnt um 9.30 Uhr.",
        "L'entretien est à 9h30.",
        "Het gesprek is om 9u30.",
        "La entrevista es a las 9:30.",
    ],
)
def test_the_hour_of_a_talk_is_read(text: str) -> None:
    assert hour_alone(text) == time(9, 30)


@pytest.mark.parametrize(
    "text",
    [
        "Please ring me before 9.30 am if you cannot come.",
        "Our office is open from 9.30 am.",
        "The interview is after 9.30 am.",
        "I am in a meeting until 9.30 am.",
        "Lunch is at 12:30.",
        "The interview is at 9.30 am or at 11 am.",
        "We will let you know at 9.30 am whether the interview takes place.",
        "Our train leaves at 9:30.",
        "You can park from 9.30 am on.",
        "We cannot hold the interview at 9.30 am.",
    ],
)
def test_an_hour_of_something_else_is_none(text: str) -> None:
    assert hour_alone(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for the interview. The job starts on Tuesday 15 December.",
        "The manager who will interview you joins us on Tuesday 15 December.",
        "We are holding interviews for the other branch on Tuesday 15 December.",
        "We would like to interview you in the week of 14 December.",
        "We would like to interview you not earlier than 14 December.",
        "We would like to meet you around Tuesday 15 December.",
        "Please choose your interview slot, available through 15 December.",
        "The position is available from 15 December.",
        "We invite you to an interview at our new office, which we occupy on Tuesday 15 December.",
        "We meet on Tuesday 15 December to go through all applications.",
        "The induction takes place on Tuesday 15 December.",
        "We'll send invitations to interview on 15 December.",
        "We invite you to our Christmas lunch on Tuesday 15 December.",
        "See you at my birthday on Tuesday 15 December?",
        "The interview will not take place on Tuesday 15 December.",
        "Would you be free for a talk sometime around 15 December?",
        "What is your availability for an interview on Tuesday 15 December and Thursday 17 December?",
        "Interview days: 15/16 December.",
        "Interviews will be in the second half of December, starting Tuesday 15 December.",
        "The interviewer, back in the office Tuesday 15 December, will contact you to meet.",
        "A second interview would be on Tuesday 15 December if the first goes well.",
        "Reference checks: please complete them. When: 15 December",
        "The advert closed early. We'll see you on Tuesday 15 December on your first shift.",
        "Please pay the fee for the room on 15 December; the appointment follows.",
        "We will review applications on 15 December and invite those who fit.",
        "Your interviewer is Ann Hill, who has been with us since 1 December 2026.",
        "Gespräche finden in der 51. Woche, also ab Montag, 14. Dezember, statt.",
        "Am 15. Dezember sprechen wir mit den anderen.",
        "Unser Büro ist am 15. Dezember geschlossen, Gespräche sind dann wieder möglich.",
        "Am Dienstag, 15. Dezember, passt es mir nicht.",
        "Wir würden Sie gern Mitte Dezember, etwa am 15. Dezember, kennenlernen.",
        "Wir rufen Sie am 15. Dezember wegen eines Termins an.",
        "Die Stelle ist zum 15. Dezember zu besetzen. Gern laden wir Sie ein.",
        "Wir bieten Termine am 15. und 16. Dezember an.",
        "Bitte halten Sie sich den 15. Dezember für ein eventuelles Gespräch frei.",
        "Der Ablesetermin ist am 15. Dezember.",
        "Als Einstiegstermin haben wir den 15. Dezember notiert, danke für das Gespräch.",
        "Wir besuchen am 15. Dezember die Filiale.",
        "Sie können Ihren Termin am 15. Dezember online buchen.",
        "Les entretiens débutent le 15 décembre.",
        "L'entretien n'aura pas lieu le 15 décembre.",
        "Merci pour notre entretien. Le poste est disponible le 15 décembre.",
        "Les convocations partent le 15 décembre.",
        "Nous vous attendons le 15 décembre pour votre prise de fonctions.",
        "La réunion parents-professeurs aura lieu le 15 décembre.",
        "Un second entretien éventuel aurait lieu le 15 décembre.",
        "La commission se réunit le 15 décembre, puis nous vous inviterons.",
        "Nos bureaux seront fermés le 15 décembre ; les entretiens reprennent ensuite.",
        "Las entrevistas serán la semana del 14 de diciembre.",
        "La entrevista no será el 15 de diciembre.",
        "Le contactaremos el 15 de diciembre para la entrevista.",
        "¿Estás libre el martes?",
        "La cena de empresa se celebrará el 15 de diciembre.",
        "Los gastos de la entrevista se pagan el 15 de diciembre.",
        "I colloqui si terranno nella settimana del 14 dicembre.",
        "La commissione si riunisce il 15 dicembre e poi la inviteremo.",
        "La contatteremo il 15 dicembre per il colloquio.",
        "La preselezione si terrà il 15 dicembre.",
        "La aspettiamo il 15 dicembre per il suo primo turno.",
        "È libera martedì?",
        "O júri reúne a 15 de dezembro para escolher quem convidamos.",
        "Vamos contactá-la no dia 15 de dezembro para a entrevista.",
        "Uma eventual segunda entrevista seria no dia 15 de dezembro.",
        "As despesas da entrevista são pagas no dia 15 de dezembro.",
        "Esperamos por si no dia 15 de dezembro, já como colega.",
        "Op 15 december spreken we nog iemand anders.",
        "Dinsdag 15 december past het ons niet voor een gesprek.",
        "De uitnodigingen gaan op 15 december de deur uit.",
        "De voorselectie vindt plaats op 15 december.",
        "We willen je rond 15 december spreken.",
        "Rozmowy odbędą się w tygodniu od 14 grudnia.",
        "Rozmowa nie odbędzie się 15 grudnia.",
        "Zaproszenie wyślemy 15 grudnia.",
        "Ewentualna druga rozmowa odbędzie się 15 grudnia.",
        "Czekamy na dokumenty 15 grudnia.",
        "Czy ma Pani czas we wtorek?",
        "Den 15 december träffar vi de övriga kandidaterna.",
        "Den 15 december passar inte mig.",
        "Vi bjuder in till intervju efter urvalet den 15 december.",
        "Välkommen till ditt nya jobb den 15 december.",
        "Är du ledig på tisdag?",
        "15 Aralık'ta kalan adaylarla görüşmeler yapılacak.",
        "Görüşme için 15 Aralık'ta sizinle iletişime geçeceğiz.",
        "Veli toplantısı 15 Aralık'ta yapılacaktır.",
        "Görüşme masrafları 15 Aralık'ta ödenecek.",
        "Sizi belgelerinizi teslim etmeye 15 Aralık'ta davet ediyoruz.",
    ],
)  # fmt: skip
def test_the_day_of_something_else_is_none(text: str) -> None:
    assert day_alone(text, told_on=date(2026, 11, 16)) is None
