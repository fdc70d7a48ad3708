from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.documents.rules.headings import advert_heading, headings, resume_heading
from onward.documents.rules.kinds import AdvertPart, SectionKind
from onward.documents.rules.sections import find_sections
from tests.documents.files import RESUME_TEXT, SECTION_KINDS

HEADING_LINES = st.sampled_from(sorted(headings().resume))
BODY_LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=60
)
TEXTS = st.lists(st.one_of(HEADING_LINES, BODY_LINES, st.just("")), max_size=30).map(
    "\n".join
)


@given(TEXTS)
def test_a_section_stands_in_the_text_where_it_says(text: str) -> None:
    for section in find_sections(text):
        end = section.start + len(section.text)
        assert text[section.start : end] == section.text


@given(TEXTS)
def test_sections_keep_the_order_and_lose_no_word(text: str) -> None:
    sections = find_sections(text)
    starts = [section.start for section in sections]
    assert starts == sorted(starts)
    # A heading's line is not part of the text beneath it; every other word is in one.
    kept = [w for s in sections for w in (*s.text.split(), *s.heading.split())]
    marks = set("#*_=~|:–—- ")
    left = [word for word in text.split() if not set(word) <= marks]
    assert sum(len(w.strip("#*_=~|:–—-")) for w in kept) <= sum(map(len, text.split()))
    assert len([w for w in kept if not set(w) <= marks]) == len(left)


@given(
    HEADING_LINES, st.sampled_from(["{}", "## {}", "**{}**", "{}:", " {} ", "3. {}"])
)
def test_a_heading_is_known_however_it_is_marked(words: str, form: str) -> None:
    kind = headings().resume[words]
    assert resume_heading(form.format(words)) == kind
    assert resume_heading(form.format(words.upper())) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("E X P E R I E N C E", SectionKind.EXPERIENCE),
        ("W O R K   E X P E R I E N C E", SectionKind.EXPERIENCE),
        ("Skills & Tools", SectionKind.SKILLS),
        ("Education and Certifications", SectionKind.EDUCATION),
        ("Skills and Abilities", SectionKind.SKILLS),
        ("Berufserfahrung", SectionKind.EXPERIENCE),
        ("Fähigkeiten und Kenntnisse", SectionKind.SKILLS),
        ("Über mich", SectionKind.SUMMARY),
        ("Expérience professionnelle", SectionKind.EXPERIENCE),
        ("Centres d’intérêt", SectionKind.INTERESTS),
        ("Formación académica", SectionKind.EDUCATION),
        ("Führerscheine", SectionKind.CERTIFICATES),
        ("— PROFILE —", SectionKind.SUMMARY),
        ("Skills & Drive", SectionKind.SKILLS),
        ("EDUCATION AND TRAVEL", SectionKind.EDUCATION),
        ("P R O F I L E  &  S K I L L S", SectionKind.SUMMARY),
    ],
)
def test_headings_of_four_languages_are_known(line: str, kind: SectionKind) -> None:
    assert resume_heading(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "",
        "I have experience with forklifts.",
        "- Languages",
        "• Skills",
        "experience and a sense of humour helped me a lot in that time",
        "Education Officer, Northfield Council",
        "Skills matter",
        "Training, Leeds 2019",
        "skills and some other thing",
        "Certificate  of  Honour",
    ],
)
def test_a_line_that_only_holds_the_word_is_no_heading(line: str) -> None:
    assert resume_heading(line) is None


def test_a_resume_is_told_apart_into_its_sections() -> None:
    sections = find_sections(RESUME_TEXT)
    assert [section.kind for section in sections] == SECTION_KINDS
    assert sections[0].heading == ""
    assert sections[2].heading == "Work Experience"
    assert sections[2].text.endswith("twelve drivers")


def test_a_line_with_its_heading_is_a_section_of_that_line_alone() -> None:
    text = "Experience\nDriver\nLanguages: German, English\n\nPlanner at Oak"
    kinds = [(section.kind, section.text) for section in find_sections(text)]
    assert kinds == [
        (SectionKind.EXPERIENCE, "Driver"),
        (SectionKind.LANGUAGES, "Languages: German, English"),
        (SectionKind.EXPERIENCE, "Planner at Oak"),
    ]


def test_languages_of_programs_are_no_spoken_languages() -> None:
    text = "Experience\nLanguages: Python, Go"
    assert [section.kind for section in find_sections(text)] == [SectionKind.EXPERIENCE]


def test_every_kind_but_the_top_has_headings() -> None:
    assert set(headings().resume.values()) == frozenset(SectionKind) - {SectionKind.TOP}


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Your profile:", AdvertPart.REQUIREMENTS),
        ("What you’ll bring", AdvertPart.REQUIREMENTS),
        ("Das bringen Sie mit", AdvertPart.REQUIREMENTS),
        ("## Nice to have", AdvertPart.NICE_TO_HAVE),
        ("Vos missions :", AdvertPart.TASKS),
        ("Ofrecemos", AdvertPart.OFFER),
        ("Who we are", AdvertPart.ABOUT),
        ("A warm team", None),
    ],
)
def test_headings_of_adverts_are_known(line: str, part: AdvertPart | None) -> None:
    assert advert_heading(line) == part
