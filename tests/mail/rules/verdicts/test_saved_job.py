"""What a board tells of a job that the reader only looked at ends no application."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.tables import part_of_all
from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Address, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.saved_job import of_saved_job


def _mail(subject: str, text: str) -> Message:
    sender = Address("Larkboard", "no-reply@larkboard.example")
    return Message("k", "m@x.example", None, sender, subject, text)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Job", "The vacancy you looked at, Billing Clerk, is no longer accepting applications."),
        ("Job", "The posting you saved has been filled. Sign up for job alerts to hear of similar ones."),
        ("Stelle", "Die Stelle, die Sie angesehen haben, ist besetzt. Richten Sie einen Jobalarm ein."),
    ],
)  # fmt: skip
def test_a_job_that_was_only_looked_at_ends_nothing(subject: str, text: str) -> None:
    assert read_message(_mail(subject, text)).verdict not in ENDINGS


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Job", "The position you applied for has been filled."),
        ("Your application", "The posting you saved has been filled. Your application is closed."),
        ("Ihre Bewerbung", "Die Stelle, die Sie angesehen haben, ist besetzt. Ihre Bewerbung wird nicht weiter verfolgt."),
    ],
)  # fmt: skip
def test_one_that_was_applied_for_does(subject: str, text: str) -> None:
    assert read_message(_mail(subject, text)).verdict in ENDINGS


@pytest.mark.parametrize(
    "words",
    [
        "the job you saved", "die stelle, die sie sich gemerkt haben", "l'offre que vous avez consultée",
        "la oferta que ha visto", "l'offerta che hai salvato", "de vacature die je hebt bekeken",
        "oferta, którą pan oglądał", "a vaga que você viu", "tjänsten som du har sparat", "görüntülediğiniz ilan",
    ],
)  # fmt: skip
def test_ten_languages_say_that_it_was_looked_at(words: str) -> None:
    assert part_of_all("saved_job", "saved").search(words)


@given(st.text(max_size=200), st.sampled_from(list(Verdict)))
def test_only_an_ending_is_taken_back(text: str, verdict: Verdict) -> None:
    said = Classification(verdict, 0.9)
    found = of_saved_job(said, message=_mail("", text)).verdict
    assert found is verdict or verdict in ENDINGS
