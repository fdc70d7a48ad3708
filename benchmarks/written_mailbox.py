"""Generate a mailbox of mails as people and firms write them, for the mail benchmark.

Its words are those of `training/written`: invented mails, many of them ordinary ones
that sound like hiring, so that more of them come through the gate than of real mail.
Twenty ordinary mails stand beside one about hiring; what firms send is HTML, mostly
with plain text beside it; some mails carry a file.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path

from benchmarks.mailbox import envelope, html_page, multipart, part, pdf_part
from benchmarks.training.written import FOLDER, written
from onward.mail.rules.facts.contact import is_person
from onward.mail.rules.types import NOT_HIRING, Address

VERSION = 1
"""Raise when the generator changes, so that cached mailboxes are made anew."""

ORDINARY_FOR_ONE = 20
"""Ordinary mails for each about hiring."""

_LANGUAGES = {"en": 0.55, "de": 0.3}
"""How much of the mailbox is in a language; the others share the rest."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_SYLLABLES = [
    "ba",
    "do",
    "fen",
    "gri",
    "hol",
    "ka",
    "lum",
    "mer",
    "nov",
    "ost",
    "pra",
    "quil",
    "ro",
    "sta",
    "tel",
    "vin",
    "wex",
    "zor",
]


@dataclass(frozen=True, slots=True)
class Written:
    """One mail as it was written: who sends it, and its words."""

    sender: Address
    subject: str
    text: str
    is_personal: bool


@dataclass(frozen=True, slots=True)
class Pool:
    """The written mails of one language."""

    ordinary: Sequence[Written]
    hiring: Sequence[Written]


def write_written_mailbox(path: Path, *, megabytes: float, seed: int = 7) -> int:
    """Write an invented mbox of about this size. Return the number of messages."""
    chance = random.Random(seed)
    limit = int(megabytes * 1_000_000)
    size = count = 0
    with path.open("wb") as file:
        for message in written_messages(chance):
            size += file.write(message)
            count += 1
            if size >= limit:
                return count
    return count


def written_messages(chance: random.Random) -> Iterator[bytes]:
    """Yield mbox messages without end, each with its separator line."""
    pools = {path.stem: _pool(path.stem) for path in sorted(FOLDER.glob("*.jsonl"))}
    rest = (1.0 - sum(_LANGUAGES.values())) / (len(pools) - len(_LANGUAGES))
    weights = [_LANGUAGES.get(code, rest) for code in pools]
    sent_at = datetime(2024, 1, 1, 8, tzinfo=UTC)
    number = 0
    while True:
        for pool in chance.choices(list(pools.values()), weights, k=1000):
            number += 1
            sent_at += timedelta(seconds=chance.randrange(600))
            yield envelope(number, sent_at=sent_at, chance=chance) + _mail(pool, chance)


@cache
def _pool(language: str) -> Pool:
    pool = Pool([], [])
    for letter in written(language):
        message = letter.message
        mail = Written(
            message.sender,
            " ".join(message.subject.split()),
            message.text,
            is_person(message.sender) and "list-unsubscribe" not in message.headers,
        )
        kind = pool.ordinary if letter.verdict in NOT_HIRING else pool.hiring
        kind.append(mail)  # type: ignore[attr-defined]
    return pool


def _mail(pool: Pool, chance: random.Random) -> bytes:
    """Return one mail of a pool without its envelope."""
    if chance.random() * (ORDINARY_FOR_ONE + 1) < 1:
        mail = chance.choice(pool.hiring)
        texts = [mail.text]
        is_plain = mail.is_personal or chance.random() < 0.25
    else:
        mail = chance.choice(pool.ordinary)
        texts = [mail.text]
        is_plain = mail.is_personal
        if is_plain:
            texts += [_quoted(chance.choice(pool.ordinary))] * (chance.random() < 0.4)
        else:
            more = chance.choices(pool.ordinary, k=chance.randint(0, 12))
            texts += [f"{each.subject}\n{each.text}" for each in more]
    texts = [_with_rare_words(text, chance) for text in texts]
    body = _plain(texts) if is_plain else _commercial(texts, chance)
    if chance.random() < 0.07:
        size = min(int(chance.lognormvariate(11.3, 1.2)), 6_000_000)
        body = multipart("mixed", parts=[body, pdf_part(chance.randbytes(size))])
    return _head(mail, is_plain=is_plain) + body


def _head(mail: Written, *, is_plain: bool) -> bytes:
    subject, name = mail.subject, mail.sender.name
    lines = [
        f'From: "{_word(name)}" <{mail.sender.address}>',
        "To: Robin Example <robin@person.example>",
        f"Subject: {_word(subject)}",
    ]
    if not is_plain:
        lines.append("List-Unsubscribe: <https://sender.example/unsubscribe?id=12345>")
    return "\n".join(lines).encode() + b"\n"


def _word(text: str) -> str:
    """Return a header's text, in RFC 2047 words where it is not ASCII."""
    if text.isascii():
        return text.replace('"', "'")
    return " ".join(
        "=?utf-8?Q?" + "".join(map(_sign, text[at : at + 20])) + "?="
        for at in range(0, len(text), 20)
    )


def _sign(character: str) -> str:
    if character.isascii() and character.isalnum():
        return character
    if character == " ":
        return "_"
    return "".join(f"={byte:02X}" for byte in character.encode())


def _quoted(mail: Written) -> str:
    lines = "\n".join(f"> {line}" for line in mail.text.splitlines())
    return f"On Mon, 2 Mar 2026 at 08:12, Robin <robin@person.example> wrote:\n{lines}"


def _with_rare_words(text: str, chance: random.Random) -> str:
    """Return a text with a coined name or number in it, as every real mail has some."""
    words = text.split(" ")
    for _ in range(1 + len(words) // 60):
        coined = "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).title()
        words.insert(
            chance.randint(0, len(words)),
            chance.choice((coined, str(chance.getrandbits(24)))),
        )
    return " ".join(words)


def _plain(texts: Sequence[str]) -> bytes:
    text = "\n\n".join(texts) + "\n"
    if text.isascii():
        return part("text/plain", text=text, encoding="7bit") + b"\n"
    return part("text/plain", text=text, encoding="quoted-printable") + b"\n"


def _commercial(texts: Sequence[str], chance: random.Random) -> bytes:
    """Return HTML as firms send it, three times in four with plain text beside it."""
    cells = [
        (sentence[:60], sentence)
        for text in texts
        for sentence in filter(None, map(str.strip, _SENTENCE_END.split(text)))
    ]
    token = partial(chance.randbytes, 24)
    page = html_page(((token().hex(), *cell) for cell in cells), preheader=cells[0][1])
    encoding = "base64" if chance.random() < 0.2 else "quoted-printable"
    html = part("text/html", text=page, encoding=encoding)
    if chance.random() < 0.25:
        return html + b"\n"
    plain = part(
        "text/plain", text="\n\n".join(texts) + "\n", encoding="quoted-printable"
    )
    return multipart("alternative", parts=[plain, html])
