"""Applications whose sentence stands above them: "Your application was viewed by Acme", "Baker"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.digests.names import MARK, title_in
from onward.mail.rules.digests.standings import standing_within
from onward.mail.rules.digests.table import Line
from onward.mail.rules.digests.words import FEWEST, Entry
from onward.mail.rules.facts.employers.company import clean_company, is_company
from onward.mail.rules.facts.employers.names import is_system_name
from onward.mail.rules.facts.titles.role import is_plausible_role
from onward.mail.rules.facts.titles.words import is_surely_title, sounds_like_title

_LONGEST = 160
_MOST_BELOW = 4
_CELLS = re.compile(r"\s*[·•|]\s*|\s+[-–—]\s+|\t+")


@cache
def _sentences() -> tuple[re.Pattern[str], ...]:
    written = tables("digest")["above"]
    return tuple(re.compile(each, re.IGNORECASE) for each in written)


def told_above(lines: Sequence[Line]) -> Iterator[Entry]:
    """Yield what sentences say of the title in the line below each, at least two, or none.

    Most of those lines have to be titles beyond doubt.
    """
    found = [entry for place in range(len(lines)) if (entry := _entry(lines, place))]
    titled = sum(
        is_surely_title(each.role) or sounds_like_title(each.role) for each in found
    )
    if len(found) >= FEWEST and 2 * titled >= len(found):
        yield from found


def _entry(lines: Sequence[Line], place: int) -> Entry | None:
    line = lines[place]
    mark = MARK.match(line.text)
    words = line.text[mark.end() if mark else 0 :].strip()
    below = next(iter(lines[place + 1 : place + 2]), None)
    if not words or len(words) > _LONGEST or below is None or not below.text.strip():
        return None
    company, rest = _employer(words.rstrip(".!"))
    if not company:
        return None
    standing = standing_within(rest)
    title = title_in(_CELLS.split(below.text.strip(), maxsplit=1)[0])
    if standing is None or not is_plausible_role(title):
        return None
    last = place + 1
    while last + 1 < min(len(lines), place + _MOST_BELOW) and lines[last + 1].text:
        last += 1
    told = line.start + line.text.find(words)
    return Entry(
        company=company,
        role=title,
        standing=standing,
        start=line.start,
        end=lines[last].end,
        told=(told, line.end),
    )


def _employer(words: str) -> tuple[str, str]:
    """Return the employer that a sentence names, and the sentence without it."""
    for pattern in _sentences():
        found = pattern.match(words)
        if found is None:
            continue
        name = clean_company(found["company"])
        if is_company(name) and not is_system_name(name):
            start, end = found.span("company")
            return name, f"{words[:start]} {words[end:]}"
    return "", ""
