from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.services import (
    EventDraft,
    add_round,
    archive,
    arrange,
    commit_events,
    merge,
    remind,
    settle,
)
from onward.applications.services.ledger import record
from onward.jobs.models import Job, JobState
from onward.jobs.services import ask_to_stop, enqueue, show_worker
from onward.mail.models import MailMessage, Review
from onward.method.applying.services import keep_no_plan
from onward.method.feelings.services.plans import make_plan
from onward.method.outlook.services.keeping import keep_first_thing
from onward.method.plan.plain import today_lines
from onward.method.plan.services import catch_up
from onward.method.plan.today import not_now, today, what_moved
from onward.people.models import Person
from onward.people.services import add_person
from tests.builders import NOW, make_application, make_no

pytestmark = pytest.mark.usefixtures("still_clock")
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def plan_for(owner: Person, *, will: str = "read one advert") -> str:
    plan = make_plan(
        owner,
        window=None,
        when_text="the kettle boils",
        will_text=will,
        on_day=NOW.date(),
        now=NOW,
    )
    return f"plan-{plan.pk}"


def test_an_empty_ledger_is_welcomed(owner_client: Client) -> None:
    html = owner_client.get("/").content.decode()
    assert "Welcome" in html
    assert "/mail/" in html
    assert "/applications/add/" in html
    assert "/about/" in html


def test_a_no_that_only_repeats_one_is_nothing_that_moved(owner: Person) -> None:
    application = make_application(person=owner)
    first = make_no(application=application, at=NOW - 3 * DAY)
    make_no(application=application, at=NOW - HOUR)
    other = make_no(application=make_application(person=owner, company="Elsewhere"))
    moved = [move.event for move in what_moved(owner, now=NOW)]
    assert moved == [other, first]


@pytest.mark.parametrize("kind", ["mail.import", "mail.sync", "mail.watch"])
def test_while_the_first_mail_is_read_today_says_so(
    owner: Person, owner_client: Client, kind: str
) -> None:
    job = enqueue(owner, kind=kind, title="Reading robin.mbox", arguments={})
    html = owner_client.get("/").content.decode()
    assert "Your mailbox is being read" in html
    assert "Read your mailbox" not in html
    assert 'href="/mail/"' in html
    assert list(today_lines(today(owner, NOW))) == ["Your mailbox is being read."]
    ask_to_stop(job)
    assert "Read your mailbox" in owner_client.get("/").content.decode()


def test_today_says_that_nothing_runs_which_reads_the_mailbox(
    owner: Person, owner_client: Client
) -> None:
    job = enqueue(owner, kind="mail.import", title="Reading a.mbox", arguments={})
    Job.objects.filter(pk=job.pk).update(run_after=timezone.now() - HOUR)
    html = owner_client.get("/").content.decode()
    assert "Your mailbox waits to be read" in html
    assert "longer work is not running" in html
    assert "come by themselves" not in html
    waits = "Your mailbox waits to be read. It is, once Onward runs: onward run"
    assert list(today_lines(today(owner, timezone.now()))) == [waits]
    show_worker(now=timezone.now())
    html = owner_client.get("/").content.decode()
    assert "Your mailbox is being read" in html
    assert "come by themselves" in html


def test_a_reading_that_could_not_go_on_is_told_until_another_is_given(
    owner: Person, owner_client: Client
) -> None:
    said, message = "A reading could not go on", "The server no longer has your file."
    job = enqueue(owner, kind="mail.import", title="Reading a.mbox", arguments={})
    Job.objects.update(state=JobState.BROKEN, message=message, finished_at=NOW)
    Job.objects.update(created_at=NOW - HOUR)
    assert said in owner_client.get("/").content.decode()
    make_application(person=owner, applied_at=NOW - 5 * DAY)
    html = owner_client.get("/").content.decode()
    assert said in html
    assert message in html
    assert html.index(said) < html.index('aria-labelledby="step"')
    assert f"  {message}" in list(today_lines(today(owner, NOW)))
    assert today(owner, NOW + 8 * DAY).broken is None
    assert today(owner, NOW).broken == job
    enqueue(owner, kind="mail.import", title="Reading a.mbox", arguments={})
    assert said not in owner_client.get("/").content.decode()


