"""Noes told as a fact or by the way, and mail in the same words that tells none."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Verdict
from tests.mail.rules.letters import make_message


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your application", "Thanks for your note. The job went on Tuesday, sorry nobody told you."),
        ("Warehouse application", "Our Hull depot is fully staffed for the winter, so this application ends here."),
        ("Re: Joinery work?", "hi robin what a kind note. only two of us here so we've nothing at the mo and prob won't before autumn, sorry. Will keep your cv tho"),
        ("Re: My letter", "Hello Robin, thanks for the CV. There's nothing going at the moment, sorry, it is our quiet time. We'll keep it."),
        ("Your letter", "Thank you for your letter and papers. The post had already been filled when they reached us."),
        ("Summer analyst", "Thank you for coming to the interview. We won't be able to offer you a place this summer."),
        ("Applicant 5501", "Applicant, the panel has elected to discontinue your application. You may apply again in a year."),
        ("Your application", "Thank you for applying. We are not taking on any new applicants for this role this winter."),
        ("Kitchen porter job", "Hello Robin, we decide to go with someone who can work Sundays. Good luck!"),
        ("Steward, Saturday", "Your application for the shift was declined: the organiser picked other stewards for it."),
        ("Care assistant", "The licence was taken from us, so the offer letter of May can no longer stand. We are truly sorry."),
        ("Stage manager job", "Thanks to all who applied. If you are getting this email you are not on the list we are seeing."),
        ("Your proposal", "The job you applied for was closed by the client without hiring."),
        ("Your proposal", "The client awarded this job to another translator. Your proposal for it is closed."),
        ("Your casting", "Thank you for the tape you sent for the role. We've gone a different way with the part and are now fully cast."),
        ("Your online test", "Thank you for completing the test for our graduate scheme. Your score fell just below our benchmark this year."),
        ("Your application to Crole", "Thank you for applying. If you have not heard from us by now, we were not able to invite you to an interview."),
        ("Your application", "Bellweather has updated your application for Sales Consultant: NOT SELECTED."),
        ("Ihre Bewerbung", "Ihre Bewerbung auf die genannte Stelle findet keine Berücksichtigung."),
        ("Vorbereitungsdienst", "Zum 1. Mai haben sich 90 Personen um 30 Plätze beworben. Nach der Rangfolge konnten Sie keinen Platz erhalten. Ihre Bewerbung wird nicht übertragen."),
        ("Ihre Bewerbung", "Das Auswahlgespräch hat ergeben, dass wir Sie zum August nicht einstellen können."),
        ("Ihre Bewerbung als Zimmerin", "Danke für Ihre Bewerbung. Bei uns ruht die Personalsuche bis auf Weiteres, wir schließen die Anzeige heute."),
    ],
)  # fmt: skip
def test_a_no_by_the_way_is_one(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict in ENDINGS


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your application", "Thank you for applying. We are not fully staffed yet and will come back to you in May."),
        ("Your application", "Thank you for your application. The list of those we see is made on Friday."),
        ("Ihre Bewerbung", "Danke für Ihre Bewerbung. Wir schließen die Anzeige am 3. Mai und melden uns danach."),
        ("The shop", "The lift is fully booked on Friday, the last table went on Tuesday."),
    ],
)  # fmt: skip
def test_words_like_these_tell_no_no_elsewhere(subject: str, text: str) -> None:
    assert read_message(make_message(subject, text)).verdict not in ENDINGS


@pytest.mark.parametrize(
    ("subject", "text", "verdict"),
    [
        (
            "Notice of eligibility",
            "Posting 31-207, Park Ranger\n\nYou do not meet the minimum qualifications for "
            "this title. You will not be considered further.",
            Verdict.REJECTION,
        ),
        (
            "Thank you for your application",
            "Thank you for your application for the role of Net Mender at Harbour Nets. "
            "We have received it and call people in order. Please don't send a second application.",
            Verdict.CONFIRMATION,
        ),
        (
            "Thank you from Larch House",
            "Thank you for submitting your interest in the Night Cook opportunity. We will "
            "review your information and reach out if it matches what we need.",
            Verdict.CONFIRMATION,
        ),
    ],
)
def test_a_number_and_an_interest_do_not_change_what_is_said(
    subject: str, text: str, verdict: Verdict
) -> None:
    message = make_message(subject, text, sender="jobs@larch-house.example")
    assert read_message(message).verdict is verdict


def test_who_checks_and_does_not_decide_says_no_no() -> None:
    text = (
        "You applied for Night Porter with Larch House, who asked us for a background check. "
        "Please sign the form. We do not make hiring decisions."
    )
    message = make_message("Your background check", text, sender="hello@checks.example")
    assert read_message(message).verdict not in ENDINGS


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("Gran <gran.roe@quillpost.example>", "Told Ada you've got a new job at last. Bring the photos on Sunday x"),
        ("Bob Ash <bob@quillpost.example>", "They phoned!! I start on the 4th, offer letter arrived this morning. Beers on me"),
        ("Nora Fell <nora@quillpost.example>", "Got a new boss, a new desk and no biscuits. Heard from the library yet?"),
    ],
)  # fmt: skip
def test_news_of_friends_is_no_employer_s(sender: str, text: str) -> None:
    found = read_message(make_message("news", text, sender=sender)).verdict
    assert found is Verdict.OTHER


def test_an_employer_that_has_got_somebody_says_no() -> None:
    text = "Hi Robin, thanks for coming in. We've got a new receptionist now, so no need to wait."
    found = read_message(make_message("Receptionist", text)).verdict
    assert found in ENDINGS


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Re: Warehouse Team Leader - Wakefield",
            "Hi Robin,\n\nCan you send me a copy of your reach licence when you get a chance, "
            "front and back. Wakefield have gone for one of their own lads in the end by the way. "
            "But I've got something at Fernhill Foods coming up.\n\nLee",
        ),
        (
            "AW: Teamleitung Lager",
            "Hallo Robin,\n\nbitte schicken Sie mir noch Ihr Arbeitszeugnis und eine Kopie Ihres "
            "Staplerscheins für Ihre Bewerbungsunterlagen. Die Firma Brand hat sich übrigens für "
            "einen anderen Bewerber entschieden.\n\nJens Wolf\nPersonalvermittlung",
        ),
    ],
)
def test_a_no_beside_a_request_is_not_passed_over(subject: str, text: str) -> None:
    verdict = read_message(make_message(subject, text)).verdict
    assert verdict in ENDINGS | {Verdict.AMBIGUOUS}


@pytest.mark.parametrize(
    ("text", "is_no"),
    [
        ("wird bei mir morgen nix vor halb sechs, Mähdrescher kommt. Sagen wir 17.30", False),
        ("Das wird am Freitag nichts vor 16 Uhr bei uns. Gleicher Ort.", False),
        ("Das wird mit uns nichts, tut mir leid.", True),
        ("Wird leider nix, haben schon jemand gefunden.", True),
    ],
)  # fmt: skip
def test_nothing_before_an_hour_is_no_no(text: str, is_no: bool) -> None:
    message = make_message("AW: Bewerbung", text, sender="jo@larch-house.example")
    found = read_message(message, is_known=True).verdict
    assert (found in ENDINGS) is is_no
