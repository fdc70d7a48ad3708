"""The day that the words of a status name: "Absage am 12.10.", "Interview 5 Nov"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from onward.applications.rules.kinds import PLANNED_KINDS, EventKind
from onward.exchange.rules.list_days import DayOrder, day_in_numbers
from onward.exchange.rules.list_status import name_in, plain_letters, status_of
from onward.exchange.rules.list_words import SENT
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.times.when_words import words_of

_SOON = timedelta(days=60)
_NUMBERS = re.compile(
    r"(?<![\d./-])(?P<one>\d{1,4})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<three>\d{2,4})(?!\d)"
    r"|(?<![\d./-])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?!\d)"
    r"|\b(?:am|vom|den|on)\s(?P<day2>\d{1,2})\.(?P<month2>\d{1,2})(?![.:]?\d|\s*(?:uhr|h)\b)"
)
_YEAR = r"(?:(?:19|20)\d\d|'\d\d)(?!\d)"
# Of what stood since then, or is to come until then, it is not the day.
_ANOTHERS = re.compile(
    r"\b(?:since|seit|seit dem|depuis|depuis le|desde|desde el|sinds|od|sedan|until|till|bis"
    r"|bis zum|by|before|vor|vor dem|ab|ab dem|from|jusqu'au|antes del|hasta|entro|tot|voor"
    r"|dal|do|until the|by the|application of|bewerbung vom)\s*$"
)
# "After 2 weeks" tells how long it took, and no other event.
_COUNTED = (
    r"(?!\s(?:(?:about|only|over|almost|etwa|nur|fast|uber|de|di)\s)?(?:a few|\d+|an?|one|two"
    r"|three|four|five|six|some|few|several|many|ein\w*|zwei|drei|vier|funf|sechs|mehreren"
    r"|vielen|une?|deux|trois|quatre|dos|tres|varios|un[ao]?|due|tre|dois|duas|twee|drie|dwoch"
    r"|trzech|tva)\s(?:days?|weeks?|months?|tag|woche|monat|jour|semaine|mois|dias?\b|semana"
    r"|mes(?:es|i)?\b|giorn|settiman|dni|tygod|miesi|dag|weken|maand|veck|manad))"
)
# What these bring in has a day of its own: an interview before a no, the end of an offer.
_BESIDE = re.compile(
    r"\b(?:(?:after|following|since|before|prior to|nach(?:dem)?|seit|vor(?!\sort\b)|apres"
    r"|depuis|avant|despues|antes|tras|dopo|prima|depois|apos|sinds|voor|po|efter|innan"
    rf"|sonra\w*)\b{_COUNTED}"
    r"|na (?:het |de |een |mijn )?(?:\w*gesprek|interview|test|assessment|opdracht)"
    r"|expir(?:es?|ing|y|a)\b|due\b(?! to\b)|deadline|valid\b|start(?:ing)? date|join(?:ing)? date"
    r"|re-?appl|apply again|follow(?:ed|ing)?[ -]?up|chas(?:e|ed|ing)\b|trial\b"
    r"|lauft ab|ablauf|fallig|frist|\w+frist\b|gultig|startdatum|starttermin|arbeitsbeginn"
    r"|eintritt|(?:erneut|wieder|noch ?mal) (?:zu )?bewerb|nach(?:ge)?(?:fass|hak)|probe(?:tag|arbeit)"
    r"|echeance|date limite|caduca|plazo|vence|scade|scadenza|prazo|verloopt|wygasa)"
)
_STARTS = re.compile(
    r"\b(?:start(?:s|ing)?\b(?!-?\s?up)|begin(?:s|ning|n|nt|nend)?\b|join(?:ing|s)?\b"
    r"|debut\b|prise de poste|inicio\b|inizio\b|ingangsdatum|zum(?=\s*$))"
)
_NAMED_BEHIND = frozenset(
    {"start", "start date", "starting date", "deadline", "due", "expiry", "beginn"}
)
_CLAUSE = re.compile(
    r"[,;()\n→>|]|\s[-–—]\s|/|\.\s|\b(?:and|then|but|und|dann|aber|et|y)\b"
)
_SENT = re.compile(rf"\b(?:{'|'.join(map(re.escape, SENT))})")


# Short names of months that are everyday words, in their own language or in another.
_EVERYDAY = frozenset(
    {
        *("out", "set", "ago", "may", "lip", "gen", "sie", "mag", "tem", "haz"),
        *("paz", "ara", "kas", "sub"),
    }
)
_LONG = 5
# What may stand behind a day: "5 May by phone"; "1 may lead to 2nd" names none.
_BEHIND_A_DAY = frozenset(
    {
        *("at", "by", "on", "in", "with", "via", "from", "for", "after", "before"),
        *("nach", "apres", "despues", "tras", "dopo", "depois", "apos", "sonra", "po"),
        *("and", "or", "then", "but", "due", "phone", "video", "online", "first"),
        *("second", "final", "um", "ab", "as", "a", "h", "alle", "ore", "con", "com"),
        *("por", "per", "las", "e", "y", "o", "godz", "w", "na", "saat", "de", "da"),
    }
)
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
_ENGLISH = re.compile(
    r"\b(?:interview\w*|rounds?|reject(?:ed|ion)|applied|application|sent|submitted|ghosted"
    r"|offer(?:ed)?|heard|reply|replied|screened|ruled|knocked|turned|withdr[ae]wn?|waiting"
    r"|closed|hired|accepted|declined|assessment|answer)\b"
)


@cache
def _months() -> Mapping[str, int]:
    """Return the names of the months in all languages, without those that are two months."""
    found: dict[str, set[int]] = {}
    for language in tables("when"):
        for name, number in words_of((language,)).months.items():
            found.setdefault(plain_letters(name), set()).add(number)
    return {name: min(each) for name, each in found.items() if len(each) == 1}


@cache
def _named() -> re.Pattern[str]:
    longest_first = sorted(_months(), key=len, reverse=True)
    month = "|".join(map(re.escape, longest_first))
    # Few languages put the month first, and those that do rarely cut it short.
    english = words_of(("en",)).months
    leading = (name for name in longest_first if len(name) >= _LONG or name in english)
    first = "|".join(map(re.escape, leading))
    return re.compile(
        rf"(?<![\d./-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\.?[\s-]*(?:de |of )?(?P<month>{month})\b\.?"
        rf"(?:[\s,-]*(?:de )?(?P<year>{_YEAR}))?"
        rf"|\b(?P<month2>{first})\.?\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?![.:]?\d)"
        rf"(?:,?\s(?P<year2>{_YEAR}))?"
    )


def status_day(
    text: str,
    *,
    status: EventKind | None,
    order: DayOrder,
    after: date | None,
    today: date,
) -> date | None:
    """Return the day that a status names for what it says happened; None where it names none.

    The day of another clause that says something else is not it: "Interview 5 Nov, then
    rejected". A day without a year is the first from the application on, else the last.

    Args:
        after: The day on which the application was sent or saved, if that is known.
    """
    if status is None or status is EventKind.SAVED:
        return None
    said = [
        found
        for found, masked in _own_places(text)
        if _says(masked, found, status=status)
    ]
    if len(said) != 1:
        return None
    return _day(said[0], order=order, status=status, after=after, today=today)


def interview_days(
    text: str, *, order: DayOrder, after: date | None, today: date
) -> list[date]:
    """Return the days of the interviews that a status names beside what it says happened since.

    Only a clause that says an interview and nothing else has one: "Interview 5 Nov, then
    rejected".
    """
    status = EventKind.INTERVIEW
    days = [
        _day(found, order=order, status=status, after=after, today=today)
        for found, masked in _own_places(text)
        if status_of(" ".join(_clause(masked, found))) is status
        and _says(masked, found, status=status)
    ]
    return [day for day in days if day is not None]


def _own_places(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each day that something happened on, with the words around all days."""
    folded = plain_letters(name_in(text))
    places = list(_places(folded))
    masked = folded
    for found in places:
        masked = masked[: found.start()] + "#" * len(found[0]) + masked[found.end() :]
    for found in places:
        if not _ANOTHERS.search(folded[: found.start()]):
            yield found, masked


