from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.services import EventDraft, commit_events
from onward.core.ids import uuid7
from onward.method.outlook.models import FirstThing, Stone
from onward.method.outlook.rules.pictures import PictureName
from onward.method.outlook.rules.stones import StoneKind
from onward.method.outlook.services.keeping import keep_stone
from onward.method.outlook.services.quiet import close_quiet, presses
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no
from tests.mail.test_learning import waiting

pytestmark = pytest.mark.usefixtures("still_clock")
DAY = timedelta(days=1)


def _page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def _search(person: Person, *, quiet: int = 12, interviews: int = 3) -> None:
    for number in range(quiet):
        make_application(
            person=person,
            company=f"Mill {number}",
            applied_at=NOW - (40 + number) * DAY,
        )
    for _ in range(interviews):
        make_application(
            person=person,
            applied_at=NOW - 40 * DAY,
            events=((EventKind.INTERVIEW, NOW - 33 * DAY),),
        )


@pytest.fixture
def no(owner: Person) -> Event:
    application = make_application(
        person=owner, events=((EventKind.INTERVIEW, NOW - 3 * DAY),)
    )
    event = make_no(application=application)
    catch_up(owner, now=NOW)
    return event


def test_offers_that_were_taken_away_are_said_to_be(
    owner_client: Client, owner: Person
) -> None:
    _search(owner)
    said = "of these offers was taken away again"
    application = make_application(
        person=owner,
        applied_at=NOW - 40 * DAY,
        events=(
            (EventKind.INTERVIEW, NOW - 33 * DAY),
            (EventKind.OFFER, NOW - 20 * DAY),
        ),
    )
    assert said not in _page(owner_client, "/outlook/")
    make_no(application=application, kind=EventKind.POSITION_CLOSED, at=NOW - DAY)
    assert f"1 {said}" in _page(owner_client, "/outlook/?anyway=1")


def test_where_nothing_was_counted_no_range_is_shown(
    owner_client: Client, owner: Person
) -> None:
    _search(owner, interviews=0)
    html = _page(owner_client, "/outlook/")
    rates = strip_tags(html[html.index("The rates") : html.index("What going on")])
    offers = rates.split("Interview to offer")[1:]
    assert len(offers) == 2
    for line in offers:
        assert "nothing to count yet" in line
        assert "not known yet" in line
        assert "%" not in line
    assert "0 of 0" not in html
    assert "0 of 0" not in _page(owner_client, "/outlook/pictures/funnel/")


def test_all_numbers_are_folded_until_opened(
    owner_client: Client, owner: Person
) -> None:
    _search(owner)
    html = _page(owner_client, "/outlook/")
    assert "Of your 15 answered or closed applications, 3 led to an interview." in html
    assert '<details class="fold" open' not in html
    outside = html
    while "<details" in outside:
        before, _, rest = outside.partition("<details")
        outside = before + rest.partition("</details>")[2]
    assert "15" not in strip_tags(outside)
    assert "%" not in strip_tags(outside)


def test_under_ten_resolved_it_is_too_early(
    owner_client: Client, owner: Person
) -> None:
    _search(owner, quiet=6)
    html = _page(owner_client, "/outlook/")
    assert "Too early to say anything from your own numbers." in html
    assert "from searches that people published" in html
    owner_client.post("/outlook/prior/", {"use": "no"})
    html = _page(owner_client, "/outlook/")
    assert "At the moment only your own numbers count." in html
    assert "One week, and four weeks of it" not in html


def test_zero_interviews_are_still_a_range(owner_client: Client, owner: Person) -> None:
    _search(owner, quiet=40, interviews=0)
    html = _page(owner_client, "/outlook/")
    assert "40 answered or closed applications, 0 led" in html
    assert "1 to 6 %" in html


def test_the_slider_works_without_javascript_and_opens_its_answer(
    owner_client: Client, owner: Person
) -> None:
    _search(owner)
    html = _page(owner_client, "/outlook/?weekly=8")
    assert "8 applications a week:" in html
    assert 'value="8"' in html
    assert '<th scope="row">32</th>' in html
    assert '<details class="fold" open' in html


@pytest.mark.parametrize("weekly", ["0", "31", "x", "-4", "1e9", ""])
def test_an_effort_that_cannot_be_meant_shows_the_usual_pace(
    owner_client: Client, owner: Person, weekly: str
) -> None:
    _search(owner)
    assert "applications a week:" in _page(owner_client, f"/outlook/?weekly={weekly}")


def test_two_counts_on_one_page_say_why_they_differ(
    owner_client: Client, owner: Person
) -> None:
    _search(owner, quiet=8, interviews=0)
    for _ in range(2):
        make_application(
            person=owner,
            applied_at=NOW - 20 * DAY,
            events=((EventKind.REPLY, NOW - 3 * DAY),),
        )
    html = strip_tags(_page(owner_client, "/outlook/"))
    assert "10 decided applications are needed for that; decided so far: 8." in html
    assert "One that is being talked about counts once it is decided" in html
    assert "from 10 that were answered in any way or silent for 30 days" in html


