"""How much of a mail's surroundings speak of hiring: words, sender, system, lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from onward.mail.rules.basics.language import text_words
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import strip_quoted
from onward.mail.rules.facts.systems import SystemKind, load_systems
from onward.mail.rules.facts.titles.words import is_title_subject, names_title
from onward.mail.rules.types import Address, Message, Verdict

_SYSTEM_POINTS = 6
# Boards send far more advertising and chatter than mail about an application.
_BOARD_POINTS = 2
_SENDER_POINTS = 3
_MOST_FOR_WORDS = 12
_LEAST_IN_SYSTEM = -4
_LIST_POINTS = -8
_BULK_POINTS = -4
_SUBJECT_TITLE_POINTS = 3
_BODY_TITLE_POINTS = 2
# A festival, a clinic and a bank hire too: their trade says little once a job is named.
_LEAST_FOR_TRADE = -2
_STRONG = -3
_SURE_WORD = 3
_BULK_HEADERS = ("list-id", "list-unsubscribe")
_TALKS = ("interview", "gespräch")
_NAME_PARTS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the sentences.

    Attributes:
        points: Evidence of hiring; below zero something else is the topic.
        is_system: An applicant tracking system or job board carried the mail.
        is_from_hiring: Such a system, or an address that employers give to hiring.
        names_job: A job's title stands in it.
        is_interview_invitation: A calendar part asks to an interview.
    """

    points: int
    is_system: bool
    is_from_hiring: bool
    names_job: bool
    is_interview_invitation: bool


@cache
def _verdict_by_address() -> dict[str, Verdict]:
    return {
        address: Verdict(entry["verdict"])
        for entry in tables("senders")["verdicts"]
        for address in (
            *entry["addresses"],
            *(f"@{domain}" for domain in entry["domains"]),
            *(f"{mailbox}@" for mailbox in entry.get("mailboxes", ())),
        )
    }


def sender_verdict(sender: Address) -> Verdict | None:
    """Return what the address alone says (a sender of job alerts), or None."""
    known = _verdict_by_address()
    parts = (sender.address, f"@{sender.domain}", f"{sender.local_part}@")
    return next((known[part] for part in parts if part in known), None)


@cache
def _boards() -> frozenset[str]:
    kind = SystemKind.JOB_BOARD
    return frozenset(system.name for system in load_systems() if system.kind is kind)


@cache
def _hiring_names() -> tuple[str, ...]:
    return tuple(tables("senders")["hiring"]["words"])


@cache
def _bulk_names() -> tuple[str, ...]:
    return tuple(tables("senders")["bulk"]["words"])


@lru_cache(maxsize=4_096)
def is_hiring_sender(sender: Address) -> bool:
    """Say whether the address is one that employers give the mailboxes of hiring."""
    parts = _NAME_PARTS.findall(f"{sender.local_part} {sender.domain}")
    return any(
        part.startswith(word) if len(word) > 3 else part == word
        for part in parts
        for word in _hiring_names()
    )


def around(
    message: Message,
    *,
    words: dict[str, int],
    system: str,
    titles: frozenset[str] = frozenset(),
) -> Around:
    """Return the surroundings of a mail's sentences.

    Args:
        words: Context words of subject and body with their points.
        system: Applicant tracking system or job board, "" if none.
        titles: Words of job titles in the body.
    """
    good = min(sum(each for each in words.values() if each > 0), _MOST_FOR_WORDS)
    is_from_hiring = is_hiring_sender(message.sender)
    title = _title_points(message, titles=titles)
    most = max(words.values(), default=0)
    # "Your application", "selected", "panel" stand in any competition: a word of work
    # has to be there before they count.
    if not (system or is_from_hiring or title or most > 1):
        good = min(good, 1)
    is_work = bool(system or is_from_hiring or title or most >= _SURE_WORD)
    bad = _points_against(words, is_work=is_work)
    points = good + title + (max(bad, _LEAST_IN_SYSTEM) if system else bad)
    if system:
        points += _BOARD_POINTS if system in _boards() else _SYSTEM_POINTS
    if is_from_hiring:
        points += _SENDER_POINTS
    if "list-post" in message.headers:
        points += _LIST_POINTS
    elif not (system or is_from_hiring) and is_bulk(message):
        points += _BULK_POINTS
    return Around(
        points,
        is_system=bool(system),
        is_from_hiring=bool(system or is_from_hiring),
        names_job=bool(title),
        is_interview_invitation=_invites_to_interview(message, words=words),
    )


def is_bulk(message: Message) -> bool:
    """Say whether a mail went to a list, by its headers or the name of its sender."""
    if any(name in message.headers for name in _BULK_HEADERS):
        return True
    return writes_to_all(message.sender)


def writes_to_all(sender: Address) -> bool:
    """Say whether an address is called as those are that write to everybody."""
    return sender.local_part.startswith(_bulk_names())


def _title_points(message: Message, *, titles: frozenset[str]) -> int:
    if is_title_subject(message.subject):
        return _SUBJECT_TITLE_POINTS
    if _beside_name(titles, message=message) or (
        names_title(message.text) and names_title(_own_words(message.text))
    ):
        return _BODY_TITLE_POINTS
    return 0


def _beside_name(titles: frozenset[str], *, message: Message) -> bool:
    """Say whether a title stands in a body beside the sender's own name: "Physio am Graben" signs so."""
    name = message.sender.name.lower()
    if not (titles and " " in name):
        return bool(titles)
    rest = message.text.lower().replace(name, " ")
    return any(title not in name or title in rest for title in titles)


def _own_words(text: str) -> str:
    return " ".join(text[start:end] for start, end in strip_quoted(text))


def _points_against(words: dict[str, int], *, is_work: bool) -> int:
    """Return the points below zero; a trade alone cannot outweigh a job."""
    trade = sum(each for each in words.values() if _STRONG < each < 0)
    topic = sum(each for each in words.values() if each <= _STRONG)
    return topic + (max(trade, _LEAST_FOR_TRADE) if is_work else trade)


def _invites_to_interview(message: Message, *, words: dict[str, int]) -> bool:
    # What calls an interview off tells of one too.
    asks = message.calendar.get("METHOD", "").upper() in {"REQUEST", "CANCEL"}
    talks = (*_TALKS, *text_words("talk"))
    told = (*words, message.calendar.get("SUMMARY", "").lower())
    return asks and any(talk in word for word in told for talk in talks)
