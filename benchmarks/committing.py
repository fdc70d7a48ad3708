"""Measure committing: from stored mail to history, beside bare SQLite writing the same rows.

Run: python -m benchmarks.committing --applications 10000
Three things are timed in CPU seconds, in turn, each round in a home of its own:
`commit_mail` folds all stored messages and writes the ledger; `commit_history` takes the
same events as drafts; the peer is sqlite3's `executemany` of the very same rows into
tables of the same columns, keys and indexes, with nothing checked and nothing derived.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onward.mail.models import MailMessage
    from onward.people.models import Person

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
# Employers' names: 4,000 of them, so that some hear of a person two or three times.
BEGINS = (
    "Al",
    "Bren",
    "Cor",
    "Dun",
    "El",
    "Fen",
    "Gar",
    "Hol",
    "Iv",
    "Jor",
    "Kes",
    "Lan",
    "Mor",
    "Nor",
    "Or",
    "Pen",
    "Quil",
)
ENDS = ("dale", "ford", "ham", "holm", "ley", "more", "ness", "stead", "ton", "wick")
TRADES = (
    "Bakery",
    "Clinic",
    "Foods",
    "Freight",
    "Housing",
    "Insurance",
    "Labs",
    "Library",
    "Logistics",
    "Motors",
    "Optics",
    "Paper",
    "Power",
    "Press",
    "Rail",
    "Schools",
    "Services",
    "Software",
    "Solar",
    "Studio",
    "Textiles",
    "Transport",
    "Water",
)
ROLES = ("Coordinator", "Planner", "Nurse", "Teacher", "Driver", "Engineer", "Clerk")
TABLES = ("applications_application", "applications_event")
# What each application's mail says after its receipt: about what a year of searching holds.
WAYS: tuple[tuple[str, ...], ...] = (
    ("rejection",),
    (),
    ("assessment", "rejection"),
    ("rejection",),
    ("interview", "interview", "rejection"),
    ("information_request", "rejection"),
    ("interview", "offer"),
    (),
)
TEXT = "Dear Robin,\n\nthank you for the time that you took to apply.\n" * 20
DECIDING = ("thank you for the time", "that you took to apply")


def letters(person: Person, *, applications: int) -> Iterator[MailMessage]:
    """Yield invented messages as reading leaves them, about two and a half an application."""
    for place in range(applications):
        begin, end = BEGINS[place % len(BEGINS)], ENDS[place % len(ENDS)]
        employer = f"{begin}{end} {TRADES[place % len(TRADES)]}"
        applied = NOW - timedelta(days=10 + place % 700, minutes=place)
        verdicts = ("confirmation", *WAYS[place % len(WAYS)])
        for step, verdict in enumerate(verdicts):
            yield _letter(
                person,
                key=f"{place}-{step}",
                employer=employer,
                role=f"{ROLES[place % 7]} {place % 50}",
                verdict=verdict,
                sent_at=applied + timedelta(days=4 * step),
            )


def _letter(
    person: Person,
    *,
    key: str,
    employer: str,
    role: str,
    verdict: str,
    sent_at: datetime,
) -> MailMessage:
    from onward.mail.models import MailMessage

    calendar: dict[str, str] = {}
    if verdict == "interview":
        begins = sent_at + timedelta(days=5)
        calendar = {
            "METHOD": "REQUEST",
            "UID": f"{key}@calendar.example",
            "DTSTART": begins.strftime("%Y%m%dT%H%M%SZ"),
            "SEQUENCE": "0",
        }
    is_human = verdict in {"interview", "offer"}
    host = f"{'-'.join(employer.lower().split())}.example"
    return MailMessage(
        person=person,
        key=key,
        message_id=f"{key}@mail.example",
        calendar=calendar,
        sent_at=sent_at,
        sender_name=employer,
        sender_address=f"jobs@{host}",
        subject=f"Your application as {role}",
        text=TEXT,
        path="invented.mbox",
        verdict=verdict,
        confidence=0.93,
        because=[
            {
                "rule": "x",
                "words": words,
                "where": "body",
                "start": TEXT.index(words),
                "end": TEXT.index(words) + len(words),
            }
            for words in DECIDING
        ],
        language="en",
        company=employer,
        role=role,
        system="" if is_human else "Workday",
        contact_name="Kim Roe" if is_human else "",
        contact_address=f"kim.{key}@{host}" if is_human else "",
        accepts_replies=is_human,
        recorded_at=NOW,
    )


def measure(*, applications: int) -> dict[str, float]:
    """Return the CPU seconds of each way, and how many rows they wrote."""
    from onward.applications.models import Application, Event
    from onward.mail.models import MailMessage
    from onward.mail.services.committing import commit_mail
    from onward.people.services import local_person

    person = local_person()
    MailMessage.objects.bulk_create(
        letters(person, applications=applications), batch_size=500
    )
    found = {"commit_mail": _timed(lambda: commit_mail(person, now=NOW))}
    found["again"] = _timed(lambda: commit_mail(person, now=NOW))
    found["left_out"] = _timed(lambda: commit_mail(person, now=NOW))
    found["events"] = float(Event.objects.count())
    found["applications"] = float(Application.objects.count())
    found["sqlite3"] = _bare()
    found["commit_history"] = _from_drafts(person)
    return found


def _from_drafts(person: Person) -> float:
    """Forget the history, then commit it again from drafts alone."""
    from onward.applications.models import Application, Event
    from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
    from onward.applications.services import EventDraft, commit_history

    drafts = [
        EventDraft(
            application_id=event.application_id,
            kind=EventKind(event.kind),
            at=event.at,
            decided_by=DecidedBy(event.decided_by),
            source_kind=SourceKind(event.source_kind),
            source_id=event.source_id,
            payload=event.payload,
            key=event.key,
        )
        for event in Event.objects.for_person(person).order_by("number")
    ]
    Event.objects.all().delete()
    Application.objects.all().delete()

    waiting = defaultdict(list)
    for draft in drafts:
        waiting[draft.application_id].append(draft)
    begun = list(waiting)

    def commit() -> None:
        for place in range(0, len(begun), 200):
            some = begun[place : place + 200]
            told = [draft for key in some for draft in waiting[key]]
            commit_history(person, told, begun=some, now=NOW)

    return _timed(commit)


def _bare() -> float:
    """Write all rows of the ledger into empty tables of the same make, by sqlite3 alone."""
    from django.db import connection

    source = str(connection.settings_dict["NAME"])
    target = sqlite3.connect(f"{source}.peer", isolation_level=None)
    target.execute("PRAGMA journal_mode=WAL")
    target.execute("PRAGMA synchronous=NORMAL")
    rows: dict[str, list[Any]] = {}
    with sqlite3.connect(source) as origin:
        for table in TABLES:
            made = origin.execute(
                "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL"
                " ORDER BY type DESC",
                (table,),
            )
            for (statement,) in made.fetchall():
                target.execute(statement)
            rows[table] = origin.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608

    def write() -> None:
        for table, found in rows.items():
            places = ",".join("?" * len(found[0]))
            for start in range(0, len(found), 500):
                target.execute("BEGIN IMMEDIATE")
                target.executemany(
                    f"INSERT INTO {table} VALUES ({places})",  # noqa: S608
                    found[start : start + 500],
                )
                target.execute("COMMIT")

    took = _timed(write)
    target.close()
    return took


def _timed(work: Any) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _one_round(applications: int) -> None:
    """Measure once in a fresh home and print the figures for the process that asked."""
    with tempfile.TemporaryDirectory(prefix="onward-committing-") as folder:
        os.environ["ONWARD_HOME"] = folder
        from onward.project.setup import start

        start()
        for name, value in measure(applications=applications).items():
            print(name, value)


def main() -> None:
    """Run the rounds, each in a process of its own, and print the median as a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applications", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--one-round", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one_round:
        _one_round(options.applications)
        return
    rounds = []
    for _ in range(options.rounds):
        done = subprocess.run(
            [
                *(sys.executable, "-m", "benchmarks.committing", "--one-round"),
                *("--applications", str(options.applications)),
            ],
            check=True,
            capture_output=True,
            text=True,
        )
        lines = [line.split() for line in done.stdout.splitlines()]
        rounds.append({name: float(value) for name, value in lines})
    print(_table(rounds))


def _table(rounds: list[dict[str, float]]) -> str:
    found = {name: statistics.median(r[name] for r in rounds) for name in rounds[0]}
    events = found["events"]
    titles = {
        "commit_mail": "`commit_mail`: fold, drafts, history, summaries",
        "commit_history": "`commit_history`: checked, written, summaries",
        "sqlite3": "bare sqlite3: the same rows, nothing else",
    }
    lines = [
        f"{events:,.0f} events on {found['applications']:,.0f} applications,"
        f" median of {len(rounds)} rounds\n",
        "| way | CPU s | events per CPU s | times bare sqlite3 |",
        "|---|---:|---:|---:|",
    ]
    lines += [
        f"| {title} | {found[name]:.2f} | {events / found[name]:,.0f} "
        f"| {found[name] / found['sqlite3']:.1f} |"
        for name, title in titles.items()
    ]
    lines.append(f"\nNothing new, folded again: {found['again']:.2f} CPU s.")
    lines.append(f"Nothing new since that one: {found['left_out']:.2f} CPU s.")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
