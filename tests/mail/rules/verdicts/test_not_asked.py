"""A no to the reader's own next step, whatever a mail names beside it."""

from __future__ import annotations

import pytest

from onward.mail.rules.basics.tables import table_part
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message

HOUSE = "recrutement@valmer.example"


def read(
    subject: str, text: str, *, sender: str = "ida.wolf@oakline.example"
) -> Verdict:
    return read_message(make_message(subject, text, sender=sender)).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your graduate scheme application", "Dear Sam,\n\nThank you for taking our numerical test last week.\n\nHaving looked at all the scores, we have decided not to invite you to the assessment centre. The decision is final for this intake.\n\nYou're welcome to apply again next autumn.\n\nBrightmoor Early Careers"),
        ("Online test", "Hi Tom,\n\nthanks for doing the online test. Logic was great. The arithmetic part was below the mark that our college asks for, so we can't invite you to the taster day.\n\nIf you'd like, ring me and I'll tell you what to practise.\n\nInes"),
        ("Warehouse test", "Hi Kim,\n\nthanks for sitting the forklift theory test on Monday. You got 61 and the pass mark is 70, so I won't be asking you in for the second stage.\n\nDale"),
        ("Dein Test", "Hallo Tim,\n\ndanke, dass du unseren Online-Test gemacht hast. Englisch war stark. Beim Rechnen lagst du unter der Grenze, die wir für die Werkstatt brauchen, deshalb können wir dich nicht zum Schnuppertag einladen.\n\nRuf gern an, dann sage ich dir, was du üben kannst.\n\nJana Krüger"),
        ("Probeaufgabe", "Liebe Frau Kern,\n\ndanke für Ihre Probeaufgabe. Der Ton traf es noch nicht ganz, wir möchten Sie deshalb nicht in die zweite Runde mitnehmen.\n\nIda Wolf"),
        ("Votre test", "Bonjour Léa,\n\nMerci d'avoir passé notre test en ligne. Vos résultats sont bons en français, mais insuffisants en calcul : nous ne pouvons donc pas vous inviter à la journée de sélection.\n\nVous pourrez postuler de nouveau l'an prochain.\n\nRecrutement Valmer"),
        ("La tua prova", "Ciao Marta,\n\ngrazie per aver svolto il test online. La parte di calcolo è sotto il minimo, quindi non possiamo invitarti alla giornata di selezione.\n\nSelezione Altavia"),
        ("O teu teste", "Olá Marta,\n\nobrigado por fazeres o teste online. A parte de cálculo ficou abaixo do mínimo, por isso não podemos convidar-te para a entrevista.\n\nRecrutamento Altamar"),
        ("Je test", "Hoi Bram,\n\nBedankt voor het maken van onze online test. Je score voor rekenen lag onder de grens, daarom kunnen we je niet uitnodigen voor de selectiedag.\n\nWerving Haven"),
    ],
)  # fmt: skip
def test_it_outweighs_the_test_that_was_taken(subject: str, text: str) -> None:
    assert read(subject, text, sender=HOUSE) is Verdict.REJECTION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Warehouse Operative - Derby", "Hi\n\nThanks for your interest in Warehouse Operative. This site asks for a counterbalance licence and a cold store medical. By your answers you hold neither, so we can't progress you.\n\nHave them since? Apply again and attach the card.\n\nPennine Resourcing"),
        ("Staplerfahrer Werk 2", "Guten Tag,\n\ndanke für Ihr Interesse als Staplerfahrer. Für diesen Standort braucht es den Staplerschein und Schmalgangerfahrung. Laut Ihren Angaben haben Sie beides nicht, deshalb kommen Sie für uns nicht in Frage.\n\nHaben Sie den Schein inzwischen? Dann bewerben Sie sich erneut mit einem Foto.\n\nHallberg Logistik"),
        ("Carretillero", "Hola:\n\nPara este puesto de carretillero hacen falta los dos carnés. Según tus respuestas no los tienes, así que no podemos continuar con tu candidatura.\n\n¿Ya los tienes? Puedes volver a inscribirte con una foto.\n\nEmpleo Rioseco"),
    ],
)  # fmt: skip
def test_who_may_apply_once_more_is_asked_for_nothing(subject: str, text: str) -> None:
    assert read(subject, text, sender=HOUSE) is Verdict.REJECTION


