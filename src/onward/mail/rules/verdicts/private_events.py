"""What a private person's calendar invites to: a vet, a dinner, and no talk about work; pure."""

from __future__ import annotations

import re
from dataclasses import replace

from onward.mail.rules.basics.calendar_mail import event_of
from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.basics.tables import part_of_all
from onward.mail.rules.basics.text import fold, lower, own_text
from onward.mail.rules.facts.titles.words import is_title_subject, sounds_like_title
from onward.mail.rules.types import NOT_HIRING, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification, asked
from onward.mail.rules.verdicts.thresholds import UNSPOKEN

_NO_WRITER = re.compile(r"(?:^|\.)calendar\.google\.com$")
_ADDRESS = re.compile(r"(?<!\S)[^\s@:]{0,80}(?:@|://)\S*")
_PART = re.compile(r"\s[-–|/@]{1,3}\s|:\s|\|")
_MOST = 20_000
_MOST_OF_TITLE = 300
_WORD = re.compile(r"\w+")
_TITLE_WORDS = 2


def of_private_event(said: Classification, *, message: Message) -> Classification:
    """Return ordinary mail in the place of what a private person's calendar sent, where nothing names work.

    What such a mail says in its own words ("You have been invited to the following event") is
    the calendar's; of the person are a title, a place and a note. What may be about work is asked about. An employer's calendar, and
    that of whoever is known from the search, need not name what the talk is about.
    """
    if said.verdict in NOT_HIRING or said.clues.is_known or said.clues.is_from_hiring:
        return said
    event = (event_of(message) or "")[:_MOST_OF_TITLE]
    if not event or not _is_private(message):
        return said
    words = _words(message, event=event)
    rest = _part("other").sub(" ", words)
    if _says_work(rest) or _names_title(event):
        return said
    if _may_be_work(event, words, message):
        return asked(said, sure=UNSPOKEN)
    return replace(said, verdict=Verdict.OTHER, because=())


def _may_be_work(event: str, words: str, message: Message) -> bool:
    """Say whether a title is called as interviews are, or the note tells of pay, hours or papers.

    Only without such words those whom people go to see say nothing of a job.
    """
    title = lower(fold(event))
    if _part("talk").search(title) or _part("terms").search(words):
        return True
    if _part("visited").search(title):
        return False
    return _says_work(words) or _may_be_title(event) or _names_reader(event, message)


def _is_private(message: Message) -> bool:
    """Say whether who writes and whose event it is have an address as anybody may have."""
    organiser = message.calendar.get("ORGANIZER", "").rpartition("@")[2].lower()
    is_anybodys = not organiser or is_free_mail(organiser)
    is_anybodys = is_anybodys or _NO_WRITER.search(organiser) is not None
    return is_anybodys and is_free_mail(message.sender.domain)


def _words(message: Message, *, event: str) -> str:
    """Return all that a mail says of its event, without addresses: those are of people."""
    told = (message.calendar.get(key, "") for key in ("LOCATION", "DESCRIPTION"))
    words = "\n".join((event, message.subject, *told, own_text(message.text)))
    return lower(fold(_ADDRESS.sub(" ", words[:_MOST])))


def _says_work(words: str) -> bool:
    is_of_work = part_of_all("offices", "work").search(words)
    return bool(is_of_work or _part("hiring").search(words))


def _names_title(event: str) -> bool:
    """Say whether an event is called as a job is, and not as who is gone to see."""
    return is_title_subject(event) and not _part("visited").search(lower(fold(event)))


def _may_be_title(event: str) -> bool:
    """Say whether a part of an event's title sounds like a job that no list has: "Medical Biller - Brightwell"."""
    parts = (part.split() for part in _PART.split(event))
    return any(
        len(words) >= _TITLE_WORDS
        and all(word[:1].isupper() for word in words)
        and sounds_like_title(" ".join(words))
        for words in parts
    )


def _names_reader(event: str, message: Message) -> bool:
    """Say whether an event has the reader's name in its title, as hardly anybody calls one for their own."""
    told = set(_WORD.findall(lower(fold(event))))
    names = [_WORD.findall(lower(fold(to.name))) for to in message.to]
    return any(name and (name[0] in told or {*name} <= told) for name in names)


def _part(name: str) -> re.Pattern[str]:
    """Return what finds a part of the table in any language: people title events in several."""
    return part_of_all("private_events", name)