def test_in_quiet_time_nothing_is_said_of_a_reading_that_could_not_go_on(
    owner: Person,
) -> None:
    enqueue(owner, kind="mail.import", title="Reading a.mbox", arguments={})
    Job.objects.update(state=JobState.BROKEN, finished_at=NOW)
    plan_for(owner)
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    page = today(owner, NOW)
    assert page.rest is not None
    assert page.broken is None


@pytest.mark.django_db
def test_who_signs_in_is_told_whom_to_tell_that_nothing_reads(client: Client) -> None:
    robin = add_person(email="robin@office.example")
    client.force_login(robin)
    job = enqueue(robin, kind="mail.import", title="Reading a.mbox", arguments={})
    Job.objects.filter(pk=job.pk).update(run_after=timezone.now() - HOUR)
    html = client.get("/").content.decode()
    assert "Tell whoever runs it" in html
    assert "Stop Onward" not in html


def test_with_nothing_to_offer_nothing_is_asked(
    owner: Person, owner_client: Client
) -> None:
    make_application(person=owner, applied_at=NOW - 5 * DAY)
    # Two steps ask once, and here both were answered.
    keep_first_thing(owner, will_text="take a walk", now=NOW)
    keep_no_plan(owner)
    assert (
        "Nothing is asked of you here today" in owner_client.get("/").content.decode()
    )


def test_in_quiet_time_no_step_is_offered_and_noes_are_folded(owner: Person) -> None:
    plan_for(owner)
    application = make_application(
        person=owner, events=((EventKind.INTERVIEW, NOW - DAY),)
    )
    make_no(application=application)
    catch_up(owner, now=NOW)
    page = today(owner, NOW)
    assert page.rest is not None
    assert page.step is None
    assert page.others == ()
    assert [move.event.kind for move in page.moved] == ["interview"]
    assert [move.event.kind for move in page.folded] == ["rejection"]
    after = today(owner, NOW + DAY)
    assert after.step is not None
    assert after.step.kind == "refocus"
    others = [card.kind.partition("-")[0] for card in after.others]
    assert others == ["plan", "before"]
    assert after.folded == []


def test_in_quiet_time_what_others_fixed_for_today_and_tomorrow_is_still_told(
    owner: Person, owner_client: Client
) -> None:
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    other = make_application(person=owner, company="Fernhill", role="Clerk")
    add_round(owner, other, details={"starts_at": NOW + 22 * HOUR}, now=NOW)
    for company, details in (
        ("Later", {"starts_at": NOW + 3 * DAY}),
        ("Over", {"starts_at": NOW - 2 * HOUR}),
        ("By then", {"until": (NOW + DAY).date()}),
    ):
        further = make_application(person=owner, company=company, role="Clerk")
        add_round(owner, further, details=details, now=NOW - DAY)
    remind(owner, other, on=(NOW + DAY).date(), note="ring Kim", now=NOW)
    page = today(owner, NOW)
    assert [(one.when, one.application.company) for one in page.fixed] == [
        ("Tomorrow, 10:00", "Fernhill"),
        ("By tomorrow", "By then"),
    ]
    assert [(one.when, one.application.company) for one in page.ahead] == [
        ("Monday 23 November, 12:00", "Later")
    ]
    lines = list(today_lines(page))
    assert "Tomorrow, 10:00: Interview: Clerk · Fernhill" in lines
    assert "  Monday 23 November, 12:00: Interview: Clerk · Later" in lines
    html = owner_client.get("/").content.decode()
    assert "Others set this time." in html
    assert "Tomorrow, 10:00" in html
    assert html.count("Nothing else is asked of you.") == 1
    assert html.index("The week ahead") < html.index("Nothing else is asked of you.")
    assert "ring Kim" not in html
    assert [one.when for one in today(owner, NOW + 20 * HOUR).fixed] == [
        "Today, 10:00",
        "By today",
    ]


