"""What lies ahead, written as an iCalendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from onward.core.dates import is_in_reach

if TYPE_CHECKING:
    import icalendar

USUAL_MINUTES = 60
SHOWN_AHEAD = timedelta(days=60)
"""How far ahead the page of the calendar shows; what is planned by the week ends there."""

REMINDED_BEFORE = timedelta(hours=2)
"""So long before something begins the calendar of the person reminds of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One entry: a moment with a length, or a whole day.

    Attributes:
        uid: Stable identity; the same entry keeps it, so that a calendar updates it.
        starts: An aware moment, or a day for something that lasts all of it.
        minutes: How long it lasts; ignored for a whole day.
        is_length_told: That is told or planned, and not the usual length taken for it.
        is_floating: Its hour stands as it is written, on whatever clock reads it: no zone
            of the person is known.
        number: Rises with each change, so that a calendar takes the later of two.
        is_cancelled: It was called off, and calendars that know of it are to say so.
        reminds: A calendar is to remind of it before it begins.
    """

    uid: str
    title: str
    starts: datetime | date
    changed_at: datetime
    minutes: int = USUAL_MINUTES
    is_length_told: bool = False
    is_floating: bool = False
    number: int = 0
    place: str = ""
    url: str = ""
    description: str = ""
    is_cancelled: bool = False
    reminds: bool = True

    @property
    def day(self) -> date:
        """The day on which it is, as its own clock shows it."""
        return self.starts.date() if isinstance(self.starts, datetime) else self.starts

    @property
    def ends(self) -> datetime | None:
        """When it ends, by its own clock; None where nobody said."""
        if not self.is_length_told or not isinstance(self.starts, datetime):
            return None
        return self.starts + timedelta(minutes=self.minutes)

    @property
    def told(self) -> str:
        """Its day, and its hour where it has one, as its own clock shows them."""
        if isinstance(self.starts, datetime):
            return f"{self.starts:%Y-%m-%d %H:%M}"
        return self.starts.isoformat()


def nameless(entry: CalendarEntry, *, title: str) -> CalendarEntry:
    """Return an entry that says when and nothing else, for a calendar that others see."""
    return CalendarEntry(
        uid=entry.uid,
        title=title,
        starts=entry.starts,
        changed_at=entry.changed_at,
        minutes=entry.minutes,
        is_length_told=entry.is_length_told,
        is_floating=entry.is_floating,
        number=entry.number,
        is_cancelled=entry.is_cancelled,
        reminds=entry.reminds,
    )


def ics(entries: Iterable[CalendarEntry], *, name: str) -> bytes:
    """Return an iCalendar file; moments keep their own time zone, whose rules come with it."""
    # Here, and below: every start of Onward knows of entries, and few write a file.
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Onward//Onward//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    told = (entry for entry in entries if is_in_reach(entry.day))
    for entry in sorted(told, key=lambda entry: (entry.day, entry.uid)):
        calendar.add_component(_event(entry))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry) -> icalendar.Event:
    import icalendar

    event = icalendar.Event()
    event.add("uid", f"{entry.uid}@onward")
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", entry.number)
    event.add("summary", entry.title)
    starts = entry.starts
    if isinstance(starts, datetime):
        starts = starts.replace(tzinfo=None) if entry.is_floating else starts
        event.add("dtstart", starts)
        event.add("dtend", starts + timedelta(minutes=entry.minutes))
        if entry.reminds and not entry.is_cancelled:
            event.add_component(_alarm(entry))
    else:
        event.add("dtstart", starts)
        event.add("dtend", starts + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    for field, value in (
        ("location", entry.place),
        ("url", entry.url),
        ("description", entry.description),
    ):
        if value:
            event.add(field, value)
    return event


def _alarm(entry: CalendarEntry) -> icalendar.Alarm:
    import icalendar

    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", -REMINDED_BEFORE)
    return alarm
