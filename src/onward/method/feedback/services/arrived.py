"""What came since a request and looks like its answer; nothing is stored when it comes."""

from __future__ import annotations

import uuid
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from onward.applications.models import Application, Event
from onward.mail.models import MailMessage
from onward.mail.rules.around.returned import RETURNED
from onward.method.feedback.models import Feedback, FeedbackRequest, NotTheAnswer
from onward.method.feedback.rules.answers import Came, looks_like_answer
from onward.method.feedback.rules.kinds import Origin
from onward.people.models import Person

LOOK_FOR = timedelta(days=90)
"""An answer that comes later than this after a request is not looked for any more."""
MOST_LOOKED_AT = 500


@dataclass(frozen=True, slots=True)
class _Mail:
    """A message as it is looked at, without its text: most are no answer."""

    pk: uuid.UUID
    sent_at: datetime
    sender_address: str
    subject: str
    references: Sequence[str]
    contact_name: str
    accepts_replies: bool


_FIELDS = tuple(_Mail.__dataclass_fields__)


def answers_to(request: FeedbackRequest) -> list[MailMessage]:
    """Return the messages that look like the answer to a request, the earliest first."""
    return answers_to_each(request.person, [request])[request.pk]


def answers_to_each(
    person: Person, requests: Iterable[FeedbackRequest]
) -> Mapping[uuid.UUID, list[MailMessage]]:
    """Return what looks like the answer to each request, in as few questions as for one."""
    asked = {
        request: request.asked_event.at
        for request in requests
        if request.asked_event is not None and request.is_asked
    }
    found: dict[uuid.UUID, list[MailMessage]] = defaultdict(list)
    if not asked:
        return found
    came = list(_came(person, asked.values()))
    times = [mail.sent_at for mail in came]
    about = _about(person, {request.application_id for request in asked})
    refused = _refused(person, asked)
    likely: dict[uuid.UUID, list[uuid.UUID]] = {}
    for request, asked_at in asked.items():
        first = bisect_left(times, asked_at)
        last = bisect_left(times, asked_at + LOOK_FOR)
        no_answer = refused[request.pk]
        looked_at = [mail for mail in came[first:last] if mail.pk not in no_answer]
        likely[request.pk] = [
            mail.pk
            for mail in looked_at[:MOST_LOOKED_AT]
            if _is_likely(mail, request, about=about[request.application_id])
        ]
    own = MailMessage.objects.for_person(person).defer("text")
    rows = own.in_bulk({key for keys in likely.values() for key in keys})
    for name, keys in likely.items():
        found[name] = [rows[key] for key in keys if key in rows]
    return found


def _came(person: Person, asked: Iterable[datetime]) -> Iterator[_Mail]:
    """Yield the mail since any of these moments that is no answer kept already, in order."""
    is_in_reach = Q(pk__in=())
    for first, last in _spans(asked):
        is_in_reach |= Q(sent_at__gte=first, sent_at__lt=last)
    kept = Feedback.objects.for_person(person).filter(
        message__isnull=False, came_from=Origin.ANSWER
    )
    came = (
        MailMessage.objects.for_person(person)
        .filter(is_in_reach, is_sent=False)
        .exclude(verdict=RETURNED)
        .exclude(pk__in=kept.values("message"))
        .order_by("sent_at", "key")
    )
    for values in came.values_list(*_FIELDS):
        yield _Mail(*values)


def _spans(asked: Iterable[datetime]) -> list[tuple[datetime, datetime]]:
    """Return when answers are looked for, the days that several share once."""
    spans: list[tuple[datetime, datetime]] = []
    for at in sorted(asked):
        first = at
        if spans and at <= spans[-1][1]:
            first, _last = spans.pop()
        spans.append((first, at + LOOK_FOR))
    return spans


def _refused(
    person: Person, asked: Iterable[FeedbackRequest]
) -> Mapping[uuid.UUID, set[object]]:
    found: dict[uuid.UUID, set[object]] = defaultdict(set)
    rows = NotTheAnswer.objects.for_person(person).filter(request__in=list(asked))
    for request, message in rows.values_list("request", "message"):
        found[request].add(message)
    return found


def _about(
    person: Person, applications: Iterable[uuid.UUID]
) -> Mapping[uuid.UUID, set[object]]:
    """Return for each application the mail on its timeline, and on that of its parts."""
    own = Application.objects.for_person(person)
    asked = own.filter(pk__in=list(applications))
    heads = {row.pk: row.merged_into_id or row.pk for row in asked.only("merged_into")}
    parts = own.filter(merged_into__in=set(heads.values()))
    of_head = dict(parts.values_list("pk", "merged_into_id"))
    of_head |= {head: head for head in heads.values()}
    told = Event.objects.for_person(person).filter(
        application__in=list(of_head), voided_by=None, source_id__isnull=False
    )
    by_head: dict[uuid.UUID, set[object]] = defaultdict(set)
    for application, source in told.values_list("application", "source_id"):
        by_head[of_head[application]].add(source)
    return {key: by_head[head] for key, head in heads.items()}


def _is_likely(mail: _Mail, request: FeedbackRequest, *, about: set[object]) -> bool:
    assert request.asked_event is not None  # noqa: S101 -- only what was asked is here
    ids = (request.message_id, request.in_reply_to)
    return looks_like_answer(
        Came(
            sender=mail.sender_address,
            subject=mail.subject,
            at=mail.sent_at,
            references=mail.references,
            is_about_it=mail.pk in about,
            is_human=bool(mail.contact_name) and mail.accepts_replies,
        ),
        asked=request.to_address,
        asked_at=request.asked_event.at,
        message_ids=[name for name in ids if name],
    )
