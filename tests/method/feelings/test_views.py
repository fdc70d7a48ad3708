from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.forms import BaseForm
from django.test import Client

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import take_back
from onward.method.feelings.models import (
    FeelingEntry,
    IfThen,
    QuietDefault,
    QuietWindow,
    WritingSession,
)
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no

pytestmark = pytest.mark.usefixtures("still_clock")
DAY = timedelta(days=1)
PAGE = uuid.UUID("0190a5e8-0000-7000-8000-00000000abcd")


@pytest.fixture
def no(owner: Person) -> Event:
    application = make_application(
        person=owner, events=((EventKind.INTERVIEW, NOW - 3 * DAY),)
    )
    event = make_no(application=application)
    catch_up(owner, now=NOW)
    return event


def test_feelings_are_kept_shown_and_deleted_in_one_press(
    owner_client: Client, no: Event
) -> None:
    owner_client.post(
        f"/feelings/no/{no.pk}/",
        {"words": ["sad", "calm"], "own_words": "A long road.", "intensity": "6"},
    )
    html = owner_client.get(f"/no/{no.pk}/").content.decode()
    assert "sad, calm" in html
    assert "A long road." in html
    assert "6 of 10" in html
    entry = FeelingEntry.objects.get()
    owner_client.post(f"/feelings/entry/{entry.pk}/delete/")
    assert not FeelingEntry.objects.exists()


def test_nothing_is_required(owner_client: Client, no: Event) -> None:
    answer = owner_client.post(f"/feelings/no/{no.pk}/", {}, follow=True)
    assert "Nothing to keep." in answer.content.decode()
    assert not FeelingEntry.objects.exists()


def test_an_unknown_word_comes_back_with_the_form(
    owner_client: Client, no: Event
) -> None:
    answer = owner_client.post(f"/feelings/no/{no.pk}/", {"words": ["zebra"]})
    assert answer.status_code == 422
    assert "Not saved yet" in answer.content.decode()


def test_a_page_is_kept_read_and_deleted(owner_client: Client, no: Event) -> None:
    path = f"/feelings/no/{no.pk}/write/"
    assert "up to 20 minutes" in owner_client.get(path).content.decode()
    answer = owner_client.post(
        path, {"text": "What it brought up.", "seconds": "90", "intensity_after": "4"}
    )
    session = WritingSession.objects.get()
    assert (session.seconds, session.intensity_after) == (90, 4)
    assert answer.headers["Location"] == f"/feelings/writing/{session.pk}/"
    html = owner_client.get(answer.headers["Location"]).content.decode()
    assert "What it brought up." in html
    owner_client.post(f"/feelings/writing/{session.pk}/delete/")
    assert not WritingSession.objects.exists()


def test_where_several_share_an_onward_nothing_is_said_to_stay_on_a_machine(
    owner_client: Client, no: Event, outsider: Person, outsider_client: Client
) -> None:
    theirs = make_no(application=make_application(person=outsider))
    said = "it stays on this machine"
    for client, one in ((owner_client, no), (outsider_client, theirs)):
        client.post(f"/feelings/no/{one.pk}/", {"intensity": "6"})
    assert said in owner_client.get(f"/no/{no.pk}/").content.decode()
    page = outsider_client.get(f"/no/{theirs.pk}/").content.decode()
    assert said not in page
    assert "it is shown to nobody else" in page


def test_where_several_share_an_onward_a_page_says_who_could_read_it(
    owner_client: Client, no: Event, outsider: Person, outsider_client: Client
) -> None:
    theirs = make_no(application=make_application(person=outsider))
    own, shared = f"/feelings/no/{no.pk}/write/", f"/feelings/no/{theirs.pk}/write/"
    assert "Nobody else reads it" in owner_client.get(own).content.decode()
    page = outsider_client.get(shared).content.decode()
    assert "whoever runs the server could read it" in page
    kept = outsider_client.post(
        shared, {"text": "A long page.", "seconds": 1}, follow=True
    )
    page += kept.content.decode()
    assert "Kept. It is shown to nobody else." in page
    assert "obody else reads" not in page


def test_not_now_keeps_what_was_typed_and_asks_whether_to(
    owner_client: Client, no: Event
) -> None:
    path = f"/feelings/no/{no.pk}/write/"
    assert 'name="leave"' in owner_client.get(path).content.decode()
    answer = owner_client.post(
        path,
        {"leave": "1", "text": "Half a thought.", "intensity_after": ""},
        follow=True,
    )
    html = answer.content.decode()
    assert "What you had typed is kept." in html
    assert "Half a thought." in html
    assert "Delete it" in html


def test_not_now_on_an_untouched_page_leads_back_and_keeps_nothing(
    owner_client: Client, no: Event
) -> None:
    path = f"/feelings/no/{no.pk}/write/"
    answer = owner_client.post(path, {"leave": "1", "text": " \n"})
    assert answer.headers["Location"] == f"/no/{no.pk}/"
    assert not WritingSession.objects.exists()


