from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.documents.reading.pages import plain_html, read_page
from onward.exchange.rules.capture import MOST_CHARS, from_page, from_paste, snapshot

POSTING = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Depot Planner (m/f/d)",
        "hiringOrganization": {"name": "Oakmere Foods"},
        "jobLocation": {"address": {"addressLocality": "Hull"}},
        "description": "<p>You plan the rounds of twelve vans, day by day.</p>",
        "validThrough": "2026-12-31",
    }
)


DEEP = f'{{"ld": [{"[" * 900}{"]" * 900}]}}'
TODAY = date(2026, 11, 2)


def sent(**parts: object) -> str:
    return json.dumps({"url": "https://a.example/7", "title": "Jobs", **parts})


def test_a_page_that_describes_its_opening_is_believed_first() -> None:
    caught = from_page(
        sent(ld=[POSTING], text="Cookies? Yes."), plain=plain_html, today=TODAY
    )
    assert (caught.company, caught.role) == ("Oakmere Foods", "Depot Planner")
    assert caught.place == "Hull"
    assert caught.url == "https://a.example/7"
    assert caught.valid_until == date(2026, 12, 31)
    assert "twelve vans" in caught.text


def test_a_page_without_a_description_is_read_by_its_words() -> None:
    text = "Night Porter\nCompany: Sundial Hotels\nLocation: Bath\n" + "Words. " * 20
    caught = from_page(sent(ld=[], text=text), plain=plain_html, today=TODAY)
    assert (caught.company, caught.role) == ("Sundial Hotels", "Night Porter")
    assert caught.place == "Bath"


def test_an_address_alone_is_an_address_alone() -> None:
    caught = from_paste(
        "  https://a.example/jobs/7?x=1 ", plain=plain_html, today=TODAY
    )
    assert caught.url == "https://a.example/jobs/7?x=1"
    assert not caught.has_text


def test_a_whole_page_can_be_pasted() -> None:
    page = (
        f"<html><head><title>x</title><script type='application/ld+json'>{POSTING}"
        "</script></head><body><p>Hello</p></body></html>"
    )
    assert from_paste(page, plain=plain_html, today=TODAY).company == "Oakmere Foods"


@pytest.mark.parametrize("payload", ["", "{", "[]", "7", '{"ld": 5, "text": []}', DEEP])
def test_what_is_no_page_breaks_nothing(payload: str) -> None:
    try:
        caught = from_page(payload, plain=plain_html, today=TODAY)
    except ValueError:
        return
    assert caught.company == ""


HALVES = ("\ud83d", "\udc00", "\0")


@pytest.mark.parametrize("half", HALVES)
def test_half_a_character_of_a_page_is_kept_out(half: str) -> None:
    posting = POSTING.replace("Hull", f"Hull{json.dumps(half)[1:-1]}")
    text = f"Night Porter\nCompany: Sundial{half} Hotels\n" + "Words. " * 20 + half
    for scripts in ([], [posting], [f"{posting}{half}"]):
        page = sent(
            ld=scripts, text=text, title=f"Jobs {half}", url=f"https://a.example/{half}"
        )
        caught = from_page(page, plain=plain_html, today=TODAY)
        said = f"{caught} {snapshot(caught)}"
        assert said.encode().decode() == said
        assert "\\x00" not in f"{caught.role}{caught.company}{caught.place}{caught.url}"
        assert not set(HALVES) & {
            *caught.role,
            *caught.company,
            *caught.url,
            *caught.text,
        }


def test_a_whole_emoji_stays() -> None:
    text = "Night Porter \U0001f600 wanted\n" + "Words. " * 20
    page = sent(ld=[], text=text)
    assert "\\ud83d" in page
    assert "\U0001f600" in from_page(page, plain=plain_html, today=TODAY).text


@given(st.text(max_size=300))
def test_no_paste_can_break_it(text: str) -> None:
    assert len(from_paste(text, plain=plain_html, today=TODAY).text) <= MOST_CHARS


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_a_script_address_is_never_kept(text: str) -> None:
    caught = from_page(sent(url=f"javascript:{text}"), plain=plain_html, today=TODAY)
    assert caught.url == ""


def test_a_snapshot_reads_back_and_holds_no_page_of_its_own() -> None:
    evil = POSTING.replace(
        "day by day.", "day by day.</script><script>alert(1)</script>"
    )
    caught = from_page(sent(ld=[evil], text="t"), plain=plain_html, today=TODAY)
    page = snapshot(caught)
    assert "</script><script>alert" not in page
    read = read_page(page)
    assert read.posting is not None
    assert read.posting.company == "Oakmere Foods"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Closing date 12 December 2026", date(2026, 12, 12)),
        ("Please apply by 12 December.", date(2026, 12, 12)),
        ("Bewerbungsschluss: 12.12.2026", date(2026, 12, 12)),
        ("You start on 12 December 2026.", None),
        ("Closing date: as soon as somebody is found", None),
    ],
)
def test_the_last_day_to_apply_is_read_where_the_text_says_so(
    line: str, day: date | None
) -> None:
    text = f"Night Porter\nSundial Hotels, Leeds\n{line}\nYou welcome guests."
    caught = from_paste(text, plain=plain_html, today=TODAY)
    assert caught.valid_until == day
