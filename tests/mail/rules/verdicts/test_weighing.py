from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.language import HOME, codes, plain_lanes
from onward.mail.rules.basics.plain_words import plain_words
from onward.mail.rules.verdicts.voice import spoken, voice
from onward.mail.rules.verdicts.weighing import Weighed, weigh, weighed_words

LETTER = (
    "Interview. Thank you for applying for the post of librarian. We would like to "
    "invite you to an interview on Friday and hope that you can come."
)
WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz'", min_size=1, max_size=12)


def weighed(**marks: int) -> Weighed:
    """Words of which so many are common in each language, and speak for hiring a little."""
    told = weigh({"interview", "application", "apply"})
    return told._replace(marks=tuple(marks.get(code, 0) for code in codes()))


@given(st.frozensets(WORDS | st.sampled_from(sorted(plain_lanes())), max_size=400))
def test_one_sum_tells_what_each_voice_and_each_language_tells(
    words: frozenset[str],
) -> None:
    told = weigh(words)
    lanes = plain_lanes()
    known = [lanes[word] for word in words if word in lanes]
    assert told.size == len(words)
    assert sum(told.marks) == sum(each.bit_count() for each in known)
    # As if a word of each language stood in it, so that each voice that can tells.
    told = told._replace(marks=(1,) * len(codes()))
    models = [voice(code) for code in codes() if voice(code).least is not None]
    for (found, least), model in zip(told.scored(), models, strict=True):
        weight = math.fsum(map(model.gate_weight, words))
        score = weight / max(1, len(words)) ** 0.5 + model.gate_bias
        assert found == pytest.approx(score, abs=0.02)
        assert least == model.least


SOME_WORDS = st.frozensets(WORDS | st.sampled_from(sorted(plain_lanes())), max_size=60)


@given(SOME_WORDS, SOME_WORDS)
def test_parts_of_a_mail_tell_together_what_the_whole_tells(
    first: frozenset[str], second: frozenset[str]
) -> None:
    assert weigh(first).and_of(weigh(second - first)) == weigh(first | second)


@given(st.lists(WORDS, max_size=30), st.lists(WORDS, max_size=30))
def test_a_text_cut_at_a_space_holds_the_words_of_the_whole(
    first: list[str], second: list[str]
) -> None:
    one, two = " ".join(first), " ".join(second)
    assert plain_words(f"{one} {two}") == plain_words(one) | plain_words(two)


def test_the_voices_that_can_tell_are_those_of_the_home_languages() -> None:
    assert {code for code in spoken() if voice(code).least is not None} == set(HOME)


MUTE = next(code for code in codes() if voice(code).least is None)


def test_a_letter_of_an_employer_passes_and_outweighs_a_parcel() -> None:
    parcel = (
        "Your parcel is on its way. Track the delivery on our page: the van comes on "
        "Friday between ten and noon, and the invoice is in the box with your boots."
    )
    letter, least = weigh(plain_words(LETTER)).scored()[0]
    assert letter > least.wordless
    assert weigh(plain_words(parcel)).scored()[0][0] < least.short


def test_words_tell_whose_voices_may_judge_a_mail() -> None:
    def judges(**marks: int) -> int:
        return len(weighed(**marks).scored())

    assert judges(de=2, en=9) == 1
    assert judges(de=5, en=9) == 2
    assert judges() == 0
    assert judges(**{MUTE: 5, "en": 5}) == 0
    assert judges(**{MUTE: 1, "en": 1}) == 1


def test_words_of_no_known_language_say_so() -> None:
    assert not weigh({"qxyz"}).is_of_known_language
    assert weigh({"the"}).is_of_known_language


def test_only_the_beginning_of_a_mail_is_weighed() -> None:
    text = "lake " * 200 + "interview"
    assert weighed_words("Boats", text) == {"boats", "lake"}
