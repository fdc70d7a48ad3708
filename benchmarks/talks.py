"""Measure what becomes of whole conversations: which mail goes together, how each search stands.

Run: python -m benchmarks.talks --wrong
Each mailbox in `benchmarks/talks/` is a few months of one invented person's mail, own mail
included, with what a careful person made of each application in `*.truth.jsonl` beside it.
Its writers saw neither the rules nor what they were written from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.labelled import folded, load, name_in, run, take_in

if TYPE_CHECKING:
    from onward.applications.models import Application
    from onward.people.models import Person

FOLDER = Path(__file__).with_name("talks")
_TRUTH = ".truth.jsonl"
_OPEN = "open"
_KINDS = {
    "they_said_no": "they_said_no",
    "i_said_no": "i_said_no",
    "job_went_away": "job_went_away",
    "went_quiet": _OPEN,
    "": _OPEN,
}


@dataclass(frozen=True, slots=True)
class Stood:
    """How one application of the ledger stands."""

    company: str
    role: str
    end: str
    furthest: str
    interviews: frozenset[datetime]
    last_days: frozenset[str]
    mails: frozenset[str]


def read(mails: Sequence[Mapping[str, Any]], *, person: Person) -> list[Stood]:
    """Import a mailbox for a person and return each application that the ledger then has."""
    from onward.applications.models import Application, Event
    from onward.mail.models import MailMessage

    take_in(mails, person=person)
    names = {
        row.pk: name_in(row.message_id)
        for row in MailMessage.objects.for_person(person)
    }
    told: dict[Any, set[str]] = defaultdict(set)
    for event in Event.objects.for_person(person).select_related("application"):
        if event.source_id in names and not event.is_void:
            told[event.application.head.pk].add(names[event.source_id])
    heads = Application.objects.for_person(person).filter(merged_into=None)
    return [_stood(person, each, mails=frozenset(told[each.pk])) for each in heads]


def _stood(person: Person, application: Application, *, mails: frozenset[str]) -> Stood:
    from onward.applications.rules.payload import Outcome
    from onward.applications.services.arranging import rounds_of

    held = [
        each
        for each in rounds_of(person, application)
        if each.outcome is not Outcome.CANCELLED
    ]
    end = _KINDS.get(application.no_kind, application.no_kind)
    return Stood(
        company=application.company,
        role=application.role,
        end="accepted" if application.stage == "accepted" else end,
        furthest=application.reached,
        interviews=frozenset(
            each.starts_at.replace(tzinfo=None)
            for each in held
            if each.kind == "interview" and each.starts_at
        ),
        last_days=frozenset(
            each.until.isoformat() for each in held if each.until is not None
        ),
        mails=mails,
    )


def measure(path: Path, *, person: Person, tell: Callable[[str], None]) -> None:
    """Print of one mailbox how many applications are told as they were."""
    mails, truths = load(path), load(path.with_name(path.stem + _TRUTH))
    stood = read(mails, person=person)
    right: Counter[str] = Counter()
    claimed: set[int] = set()
    for truth in truths:
        own = set(truth["mails"])
        shares = [
            (len(own & each.mails), -len(each.mails), n) for n, each in enumerate(stood)
        ]
        most, _, place = max(shares, default=(0, 0, -1))
        if not most:
            tell(
                f"{path.stem}: none for {truth['company']} · {truth['role']} {truth['mails']}"
            )
            continue
        found = stood[place]
        elsewhere = [each for each in stood if each is not found and own & each.mails]
        checks = {
            "one, of its mail alone": not elsewhere
            and place not in claimed
            and not found.mails - own,
            "employer": folded(found.company) == folded(truth["company"]),
            "role": folded(found.role) == folded(truth["role"]),
            "how it ended": found.end == truth["end"],
            "how far it went": found.furthest in _stages(truth["furthest"]),
            "interviews": found.interviews
            == {datetime.fromisoformat(each) for each in truth["interviews"]},
        }
        claimed.add(place)
        right.update(name for name, is_right in checks.items() if is_right)
        wrong = [name for name, is_right in checks.items() if not is_right]
        if wrong:
            tell(
                f"{path.stem}: {truth['company']} · {truth['role']}: {', '.join(wrong)}\n"
                f"    {truth}\n    {found}\n    elsewhere {elsewhere}"
            )
    unclaimed = [each for n, each in enumerate(stood) if n not in claimed]
    for each in unclaimed:
        tell(f"{path.stem}: nobody's {each}")
    print(f"\n## {path.stem}: {len(mails)} mails, {len(truths)} applications\n")
    for name, count in right.items():
        print(f"{name:<24} {count:>4} of {len(truths)}")
    print(f"{'applications of nobody':<24} {len(unclaimed):>4}")


def _stages(furthest: str) -> frozenset[str]:
    """Return what counts as this stage: a written answer is no stage for everybody."""
    if furthest in {"applied", "replied"}:
        return frozenset({"applied", "replied"})
    return frozenset({furthest, "accepted"} if furthest == "offer" else {furthest})


def main() -> None:
    """Read each mailbox in a fresh home and print a table for each."""
    run(__doc__, folder=FOLDER, measure=measure)


if __name__ == "__main__":
    main()
