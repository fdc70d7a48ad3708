"""When a talk is, or a last day, as the words of stored mail tell it; the texts that are read for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from onward.applications.rules.kinds import PLANNED_KINDS, EventKind
from onward.applications.rules.payload import Outcome, own_hour
from onward.core.dates import day_in, zone
from onward.core.parts import ROWS_AT_ONCE, parts
from onward.mail.models import MailMessage
from onward.mail.rules.appointments.held import held_on
from onward.mail.rules.appointments.meeting import length_said, people_said
from onward.mail.rules.appointments.meeting_place import meeting_place
from onward.mail.rules.appointments.new_time import moved_to, new_day
from onward.mail.rules.appointments.rearranging import Turn, turn_told
from onward.mail.rules.appointments.retelling import told_of
from onward.mail.rules.basics.text import fold, own_text
from onward.mail.rules.talks.own_mail import own_words as sent_words
from onward.mail.rules.times.day_alone import day_alone
from onward.mail.rules.times.handling import SPAN_SIGNS, days_to_answer
from onward.mail.rules.times.last_day import LastMoment, last_moment
from onward.mail.rules.times.lasting import minutes_told
from onward.mail.rules.times.more_time import more_time
from onward.mail.rules.times.named_zones import zone_named
from onward.mail.rules.times.several import hours_of_tests, talks_set
from onward.mail.rules.times.when import appointment
from onward.mail.rules.types import HELD, Verdict
from onward.mail.services.stored import Mail, StoredMail
from onward.people.models import Person

_OFFER = EventKind.OFFER
_ANSWERED = (Verdict.OFFER.value, Verdict.INFORMATION_REQUEST.value)


def load_words(person: Person, rows: Iterable[Mail]) -> None:
    """Read the texts of these messages that may name a day or a pay, in few queries.

    A calendar part says a day better, and what the person wrote arranges nothing.
    """
    came = [row for row in rows if not row.is_sent]
    read_texts(person, [row for row in came if _has_words(row)])
    # Most receipts name no span, and their texts are not read.
    receipts = [row for row in came if row.verdict == Verdict.CONFIRMATION]
    is_named = reduce(or_, (Q(text__icontains=sign) for sign in SPAN_SIGNS))
    read_texts(person, receipts, which=is_named)


def read_texts(person: Person, rows: Iterable[Mail], *, which: Q | None = None) -> None:
    """Read the texts of these messages, or of some of them, in few queries."""
    wanted = {row.pk: row for row in rows}
    for part in parts(list(wanted), size=ROWS_AT_ONCE):
        own = MailMessage.objects.for_person(person)
        found = own.filter(which or Q(), pk__in=part)
        for pk, text in found.values_list("pk", "text"):
            wanted[pk].text = text


def _has_words(row: Mail) -> bool:
    is_dated = row.verdict in HELD and not row.calendar
    return is_dated or row.verdict in _ANSWERED


def own_words(row: Mail) -> str:
    """Return what the writer of a message wrote, without what they answer to."""
    return fold(sent_words(row.text) if row.is_sent else own_text(row.text))


def further_talks(row: Mail, *, zone_name: str) -> list[EventKind]:
    """Return what a message sets beside the first talk, as its words say it: talks and tests."""
    is_told = row.verdict == Verdict.INTERVIEW and not (row.calendar or row.is_sent)
    if not is_told or turn_by(row) is not Turn.NONE:
        return []
    words = f"{fold(row.subject)}\n{own_words(row)}"
    clock = zone_named(words) or zone_name
    told_on = day_in(row.sent_at, zone_name=clock)
    tests = hours_of_tests(words, told_on=told_on)
    return [
        EventKind.ASSESSMENT if begins in tests else EventKind.INTERVIEW
        for begins in talks_set(words, told_on=told_on)[1:]
    ]


def told_in_words(
    row: Mail, *, kind: EventKind, zone_name: str, number: int = 1
) -> dict[str, Any]:
    """Return when an interview begins, or the last day to answer, as the words say it.

    A clock time is that of the zone named behind it, else of the person's own clock. A mail that moves something may
    name the old day as well as the new one: only what it says to be the new one is taken from it, and nothing of one
    that calls something off.

    Args:
        number: Which of several talks that the words set, 1 for the first.
    """
    is_told = not row.calendar and not row.is_sent
    if is_told and kind in _ANSWERED:
        return _asked_until(row, kind=kind, zone_name=zone_name)
    if not is_told or kind not in PLANNED_KINDS:
        return {}
    turn = turn_by(row)
    if turn not in {Turn.NONE, Turn.MOVED}:
        is_off = turn is Turn.CANCELLED and number == 1
        return {"outcome": Outcome.CANCELLED.value} if is_off else {}
    words = f"{fold(row.subject)}\n{own_words(row)}"
    named = zone_named(words)
    clock = named or zone_name
    told_on = day_in(row.sent_at, zone_name=clock)
    begins = _begins(words, kind=kind, turn=turn, told_on=told_on, number=number)
    until = None
    if kind == EventKind.ASSESSMENT and number == 1:
        if more := more_time(own_words(row), told_on=told_on):
            return _last(more.until, more=True)
        until = last_moment(words, told_on=told_on)
        if begins is not None and until is not None and begins.date() == until.day:
            begins = None  # "by Friday at noon" is when to hand it in
    if begins is not None and begins > on_clock(row.sent_at, zone_name=clock):
        starts = hour_told(begins, named=named, own=zone_name)
        starts |= _beside(row, kind=kind, number=number)
        starts |= _length(words, begins=begins)
        # The last day to answer is that of all, and said with the first.
        is_first = number == 1
        by = begins.date()
        return starts | (_until(row, told_on=told_on, by=by) if is_first else {})
    if turn is Turn.MOVED:
        is_first_talk = kind == EventKind.INTERVIEW and number == 1
        return _put_off(words, told_on=told_on) if is_first_talk else {}
    if until is not None:
        return _last(until)
    return _without_hour(row, words, kind=kind, told_on=told_on, number=number)


def _put_off(words: str, *, told_on: date) -> dict[str, Any]:
    """Return the day to which words move a talk of which nothing else is known, or that it has none."""
    day = new_day(words, told_on=told_on, before=())
    return {"on_day": day.isoformat()} if day else {"outcome": Outcome.MOVED.value}


def _without_hour(
    row: Mail, words: str, *, kind: EventKind, told_on: date, number: int
) -> dict[str, Any]:
    """Return what a mail tells of a talk or a test whose hour it does not name: its day, if it is sure."""
    is_test = kind == EventKind.ASSESSMENT
    day = _on_day(words, told_on=told_on, is_test=is_test) if number == 1 else {}
    if is_test:
        return day
    until = _until(row, told_on=told_on)
    if held := _held(row, told_on=told_on):
        return until or held
    beside = _beside(row, kind=EventKind.INTERVIEW, number=number)
    # Whom one meets makes a talk another than the one whose hour is told next.
    beside.pop("people", None)
    return day | beside | until


def _on_day(words: str, *, told_on: date, is_test: bool = False) -> dict[str, Any]:
    """Return the day of a talk or a test of which the words tell no hour."""
    day = day_alone(words, told_on=told_on, is_test=is_test)
    return {"on_day": day.isoformat()} if day else {}


def _begins(
    words: str, *, kind: EventKind, turn: Turn, told_on: date, number: int
) -> datetime | None:
    """Return when a talk begins by its mail's words: the one that they tell, or one of several."""
    if turn is Turn.MOVED:
        return moved_to(words, told_on=told_on)
    begins = appointment(words, told_on=told_on)
    if number == 1 and (begins is not None or kind != EventKind.INTERVIEW):
        return begins
    return next(iter(talks_set(words, told_on=told_on)[number - 1 :]), None)