def typed(client: Client, no: Event, text: str, **more: str) -> int:
    """Return the status of the answer to what the page's script sends as somebody types."""
    said = {"text": text, "page_id": str(PAGE), **more}
    return client.post(f"/feelings/no/{no.pk}/write/typed/", said).status_code


def opened_page(client: Client, no: Event) -> BaseForm:
    form: BaseForm = client.get(f"/feelings/no/{no.pk}/write/").context["form"]
    return form


def test_what_was_typed_and_left_is_on_the_page_again(
    owner_client: Client, no: Event
) -> None:
    assert typed(owner_client, no, "Half a") == 204
    typed(owner_client, no, "Half a thought.", intensity_after="6")
    html = owner_client.get(f"/feelings/no/{no.pk}/write/").content.decode()
    assert "Half a thought.</textarea>" in html
    assert "is here again" in html
    form = opened_page(owner_client, no)
    assert form["intensity_after"].value() == 6
    session = WritingSession.objects.get()
    assert session.is_unfinished
    # Another opening of the page takes its place, and whoever goes on keeps one page.
    typed(owner_client, no, "Half a thought. And", **again(form))
    owner_client.post(
        f"/feelings/no/{no.pk}/write/",
        {"text": "Half a thought. And the rest.", **again(form)},
    )
    session = WritingSession.objects.get()
    assert (session.text, session.is_unfinished) == (
        "Half a thought. And the rest.",
        False,
    )
    assert opened_page(owner_client, no)["text"].value() is None


def again(form: BaseForm) -> dict[str, str]:
    return {name: str(form[name].value()) for name in ("page_id", "continues")}


def test_a_page_that_was_left_is_named_read_and_deleted(
    owner_client: Client, no: Event
) -> None:
    typed(owner_client, no, "Half a thought.")
    session = WritingSession.objects.get()
    for path in (f"/no/{no.pk}/", "/feelings/"):
        assert "not finished" in owner_client.get(path).content.decode()
    html = owner_client.get(f"/feelings/writing/{session.pk}/").content.decode()
    assert "Write on" in html
    owner_client.post(f"/feelings/writing/{session.pk}/delete/")
    assert not WritingSession.objects.exists()


@pytest.mark.parametrize("way", ["typed", "leave", "delete"])
def test_an_emptied_page_is_gone(owner_client: Client, no: Event, way: str) -> None:
    typed(owner_client, no, "Half a thought.")
    said = {"text": "", **again(opened_page(owner_client, no))}
    path = f"/feelings/no/{no.pk}/write/"
    if way == "leave":
        owner_client.post(path, {"leave": "1", **said})
    else:
        owner_client.post(f"{path}{way}/", said)
    assert not WritingSession.objects.exists()


def test_two_windows_keep_what_was_typed_in_either(
    owner_client: Client, no: Event
) -> None:
    typed(owner_client, no, "Begun.")
    first, second = opened_page(owner_client, no), opened_page(owner_client, no)
    typed(owner_client, no, "Begun. One way.", **again(first))
    typed(owner_client, no, "Begun. Another.", **again(second))
    kept = WritingSession.objects.values_list("text", flat=True)
    assert set(kept) == {"Begun. One way.", "Begun. Another."}


def test_words_on_their_way_while_it_was_kept_change_nothing(
    owner_client: Client, no: Event
) -> None:
    path = f"/feelings/no/{no.pk}/write/"
    for _ in range(2):
        owner_client.post(path, {"text": "All of it.", "page_id": PAGE})
        typed(owner_client, no, "All of")
    session = WritingSession.objects.get()
    assert (session.text, session.is_unfinished) == ("All of it.", False)
    # What was written on after going back is a page of its own.
    owner_client.post(path, {"text": "All of it, and more.", "page_id": PAGE})
    assert WritingSession.objects.count() == 2


def test_a_page_that_was_left_is_none_of_the_four(
    owner_client: Client, no: Event
) -> None:
    path = f"/feelings/no/{no.pk}/write/"
    for _ in range(3):
        owner_client.post(path, {"text": "Some words."})
    typed(owner_client, no, "A fourth, left.")
    assert "a good place to stop" not in owner_client.get(path).content.decode()


def test_without_scripts_the_page_says_which_ways_keep_what_was_typed(
    owner_client: Client, no: Event
) -> None:
    html = owner_client.get(f"/feelings/no/{no.pk}/write/").content.decode()
    assert "kept either way" not in html
    assert "Any other way out of this page does not." in html


def test_an_empty_page_comes_back(owner_client: Client, no: Event) -> None:
    answer = owner_client.post(f"/feelings/no/{no.pk}/write/", {"text": ""})
    assert answer.status_code == 422


def test_what_stays_strong_is_answered_with_something_else_and_not_forbidden(
    owner_client: Client, no: Event
) -> None:
    for _ in range(3):
        owner_client.post(f"/feelings/no/{no.pk}/", {"intensity": "9"})
    html = owner_client.get(f"/no/{no.pk}/").content.decode()
    assert "Open a quiet page" not in html
    html = owner_client.get(f"/feelings/no/{no.pk}/write/").content.decode()
    assert "Something else may do more now" in html
    assert "/help/" in html
    assert "<textarea" in html


