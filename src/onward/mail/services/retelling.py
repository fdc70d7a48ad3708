"""Which stored mail tells anew of an interview that an earlier one told of."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from onward.applications.models import Event
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.rules.links import LinkKind
from onward.applications.rules.round import begins_at
from onward.core.dates import zone
from onward.core.parts import ROWS_AT_ONCE, parts
from onward.mail.models import MailMessage
from onward.mail.rules.appointments.asks_other_time import asks_other_time
from onward.mail.rules.appointments.held import held_on
from onward.mail.rules.appointments.letter import Letter, of_talk
from onward.mail.rules.appointments.of_the_talk import tells_hour_of_talk
from onward.mail.rules.appointments.rearranging import Turn, entry_of, turn_told
from onward.mail.rules.appointments.retelling import (
    Told,
    told_by_clock,
    told_by_day,
    told_of,
)
from onward.mail.rules.appointments.talk import Anew
from onward.mail.rules.appointments.time_talk import (
    Says,
    says_of_time,
    without_questions,
)
from onward.mail.rules.basics.text import fold, own_text
from onward.mail.rules.folding.threads import threads_of
from onward.mail.rules.talks.own_mail import SentMeaning, own_words
from onward.mail.rules.talks.own_title import bare_subject
from onward.mail.rules.times.several import hours_of_tests, talks_set
from onward.mail.rules.types import ENDINGS, HELD, Meaning, Verdict
from onward.mail.services.stored import Mail
from onward.mail.services.undone_talks import taken_back, told_beside
from onward.people.models import Person

_SHORT = {Verdict.CONFIRMATION.value, Verdict.AMBIGUOUS.value, Meaning.REPLY.value}
"""What few words may be taken for that say yes to a time."""

_READ = {*HELD, *ENDINGS, *_SHORT}
_NAMES = (
    *("key", "sent_at", "is_sent", "verdict", "subject", "text", "calendar", "links"),
    *("message_id", "references", "contact_address", "accepts_replies"),
)


def rearranged(
    person: Person,
    clusters: Iterable[Sequence[str]],
    *,
    rows: Mapping[str, Mail],
) -> dict[str, Anew]:
    """Return which messages tell anew of an interview, of which one, and how.

    Args:
        clusters: The keys of the messages of each application.
        rows: The messages by key.
    """
    talks = [
        [row for key in keys if _has_a_say(row := rows[key])]
        for keys in clusters
        if _is_retold([rows[key] for key in keys])
    ]
    words = _words(person, talks)
    by_hand = said_by_hand(person) if talks else {}
    told: list[list[Letter]] = []
    for talk in talks:
        letters = [
            letter
            for row in talk
            for letter in _letters(
                row, words=words.get(row.key), zone_name=person.time_zone
            )
        ]
        for each in [*letters]:
            said = by_hand.get(f"mail:{each.key}", ())
            letters += [_by_hand(x, of=each, zone_name=person.time_zone) for x in said]
        told.append(letters)
    gone = taken_back(person, (each.key for letters in told for each in letters))
    return told_beside(person, told, gone=gone)


def said_by_hand(person: Person) -> dict[str, list[Event]]:
    """Return when the person says that interviews are, by the key of the event that told of each."""
    said = Event.objects.for_person(person).filter(
        kind=EventKind.ARRANGED, decided_by=DecidedBy.PERSON, voided_by=None
    )
    timed = [event for event in said if begins_at(event.payload) is not None]
    bases = {str(event.payload.get("event") or "") for event in timed}
    keys: dict[str, str] = {}
    for part in parts(sorted(filter(None, bases)), size=ROWS_AT_ONCE):
        rows = Event.objects.for_person(person).filter(pk__in=part)
        keys |= {str(pk): key for pk, key in rows.values_list("pk", "key")}
    found: dict[str, list[Event]] = defaultdict(list)
    for event in timed:
        found[keys.get(str(event.payload.get("event")), "")].append(event)
    return found


def _by_hand(event: Event, *, of: Letter, zone_name: str) -> Letter:
    begins = begins_at(event.payload)
    told = told_by_clock(_clock(begins, zone_name=zone_name)) if begins else None
    at = event.recorded_at
    key = f"hand:{event.pk}"
    return Letter(
        key=key, sent_at=at, verdict="", told=told, thread=of.thread, by_hand=of.key
    )


def _is_retold(talk: Sequence[Mail]) -> bool:
    """Say whether there is an interview, and more that may tell of it."""
    about = sum(_is_about_interviews(row) for row in talk)
    others = any(row.is_sent or row.verdict in ENDINGS for row in talk)
    return about > 1 or (about == 1 and others)


def _is_about_interviews(row: Mail) -> bool:
    return row.verdict in HELD or bool(row.calendar)


def _has_a_say(row: Mail) -> bool:
    """Say whether a mail may tell of interviews: theirs, or an answer of the person's."""
    return not row.is_sent or row.verdict == SentMeaning.THREAD


class _Words(NamedTuple):
    """What the words of a mail do to interviews, and which mail it belongs with."""

    turn: Turn
    told: Told | None
    says: Says
    told_at: datetime
    held_on: date | None = None
    talks: tuple[datetime, ...] = ()
    tests: frozenset[datetime] = frozenset()
    thread: int = 0


