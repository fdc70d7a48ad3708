"""Files on mail that was sent, found on the server and fetched from it only when they are kept."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest
from django.test import Client

from onward.documents import blobs
from onward.documents.models import SentFile
from onward.documents.services import sent_with
from onward.documents.services.sent_mail import look_through
from onward.mail.models import ImapAccount
from onward.mail.services.accounts import choose_folders, refresh_folders
from onward.mail.services.importing import import_paths
from onward.mail.services.on_server import message_on_server, sent_folders
from onward.people.models import Person
from onward.project.worker import work_once
from tests.builders import NOW, make_application, quiet
from tests.documents import files
from tests.documents.services.test_sent_mail import letter
from tests.dovecot import Dovecot, free_port

pytestmark = pytest.mark.django_db
PAGE = "/documents/sent-mail/"


def bare(raw: bytes) -> bytes:
    """Return a mail of an mbox as a server has it."""
    return raw.partition(b"\n")[2]


def look(client: Client) -> str:
    client.post(f"{PAGE}look/")
    while work_once("tests"):
        pass
    return client.get(PAGE).content.decode()


@pytest.fixture
def sent(account: ImapAccount, dovecot: Dovecot) -> ImapAccount:
    """An account whose sent mail is read: two mails with files, one large, and one without."""
    large = secrets.token_bytes(400_000)
    dovecot.seed(
        bare(letter()),
        bare(
            letter(
                to="jobs@elm.example", attached=(("Résumé.pdf", files.pdf() + large),)
            )
        ),
        bare(letter(to="jobs@ash.example", attached=())),
        folder="Sent",
        user=account.address,
    )
    refresh_folders(account)
    choose_folders(account, ["INBOX", "Sent"], now=NOW)
    return account


def offers(person: Person) -> list[SentFile]:
    return list(SentFile.objects.for_person(person).order_by("to"))


def test_a_file_on_the_server_is_found_and_kept_as_sent(
    owner: Person, owner_client: Client, sent: ImapAccount
) -> None:
    application = make_application(
        person=owner, company="Oak", contact_address="hiring@oak.example"
    )
    assert f"{sent.address}, folder Sent" in owner_client.get(PAGE).content.decode()
    shown = look(owner_client)
    small, large = offers(owner)
    assert (small.name, large.name) == ("CV Robin Vale.pdf", "Résumé.pdf")
    assert small.application == application
    assert small.size == len(files.pdf())
    assert large.size == len(files.pdf()) + 400_000
    assert "Résumé.pdf" in shown
    assert not blobs.is_kept(owner, large.digest)
    owner_client.post(
        f"{PAGE}{small.pk}/keep/", {"kind": "resume", "application": application.pk}
    )
    owner_client.post(f"{PAGE}{large.pk}/keep/", {"kind": "resume", "application": ""})
    while work_once("tests"):
        pass
    (version,) = sent_with(owner, application)
    assert version.sent_at == small.sent_at
    assert blobs.is_kept(owner, large.digest)
    assert "Résumé.pdf" not in look(owner_client)


def test_what_was_numbered_anew_is_said_and_found_again_by_a_look(
    owner: Person, owner_client: Client, sent: ImapAccount, dovecot: Dovecot
) -> None:
    look(owner_client)
    small, large = offers(owner)
    # The place of each holds the other now.
    for one, other in ((small, large.path), (large, small.path)):
        SentFile.objects.filter(pk=one.pk).update(path=other)
    for one in (small, large):
        owner_client.post(f"{PAGE}{one.pk}/keep/", {"kind": "resume"})
    while work_once("tests"):
        pass
    page = owner_client.get(PAGE).content.decode()
    assert page.count("Look through your sent mail again") == 2
    again = look(owner_client)
    assert "Look through your sent mail again" not in again
    assert [each.path for each in offers(owner)] == [small.path, large.path]


def test_a_file_that_lies_on_this_computer_too_stays_there(
    owner: Person, owner_client: Client, sent: ImapAccount, tmp_path: Path
) -> None:
    mailbox = tmp_path / "Sent.mbox"
    mailbox.write_bytes(letter())
    import_paths(owner, [mailbox], progress=quiet)
    for _ in range(2):
        look(owner_client)
        small, _large = offers(owner)
        assert small.path == str(mailbox)
    mailbox.unlink()
    owner_client.post(f"{PAGE}{small.pk}/keep/", {"kind": "resume"})
    while work_once("tests"):
        pass
    look(owner_client)
    small, _large = offers(owner)
    assert small.path.startswith("imap://")


def test_a_server_that_cannot_be_asked_is_said_and_asked_again_later(
    owner: Person, owner_client: Client, sent: ImapAccount
) -> None:
    look(owner_client)
    small, _large = offers(owner)
    port = sent.port
    ImapAccount.objects.update(port=free_port())
    shown = look(owner_client)
    assert "Not all of it could be looked through:" in shown
    assert f"{sent.address}: " in shown
    owner_client.post(f"{PAGE}{small.pk}/keep/", {"kind": "resume"})
    while work_once("tests"):
        pass
    shown = owner_client.get(PAGE).content.decode()
    assert "The mail server could not be asked for it." in shown
    ImapAccount.objects.update(port=port)
    owner_client.post(f"{PAGE}{small.pk}/keep/", {"kind": "resume"})
    while work_once("tests"):
        pass
    assert blobs.is_kept(owner, small.digest)


def test_folders_of_sent_mail_that_are_not_read_are_not_looked_through(
    owner: Person, owner_client: Client, sent: ImapAccount
) -> None:
    choose_folders(sent, ["INBOX"], now=NOW)
    assert sent_folders(owner) == []
    page = owner_client.get(PAGE).content.decode()
    assert "No folder of sent mail is read from your mail server." in page
    assert f"/mail/accounts/{sent.pk}/" in page
    assert look_through(owner, [], folders=[], progress=quiet).read == 0


def test_nobody_has_a_message_of_another_fetched(
    owner: Person, outsider: Person, owner_client: Client, sent: ImapAccount
) -> None:
    look(owner_client)
    small, _large = offers(owner)
    assert message_on_server(outsider, small.path) is None
    assert message_on_server(owner, f"{small.path}x") is None
    assert message_on_server(owner, "imap://robin@elsewhere.example/Sent;UID=1") is None
    assert message_on_server(owner, small.path.rpartition("=")[0] + "=99999") == b""
    found = message_on_server(owner, small.path)
    assert found is not None
    assert b"CV Robin Vale.pdf" in found