def _places(folded: str) -> Iterator[re.Match[str]]:
    taken = -1
    found = [*_NUMBERS.finditer(folded), *_named_in(folded)]
    for each in sorted(found, key=lambda one: (one.start(), -one.end())):
        if each.start() >= taken:
            taken = each.end()
            yield each


def _named_in(folded: str) -> Iterator[re.Match[str]]:
    """Yield the days with the name of a month; an everyday word gives way to a surer name."""
    found = _named().search(folded)
    while found:
        is_sure = _is_month(folded, found)
        if is_sure:
            yield found
        found = _named().search(folded, found.end() if is_sure else found.start() + 1)


def _is_month(folded: str, found: re.Match[str]) -> bool:
    parts = found.groupdict()
    if parts["year"] or parts["year2"]:
        return True
    if parts["month2"]:
        beside = _named().match(folded, found.start("day2"))
        is_surer = beside is not None and beside["month"] not in _EVERYDAY
        return parts["month2"] not in _EVERYDAY or not is_surer
    if parts["month"] not in _EVERYDAY:
        return True
    if parts["month"] != "may" and _ENGLISH.search(folded):
        return False
    behind = _NEXT_WORD.match(folded, found.end())
    return (
        behind is None or behind[1] in _BEHIND_A_DAY or status_of(behind[1]) is not None
    )


