"""What `benchmarks.facts` and `benchmarks.talks` share: labelled mail imported into a fresh home."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from unittest import mock

from benchmarks import verdicts

if TYPE_CHECKING:
    from onward.people.models import Person

_LATER = datetime(2027, 1, 15, tzinfo=UTC)
"""All of the mails lie behind; dates in the future are not believed."""

_READER = "reader@home.example"
_FORMS_ELSEWHERE = re.compile(
    r"\b(?:bv|nv|ab|sa|sas|sarl|srl|spa|sl|lda|sp|z|oo|as|sti|aş|şti|san ve tic|san tic|san(?= aş))\b"
)


class Measure(Protocol):
    """What measures one file of labelled mail."""

    def __call__(
        self, path: Path, *, person: Person, tell: Callable[[str], None]
    ) -> None: ...


def load(path: Path) -> list[dict[str, Any]]:
    """Return the mails of one file, one JSON object a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def folded(name: str) -> str:
    """Return a name without what two people write differently, in ten languages."""
    return " ".join(_FORMS_ELSEWHERE.sub(" ", verdicts.folded(name)).split())


def take_in(mails: Sequence[Mapping[str, Any]], *, person: Person) -> None:
    """Import these mails for a person, as one mailbox."""
    from onward.mail.services.importing import import_paths

    with tempfile.TemporaryDirectory(prefix="onward-labelled-") as folder:
        path = Path(folder) / "mail.mbox"
        write_mbox(mails, path)
        with mock.patch("django.utils.timezone.now", return_value=_LATER):
            import_paths(person, [path], progress=_unheard)


def write_mbox(mails: Sequence[Mapping[str, Any]], path: Path) -> None:
    """Write mails as an mbox; the "id" of one, or its place, begins its Message-ID.

    Where a mail says whether the person wrote it, it has the label that Gmail gives it.
    """
    with path.open("wb") as file:
        for place, mail in enumerate(mails):
            sent_at = datetime.fromisoformat(mail["date"])
            file.write(f"From a {sent_at:%a %b %d %H:%M:%S %Y}\n".encode())
            name = str(mail.get("id", place))
            file.write(_as_bytes(mail, name=name, sent_at=sent_at) + b"\n\n")


def _as_bytes(mail: Mapping[str, Any], *, name: str, sent_at: datetime) -> bytes:
    message = EmailMessage()
    if "own" in mail:
        message["X-Gmail-Labels"] = "Sent" if mail["own"] else "Inbox"
    message["Message-ID"] = _id(name)
    if mail.get("in_reply_to"):
        message["In-Reply-To"] = message["References"] = _id(mail["in_reply_to"])
    message["Date"] = f"{sent_at:%a, %d %b %Y %H:%M:%S} +0000"
    message["Subject"] = mail["subject"]
    message["From"] = _quoted(mail["from"])
    message["To"] = _quoted(mail.get("to", _READER))
    message.set_content(mail["text"].strip() + "\n", cte="quoted-printable")
    return bytes(message).replace(b"\nFrom ", b"\n>From ")


def _id(name: str) -> str:
    return f"<{name}@labelled.example>"


def _quoted(written: str) -> str:
    name, _, address = written.rpartition("<")
    bare = address.rstrip("> ")
    return f'"{name.strip()}" <{bare}>' if name.strip() else bare


def name_in(message_id: str) -> str:
    """Return the "id" or place of the mail that a Message-ID, or a part of it, is of."""
    return message_id.partition("@")[0]


def _unheard(**_: Any) -> None:
    """Take progress that nobody watches."""


def run(description: str | None, *, folder: Path, measure: Measure) -> None:
    """Measure each file of a folder, a language each, for a person of its own."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("languages", nargs="*", help="all, where none is named")
    parser.add_argument("--folder", type=Path, default=folder)
    parser.add_argument("--wrong", action="store_true", help="print what is not right")
    options = parser.parse_args()
    tell: Callable[[str], None] = print if options.wrong else lambda _: None
    with tempfile.TemporaryDirectory(prefix="onward-labelled-") as home:
        os.environ["ONWARD_HOME"] = home
        from onward.project.setup import start

        start()
        from onward.people.models import Person

        for path in sorted(options.folder.glob("*.jsonl")):
            is_wanted = not options.languages or path.stem in options.languages
            if is_wanted and "." not in path.stem:
                measure(path, person=Person.objects.create(time_zone="UTC"), tell=tell)
                sys.stdout.flush()