def test_htmx_gets_the_effort_alone(owner_client: Client, owner: Person) -> None:
    _search(owner)
    answer = owner_client.get("/outlook/?weekly=3", headers={"HX-Request": "true"})
    html = answer.content.decode()
    assert html.strip().startswith('<form id="effort"')
    assert "<h1" not in html


def test_in_a_quiet_window_there_are_no_numbers_unless_asked_for(
    owner_client: Client, owner: Person, no: Event
) -> None:
    _search(owner)
    for path in ("/outlook/", "/outlook/pictures/way/", "/outlook/quiet/"):
        html = _page(owner_client, path)
        assert "The longer view rests" in html
        assert "Mill 3" not in html
        assert "answered or closed" not in html
        assert "%" not in html
    html = _page(owner_client, "/outlook/?asked=1")
    assert "answered or closed applications" in html
    assert '<svg class="chart__sheet"' in _page(
        owner_client, "/outlook/pictures/way/?asked=1"
    )


def test_in_a_quiet_window_the_files_of_a_picture_rest_with_its_page(
    owner_client: Client, owner: Person, no: Event
) -> None:
    _search(owner)
    for kind in ("svg", "png"):
        path = f"/outlook/pictures/lines/export.{kind}"
        html = _page(owner_client, f"{path}?names=hidden")
        assert "The longer view rests" in html
        assert f'href="{path}?names=hidden&amp;asked=1"' in html
        html = _page(owner_client, "/outlook/pictures/lines/?names=hidden&asked=1")
        assert f"export.{kind}?names=hidden&amp;asked=1" in html
        asked = owner_client.get(f"{path}?names=hidden&asked=1")
        assert "attachment" in asked["Content-Disposition"]


def test_no_page_says_odds_of_one_job_or_a_date(
    owner_client: Client, owner: Person
) -> None:
    _search(owner)
    assert "Mill 3" not in _page(owner_client, "/outlook/?weekly=5")


@pytest.mark.parametrize("name", list(PictureName))
def test_each_picture_has_words_a_table_and_two_files(
    owner_client: Client, owner: Person, name: PictureName
) -> None:
    _search(owner)
    html = _page(owner_client, f"/outlook/pictures/{name}/")
    assert html.count('role="img"') == 2
    assert "The same as a table" in html
    svg = owner_client.get(f"/outlook/pictures/{name}/export.svg")
    assert svg["Content-Type"] == "image/svg+xml"
    assert f"onward-{name}.svg" in svg["Content-Disposition"]
    png = owner_client.get(f"/outlook/pictures/{name}/export.png")
    assert png.content.startswith(b"\x89PNG")


@pytest.mark.parametrize("name", list(PictureName))
def test_nothing_to_draw_is_said(
    owner_client: Client, owner: Person, name: PictureName
) -> None:
    assert "nothing to draw yet" in _page(owner_client, f"/outlook/pictures/{name}/")
    assert owner_client.get(f"/outlook/pictures/{name}/export.svg").status_code == 404


def test_an_unknown_picture_is_not_found(owner_client: Client) -> None:
    assert owner_client.get("/outlook/pictures/pie/").status_code == 404


def test_names_can_be_hidden_also_in_the_files(
    owner_client: Client, owner: Person
) -> None:
    _search(owner)
    assert "Mill 3" in _page(owner_client, "/outlook/pictures/lines/")
    html = _page(owner_client, "/outlook/pictures/lines/?names=hidden")
    assert "Mill 3" not in html
    assert "export.svg?names=hidden" in html
    svg = owner_client.get("/outlook/pictures/lines/export.svg?names=hidden")
    assert b"Mill 3" not in svg.content


def test_one_is_closed_left_open_or_all_are_and_each_is_undone(
    owner_client: Client, owner: Person
) -> None:
    _search(owner, interviews=0)
    html = _page(owner_client, "/outlook/quiet/")
    assert "about 1 in 130" in html
    assert "Close all 12 of these" in html
    one, other = Application.objects.order_by("pk")[:2]
    owner_client.post("/outlook/quiet/close/", {"application": str(one.pk)})
    owner_client.post(f"/outlook/quiet/{other.pk}/leave/")
    assert "Close all 10 of these" in _page(owner_client, "/outlook/quiet/")
    answer = owner_client.post("/outlook/quiet/close/", {"which": "all"}, follow=True)
    assert "Closed as quiet: 10 applications." in answer.content.decode()
    assert Application.objects.filter(is_open=True).count() == 1
    press = presses(owner, now=NOW)[0]
    answer = owner_client.post(f"/outlook/quiet/press/{press.id}/undo/", follow=True)
    assert "Taken back: 10 applications are open again." in answer.content.decode()
    assert Application.objects.filter(is_open=True).count() == 11


