"""An opening that was filled before the person's letter came: an end, though the mail thanks for the letter."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Reading, Verdict

_THANKS = {
    "en": ("Your application", "Dear Jo,\n\nThank you for your letter of 2 May."),
    "de": ("Ihre Bewerbung", "Guten Tag Frau Roe,\n\nvielen Dank für Ihr Schreiben."),
    "fr": ("Votre candidature", "Madame,\n\nMerci de votre lettre."),
    "es": ("Su candidatura", "Estimada Ana:\n\nGracias por su carta."),
    "it": ("La Sua candidatura", "Gentile Anna,\n\ngrazie per la Sua lettera."),
    "pt": ("A sua candidatura", "Cara Ana,\n\nObrigado pela sua carta."),
    "nl": ("Uw sollicitatie", "Geachte mevrouw,\n\nDank voor uw brief."),
    "pl": ("Pani aplikacja", "Szanowna Pani,\n\ndziękujemy za list."),
    "sv": ("Din ansökan", "Hej Anna,\n\ntack för ditt brev."),
    "tr": ("Başvurunuz", "Sayın Kaya,\n\nmektubunuz için teşekkürler."),
}


def reading(language: str, sentence: str) -> Reading:
    subject, thanks = _THANKS[language]
    message = Message(
        key="k",
        message_id="k@brookline.example",
        sent_at=None,
        sender=Address("Kay Ross", "kay.ross@brookline.example"),
        subject=subject,
        text=f"{thanks} {sentence}\n\nKay Ross",
    )
    return read_message(message)


def verdict(language: str, sentence: str) -> Verdict:
    return reading(language, sentence).verdict


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The post was filled before your letter got to us. With your leave we keep your CV."),
        ("en", "The vacancy had been filled by the time we received your note."),
        ("en", "By the time your letter came the post had been taken."),
        ("en", "We had filled the position before your application reached us."),
        ("en", "We had already appointed somebody before your letter came."),
        ("en", "The job had gone by the time we read your letter."),
        ("en", "The post was filled shortly before you wrote."),
        ("de", "Die Stelle war bereits besetzt, bevor uns Ihr Brief erreichte."),
        ("de", "Als Ihr Schreiben bei uns eintraf, war die Stelle schon vergeben."),
        ("fr", "Le poste a été pourvu avant que votre candidature nous parvienne."),
        ("fr", "Nous avions pourvu le poste avant de recevoir votre lettre."),
        ("es", "El puesto ya estaba cubierto cuando nos llegó su carta."),
        ("it", "La posizione è stata coperta prima che ci arrivasse la Sua lettera."),
        ("it", "Quando è arrivata la Sua lettera il posto era già stato assegnato."),
        ("pt", "A vaga foi preenchida antes de recebermos a sua carta."),
        ("pt", "Tínhamos preenchido a vaga antes de receber a sua carta."),
        ("nl", "De functie is ingevuld voordat uw brief binnenkwam."),
        ("nl", "Toen uw brief ons bereikte, was de vacature al vervuld."),
        ("pl", "Kiedy dotarł Pani list, etat był już obsadzony."),
        ("pl", "Miejsce było zajęte, zanim dotarło Pani CV."),
        ("sv", "Tjänsten tillsattes innan din ansökan kom in."),
        ("sv", "När ditt brev kom var tjänsten redan tillsatt."),
        ("tr", "Mektubunuz gelmeden önce pozisyon doldurulmuştu."),
    ],
)  # fmt: skip
def test_what_was_filled_before_the_letter_came_is_an_end(
    language: str, sentence: str
) -> None:
    ends = {Verdict.REJECTION, Verdict.POSITION_CLOSED}
    assert verdict(language, sentence) in ends


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Posts are often filled before all letters reach us, so please be patient."),
        ("en", "If the post is filled before we read your letter we will tell you."),
        ("en", "The role must be filled before Christmas, and your letter came in time."),
        ("en", "The post has not been filled yet, and your letter came in time."),
        ("de", "Sollte die Stelle besetzt sein, bevor wir Ihren Brief lesen, melden wir uns."),
        ("fr", "Le poste sera pourvu avant Noël."),
        ("it", "Il posto sarà coperto prima di Natale."),
        ("nl", "De functie wordt ingevuld voor de zomer."),
        ("pl", "Stanowisko zostanie obsadzone przed świętami."),
        ("sv", "Tjänsten ska tillsättas innan jul."),
    ],
)  # fmt: skip
def test_what_is_still_to_be_filled_ends_nothing(language: str, sentence: str) -> None:
    ends = {Verdict.REJECTION, Verdict.POSITION_CLOSED}
    assert verdict(language, sentence) not in ends


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "When your letter arrived, the position had already been given to somebody."),
        ("en", "By the time your letter came the post had been taken."),
        ("pl", "Gdy otrzymaliśmy Pani zgłoszenie, stanowisko było już zajęte."),
        ("pl", "Stanowisko zostało już obsadzone, zanim dotarł Pani list."),
    ],
)  # fmt: skip
def test_what_became_of_it_is_no_title(language: str, sentence: str) -> None:
    assert reading(language, sentence).role == ""
