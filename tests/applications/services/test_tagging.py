from __future__ import annotations

import pytest

from onward.applications.models import Application, Event, SavedView
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.listing import Wanted
from onward.applications.services import (
    find_applications,
    known_tags,
    merge,
    remove_view,
    restore_view,
    save_view,
    saved_views,
    tag,
    take_back,
)
from onward.applications.services.ledger import record
from onward.people.models import Person
from tests.builders import NOW, make_application


def fresh(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


def test_a_tag_is_found_and_searched(owner: Person) -> None:
    application = make_application(person=owner)
    make_application(person=owner, company="Other")
    tag(owner, [application], add=["Dream job"], now=NOW)
    assert fresh(application).tags == ["Dream job"]
    by_tag = find_applications(owner, wanted=Wanted(tag="Dream job"))
    by_word = find_applications(owner, wanted=Wanted(search="dream"))
    assert list(by_tag) == list(by_word) == [application]
    assert not find_applications(owner, wanted=Wanted(tag="Dream"))


def test_a_tag_keeps_the_spelling_it_has(owner: Person) -> None:
    one, other = make_application(person=owner), make_application(person=owner)
    tag(owner, [one], add=["Café"], now=NOW)
    tag(owner, [other], add=["cafe"], now=NOW)
    assert fresh(other).tags == ["Café"]
    assert known_tags(owner) == ["Café"]


def test_other_capitals_are_a_new_spelling_and_no_loss(owner: Person) -> None:
    application = make_application(person=owner)
    tag(owner, [application], add=["remote", "near"], now=NOW)
    (event,) = tag(
        owner, [fresh(application)], add=["Remote"], remove=["remote"], now=NOW
    )
    assert sorted(fresh(application).tags) == ["Remote", "near"]
    take_back(owner, event, now=NOW)
    assert sorted(fresh(application).tags) == ["near", "remote"]


def test_a_tag_that_others_have_too_stays_as_they_have_it(owner: Person) -> None:
    one, other = make_application(person=owner), make_application(person=owner)
    tag(owner, [one, other], add=["remote"], now=NOW)
    new, old = ["Remote"], ["remote"]
    assert tag(owner, [fresh(one)], add=new, remove=old, now=NOW) == []
    assert fresh(one).tags == fresh(other).tags == old
    tag(owner, [fresh(one), fresh(other)], add=new, remove=old, now=NOW)
    assert fresh(one).tags == fresh(other).tags == ["Remote"]


@pytest.mark.parametrize("typed", ["Remote", "REMOTE", "remote"])
def test_a_tag_is_taken_off_however_it_is_typed(owner: Person, typed: str) -> None:
    application = make_application(person=owner)
    tag(owner, [application], add=["remote", "near"], now=NOW)
    tag(owner, [fresh(application)], remove=[typed], now=NOW)
    assert fresh(application).tags == ["near"]


@pytest.mark.parametrize("typed", ["remot", "remote work", "rémi", "re mote"])
def test_another_word_takes_nothing_off(owner: Person, typed: str) -> None:
    application = make_application(person=owner)
    tag(owner, [application], add=["remote"], now=NOW)
    assert tag(owner, [fresh(application)], remove=[typed], now=NOW) == []


def test_of_two_spellings_the_one_that_is_named_goes(owner: Person) -> None:
    application, other = (make_application(person=owner) for _ in range(2))
    tag(owner, [application], add=["remote"], now=NOW)
    twice = Event.objects.get(kind=EventKind.TAGGED).payload | {"add": ["Remote"]}
    record(owner, other, kind=EventKind.TAGGED, at=NOW, payload=twice, now=NOW)
    merge(owner, application, other=other, now=NOW)
    assert set(fresh(application).tags) == {"remote", "Remote"}
    tag(owner, [fresh(application)], remove=["Remote"], now=NOW)
    assert fresh(application).tags == ["remote"]


def test_one_press_puts_a_tag_on_once(owner: Person) -> None:
    application = make_application(person=owner)
    tag(owner, [application], add=["near", "Near"], now=NOW)
    assert fresh(application).tags == ["near"]
    assert tag(owner, [fresh(application)], add=["NEAR"], now=NOW) == []


def test_undoing_a_tag_leaves_a_later_one(owner: Person) -> None:
    application = make_application(person=owner)
    (first,) = tag(owner, [application], add=["one"], now=NOW)
    tag(owner, [fresh(application)], add=["two"], now=NOW)
    take_back(owner, first, now=NOW)
    assert fresh(application).tags == ["two"]


def test_nothing_is_recorded_where_nothing_changes(owner: Person) -> None:
    application = make_application(person=owner)
    tag(owner, [application], add=["one"], now=NOW)
    assert tag(owner, [fresh(application)], add=["one"], remove=["no"], now=NOW) == []


def test_there_is_room_for_twelve(owner: Person) -> None:
    application = make_application(person=owner)
    tag(owner, [application], add=[str(n) for n in range(12)], now=NOW)
    with pytest.raises(ValueError, match="12"):
        tag(owner, [fresh(application)], add=["one more"], now=NOW)


def test_a_view_of_the_same_name_is_changed_and_a_removed_one_comes_back(
    owner: Person, outsider: Person
) -> None:
    save_view(owner, name="Near", query="tag=near")
    view = save_view(owner, name=" Near ", query="tag=near&show=open")
    assert SavedView.objects.count() == 1
    remove_view(view, now=NOW)
    assert not saved_views(owner)
    restore_view(view)
    assert [one.query for one in saved_views(owner)] == ["tag=near&show=open"]
    assert not saved_views(outsider)
