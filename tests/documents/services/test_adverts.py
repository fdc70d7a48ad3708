from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from pytest_django import Settings

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import merge, take_back
from onward.documents import blobs
from onward.documents.models import Advert
from onward.documents.rules.kinds import AdvertSource, Problem, ReadBy, ReadState
from onward.documents.services import (
    advert_of,
    adverts,
    adverts_that_count,
    correct_advert,
    delete_advert,
    keep_address,
    keep_file,
    keep_pasted,
    try_again,
)
from onward.documents.services.fetching import fetch_advert
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.documents import files
from tests.documents.conftest import Worker
from tests.documents.server import Answer, Site, serve

HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def application(owner: Person) -> Application:
    return make_application(person=owner)


@pytest.fixture
def site(settings: Settings) -> Iterator[Site]:
    settings.PRIVATE_HOSTS = ["127.0.0.1"]
    with serve({"/planner": Answer(files.page(), headers=HTML)}) as running:
        yield running


def paste(application: Application, text: str = files.ADVERT_TEXT) -> Advert:
    return keep_pasted(application.person, application, text=text, address="", now=NOW)


def told(application: Application) -> list[Event]:
    return list(application.events.filter(kind=EventKind.ADVERT, voided_by=None))


def test_a_pasted_advert_is_kept_read_and_told(
    application: Application, work: Worker
) -> None:
    advert = paste(application)
    assert told(application) == []
    work()
    advert.refresh_from_db()
    assert advert.is_read
    assert (advert.title, advert.place) == ("Warehouse Planner", "Leeds")
    assert advert.requirements[0] == "Two years of planning in logistics"
    assert advert_of(application.person, application) == advert
    (event,) = told(application)
    assert event.payload == {"record": str(advert.pk), "title": "Warehouse Planner"}
    assert event.at == NOW


def test_what_is_sent_twice_is_one_advert(
    application: Application, work: Worker
) -> None:
    advert = paste(application)
    assert paste(application) == advert
    work()
    assert paste(application) == advert
    assert Advert.objects.count() == len(told(application)) == 1
    assert paste(application, files.ADVERT_TEXT + "\nPart-time") != advert
    other = make_application(person=application.person)
    assert paste(other).application == other


def test_an_advert_that_was_taken_back_or_is_kept_anew_later_is_another(
    application: Application, work: Worker
) -> None:
    person = application.person
    advert = paste(application)
    work()
    later = keep_pasted(
        person,
        application,
        text=files.ADVERT_TEXT,
        address="",
        now=NOW + timedelta(days=2),
    )
    assert later != advert
    delete_advert(person, later, now=NOW)
    take_back(person, told(application)[0], now=NOW)
    assert paste(application) != advert


def test_an_address_that_is_sent_twice_is_fetched_once(
    application: Application,
) -> None:
    kept = [
        keep_address(
            application.person, application, address="https://a.example/", now=NOW
        )
        for _time in range(2)
    ]
    assert kept[0] == kept[1]


def test_a_saved_page_was_kept_on_the_day_it_was_saved(
    application: Application, work: Worker
) -> None:
    advert = keep_file(
        application.person,
        application,
        file_name="job.mhtml",
        chunks=[files.saved_page()],
        now=NOW,
    )
    work()
    advert.refresh_from_db()
    assert advert.taken_at == datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
    assert advert.address == "https://jobs.example/planner"
    assert advert.posted_on == date(2026, 11, 2)
    assert advert.read_by == ReadBy.POSTING


def test_an_advert_is_fetched_by_the_job_and_kept_as_it_was(
    application: Application, work: Worker, site: Site
) -> None:
    advert = keep_address(
        application.person, application, address=f"{site.address}/planner", now=NOW
    )
    assert site.asked == []
    work()
    advert.refresh_from_db()
    assert advert.is_read
    assert advert.source == AdvertSource.FETCHED
    assert advert.company == "Oak & Lantern"
    path = blobs.blob_path(application.person, advert.digest)
    assert path.read_bytes() == files.page()
    assert len(told(application)) == 1