def test_each_quiet_one_says_what_came_and_for_how_long_nothing_did(
    owner_client: Client, owner: Person
) -> None:
    for kind in (EventKind.CONFIRMATION, EventKind.INTERVIEW):
        make_application(
            person=owner,
            applied_at=NOW - 50 * DAY,
            events=((kind, NOW - 45 * DAY),),
        )
    make_application(person=owner, applied_at=NOW - 41 * DAY)
    html = _page(owner_client, "/outlook/quiet/")
    day = f"{NOW - 45 * DAY:%-d %B %Y}"
    sent = f"{NOW - 41 * DAY:%-d %B %Y}"
    assert "never answered" not in html
    assert f"received on {day}, nothing since, for 45 days" in html
    assert f"sent on {sent}, nothing came in 41 days" in html
    later = html.split("after there had been an answer")[1]
    assert f"last sign on {day}" in later


def test_a_press_on_what_was_answered_meanwhile_says_so(
    owner_client: Client, owner: Person
) -> None:
    application = make_application(person=owner, applied_at=NOW - 40 * DAY)
    make_no(application=application)
    answer = owner_client.post(
        "/outlook/quiet/close/", {"application": str(application.pk)}, follow=True
    )
    assert "Nothing to close" in answer.content.decode()
    assert (
        owner_client.post("/outlook/quiet/close/", {"application": "x"}).status_code
        == 404
    )


def test_a_stone_is_written_on_the_page_of_a_no_and_deleted(
    owner_client: Client, no: Event
) -> None:
    with time_machine.travel(NOW + 2 * DAY, tick=False):
        assert "What it left behind" in _page(owner_client, f"/no/{no.pk}/")
        path = f"/outlook/stones/no/{no.pk}/"
        assert "an interview with them" in _page(owner_client, path)
        owner_client.post(path, {"kind": "skill", "text": "Say numbers first"})
        assert "Say numbers first" in _page(owner_client, f"/no/{no.pk}/")
        assert "Say numbers first" in _page(owner_client, "/outlook/stones/")
        owner_client.post(f"/outlook/stones/{Stone.objects.get().pk}/delete/")
        assert not Stone.objects.exists()


def test_the_stones_say_where_one_is_written_but_not_in_the_quiet_time(
    owner_client: Client, no: Event
) -> None:
    link = '<a href="/no/">Where a no was said</a>'
    assert link not in _page(owner_client, "/outlook/stones/").partition("<main")[2]
    with time_machine.travel(NOW + 2 * DAY, tick=False):
        page = _page(owner_client, "/outlook/stones/").partition("<main")[2]
    assert link in page
    assert no.application.role in page


def test_in_the_quiet_time_nothing_good_is_looked_for_in_a_no(
    owner_client: Client, owner: Person, no: Event
) -> None:
    paths = (f"/no/{no.pk}/", f"/outlook/stones/no/{no.pk}/", "/outlook/stones/")
    pages = [_page(owner_client, path) for path in paths]
    assert not any("an interview with them" in html for html in pages)
    assert "What it left behind" not in pages[0]
    keep_stone(owner, origin=no, kind=StoneKind.SKILL, text="Numbers first", now=NOW)
    pages = [_page(owner_client, path) for path in paths]
    assert "Numbers first" in pages[0]
    assert "Numbers first" in pages[2]
    assert not any("an interview with them" in html for html in pages)
    with time_machine.travel(NOW + 2 * DAY, tick=False):
        for path in paths:
            assert "an interview with them" in _page(owner_client, path)


def test_a_stone_without_words_comes_back_with_what_was_chosen(
    owner_client: Client, no: Event
) -> None:
    answer = owner_client.post(
        f"/outlook/stones/no/{no.pk}/", {"kind": "contact", "text": ""}
    )
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "Not saved yet" in html
    assert re.search(r'<input[^>]*value="contact"[^>]*checked', html)


def test_the_first_thing_is_chosen_and_shown_on_the_day_of_a_no(
    owner_client: Client, owner: Person
) -> None:
    make_application(person=owner)
    assert "Before the next no" in _page(owner_client, "/")
    owner_client.post("/outlook/first-thing/", {"will_text": "walk around the pond"})
    assert "walk around the pond" not in _page(owner_client, "/")
    event = make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    assert "walk around the pond" in _page(owner_client, "/")
    assert "walk around the pond" in _page(owner_client, f"/no/{event.pk}/")


def test_a_first_thing_that_is_too_long_comes_back(owner_client: Client) -> None:
    answer = owner_client.post("/outlook/first-thing/", {"will_text": "x" * 201})
    assert answer.status_code == 422
    assert "x" * 201 in answer.content.decode()
    assert not FirstThing.objects.exists()


