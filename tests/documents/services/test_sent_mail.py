from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application
from onward.applications.services import archive, merge
from onward.documents import blobs
from onward.documents.models import SentFile, Version
from onward.documents.rules.kinds import DocumentKind, Problem
from onward.documents.services import sent_with
from onward.mail.models import MailRun
from onward.mail.services.importing import import_paths
from onward.people.models import Person
from tests.builders import make_application, quiet
from tests.documents import files
from tests.documents.conftest import Worker

SENT_AT = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)


def letter(
    *,
    to: str = "hiring@oak.example",
    subject: str = "Application as Warehouse Planner",
    text: str = "Dear hiring team, please find my application attached.",
    attached: tuple[tuple[str, bytes], ...] = (("CV Robin Vale.pdf", files.pdf()),),
    labels: str = "Sent",
    answers: str = "",
) -> bytes:
    """Return a mail that the person sent, as it stands in an mbox."""
    message = EmailMessage()
    message["From"] = "Robin Vale <robin@mail.example>"
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = "Tue, 3 Nov 2026 09:30:00 +0000"
    message["Message-ID"] = f"<{abs(hash((to, subject, labels))) % 10**9}@mail.example>"
    message["X-Gmail-Labels"] = labels
    if answers:
        message["In-Reply-To"] = f"<{answers}>"
    message.set_content(text)
    for name, data in attached:
        message.add_attachment(
            data, maintype="application", subtype="octet-stream", filename=name
        )
    return b"From x@y Tue Nov  3 09:30:00 2026\n" + message.as_bytes() + b"\n"


RECEIPT = (
    b"From x@y Mon Nov  2 09:30:00 2026\nFrom: Oak and Lantern <jobs@oak.example>\n"
    b"To: robin@mail.example\nSubject: Your application as Warehouse Planner at Oak and Lantern\n"
    b"Date: Mon, 2 Nov 2026 09:30:00 +0000\nMessage-ID: <receipt@oak.example>\n\n"
    b"Dear Robin,\n\nthank you for your application as Warehouse Planner at Oak and "
    b"Lantern. We have received it and will be in touch.\n\nOak and Lantern\n\n"
)


@pytest.fixture
def mailbox(owner: Person, tmp_path: Path) -> Mailbox:
    return Mailbox(owner, tmp_path / "mail.mbox")


class Mailbox:
    """An mbox that the owner has read with the program."""

    def __init__(self, owner: Person, path: Path) -> None:
        self.owner, self.path = owner, path

    def write(self, *mails: bytes) -> None:
        """Write these mails and read them, as the person would."""
        self.path.write_bytes(b"".join(mails))
        import_paths(self.owner, [self.path], progress=quiet)

    def offers(self) -> list[SentFile]:
        return list(SentFile.objects.for_person(self.owner).order_by("name"))


def look(client: Client, work: Worker) -> str:
    client.post("/documents/sent-mail/look/")
    work()
    return client.get("/documents/sent-mail/").content.decode()


def test_a_resume_on_sent_mail_is_offered_and_none_of_its_bytes_are_kept(
    owner: Person, owner_client: Client, mailbox: Mailbox, work: Worker
) -> None:
    application = make_application(
        person=owner, company="Oak", contact_address="hiring@oak.example"
    )
    mailbox.write(letter())
    shown = look(owner_client, work)
    (offer,) = mailbox.offers()
    assert offer.name == "CV Robin Vale.pdf"
    assert offer.kind == DocumentKind.RESUME
    assert offer.sent_at == SENT_AT
    assert offer.application == application
    assert "CV Robin Vale.pdf" in shown
    assert not blobs.is_kept(owner, offer.digest)
    assert not Version.objects.exists()
    around = owner_client.get(f"/documents/application/{application.pk}/")
    assert "A file hangs on mail that you sent" in around.content.decode()


def test_an_offer_stays_with_the_application_that_its_own_was_joined_into(
    owner: Person, owner_client: Client, mailbox: Mailbox, work: Worker
) -> None:
    part = make_application(
        person=owner, company="Oak", contact_address="hiring@oak.example"
    )
    head = make_application(person=owner, company="Oak and Lantern")
    mailbox.write(letter())
    look(owner_client, work)
    merge(owner, head, other=part, now=SENT_AT)
    around = owner_client.get(f"/documents/application/{head.pk}/").content.decode()
    assert "A file hangs on mail that you sent" in around
    shown = owner_client.get("/documents/sent-mail/").content.decode()
    assert f'<option value="{head.pk}" selected>' in shown


