from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind, Stage
from onward.applications.rules.payload import Outcome
from onward.applications.services import (
    EventDraft,
    add_round,
    add_stage,
    commit_events,
    merge,
    move_to,
    remove_stage,
    settle,
    tag,
    take_back,
)
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no

LIST = "/applications/"


@pytest.fixture(autouse=True)
def _standing_clock() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def application(owner: Person) -> Application:
    return make_application(person=owner, company="Quill Street Press", role="Editor")


def url(name: str, *args: uuid.UUID) -> str:
    return reverse(f"applications:{name}", args=args)


def html(response: Any) -> str:
    return str(response.content.decode())


def event_of(application: Application, kind: EventKind) -> Event:
    return application.events.filter(kind=kind).latest("number")


# The list


def test_an_empty_ledger_says_what_to_do(owner_client: Client) -> None:
    page = html(owner_client.get(LIST))
    assert "Read a mailbox to find them" in page
    assert url("add") in page


def test_the_list_shows_open_ones_and_folds_the_closed(
    owner_client: Client, owner: Person, application: Application
) -> None:
    make_no(application=make_application(person=owner, company="Closed Gate"))
    page = html(owner_client.get(LIST))
    assert page.index("Quill Street Press") < page.index("<summary>Closed</summary>")
    assert page.index("<summary>Closed</summary>") < page.index("Closed Gate")


def test_a_search_that_finds_nothing_offers_a_way_back(
    owner_client: Client, application: Application
) -> None:
    page = html(owner_client.get(LIST, {"q": "nowhere"}))
    assert "Nothing here matches" in page
    assert "Quill Street" not in page


def test_a_partial_request_gets_the_list_alone(
    owner_client: Client, application: Application
) -> None:
    page = html(owner_client.get(LIST, {"q": "quill"}, headers={"HX-Request": "true"}))
    assert page.lstrip().startswith('<div id="results"')
    assert "Quill Street Press" in page
    assert "<html" not in page


@pytest.mark.parametrize(
    "query",
    [
        {"page": "99"},
        {"page": "x"},
        {"show": "everything", "sort": "luck", "stage": "moon"},
        {"q": "\0%_'\"<script>"},
    ],
)
def test_a_made_up_query_shows_a_list(
    owner_client: Client, application: Application, query: dict[str, str]
) -> None:
    response = owner_client.get(LIST, query)
    assert response.status_code == 200
    assert "<script>'" not in html(response)


def test_the_list_has_pages_that_keep_the_filter(
    owner_client: Client, owner: Person
) -> None:
    for number in range(26):
        make_application(person=owner, company=f"Acme {number}")
    page = html(owner_client.get(LIST, {"q": "acme"}))
    assert "1 to 25 of 26" in page
    assert "q=acme&amp;page=2" in page


def test_a_page_of_the_list_is_one_of_what_it_shows(
    owner_client: Client, owner: Person
) -> None:
    for number in range(3):
        make_application(person=owner, company=f"Open {number}")
    for number in range(26):
        make_no(application=make_application(person=owner, company=f"Shut {number}"))
    page = html(owner_client.get(LIST, {"sort": "company"}))
    assert "3 open, 26 closed" in page
    assert "Next page" not in page
    assert page.count(">Shut ") == 25
    assert "sort=company&amp;show=closed" in page
    closed = html(owner_client.get(LIST, {"show": "closed"}))
    assert "26 applications" in closed
    assert "1 to 25 of 26" in closed


def test_where_all_are_closed_nothing_is_folded(
    owner_client: Client, owner: Person
) -> None:
    make_no(application=make_application(person=owner, company="Closed Gate"))
    page = html(owner_client.get(LIST))
    assert "1 application<" in page
    assert "<summary>Closed</summary>" not in page
    assert "Closed Gate" in page


