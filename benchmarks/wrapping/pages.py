"""The HTML that mail programs and tracking systems put around the words of a mail."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Sequence
from itertools import chain

from benchmarks.wrapping.words import Words
from onward.mail.rules.basics.sentences import split_sentences

_LINK = re.compile(r"https?://[^\s<>()]+[^\s<>().,;!?]")
_BLANK = re.compile(r"\n[ \t]*\n+")
_CELL_STYLE = (
    "font-family:Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;"
    "text-align:left;color:#333333;padding:10px 25px;word-break:break-word"
)
_HIDING = (
    "display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;"
    "overflow:hidden",
    "display:none !important;visibility:hidden;mso-hide:all;font-size:1px",
    "font-size:0;line-height:0;max-height:0px;max-width:0px;opacity:0;overflow:hidden",
    "color:#ffffff;visibility:hidden;height:0;width:0;overflow:hidden;font-size:1px",
)
_FILLERS = ("&#847;&zwnj;&nbsp;", "&#8199;&shy;&#847; ", "&nbsp;&zwnj;")
_OFFICE_STYLE = (
    "<!-- /* Font Definitions */ @font-face {font-family:Calibri; panose-1:2 15 5 2;}"
    " p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt;} "
    "span.E-MailFormatvorlage18 {mso-style-type:personal-compose;} "
    "@page WordSection1 {size:612.0pt 792.0pt;} -->"
)
_DARK_STYLE = (
    ":root{color-scheme:light dark}@media (prefers-color-scheme:dark){.dm{background:"
    "#111!important;color:#eee!important}.light-logo{display:none!important}}"
    "[data-ogsc] .dm{color:#eee!important}"
)
_TABLE = (
    '<table border="0" cellpadding="0" cellspacing="0" role="presentation" '
    'width="100%" style="{style}">{rows}</table>'
)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text as HTML, their lines apart, links as links."""
    return [
        "<br>\n".join(map(marked, part.splitlines()))
        for part in _BLANK.split(text.strip("\n"))
        if part.strip()
    ]


def marked(line: str) -> str:
    """Return one line as HTML, its addresses on the web as links."""
    escaped = html.escape(line.strip(), quote=False)
    return _LINK.sub(r'<a href="\g<0>">\g<0></a>', escaped)


def word_page(parts: Sequence[str], *, below: Sequence[str], thread: str = "") -> str:
    """Return what Word makes of a mail: MsoNormal, o:p, empty paragraphs, conditions.

    Args:
        parts: HTML of the paragraphs.
        below: Of the signature and the small print.
        thread: Of the block with the earlier mail.
    """
    blank = '<p class="MsoNormal"><span lang="DE"><o:p>&nbsp;</o:p></span></p>\n'
    body = blank.join(map(_word_paragraph, parts))
    small = "".join(
        f'<p class="MsoNormal"><span style="font-size:8.0pt;color:gray">{each}<o:p>'
        "</o:p></span></p>\n"
        for each in below
    )
    return (
        '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-'
        'com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta '
        'name="Generator" content="Microsoft Word 15 (filtered medium)"><!--[if !mso]>'
        "<style>v\\:* {behavior:url(#default#VML);}</style><![endif]--><style>"
        f'{_OFFICE_STYLE}</style><!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" '
        'spidmax="1026"/></xml><![endif]--></head><body lang="DE" link="#0563C1" '
        f'style="word-wrap:break-word"><div class="WordSection1">{body}{blank}{small}'
        f"{thread}</div></body></html>\n"
    )


def _word_paragraph(part: str) -> str:
    return f'<p class="MsoNormal"><span lang="DE">{part}<o:p></o:p></span></p>\n'


def word_thread(lines: Sequence[tuple[str, str]], *, text: str) -> str:
    """Return an earlier mail as Outlook puts it below: a rule, a block, the words."""
    block = "<br>".join(f"<b>{name}:</b> {html.escape(value)}" for name, value in lines)
    words = "".join(map(_word_paragraph, paragraphs(text)))
    return (
        '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm '
        f'0cm 0cm"><p class="MsoNormal">{block}<o:p></o:p></p></div></div>'
        f'<p class="MsoNormal"><o:p>&nbsp;</o:p></p>{words}'
    )


def gmail_page(parts: Sequence[str], *, below: str, intro: str, quoted: str) -> str:
    """Return what Gmail makes of a mail that answers another."""
    body = "<div><br></div>".join(f"<div>{part}</div>" for part in parts)
    name, _, rest = html.escape(intro).partition("&lt;")
    address = rest.partition("&gt;")[0]
    return (
        f'<div dir="ltr">{body}<br clear="all"><div><br></div><span class="gmail_'
        f'signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" '
        f'data-smartmail="gmail_signature"><div dir="ltr">{below}</div></div></div><br>'
        f'<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_'
        f'attr">{name}&lt;<a href="mailto:{address}">{address}</a>'
        f'&gt;{rest.partition("&gt;")[2]}<br></div><blockquote class="gmail_quote" '
        f'style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204)">'
        f"{'<br><br>'.join(paragraphs(quoted))}</blockquote></div>\n"
    )


def apple_page(parts: Sequence[str], *, mobile: str, intro: str, quoted: str) -> str:
    """Return what the mail program of a phone makes of an answer."""
    body = "<div><br></div>".join(f"<div>{part}</div>" for part in parts)
    return (
        '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8">'
        f'</head><body dir="auto">{body}<br id="lineBreakAtBeginningOfSignature"><div '
        f'dir="ltr">{mobile}</div><div dir="ltr"><br><blockquote type="cite">'
        f"{html.escape(intro)}<br><br></blockquote></div><blockquote type="
        f'"cite"><div dir="ltr">\ufeff{"<br><br>".join(paragraphs(quoted))}</div>'
        "</blockquote></body></html>\n"
    )


