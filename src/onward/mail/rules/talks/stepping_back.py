"""Whether the person goes no further with an application, in words of their own; pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from onward.mail.rules.basics.language import count_marks, is_telling
from onward.mail.rules.basics.tables import filled, tables
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.talks.offer_answer import SENTENCES, concluded
from onward.mail.rules.times.days import days_in, words_in

_SPACES = re.compile(r"\s+")
_SHARE = 3
_ANY_DAY = date(2026, 1, 1)
_CLAUSE = re.compile(r"[,;:(–—]| - ")
_RIGHT_BEHIND = re.compile(r"(?: [\w-]+){0,4}")


def names_day(words: str, *, sentence: str) -> bool:
    """Say whether words of a sentence name a day: "I can't go ahead today" is of an appointment."""
    days = days_in(words, told_on=_ANY_DAY, words=words_in(sentence))
    return any(True for _ in days)


@dataclass(frozen=True, slots=True)
class SteppingBack:
    """That the person goes no further.

    Attributes:
        is_sure: They say so; False where only a fact tells it, or they wish to go on as well.
        words: The sentence, as it stands in the text.
    """

    is_sure: bool
    words: str


@dataclass(frozen=True, slots=True)
class _Phrases:
    """One language's table of `stepping_back.toml`."""

    leaves: re.Pattern[str]
    stops: re.Pattern[str]
    asks: re.Pattern[str]
    first: re.Pattern[str]
    others: re.Pattern[str] | None
    gives_up: re.Pattern[str]
    mine: re.Pattern[str]
    no: re.Pattern[str] | None
    keeps: re.Pattern[str] | None
    machine: re.Pattern[str]
    nots: re.Pattern[str]
    ifs: re.Pattern[str]
    unless: re.Pattern[str]
    accepts: re.Pattern[str]
    tells: re.Pattern[str]
    goodbye: re.Pattern[str]
    stays: re.Pattern[str]
    at_others: re.Pattern[str]
    before: re.Pattern[str]
    can_one: re.Pattern[str]
    partial: re.Pattern[str]

    def is_of_else(self, sentence: str, *, is_question: bool) -> bool:
        """Say whether what is left is another firm's, was left long ago, or is only asked about."""
        return bool(
            self.at_others.search(sentence)
            or self.before.search(sentence)
            or (is_question and self.can_one.search(sentence))
        )

    def accepts_in(self, sentence: str) -> bool:
        """Say whether they took other work."""
        return self._tells(self.accepts, sentence)

    def tells_in(self, sentence: str) -> bool:
        """Say whether a sentence tells another fact by which they may go no further."""
        return self._tells(self.tells, sentence)

    def _tells(self, fact: re.Pattern[str], sentence: str) -> bool:
        found = fact.search(sentence)
        if found is None or self.nots.search(found[0]):
            return False
        is_past = self.before.search(sentence)
        return not is_past and self._is_plain(sentence, found)

    def says_in(self, sentence: str, *, is_question: bool) -> bool:
        """Say whether a sentence takes the person out of it, with no if about it."""
        if self.machine.search(sentence):
            return False
        if not is_question:
            found = self.leaves.search(sentence)
            goes = found is not None and not self.nots.search(found[0])
            if found is not None and goes and self._is_plain(sentence, found):
                return True
            found = self.stops.search(sentence)
            if found is not None and self._is_for_good(sentence, found):
                return True
            if self._gives_up_in(sentence) or self._keeps_not_in(sentence):
                return True
        found = self.asks.search(sentence)
        return found is not None and self._is_plain(sentence, found)

    def _is_for_good(self, sentence: str, found: re.Match[str]) -> bool:
        said = found[0] + _CLAUSE.split(sentence[found.end() :])[0]
        behind = _RIGHT_BEHIND.match(sentence, found.end())
        if self.partial.search(found[0] + (behind[0] if behind else "")):
            return False
        is_plain = self._is_plain(sentence, found)
        return is_plain and not names_day(said, sentence=sentence)

    def _gives_up_in(self, sentence: str) -> bool:
        """Say whether they end, in whatever order of words, what they call an application."""
        found = self.gives_up.search(sentence)
        if found is None or not self.first.search(sentence):
            return False
        before = _CLAUSE.split(sentence[: found.start()])[-1]
        if self.others is not None and self.others.search(before):
            return False
        clause = before + found[0] + _CLAUSE.split(sentence[found.end() :])[0]
        return (
            self.mine.search(clause) is not None
            and self.nots.search(clause) is None
            and self._is_plain(sentence, found)
        )

    def _keeps_not_in(self, sentence: str) -> bool:
        """Say whether they do not go on with what they call an application."""
        if self.keeps is None or self.no is None or not self.first.search(sentence):
            return False
        found = self.keeps.search(sentence)
        if found is None or self.ifs.search(sentence, 0, found.start()):
            return False
        before = _CLAUSE.split(sentence[: found.start()])[-1]
        clause = before + found[0] + _CLAUSE.split(sentence[found.end() :])[0]
        is_others = self.others is not None and self.others.search(clause)
        has_no = self.no.search(clause) is not None
        return has_no and self.mine.search(clause) is not None and not is_others

    def _is_plain(self, sentence: str, found: re.Match[str]) -> bool:
        before = sentence[: found.start()]
        clause = _CLAUSE.split(before)[-1]
        return not (
            self.ifs.search(before)
            or self.nots.search(clause)
            or self.unless.search(sentence, found.end())
        )


