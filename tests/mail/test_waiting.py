"""What waits for the person is counted once, and every page says the same of it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from onward.jobs.models import Job, JobState
from onward.jobs.services import enqueue
from onward.mail.models import MailMessage, MailRun, Review
from onward.mail.services.counts import ImportSummary, ledger_counts
from onward.mail.services.waiting import Waiting, waiting, waiting_mail
from onward.mail.terminal import print_summary
from onward.mail.waiting_words import waiting_words
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.test_rearranging import keep

pytestmark = pytest.mark.django_db

WORDS = "5 messages: 2 unclear, 1 without an application, 2 from somebody who wrote"


@pytest.fixture
def letters(owner: Person) -> None:
    for place, (review, verdict) in enumerate(
        (
            (Review.AMBIGUOUS, "ambiguous"),
            (Review.AMBIGUOUS, "acceptance"),
            (Review.UNMATCHED, "rejection"),
            (Review.UNMATCHED, "outreach"),
            (Review.APPROACH, "outreach"),
            (Review.NONE, "interview"),
            (Review.SETTLED, "ambiguous"),
        )
    ):
        letter = {"key": f"k{place}", "hours": place, "subject": f"Note {place}"}
        keep(owner, letter | {"review": review, "verdict": verdict})


@pytest.mark.usefixtures("letters")
def test_each_message_that_waits_is_counted_once(
    owner: Person, outsider: Person
) -> None:
    assert waiting(owner) == Waiting(unclear=2, unplaced=1, approaches=2)
    assert waiting(owner).messages == waiting_mail(owner).count() == 5
    assert not waiting(outsider)
    assert waiting_words(waiting(outsider)) == ""
    assert waiting_words(Waiting(unplaced=1)) == "1 message: 1 without an application"


@pytest.mark.usefixtures("letters")
def test_every_page_and_the_command_say_the_same(
    owner: Person, owner_client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    # What a reading kept of its own end: some of it was decided since.
    ledger = {"applications": 1, "ambiguous": 0, "unmatched": 9}
    old = {"read": 9, "hiring": 7, "new": 7, "unreadable": 0, "ledger": ledger}
    run = MailRun.objects.create(
        person=owner, started_at=NOW, finished_at=NOW, counts=old
    )
    job = enqueue(owner, kind="mail.import", title="Reading", arguments={})
    Job.objects.filter(pk=job.pk).update(
        state=JobState.DONE, result=old, finished_at=NOW
    )
    for address in (
        reverse("mail:home"),
        reverse("mail:review"),
        reverse("mail:run", args=[run.pk]),
        reverse("jobs:detail", args=[job.pk]),
    ):
        assert WORDS in owner_client.get(address).content.decode(), address
    print_summary(ImportSummary(read=9, new=7, ledger=ledger_counts(owner)))
    line = next(x for x in capsys.readouterr().out.split("\n") if "To look at" in x)
    assert line.split()[3] == "5"
    assert WORDS.split(": ")[1] in line
    MailMessage.objects.update(review=Review.SETTLED)
    assert WORDS not in owner_client.get(reverse("mail:home")).content.decode()
    run_page = owner_client.get(reverse("mail:run", args=[run.pk])).content.decode()
    assert "<dd>nothing</dd>" in run_page
