from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.folding.threads import threads_of

_MESSAGES = st.lists(
    st.tuples(
        st.integers(0, 30).map(str),
        st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=3).map(tuple),
    ),
    unique_by=lambda message: message[0],
)


def test_two_answers_to_one_mail_are_one_thread() -> None:
    found = threads_of([("1", ("b", "a")), ("2", ("c", "a")), ("3", ("d",))])
    assert found["1"] == found["2"] != found["3"]


def test_a_late_mail_that_names_both_joins_two_threads() -> None:
    found = threads_of([("1", ("a",)), ("2", ("b",)), ("3", ("c", "a", "b"))])
    assert len(set(found.values())) == 1


@given(_MESSAGES, st.randoms(use_true_random=False))
def test_who_belongs_together_does_not_depend_on_the_order(messages, random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(messages)
    random.shuffle(shuffled)
    first, second = threads_of(messages), threads_of(shuffled)
    for one in first:
        for other in first:
            together = first[one] == first[other]
            assert together == (second[one] == second[other])
