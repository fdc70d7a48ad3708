"""An application nobody asked for is answered with a no, however it is thanked for."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict


def _read(subject: str, text: str) -> Verdict:
    sender = Address("Firm", "hr@firm.example")
    mail = Message("k", "k@firm.example", None, sender, subject, text)
    return read_message(mail).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("RE: Candidature spontanée comptable", "Madame,\n\nVotre candidature spontanée nous est bien parvenue. Nous n'avons malheureusement aucun poste à pourvoir actuellement.\n\nX"),
        ("RE: Candidature spontanée", "Madame,\n\nVotre candidature spontanée pour la paie nous est bien parvenue et a retenu toute notre attention. Nous n'avons malheureusement aucun poste à pourvoir dans ce domaine. Nous conservons votre CV.\n\nX"),
        ("Votre candidature", "Madame,\n\nNous accusons bonne réception de votre candidature spontanée. Aucun poste n'est à pourvoir actuellement dans nos services.\n\nX"),
        ("Votre candidature", "Madame,\n\nNous avons bien reçu votre candidature spontanée. Nous n'avons pas de poste à pourvoir pour le moment.\n\nX"),
        ("Votre candidature", "Bonjour,\n\nMerci pour votre candidature spontanée. Nous ne recrutons pas actuellement mais gardons votre CV.\n\nX"),
        ("Votre candidature", "Bonjour,\n\nVotre candidature spontanée nous est bien parvenue. Nous n'avons actuellement aucune vacance de poste correspondant à votre demande.\n\nX"),
        ("Speculative application", "Dear Mireille,\n\nWe have received your speculative application. Unfortunately we have no vacancies at present.\n\nHR"),
        ("Ihre Initiativbewerbung", "Sehr geehrte Frau Chastang,\n\nIhre Initiativbewerbung ist bei uns eingegangen. Leider haben wir derzeit keine offene Stelle zu besetzen.\n\nHR"),
        ("Su candidatura espontánea", "Estimada señora:\n\nHemos recibido su candidatura espontánea. Lamentablemente no tenemos ninguna vacante en este momento.\n\nRRHH"),
        ("Candidatura spontanea", "Gentile signora,\n\nabbiamo ricevuto la sua candidatura spontanea. Purtroppo al momento non abbiamo posizioni aperte.\n\nHR"),
        ("Candidatura espontânea", "Cara senhora,\n\nRecebemos a sua candidatura espontânea. Infelizmente não temos nenhuma vaga de momento.\n\nRH"),
        ("Open sollicitatie", "Beste Mireille,\n\nWe hebben je open sollicitatie goed ontvangen. Helaas hebben we momenteel geen vacatures.\n\nHR"),
        ("Aplikacja spontaniczna", "Szanowna Pani,\n\notrzymaliśmy Pani aplikację. Niestety obecnie nie mamy wolnych stanowisk.\n\nHR"),
        ("Spontanansökan", "Hej,\n\nvi har tagit emot din spontanansökan. Tyvärr har vi inga lediga tjänster just nu.\n\nHR"),
        ("Başvurunuz", "Sayın Chastang,\n\nbaşvurunuzu aldık. Ne yazık ki şu anda açık pozisyonumuz bulunmamaktadır.\n\nİK"),
    ],
)  # fmt: skip
def test_no_opening_behind_a_receipt_is_a_no(subject: str, text: str) -> None:
    assert _read(subject, text) is Verdict.REJECTION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Votre candidature", "Bonjour,\n\nVotre candidature nous est bien parvenue. Si nous n'avons aucun poste à pourvoir actuellement correspondant à votre profil, nous conserverons votre CV.\n\nX"),
        ("Votre candidature", "Bonjour,\n\nVotre candidature au poste de comptable nous est bien parvenue. Malheureusement nous n'avons aucune date à vous donner pour le moment.\n\nX"),
    ],
)  # fmt: skip
def test_a_condition_or_a_date_that_lacks_is_no_no(subject: str, text: str) -> None:
    assert _read(subject, text) is Verdict.CONFIRMATION
