"""One reading of mail finds all that there is in it: the next one finds nothing more."""

from __future__ import annotations

import mailbox
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.applications.models import Application, Event
from onward.mail.models import MailMessage
from onward.mail.services import importing, own_mail
from onward.mail.services.counts import ImportSummary
from onward.mail.services.importing import import_paths
from onward.mail.sources.mbox import MboxFile
from onward.people.models import Person
from tests.builders import quiet
from tests.conftest import LESS
from tests.mail.own_story import ME, THEM, letters_of_firms, raw, story, without_labels
from tests.mail.raw_mail import make_mbox

pytestmark = pytest.mark.django_db
SISTER = "Bea Vale <bea@person.example>"
THANKS = raw(
    number=6,
    sender=ME,
    to=THEM,
    subject="Thank you",
    text="It was a pleasure to see you and the others on Tuesday.",
)
"""Own mail that nothing but its sender and whom it goes to brings in."""

FAMILY = (
    raw(
        number=7,
        sender=SISTER,
        to=ME,
        subject="A job for you",
        text="We are looking for a night porter, would you like to apply? Bea",
    ),
    raw(
        number=8,
        sender=SISTER,
        to=ME,
        subject="The wedding",
        text="We have a date: the 19th of September, a Saturday. I ask you in writing, so "
        "that it stands: will you be my witness? I accept no other answer. Love, Bea",
    ),
    raw(
        number=9,
        sender=ME,
        to=SISTER,
        subject="Re: The wedding",
        text="Yes. I accept the position with all of its duties. I call you later. Robin",
        answers=8,
    ),
)
NOTE = raw(
    number=11,
    sender=THEM,
    to=ME,
    subject="Re: Application for Night Porter",
    text="Hi Robin,\n\nmy nephew has started with us on Saturday, and he knows the house "
    "already, so that is that for this year. All the best for you.\n\nKim",
    answers=3,
)
ANSWER = raw(
    number=12,
    sender=ME,
    to="Lou Marsh <lou@bright-harbour.example>",
    subject="Re: the house",
    text="That is good of you, I come round on Friday and bring the keys with me.",
    answers=11,
)
MAILS = [*story(), *letters_of_firms(4), THANKS, *FAMILY, NOTE, ANSWER]


def told(person: Person) -> list[Any]:
    mails = MailMessage.objects.for_person(person).order_by("key")
    events = Event.objects.for_person(person).order_by("number")
    applications = Application.objects.for_person(person).order_by("pk")
    return [
        list(mails.values_list("key", "verdict", "review", "is_sent", "company")),
        list(events.values_list("key", "kind", "at", "voided_by", "application")),
        list(applications.values_list("pk", "company", "role", "stage")),
    ]


def read(
    person: Person, path: Path, *, again: bool = False, processes: int = 1
) -> ImportSummary:
    return import_paths(
        person, [path], progress=quiet, reads_again=again, processes=processes
    )


def assert_reading_again_is_idle(person: Person, path: Path, **options: Any) -> None:
    first = read(person, path, **options)
    before = told(person)
    second = read(person, path, again=True, **options)
    assert (second.new, second.hiring) == (0, first.hiring)
    assert told(person) == before


