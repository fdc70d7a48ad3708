"""Template filters that turn the ledger's kinds into words, icons and classes."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import cast

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import ngettext

from onward.applications import labels, services
from onward.applications.models import Application
from onward.applications.rules.kinds import (
    NO_KINDS,
    DecidedBy,
    EventKind,
    NoKind,
    Stage,
)
from onward.applications.rules.links import LinkKind, are_links, web_host
from onward.applications.rules.listing import Column
from onward.applications.rules.payload import Outcome
from onward.applications.rules.round import Round
from onward.applications.services import Change, Entry, Place
from onward.core import hyphens
from onward.core.dates import zone
from onward.people.zones import clock_words

register = template.Library()

LONG_MINUTES = 120
"""What lasts longer is told in hours."""

_BETWEEN_THOUSANDS = re.compile(r"(?<=[0-9])[\s.,'’](?=[0-9]{3}(?![0-9]))")
_AMOUNT = re.compile(r"[0-9]+")

_STAGE_LOOKS = {
    Stage.REPLIED: "stage--moving",
    Stage.ASSESSMENT: "stage--moving",
    Stage.INTERVIEW: "stage--moving",
    Stage.OFFER: "stage--offer",
    Stage.ACCEPTED: "stage--offer",
    Stage.CLOSED: "stage--closed",
}
_MOVING = frozenset(
    {
        EventKind.OUTREACH,
        EventKind.REPLY,
        EventKind.INFORMATION_REQUEST,
        EventKind.ASSESSMENT,
        EventKind.INTERVIEW,
        EventKind.OFFER,
        EventKind.ACCEPTANCE,
    }
)


@register.filter
def how_long(minutes: int) -> str:
    """Return a length in words: minutes up to two hours, else hours and what is left of minutes."""
    hours, left = divmod(minutes, 60) if minutes > LONG_MINUTES else (0, minutes)
    of_hours = ngettext("%(count)s hour", "%(count)s hours", hours)
    of_minutes = ngettext("%(count)s minute", "%(count)s minutes", left)
    words = [
        text % {"count": n} for text, n in ((of_hours, hours), (of_minutes, left)) if n
    ]
    return " ".join(words)


@register.filter
def deciding_words(payload: Mapping[str, str]) -> SafeString:
    """Return the words that decided, marked, and in which language they are read aloud."""
    words, language = payload.get("words", ""), payload.get("language", "")
    if not language:
        return format_html("<mark>{}</mark>", words)
    return format_html('<mark lang="{}">{}</mark>', language, words)


@register.filter
def event_label(kind: str) -> labels.Words:
    """Return what happened, in words."""
    return labels.EVENT_LABELS[EventKind(kind)]


@register.filter
def change_label(change: Change) -> labels.Words:
    """Return what one press did, in words: of an interview, what changed."""
    told = labels.told_words(change.event) if change.event else None
    return told or labels.event_words(change.kind, change.arranged)


@register.filter
def entry_label(entry: Entry) -> labels.Words:
    """Return what an entry of a timeline tells, in words: of an interview, what changed."""
    return labels.entry_words(entry)


@register.filter
def correction_label(entry: Entry) -> labels.Words:
    """Return what an entry was corrected to, in words; nothing where it was not."""
    if entry.correction is None:
        return ""
    return labels.event_words(EventKind(entry.correction.kind), entry.corrected)


@register.filter
def stands_label(entry: Entry) -> labels.Words:
    """Return that an interview or a test stands, whatever an entry says of its day."""
    kind = entry.arranged.kind if entry.arranged else EventKind.INTERVIEW
    return labels.STANDS_LABELS[kind]


@register.filter
def entry_look(entry: Entry) -> str:
    """Return the class that draws an entry; what mail rearranges is something that came."""
    return "event--moving" if entry.is_of_mail else event_look(entry.event.kind)


@register.filter
def event_icon(kind: str) -> str:
    """Return the name of the icon for a kind of event."""
    return labels.EVENT_ICONS[EventKind(kind)]


@register.filter
def event_look(kind: str) -> str:
    """Return the class that draws a kind of event: something came, or a no."""
    if kind in NO_KINDS:
        return "event--no"
    return "event--moving" if kind in _MOVING else ""


@register.filter
def stage_label(application: Application) -> labels.Words:
    """Return where an application stands; of a closed one, which no it was."""
    if application.no_kind:
        return labels.NO_LABELS[NoKind(application.no_kind)]
    if application.is_archived and application.last_moved_at is None:
        return labels.TAKEN_BACK
    return labels.STAGE_LABELS[Stage(application.stage)]


@register.filter
def stage_look(application: Application) -> str:
    """Return the class that draws an application's stage."""
    return _STAGE_LOOKS.get(Stage(application.stage), "")


@register.filter
def decided_label(decided_by: str) -> labels.Words:
    """Return who decided that an event happened, in words."""
    return labels.DECIDED_LABELS[DecidedBy(decided_by)]


