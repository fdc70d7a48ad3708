"""What public bodies write: lists of who may be called, and competitions that end."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message

_SUBJECT = "Outcome of your interview"


@pytest.mark.parametrize(
    "text",
    [
        "Following your interview you have been placed 4th on the panel for Library Assistant. "
        "This does not constitute an offer of appointment.",
        "I am pleased to advise that you were successful at interview and have been placed on the "
        "panel for Porter. Placement on a panel does not constitute an offer of employment.",
        "Your position on the order of merit for Porter is 27. Appointments are made from it as "
        "vacancies arise.",
    ],
)
def test_a_place_on_a_list_is_neither_a_no_nor_an_offer(text: str) -> None:
    text = f"Dear Ida,\n\n{text}\n\nHuman Resources"
    message = make_message(_SUBJECT, text, sender="recruit@valecc.example")
    assert read_message(message).verdict is Verdict.CONFIRMATION


_EXAM = "Examination results: Account Clerk 2"


@pytest.mark.parametrize(
    "text",
    [
        "Your final score on the Account Clerk 2 examination is 91.25. Your name has been placed on "
        "the eligible list at rank 6. The eligible list is valid for one year. Departments may contact "
        "you directly for an interview. No action is needed on your part.",
        "Your final score is 91.25. Your name has been placed on the eligible list at rank 6.",
        "You passed the written exam with a score of 88.5 and have been added to the list of "
        "eligibles for Clerk. There is nothing more for you to do at this time.",
        "Congratulations, you passed. Your rank on the eligible list is 12. Names are certified to "
        "departments as vacancies occur.",
        "Your name was placed on the civil service list for Account Clerk 2. You do not need to do "
        "anything until a department calls you.",
    ],
)
def test_a_place_on_a_list_of_who_passed_an_exam_is_no_no(text: str) -> None:
    text = f"Dear Dana Whitlow:\n\n{text}\n\nLarkin County Human Resources"
    message = make_message(_EXAM, text, sender="noreply@governmentjobs.com")
    assert read_message(message).verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    "text",
    [
        "Your name has been removed from the eligible list because you did not respond to our letter.",
        "You did not reach the passing score of 70, so your name was not placed on the eligible list.",
        "The department has selected another candidate from the eligible list. No action is needed on your part.",
        "You were not selected for the position of Account Clerk 2. Your name remains on the eligible list.",
        "The eligible list that your name was placed on has expired. You must reapply to be considered.",
    ],
)
def test_a_no_that_speaks_of_such_a_list_stays_one(text: str) -> None:
    message = make_message(
        _EXAM, f"Dear Dana Whitlow:\n\n{text}", sender="noreply@governmentjobs.com"
    )
    assert read_message(message).verdict is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "If you pass, your name will be placed on the eligible list. We have received your application.",
        "Your application was received. Those who pass can be placed on the eligible list.",
    ],
)
def test_a_list_to_come_holds_nobody_yet(text: str) -> None:
    message = make_message(_EXAM, text, sender="noreply@governmentjobs.com")
    reading = read_message(message)
    assert reading.verdict is Verdict.CONFIRMATION
    assert "en:placed-on-a-panel" not in {each.rule for each in reading.because}


def test_no_place_on_a_list_is_a_no() -> None:
    text = "Dear Ida,\n\nI regret to inform you that you have not been placed on the panel for Porter."
    message = make_message(_SUBJECT, text, sender="recruit@valecc.example")
    assert read_message(message).verdict is Verdict.REJECTION


def test_who_will_be_offered_a_post_has_it_not() -> None:
    text = (
        "Dear Panel Member,\n\nThe following post is now available to candidates on panel RC2201:"
        "\n\nRecords Clerk, Larkhill\n\nThe post will be offered to the highest placed candidate "
        "who responds.\n\nRecruitment Team"
    )
    message = make_message("Panel RC2201", text, sender="noreply@recordsjobs.example")
    found = {each.rule for each in read_message(message).because}
    assert found.isdisjoint({"en:somebody-else-has-it", "en:invites-to-an-interview"})


@pytest.mark.parametrize(
    "text",
    [
        "With regard to your application for the above post, the trustees have decided not to go "
        "ahead with this recruitment campaign for the time being.",
        "We refer to your application. The competition has been withdrawn pending a review.",
    ],
)
def test_a_competition_that_ends_is_a_job_that_went_away(text: str) -> None:
    text = f"Dear Applicant,\n\n{text}\n\nHuman Resources"
    message = make_message("Teller, T/12", text, sender="hr@elmvalley.example")
    assert read_message(message).verdict is Verdict.POSITION_CLOSED


@pytest.mark.parametrize(
    "text",
    [
        # Who sits on the panel, and a list by which a no is softened.
        "You met Ben for Porter on Monday and your scores are missing. You are on the interview panel.",
        "We have made offers to others, and yours fell just outside that group. You have been "
        "placed on our reserve list until March.",
    ],
)
def test_other_lists_and_panels_say_no_more_than_before(text: str) -> None:
    message = make_message(_SUBJECT, f"Dear Ida,\n\n{text}", sender="hr@valecc.example")
    found = {each.rule for each in read_message(message).because}
    assert "en:placed-on-a-panel" not in found


@pytest.mark.parametrize(
    "text",
    [
        "You have been found qualified in the selection process for Payroll Clerk. Your name "
        "has been placed in a pool of qualified candidates, which may be used until March.",
        "Good news: you passed the interview for Payroll Clerk and have been added to our "
        "qualified pool. We will call you as soon as a position opens.",
        "Vous avez été jugée qualifiée au terme du processus pour l'emploi de commis à la paie. "
        "Votre nom figurera dans notre banque de personnes qualifiées pour un an.",
        "Nous avons le plaisir de vous informer que vous êtes qualifiée pour l'emploi de commis à "
        "la paie. Votre dossier est versé dans notre banque de candidatures qualifiées.",
        "Vous êtes lauréate de la sélection et reprise dans notre réserve de recrutement de commis.",
        "Sie wurden im Auswahlverfahren für die Lohnbuchhaltung als geeignet befunden. Sie stehen "
        "auf unserer Liste geeigneter Bewerberinnen und werden bei Bedarf kontaktiert.",
        "Ha superado el proceso selectivo de auxiliar de nóminas y pasa a formar parte de la bolsa "
        "de empleo durante dos años.",
        "Le comunichiamo che è risultata idonea nella selezione per addetto paghe del comune.",
        "U bent geslaagd voor de selectie van loonbediende en wordt opgenomen in de wervingsreserve.",
        "Pomyślnie przeszła Pani nabór na stanowisko kadrowej i znajduje się na liście rezerwowej.",
        "Informamos que foi aprovada no processo seletivo de assistente e integra o nosso cadastro "
        "de reserva por dois anos.",
        "Du har bedömts som lämplig för tjänsten som lönehandläggare och finns i vår bank av "
        "godkända sökande.",
        "Bordro memuru pozisyonu için yapılan sınavda yeterli bulundunuz. Adınız aday listesinde "
        "iki yıl kalacaktır.",
    ],
)
def test_who_is_found_qualified_has_no_no(text: str) -> None:
    text = f"Ida Lark,\n\n{text}\n\nHuman Resources"
    message = make_message("26-14", text, sender="recruit@valecc.example")
    assert read_message(message).verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    "text",
    [
        "You were found qualified for Payroll Clerk; however, other candidates were chosen.",
        "Although you were found qualified in our process, we have decided to move forward with "
        "another candidate for Payroll Clerk.",
        "You have not been found qualified for Payroll Clerk and will not be considered further.",
        "Vous avez été jugée qualifiée, mais une autre personne a été retenue pour le poste de "
        "commis à la paie.",
        "Votre candidature n'a pas été jugée qualifiée pour le poste de commis à la paie. Nous ne "
        "pouvons donc pas la retenir.",
        "Sie wurden als geeignet befunden, jedoch haben wir uns für eine andere Bewerberin "
        "entschieden.",
    ],
)
def test_qualified_and_not_chosen_is_a_no(text: str) -> None:
    text = f"Ida Lark,\n\n{text}\n\nHuman Resources"
    message = make_message("Payroll Clerk", text, sender="recruit@valecc.example")
    assert read_message(message).verdict is Verdict.REJECTION
