"""An hour told to the reader beside those of others: "Leanne at 3.00, you at 3.45"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.clock import TimeMention
from onward.mail.rules.times.days import SENTENCE_END

# The word for "at" is part of an English hour. "For you 16:00" is another clock's.
_TOLD_TO = re.compile(
    r"(?<!\bfor )(?<!\bwith )\byou(?:rs?(?: (?:slot|turn|time))?)?(?: (?:are|is|then|please|come|will be))? (?:for )?$"
    r"|(?<!\bbei )(?<!\bchez )(?<!\bbij )(?<!\bhos )(?<!\bför )(?<!\bpara )(?<!\bper )"
    r"\b(?:sie|dich|du|te|toi|vous|usted|tú|lei|você|jij|jou|u|ty|pan|pani|dig|siz|sen)"
    r"(?: (?:bitte|dann|sind|bist|kommen|kommst|wäre|wären))? (?:um|à|a las|alle|às|om|o|kl\.?) ?$"
)
_MOST_AHEAD = 40


def own_hour(
    at: TimeMention, *, times: Sequence[TimeMention], text: str
) -> TimeMention:
    """Return the reader's own hour where a sentence tells others theirs as well; else the one given."""
    if is_told_to_reader(at, text=text):
        return at
    own = [
        other
        for other in times
        if other.start >= at.end
        and not SENTENCE_END.search(text, at.end, other.start)
        and is_told_to_reader(other, text=text)
    ]
    return own[0] if len(own) == 1 else at


def is_told_to_reader(at: TimeMention, *, text: str) -> bool:
    """Say whether an hour is told to the reader: "you at 3.45", "Sie bitte um 15:45 Uhr"."""
    return (
        _TOLD_TO.search(lower(text[max(0, at.start - _MOST_AHEAD) : at.start]))
        is not None
    )
