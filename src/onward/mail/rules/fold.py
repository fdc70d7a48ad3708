"""Folding: which messages are about the same application; pure, whatever their order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from onward.mail.rules.company_names import company_key
from onward.mail.rules.requisition import requisition_key
from onward.mail.rules.role import contains_words, role_key
from onward.mail.rules.types import Verdict

WINDOW = timedelta(days=180)
SAME_ANSWER = timedelta(days=21)
"""Within this time a second receipt is the same application's, from another system."""

_ENDS = frozenset({Verdict.REJECTION, Verdict.POSITION_CLOSED})
_NO_APPLICATION = frozenset({Verdict.OUTREACH, Verdict.AMBIGUOUS})


@dataclass(frozen=True, slots=True)
class FoldItem:
    """One hiring message as the fold sees it; empty strings where a fact is not known.

    Attributes:
        contact: Address of the person who wrote; empty for addresses without replies.
        thread: The mail provider's own thread number.
    """

    key: str
    sent_at: datetime
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


@dataclass(frozen=True, slots=True)
class Cluster:
    """Messages of one application, oldest first, with its facts in their best form.

    Attributes:
        makes_application: False where somebody only wrote to the person first.
    """

    keys: tuple[str, ...]
    company: str
    role: str
    requisition: str
    system: str
    makes_application: bool


@dataclass(frozen=True, slots=True)
class Folded:
    """All clusters, and the keys of messages for which no application was found."""

    clusters: tuple[Cluster, ...]
    unmatched: tuple[str, ...]


@dataclass(slots=True)
class _Open:
    """An application while it is being put together."""

    items: list[FoldItem] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    requisitions: set[str] = field(default_factory=set)
    companies: set[str] = field(default_factory=set)

    @property
    def last_at(self) -> datetime:
        return self.items[-1].sent_at

    def has_ended(self) -> bool:
        return any(item.verdict in _ENDS for item in self.items)

    def last_receipt_at(self) -> datetime | None:
        receipts = [i.sent_at for i in self.items if i.verdict == Verdict.CONFIRMATION]
        return receipts[-1] if receipts else None


def fold(items: Sequence[FoldItem]) -> Folded:
    """Return which messages belong together; the order of `items` does not matter.

    Threads and calendar numbers decide first; then employer and requisition; then employer
    and role, within WINDOW of the application's last message. A receipt after an end, or for
    another role, begins a new application. What names no employer stays unmatched.
    """
    unique = {item.key: item for item in items}
    folding = _Folding()
    for item in sorted(unique.values(), key=lambda item: (item.sent_at, item.key)):
        folding.take(item)
    return Folded(
        clusters=tuple(_cluster(found) for found in folding.found),
        unmatched=tuple(folding.unmatched),
    )


class _Folding:
    """The applications found so far, and the ways to find one again."""

    def __init__(self) -> None:
        self.found: list[_Open] = []
        self.unmatched: list[str] = []
        self._by_thread: dict[str, _Open] = {}
        self._by_company: defaultdict[str, list[_Open]] = defaultdict(list)

    def take(self, item: FoldItem) -> None:
        """Put one message where it belongs; later messages may only come after it."""
        target = self._by_threads(item) or self._by_facts(item)
        if target is None and not item.company:
            if item.verdict != Verdict.AMBIGUOUS:
                self.unmatched.append(item.key)
            return
        if target is None and item.verdict == Verdict.AMBIGUOUS:
            return
        if target is None:
            target = _Open()
            self.found.append(target)
        self._add(item, target)

    def _by_threads(self, item: FoldItem) -> _Open | None:
        for name in _thread_names(item):
            target = self._by_thread.get(name)
            if target is not None and _may_join(item, target):
                return target
        return None

    def _by_facts(self, item: FoldItem) -> _Open | None:
        candidates = [
            one
            for one in self._of_company(item.company)
            if item.sent_at - one.last_at <= WINDOW and _may_join(item, one)
        ]
        number = requisition_key(item.requisition)
        role = role_key(item.role)
        same_number = [
            one for one in candidates if number and number in one.requisitions
        ]
        if same_number:
            return same_number[-1]
        same_role = [one for one in candidates if _same_role(role, one.roles)]
        exact = [one for one in same_role if role and role in one.roles]
        for choice in (exact, same_role):
            still_open = [one for one in choice if not one.has_ended()]
            if still_open or choice:
                return (still_open or choice)[-1]
        return None

    def _of_company(self, company: str) -> list[_Open]:
        """Return applications to this employer, by its whole name or a unique longer one."""
        key = company_key(company)
        if not key:
            return []
        exact = self._by_company.get(key)
        if exact:
            return exact
        longer = [
            other
            for other in self._by_company
            if other.startswith(f"{key} ") or key.startswith(f"{other} ")
        ]
        return self._by_company[longer[0]] if len(longer) == 1 else []

    def _add(self, item: FoldItem, target: _Open) -> None:
        target.items.append(item)
        target.roles |= {role_key(item.role)} - {""}
        target.requisitions |= {requisition_key(item.requisition)} - {""}
        for name in _own_thread_names(item):
            self._by_thread.setdefault(name, target)
        key = company_key(item.company)
        if key and key not in target.companies:
            target.companies.add(key)
            self._by_company[key].append(target)


def _thread_names(item: FoldItem) -> Iterator[str]:
    """Yield by what names this message may be known to earlier ones, the surest first."""
    if item.calendar_uid:
        yield f"calendar:{item.calendar_uid}"
    for reference in reversed(item.references):
        yield f"id:{reference}"
    if item.thread:
        yield f"thread:{item.thread}"


def _own_thread_names(item: FoldItem) -> Iterator[str]:
    yield f"id:{item.message_id}"
    yield from _thread_names(item)


def _may_join(item: FoldItem, one: _Open) -> bool:
    """Return whether nothing speaks against `item` being about this application."""
    number = requisition_key(item.requisition)
    if number and one.requisitions and number not in one.requisitions:
        return False
    if item.verdict != Verdict.CONFIRMATION:
        return True
    if one.has_ended():
        return False
    receipt_at = one.last_receipt_at()
    has_moved = any(i.verdict != Verdict.CONFIRMATION for i in one.items)
    is_late = receipt_at is not None and item.sent_at - receipt_at > SAME_ANSWER
    return not (is_late and not has_moved)


def _same_role(role: str, roles: Iterable[str]) -> bool:
    known = list(roles)
    if not role or not known:
        return True
    return any(
        role == other or contains_words(role, other) or contains_words(other, role)
        for other in known
    )


def _cluster(one: _Open) -> Cluster:
    items = one.items
    makes = any(item.verdict not in _NO_APPLICATION for item in items)
    return Cluster(
        keys=tuple(item.key for item in items),
        company=_best([item.company for item in items]),
        role=_best([item.role for item in items]),
        requisition=_best([item.requisition for item in items]),
        system=next((item.system for item in items if item.system), ""),
        makes_application=makes,
    )


def _best(written: Sequence[str]) -> str:
    """Return the form written most often, of those the longest, then the first by name."""
    counts = Counter(filter(None, written))
    if not counts:
        return ""
    return max(counts, key=lambda form: (counts[form], len(form), form))
