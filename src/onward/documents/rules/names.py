"""What a file's name says: its ending, what it is for, what to call it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path, PurePath

from onward.core.text import search_fold
from onward.documents.rules.kinds import DocumentKind, FileFormat

ENDINGS: dict[FileFormat, tuple[str, ...]] = {
    FileFormat.PDF: (".pdf",),
    FileFormat.DOCX: (".docx", ".docm", ".dotx"),
    FileFormat.ODT: (".odt", ".ott"),
    FileFormat.MARKDOWN: (".md", ".markdown"),
    FileFormat.TEXT: (".txt", ".text", ".asc"),
    FileFormat.JSON_RESUME: (".json",),
    FileFormat.HTML: (".html", ".htm", ".xhtml"),
    FileFormat.MHTML: (".mhtml", ".mht"),
}
"""The endings that fit each format."""

_PLAIN = frozenset({FileFormat.TEXT, FileFormat.MARKDOWN})
_LETTER = re.compile(
    r"\bcover|\bletter|anschreiben|motivation|bewerbungsschreiben|lettre|carta|begleitschreiben"
)
_RESUME = re.compile(
    r"\bcv\b|resume|lebenslauf|curriculum|vitae|hoja de vida|profile?\b|werdegang"
)
_MARKS = re.compile(r"[_\-.+()\[\]]+")
_CAPITAL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")


def file_name(name: str) -> str:
    """Return the last part of a name without signs that files cannot have, or "file"."""
    last = re.split(r"[\\/]", name)[-1].replace("\0", "").strip()
    return last[-200:] or "file"


def ending(name: str) -> str:
    """Return a name's ending in lower case with its dot; empty where it has none."""
    return PurePath(name).suffix.lower()


def fits(name: str, *, form: FileFormat) -> bool:
    """Say whether a name's ending is one of the format's; no ending fits everything."""
    written = ending(name)
    endings = ENDINGS.get(form, ())
    if form in _PLAIN:
        endings = ENDINGS[FileFormat.TEXT] + ENDINGS[FileFormat.MARKDOWN]
    return not written or not endings or written in endings


def kind_by_name(name: str) -> DocumentKind | None:
    """Return what a file is for by its name; None where the name does not say."""
    words = _MARKS.sub(" ", search_fold(PurePath(name).stem))
    if _LETTER.search(words):
        return DocumentKind.LETTER
    if _RESUME.search(words):
        return DocumentKind.RESUME
    return None


def is_other_paper(name: str) -> bool:
    """Say whether a file's name tells that it is neither a résumé nor a letter.

    "Lebenslauf und Zeugnisse" is one with more in it, and so may a whole application be.
    """
    if kind_by_name(name) is not None:
        return False
    others, whole, titles = _papers()
    words = titles.sub(" ", _words(name))
    return bool(others.search(words)) and not whole.search(words)


def _words(name: str) -> str:
    """Return a name as folded words, those parted too that only capitals part."""
    stem = _CAPITAL.sub(" ", PurePath(name).stem)
    return " ".join(_MARKS.sub(" ", re.sub("['’]", " ", search_fold(stem))).split())


@cache
def _papers() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what finds another paper, a whole application, and what is neither: "Diplom-Ingenieur"."""
    path = Path(__file__).with_name("papers.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    whole, titles = (_any_of(data.pop(name)["words"]) for name in ("whole", "titles"))
    return _any_of(word for words in data.values() for word in words), whole, titles


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    found = (
        re.escape(word).replace(r"\*", r"\w*").replace(r"\#", r"\d+") for word in words
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?![^\W\d])")


def title_of(name: str) -> str:
    """Return what to call a document at first: its file's name without marks and ending."""
    stem = PurePath(file_name(name)).stem
    return " ".join(_MARKS.sub(" ", stem).split())[:200] or file_name(name)[:200]
