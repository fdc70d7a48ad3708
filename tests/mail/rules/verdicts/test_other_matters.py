"""Mail in the tone of hiring that is about no application of the reader's, and what only looks like it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, NOT_HIRING, Address, Verdict
from tests.mail.rules.letters import make_message

_LETTERS = tomllib.loads(
    (Path(__file__).parents[3] / "fixtures" / "mail" / "other_matters.toml").read_text(
        encoding="utf-8"
    )
)
_OTHER = [
    pytest.param(subject, text, id=f"{matter}-{language}")
    for matter, letters in _LETTERS["other"].items()
    for language, subject, text in letters
]
_APPLICATIONS = [
    pytest.param(Verdict(verdict), subject, text, id=f"{verdict}-{at}")
    for verdict, letters in _LETTERS["application"].items()
    for at, (subject, text) in enumerate(letters)
]


@pytest.mark.parametrize(("subject", "text"), _OTHER)
def test_what_is_about_something_else_is_ordinary(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict in NOT_HIRING


@pytest.mark.parametrize(("verdict", "subject", "text"), _APPLICATIONS)
def test_an_application_in_such_a_house_is_one(
    verdict: Verdict, subject: str, text: str
) -> None:
    assert read_message(make_message(subject, text)).verdict is verdict


def test_a_system_that_carries_applications_writes_of_one() -> None:
    text = (
        "Dear Sam,\n\nThank you for applying to become a volunteer trustee. We'd like to "
        "interview you on Tuesday 4 May at 10:00.\n\nTalent team"
    )
    message = make_message("Interview", text, sender="no-reply@greenhouse.io")
    assert read_message(message).verdict is Verdict.INTERVIEW


def test_a_club_known_from_the_search_writes_of_that() -> None:
    text = (
        "Hi Sam,\n\nThe coaches talked it through. For the first team this season we have "
        "gone with somebody else, sorry.\n\nDan"
    )
    message = replace(
        make_message("Squad", text), sender=Address("Dan Roe", "dan@rovers.example")
    )
    assert read_message(message, is_known=True).verdict not in NOT_HIRING


def test_a_request_to_move_a_talk_is_no_contact_on_a_network() -> None:
    text = (
        "Dear Sam,\n\nI've accepted your request to move the interview. It is now on "
        "Thursday 12 March at 10 am in our office.\n\nMia Roth"
    )
    message = make_message("Your interview", text)
    assert read_message(message, is_known=True).verdict not in NOT_HIRING


def test_who_is_known_from_the_search_thanks_for_a_name_beside_a_no() -> None:
    text = (
        "Dear Sam,\n\nThank you for recommending Lydia. As for yourself, unfortunately we "
        "have chosen another candidate.\n\nMia Roth"
    )
    message = make_message("Your application", text)
    assert read_message(message, is_known=True).verdict is Verdict.REJECTION


def test_a_garage_that_somebody_known_lets_is_asked_about() -> None:
    text = (
        "Dear Sam, thank you for your interest in Garage 14. The garage has now been let "
        "to another applicant. We will keep your details on file."
    )
    reading = read_message(make_message("Garage 14", text), is_known=True)
    assert reading.verdict is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    ("verdict", "subject", "text"),
    [
        (Verdict.INTERVIEW, 'Interview', "Can you come in Tuesday at 10? You'd be replacing a clutch with our foreman, we pay £14 an hour."),
        (Verdict.INTERVIEW, 'Interview', "Hi Sam, fancy coming in Wednesday at 9? I'd have you fit an exhaust, £50 for the day."),
        (Verdict.INTERVIEW, 'Interview', "We'd like to see you Tuesday at 2pm. Test: diagnose the car, the clutch is gone. Bring overalls."),
        (Verdict.INTERVIEW, 'Trial', "Would you come by Friday at 8? The alternator has gone on our van, let's see what you can do. £60 cash."),
        (Verdict.INTERVIEW, 'Interview', "We'd love to meet you on Tuesday at 10 at our boiler shop, pay for the boiler side is £18 an hour."),
        (Verdict.OFFER, 'Offer', "We're delighted to have you with us from Monday at the clutch shop, clutch work pays £15."),
        (Verdict.OFFER, 'Offer', "We are delighted to offer you a start with us from Monday. You'll be on the gearbox bench at £15 an hour."),
        (Verdict.INTERVIEW, 'Vorstellung', 'Können Sie Dienstag um 8 kommen? Auspuff ist defekt an unserem Bus, da sehe ich, was Sie können.'),
        (Verdict.INTERVIEW, 'Einladung', 'Kommen Sie Dienstag um 8, dann zeige ich Ihnen alles. Unser Bus hat den Auspuff kaputt, den machen wir zusammen.'),
        (Verdict.INTERVIEW, 'Essai', "Pouvez-vous passer mardi à 8 h ? Vous ferez un embrayage avec notre chef d'atelier."),
        (Verdict.INTERVIEW, 'Cita', 'Nos gustaría conocerle el martes a las 10 en el taller; le enseñaremos a cambiar un embrague.'),
        (Verdict.INTERVIEW, 'Colloquio', 'Può venire martedì alle 10 in salone? Le faremo fare una piega e una frizione.'),
        (Verdict.INTERVIEW, 'Encontro', 'Gostávamos de o conhecer na terça às 10h na oficina, vai ver trocar uma embraiagem.'),
        (Verdict.INTERVIEW, 'Gesprek', 'Kun je dinsdag om 10 uur komen? We laten je de koppeling met Exact zien.'),
        (Verdict.OFFER, 'Aanbod', 'We bieden je graag het contract aan! Je eerste taak wordt de koppeling met SAP.'),
        (Verdict.INTERVIEW, 'Rozmowa', 'Może pan przyjść we wtorek o 10? Pokaże pan jak wymienić alternator.'),
        (Verdict.OFFER, 'Erbjudande', 'Vi vill erbjuda dig platsen! Din koppling till bygden avgjorde.'),
        (Verdict.INTERVIEW, 'Generator', 'Vi vill träffa dig på tisdag kl. 10, du får provköra vår generator.'),
        (Verdict.INTERVIEW, 'Deneme', "Salı 8'de atölyeye gelir misiniz? Birlikte debriyaj değiştireceğiz."),
        (Verdict.REJECTION, 'Your application', "Sorry, after looking round the flat above the shop we've decided on another barman. The flat was let too."),
        (Verdict.REJECTION, 'Your application', "Sorry, we've gone for somebody else as live-in caretaker and the cottage is let with it."),
        (Verdict.REJECTION, 'Your application', "Thank you for your application to Rowan Lettings. We've let over 40 properties this month and the house is now let. Unfortunately you were not chosen."),
        (Verdict.REJECTION, 'Your application', "Unfortunately we've decided on somebody else. Our property is now let out to our new housekeeper."),
        (Verdict.REJECTION, 'Your application', "Sorry, we've decided on somebody else, the flat over the shop is already let."),
        (Verdict.REJECTION, 'Your application', "I'm afraid the caretaker's cottage has been let and we've gone with another applicant."),
        (Verdict.REJECTION, 'Rejection', 'Unfortunately we will not be proceeding with your application. The property was leased to another operator.'),
        (Verdict.REJECTION, 'Absage Koch', 'Leider müssen wir Ihnen absagen: Das Haus ist ab Januar neu verpachtet, der Pächter bringt seine Köche mit.'),
        (Verdict.REJECTION, 'Refus', "Désolés, nous avons choisi quelqu'un d'autre ; la chambre du personnel est déjà louée."),
        (Verdict.REJECTION, 'Rechazo', 'Su candidatura no ha sido seleccionada. El local de Vigo ya está alquilado, no abrimos.'),
        (Verdict.REJECTION, 'Rifiuto', 'La sua candidatura non è stata accolta, il locale è stato affittato e non apriamo.'),
        (Verdict.REJECTION, 'Nej', 'Tyvärr har vi valt en annan sökande. Huset är uthyrt och vi öppnar inte.'),
    ],
)  # fmt: skip
def test_what_is_let_or_mended_stands_beside_word_of_work(
    verdict: Verdict, subject: str, text: str
) -> None:
    assert read_message(make_message(subject, text)).verdict is verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Caretaker", "Dear Mara, we no longer need a caretaker as the whole property has been let to one tenant who brings his own man. Sorry. Jan"),
        ("Housekeeper", "Dear Mara, we are sorry, but we shall not be needing a housekeeper after all. The cottage is now let for the whole winter. Best wishes, Ann"),
        ("Cook", "Dear Mara, I am sorry to tell you we won't be needing a cook this season. The house has been let to a family who cook for themselves. Best wishes, Rose"),
        ("Cleaner", "Hi Mara, no cleaner needed now, the caravan was let long term. Sorry. Rose"),
        ("Gestora", "Hola Mara: La vacante de gestora de proyectos se ha cancelado porque no nos han concedido las subvenciones previstas. Gracias por tu interés."),
        ("Educadora", "Estimada Mara: Lamentablemente la plaza de educadora ha sido anulada por falta de subvenciones. Agradecemos tu tiempo. Fundación Norte"),
        ("Técnico de becas y ayudas", "Estimada candidata: El puesto de técnico de becas y ayudas ha sido cancelado y el proceso queda suspendido. Servicio de Personal"),
    ],
)  # fmt: skip
def test_a_house_that_needs_nobody_any_more_says_no(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict in ENDINGS


@pytest.mark.parametrize(
    "text",
    [
        "Le informamos de que la convocatoria de becas 2026 queda suspendida.",
        "Las becas de movilidad han sido canceladas y la convocatoria queda desierta.",
        "La convocatoria de ayudas al alquiler ha sido anulada. Disculpe las molestias.",
    ],
)
def test_grants_that_end_are_no_closed_job(text: str) -> None:
    assert read_message(make_message("Convocatoria", text)).verdict not in ENDINGS
