from __future__ import annotations

import threading
from pathlib import Path

import pytest
from django.db import close_old_connections, connection

from onward.applications.models import Application, Event
from onward.mail.services.importing import import_paths
from onward.people.alone import alone_for
from onward.people.models import Person
from tests.builders import make_person, quiet
from tests.mail.raw_mail import write_first_mails
from tests.mail.test_import import ledger_of


def _read(person: Person, path: Path, troubles: list[BaseException]) -> None:
    try:
        import_paths(person, [path], progress=quiet)
    except Exception as error:
        troubles.append(error)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_two_that_read_the_same_mail_at_once_begin_nothing_twice(
    tmp_path: Path,
) -> None:
    mailbox = tmp_path / "sample.mbox"
    write_first_mails(mailbox, count=120)
    alone, together = make_person(name="Robin"), make_person(name="Sasha")
    import_paths(alone, [mailbox], progress=quiet)

    troubles: list[BaseException] = []
    readers = [
        threading.Thread(target=_read, args=(together, mailbox, troubles))
        for _ in range(3)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()

    assert troubles == []
    assert ledger_of(together) == ledger_of(alone)
    without_events = Application.objects.for_person(together).exclude(
        pk__in=Event.objects.for_person(together).values("application")
    )
    assert not without_events.exists()


@pytest.mark.django_db(transaction=True)
def test_whoever_comes_second_waits_and_other_people_do_not() -> None:
    first, other = make_person(name="Robin"), make_person(name="Sasha")
    steps: list[str] = []

    def second() -> None:
        close_old_connections()
        with alone_for(first):
            steps.append("second")
        connection.close()

    with alone_for(first):
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(timeout=0.3)
        steps.append("first")
    waiting.join(timeout=20)
    assert steps == ["first", "second"]
    with alone_for(other):
        pass
