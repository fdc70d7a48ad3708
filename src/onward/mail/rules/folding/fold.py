"""Folding: which messages are about the same application; pure, whatever their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from onward.mail.rules.facts.employers.names import compact
from onward.mail.rules.facts.requisition import requisition_key
from onward.mail.rules.folding.cluster import Cluster, cluster_of
from onward.mail.rules.folding.domains import is_named_by_domain
from onward.mail.rules.folding.growing import Facts, Growing
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.folding.meetings import called_in
from onward.mail.rules.folding.openings import employer_key, opening_key
from onward.mail.rules.folding.set_up import as_set_up
from onward.mail.rules.folding.shelf import Shelf
from onward.mail.rules.folding.threads import Thread, threads_of
from onward.mail.rules.types import NOT_HIRING, Verdict

_LATEST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Folded:
    """All clusters, and the messages for which no application was found.

    Attributes:
        unmatched: Keys of messages that only a person can place, oldest first.
        candidates: For those that fit several applications, the oldest key of each,
            the application that moved last first.
    """

    clusters: tuple[Cluster, ...]
    unmatched: tuple[str, ...]
    candidates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def fold(items: Iterable[FoldItem]) -> Folded:
    """Return which messages belong together; the order of `items` does not matter.

    1. Messages are sorted by time, then receipts first, then key; a key counts once.
    2. Mail joins by thread or invitation, unless the employer's numbers differ.
    3. Everything else joins by employer and number, or employer and role, within
       `growing.WINDOW` of the application's last message.
    4. What names only the employer joins the sole open application there, or the latest
       closed one; where several are open it is left to the person. An invitation but days
       after a no begins a new one. A calendar entry is mail of whoever set it up.
    5. So does what names none, from somebody at the domain of an employer where one is open,
       or from a tool that names who wrote about the only open one, and what names the
       employer otherwise, by its number or by the same title; a no that speaks of whoever
       wrote about the only open one joins that; an agent's own mail joins the
       only open one for which they wrote of a client, or that its subject names. A tool's meeting that is called after
       a known employer is held for mail that names it.
    6. A receipt after a no, or after the window, begins a new application.
    """
    ordered = sorted(as_set_up(_unique(items)), key=_order)
    folding = _Folding(threads_of((i.key, _conversation(i)) for i in ordered))
    folding.learn_employers(ordered)
    for item in ordered:
        folding.take(item)
    return Folded(
        clusters=tuple(
            cluster_of([facts.item for facts in found.facts])
            for found in folding.shelf.clusters
        ),
        unmatched=tuple(folding.unmatched),
        candidates=folding.candidates,
    )


def _unique(items: Iterable[FoldItem]) -> Iterable[FoldItem]:
    unique: dict[str, FoldItem] = {}
    for item in items:
        other = unique.setdefault(item.key, item)
        if other is not item:
            unique[item.key] = max(other, item, key=repr)
    return unique.values()


def _order(item: FoldItem) -> tuple[datetime, bool, str]:
    # A receipt and an automatic decline can carry the same second.
    return item.sent_at or _LATEST, item.verdict is not Verdict.CONFIRMATION, item.key


def _conversation(item: FoldItem) -> tuple[str, ...]:
    """Return the ids that surely tie a message to others.

    Providers thread system mail of one subject, whatever it is about: their number
    counts without reserve for a person's mail only.
    """
    ids = [item.message_id or item.key, *item.references]
    if item.thread and item.contact:
        ids.append(f"thread:{item.thread}")
    return tuple(ids)


class _Folding:
    """The applications found so far, and what is left to the person."""

    def __init__(self, threads: Mapping[str, Thread]) -> None:
        self.shelf = Shelf()
        self.unmatched: list[str] = []
        self.candidates: dict[str, tuple[str, ...]] = {}
        self._threads = threads
        self._employers: dict[Thread, str] = {}

    def learn_employers(self, ordered: Sequence[FoldItem]) -> None:
        """Remember the first employer that each thread names, for its nameless mail."""
        for item in ordered:
            if item.company and item.verdict not in NOT_HIRING:
                self._employers.setdefault(self._threads[item.key], item.company)

    def take(self, item: FoldItem) -> None:
        """Put one message where it belongs, or leave it to the person."""
        if item.verdict in NOT_HIRING:
            self.unmatched.append(item.key)
            return
        facts = self._facts(item)
        if item.meeting and not (facts.company or self.shelf.fitting(facts)):
            facts = self._facts(replace(item, company=self._met(facts)))
        fitting = self.shelf.fitting(facts)
        if not fitting and is_named_by_domain(facts):
            fitting = self.shelf.of_firm(facts)
            fitting = fitting or self.shelf.of_agent(facts)
            fitting = fitting or self.shelf.of_number_alone(facts)
            fitting = fitting or self.shelf.of_name(facts)
            fitting = fitting or self.shelf.of_colleague(facts)
            if fitting:
                # The other mail from there says how the name is written.
                facts = replace(facts, company="", item=replace(item, company=""))
        if not fitting and (fitting := self.shelf.of_client(facts)):
            facts = replace(facts, company="", item=replace(item, company=""))
        if len(fitting) > 1:
            self.unmatched.append(item.key)
            self.candidates[item.key] = tuple(_first_key(c) for c in fitting)
        elif fitting:
            self.shelf.add(facts, cluster=fitting[0])
        elif (
            not facts.company or item.verdict is Verdict.AMBIGUOUS or item.is_of_nobody
        ):
            self.unmatched.append(item.key)
        else:
            self.shelf.add(facts, cluster=self.shelf.begin())

    def _met(self, facts: Facts) -> str:
        """Return the known employer, as it is written, that a meeting is called after."""
        for name in called_in(facts.item.meeting):
            there = self.shelf.called(compact(name), facts=facts)
            written = [one.item.company for c in there for one in c.facts]
            if any(written):
                return next(filter(None, reversed(written)))
        return ""

    def _facts(self, item: FoldItem) -> Facts:
        thread = self._threads[item.key]
        return Facts(
            item=item,
            at=item.sent_at,
            verdict=item.verdict,
            company=employer_key(item.company or self._employers.get(thread, "")),
            role=opening_key(item.role),
            requisition=requisition_key(item.requisition)
            or self.shelf.number_in(item.subject),
            thread=thread,
        )


def _first_key(cluster: Growing) -> str:
    return cluster.facts[0].item.key
