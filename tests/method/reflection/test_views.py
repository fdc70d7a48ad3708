from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from click.testing import CliRunner
from django.test import Client

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.services import EventDraft, add_round, commit_events
from onward.method.plan.services import catch_up
from onward.method.reflection.commands import look_back_command
from onward.method.reflection.models import (
    AskedQuestion,
    Debrief,
    Experiment,
    Reflection,
    Research,
)
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no

pytestmark = pytest.mark.usefixtures("still_clock")
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def page(client: Client, path: str) -> str:
    answer = client.get(path, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def interview(
    person: Person, *, hours: float, company: str = "Bright Harbour"
) -> tuple[Application, Event]:
    """Return an application with an interview so many hours from now."""
    application = make_application(person=person, company=company)
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind.INTERVIEW,
        at=NOW - 2 * DAY,
        decided_by=DecidedBy.PERSON,
        payload={"starts_at": (NOW + hours * HOUR).isoformat()},
    )
    (event,) = commit_events(person, [draft], now=NOW)
    catch_up(person, now=NOW)
    application.refresh_from_db()
    return application, event


@pytest.fixture
def refused(owner: Person) -> Application:
    application = make_application(
        person=owner, events=((EventKind.INTERVIEW, NOW - 9 * DAY),)
    )
    make_no(application=application, at=NOW - 2 * DAY)
    catch_up(owner, now=NOW)
    return application


def test_a_minute_is_kept_shown_changed_and_deleted(
    owner_client: Client, refused: Application
) -> None:
    path = f"/reflection/application/{refused.pk}/"
    said = {
        "mine": "25",
        "tailored": "partly",
        "wanted": "yes",
        "next_time": "ask early",
    }
    owner_client.post(f"{path}look-back/", said)
    html = page(owner_client, path)
    assert "<dd>A little</dd>" in html
    assert "of 100" not in html
    assert "Partly" in html
    assert "Next time: ask early" in html
    owner_client.post(f"{path}look-back/", {"mine": "", "tailored": "not_mine"})
    assert Reflection.objects.get().answers == {"tailored": "not_mine"}
    assert Event.objects.filter(kind=EventKind.REFLECTION).count() == 1
    owner_client.post(f"{path}forget/")
    assert not Reflection.objects.exists()


def test_looking_back_says_who_could_read_it_where_several_share_an_onward(
    owner_client: Client,
    refused: Application,
    outsider: Person,
    outsider_client: Client,
) -> None:
    theirs = make_application(person=outsider)
    make_no(application=theirs)
    own, shared = (
        page(client, f"/reflection/application/{one.pk}/look-back/")
        for client, one in ((owner_client, refused), (outsider_client, theirs))
    )
    assert "nobody else reads it" in own
    assert "nobody else reads it" not in shared
    assert "whoever runs the server could read it" in shared


def test_nothing_is_required(owner_client: Client, refused: Application) -> None:
    path = f"/reflection/application/{refused.pk}/look-back/"
    assert owner_client.post(path, {}).status_code == 302
    answer = owner_client.post(path, {"tailored": "zebra", "next_time": "call first"})
    assert answer.status_code == 422
    assert "call first" in answer.content.decode()


def test_the_page_of_a_no_that_went_far_offers_it(
    owner_client: Client, refused: Application
) -> None:
    no = refused.events.get(kind=EventKind.REJECTION)
    html = page(owner_client, f"/no/{no.pk}/")
    assert "Look back for a minute" in html


