from __future__ import annotations

import pytest

from onward.mail.rules.facts.patterns import (
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
