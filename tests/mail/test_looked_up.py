"""What own mail answers is looked up, and decided before the ledger is written to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from onward.applications.models import Event
from onward.mail.models import MailMessage
from onward.mail.rules.talks.own_mail import SentMeaning
from onward.mail.services import committing
from onward.mail.services.committing import commit_mail
from onward.mail.services.replies import Replies
from onward.mail.services.retelling import rearranged
from onward.people.models import Person

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
ASKED = NOW - timedelta(days=9)
OFFER = (
    "We would like to invite you to an interview. Are you free on Monday 16 November "
    "at 10:00 or on Tuesday 17 November at 14:00?"
)


def came(person: Person, key: str, **told: Any) -> MailMessage:
    row = {
        "message_id": f"{key}@mail.example",
        "sent_at": ASKED,
        "subject": "Your application",
        "path": "invented.mbox",
        "verdict": "interview",
        "confidence": 0.9,
        "company": "Oakmere",
        "role": "Driver",
        "contact_address": "kim@oakmere.example",
        "sender_address": "kim@oakmere.example",
        "accepts_replies": True,
        "recorded_at": NOW,
        "text": OFFER,
    }
    return MailMessage.objects.create(person=person, key=key, **(row | told))


def sent(person: Person, key: str, **told: Any) -> MailMessage:
    row = {
        "sent_at": ASKED + timedelta(hours=5),
        "verdict": SentMeaning.THREAD.value,
        "company": "",
        "role": "",
        "contact_address": "",
        "sender_address": "robin@mail.example",
        "is_sent": True,
        "recipients": ["Kim@oakmere.example"],
        "subject": "Re: Your application",
        "text": "Tuesday at 14:00 suits me well.",
    }
    return came(person, key, **(row | told))


@pytest.mark.django_db
def test_a_reply_is_found_by_its_thread_or_by_subject_and_address(
    owner: Person,
) -> None:
    asked = came(owner, "asked")
    by_subject = sent(owner, "by-subject")
    other = {"subject": "Something else", "recipients": ["x@else.example"]}
    by_thread = sent(owner, "by-thread", references=[asked.message_id], **other)
    sent(owner, "elsewhere", recipients=["x@else.example"])
    sent(owner, "other", subject="Something else")
    sent(owner, "before", sent_at=ASKED - timedelta(hours=1))
    sent(owner, "both", references=[asked.message_id], sent_at=NOW)
    found = [reply.key for reply in Replies(owner).to(asked)]
    assert found == [by_subject.key, by_thread.key, "both"]


@pytest.mark.django_db
def test_the_texts_of_own_mail_that_answers_nothing_stay_unread(owner: Person) -> None:
    came(owner, "asked")
    answer = sent(owner, "answer")
    others = [
        sent(owner, f"other-{n}", subject=f"Hello {n}", recipients=[f"{n}@x.example"])
        for n in range(3)
    ]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        commit_mail(owner, now=NOW)
    told = Event.objects.get(kind="arranged", source_id=answer.pk)
    assert str(told.payload["starts_at"]).startswith("2026-11-17T14:00")
    read = [q["sql"] for q in queries if '"mail_mailmessage"."text"' in q["sql"]]
    # What says whether anything changed reads every column, by no rule.
    read = [sql for sql in read if not sql.endswith('"mail_mailmessage"."id" ASC')]
    assert read
    # Without a list of ids, a query reads the texts of whatever was sent.
    assert all(" IN (" in sql or '"id" =' in sql for sql in read)
    assert not [o for o in others if any(_is_in(o, sql) for sql in read)]


def _is_in(row: MailMessage, sql: str) -> bool:
    return row.pk.hex in sql or str(row.pk) in sql


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the ledger was locked each time that words were read on their way there."""
    locked: list[bool] = []
    read = rearranged

    def watch(*args: Any, **more: Any) -> Any:
        locked.append(connection.in_atomic_block)
        return read(*args, **more)

    monkeypatch.setattr(committing, "rearranged", watch)
    return locked


@pytest.mark.django_db(transaction=True)
def test_words_are_read_before_the_ledger_is_locked(
    owner: Person, watched: list[bool]
) -> None:
    came(owner, "asked")
    sent(owner, "answer")
    commit_mail(owner, now=NOW)
    assert watched == [False]
