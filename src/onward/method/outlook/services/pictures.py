"""The five pictures: rows and rules in, drawings with their words and tables out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import resvg_py
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from onward.core.charts.calendar import CalendarChart, calendar_chart
from onward.core.charts.curves import Curve, curve_chart
from onward.core.charts.figure import Figure, KeyEntry, Table
from onward.core.charts.paint import paint, standalone
from onward.core.charts.rates import Rate, rate_chart
from onward.core.charts.sankey import sankey_chart
from onward.core.charts.sheet import NARROW, WIDE, safe_name
from onward.core.charts.spans import MOST_NAMED, Span, span_chart
from onward.core.dates import day_in
from onward.core.intervals import rate_interval
from onward.method.outlook.rules.pictures import (
    PictureName,
    by_month,
    days_of,
    funnel_of,
    months_of,
    spans_of,
    way_of,
    year_of,
)
from onward.method.outlook.rules.rows import End, Row
from onward.method.outlook.rules.silence import Curves, waits
from onward.method.outlook.services.reckoning import answer_curves
from onward.method.outlook.services.rows import done_since, once, rows_of
from onward.method.outlook.words import (
    LONG,
    PICTURE_LINES,
    PICTURE_TITLES,
    SHORT,
    between,
    percent,
    plain,
    some_of,
)
from onward.people.models import Person

WEEKS = 53
WEEKS_NARROW = 26
PNG_ZOOM = 2
_SHEETS = ("charts.css", "tokens.css")


def picture(
    person: Person, name: PictureName, *, has_names: bool, now: datetime
) -> Figure | None:
    """Return one picture of the person's search; None where there is nothing to draw yet."""
    key = (
        *("picture", name, has_names, get_language()),
        *(person.time_zone, person.week_starts_on),
    )

    def make() -> Figure | None:
        return _picture(person, name, has_names=has_names, now=now)

    return once(person, key, now=now, make=make)


def _picture(
    person: Person, name: PictureName, *, has_names: bool, now: datetime
) -> Figure | None:
    rows = rows_of(person)
    if not rows:
        return None
    if name == PictureName.LINES:
        return _lines(person, rows, has_names=has_names, now=now)
    if name == PictureName.DAYS:
        return _days(person, rows, now=now)
    draw: dict[PictureName, Callable[[list[Row], datetime], Figure]] = {
        PictureName.WAY: _way,
        PictureName.FUNNEL: _funnel,
        PictureName.ANSWERS: _answers,
    }
    return draw[name](rows, now)


def svg_file(figure: Figure) -> str:
    """Return the picture as an SVG file of its own, in the light colours."""
    css, background = _paints()
    drawing = render_to_string(
        figure.template, {"chart": figure.wide, "title": figure.title}
    )
    return standalone(drawing, css=css, background=background)


