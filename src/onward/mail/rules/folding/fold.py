"""Folding: which messages are about the same application; pure, whatever their order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import product

from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
    label_variants,
    registrable_label,
)
from onward.mail.rules.facts.requisition import requisition_key
from onward.mail.rules.facts.titles.role import (
    contains_words,
    is_spelled_out,
    role_key,
)
from onward.mail.rules.facts.towns import is_town
from onward.mail.rules.folding.akin import share_a_word
from onward.mail.rules.folding.domains import is_named_by_domain
from onward.mail.rules.folding.growing import Facts, Growing, Item
from onward.mail.rules.folding.meetings import called_in
from onward.mail.rules.folding.openings import employer_key, opening_key
from onward.mail.rules.folding.set_up import as_set_up
from onward.mail.rules.folding.shelf import Shelf
from onward.mail.rules.folding.threads import Thread, threads_of
from onward.mail.rules.types import ENDINGS, NOT_HIRING, Verdict

_NO_APPLICATION = frozenset({Verdict.OUTREACH, Verdict.AMBIGUOUS, *NOT_HIRING})
_LATEST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FoldItem:
    """One hiring message as the fold sees it; empty strings where a fact is not known.

    Attributes:
        key: Stable identity of the message; the same key twice is one message.
        contact: Address of the person who wrote; empty for addresses without replies.
        firm: Domain of the firm that wrote, or to which the person did; empty where it is
            that of a mail provider or of a vendor.
        box: The firm's mailbox that wrote: "vikariepoolen".
        name: Of the person who wrote, or whom a tool for appointments names.
        meeting: What a tool for appointments calls the meeting; empty for all other mail.
        references: Message-IDs of the mails it answers.
        thread: The mail provider's own thread number.
        calendar_uid: UID of an invitation.
        is_sent: The person wrote it; the contact is to whom.
        is_about_interviews: It tells of an interview or a test, or of a calendar entry.
        organiser: Address of whoever set up its calendar entry.
        subject: Of mail that somebody wrote who can be answered; empty for all other mail.
        is_heard: No rule speaks for its verdict, only the ear.
        goes_on: It tells how an application stands that was received before.
        spoken_of: Of mail that ends an application, the people whom it names.
        begins_nothing: It may go on with an application that other mail has begun, and is
            no sign of one itself.
    """

    key: str
    sent_at: datetime | None
    verdict: Verdict
    company: str = ""
    role: str = ""
    requisition: str = ""
    system: str = ""
    contact: str = ""
    message_id: str = ""
    references: tuple[str, ...] = ()
    thread: str = ""
    calendar_uid: str = ""
    is_sent: bool = False
    is_about_interviews: bool = False
    firm: str = ""
    box: str = ""
    name: str = ""
    meeting: str = ""
    organiser: str = ""
    subject: str = ""
    is_heard: bool = False
    goes_on: bool = False
    spoken_of: frozenset[str] = frozenset()
    begins_nothing: bool = False

    @property
    def is_of_nobody(self) -> bool:
        """Say whether it is heard as a no, of an opening that nobody names: a pupil's thanks."""
        is_named = self.role or self.requisition or self.system
        return self.is_heard and self.verdict in ENDINGS and not is_named


@dataclass(frozen=True, slots=True)
class Cluster:
    """Messages of one application, oldest first, with its facts in their best form.

    Attributes:
        makes_application: False where somebody only wrote to the person first, and where
            nothing but mail tells of one that begins nothing.
        contact: Address of the person who wrote last.
    """

    keys: tuple[str, ...]
    company: str
    role: str
    requisition: str
    system: str
    makes_application: bool
    contact: str = ""


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
       `fold_shelf.WINDOW` of the application's last message.
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
            requisition=requisition_key(item.requisition),
            thread=thread,
        )


def _first_key(cluster: Growing) -> str:
    return cluster.facts[0].item.key


