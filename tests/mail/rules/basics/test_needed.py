"""What an expression needs is in every text that it fits, so that nothing is passed over."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.appointments import time_talk
from onward.mail.rules.basics.needed import Needs, finder_of, needed_letters
from onward.mail.rules.basics.tables import NEVER, table_part, tables
from onward.mail.rules.verdicts import afterwards, beside


@pytest.mark.parametrize(
    ("expression", "letters"),
    [
        ("interview", {"interview"}),
        (r"\bour (?:panel|board)\b", {"panel", "board"}),
        (r"(?:get|catch) (?:some )?rest(?:ed)?", {"rest"}),
        (r"(?:we|they) (?:hired ){1,2}him", {"hired"}),
        (r"not (?!yet)(?<!if )chosen\w*", {"chosen"}),
        (r"(?:a|position) of (?:b|c)", None),
        (r"\d+ (?:am|pm)", None),
        (NEVER, set()),
        (rf"{NEVER}|post\w*", {"post"}),
    ],
)
def test_the_rarest_words_of_an_expression_are_needed(
    expression: str, letters: set[str] | None
) -> None:
    found = needed_letters(re.compile(expression))
    assert found == (None if letters is None else frozenset(letters))


def test_what_ignores_case_is_always_searched_for() -> None:
    assert needed_letters(re.compile("interview", re.IGNORECASE)) is None
    assert needed_letters(re.compile("(?i:interview) hall")) == frozenset({"hall"})
    assert finder_of([re.compile("interview", re.I)])("nothing of the kind")


def test_nothing_fits_what_no_words_fit() -> None:
    assert not finder_of([re.compile(NEVER)])("whatever stands here")
    assert not finder_of([])("whatever stands here")


def test_what_may_be_said_is_told_by_all_that_has_to_be_there() -> None:
    needs = Needs(
        {
            "thanks": ([re.compile("thank you")], [re.compile("panel|board")]),
            "anything": ([re.compile(r"\d")],),
            "never": ([re.compile(NEVER)],),
        }
    )
    assert needs.met_in("thank you, says the board") == ["thanks", "anything"]
    assert needs.met_in("thank you, says the shop") == ["anything"]


@cache
def _expressions() -> list[re.Pattern[str]]:
    return [
        *(
            getattr(meaning, part)
            for _, meaning in afterwards._meanings()
            for part in ("said", "around", "titled")
        ),
        *(beside._part(part) for part in ("praise", "elsewhere", "some_day", "luck")),
        *(each for kind in time_talk._KINDS for each in time_talk._anywhere(kind)),
        *(table_part("decided", code, "cut") for code in tables("decided")),
        *(table_part("ended_job", code, "ends") for code in tables("ended_job")),
        *(table_part("in_reserve", code, "place") for code in tables("in_reserve")),
        *(
            table_part("no_in_error", code, part)
            for code in tables("no_in_error")
            for part in ("ignored", "wrong")
        ),
    ]


@given(st.data())
def test_whatever_an_expression_of_a_table_fits_holds_what_it_needs(
    data: st.DataObject,
) -> None:
    expression = data.draw(st.sampled_from(_expressions()))
    text = data.draw(st.from_regex(expression))
    assert finder_of([expression])(text)
    assert Needs({"this": ([expression],)}).met_in(text) == ["this"]