def test_the_list_costs_the_same_however_long_it_is(
    owner_client: Client, owner: Person, django_assert_num_queries: Any
) -> None:
    for number in range(30):
        make_application(person=owner, company=f"Acme {number}")
        make_no(application=make_application(person=owner, company=f"Shut {number}"))
    # Session, person, systems, sources, tags, own stages, counts and rows of open and closed.
    with django_assert_num_queries(11):
        owner_client.get(LIST)


# The timeline


def test_the_timeline_tells_the_story_and_who_decided(
    owner_client: Client, owner: Person, application: Application
) -> None:
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind.REJECTION,
        at=NOW - timedelta(days=1),
        decided_by=DecidedBy.RULE,
        source_kind=SourceKind.MESSAGE,
        source_id=uuid.uuid4(),
        payload={"words": "another <b>candidate</b>"},
    )
    commit_events(owner, [draft], now=NOW)
    page = html(owner_client.get(url("detail", application.pk)))
    assert page.index("You applied") < page.index("<h3>They said no</h3>")
    assert "Read from your mail, by the words" in page
    assert "<mark>another &lt;b&gt;candidate&lt;/b&gt;</mark>" in page
    assert "The message" in page


def test_what_was_taken_back_stays_and_can_come_back(
    owner_client: Client, owner: Person, application: Application
) -> None:
    no = make_no(application=application)
    take_back(owner, no, now=NOW)
    page = html(owner_client.get(url("detail", application.pk)))
    assert "event--undone" in page
    assert "Undone by you on 20 November 2026" in page
    assert url("bring_back", no.pk) in page


def test_a_part_leads_to_the_application_it_shows_under(
    owner_client: Client, owner: Person, application: Application
) -> None:
    other = make_application(person=owner, company="Quill")
    merge(owner, application, other=other, now=NOW)
    response = owner_client.get(url("detail", other.pk))
    assert response.headers["Location"] == url("detail", application.pk)


def test_an_address_that_is_no_web_address_is_no_link(
    owner_client: Client, owner: Person
) -> None:
    application = make_application(person=owner, url="javascript:alert(1)")
    page = html(owner_client.get(url("detail", application.pk)))
    assert 'href="javascript' not in page


def test_a_long_timeline_costs_no_more_queries(
    owner_client: Client, owner: Person, django_assert_max_num_queries: Any
) -> None:
    days = range(1, 40)
    application = make_application(
        person=owner,
        events=tuple((EventKind.REPLY, NOW - timedelta(days=day)) for day in days),
    )
    # Session, person, application, its parts, their events, own stages.
    with django_assert_max_num_queries(7):
        owner_client.get(url("detail", application.pk))


# Adding, editing, recording


def test_adding_leads_to_the_new_timeline(owner_client: Client) -> None:
    response = owner_client.post(
        url("add"), {"company": "Acme", "state": "applied", "day": "2026-11-18"}
    )
    application = Application.objects.get()
    assert response.headers["Location"] == url("detail", application.pk)
    assert application.stage == Stage.APPLIED


def test_the_same_again_is_added_and_said_with_the_way_back(
    owner_client: Client, outsider_client: Client
) -> None:
    said = "has the same employer and title"
    typed = {"company": "Acme", "role": "Cook", "state": "applied", "day": "2026-11-18"}
    outsider_client.post(url("add"), typed)
    assert said not in html(owner_client.post(url("add"), typed, follow=True))
    other = {**typed, "role": "Baker"}
    assert said not in html(owner_client.post(url("add"), other, follow=True))
    again = {**typed, "company": "ACME ", "role": "cook"}
    page = html(owner_client.post(url("add"), again, follow=True))
    assert said in page
    assert "Undo" in page


def test_what_cannot_be_saved_comes_back_whole_with_the_focus_on_why(
    owner_client: Client,
) -> None:
    response = owner_client.post(
        url("add"),
        {"company": "Acme", "state": "applied", "day": "2031-01-01", "note": "Ask Jo"},
    )
    page = html(response)
    assert response.status_code == 422
    assert "autofocus" in page
    assert "This day has not come yet" in page
    assert "Ask Jo" in page
    assert 'value="2031-01-01"' in page
    assert not Application.objects.exists()


