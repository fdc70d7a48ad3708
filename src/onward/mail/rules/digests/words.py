"""The words of mail that lists several applications, from `digest.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from onward.mail.rules.basics.needed import finder_of
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import lower
from onward.mail.rules.basics.words import first_word_finder

FEWEST = 2
"""A mail on fewer applications lists none."""

_LEAST_LABELS = 2


class Standing(StrEnum):
    """Where a listed application stands; TOLD where only a sentence says so."""

    REJECTION = "rejection"
    POSITION_CLOSED = "position_closed"
    RECEIVED = "received"
    INVITED = "invited"
    TEST = "test"
    OFFERED = "offered"
    ASKED = "asked"
    UNSURE = "unsure"
    WAITING = "waiting"
    TOLD = "told"


class Column(StrEnum):
    """What a label stands before, or a column holds."""

    COMPANY = "company"
    OPENING = "opening"
    STATUS = "status"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Entry:
    """One application of a list; `start` up to `end` (exclusive) are its words in the text.

    Attributes:
        told: Where in the text the words stand that say where it is.
        hint: What single words of a sentence suggest, where it is TOLD.
        under: The heading that says where it is, for all that stands below it.
    """

    company: str
    role: str
    standing: Standing
    start: int
    end: int
    requisition: str = ""
    told: tuple[int, int] = (0, 0)
    hint: Standing | None = None
    under: tuple[int, int] = (0, 0)


def worth_of(entries: Sequence[Entry]) -> tuple[int, int]:
    """Return how much a way of reading finds: entries, and what they name."""
    named = sum(bool(entry.company) + bool(entry.role) for entry in entries)
    return len(entries), named


@dataclass(frozen=True, slots=True)
class DigestWords:
    """Everything that the data file holds.

    Attributes:
        standings: What each phrase tells.
        columns: What each label stands before.
        regrets: Words that may stand before a phrase.
        subjects: The subject of a letter about one application, by language.
    """

    announces: Callable[[str], bool]
    clear: re.Pattern[str]
    may_be_clear: Callable[[str], bool]
    hints: re.Pattern[str]
    one_employer: re.Pattern[str]
    lists: tuple[str, ...]
    standings: dict[str, Standing]
    columns: dict[str, Column]
    status_names: tuple[str, ...]
    status_label: re.Pattern[str]
    opening_label: re.Pattern[str]
    regrets: frozenset[str]
    subjects: dict[str, str]

    @property
    def labels(self) -> list[re.Pattern[str]]:
        """Return what finds either kind of label that a list of applications has."""
        return [self.status_label, self.opening_label]


@cache
def digest_words() -> DigestWords:
    """Return the words of the data file, read once."""
    data = tables("digest")
    told = [kind for kind in Standing if kind.value in data]
    columns = {
        label: column for column in Column for label in data[f"{column.value}_labels"]
    }
    # "Status" is what the mail says, whatever else a column may be called.
    columns |= dict.fromkeys(data["status_labels"], Column.STATUS)
    labels = [f"{label}:" for label in data["status_labels"]]
    announced = data["announced"].values()
    stems = [stem for table in announced for stem in table["stems"]]
    clear = re.compile("|".join(p for table in announced for p in table["clear"]))
    return DigestWords(
        announces=first_word_finder([*data["lists"], *labels, *stems]),
        clear=clear,
        may_be_clear=finder_of([clear]),
        hints=re.compile("|".join(p for table in announced for p in table["hints"])),
        one_employer=re.compile("|".join(data["one_employer"])),
        lists=tuple(data["lists"]),
        standings={phrase: kind for kind in told for phrase in data[kind.value]},
        columns=columns,
        status_names=tuple(data["status_labels"]),
        status_label=_at_line_start(data["status_labels"]),
        opening_label=_at_line_start(data["opening_labels"]),
        regrets=frozenset(data["regrets"]),
        subjects=data["subjects"],
    )


def _at_line_start(labels: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(labels, key=len, reverse=True)
    words = "|".join(map(re.escape, longest))
    return re.compile(rf"^[\W\d_]{{0,8}}(?:{words})[ ]?:", re.MULTILINE)


def announces_list(low: str, *, is_from_system: bool = False) -> bool:
    """Say whether a mail in lower case announces that it lists applications; quick.

    Args:
        is_from_system: What hiring systems label with "Status:" is an application.
    """
    words = digest_words()
    if not words.announces(low):
        return False
    if speaks_of_applications(low):
        return True
    labels = [words.status_label] if is_from_system else words.labels
    return all(len(label.findall(low)) >= _LEAST_LABELS for label in labels)


def speaks_of_applications(low: str) -> bool:
    """Say whether a mail in lower case speaks of several applications of the reader's."""
    words = digest_words()
    if any(phrase in low for phrase in words.lists):
        return True
    return words.may_be_clear(low) and words.clear.search(low) is not None


def hints_at_list(low: str) -> bool:
    """Say whether a mail in lower case speaks of several of something: "two updates"."""
    return (
        digest_words().announces(low) and digest_words().hints.search(low) is not None
    )


def is_of_one_employer(low: str) -> bool:
    """Say whether a mail in lower case speaks of applications with one employer."""
    return digest_words().one_employer.search(low) is not None


def standing_of(words: str) -> Standing | None:
    """Return what a whole phrase tells, or None for any other words."""
    return digest_words().standings.get(bare(words))


def column_of(words: str) -> Column | None:
    """Return what a label stands before, or None for any other words."""
    label = _NUMBER_BEHIND.sub("", lower(words).strip(" .:*_"))
    return digest_words().columns.get(label)


_NUMBER_BEHIND = re.compile(r"(?<=[^\W\d_])\s(?:nr\.? |no\.? |#)?\d{1,2}$")
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")


def bare(words: str) -> str:
    """Return words in lower case, without marks around them or a date in brackets."""
    low = lower(words).strip()
    plain = _AROUND.sub("", low)
    if plain in digest_words().standings:
        return plain
    plain = _AROUND.sub("", _BRACKET.sub("", low))
    first, _, rest = plain.partition(" ")
    is_regret = first.strip(",") in digest_words().regrets
    return rest if is_regret and rest in digest_words().standings else plain