def png_file(figure: Figure) -> bytes:
    """Return the picture as a PNG file, twice as fine as the screen."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg_file(figure), zoom=PNG_ZOOM))


@cache
def _paints() -> tuple[str, str]:
    charts, tokens = (
        Path(str(finders.find(f"onward/css/{name}"))).read_text("utf-8")
        for name in _SHEETS
    )
    return paint(charts, tokens=tokens)


def _way(rows: list[Row], now: datetime) -> Figure:
    stations = way_of(rows, labels=plain(SHORT), now=now)
    lines = []
    for station in stations:
        lines.append((str(LONG[station.stage.key]), str(station.stage.count)))
        lines += [
            (f"{LONG[station.stage.key]} → {LONG[end.key]}", str(end.count))
            for end in station.ends
        ]
    return Figure(
        name=PictureName.WAY.value,
        title=str(PICTURE_TITLES[PictureName.WAY]),
        caption=_(
            "From left to right, how far each application went, and what came of it. "
            "No answer means 30 quiet days or more."
        ),
        template="components/charts/sankey.html",
        wide=sankey_chart(stations),
        narrow=sankey_chart(stations, width=NARROW),
        table=Table(_("What came of them"), (_("Where"), _("How many")), tuple(lines)),
    )


def _funnel(rows: list[Row], now: datetime) -> Figure:
    steps = funnel_of(rows)
    intervals = [rate_interval(step.count, step.all) for step in steps]
    rates = [
        Rate(
            str(LONG[step.key]),
            some_of(step.count, step.all),
            step.count / step.all,
            low,
            high,
        )
        for step, (low, high) in zip(steps, intervals, strict=True)
    ]
    table = Table(
        _("How far they went"),
        (_("Station"), _("Of all"), _("Likely range"), _("Of the station before")),
        tuple(
            (
                rate.label,
                rate.words,
                between(rate.low, rate.high),
                some_of(step.count, step.before),
            )
            for rate, step in zip(rates, steps, strict=True)
        ),
    )
    return Figure(
        name=PictureName.FUNNEL.value,
        title=str(PICTURE_TITLES[PictureName.FUNNEL]),
        caption=_(
            "Each bar is the share of all that were sent. The line over it is where the "
            "true rate may lie, 8 times in 10. Fresh ones, still on their way, are in it."
        ),
        template="components/charts/rates.html",
        wide=rate_chart(rates),
        narrow=rate_chart(rates, width=NARROW),
        table=table,
    )


def _days(person: Person, rows: list[Row], *, now: datetime) -> Figure:
    today = day_in(now, zone_name=person.time_zone)
    done = done_since(person, since=now - timedelta(weeks=WEEKS))
    days = days_of(rows, done, zone_name=person.time_zone)
    days = year_of(days, last=today, weeks=WEEKS)

    def draw(*, weeks: int, width: float) -> CalendarChart:
        return calendar_chart(
            days,
            last=today,
            weeks=weeks,
            week_starts_on=person.week_starts_on,
            width=width,
        )

    months = tuple(
        (date_format(month, "F Y"), str(count), str(on))
        for month, count, on in by_month(days)
    )
    return Figure(
        name=PictureName.DAYS.value,
        title=str(PICTURE_TITLES[PictureName.DAYS]),
        caption=_(
            "Applications sent, interviews, tests, follow-ups and looking back. Empty days "
            "are days off, and belong to it."
        ),
        template="components/charts/calendar.html",
        wide=draw(weeks=WEEKS, width=WIDE),
        narrow=draw(weeks=WEEKS_NARROW, width=NARROW),
        table=Table(
            _("By month"), (_("Month"), _("Things done"), _("On how many days")), months
        ),
    )


def _answers(rows: list[Row], now: datetime) -> Figure:
    found = answer_curves(waits(rows, now=now))
    named = {
        "go": (_("Reply"), found.positive),
        "they_said_no": (_("No"), found.no),
        "silent": (_("Still silent"), found.silent),
    }
    curves = [Curve(key, label, points) for key, (label, points) in named.items()]
    end = ngettext("%(days)d day", "%(days)d days", found.days) % {"days": found.days}
    if found.is_own:
        source = _("Counted from %(rows)d applications of yours.")
    else:
        source = _(
            "From %(rows)d applications of searches that people published, until 30 of "
            "yours are answered or closed."
        )
    return Figure(
        name=PictureName.ANSWERS.value,
        title=str(PICTURE_TITLES[PictureName.ANSWERS]),
        caption=" ".join(
            (
                _(
                    "Of all applications, how many have had a reply, a no or nothing so "
                    "many days after they were sent. The bands hold 8 times in 10."
                ),
                source % {"rows": found.rows},
            )
        ),
        template="components/charts/curves.html",
        wide=curve_chart(curves, days=found.days, end=end),
        narrow=curve_chart(curves, days=found.days, end=end, width=NARROW),
        table=_answers_table(found),
    )


def _answers_table(found: Curves) -> Table:
    days = [day for day in (1, 3, 7, 14, 21, 30, 45, 60) if day <= found.days]
    lines = [
        tuple(
            _("%(share)s (%(range)s)")
            % {
                "share": percent(points[day].share),
                "range": between(points[day].low, points[day].high),
            }
            for points in (found.positive, found.no, found.silent)
        )
        for day in days
    ]
    return Table(
        _("By the day, with the range that holds 8 times in 10"),
        (_("Days"), _("Reply"), _("No"), _("Still silent")),
        tuple((str(day), *line) for day, line in zip(days, lines, strict=True)),
    )


def _lines(
    person: Person, rows: list[Row], *, has_names: bool, now: datetime
) -> Figure | None:
    spans = spans_of(rows, has_names=has_names, now=now, zone_name=person.time_zone)
    if not spans:
        return None
    looks = {span.look for span in spans}
    is_listed = len(spans) <= MOST_NAMED
    table = _lines_table(spans, has_names) if is_listed else _months_table(spans)
    return Figure(
        name=PictureName.LINES.value,
        title=str(PICTURE_TITLES[PictureName.LINES]),
        caption=_(
            "A line begins on the day you applied and ends with what came of it. "
            "A dot is an interview."
        ),
        template="components/charts/spans.html",
        wide=span_chart(spans, width=WIDE),
        narrow=span_chart(spans, width=NARROW),
        key=tuple(
            KeyEntry(end.value, str(LONG[end.value]))
            for end in End
            if end.value in looks
        ),
        table=table,
    )


def _lines_table(spans: list[Span], has_names: bool) -> Table:
    ordered = sorted(spans, key=lambda span: span.first)
    return Table(
        _("One application a line"),
        (_("Application"), _("Applied"), _("Until"), _("What came of it")),
        tuple(
            (
                safe_name(span.name) if has_names else str(number),
                _day(span.first),
                _day(span.last),
                str(LONG[span.look]),
            )
            for number, span in enumerate(ordered, start=1)
        ),
    )


def _months_table(spans: list[Span]) -> Table:
    ends = [end for end in End if any(span.look == end for span in spans)]
    return Table(
        _("By the month in which you applied"),
        (_("Month"), _("Sent"), *(str(SHORT[end.value]) for end in ends)),
        tuple(
            (
                date_format(month, "F Y"),
                str(count),
                *(str(looks[end.value]) for end in ends),
            )
            for month, count, looks in months_of(spans)
        ),
    )


def _day(day: date) -> str:
    return date_format(day, "j M Y")


def picture_list() -> list[tuple[str, str, str]]:
    """Return name, title and one sentence of each picture, in their order."""
    return [
        (name.value, str(PICTURE_TITLES[name]), str(PICTURE_LINES[name]))
        for name in PictureName
    ]