def test_stopping_is_suggested_after_four_pages(
    owner_client: Client, no: Event
) -> None:
    path = f"/feelings/no/{no.pk}/write/"
    for _ in range(4):
        assert "a good place to stop" not in owner_client.get(path).content.decode()
        owner_client.post(path, {"text": "Some words."})
    assert "a good place to stop" in owner_client.get(path).content.decode()


def test_the_length_of_the_quiet_is_changed_in_one_press(
    owner_client: Client, no: Event
) -> None:
    owner_client.post(f"/feelings/no/{no.pk}/quiet/", {"hours": "48"})
    assert QuietWindow.objects.get().ends_at == NOW + 2 * DAY
    owner_client.post(f"/feelings/no/{no.pk}/quiet/", {"hours": "17"})
    assert QuietWindow.objects.get().ends_at == NOW + 2 * DAY


def test_the_quiet_is_ended_in_one_press_and_asks_once(
    owner_client: Client, no: Event
) -> None:
    window = QuietWindow.objects.get()
    answer = owner_client.post(f"/feelings/window/{window.pk}/end/", follow=True)
    html = answer.content.decode()
    assert "The quiet time is over. Look at it, or leave it closed?" in html
    owner_client.post(f"/feelings/window/{window.pk}/answer/", {"answer": "closed"})
    for days in range(4):
        with time_machine.travel(NOW + days * DAY, tick=False):
            assert "leave it closed?" not in owner_client.get("/").content.decode()


def test_after_a_day_the_card_says_so(owner_client: Client, no: Event) -> None:
    with time_machine.travel(NOW + DAY, tick=False):
        html = owner_client.get("/").content.decode()
    assert "It&#x27;s been a day. Look at it, or leave it closed?" in html
    assert "It is about Operations Coordinator · Bright Harbour." in html


def test_two_noes_get_one_card(owner: Person, owner_client: Client, no: Event) -> None:
    make_no(application=make_application(person=owner, company="Fernhill"))
    catch_up(owner, now=NOW)
    with time_machine.travel(NOW + DAY, tick=False):
        html = owner_client.get("/").content.decode()
    assert html.count("leave it closed?") == 1


def test_a_step_needs_both_halves(owner_client: Client, no: Event) -> None:
    window = QuietWindow.objects.get()
    answer = owner_client.post(
        f"/feelings/window/{window.pk}/", {"when_text": "", "will_text": "rest"}
    )
    assert answer.status_code == 422
    assert not IfThen.objects.exists()


def test_the_room_keeps_the_own_default(owner_client: Client, owner: Person) -> None:
    assert owner_client.get("/feelings/").status_code == 200
    owner_client.post("/feelings/hours/", {"hours": "48"})
    assert QuietDefault.objects.get(person=owner).hours == 48


def test_a_no_taken_back_has_no_feelings_pages(
    owner: Person, owner_client: Client, no: Event
) -> None:
    take_back(owner, no, now=NOW)
    assert owner_client.get(f"/feelings/no/{no.pk}/").status_code == 404


def test_an_outsider_touches_nothing(
    owner: Person, owner_client: Client, outsider_client: Client, no: Event
) -> None:
    owner_client.post(f"/feelings/no/{no.pk}/", {"intensity": "9"})
    owner_client.post(f"/feelings/no/{no.pk}/write/", {"text": "Mine."})
    entry, session = FeelingEntry.objects.get(), WritingSession.objects.get()
    window = QuietWindow.objects.get()
    plan = IfThen.objects.create(
        person=owner,
        when_text="a",
        will_text="b",
        on_day=NOW.date(),
        made_at=NOW,
    )
    assert outsider_client.get(f"/feelings/writing/{session.pk}/").status_code == 404
    for path in (
        f"no/{no.pk}/quiet/",
        f"no/{no.pk}/write/typed/",
        f"no/{no.pk}/write/delete/",
        f"entry/{entry.pk}/delete/",
        f"writing/{session.pk}/delete/",
        f"window/{window.pk}/end/",
        f"window/{window.pk}/answer/",
        f"window/{window.pk}/",
        f"plan/{plan.pk}/",
    ):
        assert outsider_client.post(f"/feelings/{path}").status_code == 404
    assert FeelingEntry.objects.count() == WritingSession.objects.count() == 1


def test_a_page_named_as_one_of_somebody_else_is_kept_beside_it(
    owner_client: Client, outsider: Person, no: Event
) -> None:
    theirs = make_no(application=make_application(person=outsider))
    page = WritingSession.objects.create(
        person=outsider, origin=theirs, at=NOW, text="Theirs.", is_unfinished=True
    )
    said = {"text": "Mine.", "page_id": str(page.pk)}
    address = f"/feelings/no/{no.pk}/write/"
    assert owner_client.post(f"{address}typed/", said).status_code == 204
    assert owner_client.post(address, said).status_code == 302
    page.refresh_from_db()
    assert (page.text, page.is_unfinished) == ("Theirs.", True)
    mine = WritingSession.objects.exclude(person=outsider)
    assert {kept.text for kept in mine} == {"Mine."}
