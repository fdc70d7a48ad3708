"""Two windows with the same form: what one wrote stays when the other is saved."""

from __future__ import annotations

from datetime import date, datetime, time
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Event
from onward.applications.rules.payload import MOST_TAGS, Outcome
from onward.applications.services import add_round, arrange, round_of
from onward.core.dates import zone
from onward.people.models import Person
from tests.builders import NOW, make_application

pytestmark = pytest.mark.django_db


class Fields(HTMLParser):
    """What a browser would send of the first form with inputs of its own."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._select = self._text = ""
        self.feed(page[page.index("<main") :])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name") or ""
        is_off = given.get("type") in {"radio", "checkbox"} and "checked" not in given
        if tag == "input" and name and not is_off:
            self.values[name] = (given.get("value") or "").replace("\n", "\r\n")
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in given:
            self.values[self._select] = given.get("value") or ""
        elif tag == "textarea":
            self._text, self.values[name] = name, ""

    def handle_data(self, data: str) -> None:
        if self._text:
            # The first end of a line is none of the text; browsers send two characters.
            data = data.replace("\r\n", "\n").removeprefix("\n")
            self.values[self._text] += data.replace("\n", "\r\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._text = ""


def window(client: Client, url: str) -> dict[str, str]:
    return Fields(client.get(url).content.decode()).values


def saved(client: Client, url: str, window: dict[str, str], **typed: str) -> Any:
    return client.post(url, window | typed)


def test_details_that_another_window_wrote_stay(
    owner_client: Client, owner: Person
) -> None:
    application = make_application(person=owner, company="Quill", role="Editor")
    url = reverse("applications:edit", args=[application.pk])
    first, second = window(owner_client, url), window(owner_client, url)
    pay = {"salary_min": "41000", "work_mode": "remote", "tags": "near"}
    saved(owner_client, url, first, deadline="2026-12-20", place="Bergen", **pay)
    saved(owner_client, url, second, tags="liked", role="Copy editor")
    application.refresh_from_db()
    assert (application.deadline, application.place) == ("2026-12-20", "Bergen")
    assert (application.salary_min, application.work_mode) == ("41000", "remote")
    assert application.role == "Copy editor"
    assert application.tags == ["near", "liked"]
    # What this window itself takes away goes.
    third = window(owner_client, url)
    saved(owner_client, url, third, deadline="", work_mode="", tags="liked")
    application.refresh_from_db()
    assert (application.deadline, application.work_mode) == ("", "")
    assert (application.tags, application.place) == (["liked"], "Bergen")


@pytest.fixture
def held(owner: Person) -> Event:
    """Return an interview in Madrid's morning, with its place."""
    owner.time_zone = "Europe/Madrid"
    owner.save()
    begins = datetime(2031, 5, 6, 9, 30, tzinfo=zone("Europe/Madrid"))
    details = {"starts_at": begins, "place": "Old Street 1", "minutes": 45}
    application = make_application(person=owner)
    return add_round(owner, application, details=details, now=NOW)


def arrange_url(held: Event) -> str:
    return reverse("applications:arrange", args=[held.pk])


def stands(held: Event) -> tuple[str, str, str]:
    """Return when the interview begins, by its own clock, where, and the note."""
    found = round_of(held.person, held)
    assert found.starts_at is not None
    begins = found.starts_at.astimezone(zone(found.time_zone or "Europe/Madrid"))
    return f"{begins:%Y-%m-%d %H:%M}", found.place, found.note


def test_a_note_brings_back_no_day_and_no_place(
    owner_client: Client, held: Event
) -> None:
    url = arrange_url(held)
    first, second = window(owner_client, url), window(owner_client, url)
    saved(owner_client, url, first, day="2031-05-09", place="New Street 9")
    saved(owner_client, url, second, note="bring papers")
    assert stands(held) == ("2031-05-09 09:30", "New Street 9", "bring papers")


def test_what_mail_moves_while_the_form_is_open_stays_moved(
    owner_client: Client, owner: Person, held: Event
) -> None:
    url = arrange_url(held)
    opened = window(owner_client, url)
    later = datetime(2031, 5, 12, 16, 0, tzinfo=zone("Asia/Tokyo"))
    moved = {"starts_at": later, "time_zone": "Asia/Tokyo", "outcome": Outcome.MOVED}
    arrange(owner, held, details=moved, now=NOW)
    before = Event.objects.count()
    saved(owner_client, url, opened)
    assert Event.objects.count() == before
    saved(owner_client, url, opened, people="Ana Lind")
    assert stands(held) == ("2031-05-12 16:00", "Old Street 1", "")
    assert round_of(owner, held).people == "Ana Lind"


