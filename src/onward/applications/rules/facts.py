"""The form of the facts that are more than words: days, amounts, and choices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum


class WorkMode(StrEnum):
    """Where the work is done."""

    ON_SITE = "on_site"
    HYBRID = "hybrid"
    REMOTE = "remote"


class PayPeriod(StrEnum):
    """What a salary is paid for."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"


class Referral(StrEnum):
    """Whether somebody there put in a word."""

    YES = "yes"
    NO = "no"


SEARCHED_FACTS: tuple[str, ...] = (
    "company",
    "role",
    "requisition",
    "place",
    "system",
    "contact_name",
    "contact_address",
    "salary",
    "source",
)
"""The facts by whose words an application is found."""

MOST_PAID = 1_000_000_000


def is_day(value: str) -> bool:
    """Return whether this is a day written as in 2026-03-31."""
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_amount(value: str) -> bool:
    return value.isascii() and value.isdigit() and int(value[:12]) <= MOST_PAID


def _is_currency(value: str) -> bool:
    return len(value) == 3 and value.isascii() and value.isalpha() and value.isupper()


def _is_one_of(words: type[StrEnum]) -> Callable[[str], bool]:
    return lambda value: value in set(words)


_FORMS: dict[str, Callable[[str], bool]] = {
    "salary_min": _is_amount,
    "salary_max": _is_amount,
    "salary_currency": _is_currency,
    "salary_period": _is_one_of(PayPeriod),
    "work_mode": _is_one_of(WorkMode),
    "deadline": is_day,
    "referral": _is_one_of(Referral),
}


def is_well_formed(name: str, value: str) -> bool:
    """Return whether a fact can be kept as it is; an empty one takes the fact away.

    Amounts are whole numbers, currencies the three letters of ISO 4217, days ISO 8601.
    """
    form = _FORMS.get(name)
    return not value or form is None or form(value)


def readable(facts: Mapping[str, str]) -> dict[str, str]:
    """Return the facts that are well formed, for a reader of files that drops the others."""
    return {name: value for name, value in facts.items() if is_well_formed(name, value)}