@pytest.mark.parametrize("hours", [22, 75])
def test_in_quiet_time_the_clock_is_asked_about_where_an_hour_is_shown(
    owner: Person, owner_client: Client, hours: int
) -> None:
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    assert "data-clock=" not in owner_client.get("/").content.decode()
    other = make_application(person=owner, company="Fernhill", role="Clerk")
    add_round(owner, other, details={"starts_at": NOW + hours * HOUR}, now=NOW)
    assert "data-clock=" in owner_client.get("/").content.decode()


def test_in_quiet_time_the_last_day_of_an_offer_stays_in_sight(owner: Person) -> None:
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    offered = make_application(person=owner, company="Osier Works")
    for days in (4, 20):
        last_day = {"until": (NOW + days * DAY).date()}
        add_round(owner, offered, kind=EventKind.OFFER, details=last_day, now=NOW)
    page = today(owner, NOW)
    assert page.fixed == []
    assert [one.when for one in page.ahead] == ["By Tuesday 24 November"]


def test_an_interview_that_wants_a_word_by_tomorrow_is_told_quiet_or_not(
    owner: Person, owner_client: Client
) -> None:
    other = make_application(person=owner, company="Fernhill", role="Clerk")
    details = {"starts_at": NOW + 3 * DAY, "until": (NOW + DAY).date()}
    event = add_round(owner, other, details=details, now=NOW)
    card = today(owner, NOW).step
    assert card is not None
    assert card.title == "The interview with Fernhill: they wait for your word"
    assert card.body == "They asked for your answer by 21 November."
    assert (
        "They asked for your answer by 21 November."
        in owner_client.get("/").content.decode()
    )
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    page = today(owner, NOW)
    assert [(one.when, one.label) for one in page.fixed] == [
        ("By tomorrow", "Your answer on the interview")
    ]
    record(
        owner,
        other,
        kind=EventKind.ARRANGED,
        at=NOW,
        payload={
            "event": str(event.pk),
            "until": (NOW + DAY).date().isoformat(),
            "until_hour": "12:00",
        },
        now=NOW,
    )
    assert [one.when for one in today(owner, NOW).fixed] == ["By tomorrow, 12:00"]
    assert "By tomorrow, 12:00" in owner_client.get("/").content.decode()
    settle(owner, event, outcome=Outcome.MOVED, now=NOW)
    assert today(owner, NOW).fixed == []


def unclear_mail(owner: Person, text: str) -> MailMessage:
    return MailMessage.objects.create(
        person=owner,
        key="unclear",
        message_id="unclear@elm.example",
        sent_at=NOW,
        sender_name="Nia Moss",
        sender_address="nia@elm.example",
        subject="Re: Your applications",
        text=text,
        verdict="interview",
        review=Review.UNMATCHED,
        recorded_at=NOW,
    )


MOVED = "Kim is away, so we need to move our interview to 5 December at 11:30."


def test_in_quiet_time_mail_that_moves_an_interview_ahead_is_still_told(
    owner: Person, owner_client: Client
) -> None:
    elm = make_application(
        person=owner, company="Elm House", contact_address="nia@elm.example"
    )
    add_round(owner, elm, details={"starts_at": NOW + 9 * DAY}, now=NOW)
    message = unclear_mail(owner, MOVED)
    assert today(owner, NOW).unsettled == []
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    page = today(owner, NOW)
    assert [(one.application, one.message) for one in page.unsettled] == [
        (elm, message)
    ]
    assert f"A message may move this interview: {elm}" in list(today_lines(page))
    html = owner_client.get("/").content.decode()
    assert "An interview may be at another time" in html
    assert f'href="/mail/messages/{message.pk}/"' in html


@pytest.mark.parametrize(
    ("text", "starts", "address"),
    [
        ("Thank you, we look forward to it.", 9 * DAY, "nia@elm.example"),
        (MOVED, -DAY, "nia@elm.example"),
        (MOVED, 9 * DAY, "ben@oak.example"),
    ],
)
def test_in_quiet_time_other_mail_to_look_at_waits(
    owner: Person, text: str, starts: timedelta, address: str
) -> None:
    elm = make_application(person=owner, contact_address=address)
    add_round(owner, elm, details={"starts_at": NOW + starts}, now=NOW)
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    unclear_mail(owner, text)
    assert today(owner, NOW).unsettled == []