def test_today_offers_the_list_of_what_went_quiet(
    owner_client: Client, owner: Person
) -> None:
    _search(owner, quiet=3, interviews=0)
    assert "Some applications have gone quiet" in _page(owner_client, "/")


def test_an_outsider_sees_and_moves_nothing(
    owner: Person, outsider_client: Client, no: Event
) -> None:
    _search(owner)
    quiet = make_application(person=owner, applied_at=NOW - 50 * DAY)
    close_quiet(owner, [quiet.pk], now=NOW)
    press = presses(owner, now=NOW)[0]
    stone = Stone.objects.create(
        person=owner, origin=no, at=NOW, kind="skill", text="mine"
    )
    for path in (
        f"/outlook/quiet/{quiet.pk}/leave/",
        f"/outlook/quiet/press/{press.id}/undo/",
        f"/outlook/stones/{stone.pk}/delete/",
        f"/outlook/stones/no/{no.pk}/",
    ):
        assert outsider_client.post(path).status_code == 404
    for path in ("/outlook/", "/outlook/quiet/", "/outlook/stones/"):
        html = _page(outsider_client, path)
        assert "Mill" not in html
        assert "mine" not in html
    assert outsider_client.get("/outlook/pictures/way/export.svg").status_code == 404
    assert outsider_client.get(f"/outlook/stones/no/{no.pk}/").status_code == 404


@pytest.mark.parametrize("count", [20, 60])
def test_the_number_of_queries_does_not_grow_with_the_search(
    owner_client: Client,
    owner: Person,
    count: int,
    django_assert_max_num_queries: object,
) -> None:
    _search(owner, quiet=count)
    owner_client.get("/outlook/")
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        owner_client.get("/outlook/")


@pytest.mark.parametrize(
    ("waiting", "words"),
    [(1, "1 is still on its way."), (2, "2 are still on their way.")],
)
def test_what_is_on_its_way_is_counted_in_words(
    owner_client: Client, owner: Person, waiting: int, words: str
) -> None:
    _search(owner)
    for _ in range(waiting):
        make_application(person=owner, applied_at=NOW - 3 * DAY)
    assert words in _page(owner_client, "/outlook/")


def _received_twice(
    owner: Person, words: str, *, by: DecidedBy = DecidedBy.RULE
) -> None:
    row = make_application(person=owner, company="Oak Mill", applied_at=NOW - 80 * DAY)
    told = ((75, DecidedBy.RULE, "We have received your application"), (45, by, words))
    drafts = [
        EventDraft(
            application_id=row.pk,
            kind=EventKind.CONFIRMATION,
            at=NOW - days * DAY,
            decided_by=decided_by,
            source_kind=SourceKind.MESSAGE,
            source_id=uuid7(),
            payload={"words": said} if said else {},
        )
        for days, decided_by, said in told
    ]
    commit_events(owner, drafts, now=NOW)


@pytest.mark.parametrize(
    ("words", "by", "told"),
    [
        ("aucune décision n'a encore été prise", DecidedBy.RULE, "still under way on"),
        ("Wir haben Ihre Unterlagen erhalten", DecidedBy.RULE, "received on"),
        ("Your application was sent to", DecidedBy.RULE, "received on"),
        ("Your application was viewed", DecidedBy.RULE, "looked at on"),
        ("Deine Bewerbung wurde angesehen", DecidedBy.RULE, "looked at on"),
        ("", DecidedBy.RULE, "received on"),
        ("", DecidedBy.PERSON, "received on"),
        ("No decision has been made", DecidedBy.PERSON, "received on"),
    ],
)
def test_of_a_later_receipt_no_more_is_told_than_it_said(
    owner_client: Client, owner: Person, words: str, by: DecidedBy, told: str
) -> None:
    _received_twice(owner, words, by=by)
    html = _page(owner_client, "/outlook/quiet/")
    assert f"{told} {NOW - 45 * DAY:%-d %B %Y}" in html
    assert ("as they wrote" in html) == told.startswith("still")


def test_a_word_that_it_is_under_way_and_mail_that_waits_are_told(
    owner_client: Client, owner: Person
) -> None:
    _received_twice(owner, "No decision has been made on any application.")
    make_application(
        person=owner, company="Quillmoor", role="Clerk", applied_at=NOW - 50 * DAY
    )
    mail = waiting(owner, "Clerk")
    html = _page(owner_client, "/outlook/quiet/")
    day = f"{NOW - 45 * DAY:%-d %B %Y}"
    assert f"still under way on {day}, as they wrote, nothing since, for 45" in html
    assert "a mail of 10 March waits to be looked at" in html
    assert reverse("mail:message", args=[mail.pk]) in html
    assert "Close this one" in html
