"""One application as feedback sees it: its no, its people, and whether to ask."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import (
    NO_KINDS,
    DecidedBy,
    EventKind,
    Stage,
)
from onward.applications.rules.offers import taken_back_by
from onward.applications.rules.payload import NOT_HELD, day_alone, starts_at
from onward.applications.rules.rounds import rounds
from onward.applications.services import timeline_events
from onward.core.dates import day_in
from onward.mail.models import MailMessage
from onward.mail.rules.basics.text import own_text
from onward.mail.rules.facts.systems import is_like_a_vendors
from onward.method.feedback.models import FeedbackRequest, NoToAskAbout
from onward.method.feedback.rules.asking import (
    Situation,
    current_no,
    is_offered,
    reached_of,
    reason_of,
    rounds_in,
)
from onward.method.feedback.rules.days import AskWindow, ask_window
from onward.method.feedback.rules.kinds import (
    FINAL,
    Closeness,
    Reached,
    Reason,
)
from onward.method.feedback.rules.people import (
    Correspondent,
    Trace,
    correspondents,
    work_in,
)
from onward.method.feedback.rules.reasons import (
    address_for_feedback,
    gives_none,
    offers_a_talk,
    offers_feedback,
    only_the_money_went,
    only_the_place_went,
    tells_of_a_talk,
    was_not_about_the_person,
)
from onward.method.noes import origin_of
from onward.people.models import Person

MOST_MESSAGES = 60
"""Of one application; nobody's correspondence about one job is longer."""


@dataclass(frozen=True, slots=True)
class Story:
    """One application, read for feedback.

    Attributes:
        application: The head, where it is joined with others.
        no: The no that stands now; None while it is open.
        origin: The first event of that no.
        messages: Their mail about it, the latest first.
        was_not_about_them: The no says that it had nothing to do with the person.
        only_the_money_went: All that it says is that the money for the job went.
        offers_a_talk: They offer to talk it through with the person.
        asked_about: What the care plan said of this no, if it asks.
        request: The one request about this no, sent or not.
    """

    person: Person
    application: Application
    no: Event | None
    origin: Event | None
    messages: Sequence[MailMessage]
    people: Sequence[Correspondent]
    reason: Reason
    reached: Reached
    was_not_about_them: bool
    only_the_money_went: bool
    offers_a_talk: bool
    interviewed_on: date | None
    asked_about: NoToAskAbout | None
    request: FeedbackRequest | None

    @property
    def is_offered(self) -> bool:
        """Asking is on offer, by the reasons alone."""
        return is_offered(self.reason)

    @property
    def can_ask(self) -> bool:
        """Somebody who would like to can ask, on offer or not."""
        return self.reason not in FINAL and self.origin is not None

    @property
    def no_takes_replies(self) -> bool | None:
        """Whether the mail that said no can be answered; None where no mail did."""
        no = self.no
        said = [m for m in self.messages if no is not None and m.pk == no.source_id]
        return said[0].accepts_replies if said else None

    @property
    def window(self) -> AskWindow | None:
        """When asking is on offer; None where nothing is asked about this no."""
        row = self.asked_about
        return window_of(self.person, row) if row is not None else None


def window_of(person: Person, row: NoToAskAbout) -> AskWindow:
    """Return when asking about this no is on offer."""
    return ask_window(
        said_on=row.said_on, learned_at=row.learned_at, zone_name=person.time_zone
    )


def story_of(person: Person, application: Application) -> Story:
    """Return an application, or the one it is part of, as feedback sees it."""
    head = application.head
    events = [e for e in timeline_events(person, head) if not e.is_void]
    number = current_no(event.as_past(of=head.pk) for event in events)
    no = next((event for event in events if event.number == number), None)
    origin = origin_of(person, no) if no is not None else None
    messages = _messages(person, events)
    people = correspondents(_traces(person, head, messages, no=no))
    known = sum(one.closeness != Closeness.MAILBOX for one in people)
    talks = list(_talks(person, events, no=no))
    request = _request(person, head, origin)
    # A talk by telephone may stand in no mail but the no: "thanks for the call".
    interviews = rounds_in(talk.day for talk in talks) or int(
        tells_of_a_talk(_words_of(no, messages))
    )
    situation = Situation(
        no_kind=NO_KINDS[EventKind(no.kind)] if no is not None else None,
        interviews=interviews,
        people=known,
        has_mailbox=len(people) > known,
        has_mail=bool(messages),
        was_asked=_was_asked(person, request, events, origin=origin),
        took_back=number in taken_back_by(event.as_past() for event in events),
        **_what_the_no_says(no, messages),
    )
    return Story(
        person=person,
        application=head,
        no=no,
        origin=origin,
        messages=messages,
        people=people,
        reason=reason_of(situation),
        reached=reached_of(
            _stage(head, events, talks=talks),
            # An invitation without a day may be of the talk whose day another tells.
            interviews=rounds_in(t.day for t in talks if t.is_dated) or interviews,
            people=known,
        ),
        was_not_about_them=situation.was_not_about_them,
        only_the_money_went=situation.only_the_money_went,
        offers_a_talk=any(map(offers_a_talk, _words_since(no, messages))),
        interviewed_on=max((t.day for t in talks if t.is_dated), default=None),
        asked_about=_asked_about(person, origin),
        request=request,
    )