def test_an_experiment_comes_back_once_at_the_next_of_its_kind(
    owner_client: Client, owner: Person, refused: Application
) -> None:
    owner_client.post(
        f"/reflection/application/{refused.pk}/look-back/", {"next_time": "ask early"}
    )
    with time_machine.travel(NOW + 20 * DAY, tick=False):
        make_application(person=owner, company="Other", role="Baker")
        assert "You wanted to try something" not in page(owner_client, "/")
        new = make_application(
            person=owner, company="Acme", role="Senior Operations Coordinator"
        )
        html = page(owner_client, "/")
        assert "You wanted to try something" in html
        assert "ask early" in html
        experiment = Experiment.objects.get()
        owner_client.post(
            f"/reflection/experiment/{experiment.pk}/",
            {"answer": "later", "application": str(new.pk)},
        )
        assert "You wanted to try something" not in page(owner_client, "/")
    owner_client.post(f"/reflection/experiment/{experiment.pk}/", {"answer": "tried"})
    experiment.refresh_from_db()
    assert experiment.tried_at == NOW


def test_after_an_interview_its_questions_are_written_down(
    owner_client: Client, owner: Person
) -> None:
    application, event = interview(owner, hours=-3)
    html = page(owner_client, "/")
    assert "While it is fresh" in html
    path = f"/reflection/application/{application.pk}/debrief/?interview={event.pk}"
    said = {
        "held_on": "2026-11-20",
        "questions": "- Why us?\n\nTell us about a conflict.",
        "went_well": "The tour",
    }
    answer = owner_client.post(path, said)
    debrief = Debrief.objects.get()
    assert answer.headers["Location"] == f"/reflection/debrief/{debrief.pk}/themes/"
    assert debrief.interview == event
    first = AskedQuestion.objects.get(words="Why us?")
    owner_client.post(answer.headers["Location"], {f"theme-{first.pk}": "motivation"})
    first.refresh_from_db()
    assert first.theme == "motivation"
    assert "While it is fresh" not in page(owner_client, "/")
    shown = page(owner_client, "/reflection/questions/?theme=motivation")
    assert "Why us?" in shown
    assert "a conflict" not in shown


def test_the_day_of_a_debrief_is_that_of_the_last_interview_that_was_held(
    owner_client: Client, owner: Person
) -> None:
    application, _ = interview(owner, hours=-9 * 24)
    interview(owner, hours=-24, company="Cinder Quay")
    path = f"/reflection/application/{application.pk}/debrief/"
    form = owner_client.get(path).context["form"]
    assert form.initial["held_on"] == (NOW - 9 * DAY).date()


def test_the_day_of_a_debrief_is_today_while_the_interview_lies_ahead(
    owner_client: Client, owner: Person
) -> None:
    application, _ = interview(owner, hours=3 * 24)
    path = f"/reflection/application/{application.pk}/debrief/"
    form = owner_client.get(path).context["form"]
    assert form.initial["held_on"] == NOW.date()


def test_questions_come_back_in_the_order_they_were_written_in(
    owner_client: Client, owner: Person
) -> None:
    application, _ = interview(owner, hours=-9 * 24)
    path = f"/reflection/application/{application.pk}/debrief/"
    asked = "\n".join(f"Question {letter}?" for letter in "abcdefgh")
    owner_client.post(path, {"held_on": "2026-11-11", "questions": asked})
    debrief = Debrief.objects.get()
    form = owner_client.get(f"/reflection/debrief/{debrief.pk}/").context["form"]
    assert form.initial["questions"] == asked


def test_a_debrief_is_changed_and_keeps_its_themes_and_is_deleted(
    owner_client: Client, owner: Person
) -> None:
    application, _event = interview(owner, hours=-3)
    path = f"/reflection/application/{application.pk}/debrief/"
    owner_client.post(path, {"held_on": "2026-11-20", "questions": "Why us?"})
    AskedQuestion.objects.update(theme="motivation")
    debrief = Debrief.objects.get()
    owner_client.post(
        f"/reflection/debrief/{debrief.pk}/",
        {"held_on": "2026-11-19", "questions": "Why us?\nWhen?"},
    )
    themes = dict(AskedQuestion.objects.values_list("words", "theme"))
    assert themes == {"Why us?": "motivation", "When?": "other"}
    assert Event.objects.filter(kind=EventKind.DEBRIEF).count() == 1
    owner_client.post(f"/reflection/debrief/{debrief.pk}/delete/")
    assert not Debrief.objects.exists()
    event = Event.objects.get(kind=EventKind.DEBRIEF)
    assert event.is_void
    owner_client.post(f"/applications/events/{event.pk}/bring-back/")
    event.refresh_from_db()
    assert event.is_void


