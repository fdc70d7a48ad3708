from __future__ import annotations

import base64
import io
import itertools
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.parse import parse_message, shortened
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from onward.mail.scan import Scanned, read_mail
from onward.mail.sources import open_sources
from onward.mail.sources.mbox import split_mbox
from onward.mail.sources.raw import KEPT_MESSAGE_BYTES
from onward.mail.sources.skim import Skim, skimmed
from tests.builders import NOW
from tests.mail.raw_mail import SEPARATOR, Dripping, make_mbox, make_raw

NO = b"Thank you for your application. We decided on another candidate.\n"
_HEAD = (
    b"From: Quillmoor <jobs@quillmoor.example>\nSubject: Your application\n"
    b"Message-ID: <one@quillmoor.example>\nMIME-Version: 1.0\n"
    b'Content-Type: multipart/mixed; boundary="=_x"\n\n'
)


def part(kind: bytes, content: bytes, *, more: bytes = b"") -> bytes:
    return b"--=_x\nContent-Type: " + kind + b"\n" + more + b"\n" + content + b"\n"


def file_part(*, megabytes: float, kind: bytes = b"application/pdf") -> bytes:
    content = base64.encodebytes(b"x" * int(megabytes * 740_000))
    more = b"Content-Transfer-Encoding: base64\n"
    more += b'Content-Disposition: attachment; filename="brochure.pdf"\n'
    return part(kind, content, more=more)


def message(*parts: bytes) -> bytes:
    return _HEAD + b"".join(parts) + b"--=_x--\n"


BEHIND = message(file_part(megabytes=12), part(b"text/plain", NO))


def skim(data: bytes, *cuts: int, **limits: int) -> bytes:
    taken = Skim(**limits)
    places = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    for start, end in itertools.pairwise(places):
        taken.add(memoryview(data)[start:end])
    return taken.end()


def verdict_of(path: Path) -> str:
    (found,) = (i for i in read_mail(open_sources([path]), now=NOW))
    assert isinstance(found, Scanned)
    assert found.message is not None
    assert found.message.attachment_names == ("brochure.pdf",)
    return read_message(found.message).verdict


def write_mailbox(folder: Path) -> Path:
    path = folder / "all.mbox"
    path.write_bytes(make_mbox(BEHIND))
    return path


def write_message(folder: Path) -> Path:
    path = folder / "one.eml"
    path.write_bytes(BEHIND)
    return path


def write_apple(folder: Path) -> Path:
    path = folder / "1.emlx"
    path.write_bytes(b"%d\n" % len(BEHIND) + BEHIND + b"<plist></plist>\n")
    return path


def write_maildir(folder: Path) -> Path:
    (folder / "box" / "cur").mkdir(parents=True)
    (folder / "box" / "cur" / "1.M1.host:2,S").write_bytes(BEHIND)
    return folder / "box"


def write_zip(folder: Path) -> Path:
    path = folder / "all.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("one.eml", BEHIND)
    return path


@pytest.mark.parametrize(
    "write", [write_mailbox, write_message, write_apple, write_maildir, write_zip]
)
def test_a_no_behind_a_large_file_is_read(write: object, tmp_path: Path) -> None:
    assert callable(write)
    assert verdict_of(write(tmp_path)) == Verdict.REJECTION


def test_a_large_message_reads_like_a_small_one() -> None:
    small = message(file_part(megabytes=0.1), part(b"text/plain", NO))
    assert parse_message(skim(BEHIND)) == parse_message(small)


def test_words_behind_many_photos_are_kept_and_memory_stays_small() -> None:
    photos = [file_part(megabytes=0.9, kind=b"image/jpeg") for _ in range(40)]
    kept = skim(message(*photos, part(b"text/plain", NO)))
    assert NO in kept
    assert len(kept) < 40 * 70_000


def test_an_invitation_behind_a_large_file_is_kept_whole() -> None:
    invitation = b"BEGIN:VCALENDAR\n" + b"X-A:words\n" * 9_000 + b"END:VCALENDAR\n"
    for kind in (b"text/calendar", b"application/ics", b"Application/ICS; name=a"):
        assert invitation in skim(
            message(file_part(megabytes=12), part(kind, invitation))
        )


_PIECES = st.sampled_from(
    [
        *(b"\n", b"-", b"--", b"\n--x\n", b"words and words\n", b"Subject: x\n"),
        *(b"content-type: image/png\n\n", b"Content-Type: text/plain\r\n\r\n"),
        b"y" * 30,
    ]
)
_DATA = st.lists(_PIECES, max_size=60).map(b"".join)
_LIMITS = {"kept_bytes": 300, "part_bytes": 90, "file_bytes": 40}


@given(data=_DATA, cuts=st.lists(st.integers(0, 2_000), max_size=20))
def test_how_it_comes_in_changes_nothing(data: bytes, cuts: list[int]) -> None:
    kept = skim(data, *cuts, **_LIMITS)
    assert kept == skim(data, **_LIMITS)
    assert len(kept) <= 300
    if len(data) <= 300:
        assert kept == data


@pytest.mark.parametrize("line", [b"x" * 76 + b"\n", b"long", b"two\r\n"])
def test_of_parts_with_words_it_keeps_what_the_parser_would(line: bytes) -> None:
    sizes = (70_000, 999_999, 1_000_000, 1_000_003, 12, 2_500_000)
    data = b"".join((b"\n--" + line * (n // len(line) + 1))[:n] for n in sizes)
    assert skim(data, 5, 999, 3_000_000, kept_bytes=5_200_000) == shortened(data)


@given(data=_DATA, chunk_bytes=st.integers(1, 3_000), kept=st.integers(600, 3_000))
def test_a_mailbox_gives_the_same_whatever_the_chunk(
    data: bytes, chunk_bytes: int, kept: int
) -> None:
    box = SEPARATOR + data * 9 + b"\n" + make_mbox(make_raw())
    limits = {"kept_bytes": kept, "part_bytes": 100}

    def pieces(size: int) -> list[object]:
        file: io.RawIOBase = Dripping(box, bytes_at_once=10_000)
        return list(split_mbox(file, chunk_bytes=size, **limits))

    assert pieces(chunk_bytes) == pieces(100_000)


def test_a_file_alone_is_skimmed_as_it_drips_in() -> None:
    kept, size = skimmed(Dripping(BEHIND, bytes_at_once=100_000))
    assert size == len(BEHIND) > KEPT_MESSAGE_BYTES > len(kept)
    assert kept == skim(BEHIND)
