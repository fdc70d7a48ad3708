from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from onward.mail.parse import parse_message
from onward.mail.problems import Problem, ProblemKind
from onward.mail.sources import RawMessage, Sources, open_sources
from onward.mail.sources.eml import EmlFile
from onward.mail.sources.kinds import Kind, folder_labels, kind_of
from onward.mail.sources.maildir import MessageFolder
from tests.mail.raw_mail import make_mbox, make_raw


def write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def make_maildir(path: Path, *, count: int = 1) -> Path:
    for number in range(count):
        write(path / "cur" / f"17900000{number}.host:2,S", make_raw(f"Mail {number}\n"))
    (path / "new").mkdir()
    write(path / "tmp" / "half-written", b"From: nobo")
    return path


def raw_messages(sources: Sources) -> list[RawMessage]:
    return [item for item in sources if isinstance(item, RawMessage)]


def problems(sources: Sources) -> list[ProblemKind]:
    return [item.kind for item in sources if isinstance(item, Problem)]


def test_every_kind_of_mail_is_found_in_one_folder(tmp_path: Path) -> None:
    write(tmp_path / "Takeout" / "Mail" / "All mail.mbox", make_mbox(make_raw("a\n")))
    write(tmp_path / "Thunderbird" / "Inbox", make_mbox(make_raw("b\n")))
    write(tmp_path / "Thunderbird" / "Inbox.msf", b"// <!-- index -->")
    write(tmp_path / "Apple.mbox" / "mbox", make_mbox(make_raw("c\n")))
    write(tmp_path / "single" / "one.eml", make_raw("d\n"))
    apple = make_raw("e\n")
    counted = str(len(apple)).encode() + b"\n" + apple + b"<?xml flags?>"
    write(tmp_path / "single" / "two.emlx", counted)
    make_maildir(tmp_path / "Maildir", count=2)
    make_maildir(tmp_path / "Maildir" / ".Archive.2026")
    write(tmp_path / "picture.png", b"\x89PNG\r\n\x1a\n")
    sources = open_sources([tmp_path])
    bodies = sorted(m.raw.partition(b"\n\n")[2].strip() for m in raw_messages(sources))
    assert bodies == [b"Mail 0", b"Mail 0", b"Mail 1", b"a", b"b", b"c", b"d", b"e"]
    assert problems(sources) == []


