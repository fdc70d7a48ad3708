"""The report of a search as a PDF: one table on as many pages as it takes."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from onward.exchange.rules.proof import ProofField
from onward.exchange.services.proof import Proof

# A font of the machine that has more than Western letters, the plain one and the bold one.
_FONTS = (
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    ("Arial.ttf", "Arial Bold.ttf"),
    ("arial.ttf", "arialbd.ttf"),
)
_FOLDERS = (
    *("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/liberation2"),
    *("/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/noto"),
    *("/usr/share/fonts/truetype", "/usr/share/fonts", "/usr/share/fonts/TTF"),
    *("/usr/share/fonts/dejavu", "/usr/share/fonts/dejavu-sans-fonts"),
    *("/usr/share/fonts/liberation", "/usr/share/fonts/liberation-sans"),
    *("/usr/share/fonts/liberation-sans-fonts", "/usr/share/fonts/noto"),
    *("/usr/share/fonts/google-noto", "/Library/Fonts"),
    *("/System/Library/Fonts/Supplemental", "C:/Windows/Fonts"),
)
_SHIPPED = ("Vera.ttf", "VeraBd.ttf")
"""Comes with the maker of the PDF: it has the Turkish letters, and of the Polish ones some."""
_WIDTHS: dict[ProofField, float] = {
    ProofField.DAY: 1.3,
    ProofField.COMPANY: 2.0,
    ProofField.ROLE: 2.0,
    ProofField.URL: 2.4,
    ProofField.CONTACT: 2.0,
    ProofField.RESULT: 2.4,
}
# Letters whose marks Unicode does not part from them.
_BARE = {"ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D"}
_UNSEEN = frozenset({"Mn", "Me", "Cf"})
"""Marks and hints by themselves: where the font has them not, a box would stand for them."""
_PADDING = 3
_SMALLEST = 6.0


def proof_pdf(report: Proof, *, name: str) -> bytes:
    """Return the report as a PDF on A4, landscape where it has more than five columns.

    Args:
        name: Whose search it is, printed at the top; empty for none.
    """
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.platypus.doctemplate import LayoutError

    size = landscape(A4) if len(report.fields) > 5 else A4
    try:
        return _built(report, name=name, size=size, parts_rows=False)
    except LayoutError:
        # A row is longer than a page: an address can be.
        return _built(report, name=name, size=size, parts_rows=True)


def _built(
    report: Proof, *, name: str, size: tuple[float, float], parts_rows: bool
) -> bytes:
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate

    file = io.BytesIO()
    document = SimpleDocTemplate(
        file,
        pagesize=size,
        leftMargin=16 * mm,
        rightMargin=16 * mm,
        topMargin=16 * mm,
        bottomMargin=18 * mm,
        title=report.words.title,
        author=name or "Onward",
        lang=report.words.language.value,
    )
    story = [
        *_head(report, name=name),
        _table(report, width=document.width, parts_rows=parts_rows),
    ]
    document.build(story, onFirstPage=_page_number, onLaterPages=_page_number)
    return file.getvalue()


@cache
def _fonts() -> tuple[str, str]:
    """Return the names of a plain and a bold font, registered; of the machine where it has one."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    for plain, bold in _candidates():
        try:
            for file in (plain, bold):
                pdfmetrics.registerFont(TTFont(file.stem, str(file)))
        except (TTFError, OSError):
            continue
        return plain.stem, bold.stem
    return "Helvetica", "Helvetica-Bold"


def _candidates() -> Iterator[tuple[Path, Path]]:
    import reportlab

    for plain, bold in _FONTS:
        for folder in _FOLDERS:
            files = Path(folder, plain), Path(folder, bold)
            if all(file.is_file() for file in files):
                yield files
    shipped = Path(reportlab.__file__).parent / "fonts"
    yield shipped / _SHIPPED[0], shipped / _SHIPPED[1]


