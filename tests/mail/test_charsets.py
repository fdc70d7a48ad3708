from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.charsets import decode_bytes

TEXT = "Grüße – „ja“"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode(), ""),
        (TEXT.encode(), "us-ascii"),
        (TEXT.encode(), "iso-8859-1"),
        (TEXT.encode(), "x-unknown"),
        (TEXT.encode(), "'UTF-8'"),
        (TEXT.encode("cp1252"), "utf-8"),
        (TEXT.encode("cp1252"), "iso-8859-1"),
        (TEXT.encode("cp1252"), ""),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-7"), "utf-7"),
    ],
)
def test_words_survive_wrong_and_missing_charsets(data: bytes, charset: str) -> None:
    assert decode_bytes(data, charset=charset) == TEXT


@pytest.mark.parametrize("charset", ["koi8-r", "windows-1251", "iso-8859-5"])
def test_declared_charsets_count(charset: str) -> None:
    assert decode_bytes("Привет".encode(charset), charset=charset) == "Привет"


def test_one_broken_letter_does_not_spoil_the_others() -> None:
    data = ("Grüße aus Köln für dich" * 5).encode()[:-1] + b"\xc3"
    assert decode_bytes(data, charset="utf-8").startswith("Grüße aus Köln")


@pytest.mark.parametrize(
    "charset", ["base64", "rot13", "unicode_escape", "idna", "no\0name", "x" * 900]
)
def test_codecs_that_are_no_charsets_are_passed_over(charset: str) -> None:
    assert decode_bytes(b"\\u0041 words\xe4", charset=charset) == "\\u0041 wordsä"


@given(data=st.binary(), charset=st.sampled_from(["utf-8", "utf-7", "utf-16", "big5"]))
def test_any_bytes_become_text_that_can_be_stored(data: bytes, charset: str) -> None:
    decode_bytes(data, charset=charset).encode()
