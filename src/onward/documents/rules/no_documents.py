"""Files that are no documents at all, told by how they begin, whatever their name."""

from __future__ import annotations

import re
from enum import StrEnum

START_BYTES = 512
"""How much of a file's beginning is needed."""


class NoDocument(StrEnum):
    """What a file is that is no document; each has one sentence in `labels`."""

    NOTHING = "nothing"  # not one byte
    PICTURE = "picture"
    RECORDING = "recording"
    PROGRAM = "program"


_STARTS: dict[NoDocument, tuple[bytes, ...]] = {
    NoDocument.PICTURE: (
        *(b"\xff\xd8\xff", b"\x89PNG", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"),
        *(b"8BPS", b"\0\0\x01\0", b"\0\0\0\x0cJXL ", b"\0\0\0\x0cjP  ", b"gimp xcf"),
    ),
    NoDocument.RECORDING: (
        *(b"ID3", b"\xff\xfb", b"\xff\xf3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3"),
        *(b"FLV\x01", b"MThd", b"#!AMR", b"0&\xb2u\x8ef\xcf\x11"),
    ),
    NoDocument.PROGRAM: (
        b"MZ\x90\0",
        b"\x7fELF",
        b"\xcf\xfa\xed\xfe",
        b"\xca\xfe\xba\xbe",
    ),
}
_BITMAP = re.compile(rb"BM.{4}\0{4}", re.DOTALL)
_RIFF = re.compile(rb"RIFF.{4}(WEBP)?", re.DOTALL)
_MEDIA = re.compile(rb".{4}ftyp(hei[cfmsx]|hev[cmsx]|mif1|msf1|avi[fs])?", re.DOTALL)
_DRAWING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg\b",
    re.DOTALL,
)


def no_document(start: bytes) -> NoDocument | None:
    """Return what a file is where it is empty, a picture, a recording or a program.

    Args:
        start: Its first START_BYTES bytes, or all where it is shorter.
    """
    if not start:
        return NoDocument.NOTHING
    for kind, starts in _STARTS.items():
        if start.startswith(starts):
            return kind
    if _BITMAP.match(start) or _DRAWING.match(start):
        return NoDocument.PICTURE
    if found := _RIFF.match(start) or _MEDIA.match(start):
        return NoDocument.PICTURE if found[1] else NoDocument.RECORDING
    return None
