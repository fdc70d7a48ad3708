"""The wrappings: each turns one mail into a whole message as it lies in a mailbox."""

from __future__ import annotations

import html
import random
import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.wrapping import pages
from benchmarks.wrapping.mime import (
    address_line,
    attached,
    header_lines,
    header_noise,
    leaf,
    multi,
    picture,
)
from benchmarks.wrapping.words import Words, words_of
from onward.mail.rules.types import Address, Verdict

_PERSON = Address("Robin Marlow", "robin.marlow@post.example")
_WIDTH = 72
_FOREIGN = 3
_QUOTE_MARK = re.compile(r"(?:> ?)+")


@dataclass(frozen=True, slots=True)
class Bare:
    """A mail before it is wrapped.

    Attributes:
        firm: Who may be named around it: the employer where the mail names it, or the
            sender as it calls itself.
        verdict: What is quoted below says something else.
        is_hiring: What is quoted below is about an application too.
    """

    key: str
    sender: Address
    subject: str
    text: str
    language: str
    firm: str
    verdict: Verdict
    is_hiring: bool
    headers: Mapping[str, str] = field(default_factory=dict)


class _Around:
    """The words chosen for one mail."""

    def __init__(
        self, mail: Bare, *, chance: random.Random, source: Path | None
    ) -> None:
        self.words: Words = words_of(mail.language, source=source)
        self.chance = chance
        self.firm = mail.firm
        self.legal = chance.choice(self.words.legal).format(firm=mail.firm).strip()
        self.quoted = _quoted(mail, words=self.words, chance=chance)
        self.intro = self.words.intro.format(
            day=self.words.day, name=_PERSON.name, address=_PERSON.address
        )
        self.mobile = chance.choice(self.words.mobile)
        self.block = self._block(mail)

    def _block(self, mail: Bare) -> list[tuple[str, str]]:
        """Return the lines that stand above an earlier mail."""
        sender, sent, to, subject, _ = self.words.block
        return [
            (sender, f"{_PERSON.name} <{_PERSON.address}>"),
            (sent, self.words.day),
            (to, f"{mail.sender.name} <{mail.sender.address}>".strip()),
            (subject, mail.subject.removeprefix("Re: ")),
        ]

    def disclaimers(self, *, count: int) -> list[str]:
        choices = (*self.words.disclaimers, *self.words.foreign[:_FOREIGN])
        return self.chance.sample(choices, count)


def _quoted(mail: Bare, *, words: Words, chance: random.Random) -> str:
    """Return an earlier mail: about hiring where this one is, and of another meaning."""
    if not mail.is_hiring:
        return chance.choice(words.small_talk)
    others = [kind for kind in words.thread if kind is not mail.verdict]
    return chance.choice(words.thread[chance.choice(others)])


def wrapped(
    mail: Bare, *, wrapping: str, seed: int = 7, source: Path | None = None
) -> bytes:
    """Return a mail as a whole message, the same for the same seed."""
    chance = random.Random(f"{seed} {wrapping} {mail.key}")
    inside = WRAPPINGS[wrapping](mail, _Around(mail, chance=chance, source=source))
    if wrapping == "forwarded":
        return _envelope(mail, sender=_PERSON, mark="Fwd: ", chance=chance) + inside
    return _envelope(mail, sender=mail.sender, chance=chance) + inside


def _envelope(
    mail: Bare, *, sender: Address, chance: random.Random, mark: str = ""
) -> bytes:
    """Return the headers of a message but those of its body."""
    noise = header_noise(sender.domain or "sender.example", chance=chance)
    head = (
        f"{noise}From: {address_line(sender.name, address=sender.address)}\n"
        f"To: {address_line(_PERSON.name, address=_PERSON.address)}\n"
        f"{header_lines({'Subject': mark + mail.subject, **mail.headers})}"
        f"Date: Tue, 03 Mar 2026 09:15:00 +0100\nMessage-ID: <{mail.key}@verdicts.example>\n"
        "MIME-Version: 1.0\n"
    )
    return head.encode()


def _filled(text: str, *, end: str = "") -> str:
    """Return a text with its long lines wrapped, `end` before each break put in."""
    lines = []
    for line in text.splitlines():
        mark = _QUOTE_MARK.match(line)
        rows = textwrap.wrap(
            line,
            _WIDTH,
            break_long_words=False,
            break_on_hyphens=False,
            subsequent_indent=mark[0] if mark else "",
        )
        lines.append(f"{end}\n".join(rows))
    return "\n".join(lines)


def _marked(text: str, *, mark: str = "> ") -> str:
    return "\n".join(f"{mark}{line}" for line in text.splitlines())


def _plain(mail: Bare, around: _Around) -> bytes:
    """Only header noise: the words as they are, 8 bits."""
    return leaf("text/plain", text=mail.text + "\n", encoding="8bit")


