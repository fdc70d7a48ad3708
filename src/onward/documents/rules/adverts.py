"""Find the parts of an advert's text: what it asks for, and what would be nice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onward.documents.rules.headings import MAX_HEADING_CHARS, advert_heading
from onward.documents.rules.kinds import AdvertPart

MOST_REQUIREMENTS = 60
_BULLET = re.compile(r"^\s*(?:[-+*•·▪‣◦●○■□–►✓]|\d{1,2}[.)])\s+")
_WANTED = frozenset({AdvertPart.REQUIREMENTS, AdvertPart.NICE_TO_HAVE})


def advert_parts(text: str) -> Iterator[tuple[AdvertPart | None, str]]:
    """Yield each line that says something, with the part of the advert it stands in.

    Headings are not yielded; before the first one the part is None.
    """
    part: AdvertPart | None = None
    for line in text.splitlines():
        if not line.strip():
            continue
        opened = advert_heading(line)
        if opened is not None:
            part = opened
        elif _looks_like_heading(line):
            part = None
        else:
            yield part, _BULLET.sub("", line).strip()


def requirements_of(text: str) -> tuple[str, ...]:
    """Return the lines of an advert that stand under a heading of requirements, each once."""
    wanted = [line for part, line in advert_parts(text) if part in _WANTED]
    return tuple(dict.fromkeys(wanted))[:MOST_REQUIREMENTS]


def _looks_like_heading(line: str) -> bool:
    """Say whether an unknown line ends a part: marked as heading, short, no bullet."""
    text = line.strip()
    if len(text) > MAX_HEADING_CHARS or _BULLET.match(line):
        return False
    return text.startswith("#") or (text.endswith(":") and len(text.split()) <= 6)
