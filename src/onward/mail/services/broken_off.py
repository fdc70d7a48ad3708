"""Mail whose file broke off while it was written: what is whole takes its place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from django.db.models import Q

from onward.applications.models import Event
from onward.applications.rules.history import QUIET_KINDS
from onward.applications.rules.kinds import NO_KINDS, DecidedBy, EventKind
from onward.applications.services import commit_events, timeline_events, void_event
from onward.mail.models import LearnedChange, LearnedExample, MailMessage, Review
from onward.mail.parse import folded_text
from onward.mail.problems import Problem
from onward.mail.rules.types import Message, Source
from onward.mail.services.describing import FACTS_KEY
from onward.mail.services.drafting import (
    EVENT_VERDICTS,
    KEY,
    event_draft,
    payload_of,
)
from onward.mail.understanding import understood
from onward.people.models import Person


def whole_only(person: Person, rows: Sequence[MailMessage]) -> list[MailMessage]:
    """Return which of these messages, none of them stored, are not part of another.

    Of one that begins with what is stored under its Message-ID, or lies where that lay, the
    stored row becomes the whole; of one that is only the beginning nothing is kept, and of
    a copy to which something on the way added a notice, or whose links it wrote anew.
    """
    stored = _stored_like(person, rows)
    fresh: dict[str, MailMessage] = {}
    for row in rows:
        others = stored[row.message_id]
        other = next((each for each in others if _is_one(each, row)), None)
        if other is None:
            # Of a copy that reads otherwise on the way, what came first stays.
            if not any(_is_rewritten(each, row) for each in others):
                fresh[row.key] = row
                others.append(row)
        elif not _begins(row, other):
            is_stored = fresh.pop(other.key, None) is None
            if not is_stored:
                fresh[row.key] = row
            stands = _made_whole(person, other, whole=row) if is_stored else row
            others[others.index(other)] = stands
    return list(fresh.values())


def _stored_like(
    person: Person, rows: Sequence[MailMessage]
) -> defaultdict[str, list[MailMessage]]:
    """Return what is stored under the same ids and dates, by Message-ID."""
    own = MailMessage.objects.for_person(person).filter(
        # By their dates they are found quickly.
        sent_at__in={row.sent_at for row in rows},
        message_id__in={row.message_id for row in rows},
    )
    stored: defaultdict[str, list[MailMessage]] = defaultdict(list)
    for each in own:
        stored[each.message_id].append(each)
    return stored


def _is_one(one: MailMessage, other: MailMessage) -> bool:
    if not _has_same(_HEAD, one, other):
        return False
    if (one.path, one.offset) == (other.path, other.offset):
        return True
    is_told = bool(one.text and other.text)
    return is_told and (_begins(one, other) or _begins(other, one))


def known_mail(person: Person, pairs: Sequence[tuple[Message, Source]]) -> set[str]:
    """Return the keys of what was opened from a forward and is stored as it had come.

    The forward tells when that was by a clock whose zone it may leave out.
    """
    opened = [message for message, _ in pairs]
    found: dict[tuple[str, str], list[MailMessage]] = defaultdict(list)
    if opened:
        rows = MailMessage.objects.for_person(person).filter(
            subject__in={each.subject for each in opened},
            sender_address__in={each.sender.address for each in opened},
        )
        for row in rows.only(*_COMPARED):
            found[row.sender_address, row.subject].append(row)
    return {
        each.key
        for each, source in pairs
        if any(_is_as_it_came(row, each, source) for row in found[_head_of(each)])
    }


def _head_of(message: Message) -> tuple[str, str]:
    return message.sender.address, message.subject


def _is_as_it_came(row: MailMessage, message: Message, source: Source) -> bool:
    if row.key == message.key or message.sent_at is None:
        return False
    if not _is_same_minute(row.sent_at, message.sent_at):
        return False
    one, other = sorted((_words(row.text), _words(message.text)), key=len)
    if not one or len(one) * 2 <= len(other) or not _is_run(one, of=other):
        return False
    if message.calendar and message.calendar != row.calendar:
        return False
    # A line more may say no where the other only thanks.
    return one == other or _verdict_of(message, source) == row.verdict


def _verdict_of(message: Message, source: Source) -> str:
    reading = understood(message, source=source)
    return "" if isinstance(reading, Problem) else str(reading.verdict)


def _is_same_minute(one: datetime, other: datetime) -> bool:
    """Say whether two moments are the same minute on the clocks of some two zones."""
    apart = one.replace(second=0, microsecond=0) - other.replace(
        second=0, microsecond=0
    )
    return abs(apart) < timedelta(days=1) and not apart % _STEP_OF_ZONES


def _is_run(words: Sequence[str], *, of: Sequence[str]) -> bool:
    """Say whether words stand in a row, as they are, in others."""
    return f" {' '.join(words)} " in f" {' '.join(of)} "


def _has_same(names: Sequence[str], one: MailMessage, other: MailMessage) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _is_rewritten(one: MailMessage, other: MailMessage) -> bool:
    """Say whether two rows of one Message-ID mean the same in the same words, some more or less."""
    is_same = _has_same((*_HEAD, "verdict", "calendar"), one, other)
    return is_same and holds_words_of(one.text, other.text)


def holds_words_of(one: str, other: str) -> bool:
    """Say whether of two texts one has all words of the other, their addresses aside."""
    words = [Counter(_words(text)) for text in (one, other)]
    return all(words) and (words[0] <= words[1] or words[1] <= words[0])


def _words(text: str) -> list[str]:
    return _WORD.findall(_LINK.sub(" ", text.casefold()))


_COMPARED = (
    *("key", "sent_at", "subject", "sender_address"),
    *("text", "verdict", "calendar"),
)
_STEP_OF_ZONES = timedelta(minutes=15)
_HEAD = ("sent_at", "sender_address", "subject", "is_sent")
_LINK = re.compile(r"https?://\S+|www\.\S+")
_WORD = re.compile(r"\w+")


def _begins(one: MailMessage, other: MailMessage) -> bool:
    """Say whether the text of one is the beginning of the other's, or all of it."""
    return folded_text(other.text).startswith(folded_text(one.text))


