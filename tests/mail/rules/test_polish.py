"""Polish mail: noes, closed openings, tests, names in cases and titles with two fields."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from onward.mail.rules.facts.employers.cases import as_called
from onward.mail.rules.facts.employers.shown_name import shown_employer
from onward.mail.rules.facts.employers.whole import spelled_out
from onward.mail.rules.facts.titles.bounds import bounded
from onward.mail.rules.read import read_message
from onward.mail.rules.talks.offer_answer import offer_answer
from onward.mail.rules.talks.own_mail import withdraws
from onward.mail.rules.talks.own_title import role_of_subject
from onward.mail.rules.times.when import appointments
from onward.mail.rules.types import Address, Message, Reading, Verdict
from onward.mail.rules.verdicts.classify import classify

TOLD_AT = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
KADRY = Address("Kadry Tartak Modrzew", "kadry@tartak-modrzew.example")


def mail(subject: str, text: str, *, sender: Address = KADRY) -> Message:
    return Message("k", "k@x.example", TOLD_AT, sender, subject, text)


def read(subject: str, text: str, *, sender: Address = KADRY) -> Reading:
    return read_message(mail(subject, text, sender=sender))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dzień dobry, na magazyn już przyjęliśmy osobę, dziękujemy za CV.", "rejection"),
        ("juz mamy kierowce, dziekuje za cv", "rejection"),
        ("Inwestor odstąpił od zatrudnienia na tym stanowisku, zamykamy rekrutację.", "position_closed"),
        ("Informuję, że stanowisko kierowcy nie będzie już obsadzane.", "position_closed"),
        ("Niestety do końca roku nie planujemy nikogo przyjmować do pracy.", "position_closed"),
        ("Szanowna Pani, zapraszam na test pisemny z prawa pracy, kandydaci piszą go 12 maja.", "assessment"),
        ("Czy nadal szuka Pani pracy? Jeżeli tak, zapraszam na rozmowę w piątek.", "interview"),
    ],
)  # fmt: skip
def test_what_a_sentence_says(text: str, expected: str) -> None:
    assert classify(mail("Rekrutacja na stanowisko kierowcy", text)).verdict == expected


@pytest.mark.parametrize(
    "text",
    [
        "Poradnik: kiedy odrzucić ofertę pracy i jak negocjować stawkę.",
        "Jeżeli zostanie Pani wybrana, zaprosimy na rozmowę.",
    ],
)
def test_what_is_neither_no_nor_invitation(text: str) -> None:
    found = classify(mail("Praca", text)).verdict
    assert found not in {Verdict.REJECTION, Verdict.INTERVIEW}


def test_a_friend_who_asks_after_the_search_says_no_no() -> None:
    text = "Cześć, i jak rekrutacja? U nas na razie już mamy kogoś na magazyn. Ola"
    friend = Address("Ola Bor", "ola.bor@poczta.example")
    found = classify(mail("praca", text, sender=friend))
    assert found.verdict is not Verdict.REJECTION


def test_a_closed_opening_is_not_heard_as_a_no_to_the_reader() -> None:
    text = (
        "Dzień dobry Panie Janie,\n\npiszę w sprawie zgłoszenia na stanowisko kierowcy. Nasz klient wycofał się"
        " z zatrudnienia na to stanowisko, dlatego nie mogę zaprosić Pana dalej.\n\nIda Bor\nAgencja Pracy Szlak"
    )
    assert read("Zgłoszenie K-12", text).verdict is Verdict.POSITION_CLOSED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wolę zostać tam, gdzie jestem, więc cofam swoje zgłoszenie.", True),
        ("Proszę nie brać już mojej kandydatury pod uwagę.", True),
        ("Po namyśle wycofuję się z naboru.", True),
        ("Jeśli dojazd jest konieczny, wycofam moje podanie.", False),
        ("Proszę o wiadomość, czy moje podanie dotarło.", False),
    ],
)
def test_who_takes_an_application_back(text: str, expected: bool) -> None:
    assert withdraws(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Muszę jednak odmówić – mam już inne zobowiązania.",
        "Po namyśle muszę niestety zrezygnować, godziny są zbyt późne.",
        "Tym razem nie skorzystam z Państwa oferty.",
    ],
)
def test_an_offer_is_turned_down_with_its_reason_behind(text: str) -> None:
    answer = offer_answer(text)
    assert answer is not None
    assert not answer.accepts


def test_to_refuse_under_a_condition_turns_nothing_down() -> None:
    assert offer_answer("Muszę odmówić, jeśli biuro jest w Radomiu.") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zapraszamy w sobote 14.03 o 10:15.", ["2026-03-14T10:15:00"]),
        ("Rozmowa odbędzie się 9 kwietnia br. (czwartek) o godz. 11-tej.", ["2026-04-09T11:00:00"]),
        ("Zapraszam na rozmowe w srode 18.03 o 16.00.", ["2026-03-18T16:00:00"]),
    ],
)  # fmt: skip
def test_days_and_hours_as_phones_and_offices_write_them(
    text: str, expected: list[str]
) -> None:
    found = appointments(text, told_on=date(2026, 3, 10))
    assert [each.isoformat() for each in found] == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("dziękujemy za aplikację na stanowisko specjalisty ds. floty i zakupów.", "specjalista ds. floty i zakupów"),
        ("dziękujemy za aplikację na stanowisko inspektora ds. zieleni miejskiej.", "inspektor ds. zieleni miejskiej"),
        ("dziękujemy za aplikację na stanowisko specjalisty ds. floty i zapraszamy.", "specjalista ds. floty"),
    ],
)  # fmt: skip
def test_a_title_keeps_both_of_its_fields(text: str, title: str) -> None:
    found = read("Potwierdzenie", f"Szanowna Pani,\n\n{text}\n\nKadry")
    assert found.role == title


@pytest.mark.parametrize(
    "said",
    [
        "Dyrektor Handlowy wskazał inną osobę.",
        "W poniedziałek zadzwoni Kierownik Działu Kadr, p. Ida Bor.",
        "Dziękujemy za rozmowę z Kierownik Bor.",
    ],
)
def test_whoever_decides_or_calls_is_no_opening(said: str) -> None:
    text = f"Szanowna Pani,\n\ndziękujemy za aplikację. {said}\n\nKadry"
    assert read("Rekrutacja", text).role == ""


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Aplikacja na stanowisko referenta ds. zieleni", "referent ds. zieleni"),
        ("Zgłoszenie: specjalista w Dziale Kadr (konkurs 3)", "specjalista w Dziale Kadr"),
        ("CV - magazynier", "magazynier"),
        ("Zgłoszenie reklamacji 45", ""),
        ("Aplikacja – Jan Bąk", ""),
    ],
)  # fmt: skip
def test_the_title_of_an_own_application(subject: str, title: str) -> None:
    assert role_of_subject(subject) == title


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Spółdzielni Mieszkaniowej Nad Wartą", "Spółdzielnia Mieszkaniowa Nad Wartą"),
        ("Szkole Podstawowej nr 12", "Szkoła Podstawowa nr 12"),
        ("Zakładów Mięsnych Bor", "Zakłady Mięsne Bor"),
        ("Urzędzie Miejskim w Korbie", "Urząd Miejski w Korbie"),
        ("Biuro Rachunkowe Bor", "Biuro Rachunkowe Bor"),
        ("szkole", "szkole"),
    ],
)
def test_a_house_in_a_case(name: str, called: str) -> None:
    assert as_called(name, language="pl") == called


def test_letters_are_spelled_out_where_the_mail_does() -> None:
    text = "Ida Bor\nZakłady Drzewne Bor Sp. z o.o.\nKRS 0000000000"
    assert spelled_out("ZD Bor", text=text) == "Zakłady Drzewne Bor Sp. z o.o."
    assert spelled_out("ZM Bor", text=text) == "ZM Bor"
    assert spelled_out("Bor", text=text) == "Bor"


@pytest.mark.parametrize(
    ("shown", "address", "name"),
    [
        ("Fundacja Las i My", "biuro@lasimy.example", "Fundacja Las i My"),
        ("Szpital Miejski w Korbie – Kadry", "kadry@szpitalkorba.example", "Szpital Miejski w Korbie"),
        ("Bäckerei Quendt", "jobs@quendt.example", "Bäckerei Quendt"),
        ("FH Sosna", "fh@sosna.example", "FH Sosna"),
        ("Zespół Szkół Leśnych", "sekretariat@zslesnych.example", "Zespół Szkół Leśnych"),
        ("Rafał Sosna", "rafal@sosna.example", ""),
        ("", "jobs@quendt.example", ""),
    ],
)  # fmt: skip
def test_to_whom_somebody_applied(shown: str, address: str, name: str) -> None:
    assert shown_employer(Address(shown, address)) == name


def test_a_boards_card_with_a_place_and_pay_above_the_employer() -> None:
    text = (
        "Wysłaliśmy Twoją aplikację.\n\nMagazynier z wózkiem\nRadom, Centrum\n5 000 - 5 400 zł brutto\n"
        "Hurtownia Bor\n\nZespół OLX Praca"
    )
    board = Address("OLX Praca", "noreply@olx.pl")
    found = read("Twoja aplikacja została wysłana: Magazynier z wózkiem", text, sender=board)  # fmt: skip
    assert (found.company, found.role) == ("Hurtownia Bor", "Magazynier z wózkiem")


def test_a_boards_owner_is_no_employer() -> None:
    text = (
        "Twoja aplikacja została wysłana!\n\nStanowisko: Kucharz\nPracodawca: Bistro Sosna Sp. j.\n\n"
        "Grupa Pracuj S.A. – wiadomość automatyczna"
    )
    board = Address("Pracuj.pl", "powiadomienia@pracuj.pl")
    found = read("Potwierdzenie aplikowania: Kucharz", text, sender=board)
    assert found.company == "Bistro Sosna Sp. j."


_IN_CASE = "zapraszam na rozmowę kwalifikacyjną na stanowisko pielęgniarki {}"


@pytest.mark.parametrize(
    "goes_on",
    ["pojutrze o 8.00.", "dziś o 14.00.", "jutro o 12.", "dn. 4.12 o 10.00.", "odbędzie się w piątek o 10.00.",
     "w dn. 4.12.2026 r. o godz. 10.", "godz. 10.00, 4 grudnia.", "o godz. 10.00 4 grudnia.", "najpóźniej w piątek.",
     "wstępnie w piątek o 10.", "we wtorek o 9."],
)  # fmt: skip
@pytest.mark.parametrize(
    "said", [_IN_CASE, "zapraszam na rozmowę w sprawie pracy na stanowisku pielęgniarka {}"]
)  # fmt: skip
def test_an_hour_behind_a_title_is_no_part_of_it(said: str, goes_on: str) -> None:
    text = f"Dzień dobry,\n\n{said.format(goes_on)}\n\nKadry\nSzpital Miejski\n"
    assert read("Rekrutacja", text).role == "pielęgniarka"


def test_who_chose_is_no_part_of_a_title() -> None:
    text = (
        "Informujemy, że w wyniku postępowania konkursowego na stanowisko Pielęgniarki Oddziałowej Oddziału Neurologii"
        " komisja wybrała kandydaturę p. Doroty Lis. Dziękujemy za udział w konkursie.\n\nKomisja konkursowa\n"
    )
    found = read("Rozstrzygnięcie konkursu", text)
    assert found.role == "Pielęgniarka Oddziałowa Oddziału Neurologii"


@pytest.mark.parametrize(
    "title",
    ["sekretarz komisji", "opiekunka dzienna", "kierowca nocny", "technik o specjalności elektryk", "pielęgniarka oddziałowa", "sprzątaczka rano",
     "recepcjonistka wieczorem", "referent ds. komisji", "specjalista ds. godzin pracy", "asystent dnia codziennego", "inspektor nadzoru"],
)  # fmt: skip
def test_words_that_only_sound_like_an_hour_stay_in_a_title(title: str) -> None:
    assert bounded(title, language="pl") == title
