from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from onward.core.charts.calendar import calendar_chart, level_of
from onward.core.charts.curves import Curve, Point, curve_chart
from onward.core.charts.paint import paint, srgb, standalone
from onward.core.charts.rates import Rate, rate_chart
from onward.core.charts.sankey import Part, Station, sankey_chart
from onward.core.charts.sheet import (
    NARROW,
    WIDE,
    fitted,
    month_starts,
    safe_name,
    share_ticks,
)
from onward.core.charts.spans import MOST_NAMED, Span, pack, span_chart

CSS = Path(__file__).parents[3] / "src" / "onward" / "static" / "onward" / "css"
WIDTHS = st.sampled_from((WIDE, NARROW))
DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))


@given(st.floats(0, 1))
def test_ticks_begin_at_nothing_and_reach_the_largest_share(top: float) -> None:
    ticks = share_ticks(top)
    assert ticks[0] == 0
    assert ticks[-1] >= min(top, 1.0) - 1e-9
    assert 2 <= len(ticks) <= 6
    assert ticks == sorted(set(ticks))


@given(DAYS, DAYS, st.integers(1, 12))
def test_months_are_firsts_within_the_days_and_never_too_many(
    one: date, other: date, most: int
) -> None:
    first, last = sorted((one, other))
    months = month_starts(first, last, most=most)
    assert len(months) <= most
    assert all(month.day == 1 and first <= month <= last for month in months)


@given(st.text())
def test_a_name_fits_into_an_xml_file(text: str) -> None:
    element = ET.Element("text")
    element.text = safe_name(text)
    assert len(ET.fromstring(ET.tostring(element)).text or "") <= 40  # noqa: S314


rates = st.builds(
    lambda low, share, high: Rate("Rate", "1 of 2", *_between(low, share, high)),
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(0, 1),
)


def _between(*shares: float) -> tuple[float, float, float]:
    low, share, high = sorted(shares)
    return share, low, high


@given(st.lists(rates, max_size=6), WIDTHS)
def test_every_bar_stands_on_the_sheet_and_within_its_interval(
    lines: list[Rate], width: float
) -> None:
    chart = rate_chart(lines, width=width)
    for bar in chart.bars:
        assert bar.width is not None
        assert 0 <= bar.low <= bar.width <= bar.high <= width
        assert bar.y + chart.bar <= chart.base


WORDS = st.text("mn ", min_size=1, max_size=24)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=5), WIDTHS)
def test_the_words_of_a_rate_never_lie_over_its_label(
    lines: list[tuple[str, str]], width: float
) -> None:
    chart = rate_chart([Rate(*words, 0.2, 0.1, 0.3) for words in lines], width=width)
    tops = [bar.label.y for bar in chart.bars]
    for bar in chart.bars:
        taken = 7.5 * (len(bar.label.text) + len(bar.words.text))
        assert taken < width or bar.words.y >= bar.label.y + 14
        assert bar.words.y < bar.y
        assert bar.y + chart.bar <= chart.base
    assert all(low - high >= 40 for high, low in pairwise(tops))


def test_on_a_phone_long_words_stand_under_their_label() -> None:
    line = Rate(
        "Interview to offer: last 8 weeks",
        "nothing to count yet",
        None,
        0,
        1,
        is_counted=False,
    )
    phone, desk = rate_chart([line], width=340).bars, rate_chart([line]).bars
    assert phone[0].words.y > phone[0].label.y
    assert desk[0].words.y == desk[0].label.y


def test_a_rate_of_few_has_an_interval_and_no_bar() -> None:
    chart = rate_chart([Rate("Rate", "1 of 3", None, 0.03, 0.26)])
    assert chart.bars[0].width is None
    assert chart.bars[0].low < chart.bars[0].high


def test_a_rate_of_nothing_is_words_alone_and_stretches_no_scale() -> None:
    nothing = Rate("Rate", "nothing yet", None, 0.03, 0.9, is_counted=False)
    few = Rate("Rate", "1 of 9", None, 0.03, 0.26)
    chart = rate_chart([nothing, few])
    assert [bar.is_counted for bar in chart.bars] == [False, True]
    assert [tick.label.text for tick in chart.ticks] == [
        tick.label.text for tick in rate_chart([few]).ticks
    ]
    drawn = render_to_string("components/charts/rates.html", {"chart": chart})
    assert drawn.count("chart__reach") == 1


@st.composite
def ways(draw: st.DrawFn) -> list[Station]:
    keys = ["applied", "in_touch", "interview", "offer"][: draw(st.integers(1, 4))]
    stations: list[Station] = []
    onward = 0
    for key in reversed(keys):
        ends = tuple(
            Part(f"end-{number}", "End", draw(st.integers(0, 3000)))
            for number in range(draw(st.integers(0, 5)))
        )
        onward += sum(end.count for end in ends)
        stations.append(Station(Part(key, key, onward), ends))
    return stations[::-1]


