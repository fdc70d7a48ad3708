"""What lies in spam or the bin begins no application by good news, and may go on with one."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, Stage
from onward.applications.services import add_event, take_back
from onward.mail.models import MailMessage, Review
from onward.mail.services import folding
from onward.mail.services.committing import commit_mail
from onward.mail.services.importing import import_paths
from onward.mail.services.waiting import waiting
from onward.people.models import Person
from tests.builders import NOW, quiet
from tests.mail.own_story import ME, RECEIPT, raw
from tests.mail.raw_mail import make_mbox

pytestmark = pytest.mark.django_db

GOOD_NEWS = (
    "We are pleased to offer you the position of Payment Assistant at Quick Cash."
)
CALL = "We would like to invite you to an interview on 20 March 2026 at 10:00 for the position of Night Porter."


def read(owner: Person, tmp_path: Path, *messages: bytes, name: str = "all") -> None:
    mailbox = tmp_path / f"{name}.mbox"
    mailbox.write_bytes(make_mbox(*messages))
    import_paths(owner, [mailbox], progress=quiet, with_spam=True)


def offer(*, labels: str = "Spam", text: str = GOOD_NEWS, number: int = 3) -> bytes:
    return raw(
        number=number,
        sender="Quick Cash <hr@quick-cash.example>",
        to=ME,
        subject="Congratulations! You have been selected",
        text=f"Dear Candidate,\n\n{text}\n\nHR Department",
        labels=labels,
    )


def call(*, labels: str) -> bytes:
    return raw(
        number=4,
        sender="Bright Harbour <jobs@bright-harbour.example>",
        to=ME,
        subject="Interview for Night Porter",
        text=f"Dear Robin,\n\n{CALL}\n\nBright Harbour",
        labels=labels,
    )


@pytest.mark.parametrize(
    ("labels", "kept_in", "words"),
    [
        ("Spam", "spam", "from your spam folder"),
        ("Prullenbak,Ongelezen", "bin", "from your bin"),
    ],
)
def test_an_offer_in_spam_waits_and_is_no_application(
    owner: Person,
    owner_client: Client,
    tmp_path: Path,
    labels: str,
    kept_in: str,
    words: str,
) -> None:
    read(owner, tmp_path, offer(labels=labels))
    message = MailMessage.objects.get()
    assert (message.verdict, message.kept_in) == ("offer", kept_in)
    assert not Application.objects.exists()
    assert not Event.objects.exists()
    assert message.review == Review.APPROACH
    assert waiting(owner).messages == 1
    assert words in owner_client.get(reverse("mail:review")).content.decode()


def test_the_same_offer_in_the_inbox_is_one(owner: Person, tmp_path: Path) -> None:
    read(owner, tmp_path, offer(labels="Inbox"))
    assert Application.objects.get().stage == Stage.OFFER


@pytest.mark.parametrize("labels", ["Spam", "Trash"])
def test_an_invitation_lost_in_spam_goes_on_with_its_application(
    owner: Person, tmp_path: Path, labels: str
) -> None:
    read(owner, tmp_path, RECEIPT, call(labels=labels))
    assert Application.objects.get().stage == Stage.INTERVIEW
    assert not waiting(owner)


def test_an_invitation_in_spam_of_which_nothing_else_tells_is_asked_about(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, call(labels="Spam"))
    assert not Application.objects.exists()
    read(owner, tmp_path, RECEIPT, name="later")
    assert Application.objects.get().stage == Stage.INTERVIEW
    assert not waiting(owner)


def test_a_receipt_in_the_bin_begins_its_application(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, RECEIPT.replace(b"Inbox", b"Trash"))
    assert Application.objects.get().stage == Stage.APPLIED


def test_own_mail_in_the_bin_is_the_persons_word(owner: Person, tmp_path: Path) -> None:
    own = raw(
        number=2,
        sender=ME,
        to="Kim Alder <kim@bright-harbour.example>",
        subject="Application for Night Porter",
        text="Dear team, my papers.",
        file="cv.pdf",
        labels="Sent,Trash",
    )
    read(owner, tmp_path, own)
    assert Application.objects.get().stage == Stage.APPLIED


def test_what_the_person_took_out_of_spam_counts(owner: Person, tmp_path: Path) -> None:
    read(owner, tmp_path, offer())
    read(owner, tmp_path, offer(labels="Inbox"), name="later")
    assert MailMessage.objects.get().kept_in == ""
    assert Application.objects.get().stage == Stage.OFFER
    # What they threw away after that they had read once.
    read(owner, tmp_path, offer(labels="Trash"), name="latest")
    assert Application.objects.get().stage == Stage.OFFER


def test_what_the_person_says_of_it_counts(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    read(owner, tmp_path, offer())
    message = MailMessage.objects.get()
    owner_client.post(
        reverse("mail:settle", args=[message.pk]),
        {"kind": EventKind.OFFER, "application": "new", "company": "Quick Cash"},
    )
    commit_mail(owner, now=NOW)
    assert Application.objects.get().stage == Stage.OFFER


def test_mail_of_a_mailbox_called_spam_is_from_spam(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, offer(labels="Opened"), name="Spam")
    assert MailMessage.objects.get().kept_in == "spam"
    assert not Application.objects.exists()


PAPERS = f"{GOOD_NEWS} Reply with your IBAN and a copy of your passport to start today."
FEE = f"{GOOD_NEWS} Stuur 35 euro administratiekosten via Tikkie om uw plek te bevestigen."


@pytest.mark.parametrize("text", [PAPERS, FEE])
def test_an_offer_that_asks_a_stranger_for_money_is_asked_about(
    owner: Person, owner_client: Client, tmp_path: Path, text: str
) -> None:
    read(owner, tmp_path, offer(labels="Inbox", text=text))
    assert not Application.objects.exists()
    message = MailMessage.objects.get()
    assert message.review == Review.APPROACH
    said = "It asks for money, or for your account and papers."
    for page in (reverse("mail:review"), reverse("mail:message", args=[message.pk])):
        assert said in owner_client.get(page).content.decode()


def test_who_offers_what_was_applied_for_may_ask_for_papers(
    owner: Person, tmp_path: Path
) -> None:
    text = "We are pleased to offer you the position of Night Porter. For the contract please send us your IBAN and a copy of your passport."
    told = offer(labels="Inbox", text=text).replace(
        b"Quick Cash <hr@quick-cash.example>",
        b"Bright Harbour <jobs@bright-harbour.example>",
    )
    read(owner, tmp_path, RECEIPT, told)
    assert Application.objects.get().stage == Stage.OFFER


@pytest.mark.parametrize("is_touched", [False, True])
def test_what_an_application_began_with_is_not_taken_back_for_what_it_costs(
    owner: Person,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_touched: bool,
) -> None:
    with monkeypatch.context() as before:
        before.setattr(folding, "asks_for_money", lambda _: False)
        read(owner, tmp_path, offer(labels="Inbox", text=PAPERS))
    application = Application.objects.get()
    if is_touched:
        add_event(owner, application, kind=EventKind.NOTE, at=NOW, now=NOW)
    read(owner, tmp_path, RECEIPT, name="later")
    assert Application.objects.count() == 2
    application.refresh_from_db()
    assert application.stage == Stage.OFFER
    assert not Event.objects.exclude(voided_by=None).exists()
    offered = MailMessage.objects.get(verdict="offer")
    assert offered.review != Review.APPROACH


def test_what_was_taken_back_begins_nothing_anew_by_what_costs(
    owner: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr(folding, "asks_for_money", lambda _: False)
        read(owner, tmp_path, offer(labels="Inbox", text=PAPERS))
    take_back(owner, Event.objects.get(kind=EventKind.OFFER), now=NOW)
    read(owner, tmp_path, RECEIPT, name="later")
    assert not Event.objects.filter(kind=EventKind.OFFER, voided_by=None).exists()