def test_outside_quiet_time_one_small_step_is_enough(owner: Person) -> None:
    other = make_application(person=owner, company="Fernhill")
    add_round(owner, other, details={"starts_at": NOW + 22 * HOUR}, now=NOW)
    assert today(owner, NOW).fixed == []


def test_an_offer_that_lapses_tomorrow_is_there_though_the_interview_was_put_off(
    owner: Person, owner_client: Client
) -> None:
    for company, hours in (("Fernhill", 22), ("Quill Street", 24)):
        other = make_application(person=owner, company=company)
        add_round(owner, other, details={"starts_at": NOW + hours * HOUR}, now=NOW)
    offered = make_application(person=owner, company="Osier Works")
    last_day = {"until": (NOW + DAY).date()}
    add_round(owner, offered, kind=EventKind.OFFER, details=last_day, now=NOW)
    for company in ("Fernhill", "Quill Street", "Osier Works"):
        html = owner_client.get("/").content.decode()
        assert "Nothing is asked of you here today" not in html
        page = today(owner, NOW)
        assert page.step is not None
        assert company in page.step.title
        assert page.step.title in "\n".join(today_lines(page))
        card = {"step": page.step.step, "kind": page.step.kind}
        owner_client.post("/today/not-now/", card)
    assert "Nothing more is asked of you here today" in (
        owner_client.get("/").content.decode()
    )


def test_what_was_put_off_stays_in_sight_with_its_last_day(
    owner: Person, owner_client: Client
) -> None:
    application = make_application(person=owner, company="Osier Works")
    told = {"starts_at": NOW + 9 * DAY, "until": (NOW + 2 * DAY).date()}
    add_round(owner, application, details=told, now=NOW)
    step = today(owner, NOW).step
    assert step is not None
    owner_client.post("/today/not-now/", {"step": step.step, "kind": step.kind})
    html = owner_client.get("/").content.decode()
    assert "Nothing is asked of you here today" not in html
    put_off = html.partition("You put this off. It is here again tomorrow.")[2]
    assert f'href="/applications/{application.pk}/"' in put_off
    assert "22 November" in put_off.partition("</ul>")[0]
    lines = "\n".join(today_lines(today(owner, NOW)))
    assert "Put off until tomorrow:\n  " + step.title in lines


def test_an_interview_that_moved_is_told_with_its_time_as_it_stands(
    owner: Person, owner_client: Client
) -> None:
    owner.time_zone = "Europe/Berlin"
    owner.save()
    application = make_application(person=owner, applied_at=NOW - 20 * DAY)
    event = add_round(
        owner, application, details={"starts_at": NOW + 4 * DAY}, now=NOW - 2 * DAY
    )
    arrange(owner, event, details={"starts_at": NOW + 6 * DAY}, now=NOW)
    assert "It begins Thursday 26 November, 13:00" in (
        owner_client.get("/").content.decode()
    )
    assert "(26 November, 13:00)" in "\n".join(today_lines(today(owner, NOW)))
    add_round(owner, application, details={"starts_at": NOW + 9 * DAY}, now=NOW)
    assert "It begins" not in owner_client.get("/").content.decode()


def test_not_now_lasts_until_tomorrow_on_the_own_clock(owner: Person) -> None:
    owner.time_zone = "Pacific/Auckland"
    owner.save()
    kind = plan_for(owner)
    make_application(person=owner)
    not_now(owner, step="feelings", kind=kind, now=NOW)
    assert today(owner, NOW).step is None
    # 21 November begins in Auckland at 11:00 UTC of the 20th: tomorrow there is the 22nd.
    assert today(owner, NOW + timedelta(hours=22)).step is None
    assert today(owner, NOW + timedelta(hours=23)).step is not None


def test_not_now_is_one_press(owner: Person, owner_client: Client) -> None:
    kind = plan_for(owner)
    make_application(person=owner)
    assert "the kettle boils" in owner_client.get("/").content.decode()
    owner_client.post("/today/not-now/", {"step": "feelings", "kind": kind})
    owner_client.post("/today/not-now/", {"step": "feelings"})
    assert "the kettle boils" not in owner_client.get("/").content.decode()
    with time_machine.travel(NOW + DAY, tick=False):
        assert "the kettle boils" in owner_client.get("/").content.decode()


