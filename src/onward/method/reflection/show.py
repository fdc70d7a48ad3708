"""Patterns as pictures with their words and tables."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.core.charts.figure import Figure, Table
from onward.core.charts.rates import Rate, rate_chart
from onward.core.charts.sheet import NARROW
from onward.method.reflection.labels import BY_LABELS, GROUP_LABELS, OUTCOME_LABELS
from onward.method.reflection.rules.patterns import (
    FLOOR,
    REST,
    By,
    Comparison,
    Group,
    Outcome,
    Telling,
)
from onward.method.reflection.services.patterns import PatternPage


@dataclass(frozen=True, slots=True)
class PatternPicture:
    """One pattern as its page shows it: a picture, and one sentence on what it tells."""

    title: str
    sentence: str
    figure: Figure


def pattern_pictures(page: PatternPage) -> list[PatternPicture]:
    """Return each pattern with its picture, its table, and what can be said of it."""
    return [
        PatternPicture(
            title=str(BY_LABELS[pattern.by]),
            sentence=sentence(pattern.comparison, by=pattern.by, outcome=page.outcome),
            figure=_figure(pattern.by, pattern.groups, outcome=page.outcome),
        )
        for pattern in page.patterns
    ]


def group_name(by: By, key: str) -> str:
    """Return what a group is called."""
    if key == REST:
        return _("the rest, each too few")
    return str(GROUP_LABELS.get(by, {}).get(key, key))


def of(group: Group, *, outcome: Outcome) -> str:
    """Return a count as a person reads it: 2 of 14."""
    return _("%(n)d of %(all)d") % {
        "n": group.successes(outcome),
        "all": group.count,
    }


def sentence(comparison: Comparison | None, *, by: By, outcome: Outcome) -> str:
    """Return what the two largest groups tell, with their counts; never a cause."""
    if comparison is None:
        return _(
            "One group has a name and the other gathers what is too few by itself, so "
            "the two are not compared."
        )
    names = {
        "one": group_name(by, comparison.one.key),
        "first": of(comparison.one, outcome=outcome),
        "other": group_name(by, comparison.other.key),
        "second": of(comparison.other, outcome=outcome),
        "floor": FLOOR,
    }
    told = _("%(one)s: %(first)s, %(other)s: %(second)s") % names
    if comparison.telling == Telling.TOO_FEW:
        few = _("too few to tell apart (it takes %(floor)d on each side)") % names
        return f"{told}: {few}."
    if comparison.telling == Telling.NOT_APART:
        return f"{told}: {_('no difference that chance would not make, too')}."
    more = group_name(by, comparison.more or "")
    apart = _("more for “%(more)s” than chance usually makes; why, this cannot say") % {
        "more": more
    }
    return f"{told}: {apart}."


def _figure(by: By, groups: tuple[Group, ...], *, outcome: Outcome) -> Figure:
    rates = [_rate(by, group, outcome=outcome) for group in groups]
    what = str(OUTCOME_LABELS[outcome])
    title = f"{BY_LABELS[by]}: {what}"
    return Figure(
        name=f"pattern-{by.value}",
        title=title,
        caption=_(
            "The bar is what was counted; the line holds the true rate 8 times in 10."
        ),
        template="components/charts/rates.html",
        wide=rate_chart(rates),
        narrow=rate_chart(rates, width=NARROW),
        table=_table(by, groups, outcome=outcome, title=title),
    )


def _rate(by: By, group: Group, *, outcome: Outcome) -> Rate:
    low, high = group.interval(outcome)
    return Rate(
        label=group_name(by, group.key)[:60],
        words=of(group, outcome=outcome),
        share=group.successes(outcome) / group.count,
        low=low,
        high=high,
    )


def _table(by: By, groups: tuple[Group, ...], *, outcome: Outcome, title: str) -> Table:
    rows = []
    for group in groups:
        low, high = group.interval(outcome)
        within = _("%(low)d to %(high)d %%") % {
            "low": round(100 * low),
            "high": round(100 * high),
        }
        count = ngettext("%(n)d application", "%(n)d applications", group.count) % {
            "n": group.count
        }
        rows.append(
            (group_name(by, group.key), count, str(group.successes(outcome)), within)
        )
    head = (
        _("Group"),
        _("Sent and settled"),
        str(OUTCOME_LABELS[outcome]).capitalize(),
        _("8 times in 10 within"),
    )
    return Table(caption=title, head=head, rows=tuple(rows))