@register.filter
def placed(application: Application, own: Mapping[uuid.UUID, str]) -> labels.Words:
    """Return where an application stands, by the name of an own stage where it has one."""
    custom = application.custom_stage
    if not application.no_kind and custom is not None and custom in own:
        return own[custom]
    return stage_label(application)


@register.filter
def stage_name(stage: str) -> labels.Words:
    """Return what a stage is called."""
    return labels.STAGE_LABELS[Stage(stage)]


@register.filter
def place_label(place: Place) -> labels.Words:
    """Return what a stage of the ledger is called."""
    return labels.STAGE_LABELS[place.stage]


@register.filter
def fact_value(value: str, name: str) -> labels.Words:
    """Return a fact in words: a choice by its label, a day as a date."""
    words = labels.FACT_VALUES.get(name, {})
    if name == "deadline" and value:
        return date_format(date.fromisoformat(value), "j F Y")
    return words.get(value, value)


@register.filter
def pay(application: Application) -> str:
    """Return the pay in words, and in numbers that the words do not hold already."""
    low, high = application.salary_min, application.salary_max
    amounts = [_grouped(amount) for amount in dict.fromkeys((low, high)) if amount]
    parts = [application.salary] if application.salary else []
    if amounts and not set(amounts) <= _amounts_in(application.salary):
        period = labels.PAY_PERIOD_LABELS.get(application.salary_period)  # type: ignore[call-overload]
        words = [application.salary_currency, "–".join(amounts), str(period or "")]
        parts.append(" ".join(word for word in words if word))
    return " · ".join(parts)


def _amounts_in(words: str) -> set[str]:
    """Return the amounts that stand in words, written as those in numbers are."""
    joined = _BETWEEN_THOUSANDS.sub("", words)
    return {_grouped(amount) for amount in _AMOUNT.findall(joined)}


def _grouped(amount: str) -> str:
    # A thin space between thousands is read alike in every country.
    return f"{int(amount):,}".replace(",", "\u202f")


@register.filter
def column_label(column: str) -> labels.Words:
    """Return the heading of a column of the table."""
    return labels.COLUMN_LABELS[Column(column)]


@register.filter
def round_format(round_: Round) -> labels.Words:
    """Return how an interview is held, in words."""
    return labels.FORMAT_LABELS[round_.format] if round_.format else ""


@register.filter
def last_moment(round_: Round) -> str:
    """Return the last day to answer in words, with its hour where that is told."""
    words = date_format(round_.until, "l j F Y") if round_.until else ""
    return labels.with_hour(words, round_.until_hour)


@register.filter
def when_told(when: date | None, form: str = "l j F Y") -> str:
    """Return in words when something is: a day alone says that its hour is not told."""
    if isinstance(when, datetime) and when.tzinfo:
        when = localtime(when)
    return labels.when_told(when, form=form) if when else ""


@register.filter
def round_outcome(round_: Round) -> labels.Words:
    """Return what became of an interview or a test, in words."""
    return _outcomes(round_)[round_.outcome] if round_.outcome else ""


@register.filter
def went_ahead(round_: Round) -> labels.Words:
    """Return what the person presses where it took place: "It went ahead", "I did it"."""
    return _outcomes(round_)[Outcome.WENT_AHEAD]


def _outcomes(round_: Round) -> Mapping[Outcome, labels.Words]:
    is_test = round_.kind == EventKind.ASSESSMENT
    return labels.TEST_OUTCOME_LABELS if is_test else labels.OUTCOME_LABELS


@register.filter
def has_begun(round_: Round, now: datetime) -> bool:
    """Return whether an interview began by now."""
    return services.has_begun(round_, now=now)


@register.filter
def clock_there(round_: Round) -> str:
    """Return when an interview begins on the clock of its own zone; "" where none differs.

    Where it is another day there, the day is said too.
    """
    begins = round_.starts_at
    if begins is None or begins.tzinfo is None or not round_.time_zone:
        return ""
    there = begins.astimezone(zone(round_.time_zone)).replace(tzinfo=None)
    here = localtime(begins).replace(tzinfo=None)
    if there == here:
        return ""
    hour = date_format(there, "H:i" if there.date() == here.date() else "l H:i")
    return str(clock_words(hour, name=round_.time_zone))


@register.filter
def fact_label(name: str) -> labels.Words:
    """Return what a fact about an application is called."""
    return labels.FACT_LABELS[name]


@register.filter
def pressable(links: object) -> list[tuple[labels.Words, str, str]]:
    """Return label, address and host of the links of an event that can be pressed."""
    if not are_links(links):
        return []
    return [
        (labels.LINK_LABELS[LinkKind(link["kind"])], link["url"], web_host(link["url"]))
        for link in cast("list[dict[str, str]]", links)
    ]


@register.filter
def is_web_address(address: str) -> bool:
    """Return whether an address can be a link; mail may have put anything there."""
    return address.startswith(("https://", "http://"))


@register.filter
def breakable(text: object) -> str:
    """Return a name whose long words part with a hyphen where a narrow column ends."""
    return hyphens.breakable(str(text))