def cluster_of(items: Sequence[Item]) -> Cluster:
    """Return messages of one application, oldest first, with its facts in their best form."""
    numbers = [item.requisition for item in items if item.requisition]
    return Cluster(
        keys=tuple(item.key for item in items),
        company=_best(
            _employers(items),
            key_of=company_key,
            is_full=has_legal_form,
        ),
        role=_best(_titles(items), key_of=role_key, is_full=is_spelled_out),
        requisition=_best(numbers, key_of=str),
        system=next((item.system for item in items if item.system), ""),
        makes_application=any(
            i.verdict not in _NO_APPLICATION and not i.begins_nothing for i in items
        ),
        contact=next((i.contact for i in reversed(items) if i.contact), ""),
    )


def _employers(items: Sequence[Item]) -> list[str]:
    """Return the employers that messages name; of one house, no name that a domain alone tells.

    But where that is the longer one: a mail may call a house by a part of its name.
    """
    items = _without_towns(items)
    told = [item.company for item in items if item.company and not _is_spelled(item)]
    keys = [company_key(name) for name in told]
    spelled = [company_key(item.company) for item in items if _is_spelled(item)]
    is_one_house = any(share_a_word(*pair) for pair in product(spelled, keys))
    if is_one_house and _most_words(keys) >= _most_words(spelled):
        # What a mail says somewhere else as well is no name of a domain alone.
        return [
            item.company
            for item in items
            if not _is_spelled(item) or company_key(item.company) in keys
        ]
    return [item.company for item in items]


# "Ormsby Foods of Lancaster", "Klinik Sommerau in Amberg"
_OF_TOWN = re.compile(
    r"(?<=\w) (?:of|in|aus|à|de|di|a|em|te|uit|w|z|i|från) (?P<town>\S.*)$"
)


def _without_towns(items: Sequence[Item]) -> list[Item]:
    """Return messages without those that name the employer and its town, where another names it alone."""
    names = {company_key(item.company) for item in items if item.company}
    return [item for item in items if not _is_told_with_town(item.company, names)]


def _is_told_with_town(name: str, names: Collection[str]) -> bool:
    behind = _OF_TOWN.search(name)
    if behind is None or not is_town(behind["town"]):
        return False
    bare = company_key(name[: behind.start()])
    return bare in names and " " in bare


def _most_words(keys: Sequence[str]) -> int:
    return max(len(key.split()) for key in keys)


def _is_spelled(item: Item) -> bool:
    """Say whether the domain that a message comes from, or goes to, is all that names its employer."""
    label = registrable_label(item.firm)
    is_named = bool(label and item.company) and not has_legal_form(item.company)
    return is_named and compact(company_key(item.company)) in label_variants(label)


def _titles(items: Sequence[Item]) -> list[str]:
    """Return the titles of an application; that of a no only where it is one of the others in full.

    "… but we could use somebody for the shelves": what a no goes on to suggest was not
    applied for. What is a title in one mail and the employer in another is no title.
    """
    firms = {company_key(item.company) for item in items if item.company}
    items = [item for item in items if company_key(item.role) not in firms]
    before = [item.role for item in items if item.role and item.verdict not in ENDINGS]
    known = [words for each in before if (words := role_key(each))]
    return before + [
        item.role
        for item in items
        if item.role
        and item.verdict in ENDINGS
        and (
            not known
            or any(contains_words(role_key(item.role), words) for words in known)
        )
    ]


def _best(
    written: Sequence[str],
    *,
    key_of: Callable[[str], str],
    is_full: Callable[[str], bool] = bool,
) -> str:
    """Return the fullest form: most words, then most often, then longest, then first."""
    counts = Counter(filter(None, written))
    if len(counts) < 2:
        return next(iter(counts), "")
    return min(
        counts,
        key=lambda form: (
            -len(key_of(form).split()),
            not is_full(form),
            -counts[form],
            -len(form),
            form,
        ),
    )
