"""Patterns over many applications: counts with intervals, and what they can tell apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onward.core.intervals import JEFFREYS, rate_interval

FLOOR = 30
"""Fewer resolved applications in one of two groups, and no difference is ever named."""

LEAST_SHOWN = 3
"""Groups smaller than this are put together as "the rest"."""

MOST_GROUPS = 8
MASS = 0.8
ALPHA = 0.1
"""How often, over all comparisons of a page together, chance alone may look like more."""

_STEPS = 400


class By(StrEnum):
    """What applications are told apart by."""

    RESUME = "resume"
    TAILORED = "tailored"
    SAID_TAILORED = "said_tailored"
    SOURCE = "source"
    ROLE = "role"
    REFERRAL = "referral"
    WEEKDAY = "weekday"
    ADVERT_AGE = "advert_age"


class Outcome(StrEnum):
    """What is counted."""

    ANSWERED = "answered"  # a person answered, whatever they said but a plain no
    INTERVIEW = "interview"


REST = ""
"""The key of the group of all small groups."""


@dataclass(frozen=True, slots=True)
class Case:
    """One resolved application: its group for each thing it is told apart by.

    Attributes:
        groups: The key of its group; a thing that is not known of it is left out.
    """

    groups: dict[By, str]
    answered: bool
    interviewed: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One group with its counts, and the interval of each rate: 8 times in 10 within."""

    key: str
    count: int
    answered: int
    interviews: int

    def successes(self, outcome: Outcome) -> int:
        """Return how many of the group had this outcome."""
        return self.answered if outcome == Outcome.ANSWERED else self.interviews

    def interval(self, outcome: Outcome) -> tuple[float, float]:
        """Return the interval of the rate, fractions in 0..1, by Jeffreys' prior."""
        return rate_interval(self.successes(outcome), self.count, mass=MASS)


class Telling(StrEnum):
    """What two groups tell."""

    TOO_FEW = "too_few"
    NOT_APART = "not_apart"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The two largest groups beside one another.

    Attributes:
        chance: How likely the first group's rate is the higher one, 0..1.
        more: The key of the group with more, where they are told apart.
    """

    one: Group
    other: Group
    chance: float
    telling: Telling
    more: str | None


@dataclass(frozen=True, slots=True)
class Pattern:
    """The groups of one thing, the largest first, with the comparison of the first two."""

    by: By
    groups: tuple[Group, ...]
    comparison: Comparison | None


def patterns(cases: Iterable[Case], *, outcome: Outcome) -> list[Pattern]:
    """Return a pattern for each thing that tells two groups apart or more.

    Each pattern makes one comparison, and the share of chance is divided among all of them
    (Bonferroni), so that looking at many things makes no difference out of none.
    """
    every = list(cases)
    grouped = {by: _groups(every, by) for by in By}
    several = {by: groups for by, groups in grouped.items() if len(groups) > 1}
    return [
        Pattern(by, groups, _compare(groups, outcome=outcome, among=len(several)))
        for by, groups in several.items()
    ]


def _groups(cases: Sequence[Case], by: By) -> tuple[Group, ...]:
    members: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        if by in case.groups:
            members[case.groups[by]].append(case)
    by_size = sorted(members.items(), key=lambda each: (-len(each[1]), each[0]))
    large = [each for each in by_size if len(each[1]) >= LEAST_SHOWN][:MOST_GROUPS]
    named = {key for key, _cases in large}
    rest = [case for key, them in by_size if key not in named for case in them]
    groups = [_group(key, them) for key, them in large]
    return (*groups, _group(REST, rest)) if rest and groups else tuple(groups)


def _group(key: str, cases: Sequence[Case]) -> Group:
    return Group(
        key=key,
        count=len(cases),
        answered=sum(case.answered for case in cases),
        interviews=sum(case.interviewed for case in cases),
    )


def _compare(
    groups: Sequence[Group], *, outcome: Outcome, among: int
) -> Comparison | None:
    named = [group for group in groups if group.key != REST]
    if len(named) < 2:
        return None
    one, other = named[0], named[1]
    chance = chance_of_more(
        (one.successes(outcome), one.count), (other.successes(outcome), other.count)
    )
    if min(one.count, other.count) < FLOOR:
        return Comparison(one, other, chance, Telling.TOO_FEW, None)
    sure = 1 - ALPHA / 2 / max(among, 1)
    if sure > max(chance, 1 - chance):
        return Comparison(one, other, chance, Telling.NOT_APART, None)
    more = one.key if chance > 0.5 else other.key
    return Comparison(one, other, chance, Telling.APART, more)


def chance_of_more(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return the probability that the first rate is above the second, given both counts.

    Both rates are believed as Beta distributions with Jeffreys' prior; the sum over slices
    of 1/400 is exact to about 1/1000 for up to some thousand trials.

    Args:
        one, other: (successes, trials).
    """
    first, second = _slices(*one), _slices(*other)
    return sum(
        (first[step + 1] - first[step]) * (second[step + 1] + second[step]) / 2
        for step in range(_STEPS)
    )


def _slices(successes: int, trials: int) -> list[float]:
    """Return the probability that the rate is below 0, 1/400, 2/400 … 1."""
    belief = JEFFREYS.updated(successes=successes, trials=trials)
    return [belief.below(step / _STEPS) for step in range(_STEPS + 1)]