def test_an_empty_form_that_was_sent_is_a_problem_too(owner_client: Client) -> None:
    assert owner_client.post(url("add"), {}).status_code == 422


def test_editing_says_so_and_offers_undo(
    owner_client: Client, application: Application
) -> None:
    response = owner_client.post(
        url("edit", application.pk), {"company": "Quill", "role": "Editor"}, follow=True
    )
    event = event_of(application, EventKind.DESCRIBED)
    assert "Saved." in html(response)
    assert url("undo", event.pk) in html(response)
    application.refresh_from_db()
    assert application.company == "Quill"


def test_editing_starts_from_what_is_known(
    owner_client: Client, application: Application
) -> None:
    page = html(owner_client.get(url("edit", application.pk)))
    assert 'value="Quill Street Press"' in page
    assert "Undo" not in page


def test_saving_what_did_not_change_records_nothing(
    owner_client: Client, application: Application
) -> None:
    before = Event.objects.count()
    owner_client.post(
        url("edit", application.pk), {"company": "Quill Street Press", "role": "Editor"}
    )
    assert Event.objects.count() == before


def test_a_tag_in_other_capitals_is_kept(
    owner_client: Client, owner: Person, application: Application
) -> None:
    tag(owner, [application], add=["remote"], now=NOW)
    sent = {"company": "Bright Harbour", "tags": "Remote", "initial-tags": "remote"}
    response = owner_client.post(url("edit", application.pk), sent, follow=True)
    application.refresh_from_db()
    assert application.tags == ["Remote"]
    assert "Saved." in html(response)


def test_recording_an_event_moves_the_application(
    owner_client: Client, application: Application
) -> None:
    owner_client.post(
        url("record", application.pk), {"kind": "interview", "day": "2026-11-19"}
    )
    application.refresh_from_db()
    assert application.stage == Stage.INTERVIEW


def test_recording_a_no_leads_to_its_own_page(
    owner_client: Client, application: Application
) -> None:
    response = owner_client.post(
        url("record", application.pk), {"kind": "rejection", "day": "2026-11-19"}
    )
    no = event_of(application, EventKind.REJECTION)
    assert response.headers["Location"] == f"/no/{no.pk}/"
    page = owner_client.get(f"/no/{no.pk}/").content.decode()
    assert reverse("applications:undo", args=(no.pk,)) in page


def test_an_event_that_cannot_be_recorded_comes_back(
    owner_client: Client, application: Application
) -> None:
    response = owner_client.post(
        url("record", application.pk), {"kind": "reply", "day": "", "note": "Kept"}
    )
    assert response.status_code == 422
    assert "Kept" in html(response)


# Putting right


def test_undo_and_bringing_back_are_one_press_each(
    owner_client: Client, application: Application
) -> None:
    no = make_no(application=application)
    owner_client.post(url("undo", no.pk))
    application.refresh_from_db()
    assert application.is_open
    response = owner_client.post(url("bring_back", no.pk))
    application.refresh_from_db()
    assert not application.is_open
    assert response.headers["Location"].endswith(f"#event-{no.pk}")


def test_a_correction_changes_what_happened(
    owner_client: Client, application: Application
) -> None:
    no = make_no(application=application)
    owner_client.post(
        url("correct", no.pk), {"kind": "reply", "day": "2026-11-20", "time": "12:00"}
    )
    application.refresh_from_db()
    assert application.stage == Stage.REPLIED


def test_a_correction_that_cannot_be_comes_back(
    owner_client: Client, application: Application
) -> None:
    no = make_no(application=application)
    response = owner_client.post(
        url("correct", no.pk), {"kind": "reply", "day": "1901-01-01"}
    )
    assert response.status_code == 422
    assert "before 1990" in html(response)


