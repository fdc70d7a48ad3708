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
        is_task: The message set a test.
        says_no: The message is the no.
        is_mailbox: Nobody's name shows, and it may be a machine's.
        is_named: They did not write it: it says to ask them for feedback.
        at: When it was sent, aware UTC.
    """

    name: str
    address: str
    at: datetime
    work: str = ""
    is_interview: bool = False
    is_task: bool = False
    says_no: bool = False
    is_mailbox: bool = False
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Somebody who can be asked.

    Attributes:
        says_no: They wrote the no, under a name or in answer to the person.
    """

    name: str
    address: str
    work: str
    closeness: Closeness
    last_at: datetime
    says_no: bool = False


def correspondents(traces: Iterable[Trace]) -> tuple[Correspondent, ...]:
    """Return who can be asked: whom the no names for it, who wrote it, by nearness, who wrote last.

    Addresses that say that nobody reads them are left out; a no that was sent from one
    is still by whoever signed it, if they wrote from another, too. One address is one
    person, by the fullest name, and so is one full name: asked where they said no, else
    where they wrote last.
    """
    by_address: dict[str, list[Trace]] = {}
    signed: set[str] = set()
    for trace in sorted(traces, key=_in_time):
        address = trace.address.strip().lower()
        if "@" in address and not is_no_reply(address):
            by_address.setdefault(address, []).append(trace)
        elif trace.says_no:
            signed.add(_full_name([trace]))
    by_name: dict[str, list[Trace]] = {}
    for address, seen in by_address.items():
        by_name.setdefault(_full_name(seen) or address, []).extend(seen)
    found = [
        _together(seen, signed_no=name in signed) for name, seen in by_name.items()
    ]
    found.sort(key=lambda one: one.address)
    found.sort(key=lambda one: one.last_at, reverse=True)
    found.sort(key=lambda one: _ORDER.index(one.closeness))
    return tuple(sorted(found, key=_is_behind))


def _is_behind(one: Correspondent) -> tuple[bool, bool]:
    return one.closeness != Closeness.NAMED, not one.says_no


def _in_time(trace: Trace) -> tuple[datetime, str, str, str]:
    return trace.at, trace.address.lower(), trace.work, trace.name


def _full_name(seen: Iterable[Trace]) -> str:
    """Return the fullest name of an address, to know it by; empty for less than two words."""
    words = max((trace.name.casefold().split() for trace in seen), key=len)
    return " ".join(words) if len(words) > 1 else ""


def _together(traces: list[Trace], *, signed_no: bool) -> Correspondent:
    seen = sorted(traces, key=lambda trace: (trace.says_no, *_in_time(trace)))
    work = next((trace.work for trace in reversed(seen) if trace.work), "")
    return Correspondent(
        name=max((trace.name for trace in seen), key=len),
        address=seen[-1].address.strip().lower(),
        work=work,
        closeness=_closeness(seen, work=work),
        last_at=max(trace.at for trace in seen),
        # Whose a mailbox is shows only in the name under what came from it.
        says_no=signed_no
        or any(t.says_no and not (t.is_mailbox and not t.name) for t in seen),
    )


def _closeness(seen: Iterable[Trace], *, work: str) -> Closeness:
    traces = list(seen)
    if any(trace.is_named for trace in traces):
        return Closeness.NAMED
    if all(trace.is_mailbox for trace in traces):
        return Closeness.MAILBOX
    is_interview = any(trace.is_interview for trace in traces)
    if not is_interview and any(trace.is_task for trace in traces):
        return Closeness.TASK
    return closeness_of(work, is_interview=is_interview)


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
