from __future__ import annotations

import gzip
import io
import re
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.problems import Problem, ProblemKind
from onward.mail.scan import Outcome, Scanned, read_mail
from onward.mail.sources import RawMessage, archive, open_sources
from onward.mail.sources.archive import Archive
from tests.mail.raw_mail import make_mbox, make_raw
from tests.mail.sources.outlook_files import make_outlook_file


def members() -> dict[str, bytes]:
    apple = make_raw("apple\n")
    return {
        "Takeout/Mail/All mail.mbox": make_mbox(make_raw("a\n"), make_raw("b\n")),
        "Takeout/archive_browser.html": b"<html>Subject: x</html>",
        "Profile/ImapMail/host/Inbox.msf": b"// <!-- <mdb:mork:z v='1.4'/> -->",
        "Profile/ImapMail/host/Inbox": make_mbox(make_raw("c\n")),
        "Profile/Mail/Local Folders/2026.sbd/Sent": make_mbox(make_raw("mine\n")),
        "V10/Sent Messages.mbox/1/Data/7.emlx": str(len(apple)).encode()
        + b"\n"
        + apple
        + b"<?xml?>",
        "Maildir/cur/1790.host:2,S": make_raw("maildir\n"),
        "outlook/no.msg": make_outlook_file(
            subject="Your application",
            body="outlook",
            headers="From: jobs@quillmoor.example\r\nMessage-ID: <o@q.example>\r\n",
        ),
        "picture.png": b"\x89PNG\r\n\x1a\n",
    }


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, files: dict[str, bytes], *, mode: str) -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def read(path: Path) -> list[RawMessage | Problem]:
    return list(open_sources([path]))


def bodies(found: list[RawMessage | Problem]) -> set[str]:
    return {
        item.message.text
        for item in read_mail(found, is_wanted=lambda _opened, _raw: True)
        if isinstance(item, Scanned) and item.message
    }


ALL = {"a", "b", "c", "mine", "apple", "maildir", "outlook"}