def test_a_correction_that_another_window_was_before_comes_back_as_it_was_typed(
    owner_client: Client, application: Application
) -> None:
    no = make_no(application=application)
    when = {"day": "2026-11-20", "time": "12:00"}
    first = {"kind": "position_closed", **when, "note": "They froze it."}
    second = {"kind": "withdrawal", **when, "note": "I had told them on Monday."}
    assert owner_client.post(url("correct", no.pk), first).status_code == 302
    again = owner_client.post(url("correct", no.pk), second)
    assert again.status_code == 422
    page = html(again)
    assert "is now “The job went away”, 20 November 2026" in page
    assert "They froze it." in page
    assert "I had told them on Monday." in page
    stands = event_of(application, EventKind.POSITION_CLOSED)
    assert f'action="{url("correct", stands.pk)}"' in page
    owner_client.post(url("correct", stands.pk), second)
    stands.refresh_from_db()
    assert stands.is_void
    assert event_of(application, EventKind.WITHDRAWAL).payload["note"] == second["note"]


def test_a_correction_pressed_twice_says_nothing_of_another(
    owner_client: Client, application: Application
) -> None:
    no = make_no(application=application)
    typed = {"kind": "reply", "day": "2026-11-20", "time": "12:00", "note": "A word."}
    for _press in range(2):
        assert owner_client.post(url("correct", no.pk), typed).status_code == 302
    assert application.events.filter(kind="reply", voided_by=None).count() == 1


def test_a_correction_of_what_was_undone_meanwhile_can_be_recorded(
    owner_client: Client, owner: Person, application: Application
) -> None:
    no = make_no(application=application)
    take_back(owner, no, now=NOW)
    typed = {"kind": "reply", "day": "2026-11-20", "note": "They rang me."}
    response = owner_client.post(url("correct", no.pk), typed)
    assert response.status_code == 422
    page = html(response)
    assert "undone meanwhile" in page
    assert "They rang me." in page
    assert f'action="{url("record", application.pk)}"' in page


@pytest.mark.parametrize("name", ["correct", "move"])
def test_what_was_taken_back_leads_to_the_timeline(
    owner_client: Client, owner: Person, application: Application, name: str
) -> None:
    no = make_no(application=application)
    take_back(owner, no, now=NOW)
    assert owner_client.get(url(name, no.pk)).status_code == 302
    response = owner_client.post(url("move", no.pk), {"application": application.pk})
    assert response.status_code == 302


def test_joining_suggests_what_is_alike_and_finds_the_rest(
    owner_client: Client, owner: Person, application: Application
) -> None:
    make_application(person=owner, company="Quill Ltd")
    make_application(person=owner, company="Acme")
    page = html(owner_client.get(url("join", application.pk)))
    assert "Quill Ltd" in page
    assert "Acme" not in page
    page = html(owner_client.get(url("join", application.pk), {"q": "acme"}))
    assert "Acme" in page
    assert "matches" in html(owner_client.get(url("join", application.pk), {"q": "x"}))


def test_joining_makes_one_and_undo_makes_two(
    owner_client: Client, owner: Person, application: Application
) -> None:
    other = make_application(person=owner, company="Quill Ltd")
    response = owner_client.post(
        url("join", application.pk), {"application": other.pk}, follow=True
    )
    other.refresh_from_db()
    assert other.merged_into == application
    undo = re.search(r'action="(/applications/events/[^"]+/undo/)"', html(response))
    assert undo is not None
    owner_client.post(undo[1])
    other.refresh_from_db()
    assert other.merged_into is None


@pytest.mark.parametrize("chosen", ["", "nonsense", str(uuid.uuid4())])
def test_joining_with_nothing_known_is_not_found(
    owner_client: Client, application: Application, chosen: str
) -> None:
    response = owner_client.post(url("join", application.pk), {"application": chosen})
    assert response.status_code == 404