def test_a_kept_offer_becomes_a_version_sent_on_that_day(
    owner: Person, owner_client: Client, mailbox: Mailbox, work: Worker
) -> None:
    application = make_application(person=owner, company="Oak")
    mailbox.write(letter(labels="Inbox"), letter())
    look(owner_client, work)
    (offer,) = mailbox.offers()
    owner_client.post(
        f"/documents/sent-mail/{offer.pk}/keep/",
        {"kind": "resume", "application": application.pk},
    )
    work()
    (sent,) = sent_with(owner, application)
    assert sent.sent_at == SENT_AT
    assert "Bright Harbour" in sent.text
    assert "CV Robin Vale.pdf" not in look(owner_client, work)


def test_a_reply_belongs_to_the_application_of_the_mail_it_answers(
    owner: Person, owner_client: Client, mailbox: Mailbox, work: Worker
) -> None:
    mailbox.write(
        RECEIPT, letter(to="anna@other.example", answers="receipt@oak.example")
    )
    application = Application.objects.for_person(owner).get()
    look(owner_client, work)
    assert [offer.application for offer in mailbox.offers()] == [application]


def test_only_documents_on_mail_about_jobs_are_offered(
    owner_client: Client, mailbox: Mailbox, work: Worker
) -> None:
    dinner = {"subject": "Saturday dinner", "text": "See you at seven."}
    mailbox.write(
        letter(attached=(("Anschreiben.docx", files.word(["Dear"])),)),
        letter(to="b@c.example", attached=(("photo.png", b"\x89PNG"),)),
        letter(
            to="c@c.example", attached=(("recipe.pdf", files.pdf(["Soup"])),), **dinner
        ),
        letter(to="d@c.example", labels="Drafts,Sent", attached=(("cv.pdf", b"x"),)),
        letter(to="e@c.example", labels="Inbox", attached=(("cv.pdf", b"y"),)),
    )
    look(owner_client, work)
    assert [(o.name, o.kind) for o in mailbox.offers()] == [
        ("Anschreiben.docx", DocumentKind.LETTER)
    ]


def test_other_papers_beside_a_resume_are_not_offered(
    owner_client: Client, mailbox: Mailbox, work: Worker
) -> None:
    papers = ("Betreibungsauszug.pdf", "Arbeitszeugnisse.pdf", "Robin Vale.pdf")
    mailbox.write(
        letter(attached=tuple((name, files.pdf([name])) for name in papers)),
        letter(
            to="vermietung@flat.example",
            subject="Bewerbung 3.5-Zimmer-Wohnung",
            text="Anbei meine Unterlagen für die Wohnung.",
            attached=(("Betreibungsauszug.pdf", files.pdf(["Auszug"])),),
        ),
    )
    look(owner_client, work)
    assert [offer.name for offer in mailbox.offers()] == ["Robin Vale.pdf"]


def test_looking_twice_offers_once_and_what_was_put_aside_stays_so(
    owner_client: Client, mailbox: Mailbox, work: Worker
) -> None:
    mailbox.write(letter(), letter(to="b@c.example"))
    look(owner_client, work)
    first, second = mailbox.offers()
    owner_client.post(f"/documents/sent-mail/{first.pk}/aside/")
    shown = look(owner_client, work)
    assert len(mailbox.offers()) == 2
    assert str(first.pk) not in shown
    assert str(second.pk) in shown


def test_a_mailbox_that_has_moved_is_said_and_the_offer_stays(
    owner: Person, owner_client: Client, mailbox: Mailbox, work: Worker
) -> None:
    mailbox.write(letter())
    look(owner_client, work)
    (offer,) = mailbox.offers()
    mailbox.path.write_bytes(RECEIPT)
    for _again in range(2):
        owner_client.post(f"/documents/sent-mail/{offer.pk}/keep/", {"kind": "resume"})
        work()
        offer.refresh_from_db()
        assert offer.problem == Problem.MAIL_CHANGED
        mailbox.path.unlink(missing_ok=True)
    assert not Version.objects.exists()
    shown = owner_client.get("/documents/sent-mail/").content.decode()
    assert "it has changed since" in shown
    assert "No mailbox that Onward has read is in its place" in shown