def test_an_empty_debrief_and_a_day_ahead_get_a_sentence(
    owner_client: Client, owner: Person
) -> None:
    application, _event = interview(owner, hours=-3)
    path = f"/reflection/application/{application.pk}/debrief/"
    empty = owner_client.post(path, {"held_on": "2026-11-20"})
    assert empty.status_code == 422
    assert "Write a line in one of the three" in empty.content.decode()
    ahead = owner_client.post(path, {"held_on": "2026-12-20", "went_well": "x y z"})
    assert ahead.status_code == 422
    assert "x y z" in ahead.content.decode()


def test_before_the_next_interview_all_of_it_comes_back(
    owner_client: Client, owner: Person
) -> None:
    before, _event = interview(owner, hours=-300)
    owner_client.post(
        f"/reflection/application/{before.pk}/debrief/",
        {"held_on": "2026-11-08", "questions": "Why us?", "to_practise": "Numbers"},
    )
    owner_client.post(
        f"/reflection/application/{before.pk}/research/", {"why_me": "Two languages"}
    )
    near, _event = interview(owner, hours=20, company="Bright Harbour Ltd")
    assert "Before the interview" in page(owner_client, "/")
    html = page(owner_client, f"/reflection/application/{near.pk}/prepare/")
    for words in ("Why us?", "Numbers", "Two languages", "Earlier interviews there"):
        assert words in html


def test_what_to_practise_comes_back_before_an_interview_for_another_role(
    owner_client: Client, owner: Person
) -> None:
    before, _event = interview(owner, hours=-100, company="Acme")
    owner_client.post(
        f"/reflection/application/{before.pk}/debrief/",
        {"held_on": "2026-11-16", "to_practise": "Forecasting"},
    )
    ahead = make_application(person=owner, company="Wolds", role="Bus Driver")
    begins = NOW + timedelta(days=9)
    add_round(owner, ahead, details={"starts_at": begins}, now=NOW)
    html = page(owner_client, f"/reflection/application/{ahead.pk}/prepare/")
    assert html.index("You wanted to practise") < html.index("Forecasting")
    assert f"{begins:%-d} November 2026, 12:00" in html
    held = page(owner_client, f"/reflection/application/{before.pk}/prepare/")
    assert held.count("Forecasting") == 1
    assert "You wanted to practise" not in held
    assert "When and where" not in held


def test_a_sheet_needs_an_employer_and_is_shared_by_its_applications(
    owner_client: Client, owner: Person
) -> None:
    first = make_application(
        person=owner, company="Acme GmbH", contact_name="Jo Winter"
    )
    second = make_application(person=owner, company="Acme")
    path = f"/reflection/application/{first.pk}/research/"
    assert "Jo Winter" in page(owner_client, path)
    owner_client.post(path, {"what_they_do": "Vans", "people": "Jo Winter"})
    assert Research.objects.count() == 1
    assert "Vans" in page(owner_client, f"/reflection/application/{second.pk}/")
    nameless = make_application(person=owner, company="")
    answer = owner_client.post(
        f"/reflection/application/{nameless.pk}/research/", {"news": "kept text"}
    )
    assert answer.status_code == 422
    assert "kept text" in answer.content.decode()


def test_patterns_show_counts_and_say_what_they_cannot(
    owner_client: Client, owner: Person
) -> None:
    for n in range(8):
        make_application(
            person=owner,
            company=f"Firm {n}",
            applied_at=NOW - (40 + n) * DAY,
            source="Board" if n % 2 else "Friend",
            events=((EventKind.INTERVIEW, NOW - 30 * DAY),) if n == 1 else (),
        )
    html = page(owner_client, "/reflection/patterns/?of=interview")
    assert "Board: 1 of 4, Friend: 0 of 4: too few to tell apart" in html
    assert "They rest on 8 applications" in html
    run = CliRunner().invoke(look_back_command, ["--of", "interview"])
    assert "1 of 4  Board" in run.output
    assert "too few to tell apart" in run.output