def together(person: Person, head: Application) -> list[uuid.UUID]:
    """Return the application and those that are part of it."""
    parts = Application.objects.for_person(person).filter(merged_into=head)
    return [head.pk, *parts.values_list("pk", flat=True)]


def _messages(person: Person, events: Iterable[Event]) -> list[MailMessage]:
    ids = [event.source_id for event in events if event.source_id]
    rows = MailMessage.objects.for_person(person).filter(pk__in=ids[-MOST_MESSAGES:])
    return sorted(rows, key=lambda row: (row.sent_at, row.key), reverse=True)


def _traces(
    person: Person,
    application: Application,
    messages: Sequence[MailMessage],
    *,
    no: Event | None,
) -> Iterator[Trace]:
    answering = _answers(person, messages)
    for message in messages:
        says_no = _is_the_no(message, no)
        if message.accepts_replies and message.contact_name and message.contact_address:
            yield Trace(
                name=message.contact_name,
                address=message.contact_address,
                at=message.sent_at,
                work=work_in(message.text, name=message.contact_name),
                is_interview=message.verdict == EventKind.INTERVIEW,
                is_task=message.verdict == EventKind.ASSESSMENT,
                says_no=says_no,
            )
        elif message.pk in answering:
            yield Trace(
                name="",
                address=message.sender_address,
                at=message.sent_at,
                says_no=says_no,
            )
        elif _may_be_somebodys(message):
            # Of a signature that is one word nobody knows how to greet who it is.
            name = message.contact_name
            yield Trace(
                name=name if " " in name else "",
                address=message.sender_address,
                at=message.sent_at,
                says_no=says_no,
                is_mailbox=True,
            )
        elif says_no:
            yield Trace(
                name=message.contact_name, address="", at=message.sent_at, says_no=True
            )
        if says_no and (named := address_for_feedback(own_text(message.text))):
            yield Trace(name="", address=named, at=message.sent_at, is_named=True)
    if application.contact_address and not _is_read(application, messages):
        yield Trace(
            name=application.contact_name,
            address=application.contact_address,
            at=application.created_at,
        )


def _is_the_no(message: MailMessage, no: Event | None) -> bool:
    """Return whether a message says the no that stands, or says it once more."""
    if no is None or message.is_sent:
        return False
    is_later = message.verdict in NO_KINDS and message.sent_at >= no.at
    return message.pk == no.source_id or is_later


def _may_be_somebodys(message: MailMessage) -> bool:
    """Return whether somebody may have written it: no receipt, and no system's mail."""
    return (
        message.accepts_replies
        and not message.is_sent
        and not message.system
        and not is_like_a_vendors(message.sender_address.rpartition("@")[2])
        and message.verdict != EventKind.CONFIRMATION
    )


def _answers(person: Person, messages: Iterable[MailMessage]) -> set[uuid.UUID]:
    """Return the messages that answer what the person wrote: by somebody, if unsigned.

    "Joaquín and Merche" is no name of one person; a receipt is a machine's all the same.
    """
    asked = {name for message in messages for name in message.references}
    own = MailMessage.objects.for_person(person).filter(
        is_sent=True, message_id__in=asked
    )
    written = set(own.values_list("message_id", flat=True))
    return {
        message.pk
        for message in messages
        if message.accepts_replies
        and not message.is_sent
        and message.verdict != EventKind.CONFIRMATION
        and not written.isdisjoint(message.references)
    }


def _is_read(application: Application, messages: Iterable[MailMessage]) -> bool:
    """Return whether the contact's address was read from mail rather than typed."""
    return any(m.contact_address == application.contact_address for m in messages)


