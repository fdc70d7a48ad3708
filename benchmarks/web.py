"""Measure the pages at 10,000 applications: Today, list, board, table, search, timeline.

Run: python -m benchmarks.web
A real `onward run` on a home of its own answers one request after another; the floor is
its smallest page, /help/, over the same connection in the same run.
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onward.people.models import Person

WORDS = ("Harbour", "Oak", "Lantern", "Mill", "Quarry", "Juniper", "Kestrel", "Willow")
MODES = ("on_site", "hybrid", "remote")
TAGS = ("near", "dream", "public", "part time")
ROLES = ("Coordinator", "Planner", "Nurse", "Teacher", "Driver", "Engineer", "Clerk")


def fill(person: Person, *, applications: int) -> None:
    """Record so many applications with about four events each, a tenth in the past week."""
    from django.utils import timezone

    from onward.applications.models import Application
    from onward.applications.rules.kinds import DecidedBy, EventKind
    from onward.applications.services import EventDraft, commit_events

    now = timezone.now()
    rows = [Application(person=person) for _ in range(applications)]
    Application.objects.bulk_create(rows, batch_size=1000)
    ends = (EventKind.REJECTION, EventKind.INTERVIEW, None, EventKind.REJECTION, None)
    for start in range(0, applications, 1000):
        drafts = []
        for place, row in enumerate(rows[start : start + 1000], start=start):
            applied = now - timedelta(days=10 + place % 700, minutes=place)
            company = f"{WORDS[place % 8]} {WORDS[place // 8 % 8]} {place}"
            role = f"{ROLES[place % 7]} {place % 50}"
            facts = {
                "company": company,
                "role": role,
                "system": "Workday",
                "source": f"Board {place % 9}",
                "work_mode": MODES[place % 3],
            }
            if place % 4 == 0:
                last = applied + timedelta(days=30)
                facts["deadline"] = last.date().isoformat()
            steps: list[tuple[EventKind, datetime, dict[str, Any]]] = [
                (EventKind.DESCRIBED, applied, facts),
                (EventKind.APPLIED, applied, {}),
                (EventKind.CONFIRMATION, applied + timedelta(minutes=5), {}),
            ]
            if place % 3 == 0:
                tags = {"add": [TAGS[place % 4]], "remove": []}
                steps.append((EventKind.TAGGED, applied, tags))
            end = ends[place % 5]
            if end is not None:
                steps.append((end, applied + timedelta(days=8), {}))
            drafts += [
                EventDraft(
                    application_id=row.pk,
                    kind=kind,
                    at=at,
                    decided_by=DecidedBy.IMPORT,
                    payload=payload,
                )
                for kind, at, payload in steps
            ]
        commit_events(person, drafts, now=now)


class Visitor:
    """One browser session over one kept connection."""

    def __init__(self, link: str) -> None:
        found = re.match(r"http://([^/]+)(/.*)", link)
        assert found
        self.connection = http.client.HTTPConnection(found.group(1), timeout=60)
        self.connection.request("GET", found.group(2))
        answer = self.connection.getresponse()
        answer.read()
        cookies = answer.headers.get_all("Set-Cookie") or []
        self.cookie = "; ".join(cookie.partition(";")[0] for cookie in cookies)

    def get(self, path: str) -> tuple[float, str]:
        """Return how many milliseconds a page took, and the page."""
        begin = time.perf_counter()
        self.connection.request("GET", path, headers={"Cookie": self.cookie})
        answer = self.connection.getresponse()
        text = answer.read().decode()
        elapsed = (time.perf_counter() - begin) * 1000
        assert answer.status == 200, (path, answer.status)
        return elapsed, text


def measure(visitor: Visitor, *, rounds: int) -> dict[str, list[float]]:
    """Return the milliseconds of each page, the pages in turn."""
    _, page = visitor.get("/applications/")
    found = re.search(r"/applications/[0-9a-f-]{36}/", page)
    assert found
    pages = {
        "floor: /help/": "/help/",
        "Today": "/",
        "list, first page": "/applications/",
        "list, page 200": "/applications/?page=200",
        "search, many hits": "/applications/?q=oak",
        "search, one hit": "/applications/?q=quarry+9876",
        "timeline": found.group(),
        "board": "/applications/board/",
        "board, 200 cards in a column": "/applications/board/?applied=200",
        "table, first page": "/applications/table/",
        "table, by deadline, six columns": "/applications/table/?sort=deadline"
        "&column=stage&column=tags&column=deadline&column=work_mode&column=source"
        "&column=moved",
        "table, by tag and work mode": "/applications/table/?tag=near&mode=remote",
        "what lies ahead": "/applications/ahead/",
        "what was changed": "/applications/changes/",
    }
    times: dict[str, list[float]] = {name: [] for name in pages}
    for path in pages.values():
        visitor.get(path)
    for _round in range(rounds):
        for name, path in pages.items():
            times[name].append(visitor.get(path)[0])
    return times


def report(times: dict[str, list[float]]) -> None:
    """Print p50 and p95 of each page, and how many times the floor that is."""
    floor = statistics.median(times["floor: /help/"])
    print("| page | p50 ms | p95 ms | p50 / floor |\n|---|---|---|---|")
    for name, values in times.items():
        p50 = statistics.median(values)
        p95 = statistics.quantiles(values, n=20)[18]
        print(f"| {name} | {p50:.1f} | {p95:.1f} | {p50 / floor:.1f} |")


def main() -> None:
    """Fill a home, start the program on it, ask for its pages, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applications", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="onward-web-") as folder:
        os.environ["ONWARD_HOME"] = folder
        from onward.project.setup import start

        start()
        from onward.people.services import local_person
        from onward.project.periodic import catch_up_everyone

        begin = time.process_time()
        fill(local_person(), applications=options.applications)
        print(f"Filled in {time.process_time() - begin:.1f} CPU s.")
        catch_up_everyone()
        process = subprocess.Popen(
            [
                Path(sys.executable).with_name("onward"),
                "run",
                "--port",
                "0",
                "--no-browser",
            ],
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stdout is not None
            found = re.search(r"http\S+", process.stdout.readline())
            assert found
            report(measure(Visitor(found.group()), rounds=options.rounds))
        finally:
            process.terminate()
            process.wait(timeout=20)


if __name__ == "__main__":
    main()
