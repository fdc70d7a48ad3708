from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.titles.words import (
    is_title_subject,
    names_title,
    sounds_like_title,
    title_runs,
    title_words,
)
from onward.mail.rules.verdicts.signals import engine


@pytest.mark.parametrize(
    "subject",
    [
        "Night porter",
        "Head roaster",
        "RE: Lift Engineer",
        "Assistenzarzt Pädiatrie",
        "Koch (m/w/d) Mensa Nord",
        "Your application for Boat Builder (m/f/d)",
    ],
)
def test_a_subject_that_is_a_job_title_is_known(subject: str) -> None:
    assert is_title_subject(subject)


@pytest.mark.parametrize(
    "subject",
    ["Lunch?", "Corner not want cook about real.", "Your order has shipped", ""],
)
def test_a_subject_that_is_none_is_not(subject: str) -> None:
    assert not is_title_subject(subject)


def test_everyday_words_are_no_titles_in_running_text() -> None:
    whole, ends = title_words()
    assert {"doctor", "lead", "host"}.isdisjoint(whole)
    assert {"leitung", "kraft"}.isdisjoint(ends)


def test_a_compound_ends_in_a_title_and_a_longer_word_does_not() -> None:
    assert engine().scan("als Lagerarbeiter bei uns").titles == {"arbeiter"}
    assert not engine().scan("Die Arbeiterklasse.").titles


@given(st.text(max_size=80))
def test_any_subject_is_taken(subject: str) -> None:
    assert is_title_subject(subject) in (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "We liked your letter for Copy Editor.",
        "Als Gärtnerin kannst du im März anfangen.",
        "You could be our Bar Manager.",
    ],
)
def test_a_text_names_a_title_by_what_stands_before_it(text: str) -> None:
    assert names_title(text)


@pytest.mark.parametrize(
    "text", ["See you for December dinner.", "As Peter said.", "Als Erstes: danke."]
)
def test_names_and_months_are_no_titles(text: str) -> None:
    assert not names_title(text)


@pytest.mark.parametrize("title", ["Ceramist", "Käser", "Blockman", "jackaroo"])
def test_a_title_that_no_list_has_sounds_like_one(title: str) -> None:
    assert sounds_like_title(title)


@pytest.mark.parametrize("text", ["Reminder", "Oktober", "Your offer", "Lunch?", ""])
def test_words_that_end_alike_do_not(text: str) -> None:
    assert not sounds_like_title(text)


def test_a_title_is_found_wherever_it_stands() -> None:
    text = "Still keen to talk Café Manager with you."
    assert list(title_runs(text, subject="")) == ["Café Manager"]


@pytest.mark.parametrize(
    "text",
    [
        "We wait for our Head of Sales to come back.",
        "Anna Lind, Senior Recruiter",
        "The CTO said so.",
        "Sie war Beraterin.",
    ],
)
def test_somebody_elses_job_is_left_out(text: str) -> None:
    assert list(title_runs(text, subject="")) == []