@dataclass(frozen=True, slots=True)
class _Talk:
    """An interview that took place before the no.

    Attributes:
        is_dated: Its day is known; else `day` is that on which the invitation was written.
    """

    day: date
    is_dated: bool


def _talks(
    person: Person, events: Sequence[Event], *, no: Event | None
) -> Iterator[_Talk]:
    """Yield the interviews as they stand: moved ones on their last day, no cancelled ones.

    An invitation without a day stands for itself, on the day on which it was written.
    """
    known = {each.event: each for each in rounds(e.as_past() for e in events)}
    for event in events:
        each = known.get(str(event.pk))
        told = starts_at(event.payload) or day_alone(event.payload)
        is_told_again = each is None and told is not None
        if event.kind != EventKind.INTERVIEW or is_told_again:
            continue
        if each is not None and each.outcome in NOT_HELD:
            continue
        begins = each.moment(zone_name=person.time_zone) if each else None
        if begins is not None and no is not None and begins > no.at:
            continue
        is_dated = begins is not None or event.decided_by == DecidedBy.PERSON
        # Whether it was on that day nobody says who asked for another one.
        is_dated = is_dated and not (each is not None and each.is_time_asked)
        held = each.held_on if each else None
        day = held or _day(person, moment=begins or event.at)
        yield _Talk(day, is_dated or held is not None)


def _stage(
    head: Application, events: Iterable[Event], *, talks: Sequence[_Talk]
) -> Stage:
    """Return the furthest stage; an interview that never took place is contact alone."""
    stage = Stage(head.reached)
    was_invited = any(event.kind == EventKind.INTERVIEW for event in events)
    is_none = stage == Stage.INTERVIEW and was_invited and not talks
    return Stage.REPLIED if is_none else stage


def _day(person: Person, *, moment: datetime) -> date:
    if moment.tzinfo is None:
        return moment.date()
    return day_in(moment, zone_name=person.time_zone)


def _what_the_no_says(
    no: Event | None, messages: Iterable[MailMessage]
) -> dict[str, bool]:
    """Return what the no says of feedback, and whoever writes of their own accord after it."""
    own = _words_of(no, messages)
    is_offered = any(map(offers_feedback, _words_since(no, messages)))
    return {
        "offers_feedback": is_offered,
        "gives_none": gives_none(own),
        "was_not_about_them": was_not_about_the_person(own),
        "only_the_money_went": only_the_money_went(own),
        "only_the_place_went": only_the_place_went(own),
    }


def _words_since(no: Event | None, messages: Iterable[MailMessage]) -> Iterator[str]:
    """Yield what the no says, and whoever writes of their own accord after it."""
    yield _words_of(no, messages)
    for message in messages:
        is_theirs = message.accepts_replies and not message.is_sent
        if no is not None and is_theirs and message.sent_at > no.at:
            yield own_text(message.text)


def _words_of(no: Event | None, messages: Iterable[MailMessage]) -> str:
    """Return what the no says in its own words; "" where it was told by hand."""
    text = next(
        (m.text for m in messages if no is not None and m.pk == no.source_id), ""
    )
    return own_text(text)


def _request(
    person: Person, head: Application, origin: Event | None
) -> FeedbackRequest | None:
    """Return the request about this no; while there is none, the last one that left."""
    rows = FeedbackRequest.objects.for_person(person).select_related("asked_event")
    if origin is not None:
        return rows.filter(origin=origin).first()
    earlier = rows.filter(application__in=together(person, head)).order_by("-made_at")
    return next((row for row in earlier if row.is_asked), None)


def _was_asked(
    person: Person,
    request: FeedbackRequest | None,
    events: Iterable[Event],
    *,
    origin: Event | None,
) -> bool:
    """Return whether one question left, through Onward or not: there is no second."""
    if request is not None and request.is_asked:
        return True
    asked = (event for event in events if event.kind == EventKind.FEEDBACK_ASKED)
    return origin is not None and any(
        is_after_no(person, event, origin) for event in asked
    )


def is_after_no(person: Person, asked: Event, origin: Event) -> bool:
    """Return whether a question may be about a no: asked on its day or later.

    A no that is told by hand often has a later hour than what was written about it.
    """
    said_on = _day(person, moment=origin.at)
    return _day(person, moment=asked.at) >= said_on


def _asked_about(person: Person, origin: Event | None) -> NoToAskAbout | None:
    if origin is None:
        return None
    return NoToAskAbout.objects.for_person(person).filter(origin=origin).first()