def test_one_comparison_is_told_as_one(owner_client: Client, owner: Person) -> None:
    for n in range(8):
        make_application(
            person=owner,
            company=f"Firm {n}",
            applied_at=NOW - (40 + 7 * n) * DAY,
            source="Board" if n % 2 else "Friend",
        )
    html = page(owner_client, "/reflection/patterns/")
    assert "Two groups are compared once" in html
    assert "1 comparison is made" not in html


def test_an_opening_is_found_on_a_board_and_not_in_the_employers_form(
    owner_client: Client, owner: Person
) -> None:
    for n in range(8):
        make_application(
            person=owner,
            company=f"Firm {n}",
            applied_at=NOW - (40 + n) * DAY,
            system=("Workday", "Indeed", "LinkedIn")[n % 3],
        )
    html = page(owner_client, "/reflection/patterns/")
    assert "Indeed" in html
    assert "Workday" not in html


def test_fresh_applications_are_not_counted_as_unanswered(
    owner_client: Client, owner: Person
) -> None:
    for n in range(6):
        make_application(person=owner, company=f"F{n}", applied_at=NOW - n * DAY)
    assert "Too early to say anything" in page(owner_client, "/reflection/patterns/")


def test_numbers_wait_while_it_is_quiet(owner_client: Client, owner: Person) -> None:
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    assert "numbers can wait" in page(owner_client, "/reflection/patterns/")


def test_the_command_keeps_the_quiet_too_unless_asked_anyway(owner: Person) -> None:
    for n in range(8):
        make_application(
            person=owner,
            company=f"Firm {n}",
            applied_at=NOW - (40 + n) * DAY,
            source="Board" if n % 2 else "Friend",
        )
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    run = CliRunner()
    resting = run.invoke(look_back_command).output
    assert "the numbers rest" in resting
    assert " of 4" not in resting
    assert " of 4  Board" in run.invoke(look_back_command, ["--anyway"]).output


def test_an_outsider_sees_and_changes_nothing(
    outsider_client: Client, owner_client: Client, owner: Person
) -> None:
    application, _event = interview(owner, hours=-3)
    owner_client.post(
        f"/reflection/application/{application.pk}/debrief/",
        {"held_on": "2026-11-20", "questions": "Secret question?"},
    )
    owner_client.post(
        f"/reflection/application/{application.pk}/look-back/", {"next_time": "hush"}
    )
    debrief, experiment = Debrief.objects.get(), Experiment.objects.get()
    of = f"/reflection/application/{application.pk}/"
    for path in ("", "look-back/", "debrief/", "prepare/", "research/"):
        assert outsider_client.get(of + path).status_code == 404
    for path in (
        f"{of}forget/",
        f"/reflection/debrief/{debrief.pk}/",
        f"/reflection/debrief/{debrief.pk}/themes/",
        f"/reflection/debrief/{debrief.pk}/delete/",
        f"/reflection/experiment/{experiment.pk}/",
    ):
        assert outsider_client.post(path).status_code == 404
    for path in ("/reflection/", "/reflection/questions/"):
        html = page(outsider_client, path)
        assert "Secret" not in html
        assert "hush" not in html


def test_the_bank_on_the_terminal(owner_client: Client, owner: Person) -> None:
    run = CliRunner()
    assert "No questions yet" in run.invoke(look_back_command, ["--questions"]).output
    application, _event = interview(owner, hours=-3)
    owner_client.post(
        f"/reflection/application/{application.pk}/debrief/",
        {"held_on": "2026-11-20", "questions": "Why us?"},
    )
    assert "1  Why us?" in run.invoke(look_back_command, ["--questions"]).output
