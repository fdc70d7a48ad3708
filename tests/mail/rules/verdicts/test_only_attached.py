"""A letter that is only attached says nothing yet, in whatever language it is announced."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict


def _read(subject: str, text: str, *, is_known: bool = False) -> Verdict:
    sender = Address("Firm", "hr@firm.example")
    mail = Message("k", "k@firm.example", None, sender, subject, text)
    return read_message(mail, is_known=is_known).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Votre candidature", "Madame,\n\nVeuillez trouver ci-joint le courrier de Monsieur le Président en réponse à votre candidature.\n\nCordialement"),
        ("Votre candidature", "Bonjour,\n\nVous trouverez en pièce jointe un courrier relatif à votre candidature au poste de comptable.\n\nLe service RH"),
        ("Votre candidature", "Bonjour,\n\nNous vous prions de trouver ci-joint notre réponse à votre candidature.\n\nLe service RH"),
        ("Candidature comptable", "Bonjour,\n\nCi-joint la lettre concernant votre candidature.\n\nLe service RH"),
        ("Your application", "Dear Ms Chastang,\n\nPlease find attached our letter in reply to your application for the accountant position.\n\nHR"),
        ("Your application", "Dear Ms Chastang,\n\nPlease see the attached letter regarding your application.\n\nHR"),
        ("Your application", "Dear Ms Chastang,\n\nAttached is our response to your application for the post of accountant.\n\nHR"),
        ("Ihre Bewerbung", "Sehr geehrte Frau Chastang,\n\nanbei erhalten Sie unser Schreiben zu Ihrer Bewerbung als Buchhalterin.\n\nPersonal"),
        ("Ihre Bewerbung", "Sehr geehrte Frau Chastang,\n\nbitte beachten Sie das beigefügte Schreiben zu Ihrer Bewerbung.\n\nPersonal"),
        ("Ihre Bewerbung", "Sehr geehrte Frau Chastang,\n\nim Anhang finden Sie unsere Antwort auf Ihre Bewerbung.\n\nPersonal"),
        ("Su candidatura", "Estimada señora:\n\nAdjuntamos carta en respuesta a su candidatura al puesto de contable.\n\nRRHH"),
        ("Su candidatura", "Estimada señora:\n\nEncontrará adjunta nuestra respuesta a su candidatura.\n\nRRHH"),
        ("La sua candidatura", "Gentile signora,\n\nin allegato trova la nostra lettera in risposta alla sua candidatura.\n\nHR"),
        ("A sua candidatura", "Cara senhora,\n\nEm anexo segue a nossa carta em resposta à sua candidatura.\n\nRH"),
        ("Uw sollicitatie", "Geachte mevrouw,\n\nBijgevoegd vindt u onze brief over uw sollicitatie.\n\nHR"),
        ("Pani kandydatura", "Szanowna Pani,\n\nw załączeniu przesyłamy pismo dotyczące Pani aplikacji.\n\nHR"),
        ("Din ansökan", "Hej,\n\nBifogat finner du vårt svar på din ansökan.\n\nHR"),
        ("Başvurunuz", "Sayın Chastang,\n\nbaşvurunuza ilişkin yazımız ekte sunulmuştur.\n\nİK"),
    ],
)  # fmt: skip
def test_a_letter_that_is_only_attached_is_asked_about(subject: str, text: str) -> None:
    assert _read(subject, text) is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    ("subject", "text", "verdict"),
    [
        ("Votre candidature", "Madame,\n\nNous regrettons de ne pouvoir donner suite à votre candidature. Vous trouverez ci-joint le courrier en réponse à votre candidature.\n\nX", Verdict.REJECTION),
        ("Votre candidature", "Madame,\n\nNous vous invitons à un entretien le mardi 1er décembre à 10h. Vous trouverez ci-joint notre réponse à votre candidature avec le plan d'accès.\n\nX", Verdict.INTERVIEW),
        ("Your application", "Dear Ms Chastang,\n\nPlease find attached your offer letter in reply to your application.\n\nHR", Verdict.OFFER),
        ("Votre candidature", "Madame,\n\nNous avons bien reçu votre candidature et votre lettre ci-jointe. Nous reviendrons vers vous sous trois semaines.\n\nX", Verdict.CONFIRMATION),
    ],
)  # fmt: skip
def test_what_is_said_beside_the_letter_counts(
    subject: str, text: str, verdict: Verdict
) -> None:
    assert _read(subject, text) is verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Ihre Bewerbung als Logistiker", "In der Beilage erhalten Sie unser Schreiben betreffend Ihre Bewerbung."),
        ("Ihre Bewerbung als Logistiker", "Beiliegend unser Entscheid."),
        ("Ihre Bewerbung als Logistiker", "Anbei unser Entscheid zu Ihrer Bewerbung."),
        ("Ihre Bewerbung als Logistiker", "Als Beilage unser Brief zu Ihrer Bewerbung."),
        ("Ihre Bewerbung als Logistiker", "Angefügt erhalten Sie unseren Bescheid."),
        ("Ihre Bewerbung als Logistiker", "Unseren Entscheid finden Sie im Anhang."),
        ("Votre candidature", "Ci-joint notre décision."),
        ("Your application", "Our decision is attached."),
        ("La Sua candidatura", "In allegato la nostra decisione."),
        ("Uw sollicitatie", "Bijgaand ons besluit."),
        ("Uw sollicitatie", "Bijgaand ontvangt u onze brief over uw sollicitatie."),
        ("Din ansökan", "Bifogat finner du vårt beslut."),
        ("Państwa aplikacja", "W załączeniu nasza decyzja."),
        ("A sua candidatura", "Em anexo a nossa decisão."),
    ],
)  # fmt: skip
def test_a_decision_that_is_only_attached_is_asked_about(
    subject: str, text: str
) -> None:
    told = f"Guten Tag Herr Ammann\n\n{text}\n\nFreundliche Grüsse\nM. Weber"
    assert _read(subject, told) is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    ("subject", "text", "verdict"),
    [
        ("Ihre Bewerbung als Logistiker", "Im Anhang finden Sie die Eingangsbestätigung Ihrer Bewerbung.", Verdict.CONFIRMATION),
        ("Ihre Bewerbung als Logistiker", "Wir haben Ihre Bewerbung erhalten. Beiliegend ein Informationsblatt zum Datenschutz.", Verdict.CONFIRMATION),
        ("Ihre Bewerbung als Logistiker", "Leider haben wir uns anders entschieden. Beiliegend Ihre Unterlagen.", Verdict.REJECTION),
        ("Ihre Bewerbung als Logistiker", "Wir haben Ihr Schreiben betreffend Ihre Bewerbung erhalten.", Verdict.CONFIRMATION),
        ("Ihre Bewerbung als Logistiker", "Beiliegend erhalten Sie den Arbeitsvertrag. Wir freuen uns auf Sie.", Verdict.OFFER),
        ("Ihre Bewerbung als Logistiker", "Danke für Ihre Bewerbung. Wir prüfen sie und melden uns mit unserem Entscheid.", Verdict.CONFIRMATION),
        ("Ihre Bewerbung als Logistiker", "Gerne laden wir Sie zum Gespräch ein. In der Beilage erhalten Sie unser Schreiben mit dem Lageplan.", Verdict.INTERVIEW),
    ],
)  # fmt: skip
def test_what_else_comes_with_an_attachment_is_read_as_before(
    subject: str, text: str, verdict: Verdict
) -> None:
    told = f"Guten Tag Herr Ammann\n\n{text}\n\nFreundliche Grüsse\nM. Weber"
    assert _read(subject, told) is verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Ihre Einsprache", "Beiliegend unser Entscheid zu Ihrer Einsprache."),
        ("Baugesuch", "Anbei unser Entscheid."),
        ("Ihr Schadenfall", "In der Beilage erhalten Sie unser Schreiben betreffend Ihren Schadenfall."),
        ("Your planning application", "Please find attached our decision on your planning application."),
        ("Stipendium", "Anbei unser Entscheid über Ihr Stipendiengesuch."),
    ],
)  # fmt: skip
def test_what_an_office_decided_is_ordinary(subject: str, text: str) -> None:
    sender = Address("Amt Uster", "kanzlei@uster.example")
    told = f"Guten Tag Herr Ammann\n\n{text}\n\nFreundliche Grüsse\nAmt Uster"
    mail = Message("k", "k@uster.example", None, sender, subject, told)
    assert read_message(mail).verdict is Verdict.OTHER
