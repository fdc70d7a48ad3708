from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.taught.shapes import (
    MOST_CHARS,
    Shape,
    Wording,
    shape_of,
    speaks,
    subjects_of,
)

LETTER = """Dear Robin,

Thank you for your interest in the Night Porter role at Oakmere. There is news about
your file from 3 May 2026. Please see https://oakmere.example/p/12 for more.

Kind regards,
Jo Finch
Oakmere Ltd
"""
NAMES = ("Oakmere Ltd", "Night Porter", "", "Jo Finch", "Oakmere Hiring")
WORDS = st.sampled_from(
    [
        "we",
        "have",
        "poured",
        "our",
        "energies",
        "elsewhere",
        "the",
        "kettle",
        "sings",
        "while",
        "a",
        "ledger",
        "rests",
    ]
)


def shape(text: str, *, subject: str = "Your file", **more: object) -> Shape:
    found = shape_of(Wording(subject, text, **more))  # type: ignore[arg-type]
    assert found is not None
    return found


def english(text: str, *, names: tuple[str, ...] = NAMES) -> Shape:
    return shape(text, names=names, language="en")


def test_greeting_signature_facts_dates_and_links_are_no_wording() -> None:
    assert english(LETTER).lines == (
        "your file",
        "thank you for your interest in the … role at …",
        "there is news about your file from 0",
        "please see ‹link› for more",
    )


def test_the_same_wording_about_another_role_at_another_company_is_one_template() -> (
    None
):
    other = (
        LETTER.replace("Night Porter", "Barista (m/f/d)")
        .replace("Oakmere Ltd", "Brightwater")
        .replace("Oakmere.", "Brightwater.")
        .replace("3 May 2026", "Monday, 12.06.2026")
        .replace("Jo Finch", "Bo Lind")
        .replace("Robin", "Kim")
    )
    names = ("Brightwater", "Barista (m/f/d)", "", "Bo Lind", "")
    assert english(other, names=names).template == english(LETTER).template


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("There is news", "There is no news"),
        ("for more", "for more. We have chosen somebody else"),
        ("Thank you for your interest", "You are invited to talk about your interest"),
        ("Please see https://oakmere.example/p/12 for more.", ""),
        ("for more.", "for more?"),
    ],
)
def test_a_word_more_less_or_other_is_another_shape(words: str, others: str) -> None:
    one, other = english(LETTER), english(LETTER.replace(words, others))
    assert one.template != other.template
    assert one.kindred != other.kindred


def test_a_postscript_under_the_closing_words_counts() -> None:
    more = LETTER + "\nPS: We have given the job to somebody else.\n"
    assert english(more).template != english(LETTER).template


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Thank you, but we decided on another.", "Thank you, we would like to meet."),
        ("Thank you!\nStatus: Declined", "Thank you!\nStatus: Accepted"),
        ("Dear Robin, sorry, no,", "Dear Robin, gladly, yes,"),
        ("Please see the mail below.\n\n> It is a no.", "Please see the mail below.\n\n> It is a yes."),
        ("Please look.\n-- \nWe have declined.", "Please look.\n-- \nWe have accepted."),
    ],
)  # fmt: skip
def test_nothing_that_may_decide_is_left_out(one: str, two: str) -> None:
    assert english(one).template != english(two).template
    assert english(one).kindred != english(two).kindred


def test_names_that_nobody_found_are_told_from_words_by_what_stands_before() -> None:
    one = english("Hello,\n\nYour file at Quillmoor in Leeds is on the desk now.")
    two = english("Hello,\n\nYour file at Farrowby in York is on the desk now.")
    assert one.template != two.template
    assert one.kindred == two.kindred


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # A capital alone is no name: it may be the decision itself.
        ("Your file with us is now Archived for good.", "Your file with us is now Open for good."),
        ("The answer for Declined files is on the desk.", "The answer for Accepted files is on the desk."),
        ("YOUR FILE IS ON THE PILE FOR SORROW NOW", "YOUR FILE IS ON THE PILE FOR GLADNESS NOW"),
    ],
)  # fmt: skip
def test_what_may_be_a_decision_is_never_taken_for_a_name(one: str, two: str) -> None:
    assert english(one).kindred != english(two).kindred


