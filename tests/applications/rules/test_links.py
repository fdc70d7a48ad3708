from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.kinds import EventKind
from onward.applications.rules.links import LONGEST_ADDRESS, are_links, web_host
from onward.applications.rules.payload import check_payload

LINK = {"kind": "test", "url": "https://larch.example/t/1"}


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://Larch.example:8443/t", "larch.example"),
        ("http://larch.example", "larch.example"),
        ("https://a@larch.example/", ""),
        ("https://larch", ""),
        ("ftp://larch.example/", ""),
        ("https://larch.example/a b", ""),
        ("https://larch.example/a\x00b", ""),
        ("https://larch.example/\u202etxt", ""),
        ("https://larch.example:port/", ""),
        ("https://larch.example/" + "a" * LONGEST_ADDRESS, ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address_that_can_be_pressed(address: str, host: str) -> None:
    assert web_host(address) == host


@given(st.recursive(st.none() | st.text() | st.integers(), st.lists, max_leaves=5))
def test_anything_else_is_no_list_of_links(value: object) -> None:
    assert are_links(value) is (value == [])


def test_any_event_can_carry_links_that_are_well_formed() -> None:
    check_payload(EventKind.REJECTION, {"links": [LINK]})
    with pytest.raises(ValueError, match="links"):
        check_payload(EventKind.INTERVIEW, {"links": [{**LINK, "url": "file:///x"}]})
