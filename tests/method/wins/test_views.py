from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner
from django.test import Client

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import add_event, take_back
from onward.mail.services.importing import import_paths
from onward.method.plan.services import catch_up
from onward.method.plan.today import is_resting
from onward.method.wins.commands import win_command, wins_command
from onward.method.wins.jobs import notify_on_friday
from onward.method.wins.models import ForwardStep, Treat, Win, WinsChoice
from onward.method.wins.rules import WinKind
from onward.method.wins.services import add_own, mark, wall
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no, quiet
from tests.mail.own_story import story
from tests.mail.raw_mail import make_mbox

pytestmark = pytest.mark.usefixtures("still_clock")
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def callback(
    person: Person, *, at: datetime = NOW - HOUR, company: str = "Bright Harbour"
) -> Win:
    """Return the win of an interview that was asked for at this moment."""
    application = make_application(person=person, company=company)
    event = add_event(
        person, application, kind=EventKind.INTERVIEW, at=at, now=max(at, NOW)
    )
    catch_up(person, now=max(at, NOW))
    return Win.objects.get(event=event)


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_win_is_found_once_and_stands_on_the_wall(
    owner_client: Client, owner: Person
) -> None:
    callback(owner)
    catch_up(owner, now=NOW)
    assert Win.objects.count() == 1
    html = page(owner_client, "/wins/")
    assert "They asked to talk to you" in html
    assert "Bright Harbour" in html


def offered(person: Person, *, company: str, end: EventKind | None) -> None:
    """Record an offer that was accepted, and how that came to an end."""
    application = make_application(
        person=person,
        company=company,
        events=(
            (EventKind.OFFER, NOW - 30 * HOUR),
            (EventKind.ACCEPTANCE, NOW - 29 * HOUR),
        ),
    )
    if end is not None:
        make_no(application=application, kind=end, at=NOW - HOUR)
    catch_up(person, now=NOW)


@pytest.mark.parametrize(
    ("end", "stands"),
    [
        (None, True),
        (EventKind.WITHDRAWAL, True),
        (EventKind.POSITION_CLOSED, False),
        (EventKind.REJECTION, False),
    ],
)
def test_an_offer_that_they_took_away_is_not_celebrated(
    owner_client: Client, owner: Person, end: EventKind | None, stands: bool
) -> None:
    offered(owner, company="Bright Harbour", end=end)
    kinds = {win.kind for win in wall(owner)}
    assert ({WinKind.OFFER, WinKind.ACCEPTED} <= kinds) == stands
    html = page(owner_client, "/wins/")
    assert ("An offer" in html) == stands
    for no in Event.objects.filter(kind=end) if end else ():
        take_back(owner, no, now=NOW)
        assert wall(owner).filter(kind=WinKind.OFFER).exists()


def test_one_that_was_marked_stays_and_is_told_in_the_past(
    owner_client: Client, owner: Person
) -> None:
    offered(owner, company="Bright Harbour", end=None)
    win = wall(owner).get(kind=WinKind.OFFER)
    mark(win, treat="cake", now=NOW)
    assert "They took it away later." not in page(owner_client, "/wins/")
    application = Application.objects.get()
    make_no(application=application, kind=EventKind.POSITION_CLOSED)
    html = page(owner_client, "/wins/")
    assert html.count("They took it away later.") == 1
    assert "cake" in html
    assert "A moment for it" not in html


def test_having_asked_by_mail_stands_on_the_wall(
    owner_client: Client, owner: Person, tmp_path: Path
) -> None:
    mailbox = tmp_path / "all.mbox"
    mailbox.write_bytes(make_mbox(*story()))
    import_paths(owner, [mailbox], progress=quiet)
    catch_up(owner, now=NOW)
    (asked,) = wall(owner).filter(kind=WinKind.HARD_THING)
    assert asked.event is not None
    assert asked.event.kind == EventKind.FOLLOW_UP
    assert "You did a hard thing" in page(owner_client, "/wins/")


def test_a_win_goes_and_comes_with_its_source(
    owner_client: Client, owner: Person
) -> None:
    win = callback(owner)
    assert win.event is not None
    take_back(owner, win.event, now=NOW)
    assert "They want to talk" not in page(owner_client, "/wins/")
    assert owner_client.get(f"/wins/{win.pk}/").status_code == 404


def test_today_offers_a_moment_and_it_is_kept_with_its_treat(
    owner_client: Client, owner: Person
) -> None:
    win = callback(owner)
    Treat.objects.create(person=owner, words="tea in the good cup")
    assert "Take a moment for it" in page(owner_client, "/")
    assert "tea in the good cup" in page(owner_client, f"/wins/{win.pk}/")
    owner_client.post(f"/wins/{win.pk}/", {"treat": "tea in the good cup"})
    win.refresh_from_db()
    assert (win.treat, win.marked_at) == ("tea in the good cup", NOW)
    assert "Take a moment for it" not in page(owner_client, "/")
    assert "Marked with: tea in the good cup" in page(owner_client, "/wins/")