def system_page(
    rows: Sequence[str],
    *,
    words: Words,
    firm: str,
    chance: random.Random,
    style: str = "",
    has_opening: bool = False,
) -> str:
    """Return what tracking systems send: tables in tables, much before and behind.

    Args:
        rows: HTML of the rows with the mail's own words.
        firm: Whom the logo belongs to.
        style: More styles of the head.
        has_opening: A paragraph about anything stands before the words.
    """
    filler = chance.choice(_FILLERS) * chance.randint(40, 90)
    preheader = chance.choice(words.preheaders).format(firm=firm)
    first = "<!--[if mso | IE]><table><tr><td><![endif]-->"
    above = [
        f'<a href="https://mailwhirl.example/v/{_token(chance)}" style="font-size:11px">'
        f"{html.escape(chance.choice(words.browser))}</a>",
        f'<img alt="{html.escape(firm)} logo" height="40" width="140" '
        f'src="https://img.mailwhirl.example/{_token(chance)}.png">',
    ]
    if has_opening:
        above += [html.escape(each) for each in chance.sample(words.openings, 2)]
    inside = "".join(map(_row, chain(above, rows, _foot(words, chance=chance))))
    return (
        '<!doctype html><html xmlns="http://www.w3.org/1999/xhtml"><head><title></title>'
        '<!--[if !mso]><!--><meta http-equiv="X-UA-Compatible" content="IE=edge"><!--<!'
        '[endif]--><meta name="viewport" content="width=device-width"><style>#outlook a'
        "{padding:0}body{margin:0}.mj-column-per-100{width:100%!important}"
        f"{style}</style><!--[if mso]><noscript><xml><o:OfficeDocumentSettings>"
        "</o:OfficeDocumentSettings></xml></noscript><![endif]--></head><body "
        f'style="word-spacing:normal;background-color:#f4f4f4"><div style="'
        f'{chance.choice(_HIDING)}">{html.escape(preheader)}{filler}</div>{first}'
        f'<div class="dm" style="margin:0px auto;max-width:600px">'
        f"{_TABLE.format(style='background:#fff', rows=inside)}</div>"
        f'<img src="https://t.mailwhirl.example/o/{_token(chance)}" width="1" height="1" '
        'alt="" style="display:none"></body></html>\n'
    )


def _row(inside: str) -> str:
    """Return one row as MJML makes it: a table in a cell, and the words in that."""
    cell = f'<tr><td align="left" style="{_CELL_STYLE}"><div>{inside}</div></td></tr>'
    table = _TABLE.format(style="vertical-align:top", rows=f"<tbody>{cell}</tbody>")
    return f'<tr><td style="direction:ltr;font-size:0px">{table}</td></tr>\n'


def _foot(words: Words, *, chance: random.Random) -> list[str]:
    button = html.escape(chance.choice(words.buttons))
    links = "".join(
        f'<a href="https://click.mailwhirl.example/{_token(chance)}"><img alt="{name}" '
        f'src="https://img.mailwhirl.example/{name.lower()}.png" width="24"></a>'
        if chance.random() < 0.5
        else f'<a href="https://{name.lower()}.example/{_token(chance)}">{name}</a> '
        for name in words.social
    )
    return [
        '<table><tr><td bgcolor="#1a73e8" style="border-radius:3px"><a href="https://'
        f'click.mailwhirl.example/{_token(chance)}" style="color:#fff;text-transform:'
        f'uppercase">{button}</a></td></tr></table>',
        "<hr>",
        html.escape(chance.choice(words.about)),
        links,
        f'<span style="font-size:10px;color:#999">'
        f"{html.escape(chance.choice(words.footers))}</span>",
    ]


def _token(chance: random.Random) -> str:
    return chance.randbytes(12).hex()


def cut_rows(text: str, *, chance: random.Random) -> list[str]:
    """Return rows in which spans, breaks and unseen signs cut every sentence."""
    return [
        "<br>".join(_cut_line(line, chance=chance) for line in part.splitlines())
        for part in _BLANK.split(text.strip("\n"))
        if part.strip()
    ]


def _cut_line(line: str, *, chance: random.Random) -> str:
    words = line.split()
    pieces: list[str] = []
    at = 0
    while at < len(words):
        size = chance.randint(2, 6)
        piece = " ".join(_cut_word(x, chance=chance) for x in words[at : at + size])
        pieces.append(f'<span style="color:#333">{piece}</span>')
        at += size
    out = pieces[:1]
    for piece in pieces[1:]:
        out += [chance.choice(("&nbsp;", " ", "&nbsp; ", "<br>\n")), piece]
    return "".join(out)


def _cut_word(word: str, *, chance: random.Random) -> str:
    """Return a word with an unseen sign or a span in its middle, one in ten."""
    if len(word) < 6 or "://" in word or "@" in word or chance.random() > 0.1:
        return html.escape(word, quote=False)
    first, rest = word[: len(word) // 2], word[len(word) // 2 :]
    sign = chance.choice(("&zwnj;", "&#8203;", "&shy;", "<b></b>", "<wbr>"))
    return f"{html.escape(first, quote=False)}{sign}{html.escape(rest, quote=False)}"


def sentence_rows(text: str) -> list[str]:
    """Return rows of one sentence each, in upper case by their style."""
    return [
        f'<span class="dm" style="text-transform:uppercase;letter-spacing:.4px">'
        f"{marked(part[start:end])}</span>"
        for part in _BLANK.split(text)
        for start, end in split_sentences(part, spans=((0, len(part)),))
    ]


def dark_style() -> str:
    return _DARK_STYLE
