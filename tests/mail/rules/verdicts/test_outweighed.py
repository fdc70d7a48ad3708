"""Noes and requests that a plain rule knows, in mail that as a whole is heard as something else."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message


@pytest.mark.parametrize(
    ("sender", "subject", "text"),
    [
        ("noreply@ultipro.com", "Application Review Complete", "Gull Plain Airport Authority\n\nHello Robin,\n\nWe have completed our review for opportunity AIR003291, Airfield Maintenance Worker.\n\nBecause the airport is a secured area, every applicant has to hold, or to be able to get, a SIDA badge. Based on the answers you gave in the pre-screening questions, you don't meet the requirements for it at present. We're unable to move your application forward.\n\nIf you believe you answered a question by mistake, you may submit a new application while the posting is open. Deliberately false answers lead to a permanent bar.\n\nThank you for your interest in a career at GPA!\n\nThe Talent Team\nEEO/ADA. Veterans are encouraged to apply. Please don't respond to this email."),
        ("noreply@oleeo.com", "Your application to Harl Police Staff", "Harl Constabulary\n\nVacancy: Control Room Operator (12009)\n\nDear Robin,\n\nThank you for taking the call-handling simulation and attending the interview on 2 May.\n\nYou've met the standard at interview. At the vetting stage, information came to light that means that we can't grant you clearance, and as a result your candidature has been discontinued. For reasons of confidentiality we can't go into this by email.\n\nYou may appeal the vetting decision within 21 days using the form in your account. You can't reapply for a vetted role for 12 months.\n\nWe understand that this may come as a surprise and you're welcome to call the recruitment line if you'd like to speak to someone.\n\nPolice Staff Recruitment\nAutomated – don't reply."),
        ("info@holz.example", "Ihre Bewerbung", "Sehr geehrte Frau Roe,\n\nbesten Dank für die Zusendung Ihrer Bewerbungsunterlagen als Bauzeichnerin.\n\nWir haben Ihre Unterlagen mit Interesse gelesen. Da Ihre Tätigkeiten überwiegend im Tiefbau lagen, sehen wir von einer Zusammenarbeit ab.\n\nIhre Mappe geht Ihnen mit der Post zu."),
        ("hr@county.example", "Your application for Social Worker - RM/21", "Dear Robin,\n\nI refer to your interview. You have been placed at number 7 on the panel formed as a result of this competition. It's not expected that further posts will be filled from it. Therefore you shouldn't anticipate an appointment and the competition is closed in your case."),
    ],
)  # fmt: skip
def test_a_plain_no_is_one(sender: str, subject: str, text: str) -> None:
    mail = make_message(subject, text, sender=sender)
    assert read_message(mail).verdict is Verdict.REJECTION


@pytest.mark.parametrize(
    ("sender", "subject", "text"),
    [
        ("no-reply@clearway.example", "Background check: information needed", "Hello Robin,\n\nFern Credit Union has requested a background check in connection with your application for Loan Processor.\n\nWe were unable to verify the following:\n- Employment: Basin Stores (employer has closed)\n- Education: name on record differs\n\nPlease upload pay stubs for the employment, and a document that shows your former name. You have 5 business days; after this the report goes back to the client.\n\n[ Go to my portal ]\n\nYou have the right to a copy of the report and to dispute anything that's wrong in it. Before any adverse action is taken you'd be given a notice and time to respond. No decision has been made by us; decisions are for the employer."),
        ("schule@stift.example", "Ihre Bewerbung: Nachweise für die Bezirksregierung", "Sehr geehrte Frau Roe,\n\nnach unserem Gespräch sind wir mit Ihnen als Lehrerin für Latein in der engeren Wahl. Damit die Bezirksregierung prüfen kann, benötige ich von Ihnen beglaubigte Kopien beider Staatsexamina und die Geburtsurkunde.\n\nDies bedeutet noch keine Zusage.\n\nKönnten Sie die Papiere bis zum 10. Mai im Sekretariat abgeben?"),
        ("larch@invalidemail.com", "Please create your candidate account", "Dear Robin,\n\nWe've received the paper application for School Bus Driver (BUS-1) that you handed in at the fair.\n\nSince July all applications have to be in our online system. Please:\n\nStep 1. Open an account\nStep 2. Check that what we've typed in for you is right\nStep 3. Upload your licence\nStep 4. Press SUBMIT\n\nUntil step 4 is done, you're not an applicant and cannot be called for the road test."),
        ("orla@tiny.example", "Re: Crèche manager", "Hi Robin\n\nThanks for sending those so quickly. The council won't let us go any further without:\n\n- the vetting form, signed in ink\n- police clearance from Australia\n\nThe Australian one takes three weeks so start it today if you can.\n\nOrla"),
    ],
)  # fmt: skip
def test_a_plain_request_is_one(sender: str, subject: str, text: str) -> None:
    mail = make_message(subject, text, sender=sender)
    assert read_message(mail).verdict is Verdict.INFORMATION_REQUEST


@pytest.mark.parametrize(
    ("subject", "text", "verdict"),
    [
        ("Umzug am Samstag", "Hallo Kim,\n\nwird der Wagen nicht frei, ist ein Umzug am Samstag ausgeschlossen. Ich melde mich.", Verdict.OTHER),
        ("Tus datos / Your application", "Hi Ana,\n\nThanks for applying as call agent. Your application is complete and has been forwarded to a recruiter.\n\nHola Ana,\n\nGracias por postularte como agente. Tu solicitud está completa y fue enviada a un reclutador.", Verdict.CONFIRMATION),
    ],
)  # fmt: skip
def test_words_like_these_say_nothing_of_the_kind(
    subject: str, text: str, verdict: Verdict
) -> None:
    assert read_message(make_message(subject, text)).verdict is verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Je sollicitatie", "Beste Kim, bedankt voor je sollicitatie als tekenaar. We hebben je stukken met interesse gelezen. Omdat je vooral in de wegenbouw werkte, zien wij af van een samenwerking."),
        ("Votre candidature", "Bonjour, merci pour votre candidature au poste de dessinatrice. Vos expériences étant surtout dans la voirie, nous renonçons à une collaboration."),
        ("Tu candidatura", "Hola, gracias por tu candidatura al puesto de delineante. Como tu experiencia es de obra civil, desistimos de una colaboración."),
        ("La tua candidatura", "Ciao, grazie per la candidatura come disegnatrice. Poiché la tua esperienza è stradale, rinunciamo a una collaborazione."),
        ("Din ansökan", "Hej, tack för din ansökan som ritare. Eftersom du mest arbetat med vägar avstår vi från ett samarbete."),
        ("Twoja aplikacja", "Dzień dobry, dziękujemy za aplikację na stanowisko kreślarza. Rezygnujemy ze współpracy."),
        ("Başvurunuz", "Merhaba, teknik ressam başvurunuz için teşekkürler. Sizinle çalışmaktan vazgeçtik."),
        ("Your application", "Dear Kim, thank you for your application as draughtsman. As you have mostly worked on roads, we shall refrain from working together."),
    ],
)  # fmt: skip
def test_who_refrains_from_working_together_says_no(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict is Verdict.REJECTION


@pytest.mark.parametrize(
    ("sender", "subject", "text", "verdict"),
    [
        ("ausbildung@elbkontor.example", "Einladung zum Kennenlerntag", "Hallo Jonas,\n\ndein Test ist richtig gut ausgefallen! Daher laden wir dich zu unserem Kennenlerntag ein: Dienstag, 19. Januar, 9 bis 14 Uhr, Hafenstraße 3. Es gibt eine Gruppenübung und ein Einzelgespräch.\n\nSag bitte bis 12.1. Bescheid, ob du kommst.\n\nSvenja Ott", Verdict.INTERVIEW),
        ("ausbildung@elbkontor.example", "Einladung zum Test", "Hallo Jonas,\n\ndeine Bewerbung gefällt uns. Deshalb laden wir dich zu unserem Eignungstest ein: Dienstag, 19. Januar, 9 bis 11 Uhr, Hafenstraße 3.\n\nSvenja Ott", Verdict.ASSESSMENT),
        ("ausbildung@elbkontor.example", "Einladung zum Assessment Center", "Hallo Jonas,\n\nwir laden dich zum Assessment Center am 19. Januar um 9 Uhr ein. Es erwarten dich Tests und Gruppenübungen.\n\nSvenja Ott", Verdict.ASSESSMENT),
        ("careers@brightmoor.example", "Invitation", "Dear Sam,\n\nwe'd like you to come in on 19 January at 9am for the written test and an in-tray exercise. Bring photo ID.\n\nBrightmoor", Verdict.ASSESSMENT),
        ("info@svheide.example", "Schnuppertag im Verein", "Hallo Jonas,\n\ndein Probetraining war super! Deshalb laden wir dich zu unserem Kennenlerntag ein: Samstag, 16. Januar, 10 Uhr, Sportplatz. Es gibt Bratwurst.\n\nVoss", Verdict.OTHER),
    ],
)  # fmt: skip
def test_who_names_the_hour_of_a_day_asks_to_it_after_a_test(
    sender: str, subject: str, text: str, verdict: Verdict
) -> None:
    mail = make_message(subject, text, sender=sender)
    assert read_message(mail).verdict is verdict


@pytest.mark.parametrize(
    ("subject", "text", "verdict"),
    [
        ("Final round - the board", "Anna,\n\nYou're one of two finalists for the branch post. The last step is 45 minutes with our senior team. They'd like ten minutes on your first 90 days.\n\nIt's in person, 9 Dec at 2 p.m., 4th floor. Any food allergies? There's lunch.\n\nKarin", Verdict.INTERVIEW),
        ("Letzte Runde", "Liebe Frau Berg,\n\nSie sind eine von zwei in der Endauswahl! Der letzte Schritt sind 45 Minuten mit unserem Vorstand, vor Ort, am 9. Dezember um 14 Uhr, 4. Stock.\n\nKarin Holt", Verdict.INTERVIEW),
        ("Next step", "Hi Anna,\n\nThanks for choosing us. The next step is 60 minutes with our design team to plan your kitchen, Tuesday at 10.\n\nHolt Kitchens", Verdict.OTHER),
        ("Next step", "Hi Anna,\n\nthe next step is one hour with our physio. Book online.\n\nElm Physio", Verdict.OTHER),
        ("Last step", "Anna,\n\nyour mortgage is nearly there. The last step is 30 minutes with our adviser, by phone on Friday at 2pm.\n\nKarin", Verdict.OTHER),
        ("Budget", "Hi all,\n\nthe last step of the budget is 45 minutes with the exec team. It's in person, 9 Dec at 2 p.m., 4th floor. Any food allergies?\n\nKarin", Verdict.OTHER),
        ("Nächster Schritt", "Hallo Frau Berg,\n\nder nächste Schritt sind 60 Minuten mit unserem Planer, am Dienstag um 10 Uhr bei Ihnen zu Hause.\n\nKüchen Holt", Verdict.OTHER),
        ("Ihre Bewerbung bei Klinik Falkenau", "Guten Tag Frau Berg,\n\nIhre Bewerbung als MFA ist heute bei uns eingegangen. Wir freuen uns, Sie kennenzulernen – erst einmal auf dem Papier!\n\nIhr Personalteam", Verdict.CONFIRMATION),
        ("Ihre Bewerbung als MFA", "Guten Tag Frau Berg,\n\nauf dem Papier haben Sie uns überzeugt. Wir freuen uns darauf, Sie am 9. Dezember um 14 Uhr im Gespräch kennenzulernen.\n\nIhr Personalteam", Verdict.INTERVIEW),
    ],
)  # fmt: skip
def test_a_last_step_with_those_who_lead_is_a_talk(
    subject: str, text: str, verdict: Verdict
) -> None:
    assert read_message(make_message(subject, text)).verdict is verdict