def test_an_old_win_that_was_read_today_gets_no_moment(
    owner_client: Client, owner: Person
) -> None:
    callback(owner, at=NOW - 30 * DAY)
    assert "Take a moment for it" not in page(owner_client, "/")


def test_nothing_is_celebrated_in_a_quiet_window(
    owner_client: Client, owner: Person
) -> None:
    win = callback(owner)
    make_no(application=make_application(person=owner, company="Quill Street"))
    catch_up(owner, now=NOW)
    assert is_resting(owner, NOW)
    assert "Take a moment for it" not in page(owner_client, "/")
    for path in (f"/wins/{win.pk}/", f"/wins/{win.pk}/forward/"):
        answer = owner_client.get(path, follow=True)
        assert "It is quiet now" in answer.content.decode()
    # It grew quiet while this was typed.
    owner_client.post(f"/wins/{win.pk}/forward/", {"words": "call the agency"})
    assert ForwardStep.objects.get().words == "call the agency"


def test_what_has_ended_since_is_no_moment(owner_client: Client, owner: Person) -> None:
    win = callback(owner)
    assert win.event is not None
    add_event(
        owner,
        Application.objects.get(),
        kind=EventKind.WITHDRAWAL,
        at=NOW,
        now=NOW,
    )
    catch_up(owner, now=NOW)
    assert "Take a moment for it" not in page(owner_client, "/")


def test_whoever_wants_no_moments_gets_none(
    owner_client: Client, owner: Person
) -> None:
    callback(owner)
    owner_client.post("/wins/choose/", {"moves": "on"})
    assert not WinsChoice.objects.get().shows_moments
    assert "Take a moment for it" not in page(owner_client, "/")


def test_the_day_after_good_news_one_forward_step_is_asked_for(
    owner_client: Client, owner: Person
) -> None:
    win = callback(owner)
    assert "whichever way this goes" not in page(owner_client, "/")
    with time_machine.travel(NOW + DAY, tick=False):
        owner_client.post(f"/wins/{win.pk}/", {"treat": ""})
        assert "whichever way this goes" in page(owner_client, "/")
        owner_client.post(f"/wins/{win.pk}/forward/", {"words": "call Jo"})
        assert "whichever way this goes" not in page(owner_client, "/")
        assert "call Jo" in page(owner_client, "/wins/")
        step = ForwardStep.objects.get()
        owner_client.post(f"/wins/forward/{step.pk}/done/")
    done = wall(owner).first()
    assert done is not None
    assert (done.words, done.kind) == ("call Jo", WinKind.HARD_THING)
    assert owner_client.post(f"/wins/forward/{step.pk}/done/").status_code == 404


def test_nothing_more_this_week_is_an_answer(
    owner_client: Client, owner: Person
) -> None:
    win = callback(owner)
    assert owner_client.post(f"/wins/{win.pk}/forward/", {}).status_code == 422
    owner_client.post(f"/wins/{win.pk}/forward/", {"answer": "nothing"})
    assert ForwardStep.objects.get().words == ""
    with time_machine.travel(NOW + DAY, tick=False):
        assert "whichever way this goes" not in page(owner_client, "/")


def test_an_own_win_is_added_put_away_and_brought_back(
    owner_client: Client, owner: Person
) -> None:
    form = {"words": "Rang the agency", "kind": "hard_thing", "day": "2026-11-19"}
    owner_client.post("/wins/", form)
    win = Win.objects.get()
    assert "Rang the agency" in page(owner_client, "/wins/")
    owner_client.post(f"/wins/{win.pk}/put-away/")
    assert "Rang the agency" not in page(owner_client, "/wins/")
    assert "Rang the agency" in page(owner_client, "/wins/away/")
    owner_client.post(f"/wins/{win.pk}/bring-back/")
    assert "Rang the agency" in page(owner_client, "/wins/")


def test_a_day_ahead_comes_back_with_what_was_typed(
    owner_client: Client, owner: Person
) -> None:
    form = {"words": "Rang the agency", "kind": "own", "day": "2026-12-24"}
    answer = owner_client.post("/wins/", form)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "has not come yet" in html
    assert "Rang the agency" in html


def test_what_a_win_shows_is_kept_beside_it(
    owner_client: Client, owner: Person
) -> None:
    win = add_own(
        owner,
        words="Rebuilt the rota",
        kind=WinKind.OWN,
        day=NOW.date(),
        now=NOW,
    )
    owner_client.post(f"/wins/{win.pk}/shows/", {"shows": "I see what can be simpler"})
    assert "I see what can be simpler" in page(owner_client, "/wins/")


