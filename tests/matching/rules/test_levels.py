from __future__ import annotations

import pytest

from onward.matching.rules.levels import (
    BACHELOR,
    DOCTORATE,
    MASTER,
    SCHOOL,
    UPPER_SCHOOL,
    VOCATIONAL,
    degrees,
    spoken,
)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("PhD in statistics", DOCTORATE),
        ("MSc Statistics", MASTER),
        ("a master's degree", MASTER),
        ("Bac+5 en informatique", MASTER),
        ("BSc Nursing", BACHELOR),
        ("Bachelor of Science in Nursing", BACHELOR),
        ("a degree", BACHELOR),
        ("Informatikstudium", BACHELOR),
        ("Associate Degree in Nursing", VOCATIONAL),
        ("Abgeschlossene Berufsausbildung", VOCATIONAL),
        ("A-levels in Art", UPPER_SCHOOL),
        ("GCSE English", SCHOOL),
    ],
)
def test_an_education_has_its_level(text: str, level: int) -> None:
    assert [degree.level for degree in degrees(text)] == [level]


@pytest.mark.parametrize("text", ["Scrum Master", "ma formation", "grandma", "sad"])
def test_what_only_sounds_like_a_degree_is_none(text: str) -> None:
    assert degrees(text) == []


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("English (C2), French (B1)", [("en", 6), ("fr", 3)]),
        ("fluent German", [("de", 5)]),
        ("Sehr gute Deutschkenntnisse (mindestens B2)", [("de", 4)]),
        ("Englisch: Grundkenntnisse", [("en", 2)]),
        ("anglais courant, espagnol", [("en", 5), ("es", 0)]),
        ("Español nativo, inglés B1", [("es", 7), ("en", 3)]),
        ("polish the floor", []),
        ("customers in Germany", []),
        ("English", [("en", 0)]),
    ],
)
def test_a_language_has_the_level_beside_its_name(
    text: str, levels: list[tuple[str, int]]
) -> None:
    assert [(one.language, one.level) for one in spoken(text)] == levels