def test_joining_an_application_with_itself_asks_again(
    owner_client: Client, application: Application
) -> None:
    response = owner_client.post(
        url("join", application.pk), {"application": application.pk}
    )
    assert response.headers["Location"] == url("join", application.pk)


def test_an_event_moves_to_where_it_belongs(
    owner_client: Client, owner: Person, application: Application
) -> None:
    no = make_no(application=application)
    target = make_application(person=owner, company="Quill Ltd")
    assert "Quill Ltd" in html(owner_client.get(url("move", no.pk)))
    response = owner_client.post(url("move", no.pk), {"application": target.pk})
    assert response.headers["Location"] == url("detail", target.pk)
    target.refresh_from_db()
    assert not target.is_open
    again = owner_client.post(url("move", no.pk), {"application": target.pk})
    assert again.headers["Location"] == url("move", no.pk)


def test_moving_the_last_event_says_before_and_after_what_becomes_of_the_rest(
    owner_client: Client, owner: Person, application: Application
) -> None:
    applied = application.events.get(kind=EventKind.APPLIED)
    target = make_application(person=owner, company="Quill Ltd")
    assert "it goes to the archive" in html(owner_client.get(url("move", applied.pk)))
    after = owner_client.post(
        url("move", applied.pk), {"application": target.pk}, follow=True
    )
    assert f"Nothing else is told of “{application}”" in html(after)
    application.refresh_from_db()
    assert application.is_archived
    changes = html(owner_client.get(reverse("applications:changes")))
    assert "Moved here from another application" in changes
    assert "Joined with another application" not in changes


def test_an_event_that_belongs_to_none_begins_a_new_one(
    owner_client: Client, application: Application
) -> None:
    no = make_no(application=application)
    page = html(owner_client.get(url("move", no.pk)))
    assert "it goes to the archive" not in page
    nameless = owner_client.post(
        url("move", no.pk), {"application": "new", "company": " ", "role": "Cook"}
    )
    assert nameless.status_code == 422
    assert "Name the company of the new one." in html(nameless)
    assert 'value="Cook"' in html(nameless)
    owner_client.post(
        url("move", no.pk), {"application": "new", "company": "Oak", "role": "Cook"}
    )
    no.refresh_from_db()
    application.refresh_from_db()
    assert (no.application.company, no.application.role) == ("Oak", "Cook")
    assert application.is_open
    assert not application.is_archived


def test_splitting_moves_what_was_ticked(
    owner_client: Client, application: Application
) -> None:
    no = make_no(application=application)
    assert "20 November 2026: They said no" in html(
        owner_client.get(url("split", application.pk))
    )
    owner_client.post(url("split", application.pk), {"events": [str(no.pk)]})
    application.refresh_from_db()
    no.refresh_from_db()
    assert application.is_open
    assert no.application != application


def test_splitting_off_nothing_says_what_to_do(
    owner_client: Client, application: Application
) -> None:
    response = owner_client.post(url("split", application.pk), {})
    assert response.status_code == 422
    assert "Tick what belongs" in html(response)


def test_the_archive_takes_in_and_gives_back(
    owner_client: Client, application: Application
) -> None:
    owner_client.post(url("archive", application.pk))
    assert "Quill" not in html(owner_client.get(LIST))
    page = html(owner_client.get(url("detail", application.pk)))
    assert "Take out of the archive" in page
    owner_client.post(url("restore", application.pk))
    assert "Quill" in html(owner_client.get(LIST))


# Titles


@pytest.mark.parametrize(
    "name",
    [
        *("detail", "edit", "record", "join", "split", "move_to", "close"),
        *("interview_add", "remind", "snooze"),
    ],
)
def test_a_page_about_an_application_names_it_in_its_title(
    owner_client: Client, application: Application, name: str
) -> None:
    page = html(owner_client.get(url(name, application.pk)))
    title = re.search(r"<title>(.*)</title>", page)
    assert title
    assert title[1].endswith(f"{application} · Onward")


