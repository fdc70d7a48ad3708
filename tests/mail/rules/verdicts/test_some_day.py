"""What is to come once another opening does invites nobody today."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from onward.mail.rules.verdicts.beside import without_some_day
from tests.mail.rules.letters import make_message

SOME_DAY = [
    "Should a similar role become available, we would be glad to invite you to meet the team.",
    "We would be happy to invite you should another position come up.",
    "If we are hiring again in the spring I would love to meet you for an interview.",
    "Once another opening arises we will invite you to an interview.",
    "Gerne laden wir Sie ein, sollte eine weitere Stelle frei werden.",
    "Sobald wieder eine Stelle zu besetzen ist, laden wir Sie gerne zu einem Gespräch ein.",
    "Falls sich eine neue Vakanz ergibt, würden wir Sie gern zum Gespräch einladen.",
    "Nous serions heureux de vous inviter à un entretien si un autre poste se libère.",
    "Nos encantaría invitarte a una entrevista si surge otra vacante.",
    "Saremmo lieti di invitarla a un colloquio se si liberasse un altro posto.",
    "Teremos todo o gosto em convidá-la para uma entrevista se surgir outra vaga.",
    "Mocht er een andere plek vrijkomen, dan nodigen we je graag uit voor een gesprek.",
    "Chętnie zaprosimy Pana na rozmowę, jeśli pojawi się inne stanowisko.",
    "Skulle en annan tjänst bli ledig kallar vi dig gärna till intervju.",
    "Yeni bir pozisyon açıldığında sizi mülakata davet edeceğiz.",
    "If a day shift comes up I'll ring you.",
    "Should a part-time post come up, I'll give you a call.",
    "If something comes up I'll ring you.",
    "Falls eine Tagschicht frei wird, rufe ich Sie an.",
    "Si un poste de jour se libère, je vous appelle.",
    "Si sale un turno de día, te llamo.",
    "Se si libera un turno di giorno la chiamo.",
    "Als er een dagdienst vrijkomt bel ik je.",
    "Jeśli zwolni się zmiana dzienna, zadzwonię.",
    "Se surgir um turno de dia, ligo-lhe.",
    "Om det dyker upp ett dagpass ringer jag dig.",
    "Gündüz bir vardiya açılırsa sizi ararım.",
]
TODAY = [
    "If something comes up and you cannot make it, call us.",
    "If anything comes up before then and you want to reschedule, ring me.",
    "Should a further date become free, we will tell you.",
    "Another position has come up, and we would be happy to invite you.",
    "Falls Ihnen der Termin nicht passt, rufen Sie an.",
    "Si vous avez un autre empêchement, appelez-nous.",
]


def read(text: str, *, subject: str = "Your application") -> Verdict:
    return read_message(make_message(subject, text, sender="ana@crole.example")).verdict


@pytest.mark.parametrize(
    ("subject", "filled", "some_day"),
    [
        ("Your application as Clerk", "We have filled the vacancy.", SOME_DAY[0]),
        ("Your application as Clerk", "We have filled the job.", SOME_DAY[1]),
        ("Your application as Clerk", "The vacancy is filled.", SOME_DAY[2]),
        ("Ihre Bewerbung", "Die Stelle ist inzwischen besetzt.", SOME_DAY[4]),
        ("Ihre Bewerbung", "Die Stelle ist vergeben.", SOME_DAY[5]),
        ("Votre candidature", "Le poste est pourvu.", SOME_DAY[7]),
        ("Su candidatura", "El puesto ya está cubierto.", SOME_DAY[8]),
        ("La sua candidatura", "La posizione è stata coperta.", SOME_DAY[9]),
    ],
)
def test_a_no_is_not_turned_by_what_may_come_some_day(
    subject: str, filled: str, some_day: str
) -> None:
    text = f"Hello Robin,\n\n{filled} {some_day}\n\nAna"
    assert read(text, subject=subject) is Verdict.REJECTION


def test_a_receipt_is_not_turned_by_it_either() -> None:
    text = "Thank you for your application. Should a suitable role open up, we will invite you to an interview."
    text = f"Hello Robin,\n\n{text}\n\nAna"
    assert read(text, subject="Your application as Clerk") is Verdict.CONFIRMATION


@pytest.mark.parametrize("said", [*SOME_DAY[:4], *TODAY[:4]])
def test_who_is_invited_today_stays_so(said: str) -> None:
    text = f"Hello Robin,\n\nwe would like to invite you to an interview on Friday 12 March at 10:00. {said}\n\nAna"
    assert read(text, subject="Your application as Clerk") is Verdict.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "I understand completely, thanks for being straight with me. If a day shift comes up I'll ring you.",
        "No worries, thanks for letting us know. Should a day post come up, I'll give you a call.",
        "Should a day post come up, I'll give you a call.",
        "Alles klar, danke für die ehrlichen Worte. Falls eine Tagschicht frei wird, rufe ich Sie an.",
    ],
)
@pytest.mark.parametrize("subject", ["Re: Night shift", "Re: Warehouse operative", "Re: Job offer", "Re: Night Warehouse Operative - offer"])  # fmt: skip
@pytest.mark.parametrize("is_known", [False, True])
def test_a_polite_answer_invites_to_nothing(
    text: str, subject: str, is_known: bool
) -> None:
    message = make_message(subject, f"{text}\n\nAna", sender="ana@crole.example")
    verdict = read_message(message, is_known=is_known).verdict
    assert verdict in {Verdict.OTHER, Verdict.AMBIGUOUS}


@pytest.mark.parametrize("said", SOME_DAY)
def test_it_is_blanked_in_its_place(said: str) -> None:
    message = make_message("News", f"Hello Robin,\n\n{said} Goodbye.\n\nAna")
    rest = without_some_day(message)
    assert rest is not None
    assert len(rest.text) == len(message.text)
    assert rest.text.split() == ["Hello", "Robin,", "Goodbye.", "Ana"]


@given(st.sampled_from(TODAY), st.text("abc .\n", max_size=40))
def test_what_holds_today_stays(said: str, before: str) -> None:
    assert without_some_day(make_message("News", f"{before}.\n\n{said}")) is None
