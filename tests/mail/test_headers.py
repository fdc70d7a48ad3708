from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.headers import (
    Head,
    addresses_of,
    decode_header,
    moment_of,
    split_message,
)
from onward.mail.rules.types import Address


def test_a_message_is_parted_at_its_first_empty_line() -> None:
    head, body = split_message(b"Subject: x\r\nTo: y\r\n\r\nwords\r\n\r\nmore")
    assert head.raw == b"Subject: x\r\nTo: y\r\n"
    assert body == b"\r\nwords\r\n\r\nmore"


def test_what_begins_without_a_header_is_all_body() -> None:
    head, body = split_message(b"Dear all,\n\nSubject: x\n")
    assert head.raw == b""
    assert body.strip() == b"Dear all,\n\nSubject: x"


def test_marks_and_empty_lines_before_the_headers_are_passed_over() -> None:
    head, _ = split_message(b"\xef\xbb\xbf\r\n\r\nSubject: x\n\nwords")
    assert head.first(b"subject") == b"x"


def test_old_line_ends_are_understood() -> None:
    head, body = split_message(b"Subject: x\rTo: y\r\rwords")
    assert head.first(b"to") == b"y"
    assert body.strip() == b"words"


def test_headers_are_found_in_any_case_and_unfolded() -> None:
    head = Head(b"From: a\nSUBJECT: one\n two\nX-Subject: no\nsubject: three\n")
    assert head.first(b"from") == b"a"
    assert head.first(b"subject") == b"one two"
    assert head.first(b"to") == b""


def test_the_mime_lines_stand_as_they_were() -> None:
    head = Head(b"To: a\nContent-type: text/plain;\n charset=x\nX-Content-Y: b\n")
    assert head.mime_lines() == b"Content-type: text/plain;\n charset=x\n"
    assert Head(b"To: a\n").mime_lines() == b""


def test_wanted_headers_come_with_all_values_and_prefixes() -> None:
    head = Head(b"Received: 1\nReceived:\n 2\nX-Workday-A: b\nOther: c\nbroken\n")
    found = head.values(wanted={"received", "x-workday-*"})
    assert found == {"received": [b"1", b"2"], "x-workday-a": [b"b"]}


@pytest.mark.parametrize(
    ("value", "addresses"),
    [
        (b"a@b.example", [("", "a@b.example")]),
        (b"A B <A@B.example>", [("A B", "a@b.example")]),
        (b'"B, A" <a@b.example>', [("B, A", "a@b.example")]),
        (b"Talnova, Inc. <a@b.example>", [("Talnova, Inc.", "a@b.example")]),
        (b"a@b.example (Mara)", [("", "a@b.example")]),
        (b'"say \\"hi\\"" <a@b.example>', [('say "hi"', "a@b.example")]),
        (b"Team: a@b.example, C <c@d.example>;", None),
        (b"=?utf-8?Q?J=C3=B6rg_=3Ca=40b=2Eexample=3E?=", [("Jörg", "a@b.example")]),
        (b"undisclosed-recipients:;", []),
        (b"", []),
    ],
)
def test_addresses_are_read(
    value: bytes, addresses: list[tuple[str, str]] | None
) -> None:
    found = addresses_of(value)
    if addresses is None:
        assert [one.address for one in found] == ["a@b.example", "c@d.example"]
    else:
        assert found == tuple(Address(*pair) for pair in addresses)


def test_header_values_become_one_line() -> None:
    assert decode_header(b" a\tb \r\n c ") == "a b c"
    assert decode_header(b"a\x00b") == "a b"


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("Tue, 03 Mar 2026 09:15:00 +0100", datetime(2026, 3, 3, 8, 15, tzinfo=UTC)),
        ("3 Mar 2026 09:15 EST", datetime(2026, 3, 3, 14, 15, tzinfo=UTC)),
        ("Mon Mar  2 08:00:00 2026", datetime(2026, 3, 2, 8, tzinfo=UTC)),
        ("Mon Mar 02 08:00:00 +0000 2026", datetime(2026, 3, 2, 8, tzinfo=UTC)),
        ("yesterday", None),
        ("", None),
        ("Tue, 99 Mar 2026 99:99:99 +9999", None),
        ("Tue, 03 Mar 99999999999 09:15:00 +0100", None),
    ],
)
def test_dates_become_moments(value: str, moment: datetime | None) -> None:
    assert moment_of(value) == moment


@given(value=st.binary(max_size=200))
def test_no_header_makes_it_raise(value: bytes) -> None:
    decode_header(value)
    decode_header(b"=?utf-8?Q?" + value + b"?=")
    addresses_of(value)
    addresses_of(b"<" + value + b"@")
    moment_of(value.decode("latin-1"))
    head, _ = split_message(value)
    head.values(wanted={"from", "x-*"})
    head.mime_lines()
