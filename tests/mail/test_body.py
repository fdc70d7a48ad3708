from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onward.mail.body import calendar_of, glance_of, text_of
from onward.mail.parse import parse_message
from onward.mail.parse_fallback import PlainPart, parse_standard
from tests.mail.raw_mail import raw_fixture


def test_the_glance_holds_what_the_whole_text_begins_with() -> None:
    for name in ("plain", "base64_text", "alternative_stub", "nested", "bounce"):
        root = parse_standard(raw_fixture(name))
        whole = " ".join(text_of(root).split())
        assert " ".join(glance_of(root).split())[:40] == whole[:40]


def test_the_glance_holds_the_words_of_an_invitation() -> None:
    assert "SUMMARY:Interview" in glance_of(
        parse_standard(raw_fixture("calendar_alone"))
    )
    assert calendar_of(parse_standard(raw_fixture("plain"))) == {}


def test_a_mail_attached_alone_says_who_wrote_it() -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n"
        b"From: =?utf-8?Q?F=C3=A4hre?= <jobs@faehre.example>\nSubject: Your application\n"
        b"X-Odd: 1\n\nWe are sorry.\n--b--\n"
    )
    expected = (
        "From: Fähre <jobs@faehre.example>\nSubject: Your application\n\nWe are sorry."
    )
    assert text_of(parse_standard(raw)) == expected
    assert parse_message(raw).text == expected


def test_line_ends_and_spaces_at_ends_are_put_right() -> None:
    part = PlainPart(b"one  \r\ntwo\r\rthree\n\n\n\n\nfour\n\n")
    assert text_of(part) == "one\ntwo\n\nthree\n\nfour"


@given(data=st.binary())
def test_any_bytes_become_clean_text(data: bytes) -> None:
    text = text_of(PlainPart(data))
    assert text == text.strip()
    assert not set(text) & set(map(chr, [*range(9), 11, 12, 13, *range(14, 32), 127]))