@given(ways(), WIDTHS)
def test_a_way_shows_everyone_once_and_nothing_overlaps(
    stations: list[Station], width: float
) -> None:
    chart = sankey_chart(stations, width=width)
    ends = [node for node in chart.nodes if not node.is_stage]
    total = stations[0].stage.count
    assert sum(int(node.count.text) for node in ends) == total
    columns: dict[float, list[tuple[float, float]]] = {}
    for node in chart.nodes:
        assert 0 <= node.x <= width
        assert node.y + node.height <= chart.height
        columns.setdefault(node.x, []).append((node.y, node.y + node.height))
    for spans in columns.values():
        for (_, bottom), (top, _) in pairwise(spans):
            assert top >= bottom - 0.2
    assert len(chart.links) == max(0, len(chart.nodes) - 1)


def test_words_beside_a_bar_end_before_the_next_column() -> None:
    ends = (Part("silent", "No answer", 3), Part("job_went_away", "Went away", 1))
    stations = [
        Station(Part("applied", "Applied", 16), ends),
        Station(Part("in_touch", "In touch", 12), ends),
        Station(Part("interview", "Interview", 8), ends),
        Station(Part("offer", "Offer", 4), ends),
    ]
    chart = sankey_chart(stations, width=NARROW)
    columns = sorted({node.x for node in chart.nodes})
    for node in chart.nodes:
        after = next((x for x in columns if x > node.x), None)
        for line in filter(None, (node.label, node.more)):
            width = (after or 999.0) - line.x
            assert fitted(line.text, width=width) == line.text
    inner, last = chart.nodes[2], chart.nodes[-2]
    assert (inner.label.text, inner.more and inner.more.text) == ("No", "answer")
    assert (last.label.text, last.more) == ("No answer", None)
    assert "Applied → No answer: 3" in [link.title for link in chart.links]
    assert all(node.more is None for node in sankey_chart(stations).nodes)


def test_a_word_on_two_lines_has_room_below_it() -> None:
    ends = (Part("silent", "No answer", 1), Part("job_went_away", "Went away", 1))
    stations = [
        Station(Part("applied", "Applied", 6), ends),
        Station(Part("in_touch", "In touch", 4), ends),
        Station(Part("interview", "Interview", 2), ends),
    ]
    nodes = sankey_chart(stations, width=NARROW / 1.2).nodes
    first, second = (node for node in nodes[:4] if not node.is_stage)
    assert first.more is not None
    assert second.count.y - first.more.y >= 14


def test_a_way_whose_sums_are_off_is_refused() -> None:
    with pytest.raises(ValueError, match="not the sum"):
        sankey_chart([Station(Part("applied", "Applied", 3), (Part("a", "A", 2),))])


@given(st.dictionaries(DAYS, st.integers(1, 20), max_size=40), DAYS, WIDTHS)
def test_a_calendar_ends_with_the_last_day_and_keeps_its_weeks(
    counts: dict[date, int], last: date, width: float
) -> None:
    chart = calendar_chart(counts, last=last, weeks=10, width=width)
    assert chart.cells[-1].day == last
    assert chart.cells[0].day.weekday() == 0
    assert chart.cells[0].day == last - timedelta(days=last.weekday() + 63)
    assert all(cell.count == counts.get(cell.day, 0) for cell in chart.cells)
    assert all(cell.x + chart.size <= width + 0.2 for cell in chart.cells)


def test_a_week_begins_on_the_day_the_person_chose() -> None:
    chart = calendar_chart({}, last=date(2026, 5, 20), weeks=4, week_starts_on=6)
    assert chart.cells[0].day.weekday() == 6


@pytest.mark.parametrize(("count", "level"), [(0, 0), (1, 1), (3, 2), (6, 3), (99, 4)])
def test_more_on_a_day_is_darker(count: int, level: int) -> None:
    assert level_of(count) == level


def test_a_curve_goes_in_steps_and_its_band_closes() -> None:
    points = (Point(0, 0.0, 0.0, 0.1), Point(5, 0.2, 0.1, 0.3), Point(9, 0.4, 0.2, 0.6))
    line = curve_chart([Curve("go", "Reply", points)], days=10, end="x").lines[0]
    assert re.fullmatch(r"M[\d.]+ [\d.]+(H[\d.]+V[\d.]+){2}H[\d.]+", line.path)
    assert line.band.endswith("Z")


@given(st.lists(st.floats(0, 1), min_size=2, max_size=5), WIDTHS)
def test_names_of_curves_never_touch(shares: list[float], width: float) -> None:
    curves = [Curve("go", "x", (Point(0, s, s, s),)) for s in shares]
    heights = sorted(
        line.label.y for line in curve_chart(curves, days=9, end="x", width=width).lines
    )
    assert all(b - a >= 16.9 for a, b in pairwise(heights))


@given(st.integers(1, 400), WIDTHS)
def test_the_last_day_of_curves_is_marked_with_what_is_counted(
    days: int, width: float
) -> None:
    chart = curve_chart([], days=days, end=f"{days} days", width=width)
    *others, last = chart.across
    assert (last.at, last.label.text) == (chart.right, f"{days} days")
    assert last.label.anchor == "end"
    # Its name ends there, and none stands where it begins.
    assert all(one.at <= last.at - 72 for one in others)


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize("line", ["go", "no", "silent"])
@pytest.mark.parametrize("ground", ["paper", "surface"])
def test_the_lines_of_waiting_stand_out_from_the_page(
    line: str, ground: str, theme: int
) -> None:
    # WCAG 1.4.11 asks of what a picture is understood by.
    light = [
        _light(name, sheet, theme)
        for name, sheet in ((f"chart-{line}", "charts.css"), (ground, "tokens.css"))
    ]
    assert (max(light) + 0.05) / (min(light) + 0.05) >= 3


