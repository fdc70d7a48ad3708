"""When looking back is offered, and when what was learned comes back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from onward.applications.rules.kinds import NoKind, Stage


class Answer(StrEnum):
    """The four answers of the 60 seconds; the last one matters as much as the others."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_MINE = "not_mine"


class Question(StrEnum):
    """The five questions of the 60 seconds, in order."""

    TAILORED = "tailored"
    RESEARCHED = "researched"
    SHOWN = "shown"
    PRACTISED = "practised"
    WANTED = "wanted"


class Theme(StrEnum):
    """What a question of an interview was about, in the person's own choice."""

    YOU = "you"
    EXPERIENCE = "experience"
    SKILL = "skill"
    SITUATION = "situation"
    MOTIVATION = "motivation"
    TERMS = "terms"
    OTHER = "other"


_REACHED_A_HUMAN = frozenset(
    {Stage.REPLIED, Stage.ASSESSMENT, Stage.INTERVIEW, Stage.OFFER, Stage.ACCEPTED}
)

DEBRIEF_FROM = timedelta(minutes=45)
"""After the beginning of an interview, when it is taken to be over."""

DEBRIEF_UNTIL = timedelta(days=3)
PREPARE_FROM = timedelta(days=3)
"""How long before an interview what earlier ones taught comes back."""


def is_offered(kind: NoKind, *, reached: Stage) -> bool:
    """Return whether a no offers the 60 seconds by itself; asked for, they are always there.

    Only a no that came from others, and only where it reached a human: a form letter or a
    silence at the first stage says nothing that reflection could use.
    """
    came_from_others = kind in {NoKind.THEY_SAID_NO, NoKind.JOB_WENT_AWAY}
    return came_from_others and reached in _REACHED_A_HUMAN


def wants_debrief(
    *, starts_at: datetime, on_day: date | None = None, now: datetime
) -> bool:
    """Return whether an interview is over, and fresh enough to be written down.

    Args:
        on_day: Its day, where no hour of it is told: it is over once that is.
    """
    if on_day is not None and _day_of(now, by=starts_at) <= on_day:
        return False
    return starts_at + DEBRIEF_FROM <= now <= starts_at + DEBRIEF_UNTIL


def wants_preparing(
    *, starts_at: datetime, on_day: date | None = None, now: datetime
) -> bool:
    """Return whether an interview is near enough to look at what earlier ones taught.

    Args:
        on_day: Its day, where no hour of it is told: it may lie ahead until that is over.
    """
    if on_day is not None and _day_of(now, by=starts_at) == on_day:
        return True
    return starts_at - PREPARE_FROM <= now < starts_at


def _day_of(now: datetime, *, by: datetime) -> date:
    """Return the day of a moment, by the clock of another."""
    return now.astimezone(by.tzinfo).date()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that an interview asked, as the bank shows it.

    Attributes:
        times: In how many interviews it came.
        last_at: When it came last, aware UTC.
    """

    words: str
    theme: Theme
    times: int
    last_at: datetime


def bank(questions: Iterable[tuple[str, Theme, datetime]]) -> list[Asked]:
    """Return the person's own questions, each once, what came often and lately first.

    Two questions are one where their words are the same but for case, spaces and the
    sign at their end.
    """
    found: dict[str, Asked] = {}
    for words, theme, at in sorted(questions, key=lambda each: each[2]):
        key = " ".join(words.casefold().split()).rstrip("?.! ")
        if not key:
            continue
        old = found.get(key)
        times = old.times + 1 if old else 1
        found[key] = Asked(" ".join(words.split()), theme, times, at)
    return sorted(
        found.values(), key=lambda each: (-each.times, -each.last_at.timestamp())
    )