def test_a_large_message_is_read_whole(
    owner: Person, owner_client: Client, mailbox: Mailbox, work: Worker
) -> None:
    big = files.pdf() + bytes(9_000_000)
    mailbox.write(
        RECEIPT, letter(attached=(("photo.jpg", big), ("cv.pdf", files.pdf())))
    )
    look(owner_client, work)
    (offer,) = mailbox.offers()
    owner_client.post(f"/documents/sent-mail/{offer.pk}/keep/", {"kind": "resume"})
    work()
    version = Version.objects.for_person(owner).get()
    assert blobs.blob_path(owner, version.digest).read_bytes() == files.pdf()


def test_a_single_mail_and_apples_files_are_looked_through_too(
    owner: Person, owner_client: Client, work: Worker, tmp_path: Path
) -> None:
    folder = tmp_path / "Sent"
    folder.mkdir()
    raw = letter(labels="").partition(b"\n")[2]
    (folder / "1.eml").write_bytes(raw)
    other = letter(labels="", to="z@z.example").partition(b"\n")[2]
    (folder / "2.emlx").write_bytes(b"%d\n%s<plist/>" % (len(other), other))
    import_paths(owner, [folder], progress=quiet)
    look(owner_client, work)
    offers = list(SentFile.objects.all())
    assert len(offers) == 2
    for offer in offers:
        owner_client.post(f"/documents/sent-mail/{offer.pk}/keep/", {"kind": "resume"})
    work()
    assert Version.objects.count() == 1
    assert not SentFile.objects.exclude(problem="").exists()


def test_nothing_read_before_means_nothing_to_look_through(
    owner: Person, owner_client: Client, work: Worker
) -> None:
    MailRun.objects.create(
        person=owner, paths=["/gone/x.mbox"], started_at=SENT_AT + timedelta(days=1)
    )
    assert "No mailbox that Onward has read" in look(owner_client, work)


def test_an_outsider_neither_sees_nor_keeps_the_owners_files(
    owner_client: Client, outsider_client: Client, mailbox: Mailbox, work: Worker
) -> None:
    mailbox.write(letter())
    look(owner_client, work)
    (offer,) = mailbox.offers()
    for action in ("keep", "aside"):
        answer = outsider_client.post(f"/documents/sent-mail/{offer.pk}/{action}/")
        assert answer.status_code == 404
    assert (
        "CV Robin" not in outsider_client.get("/documents/sent-mail/").content.decode()
    )


def test_a_wrong_choice_comes_back(
    owner_client: Client, outsider: Person, mailbox: Mailbox, work: Worker
) -> None:
    foreign = make_application(person=outsider)
    mailbox.write(letter())
    look(owner_client, work)
    (offer,) = mailbox.offers()
    answer = owner_client.post(
        f"/documents/sent-mail/{offer.pk}/keep/",
        {"kind": "resume", "application": foreign.pk},
    )
    assert answer.status_code == 422


def test_an_application_of_which_nothing_is_left_is_not_offered(
    owner: Person, owner_client: Client, mailbox: Mailbox, work: Worker
) -> None:
    mailbox.write(
        RECEIPT, letter(to="hiring@ash.example", subject="Application as Cook")
    )
    look(owner_client, work)
    ghost = Application.objects.for_person(owner).get(company="Oak and Lantern")
    message = ghost.events.exclude(source_id=None).latest("number").source_id
    archived = make_application(person=owner, company="Elm House")
    archive(owner, archived, now=SENT_AT)
    page = owner_client.get("/documents/sent-mail/").content.decode()
    assert str(ghost.pk) in page
    owner_client.post(reverse("mail:correct", args=[message]), {"kind": "other"})
    page = owner_client.get("/documents/sent-mail/").content.decode()
    assert "CV Robin Vale" in page
    assert str(ghost.pk) not in page
    assert str(archived.pk) in page
