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
