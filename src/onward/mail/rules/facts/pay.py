"""What an offer pays, as its words say it: "£34,250 per annum", "15,46 € die Stunde"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from onward.core.text import one_line
from onward.mail.rules.basics.tables import tables

_MOST_CHARS = 6_000
_BESIDE = 34
_LONGEST_WORDS = 120
_MOST_PAID = Decimal(1_000_000_000)

_CODES = "EUR|GBP|CHF|USD|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|KES|NGN|ZAR|SGD|HKD|JPY|BRL|MXN|TRY|AED|COP|CLP|ARS|PEN|UYU|RON|BGN|ISK|MYR|PHP|MAD|TND|SAR|QAR"
_GAPS = ".,'’ \u00a0\u202f"
# Of India: the last three, and pairs before them.
_NUMBER = rf"\d{{1,3}}(?:[{_GAPS}]\d{{3}})+(?!\d)(?:[.,]\d{{1,2}})?|\d{{1,2}}(?:,\d\d)+,\d{{3}}(?!\d)|\d+(?:[.,]\d{{1,2}})?"
# "R12345" is a number of a job: rand are told by their groups of three.
_RAND = r"R(?=\s?\d{1,3}[, \u00a0]\d{3}(?!\d))"
# What a year has of a month's pay.
_MONTHS_PAID = frozenset(map(Decimal, ("12", "12.5", "13", "13.5", "14", "15", "16")))


_FAR_MORE = 20
_LONG_PERIODS = ("year", "month")
# "30 hours per week, at £26,940 pro rata" is not paid by the week.
_HOURS = re.compile(
    r"(?:hours?|hrs?|h|stunden|std\.?|heures|horas|ore|uur|uren|godzin\w*|saat|timmar|\d)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Words:
    """What `pay.toml` has, as expressions."""

    signs: Mapping[str, str]
    amount: re.Pattern[str]
    period: re.Pattern[str]
    is_pay: re.Pattern[str]
    is_more: re.Pattern[str]
    is_later: re.Pattern[str]
    is_most: re.Pattern[str]
    is_whole: re.Pattern[str]
    to: re.Pattern[str]
    is_between: re.Pattern[str]
    and_then: re.Pattern[str]
    low_end: re.Pattern[str]
    end_of_pay: re.Pattern[str]
    grade: re.Pattern[str]


@cache
def _words() -> _Words:
    table = tables("pay")
    signs = {**table["signs"], "r": "ZAR"}
    before = "|".join(map(re.escape, sorted(table["signs"], key=len, reverse=True)))
    thousand = table["thousand"]

    def expression(*parts: str) -> re.Pattern[str]:
        return re.compile("|".join(parts), re.IGNORECASE)

    periods = (
        rf"(?P<{name}>(?<!\w)(?:{'|'.join(words)}))"
        for name, words in table["periods"].items()
    )
    return _Words(
        signs=signs,
        amount=expression(
            rf"(?<![\w.,])(?:(?P<before>{before}|{_RAND}|(?:{_CODES})\b)\s?(?P<number1>{_NUMBER})(?P<k1>\s?k\b)?"
            rf"|(?P<number2>{_NUMBER})(?:[.,][-–])?(?P<k2>\s?(?:{thousand}))?\s?(?P<after>{before}|(?:{_CODES})\b)(?!\w))(?!\d)"
        ),
        period=expression(*periods),
        is_pay=expression(*table["is_pay"]),
        is_more=expression(*table["is_more"]),
        is_later=expression(table["is_later"]),
        is_most=expression(
            rf"(?P<low>(?:\d|{before}|\b(?:{_CODES}))\s)?\b(?:{table['up_to']})\W*$"
        ),
        is_whole=expression(table["is_whole"]),
        to=expression(rf"\s?(?:{table['to']})\s?"),
        is_between=expression(rf"\b{table['between']}\s$"),
        and_then=expression(rf"\s(?:{table['between_and']})\s"),
        low_end=expression(
            rf"(?<![\w.,])(?P<number>{_NUMBER})\s?(?:{table['to']})\s?$",
            rf"\b{table['between']}\s(?P<named>{_NUMBER})\s(?:{table['between_and']})\s$",
        ),
        end_of_pay=expression(rf"[,;(]|(?<!\bp)\.\s|\b(?:{table['and']})\b"),
        grade=re.compile("|".join(table["grades"])),
    )


@dataclass(frozen=True, slots=True)
class Pay:
    """What an offer pays.

    Attributes:
        least: In whole units and hundredths of the currency.
        most: Equal to `least` where one amount is named.
        currency: ISO 4217, or "" where the sign is that of several.
        period: "year", "month", "week", "day", "hour", or "" where nothing says it.
        words: As they stand in the message, on one line.
    """

    least: Decimal
    most: Decimal
    currency: str
    period: str
    words: str


@dataclass(frozen=True, slots=True)
class _Amount:
    value: Decimal
    currency: str
    start: int
    end: int


def pay_in(text: str) -> Pay | None:
    """Return what an offer pays, or None where several amounts could be it."""
    text = text[:_MOST_CHARS]
    amounts = list(_amounts(text))
    pays = [amount for amount in amounts if not _is_extra(amount, text=text)]
    named = [
        amount
        for amount in pays
        if _words().is_pay.search(_before(amount, text=text))
        or _words().is_pay.search(_after(amount, text=text))
    ]
    for group in (_by_far_the_most(pays, named=named, text=text), named, pays):
        if group:
            return _of_all(group, text=text)
    return None


def _by_far_the_most(
    pays: list[_Amount], *, named: list[_Amount], text: str
) -> list[_Amount]:
    """Return the pay of a year or a month beside which what is called pay is small change.

    "€33,500 a year. A weekend on call we pay at a flat €60."
    """
    most = max((amount.value for amount in named), default=None)
    return [
        amount
        for amount in pays
        if most is not None
        and amount.value >= most * _FAR_MORE
        and (period := _words().period.search(_after(amount, text=text)))
        and period.lastgroup in _LONG_PERIODS
    ]


def _of_all(group: list[_Amount], *, text: str) -> Pay | None:
    """Return the pay that all of these amounts say."""
    if len({(one.value, one.currency) for one in group}) == 1:
        return _pay(group[0], group[0], text=text)
    if len(group) != 2:
        return None
    one, other = group
    if _is_span(one, other, text=text):
        return _pay(one, other, text=text)
    if max(one.value, other.value) / min(one.value, other.value) in _MONTHS_PAID:
        return _pay(one, one, text=text)
    of_the_hours = [
        each for each in group if not _words().is_whole.search(_after(each, text=text))
    ]
    return _pay(*of_the_hours * 2, text=text) if len(of_the_hours) == 1 else None


def _is_span(one: _Amount, other: _Amount, *, text: str) -> bool:
    """Return whether two amounts are the ends of one: "between £30,000 and £34,000"."""
    words, gap = _words(), text[one.end : other.start]
    if words.is_between.search(_before(one, text=text)):
        return words.and_then.fullmatch(gap) is not None
    return words.to.fullmatch(gap) is not None


def grade_in(text: str) -> str:
    """Return the one place on an open scale that an offer names: "TV-L E9b Stufe 3"."""
    found = [hit.group() for hit in _words().grade.finditer(text[:_MOST_CHARS])]
    return one_line(found[0], limit=_LONGEST_WORDS) if len(set(found)) == 1 else ""


def _amounts(text: str) -> Iterator[_Amount]:
    words = _words()
    for found in words.amount.finditer(text):
        sign = (found["before"] or found["after"]).lower()
        value = _number(found["number1"] or found["number2"])
        if found["k1"] or found["k2"] or sign == "t€":
            value *= 1000
        currency = words.signs.get(sign, sign.upper() if len(sign) == 3 else "")
        if 0 < value <= _MOST_PAID:
            yield _Amount(value, currency, found.start(), found.end())


def _number(text: str) -> Decimal:
    """Return the number that "34,250", "98'410", "3.350" or "15,46" is."""
    plain = re.sub(r"['’ \u00a0\u202f]", "", text)
    head, _, tail = plain.replace(",", ".").rpartition(".")
    if head and len(tail) < 3:
        return Decimal(f"{head.replace('.', '')}.{tail}")
    return Decimal(f"{head}{tail}".replace(".", ""))


def _before(amount: _Amount, *, text: str) -> str:
    """Return the words of the same line that lead up to an amount."""
    return text[max(0, amount.start - _BESIDE) : amount.start].rpartition("\n")[2]


def _after(amount: _Amount, *, text: str) -> str:
    words = text[amount.end : amount.end + _BESIDE].partition("\n")[0]
    return _words().end_of_pay.split(words, maxsplit=1)[0]


def _is_extra(amount: _Amount, *, text: str) -> bool:
    before = re.split(r"[,;.]\s", _before(amount, text=text))[-1]
    most = _words().is_most.search(before)
    if _words().is_later.search(before) or (most is not None and not most["low"]):
        return True
    return _words().is_more.search(f"{before} {_after(amount, text=text)}") is not None


def _pay(one: _Amount, other: _Amount, *, text: str) -> Pay | None:
    period_of = _words().period
    behind = period_of.search(_after(other, text=text))
    before = _before(one, text=text)
    ahead = period_of.search(before)
    if ahead is not None and _HOURS.search(before[: ahead.start()]):
        ahead = None
    period = behind or ahead
    end = other.end + behind.end() if behind else other.end
    if one.currency != other.currency:
        return None
    low, start = _low_end(one, text=text)
    least, most = sorted((low, other.value))
    return Pay(
        least=least,
        most=most,
        currency=one.currency,
        period=(period.lastgroup or "") if period else "",
        words=one_line(text[start:end], limit=_LONGEST_WORDS),
    )


def _low_end(amount: _Amount, *, text: str) -> tuple[Decimal, int]:
    """Return the low end of "54.000 bis 57.000 Euro", and where it begins."""
    before = _before(amount, text=text)
    found = _words().low_end.search(before)
    if found is None:
        return amount.value, amount.start
    value = _number(found["number"] or found["named"])
    if not amount.value / 2 <= value < amount.value:
        return amount.value, amount.start
    return value, amount.start - len(before) + found.start()


def pay_facts(pay: Pay) -> dict[str, str]:
    """Return what the ledger keeps of a pay: its words, and whole amounts where it is one."""
    facts = {"salary": pay.words}
    if pay.least == pay.least.to_integral() and pay.most == pay.most.to_integral():
        facts |= {"salary_min": str(int(pay.least)), "salary_max": str(int(pay.most))}
        facts |= {"salary_currency": pay.currency, "salary_period": pay.period}
    return {name: value for name, value in facts.items() if value}


def offered_facts(text: str) -> dict[str, str]:
    """Return what the ledger keeps of the pay in an offer: an amount, else a grade."""
    pay = pay_in(text)
    if pay is not None:
        return pay_facts(pay)
    grade = grade_in(text)
    return {"salary": grade} if grade else {}