def _flowed(mail: Bare, around: _Around) -> bytes:
    """Plain text that flows, from a phone, with an earlier mail under `>`."""
    quoted = _marked(_filled(around.quoted, end=" "))
    text = f"{_filled(mail.text, end=' ')}\n\n{around.mobile}\n\n{around.intro}\n\n{quoted}\n"
    stuffed = text.replace("\nFrom ", "\n From ")
    return leaf("text/plain", text=stuffed, more="; format=flowed; delsp=no")


def _odd_charset(mail: Bare, around: _Around) -> bytes:
    """Hard-wrapped plain text in a charset that the header does not tell right."""
    charset, declared = around.chance.choice(
        (
            ("cp1252", "utf-8"),
            ("cp1252", "iso-8859-1"),
            ("utf-8", "us-ascii"),
            ("utf-8", "iso-8859-1"),
            ("iso-8859-15", "iso-8859-15"),
            ("cp1252", "windows-1252"),
        )
    )
    encoding = around.chance.choice(("8bit", "quoted-printable", "base64"))
    return leaf(
        "text/plain",
        text=f"{_filled(mail.text)}\n\n{around.legal}\n",
        charset=charset,
        declared=declared,
        encoding=encoding,
    )


def _word(mail: Bare, around: _Around) -> bytes:
    """Outlook: Word's HTML in base64, plain text beside it, logo, small print."""
    small = [*around.legal.split("\n"), *around.disclaimers(count=2)]
    page = pages.word_page(
        pages.paragraphs(mail.text), below=[html.escape(each) for each in small]
    )
    rich = leaf("text/html", text=page, encoding="base64")
    plain = "\n\n".join((mail.text, *small))
    parts = [leaf("text/plain", text=plain, charset="cp1252", encoding="8bit"), rich]
    both = multi("alternative", parts, chance=around.chance)
    if around.chance.random() < 0.5:
        both = rich
    inside = [both, picture(around.chance)]
    return multi("related", inside, chance=around.chance)


def _word_thread(mail: Bare, around: _Around) -> bytes:
    """Outlook, an answer: the earlier mail stands below under its block of headers."""
    thread = pages.word_thread(around.block, text=around.quoted)
    small = around.legal.split("\n")
    page = pages.word_page(
        pages.paragraphs(mail.text),
        below=[html.escape(each) for each in small],
        thread=thread,
    )
    rich = leaf("text/html", text=page, encoding="quoted-printable")
    if around.chance.random() < 0.5:
        return rich
    block = "\n".join(f"{name}: {value}" for name, value in around.block)
    plain = f"{mail.text}\n\n{around.legal}\n\n{block}\n\n{around.quoted}\n"
    parts = [leaf("text/plain", text=plain), rich]
    return multi("alternative", parts, chance=around.chance)


def _gmail(mail: Bare, around: _Around) -> bytes:
    """Gmail: an answer with a signature, and the earlier mail in a quote."""
    signature = around.legal.split("\n")
    page = pages.gmail_page(
        pages.paragraphs(mail.text),
        below="<br>".join(map(html.escape, signature)),
        intro=around.intro,
        quoted=around.quoted,
    )
    plain = (
        f"{_filled(mail.text)}\n\n-- \n{around.legal}\n\n\n{_filled(around.intro)}\n\n"
        f"{_marked(_filled(around.quoted))}\n>\n"
    )
    rich = leaf("text/html", text=page)
    if around.chance.random() < 0.5:
        return rich
    return multi(
        "alternative", [leaf("text/plain", text=plain), rich], chance=around.chance
    )


def _apple(mail: Bare, around: _Around) -> bytes:
    """A phone: HTML with the earlier mail cited."""
    page = pages.apple_page(
        pages.paragraphs(mail.text),
        mobile=around.mobile,
        intro=around.intro,
        quoted=around.quoted,
    )
    return leaf("text/html", text=page, encoding="base64")


def _system(mail: Bare, around: _Around) -> bytes:
    """A tracking system: HTML alone, hidden preheader, logo, button, footer."""
    return leaf("text/html", text=_system_page(mail, around))


def _system_page(mail: Bare, around: _Around, *, has_opening: bool = False) -> str:
    return pages.system_page(
        pages.paragraphs(mail.text),
        words=around.words,
        firm=around.firm,
        chance=around.chance,
        has_opening=has_opening,
    )


def _stub(mail: Bare, around: _Around) -> bytes:
    """The same with a plain part that is empty or only asks for HTML."""
    text = around.chance.choice(around.words.enable_html)
    rich = leaf("text/html", text=_system_page(mail, around), encoding="base64")
    parts = [leaf("text/plain", text=text, encoding="7bit"), rich]
    return multi("alternative", parts, chance=around.chance)