def _words(person: Person, talks: Sequence[Sequence[Mail]]) -> dict[str, _Words]:
    """Read the words of the mails that tell of interviews; the rest is left unread."""
    keys = [
        row.key for talk in talks for row in talk if row.verdict in _READ or row.is_sent
    ]
    found: list[MailMessage] = []
    for part in parts(keys, size=ROWS_AT_ONCE):
        rows = MailMessage.objects.for_person(person).filter(key__in=part)
        found += rows.only(*_NAMES)
    threads = threads_of((row.key, _ids(row)) for row in found)
    return {
        row.key: _read(row, thread=threads[row.key], zone_name=person.time_zone)
        for row in found
    }


def _ids(row: MailMessage) -> tuple[str, ...]:
    """Return what ties a mail to others: its answers, else the same person and subject."""
    ids = [row.message_id or row.key, *row.references]
    if row.contact_address and row.accepts_replies and not row.is_sent:
        subject = bare_subject(row.subject)
        ids.append(f"talk:{row.contact_address.lower()}:{subject}")
    return tuple(ids)


# What was read of a mail's words, by a digest of all that it follows from: every fold asks again.
_known: dict[bytes, _Words] = {}
_MOST_KNOWN = 20_000


def _read(row: MailMessage, *, thread: int, zone_name: str) -> _Words:
    told_at = _clock(row.sent_at, zone_name=zone_name)
    facts = (row.subject, row.text, row.verdict, row.is_sent, row.calendar, row.links)
    key = hashlib.blake2b(repr((*facts, told_at)).encode(), digest_size=16).digest()
    if key not in _known:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[key] = _read_words(row, told_at=told_at)
    return _known[key]._replace(thread=thread)


def _read_words(row: MailMessage, *, told_at: datetime) -> _Words:
    on = told_at.date()
    if row.is_sent:
        turn = Turn.ASKED if asks_other_time(row.text) else Turn.NONE
        own = fold(own_words(row.text))
        told = told_of(subject=f"Re: {row.subject}", text=own, told_on=on)
        says = says_of_time(own, told_on=on)
        return _Words(turn, told, says, told_at)
    turn = turn_told(verdict=row.verdict, subject=row.subject, text=row.text)
    is_read = row.verdict == Verdict.INTERVIEW or row.verdict in _SHORT
    if not is_read or row.calendar:
        return _Words(turn, None, Says(), told_at)
    own = fold(own_text(row.text))
    says = says_of_time(own, told_on=on)
    if turn is Turn.MOVED and not says.is_off and _is_asked_alone(row, own=own):
        turn = Turn.PROPOSED
    told = told_of(subject=row.subject, text=row.text, told_on=on)
    says = replace(says, is_of_talk=tells_hour_of_talk(own))
    is_choice = any(link["kind"] == LinkKind.BOOKING for link in row.links)
    told = replace(told, asks=told.asks or is_choice)
    held = None
    if turn is Turn.NONE and row.verdict == Verdict.INTERVIEW:
        held = held_on(own, told=told, told_on=on)
    talks: tuple[datetime, ...] = ()
    tests: frozenset[datetime] = frozenset()
    if turn is Turn.NONE and row.verdict == Verdict.INTERVIEW:
        words = f"{fold(row.subject)}\n{own}"
        talks = talks_set(words, told_on=on)
        tests = hours_of_tests(words, told_on=on) if talks else tests
    if talks:
        told = told_by_clock(talks[0])
    return _Words(turn, told, says, told_at, held, talks, tests)


def _is_asked_alone(row: MailMessage, *, own: str) -> bool:
    """Say whether only the questions of a mail move an interview."""
    news = without_questions(own)
    turn = turn_told(verdict=row.verdict, subject=row.subject, text=news)
    return turn is Turn.NONE


def _letters(row: Mail, *, words: _Words | None, zone_name: str) -> Iterator[Letter]:
    """Yield a mail as a letter, and each further talk that it sets as one of its own."""
    letter = _letter(row, words=words, zone_name=zone_name)
    yield letter
    for number, begins in enumerate(words.talks[1:] if words else (), start=2):
        told = replace(told_by_clock(begins), is_another=True)
        key = of_talk(row.key, number=number)
        is_test = begins in words.tests if words else False
        verdict = Verdict.ASSESSMENT.value if is_test else letter.verdict
        yield replace(
            letter, key=key, told=told, says=Says(is_short=False), verdict=verdict
        )


def _letter(row: Mail, *, words: _Words | None, zone_name: str) -> Letter:
    entry = entry_of(row.calendar)
    letter = Letter(key=row.key, sent_at=row.sent_at, verdict=row.verdict, entry=entry)
    if words is None:
        return letter
    told = words.told
    if entry is not None and entry.starts_at is not None:
        told = told_by_clock(_clock(entry.starts_at, zone_name=zone_name))
    if entry is not None and entry.on_day is not None:
        told = told_by_day(entry.on_day)
    return replace(
        letter,
        turn=words.turn,
        told=told,
        told_at=words.told_at,
        held_on=words.held_on,
        says=words.says,
        thread=words.thread,
        is_own=row.is_sent,
    )


def _clock(moment: datetime, *, zone_name: str) -> datetime:
    """Return what a clock shows: an entry's own where it names a time, else the person's."""
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(zone(zone_name)).replace(tzinfo=None)