def test_what_moved_is_called_what_the_timeline_calls_it(
    owner: Person, owner_client: Client
) -> None:
    application = make_application(person=owner, applied_at=NOW - 20 * DAY)
    for kind, days, words in (
        (EventKind.INTERVIEW, 9, "come and meet us"),
        (EventKind.CONFIRMATION, 2, "still talking to others"),
    ):
        record(
            owner,
            application,
            kind=kind,
            at=NOW - days * DAY,
            now=NOW,
            decided_by=DecidedBy.RULE,
            payload={"words": words},
        )
    [moved] = what_moved(owner, now=NOW)
    assert str(moved.label) == "They replied"
    with time_machine.travel(NOW, tick=False):
        page = owner_client.get("/").content.decode()
        lines = list(today_lines(today(owner, now=NOW)))
    assert "They replied" in page
    assert any("They replied" in line for line in lines)
    assert "Application received" not in page


def test_only_the_last_few_moves_of_a_week_are_shown(owner: Person) -> None:
    for days in range(9):
        make_application(
            person=owner, company=f"Day {days}", applied_at=NOW - days * DAY
        )
    moved = what_moved(owner, now=NOW)
    assert [move.application.company for move in moved] == [
        f"Day {days}" for days in range(5)
    ]


def test_an_accepted_offer_moved_however_much_came_after_it(owner: Person) -> None:
    make_application(
        person=owner,
        company="Osier Works",
        applied_at=NOW - 60 * DAY,
        events=((EventKind.ACCEPTANCE, NOW - 6 * DAY),),
    )
    for hours in range(9):
        make_application(person=owner, applied_at=NOW - timedelta(hours=hours))
    moved = what_moved(owner, now=NOW)
    assert len(moved) == 5
    assert moved[-1].event.kind == EventKind.ACCEPTANCE
    assert moved[0].event.at == NOW


@pytest.mark.postgresql
def test_nothing_moved_of_what_is_in_the_archive_nor_of_what_was_joined_with_it(
    owner: Person,
) -> None:
    head = make_application(person=owner, applied_at=NOW - 2 * DAY)
    part = make_application(person=owner, company="Osier", applied_at=NOW - 2 * DAY)
    merge(owner, head, other=part, now=NOW)
    head.refresh_from_db()
    assert len(what_moved(owner, now=NOW)) == 2
    archive(owner, head, now=NOW)
    assert what_moved(owner, now=NOW) == []


def test_nobody_sees_what_moved_for_another(owner: Person, outsider: Person) -> None:
    make_application(person=owner, applied_at=NOW)
    assert what_moved(outsider, now=NOW) == []


def test_today_asks_few_questions_of_the_database(
    owner: Person, owner_client: Client, django_assert_max_num_queries: object
) -> None:
    for number in range(5):
        no = make_no(application=make_application(person=owner, company=f"No {number}"))
    catch_up(owner, now=NOW)
    assert callable(django_assert_max_num_queries)
    with django_assert_max_num_queries(39):
        owner_client.get("/")
    with django_assert_max_num_queries(36):
        owner_client.get(f"/no/{no.pk}/")


def test_in_plain_text_today_says_the_same(owner: Person) -> None:
    assert "There is nothing here yet." in list(today_lines(today(owner, NOW)))
    make_no(application=make_application(person=owner, company="Fernhill"))
    catch_up(owner, now=NOW)
    lines = list(today_lines(today(owner, NOW)))
    assert lines[0] == "It is quiet until tomorrow, 12:00"
    assert not any("Fernhill" in line for line in lines)
    later = list(today_lines(today(owner, NOW + DAY)))
    assert "It's been a day. Look at it, or leave it closed?" in later
    assert "It is about Operations Coordinator · Fernhill." in later
    assert any(line.endswith("Operations Coordinator · Fernhill") for line in later)


WORD_ON_NOES = "Several noes came in at once."


