"""How an application goes on, as a receipt lists it: steps that may come, and nothing that was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onward.mail.rules.basics.text import lower, strip_quoted
from onward.mail.rules.types import Message

_FEWEST = 3
_NUMBER = re.compile(
    r"\s*(?:\*\s*)?(?:[^\W\d_]{4,8}\s)?(?P<number>[1-9])(?:[.):]|\s[-–])\s*\S"
)
_BULLET = re.compile(r"\s*[-*•·>→✓]\s+\S")
_LONGEST_HEADING = 70
_ON = re.compile(
    r"\?$|\b(?:next|steps?|process|weiter|ablauf|schritte?n?|prozess|suite|après|étapes?|processus|déroul\w+|pasos?|proceso|ahora|sigue"
    r"|passi|processo|funziona|iter|passos|etapas|segue|stappen|procedure|verder|vervolg|kroki|dalej|etapy|proces|steg|process\w*"
    r"|vidare|händer|går det till|adım\w*|süreç|sonra)\b[^.!]*[:?…]?$"
)  # fmt: skip

_TOLD_OF = re.compile(
    r"\b(?:our|the) (?:[\w-]+ ){0,3}process (?:has|have|consists of|is made up of|involves|includes|looks like)\b"
    r"|\b(?:unser|der|das) (?:[\w-]+ ){0,2}\w*(?:prozess|verfahren) (?:besteht|umfasst|hat|gliedert)\b"
    r"|\b(?:notre|le) processus (?:[\w-]+ ){0,3}(?:comporte|comprend|compte)\b|\b(?:nuestro|el) proceso (?:[\w-]+ ){0,3}(?:consta|tiene|incluye)\b"
    r"|\b(?:il nostro|il) processo (?:[\w-]+ ){0,3}(?:prevede|comprende)\b|\b(?:onze|de) (?:[\w-]+)?procedure (?:bestaat|heeft|kent)\b"
)
"""How somebody tells of a way that all go: what stands below is a step without a mark, too."""


def without_steps(message: Message) -> Message | None:
    """Return a mail without the steps that it lists as what comes next, blanked; None where it lists none.

    "What happens next? 1. You hear from us. 2. We meet. 3. You work a day with the team."
    """
    text = message.text
    listed = [
        span
        for start, end in strip_quoted(text)
        for span in _lists(text, start=start, end=end)
    ]
    if not listed:
        return None
    for start, end in listed:
        text = text[:start] + " " * (end - start) + text[end:]
    return replace(message, text=text)


def _lists(text: str, *, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where three or more lines are numbered from one, or pointed out, under such a heading."""
    heading, begun, count, place = "", 0, 0, start
    for line in text[start:end].splitlines(keepends=True):
        stripped = line.strip()
        number = _NUMBER.match(line)
        is_next = number is not None and int(number["number"]) == count + 1
        is_step = is_next or _BULLET.match(line) or (stripped and _tells_of(heading))
        if is_step and _leads(heading):
            begun = begun if count else place
            count += 1
        elif stripped or (count and _tells_of(heading)):
            if count >= _FEWEST:
                yield begun, place
            heading, count = stripped, 0
        place += len(line)
    if count >= _FEWEST:
        yield begun, place


def _leads(heading: str) -> bool:
    return len(heading) <= _LONGEST_HEADING and _ON.search(lower(heading)) is not None


def _tells_of(heading: str) -> bool:
    return heading.endswith(":") and _TOLD_OF.search(lower(heading)) is not None
