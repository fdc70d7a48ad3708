from __future__ import annotations

import re
from typing import Any

import pytest
from click.testing import CliRunner
from django.apps import apps
from django.test import Client

from onward.documents.blobs import folder_of, keep
from onward.jobs.models import Job
from onward.jobs.services import Progress, enqueue
from onward.mail.imap.troubles import Trouble
from onward.mail.models import ImapAccount, MailMessage
from onward.mail.services.accounts import AccountFacts, add_account, kept_password
from onward.method.plan.calendar import make_address
from onward.people.models import Person
from onward.people.services import set_password
from onward.project.people_commands import people_command
from onward.project.removing import kept_of, remove_person
from onward.project.worker import JOBS, work_once
from tests.builders import NOW, make_application, make_person

pytestmark = pytest.mark.django_db


def run(*words: str, answer: str = "") -> tuple[int, str]:
    ended = CliRunner().invoke(people_command, words, input=answer)
    return ended.exit_code, ended.output


def test_people_are_added_and_get_a_link_that_opens(settings: Any) -> None:
    settings.OWN_ADDRESS = None
    code, said = run("add", "robin@office.example", "--name", "Robin")
    assert code == 0
    link = re.search(r"/launch/\S+", said)
    assert link is not None
    assert Client().get(link[0]).status_code == 200
    assert "robin@office.example  Robin  not signed in yet" in run("list")[1]
    assert run("add", "robin@office.example")[0] == 1


def test_people_are_shut_out_and_let_in() -> None:
    run("add", "robin@office.example")
    assert run("shut-out", "robin@office.example")[0] == 0
    assert "shut out" in run("list")[1]
    assert "let-in" in run("link", "robin@office.example")[1]
    said = run("let-in", "robin@office.example")[1]
    assert "sign in again" not in said
    assert "no password yet" in said
    assert "onward people link robin@office.example" in said
    set_password(Person.objects.get(), "three unusual words")
    run("shut-out", "robin@office.example")
    assert "can sign in again" in run("let-in", "robin@office.example")[1]
    assert run("link", "robin@office.example")[0] == 0


def test_a_calendar_address_ends_with_who_is_shut_out_and_stays_ended() -> None:
    run("add", "robin@office.example")
    address = make_address(Person.objects.get(), hides_names=False, now=NOW)
    assert Client().get(f"/calendar/feed/{address}.ics").status_code == 200
    assert "calendar" in run("shut-out", "robin@office.example")[1]
    run("let-in", "robin@office.example")
    assert Client().get(f"/calendar/feed/{address}.ics").status_code == 404


def test_somebody_gets_another_address_and_keeps_all_that_is_theirs() -> None:
    said = run("add", "robin@old.example")[1]
    link = re.search(r"/launch/\S+", said)
    assert link is not None
    person = Person.objects.get()
    make_application(person=person)
    code, said = run("address", "robin@old.example", "Robin@New.example")
    assert code == 0
    assert "the password is the same" not in said
    assert "onward people link robin@new.example" in said
    set_password(person, "three unusual words")
    said = run("address", "robin@new.example", "robin@other.example")[1]
    assert "the password is the same" in said
    assert run("address", "robin@other.example", "robin@new.example")[0] == 0
    assert Person.objects.get() == person
    assert "robin@new.example" in run("list")[1]
    assert kept_of(person)
    # It lies in a mailbox that may be the former employer's.
    assert Client().get(link[0]).status_code == 403
    run("add", "sasha@mail.example")
    code, said = run("address", "robin@new.example", "sasha@mail.example")
    assert code == 1
    assert "is here already. Two people cannot share one." in said
    assert "link" not in said
    assert run("address", "robin@new.example", "robin")[0] == 1


def test_whom_nobody_knows_is_said() -> None:
    for word in ("link", "shut-out", "let-in", "remove"):
        code, said = run(word, "nobody@office.example")
        assert code == 7
        assert "onward people list" in said


def _with_everything(name: str) -> Person:
    person = make_person(name=name)
    make_application(person=person)
    facts = AccountFacts(
        address=f"{name}@mail.example", host="mail.example", port=993, security="tls"
    )
    account = add_account(person, facts, password="boats", now=NOW)
    account.folders.create(person=person, name="INBOX")
    keep(person, [b"a resume"])
    enqueue(person, kind="mail.import", title="Reading", arguments={"paths": []})
    MailMessage.objects.create(
        person=person,
        key="one",
        message_id="<one@mail.example>",
        sent_at=NOW,
        path="mail.mbox",
        verdict="confirmation",
        recorded_at=NOW,
    )
    return person


def test_whoever_is_removed_leaves_nothing_and_nobody_else_loses_anything() -> None:
    gone, stays = _with_everything("robin"), _with_everything("sasha")
    client = Client()
    client.force_login(gone)
    before, folder, key = kept_of(stays), folder_of(gone), gone.pk
    assert len(before) >= 5

    code, said = run("remove", "robin@mail.example", answer="n\n")
    assert code == 1
    assert f"{sum(kept_of(gone).values())} rows" in said
    assert not [name for name in before if name in said]
    assert kept_of(gone)
    code, said = run("remove", "robin@mail.example", "--yes")
    assert code == 0, said

    assert client.get("/settings/").status_code == 302
    assert not folder.exists()
    assert folder_of(stays).exists()
    assert kept_of(stays) == before
    for model in apps.get_models():
        for field in model._meta.fields:
            if field.related_model is Person:
                assert not model._base_manager.filter(**{field.name: key}).exists()
    assert not Person.objects.filter(pk=key).exists()


def test_whoever_cannot_be_deleted_whole_is_still_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person = _with_everything("robin")

    def fail(_: object) -> None:
        raise OSError("read-only")

    with monkeypatch.context() as patch:
        patch.setattr("onward.project.removing.forget_compiled", fail)
        with pytest.raises(OSError, match="read-only"):
            remove_person(person)
    assert Person.objects.filter(pk=person.pk).exists()
    remove_person(person)
    assert not Person.objects.filter(pk=person.pk).exists()


def test_their_passwords_go_with_them() -> None:
    person = _with_everything("robin")
    account = ImapAccount.objects.for_person(person).get()
    assert kept_password(account) == "boats"
    remove_person(person)
    with pytest.raises(Trouble):
        kept_password(account)


def test_a_worker_that_reads_for_somebody_who_is_removed_goes_on_to_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gone, stays = make_person(name="robin"), make_person(name="sasha")
    for person in (gone, stays):
        enqueue(person, kind="mail.import", title="Reading", arguments={"paths": []})
    monkeypatch.setitem(JOBS, "mail.import", f"{__name__}:_remove_meanwhile")
    assert work_once("one")
    assert work_once("one")
    assert list(Person.objects.values_list("name", flat=True)) == ["sasha"]


def _remove_meanwhile(job: Job, progress: Progress) -> dict[str, object]:
    if job.person.name == "robin":
        remove_person(job.person)
    progress(done=1)
    return {}


def test_what_is_longer_than_there_is_room_for_ends_in_a_sentence() -> None:
    run("add", "robin@office.example")
    host = ".".join(letter * 60 for letter in "bcde")
    address = f"{'a' * 60}@{host}.example"
    for words in (("add", address), ("address", "robin@office.example", address)):
        code, said = run(*words)
        assert code == 1
        assert "That address is too long: 254 letters and signs at most." in said
    code, said = run("add", "kim@office.example", "--name", "n" * 121)
    assert code == 1
    assert "That name is too long: 120 letters and signs at most." in said
    assert run("add", "kim@office.example", "--name", "n" * 120)[0] == 0
    assert Person.objects.count() == 2