def read_of(owner: Person, days: int, *, name: str, kind: str = "rejection") -> None:
    """Let a no stand in the ledger that was said some days before it came in."""
    application = make_application(person=owner, company=name, applied_at=NOW - 9 * DAY)
    make_no(application=application, at=NOW - days * DAY, kind=EventKind(kind))


def test_of_several_noes_that_came_in_at_once_today_says_a_calm_word(
    owner: Person, owner_client: Client
) -> None:
    for days, name in ((4, "Fernhill"), (5, "Quill Street")):
        read_of(owner, days, name=name)
    # However much moved since, that leaves no place for them in what is shown.
    for number in range(5):
        make_application(person=owner, company=f"Firm {number}", applied_at=NOW - DAY)
    catch_up(owner, now=NOW)
    assert WORD_ON_NOES in owner_client.get("/").content.decode()
    page = today(owner, NOW)
    assert not any(move.is_no for move in page.moved)
    assert any(line.startswith(WORD_ON_NOES) for line in today_lines(page))
    # It is said on the day on which they came in.
    assert not today(owner, NOW + 2 * DAY).beside_noes


def test_noes_to_applications_that_were_joined_are_one(owner: Person) -> None:
    first, other = (
        make_application(person=owner, company=name, applied_at=NOW - 9 * DAY)
        for name in ("Fernhill", "Fernhill Ltd")
    )
    for days, application in ((4, first), (5, other)):
        make_no(application=application, at=NOW - days * DAY)
    merge(owner, first, other=other, now=NOW)
    catch_up(owner, now=NOW)
    assert not today(owner, NOW).beside_noes


@pytest.mark.parametrize(
    "noes",
    [
        ((4, "rejection"),),
        ((4, "rejection"), (5, "withdrawal")),
        ((4, "rejection"), (8, "rejection")),
        # One that is new opens a quiet time, which has words of its own.
        ((4, "rejection"), (5, "rejection"), (0, "rejection")),
    ],
)
def test_one_no_or_an_own_or_an_older_one_is_not_several(
    owner: Person, noes: tuple[tuple[int, str], ...]
) -> None:
    for number, (days, kind) in enumerate(noes):
        read_of(owner, days, name=f"Firm {number}", kind=kind)
    catch_up(owner, now=NOW)
    assert not today(owner, NOW).beside_noes


def test_a_no_that_came_in_days_later_says_on_which_day(
    owner: Person, owner_client: Client
) -> None:
    application = make_application(person=owner, applied_at=NOW - 9 * DAY)
    no = make_no(application=application, at=NOW - 4 * DAY)
    catch_up(owner, now=NOW)
    html = owner_client.get(f"/no/{no.pk}/").content.decode()
    assert "It came in here later, on 20 November 2026" in html
    assert "a while ago" not in html


def test_the_week_ahead_has_talks_and_last_days_in_their_order(
    owner: Person, owner_client: Client
) -> None:
    for company, kind, details in (
        ("Talk", EventKind.INTERVIEW, {"starts_at": NOW + 3 * DAY}),
        ("Test", EventKind.ASSESSMENT, {"until": (NOW + 2 * DAY).date()}),
        ("Later", EventKind.INTERVIEW, {"starts_at": NOW + 7 * DAY}),
        ("Next", EventKind.INTERVIEW, {"starts_at": NOW + 8 * DAY}),
        ("Over", EventKind.INTERVIEW, {"starts_at": NOW - DAY}),
        ("Fourth", EventKind.ASSESSMENT, {"until": (NOW + 6 * DAY).date()}),
    ):
        one = make_application(person=owner, company=company, role="Clerk")
        add_round(owner, one, kind=kind, details=details, now=NOW - 2 * DAY)
    page = today(owner, NOW)
    assert [(one.when, one.application.company) for one in page.ahead] == [
        ("By Sunday 22 November", "Test"),
        ("Monday 23 November, 12:00", "Talk"),
        ("By Thursday 26 November", "Fourth"),
        ("Friday 27 November, 12:00", "Later"),
    ]
    html = owner_client.get("/").content.decode()
    week = html.partition("The week ahead")[2].partition("</section>")[0]
    before, _, more = week.partition("More of this week")
    assert ("Fourth" in before, "Later" in before, "Later" in more) == (
        True,
        False,
        True,
    )
    assert "  Monday 23 November, 12:00: Interview: Clerk · Talk" in list(
        today_lines(page)
    )


