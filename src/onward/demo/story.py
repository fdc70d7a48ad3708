"""Load the invented story: who wrote what, on which day, in which odd form."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from onward.demo.rules import fill_days, story_day

PERSON = "Jördis Hallmann <joerdis.hallmann@mail.example>"
STORY_ENDS_ON = date(2026, 11, 20)
"""The reference day of the checked-in expected ledger; a Friday."""


_SENT = {
    "from": PERSON,
    "labels": "Sent,Opened",
    "form": "flowed",
    "footer": "",
    "headers": {},
    "verdict": "other",
}
"""What the person's own mails have in common, whatever their group says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What an import should find about one application of the story.

    Attributes:
        stage: applied, replied, assessment, interview, offer or closed.
        no_kind: they_said_no, i_said_no, job_went_away, or empty.
    """

    key: str
    company: str
    role: str
    requisition: str
    system: str
    stage: str
    no_kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail of the story, before its days are filled in.

    Attributes:
        day: Offset from the last day of the story.
        at: Time of day, UTC.
        zone: UTC offset that the Date header is written in, such as "+0200".
        form: The encoding, one of `encode.FORMS`.
        thread: Mails with an equal thread answer one another.
        leaves_out: Headers that a careless program did not write, lower case.
        works: Written from an office, so never on a weekend.
        verdict: What a careful person would call it; for tests, not for the mailbox.
        moves: It moves an interview that an earlier mail arranged, or says it again; for tests too.
        takes_back: It withdraws, or confirms that; for tests too.
    """

    key: str
    day: int
    at: time
    sender: str
    subject: str
    body: str
    to: str = PERSON
    form: str = "plain"
    language: str = "en"
    zone: str = "+0000"
    labels: str = "Inbox,Opened"
    thread: str = ""
    footer: str = ""
    works: bool = False
    has_crlf: bool = False
    leaves_out: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    calendar: Mapping[str, Any] = field(default_factory=dict)
    attachment: str = ""
    verdict: str = "other"
    moves: bool = False
    takes_back: bool = False
    company: str = ""
    role: str = ""
    requisition: str = ""
    system: str = ""
    application: str = ""

    def sent_at(self, *, ends_on: date) -> datetime:
        """Return when the mail was written, aware UTC."""
        day = story_day(self.day, ends_on=ends_on, works=self.works)
        return datetime.combine(day, self.at, ZoneInfo("UTC"))

    def filled(self, text: str, *, ends_on: date) -> str:
        """Return the text with the days of the story written out."""
        today = story_day(self.day, ends_on=ends_on, works=self.works)
        return fill_days(
            text,
            ends_on=ends_on,
            today=today,
            language=self.language,
            works=self.works,
        )


@cache
def story_mails() -> tuple[Mail, ...]:
    """Return every mail of the story, in the order in which it was written."""
    mails = (mail for group in _groups() for mail in _mails_of(group))
    return tuple(sorted(mails, key=lambda mail: (mail.day, mail.at, mail.key)))


@cache
def story_applications() -> tuple[Application, ...]:
    """Return every application that the mailbox tells of, by its first mail."""
    names = Application.__dataclass_fields__
    groups = [group for group in _groups() if "stage" in group]
    groups.sort(key=lambda group: min(mail["day"] for mail in group["messages"]))
    return tuple(
        Application(**{name: group.get(name, "") for name in names}) for group in groups
    )


def _groups() -> Iterator[dict[str, Any]]:
    folder = files("onward.demo") / "story"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            yield from tomllib.loads(file.read_text(encoding="utf-8"))["groups"]


def _mails_of(group: dict[str, Any]) -> Iterator[Mail]:
    shared = {
        name: value
        for name, value in group.items()
        if name not in {"messages", "stage", "no_kind"}
    }
    if "stage" in group:
        shared |= {"application": group["key"], "works": True}
    for number, message in enumerate(group["messages"], start=1):
        own = _SENT | message if message.get("sent") else message
        fields = shared | own
        fields.pop("sent", None)
        fields["key"] = f"{group['key']}-{number}"
        fields["at"] = time.fromisoformat(fields.pop("time"))
        fields["sender"] = fields.pop("from")
        fields["leaves_out"] = tuple(fields.get("leaves_out", ()))
        yield Mail(**fields)
