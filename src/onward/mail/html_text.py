"""Turn the HTML of a mail into the lines that a person would read."""

from __future__ import annotations

import re
from html import unescape

from selectolax.lexbor import LexborHTMLParser

GLANCE_CHARS = 30_000
"""Far more than the gate reads: the space between cells counts too."""

FIRST_GLANCE_CHARS = 8_000
ENOUGH_WORDS_CHARS = 1_500
"""More than the gate weighs, and where a letter says what it is about: most newsletters
need not be parsed any further."""

MAX_LINK_CHARS = 200
MAX_LINKS = 40
"""Newsletters hold hundreds; letters of employers a few, at the top."""

_UNSEEN = ["style", "script", "head", "title", "noscript", "template", "svg"]
_MAY_BE_UNSEEN = re.compile(r"<(?:[sS][tTcCvV]|[hH][eE]|[tT][iIeE]|[nN][oO])")
# A form feed is white space to HTML, so that it may stand between table rows.
_BREAK = "\f"
_QUOTE_OPENS, _QUOTE_ENDS = "\x0e", "\x0f"
# Letter classes instead of IGNORECASE: a third quicker, and this reads every newsletter.
_BLOCK = re.compile(
    r"<(?=/?(?:[pP][\s>]|[dD][iIdDlLtT][vV\s>]|[bB][rRlL]|[tT][rRaA]|[lL][iI][\s>]"
    r"|[uUoO][lL][\s>]|[hH][1-6rRe]|[pP][rR][eE]|[sS][eE][cC]|[aA][rRdD][tTdD]"
    r"|[fF][oOiI][oOrReE]|[cC][eE][nN]|[oO][pP][tT]))"
)
_TAG = re.compile(r"<[^>]*(?:>|$)")
_CELL = re.compile(r"<(?=/[tT][dDhH]\b)")
# A table that names its columns holds data; any other is there for its looks.
_NAMES_COLUMNS = "<th"
# White space to HTML and to Python alike, so that only who looks for it finds it.
_CELL_ENDS = "\x1f"
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_HIDING_SIGNS = (
    *("display:none", "display: none", "mso-hide:all", "visibility:hidden"),
    *("visibility: hidden", "max-height:0", "max-height: 0"),
)
_HIDDEN = ",".join((*(f'[style*="{sign}" i]' for sign in _HIDING_SIGNS), "[hidden]"))
_QUOTED = 'blockquote[type="cite"],blockquote[class*="quote"],blockquote[cite]'
_LINK = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_INVISIBLE_SIGNS = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_INVISIBLE = re.compile(f"[{_INVISIBLE_SIGNS}]+")
_CHORES = (
    *("unsubscribe", "privacy", "preferences", "abmelden", "abbestellen", "impressum"),
    *("datenschutz", "browser", "terms", "facebook", "twitter", "instagram"),
    *("youtube", "tiktok"),
)


def visible(text: str) -> str:
    """Return text without signs that cut words in two and show nothing."""
    if text.isascii() or not any(sign in text for sign in _INVISIBLE_SIGNS):
        return text
    return _INVISIBLE.sub("", text)


def first_words(html: str, *, max_chars: int) -> str:
    """Return words out of the first lines of HTML, told from markup by brackets alone.

    Args:
        max_chars: How much HTML is read, from its body on.
    """
    start = _start_of(html, max_chars=max_chars)
    if _MAY_BE_UNSEEN.search(start):
        return _glance(start, max_chars=max_chars)
    words = _TAG.sub(" ", start)
    return _on_one_line(unescape(words) if "&" in words else words)


def html_glance(html: str, *, max_chars: int) -> str:
    """Return the first words of HTML on one line, hidden ones too: far quicker.

    Args:
        max_chars: How much HTML is read at most; less, where it holds words enough.
    """
    words = _glance(html, max_chars=min(max_chars, FIRST_GLANCE_CHARS))
    if len(words) >= ENOUGH_WORDS_CHARS or len(html) <= FIRST_GLANCE_CHARS:
        return words
    return _glance(html, max_chars=max_chars)