@pytest.mark.parametrize("name", ["feedback:application", "reflection:application"])
def test_a_step_with_an_application_names_it_in_its_title(
    owner_client: Client, application: Application, name: str
) -> None:
    make_no(application=application)
    page = html(owner_client.get(reverse(name, args=(application.pk,))))
    assert re.search(rf"<title>[^<]+ · {application} · Onward</title>", page)


def test_an_undo_pressed_twice_says_so_and_comes_back_to_its_place(
    owner_client: Client, application: Application
) -> None:
    event = make_no(application=application)
    for words in ("Undone.", "This was undone already."):
        answer = owner_client.post(url("undo", event.pk), follow=True)
        assert answer.redirect_chain[0][0].endswith(f"#event-{event.pk}")
        assert words in html(answer)
    for words in ("It counts again.", "This counts already."):
        answer = owner_client.post(url("bring_back", event.pk), follow=True)
        assert words in html(answer)


def test_undoing_the_way_out_of_the_archive_says_that_it_is_there_again(
    owner_client: Client, application: Application
) -> None:
    owner_client.post(url("archive", application.pk))
    owner_client.post(url("restore", application.pk))
    event = event_of(application, EventKind.RESTORED)
    page = html(owner_client.post(url("undo", event.pk), follow=True))
    assert "Undone. It is in the archive again." in page
    assert "Nothing else is told" not in page
    page = html(owner_client.post(url("bring_back", event.pk), follow=True))
    assert "It counts again, and the application is out of the archive." in page


def test_undoing_what_joined_an_archived_one_with_one_in_sight_says_no_more_than_is_so(
    owner_client: Client, owner: Person, application: Application
) -> None:
    other = make_application(person=owner, company="Acorn Mill")
    owner_client.post(url("archive", application.pk))
    for name in ("archive", "restore"):
        owner_client.post(url(name, other.pk))
    joined = merge(owner, application, other=other, now=NOW)
    application.refresh_from_db()
    assert not application.is_archived
    page = html(owner_client.post(url("undo", joined.pk), follow=True))
    assert "Undone. It is in the archive again." in page


def test_a_move_that_is_all_that_is_told_brings_it_out_of_the_archive(
    owner_client: Client, application: Application
) -> None:
    owner_client.post(url("move_to", application.pk), {"to": "offer"})
    event = event_of(application, EventKind.OFFER)
    for one in (event_of(application, EventKind.APPLIED), event):
        owner_client.post(url("undo", one.pk))
    page = html(owner_client.post(url("bring_back", event.pk), follow=True))
    assert "It counts again, and the application is out of the archive." in page


def test_undoing_all_that_is_told_says_that_nothing_else_is(
    owner_client: Client, application: Application
) -> None:
    event = event_of(application, EventKind.APPLIED)
    page = html(owner_client.post(url("undo", event.pk), follow=True))
    assert "Undone. Nothing else is told of this application: it is archived." in page


def test_one_row_of_what_was_changed_has_one_button(
    owner_client: Client, application: Application
) -> None:
    event = make_no(application=application)
    back = f"{url('changes')}#change-{event.pk}"
    for name, words in (("undo", "Undone."), ("bring_back", "It counts again.")):
        answer = owner_client.post(url(name, event.pk), {"back": back}, follow=True)
        page = html(answer)
        assert words in page
        assert page.count(f'action="{url("undo", event.pk)}"') == (name != "undo")
        assert page.count(f'action="{url("bring_back", event.pk)}"') == (name == "undo")


