from __future__ import annotations

from pathlib import Path

import pytest

from onward.mail.parse import parse_message
from onward.mail.problems import Problem, ProblemKind
from onward.mail.sources import open_sources
from onward.mail.sources.eml import EmlFile
from onward.mail.sources.raw import KEPT_MESSAGE_BYTES, RawMessage
from tests.mail.raw_mail import SEPARATOR, make_raw, raw_fixture


def read(path: Path) -> list[RawMessage | Problem]:
    size = path.stat().st_size if path.exists() else 0
    return list(EmlFile(str(path), size).read(position=50))


def test_a_file_is_one_message_whatever_lines_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "one.eml"
    path.write_bytes(make_raw("x\n\n" + SEPARATOR.decode()))
    (message,) = read(path)
    assert isinstance(message, RawMessage)
    assert message.raw == path.read_bytes()
    assert message.position == 50 + len(message.raw)
    assert not message.is_cut


def test_a_separator_on_top_is_no_part_of_the_message(tmp_path: Path) -> None:
    path = tmp_path / "one.eml"
    path.write_bytes(SEPARATOR + make_raw())
    (message,) = read(path)
    assert isinstance(message, RawMessage)
    assert (message.envelope, message.raw) == (SEPARATOR, make_raw())


def test_apple_mail_counts_the_bytes_and_adds_a_list(tmp_path: Path) -> None:
    path = tmp_path / "1.emlx"
    path.write_bytes(f"{len(make_raw())}      \n".encode() + make_raw() + b"<plist/>")
    (message,) = read(path)
    assert isinstance(message, RawMessage)
    assert message.raw == make_raw()
    assert not message.is_cut


def test_a_large_message_is_read_at_its_start_and_named(tmp_path: Path) -> None:
    path = tmp_path / "large.eml"
    with path.open("wb") as file:
        file.write(make_raw())
        file.truncate(60_000_000)
    message, problem = read(path)
    assert isinstance(message, RawMessage)
    assert isinstance(problem, Problem)
    assert make_raw().rstrip() in message.raw
    assert len(message.raw) <= KEPT_MESSAGE_BYTES
    assert message.is_cut
    assert problem.kind == ProblemKind.TOO_LARGE


def test_what_breaks_off_or_is_gone_is_said(tmp_path: Path) -> None:
    path = tmp_path / "cut.eml"
    path.write_bytes(raw_fixture("no_closing_boundary"))
    _, cut = read(path)
    (gone,) = read(tmp_path / "gone.eml")
    assert isinstance(cut, Problem)
    assert isinstance(gone, Problem)
    assert (cut.kind, gone.kind) == (ProblemKind.TRUNCATED, ProblemKind.CHANGED)


LETTER = (
    "From: Kim <kim@bright-harbour.example>\nTo: robin@person.example\n"
    "Subject: Ihre Bewerbung\nMIME-Version: 1.0\n"
    'Content-Type: text/plain; charset="{charset}"\n'
    "Content-Transfer-Encoding: 8bit\n\nWir grüßen Sie aus Köln – bis bald.\n"
)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("charset", ["utf-16", "utf-8", "iso-8859-1", "UTF-16LE"])
def test_a_message_saved_in_utf_16_is_read(
    tmp_path: Path, codec: str, charset: str
) -> None:
    path = tmp_path / "letter.eml"
    path.write_bytes(f"\ufeff{LETTER.format(charset=charset)}".encode(codec))
    (source,) = open_sources([path]).sources
    (found,) = source.read(position=0)
    assert isinstance(found, RawMessage)
    assert not found.is_cut
    message = parse_message(found.raw)
    assert message.subject == "Ihre Bewerbung"
    assert message.text == "Wir grüßen Sie aus Köln – bis bald."


@pytest.mark.parametrize(
    ("name", "problem"),
    [("list.csv", ProblemKind.TABLE), ("list.txt", ProblemKind.NOT_MAIL)],
)
def test_other_text_in_utf_16_is_no_mail(
    tmp_path: Path, name: str, problem: ProblemKind
) -> None:
    path = tmp_path / name
    path.write_bytes("\ufeffcompany,role\nBright Harbour,Porter\n".encode("utf-16-le"))
    assert [p.kind for p in open_sources([path]).problems] == [problem]