def _converted(mail: Bare, around: _Around) -> bytes:
    """A tracking system's own plain text of its HTML: links in brackets, rules, footer."""
    chance, words = around.chance, around.words
    token = chance.randbytes(24).hex()
    pieces = [
        f"{chance.choice(words.browser)} ( https://mailwhirl.example/v/{token} )",
        f"[image: {around.firm} logo] <https://click.mailwhirl.example/{token}>",
        mail.text,
        f"{chance.choice(words.buttons)} ( https://click.mailwhirl.example/{token} )",
        "-" * 40,
        chance.choice(words.about),
        "\n".join(f"{x} ( https://{x.lower()}.example/{token} )" for x in words.social),
        "=" * 40,
        chance.choice(words.footers),
    ]
    parts = [
        leaf("text/plain", text="\n\n".join(pieces) + "\n"),
        leaf("text/html", text=_system_page(mail, around)),
    ]
    return multi("alternative", parts, chance=chance)


def _cut(mail: Bare, around: _Around) -> bytes:
    """Each sentence cut by spans, breaks, hard spaces and signs that nobody sees."""
    page = pages.system_page(
        pages.cut_rows(mail.text, chance=around.chance),
        words=around.words,
        firm=around.firm,
        chance=around.chance,
    )
    return leaf("text/html", text=page)


def _upper(mail: Bare, around: _Around) -> bytes:
    """One sentence a row, upper case by style, styles for the dark."""
    page = pages.system_page(
        pages.sentence_rows(mail.text),
        words=around.words,
        firm=around.firm,
        chance=around.chance,
        style=pages.dark_style(),
    )
    return leaf("text/html", text=page, charset="iso-8859-15", encoding="base64")


def _long_opening(mail: Bare, around: _Around) -> bytes:
    """Much that says nothing before the words, in HTML."""
    return leaf("text/html", text=_system_page(mail, around, has_opening=True))


def _banner(mail: Bare, around: _Around) -> bytes:
    """Plain text below a warning of the mail server, above a firm's small print."""
    banner = around.chance.choice(around.words.banners)
    text = "\n\n".join(
        (
            banner.format(address=mail.sender.address),
            mail.text,
            around.legal,
            *around.disclaimers(count=1),
        )
    )
    return leaf("text/plain", text=text + "\n", encoding="base64")


def _small_print(mail: Bare, around: _Around) -> bytes:
    """A firm's block and small print in three languages, without a line of `--`."""
    small = "\n\n".join(around.disclaimers(count=3))
    text = f"{_filled(mail.text)}\n\n{around.legal}\n\n{_filled(small)}\n"
    return leaf("text/plain", text=text)


def _much_small_print(mail: Bare, around: _Around) -> bytes:
    """A firm that says all at once: a warning and news above, all its lawyers below."""
    words, chance = around.words, around.chance
    pieces = (
        chance.choice(words.banners).format(address=mail.sender.address),
        chance.choice(words.openings),
        mail.text,
        around.legal,
        *chance.sample(words.disclaimers, len(words.disclaimers)),
        chance.choice(words.about),
        chance.choice(words.footers),
    )
    text = "\n\n".join(map(_filled, pieces))
    return leaf("text/plain", text=text + "\n", encoding="base64")


def _original(mail: Bare, around: _Around) -> bytes:
    """Plain text above an earlier mail, whole, under a line that says so."""
    block = "\n".join(f"{name}: {value}" for name, value in around.block)
    text = (
        f"{_filled(mail.text)}\n\n{around.words.original}\n{block}\n\n"
        f"{_filled(around.quoted)}\n"
    )
    return leaf("text/plain", text=text, charset="cp1252", encoding="8bit")


def _forwarded(mail: Bare, around: _Around) -> bytes:
    """Sent on by the person from another address, in the text or as a mail attached."""
    sender, _, to, subject, date = around.words.block
    if around.chance.random() < 0.3:
        whole = _envelope(mail, sender=mail.sender, chance=around.chance)
        inside = attached(whole + leaf("text/plain", text=mail.text + "\n"))
        parts = [leaf("text/plain", text="\n", encoding="7bit"), inside]
        return multi("mixed", parts, chance=around.chance)
    shown = f"{mail.sender.name} <{mail.sender.address}>".strip()
    text = (
        f"{around.words.forwarded}\n{sender}: {shown}\n{date}: {around.words.day}\n"
        f"{subject}: {mail.subject}\n{to}: <{_PERSON.address}>\n\n\n{mail.text}\n"
    )
    return leaf("text/plain", text=text)


WRAPPINGS: Mapping[str, Callable[[Bare, _Around], bytes]] = {
    "header noise": _plain,
    "flowed, phone": _flowed,
    "odd charset": _odd_charset,
    "word": _word,
    "word, thread": _word_thread,
    "gmail, thread": _gmail,
    "phone, thread": _apple,
    "system": _system,
    "system, stub": _stub,
    "system, converted": _converted,
    "cut sentences": _cut,
    "upper, dark": _upper,
    "long opening": _long_opening,
    "banner": _banner,
    "small print": _small_print,
    "much small print": _much_small_print,
    "original message": _original,
    "forwarded": _forwarded,
}
