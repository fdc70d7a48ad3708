"""Read what is text already: plain text, Markdown, JSON Resume."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from onward.core.text import storable
from onward.documents.reading.result import Unreadable
from onward.documents.rules.kinds import FileFormat, Problem
from onward.mail.charsets import decode_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r"^(?:```|~~~).*$", re.MULTILINE)
_HASH = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^[ ]{0,3}(?:[-*_=][ \t]*){3,}$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\(<?([^)\s>]*)>?[^)\n]*\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_WEAK = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])")
_BULLET = re.compile(r"^(\s*)[*+][ \t]+", re.MULTILINE)
_FRONT = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*\n", re.DOTALL)


def read_text(data: bytes) -> str:
    """Return bytes of text in whatever charset they are."""
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return data.decode(charset, "replace")
    return decode_bytes(data, charset="")


def read_markdown(data: bytes) -> str:
    """Return the words of a Markdown file without its marks; items begin with "- "."""
    text = _FRONT.sub("", read_text(data).replace("\r\n", "\n"))
    text = _FENCE.sub("", _COMMENT.sub("", text))
    text = _HASH.sub(r"\n\1", _RULE.sub("", text))
    text = _LINK.sub(_link, text)
    text = _BULLET.sub(r"\1- ", text)
    return _WEAK.sub(r"\2", _STRONG.sub(r"\2", text)).replace("`", "")


def _link(match: re.Match[str]) -> str:
    words, address = match[1].strip(), match[2]
    if not words or words in address:
        return address.removeprefix("mailto:")
    return f"{words} ({address})" if address.startswith("http") else words


def read_json_resume(data: bytes) -> str:
    """Return a résumé of the JSON Resume schema as text with headings.

    Raises:
        Unreadable: If it is no JSON object.

    Source: jsonresume.org/schema, 1.0.0.
    """
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(Problem.DAMAGED, FileFormat.JSON_RESUME) from error
    if not isinstance(value, dict):
        raise Unreadable(Problem.UNKNOWN_KIND)
    return storable("\n".join(_resume(value)))


_LISTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("work", "Experience", ("position", "name", "company", "location")),
    ("volunteer", "Volunteering", ("position", "organization")),
    ("education", "Education", ("studyType", "area", "institution", "score")),
    ("projects", "Projects", ("name", "entity", "type")),
    ("skills", "Skills", ("name", "level")),
    ("languages", "Languages", ("language", "fluency")),
    ("certificates", "Certificates", ("name", "issuer")),
    ("awards", "Awards", ("title", "awarder")),
    ("publications", "Publications", ("name", "publisher")),
    ("interests", "Interests", ("name",)),
    ("references", "References", ("name", "reference")),
)


def _resume(value: Mapping[str, Any]) -> Iterator[str]:
    basics = value.get("basics")
    if isinstance(basics, dict):
        yield from _basics(basics)
    for key, heading, fields in _LISTS:
        entries = value.get(key)
        if isinstance(entries, list) and entries:
            yield from ("", heading)
            for entry in entries[:500]:
                yield from _entry(entry, fields=fields)


def _basics(basics: Mapping[str, Any]) -> Iterator[str]:
    for name in ("name", "label", "email", "phone", "url", "website"):
        if words := _words(basics.get(name)):
            yield words
    location = basics.get("location")
    if isinstance(location, dict):
        parts = ("address", "postalCode", "city", "region", "countryCode")
        yield ", ".join(filter(None, (_words(location.get(part)) for part in parts)))
    if summary := _words(basics.get("summary")):
        yield from ("", "Summary", summary)


def _entry(entry: Any, *, fields: tuple[str, ...]) -> Iterator[str]:
    if not isinstance(entry, dict):
        if words := _words(entry):
            yield f"- {words}"
        return
    line = ", ".join(
        dict.fromkeys(filter(None, (_words(entry.get(f)) for f in fields)))
    )
    dates = [_words(entry.get(name)) for name in ("startDate", "endDate", "date")]
    if any(dates):
        line = f"{line} ({' – '.join(filter(None, dates))})".strip()
    if line:
        yield line
    for name in ("summary", "description"):
        if words := _words(entry.get(name)):
            yield words
    for name in ("highlights", "courses", "keywords", "roles"):
        items = entry.get(name)
        for item in items[:200] if isinstance(items, list) else ():
            if words := _words(item):
                yield f"- {words}"


def _words(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())