def test_the_way_back_stays_where_the_row_goes_with_what_was_pressed(
    owner_client: Client, owner: Person, application: Application
) -> None:
    event = make_no(application=application)
    with time_machine.travel(NOW + timedelta(days=40), tick=False):
        owner_client.force_login(owner)
        owner_client.post(url("undo", event.pk))
        back = f"{url('changes')}#change-{event.pk}"
        assert back.split("#")[1] in html(owner_client.get(url("changes")))
        answer = owner_client.post(
            url("bring_back", event.pk), {"back": back}, follow=True
        )
        page = html(answer)
        assert f'id="change-{event.pk}"' not in page
        assert page.count(f'action="{url("undo", event.pk)}"') == 1
        page = html(
            owner_client.post(url("undo", event.pk), {"back": back}, follow=True)
        )
        assert page.count(f'action="{url("bring_back", event.pk)}"') == 1


def test_one_row_of_many_has_one_button(owner_client: Client, owner: Person) -> None:
    for name in ("Acorn Mill", "Quill Street Press"):
        make_application(person=owner, company=name)
    ticked = [str(one.pk) for one in Application.objects.for_person(owner)]
    data = {"application": ticked, "action": "archive"}
    owner_client.post(url("bulk"), data, follow=True)
    batch = Event.objects.filter(kind=EventKind.ARCHIVED).latest("number").batch
    assert batch
    undo, redo = url("undo_batch", batch), url("redo_batch", batch)
    back = f"{url('changes')}#change-{batch}"
    for way, other in ((undo, redo), (redo, undo)):
        page = html(owner_client.post(way, {"back": back}, follow=True))
        assert page.count(f'action="{other}"') == 1
        assert page.count(f'action="{way}"') == 0
    # Where no row has it, the message does.
    page = html(owner_client.post(undo, {"back": url("table")}, follow=True))
    assert page.count(f'action="{redo}"') == 1


@pytest.mark.parametrize(
    "back",
    [
        *("foo", "archive", "?x", "#x", "//evil.example", "/\\evil.example"),
        *("https://evil.example/", "javascript:alert(1)", "applications:list", "."),
    ],
)
def test_a_page_to_return_to_is_an_address_of_this_site_or_none(
    owner_client: Client, application: Application, back: str
) -> None:
    event = make_no(application=application)
    answer = owner_client.post(url("undo", event.pk), {"back": back})
    assert answer.status_code == 302
    assert answer["Location"].endswith(f"/{application.pk}/#event-{event.pk}")
    event.refresh_from_db()
    assert event.is_void


def test_a_page_of_this_site_is_returned_to(
    owner_client: Client, application: Application
) -> None:
    event = make_no(application=application)
    back = f"{LIST}changes/?page=2#change-{event.pk}"
    answer = owner_client.post(url("undo", event.pk), {"back": back})
    assert answer["Location"] == back


