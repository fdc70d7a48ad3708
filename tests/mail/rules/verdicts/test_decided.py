"""Sentences that decide what a mail means: no success, and an offer that is taken back."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Verdict
from onward.mail.rules.verdicts.decided import takes_back_offer
from tests.mail.rules.letters import make_message

MANY = "We received over 140 applications. You can ask for feedback within 14 days by replying to this email."


@pytest.mark.parametrize(
    "text",
    [
        f"Dear Robin, on this occasion your application for Fleet Administrator has been unsuccessful. {MANY}",
        f"Dear Robin, unfortunately on this occasion your application for Fleet Administrator has been unsuccessful. {MANY}",
        f"Dear Robin, your application for Fleet Administrator was not successful. {MANY} Your details stay on file for six months.",
        "Sehr geehrte Frau Vale, Ihre Bewerbung als Fuhrparkverwalterin war diesmal leider nicht erfolgreich. Bei uns sind über 140 Bewerbungen eingegangen. Sie können innerhalb von 14 Tagen um eine Rückmeldung bitten, indem Sie auf diese E-Mail antworten.",
    ],
)  # fmt: skip
def test_an_application_without_success_is_a_no(text: str) -> None:
    message = make_message(
        "Fleet Administrator EC/4471", text, sender="jobs@elmcity.example"
    )
    assert read_message(message).verdict is Verdict.REJECTION


def test_what_may_be_without_success_decides_nothing() -> None:
    text = (
        "Dear Robin, thank you for your application for Fleet Administrator, which we have "
        "received. If your application has been unsuccessful you will hear from us in May. "
        + MANY
    )
    message = make_message("Fleet Administrator", text, sender="jobs@elmcity.example")
    assert read_message(message).verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your offer", "Dear Robin\n\nWe have to withdraw the offer made to you on 18 September.\n\nDonna Pell"),
        ("Your offer", "Dear Robin\n\nI am very sorry but we are withdrawing the offer made to you.\n\nDonna Pell"),
        ("Your offer", "Dear Robin\n\nUnfortunately we have decided to withdraw your job offer.\n\nDonna Pell"),
        ("Your offer", "Dear Robin\n\nFollowing a review of headcount by our parent company all recruitment at Elmbridge has been stopped, and I regret that we have to withdraw the offer made to you on 18 September.\n\nI am very sorry.\n\nDonna Pell"),
        ("Warehouse Supervisor", "Dear Robin\n\nWe have to withdraw the offer made to you on 18 September. I am very sorry, and so is everybody here who met you. Please do not hesitate to ring me about this at any time.\n\nDonna Pell\nElm Distribution"),
        ("Lagerleitung", "Sehr geehrte Frau Vale,\n\nwir müssen das Angebot, das wir Ihnen am 18. September gemacht haben, leider zurückziehen.\n\nDonna Pell"),
    ],
)  # fmt: skip
def test_an_offer_taken_back_ends_it(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict in ENDINGS


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your offer", "Dear Robin\n\nI regret that we have to withdraw our offer.\n\nDonna Pell"),
        ("Votre offre", "Bonjour Robin,\n\nNous devons malheureusement retirer notre offre.\n\nDonna Pell"),
        ("Uw aanbod", "Beste Robin,\n\nHelaas moeten wij ons aanbod intrekken.\n\nDonna Pell"),
    ],
)  # fmt: skip
def test_it_is_never_an_offer(subject: str, text: str) -> None:
    assert takes_back_offer(make_message(subject, text))
    assert read_message(make_message(subject, text)).verdict is not Verdict.OFFER


@pytest.mark.parametrize(
    "text",
    [
        "We are pleased to offer you the job of Net Mender. If your references are not satisfactory we may withdraw this offer.",
        "We are pleased to offer you the job of Net Mender. The offer is withdrawn unless you sign by 3 May.",
        "Wir freuen uns, Ihnen die Stelle als Netzflickerin anzubieten. Sollten die Papiere fehlen, müssen wir das Angebot zurückziehen.",
    ],
)  # fmt: skip
def test_an_offer_that_may_be_withdrawn_stands(text: str) -> None:
    message = make_message("Your offer", f"Dear Robin,\n\n{text}\n\nDonna Pell")
    assert not takes_back_offer(message)
    assert read_message(message).verdict is Verdict.OFFER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Skills-based hiring: hype or here to stay?",
            "In this week's issue\n\n- Two thirds of employers plan to drop degree requirements\n"
            "- How to write a rejection email candidates won't screenshot\n- Webinar: structured "
            "interviews that work\n- Tribunal corner: job offer withdrawn after reference\n\n"
            "Forward to a colleague",
        ),
        (
            "The house",
            "Dear Robin, the seller has withdrawn from the sale of the house, and so our offer is "
            "withdrawn as well. The estate agent will ring you.",
        ),
    ],
)
def test_the_offers_of_others_are_no_no(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict not in ENDINGS


@pytest.mark.parametrize(
    "text",
    [
        "Robin, Fernhill have put a stop on all new starters as of this afternoon, so there's no start on Monday.\n\nLen",
        "Robin, Fernhill have put a stop on all new starters as of this afternoon, so there's no start on Monday. Don't turn up, they won't let you in. I'll ring you next week if I get owt else.\n\nLen",
        "Hallo Robin, Fernhill hat einen Einstellungsstopp verhängt, am Montag können Sie dort also nicht anfangen. Ich melde mich, sobald ich etwas anderes habe.\n\nLena Stark",
    ],
)  # fmt: skip
def test_a_first_day_that_is_off_ends_the_job(text: str) -> None:
    reading = read_message(make_message("Re: Fernhill Foods - start date", text))
    assert reading.verdict is Verdict.POSITION_CLOSED


def test_a_first_day_that_is_moved_ends_nothing() -> None:
    text = (
        "Robin, your start on Monday is off as the line is down, it is moved to Thursday "
        "instead. Same gate, 6 am.\n\nLen"
    )
    reading = read_message(make_message("Re: Fernhill Foods - start date", text))
    assert reading.verdict not in ENDINGS


@pytest.mark.parametrize(
    "text",
    [
        "Liebe Frau Roe,\n\nich wollte es Ihnen selber schreiben, bevor Sie es in der Zeitung lesen. Die Gemeinde verlängert unseren Pachtvertrag nicht, wir sperren mit Jahresende für immer zu.\n\nDanke für Ihre Geduld. Kommen Sie noch auf ein Essen vorbei!\n\nRosi Penz",
        "Hallo Ida,\n\nleider hat uns die Brauerei gekündigt und wir hören im März endgültig auf. Einen Koch brauchen wir somit leider nicht mehr. Komm gern noch auf ein Bier vorbei!\n\nToni",
    ],
)  # fmt: skip
def test_a_house_that_closes_for_good_has_no_opening(text: str) -> None:
    reading = read_message(make_message("Re: Bewerbung als Köchin", text))
    assert reading.verdict is Verdict.POSITION_CLOSED


def test_a_farewell_to_guests_ends_no_application() -> None:
    text = "Liebe Gäste!\n\nNach 40 Jahren schließen wir endgültig zu Silvester. Danke für Ihre Treue!\n\nIhr Team"
    reading = read_message(make_message("Abschied", text))
    assert reading.verdict is Verdict.OTHER