def test_the_order_is_that_of_names(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        write(tmp_path / f"{name}.eml", make_raw(f"{name}\n"))
    write(tmp_path / "0.mbox", make_mbox(make_raw("mbox\n")))
    names = [Path(m.source.path).name for m in raw_messages(open_sources([tmp_path]))]
    assert names == ["a.eml", "b.eml", "c.eml", "0.mbox"]


def test_positions_grow_to_the_total(tmp_path: Path) -> None:
    write(tmp_path / "a.eml", make_raw())
    write(tmp_path / "b.mbox", make_mbox(make_raw(), make_raw()))
    make_maildir(tmp_path / "maildir", count=3)
    sources = open_sources([tmp_path])
    positions = [message.position for message in raw_messages(sources)]
    assert positions == sorted(positions)
    assert positions[-1] == sources.total_bytes


def test_circles_of_links_end_and_nothing_is_read_twice(tmp_path: Path) -> None:
    inside = tmp_path / "mail" / "inside"
    write(inside / "all.mbox", make_mbox(make_raw()))
    (inside / "up").symlink_to(tmp_path / "mail", target_is_directory=True)
    (inside / "again.mbox").symlink_to(inside / "all.mbox")
    (inside / "gone.mbox").symlink_to(inside / "nothing")
    (inside / "self").symlink_to(inside / "self")
    sources = open_sources([tmp_path, tmp_path / "mail", inside / "all.mbox"])
    assert len(raw_messages(sources)) == 1
    assert problems(sources) == []


def test_folders_called_sent_and_spam_say_so(tmp_path: Path) -> None:
    write(tmp_path / "Inbox.sbd" / "Gesendet", make_mbox(make_raw("mine\n")))
    write(tmp_path / "Junk", make_mbox(make_raw("junk\n")))
    make_maildir(tmp_path / "Maildir" / ".INBOX.Sent")
    found = {m.raw[-6:]: m for m in raw_messages(open_sources([tmp_path]))}
    assert {body: m.is_sent for body, m in found.items()} == {
        b"mine\n\n": True,
        b"junk\n\n": False,
        b"ail 0\n": True,
    }
    assert found[b"junk\n\n"].labels == ("Junk",)


def test_a_chosen_file_called_sent_is_sent_and_a_chosen_spam_folder_is_read(
    tmp_path: Path,
) -> None:
    sent = write(tmp_path / "Sent.mbox", make_mbox(make_raw()))
    spam = write(tmp_path / "Spam.mbox", make_mbox(make_raw()))
    first, second = raw_messages(open_sources([sent, spam]))
    assert first.is_sent
    assert second.labels == ()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", ProblemKind.EMPTY),
        (b"\n\n", ProblemKind.EMPTY),
        (b"\0" * 3_000, ProblemKind.NOT_MAIL),
        (b"once upon a time", ProblemKind.NOT_MAIL),
        (b"From here to there\nit is far.\n", ProblemKind.NOT_MAIL),
        (b"title: a recipe\nminutes: 30\n", ProblemKind.NOT_MAIL),
        (b"PK\x03\x04rest", ProblemKind.DAMAGED_ARCHIVE),
        (b"\x1f\x8brest", ProblemKind.DAMAGED_ARCHIVE),
        (b"7z\xbc\xaf\x27\x1crest", ProblemKind.ARCHIVE),
        (b"!BDNrest", ProblemKind.OUTLOOK_STORE),
    ],
)
def test_a_chosen_file_that_is_no_mail_is_a_problem(
    tmp_path: Path, data: bytes, kind: ProblemKind
) -> None:
    path = write(tmp_path / "chosen", data)
    assert problems(open_sources([path])) == [kind]


FOLDED = b"From:\n Anna Muster <anna@hospital.example>\nTo: b@b.example\n\nHello.\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("f1.eml", FOLDED),
        ("f1.EML", FOLDED),
        ("f1.emlx", str(len(FOLDED)).encode() + b"\n" + FOLDED),
        ("f1.emlx", b"104       \r\n" + FOLDED.replace(b"\n", b"\r\n")),
        ("saved from the browser", FOLDED),
        ("tab.eml", FOLDED.replace(b"\n A", b"\r\n\tA", 1)),
        ("space.eml", b"X-Id : 4\n" + FOLDED),
        ("name.eml", b"X_Mailer.Id: 4\n" + FOLDED),
        ("sign.eml", b"X-MS#Id: 4\n" + FOLDED),
        ("empty.eml", b"Bcc:\n" + FOLDED),
        ("quoted.eml", b">From x Mon Mar  2 08:00:00 2026\n" + FOLDED),
        ("mark.eml", b"\xef\xbb\xbf" + FOLDED),
    ],
)
def test_a_chosen_message_may_begin_oddly(
    tmp_path: Path, name: str, data: bytes
) -> None:
    (message,) = raw_messages(open_sources([write(tmp_path / name, data)]))
    parsed = parse_message(message.raw)
    assert parsed.sender.address == "anna@hospital.example"
    assert parsed.sender.name == "Anna Muster"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.eml", b"once upon a time"),
        ("a.eml", b"Notes of a call:\nwe spoke of the week.\n"),
        ("a.eml", b"title:\n a recipe\nminutes: 30\n"),
        ("a.eml", b"A line of no mail\nFrom: anna@hospital.example\n\nHello.\n"),
        ("a.eml", b'{"From": "anna@hospital.example",\n"To": "b@b.example"}\n'),
        ("a.emlx", b"1234\n"),
        ("a.emlx", b"1234\nonce upon a time\n"),
        ("notes.txt", b"To do:\n call them\nDate: 1 May\n"),
        ("notes.txt", b"X#1: call\nDate: 1 May\n"),
        ("notes.txt", b">From here to there\nDate: 1 May\n"),
        ("notes.txt", b"Shopping:\nmilk\nTo: the market\n"),
    ],
)
def test_a_chosen_file_of_other_lines_is_no_message(
    tmp_path: Path, name: str, data: bytes
) -> None:
    path = write(tmp_path / name, data)
    assert problems(open_sources([path])) == [ProblemKind.NOT_MAIL]


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("list.csv", b"Company,Role\nAcme,Planner\n", [ProblemKind.TABLE]),
        ("list.csv", b"", [ProblemKind.EMPTY]),
        ("list.xlsx", b"PK\x03\x04rest", [ProblemKind.TABLE]),
        ("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", [ProblemKind.TABLE]),
        ("list.csv", make_mbox(make_raw()), []),
    ],
)
def test_a_table_that_was_chosen_is_said_to_be_one(
    tmp_path: Path, name: str, data: bytes, found: list[ProblemKind]
) -> None:
    assert problems(open_sources([write(tmp_path / name, data)])) == found


