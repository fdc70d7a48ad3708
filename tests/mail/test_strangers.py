"""What the person writes to whom no application knows: not asked about, or put apart in one press."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application
from onward.mail.forms import SettleForm
from onward.mail.models import MailMessage, Review
from onward.mail.services.committing import commit_mail
from onward.mail.services.waiting import waiting
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.own_story import ME, RECEIPT, answer, import_story, raw
from tests.mail.test_overtaken import unclear

pytestmark = pytest.mark.django_db

SISTER = "Bea Vale <bea.vale@gmail.com>"


def ask_of(sender: str) -> bytes:
    """A mail of somebody of whom the words do not tell whether it is of the search."""
    return unclear(number=4).replace(
        b"Kim Alder <kim@bright-harbour.example>", sender.encode()
    )


def joke(subject: str = "Re: The wedding") -> bytes:
    return raw(
        number=6,
        sender=ME,
        to=SISTER,
        subject=subject,
        text="Yes! I happily accept the position, with all its duties.",
        answers=4,
        labels="Sent",
    )


def own() -> MailMessage:
    return MailMessage.objects.get(is_sent=True)


def test_a_joke_to_a_sister_is_not_asked_about(owner: Person, tmp_path: Path) -> None:
    import_story(owner, tmp_path, [RECEIPT, ask_of(SISTER), joke()])
    assert own().verdict == "sent"
    assert own().review == Review.NONE


def test_the_same_words_under_a_subject_of_hiring_are_asked_about(
    owner: Person, tmp_path: Path
) -> None:
    import_story(
        owner, tmp_path, [RECEIPT, ask_of(SISTER), joke("Re: Your job application")]
    )
    assert own().verdict == "acceptance"
    assert own().review in (Review.AMBIGUOUS, Review.UNMATCHED)


def test_the_same_words_to_a_firm_are_asked_about(
    owner: Person, tmp_path: Path
) -> None:
    said = answer("I happily accept the position, with all its duties.")
    import_story(owner, tmp_path, [RECEIPT, unclear(), said])
    assert own().review == Review.AMBIGUOUS


def test_own_mail_can_be_put_apart_and_asked_about_again(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    said = answer("I happily accept the position, with all its duties.")
    import_story(owner, tmp_path, [RECEIPT, unclear(), said])
    page = owner_client.get(reverse("mail:review")).content.decode()
    assert "It is not about my search" in page
    letter = owner_client.get(reverse("mail:message", args=[own().pk])).content.decode()
    assert "It is not about my search" in letter
    url = reverse("mail:settle", args=[own().pk])
    after = owner_client.post(url, {"kind": "other"}, follow=True).content.decode()
    assert "Put aside: it is not about your search." in after
    assert reverse("mail:reopen", args=[own().pk]) in after
    commit_mail(owner, now=NOW)
    assert own().review == Review.SETTLED
    assert Application.objects.count() == 1
    owner_client.post(reverse("mail:reopen", args=[own().pk]))
    assert own().review in (Review.AMBIGUOUS, Review.UNMATCHED)
    assert waiting(owner)


def test_nothing_is_said_for_the_person_of_mail_that_fits_no_application(
    owner: Person,
) -> None:
    message = MailMessage(
        person=owner,
        is_sent=True,
        recipients=["bea.vale@gmail.com"],
        verdict="acceptance",
    )
    form = SettleForm(person=owner, message=message)
    assert not form["kind"].value()
    assert not form["application"].value()