@cache
def _letters() -> frozenset[int] | None:
    """Return the letters of the fonts; None where they are a viewer's own."""
    from reportlab.pdfbase import pdfmetrics

    if _fonts()[0] == "Helvetica":
        return None
    faces = [pdfmetrics.getFont(name).face for name in _fonts()]
    return frozenset.intersection(*(frozenset(face.charToGlyph) for face in faces))


def _is_had(letter: str) -> bool:
    known = _letters()
    if known is not None:
        return ord(letter) in known
    return bool(letter.encode("cp1252", errors="ignore"))


def _text(words: str) -> str:
    """Return words as a paragraph takes them."""
    return escape(_drawable(words))


def _drawable(words: str) -> str:
    """Return words in letters that the font has; one that it has not loses its mark.

    A mark that stands by itself joins its letter first: most fonts have only the two as one.
    """
    return "".join(map(_letter, unicodedata.normalize("NFC", words)))


def _letter(letter: str) -> str:
    if letter.isspace() or _is_had(letter):
        return letter
    letter = _BARE.get(letter, letter)
    plain = "".join(filter(_is_had, unicodedata.normalize("NFKD", letter)))
    is_unseen = unicodedata.category(letter) in _UNSEEN
    return plain if plain or is_unseen else letter


def _styles() -> dict[str, Any]:
    from reportlab.lib.styles import ParagraphStyle

    plain, bold = _fonts()
    return {
        "title": ParagraphStyle("title", fontName=bold, fontSize=16, leading=20),
        "line": ParagraphStyle("line", fontName=plain, fontSize=10, leading=14),
        "head": ParagraphStyle("head", fontName=bold, fontSize=8.5, leading=11),
        "cell": ParagraphStyle("cell", fontName=plain, fontSize=8.5, leading=11),
    }


def _head(report: Proof, *, name: str) -> list[Any]:
    from reportlab.platypus import Paragraph, Spacer

    styles = _styles()
    lines = [name, f"{report.period} · {report.entries}"]
    return [
        Paragraph(_text(report.words.title), styles["title"]),
        *(Paragraph(_text(line), styles["line"]) for line in lines if line),
        Spacer(1, 10),
    ]


def _table(report: Proof, *, width: float, parts_rows: bool) -> Any:
    from reportlab.lib import colors
    from reportlab.platypus import Paragraph, Table, TableStyle

    styles = _styles()
    rows = [[Paragraph(_text(head), styles["head"]) for head in report.heads]]
    widths = _widths(report.fields, width)
    rows += [
        [_cell(cell, width=wide) for cell, wide in zip(line, widths, strict=True)]
        for line in report.lines
    ]
    look = TableStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, colors.black),
            ("LINEBELOW", (0, 1), (-1, -1), 0.3, colors.lightgrey),
            ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
            ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ]
    )
    return Table(
        rows, colWidths=widths, repeatRows=1, splitInRow=int(parts_rows), style=look
    )


def _cell(words: str, *, width: float) -> Any:
    """Return a cell whose words stay whole, in smaller letters where one is too wide.

    An address that is too wide even so breaks where the column ends.
    """
    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.platypus import Paragraph

    style = _styles()["cell"]
    drawn = _drawable(words)
    room = width - 2 * _PADDING - 1
    widest = max(
        (stringWidth(word, style.fontName, style.fontSize) for word in drawn.split()),
        default=0.0,
    )
    size = style.fontSize * room / widest if widest > room else style.fontSize
    if _SMALLEST <= size < style.fontSize:
        style.fontSize = size
    return Paragraph(escape(drawn), style)


def _widths(fields: Sequence[ProofField], width: float) -> list[float]:
    shares = [_WIDTHS.get(field, 1.5) for field in fields]
    return [width * share / sum(shares) for share in shares]


def _page_number(canvas: Any, document: Any) -> None:
    canvas.saveState()
    canvas.setFont(_fonts()[0], 8)
    canvas.drawRightString(
        document.pagesize[0] - document.rightMargin,
        document.bottomMargin / 2,
        str(canvas.getPageNumber()),
    )
    canvas.restoreState()
