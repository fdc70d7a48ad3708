"""A day or an hour set against another one: "at six, not at five" says no no; pure."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.times.when_words import words_of
from onward.mail.rules.times.word_lists import any_of

_HOUR = r"\d{1,2}(?:[:.h]\d\d)?(?!\d|\s?%)"
_OCLOCK = r"(?:\s?(?:[ap]\.?m\b\.?|uhr\b|h\b|o'clock\b|uur\b))?"
_HOUR_AHEAD = re.compile(
    rf"(?<![\w.,:/£€$]){_HOUR}{_OCLOCK}(?:,?\s[^\W\d]+){{0,4}},?\s$"
)
"""The other hour, a few words before the "not"."""

_MOST_LEADS = 2


def is_contrasted(match: re.Match[str], *, code: str) -> bool:
    """Say whether all that matched words deny is a day or an hour, with another in its place.

    "Can you come on Sunday, not Saturday, there's a darts match" has the words of "you are not
    a match". What is denied besides ("… not Saturday, and you are not a match") is left as it is.

    Args:
        match: In a sentence in lower case with plain quotes.
        code: The language of the rule.
    """
    if code not in tables("contrasted"):
        return False
    sentence = match.string
    denied = [*_denied(code).finditer(sentence, match.start(), match.end())]
    return bool(denied) and all(_is_against(each, code=code) for each in denied)


def sets_against(sentence: str, *, code: str) -> bool:
    """Say whether a sentence sets one day or hour against another: "6 on Friday, not 5".

    Args:
        sentence: In lower case with plain quotes.
    """
    if code not in tables("contrasted"):
        return False
    return any(
        _is_against(each, code=code) for each in _denied(code).finditer(sentence)
    )


def _is_against(denied: re.Match[str], *, code: str) -> bool:
    """Say whether a word denies a day or an hour, in a sentence that names another one."""
    if _is_other_hour(denied, code=code):
        return True
    sentence = denied.string
    days = {found[0] for found in _any_day(code).finditer(sentence)}
    return len(days) > 1 and bool(
        _day_behind(code).match(sentence, denied.end())
        or _is_behind_day(denied, code=code)
    )


@cache
def _any_day(code: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_days(code)})\b")


@cache
def _denied(code: str) -> re.Pattern[str]:
    table = tables("contrasted")[code]
    kinds = "|".join(filter(None, (table["not"], table.get("behind"))))
    return re.compile(rf"\b(?:{kinds})\b")


@cache
def _day_behind(code: str) -> re.Pattern[str]:
    return re.compile(rf"{_leads(code)}(?:{_days(code)})\b")


@cache
def _hour_behind(code: str) -> re.Pattern[str]:
    """Return what finds an hour and no count of anything: another word goes on with that."""
    return re.compile(
        rf"{_leads(code)}{_HOUR}{_OCLOCK}(?=\s*(?:[,.;:!?)\u2013-]|$)|\s(?:{_leads(code).strip()})?\s?(?:{_days(code)})\b)"
    )


def _is_other_hour(denied: re.Match[str], *, code: str) -> bool:
    sentence = denied.string
    is_hour = _hour_behind(code).match(sentence, denied.end())
    return bool(is_hour and _HOUR_AHEAD.search(sentence, 0, denied.start()))


def _is_behind_day(denied: re.Match[str], *, code: str) -> bool:
    if "behind" not in tables("contrasted")[code]:
        return False
    before = denied.string[: denied.start()]
    return _day_before(code).search(before) is not None


@cache
def _day_before(code: str) -> re.Pattern[str]:
    lead = tables("contrasted")[code]["lead"]
    return re.compile(rf"\b(?:{_days(code)})(?:\s{lead})?\s$")


def _leads(code: str) -> str:
    lead = tables("contrasted")[code]["lead"]
    return rf"\s(?:{lead}\s?){{0,{_MOST_LEADS}}}"


@cache
def _days(code: str) -> str:
    """Return the part for a weekday or for tomorrow; "not today" is said of a place as well."""
    words = words_of((code,))
    near = [word for word, ahead in words.near.items() if ahead]
    return any_of([*(day for day in words.weekdays if len(day) > 3), *near])
