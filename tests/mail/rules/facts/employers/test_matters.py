"""What a subject says that a mail is, and what it wishes somebody well for: no part of a house's name."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.employers.company import is_company
from tests.mail.rules.facts.employers.reading import employer

_DE = (
    "Gerne laden wir Sie zum Vorstellungsgespräch ein: Donnerstag, 3. Dezember 2026, 14.30 Uhr."
    "\n\nReto Lärch"
)
_EN = "We would like to invite you to an interview: Thursday, 3 December 2026, 2.30 pm.\n\nAnn Larch"
_FR = "Nous avons le plaisir de vous inviter à un entretien d'embauche le jeudi 3 décembre 2026 à 14h30.\n\nAnne Colin"
_ES = "Nos gustaría invitarle a una entrevista el jueves 3 de diciembre de 2026 a las 14:30.\n\nAna Olmo"
_IT = "La invitiamo a un colloquio giovedì 3 dicembre 2026 alle 14:30.\n\nAnna Olmo"
_NL = "Graag nodigen wij u uit voor een sollicitatiegesprek op donderdag 3 december 2026 om 14.30 uur.\n\nAnna Bos"
_PT = "Gostaríamos de a convidar para uma entrevista na quinta-feira, 3 de dezembro de 2026, às 14h30.\n\nAna Olmo"
_SV = "Vi vill gärna bjuda in dig till en intervju torsdag 3 december 2026 kl 14.30.\n\nAnna Alm"
_PL = "Zapraszamy Panią na rozmowę kwalifikacyjną w czwartek 3 grudnia 2026 o godz. 14:30.\n\nAnna Sowa"
_TR = "Sizi 3 Aralık 2026 Perşembe günü saat 14.30'da iş görüşmesine davet etmek isteriz.\n\nAyşe Çınar"


@pytest.mark.parametrize(
    ("subject", "text", "at", "name"),
    [
        *(
            (f"{matter} Rehaklinik Tannmoos", _DE, "reto.laerch@rehatannmoos.example", "Rehaklinik Tannmoos")
            for matter in ("Vorstellungsgespräch", "Schnuppertag", "Einladung", "Probearbeiten", "Zweitgespräch", "Terminvorschlag", "Absage")
        ),
        ("Vorstellungsgespräch Klinik Tannmoos", _DE, "reto.laerch@rehatannmoos.example", "Klinik Tannmoos"),
        ("AW: Einladung Klinik Tannmoos", _DE, "reto.laerch@rehatannmoos.example", "Klinik Tannmoos"),
        ("Job Interview Tannmoor Hall Hotel", _EN, "ann.larch@tannmoorhall.example", "Tannmoor Hall Hotel"),
        ("Invitation Tannmoor Hall Hotel", _EN, "ann.larch@tannmoorhall.example", "Tannmoor Hall Hotel"),
        ("Entretien Clinique Valmoor", _FR, "anne.colin@cliniquevalmoor.example", "Clinique Valmoor"),
        ("Entrevista Clínica Valmoor", _ES, "ana.olmo@valmoor.example", "Clínica Valmoor"),
        ("Colloquio Clinica Valmoor", _IT, "anna.olmo@valmoor.example", "Clinica Valmoor"),
        ("Uitnodiging Kliniek Valmoor", _NL, "anna.bos@valmoor.example", "Kliniek Valmoor"),
        ("Convite Clínica Valmoor", _PT, "ana.olmo@valmoor.example", "Clínica Valmoor"),
        ("Intervju Kliniken Valmoor", _SV, "anna.alm@valmoor.example", "Kliniken Valmoor"),
        ("Zaproszenie Klinika Valmoor", _PL, "anna.sowa@valmoor.example", "Klinika Valmoor"),
        ("Davet Valmoor Hastanesi", _TR, "ayse.cinar@valmoor.example", "Valmoor Hastanesi"),
    ],
)  # fmt: skip
def test_what_a_mail_is_stands_before_the_name(
    subject: str, text: str, at: str, name: str
) -> None:
    shown = text.rpartition("\n")[2]
    assert employer(subject, text, shown=shown, at=at) == name


@pytest.mark.parametrize(
    ("text", "at", "name"),
    [
        ("Thank you for applying to Interview Room Ltd. We have received it.", "ann.larch@interview-room.example", "Interview Room Ltd"),
        ("Thank you for applying to Invitation Homes. We have received it.", "ann.larch@invitationhomes.example", "Invitation Homes"),
        ("Vielen Dank für Ihre Bewerbung bei der Kennenlernen GmbH. Wir melden uns.", "ann.larch@kennenlernen.example", "Kennenlernen GmbH"),
        ("Vielen Dank für Ihre Bewerbung bei der Terminwerk Lärch GmbH. Wir melden uns.", "ann.larch@terminwerk.example", "Terminwerk Lärch GmbH"),
        ("Merci pour votre candidature chez Convocation Conseil. Nous l'avons bien reçue.", "ann.larch@convocation.example", "Convocation Conseil"),
        ("Vielen Dank für Ihre Bewerbung bei der Suchewerk GmbH. Wir melden uns.", "ann.larch@suchewerk.example", "Suchewerk GmbH"),
        ("Vielen Dank für Ihre Bewerbung bei der Jobsuche AG. Wir melden uns.", "ann.larch@jobsuche.example", "Jobsuche AG"),
    ],
)  # fmt: skip
def test_a_house_may_be_called_as_a_matter_is(text: str, at: str, name: str) -> None:
    said = f"{text}\n\nAnn Larch"
    subject = "Your application" if text.startswith("Thank") else "Ihre Bewerbung"
    assert employer(subject, said, shown="Ann Larch", at=at) == name


@pytest.mark.parametrize(
    "wish",
    [
        "Viel Glück bei der Stellensuche!",
        "Viel Erfolg bei der Stellensuche",
        "Viel Glück bei der Suche!",
        "Toi toi toi bei der Lehrstellensuche!",
        "Alles Gute bei der Arbeitssuche.",
        "Viel Erfolg bei der Berufswahl!",
        "Viel Erfolg bei den Prüfungen!",
        "Viel Erfolg bei der Jobsuche!",
    ],
)
@pytest.mark.parametrize(
    ("shown", "at"),
    [
        ("Sandra Lärch", "sandra.laerch@gmail.com"),
        ("Personalabteilung", "noreply@portal.example"),
        ("", "noreply@portal.example"),
    ],
)
def test_what_one_is_wished_well_for_is_no_house(
    wish: str, shown: str, at: str
) -> None:
    text = (
        "Ihr Dossier ist leider nicht in die engere Wahl gekommen.\n\n"
        f"{wish}\n\nFreundliche Grüsse\nSandra Lärch"
    )
    assert employer("Ihre Bewerbung", text, shown=shown, at=at) == ""


@pytest.mark.parametrize(
    "name",
    ["Spitex", "Suchewerk", "Job Search Ltd", "Jobsuche AG", "Prüfstelle Larch", "Prüfungsamt Larch", "Wahlkreis Larch", "Sucher & Söhne", "Suche Larch"],
)  # fmt: skip
def test_what_only_sounds_like_a_wish_is_a_name(name: str) -> None:
    assert is_company(name)


def test_the_word_for_a_house_alone_is_no_name() -> None:
    text = (
        "Deine Bewerbung wurde erfolgreich an den Arbeitgeber übermittelt:\n\n"
        "Leiterin Hausdienst\nKlinik Sonnmoor\n\nDein jobs.ch Team"
    )
    found = employer(
        "Bewerbung übermittelt", text, shown="jobs.ch", at="noreply@jobs.ch"
    )
    assert found != "Klinik"
