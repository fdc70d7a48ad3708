"""The last day to apply as a receipt names it: "the closing date is 6 December"."""

from __future__ import annotations

import re
from datetime import date

from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.days import SENTENCE_END, days_in

CLOSING_SIGNS = (
    *("closing", "close", "deadline"),
    *("bewerbungsschluss", "bewerbungsfrist", "candidature"),
)
"""One of these is in every text that names such a day."""

_CLOSES = re.compile(
    r"\b(?:closing (?:date|day)|application deadline|deadline for (?:all )?applications"
    r"|(?:applications?|vacancy|posting|advert) (?:will )?closes?"
    r"|bewerbungsschluss|bewerbungsfrist|(?:date limite|cl[oô]ture) d(?:e|es) candidatures?)\b"
)
# The last day of a form that goes with an application.
_OF_ELSE = re.compile(
    r"\b(?:survey|questionnaire|monitoring|feedback|assessment|\w*fragebogen|umfrage|test|enquête|sondage)\b"
)
_OF = (
    r"(?:(?:for|of|für) (?:[^ ,;.()\d]+ ){0,3}?"
    r"(?:post|position|vacancy|role|job|advert|applications?|stelle))?"
)
_HOUR = r"(?:(?:midnight|noon|\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m)?),? (?:on )?)?"
_GAP = re.compile(
    rf"[ (]*{_OF}[ :]*"
    r"(?:(?:is|will be|on|was|at|ist|war|endet|läuft|bis|zum|am|der|est|le|au|the) )*"
    rf"{_HOUR}"
)


def closing_day(text: str, *, told_on: date) -> date | None:
    """Return the last day to apply that a text names; None where it names none or several.

    Args:
        told_on: The day of the message; a day without a year is the next such day.
    """
    found = set()
    for sentence in SENTENCE_END.split(text):
        low = lower(sentence)
        if _OF_ELSE.search(low):
            continue
        for words in _CLOSES.finditer(low):
            for day in days_in(sentence, told_on=told_on):
                if day and _GAP.fullmatch(
                    low, words.end(), max(day.start, words.end())
                ):
                    found.add(day.day)
    return found.pop() if len(found) == 1 else None
