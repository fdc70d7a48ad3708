"""An offer that is taken back as the job itself ended: nobody decided against the reader."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message


def read(text: str, subject: str = "Your offer") -> Verdict:
    return read_message(make_message(subject, f"{text}\n\nDonna Pell")).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your offer", "Dear Robin,\n\nI am sorry to say we have to withdraw our offer as the position has been cut."),
        ("Your offer", "Dear Robin,\n\nour board has frozen all hiring. The offer we made you is therefore withdrawn."),
        ("Your offer", "Dear Robin,\n\nthe budget for the Clerk post was cancelled last night, and we have to take back our offer to you."),
        ("Your offer", "Dear Robin,\n\nunfortunately the offer has been rescinded due to headcount cuts."),
        ("Ihr Angebot", "Guten Tag Frau Vale,\n\nwegen eines Einstellungsstopps ziehen wir unser Angebot als Sachbearbeiterin zurück."),
        ("Ihre Bewerbung als Bürokraft", "Guten Tag Frau Vale,\n\nwir müssen unser Angebot leider zurückziehen. Die Planstelle wurde kurzfristig gestrichen."),
        ("Votre offre", "Bonjour,\n\nnous devons retirer notre offre d'embauche car le poste a été supprimé."),
        ("Su oferta", "Hola,\n\nlamentamos tener que retirar nuestra oferta de trabajo porque la empresa ha congelado las contrataciones."),
        ("La proposta", "Buongiorno,\n\npurtroppo dobbiamo ritirare la nostra proposta di assunzione per il blocco delle assunzioni."),
        ("A proposta", "Bom dia,\n\ninfelizmente temos de retirar a proposta de emprego porque as contratações foram congeladas."),
        ("Ons aanbod", "Beste Robin,\n\nhelaas moeten we ons aanbod intrekken vanwege een vacaturestop."),
        ("Oferta", "Dzień dobry,\n\nniestety musimy wycofać ofertę zatrudnienia, ponieważ stanowisko zostało zlikwidowane."),
        ("Erbjudande", "Hej,\n\nvi måste tyvärr dra tillbaka vårt erbjudande om anställning eftersom tjänsten har dragits in."),
        ("Teklif", "Merhaba,\n\nbütçe kesintileri nedeniyle iş teklifimizi geri çekmek zorundayız."),
    ],
)  # fmt: skip
def test_the_job_went_away(subject: str, text: str) -> None:
    assert read(text, subject) is Verdict.POSITION_CLOSED


@pytest.mark.parametrize(
    "text",
    [
        "Dear Robin,\n\nI regret that we have to withdraw our offer of employment as Clerk.",
        "Dear Robin,\n\nwe are withdrawing the offer as you did not sign in time, and another candidate has accepted the position.",
        "Dear Robin,\n\nunfortunately we withdraw our job offer as Clerk, as the references were not satisfactory. The budget was cut as well.",
        "Sehr geehrte Frau Vale,\n\nunser Vertragsangebot für die Stelle als Bürokraft müssen wir Ihnen gegenüber leider zurückziehen, da die Referenzen nicht genügen.",
    ],
)  # fmt: skip
def test_an_offer_taken_back_for_another_reason_is_their_no(text: str) -> None:
    assert read(text) is Verdict.REJECTION
