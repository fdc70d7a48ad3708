"""Whether a mail asks its reader for money, or for account and papers at once; pure, slow to claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from onward.mail.rules.basics.needed import Needs
from onward.mail.rules.basics.tables import filled, tables
from onward.mail.rules.basics.text import fold, lower, strip_quoted

_TABLE = "costs"
_SUM = (
    r"(?:[€$£]\s?\d|(?<!\d)(?<!\d[.,])\d[\d.,]{0,14}-?\s?(?:[€$£]|(?:euros?|eur|usd|gbp|dollars?|pounds?|tl|lira|"
    r"zł\w*|pln|kronor|kr|sek|chf|franken|reais)\b))"
)
_START = r"(?:^|[,;:\n])\s*"
_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\d)|\n(?![^\S\n]*\n))+")
_PARTS = ("cost", "send", "account", "papers", "wages", "unless", "payroll")
_READ = 6_000
"""So many characters of a mail are read: what it is about stands above."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a language says of these; each is looked for in one sentence."""

    money: re.Pattern[str]
    paid: re.Pattern[str]
    cost: re.Pattern[str]
    send: re.Pattern[str]
    account: re.Pattern[str]
    papers: re.Pattern[str]
    wages: re.Pattern[str]
    unless: re.Pattern[str]
    payroll: re.Pattern[str]

    def may_ask(self, text: str) -> bool:
        """Say whether any sentence of a mail may be worth a look: most hold no such word."""
        return any(part.search(text) for part in self.first())

    def first(self) -> tuple[re.Pattern[str], ...]:
        """Return what a mail that asks for something has a word of."""
        return self.cost, self.account, self.money

    def costs(self, words: str) -> bool:
        """Say whether the reader is to pay."""
        is_said = self.money.search(words) and not self.wages.search(words)
        return bool(is_said) or bool(
            self.paid.search(words) and self.cost.search(words)
        )

    def wants_papers(self, words: str) -> bool:
        """Say whether the reader is to send their account and what says who they are."""
        each = (self.send, self.account, self.papers)
        is_said = all(part.search(words) for part in each)
        return is_said and not self.payroll.search(words)


@cache
def _languages() -> tuple[_Asked, ...]:
    return tuple(_asked(own) for own in tables(_TABLE).values())


def _asked(own: dict[str, Any]) -> _Asked:
    known = {**own, "sum": _SUM, "start": _START}
    pay = filled(own["pay"], known)
    said = [filled(each, known) for each in own.get("said", [])]
    return _Asked(
        re.compile("|".join([rf"(?:{pay})[^!?\d€$£]{{0,15}}{_SUM}", *said])),
        re.compile("|".join([pay, *filter(None, [own.get("paid")])])),
        *(re.compile(own[name]) for name in _PARTS),
    )


@cache
def _needs() -> Needs[_Asked]:
    return Needs({asked: [asked.first()] for asked in _languages()})


@lru_cache(maxsize=1_024)
def asks_for_money(text: str) -> bool:
    """Return whether a mail asks the reader to pay, or for their account and papers at once.

    What nobody is to pay, or who hires does, is nothing asked for.

    Args:
        text: The readable body, as it stands; no more than its beginning is read.
    """
    plain = fold(text)
    low = lower("\n\n".join(plain[a:b] for a, b in strip_quoted(plain)))[:_READ]
    able = [asked for asked in _needs().met_in(low) if asked.may_ask(low)]
    for sentence in _SENTENCE.finditer(low) if able else ():
        words = sentence.group()
        for asked in able:
            is_asked = asked.costs(words) or asked.wants_papers(words)
            if is_asked and not asked.unless.search(words):
                return True
    return False
