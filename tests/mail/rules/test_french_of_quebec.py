"""Letters as employers in Québec write them: posts that are filled, tests, places, last days."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Verdict
from tests.mail.rules.test_french_and_spanish import letter

_SUBJECT = "Poste 2211 - agente de bureau"


@pytest.mark.parametrize(
    "text",
    [
        "Merci d'avoir pris le temps de nous rencontrer. Le poste 2211, agente de bureau, a été "
        "octroyé à une employée de l'interne.",
        "Le poste a été octroyé à une personne de l'interne.",
        "Le poste de commis a été accordé à une candidate de l'interne.",
        "Nous avons comblé le poste à l'interne.",
        "Le poste de commis a été comblé par un employé de l'interne. Merci de votre intérêt.",
    ],
)
def test_a_post_that_somebody_was_given_is_a_no_by_those_words(text: str) -> None:
    told = read_message(letter(_SUBJECT, f"Bonjour,\n\n{text}\n\nRessources humaines"))
    assert told.verdict is Verdict.REJECTION
    assert told.because[0].rule in {"fr:une-autre-personne", "fr:poste-pourvu"}


@pytest.mark.parametrize(
    "text",
    [
        "Ce poste sera octroyé à la personne ayant le plus d'ancienneté. Vous recevrez une "
        "réponse d'ici vendredi.",
        "Nous cherchons à combler le poste d'ici janvier. Souhaitez-vous poser votre candidature?",
        "Nous avons bien reçu votre candidature. Si le poste a été comblé par une autre personne, "
        "vous serez avisée.",
    ],
)
def test_a_post_that_is_still_to_be_filled_is_no_no(text: str) -> None:
    told = read_message(letter(_SUBJECT, f"Bonjour,\n\n{text}\n\nRessources humaines"))
    assert told.verdict not in ENDINGS
