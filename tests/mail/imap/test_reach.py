"""Where several people share an Onward, its computer and its network are not theirs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from onward.jobs.models import Job
from onward.mail.imap.oauth import begin_device
from onward.mail.imap.troubles import Trouble, TroubleKind
from onward.mail.models import ImapAccount, SignIn, WatchedFolder
from onward.mail.services.accounts import AccountFacts, add_account, oauth_client
from onward.mail.services.syncing import sync_account
from onward.people.models import Person
from onward.project.doctor import setting_troubles
from tests.builders import NOW, quiet
from tests.dovecot import PASSWORD, Dovecot
from tests.mail.imap.conftest import make_account
from tests.mail.imap.test_pages import typed
from tests.mail.imap.test_syncing import hiring
from tests.mail.imap.token_server import TokenServer

pytestmark = pytest.mark.django_db


def test_a_server_of_the_house_is_refused_with_a_sentence_and_hears_nothing(
    outsider_client: Client, dovecot: Dovecot, address: str
) -> None:
    facts = typed(address, port=dovecot.tls_port)
    for host in ("127.0.0.1", "localhost"):
        answer = outsider_client.post(
            reverse("mail:account_add"), {**facts, "host": host}
        )
        assert answer.status_code == 422
        assert "has not allowed connections to" in answer.content.decode()
    assert not ImapAccount.objects.exists()


def test_what_whoever_runs_it_names_can_be_read(
    outsider_client: Client, dovecot: Dovecot, address: str, settings: Any
) -> None:
    settings.PRIVATE_HOSTS = [f"127.0.0.1:{dovecot.tls_port}"]
    dovecot.seed(hiring(1), user=address)
    facts = typed(address, port=dovecot.tls_port)
    assert outsider_client.post(reverse("mail:account_add"), facts).status_code == 302
    account = ImapAccount.objects.get()
    assert sync_account(account, progress=quiet).summary.new == 1
    settings.PRIVATE_HOSTS = []
    synced = sync_account(account, progress=quiet)
    assert synced.trouble is not None
    assert synced.trouble.kind is TroubleKind.NOT_ALLOWED
    page = outsider_client.get(reverse("mail:account", args=[account.pk]))
    assert "has not allowed connections to" in page.content.decode()


def test_the_person_at_their_own_computer_is_free(
    owner: Person, dovecot: Dovecot, address: str
) -> None:
    account = make_account(owner, address, port=dovecot.tls_port)
    assert sync_account(account, progress=quiet).trouble is None


def test_a_sign_in_place_of_the_house_is_not_asked(outsider: Person) -> None:
    tokens = TokenServer(user="sasha@mail.example")
    facts = AccountFacts(
        address=tokens.user,
        host="imap.gmail.com",
        port=993,
        security="tls",
        sign_in=SignIn.OAUTH,
        client_id="mine",
        endpoints=tokens.endpoints(device=True),
    )
    account = add_account(outsider, facts, now=NOW)
    with pytest.raises(Trouble) as caught:
        begin_device(oauth_client(account))
    tokens.close()
    assert caught.value.kind is TroubleKind.NOT_ALLOWED
    assert tokens.asked == []


def test_files_of_the_computer_are_its_owners_alone(
    outsider_client: Client, owner_client: Client, tmp_path: Path
) -> None:
    secret = tmp_path / "all.mbox"
    secret.write_bytes(b"From a@b Thu Nov 26 10:00:00 2026\n" + hiring(1))
    place = {"path": str(secret)}
    answer = outsider_client.post(reverse("mail:import"), place)
    assert answer.status_code == 422
    assert 'name="path"' not in answer.content.decode()
    watch = reverse("mail:watch")
    assert outsider_client.post(watch, {"path": str(tmp_path)}).status_code == 404
    page = outsider_client.get(reverse("mail:accounts")).content.decode()
    assert "folder" not in page
    # Nor are they told to choose what a browser cannot send.
    home = outsider_client.get(reverse("mail:home")).content.decode()
    assert "a Maildir, a folder" not in home
    assert "watched folders" not in home
    assert "Compress" in home
    assert not Job.objects.exists()
    assert not WatchedFolder.objects.exists()
    assert owner_client.post(reverse("mail:import"), place).status_code == 302


def test_doctor_tells_what_means_nothing(settings: Any) -> None:
    settings.PRIVATE_HOSTS = ["mail.office.example", "http://mail.example/"]
    (sentence,) = setting_troubles()
    assert "“http://mail.example/”" in sentence
    settings.PRIVATE_HOSTS = []
    settings.MODEL_ADDRESSES = [
        "models",
        "https://robin:boats@models.example/v1",
        "http://models.example/v1",
        "https://models.example/v1",
        "http://models:11434",
    ]
    names = [said.partition("”")[0] for said in setting_troubles()]
    assert names == [
        "ONWARD_MODEL_ADDRESSES names “models",
        "ONWARD_MODEL_ADDRESSES names “models.example/v1",
        "ONWARD_MODEL_ADDRESSES names “http://models.example/v1",
    ]


def test_a_password_is_in_no_words_that_an_error_could_carry(dovecot: Dovecot) -> None:
    from onward.mail.imap.server import Server

    server = Server("127.0.0.1", dovecot.port, "plain", "robin", PASSWORD, "token-1")
    assert PASSWORD not in repr(server)
    assert "token-1" not in repr(server)