@cache
def _languages() -> dict[str, _Phrases]:
    return {code: _phrases(table) for code, table in tables("stepping_back").items()}


def _spoken_in(own: str) -> list[_Phrases]:
    """Return the tables of the languages that a text may be in: all, where little tells."""
    counts = count_marks(lower(own))
    least = max(counts.values()) / _SHARE if is_telling(counts) else 0
    return [phrases for code, phrases in _languages().items() if counts[code] >= least]


def _phrases(table: dict[str, str | list[str]]) -> _Phrases:
    def says(name: str) -> re.Pattern[str]:
        return re.compile(filled("|".join(table[name]), table))

    def words(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{table[name]})(?!\w)")

    return _Phrases(
        leaves=says("leaves"),
        stops=says("stops"),
        asks=says("asks"),
        first=words("first"),
        others=words("others") if "others" in table else None,
        no=words("no") if "no" in table else None,
        keeps=words("keeps") if "keeps" in table else None,
        machine=words("machine"),
        gives_up=words("gives_up"),
        mine=words("mine"),
        nots=words("nots"),
        ifs=words("ifs"),
        unless=words("unless"),
        accepts=says("accepts"),
        tells=says("tells"),
        goodbye=words("goodbye"),
        stays=words("stays"),
        at_others=words("at_others"),
        before=words("before"),
        can_one=words("can_one"),
        partial=words("partial"),
    )


def stepping_back(
    own: str, *, also: Callable[[str], bool] = lambda _: False
) -> SteppingBack | None:
    """Return whether the person's own words take them out of an application, and how surely.

    A condition ("if it is in the evening, I'll step back"), a doubt and a question of theirs
    say nothing; a wish put as a question ("Would you take me off the list?") does. A fact
    ("I have signed elsewhere") is sure beside a goodbye alone, another one never.

    Args:
        own: The person's words, without what they quote.
        also: What else says it in one sentence.
    """
    spoken = _spoken_in(own)
    low = _SPACES.sub(" ", lower(fold(own)))
    stays = any(language.stays.search(low) for language in spoken)
    told, is_taken = "", False
    for part, is_question, words in _parts(own):
        says = (each.says_in(part, is_question=is_question) for each in spoken)
        is_of_else = (each.is_of_else(part, is_question=is_question) for each in spoken)
        if (also(part) or any(says)) and not any(is_of_else):
            return SteppingBack(is_sure=not stays, words=words)
        if is_question:
            continue
        if any(each.accepts_in(part) for each in spoken):
            is_taken, told = True, told or words
        elif not told and any(each.tells_in(part) for each in spoken):
            told = words
    if not told or stays:
        return None
    parts_well = any(language.goodbye.search(low) for language in spoken)
    return SteppingBack(is_sure=is_taken and parts_well, words=told)


def _parts(own: str) -> Iterator[tuple[str, bool, str]]:
    """Yield each sentence and what it comes to without its reasons, and how it is written."""
    for found in SENTENCES.findall(own):
        is_question = found.endswith("?")
        sentence = _SPACES.sub(" ", lower(fold(found))).strip(" .!?¡¿")
        for part in dict.fromkeys((sentence, concluded(sentence))):
            yield part, is_question, found.strip()
