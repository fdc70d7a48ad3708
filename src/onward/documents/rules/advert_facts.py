"""What an advert's own words say of title, company, place and pay, where no field does."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onward.core.text import one_line, search_fold
from onward.documents.rules.advert_head import head_of
from onward.documents.rules.advert_patterns import advert_words

_LABELS = advert_words()["labels"]
_LABELLED = {
    name: re.compile(rf"^(?:{'|'.join(words)})(?: range| band)?\s*[:–-]\s+\S")
    for name, words in _LABELS.items()
}
_LABEL_NAMES = {word for words in _LABELS.values() for word in words}
_AMOUNT = (
    r"\d{1,3}(?:[.,'\u2019\u202f ]\d{3})+(?:[.,]\d{2})?|\d{2,6}(?:[.,]\d{1,2})?\s?[kK]?"
)
_MONEY = r"(?:€|£|\$|EUR|GBP|USD|CHF|Euro)"
_PAY = re.compile(
    rf"(?:{_MONEY}\s?(?:{_AMOUNT})|(?:{_AMOUNT})\s?{_MONEY})"
    rf"(?:\s?(?:-|–|—|to|bis|à|a)\s?{_MONEY}?\s?(?:{_AMOUNT})(?:\s?{_MONEY})?)?"
    r"(?P<period>\s?(?:/|per|a|an|pro|im|par|al|por)\s?"
    r"(?:year|yr|annum|month|hour|hr|week|day|jahr|monat|stunde|an|mois|heure|año|mes|hora)\b)?",
    re.IGNORECASE,
)
_PAY_NEAR = re.compile(
    r"salary|\bpay\b|compensation|wage|per (?:year|annum|hour|month)|gehalt|vergütung|entgelt"
    r"|lohn|brutto|jahr|stunde|monat|salaire|rémunération|salario|sueldo|anual|bruto",
    re.IGNORECASE,
)
# What stands alone by the month may be the price of a card for the gym.
_AN_HOUR = re.compile(r"hour|hr|stunde|heure|hora", re.IGNORECASE)
_MOST_LINES = 400
_HEAD_LINES = 15
_LONGEST_VALUE = 80


@dataclass(frozen=True, slots=True)
class AdvertFacts:
    """Facts read from words alone; empty where the words do not say."""

    title: str = ""
    company: str = ""
    place: str = ""
    salary: str = ""


def facts_in(text: str) -> AdvertFacts:
    """Return what labelled lines ("Location: Leeds"), the first lines and amounts say."""
    lines = [line.strip() for line in text.splitlines() if line.strip()][:_MOST_LINES]
    head = head_of([bare for line in lines if (bare := _unlabelled(line))])
    return AdvertFacts(
        title=_labelled(lines, "title") or head.title,
        company=_labelled(lines, "company") or head.company,
        place=_labelled(lines, "place") or head.place,
        salary=_labelled(lines, "salary") or _pay(lines),
    )


def _unlabelled(line: str) -> str:
    """Return a line without its label; "" where it says what has no place among others."""
    folded = search_fold(line[:200])
    label = next((name for name, one in _LABELLED.items() if one.match(folded)), "")
    # Below an employer stands where it is, labelled or not.
    value = re.split(r"\s*[:–-]\s+", line, maxsplit=1)[-1]
    return {"": line, "company": value}.get(label, "")


def _labelled(lines: list[str], name: str) -> str:
    for number, line in enumerate(lines):
        folded = search_fold(line)
        if len(line) <= 200 and _LABELLED[name].match(folded):
            value = re.split(r"\s*[:–-]\s+", line, maxsplit=1)[1]
            return one_line(value, limit=200)
        if folded.rstrip(": ") in _LABELS[name] and (value := _below(lines, number)):
            return value
    return ""


def _below(lines: list[str], number: int) -> str:
    """Return the line below a label that stands alone, where it is a value and no sentence."""
    value = one_line(lines[number + 1]) if number + 1 < len(lines) else ""
    is_value = len(value) <= _LONGEST_VALUE and not value.endswith((".", ":", "?"))
    is_label = search_fold(value.partition(":")[0]) in _LABEL_NAMES
    return value if is_value and not is_label and value[:1].isupper() else ""


def _pay(lines: list[str]) -> str:
    """Return the first amount of money in a line that is about pay.

    At the head of an advert that is also one by the hour that stands alone: "$21 - $24 an hour".
    """
    for number, line in enumerate(lines):
        found = _PAY.search(line) if _PAY_NEAR.search(line) else None
        if found is None and number < _HEAD_LINES:
            alone = _PAY.fullmatch(line.strip("•·*–- ").rstrip("."))
            found = alone if alone and _AN_HOUR.search(alone["period"] or "") else None
        if found is not None:
            return " ".join(found[0].split())
    return ""