def test_this_machine_is_not_fetched_from_unless_who_runs_it_says_so(
    application: Application, work: Worker, site: Site, settings: Settings
) -> None:
    settings.PRIVATE_HOSTS = []
    advert = keep_address(
        application.person, application, address=f"{site.address}/planner", now=NOW
    )
    work()
    advert.refresh_from_db()
    assert advert.problem == Problem.PRIVATE_ADDRESS
    assert site.asked == []
    assert told(application) == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"<html><body><p>Turn on JavaScript.</p></body></html>", Problem.TOO_LITTLE),
        (b"", Problem.TOO_LITTLE),
        (b"<html><body></body></html>", Problem.TOO_LITTLE),
    ],
)
def test_a_page_for_browsers_alone_is_said_and_can_be_tried_again(
    application: Application, work: Worker, site: Site, body: bytes, problem: Problem
) -> None:
    site.answers["/thin"] = Answer(body, headers=HTML)
    advert = keep_address(
        application.person, application, address=f"{site.address}/thin", now=NOW
    )
    work()
    advert.refresh_from_db()
    assert (advert.state, advert.problem) == (ReadState.UNREADABLE, problem)
    assert advert_of(application.person, application) is None
    site.answers["/thin"] = Answer(files.page(), headers=HTML)
    try_again(application.person, advert)
    work()
    advert.refresh_from_db()
    assert (advert.is_read, advert.company) == (True, "Oak & Lantern")


def test_the_newest_that_was_read_counts_and_earlier_ones_stay(
    application: Application, work: Worker
) -> None:
    first = paste(application)
    second = paste(application, text=files.ADVERT_TEXT.replace("Leeds", "Hull"))
    paste(application, text=" ")
    work()
    person = application.person
    assert advert_of(person, application) == second
    assert first in adverts(person, application)
    [event] = [x for x in told(application) if x.payload["record"] == str(second.pk)]
    take_back(person, event, now=NOW)
    assert advert_of(person, application) == first


def test_the_advert_of_a_part_counts_for_the_whole(
    application: Application, work: Worker
) -> None:
    person = application.person
    part = make_application(person=person, company="Oak")
    advert = paste(part)
    work()
    merge(person, application, other=part, now=NOW)
    part.refresh_from_db()
    assert advert_of(person, application) == advert
    assert advert_of(person, part) == advert


def test_those_that_count_are_the_same_for_all_applications_at_once(
    application: Application,
    work: Worker,
    outsider: Person,
    django_assert_num_queries: Any,
) -> None:
    person = application.person
    part = make_application(person=person, company="Oak")
    other = make_application(person=person, company="Elm")
    for row in (application, part, application, other):
        paste(row, text=files.ADVERT_TEXT + f"\n{row.company} {Advert.objects.count()}")
    work()
    merge(person, application, other=part, now=NOW)
    take_back(person, told(application)[1], now=NOW)
    with django_assert_num_queries(2):
        found = adverts_that_count(person, fields=("text",))
        assert all(each.text for kept in found.values() for each in kept)
    assert set(found) == {application.pk, other.pk}
    for row in (application, other):
        assert found[row.pk][0] == advert_of(person, row)
    assert len(found[application.pk]) == 2
    assert adverts_that_count(outsider, fields=("text",)) == {}


def test_what_was_read_wrongly_is_put_right_and_the_text_stays(
    application: Application, work: Worker
) -> None:
    advert = paste(application)
    work()
    advert.refresh_from_db()
    text = advert.text
    facts = {"title": " Planner ", "company": "Oak", "place": "", "salary": "x" * 900}
    correct_advert(
        application.person, advert, facts=facts, requirements=["Excel ", "", "SQL"]
    )
    advert.refresh_from_db()
    assert (advert.title, advert.company, advert.place) == ("Planner", "Oak", "")
    assert len(advert.salary) == 200
    assert advert.requirements == ["Excel", "SQL"]
    assert advert.text == text


def test_deleting_an_advert_takes_its_event_back(
    application: Application, work: Worker
) -> None:
    advert = paste(application)
    work()
    delete_advert(application.person, advert, now=NOW)
    assert told(application) == []
    assert not blobs.is_kept(application.person, advert.digest)
    assert advert_of(application.person, application) is None


def test_reading_a_job_twice_tells_it_once(
    application: Application, work: Worker
) -> None:
    advert = paste(application)
    work()
    Advert.objects.update(state=ReadState.UNREADABLE)
    try_again(application.person, advert)
    work()
    assert len(told(application)) == 1


def test_an_advert_deleted_before_it_was_read_is_no_trouble(
    application: Application, work: Worker
) -> None:
    delete_advert(application.person, paste(application), now=NOW)
    assert work() == 1


def test_nobody_sees_another_persons_advert(
    application: Application, outsider: Person, work: Worker
) -> None:
    paste(application)
    work()
    assert advert_of(outsider, application) is None


def test_a_page_that_comes_after_its_advert_was_deleted_leaves_no_file(
    owner: Person, application: Application, site: Site
) -> None:
    address = f"{site.address}/planner"
    advert = keep_address(owner, application, address=address, now=NOW)
    late = Advert(pk=advert.pk, address=address)
    delete_advert(owner, advert, now=NOW)
    assert fetch_advert(owner, late) == ("utf-8", Problem.NONE)
    folder = blobs.folder_of(owner)
    assert not [each for each in folder.rglob("*") if each.is_file()]