def test_a_week_keeps_effort_and_outcomes_apart(
    owner_client: Client, owner: Person
) -> None:
    make_application(person=owner, company="Acme", applied_at=NOW - DAY)
    callback(owner)
    html = page(owner_client, "/wins/week/")
    did, came = html.split('id="outcomes"')
    assert "You sent an application: Acme" in did
    assert "They asked to talk to you: Bright Harbour" in came


def test_an_empty_week_is_allowed(owner_client: Client, owner: Person) -> None:
    html = page(owner_client, "/wins/week/?day=2026-05-01")
    assert "Nothing to list this week" in html
    assert "What you did" not in html
    assert page(owner_client, "/wins/week/?day=nonsense")
    assert page(owner_client, "/wins/week/?day=0001-01-01")


def test_the_week_is_offered_on_friday_afternoon(
    owner_client: Client, owner: Person
) -> None:
    make_application(person=owner)
    assert NOW.weekday() == 4
    assert "What moved this week" not in page(owner_client, "/")
    make_application(person=owner, company="Acme", applied_at=NOW - DAY)
    assert "What moved this week" in page(owner_client, "/")
    with time_machine.travel(NOW + DAY, tick=False):
        assert "What moved this week" not in page(owner_client, "/")


def test_treats_are_listed_once_and_taken_off(
    owner_client: Client, owner: Person
) -> None:
    for _ in range(2):
        owner_client.post("/wins/treats/", {"words": "a walk by the river"})
    treat = Treat.objects.get()
    assert "a walk by the river" in page(owner_client, "/wins/treats/")
    assert owner_client.post("/wins/treats/", {"words": ""}).status_code == 422
    owner_client.post(f"/wins/treats/{treat.pk}/remove/")
    assert not Treat.objects.exists()


def test_an_outsider_sees_and_changes_nothing(
    outsider_client: Client, owner: Person
) -> None:
    win = callback(owner)
    treat = Treat.objects.create(person=owner, words="tea")
    step = ForwardStep.objects.create(
        person=owner, win=win, words="call Jo", answered_at=NOW
    )
    for path in (
        f"/wins/{win.pk}/",
        f"/wins/{win.pk}/shows/",
        f"/wins/{win.pk}/forward/",
        f"/wins/{win.pk}/put-away/",
        f"/wins/{win.pk}/bring-back/",
        f"/wins/treats/{treat.pk}/remove/",
        f"/wins/forward/{step.pk}/done/",
    ):
        assert outsider_client.post(path).status_code == 404
    assert "Bright Harbour" not in page(outsider_client, "/wins/")


def test_the_wall_asks_the_database_little(
    owner_client: Client, owner: Person, django_assert_max_num_queries: object
) -> None:
    for n in range(12):
        callback(owner, company=f"Company {n}")
    with django_assert_max_num_queries(22):  # type: ignore[operator]
        page(owner_client, "/wins/")


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop whose notifications are written down."""
    said = tmp_path / "said"
    program = tmp_path / "notify-send"
    program.write_text(f'#!/bin/sh\necho "$@" >> {said}\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    return said


def test_friday_is_notified_once_without_content_and_only_if_asked(
    owner: Person, desktop: Path
) -> None:
    callback(owner)
    friday = NOW.replace(hour=15)
    assert notify_on_friday(friday, is_resting=is_resting) == 0
    WinsChoice.objects.create(person=owner, notifies_on_friday=True)
    assert notify_on_friday(friday, is_resting=is_resting) == 1
    assert notify_on_friday(friday + HOUR, is_resting=is_resting) == 0
    words = desktop.read_text()
    assert "a few lines for you" in words
    assert "Harbour" not in words


def test_no_notification_comes_while_it_is_quiet_or_at_night(
    owner: Person, desktop: Path
) -> None:
    WinsChoice.objects.create(person=owner, notifies_on_friday=True)
    late = datetime(2026, 11, 20, 22, tzinfo=UTC)
    assert notify_on_friday(late, is_resting=is_resting) == 0
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    assert notify_on_friday(NOW + HOUR, is_resting=is_resting) == 0
    assert not desktop.exists()


def test_the_commands_add_and_show(owner: Person) -> None:
    run = CliRunner()
    assert "Nothing on the wall" in run.invoke(wins_command).output
    added = run.invoke(win_command, ["Rang the agency", "--kind", "hard_thing"])
    assert added.output == "On the wall.\n"
    assert "2026-11-20  Rang the agency" in run.invoke(wins_command).output
    week = run.invoke(wins_command, ["--week"]).output
    assert "You did a hard thing: Rang the agency" in week
    assert run.invoke(win_command, [" "]).exit_code == 2
    assert "has not come" in run.invoke(win_command, ["x", "--on", "2026-12-24"]).output
