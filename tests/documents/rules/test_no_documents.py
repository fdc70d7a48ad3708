from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.documents.labels import NO_DOCUMENT_SENTENCES
from onward.documents.rules.no_documents import NoDocument, no_document
from tests.documents import files


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\xff\xd8\xff\xe0\0\x10JFIF", NoDocument.PICTURE),
        (b"\x89PNG\r\n\x1a\n", NoDocument.PICTURE),
        (b"GIF89a", NoDocument.PICTURE),
        (b"RIFF\x10\0\0\0WEBPVP8 ", NoDocument.PICTURE),
        (b"\0\0\0\x18ftypheic", NoDocument.PICTURE),
        (b"BM\x36\0\0\0\0\0\0\0", NoDocument.PICTURE),
        (b'<?xml version="1.0"?>\n<svg xmlns="a">', NoDocument.PICTURE),
        (b"\0\0\0\x18ftypisom", NoDocument.RECORDING),
        (b"RIFF\x10\0\0\0WAVEfmt ", NoDocument.RECORDING),
        (b"ID3\x03", NoDocument.RECORDING),
        (b"MZ\x90\0\x03", NoDocument.PROGRAM),
        (b"", NoDocument.NOTHING),
        (b"BM is a firm where I worked", None),
        (b"II. What I did", None),
        (b"{\\rtf1 words}", None),
        (files.RESUME_TEXT.encode(), None),
        (files.pdf()[:512], None),
        (files.page()[:512], None),
    ],
)
def test_what_is_no_document_is_told_by_its_beginning(
    start: bytes, kind: NoDocument | None
) -> None:
    assert no_document(start) == kind


@given(st.text(alphabet=st.characters(min_codepoint=65), min_size=1, max_size=40))
def test_no_words_are_taken_for_a_picture(words: str) -> None:
    if not words.startswith(("GIF8", "ID3", "OggS", "MThd", "fLaC")):
        assert no_document(words.encode()) is None


def test_each_kind_has_its_sentence() -> None:
    assert set(NO_DOCUMENT_SENTENCES) == set(NoDocument)
