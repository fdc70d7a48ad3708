"""The pages of the ledger's full strength: board, table, what lies ahead, what was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from onward.applications.models import Application, Event, SavedView
from onward.applications.rules.kinds import EventKind, Stage
from onward.applications.services import (
    add_event,
    add_round,
    add_stage,
    arrange,
    asks,
    new_batch,
    put_away_all,
    rounds_of,
    save_view,
    take_back,
)
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no

TOMORROW = (NOW.date() + timedelta(days=1)).isoformat()
YESTERDAY = (NOW.date() - timedelta(days=1)).isoformat()


@pytest.fixture(autouse=True)
def _standing_clock() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def url(name: str, *args: Any) -> str:
    return reverse(f"applications:{name}", args=args)


def html(response: Any) -> str:
    return str(response.content.decode())


def fresh(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


@pytest.fixture
def application(owner: Person) -> Application:
    return make_application(person=owner)


def interview(application: Application) -> Event:
    now = timezone.now()
    return add_event(
        application.person, application, kind=EventKind.INTERVIEW, at=now, now=now
    )


@pytest.mark.parametrize(
    "name", ["board", "table", "ahead", "changes", "stages", "shortcuts"]
)
def test_each_page_opens_empty_and_filled_and_shows_nobody_elses(
    owner_client: Client, outsider_client: Client, owner: Person, name: str
) -> None:
    assert owner_client.get(url(name)).status_code == 200
    make_application(person=owner, company="Oakrise")
    assert owner_client.get(url(name)).status_code == 200
    assert "Oakrise" not in html(outsider_client.get(url(name)))


def test_an_outsider_reaches_nothing(
    outsider_client: Client, owner: Person, application: Application
) -> None:
    event = interview(application)
    stage = add_stage(owner, name="Case", stage=Stage.INTERVIEW)
    view = save_view(owner, name="Mine", query="")
    batch = new_batch()
    put_away_all(owner, [application], now=timezone.now(), batch=batch)
    pages = [
        url(name, application.pk)
        for name in ("move_to", "close", "interview_add", "remind", "snooze")
    ]
    pages.append(url("arrange", event.pk))
    for page in pages:
        assert outsider_client.get(page).status_code == 404, page
    presses = [
        *pages,
        url("back_in_sight", application.pk),
        url("followed_up", application.pk),
        url("outcome", event.pk),
        url("done", event.pk),
        url("stage_remove", stage.pk),
        url("stage_restore", stage.pk),
        url("view_remove", view.pk),
        url("view_restore", view.pk),
        url("undo_batch", batch),
        url("redo_batch", batch),
    ]
    before = Event.objects.count()
    for press in presses:
        data = {"outcome": "cancelled"}
        assert outsider_client.post(press, data).status_code == 404, press
    chosen = {"application": str(application.pk), "to": "offer"}
    assert outsider_client.post(url("board_move"), chosen).status_code == 404
    bulk = {"application": str(application.pk), "action": "restore"}
    outsider_client.post(url("bulk"), bulk)
    assert Event.objects.count() == before


def test_a_card_is_moved_and_the_move_undone(
    owner_client: Client, application: Application
) -> None:
    data = {"application": str(application.pk), "to": "interview", "back": url("board")}
    page = html(owner_client.post(url("board_move"), data, follow=True))
    assert fresh(application).stage == Stage.INTERVIEW
    undo = re.search(r'action="(/applications/events/[^"]+/undo/)"', page)
    assert undo
    response = owner_client.post(undo[1], {"back": url("board")})
    assert response.headers["Location"] == url("board")
    assert fresh(application).stage == Stage.APPLIED


def test_a_card_is_moved_without_a_script(
    owner_client: Client, application: Application
) -> None:
    page = url("move_to", application.pk)
    assert "Move it" in html(owner_client.get(page, {"back": url("board")}))
    response = owner_client.post(page, {"to": "offer", "back": url("board")})
    assert response.headers["Location"] == url("board")
    assert fresh(application).stage == Stage.OFFER


def test_a_move_that_says_nothing_comes_back(
    owner_client: Client, application: Application
) -> None:
    response = owner_client.post(url("move_to", application.pk), {"to": "nowhere"})
    assert response.status_code == 422


def test_a_drop_on_closed_asks_how_it_ended(
    owner_client: Client, application: Application
) -> None:
    data = {"application": str(application.pk), "to": "closed"}
    response = owner_client.post(url("board_move"), data)
    closing = url("close", application.pk)
    assert response.headers["Location"] == closing
    assert fresh(application).is_open
    assert owner_client.post(closing, {"day": YESTERDAY}).status_code == 422
    said = owner_client.post(closing, {"kind": "withdrawal", "day": YESTERDAY})
    assert said.headers["Location"].startswith("/no/")
    assert fresh(application).no_kind == "i_said_no"


def test_another_site_is_nowhere_to_go_back_to(
    owner_client: Client, application: Application
) -> None:
    data = {"to": "offer", "back": "https://elsewhere.example/"}
    response = owner_client.post(url("move_to", application.pk), data)
    assert response.headers["Location"] == url("detail", application.pk)


def test_an_own_stage_is_added_used_removed_and_brought_back(
    owner_client: Client, owner: Person, application: Application
) -> None:
    data = {"name": "Case study", "stage": "interview"}
    owner_client.post(url("stages"), data)
    assert owner_client.post(url("stages"), data).status_code == 422
    own = owner.customstage_set.get()
    owner_client.post(url("move_to", application.pk), {"to": str(own.pk)})
    assert "Case study" in html(owner_client.get(url("detail", application.pk)))
    owner_client.post(url("stage_remove", own.pk))
    assert "Case study" not in html(owner_client.get(url("detail", application.pk)))
    owner_client.post(url("stage_restore", own.pk), {"back": url("changes")})
    assert "Case study" in html(owner_client.get(url("board")))


def test_the_pay_is_told_once(owner_client: Client, owner: Person) -> None:
    told = "42.500 Euro brutto im Jahr"
    application = make_application(
        person=owner,
        salary=told,
        salary_min="42500",
        salary_max="42500",
        salary_currency="EUR",
        salary_period="year",
    )
    page = html(owner_client.get(url("detail", application.pk)))
    facts = page.partition('<dl class="facts">')[2].partition("</dl>")[0]
    assert facts.count(told) == 1
    assert "EUR 42\u202f500 a year" not in facts
    Application.objects.update(salary="E11 TV-L")
    assert "E11 TV-L · EUR 42\u202f500 a year" in html(
        owner_client.get(url("detail", application.pk))
    )


def test_the_table_shows_the_columns_that_are_asked_for(
    owner_client: Client, owner: Person
) -> None:
    make_application(
        person=owner,
        work_mode="remote",
        salary_min="40000",
        salary_max="50000",
        salary_currency="EUR",
        salary_period="year",
        deadline="2026-12-01",
        referral="yes",
    )
    asked = {"column": ["work_mode", "salary", "deadline", "referral"]}
    page = html(owner_client.get(url("table"), asked))
    for words in ("Remote", "EUR 40\u202f000–50\u202f000 a year", "1 December 2026"):
        assert words in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"mode": "remote"}, ["Far"]),
        ({"source": "Fair"}, ["Far"]),
        ({"deadline": "none"}, ["Near"]),
        ({"deadline": "ahead"}, ["Far"]),
        ({"deadline": "week"}, ["Far"]),
        ({"deadline": "past"}, []),
        ({"sort": "deadline"}, ["Far", "Near"]),
        ({"mode": "nonsense", "column": "nonsense"}, ["Near", "Far"]),
    ],
)
def test_the_table_is_narrowed_and_ordered(
    owner_client: Client, owner: Person, query: dict[str, str], found: list[str]
) -> None:
    day = timezone.now() - timedelta(days=2)
    make_application(
        person=owner,
        company="Far",
        applied_at=day,
        work_mode="remote",
        source="Fair",
        deadline=TOMORROW,
    )
    make_application(person=owner, company="Near", applied_at=day + timedelta(days=1))
    page = html(owner_client.get(url("table"), query))
    assert re.findall(r'records__name" href="[^"]+">(\w+)<', page) == found


def test_a_view_is_saved_opened_and_removed(
    owner_client: Client, owner: Person, application: Application
) -> None:
    data = {"name": "Open ones", "query": "show=open&column=deadline"}
    response = owner_client.post(url("view_save"), data, follow=True)
    assert "Open ones" in html(response)
    assert response.request["QUERY_STRING"] == data["query"]
    unnamed = owner_client.post(url("view_save"), {"name": "", "query": "q=x"})
    assert unnamed.status_code == 422
    view = SavedView.objects.get()
    owner_client.post(url("view_remove", view.pk))
    assert "Open ones" in html(owner_client.get(url("changes")))
    owner_client.post(url("view_restore", view.pk))
    assert "Open ones" in html(owner_client.get(url("table")))


def test_many_are_tagged_and_that_is_undone_in_one_press(
    owner_client: Client, owner: Person
) -> None:
    rows = [make_application(person=owner, company=name) for name in "ABC"]
    data = {
        "application": [str(row.pk) for row in rows[:2]],
        "action": "tag",
        "add": "dream, near",
        "query": "show=open",
    }
    response = owner_client.post(url("bulk"), data, follow=True)
    page = html(response)
    assert "Done for 2 applications." in page
    assert [fresh(row).tags for row in rows] == [["dream", "near"]] * 2 + [[]]
    undo = re.search(r'action="(/applications/changes/[^"]+/undo/)"', page)
    assert undo
    owner_client.post(undo[1])
    assert not any(fresh(row).tags for row in rows)


def test_all_that_match_are_meant_where_that_is_ticked(
    owner_client: Client, owner: Person
) -> None:
    for number in range(60):
        make_application(person=owner, company=f"Acme {number}")
    other = make_application(person=owner, company="Other")
    data = {"all": "1", "query": "q=acme", "action": "archive"}
    owner_client.post(url("bulk"), data)
    assert Application.objects.filter(is_archived=True).count() == 60
    assert not fresh(other).is_archived


def test_a_no_for_many_leads_to_their_shared_quiet_time(
    owner_client: Client, owner: Person
) -> None:
    rows = [make_application(person=owner, company=name) for name in "AB"]
    data = {
        "application": [str(row.pk) for row in rows],
        "action": "no",
        "no": "rejection",
        "no_day": timezone.localdate().isoformat(),
    }
    response = owner_client.post(url("bulk"), data)
    assert response.headers["Location"] == "/no/"
    assert owner.quietwindow_set.count() == 1
    assert owner.quietwindow_set.get().noes.count() == 2


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"action": "tag"}, "Write a tag"),
        ({"action": "tag", "add": "x" * 41}, "longer than 40"),
        ({"action": "no", "no": "rejection", "no_day": TOMORROW}, "not come yet"),
        ({"action": "no", "no": "rejection"}, "Choose a day"),
        ({"action": "fact", "fact": "work_mode", "value": "moon"}, "on site, hybrid"),
        ({"action": "fact", "value": "x"}, "Choose a detail"),
        ({"action": "snooze", "until": YESTERDAY}, "lies ahead"),
        ({"action": "move"}, "Choose a stage"),
        ({}, "Choose what to do"),
    ],
)
def test_what_cannot_be_done_to_many_says_why_and_keeps_the_ticks(
    owner_client: Client, application: Application, data: dict[str, str], says: str
) -> None:
    before = Event.objects.count()
    chosen = {"application": str(application.pk), **data}
    response = owner_client.post(url("bulk"), chosen)
    assert response.status_code == 422
    page = html(response)
    assert says in page
    assert f'value="{application.pk}" checked' in page
    assert Event.objects.count() == before


def test_with_nothing_ticked_nothing_happens(owner_client: Client) -> None:
    response = owner_client.post(url("bulk"), {"action": "archive"}, follow=True)
    assert "Nothing was ticked" in html(response)


def test_a_word_for_a_choice_is_understood(
    owner_client: Client, application: Application
) -> None:
    data = {
        "application": str(application.pk),
        "action": "fact",
        "fact": "work_mode",
        "value": "On Site",
    }
    owner_client.post(url("bulk"), data)
    assert fresh(application).work_mode == "on_site"


def test_an_interview_has_day_zone_and_people(
    owner_client: Client, owner: Person, application: Application
) -> None:
    data = {
        "title": "Second round",
        "day": TOMORROW,
        "time": "09:00",
        "time_zone": "Asia/Tokyo",
        "format": "video",
        "people": "Ana Lind",
        "minutes": "45",
    }
    owner_client.post(url("interview_add", application.pk), data)
    (held,) = rounds_of(owner, application)
    assert held.starts_at is not None
    assert held.starts_at.utcoffset() == timedelta(hours=9)
    page = html(owner_client.get(url("detail", application.pk)))
    assert "(09:00 in Asia / Tokyo)" in page
    assert "45 minutes" in page
    assert "Ana Lind" in html(owner_client.get(url("ahead")))
    form = html(owner_client.get(url("arrange", held.event)))
    assert 'value="Asia/Tokyo" selected>Asia / Tokyo</option>' in form
    assert "Factory" not in form


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"time": "09:00"}, "Choose the day"),
        ({"day": "1889-01-01", "time": "09:00"}, "before 1990"),
        ({"link": "not a link"}, "not a web address"),
        ({"minutes": "long"}, "whole number"),
        ({"people": "x" * 301}, "longer than 300"),
    ],
)
def test_an_interview_that_cannot_be_kept_comes_back(
    owner_client: Client, application: Application, data: dict[str, str], says: str
) -> None:
    response = owner_client.post(url("interview_add", application.pk), data)
    assert response.status_code == 422
    assert says in html(response)


def test_an_interview_is_moved_cancelled_and_both_are_undone(
    owner_client: Client, owner: Person, application: Application
) -> None:
    event = interview(application)
    page = url("arrange", event.pk)
    assert owner_client.get(page).status_code == 200
    owner_client.post(page, {"day": TOMORROW, "time": "15:30", "place": "Room 4"})
    assert rounds_of(owner, application)[0].place == "Room 4"
    owner_client.post(url("outcome", event.pk), {"outcome": "cancelled"})
    assert asks(owner, now=timezone.now()) == []
    said = Event.objects.filter(kind=EventKind.ARRANGED).latest("number")
    owner_client.post(url("undo", said.pk))
    assert len(asks(owner, now=timezone.now())) == 1
    nonsense = owner_client.post(url("outcome", event.pk), {"outcome": "well"})
    assert nonsense.status_code == 404


def test_what_mail_told_of_better_since_the_page_was_opened_is_followed(
    owner_client: Client, owner: Person, application: Application
) -> None:
    now = timezone.now()
    bare = add_event(owner, application, kind=EventKind.INTERVIEW, at=now, now=now)
    better = interview(application)
    arrange(owner, better, details={"place": "Room 4"}, now=now)
    assert 'value="Room 4"' in html(owner_client.get(url("arrange", bare.pk)))
    owner_client.post(url("outcome", bare.pk), {"outcome": "cancelled"})
    assert asks(owner, now=timezone.now()) == []
    reply = add_event(owner, application, kind=EventKind.REPLY, at=now, now=now)
    assert owner_client.get(url("arrange", reply.pk)).status_code == 404
    assert owner_client.post(url("done", reply.pk)).status_code == 404


def test_a_test_is_done_and_an_interview_goes_ahead(
    owner_client: Client, owner: Person, application: Application
) -> None:
    now = timezone.now()
    test = add_event(owner, application, kind=EventKind.ASSESSMENT, at=now, now=now)
    page = html(owner_client.get(url("ahead")))
    assert ">I did it<" in page
    assert "It went ahead" not in page
    assert 'value="went_ahead">I did it<' in html(
        owner_client.get(url("arrange", test.pk))
    )
    owner_client.post(url("outcome", test.pk), {"outcome": "went_ahead"})
    assert ">I did it</span>" in html(owner_client.get(url("detail", application.pk)))
    interview(application)
    assert ">It went ahead<" in html(owner_client.get(url("ahead")))


def test_a_reminder_is_kept_done_and_undone(
    owner_client: Client, owner: Person, application: Application
) -> None:
    page = url("remind", application.pk)
    late = owner_client.post(page, {"remind-day": YESTERDAY})
    assert late.status_code == 422
    owner_client.post(page, {"remind-day": TOMORROW, "remind-note": "Ring Ana"})
    assert "Ring Ana" in html(owner_client.get(url("ahead")))
    event = Event.objects.get(kind=EventKind.REMINDER)
    owner_client.post(url("done", event.pk), {"back": url("ahead")})
    assert "Ring Ana" not in html(owner_client.get(url("ahead")))


def test_it_goes_out_of_sight_and_comes_back(
    owner_client: Client, application: Application
) -> None:
    page = url("snooze", application.pk)
    assert owner_client.post(page, {"snooze-day": YESTERDAY}).status_code == 422
    owner_client.post(page, {"snooze-day": TOMORROW})
    assert "Bright Harbour" not in html(owner_client.get(url("board")))
    assert "Bright Harbour" in html(owner_client.get(url("list"), {"show": "snoozed"}))
    owner_client.post(url("back_in_sight", application.pk))
    assert "Bright Harbour" in html(owner_client.get(url("board")))


def test_a_follow_up_is_recorded_or_let_be(owner_client: Client, owner: Person) -> None:
    ago = timezone.now() - timedelta(days=9)
    one = make_application(person=owner, company="One", applied_at=ago)
    other = make_application(person=owner, company="Other", applied_at=ago)
    assert html(owner_client.get(url("ahead"))).count("I followed up") == 2
    owner_client.post(url("followed_up", one.pk))
    owner_client.post(url("followed_up", other.pk), {"answer": "let-be"})
    assert "I followed up" not in html(owner_client.get(url("ahead")))
    assert fresh(one).follow_ups == 1


def test_no_follow_up_is_offered_while_it_is_quiet(
    owner_client: Client, owner: Person
) -> None:
    ago = timezone.now() - timedelta(days=9)
    make_application(person=owner, company="One", applied_at=ago)
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    assert "I followed up" not in html(owner_client.get(url("ahead")))


def test_no_follow_up_is_offered_once_an_offer_was_accepted(
    owner_client: Client, owner: Person
) -> None:
    now = timezone.now()
    make_application(person=owner, applied_at=now - timedelta(days=9))
    assert "I followed up" in html(owner_client.get(url("ahead")))
    taken = make_application(person=owner, company="Acme", applied_at=now)
    add_event(owner, taken, kind=EventKind.ACCEPTANCE, at=now, now=now)
    assert "I followed up" not in html(owner_client.get(url("ahead")))
    owner_client.post("/applying/going-on/", {"answer": "on"})
    assert "I followed up" in html(owner_client.get(url("ahead")))


def test_when_to_hear_of_follow_ups_is_kept(owner_client: Client) -> None:
    data = {"first_after_days": "5", "again_after_days": "9", "most": "1"}
    owner_client.post(url("ahead"), data)
    assert 'value="5"' in html(owner_client.get(url("ahead")))
    bad = owner_client.post(url("ahead"), data | {"most": "99"})
    assert bad.status_code == 422


def test_what_was_changed_is_undone_and_brought_back_there(
    owner_client: Client, application: Application
) -> None:
    data = {
        "company": "Brighter Harbour",
        "tags": "dream",
        "work_mode": "hybrid",
        "deadline": "2026-12-01",
        "salary_min": "30000",
        "salary_currency": "gbp",
    }
    owner_client.post(url("edit", application.pk), data)
    after = fresh(application)
    assert (after.company, after.tags) == ("Brighter Harbour", ["dream"])
    assert (after.deadline, after.salary_currency) == ("2026-12-01", "GBP")
    page = html(owner_client.get(url("changes")))
    undo = re.search(r'action="(/applications/changes/[^"]+/undo/)"', page)
    assert undo
    owner_client.post(undo[1], {"back": url("changes")})
    before = fresh(application)
    assert (before.company, before.tags) == ("Bright Harbour", [])
    owner_client.post(undo[1].replace("undo", "redo"))
    assert fresh(application).tags == ["dream"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"salary_min": "5", "salary_max": "4"}, "below the lower"),
        ({"salary_min": "4k"}, "whole number"),
        ({"salary_currency": "EURO"}, "3 characters"),
        ({"salary_currency": "E1"}, "three letters"),
        ({"deadline": "1889-01-01"}, "before 1990"),
        ({"tags": ", ".join(str(n) for n in range(13))}, "12 tags"),
    ],
)
def test_a_detail_that_cannot_be_kept_says_why(
    owner_client: Client, application: Application, data: dict[str, str], says: str
) -> None:
    response = owner_client.post(
        url("edit", application.pk), {"company": "Acme", **data}
    )
    assert response.status_code == 422
    assert says in html(response)


def test_every_page_offers_to_add_one_and_names_the_keys(owner_client: Client) -> None:
    page = html(owner_client.get("/"))
    assert "data-quick-add" in page
    assert 'href="/applications/add/"' in page
    assert "Shift" in html(owner_client.get(url("shortcuts")))


def test_how_an_interview_went_is_not_asked_once_the_answer_came(
    owner_client: Client, owner: Person, application: Application
) -> None:
    now = timezone.now()
    begins = now - timedelta(days=5)
    add_round(owner, application, details={"starts_at": begins}, now=now)
    page = url("detail", application.pk)
    assert ">It went ahead<" in html(owner_client.get(page))
    no = add_event(owner, application, kind=EventKind.REJECTION, at=now, now=now)
    told = html(owner_client.get(page))
    assert ">It went ahead<" not in told
    assert ">Cancelled<" not in told
    take_back(owner, no, now=now)
    assert ">It went ahead<" in html(owner_client.get(page))


def test_what_was_changed_tells_of_an_interview_when_it_is_and_what_became_of_it(
    owner_client: Client, owner: Person, application: Application
) -> None:
    begins = NOW + timedelta(days=3)
    event = add_round(owner, application, details={"starts_at": begins}, now=NOW)
    later = begins + timedelta(days=1)
    arrange(owner, event, details={"starts_at": later}, now=NOW)
    page = html(owner_client.get(url("changes")))
    days = [
        timezone.localtime(at).strftime("%-d %B %Y, %H:%M") for at in (begins, later)
    ]
    assert all(day in page for day in days)
    assert "Interview moved" in page
    assert "What was arranged" not in page
    assert reverse("mail:review") in page


def test_what_waits_for_a_word_stands_in_the_order_of_its_days(
    owner: Person, owner_client: Client
) -> None:
    now = timezone.now()
    for company, days in (("Later", 4), ("Undated", 0), ("Sooner", 2)):
        event = add_event(
            owner,
            make_application(person=owner, company=company),
            kind=EventKind.INFORMATION_REQUEST,
            at=now,
            now=now,
        )
        if days:
            until = timezone.localdate() + timedelta(days=days)
            arrange(owner, event, details={"until": until}, now=now)
    page = html(owner_client.get(url("ahead")))
    places = [page.index(company) for company in ("Sooner", "Later", "Undated")]
    assert places == sorted(places)


def test_each_button_of_what_lies_ahead_says_of_which_interview_it_is(
    owner: Person, owner_client: Client
) -> None:
    begins = timezone.now() + timedelta(days=5)
    for company in ("Fernhill", "Osier Works"):
        application = make_application(person=owner, company=company)
        details = {"starts_at": begins}
        add_round(owner, application, details=details, now=timezone.now())
    page = html(owner_client.get(url("ahead")))
    names = [
        " ".join(strip_tags(words).split())
        for words in re.findall(r"<(?:a|button) [^>]*button--quiet[^>]*>(.*?)</", page)
        if "visually-hidden" in words
    ]
    assert len(names) == len(set(names)) == 4
    for company in ("Fernhill", "Osier Works"):
        assert sum(company in name for name in names) == 2
        assert any(name.startswith("Cancelled: Interview, ") for name in names)


def test_what_was_said_takes_the_focus_after_a_press(
    owner: Person, owner_client: Client
) -> None:
    application = make_application(person=owner)
    details = {"starts_at": timezone.now() + timedelta(days=5)}
    event = add_round(owner, application, details=details, now=timezone.now())
    page = html(
        owner_client.post(
            url("outcome", event.pk),
            {"outcome": "cancelled", "back": url("ahead")},
            follow=True,
        )
    )
    opened = page.partition('<ul class="messages"')[2].partition(">")[0]
    assert 'tabindex="-1" autofocus' in opened
    assert "autofocus" not in html(owner_client.get(url("ahead")))