def _light(name: str, sheet: str, theme: int) -> float:
    css = (CSS / sheet).read_text("utf-8")
    both = re.search(rf"--{name}: light-dark\((.*)\);", css)
    assert both is not None
    tone = re.findall(r"oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)", both[1])[theme]
    lightness, chroma, hue = map(float, tone)
    colour = srgb(lightness / 100, chroma, hue)
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


spans = st.builds(
    lambda first, length, look: Span(first, first + timedelta(days=length), look),
    DAYS,
    st.integers(0, 200),
    st.sampled_from(("open", "silent")),
)


@given(st.lists(spans, max_size=80))
def test_packed_lines_never_share_a_day_of_a_lane(lines: list[Span]) -> None:
    ordered = sorted(lines, key=lambda span: (span.first, span.last))
    taken: dict[int, date] = {}
    for span, lane in zip(ordered, pack(ordered), strict=True):
        assert lane not in taken or taken[lane] < span.first
        taken[lane] = span.last


def test_packing_uses_no_more_lanes_than_lines_that_overlap() -> None:
    first = date(2026, 1, 1)
    lines = [
        Span(first + timedelta(days=n), first + timedelta(days=n + 9), "open")
        for n in range(100)
    ]
    assert max(pack(lines)) == 9


@pytest.mark.parametrize("count", [0, 5, MOST_NAMED, MOST_NAMED + 1, 2000])
def test_a_few_lines_have_names_and_two_thousand_stay_on_the_sheet(count: int) -> None:
    first = date(2026, 1, 1)
    lines = [
        Span(
            first + timedelta(days=n % 400),
            first + timedelta(days=n % 400 + 30),
            "open",
            "Oak Mill",
        )
        for n in range(count)
    ]
    chart = span_chart(lines)
    assert len(chart.names) == (count if count <= MOST_NAMED else 0)
    assert chart.height <= 1600
    assert span_chart(lines, width=NARROW).height <= 2200
    assert sum(bundle.path.count("M") for bundle in chart.bundles) == count


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(
    "name", ["Oak Mill", "Wasserwirtschaftsverband W", "WWWW MMMM WWWW MMMM WWWW MMM"]
)
def test_no_name_lies_over_a_line(width: float, name: str) -> None:
    first = date(2026, 1, 1)
    lines = [Span(first, first + timedelta(days=n), "open", name) for n in range(9)]
    chart = span_chart(lines, width=width)
    starts = re.findall(r"M([\d.]+) ([\d.]+)h", chart.bundles[0].path)
    assert len(starts) == len(chart.names) == 9
    for label, (x, y) in zip(chart.names, starts, strict=True):
        # At 12 px the widest sign takes about 12, and letters reach 3 below their line.
        ends = label.x + sum(12 if c in "MW…" else 6.6 for c in label.text)
        is_beside = ends < float(x)
        is_over = label.y + 3 < float(y) - chart.stroke / 2 and ends < width
        assert is_beside or is_over
    assert len({label.y for label in chart.names}) == 9


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Oak", "Oak"), ("Oak Mill and Sons", "Oak Mil…"), ("工場工場工場", "工場工場…")],
)
def test_a_word_is_cut_to_its_room(text: str, shown: str) -> None:
    assert fitted(text, width=65) == shown


def test_the_colours_of_a_file_are_plain_and_all_of_them_resolved() -> None:
    css, ground = paint(
        (CSS / "charts.css").read_text("utf-8"),
        tokens=(CSS / "tokens.css").read_text("utf-8"),
    )
    assert re.fullmatch("#[0-9a-f]{6}", ground)
    assert ".chart__fill--they_said_no" in css
    # Not the stronger line that is meant for those who ask for more contrast.
    assert f"stroke: {srgb(0.885, 0.017, 78)};" in css
    assert not re.search(r"var\(|oklch|light-dark|inherit|@|&", css)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ((1.0, 0, 0), "#ffffff"),
        ((0.0, 0, 0), "#000000"),
        ((0.628, 0.2577, 29.23), "#ff0000"),
    ],
)
def test_colours_are_those_of_the_standard(
    colour: tuple[float, float, float], expected: str
) -> None:
    assert srgb(*colour) == expected


def test_a_file_of_its_own_says_what_language_it_is_in() -> None:
    whole = standalone(
        '<svg viewBox="0 0 720 40.5" role="img"><path d="M0 0"/></svg>',
        css="",
        background="#fff",
    )
    root = ET.fromstring(whole)  # noqa: S314
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("width") == "720"


def test_only_a_drawing_becomes_a_file() -> None:
    with pytest.raises(ValueError, match="no SVG"):
        standalone("<p>hello</p>", css="", background="#fff")
