"""The day of applying that an employer's mail names: "your application of 1 October 2026"; pure.

It is offered to the person and never recorded by itself: only a day with its year, right behind
the application, in English or German, in a sentence that says nothing of what was or is not.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from onward.mail.rules.basics.text import lower, own_text

MOST_DAYS_BEFORE = 183
"""An application lies no longer before the mail that answers it."""

_MONTHS = (
    *("january|januar|jänner", "february|februar|feber", "march|märz", "april"),
    *("may|mai", "june|juni", "july|juli", "august", "september"),
    *("october|oktober", "november", "december|dezember"),
)
_MONTH = "|".join(_MONTHS)
_HOW = (
    r"(?:(?:(?:per|mit der|auf dem) (?:post|e-?mail|postweg)|postalisch|schriftlich|online"
    r"|elektronisch|persönlich|freundlich|aussagekräftig|interessant|ausführlich"
    r"|eingereicht|übersandt|übermittelt|zugesandt|abgegeben)(?:e[nr]?)? ){0,3}"
)
# A role may stand between; what has a day of its own, or a stretch of days, may not, nor what
# one applies for at other places than an employer's.
_OTHER = (
    "anzeige|ausschreibung|inserat|annonce|angebot|schreiben|gespräch|termin|zeitraum"
    "|zeitvertrag|befrist|stipendi|studi(?:um|en)|wohnung|kredit|darlehen"
    "|interview|advert|letter|contract|period|start|vacancy|posting|opening|visa|loan|credit"
    "|permit|leave|mortgage|grant|licen[cs]e|insurance|benefit|membership|residen|citizen"
    "|scholarship|refund|housing|apartment|bank account|passport|parking"
)
_ROLE = (
    r"(?: (?:als|for|as)(?! vom| from)"
    rf"(?:(?! vom | from | of \d| dated |{_OTHER})"
    r"[^.,;:!?\n]|\(m/w/d\)){1,80})?"
)
# "From" behind a role is the day on which the job begins.
_SAID = re.compile(
    r"(?<!ohne )\b(?:(?:ihr|dein|eur)(?:e[rn]?|er)? "
    rf"{_HOW}bewerbung(?:sunterlagen|sschreiben)?{_ROLE} vom"
    rf"|your application(?:{_ROLE} (?:dated|of)| from)) "
    r"(?:the )?(?P<first>\d{1,2})(?:\.|st|nd|rd|th)? ?"
    rf"(?:(?P<month>{_MONTH})\.?|(?P<number>\d{{1,2}})\.) ?(?P<year>20\d\d)\b"
    r"(?! ?(?:bis|to|until|till|[-–—]) ?\w)"
)
# What was not there, is not whole or is asked for again was not sent on that day: any such word
# ends the sentence, as it is better to offer none than a wrong one.
_NOT = re.compile(
    r"\b(?:nicht|nie|niemals|noch|kein(?:e[nmrs]?)?|ohne|verloren|abhanden|unzustellbar"
    r"|unvollständig\w*|entw(?:urf|ürfe)\w*|vermiss\w*|vermißt|fehl\w*|erneut|gespeichert\w*"
    r"|begonnen\w*|angefangen\w*|abgebrochen\w*|vervollständig\w*|abzuschließen|abzusenden"
    r"|not|never|no|none|cannot|unable|without|yet|again|lost|missing|miss|fail(?:s|ed)?"
    r"|(?:er)?warten|zurückgekommen|kam(?:en)? zurück|zurückgesandt|freuen uns"
    r"|still|await(?:s|ing)?|waiting|returned|look(?:ing)? forward"
    r"|undeliver\w*|bounced|incomplete|unfinished|draft|saved|resend|resubmit"
    r"|(?:complete|finish|continue|resume|submit) (?:\w+ )?your)\b|n['’´`]t\b"
)
# Told in a sentence of its own, it takes back the day that another one names.
_NEVER_CAME = re.compile(
    r"\b(?:nicht|nie|niemals) (?:\w+ ){0,3}(?:angekommen|eingegangen|eingetroffen|erhalten"
    r"|zugestellt|abgesendet|abgeschickt|vorlieg\w*|auffind\w*|finden)\b"
    r"|\bkeine (?:bewerbung|unterlagen)"
    r"|(?:\b(?:not|never)|n['’´`]t) (?:\w+ ){0,2}(?:receiv|arriv|reach|deliver|find|submit)"
    r"|\b(?:verloren gegangen|ging(?:en)? (?:\w+ )?verloren|(?:got|was|were|been) lost"
    r"|went missing)\b"
)
_IF = re.compile(r"\b(?:wenn|falls|sollte[nt]?|if|should)\b")
# "60 %." ends a sentence: what follows it is told of something else.
_SENTENCE = re.compile(r"(?<=[a-zäöüß)%][.!?])\s+|(?<=\d{4}[.!?])\s+|\n\s*\n")


def applied_on(text: str, *, told_on: date) -> date | None:
    """Return the day on which somebody applied, as a mail to them names it; else None.

    Two days, or one that the mail comes before or half a year behind, are none.

    Args:
        told_on: The day of the mail.
    """
    found = set()
    for sentence in _SENTENCE.split(lower(own_text(text))):
        one_line = " ".join(sentence.split())
        if _NEVER_CAME.search(one_line) and not _IF.search(one_line):
            return None
        if _NOT.search(one_line):
            continue
        for said in _SAID.finditer(one_line):
            found.add(_day_of(said))
    if len(found) != 1:
        return None
    day = found.pop()
    if day is None or not timedelta() <= told_on - day <= timedelta(MOST_DAYS_BEFORE):
        return None
    return day


def _day_of(said: re.Match[str]) -> date | None:
    month = int(said["number"] or 0)
    if said["month"]:
        names = (
            place for place, each in enumerate(_MONTHS, 1) if said["month"] in each
        )
        month = next(names)
    try:
        return date(int(said["year"]), month, int(said["first"]))
    except ValueError:
        return None
