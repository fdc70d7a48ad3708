from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.talks.own_word import NOES, OWN_NOES, answers_to_own_word

MEANINGS = [
    *("applied", "confirmation", "interview", "offer", "rejection"),
    *("position_closed", "withdrawal", "offer_declined", "acceptance", "sent"),
]


def silent(*meanings: str) -> frozenset[str]:
    return answers_to_own_word((str(n), each) for n, each in enumerate(meanings))


def test_a_no_after_the_persons_own_says_nothing() -> None:
    assert silent("applied", "withdrawal", "rejection") == {"2"}
    assert silent("offer", "offer_declined", "position_closed") == {"2"}


def test_a_confirmation_of_a_withdrawal_says_nothing_more() -> None:
    assert silent("applied", "withdrawal", "sent", "withdrawal") == {"3"}


def test_a_no_that_came_first_counts_and_so_does_one_after_a_new_beginning() -> None:
    assert silent("applied", "rejection", "withdrawal") == frozenset()
    assert silent("withdrawal", "applied", "rejection") == frozenset()
    assert silent("withdrawal", "interview", "rejection") == frozenset()


def test_a_welcome_after_a_yes_is_no_second_offer() -> None:
    assert silent("offer", "acceptance", "sent", "offer") == {"3"}
    assert silent("offer", "offer", "acceptance") == frozenset()


def test_the_hour_of_the_first_day_is_no_interview() -> None:
    assert silent("offer", "acceptance", "interview") == {"2"}
    assert silent("interview", "offer", "acceptance") == frozenset()


@given(st.lists(st.sampled_from(MEANINGS), max_size=12))
def test_only_what_was_said_before_falls_silent(meanings: list[str]) -> None:
    for key in silent(*meanings):
        place = int(key)
        if meanings[place] in {"offer", "interview"}:
            assert "acceptance" in meanings[:place]
        else:
            assert meanings[place] in NOES
            assert not OWN_NOES.isdisjoint(meanings[:place])
