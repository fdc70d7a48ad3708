"""Builders of rows, and of whole searches drawn by chance."""

from __future__ import annotations

import random
import uuid
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from onward.applications.rules.kinds import NoKind, Stage
from onward.method.outlook.rules.rows import Row

DAY = timedelta(days=1)
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
"""The moment at which the rows are looked at."""


def make_row(
    *,
    applied: float | None = 60,
    answered: float | None = None,
    refused: float | None = None,
    interview: float | None = None,
    moved: float | None = None,
    followed_up: float | None = None,
    reached: Stage = Stage.APPLIED,
    no_kind: NoKind | None = None,
    company: str = "Bright Harbour",
    is_archived: bool = False,
) -> Row:
    """Return a row; its moments are given in days before NOW."""
    ages = [age for age in (applied, answered, refused, interview) if age is not None]
    last = moved if moved is not None else min(ages, default=None)
    return Row(
        id=uuid.uuid4(),
        company=company,
        role="Planner",
        reached=reached,
        no_kind=no_kind,
        is_open=no_kind is None and reached != Stage.ACCEPTED,
        is_archived=is_archived,
        applied_at=_ago(applied),
        answered_at=_ago(answered),
        refused_at=_ago(refused),
        interviews=() if interview is None else (NOW - timedelta(days=interview),),
        moved_at=_ago(last),
        followed_up_at=_ago(followed_up),
    )


def _ago(days: float | None) -> datetime | None:
    return None if days is None else NOW - days * DAY


def draw_search(
    chance: random.Random, *, rate: float, count: int, weeks: float, offer: float = 0.1
) -> list[Row]:
    """Return a search of `count` applications over so many weeks, at a true rate.

    Positive answers come as in published searches, half of them by day 7; half of the
    others are refused after about two weeks, the rest stay silent.
    """
    return [
        _draw_row(chance, rate=rate, offer=offer, age=chance.uniform(0, weeks * 7))
        for _ in range(count)
    ]


def _draw_row(chance: random.Random, *, rate: float, offer: float, age: float) -> Row:
    if chance.random() < rate:
        wait = answer_day(chance)
        if wait > age:
            return make_row(applied=age)
        at = age - wait
        if at > 21 and chance.random() < offer:
            return make_row(applied=age, answered=at, interview=at, reached=Stage.OFFER)
        over = at > 21
        return make_row(
            applied=age,
            answered=at,
            interview=at,
            refused=at - 21 if over else None,
            reached=Stage.INTERVIEW,
            no_kind=NoKind.THEY_SAID_NO if over else None,
        )
    wait = chance.expovariate(1 / 14)
    if chance.random() < 0.5 and wait <= age:
        return make_row(applied=age, refused=age - wait, no_kind=NoKind.THEY_SAID_NO)
    return make_row(applied=age)


def answer_day(chance: random.Random) -> float:
    """Return after how many days a positive answer comes: the inverse of the known curve."""
    share = chance.random()
    known = (
        (0.0, 0.0),
        (7.0, 0.5),
        (14.0, 0.74),
        (21.0, 0.91),
        (30.0, 0.95),
        (45.0, 1.0),
    )
    for (day, low), (later, high) in pairwise(known):
        if share <= high:
            return day + (later - day) * (share - low) / (high - low)
    return 45.0
