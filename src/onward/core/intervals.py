"""Rates and counts with their uncertainty: the Beta and Beta-Binomial distributions."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, lgamma, log, log1p

_TINY = 1e-300
_CLOSE = 1e-14
_MOST_TERMS = 20_000
_HALVINGS = 200


@dataclass(frozen=True, slots=True)
class Beta:
    """A Beta distribution over a rate in 0..1, given by its two positive shapes.

    As a prior it is worth `a + b` imaginary trials, of which `a` were successes.
    """

    a: float
    b: float

    def __post_init__(self) -> None:
        if not (self.a > 0 and self.b > 0):
            raise ValueError("Both shapes of a Beta distribution are above zero.")

    @property
    def mean(self) -> float:
        """Return the expected rate, a fraction in 0..1."""
        return self.a / (self.a + self.b)

    def updated(self, *, successes: float, trials: float) -> Beta:
        """Return what is believed of the rate after `trials`, which may be weighted.

        Raises:
            ValueError: If successes is negative or greater than trials.
        """
        if not 0 <= successes <= trials:
            raise ValueError("There are between none and all of the trials successes.")
        return Beta(self.a + successes, self.b + trials - successes)

    def below(self, rate: float) -> float:
        """Return the probability that the rate is at most `rate`: the regularised I_x(a, b)."""
        return _incomplete(rate, a=self.a, b=self.b)

    def quantile(self, probability: float) -> float:
        """Return the rate below which lies `probability`, by halving; exact to 1e-12."""
        low, high = 0.0, 1.0
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if self.below(middle) < probability:
                low = middle
            else:
                high = middle
            if high - low < 1e-13:
                break
        return (low + high) / 2

    def interval(self, mass: float = 0.8) -> tuple[float, float]:
        """Return the central interval that holds `mass` of the belief, fractions in 0..1."""
        tail = (1 - mass) / 2
        return self.quantile(tail), self.quantile(1 - tail)


JEFFREYS = Beta(0.5, 0.5)
"""The prior that says the least; its intervals cover well for small counts.

Source: Brown, Cai & DasGupta (2001), Statistical Science 16(2), pp. 101-133.
"""


def rate_interval(
    successes: int, trials: int, *, mass: float = 0.8, prior: Beta = JEFFREYS
) -> tuple[float, float]:
    """Return the central interval of a rate after counting, as fractions in 0..1.

    At none of n the lower end is 0 and at all of n the upper end is 1, so that what was
    always or never seen stays possible.

    Raises:
        ValueError: If successes is negative or greater than trials.
    """
    low, high = prior.updated(successes=successes, trials=trials).interval(mass)
    return (0.0 if successes == 0 else low), (1.0 if successes == trials else high)


def predictive(count: int, *, rate: Beta) -> list[float]:
    """Return the Beta-Binomial chances of 0, 1, …, `count` successes in `count` new trials."""
    return [
        exp(
            _log_choose(count, k)
            + _log_beta(k + rate.a, count - k + rate.b)
            - _log_beta(rate.a, rate.b)
        )
        for k in range(count + 1)
    ]


def count_interval(chances: list[float], *, mass: float = 0.8) -> tuple[int, int]:
    """Return the smallest counts low..high with no more than half the rest below and above."""
    tail = (1 - mass) / 2
    low, below = 0, 0.0
    while below + chances[low] <= tail:
        below += chances[low]
        low += 1
    high, above = len(chances) - 1, 0.0
    while above + chances[high] <= tail:
        above += chances[high]
        high -= 1
    return low, max(low, high)


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def _log_choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def _incomplete(x: float, *, a: float, b: float) -> float:
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(a * log(x) + b * log1p(-x) - _log_beta(a, b))
    if x < (a + 1) / (a + b + 2):
        return min(1.0, front * _fraction(x, a=a, b=b) / a)
    return max(0.0, 1.0 - front * _fraction(1 - x, a=b, b=a) / b)


def _fraction(x: float, *, a: float, b: float) -> float:
    """Return the continued fraction of the incomplete beta function, by Lentz's method.

    Source: DLMF 8.17.22.
    """
    c, d = 1.0, 1.0 - (a + b) * x / (a + 1)
    d = 1.0 / (d if abs(d) > _TINY else _TINY)
    value = d
    for m in range(1, _MOST_TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        step = 1.0
        for term in (even, odd):
            d = 1.0 + term * d
            d = 1.0 / (d if abs(d) > _TINY else _TINY)
            c = 1.0 + term / c
            c = c if abs(c) > _TINY else _TINY
            step = d * c
            value *= step
        if abs(step - 1.0) < _CLOSE:
            break
    return value
