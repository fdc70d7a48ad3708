from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.language import language_files
from onward.mail.rules.verdicts.lexicon import languages
from onward.mail.rules.verdicts.patterns import Classes, alternatives, compile_pattern

CLASSES = Classes(
    {
        "not": ["not", "won't", "no longer"],
        "go": ["(move|moving) (forward|ahead)", "proceed*"],
        "both": ["{not}", "never"],
    }
)


def matches(pattern: str, text: str) -> bool:
    return compile_pattern(pattern, classes=CLASSES).regex.search(text) is not None


def test_a_gap_is_bounded() -> None:
    assert matches("{not} ~2 {go}", "we will not at all proceed")
    assert not matches("{not} ~2 {go}", "not a word of it to proceed")


def test_a_sequence_does_not_cross_a_full_clause() -> None:
    assert not matches("{not} ~4 {go}", "we do not know; we proceed")


def test_words_may_be_wrapped_and_apostrophes_left_out() -> None:
    assert matches("{not} {go}", "we wont\nmoving  forward")


def test_a_class_can_name_another() -> None:
    assert matches("{both} ~1 {go}", "we no longer proceed")


def test_umlauts_may_be_spelt_out() -> None:
    assert matches("berücksichtig* ~1 groß", "beruecksichtigt gross")


def test_stems_numbers_choices_and_options() -> None:
    assert matches("(in )?# (day|days)", "in 14 days")
    assert not matches("select* you", "selected someone")


def test_a_word_left_out_leaves_no_gap_behind() -> None:
    pattern = "post ~1 (has|had)? ~1 gone"
    assert matches(pattern, "the post has just gone")
    assert matches(pattern, "the post gone")
    assert not matches(pattern, "the post of all others has just gone")
    assert matches("gone to (the|a)?", "gone to.")


@pytest.mark.parametrize("pattern", ["we need (new )?{worker}", "to (please )?~2 send"])
def test_what_stands_without_spaces_is_an_error_that_names_it(pattern: str) -> None:
    with pytest.raises(ValueError, match="without spaces"):
        matches(pattern, "we need workers to send")


def test_the_end_of_a_sentence_and_what_may_follow_a_word() -> None:
    assert matches("(attention|notice)$", "it came to our attention.")
    assert not matches("(attention|notice)$", "attention to detail")
    assert matches("(it ends ~3|it is over)", "so it ends.")


def test_the_end_of_a_sentence_is_no_letter_to_look_for() -> None:
    pattern = compile_pattern("go on without$", classes=CLASSES, is_searched_for=True)
    assert frozenset({"without"}) in pattern.literals


def test_alternatives_are_written_out() -> None:
    assert alternatives("(a|b(c)?) d") == ["a d", "bc d", "b d"]


def test_an_open_bracket_is_an_error_that_names_the_entry() -> None:
    with pytest.raises(ValueError, match="open bracket: x"):
        alternatives("x (a")


def test_a_rule_needs_a_word_that_can_be_looked_for() -> None:
    with pytest.raises(ValueError, match="rarer word"):
        compile_pattern("not you", classes=CLASSES, is_searched_for=True)


@given(st.sampled_from([p for x in languages() for r in x.rules for p in r.patterns]))
def test_no_pattern_matches_the_empty_text(pattern: object) -> None:
    assert getattr(pattern, "regex").search("") is None  # noqa: B009


@pytest.mark.parametrize("data", language_files(), ids=lambda data: data["language"])
def test_names_of_rules_are_their_own(data: dict[str, list[dict[str, str]]]) -> None:
    names = [rule["name"] for rule in data["rules"]]
    assert len(names) == len(set(names))
