from __future__ import annotations

from onward.mail.rules.types import Source
from onward.mail.sources.raw import RawMessage, looks_truncated, too_large
from tests.mail.raw_mail import make_raw, raw_fixture


def make_message(raw: bytes, *, size: int | None = None) -> RawMessage:
    size = len(raw) if size is None else size
    return RawMessage(Source("all.mbox"), raw, size, size)


def test_whole_messages_do_not_look_truncated() -> None:
    for name in ("plain", "plain_crlf", "nested", "headers_only", "no_headers"):
        assert not looks_truncated(make_message(raw_fixture(name)))


def test_messages_that_break_off_look_truncated() -> None:
    assert looks_truncated(make_message(make_raw()[:60]))
    assert looks_truncated(make_message(raw_fixture("nested")[:-20]))


def test_what_was_cut_here_is_not_called_truncated() -> None:
    cut = make_message(raw_fixture("nested")[:-20], size=100_000_000)
    assert not looks_truncated(cut)
    assert too_large(cut) is not None


def test_an_ordinary_large_attachment_is_no_news() -> None:
    assert too_large(make_message(make_raw(), size=30_000_000)) is None
