from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.problems import Problem, ProblemKind
from onward.mail.sources.mbox import MboxFile, Piece, is_separator, split_mbox
from onward.mail.sources.raw import RawMessage
from tests.mail.raw_mail import SEPARATOR, Dripping, make_mbox, make_raw, raw_fixture


def pieces(data: bytes, *, chunk_bytes: int = 2_048, kept: int = 10**6) -> list[Piece]:
    file = io.BytesIO(data)
    return list(split_mbox(file, chunk_bytes=chunk_bytes, kept_bytes=kept))  # type: ignore[arg-type]


def joined(found: list[Piece]) -> bytes:
    return b"".join(piece.envelope + piece.data for piece in found)


@pytest.mark.parametrize(
    "line",
    [
        b"From robin@person.example Mon Mar  2 08:00:00 2026\n",
        b"From 1790000000000000000@xxx Mon Jan 01 00:00:00 +0000 2026\r\n",
        b"From - Tue Mar 03 09:15:00 2026\n",
        b"From MAILER-DAEMON Fri Jul  8 12:08:34 2011",
        b"From mara at person.example  Sat Jan  1 00:00:00 2005\n",
        b"From x@y.example Sat Jan  1 00:00:00 CET 2005\n",
        b"From x@y.example Sat Jan  1 00:00 2005 remote from host\n",
    ],
)
def test_separators_of_all_mail_programs_are_known(line: bytes) -> None:
    assert is_separator(line, follows_blank=False)


@pytest.mark.parametrize(
    "line",
    [
        b"From Monday on we are in the new office.\n",
        b"From the bottom of my heart\n",
        b"From: robin@person.example\n",
        b"From Mon Mar 2 we work\n",
        b"From Mara Mon Mar  2 08:00:00 2026 she was there\n",
    ],
)
def test_sentences_are_no_separators(line: bytes) -> None:
    assert not is_separator(line, follows_blank=True)


def test_a_bare_from_counts_only_between_an_empty_line_and_a_header() -> None:
    assert is_separator(b"From \r\nSubject: x\r\n", follows_blank=True)
    assert not is_separator(b"From \r\nSubject: x\r\n", follows_blank=False)
    assert not is_separator(b"From \r\nwhere we stand\r\n", follows_blank=True)


def test_a_mailbox_is_split_at_its_separators_alone() -> None:
    first = make_raw("From Monday on all is new.\n\nFrom me\n")
    found = pieces(make_mbox(first, make_raw(), make_raw()))
    assert len(found) == 3
    assert found[0].data == first + b"\n"
    assert found[0].envelope == SEPARATOR


def test_windows_line_ends_change_nothing() -> None:
    data = make_mbox(make_raw(), make_raw()).replace(b"\n", b"\r\n")
    assert len(pieces(data)) == 2


def test_a_message_larger_than_the_buffer_is_whole() -> None:
    long = make_raw("a line of words\n" * 5_000)
    found = pieces(make_mbox(make_raw(), long, make_raw()))
    assert [piece.data for piece in found][1] == long + b"\n"


def test_of_a_huge_message_only_the_start_is_kept_and_the_next_is_found() -> None:
    long = make_raw("a line of words\n" * 5_000)
    found = pieces(make_mbox(long, make_raw("after\n")), kept=3_000)
    assert len(found) == 2
    assert found[0].length == len(SEPARATOR + long) + 1
    assert len(found[0].data) <= 3_000
    assert found[1].data == make_raw("after\n") + b"\n"


_LINES = st.sampled_from(
    [
        SEPARATOR,
        SEPARATOR.replace(b"\n", b"\r\n"),
        b"From \nSubject: bare\n",
        b"From here to there\n",
        b"\nFrom ",
        b"\n",
        b"\r\n",
        b"Subject: x\n",
        b"words " * 90 + b"\n",
        b">From quoted\n",
        b"From x Mon Mar  2 08:00:00 2026",
    ]
)
mailboxes = st.lists(_LINES | st.binary(max_size=40), max_size=60).map(b"".join)


