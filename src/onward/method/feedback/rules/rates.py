"""A person's own rate of answers, with its uncertainty; pure."""

from __future__ import annotations

from dataclasses import dataclass

from onward.core.intervals import rate_interval

FEWEST_REQUESTS = 5
"""Below this many finished requests a rate says nothing and is not shown."""


@dataclass(frozen=True, slots=True)
class AnswerRate:
    """How many requests were answered.

    Attributes:
        low, high: The 80 % interval of the rate, in whole per cent.
    """

    answered: int
    finished: int
    low: int
    high: int


def answer_rate(*, answered: int, silent: int) -> AnswerRate | None:
    """Return the rate over the finished requests; None while they are too few.

    Args:
        silent: Requests that were closed without an answer; waiting ones do not count.
    """
    finished = answered + silent
    if finished < FEWEST_REQUESTS:
        return None
    low, high = rate_interval(answered, finished)
    return AnswerRate(answered, finished, round(low * 100), round(high * 100))
