"""How much of a mail's surroundings speak of hiring: words, sender, system, lists."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from onward.mail.rules.systems import SystemKind, load_systems
from onward.mail.rules.types import Address, Message, Verdict

_SYSTEM_POINTS = 6
# Boards send far more advertising and chatter than mail about an application.
_BOARD_POINTS = 2
_SENDER_POINTS = 3
_MOST_FOR_WORDS = 12
_LEAST_IN_SYSTEM = -4
_LIST_POINTS = -8
_NAME_PARTS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the sentences.

    Attributes:
        points: Evidence of hiring; below zero something else is the topic.
        is_system: An applicant tracking system or job board carried the mail.
        is_interview_invitation: A calendar part asks to an interview.
    """

    points: int
    is_system: bool
    is_interview_invitation: bool


@cache
def _senders() -> dict[str, Any]:
    path = files(__package__).joinpath("senders.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _verdict_by_address() -> dict[str, Verdict]:
    return {
        address: Verdict(entry["verdict"])
        for entry in _senders()["verdicts"]
        for address in (*entry["addresses"], *(f"@{x}" for x in entry["domains"]))
    }


def sender_verdict(sender: Address) -> Verdict | None:
    """Return what the address alone says (a sender of job alerts), or None."""
    known = _verdict_by_address()
    return known.get(sender.address) or known.get(f"@{sender.domain}")


@cache
def _boards() -> frozenset[str]:
    kind = SystemKind.JOB_BOARD
    return frozenset(system.name for system in load_systems() if system.kind is kind)


@cache
def _hiring_names() -> tuple[str, ...]:
    return tuple(_senders()["hiring"]["words"])


@lru_cache(maxsize=4_096)
def is_hiring_sender(sender: Address) -> bool:
    """Say whether the address is one that employers give the mailboxes of hiring."""
    parts = _NAME_PARTS.findall(f"{sender.local_part} {sender.domain}")
    return any(
        part.startswith(word) if len(word) > 3 else part == word
        for part in parts
        for word in _hiring_names()
    )


def around(message: Message, *, words: dict[str, int], system: str) -> Around:
    """Return the surroundings of a mail's sentences.

    Args:
        words: Context words of subject and body with their points.
        system: Applicant tracking system or job board, "" if none.
    """
    good = min(sum(each for each in words.values() if each > 0), _MOST_FOR_WORDS)
    bad = sum(each for each in words.values() if each < 0)
    is_from_hiring = is_hiring_sender(message.sender)
    # "Your application", "selected", "panel" stand in any competition: a word of work
    # has to be there before they count.
    if not (system or is_from_hiring or max(words.values(), default=0) > 1):
        good = min(good, 1)
    points = good + (max(bad, _LEAST_IN_SYSTEM) if system else bad)
    if system:
        points += _BOARD_POINTS if system in _boards() else _SYSTEM_POINTS
    if is_from_hiring:
        points += _SENDER_POINTS
    if "list-post" in message.headers:
        points += _LIST_POINTS
    return Around(points, bool(system), _invites_to_interview(message, words=words))


def _invites_to_interview(message: Message, *, words: dict[str, int]) -> bool:
    asks = message.calendar.get("METHOD", "").upper() == "REQUEST"
    return asks and any("interview" in word or "gespräch" in word for word in words)
