"""The words and icons for kinds, stages and noes: the one place where they are named."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, TypeAlias

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from onward.applications.models import Event
from onward.applications.rules.changes import Arranged, Change
from onward.applications.rules.days import DayProblem
from onward.applications.rules.facts import PayPeriod, Referral, WorkMode
from onward.applications.rules.kinds import (
    DecidedBy,
    EventKind,
    NoKind,
    SourceKind,
    Stage,
)
from onward.applications.rules.links import LinkKind
from onward.applications.rules.listing import Column, Deadline, Show, Sort
from onward.applications.rules.payload import Format, Outcome
from onward.applications.rules.receipts import says_looked_at

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from onward.applications.services.timeline import Entry

Words: TypeAlias = "str | _StrPromise"

EVENT_LABELS: dict[EventKind, Words] = {
    EventKind.DESCRIBED: _("Details noted"),
    EventKind.SAVED: _("Saved for later"),
    EventKind.APPLIED: _("You applied"),
    EventKind.CONFIRMATION: _("Application received"),
    EventKind.OUTREACH: _("They wrote to you"),
    EventKind.REPLY: _("They replied"),
    EventKind.INFORMATION_REQUEST: _("They asked for something"),
    EventKind.ASSESSMENT: _("A test or a task"),
    EventKind.INTERVIEW: _("Interview"),
    EventKind.OFFER: _("They made an offer"),
    EventKind.ACCEPTANCE: _("You accepted"),
    EventKind.REJECTION: _("They said no"),
    EventKind.POSITION_CLOSED: _("The job went away"),
    EventKind.WITHDRAWAL: _("You withdrew"),
    EventKind.OFFER_DECLINED: _("You declined the offer"),
    EventKind.SILENCE: _("It went quiet"),
    EventKind.REOPENED: _("It is open again"),
    EventKind.NOTE: _("Note"),
    EventKind.DOCUMENT: _("What you sent"),
    EventKind.ADVERT: _("The advert, as it stood"),
    EventKind.FOLLOW_UP: _("You followed up"),
    EventKind.FEEDBACK_ASKED: _("You asked for feedback"),
    EventKind.FEEDBACK_RECEIVED: _("Feedback arrived"),
    EventKind.REFLECTION: _("You looked back"),
    EventKind.DEBRIEF: _("After the interview"),
    EventKind.MOVED: _("You moved it"),
    EventKind.TAGGED: _("Tags changed"),
    EventKind.ARRANGED: _("What was arranged"),
    EventKind.REMINDER: _("A reminder"),
    EventKind.DONE: _("Done"),
    EventKind.SNOOZED: _("Out of sight for a while"),
    EventKind.ARCHIVED: _("Put in the archive"),
    EventKind.RESTORED: _("Taken out of the archive"),
    EventKind.MERGE: _("Joined with another application"),
    EventKind.SPLIT: _("Part of it became another application"),
    EventKind.VOID: _("Taken back"),
}

CHANGE_LABELS: dict[tuple[EventKind, Change], Words] = {
    (EventKind.INTERVIEW, Change.MOVED): _("Interview moved"),
    (EventKind.INTERVIEW, Change.PUT_OFF): _("Interview put off"),
    (EventKind.INTERVIEW, Change.CANCELLED): _("Interview called off"),
    (EventKind.INTERVIEW, Change.ON_AGAIN): _("Interview on again"),
    (EventKind.INTERVIEW, Change.HELD): _("The interview went ahead"),
    (EventKind.INTERVIEW, Change.TIMED): _("A time for the interview"),
    (EventKind.INTERVIEW, Change.ASKED): _(
        "Another time for the interview, asked about"
    ),
    (EventKind.INTERVIEW, Change.WISHED): _(
        "You asked for another time for the interview"
    ),
    (EventKind.INTERVIEW, Change.SAID_AGAIN): _("The interview, said again"),
    (EventKind.ASSESSMENT, Change.MOVED): _("Test moved"),
    (EventKind.ASSESSMENT, Change.PUT_OFF): _("Test put off"),
    (EventKind.ASSESSMENT, Change.CANCELLED): _("Test called off"),
    (EventKind.ASSESSMENT, Change.ON_AGAIN): _("Test on again"),
    (EventKind.ASSESSMENT, Change.HELD): _("The test was taken"),
    (EventKind.ASSESSMENT, Change.TIMED): _("A time for the test"),
    (EventKind.ASSESSMENT, Change.ASKED): _("Another time for the test, asked about"),
    (EventKind.ASSESSMENT, Change.WISHED): _("You asked for another time for the test"),
    (EventKind.ASSESSMENT, Change.SAID_AGAIN): _("The test, said again"),
}
"""What a later word on an interview or a test did; the rest is `EVENT_LABELS`."""

STANDS_LABELS: dict[EventKind, Words] = {
    EventKind.INTERVIEW: _("The interview stands as it was"),
    EventKind.ASSESSMENT: _("The test stands as it was"),
}
"""What a person says whose mail was read as moving it, or calling it off."""

# Names of icons.svg; the style guide lists which kind has which.
EVENT_ICONS: dict[EventKind, str] = {
    EventKind.DESCRIBED: "pen",
    EventKind.SAVED: "folder",
    EventKind.APPLIED: "send",
    EventKind.CONFIRMATION: "mail",
    EventKind.OUTREACH: "reply",
    EventKind.REPLY: "reply",
    EventKind.INFORMATION_REQUEST: "question",
    EventKind.ASSESSMENT: "pen",
    EventKind.INTERVIEW: "calendar",
    EventKind.OFFER: "offer",
    EventKind.ACCEPTANCE: "check",
    EventKind.REJECTION: "door",
    EventKind.POSITION_CLOSED: "leaf",
    EventKind.WITHDRAWAL: "hand",
    EventKind.OFFER_DECLINED: "hand",
    EventKind.SILENCE: "leaf",
    EventKind.REOPENED: "arrow",
    EventKind.NOTE: "note",
    EventKind.DOCUMENT: "note",
    EventKind.ADVERT: "folder",
    EventKind.FOLLOW_UP: "send",
    EventKind.FEEDBACK_ASKED: "question",
    EventKind.FEEDBACK_RECEIVED: "reply",
    EventKind.REFLECTION: "pen",
    EventKind.DEBRIEF: "pen",
    EventKind.MOVED: "arrow",
    EventKind.TAGGED: "filter",
    EventKind.ARRANGED: "calendar",
    EventKind.REMINDER: "clock",
    EventKind.DONE: "check",
    EventKind.SNOOZED: "moon",
    EventKind.ARCHIVED: "folder",
    EventKind.RESTORED: "folder",
    EventKind.MERGE: "merge",
    EventKind.SPLIT: "split",
    EventKind.VOID: "undo",
}

STAGE_LABELS: dict[Stage, Words] = {
    Stage.SAVED: _("Saved for later"),
    Stage.APPLIED: _("Applied"),
    Stage.REPLIED: _("In touch"),
    Stage.ASSESSMENT: _("Test or task"),
    Stage.INTERVIEW: _("Interview"),
    Stage.OFFER: _("Offer"),
    Stage.ACCEPTED: _("Accepted"),
    Stage.CLOSED: _("Closed"),
}

TAKEN_BACK = _("Taken back")
"""Where nothing of what an application was told of counts any more: it was none."""

NO_LABELS: dict[NoKind, Words] = {
    NoKind.THEY_SAID_NO: _("They said no"),
    NoKind.I_SAID_NO: _("You said no"),
    NoKind.JOB_WENT_AWAY: _("The job went away"),
    NoKind.WENT_QUIET: _("It went quiet"),
}

DECIDED_LABELS: dict[DecidedBy, Words] = {
    DecidedBy.PERSON: _("Recorded by you"),
    DecidedBy.RULE: _("Read from your mail"),
    DecidedBy.IMPORT: _("Taken from an import"),
}

FACT_LABELS: dict[str, Words] = {
    "company": _("Company"),
    "role": _("Role"),
    "requisition": _("Reference number"),
    "place": _("Place"),
    "url": _("Web address of the advert"),
    "system": _("Came through"),
    "contact_name": _("Contact"),
    "contact_address": _("E-mail of the contact"),
    "salary": _("Pay, in words"),
    "salary_min": _("Pay from"),
    "salary_max": _("Pay up to"),
    "salary_currency": _("Currency"),
    "salary_period": _("Paid per"),
    "work_mode": _("Where the work is"),
    "deadline": _("Last day to apply"),
    "source": _("Where you found it"),
    "referral": _("Somebody there put in a word"),
}

SHOW_LABELS: dict[Show, Words] = {
    Show.SHELF: _("All"),
    Show.OPEN: _("Open"),
    Show.CLOSED: _("Closed"),
    Show.SNOOZED: _("Out of sight for a while"),
    Show.ARCHIVED: _("Archived"),
}

SORT_LABELS: dict[Sort, Words] = {
    Sort.MOVED: _("Last moved"),
    Sort.APPLIED: _("Applied on"),
    Sort.COMPANY: _("Company"),
    Sort.DEADLINE: _("Last day to apply"),
}

DEADLINE_LABELS: dict[Deadline, Words] = {
    Deadline.WEEK: _("In the next seven days"),
    Deadline.AHEAD: _("Today or later"),
    Deadline.PAST: _("Past"),
    Deadline.NONE: _("None known"),
}

COLUMN_LABELS: dict[Column, Words] = {
    Column.STAGE: _("Stage"),
    Column.MOVED: _("Last moved"),
    Column.APPLIED: _("Applied on"),
    Column.TAGS: _("Tags"),
    Column.PLACE: _("Place"),
    Column.WORK_MODE: _("Where the work is"),
    Column.SALARY: _("Pay"),
    Column.DEADLINE: _("Last day to apply"),
    Column.SOURCE: _("Where you found it"),
    Column.SYSTEM: _("Came through"),
    Column.CONTACT: _("Contact"),
    Column.REFERRAL: _("A word put in"),
    Column.REQUISITION: _("Reference number"),
}

WORK_MODE_LABELS: dict[WorkMode, Words] = {
    WorkMode.ON_SITE: _("On site"),
    WorkMode.HYBRID: _("Hybrid"),
    WorkMode.REMOTE: _("Remote"),
}

PAY_PERIOD_LABELS: dict[PayPeriod, Words] = {
    PayPeriod.YEAR: _("a year"),
    PayPeriod.MONTH: _("a month"),
    PayPeriod.WEEK: _("a week"),
    PayPeriod.DAY: _("a day"),
    PayPeriod.HOUR: _("an hour"),
}

REFERRAL_LABELS: dict[Referral, Words] = {
    Referral.YES: _("Yes"),
    Referral.NO: _("No"),
}

FORMAT_LABELS: dict[Format, Words] = {
    Format.PHONE: _("By phone"),
    Format.VIDEO: _("By video"),
    Format.ON_SITE: _("On site"),
    Format.PANEL: _("With a panel"),
    Format.OTHER: _("Another way"),
}

OUTCOME_LABELS: dict[Outcome, Words] = {
    Outcome.WENT_AHEAD: _("It went ahead"),
    Outcome.CANCELLED: _("It was cancelled"),
    Outcome.MOVED: _("It is being moved"),
}
TEST_OUTCOME_LABELS: dict[Outcome, Words] = {
    **OUTCOME_LABELS,
    Outcome.WENT_AHEAD: _("I did it"),
}
"""The same of a test, which is done and does not go ahead."""

LINK_LABELS: dict[LinkKind, Words] = {
    LinkKind.TEST: _("To the test"),
    LinkKind.BOOKING: _("To the times to choose from"),
    LinkKind.ANSWER: _("To say yes or no"),
    LinkKind.CALL: _("To the call"),
    LinkKind.FORM: _("To what they ask you to fill in or send"),
    LinkKind.SIGN: _("To what you would sign"),
    LinkKind.POSTING: _("To the posting"),
    LinkKind.PORTAL: _("To their portal"),
}
"""Where a link of a message leads."""

FACT_VALUES: dict[str, dict[Any, Words]] = {
    "work_mode": {**WORK_MODE_LABELS},
    "salary_period": {**PAY_PERIOD_LABELS},
    "referral": {**REFERRAL_LABELS},
}
"""The words for the facts that are one of a few."""

DAY_PROBLEMS: dict[DayProblem, Words] = {
    DayProblem.AHEAD: _(
        "This day has not come yet. Enter the day on which it happened."
    ),
    DayProblem.LONG_AGO: _("This day is before 1990. Check the year."),
}


def event_words(kind: EventKind, arranged: Arranged | None = None) -> Words:
    """Return what happened; of a later word on an interview or a test, what that changed."""
    said = CHANGE_LABELS.get((arranged.kind, arranged.change)) if arranged else None
    return said or EVENT_LABELS[kind]


LATER_RECEIPT: Words = _("They confirmed that something you sent arrived")
"""A receipt that came after their answer, of a test, a form …, not of the application."""

UNDER_WAY: Words = _("Still under way")
"""Mail that was read as a receipt, after the first: how it stands."""

LOOKED_AT: Words = _("They looked at it")
"""What a board tells of an application that somebody opened."""

OFFER_TAKEN_BACK: Words = _("They took the offer back")
"""A no of theirs after an offer that the person had not declined."""

MORE_TIME: Words = _("They gave you more time")
"""Mail that names a later last day for a test or an offer that stands above."""


LAST_WORD = _("Your answer on the interview")
"""What is wanted by the last day to say whether one comes to an interview, or when."""


def with_hour(day: str, hour: time | None) -> str:
    """Return a last day in words, with the hour by which something is wanted on it."""
    return f"{day}, {hour:%H:%M}" if hour else day


HOUR_NOT_TOLD = _("%(day)s, hour not told")
"""Of an interview or a test of which only the day is known."""


def when_told(when: date, *, form: str = "l j F Y") -> str:
    """Return in words when something is: its hour, or that of its day no hour is told.

    Args:
        when: A moment on the clock by which it is told, or a day.
        form: How the day is written.
    """
    if not isinstance(when, datetime):
        return str(HOUR_NOT_TOLD % {"day": date_format(when, form)})
    return date_format(when, f"{form}, H:i")


def told_words(event: Event) -> Words | None:
    """Return what an event tells beyond its kind: by mail, by a list, by a move; None for the rest.

    A mail did not arrive or answers something, or a list says how far it got and not when.
    """
    if event.kind == EventKind.MERGE and "split" in event.payload:
        return _("Moved here from another application")
    if event.kind == EventKind.MOVED and event.decided_by == DecidedBy.IMPORT:
        return _("As your list has it")
    is_of_mail = event.source_kind == SourceKind.MESSAGE
    if not is_of_mail or event.decided_by != DecidedBy.RULE:
        return None
    if event.kind == EventKind.DONE:
        return _("You wrote to them")
    if event.kind == EventKind.CONFIRMATION:
        is_seen = says_looked_at(event.payload.get("words", ""))
        return LOOKED_AT if is_seen else None
    is_beside = event.kind in {EventKind.NOTE, EventKind.REMINDER}
    return _("Your mail did not arrive") if is_beside else None


def entry_words(entry: Entry) -> Words:
    """Return what an entry of a timeline tells: of an interview, what changed."""
    if entry.is_later_receipt:
        return LATER_RECEIPT
    if entry.gives_time:
        return MORE_TIME
    if entry.is_later_reply:
        return EVENT_LABELS[EventKind.REPLY]
    if entry.takes_offer_back:
        return OFFER_TAKEN_BACK
    told = told_words(entry.event)
    if told is None and entry.is_under_way:
        return UNDER_WAY
    return told or event_words(EventKind(entry.event.kind), entry.arranged)
