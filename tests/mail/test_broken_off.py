"""A mailbox read while a mail was being written: the mail counts once, and whole."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, NoKind, Stage
from onward.applications.rules.round import Round
from onward.applications.services import (
    arrange,
    bring_back,
    disagreements,
    rounds_of,
    take_back,
    take_back_batch,
)
from onward.mail.models import MailMessage, MailRun
from onward.mail.services.importing import import_paths
from onward.mail.services.reviewing import correct
from onward.method.feelings.services.quiet import end_quiet
from onward.method.feelings.services.writing import note_feelings
from onward.method.plan.models import CarePlan
from onward.method.plan.services import catch_up
from onward.method.plan.today import is_resting
from onward.people.models import Person
from tests.builders import NOW, quiet
from tests.mail.raw_mail import make_mbox, make_raw

pytestmark = pytest.mark.django_db

BEGINNING = (
    "Dear Robin,\n\nthank you for applying as Data Analyst at Quillmoor. We have received "
    "your\napplication.\n\n"
)
NO = (
    "After careful consideration we are sorry to tell you that we will not be moving\n"
    "forward with your application and have decided to proceed with other candidates.\n\n"
)
END = "Kind regards\nQuillmoor\n"
AFTER_THE_RECEIPT, BEFORE_THE_END = len(BEGINNING), len(BEGINNING + NO)


def mail(text: str, *, date: str = "03 Mar", number: int = 1) -> bytes:
    raw = make_raw(
        text,
        subject="Your application as Data Analyst at Quillmoor",
        message_id=f"<{number}@quillmoor.example>",
    )
    return raw.replace(b"03 Mar", date.encode())


def read(person: Person, path: Path, *mails: bytes) -> None:
    path.write_bytes(make_mbox(*mails))
    import_paths(person, [path], progress=quiet)


def standing() -> list[str]:
    told = Event.objects.filter(voided_by=None).exclude(kind=EventKind.VOID)
    kinds = told.order_by("number").values_list("kind", flat=True)
    return [kind for kind in kinds if kind != EventKind.DESCRIBED]


@pytest.mark.parametrize("cut", [AFTER_THE_RECEIPT, BEFORE_THE_END])
def test_read_whole_later_it_is_one_mail_and_one_event(
    owner: Person, tmp_path: Path, cut: int
) -> None:
    whole = BEGINNING + NO + END
    path = tmp_path / "a.mbox"
    read(owner, path, mail(whole[:cut]))
    for _ in range(2):
        read(owner, path, mail(whole))
        assert MailMessage.objects.get().text == whole.strip()
        assert standing() == [EventKind.REJECTION]
    application = Application.objects.get()
    assert application.no_kind == NoKind.THEY_SAID_NO
    assert application.company == "Quillmoor"


def test_what_means_the_same_whole_is_not_undone(owner: Person, tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    read(owner, path, mail(BEGINNING + NO))
    before = list(Event.objects.values_list("pk", flat=True))
    read(owner, path, mail(BEGINNING + NO + END))
    assert list(Event.objects.values_list("pk", flat=True)) == before


@pytest.mark.parametrize("step", [1, -1])
def test_two_copies_of_which_one_broke_off_are_one_mail(
    owner: Person, tmp_path: Path, step: int
) -> None:
    texts = [BEGINNING, BEGINNING + NO + END][::step]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.mbox").write_bytes(make_mbox(mail(text)))
    import_paths(owner, sorted(tmp_path.glob("*.mbox")), progress=quiet)
    assert MailMessage.objects.count() == 1
    assert standing() == [EventKind.REJECTION]


def test_mail_that_only_begins_alike_is_two(owner: Person, tmp_path: Path) -> None:
    first, second = mail(BEGINNING), mail(BEGINNING + NO, date="13 Mar", number=2)
    read(owner, tmp_path / "a.mbox", first, second)
    assert standing() == [EventKind.CONFIRMATION, EventKind.REJECTION]


def test_one_number_for_all_its_mail_makes_them_not_one(
    owner: Person, tmp_path: Path
) -> None:
    first, second = mail(BEGINNING), mail(BEGINNING + NO, date="13 Mar")
    read(owner, tmp_path / "a.mbox", first, second)
    assert MailMessage.objects.count() == 2


def test_what_the_person_said_of_its_beginning_stays(
    owner: Person, tmp_path: Path
) -> None:
    path = tmp_path / "a.mbox"
    read(owner, path, mail(BEGINNING))
    correct(owner, MailMessage.objects.get(), kind=EventKind.INTERVIEW, now=NOW)
    for _ in range(2):
        read(owner, path, mail(BEGINNING + NO + END))
        assert standing() == [EventKind.INTERVIEW]
    assert MailMessage.objects.get().text.endswith("Quillmoor")
    assert Application.objects.get().stage == Stage.INTERVIEW


def test_its_reading_undone_it_stays_so(owner: Person, tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    read(owner, path, mail(BEGINNING))
    read(owner, path, mail(BEGINNING + NO + END))
    take_back_batch(owner, MailRun.objects.earliest("started_at").pk, now=NOW)
    read(owner, path, mail(BEGINNING + NO + END))
    assert standing() == []


INVITED = (
    "Dear Robin,\n\nwe would like to invite you to an interview for the position of Data "
    "Analyst at Quillmoor on Tuesday, 24 March 2026 at 10:00.\n\n"
)
WHERE = "The interview takes place at Dock Road 4, second floor.\n\n"


def interviews(person: Person) -> list[Round]:
    return rounds_of(person, Application.objects.get(merged_into=None))


@pytest.mark.parametrize(
    "more",
    [END, "See https://quillmoor.example/jobs?id=77\n", "[attachment removed]\n"],
)
def test_a_no_known_by_its_beginning_opens_nothing_anew(
    owner: Person, tmp_path: Path, more: str
) -> None:
    path = tmp_path / "a.mbox"
    text = BEGINNING + NO + "Our jobs: https://quillmoor.example/jobs\n"
    read(owner, path, mail(text))
    catch_up(owner, now=NOW)
    no = Event.objects.get(kind=EventKind.REJECTION)
    note_feelings(owner, origin=no, words=[], own_words="mine", intensity=6, now=NOW)
    end_quiet(owner, now=NOW)
    read(owner, path, mail(text + more))
    catch_up(owner, now=NOW + timedelta(days=2))
    assert Event.objects.get(kind=EventKind.REJECTION, voided_by=None) == no
    assert CarePlan.objects.count() == 1
    assert not is_resting(owner, NOW + timedelta(days=2, hours=1))


def test_what_a_longer_copy_tells_besides_is_read(
    owner: Person, tmp_path: Path
) -> None:
    path = tmp_path / "a.mbox"
    read(owner, path, mail(INVITED))
    first = Event.objects.get(kind=EventKind.INTERVIEW)
    hour = {"starts_at": datetime(2026, 3, 25, 9, 30)}  # noqa: DTZ001
    arrange(owner, first, details=hour, now=NOW)
    read(owner, path, mail(INVITED + WHERE + END))
    (found,) = interviews(owner)
    assert found.starts_at is not None
    assert f"{found.starts_at:%d %H:%M}" == "25 09:30"
    assert "Dock Road 4" in found.place
    assert first.pk in {uuid.UUID(name) for name in found.names}
    assert not list(disagreements(owner))


@pytest.mark.parametrize("how", ["alone", "batch"])
def test_undone_as_a_whole_it_does_not_come_back_by_its_beginning(
    owner: Person, tmp_path: Path, how: str
) -> None:
    path = tmp_path / "a.mbox"
    read(owner, path, mail(INVITED))
    read(owner, path, mail(INVITED + WHERE + END))
    whole = Event.objects.get(kind=EventKind.INTERVIEW, voided_by=None)
    assert "Dock Road 4" in whole.payload["place"]
    if how == "alone":
        take_back(owner, whole, now=NOW)
    else:
        take_back_batch(owner, MailRun.objects.earliest("started_at").pk, now=NOW)
    read(owner, path, mail(INVITED + WHERE + END))
    assert EventKind.INTERVIEW not in standing()
    whole.refresh_from_db()
    bring_back(owner, whole, now=NOW)
    assert len(interviews(owner)) == 1
    assert not list(disagreements(owner))


def test_what_means_another_thing_whole_goes_on_with_nothing(
    owner: Person, tmp_path: Path
) -> None:
    path = tmp_path / "a.mbox"
    read(owner, path, mail(BEGINNING))
    read(owner, path, mail(BEGINNING + NO + END))
    no = Event.objects.get(kind=EventKind.REJECTION)
    assert "corrects" not in no.payload


LINKED = BEGINNING + NO + "Our jobs: https://quillmoor.example/jobs?id=77\n" + END
NOTICE = "[EXTERNAL] This message comes from outside. Be careful with links.\n\n"
SAFE = "https://eur01.safelinks.example/?url=https%3A%2F%2Fquillmoor.example&data=05"
COPIES = [
    NOTICE + LINKED,
    LINKED.replace("https://quillmoor.example/jobs?id=77", SAFE),
    NOTICE
    + LINKED.replace("https://quillmoor.example/jobs?id=77", SAFE)
    + "--\nScanned",
    LINKED.replace("careful", "*careful*").replace("\n", "\n\n"),
]


def as_html(raw: bytes) -> bytes:
    head, _, text = raw.partition(b"\n\n")
    text = b"<p>" + text.replace(b"\n\n", b"</p><p>") + b"</p>"
    return head + b"\nContent-Type: text/html; charset=utf-8\n\n" + text


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("copy", [*map(mail, COPIES), as_html(mail(LINKED))])
def test_a_copy_that_reads_otherwise_on_the_way_is_no_second_mail(
    owner: Person, tmp_path: Path, copy: bytes, step: int
) -> None:
    for number, raw in enumerate([mail(LINKED), copy][::step]):
        read(owner, tmp_path / f"{number}.mbox", raw)
    assert standing() == [EventKind.REJECTION]
    assert MailMessage.objects.count() == 1


OTHERS = [
    mail(NOTICE + LINKED, date="13 Mar"),
    mail(NOTICE + LINKED, number=2),
    mail(NOTICE + LINKED).replace(b"09:15:00", b"09:15:01"),
    mail(NOTICE + LINKED).replace(b"Analyst at", b"Clerk at"),
    mail(LINKED.replace("Data Analyst", "Night Porter")),
    mail(LINKED.replace("other candidates", "somebody else")),
    mail(NOTICE + LINKED).replace(b"jobs@quillmoor", b"hr@quillmoor"),
    mail(NOTICE + BEGINNING),
    mail(NOTICE + INVITED),
]


@pytest.mark.parametrize("other", OTHERS)
def test_what_is_another_mail_stays_one(
    owner: Person, tmp_path: Path, other: bytes
) -> None:
    read(owner, tmp_path / "a.mbox", mail(LINKED))
    read(owner, tmp_path / "b.mbox", other)
    assert MailMessage.objects.count() == 2


HEADS = [
    "---------- Forwarded message ---------\nFrom: Quillmoor <jobs@quillmoor.example>\n"
    "Date: Tue, 3 Mar 2026 at 09:15\nSubject: {}\nTo: <robin@person.example>\n\n",
    "Von: Quillmoor <jobs@quillmoor.example>\nGesendet: Dienstag, 3. März 2026 09:15\n"
    "An: robin@person.example\nBetreff: {}\n\n",
    "-------- Forwarded Message --------\nSubject: \t{}\nDate: \tTue, 03 Mar 2026 09:15:00 "
    "+0100\nFrom: \tQuillmoor <jobs@quillmoor.example>\nTo: \trobin@person.example\n\n\n",
]
SUBJECT = "Your application as Data Analyst at Quillmoor"


def forwarded(text: str, *, head: str = HEADS[0], date: str = "20 Mar") -> bytes:
    raw = make_raw(
        head.format(SUBJECT) + text,
        subject=f"Fwd: {SUBJECT}",
        message_id="<fwd@person.example>",
        extra="X-Gmail-Labels: Sent\n",
    )
    raw = raw.replace(b"From: Quillmoor <jobs", b"From: Robin <robin", 1)
    raw = raw.replace(b"robin@quillmoor", b"robin@person", 1)
    return raw.replace(b"03 Mar", date.encode(), 1)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("text", [LINKED, NO + "-- \nSent from my phone"])
def test_what_was_forwarded_to_oneself_is_no_second_mail(
    owner: Person, tmp_path: Path, head: str, text: str
) -> None:
    read(owner, tmp_path / "a.mbox", mail(text))
    read(owner, tmp_path / "b.mbox", forwarded(text, head=head))
    assert standing() == [EventKind.REJECTION]


@pytest.mark.parametrize("head", HEADS)
def test_alone_it_is_the_mail_that_it_had_been(
    owner: Person, tmp_path: Path, head: str
) -> None:
    read(owner, tmp_path / "b.mbox", forwarded(LINKED, head=head))
    assert standing() == [EventKind.REJECTION]


@pytest.mark.parametrize(
    "first",
    [
        mail(BEGINNING),
        mail(INVITED),
        mail(LINKED, date="13 Jan"),
        mail(LINKED.replace("Data Analyst", "Night Porter")),
    ],
)
def test_beside_another_mail_of_theirs_it_counts(
    owner: Person, tmp_path: Path, first: bytes
) -> None:
    read(owner, tmp_path / "a.mbox", first)
    read(owner, tmp_path / "b.mbox", forwarded(LINKED))
    assert MailMessage.objects.count() == 2


RECEIPT = (
    "Dear Robin,\n\nthank you for your application as Data Analyst at Quillmoor. We have "
    "received it and look at it with care. {}We wish you all the best.\n\n{}Kim Roe\nQuillmoor\n"
)
A_NO = "Unfortunately we have decided to proceed with other candidates. "


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("is_at_once", [True, False])
@pytest.mark.parametrize("said", [(A_NO, ""), ("", A_NO)])
def test_a_forwarded_no_is_no_copy_of_the_receipt(
    owner: Person, tmp_path: Path, head: str, is_at_once: bool, said: tuple[str, str]
) -> None:
    receipt, no = mail(RECEIPT.format("", "")), RECEIPT.format(*said)
    if is_at_once:
        read(owner, tmp_path / "a.mbox", receipt, forwarded(no, head=head))
    else:
        read(owner, tmp_path / "a.mbox", receipt)
        read(owner, tmp_path / "b.mbox", forwarded(no, head=head))
    assert EventKind.REJECTION in standing()


@pytest.mark.parametrize("is_at_once", [True, False])
@pytest.mark.parametrize("at", ["09:16", "09:45:30"])
def test_what_came_at_another_minute_is_another_mail(
    owner: Person, tmp_path: Path, at: str, is_at_once: bool
) -> None:
    later = HEADS[2].replace("09:15:00", at)
    mails = mail(LINKED), forwarded(LINKED + "PS: It is final.\n", head=later)
    if is_at_once:
        read(owner, tmp_path / "a.mbox", *mails)
    else:
        for name, each in zip("ab", mails, strict=True):
            read(owner, tmp_path / f"{name}.mbox", each)
    assert MailMessage.objects.count() == 1 + (at == "09:16")
