from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.folding.homes import homes

NOBODY: frozenset[str] = frozenset()


def test_what_is_new_has_no_home_yet() -> None:
    assert homes([["a"], ["b"]], {}, shared=NOBODY) == [(), ()]


def test_what_is_told_apart_stays_with_most_of_its_messages() -> None:
    heads = dict.fromkeys("abc", "X")
    assert homes([["a"], ["b", "c"]], heads, shared=NOBODY) == [(), ("X",)]


def test_of_two_equal_parts_the_older_keeps_its_home() -> None:
    assert homes([["a"], ["b"]], {"a": "X", "b": "X"}, shared=NOBODY) == [("X",), ()]


def test_what_turns_out_to_be_one_has_several_homes_the_oldest_first() -> None:
    heads = {"a": "X", "b": "Y", "c": "Y"}
    assert homes([["a", "b", "c"]], heads, shared=NOBODY) == [("X", "Y")]


def test_what_the_person_joined_is_home_to_both() -> None:
    heads = {"a": "X", "b": "X", "c": "X"}
    assert homes([["a", "b"], ["c"]], heads, shared={"X"}) == [("X",), ("X",)]


def test_where_the_person_put_a_message_is_home_to_mail_that_has_none() -> None:
    heads = {"a": "X"}
    assert homes([["a", "b"]], heads, shared=NOBODY, said=heads) == [("X",)]


def test_the_persons_word_on_one_message_joins_no_two() -> None:
    heads = {"a": "X", "b": "Y", "c": "X"}
    said = {"c": "X"}
    assert homes([["b", "c"], ["a"]], heads, shared=NOBODY, said=said) == [
        ("Y",),
        ("X",),
    ]


KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(
    keys=KEYS,
    cuts=st.lists(st.integers(0, 8), max_size=4),
    heads=st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("WXYZ")),
)
def test_an_application_is_at_home_once_and_only_where_its_messages_are(
    keys: list[str], cuts: list[int], heads: dict[str, str]
) -> None:
    ends = sorted({0, len(keys), *(cut for cut in cuts if cut < len(keys))})
    clusters = [keys[a:b] for a, b in itertools.pairwise(ends)]
    found = homes(clusters, heads, shared=NOBODY)
    everywhere = [head for own in found for head in own]
    assert len(everywhere) == len(set(everywhere))
    assert set(everywhere) == {heads[key] for key in keys if key in heads}
    for cluster, own in zip(clusters, found, strict=True):
        assert set(own) <= {heads[key] for key in cluster if key in heads}
