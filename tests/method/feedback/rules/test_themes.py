from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.core.intervals import rate_interval
from onward.method.feedback.rules.kinds import Tag
from onward.method.feedback.rules.rates import FEWEST_REQUESTS, answer_rate
from onward.method.feedback.rules.themes import (
    SOURCES_FOR_THEME,
    Tagged,
    count_sources,
    suggest_tags,
    themes,
)


def piece(
    key: int, *tags: Tag, employer: str = "", who: str = "", story: int | None = None
) -> Tagged:
    return Tagged(key, frozenset(tags), employer, who, key if story is None else story)


def test_a_theme_needs_three_separate_employers() -> None:
    said = [piece(n, Tag.SKILL, employer=name) for n, name in enumerate("abc")]
    assert themes(said[:2]) == ()
    (theme,) = themes(said)
    assert (theme.tag, theme.sources, theme.keys) == (Tag.SKILL, 3, (0, 1, 2))


def test_what_one_person_one_employer_or_one_application_said_is_one_source() -> None:
    same_firm = [piece(n, employer="a") for n in range(3)]
    same_person = [piece(n, employer=name, who="x@y") for n, name in enumerate("abc")]
    same_story = [piece(n, story=7) for n in range(3)]
    chain = [
        piece(0, employer="a", who="x"),
        piece(1, employer="b"),
        piece(2, employer="b", who="x"),
    ]
    for pieces in (same_firm, same_person, same_story, chain):
        assert count_sources(pieces) == 1
    assert count_sources([*same_firm, piece(9, employer="b")]) == 2


def test_unclear_is_no_theme() -> None:
    said = [piece(n, Tag.UNCLEAR, employer=str(n)) for n in range(9)]
    assert themes(said) == ()


pieces = st.lists(
    st.builds(
        Tagged,
        key=st.integers(),
        tags=st.frozensets(st.sampled_from(Tag)),
        employer=st.sampled_from(["", "a", "b", "c", "d"]),
        who=st.sampled_from(["", "x", "y", "z"]),
        story=st.integers(0, 6),
    ),
    max_size=12,
)


@given(pieces)
def test_a_theme_never_counts_more_sources_than_there_are(said: list[Tagged]) -> None:
    for theme in themes(said):
        carried = [one for one in said if theme.tag in one.tags]
        assert SOURCES_FOR_THEME <= theme.sources <= len(carried)
        assert theme.sources <= len({one.story for one in carried})


@given(pieces, st.randoms())
def test_the_order_does_not_matter(said: list[Tagged], random: object) -> None:
    shuffled = sorted(said, key=lambda one: hash((one.key, repr(random))))
    assert count_sources(said) == count_sources(shuffled)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "We went with somebody who has ten years of experience in rail.",
            Tag.EXPERIENCE,
        ),
        ("Your SQL knowledge was not deep enough for this role.", Tag.SKILL),
        (
            "Your answers stayed general; an example would have helped.",
            Tag.COMMUNICATION,
        ),
        ("An internal candidate was chosen.", Tag.NOT_ME),
        ("The shifts and the salary did not fit.", Tag.FIT),
        ("Uns fehlte mehrjährige Erfahrung in der Pflege.", Tag.EXPERIENCE),
        ("Nous cherchions une personne avec plus d'expérience.", Tag.EXPERIENCE),
        ("Faltaban ejemplos concretos en las respuestas.", Tag.COMMUNICATION),
        ("Mancano anni di esperienza nel settore.", Tag.EXPERIENCE),
        ("Faltou formação técnica em caldeiras.", Tag.SKILL),
        ("Het salaris en de uren pasten niet.", Tag.FIT),
        ("Dina svar saknade exempel.", Tag.COMMUNICATION),
        ("Zabrakło uprawnień i znajomości sterowników.", Tag.SKILL),
        ("Daha deneyimli birini seçtik.", Tag.EXPERIENCE),
        ("It was a pleasure.", Tag.UNCLEAR),
    ],
)
def test_a_tag_is_suggested_by_the_words(text: str, first: Tag) -> None:
    suggested = suggest_tags(text)
    assert suggested[0] == first
    assert len(suggested) <= 2


def test_a_word_of_several_languages_counts_once() -> None:
    said = "The budget went, and your answers had no examples."
    assert suggest_tags(said) == (Tag.COMMUNICATION, Tag.NOT_ME)


@given(st.integers(0, 30), st.integers(0, 30))
def test_a_rate_is_shown_from_five_finished_requests_on_with_its_interval(
    answered: int, silent: int
) -> None:
    rate = answer_rate(answered=answered, silent=silent)
    assert (rate is not None) == (answered + silent >= FEWEST_REQUESTS)
    if rate is not None:
        low, high = rate_interval(answered, answered + silent)
        assert (rate.low, rate.high) == (round(low * 100), round(high * 100))
        assert rate.low <= 100 * answered / rate.finished <= rate.high
