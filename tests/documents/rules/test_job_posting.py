from __future__ import annotations

import html
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.documents.reading.pages import plain_html
from onward.documents.rules.job_posting import Posting, find_posting, read_posting
from tests.documents.files import POSTING

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "name",
                    "value",
                    "@value",
                    "address",
                    "addressLocality",
                    "unitText",
                    "minValue",
                ]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


def find(*values: Any) -> Posting | None:
    return find_posting([json.dumps(value) for value in values], plain=plain_html)


@given(
    st.dictionaries(
        st.sampled_from(
            sorted(
                {
                    *POSTING,
                    "skills",
                    "qualifications",
                    "jobLocationType",
                    "experienceRequirements",
                    "educationRequirements",
                }
            )
        ),
        VALUES,
    )
)
def test_a_posting_of_any_shape_is_read_without_a_word(item: dict[str, Any]) -> None:
    posting = read_posting(item, plain=plain_html)
    assert all(line.strip() for line in posting.requirements)


@given(st.lists(st.text(max_size=80), max_size=3))
def test_scripts_of_any_kind_are_no_trouble(scripts: list[str]) -> None:
    assert find_posting(scripts, plain=plain_html) is None


@pytest.mark.parametrize(
    "wrapped",
    [
        POSTING,
        [{"@type": "WebPage"}, POSTING],
        {"@graph": [{"@type": "BreadcrumbList", "itemListElement": []}, POSTING]},
        {"@type": "WebPage", "mainEntity": POSTING},
        {
            "@type": "ItemList",
            "itemListElement": [{"@type": "ListItem", "item": POSTING}],
        },
        POSTING | {"@type": ["JobPosting", "Thing"]},
        POSTING | {"@type": "http://schema.org/JobPosting"},
    ],
)
def test_an_opening_is_found_however_it_is_wrapped(wrapped: object) -> None:
    posting = find(wrapped)
    assert posting is not None
    assert posting.title == "Warehouse Planner (m/w/d)"
    assert posting.company == "Oak & Lantern"
    assert posting.place == "Leeds, GB"
    assert posting.salary == "31000–34000 GBP a year"
    assert posting.posted_on == date(2026, 11, 2)
    assert posting.valid_until == date(2026, 12, 2)
    assert "- Excel and route planning" in posting.text.splitlines()


@pytest.mark.parametrize("times", [0, 1, 2])
def test_a_description_is_read_however_often_it_is_escaped(times: int) -> None:
    escaped = str(POSTING["description"])
    for _again in range(times):
        escaped = html.escape(escaped)
    posting = find(POSTING | {"description": escaped})
    plain = find(POSTING)
    assert posting is not None
    assert plain is not None
    assert posting.text == plain.text
    assert "<" not in posting.text


@pytest.mark.parametrize(
    "script",
    [
        "<!-- {} -->",
        "//<![CDATA[\n{}\n//]]>",
        "{};",
    ],
)
def test_scripts_are_read_with_what_sites_write_around_them(script: str) -> None:
    text = script.replace("{}", json.dumps(POSTING))
    assert find_posting([text], plain=plain_html) is not None


def test_raw_line_ends_and_stray_commas_are_mended() -> None:
    script = '{"@type": "JobPosting", "title": "Driver",\n "description": "One\nTwo",}'
    posting = find_posting([script], plain=plain_html)
    assert posting is not None
    assert posting.title == "Driver"
    assert posting.text.split() == ["One", "Two"]


def test_of_several_openings_the_one_told_at_length_counts() -> None:
    other = {"@type": "JobPosting", "title": "Similar job", "description": "Short."}
    posting = find(other, POSTING, other)
    assert posting is not None
    assert posting.title.startswith("Warehouse")


def test_requirements_come_from_the_fields_made_for_them() -> None:
    posting = find(
        POSTING
        | {
            "qualifications": "<ul><li>Forklift licence</li><li>Patience</li></ul>",
            "skills": ["Excel", {"@type": "DefinedTerm", "name": "SQL"}],
            "experienceRequirements": {"monthsOfExperience": 24},
            "educationRequirements": {"credentialCategory": "vocational training"},
        }
    )
    assert posting is not None
    assert posting.requirements == (
        "Forklift licence",
        "Patience",
        "Excel",
        "SQL",
        "2 years of experience",
        "vocational training",
    )


@pytest.mark.parametrize(
    ("salary", "words"),
    [
        ({"currency": "EUR", "value": 42000.0}, "42000 EUR"),
        (
            {"currency": "EUR", "value": {"value": 18.5, "unitText": "HOUR"}},
            "18.5 EUR an hour",
        ),
        ({"currency": "EUR", "value": {"minValue": 0, "maxValue": 0}}, ""),
        ("by agreement", "by agreement"),
        (None, ""),
    ],
)
def test_pay_is_told_as_it_is_stated(salary: object, words: str) -> None:
    posting = find(POSTING | {"baseSalary": salary})
    assert posting is not None
    assert posting.salary == words


@pytest.mark.parametrize(
    ("months", "words"),
    [
        ("24", ("2 years of experience",)),
        (12, ("1 year of experience",)),
        (6, ("6 months of experience",)),
        ("²", ()),
        ("9" * 5000, ()),
        (float("inf"), ()),
        (0, ()),
    ],
)
def test_experience_is_told_in_years_where_it_is_a_number(
    months: object, words: tuple[str, ...]
) -> None:
    item = {"experienceRequirements": {"monthsOfExperience": months}}
    assert read_posting(item, plain=plain_html).requirements == words


def test_several_places_and_remote_work_are_all_named() -> None:
    places = [
        {"address": {"addressLocality": "Leeds"}},
        {"address": "Hull"},
        "York",
    ]
    posting = find(POSTING | {"jobLocation": places, "jobLocationType": "TELECOMMUTE"})
    assert posting is not None
    assert posting.place == "Leeds; Hull; York; remote"


@pytest.mark.parametrize("half", [r"\ud83d", r"\udc00", r"\u0000", "\ud83d", "&#0;"])
def test_half_a_character_ends_nothing(half: str) -> None:
    script = json.dumps(POSTING | {"skills": ["HALF"]}).replace("Hull", "Hull HALF")
    script = script.replace('"description": "', '"description": "HALF ')
    posting = find_posting([script.replace("HALF", half)], plain=plain_html)
    assert posting is not None
    told = f"{posting}"
    assert told.encode().decode() == told
    assert "\\x00" not in told
    assert "\\ud" not in told


@pytest.mark.parametrize("name", ["title", "description", "baseSalary", "skills"])
@pytest.mark.parametrize(("begins", "ends"), [("[", "]"), ('{"@value":', "}")])
def test_a_field_that_is_wrapped_hundreds_of_times_ends_nothing(
    name: str, begins: str, ends: str
) -> None:
    for depth in (300, 600, 900):
        deep = f"{begins * depth}1{ends * depth}"
        script = f'{{"@type": "JobPosting", "{name}": {deep}}}'
        found = find_posting([script, json.dumps(POSTING)], plain=plain_html)
        assert found == find(POSTING)


def test_deep_nesting_ends() -> None:
    deep: object = POSTING
    for _level in range(40):
        deep = {"item": deep}
    assert find(deep) is None
    assert find_posting(["[" * 100_000], plain=plain_html) is None
