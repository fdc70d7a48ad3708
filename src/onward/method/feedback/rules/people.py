"""Whom to ask: the people in an application's mail, the nearest first; pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from onward.mail.rules.basics.text import own_text
from onward.mail.rules.facts.contact import find_signature, is_no_reply
from onward.method.feedback.rules.kinds import Closeness
from onward.method.feedback.rules.language import cues

_ORDER = tuple(Closeness)


@dataclass(frozen=True, slots=True)
class Trace:
    """Somebody seen in one message.

    Attributes:
        work: What they do, in the words under their name; empty where it does not say.
        is_interview: The message invited to an interview.
        says_no: The message is the no.
        is_mailbox: Nobody's name shows, and it may be a machine's.
        at: When it was sent, aware UTC.
    """

    name: str
    address: str
    at: datetime
    work: str = ""
    is_interview: bool = False
    says_no: bool = False
    is_mailbox: bool = False


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Somebody who can be asked."""

    name: str
    address: str
    work: str
    closeness: Closeness
    last_at: datetime


def correspondents(traces: Iterable[Trace]) -> tuple[Correspondent, ...]:
    """Return who can be asked: nearest to the interview first, then who wrote last.

    Addresses that say that nobody reads them are left out. One address is one person, by
    the fullest name, and so is one full name: asked where they said no, else where they
    wrote last.
    """
    by_address: dict[str, list[Trace]] = {}
    for trace in sorted(traces, key=_in_time):
        address = trace.address.strip().lower()
        if "@" in address and not is_no_reply(address):
            by_address.setdefault(address, []).append(trace)
    by_name: dict[str, list[Trace]] = {}
    for address, seen in by_address.items():
        by_name.setdefault(_full_name(seen) or address, []).extend(seen)
    found = [_together(seen) for seen in by_name.values()]
    found.sort(key=lambda one: one.address)
    found.sort(key=lambda one: one.last_at, reverse=True)
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.closeness)))


def _in_time(trace: Trace) -> tuple[datetime, str, str, str]:
    return trace.at, trace.address.lower(), trace.work, trace.name


def _full_name(seen: Iterable[Trace]) -> str:
    """Return the fullest name of an address, to know it by; empty for less than two words."""
    words = max((trace.name.casefold().split() for trace in seen), key=len)
    return " ".join(words) if len(words) > 1 else ""


def _together(traces: list[Trace]) -> Correspondent:
    seen = sorted(traces, key=lambda trace: (trace.says_no, *_in_time(trace)))
    work = next((trace.work for trace in reversed(seen) if trace.work), "")
    return Correspondent(
        name=max((trace.name for trace in seen), key=len),
        address=seen[-1].address.strip().lower(),
        work=work,
        closeness=Closeness.MAILBOX
        if all(trace.is_mailbox for trace in seen)
        else closeness_of(work, is_interview=any(trace.is_interview for trace in seen)),
        last_at=max(trace.at for trace in seen),
    )


def closeness_of(work: str, *, is_interview: bool) -> Closeness:
    """Return how near somebody was, by what they do and what they wrote about."""
    if any(cue.search(work) for cue in cues("recruiting")):
        return Closeness.RECRUITING
    if is_interview:
        return Closeness.INTERVIEW
    return Closeness.TEAM if work else Closeness.WROTE


def work_in(text: str, *, name: str) -> str:
    """Return what somebody does, by the lines under their name in a message; "" if unsaid."""
    own = own_text(text)
    signature = find_signature([" ".join(line.split()) for line in own.split("\n")])
    words = name.casefold().split()
    signed = signature.name.casefold().split()
    return signature.role if words and words[0] in signed else ""