def test_an_empty_week_has_no_week_ahead_and_a_quiet_time_hides_none(
    owner: Person, owner_client: Client, outsider: Person
) -> None:
    theirs = make_application(person=outsider)
    add_round(outsider, theirs, details={"starts_at": NOW + 3 * DAY}, now=NOW)
    make_application(person=owner)
    assert "The week ahead" not in owner_client.get("/").content.decode()
    other = make_application(person=owner, company="Fernhill")
    add_round(owner, other, details={"starts_at": NOW + 3 * DAY}, now=NOW)
    assert "The week ahead" in owner_client.get("/").content.decode()
    make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    assert "The week ahead" in owner_client.get("/").content.decode()


def test_a_question_about_another_time_is_told_as_one(
    owner: Person, owner_client: Client
) -> None:
    application = make_application(person=owner, company="Fernhill")
    event = add_round(
        owner, application, details={"starts_at": NOW + 3 * DAY}, now=NOW - 20 * DAY
    )
    asked = EventDraft(
        application_id=application.pk,
        kind=EventKind.ARRANGED,
        at=NOW - DAY,
        decided_by=DecidedBy.RULE,
        payload={
            "event": str(event.pk),
            "asked_for": (NOW + 5 * DAY).isoformat(),
        },
    )
    commit_events(owner, [asked], now=NOW)
    html = owner_client.get("/").content.decode()
    moved = html.partition("What moved")[2]
    assert "Another time for the interview, asked about" in moved
    assert "Asked about: Wednesday 25 November, 12:00" in moved
    assert "It begins" not in moved
    assert "(25 November, 12:00?)" in "\n".join(today_lines(today(owner, NOW)))


def test_an_interview_that_was_moved_is_told_once_with_its_hour(
    owner: Person, owner_client: Client
) -> None:
    application = make_application(person=owner, company="Fernhill")
    event = add_round(
        owner, application, details={"starts_at": NOW + 3 * DAY}, now=NOW - 2 * DAY
    )
    begins = NOW + 3 * DAY + HOUR
    moved = EventDraft(
        application_id=application.pk,
        kind=EventKind.ARRANGED,
        at=NOW - DAY,
        decided_by=DecidedBy.RULE,
        payload={"event": str(event.pk), "starts_at": begins.isoformat()},
    )
    commit_events(owner, [moved], now=NOW)
    told = [(m.event.kind, m.begins) for m in today(owner, NOW).moved]
    assert told == [("arranged", begins), ("interview", None)]
    html = owner_client.get("/").content.decode().partition("What moved")[2]
    assert html.count("It begins Monday 23 November, 13:00") == 1


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({"place": "Room 4"}, ["details", "asked"]),
        ({"starts_at": (NOW + 5 * DAY).isoformat()}, ["moved"]),
        ({"outcome": "cancelled"}, ["cancelled"]),
        (None, ["asked"]),
    ],
)
def test_a_question_about_another_time_is_not_told_beside_its_answer(
    owner: Person, answer: dict[str, str] | None, told: list[str]
) -> None:
    application = make_application(person=owner, company="Fernhill")
    event = add_round(
        owner, application, details={"starts_at": NOW + 3 * DAY}, now=NOW - 20 * DAY
    )
    other = add_round(
        owner, application, details={"starts_at": NOW + 9 * DAY}, now=NOW - 20 * DAY
    )
    asked = {"asked_for": (NOW + 5 * DAY).isoformat()}
    said = [(event, asked, 2)]
    if answer is not None:
        said.append((event, answer, 1))
    said.append((other, asked, 3))
    drafts = [
        EventDraft(
            application_id=application.pk,
            kind=EventKind.ARRANGED,
            at=NOW - days * DAY,
            decided_by=DecidedBy.RULE,
            payload={"event": str(about.pk), **details},
        )
        for about, details, days in said
    ]
    commit_events(owner, drafts, now=NOW)
    moved = [m.arranged.change.value for m in what_moved(owner, now=NOW) if m.arranged]
    assert moved == [*told, "asked"]