def _length(words: str, *, begins: datetime) -> dict[str, Any]:
    minutes = minutes_told(words, begins=begins.time())
    return {"minutes": minutes} if minutes else {}


def _beside(row: Mail, *, kind: EventKind, number: int) -> dict[str, Any]:
    """Return how long a talk takes, where it is and whom one meets, as far as its words say so.

    Args:
        number: Which of several talks that the words set: of others than the first they say
            nothing sure.
    """
    if kind != EventKind.INTERVIEW or number > 1:
        return {}
    words = own_words(row)
    told = {
        "minutes": length_said(words),
        "place": meeting_place(words),
        "people": people_said(words),
    }
    return {name: value for name, value in told.items() if value}


def _held(row: Mail, *, told_on: date) -> dict[str, Any]:
    """Return that an interview took place, and when, where a mail only looks back on it."""
    told = told_of(subject=row.subject, text=row.text, told_on=told_on)
    day = held_on(own_words(row), told=told, told_on=told_on)
    if day is None:
        return {}
    return {"held_on": day.isoformat(), "outcome": Outcome.WENT_AHEAD.value}


def takes_days(row: Mail) -> dict[str, int]:
    """Return how many days an answer may take by a receipt's own words, if they say so."""
    is_unread = isinstance(row, StoredMail) and not row.has_text
    days = 0 if row.is_sent or is_unread else days_to_answer(row.text)
    return {"takes_days": days} if days else {}


def on_clock(moment: datetime, *, zone_name: str) -> datetime:
    """Return what the clock of a zone shows, naive; a naive one is what it shows already."""
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(zone(zone_name)).replace(tzinfo=None)


def hour_told(begins: datetime, *, named: str, own: str) -> dict[str, Any]:
    """Return what an event keeps of an hour that words tell.

    Without a zone beside it, it is an hour of the person's own clock, whatever zone they name
    later. With one it is a moment; the own zone is kept for it where that shows the same.
    """
    if not named:
        return own_hour(begins, own=own)
    there, here = (begins.replace(tzinfo=zone(name)) for name in (named, own))
    is_same = there.utcoffset() == here.utcoffset()
    return {"starts_at": begins.isoformat(), "time_zone": own if is_same else named}


def _until(row: Mail, *, told_on: date, by: date | None = None) -> dict[str, Any]:
    """Return the last day to say whether a time suits, or which, if a mail asks for that.

    Args:
        by: The day of the interview itself: what comes later is asked for something else.
    """
    until = last_moment(own_words(row), told_on=told_on, kind="to_answer")
    if until is None or (by is not None and until.day > by):
        return {}
    return _last(until)


def _asked_until(row: Mail, *, kind: EventKind, zone_name: str) -> dict[str, Any]:
    """Return the last day to answer an offer, or of what else a mail asks for: "upload it by Friday"."""
    told_on = day_in(row.sent_at, zone_name=zone_name)
    if kind == _OFFER:
        more = more_time(own_words(row), told_on=told_on)
        return _last(more.until, more=True) if more else _until(row, told_on=told_on)
    until = last_moment(own_words(row), told_on=told_on, kind="to_do")
    return _until(row, told_on=told_on) or (_last(until) if until else {})


def _last(until: LastMoment, *, more: bool = False) -> dict[str, Any]:
    said: dict[str, Any] = {"until": until.day.isoformat()}
    if more:
        said["extends"] = True
    if until.hour is not None:
        said["until_hour"] = until.hour.isoformat("minutes")
    return said


def turn_by(row: Mail) -> Turn:
    """Return what a message does to a talk that is arranged, as its words say it."""
    return turn_told(verdict=row.verdict, subject=row.subject, text=row.text)
