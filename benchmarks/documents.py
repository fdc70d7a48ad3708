"""Measure the reading of résumés: pages a second by format, beside the floor.

Run: python -m benchmarks.documents
Invented résumés of two pages are made in the run. The floor is pypdfium2 alone on the same
PDFs: text out, nothing told apart. "in a process of its own" is what a job does.
"""

from __future__ import annotations

import argparse
import io
import random
import statistics
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from onward.documents.reading.bounded import read_bounded
from onward.documents.reading.files import read_file
from onward.documents.rules.difference import compare
from onward.documents.rules.sections import find_sections

LINES_A_PAGE = 48
PAGES = 2
WORDS = [
    "planned",
    "led",
    "taught",
    "repaired",
    "counted",
    "drove",
    "wrote",
    "cared",
    "built",
    "sold",
    "the",
    "a",
    "weekly",
    "team",
    "of",
    "nine",
    "drivers",
    "nurses",
    "pupils",
    "parcels",
    "rosters",
    "budgets",
    "with",
    "Excel",
    "SQL",
    "patience",
    "and",
    "daily",
    "reports",
    "for",
    "three",
    "depots",
    "two",
    "wards",
    "one",
    "school",
    "over",
    "2019",
    "2021",
    "2024",
]
HEADINGS = (
    "Summary",
    "Work Experience",
    "Education",
    "Skills",
    "Projects",
    "Languages",
)


def resume(seed: int) -> list[str]:
    """Return the lines of an invented résumé of PAGES pages."""
    chance = random.Random(seed)
    lines = [f"Robin Vale {seed}", "robin@mail.example"]
    each = (PAGES * LINES_A_PAGE - 2) // len(HEADINGS) - 1
    for heading in HEADINGS:
        lines.append(heading)
        lines += [" ".join(chance.choices(WORDS, k=11)) for _line in range(each)]
    return lines


def as_pdf(lines: Sequence[str]) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for start in range(0, len(lines), LINES_A_PAGE):
        for place, line in enumerate(lines[start : start + LINES_A_PAGE]):
            canvas.drawString(50, 800 - 16 * place, line)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def as_docx(lines: Sequence[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def as_odt(lines: Sequence[str]) -> bytes:
    office, text = (
        f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
        for name in ("office", "text")
    )
    body = "".join(f"<t:p>{line}</t:p>" for line in lines)
    content = (
        f'<o:document-content xmlns:o="{office}" xmlns:t="{text}"><o:body><o:text>'
        f"{body}</o:text></o:body></o:document-content>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return target.getvalue()


def as_markdown(lines: Sequence[str]) -> bytes:
    marked = [f"## {line}" if line in HEADINGS else f"* {line}" for line in lines]
    return "\n".join(marked).encode()


FORMATS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "pdf": as_pdf,
    "docx": as_docx,
    "odt": as_odt,
    "md": as_markdown,
    "txt": lambda lines: "\n".join(lines).encode(),
}


def floor(path: Path) -> None:
    """Take the text out of a PDF and do nothing else."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def read(path: Path) -> None:
    """Read a file and tell its sections apart, as a reading does."""
    reading = read_file(path, name=path.name)
    kinds = [section.kind for section in find_sections(reading.text)]
    assert len(kinds) == 1 + len(HEADINGS), kinds


def read_apart(path: Path) -> None:
    """Read a file in a bounded process of its own."""
    assert "problem" not in read_bounded(path, name=path.name)


def pages_a_second(
    work: Callable[[Path], None], paths: Sequence[Path], *, rounds: int
) -> float:
    """Return the median over some rounds; one round before them warms up."""
    rates = []
    for turn in range(rounds + 1):
        start = time.perf_counter()
        for path in paths:
            work(path)
        if turn:
            rates.append(PAGES * len(paths) / (time.perf_counter() - start))
    return statistics.median(rates)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=60, help="résumés of each format")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        paths: dict[str, list[Path]] = {}
        for ending, make in FORMATS.items():
            for seed in range(options.files):
                path = Path(name) / f"{seed}.{ending}"
                path.write_bytes(make(resume(seed)))
                paths.setdefault(ending, []).append(path)
        print(
            f"{options.files} résumés of {PAGES} pages a format, median of {options.rounds} rounds"
        )
        base = pages_a_second(floor, paths["pdf"], rounds=options.rounds)
        print(f"floor, pypdfium2 alone      {base:8,.0f} pages/s")
        for ending, many in paths.items():
            rate = pages_a_second(read, many, rounds=options.rounds)
            print(
                f"{ending:<5} read, sections told   {rate:8,.0f} pages/s   {rate / base:.2f} of the floor"
            )
        few = paths["pdf"][:10]
        apart = pages_a_second(read_apart, few, rounds=2)
        print(
            f"pdf in a process of its own {apart:8,.0f} pages/s   ({1000 * PAGES / apart:.0f} ms a file)"
        )
    old = resume(1)
    new = [line.replace("nine", "twelve") for line in old[:-2]]
    start = time.perf_counter()
    comparison = compare("\n".join(old), "\n".join(new))
    assert not comparison.is_same
    spent = 1000 * (time.perf_counter() - start)
    print(f"two versions of {PAGES} pages compared word by word in {spent:.0f} ms")


if __name__ == "__main__":
    main()
