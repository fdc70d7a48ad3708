from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.patterns import (
    PLACES,
    before_slots,
    compile_phrase,
    fact_words,
    load_facts,
    matches,
)


def test_every_phrase_can_be_reached_by_its_anchor() -> None:
    for facts in load_facts():
        assert facts.subject
        assert facts.body
        for pattern in (*facts.subject, *facts.body):
            assert pattern.anchor
            assert pattern.anchor == pattern.anchor.lower()
            assert pattern.expression.pattern


def test_every_language_brings_the_same_lists() -> None:
    kinds = [set(facts.words) for facts in load_facts()]
    needed = {"role_words", "never_company", "closings", "requisition_labels"}
    assert all(needed <= kind for kind in kinds)
    assert "engineer" in fact_words("role_words")
    assert "entwickler" in fact_words("role_words")


def test_an_unknown_slot_is_refused() -> None:
    with pytest.raises(KeyError):
        compile_phrase("to {nobody}")


PATTERNS = [
    pattern
    for facts in load_facts()
    for place in PLACES
    for pattern in getattr(facts, place)
]
SLOT = re.compile(r"\{[a-z_]+\}")
FILLED = {"{requisition}": "R-2041", "{end}": "", "{stop}": "", "{gender}": "(?:m/w)"}


def filled(phrase: str) -> re.Pattern[str]:
    """Return what finds a phrase around a name, a title or a number."""
    words = SLOT.sub(lambda slot: FILLED.get(slot[0], "Harbour Clerk"), phrase)
    return re.compile(words, re.IGNORECASE)


@given(data=st.data(), before=st.sampled_from(["", "Hello. ", "\n"]))
def test_where_a_phrase_stands_what_is_before_its_slots_stands_too(
    data: st.DataObject, before: str
) -> None:
    pattern = data.draw(st.sampled_from(PATTERNS))
    text = before + data.draw(st.from_regex(filled(pattern.phrase)))
    found = pattern.expression.search(text)
    begun = pattern.opening.search(text)
    assert found is None or (begun is not None and begun.start() <= found.start())
    if found is not None:
        assert pattern.opening.match(text, found.start())


@pytest.mark.parametrize(
    ("phrase", "opening"),
    [
        ("join (?:the )?{company}", "join (?:the )?"),
        (r"[(|] as (?:an? {role}|{role_loose})", "[(|] as "),
        (r"as \({role}\)?", r"as \("),
        ("for {role}|as {role}", ""),
        ("{company} team", ""),
        ("no slot (?:at )?all", "no slot (?:at )?all"),
    ],
)
def test_what_is_before_the_slots_ends_outside_of_brackets(
    phrase: str, opening: str
) -> None:
    assert before_slots(phrase) == opening


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("join Acme Robotics today", "Acme Robotics"),
        ("join the University of Oslo now", "University of Oslo"),
        ("join Haus & Hof GmbH & Co. KG als", "Haus & Hof GmbH & Co. KG"),
        ("join Acme. We are", "Acme"),
        ("join Booking.example and", "Booking.example"),
        ("join eTower soon", "eTower"),
        ("join St. Alder's College", "St. Alder's College"),
    ],
)
def test_a_company_ends_where_its_capitals_end(text: str, company: str) -> None:
    found = compile_phrase("join (?:the )?{company}").search(text)
    assert found is not None
    assert found["company"] == company


def test_a_common_anchor_is_tried_a_few_times_only() -> None:
    text = "about the Clerk. " * 100
    assert (
        len(list(matches(text, low=text.lower(), place="body", languages=("de", "en"))))
        < 40
    )


def test_only_the_languages_of_a_mail_are_tried() -> None:
    text = "(Cargo Bike Courier ad)"
    found = matches(text, low=text.lower(), place="body", languages=("de", "en"))
    assert {pattern.language for pattern, _ in found} <= {"de", "en"}
