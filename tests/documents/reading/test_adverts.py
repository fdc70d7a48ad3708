from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from onward.documents.reading.advert import AdvertReading, read_advert
from onward.documents.reading.pages import read_page, unwrap_mhtml
from onward.documents.reading.result import Unreadable
from onward.documents.rules.kinds import FileFormat, Problem, ReadBy
from tests.documents import files


def read(folder: Path, data: bytes, *, name: str = "advert.html") -> AdvertReading:
    path = folder / "blob"
    path.write_bytes(data)
    return read_advert(path, name=name)


def test_an_advert_is_read_from_what_its_page_says_to_programs(tmp_path: Path) -> None:
    advert = read(tmp_path, files.page())
    assert advert.read_by == ReadBy.POSTING
    assert advert.title == "Warehouse Planner"
    assert advert.company == "Oak & Lantern"
    assert advert.place == "Leeds, GB"
    assert advert.requirements == (
        "Two years of planning in logistics",
        "Excel and route planning",
    )
    assert advert.posted_on == date(2026, 11, 2)


def test_else_from_its_readable_text(tmp_path: Path) -> None:
    advert = read(tmp_path, files.plain_page())
    assert advert.read_by == ReadBy.WORDS
    assert advert.title == "Warehouse Planner"
    assert advert.place == "Leeds"
    assert advert.requirements == (
        "Two years of planning in logistics",
        "Excel",
        "English at B2",
    )
    assert "Imprint" not in advert.text


def test_a_saved_page_says_when_and_from_where(tmp_path: Path) -> None:
    advert = read(tmp_path, files.saved_page(), name="advert.mhtml")
    assert advert.format == FileFormat.MHTML
    assert advert.company == "Oak & Lantern"
    assert advert.address == "https://jobs.example/planner"
    assert advert.saved_at == datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def test_a_saved_page_without_an_address_or_a_date_is_read_too() -> None:
    plain = files.saved_page().replace(b"https://jobs.example", b"cid:frame")
    saved = unwrap_mhtml(plain.replace(b" Nov ", b" Nix "))
    assert (saved.address, saved.saved_at) == ("", None)


def test_a_saved_page_of_a_day_that_nobody_means_has_none() -> None:
    """Such a moment is none in UTC: the reading would break off."""
    head, rest = files.saved_page().split(b"Date: ", 1)
    last = b"Date: Fri, 31 Dec 9999 23:59:59 -1200\n"
    dated = head + last + rest.split(b"\n", 1)[1]
    assert unwrap_mhtml(dated).saved_at is None


def test_a_file_of_text_or_pdf_is_an_advert_too(tmp_path: Path) -> None:
    lines = files.ADVERT_TEXT.splitlines()
    for data, name in (
        (files.ADVERT_TEXT.encode(), "advert.txt"),
        (files.pdf(lines), "advert.pdf"),
    ):
        advert = read(tmp_path, data, name=name)
        assert advert.title == "Warehouse Planner"
        assert advert.salary == "£31,000 - £34,000 a year"
        assert "English at B2" in advert.requirements


def test_a_page_in_another_charset_is_read_as_it_declares(tmp_path: Path) -> None:
    html = files.plain_page().decode().replace("Leeds", "Łódź")
    head = "<head><meta charset='iso-8859-2'>"
    data = html.replace("<head>", head).encode("iso-8859-2")
    assert read(tmp_path, data).place == "Łódź"


def test_a_page_without_words_says_so(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        read(tmp_path, b"<html><body><script>draw()</script></body></html>")
    assert caught.value.problem == Problem.TOO_LITTLE


def test_a_saved_page_without_a_page_is_damaged(tmp_path: Path) -> None:
    data = b"MIME-Version: 1.0\nContent-Type: image/png\n\nxyz"
    with pytest.raises(Unreadable) as caught:
        read(tmp_path, data, name="advert.mhtml")
    assert caught.value.problem == Problem.DAMAGED


def test_scripts_of_a_page_never_become_its_text() -> None:
    page = read_page(
        "<html><body><h1>Driver</h1><script>alert('boo')</script>"
        f"<p>{'You drive parcels to nine depots each day. ' * 12}</p></body></html>"
    )
    assert "alert" not in page.text
    assert page.title == "Driver"
