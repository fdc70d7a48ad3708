"""Applications that stand below headings which say where they are: "Not taken further"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onward.mail.rules.digests.heads import names_of
from onward.mail.rules.digests.names import MARK
from onward.mail.rules.digests.standings import standing_within
from onward.mail.rules.digests.table import Line
from onward.mail.rules.digests.words import FEWEST, Entry, Standing
from onward.mail.rules.facts.titles.words import is_surely_title

_LONGEST_HEADING = 60
_MOST_HEADING_WORDS = 7
_LONGEST_ITEM = 120
_MOST_ITEM_WORDS = 14


@dataclass(slots=True)
class _Group:
    """A heading, what it says, whether it follows an item at once, and the lines below it."""

    heading: Line
    standing: Standing
    is_below_item: bool
    items: list[Line] = field(default_factory=list)


def groups_of(
    lines: Sequence[Line], *, is_one_employer: bool = False
) -> Iterator[Entry]:
    """Yield the applications that stand below headings of where they are, a line each.

    Below a single heading the lines have to be marked or to name both, and what names no
    employer has to be a title beyond doubt: a receipt has both on a line of their own.
    """
    groups = [group for group in _groups(lines) if group.items]
    if any(map(_is_inside, groups)):
        return
    items = [(group, item) for group in groups for item in group.items]
    heads = [MARK.sub("", item.text).strip() for _, item in items]
    if len(heads) < FEWEST:
        return
    named = names_of(heads, is_one_employer=is_one_employer)
    are_marked = all(_mark(item) for _, item in items)
    are_whole = all(each.company and each.role for each in named)
    if len(groups) < FEWEST and not (are_marked or are_whole):
        return
    if not all(each.company or is_surely_title(each.role) for each in named):
        return
    for (group, item), each in zip(items, named, strict=True):
        if each.role:
            yield Entry(
                company=each.company,
                role=each.role,
                standing=group.standing,
                start=item.start,
                end=item.end,
                requisition=each.requisition,
                told=(group.heading.start, group.heading.end),
                under=(group.heading.start, group.heading.end),
            )


def _groups(lines: Sequence[Line]) -> Iterator[_Group]:
    """Yield each heading with its lines; behind a blank line only marked ones go on."""
    group: _Group | None = None
    is_parted = False
    for place, line in enumerate(lines):
        words = line.text.strip()
        standing = _heads(words)
        if standing is not None and _leads(lines, place):
            if group is not None:
                yield group
            above = lines[place - 1].text.strip() if place else ""
            group, is_parted = _Group(line, standing, _is_item(above)), False
        elif group is None:
            continue
        elif not words:
            is_parted = bool(group.items)
        elif _is_item(words) and (not is_parted or _goes_on(line, group=group)):
            group.items.append(line)
            is_parted = False
        else:
            yield group
            group = None
    if group is not None:
        yield group


def _is_inside(group: _Group) -> bool:
    """Say whether a heading ends what is above: it stands further in than what is below.

    Behind a blank line it heads what is below, wherever it stands: some centre it.
    """
    is_further_in = _indent(group.heading.text) > _indent(group.items[0].text)
    return is_further_in and group.is_below_item


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _heads(words: str) -> Standing | None:
    """Return what a short line says of all that stands below it."""
    bare = MARK.sub("", words).strip(" *_#=:-")
    is_short = 0 < len(bare) <= _LONGEST_HEADING and not bare.endswith((".", "!", "?"))
    if not is_short or len(bare.split()) > _MOST_HEADING_WORDS or ":" in bare:
        return None
    return standing_within(bare)


def _leads(lines: Sequence[Line], place: int) -> bool:
    """Say whether the line below a heading names something and tells nothing."""
    below = next((x.text.strip() for x in lines[place + 1 :] if x.text.strip()), "")
    return _is_item(below) and _heads(below) is None


def _is_item(words: str) -> bool:
    bare = MARK.sub("", words).strip()
    is_short = 0 < len(bare) <= _LONGEST_ITEM and len(bare.split()) <= _MOST_ITEM_WORDS
    is_plain = bare.endswith((".", "!", "?", ":"))
    return is_short and not is_plain and standing_within(bare) is None


def _goes_on(line: Line, *, group: _Group) -> bool:
    """Say whether a line behind a blank one has the mark of those above it."""
    mark = _mark(line)
    return bool(mark) and mark == _mark(group.items[0])


def _mark(line: Line) -> str:
    found = MARK.match(line.text)
    return found.group().strip() if found else ""
