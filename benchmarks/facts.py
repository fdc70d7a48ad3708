"""Measure what is taken from mail beside its verdict: times, last days, people, pay, reasons, links.

Run: python -m benchmarks.facts --wrong
The mails in `benchmarks/facts/` are invented, by hands that saw neither the rules nor what
they were written from. Each is imported as a mailbox of its own language into a fresh home,
so that what is measured is what a person finds on the timeline.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.labelled import folded, load, name_in, run, take_in

if TYPE_CHECKING:
    from onward.applications.models import Event
    from onward.mail.models import MailMessage
    from onward.people.models import Person

FOLDER = Path(__file__).with_name("facts")
_DIGEST = "digest"
_NUMBER = re.compile(r"\d[\d.,'’ \u00a0]*\d|\d")


@dataclass(frozen=True, slots=True)
class Told:
    """What the ledger has from one mail.

    Attributes:
        starts: Each interview's beginning on the clock of the place that it is told for.
        until: Each last day.
        entries: Employer, role and verdict of each application that the mail tells of.
    """

    verdict: str = "other"
    company: str = ""
    role: str = ""
    requisition: str = ""
    place: str = ""
    contact: str = ""
    contact_role: str = ""
    starts: frozenset[datetime] = frozenset()
    until: frozenset[date] = frozenset()
    pay: str = ""
    amounts: frozenset[str] = frozenset()
    reasons: tuple[str, ...] = ()
    links: frozenset[str] = frozenset()
    entries: frozenset[tuple[str, str, str]] = frozenset()


@dataclass(slots=True)
class Count:
    """How often a fact was there, was found right, was found otherwise, and was made up."""

    there: int = 0
    right: int = 0
    otherwise: int = 0
    made_up: int = 0

    @property
    def missed(self) -> int:
        return self.there - self.right - self.otherwise


def read(mails: Sequence[Mapping[str, Any]], *, person: Person) -> dict[int, Told]:
    """Import these mails for a person and return what the ledger then has, by place."""
    from onward.applications.models import Event
    from onward.applications.rules.kinds import EventKind
    from onward.mail.models import MailMessage

    take_in(mails, person=person)
    events = defaultdict(list)
    for event in Event.objects.for_person(person).select_related("application"):
        if not event.is_void:
            events[event.source_id].append(event)
    described = {
        event.application_id: event.payload
        for event in Event.objects.for_person(person).order_by("number")
        if event.kind == EventKind.DESCRIBED
    }
    found: dict[int, Told] = {}
    for row in MailMessage.objects.for_person(person):
        place = int(name_in(row.message_id))
        told = _told(row, events=events[row.pk], described=described)
        before = found.get(place)
        if before is not None:
            told = replace(told, entries=before.entries | told.entries)
        found[place] = told
    return found


def _told(
    row: MailMessage,
    *,
    events: Sequence[Event],
    described: Mapping[Any, Mapping[str, Any]],
) -> Told:
    from onward.method.feedback.rules.reasons import reasons_in

    facts = described.get(events[0].application_id, {}) if events else {}
    is_no = row.verdict in {"rejection", "position_closed"}
    begins = [event.payload.get("starts_at") for event in events]
    untils = [event.payload.get("until") for event in events]
    is_offer = row.verdict == "offer"
    return Told(
        verdict=row.verdict,
        company=row.company,
        role=row.role,
        requisition=row.requisition,
        place=row.place,
        contact=row.contact_name,
        contact_role=row.contact_role,
        starts=frozenset(
            datetime.fromisoformat(each).replace(tzinfo=None) for each in begins if each
        ),
        until=frozenset(date.fromisoformat(each[:10]) for each in untils if each),
        pay=str(facts.get("salary", "")) if is_offer else "",
        amounts=_numbers(str(facts.get("salary", ""))),
        reasons=tuple(said.text for said in reasons_in(row.text)) if is_no else (),
        links=frozenset(link["url"] for link in row.links),
        entries=frozenset({(row.company, row.role, row.verdict)}),
    )


def _numbers(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"\D", "", each) for each in _NUMBER.findall(text))


def _sentences(text: str) -> str:
    return " ".join(text.split()).rstrip(".!? ")


def compare(mail: Mapping[str, Any], told: Told) -> dict[str, tuple[Any, Any, bool]]:
    """Return, by fact, what is there, what was found, and whether that is right."""
    pairs: dict[str, tuple[Any, Any, bool]] = {}

    def add(fact: str, there: Any, found: Any, *, is_right: bool) -> None:
        if there or found:
            pairs[fact] = (there, found, is_right)

    if mail["verdict"] == _DIGEST:
        entries = {(folded(c), folded(r)): kind for c, r, kind in told.entries}
        for entry in mail["entries"]:
            key = folded(entry["company"]), folded(entry["role"])
            # A board's second-hand word is asked about, and its receipts are no news.
            kinds = {entry["verdict"], "ambiguous"}
            kinds |= {"sent"} if entry["verdict"] == "confirmation" else set()
            pairs[f"digest entry {key}"] = (
                (key, entry["verdict"]),
                entries.get(key, ""),
                entries.get(key, "") in kinds,
            )
        return pairs
    for fact in ("company", "role", "requisition", "place", "contact", "contact_role"):
        there, found = mail[fact], getattr(told, fact)
        if fact != "place" or mail["verdict"] not in {"other", "job_alert"}:
            add(fact, there, found, is_right=folded(there) == folded(found))
    starts = {
        datetime.fromisoformat(each) for each in mail["interviews"] if "T" in each
    }
    days = {date.fromisoformat(each) for each in mail["interviews"] if "T" not in each}
    is_day = bool(days) and not starts
    is_right = told.starts == starts or (
        is_day and {each.date() for each in told.starts} <= days
    )
    add("hour of an interview", starts, told.starts, is_right=is_right)
    last = {date.fromisoformat(mail["last_day"])} if mail["last_day"] else set()
    add("last day", last, told.until, is_right=last == told.until)
    if mail["verdict"] == "offer":
        right = bool(told.amounts) and told.amounts <= _numbers(mail["pay"])
        add("pay", mail["pay"], told.pay, is_right=right)
    if mail["verdict"] in {"rejection", "position_closed"}:
        reasons = {_sentences(each) for each in mail["feedback"]}
        shown = {_sentences(each) for each in told.reasons}
        add("reasons of a no", reasons, shown, is_right=_is_shown(reasons, shown))
    links = set(mail["links"])
    add("links to press", links, told.links, is_right=links <= told.links)
    return pairs


def _is_shown(reasons: Iterable[str], shown: Iterable[str]) -> bool:
    """Return whether each reason stands in what is shown, and nothing else is shown."""
    reasons, shown = list(reasons), list(shown)
    whole, all_shown = " ".join(reasons), " ".join(shown)
    return all(r in all_shown for r in reasons) and all(s in whole for s in shown)


def measure(path: Path, *, person: Person, tell: Callable[[str], None]) -> None:
    """Print how often each fact of one language's mails is right."""
    mails = load(path)
    found = read(mails, person=person)
    counts: dict[str, Count] = defaultdict(Count)
    right = 0
    for place, mail in enumerate(mails):
        told = found.get(place, Told())
        is_ordinary = mail["verdict"] in {"other", "job_alert"}
        same = told.verdict == mail["verdict"] or mail["verdict"] == _DIGEST
        same = same or (is_ordinary and told.verdict == "other")
        right += same
        if not same:
            tell(f"{path.stem} {place} {mail['verdict']} read as {told.verdict}")
        for fact, (there, given, is_right) in compare(mail, told).items():
            count = counts[fact.partition(" (")[0]]
            count.there += bool(there)
            count.right += bool(there) and is_right
            count.otherwise += bool(there) and bool(given) and not is_right
            count.made_up += not there and not is_right
            if not is_right:
                tell(f"{path.stem} {place} {fact}: {there!r} read as {given!r}")
    print(f"\n## {path.stem}: {len(mails)} mails, {right} with the right verdict\n")
    print("fact                   there  right  otherwise  missed  made up")
    for fact, count in counts.items():
        print(
            f"{fact:<22} {count.there:>5}  {count.right:>5}  {count.otherwise:>9}"
            f"  {count.missed:>6}  {count.made_up:>7}"
        )


def main() -> None:
    """Read each language's mails in a fresh home and print a table for each."""
    run(__doc__, folder=FOLDER, measure=measure)


if __name__ == "__main__":
    main()
