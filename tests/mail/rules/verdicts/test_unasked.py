"""An application without an opening is thanked for, and there is no opening: that is no receipt."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Address, Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.unasked import of_unasked

_NO_OPENING = [
    ("AW: Spontanbewerbung Pflegefachfrau HF", "Besten Dank für Ihre Spontanbewerbung. Zurzeit haben wir keine Vakanz, die zu Ihrem Profil passt. Dürfen wir Ihr Dossier pendent halten? Falls wir nichts hören, gehen wir von Ihrem Einverständnis aus."),
    ("AW: Spontanbewerbung", "Vielen Dank für Ihre Initiativbewerbung. Momentan gibt es bei uns keine Stelle, die Ihren Qualifikationen entspricht. Wir würden Ihre Unterlagen gern ein halbes Jahr behalten."),
    ("AW: Initiativbewerbung", "Danke für Ihr Interesse. Derzeit haben wir keinen Bedarf in Ihrem Bereich. Dürfen wir Ihre Unterlagen aufbewahren?"),
    ("Re: Speculative application", "Thank you for your speculative application. At the moment we have no vacancy that matches your profile. May we keep your details on file? If we don't hear from you, we will assume that you agree."),
    ("RE: Candidature spontanée", "Merci pour votre candidature spontanée. Nous n'avons actuellement aucun poste correspondant à votre profil. Pouvons-nous conserver votre dossier ?"),
    ("Re: Candidatura spontanea", "Grazie per la sua candidatura spontanea. Al momento non abbiamo posizioni aperte in linea con il suo profilo. Possiamo conservare il suo curriculum?"),
    ("Re: Candidatura espontânea", "Obrigado pela sua candidatura espontânea. De momento não temos nenhuma vaga que corresponda ao seu perfil. Podemos guardar o seu currículo?"),
    ("Re: Open sollicitatie", "Dank u voor uw open sollicitatie. Op dit moment hebben we geen vacature die bij uw profiel past. Mogen we uw gegevens bewaren?"),
    ("Re: Aplikacja spontaniczna", "Dziękujemy za przesłaną aplikację. Obecnie nie mamy wakatu odpowiadającego Pani profilowi. Czy możemy zachować Pani dokumenty?"),
    ("Sv: Spontanansökan", "Tack för din spontanansökan. Just nu har vi ingen ledig tjänst som passar din profil. Får vi spara din ansökan?"),
    ("Re: Başvurunuz", "Genel başvurunuz için teşekkür ederiz. Şu anda profilinize uygun açık bir pozisyonumuz yok. Başvurunuzu saklayabilir miyiz?"),
]  # fmt: skip
_STILL_OPEN = [
    ("Ihre Bewerbung", "Danke für Ihre Bewerbung. Falls wir derzeit keine Vakanz haben, die zu Ihrem Profil passt, behalten wir Ihre Unterlagen."),
    ("Ihre Initiativbewerbung", "Wir haben Ihre Initiativbewerbung erhalten und prüfen, ob es eine Vakanz gibt, die zu Ihrem Profil passt."),
    ("Ihre Bewerbung", "Ihre Bewerbung ist eingegangen. Wir suchen keine Stelle für Sie, sondern den besten Weg; Sie hören bis Freitag von uns."),
    ("Ihre Spontanbewerbung", "Besten Dank für Ihre Spontanbewerbung. Wir melden uns, sobald eine Vakanz besteht, die zu Ihrem Profil passt."),
    ("Neue Jobs", "Zurzeit haben wir keine Vakanz, die zu Ihrem Suchprofil passt. Passen Sie Ihre Suche an, um neue Stellen zu sehen."),
    ("Your application", "Thank you for applying. If we have no vacancy that matches your profile we will keep your details."),
    ("Ihre Initiativbewerbung", "Ihre Initiativbewerbung ist eingegangen. Bitte haben Sie Geduld, wir können nicht jede Anfrage sofort beantworten."),
    ("Your speculative application", "We have received your speculative application. We will look for a suitable team and come back to you."),
    ("Candidature spontanée", "Nous avons bien reçu votre candidature spontanée et l'étudions avec attention."),
    ("Open sollicitatie", "We hebben uw open sollicitatie ontvangen en bekijken welke afdeling past."),
]  # fmt: skip


def _read(subject: str, text: str) -> Verdict:
    sender = Address("HR Spital Bachwiesen", "hr@spital-bachwiesen.example")
    mail = Message("k", "k@spital-bachwiesen.example", None, sender, subject, text)
    return read_message(mail).verdict


@pytest.mark.parametrize(("subject", "text"), _NO_OPENING)
def test_no_opening_for_who_asked_unasked_is_a_no_or_asked_about(
    subject: str, text: str
) -> None:
    assert _read(subject, text) in {*ENDINGS, Verdict.AMBIGUOUS}


@pytest.mark.parametrize(("subject", "text"), _STILL_OPEN)
def test_an_unasked_application_that_is_looked_at_is_no_no(
    subject: str, text: str
) -> None:
    assert _read(subject, text) not in {*ENDINGS, Verdict.AMBIGUOUS}


@pytest.mark.parametrize(
    "text",
    [
        "Ihre Bewerbung ist eingegangen. Wer die Anforderungen nicht erfüllt, wird nicht berücksichtigt.",
        "Speculative applications are not considered. We have received your application as a clerk.",
        "Ihre Bewerbung ist da. Initiativbewerbungen können wir leider nicht berücksichtigen.",
    ],
)
def test_a_receipt_beside_an_opening_stays_one(text: str) -> None:
    sender = Address("Firm", "hr@firm.example")
    mail = Message("k", "k@firm.example", None, sender, "Ihre Bewerbung", text)
    heard = Because("voice:receipt", text[:9], "body", 0, 9)
    said = Classification(Verdict.CONFIRMATION, 0.9, because=(heard,))
    ruled = Classification(Verdict.REJECTION, 0.94, because=())
    assert of_unasked(said, first=ruled, message=mail) is said
