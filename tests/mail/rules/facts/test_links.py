from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.links import MOST_LINKS, are_links, web_host
from onward.mail.rules.facts.links import links_of, without_trackers


def _read(text: str) -> list[tuple[str, str]]:
    return [(link.kind.value, link.url) for link in links_of(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Please choose a time that suits you: https://larch.example/x/1", "booking"),
        ("Bitte wählen Sie einen Termin: https://larch.example/x/1", "booking"),
        ("Start your assessment (https://larch.example/x/1)", "test"),
        ("Hier geht es zum Online-Test:\n\nhttps://larch.example/x/1", "test"),
        ("Join the call here: https://larch.example/x/1", "call"),
        ("The job description is at https://larch.example/x/1.", "posting"),
        ("Zur Stellenanzeige: <https://larch.example/x/1>", "posting"),
        ("Log in to see where you stand: https://larch.example/x/1", "portal"),
        ("Ihr Bewerberkonto: https://larch.example/x/1", "portal"),
    ],
)
def test_words_say_where_a_link_leads(text: str, kind: str) -> None:
    assert _read(text) == [(kind, "https://larch.example/x/1")]


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://larch.zoom.us/j/123", "call"),
        ("https://teams.microsoft.com/l/meetup-join/1", "call"),
        ("https://calendly.com/larch/intro", "booking"),
        ("https://app.codility.com/test/ABC", "test"),
        ("https://larch.example/jobs/4711-baker", "posting"),
        ("https://portal.larch.example/home", "portal"),
    ],
)
def test_a_host_or_a_path_says_where_a_link_leads(url: str, kind: str) -> None:
    assert _read(f"See you there.\n{url}\n") == [(kind, url)]


@pytest.mark.parametrize(
    "text",
    [
        "Unsubscribe: https://larch.example/u/1",
        "Take the test: https://facebook.com/larch",
        "Take the test: ftp://larch.example/1",
        "Take the test: javascript:alert(1)",
        "Take the test: https://bank.example@evil.example/1",
        "Take the test: https://localhost/1",
        "Our values: https://larch.example/about",
        "> Take the test: https://larch.example/x/1\n\nThank you for all of it.",
        "",
    ],
)
def test_what_is_not_safe_or_not_useful_is_left_out(text: str) -> None:
    assert _read(text) == []


def test_trackers_go_and_everything_else_stays() -> None:
    url = "https://larch.example/t?token=a%2Bb&utm_source=mail&gclid=9"
    assert without_trackers(url) == "https://larch.example/t?token=a%2Bb"
    same = "https://larch.example/t?a=1&b=&c=%20x"
    assert without_trackers(same) == same


def test_a_host_in_other_letters_is_shown_as_it_is_reached() -> None:
    assert web_host("https://lаrch.example/") == "xn--lrch-53d.example"


def test_the_same_link_and_many_of_one_kind_stand_once() -> None:
    lines = [f"Take the test: https://larch.example/{n}" for n in (1, 1, 2, 3)]
    assert len(_read("\n".join(lines))) == 2


@given(st.text(max_size=400))
def test_any_text_gives_links_that_can_be_kept(text: str) -> None:
    found = links_of(f"{text} https://{text} test https://larch.example/{text}")
    kept = [{"kind": link.kind.value, "url": link.url} for link in found]
    assert len(kept) <= MOST_LINKS
    assert are_links(kept)


@given(st.text(max_size=100))
def test_any_address_has_a_host_or_none(address: str) -> None:
    assert isinstance(web_host(address), str)
    assert isinstance(without_trackers(address), str)


@pytest.mark.parametrize(
    "value",
    [
        "https://larch.example",
        [{"kind": "test", "url": "javascript:alert(1)"}],
        [{"kind": "magic", "url": "https://larch.example"}],
        [{"kind": "test"}],
        [{"kind": "test", "url": "https://larch.example"}] * 7,
    ],
)
def test_only_a_few_well_formed_links_can_be_kept(value: object) -> None:
    assert not are_links(value)