@pytest.mark.parametrize("ending", [".zip", ".tgz", ".tar", ".tar.bz2", ".tar.xz"])
def test_everything_in_an_archive_is_read_in_place(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"takeout{ending}"
    if ending == ".zip":
        zipped(path, members())
    else:
        packing = {".tgz": "w:gz", ".tar.bz2": "w:bz2", ".tar.xz": "w:xz"}
        tarred(path, members(), mode=packing.get(ending, "w"))
    found = read(path)
    assert bodies(found) == ALL
    assert sum(isinstance(item, Problem) for item in found) == 0
    assert list(tmp_path.iterdir()) == [path]
    sent = [m for m in found if isinstance(m, RawMessage) and m.is_sent]
    assert len(sent) == 2
    positions = [m.position for m in found if isinstance(m, RawMessage)]
    assert positions == sorted(positions)
    assert positions[-1] <= open_sources([path]).total_bytes


def test_a_packed_mailbox_alone_is_read(tmp_path: Path) -> None:
    path = tmp_path / "all.mbox.gz"
    path.write_bytes(gzip.compress(make_mbox(make_raw("a\n"), make_raw("b\n"))))
    assert bodies(read(path)) == {"a", "b"}
    assert bodies(read(tmp_path)) == {"a", "b"}


def test_a_locked_a_broken_and_an_empty_archive_are_sentences(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "a.zip", members()).read_bytes()
    locked = bytearray(whole)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = locked.find(mark)
        while place != -1:
            locked[place + at] |= 1
            place = locked.find(mark, place + 1)
    (tmp_path / "locked.zip").write_bytes(locked)
    (tmp_path / "broken.zip").write_bytes(whole[: len(whole) // 2])
    packed = tarred(tmp_path / "b.tgz", members(), mode="w:gz").read_bytes()
    (tmp_path / "broken.tgz").write_bytes(packed[: len(packed) // 2])
    zipped(tmp_path / "none.zip", {"x.png": b"\x89PNG"})
    kinds = {}
    for name in ("locked.zip", "broken.zip", "broken.tgz", "none.zip"):
        wrong = [i for i in read(tmp_path / name) if isinstance(i, Problem)]
        kinds[name] = [problem.kind for problem in wrong]
    assert kinds == {
        "locked.zip": [ProblemKind.LOCKED],
        "broken.zip": [ProblemKind.DAMAGED_ARCHIVE],
        "broken.tgz": [ProblemKind.DAMAGED_ARCHIVE],
        "none.zip": [ProblemKind.NO_MAIL_INSIDE],
    }


@pytest.mark.parametrize("name", ["inner.zip", "inner.tgz", "Mail/inner.tar"])
def test_an_archive_in_an_archive_is_read(tmp_path: Path, name: str) -> None:
    modes = {"tgz": "w:gz", "tar": "w:"}
    mode = modes.get(name[-3:])
    path = tmp_path / "packed"
    inner = (
        tarred(path, members(), mode=mode) if mode else zipped(path, members())
    ).read_bytes()
    outer = zipped(tmp_path / "outer.zip", {name: inner, "cv.docx": inner})
    plain = zipped(tmp_path / "plain.zip", members())
    assert bodies(read(outer)) == bodies(read(plain)) != set()
    assert not [item for item in read(outer) if isinstance(item, Problem)]


def test_what_is_packed_three_times_or_is_too_large_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = zipped(tmp_path / "inner.zip", members()).read_bytes()
    middle = zipped(tmp_path / "middle.zip", {"inner.zip": inner}).read_bytes()
    outer = zipped(tmp_path / "outer.zip", {"middle.zip": middle})
    (problem,) = read(outer)
    assert isinstance(problem, Problem)
    assert problem.kind is ProblemKind.PACKED_TWICE
    assert problem.path.endswith("outer.zip/middle.zip/inner.zip")
    assert "64 MB" in problem.sentence
    monkeypatch.setattr(archive, "MOST_INNER_BYTES", len(inner) - 1)
    alone = zipped(tmp_path / "alone.zip", {"inner.zip": inner})
    assert [p.kind for p in read(alone) if isinstance(p, Problem)] == [
        ProblemKind.PACKED_TWICE
    ]


def test_a_broken_archive_inside_is_said_and_the_rest_is_read(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", members()).read_bytes()
    outer = zipped(
        tmp_path / "outer.zip", {"a.zip": inner[: len(inner) // 2], **members()}
    )
    assert bodies(read(outer)) == bodies(read(zipped(tmp_path / "p.zip", members())))
    assert [p.kind for p in read(outer) if isinstance(p, Problem)] == [
        ProblemKind.DAMAGED_ARCHIVE
    ]


def test_stores_of_outlook_and_closed_archives_inside_are_said(tmp_path: Path) -> None:
    outer = zipped(
        tmp_path / "outer.zip",
        {"old.pst": b"!BDN" + bytes(40), "more.7z": b"7z\xbc\xaf" + bytes(40)},
    )
    assert [p.kind for p in read(outer) if isinstance(p, Problem)] == [
        ProblemKind.OUTLOOK_STORE,
        ProblemKind.ARCHIVE,
    ]


@pytest.mark.parametrize("mark", [b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0"])
@given(rest=st.binary(max_size=600))
def test_no_archive_is_too_odd(
    tmp_path_factory: pytest.TempPathFactory, mark: bytes, rest: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "odd"
    path.write_bytes(mark + rest)
    assert list(Archive(str(path), len(rest)).read(position=0))


def test_an_outlook_message_says_what_its_mail_said(tmp_path: Path) -> None:
    path = tmp_path / "no.msg"
    path.write_bytes(
        make_outlook_file(
            subject="Ihre Bewerbung",
            body="Wir haben uns für jemand anderen entschieden.",
            headers="From: Kim Alder <kim@quillmoor.example>\r\n"
            "Date: Tue, 03 Mar 2026 09:15:00 +0100\r\nMessage-ID: <o@q.example>\r\n",
            files=("Absage.pdf",),
        )
    )
    (item,) = read_mail(open_sources([path]))
    assert isinstance(item, Scanned)
    message = item.message
    assert message is not None
    assert message.subject == "Ihre Bewerbung"
    assert message.text == "Wir haben uns für jemand anderen entschieden."
    assert message.sender.address == "kim@quillmoor.example"
    assert message.message_id == "o@q.example"
    assert message.attachment_names == ("Absage.pdf",)
    path.write_bytes(path.read_bytes()[:600])
    (wrong,) = read_mail(open_sources([path]))
    assert isinstance(wrong, Problem)
    assert wrong.kind is ProblemKind.UNREADABLE_MESSAGE


def test_spam_and_bin_are_read_only_when_asked_and_drafts_never(tmp_path: Path) -> None:
    text = "We decided on another candidate.\n"
    labels = ("Spam", "Papierkorb", "Corbeille", "Entwürfe", "Posteingang")
    raws = [make_raw(text, extra=f"X-Gmail-Labels: {name}\n") for name in labels]
    path = tmp_path / "all.mbox"
    path.write_bytes(make_mbox(*raws))

    def outcomes(*, with_spam: bool) -> list[Outcome]:
        stream = read_mail(open_sources([path]), with_spam=with_spam)
        return [item.outcome for item in stream if isinstance(item, Scanned)]

    junk, hiring = Outcome.JUNK, Outcome.HIRING
    assert outcomes(with_spam=False) == [junk, junk, junk, junk, hiring]
    assert outcomes(with_spam=True) == [hiring, hiring, hiring, junk, hiring]


@pytest.mark.parametrize("ending", [".zip", ".tgz"])
def test_a_packed_maildir_is_read_as_it_is_unpacked(
    tmp_path: Path, ending: str
) -> None:
    files = {
        "Maildir/new/1.M1.host": make_raw(message_id="<1@q.example>"),
        "Maildir/cur/2.M2.host:2,S": make_raw(message_id="<2@q.example>"),
        "Maildir/cur/3.M3.host:2,D": make_raw(message_id="<3@q.example>"),
        "Maildir/cur/4.M4.host:2,ST": make_raw(message_id="<4@q.example>"),
        "Maildir/.Junk/cur/5.M5.host:2,S": make_raw(message_id="<5@q.example>"),
        "Maildir/dovecot.index.cache": b"\x02\x00\x00",
        "Maildir/subscriptions.txt": make_raw(message_id="<6@q.example>"),
    }
    path = tmp_path / f"mail{ending}"
    if ending == ".zip":
        zipped(path, files)
    else:
        tarred(path, files, mode="w:gz")
    for name, data in files.items():
        (tmp_path / "there" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "there" / name).write_bytes(data)

    def found(place: Path) -> list[tuple[str, Outcome]]:
        stream = read_mail(open_sources([place]))
        scanned = [item for item in stream if isinstance(item, Scanned)]
        return sorted((i.source.path[-9:], i.outcome) for i in scanned)

    assert found(path) == found(tmp_path / "there")
    outcomes = [outcome for _name, outcome in found(path)]
    assert outcomes.count(Outcome.HIRING) == 2
    assert outcomes.count(Outcome.JUNK) == 3


def test_what_thunderbird_deleted_and_still_keeps_is_left_out() -> None:
    gone = b"X-Mozilla-Status: 0009\nX-Mozilla-Status2: 00000000\n" + make_raw()
    there = b"X-Mozilla-Status: 0001\nX-Mozilla-Status2: 00000000\n" + make_raw()
    from onward.mail.rules.types import Source

    raws = [RawMessage(Source("x"), raw, len(raw), 0) for raw in (gone, there)]
    found = [i.outcome for i in read_mail(raws) if isinstance(i, Scanned)]
    assert found == [Outcome.GONE, Outcome.HIRING]


def kinds_and_bodies(path: Path) -> tuple[list[ProblemKind], set[str]]:
    found = read(path)
    problems = [item.kind for item in found if isinstance(item, Problem)]
    return problems, bodies(found)


def test_one_damaged_and_one_locked_member_of_a_zip_cost_themselves(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for name in "abcd":
            packed.writestr(f"{name}.eml", make_raw(f"{name}\n"))
    data = bytearray(path.read_bytes())
    data[data.find(b"\nb\n") + 1] = ord("x")
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        third = [i for i in range(len(data)) if data.startswith(mark, i)][2]
        data[third + at] |= 1
    path.write_bytes(data)
    problems, texts = kinds_and_bodies(path)
    assert problems == [ProblemKind.DAMAGED_ARCHIVE, ProblemKind.LOCKED]
    assert texts == {"a", "d"}
    wrong = [item.path for item in read(path) if isinstance(item, Problem)]
    assert wrong == [f"{path}/b.eml", f"{path}/c.eml"]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("cut", ["between members", "in a header", "in a member"])
def test_a_tar_that_breaks_off_is_said(tmp_path: Path, cut: str, packed: bool) -> None:
    files = {f"{name}.eml": make_raw(f"{name}\n") for name in "abc"}
    whole = tarred(tmp_path / "whole.tar", files, mode="w").read_bytes()
    assert kinds_and_bodies(tmp_path / "whole.tar") == ([], {"a", "b", "c"})
    third = whole.find(b"c.eml")
    ends = {"between members": third, "in a header": third + 100}
    data = whole[: ends.get(cut, third + 520)]
    path = tmp_path / ("cut.tgz" if packed else "cut.tar")
    path.write_bytes(gzip.compress(data) if packed else data)
    problems, texts = kinds_and_bodies(path)
    is_at_edge = cut == "between members"
    kind = ProblemKind.NO_END if is_at_edge else ProblemKind.DAMAGED_ARCHIVE
    assert problems == [kind]
    assert {"a", "b"} <= texts


def test_a_tar_that_was_never_closed_is_read_whole_and_called_no_more_than_open(
    tmp_path: Path,
) -> None:
    raw = make_raw("a\n")
    path = tarred(tmp_path / "open.tar", {"a.eml": raw}, mode="w")
    blocks = 1 + -(-len(raw) // tarfile.BLOCKSIZE)
    path.write_bytes(path.read_bytes()[: blocks * tarfile.BLOCKSIZE])
    assert kinds_and_bodies(path) == ([ProblemKind.NO_END], {"a"})


def locked_but_the_first(path: Path, names: list[str]) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        for name in names:
            packed.writestr(name, make_raw("one\n"))
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in list(re.finditer(re.escape(mark), bytes(data)))[1:]:
            data[found.start() + at] |= 1
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["1.jpg", "notes.txt", "cv.pdf", "site/a.html"], []),
        (["a.eml"], [(ProblemKind.LOCKED, "/a.eml")]),
        (["Mail/Inbox"], [(ProblemKind.LOCKED, "/Mail/Inbox")]),
        (["Mail/cur/1.a.b:2,S"], [(ProblemKind.LOCKED, "/Mail/cur/1.a.b:2,S")]),
        (["in.mbox", "1.jpg"], [(ProblemKind.LOCKED, "/in.mbox")]),
        ([f"{n}.eml" for n in range(400)], [(ProblemKind.SOME_LOCKED, "")]),
    ],
)
def test_of_locked_members_only_mail_is_told_and_many_as_one(
    tmp_path: Path, names: list[str], said: list[tuple[ProblemKind, str]]
) -> None:
    path = locked_but_the_first(tmp_path / "a.zip", ["first.eml", *names])
    problems = [item for item in read(path) if isinstance(item, Problem)]
    assert [(one.kind, one.path) for one in problems] == [
        (kind, f"{path}{rest}") for kind, rest in said
    ]


def test_a_tar_with_a_broken_header_is_said(tmp_path: Path) -> None:
    files = {f"{name}.eml": make_raw(f"{name}\n") for name in "abc"}
    data = bytearray(tarred(tmp_path / "a.tar", files, mode="w").read_bytes())
    data[data.find(b"b.eml") + 3] = 0xFF
    (tmp_path / "a.tar").write_bytes(data)
    assert kinds_and_bodies(tmp_path / "a.tar") == (
        [ProblemKind.DAMAGED_ARCHIVE],
        {"a"},
    )


def outcomes(path: Path) -> dict[str, tuple[Outcome, bool]]:
    """Return what became of each message, and whether it is the person's own."""
    found = [item for item in read(path) if isinstance(item, RawMessage)]
    scanned = [item for item in read_mail(found) if isinstance(item, Scanned)]
    return {
        Path(one.source.path).name: (two.outcome, one.is_sent)
        for one, two in zip(found, scanned, strict=True)
    }


def test_a_packed_mailbox_keeps_the_name_of_its_folder(tmp_path: Path) -> None:
    mail = gzip.compress(make_mbox(make_raw("a\n")))
    names = ("Sent.mbox.gz", "Drafts.mbox.gz", "Trash.mbox.gz", "Jobs.mbox.gz")
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes(mail)
    inside = zipped(tmp_path / "a.zip", {f"Mail/{name}": mail for name in names})
    for found in (outcomes(folder), outcomes(inside)):
        assert [found[name][0] is Outcome.JUNK for name in names] == [
            *(False, True, True, False),
        ]
        assert [found[name][1] for name in names] == [True, False, False, False]
    assert outcomes(folder / "Sent.mbox.gz")["Sent.mbox.gz"][1]
    # Whoever points at it wants it read.
    assert outcomes(folder / "Trash.mbox.gz")["Trash.mbox.gz"][0] is not Outcome.JUNK


def test_a_packed_message_is_read(tmp_path: Path) -> None:
    mail = gzip.compress(make_raw("a\n"))
    (tmp_path / "x.eml.gz").write_bytes(mail)
    assert bodies(read(tmp_path / "x.eml.gz")) == {"a"}
    inside = tarred(
        tmp_path / "m.tgz",
        {"Mail/x.eml.gz": mail, "Mail/y.eml": make_raw("b\n")},
        mode="w:gz",
    )
    assert bodies(read(inside)) == {"a", "b"}