@pytest.mark.parametrize(
    ("verdict", "subject", "text"),
    [
        (Verdict.ASSESSMENT, "Next step", "Dear Sam,\n\nwe can't invite you to the assessment centre until you have completed the online test. Please do it by 12 December: https://tests.brightmoor.example/a1\n\nBrightmoor Early Careers"),
        (Verdict.ASSESSMENT, "Your online test", "Dear Sam,\n\nwithout a test result we're not able to invite you to the assessment centre. Your link is open until Friday: https://tests.brightmoor.example/a2\n\nBrightmoor"),
        (Verdict.ASSESSMENT, "Video interview", "Hello Priya,\n\nWe can't invite everybody to an interview in person, so the first stage is a recorded video. Please answer the five questions here: https://video.oakline.example/p1\n\nTalent Team"),
        (Verdict.ASSESSMENT, "Nächster Schritt", "Hallo Mia,\n\nbevor du den Online-Test gemacht hast, können wir dich nicht zum Auswahltag einladen. Bitte mach ihn bis zum 12. Dezember: https://test.nordwerk.example/a1\n\nNordwerk Ausbildung"),
        (Verdict.ASSESSMENT, "Videointerview", "Hallo Frau Kern,\n\nwir können Sie leider nicht alle persönlich zum Gespräch einladen. Bitte beantworten Sie daher zuerst fünf Fragen per Video: https://video.eichlinie.example/p1\n\nKarriere Eichlinie"),
        (Verdict.INFORMATION_REQUEST, "Your application", "Hi\n\nThanks for applying for HGV Driver. We can't progress you without a copy of your tacho card. Please send a photo of both sides by Friday.\n\nPennine Resourcing"),
        (Verdict.INFORMATION_REQUEST, "HGV Driver", "Hi\n\nWe don't have your licence on file so we can't progress you yet. Please reply with a photo of the card.\n\nPennine Resourcing"),
        (Verdict.INFORMATION_REQUEST, "Ihre Bewerbung", "Guten Tag,\n\nohne eine Kopie Ihres Staplerscheins können wir Sie leider nicht zum Gespräch einladen. Bitte schicken Sie uns ein Foto bis Freitag.\n\nHallberg Logistik"),
        (Verdict.INFORMATION_REQUEST, "Your application", "Hello\n\nA technical fault on our site lost your answers, so your application for Care Assistant could not be considered. Please apply again by Sunday and attach your licence.\n\nWrenfield Care"),
        (Verdict.INTERVIEW, "Your interview", "Hi Tom,\n\nwe can't invite you to our office as the building is closed, so the interview on Tuesday 8 December at 10:00 will be by video. The link follows.\n\nInes"),
        (Verdict.INTERVIEW, "Next round", "Hi Kim,\n\nwe can't put you in for the second stage on Monday as Ann is away. Would Wednesday at 2pm do instead?\n\nDale"),
        (Verdict.INTERVIEW, "Ihr Gespräch", "Guten Tag Frau Lorenz,\n\nwegen des Umbaus können wir Sie nicht in unser Büro einladen. Das Vorstellungsgespräch findet daher am 8.12. um 10 Uhr per Video statt, den Link finden Sie unten.\n\nNora Falk"),
        (Verdict.INTERVIEW, "Kennenlerntag", "Hallo Tim,\n\ndanke für deinen Test. Am 9.12. können wir dich leider nicht zum Kennenlerntag einladen, da ist alles voll. Passt dir der 16.12. um 9 Uhr?\n\nJana Krüger"),
        (Verdict.INTERVIEW, "Dein Test", "Hallo Tim,\n\ndein Test war so gut, dass wir dich nicht mehr in die zweite Runde bitten, sondern gleich zum Gespräch: Dienstag, 10 Uhr. Passt das?\n\nIda Wolf"),
        (Verdict.CONFIRMATION, "Application received", "Hello\n\nThank you for applying for Care Assistant. If we can't invite you to interview this time you're welcome to apply again.\n\nWrenfield Care"),
        (Verdict.CONFIRMATION, "Eingang Ihrer Bewerbung", "Hallo Mia,\n\ndeine Bewerbung ist da. Falls wir dich nicht zum Auswahltag einladen können, sagen wir dir bis Januar Bescheid.\n\nNordwerk Ausbildung"),
        (Verdict.OTHER, "Climbing squad", "Hi Tom,\n\nthanks for doing the trial session. Your grades weren't quite there, so we can't invite you to the squad weekend. Keep climbing with us on Tuesdays!\n\nCoach Bell"),
        (Verdict.OTHER, "Hochzeit", "Liebe Mia,\n\ndas Lokal fasst nur vierzig Leute, deshalb können wir dich nicht zum Essen einladen. Komm aber gern um 20 Uhr zur Feier dazu!\n\nJana"),
        (Verdict.OTHER, "Einstufungstest", "Hallo Mia,\n\ndanke für deinen Einstufungstest in Spanisch. Die Punkte reichen für B1 nicht, deshalb können wir dich nicht in die nächste Stufe aufnehmen. Der Kurs A2 beginnt am Montag.\n\nSprachschule Lind"),
        (Verdict.OTHER, "Tanzkurs", "Hallo Mia,\n\nfür die nächste Runde des Turniers konnten wir dich leider nicht aufnehmen. Probier es im Frühjahr wieder!\n\nTanzschule Ritt"),
    ],
)  # fmt: skip
def test_what_may_still_come_or_is_asked_of_the_reader_is_no_no(
    verdict: Verdict, subject: str, text: str
) -> None:
    assert read(subject, text) is verdict


