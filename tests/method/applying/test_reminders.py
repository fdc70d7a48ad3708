"""A reminder that the person set by hand comes, whatever became of the application."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils.html import strip_tags

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.services import (
    EventDraft,
    archive,
    asks,
    commit_events,
    done,
    remind,
    take_back,
)
from onward.exchange.services import ledger_entries
from onward.method.plan.services import catch_up
from onward.method.plan.today import today
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no

pytestmark = pytest.mark.usefixtures("still_clock")
DAY = timedelta(days=1)
THEN = NOW + 10 * DAY
NOTE = "Write Niamh a thank-you"


def set_for(person: Person, application: Application) -> Event:
    return remind(person, application, on=THEN.date(), note=NOTE, now=NOW)


def page(client: Client, url: str) -> str:
    return strip_tags(client.get(url).content.decode())


@pytest.mark.parametrize("is_set_first", [True, False])
def test_it_comes_after_a_no_on_every_page(
    owner_client: Client, owner: Person, is_set_first: bool
) -> None:
    application = make_application(person=owner)
    if is_set_first:
        set_for(owner, application)
    make_no(application=application)
    catch_up(owner, now=NOW)
    if not is_set_first:
        set_for(owner, application)
    with time_machine.travel(THEN, tick=False):
        assert NOTE in page(owner_client, "/")
        assert NOTE in page(owner_client, "/applications/ahead/")
        assert "A reminder: Operations Coordinator · Bright Harbour" in page(
            owner_client, "/calendar/"
        )


def test_in_the_quiet_time_it_waits(owner: Person) -> None:
    application = make_application(person=owner)
    remind(owner, application, on=NOW.date(), note=NOTE, now=NOW)
    make_no(application=application)
    catch_up(owner, now=NOW)
    shown = today(owner, NOW)
    assert (shown.step, shown.others, shown.fixed) == (None, (), [])
    later = today(owner, NOW + 2 * DAY)
    titles = [card.title for card in (later.step, *later.others) if card]
    assert NOTE in titles


def test_it_comes_of_what_is_in_the_archive_until_it_is_done(owner: Person) -> None:
    application = make_application(person=owner)
    event = set_for(owner, application)
    archive(owner, application, now=NOW)
    assert [ask.round.note for ask in asks(owner, now=NOW)] == [NOTE]
    done(owner, event, now=NOW)
    assert asks(owner, now=NOW) == []


def test_what_mail_reminds_of_stays_out_of_sight_in_the_archive(owner: Person) -> None:
    application = make_application(person=owner)
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind.REMINDER,
        at=NOW,
        decided_by=DecidedBy.RULE,
        payload={"until": date(2026, 11, 30).isoformat(), "note": "It came back"},
    )
    commit_events(owner, [draft], now=NOW)
    assert len(asks(owner, now=NOW)) == 1
    archive(owner, application, now=NOW)
    assert asks(owner, now=NOW) == []


AWAITED = "Helen said she would write today"


def test_a_word_that_was_awaited_goes_with_the_no_and_comes_back_with_it(
    owner_client: Client, owner: Person
) -> None:
    application = make_application(person=owner)
    remind(owner, application, on=THEN.date(), note=AWAITED, now=NOW)
    no = make_no(application=application, at=NOW + DAY)
    catch_up(owner, now=NOW + DAY)
    with time_machine.travel(THEN, tick=False):
        for url in ("/", "/applications/ahead/"):
            assert AWAITED not in page(owner_client, url)
        (entry,) = ledger_entries(owner, now=THEN)
        assert entry.is_cancelled
        take_back(owner, no, now=THEN)
        assert AWAITED in page(owner_client, "/applications/ahead/")


def test_a_word_that_is_awaited_after_the_no_is_still_to_come(owner: Person) -> None:
    application = make_application(person=owner)
    make_no(application=application, at=NOW - DAY)
    remind(owner, application, on=THEN.date(), note=AWAITED, now=NOW)
    assert [ask.round.note for ask in asks(owner, now=THEN)] == [AWAITED]
