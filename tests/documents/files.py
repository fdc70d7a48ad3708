"""Real files of every kind, built in the test: none of what they say is true of anybody."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

RESUME_LINES = (
    "Robin Vale",
    "robin@mail.example",
    "Summary",
    "Planner of tours and rosters, calm on busy days.",
    "Work Experience",
    "Bright Harbour, Operations Coordinator, 2021 to 2025",
    "Planned the weekly tours of twelve drivers",
    "Education",
    "Diploma in Logistics, Northfield College",
    "Skills",
    "Excel, route planning, SQL",
    "Languages",
    "English, German",
)
"""A résumé, a line a paragraph."""

RESUME_TEXT = "\n".join(RESUME_LINES)

SECTION_KINDS = ["top", "summary", "experience", "education", "skills", "languages"]
"""What a reader finds in it, in order."""

ADVERT_TEXT = """Warehouse Planner (m/f/d)
Location: Leeds
Salary: £31,000 - £34,000 a year

Oak & Lantern moves parcels between nine depots in the north of the country, and the
planning desk keeps the vans on time. You join a team of five on weekdays.

What you will do
- Plan the tours of nine depots
- Speak with drivers every morning

Requirements
- Two years of planning in logistics
- Excel and route planning
- English at B2

Nice to have
- German

We offer
- 28 days off
"""


def pdf(
    lines: Sequence[str] = RESUME_LINES, *, password: str = "", pages: int = 1
) -> bytes:
    """Return a PDF whose pages show these lines."""
    target = io.BytesIO()
    lock = StandardEncryption(password, ownerPassword="owner") if password else None
    canvas = Canvas(target, pagesize=A4, encrypt=lock, invariant=1)
    for _page in range(pages):
        for place, line in enumerate(lines):
            canvas.drawString(60, 780 - 18 * place, line)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def scanned_pdf() -> bytes:
    """Return a PDF that shows lines as a picture would: drawn, not written."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    for place in range(20):
        canvas.rect(60, 760 - 20 * place, 300, 8, fill=1)
    canvas.save()
    return target.getvalue()


def word(
    lines: Sequence[str] = RESUME_LINES, *, header: str = "", cells: Sequence[str] = ()
) -> bytes:
    """Return a Word file with these paragraphs, then a table of one row."""
    document = docx.Document()
    if header:
        document.sections[0].header.paragraphs[0].text = header
    for line in lines:
        document.add_paragraph(line)
    if cells:
        row = document.add_table(rows=1, cols=len(cells)).rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


_WORD_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def word_of(body: str, **parts: str) -> bytes:
    """Return a Word file by hand whose body holds this XML; `parts` are further files."""
    document = f"<w:document {_WORD_NAMES}><w:body>{body}</w:body></w:document>"
    return packed({"word/document.xml": document, **parts})


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of these files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


_ODT_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
)
_ODT_KIND = "application/vnd.oasis.opendocument.text"


def odt(lines: Sequence[str] = RESUME_LINES) -> bytes:
    """Return an OpenDocument text with these paragraphs."""
    return odt_of("".join(f"<text:p>{line}</text:p>" for line in lines))


def odt_of(body: str, *, styles: str = "", **more: str) -> bytes:
    """Return an OpenDocument text by hand whose body holds this XML."""
    content = (
        f"<office:document-content {_ODT_NAMES}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    files: dict[str, str | bytes] = {"mimetype": _ODT_KIND, "content.xml": content}
    if styles:
        files["styles.xml"] = (
            f"<office:document-styles {_ODT_NAMES}><office:master-styles>{styles}"
            "</office:master-styles></office:document-styles>"
        )
    return packed({**files, **more})


def markdown() -> bytes:
    """Return the résumé as Markdown."""
    return b"""# Robin Vale
[robin@mail.example](mailto:robin@mail.example)

## Summary
**Planner** of tours and rosters, _calm_ on busy days.

## Work Experience
* Bright Harbour, Operations Coordinator, 2021 to 2025

## Education
Diploma in Logistics, Northfield College

## Skills
`Excel`, route planning, SQL

## Languages
English, German
"""


def json_resume() -> bytes:
    """Return the resume by the JSON Resume schema."""
    value = {
        "basics": {
            "name": "Robin Vale",
            "email": "robin@mail.example",
            "summary": "Planner of tours and rosters, calm on busy days.",
            "location": {"city": "Leeds", "countryCode": "GB"},
        },
        "work": [
            {
                "name": "Bright Harbour",
                "position": "Operations Coordinator",
                "startDate": "2021",
                "endDate": "2025",
                "highlights": ["Planned the weekly tours of twelve drivers"],
            }
        ],
        "education": [{"institution": "Northfield College", "area": "Logistics"}],
        "skills": [{"name": "Planning", "keywords": ["Excel", "SQL"]}],
        "languages": [{"language": "English"}, {"language": "German"}],
    }
    return json.dumps(value).encode()


POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Warehouse Planner (m/w/d)",
    "hiringOrganization": {"@type": "Organization", "name": "Oak & Lantern"},
    "jobLocation": {
        "@type": "Place",
        "address": {"addressLocality": "Leeds", "addressCountry": "GB"},
    },
    "baseSalary": {
        "currency": "GBP",
        "value": {"minValue": 31000, "maxValue": 34000, "unitText": "YEAR"},
    },
    "datePosted": "2026-11-02",
    "validThrough": "2026-12-02T00:00:00Z",
    "description": (
        "<p>Oak &amp; Lantern moves parcels between nine depots in the north of the "
        "country, and the planning desk keeps the vans on time. You join a team of five "
        "on weekdays, with early and late weeks in turn.</p>"
        "<h3>Requirements</h3><ul><li>Two years of planning in logistics</li>"
        "<li>Excel and route planning</li></ul>"
    ),
}


def page(*, posting: object = POSTING, body: str = "<h1>Jobs</h1>") -> bytes:
    """Return a web page with this JSON-LD; None leaves it out."""
    script = ""
    if posting is not None:
        script = f'<script type="application/ld+json">{json.dumps(posting)}</script>'
    head = f"<head><title>Oak and Lantern jobs</title>{script}</head>"
    return f"<!doctype html><html>{head}<body>{body}</body></html>".encode()


def plain_page() -> bytes:
    """Return a page that describes its opening in words alone."""
    asks = "".join(
        f"<li>{line}</li>"
        for line in ("Two years of planning in logistics", "Excel", "English at B2")
    )
    body = (
        "<nav><a href='/'>Home</a> <a href='/all'>All jobs</a></nav><main>"
        "<h1>Warehouse Planner (m/w/d)</h1><p>Location: Leeds</p>"
        "<p>Oak and Lantern moves parcels between nine depots in the north of the "
        "country, and the planning desk keeps the vans on time. You join a team of five "
        "people on weekdays, with early and late weeks in turn, and a free Friday.</p>"
        f"<h2>Requirements</h2><ul>{asks}</ul>"
        "<h2>We offer</h2><ul><li>28 days off</li></ul></main>"
        "<footer>Imprint and privacy</footer>"
    )
    return page(posting=None, body=body)


def saved_page(html: bytes | None = None) -> bytes:
    """Return a page as a browser saves it into one MHTML file."""
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://jobs.example/planner"
    message["Date"] = "Mon, 2 Nov 2026 09:30:00 +0000"
    message["Subject"] = "Warehouse Planner"
    message.make_related()
    message.add_related(
        html or page(), maintype="text", subtype="html", cid="<frame@mhtml>"
    )
    message.add_related(b"\x89PNG", maintype="image", subtype="png")
    return message.as_bytes()