def test_german_nouns_are_no_names() -> None:
    one = shape("Mit Bedauern von Herrn Lind melden wir uns.", language="de")
    two = shape("Mit Freude von Herrn Lind melden wir uns.", language="de")
    assert one.kindred != two.kindred


def test_a_decision_that_was_mistaken_for_a_role_stays_in_the_wording() -> None:
    one = english("Your file: Declined, see the page.", names=("", "Declined"))
    two = english("Your file: Accepted, see the page.", names=("", "Accepted"))
    assert one.template != two.template


def test_a_mail_of_names_has_no_kindred() -> None:
    assert (
        english("ring at Quillmoor in Leeds for Tarn with Ulla by Enzo.").kindred == ""
    )


def test_a_calendar_part_makes_another_shape() -> None:
    plain = shape("Please have a look at this page.")
    invited = shape("Please have a look at this page.", method="REQUEST")
    assert plain.template != invited.template


def test_a_mail_too_long_to_be_compared_whole_has_no_shape() -> None:
    assert shape_of(Wording("Hi", "word " * MOST_CHARS)) is None


@pytest.mark.parametrize("mark", ["Re: ", "AW: ", "Fwd: Re: "])
def test_marks_of_answers_are_no_subject(mark: str) -> None:
    assert subjects_of(Wording(f"{mark}Your file", "")) == ("your file", "your file")


@pytest.mark.parametrize("word", ["declined", "selected", "absage", "another"])
def test_words_of_the_rules_speak(word: str) -> None:
    assert speaks(word)


def test_names_do_not_speak() -> None:
    assert not speaks("oakmere")


@given(st.text(), st.text(), st.lists(st.text(max_size=20), max_size=4))
def test_any_text_has_one_shape_and_it_is_its_own(
    subject: str, text: str, names: list[str]
) -> None:
    wording = Wording(subject, text, names=tuple(names), language="en")
    first = shape_of(wording)
    assert first == shape_of(wording)
    if first is not None:
        assert (first.subject, first.kindred_subject) == subjects_of(wording)


@given(st.lists(WORDS, min_size=3), st.lists(WORDS, min_size=3))
def test_other_words_are_always_another_shape(one: list[str], two: list[str]) -> None:
    same = shape(" ".join(one)).template == shape(" ".join(two)).template
    assert same == (one == two)


@given(
    st.lists(WORDS, min_size=12, max_size=40), st.integers(min_value=50, max_value=90)
)
def test_where_lines_are_wrapped_says_nothing(words: list[str], width: int) -> None:
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > width:
            lines.append(line.strip())
            line = ""
        line += f"{word} "
    wrapped = "\n".join((*lines, line.strip()))
    assert shape(wrapped).template == shape(" ".join(words)).template


def test_what_was_found_as_a_name_and_holds_a_no_is_no_gap() -> None:
    plain, turned = (
        Wording("", f"We write about the {name} here.", names=(name,), language="en")
        for name in ("Ward Clerk", "Ward unless Clerk")
    )
    first, second = shape_of(plain), shape_of(turned)
    assert first is not None
    assert second is not None
    assert first.template != second.template
    assert "unless" in second.lines[0]


def test_an_italian_never_beside_a_number_is_no_month() -> None:
    texts = (
        "Ci sentiamo alle 18:00 per la prova.",
        "Ci sentiamo mai 18:00 per la prova.",
    )
    first, second = (shape_of(Wording("", x, language="it")) for x in texts)
    assert first is not None
    assert second is not None
    assert "mai" in second.lines[0]
    assert shape_of(Wording("", "Termin am 3. Mai hier.", language="de")) == shape_of(
        Wording("", "Termin am 4. Juni hier.", language="de")
    )
