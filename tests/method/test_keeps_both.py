"""Two windows that wrote in the same field: the second comes back with both on its page."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from onward.documents.models import Advert
from onward.method.applying.models import Session
from onward.method.applying.services import start_session
from onward.method.outlook.services.keeping import first_thing
from onward.method.reflection.models import Debrief, Experiment, Reflection, Research
from onward.method.reflection.services import keep_debrief
from onward.method.wins.models import Win
from onward.method.wins.rules import WinKind
from onward.method.wins.services import add_own
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.people.test_two_windows import Fields, window

pytestmark = pytest.mark.usefixtures("still_clock")
Stand = tuple[str, Callable[[], object]]
"""The address of a page, and what is kept of what is written there."""


def research(owner: Person) -> Stand:
    path = f"/reflection/application/{make_application(person=owner).pk}/research/"
    return path, lambda: Research.objects.get().why_me


def debrief(owner: Person) -> Stand:
    row = make_debrief(owner)
    return f"/reflection/debrief/{row.pk}/", lambda: Debrief.objects.get().went_well


def look_back(owner: Person) -> Stand:
    path = f"/reflection/application/{make_application(person=owner).pk}/look-back/"
    return path, lambda: Reflection.objects.get().answers["tailored"]


def session(owner: Person) -> Stand:
    row = start_session(owner, now=NOW)
    return f"/applying/sessions/{row.pk}/", lambda: Session.objects.get().note


def shows(owner: Person) -> Stand:
    row = add_own(owner, words="Rang them.", kind=WinKind.OWN, day=NOW.date(), now=NOW)
    return f"/wins/{row.pk}/shows/", lambda: Win.objects.get().shows


def first(owner: Person) -> Stand:
    def kept() -> object:
        thing = first_thing(owner)
        return thing and thing.will_text

    return "/outlook/first-thing/", kept


def advert(owner: Person) -> Stand:
    application = make_application(person=owner)
    row = Advert.objects.create(
        person=owner, application=application, source="pasted", taken_at=NOW
    )
    path = f"/documents/adverts/{row.pk}/edit/"
    return path, lambda: "\n".join(Advert.objects.get().requirements)


def make_debrief(owner: Person) -> Debrief:
    return keep_debrief(
        owner,
        make_application(person=owner),
        interview=None,
        held_on=NOW.date(),
        questions=[],
        went_well="The tour",
        to_practise="",
        now=NOW,
    )


FORMS = pytest.mark.parametrize(
    ("form", "name", "one", "other"),
    [
        (research, "why_me", "I ran such\nsheets.", "I can wait."),
        (debrief, "went_well", "The tour of the depot", "The sums"),
        (look_back, "tailored", "yes", "partly"),
        (session, "note", "Wrote a letter.", "Read an advert."),
        (shows, "shows", "I stay calm.", "I ask."),
        (first, "will_text", "Ring Kim", "Put the kettle on"),
        (advert, "requirements", "Excel\nA licence", "Night shifts"),
    ],
)


@FORMS
def test_the_second_comes_back_with_both_and_saves_in_place_of_the_first(
    owner_client: Client,
    owner: Person,
    form: Callable[[Person], Stand],
    name: str,
    one: str,
    other: str,
) -> None:
    path, kept = form(owner)
    before, late = window(owner_client, path), window(owner_client, path)
    assert owner_client.post(path, before | {name: one}).status_code == 302
    assert kept() == one
    answer = owner_client.post(path, late | {name: other})
    assert (answer.status_code, kept()) == (422, one)
    page = answer.content.decode()
    assert "saved here in another window meanwhile" in page
    label = {"yes": "Yes"}.get(one, one)
    found = re.search(r'<blockquote class="field__meanwhile">(.*?)</bl', page, re.S)
    assert found
    assert html.unescape(found[1]) == label
    again = Fields(page).values
    assert again[name] == other
    assert owner_client.post(path, again).status_code == 302
    assert kept() == other


@FORMS
def test_a_window_that_wrote_nothing_there_leaves_it_and_one_pressed_twice_asks_nothing(
    owner_client: Client,
    owner: Person,
    form: Callable[[Person], Stand],
    name: str,
    one: str,
    other: str,
) -> None:
    path, kept = form(owner)
    before, late = window(owner_client, path), window(owner_client, path)
    for _press in range(2):
        assert owner_client.post(path, before | {name: one}).status_code == 302
    assert owner_client.post(path, late).status_code == 302
    assert kept() == one


def test_a_list_pressed_twice_asks_nothing_about_its_marks(
    owner_client: Client, owner: Person
) -> None:
    path, _kept = debrief(owner)
    typed = window(owner_client, path) | {"questions": "- Why us?\r\n\r\n• When?"}
    for _press in range(2):
        assert owner_client.post(path, typed).status_code == 302


def test_what_is_only_suggested_stays_as_it_was_shown(
    owner_client: Client, owner: Person
) -> None:
    application = make_application(person=owner)
    debrief_path = f"/reflection/application/{application.pk}/debrief/"
    research_path = f"/reflection/application/{application.pk}/research/"
    shown = window(owner_client, debrief_path)
    sheet = window(owner_client, research_path)
    application.contact_name = "Dana Whitlock"
    application.save()
    typed = {"people": "Kim, from the choir"}
    assert owner_client.post(research_path, sheet | typed).status_code == 302
    assert Research.objects.get().people == typed["people"]
    day = (NOW - timedelta(days=1)).date().isoformat()
    # Shown before midnight, and kept after it.
    late = {"held_on": day, "initial-held_on": day, "went_well": "The tour"}
    assert owner_client.post(debrief_path, shown | late).status_code == 302
    assert Debrief.objects.get().held_on.isoformat() == day


def test_both_lines_to_try_next_time_are_kept(
    owner_client: Client, owner: Person
) -> None:
    path, _kept = look_back(owner)
    before, late = window(owner_client, path), window(owner_client, path)
    for shown, words in ((before, "Ask sooner"), (late, "Write less")):
        shown["next_time"] = words
        assert owner_client.post(path, shown).status_code == 302
    assert Experiment.objects.count() == 2


@pytest.mark.parametrize("form", [debrief, advert])
def test_what_was_typed_about_what_was_deleted_meanwhile_is_given_back(
    owner_client: Client, owner: Person, form: Callable[[Person], Stand]
) -> None:
    path, _kept = form(owner)
    late = window(owner_client, path)
    owner_client.post(path.removesuffix("edit/") + "delete/")
    words = "Plans the night shifts"
    answer = owner_client.post(path, late | {"questions": words, "title": words})
    assert answer.status_code == 404
    assert words in answer.content.decode()
    assert words not in owner_client.get(path).content.decode()


def test_what_an_unknown_address_is_sent_is_not_shown(owner_client: Client) -> None:
    answer = owner_client.post("/nowhere/", {"text": "Somebody else wrote these words"})
    assert answer.status_code == 404
    assert "Somebody else" not in answer.content.decode()
