"""A fold is left out only where it would change nothing, whatever happened in between."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.applications.models import Application, Event, KeptApart
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.services import bring_back, correct_event, merge, take_back
from onward.core.ids import uuid7
from onward.mail import program
from onward.mail.models import MailMessage, RestingFold, Review
from onward.mail.rules.talks.own_mail import SentMeaning
from onward.mail.services.committing import commit_mail
from onward.mail.services.reader import store_messages
from onward.mail.services.reviewing import settle
from onward.mail.services.twins import keep_apart
from onward.mail.services.unchanged import READS, state_of
from onward.people.models import Person
from tests.builders import NOW, make_person
from tests.conftest import LESS
from tests.mail.test_any_order import row_of
from tests.mail.test_looked_up import came, sent

pytestmark = pytest.mark.django_db
LIND = {"contact_address": "x@lind.example", "sender_address": "x@lind.example"}
FEW = st.integers(0, 5)


def _applications(person: Person) -> list[Application]:
    own = Application.objects.for_person(person).filter(merged_into=None)
    return list(own.order_by("pk"))


def _mail(person: Person, n: int) -> None:
    facts: list[dict[str, Any]] = [
        {"verdict": "confirmation"},
        {"references": ["a1@mail.example"], "verdict": "rejection"},
        {"references": ["b1@mail.example"], "company": "Lind", **LIND},
        {"verdict": "ambiguous", "review": Review.AMBIGUOUS},
        {"company": "", "role": "", "verdict": "rejection"},
        {"company": "Rebhof", "role": "Clerk", "verdict": "offer"},
    ]
    later = NOW - timedelta(days=9 - n)
    came(person, uuid7().hex, sent_at=later, **facts[n])


def _own_mail(person: Person, n: int) -> None:
    words = [SentMeaning.THREAD, SentMeaning.WITHDRAWAL, SentMeaning.FEEDBACK]
    told = {"verdict": words[n % 3].value, "confidence": 0.5 if n > 3 else 0.95}
    asked = ["a1@mail.example", "b1@mail.example"][n % 2]
    sent(person, uuid7().hex, sent_at=NOW, references=[asked], **told)


def _whole_mail(person: Person, _n: int) -> None:
    """Read a message whole that was broken off before, as another run would."""
    facts = {"verdict": "interview", "company": "Rebhof", "role": "Cook"}
    row = row_of(person, {"key": uuid7().hex, "day": 300, **facts})
    row.message_id = "cut@mail.example"
    kept = MailMessage.objects.for_person(person).filter(message_id=row.message_id)
    row.text = f"{kept[0].text if kept else 'We invite you.'} More."
    store_messages(person, [row])


def _join(person: Person, n: int) -> None:
    own = _applications(person)
    if len(own) > 1:
        one, other = own[n % len(own)], own[(n + 1) % len(own)]
        merge(person, one, other=other, now=NOW, decided_by=DecidedBy.PERSON)


def _apart(person: Person, n: int) -> None:
    own = _applications(person)
    if len(own) > 1:
        keep_apart(person, own[n % len(own)], other=own[(n + 1) % len(own)])


def _undo(person: Person, n: int) -> None:
    events = Event.objects.for_person(person).filter(voided_by=None)
    told = list(events.exclude(kind=EventKind.VOID).order_by("number"))
    take_back(person, told[n % len(told)], now=NOW)


def _redo(person: Person, n: int) -> None:
    told = list(Event.objects.for_person(person).exclude(voided_by=None)[: n + 1])
    if told:
        bring_back(person, told[-1], now=NOW)


def _settle(person: Person, n: int) -> None:
    rows = MailMessage.objects.for_person(person).exclude(review=Review.SETTLED)
    waiting = rows.exclude(review=Review.NONE).first()
    if waiting is not None:
        own = _applications(person)
        home = own[n % len(own)] if own and n < 4 else None
        kind = [EventKind.INTERVIEW, EventKind.REJECTION][n % 2]
        told: dict[str, Any] = {"company": "Rebhof", "role": "Clerk"}
        settle(person, waiting, kind=kind, application=home, now=NOW, **told)


def _correct(person: Person, n: int) -> None:
    own = Event.objects.for_person(person).filter(voided_by=None, source_kind="message")
    told = list(own.filter(key__startswith="mail:").order_by("number"))
    if told:
        meant = [EventKind.REJECTION, EventKind.OFFER, EventKind.CONFIRMATION]
        event = told[n % len(told)]
        correct_event(person, event, kind=meant[n % 3], at=event.at, now=NOW)


STEPS: list[Callable[[Person, int], None]] = [
    *(_mail, _own_mail, _whole_mail, _join, _apart, _undo, _redo, _settle, _correct),
]


def _all_of(person: Person) -> list[list[tuple[object, ...]]]:
    """Return every row that a fold might change."""
    return [
        list(table._default_manager.filter(person=person).order_by("pk").values_list())
        for table in READS
    ]


def _folds(person: Person) -> int:
    """Fold and return how often that told of itself: once where there was nothing to do."""
    told: list[None] = []
    commit_mail(person, now=NOW, tell=lambda: told.append(None))
    return len(told)


def _begin() -> Person:
    person = make_person(name=f"P{uuid7().hex}")
    came(person, "a1", sent_at=NOW - timedelta(days=20))
    came(person, "b1", company="Lind", verdict="information_request", **LIND)
    return person


@settings(max_examples=24 // LESS, deadline=None, report_multiple_bugs=False)
@given(steps=st.lists(st.tuples(st.sampled_from(STEPS), FEW), max_size=9))
def test_what_is_left_out_would_have_changed_nothing(
    steps: list[tuple[Callable[[Person, int], None], int]],
) -> None:
    person = _begin()
    for step, n in [(_mail, 0), *steps]:
        step(person, n)
        # What one fold puts right may let the next put right more.
        assert 1 in (_folds(person) for _ in range(6)), "it never comes to rest"
        before = _all_of(person)
        RestingFold.objects.all().delete()
        with CaptureQueriesContext(connection) as asked:
            assert _folds(person) > 1
        assert _all_of(person) == before
        tables = {name for each in asked for name in _tables(each["sql"])}
        known = [RestingFold._meta.db_table, *(table._meta.db_table for table in READS)]
        assert tables <= {*known}


def _tables(sql: str) -> list[str]:
    return re.findall(r'(?:FROM|JOIN|UPDATE|INTO) "(\w+)"', sql)


@pytest.mark.parametrize("change", ["text", "zone", "event", "apart", "program"])
def test_whatever_may_matter_is_looked_at_again(
    change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = _begin()
    assert 1 in (_folds(person) for _ in range(6))
    if change == "text":
        MailMessage.objects.for_person(person).filter(key="a1").update(text="Other.")
    elif change == "zone":
        person.time_zone = "Asia/Tokyo"
    elif change == "program":
        monkeypatch.setattr("onward.mail.services.unchanged.PROGRAM", "another")
    elif change == "event":
        _undo(person, 0)
    else:
        _apart(person, 0)
        assert KeptApart.objects.for_person(person).exists()
    assert _folds(person) > 1


def test_files_that_come_while_a_program_runs_are_not_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person = _begin()
    before = state_of(person)
    monkeypatch.setattr("onward.mail.program._digest_of", lambda _: "newer files")
    assert state_of(person) == before


def test_mail_of_one_person_says_nothing_of_another() -> None:
    one, other = _begin(), _begin()
    assert 1 in (_folds(one) for _ in range(6))
    assert _folds(other) > 1
    assert _folds(one) == 1


def test_a_digest_of_the_reading_is_of_its_rules_and_no_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def digests(change: str) -> tuple[str, str]:
        read = {
            "mail/rules/read.py": b"r",
            "mail/rules/languages/en.toml": b"e",
            "mail/scan.py": b"s",
            "mail/services/reader.py": b"w",
            "pages/views.py": b"v",
        }
        if change:
            read[change] = b"another"
        monkeypatch.setattr(program, "_digests", cache(lambda: read))
        return program.program_digest.__wrapped__(), program.whole_digest()

    rules, whole = digests("")
    for path in ("mail/rules/read.py", "mail/rules/languages/en.toml", "mail/scan.py"):
        assert digests(path)[0] != rules
        assert digests(path)[1] != whole
    for path in ("mail/services/reader.py", "pages/views.py"):
        assert digests(path)[0] == rules
        assert digests(path)[1] != whole


def test_all_that_reads_mail_is_in_the_digest_of_the_program() -> None:
    top = Path(str(files("onward")))
    code = {p for p in (top / "mail" / "rules").rglob("*") if p.suffix in program.CODE}
    assert len(code) > 400
    asked_for = {
        top / path for path in program._digests() if program._is_of_reading(path)
    }
    assert code | set((top / "mail").glob("*.py")) == asked_for