def test_an_mbox_that_is_none_is_a_problem_inside_a_folder_too(tmp_path: Path) -> None:
    write(tmp_path / "all.mbox", b"once upon a time")
    write(tmp_path / "good.mbox", make_mbox(make_raw()))
    sources = open_sources([tmp_path])
    assert problems(sources) == [ProblemKind.NOT_MAIL]
    assert len(raw_messages(sources)) == 1


def test_a_message_called_mbox_is_read_as_a_message(tmp_path: Path) -> None:
    path = write(tmp_path / "one.mbox", make_raw())
    assert isinstance(open_sources([path]).sources[0], EmlFile)


def test_missing_paths_and_folders_without_mail_are_problems(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    sources = open_sources([tmp_path / "nothing", tmp_path / "empty"])
    assert problems(sources) == [ProblemKind.NOT_FOUND, ProblemKind.NO_MAIL_INSIDE]
    assert sources.total_bytes == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_a_device_or_pipe_is_no_mail(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert problems(open_sources([tmp_path / "pipe"])) == [ProblemKind.NOT_MAIL]
    assert problems(open_sources([Path("bad\0name")])) == [ProblemKind.NOT_MAIL]


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the root account opens all"
)
def test_closed_files_and_folders_are_problems_and_the_rest_is_read(
    tmp_path: Path,
) -> None:
    write(tmp_path / "closed.mbox", make_mbox(make_raw())).chmod(0)
    write(tmp_path / "open.mbox", make_mbox(make_raw()))
    write(tmp_path / "folder" / "a.eml", make_raw())
    (tmp_path / "folder").chmod(0)
    sources = open_sources([tmp_path])
    assert problems(sources) == [ProblemKind.NO_PERMISSION] * 2
    assert len(raw_messages(sources)) == 1
    (tmp_path / "folder").chmod(0o700)


def test_the_kind_of_a_file_is_told_by_its_first_bytes() -> None:
    assert kind_of(b"From x Mon Mar  2 08:00:00 2026\n") is Kind.MBOX
    assert kind_of(b"\xef\xbb\xbf\r\nFrom - x\nSubject: x\n") is Kind.MBOX
    assert kind_of(b"Received: by x\nFrom: a\n") is Kind.MESSAGE
    assert kind_of(b"1234\nReceived: by x\nFrom: a\n") is Kind.MESSAGE


def test_folder_names_lose_their_endings() -> None:
    names = ("Inbox.sbd", ".Archive.Sent", "cur", "All mail.mbox")
    assert folder_labels(names) == ("Inbox", "Sent", "All mail")


def test_a_maildir_is_one_source_for_each_of_its_folders(tmp_path: Path) -> None:
    make_maildir(tmp_path / "m", count=2)
    write(tmp_path / "m" / "new" / "1.host", make_raw())
    sources = open_sources([tmp_path / "m"]).sources
    assert [type(source) for source in sources] == [MessageFolder, MessageFolder]


def test_a_data_file_of_outlook_in_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "backup.pst").write_bytes(b"!BDN" + bytes(100))
    (tmp_path / "photo.bin").write_bytes(b"!BDN" + bytes(100))
    (problem,) = open_sources([tmp_path]).problems
    assert problem.kind is ProblemKind.OUTLOOK_STORE
    assert "drag the messages into a folder" in problem.sentence
