"""A way that narrows: at each station some go on, the others end in one way or another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onward.core.charts.sheet import WIDE, Label, fitted, place

_HEAD = 38.0
_TALLEST = 230.0
_SLOT = 34.0
_LINE = 13.0
_GAP = 8.0
_NODE = 8.0
_THINNEST = 1.2
_LABEL_ROOM = 84.0
_LABEL_ROOM_NARROW = 58.0


@dataclass(frozen=True, slots=True)
class Part:
    """So many of the same kind, e.g. key "silent", label "No answer", count 80."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Station:
    """Those who came so far, and how those among them ended who went no further."""

    stage: Part
    ends: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A bar that stands for a part; a stage has its words above, an end beside it.

    Attributes:
        more: The second line of the words, where one is too wide for the room beside.
    """

    key: str
    is_stage: bool
    x: float
    y: float
    width: float
    height: float
    count: Label
    label: Label
    more: Label | None = None

    @property
    def room(self) -> float:
        """How high it is with its words."""
        words = 0.0 if self.is_stage else _SLOT + (_LINE if self.more else 0.0)
        return max(self.height, words)


@dataclass(frozen=True, slots=True)
class Link:
    """A ribbon from a stage to what came of a part of it, as the path of its outline."""

    key: str
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class SankeyChart:
    """The whole sheet."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]


def sankey_chart(stations: Sequence[Station], *, width: float = WIDE) -> SankeyChart:
    """Return where to draw a way of stations; parts of no one are left out.

    Heights are in proportion to counts, all by one scale, but never thinner than a hair.

    Raises:
        ValueError: If a stage is not the sum of its ends and of the next stage.
    """
    _check(stations)
    total = stations[0].stage.count if stations else 0
    if not total:
        return SankeyChart(width, _HEAD, (), ())
    scale = _TALLEST / total
    columns = [[stations[0].stage], *_columns(stations)]
    labels = _LABEL_ROOM if width >= WIDE else _LABEL_ROOM_NARROW
    step = (width - labels - _NODE) / max(1, len(columns) - 1)
    stages = {station.stage.key for station in stations}
    # Beside the last column nothing follows that words could run into.
    beside = [step - _NODE - 9] * (len(columns) - 1) + [width]
    nodes = [
        _stack(parts, x=step * number, scale=scale, stages=stages, beside=room)
        for number, (parts, room) in enumerate(zip(columns, beside, strict=True))
    ]
    bottom = max(node.y + max(node.room, _SLOT) for column in nodes for node in column)
    return SankeyChart(
        width=width,
        height=place(bottom + 4),
        nodes=tuple(node for column in nodes for node in column),
        links=tuple(_links(stations, nodes, scale=scale)),
    )


def _check(stations: Sequence[Station]) -> None:
    following = [*(station.stage.count for station in stations[1:]), 0]
    for station, onward in zip(stations, following, strict=False):
        if station.stage.count != sum(end.count for end in station.ends) + onward:
            raise ValueError(f"{station.stage.key} is not the sum of what came of it.")


def _columns(stations: Sequence[Station]) -> list[list[Part]]:
    """Return what stands in each column after the first: the next stage, then the ends."""
    columns = []
    for number, station in enumerate(stations):
        onward = [later.stage for later in stations[number + 1 : number + 2]]
        parts = [part for part in (*onward, *station.ends) if part.count]
        if parts:
            columns.append(parts)
    return columns


def _stack(
    parts: Sequence[Part], *, x: float, scale: float, stages: set[str], beside: float
) -> list[Node]:
    y = _HEAD
    nodes: list[Node] = []
    for part in parts:
        is_stage = part.key in stages
        if not is_stage and nodes:
            y += _GAP
        height = max(_THINNEST, part.count * scale)
        node = _node(part, is_stage=is_stage, x=x, y=y, height=height, beside=beside)
        nodes.append(node)
        y += node.room
    return nodes


def _node(
    part: Part, *, is_stage: bool, x: float, y: float, height: float, beside: float
) -> Node:
    more = None
    if is_stage:
        count = Label(place(x), y - 22, str(part.count))
        label = Label(place(x), y - 7, part.label)
    else:
        side, middle = place(x + _NODE + 5), place(y + max(min(height, 60), 24) / 2)
        count = Label(side, middle - 1, str(part.count))
        first, second = _lines(part.label, width=beside)
        label = Label(side, middle + _LINE, first)
        more = Label(side, middle + 2 * _LINE, second) if second else None
    return Node(
        key=part.key,
        is_stage=is_stage,
        x=place(x),
        y=place(y),
        width=_NODE,
        height=place(height),
        count=count,
        label=label,
        more=more,
    )


def _lines(text: str, *, width: float) -> tuple[str, str]:
    """Return words on one line, or on two where they are wider than `width`."""
    first, _space, second = text.partition(" ")
    return (text, "") if fitted(text, width=width) == text else (first, second)


def _links(
    stations: Sequence[Station], nodes: Sequence[Sequence[Node]], *, scale: float
) -> list[Link]:
    links = []
    for number, station in enumerate(stations):
        if number + 1 >= len(nodes):
            break
        source = next(node for node in nodes[number] if node.key == station.stage.key)
        y = source.y
        for target in nodes[number + 1]:
            share = max(_THINNEST, int(target.count.text) * scale)
            links.append(_ribbon(source, target, y=y, height=share))
            y += int(target.count.text) * scale
    return links


def _ribbon(source: Node, target: Node, *, y: float, height: float) -> Link:
    x0, x1 = place(source.x + source.width), target.x
    bend = place((x0 + x1) / 2)
    top, bottom = place(y), place(y + height)
    into, until = target.y, place(target.y + height)
    return Link(
        key=target.key,
        path=(
            f"M{x0} {top}C{bend} {top} {bend} {into} {x1} {into}V{until}"
            f"C{bend} {until} {bend} {bottom} {x0} {bottom}Z"
        ),
        title=f"{source.label.text} → {_words(target)}: {target.count.text}",
    )


def _words(node: Node) -> str:
    return f"{node.label.text} {node.more.text}" if node.more else node.label.text