_HOW_READ = frozenset({"confidence", "words", "language", "corrects"})
"""What an event keeps of how surely and by which words its message was read."""


def _made_whole(
    person: Person, stored: MailMessage, *, whole: MailMessage
) -> MailMessage:
    """Let a stored message be the whole one and return it; what a person decided stays."""
    if _is_decided(person, stored):
        stored.text = whole.text
        stored.save(update_fields=["text"])
        return stored
    made = Event.objects.for_person(person).filter(source_id=stored.pk, voided_by=None)
    events = list(made.select_related("application__merged_into"))
    told = next((each for each in events if each.key == f"{KEY}{stored.key}"), None)
    whole.pk = stored.pk
    if len(events) == 1 and told is not None and _says_same(person, told, whole):
        whole.key = stored.key
        whole.save(force_update=True)
        return whole
    whole.save(force_update=True)
    for event in events:
        _void(person, event, at=whole.recorded_at)
    if told is not None:
        _tell_anew(person, told, whole)
    return whole


def _tell_anew(person: Person, told: Event, whole: MailMessage) -> None:
    """Say in the same application what the whole message means, if it is an event."""
    head, now = told.application.head, whole.recorded_at
    if whole.verdict in EVENT_VERDICTS:
        zone_name = person.time_zone
        draft = event_draft(whole, head=head.pk, zone_name=zone_name, batch=told.batch)
        if draft.kind == told.kind:
            # What hangs on the event goes on: an hour said by hand, a page on an interview.
            payload = {**draft.payload, "corrects": str(told.pk)}
            draft = replace(draft, payload=payload)
        commit_events(person, [draft], now=now)
        return
    left = timeline_events(person, head).filter(voided_by=None)
    if not left.exclude(kind__in=QUIET_KINDS).exists():
        for event in left.filter(key__startswith=FACTS_KEY):
            _void(person, event, at=now)


def _void(person: Person, event: Event, *, at: datetime) -> None:
    void_event(person, event, now=at, decided_by=DecidedBy.RULE)


def _says_same(person: Person, told: Event, whole: MailMessage) -> bool:
    if told.kind != whole.verdict:
        return False
    kind = EventKind(whole.verdict)
    says = payload_of(whole, kind=kind, zone_name=person.time_zone)
    unlike = _HOW_READ | ({"links"} if kind in NO_KINDS else set())
    return all(
        told.payload.get(name) == says.get(name)
        for name in (told.payload.keys() | says.keys()) - unlike
    )


def _is_decided(person: Person, message: MailMessage) -> bool:
    """Say whether the person had a hand in what a message means, or taught it by another."""
    if message.review == Review.SETTLED:
        return True
    own = Event.objects.for_person(person)
    made = own.filter(source_id=message.pk)
    by_hand = own.filter(kind=EventKind.VOID, decided_by=DecidedBy.PERSON)
    is_touched = Q(decided_by=DecidedBy.PERSON) | Q(
        voided_by__in=by_hand.values("number")
    )
    return made.filter(is_touched).exists() or any(
        table.objects.for_person(person).filter(message=message).exists()
        for table in (LearnedExample, LearnedChange)
    )
