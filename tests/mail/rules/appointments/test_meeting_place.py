"""Where an invitation in words wants somebody to come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.appointments.meeting_place import meeting_place


@pytest.mark.parametrize(
    ("text", "place"),
    [
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
            "istasyonun arkasındaki depomuza",
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
            "in unser Lager",
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


@given(st.text(alphabet="at in our depot, Gate 4.\n:ÄöI'", max_size=120))
def test_whatever_is_written_a_place_is_one_short_line(text: str) -> None:
    place = meeting_place(text)
    assert len(place) <= 120
    assert "\n" not in place
