from __future__ import annotations

import os
from pathlib import Path

import pytest

from onward.mail.problems import Problem, ProblemKind
from onward.mail.scan import Scanned, read_mail
from onward.mail.sources.maildir import MessageFolder, folder_size, message_names
from onward.mail.sources.raw import RawMessage
from tests.mail.raw_mail import make_raw, raw_fixture


def read(folder: MessageFolder) -> list[RawMessage | Problem]:
    return list(folder.read(position=0))


def test_messages_come_in_the_order_of_names_with_their_whole_size(
    tmp_path: Path,
) -> None:
    for name in ("2", "1"):
        (tmp_path / name).write_bytes(make_raw(f"{name}\n"))
    (tmp_path / ".hidden").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    first, second = read(MessageFolder(str(tmp_path), 0))
    assert isinstance(first, RawMessage)
    assert isinstance(second, RawMessage)
    assert first.source.path.endswith("1")
    assert (first.source.offset, first.source.length) == (0, len(make_raw("1\n")))
    assert second.position == 2 * len(make_raw("1\n"))


def test_one_bad_file_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_bytes(b"")
    (tmp_path / "2.eml").write_bytes(raw_fixture("no_closing_boundary"))
    (tmp_path / "3.eml").write_bytes(make_raw())
    found = read(MessageFolder(str(tmp_path), 0, suffixes=(".eml",)))
    kinds = [item.kind if isinstance(item, Problem) else "mail" for item in found]
    assert kinds == [ProblemKind.EMPTY, "mail", ProblemKind.TRUNCATED, "mail"]


def test_a_folder_that_went_away_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read(MessageFolder(str(tmp_path / "gone"), 0))
    assert isinstance(problem, Problem)
    assert problem.kind == ProblemKind.CHANGED


def test_only_wanted_endings_count(tmp_path: Path) -> None:
    for name in ("a.eml", "B.EML", "c.txt"):
        (tmp_path / name).write_bytes(b"x")
    assert message_names(str(tmp_path), suffixes=(".eml",)) == ["B.EML", "a.eml"]


def test_a_file_gone_since_counts_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert folder_size(os.fspath(tmp_path), names=["a", "gone"]) == 5


@pytest.mark.parametrize("sign", [":", ";", "!"])
def test_drafts_and_what_is_marked_as_deleted_are_left_out(
    tmp_path: Path, sign: str
) -> None:
    names = [
        f"{n}.M{n}.host{sign}2,{flags}" for n, flags in enumerate(["S", "DS", "ST"])
    ]
    for name in names:
        (tmp_path / name).write_bytes(make_raw())

    def outcomes(*, with_spam: bool) -> list[str]:
        folder = MessageFolder(str(tmp_path), 0)
        found = read_mail(folder.read(position=0), with_spam=with_spam)
        return [item.outcome.value for item in found if isinstance(item, Scanned)]

    assert outcomes(with_spam=False) == ["hiring", "junk", "junk"]
    assert outcomes(with_spam=True) == ["hiring", "junk", "hiring"]


def test_a_link_in_a_circle_hides_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_bytes(make_raw())
    (tmp_path / "2.eml").symlink_to(tmp_path / "2.eml")
    assert message_names(str(tmp_path), suffixes=(".eml",)) == ["1.eml"]
    assert message_names(str(tmp_path)) == ["1.eml"]
