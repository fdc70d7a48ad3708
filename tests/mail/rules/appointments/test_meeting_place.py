"""Where an invitation in words wants somebody to come."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.appointments.meeting_place import meeting_place

module = import_module(meeting_place.__module__)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Het gesprek gaat door op onze zetel, Hertogsstraat 25 te 1000 Brussel.",
            "op onze zetel, Hertogsstraat 25 te 1000 Brussel",
        ),
        (
            "L'entretien aura lieu en notre siège, rue Ducale 25 à 1000 Bruxelles.",
            "en notre siège, rue Ducale 25",
        ),
        (
            "Please come on Thursday 26 November, 8 till 2, at our depot behind the "
            "station, Gate 4.",
            "our depot behind the station, Gate 4",
        ),
        (
            "Shall we meet on Friday at 10 in the café on the corner of High Street?",
            "the café on the corner of High Street",
        ),
        (
            "We would like to invite you to an interview on Friday at 10 at our office, "
            "12 Mill Lane, Leeds.",
            "our office, 12 Mill Lane, Leeds",
        ),
        (
            "Come to the side door of the bakery at 5 in the morning on Monday.",
            "the side door of the bakery",
        ),
        ("Could you come to 14 Mill Lane on Tuesday at 3pm?", "14 Mill Lane"),
        (
            "The interview takes place in Room 3.12 on the second floor on 26 November.",
            "Room 3.12 on the second floor",
        ),
        ("We'll be at Mill Farm from 9 on Tuesday. Just ask for Bo.", "Mill Farm"),
        (
            "See you on Monday at 9 at the front desk, ground floor.",
            "the front desk, ground floor",
        ),
        ("Please meet me behind the church at 4 pm on Friday.", "behind the church"),
        (
            "Your trial day starts at 7 at the warehouse in Dock Road, bay 12.",
            "the warehouse in Dock Road, bay 12",
        ),
        (
            "We look forward to it.\nWhen: 26 November, 10:00\nWhere: Old Mill, 3 River Road",
            "Old Mill, 3 River Road",
        ),
        (
            "Ihr Vorstellungsgespräch findet am Donnerstag um 10 Uhr in unserem Büro in der "
            "Mühlgasse 14 statt.",
            "in unserem Büro in der Mühlgasse 14",
        ),
        (
            "Kommen Sie bitte am Freitag um 9 Uhr zum Lager hinter dem Bahnhof, Tor 4.",
            "zum Lager hinter dem Bahnhof, Tor 4",
        ),
        (
            "Treffpunkt: Hintereingang der Bäckerei, Marktplatz 3\nBitte seien Sie um 9 da.",
            "Hintereingang der Bäckerei, Marktplatz 3",
        ),
        (
            "Nous vous attendons jeudi à 10 h à notre dépôt derrière la gare, porte 4.",
            "à notre dépôt derrière la gare, porte 4",
        ),
        (
            "Le esperamos el jueves a las 10 en nuestro almacén detrás de la estación.",
            "en nuestro almacén detrás de la estación",
        ),
        (
            "La aspettiamo giovedì alle 10 nel nostro deposito dietro la stazione.",
            "nel nostro deposito dietro la stazione",
        ),
        (
            "Je bent welkom op donderdag om 10 uur in ons magazijn achter het station.",
            "in ons magazijn achter het station",
        ),
        (
            "Esperamos por si na quinta-feira às 10h no nosso armazém atrás da estação.",
            "no nosso armazém atrás da estação",
        ),
        (
            "Zapraszamy w czwartek o 10:00 do naszego magazynu za dworcem, brama 4.",
            "do naszego magazynu za dworcem, brama 4",
        ),
        (
            "Sizi perşembe günü saat 10:00'da istasyonun arkasındaki depomuza bekliyoruz.",
            "istasyonun arkasındaki depomuz",
        ),
        (
            "Välkommen på torsdag kl. 10 till vårt lager bakom stationen, grind 4.",
            "till vårt lager bakom stationen, grind 4",
        ),
        (
            "Intervjun hålls på fredag kl. 9 på kaféet i hörnet av Storgatan.",
            "på kaféet i hörnet av Storgatan",
        ),
    ],
)
def test_a_place_is_told_in_its_own_words(text: str, place: str) -> None:
    assert meeting_place(text) == place
    assert meeting_place(f"Hi Robin,\n\n{text}\n\nKind regards\nDana") == place


@pytest.mark.parametrize(
    "text",
    [
        "I'll ring you on Friday at 10. I'm in the office until five.",
        "Nous avons été honorés de vous voir en notre nom ; l'entretien est mardi à 10h.",
        "Onze maatschappelijke zetel is verhuisd. We bellen u vrijdag om 10 uur.",
        "Thank you for applying for the position of cook at our school. Can you come on "
        "Friday at 10?",
        "The interview is on Teams on Friday at 10.",
        "Can we meet in the meantime? At the moment Friday at 10 would suit.",
        "We saw your card in the shop window. Can you come on Friday?",
        "Call me on Friday at 10 at the office.",
        "Would you like to come and work in our kitchen team?",
        "We were impressed by your work at the bakery and invite you on Monday at 9.",
        "I met you at the market on Saturday. Can you start on Monday at 9?",
        "Your interview is on Monday at 9. Parking is behind the church.",
        "Location: online (Teams)\nDate: Friday",
        "We'd like to meet you on Friday.\n\nKind regards\nDana\nAddress: 12 Mill Lane",
        "Haben Sie am Freitag um 10 Uhr Zeit für ein Telefonat? Ich bin im Büro.",
        "Wir laden Sie zum Gespräch für die Stelle in unserer Kita ein, am Freitag.",
        "Nous avons un poste à notre école. L'entretien aura lieu jeudi par téléphone.",
        "Tenemos un puesto en nuestra escuela. ¿Puede venir el jueves a las 10?",
        "",
    ],
)
def test_what_is_no_place_to_come_to_is_none(text: str) -> None:
    assert meeting_place(text) == ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Please do not come to our head office on Monday, we are moving.", ""),
        (
            "The interview will not be at our Leeds office but at our York depot.",
            "at our York depot",
        ),
        (
            "Bitte kommen Sie am Montag nicht in unser Büro, sondern in unser Lager.",
            "Lager",
        ),
        (
            "The interview takes place on Teams. You would start in our Leeds office.",
            "",
        ),
        ("You would start in our Leeds office on Monday.", ""),
        ("L'entretien n'est pas à notre agence mais à notre dépôt.", "à notre dépôt"),
        (
            "La entrevista no es en nuestra oficina, sino en nuestro almacén.",
            "en nuestro almacén",
        ),
        ("Het gesprek is niet in ons kantoor maar in ons magazijn.", "in ons magazijn"),
        ("Intervjun är inte på vårt kontor utan på vårt lager.", "på vårt lager"),
        ("Görüşme ofisimizde değil.", ""),
        ("Das Gespräch ist per Video. Sie kommen später in unser Büro.", ""),
        # A "not" of something else, and a call that was.
        ("Please don't hesitate to come to our depot on Monday.", "our depot"),
        ("If you do not mind the rain, come to our depot on Monday.", "our depot"),
        (
            "It was good to talk on Teams last week. Please come to our depot on Monday.",
            "our depot",
        ),
        (
            "We could do the interview by phone if you prefer. Come to our depot on Monday.",
            "our depot",
        ),
    ],
)
def test_where_nobody_is_to_come_is_no_place(text: str, place: str) -> None:
    assert meeting_place(text).removeprefix("at ") == place.removeprefix("at ")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Vi ses på Storgatan 4, ring på klockan.", "Storgatan 4"),
        ("Välkommen till Norra Kungsgatan 22, Lund.", "Norra Kungsgatan 22, Lund"),
        ("Plats: Storgatan 4", "Storgatan 4"),
        (
            "Intervjun är onsdag 22 juli kl. 09.00-10.00, Företagsvägen 21, Arlöv.",
            "Företagsvägen 21, Arlöv",
        ),
        ("Montag, 9. März, 10:00 Uhr, Lindenstraße 12", "Lindenstraße 12"),
        ("Monday 9 March, 10:00, 12 High Street", "12 High Street"),
        (
            "Please come to our office at 12 High Street, Leeds.",
            "our office at 12 High Street, Leeds",
        ),
        ("Where: Mill Lane, room 3", "Mill Lane, room 3"),
        ("Wir treffen uns in der Lindenstraße 12, Köln.", "Lindenstraße 12, Köln"),
        ("Das Gespräch ist am Alten Markt 5.", "Alten Markt 5"),
        ("Nous vous attendons au 12 rue des Lilas, Lyon.", "12 rue des Lilas, Lyon"),
        ("Le esperamos en la Calle Mayor 14.", "Calle Mayor 14"),
        ("La aspettiamo in Via Garibaldi 8, Torino.", "Via Garibaldi 8, Torino"),
        ("Esperamos por si na Rua da Prata, 30.", "Rua da Prata, 30"),
        ("Het gesprek is op de Keizersgracht 101.", "Keizersgracht 101"),
        ("Zapraszamy na rozmowę przy ul. Długiej 5.", "ul. Długiej 5"),
        ("Adresimiz: Bağdat Caddesi No: 12", "Bağdat Caddesi No: 12"),
        # An address below a name, a link, and two places.
        ("Mia Roth\nStorgatan 4\n222 22 Lund", ""),
        ("Where: https://meet.example/abc", ""),
        ("Ort: online (Teams)", ""),
        ("Where: Lorna will call you at (617) 555-0172", ""),
        ("At 12 High Street on Monday, at 5 Mill Lane on Friday.", ""),
        ("Vi ses på torsdag klockan 4.", ""),
        # Not there, or on a screen.
        ("Please do not come to our old office at 12 High Street.", ""),
        ("The interview is on Teams. Our office is at 12 High Street, Leeds.", ""),
        (
            "Das Gespräch findet über Teams statt. Wir sitzen in der Lindenstraße 12.",
            "",
        ),
        ("Nicht in der Lindenstraße 12, sondern am Alten Markt 5.", "Alten Markt 5"),
        ("Not at 12 High Street, but at 5 Mill Lane.", "5 Mill Lane"),
        (
            "After our call on Teams we invite you to an interview at 12 High Street.",
            "12 High Street",
        ),
    ],
)
def test_where_a_talk_is(text: str, place: str) -> None:
    assert meeting_place(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kom langs op de Prins Hendrik-Janlaan 4.", "Prins Hendrik-Janlaan 4"),
        (
            "Das Gespräch ist in der Karl-Marx-Gartenstraße 4.",
            "Karl-Marx-Gartenstraße 4",
        ),
    ],
)
def test_a_street_with_hyphens_in_its_name(text: str, place: str) -> None:
    assert meeting_place(text) == place


@pytest.mark.parametrize("lead", ["We komen in ", "Wir sitzen in der ", "Vi ses på "])
@pytest.mark.parametrize("part", ["Aa-Bb-", "Aa Bb-", "Aa.Bb-", "A-", "Aa "])
def test_a_long_run_of_names_is_no_street(lead: str, part: str) -> None:
    # Of what can be parted in many ways, 1,200 characters once took 12 seconds.
    text = lead + part * (6_000 // len(part))
    assert meeting_place(text) == ""


def test_what_stands_far_below_says_nothing_of_the_talk() -> None:
    assert meeting_place(f"Hello,\n{'x ' * 3_500}\nPlats: Storgatan 4") == ""


@given(st.text(alphabet="at in our depot, Gate 4.\n:ÄöI'", max_size=120))
def test_whatever_is_written_a_place_is_one_short_line(text: str) -> None:
    place = meeting_place(text)
    assert len(place) <= 120
    assert "\n" not in place


@pytest.mark.parametrize(
    "text",
    [
        "The interview is on Teams on Friday at 10.\nWhere: Old Mill, 3 River Road, Leeds",
        "Your video interview: Friday, 10:00\nFormat: Zoom\nLocation: 12 Mill Lane, Leeds",
        "Interview date: Friday 10:00\nLocation: Felixstowe\nType: Telephone",
        "We will call you on Friday at 10.\n\nKind regards\nDana Roe\nAddress: 12 Mill Lane",
        "Where: Microsoft Teams Meeting\nPlease come on Friday. We sit at 12 High Street.",
        "Das Gespräch findet über Teams statt.\nOrt: Muster GmbH, Lindenstraße 12, Köln",
        "Format: Videogespräch\nWann: Freitag, 10 Uhr\nAdresse: Lindenstraße 12, Köln",
        "Wann: Freitag, 10 Uhr\nWo: per Video\n\nViele Grüße\nMia Roth\nOrt: Köln",
        "L'entretien se fera par téléphone vendredi à 10 h.\nAdresse : 12 rue des Lilas, Lyon",
        "La entrevista será por Zoom el viernes.\nDirección: Calle Mayor 14, Madrid",
        "Il colloquio si terrà su Teams venerdì.\nIndirizzo: Via Garibaldi 8, Torino",
        "Het gesprek is via Teams op vrijdag.\nAdres: Keizersgracht 101",
        "A entrevista será por Teams na sexta.\nMorada: Rua da Prata, 30",
        "Forma: Teams\nKiedy: piątek 10:00\nMiejsce: ul. Długa 5, Gdynia",
        "Görüşme Teams üzerinden yapılacaktır.\nAdres: Bağdat Caddesi No: 12",
        "Intervjun sker via Teams på fredag.\nPlats: Storgatan 4",
    ],
)
def test_a_talk_on_a_screen_has_no_place_whatever_its_label_says(text: str) -> None:
    assert meeting_place(text) == ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # One of two talks is held in person, a choice, and a talk that was.
        (
            "The first interview is on Teams on Monday. The second is in person.\n"
            "Where: 12 Mill Lane, Leeds",
            "12 Mill Lane, Leeds",
        ),
        ("Format: in person or on Teams\nWhere: 12 Mill Lane", "12 Mill Lane"),
        ("Thank you for the call last week.\nWhere: 12 Mill Lane", "12 Mill Lane"),
        ("Where:\n12 Mill Lane, Leeds\nWhen: Friday", "12 Mill Lane, Leeds"),
        ("Where:\nWhen: Friday", ""),
        ("Address: 10 Anson Link #14-07", "10 Anson Link #14-07"),
        # A job may be done from afar, and its talk be held on site.
        ("Type: full-time, remote\nVenue: 12 Mill Lane", "12 Mill Lane"),
        # Below the closing words an address is the firm's.
        ("See you on Friday.\n\nKind regards\nDana\nAddress: 12 Mill Lane", ""),
        (
            "See you on Friday.\n\nKind regards\nDana\n\nWhen: Friday\nWhere: 12 Mill Lane",
            "12 Mill Lane",
        ),
        (
            "Wir treffen uns in der Lindenstraße 12, Frau Roth holt Sie ab.",
            "Lindenstraße 12",
        ),
    ],
)
def test_a_label_beside_other_ways(text: str, place: str) -> None:
    assert meeting_place(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Het gesprek is op de Zuiderzijde 14.", "Zuiderzijde 14"),
        ("Kom langs aan de Lange Haven 12, Schiedam.", "Lange Haven 12, Schiedam"),
        ("We zien je graag in de Oude Baan 5.", "Oude Baan 5"),
        ("Het gesprek is aan de Voorhaven 3.", "Voorhaven 3"),
        ("Kom langs op de Beukendreef 22.", "Beukendreef 22"),
        ("Kom langs op de Nassausingel 8.", "Nassausingel 8"),
        ("Kom langs op het Stationsplein 1.", "Stationsplein 1"),
        ("Kom langs op de Oosterkade 30.", "Oosterkade 30"),
        # Words that end so, with a number of something else.
        ("Kom je praten over de baan, 24 uur? Het is een bijbaan 24 uur.", ""),
        ("Het is een kantoorbaan 40 uur, in deeltijdbaan 24 uur kan ook.", ""),
        ("Aan de achterzijde 2 parkeerplaatsen.", ""),
    ],
)
def test_a_dutch_street(text: str, place: str) -> None:
    assert meeting_place(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "Your interview will be on Teams. The job is on site.\nLocation: 12 Mill Lane, Leeds",
        "Position: Cook, on-site\nThe interview is on Teams.\nLocation: 12 Mill Lane, Leeds",
        "The interview is on Teams and the job is on site.\nLocation: 12 Mill Lane, Leeds",
        "The interview is on Teams. This is a hybrid role, two days on site.\nWhere: 12 Mill Lane",
        "The interview for the on-site role is on Teams.\nLocation: 12 Mill Lane, Leeds",
        "Das Gespräch findet über Teams statt. Die Stelle ist vor Ort.\nOrt: Lindenstraße 12, Köln",
        "L'entretien se fera par Teams. Vous travaillerez dans nos locaux.\nLieu : 12 rue des Lilas",
        "La entrevista será por Teams. El puesto es presencial.\nLugar: Calle Mayor 14, Madrid",
        "Il colloquio si terrà su Teams. Il lavoro è in presenza.\nLuogo: Via Garibaldi 8, Torino",
        "Het gesprek is via Teams. Het werk is op locatie.\nLocatie: Keizersgracht 101",
        "A entrevista será por Teams. O trabalho é presencial.\nLocal: Rua da Prata, 30",
        "Rozmowa odbędzie się na Teams. Praca stacjonarna.\nMiejsce: ul. Długa 5, Gdynia",
        "Görüşme Teams üzerinden yapılacaktır. İş yerinde çalışılır.\nYer: Bağdat Caddesi No: 12",
        "Intervjun sker via Teams. Tjänsten är på plats.\nPlats: Storgatan 4",
    ],
)
def test_a_job_on_site_makes_no_place_of_a_talk_on_a_screen(text: str) -> None:
    assert meeting_place(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "The first interview is on Teams. The second interview for the role is on site.",
        "The first interview for the job is on Teams, the second is in person.",
        "The first talk is on Teams. Then come in person and we talk about the job.",
        "The first interview is on Teams, the second is on-site.",
    ],
)
def test_a_talk_in_person_beside_one_on_a_screen_keeps_its_place(text: str) -> None:
    assert meeting_place(f"{text}\nWhere: 12 Mill Lane, Leeds") == "12 Mill Lane, Leeds"


class _Counting:
    """An expression that counts the characters in which it was looked for."""

    def __init__(self, expression: re.Pattern[str]) -> None:
        self.expression = expression
        self.seen = 0

    def search(self, text: str) -> re.Match[str] | None:
        self.seen += len(text)
        return self.expression.search(text)


@pytest.mark.parametrize("part", ["conf. A ", "abcstr. 3 ", "rm. \t B "])
def test_a_long_run_of_short_words_of_streets_is_read_once(
    part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Read anew from its beginning at each of its words, such a run took seconds.
    short = _Counting(module._SHORT_STREET)
    monkeypatch.setattr(module, "_SHORT_STREET", short)
    times = 6_000 // len(part)
    text = f"Please come to {part * times}"
    meeting_place(text)
    assert times < short.seen < 40 * times


def test_a_sentence_goes_on_behind_each_short_word_of_a_street() -> None:
    text = "Where: Hafenstr. 3, Bldg. C, 2 pm. See you."
    assert meeting_place(text) == "Hafenstr. 3, Bldg. C, 2 pm"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Wir laden Sie ein\n\nam Dienstag, den 28.07.2026 um 14:00 Uhr\nin unseren Markt Lindau, Nova-Allee 3 (bitte an der Information melden).", "Markt Lindau, Nova-Allee 3"),
        ("Kommen Sie bitte am Montag um 9 Uhr in unsere Filiale am Ring vorbei.", "Filiale am Ring"),
        ("Kommen Sie bitte am Montag um 9 Uhr in unser Büro am Ring.", "Büro am Ring"),
        ("Wir treffen uns in unserem Büro am Ring.", "in unserem Büro am Ring"),
    ],
)  # fmt: skip
def test_where_to_go_is_told_as_a_place(text: str, place: str) -> None:
    assert meeting_place(f"Sehr geehrter Herr Vale,\n\n{text}\n\nMit Gruß") == place


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("atölyeye gelin", "atölye"),
        ("Gebze'deki ofisimize gelin", "Gebze'deki ofisimiz"),
        ("ofisimizde görüşelim", "ofisimiz"),
        ("Konak şubemizde görüşelim", "Konak şubemiz"),
        ("otelimizin resepsiyonuna gelin", "otelimizin resepsiyonu"),
        ("salona gelin", "salon"),
        ("istasyonda buluşalım", "istasyon"),
        ("salonunda buluşalım", "salonu"),
        ("limana gelin", "liman"),
        ("fırına gelin", "fırın"),
        ("restoranımıza gelin", "restoranımız"),
        ("binasında görüşelim", "binası"),
        ("hastaneye gelin", "hastane"),
        ("mutfağa gelin", "mutfak"),
        ("eve gelin", "ev"),
    ],
)
def test_a_turkish_place_is_told_without_its_case(words: str, place: str) -> None:
    assert meeting_place(f"Salı günü saat 10:00'da {words}.") == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Haben Sie am Dienstag Zeit für ein Gespräch? Adresse: Spitalgasse 1, Haus A.", "Spitalgasse 1, Haus A"),
        ("Adresse: Spitalgasse 1, Haus A. Bitte melden Sie sich am Empfang.", "Spitalgasse 1, Haus A"),
        ("Das Gespräch ist am Montag. Adresse: Spitalgasse 1, Haus A, Uster. Bis dann", "Spitalgasse 1, Haus A, Uster"),
        ("Address: 12 Larch Lane, Building B. Ask for Ann.", "12 Larch Lane, Building B"),
        ("Adresse : 12 rue du Lac, bâtiment B. Demandez Anne.", "12 rue du Lac, bâtiment B"),
        ("Indirizzo: Via Olmo 3, palazzina B. Chieda di Anna.", "Via Olmo 3, palazzina B"),
        ("Adres: Lärkgatan 3, hus B. Fråga efter Anna.", "Lärkgatan 3, hus B"),
        ("Adresse: Praxis Dr. A. Lärch, Seestrasse 3", "Praxis Dr. A. Lärch, Seestrasse 3"),
        ("Das Gespräch ist bei uns in der Spitalgasse 1, Uster.", "Spitalgasse 1, Uster"),
        ("Adresse: Spitalgasse 1. Bitte melden Sie sich an.", "Spitalgasse 1"),
        ("Adresse: Spitalgasse 1, Eingang B, 2. Stock. Danke", "Spitalgasse 1, Eingang B, 2. Stock"),
    ],
)  # fmt: skip
def test_the_letter_of_a_building_is_part_of_the_place(text: str, place: str) -> None:
    assert meeting_place(text) == place


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("at 10am, Unit 9, Dock Road, Salford?", "Unit 9, Dock Road, Salford"),
        ("at 10 a.m., Unit 9, Dock Road, Salford.", "Unit 9, Dock Road, Salford"),
        ("at 10am, 9 Dock Road, Salford?", "9 Dock Road, Salford"),
        ("at 10.30am, Block 4, 12 Dock Road.", "Block 4, 12 Dock Road"),
        ("at 2pm, Suite 12b, Mill Lane", "Suite 12b, Mill Lane"),
        ("at Unit 9, Dock Road, Salford?", "Unit 9, Dock Road, Salford"),
    ],
)
def test_behind_the_hour_stands_the_house(where: str, place: str) -> None:
    text = f"Hi Robin,\n\nCould you come for an interview on Thursday 3 December {where}\n\nGrace Holt"
    assert meeting_place(text) == place


@pytest.mark.parametrize(
    "where",
    [
        "at 10am, block 3 hours for it.",
        "at 10am, 45 minutes with Ann Road.",
        "at 10am, Unit manager Ann will call you.",
        "at 10am, 2 Senior Buyers will be there.",
        "at 10am, Grace and I are both in.",
        "at 10am, 12 people have the same chance.",
        "at 10am, 20 Minutes Drive from Leeds station.",
        "at 10am, 1 Hour Way of Working presentation.",
        "at 10am, 2 Senior Buyers Park their cars at the back.",
        "at 10am on Zoom, Unit 9, Dock Road is our address.",
        "at 10am by phone.",
        "at 10am, Part 2, Case Study.",
        "at 10am, 3 December.",
    ],
)
def test_what_else_stands_behind_an_hour_is_no_house(where: str) -> None:
    text = f"Hi Robin,\n\nCould you come for an interview on Thursday 3 December {where}\n\nGrace Holt"
    assert meeting_place(text) == ""
