"""What an offer pays, as its words say it: "£34,250 per annum", "15,46 € die Stunde"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from onward.core.text import one_line

_MOST_CHARS = 6_000
_BESIDE = 34
_LONGEST_WORDS = 120
_MOST_PAID = Decimal(1_000_000_000)

# "$" is the money of twenty countries, so that it names none.
_SIGNS = {"£": "GBP", "€": "EUR", "euro": "EUR", "euros": "EUR", "t€": "EUR", "$": ""}
_CODES = "EUR|GBP|CHF|USD|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|KES|NGN|ZAR|SGD|HKD|JPY|BRL|MXN|TRY|AED"
_NUMBER = r"\d{1,3}(?:[.,'’ ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?:(?P<before>[£€$]|{_CODES})\s?(?P<number1>{_NUMBER})(?P<k1>\s?k\b)?"
    rf"|(?P<number2>{_NUMBER})(?P<k2>\s?k)?\s?(?P<after>T€|€|£|euros?\b|(?:{_CODES})\b))(?![\d])",
    re.IGNORECASE,
)
_PERIODS = (
    ("year", r"per annum|per year|a year|/ ?(?:year|yr)|annual(?:ly)?|yearly|p\. ?a\b|im jahr|pro jahr|jährlich|jahres\w+"),
    ("month", r"per month|a month|/ ?month|monthly|im monat|pro monat|monatlich|monats\w+"),
    ("week", r"per week|a week|/ ?week|weekly|pro woche|die woche|wöchentlich|wochengage"),
    ("day", r"per day|a day|/ ?day|daily|pro tag|tagessatz|tagesgage"),
    ("hour", r"per hour|an hour|/ ?(?:hour|hr|std)|hourly|die stunde|pro stunde|in der stunde|stundenlohn\w*"),
)  # fmt: skip
_PERIOD = re.compile(
    "|".join(rf"(?P<{name}>(?<!\w)(?:{words}))" for name, words in _PERIODS),
    re.IGNORECASE,
)
_IS_PAY = re.compile(
    r"salar|\bbase\b|\bbasic\b|\bpay\b|wage|compensation|remuneration|\brate\b|gehalt|fixum|\blohn|stundenlohn|vergütung|zieleinkommen|brutto|gross|gage",
    re.IGNORECASE,
)
_IS_MORE = re.compile(
    r"bonus|allowance|relocat|moving|stipend|equipment|reimburs|expens|\brent\b|deposit|\bfee\b|pension|equity|voucher|budget|cottage|accommodation"
    r"|zulage|prämie|zuschuss|fahrtkosten|pauschale|kaution|gutschein|miete|spesen|honorar für",
    re.IGNORECASE,
)
_TO = re.compile(r"\s?(?:-|–|to|bis)\s?", re.IGNORECASE)


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
    named = [amount for amount in pays if _IS_PAY.search(_before(amount, text=text))]
    for group in (named, pays):
        if len({(one.value, one.currency) for one in group}) == 1:
            return _pay(group[0], group[0], text=text)
        if len(group) == 2 and _TO.fullmatch(text[group[0].end : group[1].start]):
            return _pay(group[0], group[1], text=text)
        if group:
            return None
    return None


def _amounts(text: str) -> Iterator[_Amount]:
    for found in _AMOUNT.finditer(text):
        sign = (found["before"] or found["after"]).lower()
        value = _number(found["number1"] or found["number2"])
        if found["k1"] or found["k2"] or sign == "t€":
            value *= 1000
        currency = _SIGNS.get(sign, sign.upper() if len(sign) == 3 else "")
        if 0 < value <= _MOST_PAID:
            yield _Amount(value, currency, found.start(), found.end())


def _number(text: str) -> Decimal:
    """Return the number that "34,250", "98'410", "3.350" or "15,46" is."""
    plain = re.sub(r"['’ ]", "", text)
    head, _, tail = plain.replace(",", ".").rpartition(".")
    if head and len(tail) < 3:
        return Decimal(f"{head.replace('.', '')}.{tail}")
    return Decimal(f"{head}{tail}".replace(".", ""))


def _before(amount: _Amount, *, text: str) -> str:
    """Return the words of the same line that lead up to an amount."""
    return text[max(0, amount.start - _BESIDE) : amount.start].rpartition("\n")[2]


def _after(amount: _Amount, *, text: str) -> str:
    words = text[amount.end : amount.end + _BESIDE].partition("\n")[0]
    return re.split(r"[,;(]|(?<!\bp)\.\s|\bplus\b|\band\b|\bund\b", words)[0]


def _is_extra(amount: _Amount, *, text: str) -> bool:
    before = re.split(r"[,;.]\s", _before(amount, text=text))[-1]
    beside = f"{before} {_after(amount, text=text)}"
    return _IS_MORE.search(beside) is not None


def _pay(one: _Amount, other: _Amount, *, text: str) -> Pay | None:
    behind = _PERIOD.search(_after(other, text=text))
    period = behind or _PERIOD.search(_before(one, text=text))
    end = other.end + behind.end() if behind else other.end
    least, most = sorted((one.value, other.value))
    if one.currency != other.currency:
        return None
    return Pay(
        least=least,
        most=most,
        currency=one.currency,
        period=(period.lastgroup or "") if period else "",
        words=one_line(text[one.start : end], limit=_LONGEST_WORDS),
    )


def pay_facts(pay: Pay) -> dict[str, str]:
    """Return what the ledger keeps of a pay: its words, and whole amounts where it is one."""
    facts = {"salary": pay.words}
    if pay.least == pay.least.to_integral() and pay.most == pay.most.to_integral():
        facts |= {"salary_min": str(int(pay.least)), "salary_max": str(int(pay.most))}
        facts |= {"salary_currency": pay.currency, "salary_period": pay.period}
    return {name: value for name, value in facts.items() if value}
