"""A picture with all that belongs to it: both widths, its words, its key, its table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """The same figures as words and numbers; the first cell of each row is its head."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """What one colour of a picture stands for."""

    look: str
    label: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture for `components/charts/figure.html`.

    Attributes:
        name: Unique on its page; ids are made from it.
        template: The template of `components/charts/` that draws `wide` and `narrow`.
        narrow: The same picture for a phone; None where one drawing serves both.
    """

    name: str
    title: str
    caption: str
    template: str
    wide: object
    narrow: object | None = None
    key: tuple[KeyEntry, ...] = ()
    table: Table | None = None