def _glance(html: str, *, max_chars: int) -> str:
    start = _start_of(html, max_chars=max_chars)
    body = LexborHTMLParser(start).body
    if body is None:
        return ""
    if _MAY_BE_UNSEEN.search(start):
        body.strip_tags(_UNSEEN, recursive=True)
    return _on_one_line(body.text(separator=" ")[:GLANCE_CHARS])


def _on_one_line(words: str) -> str:
    # Hidden words are followed by hundreds of signs that show nothing.
    return " ".join(visible(words).split())


def html_to_text(html: str, *, max_chars: int) -> str:
    """Return the visible words of HTML: a line a block, quotes marked by "> ".

    Between the cells of a table that names its columns stands a tab.

    Styles, scripts, comments and hidden preheaders are left out. A link is written
    "words (https://…)" where its address says something: a short one behind words,
    not an unsubscribe, privacy or social link.

    Args:
        max_chars: How much HTML is read, markup included, from its body on.
    """
    html = _start_of(html, max_chars=max_chars)
    low = html.lower()
    cell_ends = _CELL_ENDS if _NAMES_COLUMNS in low else " "
    tree = LexborHTMLParser(_CELL.sub(f"{cell_ends}<", _BLOCK.sub(_BREAK + "<", html)))
    if tree.body is None:
        return ""
    tree.body.strip_tags(_UNSEEN, recursive=True)
    if "<blockquote" in low:
        _mark_quotes(tree)
    _write_links(tree)
    everything = tree.body.text(separator="")
    if " hidden" not in low and not any(sign in low for sign in _HIDING_SIGNS):
        return _lines(everything)
    for node in tree.css(_HIDDEN):
        node.decompose()
    return _lines(tree.body.text(separator="")) or _lines(everything)


def _start_of(html: str, *, max_chars: int) -> str:
    if len(html) <= max_chars:
        return html
    body = _BODY.search(html)
    start = body.start() if body else 0
    return html[start : start + max_chars]


def _mark_quotes(tree: LexborHTMLParser) -> None:
    for node in tree.css(_QUOTED):
        node.insert_before(_BREAK + _QUOTE_OPENS + _BREAK)
        node.insert_after(_BREAK + _QUOTE_ENDS + _BREAK)


def _write_links(tree: LexborHTMLParser) -> None:
    for node in tree.css("a[href]")[:MAX_LINKS]:
        address = (node.attributes.get("href") or "").strip()
        if _says_something(address):
            words = " ".join(node.text(separator="").split())
            if _is_named(words, address=address):
                node.insert_after(f" ({address})")


def _says_something(address: str) -> bool:
    return (
        len(address) <= MAX_LINK_CHARS
        and _LINK.fullmatch(address) is not None
        and not _is_chore(address)
    )


def _is_named(words: str, *, address: str) -> bool:
    """Return whether words stand for the address, rather than a picture or itself."""
    return (
        any(character.isalpha() for character in words)
        and address.rstrip("/") not in words
        and not _is_chore(words)
    )


def _is_chore(text: str) -> bool:
    low = text.lower()
    return any(chore in low for chore in _CHORES)


def _lines(text: str) -> str:
    """Return the non-empty lines, their white space collapsed, quotes marked."""
    if _CELL_ENDS in text:
        lines = [_cells(line) for line in text.split(_BREAK)]
    else:
        lines = [" ".join(line.split()) for line in text.split(_BREAK)]
    if _QUOTE_OPENS not in text:
        return "\n".join(line for line in lines if line)
    depth = 0
    marked = []
    for line in lines:
        if line == _QUOTE_OPENS:
            depth += 1
        elif line == _QUOTE_ENDS:
            depth = max(0, depth - 1)
        elif line:
            marked.append("> " * depth + line)
    return "\n".join(marked)


def _cells(line: str) -> str:
    cells = (" ".join(cell.split()) for cell in line.split(_CELL_ENDS))
    return "\t".join(filter(None, cells))
