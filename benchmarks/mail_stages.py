"""The readings that `benchmarks.mail` measures, each run as a process of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import Message as PlainMail
from html.parser import HTMLParser
from mailbox import mbox
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onward.mail.rules.types import Message


def split(path: Path) -> int:
    """Count the messages of an mbox by Onward's splitting alone."""
    from onward.mail.sources import open_sources

    return sum(1 for _ in open_sources([path]))


def plain(path: Path) -> int:
    """Read an mbox as the standard library's documentation shows it."""
    return sum(1 for mail in mbox(path, create=False) if list(_plain_texts(mail)))


def rules(path: Path) -> int:
    """Read an mbox as Onward does, to the verdict."""
    return _verdicts(path, parser="fast")


def rules_over_email(path: Path) -> int:
    """Read as Onward does, with the standard library's parser in the fast one's place."""
    return _verdicts(path, parser="stdlib")


def rules_over_plain(path: Path) -> int:
    """Read by the standard library alone, then ask the same gate and rules."""
    from email.utils import parseaddr

    from onward.mail.rules.gate import might_be_hiring
    from onward.mail.rules.read import read_message
    from onward.mail.rules.types import NOT_HIRING

    found = 0
    for mail in mbox(path, create=False):
        subject = str(make_header(decode_header(mail.get("Subject", ""))))
        text = "\n".join(_plain_texts(mail, with_html=True))
        # What is not ASCII comes as an object of its own.
        host = parseaddr(str(mail.get("From", "")))[1].rpartition("@")[2]
        if might_be_hiring(subject, text, host=host):
            reading = read_message(_message(mail, subject=subject, text=text))
            found += reading.verdict not in NOT_HIRING
    return found


def rules_in_two(path: Path) -> int:
    """Read an mbox as Onward does with `--jobs 2`, two ranges of it at once."""
    from onward.mail.parallel import ranges_of, read_in_parallel
    from onward.mail.rules.types import NOT_HIRING
    from onward.mail.sources import open_sources
    from onward.mail.sources.mbox import MboxFile
    from onward.mail.wanted import Wanted

    parts = [
        part
        for source in open_sources([path]).sources
        if isinstance(source, MboxFile)
        for part in ranges_of(source)
    ]
    done = read_in_parallel(
        parts, processes=2, wanted=Wanted(), now=datetime.now(UTC), with_spam=False
    )
    return sum(
        hit.reading is not None and hit.reading.verdict not in NOT_HIRING
        for part in done
        for hit in part.hits
    )


def _verdicts(path: Path, *, parser: str) -> int:
    from onward.core.memory import collect_seldom_in_command

    collect_seldom_in_command()

    from onward.mail.rules.read import read_message
    from onward.mail.rules.types import NOT_HIRING
    from onward.mail.scan import Scanned, read_mail
    from onward.mail.sources import open_sources

    found = 0
    for item in read_mail(open_sources([path]), parser=parser):  # type: ignore[arg-type]
        if isinstance(item, Scanned) and item.message is not None:
            found += read_message(item.message).verdict not in NOT_HIRING
    return found


def _plain_texts(mail: PlainMail, *, with_html: bool = False) -> Iterator[str]:
    """Yield a mail's decoded texts: all, or HTML as words where no plain part is."""
    texts: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    for part in mail.walk():
        kind = part.get_content_type()
        if kind in texts and not part.get_filename():
            payload = part.get_payload(decode=True)
            assert isinstance(payload, bytes)
            charset = part.get_content_charset() or "utf-8"
            texts[kind].append(payload.decode(charset, "replace"))
    if not with_html:
        yield from texts["text/plain"] + texts["text/html"]
    elif texts["text/plain"]:
        yield from texts["text/plain"]
    else:
        for html in texts["text/html"]:
            words = _Words()
            words.feed(html)
            yield " ".join(" ".join(words.words).split())


def _message(mail: PlainMail, *, subject: str, text: str) -> Message:
    from email.utils import parseaddr, parsedate_to_datetime

    from onward.mail.rules.types import Address, Message

    name, address = parseaddr(str(mail.get("From", "")))
    message_id = str(mail.get("Message-ID", "")).strip("<> ")
    # mailbox.mbox also parts messages at sentences that begin with "From ".
    sent_at = parsedate_to_datetime(str(mail["Date"])) if mail["Date"] else None
    sender = Address(name, address.lower())
    return Message(message_id, message_id, sent_at, sender, subject, text[:20_000])


class _Words(HTMLParser):
    """The words of an HTML page, without styles and scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._is_unseen = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_unseen = tag in ("style", "script")

    def handle_endtag(self, tag: str) -> None:
        self._is_unseen = False

    def handle_data(self, data: str) -> None:
        if not self._is_unseen:
            self.words.append(data)


STAGES: dict[str, Callable[[Path], int]] = {
    "split": split,
    "plain": plain,
    "rules": rules,
    "rules_over_email": rules_over_email,
    "rules_over_plain": rules_over_plain,
    "rules_in_two": rules_in_two,
}


if __name__ == "__main__":
    from onward.core.expressions import keep_compiled_as_parent

    keep_compiled_as_parent()
    print(STAGES[sys.argv[1]](Path(sys.argv[2])))
