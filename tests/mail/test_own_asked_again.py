"""Own mail that was asked about waits as it did, once what the person said of it is undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.applications.rules.kinds import EventKind
from onward.applications.services import take_back
from onward.mail.models import MailMessage, RestingFold, Review
from onward.mail.services.committing import commit_mail
from onward.mail.services.reviewing import reopen, set_apart, set_aside, settle
from onward.mail.services.waiting import waiting_mail
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.own_story import OFFER, RECEIPT, answer, import_story
from tests.mail.test_overtaken import unclear

pytestmark = pytest.mark.django_db

ASKED = [
    ("Unfortunately I have to cancel, I will not go on with it.", "withdrawal"),
    ("I have accepted a role elsewhere and can't join the interview.", "withdrawal"),
    ("I happily accept the position, with all its duties.", "acceptance"),
]


def own() -> MailMessage:
    return MailMessage.objects.get(is_sent=True)


def folded_anew(person: Person) -> None:
    RestingFold.objects.all().delete()
    commit_mail(person, now=NOW)


def set_apart_it(person: Person) -> None:
    set_apart(person, own(), now=NOW)


def set_aside_it(person: Person) -> None:
    set_aside(person, own())


@pytest.mark.parametrize(("words", "verdict"), ASKED)
@pytest.mark.parametrize("kind", [EventKind.WITHDRAWAL, EventKind.FOLLOW_UP])
def test_what_was_said_of_own_words_undone_they_are_unclear_again(
    owner: Person, tmp_path: Path, words: str, verdict: str, kind: EventKind
) -> None:
    import_story(owner, tmp_path, [RECEIPT, answer(words)])
    assert (own().verdict, own().review) == (verdict, Review.AMBIGUOUS)
    mine = Application.objects.get()
    settle(owner, own(), kind=kind, application=mine, now=NOW)
    assert own().review == Review.SETTLED
    reopen(owner, own(), now=NOW)
    assert own().review == Review.AMBIGUOUS
    folded_anew(owner)
    assert own().review == Review.AMBIGUOUS


@pytest.mark.parametrize(("words", "verdict"), ASKED)
def test_undone_on_the_timeline_too(
    owner: Person, tmp_path: Path, words: str, verdict: str
) -> None:
    import_story(owner, tmp_path, [RECEIPT, answer(words)])
    mine, kind = Application.objects.get(), EventKind.WITHDRAWAL
    event = settle(owner, own(), kind=kind, application=mine, now=NOW)
    take_back(owner, event, now=NOW)
    assert (own().verdict, own().review) == (verdict, Review.AMBIGUOUS)


@pytest.mark.parametrize(
    "words",
    [
        "Thursday at 11 is fine, thank you.",
        "Thank you for your call, I enjoyed it.",
        "I do not want to withdraw my application.",
    ],
)
def test_own_mail_that_says_nothing_is_not_asked_about(
    owner: Person, tmp_path: Path, words: str
) -> None:
    import_story(owner, tmp_path, [RECEIPT, OFFER, answer(words)])
    assert (own().verdict, own().review) == ("sent", Review.NONE)
    for press in (set_aside_it, set_apart_it):
        press(owner)
        reopen(owner, own(), now=NOW)
        assert not waiting_mail(owner).exists()
        folded_anew(owner)
        assert not waiting_mail(owner).exists()


def test_their_unclear_mail_waits_as_unclear(owner: Person, tmp_path: Path) -> None:
    import_story(owner, tmp_path, [RECEIPT, unclear()])
    theirs = MailMessage.objects.get(verdict="ambiguous")
    mine = Application.objects.get()
    settle(owner, theirs, kind=EventKind.REJECTION, application=mine, now=NOW)
    reopen(owner, MailMessage.objects.get(pk=theirs.pk), now=NOW)
    assert MailMessage.objects.get(pk=theirs.pk).review == Review.AMBIGUOUS
