"""Turn the HTML of a mail into the lines that a person would read."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

MAX_HTML_CHARS = 400_000
MAX_LINK_CHARS = 200

_UNSEEN = ["style", "script", "head", "title", "noscript", "template", "svg"]
# A form feed is white space to HTML, so that it may stand between table rows.
_BREAK = "\f"
_QUOTE_OPENS, _QUOTE_ENDS = "\x0e", "\x0f"
_BLOCK = re.compile(
    r"<(?=/?(?:p|div|br|tr|table|li|[uo]l|h[1-6]|hr|blockquote|pre|section|article"
    r"|header|footer|center|d[dtl]|address|form|fieldset|option)\b)",
    re.IGNORECASE,
)
_CELL = re.compile(r"<(?=/t[dh]\b)", re.IGNORECASE)
_HIDES = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|\shidden\b", re.IGNORECASE)
_HIDDEN = (
    '[style*="display:none" i],[style*="display: none" i],'
    '[style*="mso-hide:all" i],[style*="mso-hide: all" i],[hidden]'
)
_QUOTED = 'blockquote[type="cite"],blockquote[class*="quote"],blockquote[cite]'
_LINK = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_CHORES = re.compile(
    r"unsubscribe|privacy|preferences|abmelden|abbestellen|datenschutz|impressum"
    r"|view (?:it |this )?(?:e-?mail )?(?:in|online)|im browser|terms|facebook|twitter"
    r"|instagram|youtube|tiktok",
    re.IGNORECASE,
)


def html_to_text(html: str, *, with_links: bool = False) -> str:
    """Return the visible words of HTML: a line a block, quotes marked by "> ".

    Styles, scripts, comments and hidden preheaders are left out.

    Args:
        with_links: Write "text (https://…)" where an address says something: a short
            one behind words, not an unsubscribe, privacy or social link.
    """
    html = html[:MAX_HTML_CHARS].replace("\0", "")
    marked = _CELL.sub(" <", _BLOCK.sub(_BREAK + "<", html))
    tree = LexborHTMLParser(marked)
    tree.strip_tags(_UNSEEN, recursive=True)
    if tree.body is None:
        return ""
    if "<blockquote" in html:
        _mark_quotes(tree)
    if with_links:
        _write_links(tree)
    if _HIDES.search(html):
        everything = tree.body.text(separator="")
        _remove_hidden(tree)
        return _lines(tree.body.text(separator="")) or _lines(everything)
    return _lines(tree.body.text(separator=""))


def _remove_hidden(tree: LexborHTMLParser) -> None:
    for node in tree.css(_HIDDEN):
        node.decompose()


def _mark_quotes(tree: LexborHTMLParser) -> None:
    for node in tree.css(_QUOTED):
        node.insert_before(_BREAK + _QUOTE_OPENS + _BREAK)
        node.insert_after(_BREAK + _QUOTE_ENDS + _BREAK)


def _write_links(tree: LexborHTMLParser) -> None:
    for node in tree.css("a[href]"):
        address = (node.attributes.get("href") or "").strip()
        words = " ".join(node.text(separator="").split())
        if _is_useful(address, words=words):
            node.insert_after(f" ({address})")


def _is_useful(address: str, *, words: str) -> bool:
    return (
        len(address) <= MAX_LINK_CHARS
        and _LINK.fullmatch(address) is not None
        and any(character.isalpha() for character in words)
        and address.rstrip("/") not in words
        and _CHORES.search(words) is None
        and _CHORES.search(address) is None
    )


def _lines(text: str) -> str:
    """Return the non-empty lines, their white space collapsed, quotes marked."""
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
