"""Print where the reader of mail disagrees with the story: `python -m tests.demo.compare`."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from onward.demo.mailbox import write_mailbox
from onward.demo.story import STORY_ENDS_ON
from onward.mail.rules.facts.employers.names import company_key
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Message
from onward.mail.scan import read_mail
from onward.mail.sources import open_sources
from tests.demo.expected import FACTS, MESSAGES, NOT_HIRING


def scanned() -> Iterator[Message]:
    """Yield the mails of the sample mailbox that the gate lets in."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.mbox"
        write_mailbox(path, ends_on=STORY_ENDS_ON)
        for item in read_mail(open_sources([path])):
            if message := getattr(item, "message", None):
                yield message


def disagreements() -> Iterator[str]:
    """Yield one line for each verdict or fact that the reader sees differently."""
    truth = json.loads(MESSAGES.read_text(encoding="utf-8"))
    for message in scanned():
        nameless = f"no-message-id: {message.subject}"
        key = message.message_id if message.message_id in truth else nameless
        yield from _differences(message, truth.pop(key), key=key)
    for key, wanted in truth.items():
        if wanted["verdict"] not in NOT_HIRING:
            yield f"{key}: {wanted['verdict']}, but the gate kept it out"


def _differences(
    message: Message, wanted: dict[str, str], *, key: str
) -> Iterator[str]:
    reading = read_message(message)
    if reading.verdict != wanted["verdict"]:
        words = [because.words for because in reading.because]
        yield f"{key}: {wanted['verdict']}, read as {reading.verdict} by {words}"
    elif wanted["verdict"] not in NOT_HIRING:
        for name in (*FACTS, "system"):
            # What the mail does not say may be known from elsewhere, such as its domain.
            if wanted[name] and not _agree(name, wanted[name], getattr(reading, name)):
                yield f"{key}: {name} {wanted[name]!r}, read {getattr(reading, name)!r}"


def _agree(name: str, wanted: str, found: str) -> bool:
    if name == "company":
        return company_key(wanted) == company_key(found)
    return wanted.casefold() == found.casefold()


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in disagreements())