def test_a_move_to_an_own_stage_that_was_removed_meanwhile_is_told_by_its_name(
    owner_client: Client,
    owner: Person,
    application: Application,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = add_stage(owner, name="Trial week", stage=Stage.ASSESSMENT)

    def move_late(*args: Any, **named: Any) -> Any:
        moved = move_to(*args, **named)
        remove_stage(own, now=NOW)
        return moved

    monkeypatch.setattr("onward.applications.views.board.move_to", move_late)
    data = {"to": str(own.pk)}
    answer = owner_client.post(url("move_to", application.pk), data, follow=True)
    assert "Moved to “Trial week”: Editor · Quill Street Press." in html(answer)


def test_a_move_that_was_undone_and_is_made_again_says_where_to(
    owner_client: Client, application: Application
) -> None:
    board = {"back": url("board")}
    owner_client.post(url("move_to", application.pk), {"to": "offer"})
    event = event_of(application, EventKind.OFFER)
    owner_client.post(url("undo", event.pk), board)
    page = html(owner_client.post(url("bring_back", event.pk), board, follow=True))
    assert "Moved to “Offer” again: Editor · Quill Street Press." in page
    # Moving it back by hand takes the move back too, and its undo makes it again.
    owner_client.post(url("move_to", application.pk), {"to": "applied"})
    page = html(owner_client.post(url("bring_back", event.pk), board, follow=True))
    assert "Moved to “Offer” again: Editor · Quill Street Press." in page
    page = html(owner_client.post(url("bring_back", event.pk), board, follow=True))
    assert "This counts already." in page


def test_the_title_over_the_window_does_not_say_that_it_ended(
    owner_client: Client, application: Application
) -> None:
    page = html(owner_client.get(url("close", application.pk)))
    title = re.search(r"<title>(.*)</title>", page)
    assert title
    assert "ended" not in title[1]


# Who may see what


PLACES = ("detail", "edit", "record", "join", "split")
PRESSES = ("archive", "restore")
EVENT_PLACES = ("correct", "move")
EVENT_PRESSES = ("undo", "bring_back")


@pytest.mark.parametrize("name", [*PLACES, *PRESSES])
def test_an_outsider_finds_no_application_of_the_owner(
    outsider_client: Client, application: Application, name: str
) -> None:
    path = url(name, application.pk)
    if name in PLACES:
        assert outsider_client.get(path).status_code == 404
    if name != "detail":
        assert outsider_client.post(path).status_code == 404


@pytest.mark.parametrize("name", [*EVENT_PLACES, *EVENT_PRESSES])
def test_an_outsider_finds_no_event_of_the_owner(
    outsider_client: Client, application: Application, name: str
) -> None:
    path = url(name, make_no(application=application).pk)
    if name in EVENT_PLACES:
        assert outsider_client.get(path).status_code == 404
    assert outsider_client.post(path).status_code == 404
    application.refresh_from_db()
    assert not application.is_open


def test_an_outsider_sees_an_empty_list(
    outsider_client: Client, application: Application
) -> None:
    assert "Quill" not in html(outsider_client.get(LIST))


def test_nothing_joins_with_what_is_somebody_elses(
    owner_client: Client, outsider: Person, application: Application
) -> None:
    theirs = make_application(person=outsider, company="Quill")
    response = owner_client.post(
        url("join", application.pk), {"application": theirs.pk}
    )
    assert response.status_code == 404
    assert "Quill</a>" not in html(owner_client.get(url("join", application.pk)))


@pytest.mark.parametrize("name", [*PRESSES])
def test_a_press_is_never_a_link(
    owner_client: Client, application: Application, name: str
) -> None:
    assert owner_client.get(url(name, application.pk)).status_code == 405


def test_without_a_session_nothing_is_shown(
    client: Client, application: Application
) -> None:
    response = client.get(url("detail", application.pk))
    assert response.status_code == 302
    assert "launch" in response.headers["Location"]


def test_a_taking_back_is_no_event_of_its_own(
    owner_client: Client, owner: Person, application: Application
) -> None:
    take_back(owner, make_no(application=application), now=NOW)
    void = event_of(application, EventKind.VOID)
    assert owner_client.post(url("undo", void.pk)).status_code == 404


def test_an_interview_without_a_new_day_yet_waits_for_nobodys_word(
    owner_client: Client, owner: Person, application: Application
) -> None:
    begins = (NOW + timedelta(days=3)).isoformat()
    event = add_round(owner, application, details={"starts_at": begins}, now=NOW)
    settle(owner, event, outcome=Outcome.MOVED, now=NOW)
    for page in (url("ahead"), url("detail", application.pk)):
        html = owner_client.get(page).content.decode()
        assert "Waiting for your word" not in html
        assert "It went ahead" not in html
        assert 'value="cancelled"' in html
    assert (
        "A new day is still to come" in owner_client.get(url("ahead")).content.decode()
    )
    settle(owner, event, outcome=Outcome.CANCELLED, now=NOW + timedelta(days=4))
    assert "A new day" not in owner_client.get(url("ahead")).content.decode()


def test_with_nothing_ahead_the_page_says_so_kindly(owner_client: Client) -> None:
    html = owner_client.get("/applications/ahead/").content.decode()
    assert "Nothing is arranged, and nothing is asked of you for now." in html
    assert "nobody waits" not in html