@pytest.mark.parametrize(
    ("code", "no", "yet"),
    [
        ("en", "so we won't be inviting you to the next round", "we can't invite you to the next round before you have done the test"),
        ("de", "daher laden wir dich nicht zum auswahltag ein", "ohne den test laden wir dich nicht zum auswahltag ein"),
        ("fr", "nous ne vous inviterons donc pas à un entretien", "nous ne pouvons pas vous inviter à un entretien sans ce test"),
        ("es", "así que no podemos invitarte a la entrevista", "no podemos invitarte a la entrevista hasta que hagas la prueba"),
        ("it", "quindi non possiamo invitarla al colloquio", "non possiamo invitarla al colloquio prima della prova"),
        ("pt", "por isso não podemos convidá-la para a entrevista", "não podemos convidá-la para a entrevista sem o teste"),
        ("nl", "daarom kunnen we je niet uitnodigen voor een gesprek", "zonder test kunnen we je niet uitnodigen voor een gesprek"),
        ("pl", "dlatego nie możemy zaprosić pani na rozmowę", "nie możemy zaprosić pani na rozmowę bez testu"),
        ("sv", "därför kan vi inte bjuda in dig till en intervju", "därför kan vi inte bjuda in dig till en intervju utan testet"),
        ("tr", "bu nedenle sizi mülakata davet edemiyoruz", "test olmadan sizi mülakata davet edemiyoruz"),
    ],
)  # fmt: skip
def test_every_language_tells_a_no_from_what_may_still_come(
    code: str, no: str, yet: str
) -> None:
    said, still = (table_part("not_asked", code, part) for part in ("said", "open"))
    assert said.search(no)
    assert not still.search(no)
    assert still.search(yet)