def test_a_day_its_hour_and_its_clock_are_said_as_one(
    owner_client: Client, owner: Person, held: Event
) -> None:
    url = arrange_url(held)
    opened = window(owner_client, url)
    later = datetime(2031, 5, 12, 16, 0, tzinfo=zone("Asia/Tokyo"))
    moved = {"starts_at": later, "time_zone": "Asia/Tokyo", "place": "Room 4"}
    arrange(owner, held, details=moved, now=NOW)
    # The person reads half past nine in Madrid, and makes that eleven.
    saved(owner_client, url, opened, time="11:00")
    assert stands(held) == ("2031-05-06 11:00", "Room 4", "")
    assert round_of(owner, held).time_zone == ""


def test_a_last_day_and_its_hour_are_said_as_one(
    owner_client: Client, owner: Person, held: Event
) -> None:
    url = arrange_url(held)
    asked = {"until": date(2031, 5, 3), "until_hour": time(12)}
    arrange(owner, held, details=asked, now=NOW)
    opened = window(owner_client, url)
    arrange(
        owner,
        held,
        details={"until": date(2031, 5, 5), "until_hour": time(17)},
        now=NOW,
    )
    saved(owner_client, url, opened, until_hour="14:00")
    found = round_of(owner, held)
    assert (found.until, found.until_hour) == (date(2031, 5, 3), time(14))


def test_what_this_window_empties_is_empty(owner_client: Client, held: Event) -> None:
    url = arrange_url(held)
    saved(owner_client, url, window(owner_client, url), place="", minutes="")
    assert stands(held)[1] == ""
    assert round_of(held.person, held).minutes is None


def test_a_form_that_comes_back_keeps_what_it_was_opened_with(
    owner_client: Client, held: Event
) -> None:
    url = arrange_url(held)
    first, second = window(owner_client, url), window(owner_client, url)
    saved(owner_client, url, first, day="2031-05-09", place="New Street 9")
    answer = saved(owner_client, url, second, minutes="long", note="bring papers")
    assert answer.status_code == 422
    again = Fields(answer.content.decode()).values
    saved(owner_client, url, again, minutes="60")
    assert stands(held) == ("2031-05-09 09:30", "New Street 9", "bring papers")


def test_a_form_that_came_back_still_knows_what_it_was_shown_with(
    owner_client: Client, owner: Person
) -> None:
    application = make_application(person=owner, company="Quill", role="Editor")
    url = reverse("applications:edit", args=[application.pk])
    second = window(owner_client, url)
    answer = saved(owner_client, url, second, salary_currency="kroner", place="Voss")
    assert answer.status_code == 422
    again = Fields(answer.content.decode()).values
    assert (again["place"], again["initial-place"]) == ("Voss", "")
    saved(owner_client, url, window(owner_client, url), deadline="2026-12-20")
    assert saved(owner_client, url, again, salary_currency="NOK").status_code == 302
    application.refresh_from_db()
    assert (application.place, application.deadline) == ("Voss", "2026-12-20")


def test_what_two_windows_make_together_is_looked_at_too(
    owner_client: Client, owner: Person
) -> None:
    application = make_application(person=owner, company="Quill", role="Editor")
    url = reverse("applications:edit", args=[application.pk])
    first, second = window(owner_client, url), window(owner_client, url)
    tags = ", ".join(f"a{number}" for number in range(MOST_TAGS))
    saved(owner_client, url, first, salary_min="50000", tags=tags)
    answer = saved(owner_client, url, second, salary_max="40000", tags="b")
    assert answer.status_code == 422
    assert "salary_max" in answer.context["form"].errors
    assert "tags" in answer.context["form"].errors


def test_settings_that_another_window_wrote_stay(
    owner_client: Client, owner: Person
) -> None:
    url = reverse("people:settings")
    first, second = window(owner_client, url), window(owner_client, url)
    saved(owner_client, url, first, name="Ro", time_zone="Asia/Tokyo")
    assert saved(owner_client, url, second, theme="dark").status_code == 302
    owner.refresh_from_db()
    assert (owner.name, owner.theme) == ("Ro", "dark")
    assert owner.time_zone == "Asia/Tokyo"
