"""Write the calendar part of an invitation to an interview."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from onward.demo.rules import story_day

LINES = """BEGIN:VCALENDAR
PRODID:-//Invented Calendar//EN
VERSION:2.0
METHOD:{method}
BEGIN:VEVENT
UID:{uid}
SEQUENCE:{sequence}
DTSTAMP:{stamp}
DTSTART;TZID={zone}:{start}
DTEND;TZID={zone}:{end}
SUMMARY:{summary}
LOCATION:{location}
ORGANIZER:mailto:{organizer}
STATUS:{status}
END:VEVENT
END:VCALENDAR
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """One calendar entry as it travels by mail (RFC 5546)."""

    uid: str
    summary: str
    organizer: str
    starts_at: datetime
    minutes: int
    written_at: datetime
    zone: str = "Europe/London"
    location: str = ""
    method: str = "REQUEST"
    sequence: int = 0

    def as_text(self) -> str:
        """Return the entry in iCalendar's words, with the line ends it asks for."""
        ends_at = self.starts_at + timedelta(minutes=self.minutes)
        text = LINES.format(
            method=self.method,
            uid=self.uid,
            sequence=self.sequence,
            stamp=f"{self.written_at:%Y%m%dT%H%M%SZ}",
            zone=self.zone,
            start=f"{self.starts_at:%Y%m%dT%H%M%S}",
            end=f"{ends_at:%Y%m%dT%H%M%S}",
            summary=_escaped(self.summary),
            location=_escaped(self.location),
            organizer=self.organizer,
            status="CANCELLED" if self.method == "CANCEL" else "CONFIRMED",
        )
        return text.replace("\n", "\r\n")


def make_invite(
    fields: dict[str, Any], *, organizer: str, written_at: datetime, ends_on: date
) -> Invite:
    """Return the invitation that the story's fields describe.

    Args:
        fields: uid, summary, day (offset), at (local time), minutes; others as in Invite.
        organizer: Address of whoever sends it.
        written_at: When the mail was written, UTC.
        ends_on: The last day of the story.
    """
    values = dict(fields)
    day = story_day(values.pop("day"), ends_on=ends_on, works=True)
    clock = time.fromisoformat(values.pop("at"))
    # Local wall time on purpose: the zone is named beside it in the entry.
    starts_at = datetime.combine(day, clock)
    return Invite(
        starts_at=starts_at, organizer=organizer, written_at=written_at, **values
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