def _clause(masked: str, found: re.Match[str]) -> tuple[str, str]:
    """Return the words of a day's clause before it and behind it.

    A clause that is only the day goes with the one before.
    """
    ends = [0, *(mark.end() for mark in _CLAUSE.finditer(masked)), len(masked) + 1]
    starts = [end for end in ends if end <= found.start()]
    stop = next((m.start() for m in _CLAUSE.finditer(masked, found.end())), len(masked))
    words = masked.replace("#", " ")
    for start in reversed(starts):
        if re.search(r"[^\W\d_]{3}", words[start:stop]):
            break
    else:
        start = 0
    return words[start : found.start()], words[found.end() : stop]


def _says(masked: str, found: re.Match[str], *, status: EventKind) -> bool:
    before, behind = _clause(masked, found)
    clause = f"{before} {behind}"
    if _is_anothers(before, behind, status=status):
        return False
    if status is EventKind.APPLIED:
        # "Waiting, 12.10." may be the day of anything.
        return status_of(clause) is status and _SENT.search(clause) is not None
    return status_of(clause) in {status, None}


def _is_anothers(before: str, behind: str, *, status: EventKind) -> bool:
    """Return whether a day is that of something else beside what the status says.

    "Rejected after interview on 3 Nov" has the day of the interview, "after interview
    rejected on 5 Nov" that of the no.
    """
    # Interviews and tests start on their own day; jobs start on another.
    beside = [_BESIDE] if status in PLANNED_KINDS else [_BESIDE, _STARTS]
    for words in beside:
        if (mark := words.match(behind.lstrip(" .,-"))) and mark[0] in _NAMED_BEHIND:
            return True
        for mark in words.finditer(before):
            is_its_own = status_of(before[mark.end() :]) is status
            if not is_its_own or status_of(before[: mark.start()]) is status:
                return True
    return False


def _day(
    found: re.Match[str],
    *,
    order: DayOrder,
    status: EventKind,
    after: date | None,
    today: date,
) -> date | None:
    parts = found.groupdict()
    if parts.get("one"):
        return day_in_numbers(
            found["one"],
            found["two"],
            found["three"],
            order=order if found["mark"] != "." else DayOrder.DAY_FIRST,
        )
    day = int(parts["day"] or parts["day2"])
    name = parts["month"] or parts["month2"]
    month = int(name) if name.isdigit() else _months()[name]
    year = parts.get("year") or parts.get("year2")
    if year:
        whole = int(year.lstrip("'")) + (2000 if year.startswith("'") else 0)
        return _date(whole, month, day)
    if after is not None:
        years = (_date(after.year, month, day), _date(after.year + 1, month, day))
        return next((one for one in years if one and one >= after), None)
    this = _date(today.year, month, day)
    is_to_come = status in PLANNED_KINDS and this is not None and this - today <= _SOON
    if this is None or this <= today or is_to_come:
        return this
    return _date(today.year - 1, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
