"""Where applications are filed while mail is folded: under all that a message may name them by."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from onward.mail.rules.facts.employers.names import compact
from onward.mail.rules.facts.requisition import requisition_key
from onward.mail.rules.folding.akin import (
    SHORTEST_RUN_TOGETHER,
    initialled,
    last_word,
    lettered,
    plainly,
    without_kind,
)
from onward.mail.rules.folding.growing import Facts, Growing
from onward.mail.rules.folding.numbers import core_of
from onward.mail.rules.folding.spoken_of import surname_of
from onward.mail.rules.folding.threads import Thread

_MOST_TRIED = 200
"""How many of the latest applications to one employer a message is held against."""

_AND = " and "
_TELLING_DIGITS = 5
"""Fewer are a year, an hour, a price."""
_AROUND = "()[]{},.:;!?#\"'"

_Key = TypeVar("_Key")


@dataclass(slots=True)
class Files:
    """Every application found so far, by what its messages named."""

    clusters: list[Growing] = field(default_factory=list)
    _by_company: dict[str, list[Growing]] = field(default_factory=dict)
    _by_beginning: dict[str, list[Growing]] = field(default_factory=dict)
    _by_ending: dict[str, list[Growing]] = field(default_factory=dict)
    _by_last: dict[str, list[Growing]] = field(default_factory=dict)
    _by_plain: dict[str, list[Growing]] = field(default_factory=dict)
    _by_letters: dict[str, list[Growing]] = field(default_factory=dict)
    _by_initials: dict[str, list[Growing]] = field(default_factory=dict)
    _by_conversation: dict[str | Thread, list[Growing]] = field(default_factory=dict)
    _by_provider: dict[str, list[Growing]] = field(default_factory=dict)
    _by_contact: dict[str, list[Growing]] = field(default_factory=dict)
    _by_name: dict[str, list[Growing]] = field(default_factory=dict)
    _by_surname: dict[str, list[Growing]] = field(default_factory=dict)
    _by_firm: dict[str, list[Growing]] = field(default_factory=dict)
    _by_opening: dict[tuple[str, str], list[Growing]] = field(default_factory=dict)
    _by_number: dict[str, list[Growing]] = field(default_factory=dict)
    _by_carrier: dict[tuple[str, str], list[Growing]] = field(default_factory=dict)

    def begin(self) -> Growing:
        """Put a new, empty application on the shelf and return it."""
        self.clusters.append(Growing(number=len(self.clusters)))
        return self.clusters[-1]

    def add(self, facts: Facts, *, cluster: Growing) -> None:
        """Give a message to an application, and file that under what is new in it."""
        item = facts.item
        if facts.company not in cluster.companies:
            self._file_company(facts.company, cluster=cluster)
        is_news = cluster.is_told_more_by(facts)
        cluster.take(facts)
        if is_news:
            self._file_openings(cluster)
        _file(self._by_conversation, facts.thread, cluster)
        if item.calendar_uid:
            _file(self._by_conversation, f"uid:{item.calendar_uid}", cluster)
        if item.thread:
            _file(self._by_provider, item.thread, cluster)
        if item.contact:
            _file(self._by_contact, item.contact, cluster)
        # A system hands on what a person wrote, who signs in full.
        if item.name and (item.contact or " " in item.name):
            _file(self._by_name, item.name, cluster)
            _file(self._by_surname, surname_of(item.name), cluster)
        if facts.requisition:
            _file(self._by_number, core_of(facts.requisition), cluster)
        if item.firm:
            _file(self._by_firm, item.firm, cluster)
        if item.system and facts.role:
            _file(self._by_carrier, (item.system, facts.role), cluster)

    def number_in(self, subject: str) -> str:
        """Return a number of an opening that is known by now and stands bare in a subject: "Interview 0482-26"; "" for none."""
        for word in subject.split():
            if sum(map(str.isdigit, word)) >= _TELLING_DIGITS:
                number = requisition_key(word.strip(_AROUND))
                if core_of(number) in self._by_number:
                    return number
        return ""

    def _file_company(self, company: str, *, cluster: Growing) -> None:
        words = company.split()
        if words:
            _file(self._by_company, compact(company), cluster)
        for count in range(1, len(words)):
            _file(self._by_beginning, "".join(words[:count]), cluster)
        if ending := without_kind(words):
            _file(self._by_ending, compact(ending), cluster)
        if last := last_word(words):
            _file(self._by_last, last, cluster)
        for name in filter(None, (company, ending)):
            _file(self._by_plain, plainly(name), cluster)
            if _AND in name:
                # "hollmann-tietz.example" leaves the sign of "Hollmann & Tietz" away.
                _file(self._by_plain, plainly(name.replace(_AND, " ")), cluster)
        for letters in lettered(words):
            _file(self._by_letters, letters, cluster)
        for label in initialled(words):
            _file(self._by_initials, label, cluster)

    def _file_openings(self, cluster: Growing) -> None:
        """File an application under what its employers' names begin with, and the opening."""
        for company in cluster.companies:
            letters = compact(company)[:SHORTEST_RUN_TOGETHER]
            for opening in cluster.requisitions | cluster.roles:
                _file(self._by_opening, (letters, opening), cluster)


def latest(table: dict[_Key, list[Growing]], key: _Key) -> list[Growing]:
    """Return the applications filed under a key, of many the latest."""
    return table.get(key, [])[-_MOST_TRIED:]


def _file(table: dict[_Key, list[Growing]], key: _Key, cluster: Growing) -> None:
    row = table.setdefault(key, [])
    if cluster not in row[-1:] and cluster not in row:
        row.append(cluster)