@given(data=mailboxes, chunk_bytes=st.integers(1, 6_000))
def test_the_pieces_joined_are_the_file_whatever_the_chunk(
    data: bytes, chunk_bytes: int
) -> None:
    found = pieces(data, chunk_bytes=chunk_bytes)
    assert joined(found) == data
    assert found == pieces(data, chunk_bytes=1_000_000)
    offset = 0
    for piece in found:
        assert piece.offset == offset
        offset += piece.length


@given(data=mailboxes, bytes_at_once=st.integers(1, 3_000))
def test_a_dripping_disk_gives_the_same_pieces(data: bytes, bytes_at_once: int) -> None:
    dripping = Dripping(data, bytes_at_once=bytes_at_once)
    assert list(split_mbox(dripping, chunk_bytes=2_048)) == pieces(data)


@given(data=mailboxes, kept=st.integers(600, 3_000))
def test_cutting_changes_no_place(data: bytes, kept: int) -> None:
    whole, cut = pieces(data), pieces(data, kept=kept)
    places = [(piece.offset, piece.length) for piece in whole]
    assert [(piece.offset, piece.length) for piece in cut] == places
    for one, other in zip(whole, cut, strict=True):
        assert one.data.startswith(other.data)


def read(path: Path, *, size: int | None = None) -> list[RawMessage | Problem]:
    source = MboxFile(str(path), path.stat().st_size if size is None else size)
    return list(source.read(position=1_000))


def test_messages_know_their_place_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "all.mbox"
    data = make_mbox(make_raw(), make_raw("Second.\n"))
    path.write_bytes(data)
    first, second = read(path)
    assert isinstance(first, RawMessage)
    assert isinstance(second, RawMessage)
    place = slice(second.source.offset, second.source.offset + second.source.length)
    assert data[place] == SEPARATOR + second.raw
    assert second.position == 1_000 + len(data)
    assert not second.is_cut


def test_a_file_that_shrank_is_read_and_reported(tmp_path: Path) -> None:
    path = tmp_path / "all.mbox"
    path.write_bytes(make_mbox(make_raw()))
    message, problem = read(path, size=10**6)
    assert isinstance(message, RawMessage)
    assert isinstance(problem, Problem)
    assert problem.kind == ProblemKind.CHANGED


def test_a_file_that_went_away_is_reported(tmp_path: Path) -> None:
    source = MboxFile(str(tmp_path / "gone.mbox"), 10)
    (problem,) = source.read(position=0)
    assert isinstance(problem, Problem)
    assert problem.kind == ProblemKind.CHANGED


def test_a_file_that_ends_inside_a_message_is_read_and_reported(tmp_path: Path) -> None:
    path = tmp_path / "all.mbox"
    path.write_bytes(make_mbox(make_raw(), raw_fixture("no_closing_boundary")))
    *messages, problem = read(path)
    assert len(messages) == 2
    assert isinstance(problem, Problem)
    assert problem.kind == ProblemKind.TRUNCATED
    assert problem.offset > 0


def test_a_message_of_many_megabytes_is_named_and_the_next_is_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "all.mbox"
    with path.open("wb") as file:
        file.write(SEPARATOR + make_raw("The words.\n"))
        for _ in range(60):
            file.write(b"x" * 999_999 + b"\n")
        file.write(make_mbox(make_raw("After.\n")))
    first, problem, second = read(path)
    assert isinstance(first, RawMessage)
    assert isinstance(second, RawMessage)
    assert isinstance(problem, Problem)
    assert first.is_cut
    assert problem.kind == ProblemKind.TOO_LARGE
    assert "60 MB" in problem.sentence
    assert b"After." in second.raw


def test_an_empty_message_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "all.mbox"
    path.write_bytes(SEPARATOR + b"\n" + make_mbox(make_raw()))
    assert len(read(path)) == 1
