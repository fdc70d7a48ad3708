"""The status that a portal gives an application, and mail that only names statuses."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Verdict
from tests.mail.rules.letters import make_message

NEWS = "More jobs like this one: Depot Clerk, Hull. Bus Cleaner, Leeds. Update your profile to be seen."


@pytest.mark.parametrize(
    "status",
    [
        "Status: Not shortlisted by the recruiter",
        "New status: Not selected",
        "Application status: no longer under consideration",
        "Status changed to rejected",
    ],
)
def test_a_status_says_the_no_among_what_a_board_advertises(status: str) -> None:
    told = f"Hi Robin,\n\nThere is an update on a job you applied to.\n\nTram Driver\n{status}\n\n{NEWS}\n"
    message = make_message("Update on your application for Tram Driver", told)
    assert read_message(message).verdict is Verdict.REJECTION


@pytest.mark.parametrize(
    "status",
    [
        "Status: Under review",
        "Status: not yet reviewed",
        "If your status is rejected, you will hear by mail",
        "Status: Shortlisted",
    ],
)
def test_another_status_is_no_no(status: str) -> None:
    told = f"Hi Robin,\n\nThank you for applying as a tram driver. We have your application.\n{status}\n"
    message = make_message("Your application for Tram Driver", told)
    assert read_message(message).verdict not in ENDINGS


def test_a_status_of_something_else_is_no_no() -> None:
    message = make_message("Your parcel claim", "Claim 88.\nStatus: Not approved\n")
    assert read_message(message).verdict is Verdict.OTHER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Fitter in Cork", "Sorry Pat, the start has moved again so I don't need anyone now. You did nothing wrong, thanks for applying."),
        ("Your offer, Site Foreman", "Dear Mr Rao, as the licence came late the management withdraws all offers for the site; your offer letter stands cancelled."),
        ("Your references", "Dear Ida, both references for the carer post are here. We are not able to confirm the post, as our offer depended on them."),
        ("Your application for Pay Clerk", "Your application for Pay Clerk at Larkhall is unlikely to progress further."),
        ("Vacancy 31, outcome", "Dear applicant, the list lapses with the filling of all vacancies. No further offers will be made from it."),
    ],
)  # fmt: skip
def test_what_was_promised_or_hoped_for_ends(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict in ENDINGS


TAKEN_BACK = (
    "Robin, I hate to write this. The landlord wants the shop back in May, so nobody can "
    "start here. I have to withdraw the offer I made you. Ines"
)


@pytest.mark.parametrize(("subject", "is_told"), [("Re: Trial", True), ("Shop", False)])
def test_an_answer_of_somebody_known_is_heard_though_it_names_a_landlord(
    subject: str, is_told: bool
) -> None:
    reading = read_message(make_message(subject, TAKEN_BACK), is_known=True)
    assert (reading.verdict in ENDINGS) is is_told


def test_a_job_that_went_away_is_asked_about_where_it_sounds_like_life() -> None:
    text = "Hi Robin, I have to withdraw the job offer I made you. Really sorry. Pam"
    reading = read_message(make_message("Re: trial shift?", text))
    assert reading.verdict in {*ENDINGS, Verdict.AMBIGUOUS}


@pytest.mark.parametrize(
    ("subject", "text", "sender"),
    [
        ("Larkhall has requested a background check", "Hi Sam, Larkhall Transit requested a background check for your application. Please provide what it needs.", "no-reply@checkr.com"),
        ("More to answer: Office Clerk", "For your application the agency asks you to respond to two supplemental questions.", "jobs@larkhall.example"),
        ("Your form", "Thank you for applying for the warden job. You've left question 7 blank, and I need it before the panel can see your application.", "hilary@larkhall.example"),
    ],
)  # fmt: skip
def test_what_an_employer_still_needs_is_asked_for(
    subject: str, text: str, sender: str
) -> None:
    message = make_message(subject, text, sender=sender)
    assert read_message(message).verdict is Verdict.INFORMATION_REQUEST


@pytest.mark.parametrize(
    ("subject", "text", "verdict"),
    [
        ("RE: Following up on my application", "Thanks for checking in. Greg does the scheduling himself, so I don't have a timeline to give you for the Loan Clerk job.", Verdict.AMBIGUOUS),
        ("Re: Danke für das Gespräch", "Danke für Ihre nette Mail, das Gespräch hat mir Freude gemacht. Wir sehen uns noch zwei andere Bewerber für den Verkäufer (m/w/d) an und sprechen dann.", Verdict.AMBIGUOUS),
        ("Ihre Bewerbung", "Vielen Dank für Ihre Bewerbung als Küster. Der Ausschuss tritt am 28. Februar zusammen. Eine frühere Antwort ist uns leider nicht möglich.", Verdict.CONFIRMATION),
        ("Bewerbertag am 9. November", "Hey Selin, der Test ist geschafft! Wir laden dich zu einem Gespräch mit der Leitung an unserem Bewerbertag für die Ausbildung zur Floristin ein. Samstag, 9. November, 9:00 Uhr.", Verdict.INTERVIEW),
        ("Thanks for applying", "Thanks for applying for our Industrial Placement.\n\nOur process has four steps:\nOnline application (done)\nOnline assessments - we'll send a link within 48 hours if you meet our minimum criteria\nVideo interview\nVirtual assessment centre\n\nWe recruit on a rolling basis.", Verdict.CONFIRMATION),
    ],
)  # fmt: skip
def test_what_goes_on_is_no_end_and_no_test(
    subject: str, text: str, verdict: Verdict
) -> None:
    assert read_message(make_message(subject, text)).verdict is verdict


def test_an_offer_for_a_house_that_is_declined_is_no_no() -> None:
    text = "I've put forward your offer of £287,500. They've asked me to thank you but unfortunately they aren't in a position to accept it, as they've had interest from another buyer who's chain free."
    message = make_message("Offer on 18 Plover Close", text)
    assert read_message(message).verdict is Verdict.OTHER
