"""Which of the times that a mail offers the person's answer takes; pure."""

from __future__ import annotations

from datetime import date, datetime

from onward.mail.rules.times.clock import times_in
from onward.mail.rules.times.days import days_in, words_in
from onward.mail.rules.times.when import appointment


def chosen_time(
    *, offered: str, offered_on: date, answer: str, answered_on: date
) -> datetime | None:
    """Return the one time that an answer names, where the offer names its day and hour.

    What the person proposes themselves is arranged by nobody yet.
    """
    chosen = appointment(answer, told_on=answered_on)
    if chosen is None:
        return None
    words = words_in(offered)
    days = days_in(offered, told_on=offered_on, words=words)
    if chosen.date() not in {mention.day for mention in days if mention}:
        return None
    hours = {mention.at for mention in times_in(offered, words=words)}
    return chosen if chosen.time() in hours else None
