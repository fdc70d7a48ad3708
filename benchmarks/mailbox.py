"""Generate the invented mailbox that the mail benchmark reads.

Sizes are those of a mailbox of newsletters, receipts and people: 30 to 40 KB a message
on average, which is denser than most real ones (so a gigabyte holds more to read).
"""

from __future__ import annotations

import base64
import quopri
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

VERSION = 2
"""Raise when the generator changes, so that cached mailboxes are made anew."""

_WORD_LIST = """
about account after again all also always and another any around arrive article ask
autumn available away back bag bath beautiful because been before behind best better
between big bird blue board book both box bread bring brown build business but buy
cake call camera can card carry cat chair change cheap check child choose city class
clean clear click close cloud coat code coffee cold collection colour come company
cook cool copy corner cost could country course cover credit cup customer cut daily
dark date day deal deep deliver design desk different dinner discover discount do dog
door down dream drink drive dry each early easy eat edition email end enjoy enough
evening event every explore extra eye fall family far farm fast feel few field film
find fine fire first fish floor flower follow food for forest free fresh friend from
fruit full game garden get gift give glass go gold good great green group grow guide
hair half hand happy hard have head hear heart help here high home hope hot hour house
how idea if important in inside island issue item join jump keep kind kitchen know
lake land language large last late learn leave left letter light like limited line
list little live local long look love low lunch main make many map market may meal
mean meet member menu message milk mind minute month more morning most mountain move
much music name near need never new news next nice night north not note now number
of off offer office often old on once one only open orange order our out over own
page paint paper park part party pass pay people perfect phone photo picture piece
place plan plant play please point post price print product public question quick
quiet rain rate reach read ready real receive recipe red relax remember reply rest
return ride right river road room round run safe sale same save say school sea season
seat second see sell send service set share she shirt shoe shop short show side sign
simple since sister sit size sleep slow small smile snow soft some song soon south
space special spring stand star start station stay step still stone stop store story
street strong student study style summer sun support sure sweet swim table take talk
taste tea team tell test thank that the their them then there these they thing think
this those thought three through ticket time tip to today together tomorrow top town
track train travel tree trip try turn two under until up update use valid value very
view visit voice wait walk wall want warm wash watch water way we wear weather week
weekend welcome well west what when where which while white who why wide will window
wine winter wish with wood word work world write year yellow yes you young your
"""
_RARE_WORDS = ("application", "interview", "position", "candidate", "job", "role")
_GERMAN_LIST = """
aber alle auch auf aus bei bestellung danke das dein der dich die dieser ein eine
für gestern grüße gut haben heute hier ihre immer ist jetzt kann klein können land
leben mehr morgen nach natürlich neue nicht noch nur oder ohne paket rechnung schön
sehr sie sind straße über und uns unser viel von wäre wann was weiter wenn wie wir
wird woche zeit zu zurück
"""
_WORDS = _WORD_LIST.split()
_GERMAN = _GERMAN_LIST.split()


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of mail: how often it comes, and how its inside is made."""

    weight: float
    make: Callable[[random.Random], bytes]


def write_mailbox(path: Path, *, megabytes: float, seed: int = 7) -> int:
    """Write an invented mbox of about this size. Return the number of messages."""
    chance = random.Random(seed)
    limit = int(megabytes * 1_000_000)
    written = count = 0
    with path.open("wb") as file:
        for message in messages(chance):
            written += file.write(message)
            count += 1
            if written >= limit:
                return count
    return count


def messages(chance: random.Random) -> Iterator[bytes]:
    """Yield invented mbox messages without end, each with its separator line."""
    bodies = {
        name: [shape.make(chance) for _ in range(60)] for name, shape in SHAPES.items()
    }
    names = list(SHAPES)
    weights = [shape.weight for shape in SHAPES.values()]
    sent_at = datetime(2024, 1, 1, 8, tzinfo=UTC)
    number = 0
    while True:
        for name in chance.choices(names, weights, k=1000):
            number += 1
            sent_at += timedelta(seconds=chance.randrange(600))
            if name == "hiring":
                head, inside = "", _hiring(chance)
            else:
                head, inside = _plain_head(chance), chance.choice(bodies[name])
            yield envelope(number, sent_at=sent_at, chance=chance) + (
                head.encode() + inside
            )


def envelope(number: int, *, sent_at: datetime, chance: random.Random) -> bytes:
    """Return separator and the transport headers that every real mail carries."""
    date = sent_at.strftime("%a, %d %b %Y %H:%M:%S +0000")
    token = base64.b64encode(chance.randbytes(132)).decode()
    signature = "\n        ".join(token[at : at + 66] for at in range(0, 176, 66))
    thread = 1_790_000_000_000_000_000 + number
    lines = [
        f"From {thread}@xxx {sent_at.strftime('%a %b %d %H:%M:%S +0000 %Y')}",
        f"X-GM-THRID: {thread}",
        f"X-Gmail-Labels: {chance.choice(_LABELS)}",
        "Delivered-To: robin@person.example",
        f"Received: by 10.0.{number % 250}.7 with SMTP id x{number}cs; {date}",
        f"X-Received: by 10.1.{number % 250}.9 with SMTP id y{number}; {date}",
        f"ARC-Seal: i=1; a=rsa-sha256; d=mailhost.example; s=arc;\n        b={signature}",
        f"ARC-Message-Signature: i=1; a=rsa-sha256; d=mailhost.example;\n        b={signature}",
        "Return-Path: <bounce@sender.example>",
        f"Received: from out.sender.example (out.sender.example. [192.0.2.{number % 250}])"
        f"\n        by mx.mailhost.example with ESMTPS id z{number}; {date}",
        "Received-SPF: pass (mailhost.example: permitted sender) client-ip=192.0.2.1;",
        "Authentication-Results: mx.mailhost.example; dkim=pass; spf=pass; dmarc=pass",
        f"DKIM-Signature: v=1; a=rsa-sha256; d=sender.example; s=key;\n        b={signature}",
        f"Date: {date}",
        f"Message-ID: <{number}.{token[:12]}@sender.example>",
        "MIME-Version: 1.0",
    ]
    return ("\n".join(lines) + "\n").encode()


_LABELS = (
    "Inbox,Opened,Category updates",
    "Inbox,Category promotions,Unread",
    "Inbox,Important,Opened,Category personal",
    "Archived,Opened",
)


def _words(chance: random.Random, *, count: int, words: list[str] = _WORDS) -> str:
    """Return sentences of random words, a few with a word of the trade."""
    chosen = chance.choices(words, k=count)
    if chance.random() < 0.01:
        chosen[chance.randrange(count)] = chance.choice(_RARE_WORDS)
    if words is _WORDS and chance.random() < 0.1:
        chosen[0] = "we’re"
    sentences = [
        " ".join(chosen[at : at + 12]).capitalize() + "."
        for at in range(0, len(chosen), 12)
    ]
    return " ".join(sentences)


def _paragraphs(chance: random.Random, *, count: int, words: int = 40) -> list[str]:
    return [_words(chance, count=words) for _ in range(count)]


def _plain_head(chance: random.Random) -> str:
    sender = chance.choice(("news", "hello", "orders", "mara.lind", "info"))
    subject = _words(chance, count=6)
    if chance.random() < 0.1:
        subject = (
            f"=?utf-8?B?{base64.b64encode(f'Grüße: {subject}'.encode()).decode()}?="
        )
    return (
        f"From: {sender.title()} <{sender}@sender.example>\n"
        f"To: Robin Example <robin@person.example>\nSubject: {subject}\n"
        "List-Unsubscribe: <https://sender.example/unsubscribe?id=1234567890>\n"
    )


def _html(chance: random.Random, *, rows: int) -> str:
    """Return a newsletter of random words."""
    cells = [
        (
            chance.randbytes(24).hex(),
            _words(chance, count=6),
            _words(chance, count=45),
        )
        for _ in range(rows)
    ]
    return html_page(cells, preheader=_words(chance, count=12))


def html_page(cells: Iterable[tuple[str, str, str]], *, preheader: str) -> str:
    """Return a newsletter as such are made: tables in tables, styles on every cell.

    Args:
        cells: The token of a link, its words, and the text beneath it.
        preheader: Hidden words for the list of mails.
    """
    cell = (
        '<tr><td align="center" valign="top" style="font-family:Arial,Helvetica,'
        'sans-serif;font-size:16px;line-height:24px;color:#333333;padding:0 24px;">'
        '<table border="0" cellpadding="0" cellspacing="0" width="100%"><tr><td '
        'style="padding:12px 0;"><a href="https://click.sender.example/t/{token}" '
        'style="color:#1a73e8;text-decoration:none;">{title}</a><br>{text}&nbsp;'
        '<img src="https://img.sender.example/{token}.png" width="600" alt=""></td>'
        "</tr></table></td></tr>\n"
    )
    style = "".join(f".c{n} {{margin:0;padding:{n}px!important}}\n" for n in range(60))
    body = "".join(
        cell.format(token=token, title=title, text=text) for token, title, text in cells
    )
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><style>{style}</style></head>"
        f"<body><div style='display:none'>{preheader}</div>"
        f"<table width='100%'>{body}</table></body></html>\n"
    )


def part(kind: str, *, text: str, encoding: str) -> bytes:
    """Return one MIME part: its headers, a blank line and the encoded text."""
    head = f"Content-Type: {kind}; charset=utf-8\nContent-Transfer-Encoding: {encoding}"
    data = text.encode()
    if encoding == "base64":
        data = base64.encodebytes(data)
    elif encoding == "quoted-printable":
        data = quopri.encodestring(data)
    return head.encode() + b"\n\n" + data


def multipart(kind: str, *, parts: list[bytes]) -> bytes:
    boundary = b"----=_part_boundary_42"
    inside = b"".join(b"--" + boundary + b"\n" + part + b"\n" for part in parts)
    head = f"Content-Type: multipart/{kind};\n boundary=".encode()
    return head + b'"' + boundary + b'"\n\n' + inside + b"--" + boundary + b"--\n\n"


def _newsletter(chance: random.Random) -> bytes:
    plain = "\n\n".join(_paragraphs(chance, count=chance.randint(6, 14)))
    html = _html(chance, rows=chance.randint(20, 60))
    return multipart(
        "alternative",
        parts=[
            part("text/plain", text=plain, encoding="quoted-printable"),
            part("text/html", text=html, encoding="quoted-printable"),
        ],
    )


def _html_only(chance: random.Random) -> bytes:
    encoding = "base64" if chance.random() < 0.3 else "quoted-printable"
    html = _html(chance, rows=chance.randint(10, 36))
    return part("text/html", text=html, encoding=encoding) + b"\n"


def _receipt(chance: random.Random) -> bytes:
    plain = "\n".join(_paragraphs(chance, count=5, words=20))
    html = _html(chance, rows=chance.randint(3, 6))
    return multipart(
        "alternative",
        parts=[
            part("text/plain", text=plain, encoding="7bit"),
            part("text/html", text=html, encoding="quoted-printable"),
        ],
    )


def _personal(chance: random.Random) -> bytes:
    text = "\n\n".join(_paragraphs(chance, count=chance.randint(1, 6), words=30))
    quoted = "\n".join(f"> {line}" for line in _paragraphs(chance, count=4, words=12))
    text = f"{text}\n\nOn Monday Mara wrote:\n{quoted}\n"
    return part("text/plain", text=text, encoding="7bit") + b"\n"


def _latin_1(chance: random.Random) -> bytes:
    text = _words(chance, count=150, words=_GERMAN).encode("iso-8859-1")
    head = b"Content-Type: text/plain; charset=iso-8859-1\n"
    return head + b"Content-Transfer-Encoding: 8bit\n\n" + text + b"\n\n"


def pdf_part(data: bytes) -> bytes:
    """Return a file as the MIME part that it hangs on a mail by."""
    return (
        b'Content-Type: application/pdf; name="scan.pdf"\n'
        b'Content-Disposition: attachment; filename="scan.pdf"\n'
        b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(data)
    )


def _with_attachment(chance: random.Random) -> bytes:
    size = min(int(chance.lognormvariate(11.3, 1.2)), 6_000_000)
    attachment = pdf_part(chance.randbytes(size))
    text = "\n\n".join(_paragraphs(chance, count=3))
    return multipart(
        "mixed", parts=[part("text/plain", text=text, encoding="7bit"), attachment]
    )


def _invitation(chance: random.Random) -> bytes:
    calendar = (
        "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:lunch-42\r\n"
        "SUMMARY:Lunch\r\nDTSTART:20250301T120000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    return multipart(
        "alternative",
        parts=[
            part("text/plain", text=_words(chance, count=30), encoding="7bit"),
            part("text/calendar; method=REQUEST", text=calendar, encoding="base64"),
        ],
    )


_COMPANIES = ("Quillmoor", "Bergwacht Labs", "Fernhollow", "Talnova", "Ostreich & Veld")
_ROLES = ("Data Analyst", "Backend Developer", "Nurse", "Buchhalterin", "Shift Lead")
_HIRING = (
    (
        "Thank you for applying to {company}",
        "Hi Robin,\n\nwe have received your application for the {role} position at "
        "{company}. Our team reads every application and will be in touch.\n",
    ),
    (
        "Your application to {company}",
        "Dear Robin,\n\nthank you for your interest in the {role} role at {company}. "
        "We have decided to move forward with other candidates.\n",
    ),
    (
        "Interview for {role}",
        "Hi Robin,\n\nwe would like to invite you to an interview for the {role} role. "
        "Which time next week suits you for a call with {company}?\n",
    ),
    (
        "Ihre Bewerbung als {role}",
        "Guten Tag Robin,\n\nvielen Dank für Ihre Bewerbung als {role}. Leider müssen "
        "wir Ihnen mitteilen, dass wir uns für andere entschieden haben.\n{company}\n",
    ),
    (
        "Next step: assessment for {role}",
        "Hello Robin,\n\nas the next step of your application for {role} at {company} "
        "please complete the online assessment within seven days.\n",
    ),
)


def _hiring(chance: random.Random) -> bytes:
    subject, text = chance.choice(_HIRING)
    words = {"company": chance.choice(_COMPANIES), "role": chance.choice(_ROLES)}
    html = f"<html><body><p>{text.format(**words)}</p></body></html>"
    head = (
        f"From: {words['company']} <no-reply@greenhouse.io>\n"
        f"To: robin@person.example\nSubject: {subject.format(**words)}\n"
    )
    parts = [
        part("text/plain", text=text.format(**words), encoding="quoted-printable"),
        part("text/html", text=html, encoding="quoted-printable"),
    ]
    if chance.random() < 0.3:
        parts = parts[1:]
    return head.encode() + multipart("alternative", parts=parts)


SHAPES = {
    "newsletter": Shape(0.40, _newsletter),
    "html only": Shape(0.15, _html_only),
    "personal": Shape(0.23, _personal),
    "receipt": Shape(0.11, _receipt),
    "attachment": Shape(0.06, _with_attachment),
    "latin 1": Shape(0.02, _latin_1),
    "invitation": Shape(0.02, _invitation),
    "hiring": Shape(0.01, _hiring),
}
