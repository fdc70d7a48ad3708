"""No address with an id in it, of any room, shows or changes what is somebody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from onward.jobs.services import enqueue
from onward.mail.services.accounts import AccountFacts, add_account
from onward.mail.services.importing import import_paths
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.raw_mail import write_first_mails

_ID = re.compile(r"<uuid:(\w+)>")


def _addresses() -> list[str]:
    """Return every address of the program with an id in it, as it is written down."""

    def walk(resolver: URLResolver, before: str) -> Iterator[str]:
        for entry in resolver.url_patterns:
            address = before + str(entry.pattern)
            if isinstance(entry, URLPattern):
                yield address
            else:
                yield from walk(entry, address)

    return [each for each in walk(get_resolver(), "/") if len(_ID.findall(each)) == 1]


def _ids(person: Person) -> dict[str, str]:
    """Return one id of each kind of thing that a person has, by the name of its model."""
    found = {}
    for model in apps.get_models():
        if any(field.name == "person" for field in model._meta.fields):
            row = model._base_manager.filter(person=person).order_by("pk").first()
            if row is not None:
                found[model.__name__.lower()] = str(row.pk)
    return found


def _ids_for(name: str, ids: dict[str, str]) -> list[str]:
    """Return the ids that an address may mean by this name; all, where none is called so."""
    stem = name.removesuffix("_id").replace("_", "")
    return [key for model, key in ids.items() if stem in model] or list(ids.values())


@pytest.fixture
def filled(owner: Person, tmp_path: Path) -> Person:
    """The owner, with something in every room that a mailbox and a few files fill."""
    mailbox = tmp_path / "sample.mbox"
    write_first_mails(mailbox, count=200)
    import_paths(owner, [mailbox], progress=lambda **_: None)
    catch_up(owner, now=timezone.now())
    facts = AccountFacts(
        address="robin@mail.example", host="mail.example", port=993, security="tls"
    )
    add_account(owner, facts, password="boats", now=NOW)
    enqueue(owner, kind="mail.import", title="Reading", arguments={"paths": []})
    return owner


@pytest.mark.once
@pytest.mark.django_db
def test_no_address_with_an_id_answers_to_anybody_else(
    filled: Person, owner_client: Client, outsider_client: Client
) -> None:
    ids = _ids(filled)
    opened, wrong = 0, []
    for pattern in _addresses():
        for key in _ids_for(_ID.findall(pattern)[0], ids):
            address = _ID.sub(key, pattern)
            for method in ("get", "post"):
                answer = getattr(outsider_client, method)(address)
                if answer.status_code not in {404, 405}:
                    wrong.append(f"{method} {address}: {answer.status_code}")
            opened += owner_client.get(address).status_code == 200
    assert wrong == []
    # The ids are the right ones: the owner opens pages with them.
    assert opened >= 20


@pytest.mark.django_db
def test_no_page_without_an_id_names_what_is_somebody_elses(
    filled: Person, outsider_client: Client
) -> None:
    names = set(filled.application_set.values_list("company", flat=True))
    assert len(names) > 20
    for address in (
        *("/", "/applications/", "/applications/board/", "/applications/table/"),
        *("/applications/ahead/", "/applications/changes/", "/mail/", "/mail/review/"),
        *("/mail/learned/", "/mail/accounts/", "/documents/", "/exchange/", "/jobs/"),
        *("/exchange/export/json/", "/exchange/export/csv/", "/exchange/proof/"),
        *("/calendar/", "/calendar/onward.ics", "/outlook/?asked=1", "/wins/"),
        *("/reflection/", "/reflection/patterns/", "/feedback/", "/feelings/"),
        *("/no/", "/applying/"),
    ):
        answer = outsider_client.get(address)
        parts = answer if answer.streaming else [answer.content]
        page = b"".join(parts).decode()
        assert answer.status_code == 200, address
        assert not [name for name in names if name in page], address
