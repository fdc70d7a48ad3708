from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.documents.reading.files import read_file, tidy
from onward.documents.reading.plain import read_json_resume, read_markdown
from onward.documents.reading.result import MAX_READ_BYTES, Unreadable
from onward.documents.rules.kinds import FileFormat, Problem
from onward.documents.rules.sections import find_sections
from tests.documents import files


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    return Keep(tmp_path)


class Keep:
    """Writes a file whose name on disk says nothing, as a blob's does."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "0123abcd"

    def __call__(self, data: bytes) -> Path:
        self.path.write_bytes(data)
        return self.path


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (files.pdf(), "cv.pdf", FileFormat.PDF),
        (files.word(), "cv.docx", FileFormat.DOCX),
        (files.odt(), "cv.odt", FileFormat.ODT),
        (files.markdown(), "cv.md", FileFormat.MARKDOWN),
        (files.RESUME_TEXT.encode(), "cv.txt", FileFormat.TEXT),
        (files.RESUME_TEXT.encode("utf-16"), "cv.txt", FileFormat.TEXT),
        (files.json_resume(), "resume.json", FileFormat.JSON_RESUME),
    ],
)
def test_a_resume_of_each_format_is_read_with_its_sections(
    keep: Keep, data: bytes, name: str, form: FileFormat
) -> None:
    reading = read_file(keep(data), name=name)
    assert reading.format == form
    assert "Bright Harbour" in reading.text
    kinds = [section.kind for section in find_sections(reading.text)]
    assert sorted(kinds) == sorted(files.SECTION_KINDS)


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (files.pdf(), "cv.docx", FileFormat.PDF),
        (files.word(), "cv.pdf", FileFormat.DOCX),
        (files.odt(), "cv.doc", FileFormat.ODT),
        (files.json_resume(), "cv.txt", FileFormat.JSON_RESUME),
    ],
)
def test_a_wrong_ending_changes_nothing(
    keep: Keep, data: bytes, name: str, form: FileFormat
) -> None:
    assert read_file(keep(data), name=name).format == form


LOCKED_WORD = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + bytes(600)
    + "EncryptedPackage".encode("utf-16-le")
)
OLD_WORD = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + bytes(600)
    + "WordDocument".encode("utf-16-le")
)
LOCKED_ODT = files.odt_of(
    "<text:p>x</text:p>",
    **{"META-INF/manifest.xml": "<m><file-entry><encryption-data/></file-entry></m>"},
)
BOMB = files.word_of(f"<w:p><w:r><w:t>{'a' * 40_000_000}</w:t></w:r></w:p>")
LAUGHS = files.packed(
    {
        "word/document.xml": '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
        "<w:document xmlns:w='w'>&b;</w:document>"
    }
)


@pytest.mark.parametrize(
    ("data", "name", "problem"),
    [
        (b"", "cv.pdf", Problem.EMPTY),
        (b" \n ", "cv.txt", Problem.EMPTY),
        (b"Robin Vale\nBaker in York", "cv.docx", Problem.DAMAGED),
        (files.scanned_pdf(), "scan.pdf", Problem.NO_TEXT),
        (files.pdf(password="secret"), "cv.pdf", Problem.PASSWORD),
        (LOCKED_WORD, "cv.docx", Problem.PASSWORD),
        (LOCKED_ODT, "cv.odt", Problem.PASSWORD),
        (OLD_WORD, "cv.doc", Problem.OLD_WORD),
        (files.word_of("", **{"word/vbaProject.bin": "x"}), "cv.docm", Problem.MACROS),
        (files.odt_of("", **{"Basic/Standard/a.xml": "x"}), "cv.odt", Problem.MACROS),
        (BOMB, "cv.docx", Problem.TOO_MUCH_INSIDE),
        (LAUGHS, "cv.docx", Problem.TOO_MUCH_INSIDE),
        (
            files.packed({f"{n}": "" for n in range(5001)} | {"word/document.xml": ""}),
            "cv.docx",
            Problem.TOO_MUCH_INSIDE,
        ),
        (files.pdf()[:300], "cv.pdf", Problem.DAMAGED),
        (files.word()[:-400], "cv.docx", Problem.DAMAGED),
        (files.word_of("<w:p>"), "cv.docx", Problem.DAMAGED),
        (files.packed({"word/document.xml": "<a"}), "cv.docx", Problem.DAMAGED),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 20, "cv.pdf", Problem.UNKNOWN_KIND),
        (b"{\\rtf1 words}", "cv.rtf", Problem.UNKNOWN_KIND),
        (files.packed({"xl/workbook.xml": "<a/>"}), "cv.xlsx", Problem.UNKNOWN_KIND),
        (b"MZ\x90\x00\x03" + bytes(200), "cv.exe", Problem.UNKNOWN_KIND),
        (files.word_of("<w:p/>"), "cv.docx", Problem.EMPTY),
    ],
)
def test_a_bad_file_ends_in_its_problem(
    keep: Keep, data: bytes, name: str, problem: Problem
) -> None:
    with pytest.raises(Unreadable) as caught:
        read_file(keep(data), name=name)
    assert caught.value.problem == problem


def test_a_file_of_a_hundred_megabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(100_000_000)
    assert path.stat().st_size > MAX_READ_BYTES
    with pytest.raises(Unreadable) as caught:
        read_file(path, name="cv.pdf")
    assert caught.value.problem == Problem.TOO_LARGE


@given(
    st.binary(max_size=300),
    st.sampled_from(
        [
            b"",
            b"%PDF-1.7\n",
            b"PK\x03\x04",
            b"{",
            b"<html>",
            b"\xff\xfe",
            b"MIME-Version: 1.0\nContent-Type: ",
        ]
    ),
)
def test_whatever_the_bytes_a_reading_or_a_problem_comes(
    data: bytes, start: bytes
) -> None:
    with tempfile.NamedTemporaryFile() as file:
        file.write(start + data)
        file.flush()
        try:
            came: object = read_file(Path(file.name), name="cv").text
        except Unreadable as unreadable:
            came = unreadable.problem
    assert came


def test_word_tables_headers_boxes_lists_and_breaks_are_read(keep: Keep) -> None:
    box = (
        "<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>"
        "<w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p>"
        "<w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    )
    body = (
        f"<w:p><w:r><w:t>Skills</w:t></w:r><w:r>{box}</w:r></w:p>"
        "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Excel</w:t></w:r>"
        "<w:del><w:r><w:delText>Lotus</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>2021</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>Bright</w:t><w:br/><w:t>Harbour</w:t></w:r></w:p></w:tc>"
        "</w:tr></w:tbl>"
        "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>a link</w:t></w:r>"
        "</w:hyperlink></w:p></w:sdtContent></w:sdt>"
    )
    text = read_file(keep(files.word_of(body)), name="cv.docx").text
    assert text.splitlines() == [
        "Skills",
        "In the box",
        "- Excel",
        "2021",
        "Bright",
        "Harbour",
        "a link",
    ]


def test_headers_and_cells_that_a_word_processor_wrote_are_read(keep: Keep) -> None:
    data = files.word(["Robin Vale"], header="robin@mail.example", cells=("A", "B"))
    text = read_file(keep(data), name="cv.docx").text
    assert text.splitlines() == ["robin@mail.example", "Robin Vale", "A", "B"]


def test_opendocument_lists_tables_boxes_spaces_and_headers_are_read(
    keep: Keep,
) -> None:
    body = (
        "<text:h>Skills</text:h><text:list><text:list-item><text:p>Excel<text:s text:c='2'/>"
        "and <text:span>SQL</text:span><text:line-break/>daily</text:p></text:list-item>"
        "</text:list><table:table><table:table-row><table:table-cell><text:p>2021</text:p>"
        "</table:table-cell></table:table-row></table:table>"
        "<text:p><draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box>"
        "</draw:frame>Beside</text:p>"
    )
    styles = (
        "<style:master-page><style:header><text:p>robin@mail.example</text:p>"
        "</style:header></style:master-page>"
    )
    text = read_file(keep(files.odt_of(body, styles=styles)), name="cv.odt").text
    assert [line for line in text.splitlines() if line] == [
        "robin@mail.example",
        "Skills",
        "- Excel  and SQL",
        "daily",
        "2021",
        "Beside",
        "In the box",
    ]


def test_a_space_of_any_width_ends_no_reading(keep: Keep) -> None:
    body = f"<text:p>Excel<text:s text:c='{'9' * 5000}'/>and SQL</text:p>"
    assert read_file(keep(files.odt_of(body)), name="cv.odt").text == "Excel and SQL"


def test_a_pdf_says_how_many_pages_it_has(keep: Keep) -> None:
    assert read_file(keep(files.pdf(pages=3)), name="cv.pdf").pages == 3


def test_markdown_is_read_without_its_marks() -> None:
    text = read_markdown(
        b"---\ntitle: x\n---\n# Robin\n\n***\n**Bold**, *weak*, `code`, snake_case_name\n"
        b"* item\n[site](https://robin.example) <!-- unseen -->\n"
    )
    assert [line.strip() for line in text.splitlines() if line.strip()] == [
        "Robin",
        "Bold, weak, code, snake_case_name",
        "- item",
        "site (https://robin.example)",
    ]


@given(st.text(max_size=300))
def test_tidying_twice_is_tidying_once(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert "\0" not in once


def test_a_json_resume_holds_no_half_of_a_character() -> None:
    text = read_json_resume(
        rb'{"basics": {"name": "Robin \ud83d\u0000", "label": "\u00e9"}}'
    )
    assert text == "Robin ?\n\u00e9"


def test_a_json_resume_is_read_however_it_is_filled() -> None:
    value = {
        "basics": {"name": True, "location": {"city": "Leeds"}},
        "work": ["Driver", {"name": "Oak", "highlights": ["Drove"], "summary": "Vans"}],
        "skills": "Excel",
        "education": [{}, 7, None],
        "volunteer": [],
    }
    text = read_json_resume(json.dumps(value).encode())
    assert text.split("\n") == [
        *("Leeds", "", "Experience", "- Driver", "Oak", "Vans", "- Drove"),
        *("", "Education", "- 7"),
    ]


@pytest.mark.parametrize("data", [b"{", b"[1]", b"[" * 100_000])
def test_json_that_is_no_resume_is_a_problem(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_json_resume(data)


def test_a_locked_part_of_a_package_is_a_password(keep: Keep) -> None:
    data = bytearray(files.word_of("<w:p><w:r><w:t>x</w:t></w:r></w:p>"))
    # The mark of a locked part, where the list of parts at the end says it.
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Unreadable) as caught:
        read_file(keep(bytes(data)), name="cv.docx")
    assert caught.value.problem == Problem.PASSWORD


def test_words_that_a_pdf_breaks_at_a_line_are_whole(keep: Keep) -> None:
    lines = ["A long experience of plan\u00adning", "tours for twelve drivers"]
    text = read_file(keep(files.pdf(lines)), name="cv.pdf").text
    assert "\ufffe" not in text
    assert "tours for twelve drivers" in text
