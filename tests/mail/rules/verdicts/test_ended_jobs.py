"""What ends a job that one has is no offer, and no word on an application."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Message, Verdict


def _read(subject: str, text: str, *, is_known: bool = False) -> Verdict:
    sender = Address("Firm", "hr@firm.example")
    mail = Message("k", "k@firm.example", None, sender, subject, text)
    return read_message(mail, is_known=is_known).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Fin de période d'essai", "Madame,\n\nNous vous informons par la présente de notre décision de mettre fin à votre période d'essai. Votre contrat prendra fin le 4 décembre.\n\nX"),
        ("Votre contrat", "Madame,\n\nVotre contrat de travail prendra fin le 4 décembre 2026. Vous recevrez votre solde de tout compte et votre certificat de travail.\n\nX"),
        ("Non-renouvellement de votre contrat", "Madame,\n\nNous vous informons que votre contrat à durée déterminée arrive à échéance le 4 décembre et ne sera pas renouvelé.\n\nX"),
        ("Votre contrat", "Madame,\n\nNous avons décidé de rompre votre période d'essai à compter du 4 décembre.\n\nX"),
        ("Your contract", "Dear Mireille,\n\nYour fixed-term contract ends on 4 December and will not be renewed.\n\nHR"),
        ("Your probation", "Dear Mireille,\n\nUnfortunately you have not passed your probation period. Your employment will end on 4 December.\n\nHR"),
        ("Kündigung in der Probezeit", "Sehr geehrte Frau Chastang,\n\nhiermit kündigen wir Ihr Arbeitsverhältnis innerhalb der Probezeit zum 4. Dezember.\n\nPersonal"),
        ("Ihre Probezeit", "Sehr geehrte Frau Chastang,\n\nleider haben Sie die Probezeit nicht bestanden. Ihr letzter Arbeitstag ist der 4. Dezember.\n\nPersonal"),
        ("Su contrato", "Estimada señora:\n\nLe comunicamos que no ha superado el periodo de prueba. Su contrato de trabajo finalizará el 4 de diciembre.\n\nRRHH"),
        ("Fin de contrato", "Estimada señora:\n\nLe informamos de que su contrato temporal termina el 4 de diciembre y no será renovado.\n\nRRHH"),
        ("Il suo contratto", "Gentile signora,\n\nle comunichiamo il mancato superamento del periodo di prova. Il suo contratto di lavoro cesserà il 4 dicembre.\n\nHR"),
        ("Contratto di lavoro", "Gentile signora,\n\nil suo contratto a tempo determinato scade il 4 dicembre e non sarà rinnovato.\n\nHR"),
        ("O seu contrato", "Cara senhora,\n\nComunicamos a denúncia do seu contrato de trabalho durante o período experimental. O contrato termina a 4 de dezembro.\n\nRH"),
        ("Je contract", "Beste Mireille,\n\nWe beëindigen je arbeidsovereenkomst binnen de proeftijd. Je laatste werkdag is 4 december.\n\nHR"),
        ("Je contract", "Beste Mireille,\n\nJe tijdelijke contract eindigt op 4 december en wordt niet verlengd.\n\nHR"),
        ("Umowa o pracę", "Szanowna Pani,\n\nrozwiązujemy umowę o pracę na okres próbny. Umowa wygaśnie 4 grudnia.\n\nHR"),
        ("Din anställning", "Hej Mireille,\n\nvi avslutar din provanställning. Din sista arbetsdag är den 4 december.\n\nHR"),
        ("İş sözleşmeniz", "Sayın Chastang,\n\ndeneme süresi içinde iş sözleşmenizi feshediyoruz. Son çalışma gününüz 4 Aralık.\n\nİK"),
    ],
)  # fmt: skip
def test_the_end_of_a_job_is_ordinary_mail(subject: str, text: str) -> None:
    assert _read(subject, text) in NOT_HIRING
    assert _read(subject, text, is_known=True) in NOT_HIRING | {Verdict.AMBIGUOUS}


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Votre CDD", "Bonjour,\n\nNous avons le plaisir de vous proposer un CDD de trois mois comme comptable. Votre contrat débutera le 1er décembre et prendra fin le 28 février. Merci de nous confirmer votre accord.\n\nX"),
        ("Your offer", "Dear Mireille,\n\nWe are delighted to offer you the position of accountant. Your contract will end on 30 June and may be extended.\n\nHR"),
        ("Ihre Zusage", "Sehr geehrte Frau Chastang,\n\nwir freuen uns, Ihnen die Stelle als Buchhalterin anzubieten. Ihr Vertrag endet am 30. Juni.\n\nHR"),
    ],
)  # fmt: skip
def test_an_offer_may_say_when_it_ends(subject: str, text: str) -> None:
    assert _read(subject, text) is Verdict.OFFER


@pytest.mark.parametrize(
    "text",
    [
        'Sehr geehrte Bewerberinnen und Bewerber,\n\nwir teilen mit, dass die Ausschreibung "Küchenleiter/in Schulmensa Tolmau" mit Beschluss vom 3.12.2025 widerrufen wurde.\n\nX',
        "Sehr geehrte Frau Roe,\n\ndie Mensa wird neu vergeben. Eine Besetzung der Stelle erfolgt nicht.\n\nX",
        "Sehr geehrte Frau Roe,\n\nder Konzern hat gestern einen Aufnahmestopp verhängt, auch für die Stelle der Leitung Betriebsküche.\n\nX",
    ],
)  # fmt: skip
def test_an_opening_revoked_in_austrian_words_went_away(text: str) -> None:
    assert _read("Ihre Bewerbung", text) is Verdict.POSITION_CLOSED
