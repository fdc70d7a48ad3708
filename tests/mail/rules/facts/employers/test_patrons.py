"""Names that go on to a patron, a saint or a part of a town: two hospitals of one kind are two."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.employers.cases import as_called
from onward.mail.rules.facts.employers.patrons import with_patron
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message

_KADRY = Address("Kadry", "kadry@firma-h.example")
_TOLD = {
    "pl": ("Potwierdzenie", "Dzień dobry,\n\ndziękujemy za aplikację na stanowisko położnej w {}.\n\nDział kadr"),
    "de": ("Eingangsbestätigung", "Guten Tag,\n\nvielen Dank für Ihre Bewerbung als Pflegefachfrau beim {}.\n\nPersonalabteilung"),
    "en": ("Your application", "Dear Ada,\n\nThank you for your application for the post of Staff Nurse at {}.\n\nRecruitment"),
    "fr": ("Votre candidature", "Bonjour Madame,\n\nNous avons bien reçu votre candidature au poste d'infirmière à {}.\n\nLe service RH"),
    "it": ("Conferma candidatura", "Gentile Ada,\n\ngrazie per la Sua candidatura come infermiera presso {}.\n\nUfficio Personale"),
    "es": ("Su candidatura", "Estimada Ada:\n\nGracias por su candidatura al puesto de enfermera en {}.\n\nRecursos Humanos"),
    "pt": ("A sua candidatura", "Cara Ada,\n\nObrigado pela sua candidatura à função de enfermeira no {}.\n\nRecursos Humanos"),
    "nl": ("Bevestiging", "Beste Ada,\n\nBedankt voor je sollicitatie naar de functie van verpleegkundige bij {}.\n\nHR"),
    "sv": ("Din ansökan", "Hej Ada,\n\nTack för din ansökan till tjänsten som sjuksköterska på {}.\n\nHR"),
    "tr": ("Başvurunuz", "Sayın Ada,\n\n{} bünyesindeki hemşire pozisyonuna yaptığınız başvuru için teşekkür ederiz.\n\nİnsan Kaynakları"),
}  # fmt: skip


def _employer(language: str, name: str) -> str:
    subject, text = _TOLD[language]
    return read_message(
        Message("k", "k@x.example", None, _KADRY, subject, text.format(name))
    ).company


@pytest.mark.parametrize(
    ("language", "said", "expected"),
    [
        ("pl", "Szpitalu Specjalistycznym im. Anny Jodły w Krakowie", "Szpital Specjalistyczny im. Anny Jodły"),
        ("pl", "Szpitalu Specjalistycznym im. Jana Sosny w Krakowie", "Szpital Specjalistyczny im. Jana Sosny"),
        ("pl", "Szpitalu Klinicznym im. św. Rozalii w Krakowie", "Szpital Kliniczny im. św. Rozalii"),
        ("pl", "Hospicjum św. Kingi", "Hospicjum św. Kingi"),
        ("pl", "Szkole Podstawowej nr 5 im. gen. J. Bora", "Szkoła Podstawowa nr 5 im. gen. J. Bora"),
        ("pl", "Centrum Medycznym im. bł. Gerarda w Toruniu", "Centrum Medyczne im. bł. Gerarda"),
        ("pl", "Szpitalu im. dr. Jana Lipy", "Szpital im. dr. Jana Lipy"),
        ("pl", "Szpitalu Wojewódzkim im. Kardynała Jana Dębu", "Szpital Wojewódzki im. Kardynała Jana Dębu"),
        ("pl", "Zakładzie Opiekuńczym pw. św. Łucji", "Zakład Opiekuńczy pw. św. Łucji"),
        ("pl", "Przychodni pod Lipami", "Przychodnia pod Lipami"),
        ("de", "Klinikum St. Georg", "Klinikum St. Georg"),
        ("de", "Krankenhaus zum hl. Josef", "Krankenhaus zum hl. Josef"),
        ("en", "Mt. Larch Hospital", "Mt. Larch Hospital"),
        ("en", "Sts. Peter and Paul School", "Sts. Peter and Paul School"),
        ("fr", "Clinique Ste. Marthe", "Clinique Ste. Marthe"),
        ("fr", "Clinique Dr. Morel", "Clinique Dr. Morel"),
        ("it", "Ospedale S. Anna", "Ospedale S. Anna"),
        ("it", "Casa di Cura S. Rita", "Casa di Cura S. Rita"),
        ("it", "Ospedale Ss. Trinità", "Ospedale Ss. Trinità"),
        ("es", "Hospital Sta. María", "Hospital Sta. María"),
        ("es", "Colegio Ntra. Sra. del Olmo", "Colegio Ntra. Sra. del Olmo"),
        ("pt", "Hospital S. Bruno", "Hospital S. Bruno"),
        ("pt", "Hospital N. Sra. da Faia", "Hospital N. Sra. da Faia"),
        ("nl", "Ziekenhuis St. Lubbert", "Ziekenhuis St. Lubbert"),
        ("sv", "S:t Torkels Sjukhus", "S:t Torkels Sjukhus"),
        ("tr", "Dr. Ayşe Kaya Hastanesi", "Dr. Ayşe Kaya Hastanesi"),
        ("tr", "Özel Dr. Metin Hastanesi", "Özel Dr. Metin Hastanesi"),
    ],
)  # fmt: skip
def test_a_name_is_kept_up_to_whom_it_is_called_after(
    language: str, said: str, expected: str
) -> None:
    assert _employer(language, said) == expected


@pytest.mark.parametrize(
    ("name", "text", "language", "expected"),
    [
        # What was cut before or behind the full stop, or heard as the patron's alone.
        ("Szpital Kliniczny im", "w Szpitalu Klinicznym im. św. Rozalii.", "pl", "Szpitalu Klinicznym im. św. Rozalii"),
        ("Hospicjum św . Kingi", "Hospicjum św. Kingi", "pl", "Hospicjum św. Kingi"),
        ("Heleny Wierzby w Krakowie", "w Szpitalu Miejskim im. Heleny Wierzby w Krakowie", "pl", "Szpitalu Miejskim im. Heleny Wierzby"),
        ("Klinikum St", "im Klinikum St. Georg Tarnau", "de", "Klinikum St. Georg"),
        # Neighbours.
        ("Klinik", "in der Klinik im Park", "de", "Klinik"),
        ("Larch Clinic", "Larch Clinic Dr. Anna Berger will call you", "en", "Larch Clinic"),
        ("Larch Clinic", "at Larch Clinic. St. Mary's is next door", "en", "Larch Clinic"),
        ("Larch Hospital", "Larch Hospital S. Reed", "en", "Larch Hospital"),
        ("10 Larch St", "Come to 10 Larch St. We look forward to it", "en", "10 Larch St"),
        ("Szpital Jodła", "w Szpital Jodła na Oddziale Kardiologii.", "pl", "Szpital Jodła"),
        ("Szpital Jodła", "Szpital Jodła na Stanowisku pielęgniarki.", "pl", "Szpital Jodła"),
        ("Szpital Jodła", "Szpital Jodła na rozmowie.", "pl", "Szpital Jodła"),
        ("Przychodnia Zdrowie", "Przychodnia Zdrowie na Łąkowej 5", "pl", "Przychodnia Zdrowie"),
        ("Modrzew", "Modrzew na Kazimierzu.", "pl", "Modrzew"),
        ("Szpital Miejski", "Szpital Miejski, ul. św. Kingi 5", "pl", "Szpital Miejski"),
        ("Szpital Miejski", "Szpital Miejski\nim. Anny Jodły 5", "pl", "Szpital Miejski"),
        ("Szpital", "w Szpitalu im. Anny Jodły i w Szpitalu im. Jana Sosny", "pl", "Szpital"),
        ("Ospedale", "Ospedale. S. Rossi", "it", "Ospedale"),
        ("", "Szpital im. Anny Jodły", "pl", ""),
    ],
)  # fmt: skip
def test_what_a_text_has_of_a_name(
    name: str, text: str, language: str, expected: str
) -> None:
    assert with_patron(name, text=text, language=language) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Domu Pomocy Społecznej Jesienny Liść", "Dom Pomocy Społecznej Jesienny Liść"),
        ("Centrum Medycznym Sosna", "Centrum Medyczne Sosna"),
        ("Zakładzie Opiekuńczym", "Zakład Opiekuńczy"),
        ("Poradni Rodzinnej", "Poradnia Rodzinna"),
        ("Domowe Obiady", "Domowe Obiady"),
        ("Dom Seniora przy Parku", "Dom Seniora przy Parku"),
        ("Centrum Medyczne Sosna", "Centrum Medyczne Sosna"),
        ("Hotelarze Razem", "Hotelarze Razem"),
    ],
)
def test_a_polish_house_is_called_as_it_is(said: str, expected: str) -> None:
    assert as_called(said, language="pl") == expected
