"""A mailbox that needs its person is named on Today; one that comes back by itself is not."""

from __future__ import annotations

import pytest
from django.test import Client

from onward.mail.imap.troubles import TroubleKind
from onward.mail.models import ImapAccount
from onward.mail.services.accounts import forget_secrets
from onward.mail.services.syncing import sync_account
from onward.method.plan.plain import today_lines
from onward.method.plan.services import catch_up
from onward.method.plan.today import today
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no, quiet
from tests.dovecot import free_port

pytestmark = pytest.mark.django_db
TOLD = "No mail comes in from"


def refused(account: ImapAccount) -> ImapAccount:
    """Have its password gone, as after a restore on another computer."""
    forget_secrets(account)
    found = sync_account(account, progress=quiet, wait=lambda _: None).trouble
    assert found is not None
    assert found.kind is TroubleKind.NO_PASSWORD
    account.refresh_from_db()
    return account


def test_a_password_that_is_gone_is_said_on_today_with_the_way_to_mend_it(
    owner_client: Client, owner: Person, account: ImapAccount
) -> None:
    assert TOLD not in owner_client.get("/").content.decode()
    refused(account)
    for _ in range(2):
        page = owner_client.get("/").content.decode()
        assert f"{TOLD} {account.address}" in page
        assert f"/mail/accounts/{account.pk}/" in page
        make_application(person=owner)
    lines = "\n".join(today_lines(today(owner, NOW)))
    assert f"{TOLD} {account.address}." in lines


def test_in_the_quiet_time_and_for_others_nothing_is_said(
    owner: Person, outsider: Person, account: ImapAccount
) -> None:
    refused(account)
    assert today(owner, NOW).stopped == [account]
    assert today(outsider, NOW).stopped == []
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    assert today(owner, NOW).stopped == []


def test_a_server_that_is_not_there_for_now_is_none_of_it(
    owner: Person, account: ImapAccount
) -> None:
    account.port = free_port()
    account.save()
    trouble = sync_account(account, progress=quiet, wait=lambda _: None).trouble
    assert trouble is not None
    assert trouble.kind is TroubleKind.CLOSED_PORT
    assert today(owner, NOW).stopped == []
