"""A place on a reserve list that may still come free is neither a no nor ordinary mail."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message

_SUBJECT = "Situational judgement test outcome"


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for completing the situational judgement test. You have been placed on the "
        "reserve list for the virtual assessment centre. If places become available we will "
        "contact you by 18 December.",
        "You passed, and you are on our waiting list for an interview.",
        "Sie haben den Test bestanden und stehen auf unserer Warteliste für ein Gespräch.",
        "Vous avez réussi les tests et êtes placée sur liste d'attente pour un entretien.",
        "Has superado las pruebas y estás en lista de espera para una entrevista.",
        "Ha superato il test ed è in lista d'attesa per un colloquio.",
        "Passou nos testes e está em lista de espera para uma entrevista.",
        "Je bent geslaagd voor de test en staat op de wachtlijst voor een gesprek.",
        "Zdała Pani test i znajduje się na liście rezerwowej do rozmowy.",
        "Testi geçtiniz ve mülakat için yedek listeye alındınız.",
        "Du har klarat testet och står på reservlistan för en intervju.",
    ],
)
def test_a_place_in_reserve_is_kept_as_word_from_them(text: str) -> None:
    message = make_message(_SUBJECT, f"{text}\n\nTalent team", sender="hr@vale.example")
    assert read_message(message).verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    "text",
    [
        "Unfortunately we are not able to offer you the post of Porter. You were appointable and "
        "we will hold you on our reserve list for six months in case the position comes free.",
        "We appointed another candidate to the post of Porter. You have been placed on our reserve "
        "list for this role.",
        "Other candidates scored more highly, so we will not be inviting you to interview. You are "
        "on the reserve list for the next stage.",
        "Leider können wir Ihnen die Stelle nicht anbieten. Sie stehen auf unserer Reserveliste.",
    ],
)
def test_a_no_beside_it_stays_a_no(text: str) -> None:
    message = make_message("Porter", f"Dear Ida,\n\n{text}\n\nHuman Resources")
    assert read_message(message).verdict is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "The pottery course is full and we have added you to the waiting list.",
        "You are on the waiting list for plot 14, number 37 of 50.",
        "Thank you for your application for an allotment. You have been added to the waiting list "
        "at position 11.",
        "Der Chor hat alle gehört. Sie stehen auf der Warteliste an zweiter Stelle.",
        "Leo está en lista de espera, en el puesto 4, para el campamento. Avisaremos si hay plaza.",
        "You passed the grade three exam and are on the waiting list for the violin class.",
    ],
)
def test_other_waiting_lists_are_ordinary_mail(text: str) -> None:
    message = make_message("Your place", f"Dear Ida,\n\n{text}\n\nThe office")
    assert read_message(message).verdict is Verdict.OTHER