@settings(max_examples=12 // LESS)
@given(
    mails=st.lists(st.sampled_from(MAILS), unique=True, min_size=4).map(tuple),
    is_labelled=st.booleans(),
)
def test_whatever_there_is_to_read_one_reading_finds_it(
    mails: Sequence[bytes], is_labelled: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "all.mbox"
        bare = without_labels(list(mails))
        path.write_bytes(make_mbox(*(mails if is_labelled else bare)))
        assert_reading_again_is_idle(Person.objects.create(name="Robin"), path)


def test_family_at_the_persons_own_provider_is_asked_about_no_further(
    owner: Person, tmp_path: Path
) -> None:
    """One of them once told of a job; their wedding is none."""
    path = tmp_path / "all.mbox"
    path.write_bytes(make_mbox(*story(), *FAMILY))
    assert_reading_again_is_idle(owner, path)
    assert not MailMessage.objects.filter(subject="The wedding").exists()


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("step", [1, -1])
def test_own_mail_without_a_word_of_hiring_is_found_once_its_sender_is_known(
    owner: Person,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    processes: int,
    step: int,
) -> None:
    monkeypatch.setattr(importing, "LEAST_PARALLEL_BYTES", 1)
    mails = without_labels([*story()[:3], *letters_of_firms(4), THANKS])
    path = tmp_path / "all.mbox"
    path.write_bytes(make_mbox(*mails[::step]))
    assert_reading_again_is_idle(owner, path, processes=processes)
    assert MailMessage.objects.get(subject="Thank you").is_sent


def test_the_same_holds_for_a_folder_of_messages(owner: Person, tmp_path: Path) -> None:
    folder = mailbox.Maildir(tmp_path / "Mail")
    for mail in without_labels([*story()[:3], *letters_of_firms(4), THANKS]):
        folder.add(mail)
    assert_reading_again_is_idle(owner, tmp_path / "Mail")
    assert MailMessage.objects.get(subject="Thank you").is_sent


def test_own_mail_that_did_not_fit_into_memory_is_looked_at_again(
    owner: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it answers comes after it in the file."""
    monkeypatch.setattr(own_mail, "MOST_SENT_CHARS", 1)
    path = tmp_path / "all.mbox"
    path.write_bytes(make_mbox(*[*story()[:4], THANKS][::-1]))
    assert_reading_again_is_idle(owner, path)
    assert MailMessage.objects.filter(is_sent=True).count() == 4


def test_a_mailbox_is_known_after_the_first_reading(
    owner: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onward.mail.services.known.LEAST_BYTES", 1)
    path = tmp_path / "all.mbox"
    path.write_bytes(make_mbox(*MAILS))
    first = read(owner, path)
    with monkeypatch.context() as patched:
        patched.setattr(MboxFile, "read", lambda *_, **__: pytest.fail("read twice"))
        again = read(owner, path)
    assert (again.new, again.read, again.hiring) == (0, first.read, first.hiring)


def test_own_mail_that_did_not_fit_is_found_in_the_file_that_it_lies_in(
    owner: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memory ends while another kind of file is read."""
    monkeypatch.setattr(own_mail, "MOST_SENT_CHARS", 900)
    thanks = THANKS.replace(b"Labels: Inbox", b"Labels: Sent")
    long = raw(
        number=51,
        sender=ME,
        to=SISTER,
        subject="Sunday",
        text="Cake? " * 60,
        labels="Sent",
    )
    first, last = tmp_path / "a.mbox", tmp_path / "c.mbox"
    first.write_bytes(make_mbox(FAMILY[1], thanks))
    last.write_bytes(make_mbox(*story()))
    (tmp_path / "b.eml").write_bytes(long)
    import_paths(owner, [first, tmp_path / "b.eml", last], progress=quiet)
    assert MailMessage.objects.get(subject="Thank you").is_sent


def test_what_the_person_forwarded_to_themselves_is_counted_once(
    owner: Person, tmp_path: Path
) -> None:
    forwarded = raw(
        number=13,
        sender=ME,
        to=ME,
        subject="Fwd: New jobs for you",
        text="-------- Forwarded Message --------\nSubject: 5 new jobs for you\n"
        "Date: Mon, 2 Mar 2026 08:00:00 +0000\nFrom: Job alerts <alerts@indeed.com>\n"
        "To: robin@person.example\n\nNew jobs matching your search: Night Porter in Leeds, "
        "Barista in York. View all jobs. Unsubscribe from this job alert.",
        labels="Sent",
    )
    path = tmp_path / "all.mbox"
    path.write_bytes(make_mbox(*story(), forwarded))
    assert read(owner, path).verdicts["job_alert"] == 1
