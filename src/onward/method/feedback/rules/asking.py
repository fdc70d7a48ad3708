"""Whether to ask for feedback, and how it stands with a request; pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from onward.applications.rules.history import (
    PastEvent,
    applies_again,
    is_quiet,
    reopens,
)
from onward.applications.rules.kinds import (
    NO_KINDS,
    EventKind,
    NoKind,
    Stage,
)
from onward.method.feedback.rules.days import silent_at
from onward.method.feedback.rules.kinds import (
    OFFERING,
    Reached,
    Reason,
    RequestState,
    Standing,
)

ROUND_DAYS = 3


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides whether to ask.

    Attributes:
        no_kind: None while the application is open.
        interviews: How many interviews there were.
        people: How many persons are known who can be written to.
        has_mailbox: Somebody may have written, from a mailbox that takes replies.
        has_mail: Mail about it came at all.
        offers_feedback: The no itself says that feedback can be had.
        gives_none: The no itself says that no feedback is given.
        was_not_about_them: The no itself says that it had nothing to do with the person.
        only_the_money_went: All that the no says is that the money for the job went.
        only_the_place_went: All that it says is that there is no place for anybody.
        was_asked: A request left already.
        took_back: The no takes back an offer that they had made.
    """

    no_kind: NoKind | None
    interviews: int = 0
    people: int = 0
    has_mailbox: bool = False
    has_mail: bool = False
    offers_feedback: bool = False
    gives_none: bool = False
    was_not_about_them: bool = False
    only_the_money_went: bool = False
    only_the_place_went: bool = False
    was_asked: bool = False
    took_back: bool = False


def reason_of(situation: Situation) -> Reason:
    """Return why asking is on offer, or why it is not.

    After an interview one message is worth it even where the letter says that none is
    given: that sentence is mostly the form's, and a person read you.
    """
    if situation.was_asked:
        return Reason.ASKED
    if situation.no_kind is None:
        return Reason.STILL_OPEN
    if situation.took_back:
        return Reason.TAKEN_BACK
    other = {
        NoKind.I_SAID_NO: Reason.OWN_NO,
        NoKind.JOB_WENT_AWAY: Reason.WENT_AWAY,
        NoKind.WENT_QUIET: Reason.WENT_QUIET,
    }.get(situation.no_kind)
    if other is not None:
        return other
    if situation.offers_feedback:
        return Reason.THEY_OFFER
    if situation.only_the_money_went:
        return Reason.MONEY_WENT
    if situation.only_the_place_went:
        return Reason.NO_PLACE
    if situation.was_not_about_them:
        return Reason.NOT_ABOUT_THEM
    return _reason_by_whom(situation)


def _reason_by_whom(situation: Situation) -> Reason:
    """Return why asking is on offer by who wrote or met the person, or why it is not."""
    if situation.interviews:
        return Reason.INTERVIEWED
    if situation.gives_none:
        return Reason.THEY_GIVE_NONE
    if situation.people:
        return Reason.PERSON_WROTE
    if situation.has_mailbox:
        return Reason.MAILBOX_WROTE
    return Reason.ONLY_MACHINES if situation.has_mail else Reason.NOBODY_KNOWN


def is_offered(reason: Reason) -> bool:
    """Return whether asking is on offer."""
    return reason in OFFERING


def current_no(history: Iterable[PastEvent]) -> int | None:
    """Return the number of the no that stands now; None where the application is open.

    It is the first no since the last sign of life, or since the person applied once more:
    what only repeats it is no other. A word after a silence is news, and takes its place; so is a decision about the person
    after the word that the job went away.
    """
    moves = sorted(
        (e for e in history if not e.is_void and not is_quiet(e)),
        key=lambda event: (event.at, event.number),
    )
    standing: PastEvent | None = None
    is_told = False
    for event in moves:
        no = NO_KINDS[standing.kind] if standing else None
        if reopens(event, no=no):
            standing = None
        elif standing is not None and applies_again(event, after=standing.at):
            is_told = False
        elif event.kind in NO_KINDS:
            is_news = (
                standing is None
                or not is_told
                or standing.kind == EventKind.SILENCE != event.kind
                or (
                    standing.kind == EventKind.POSITION_CLOSED
                    and event.kind == EventKind.REJECTION
                )
            )
            standing, is_told = (event if is_news else standing), True
    return standing.number if standing else None


def rounds_in(days: Iterable[date]) -> int:
    """Return how many interviews these days tell of.

    An invitation, its change and its confirmation are one interview: a new one begins
    more than ROUND_DAYS after the last.
    """
    count, last = 0, None
    for day in sorted(days):
        if last is None or (day - last).days > ROUND_DAYS:
            count += 1
        last = day
    return count


def reached_of(stage: Stage, *, interviews: int, people: int) -> Reached:
    """Return how far it went, as a draft tells it: of talks no more than were held.

    Args:
        stage: The furthest stage of the application.
        people: How many persons of theirs are known.
    """
    if interviews > 1:
        return Reached.FINAL
    if interviews or stage == Stage.INTERVIEW:
        return Reached.INTERVIEW
    if stage == Stage.ASSESSMENT:
        return Reached.ASSESSMENT
    return Reached.CONTACT if people else Reached.APPLICATION


def standing_of(
    state: RequestState,
    *,
    asked_at: datetime | None,
    is_answered: bool,
    now: datetime,
    zone_name: str,
) -> Standing:
    """Return how it stands with a request; silence closes it by itself.

    Args:
        asked_at: None where it has not left, or was taken back.
    """
    if is_answered:
        return Standing.ANSWERED
    if asked_at is None:
        is_sending = state == RequestState.SENDING
        return Standing.SENDING if is_sending else Standing.DRAFT
    if now >= silent_at(asked_at, zone_name=zone_name):
        return Standing.SILENT
    return Standing.WAITING
