"""Turn bytes of unsure charset into text."""

from __future__ import annotations

import codecs
from functools import lru_cache

# Codecs that are no charsets of mail, or that warn or raise on what is not their own.
_NEVER = frozenset({"unicode-escape", "raw-unicode-escape", "idna", "punycode"})
_LATIN = frozenset({"ascii", "iso8859-1", "cp1252", "latin-1"})


def decode_bytes(data: bytes, *, charset: str) -> str:
    """Return bytes as text: the declared charset, then UTF-8, then windows-1252.

    UTF-8 goes first where Latin, ASCII or nothing is declared: other text is hardly
    ever valid UTF-8 by chance, and senders that declare the wrong one are common.
    """
    if data.isascii():
        codec = _codec(charset)
        if codec not in _NOT_ASCII:
            return data.decode("ascii")
    codec = _codec(charset)
    if codec and codec != "utf-8" and codec not in _LATIN:
        try:
            return _without_lone_surrogates(data.decode(codec))
        except (UnicodeError, LookupError, ValueError):
            pass
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _best_guess(data)


_NOT_ASCII = frozenset(
    {"utf-7", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"}
    | {"iso2022_jp", "iso2022_jp_1", "iso2022_jp_2", "iso2022_jp_2004", "iso2022_jp_3"}
    | {"iso2022_jp_ext", "iso2022_kr", "hz"}
)


@lru_cache(maxsize=256)
def _codec(charset: str) -> str:
    """Return Python's name of a charset; empty where it is unknown or unfit."""
    try:
        name = codecs.lookup(charset.strip("'\" ")).name if charset else ""
        b"".decode(name or "utf-8")  # raises for base64, rot13 and their like
    except (LookupError, ValueError):
        return ""
    return "" if name in _NEVER else name


def _best_guess(data: bytes) -> str:
    """Return UTF-8 with holes where most of it is UTF-8, else windows-1252."""
    text = data.decode("utf-8", "replace")
    holes = text.count("\ufffd")
    # A cut or one broken letter must not turn every umlaut into two wrong signs.
    others = len(text) - len(text.encode("ascii", "ignore")) - holes
    return text if others > holes * 2 else data.decode("cp1252", "replace")


def _without_lone_surrogates(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
