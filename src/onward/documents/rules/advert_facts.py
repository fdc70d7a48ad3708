"""What an advert's own words say of title, company, place and pay, where no field does."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onward.core.text import one_line, search_fold

_LABELS = {
    "title": r"job title|position|role|vacancy|stellenbezeichnung|stelle|position|poste|intitule du poste|puesto|cargo",
    "company": r"company|employer|organi[sz]ation|unternehmen|arbeitgeber|firma|entreprise|employeur|societe|empresa|empleador",
    "place": r"location|place|place of work|work location|standort|arbeitsort|einsatzort|ort|lieu|lieu de travail|localisation|ubicacion|lugar|lugar de trabajo|localidad",
    "salary": r"salary|pay|compensation|wage|rate|gehalt|vergutung|entgelt|lohn|salaire|remuneration|salario|sueldo|retribucion",
}
_LABELLED = {
    name: re.compile(rf"^(?:{words})(?: range| band)?\s*[:–-]\s+\S", re.IGNORECASE)
    for name, words in _LABELS.items()
}
_AMOUNT = (
    r"\d{1,3}(?:[.,'\u2019\u202f ]\d{3})+(?:[.,]\d{2})?|\d{2,6}(?:[.,]\d{1,2})?\s?[kK]?"
)
_MONEY = r"(?:€|£|\$|EUR|GBP|USD|CHF|Euro)"
_PAY = re.compile(
    rf"(?:{_MONEY}\s?(?:{_AMOUNT})|(?:{_AMOUNT})\s?{_MONEY})"
    rf"(?:\s?(?:-|–|—|to|bis|à|a)\s?{_MONEY}?\s?(?:{_AMOUNT})(?:\s?{_MONEY})?)?"
    r"(?:\s?(?:/|per|a|an|pro|im|par|al|por)\s?"
    r"(?:year|annum|month|hour|week|day|jahr|monat|stunde|an|mois|heure|año|mes|hora)\b)?",
    re.IGNORECASE,
)
_PAY_NEAR = re.compile(
    r"salary|\bpay\b|compensation|wage|per (?:year|annum|hour|month)|gehalt|vergütung|entgelt"
    r"|lohn|brutto|jahr|stunde|monat|salaire|rémunération|salario|sueldo|anual|bruto",
    re.IGNORECASE,
)
_GENDER = re.compile(
    r"\s*[([]\s*(?:m|w|f|d|x|h|i|gn|all genders?|alle)(?:\s*[/|,*]\s*[a-zäöü]+)*\s*[)\]]",
    re.IGNORECASE,
)
_MOST_LINES = 400
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class AdvertFacts:
    """Facts read from words alone; empty where the words do not say."""

    title: str = ""
    company: str = ""
    place: str = ""
    salary: str = ""


def facts_in(text: str) -> AdvertFacts:
    """Return what labelled lines ("Location: Leeds") and amounts of pay say."""
    lines = [line.strip() for line in text.splitlines() if line.strip()][:_MOST_LINES]
    return AdvertFacts(
        title=_labelled(lines, "title") or _first_line(lines),
        company=_labelled(lines, "company"),
        place=_labelled(lines, "place"),
        salary=_labelled(lines, "salary") or _pay(lines),
    )


def without_gender_marks(title: str) -> str:
    """Return a job's title without "(m/w/d)" and the like."""
    return " ".join(_GENDER.sub("", title).split())


def _labelled(lines: list[str], name: str) -> str:
    for line in lines:
        if len(line) <= 200 and _LABELLED[name].match(search_fold(line)):
            value = re.split(r"\s*[:–-]\s+", line, maxsplit=1)[1]
            return one_line(value, limit=200)
    return ""


def _first_line(lines: list[str]) -> str:
    """Return the first line where it can be a title: short, and no sentence."""
    if not lines:
        return ""
    first = lines[0].strip("#*_=~ ")
    is_title = len(first) <= _LONGEST_TITLE and not first.endswith((".", ":", ",", "?"))
    return without_gender_marks(first) if is_title else ""


def _pay(lines: list[str]) -> str:
    """Return the first amount of money in a line that is about pay."""
    for line in lines:
        if _PAY_NEAR.search(line) and (found := _PAY.search(line)):
            return " ".join(found[0].split())
    return ""
