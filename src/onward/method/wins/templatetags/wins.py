"""Filters that turn kinds of win, and lines of a week, into words and icons."""

from __future__ import annotations

from django import template

from onward.applications.labels import Words
from onward.method.wins.labels import WIN_ICONS, WIN_LABELS, line_words
from onward.method.wins.rules import Line, WinKind

register = template.Library()


@register.filter
def win_label(kind: str) -> Words:
    """Return what a kind of win is called."""
    return WIN_LABELS[WinKind(kind)]


@register.filter
def win_icon(kind: str) -> str:
    """Return the name of its icon."""
    return WIN_ICONS[WinKind(kind)]


@register.filter
def week_line(line: Line) -> str:
    """Return one line of a week in words."""
    return line_words(line)
