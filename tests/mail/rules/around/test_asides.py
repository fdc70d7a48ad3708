"""What a no says by the way does not make it a receipt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.around.asides import without_asides
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Entscheidung über Ihre Bewerbung", "Sehr geehrte Frau Roe,\n\nwir haben Ihnen am 3. März den Eingang Ihrer Bewerbung als Prüfungsassistentin bestätigt und Sie um etwas Geduld gebeten. Heute kommen wir darauf zurück.\n\nUnser Haus erhält jährlich viele Bewerbungen. In Köln übersteigt die Zahl der Bewerber die Zahl der Plätze, sodass wir auch gut geeigneten Kandidaten nicht immer eine Zusage geben können. Zu unserem Bedauern gilt dies auch für Ihre Bewerbung.\n\nMit freundlichen Grüßen\nTeam Recruiting"),
        ("KN-17: Ihre Bewerbung als Industriemechanikerin", "Sehr geehrte Frau Roe,\n\ndanke, dass Sie sich bei Kanto beworben haben.\n\n1. Eingang – erledigt\n2. Prüfung – erledigt, negativ\n3. Interview – entfällt\n\nLeider hat der Fachbereich entschieden, Ihre Bewerbung (KN-17) nicht weiterzuführen.\n\nIhre zweite Bewerbung (KN-30, Monteurin) ist davon nicht betroffen.\n\nHR Services"),
    ],
)  # fmt: skip
def test_a_no_beside_them_is_one(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your patience. We confirmed on 3 March that your application for Chef had arrived. It is still under review and we will write in May.",
        "Guten Tag Frau Roe, am 3. März haben wir Ihnen den Eingang Ihrer Bewerbung als Köchin bestätigt. Die Prüfung dauert länger, wir melden uns im Mai. Leider gilt das auch für Ihre zweite Bewerbung.",
        "Thank you for applying as Baker. Your other application for Chef is not affected and remains open. We will come back to you on both.",
    ],
)
def test_a_receipt_beside_them_stays_one(text: str) -> None:
    read = read_message(make_message("Your application", text))
    assert read.verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    "text",
    [
        "We confirmed on 3 March that your application had arrived.",
        "Your second application (BA-2, Baker) is not affected by this.",
        "Wir haben Ihnen den Eingang Ihrer Bewerbung bestätigt.",
        "Ihre andere Bewerbung bleibt davon unberührt.",
        "Nous avions accusé réception de votre candidature.",
        "Votre autre candidature reste à l'étude.",
        "Confirmamos la recepción de su candidatura el 3 de marzo.",
        "Tu otra candidatura sigue en curso.",
        "Avevamo confermato la ricezione della candidatura il 3 marzo.",
        "La tua seconda candidatura resta in valutazione.",
        "Confirmámos a receção da sua candidatura em 3 de março.",
        "A sua outra candidatura mantém-se em análise.",
        "Wij hadden u de ontvangst van uw sollicitatie bevestigd.",
        "Uw andere sollicitatie loopt gewoon door.",
        "Vi bekräftade den 3 mars att vi mottagit din ansökan redan.",
        "Din andra ansökan påverkas inte.",
        "Potwierdziliśmy wtedy otrzymanie aplikacji.",
        "Twoja druga aplikacja pozostaje w toku.",
        "Başvurunuzun alındığını size bildirmiştik.",
        "Diğer başvurunuz bundan etkilenmez.",
    ],
)
def test_it_is_found_in_every_language(text: str) -> None:
    left = without_asides(make_message("Mail", text))
    assert left is not None
    assert not left.text.strip()


def test_what_is_no_sentence_is_not_looked_through() -> None:
    text = "andere bewerbung davon haben eingang erhalt " * 130
    assert without_asides(make_message("Mail", f"{text} bestätigt.")) is None


def test_what_decides_stays() -> None:
    text = "Your application is not affected. We confirm that it has arrived."
    assert without_asides(make_message("Mail", text)) is None


@given(st.text(alphabet="other application unaffected. \n", max_size=120))
def test_what_is_left_has_the_same_length(text: str) -> None:
    left = without_asides(make_message("Mail", text))
    assert left is None or len(left.text) == len(text)
