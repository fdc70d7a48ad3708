from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, NoKind, Stage
from onward.applications.rules.payload import Outcome
from onward.applications.services import (
    add_event,
    archive,
    disagreements,
    done,
    merge,
    settle,
    take_back,
)
from onward.applications.services.ledger import record
from onward.mail.services.unsettled import news_that_waits
from onward.method.outlook.models import FirstThing, NoToday
from onward.method.outlook.rules.pictures import PictureName
from onward.method.outlook.rules.rates import Question
from onward.method.outlook.rules.stones import StoneKind
from onward.method.outlook.services.keeping import (
    all_stones,
    has_no_today,
    keep_first_thing,
    keep_stone,
    stones_of,
)
from onward.method.outlook.services.pictures import picture, png_file, svg_file
from onward.method.outlook.services.quiet import (
    MOST_AT_ONCE,
    close_quiet,
    has_unanswered,
    leave_open,
    presses,
    proposals,
    take_back_press,
)
from onward.method.outlook.services.reckoning import numbers, silence, use_prior
from onward.method.outlook.services.rows import (
    done_since,
    forget_rows,
    once,
    rows_of,
)
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no
from tests.mail.test_learning import waiting

DAY = timedelta(days=1)


def _quiet(person: Person, *, days: int = 40, company: str = "Oak Mill") -> Application:
    return make_application(person=person, company=company, applied_at=NOW - days * DAY)


def test_a_row_tells_the_first_signs_and_the_last_follow_up(owner: Person) -> None:
    application = make_application(
        person=owner,
        applied_at=NOW - 40 * DAY,
        events=(
            (EventKind.REPLY, NOW - 30 * DAY),
            (EventKind.INTERVIEW, NOW - 20 * DAY),
            (EventKind.FOLLOW_UP, NOW - 12 * DAY),
            (EventKind.FOLLOW_UP, NOW - 10 * DAY),
            (EventKind.REJECTION, NOW - 5 * DAY),
        ),
    )
    row = rows_of(owner)[0]
    assert row.id == application.pk
    assert row.applied_at == NOW - 40 * DAY
    assert row.answered_at == NOW - 30 * DAY
    assert row.interviews == (NOW - 20 * DAY,)
    assert row.followed_up_at == NOW - 10 * DAY
    assert row.refused_at == NOW - 5 * DAY
    assert row.reached == Stage.INTERVIEW
    assert row.no_kind == NoKind.THEY_SAID_NO


def test_a_row_has_each_interview_on_its_own_day(owner: Person) -> None:
    application = make_application(person=owner, applied_at=NOW - 40 * DAY)

    def invited(heard: int, begins: datetime) -> Event:
        return record(
            owner,
            application,
            kind=EventKind.INTERVIEW,
            at=NOW - heard * DAY,
            payload={"starts_at": begins.isoformat()},
            now=NOW,
        )

    own_clock = (NOW - 2 * DAY).replace(tzinfo=None)
    invited(30, NOW - 20 * DAY)
    off = invited(12, NOW - 6 * DAY)
    invited(9, own_clock)
    invited(8, NOW + 4 * DAY)
    settle(owner, off, outcome=Outcome.CANCELLED, now=NOW)
    assert rows_of(owner)[0].interviews == (NOW - 20 * DAY, own_clock, NOW + 4 * DAY)


def test_what_was_saved_or_came_from_them_alone_is_no_application(
    owner: Person,
) -> None:
    make_application(person=owner, applied_at=None)
    theirs = make_application(person=owner, applied_at=None)
    add_event(owner, theirs, kind=EventKind.OUTREACH, at=NOW, now=NOW)
    assert rows_of(owner) == []


def test_a_no_without_a_receipt_was_an_application(owner: Person) -> None:
    application = make_application(person=owner, applied_at=None)
    make_no(application=application)
    assert [row.id for row in rows_of(owner)] == [application.pk]


def test_nobody_elses_rows_are_read(owner: Person, outsider: Person) -> None:
    _quiet(owner)
    assert rows_of(outsider) == []
    assert proposals(outsider, now=NOW).unanswered == []
    assert picture(outsider, PictureName.WAY, has_names=True, now=NOW) is None


def test_rows_are_read_once_until_something_happens(owner: Person) -> None:
    application = _quiet(owner)
    rows_of(owner)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        rows_of(owner)
    assert len(asked) == 1
    event = add_event(owner, application, kind=EventKind.REPLY, at=NOW, now=NOW)
    assert rows_of(owner)[0].answered_at == NOW
    take_back(owner, event, now=NOW)
    assert rows_of(owner)[0].answered_at is None


def test_an_answer_to_a_part_is_an_answer_to_the_whole(owner: Person) -> None:
    head, part = _quiet(owner), _quiet(owner, days=39)
    add_event(owner, part, kind=EventKind.REPLY, at=NOW - 20 * DAY, now=NOW)
    merge(owner, head, other=part, now=NOW)
    rows = rows_of(owner)
    assert [(row.id, row.answered_at) for row in rows] == [(head.pk, NOW - 20 * DAY)]


def test_what_was_refused_and_opened_again_is_not_said_to_be_unanswered(
    owner: Person,
) -> None:
    refused = _quiet(owner, days=80)
    assert has_unanswered(owner, now=NOW)
    add_event(owner, refused, kind=EventKind.REJECTION, at=NOW - 60 * DAY, now=NOW)
    add_event(owner, refused, kind=EventKind.REOPENED, at=NOW - 55 * DAY, now=NOW)
    assert not has_unanswered(owner, now=NOW)
    assert not proposals(owner, now=NOW).unanswered


def test_what_is_proposed_is_what_today_counts(owner: Person) -> None:
    for days in (10, 29, 30, 45, 90):
        _quiet(owner, days=days)
    asked = _quiet(owner, days=60)
    add_event(owner, asked, kind=EventKind.FOLLOW_UP, at=NOW - 3 * DAY, now=NOW)
    answered = _quiet(owner, days=90)
    add_event(owner, answered, kind=EventKind.REPLY, at=NOW - 50 * DAY, now=NOW)
    refused = _quiet(owner, days=80)
    add_event(owner, refused, kind=EventKind.REJECTION, at=NOW - 60 * DAY, now=NOW)
    add_event(owner, refused, kind=EventKind.REOPENED, at=NOW - 55 * DAY, now=NOW)
    archive(owner, _quiet(owner, days=70), now=NOW)
    left = _quiet(owner, days=71)
    leave_open(owner, left, now=NOW)
    found = proposals(owner, now=NOW)
    assert len(found.unanswered) == 3
    assert has_unanswered(owner, now=NOW)
    assert [row.id for row in found.later] == [refused.pk, answered.pk]
    later = NOW + 31 * DAY
    assert left.pk in {row.id for row in proposals(owner, now=later).unanswered}


def test_one_press_closes_all_and_one_takes_it_back(owner: Person) -> None:
    rows = [_quiet(owner) for _ in range(3)]
    count = close_quiet(owner, [row.pk for row in rows], now=NOW)
    assert count == 3
    assert Event.objects.filter(kind=EventKind.SILENCE).count() == 3
    assert not Application.objects.filter(is_open=True).exists()
    assert not proposals(owner, now=NOW).unanswered
    press = presses(owner, now=NOW)
    assert [entry.count for entry in press] == [3]
    assert take_back_press(owner, press[0].id, now=NOW) == 3
    assert Application.objects.filter(is_open=True).count() == 3
    assert presses(owner, now=NOW) == []
    assert take_back_press(owner, press[0].id, now=NOW) == 0
    assert disagreements(owner) == []


def test_a_reply_opens_it_again(owner: Person) -> None:
    application = _quiet(owner)
    close_quiet(owner, [application.pk], now=NOW)
    add_event(owner, application, kind=EventKind.REPLY, at=NOW + DAY, now=NOW + DAY)
    application.refresh_from_db()
    assert application.is_open


def test_closing_twice_or_what_is_not_ones_own_closes_nothing(
    owner: Person, outsider: Person
) -> None:
    application = _quiet(owner)
    assert close_quiet(outsider, [application.pk], now=NOW) == 0
    close_quiet(owner, [application.pk], now=NOW)
    assert close_quiet(owner, [application.pk], now=NOW) == 0
    press = presses(owner, now=NOW)[0]
    assert take_back_press(outsider, press.id, now=NOW) == 0
    assert presses(outsider, now=NOW) == []


def test_nothing_closes_by_itself(owner: Person) -> None:
    _quiet(owner, days=400)
    catch_up(owner, now=NOW)
    assert not Event.objects.filter(kind=EventKind.SILENCE).exists()
    assert MOST_AT_ONCE >= 100


def test_no_rows_say_nothing_of_ones_own_and_show_the_published(owner: Person) -> None:
    found = numbers(owner, [], weekly=None, now=NOW)
    assert not found.is_enough
    assert [entry.count for entry in found.forecast] == [5, 10, 20, 50]
    use_prior(owner, is_wanted=False)
    assert numbers(owner, [], weekly=None, now=NOW).forecast == []
    assert not silence([], now=NOW).curves.is_own


def test_without_the_prior_the_range_is_wider(owner: Person) -> None:
    for _ in range(12):
        _quiet(owner)
    rows = rows_of(owner)
    with_prior = numbers(owner, rows, weekly=None, now=NOW).whole[Question.INTERVIEW]
    use_prior(owner, is_wanted=False)
    alone = numbers(owner, rows, weekly=None, now=NOW).whole[Question.INTERVIEW]
    assert alone.belief.a + alone.belief.b < with_prior.belief.a + with_prior.belief.b
    assert alone.seen == with_prior.seen


def test_from_thirty_resolved_rows_the_curve_is_ones_own(owner: Person) -> None:
    for _ in range(29):
        _quiet(owner)
    assert not silence(rows_of(owner), now=NOW).curves.is_own
    _quiet(owner)
    assert silence(rows_of(owner), now=NOW).curves.is_own


@pytest.mark.parametrize("count", [1, 5])
@pytest.mark.parametrize("name", list(PictureName))
def test_each_picture_is_drawn_in_both_widths_with_its_table(
    owner: Person, name: PictureName, count: int
) -> None:
    for _ in range(count):
        _quiet(owner)
    figure = picture(owner, name, has_names=True, now=NOW)
    assert figure is not None
    assert figure.narrow is not None
    assert figure.table is not None
    assert figure.table.rows


def test_names_stand_in_the_picture_of_lines_unless_they_are_hidden(
    owner: Person,
) -> None:
    _quiet(owner, company="Kettle & <Sons>\x02")
    shown = picture(owner, PictureName.LINES, has_names=True, now=NOW)
    hidden = picture(owner, PictureName.LINES, has_names=False, now=NOW)
    assert shown is not None
    assert hidden is not None
    assert "Kettle &amp; &lt;Sons&gt;<" in svg_file(shown)
    assert "Kettle" not in svg_file(hidden)
    assert hidden.table is not None
    assert "Kettle" not in str(hidden.table)


def test_a_file_is_whole_and_asks_nothing_of_anybody(owner: Person) -> None:
    from defusedxml.ElementTree import fromstring

    _quiet(owner)
    for name in PictureName:
        figure = picture(owner, name, has_names=True, now=NOW)
        assert figure is not None
        text = svg_file(figure)
        assert fromstring(text).tag.endswith("svg")
        assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
        assert "var(" not in text
        assert png_file(figure)[:8] == b"\x89PNG\r\n\x1a\n"


def test_an_interview_is_done_on_the_day_it_is_held(owner: Person) -> None:
    application = _quiet(owner, days=20)
    held = NOW + 5 * DAY
    add_event(owner, application, kind=EventKind.INTERVIEW, at=held, now=NOW)
    assert done_since(owner, since=NOW - 9 * DAY) == [held]


def test_the_first_thing_is_kept_changed_and_forgotten(owner: Person) -> None:
    keep_first_thing(owner, will_text=" put the kettle on ", now=NOW)
    keep_first_thing(owner, will_text="ring Kim", now=NOW)
    assert [thing.will_text for thing in FirstThing.objects.all()] == ["ring Kim"]
    keep_first_thing(owner, will_text="  ", now=NOW)
    assert not FirstThing.objects.exists()


def test_a_no_of_today_is_known_until_the_day_is_over_or_it_is_taken_back(
    owner: Person,
) -> None:
    event = make_no(application=_quiet(owner))
    catch_up(owner, now=NOW)
    assert has_no_today(owner, now=NOW)
    assert not has_no_today(owner, now=NOW + DAY)
    take_back(owner, event, now=NOW)
    catch_up(owner, now=NOW)
    assert not has_no_today(owner, now=NOW)


@pytest.mark.parametrize("kind", [EventKind.WITHDRAWAL, EventKind.SILENCE])
def test_ones_own_no_and_a_closed_silence_are_no_such_day(
    owner: Person, kind: EventKind
) -> None:
    make_no(application=_quiet(owner), kind=kind)
    catch_up(owner, now=NOW)
    assert not NoToday.objects.exists()


def test_stones_are_written_and_found(owner: Person, outsider: Person) -> None:
    application = make_application(
        person=owner,
        contact_name="Kim Ode",
        events=((EventKind.INTERVIEW, NOW - 3 * DAY),),
    )
    no = make_no(application=application)
    keep_stone(
        owner, origin=no, kind=StoneKind.SKILL, text="Talk about the rota", now=NOW
    )
    stones = stones_of(owner, origin_id=no.pk, application_id=application.pk)
    assert [stone.text for stone in stones.written] == ["Talk about the rota"]
    assert [stone.kind for stone in stones.found] == [
        StoneKind.CONTACT,
        StoneKind.PRACTICE,
    ]
    assert {stone.kind for stone in all_stones(owner)} == {
        StoneKind.SKILL,
        StoneKind.PRACTICE,
    }
    assert all_stones(outsider) == []


@pytest.mark.parametrize(
    ("kind", "was_held"),
    [
        (EventKind.WITHDRAWAL, False),
        (EventKind.POSITION_CLOSED, False),
        (EventKind.REJECTION, True),
    ],
)
def test_an_invitation_that_the_person_stepped_back_from_is_no_interview_they_had(
    owner: Person, kind: EventKind, was_held: bool
) -> None:
    application = make_application(
        person=owner, events=((EventKind.INTERVIEW, NOW - 3 * DAY),)
    )
    no = make_no(application=application, kind=kind)
    found = stones_of(owner, origin_id=no.pk, application_id=application.pk).found
    assert bool(found) is was_held
    assert bool(all_stones(owner)) is was_held


@pytest.mark.parametrize(
    ("kind", "is_practice"),
    [
        (EventKind.WITHDRAWAL, False),
        (EventKind.POSITION_CLOSED, False),
        (EventKind.SILENCE, False),
        (EventKind.REJECTION, True),
    ],
)
def test_a_test_that_the_person_was_only_invited_to_is_no_practice(
    owner: Person, kind: EventKind, is_practice: bool
) -> None:
    application = make_application(
        person=owner, events=((EventKind.ASSESSMENT, NOW - 3 * DAY),)
    )
    no = make_no(application=application, kind=kind)
    found = stones_of(owner, origin_id=no.pk, application_id=application.pk).found
    assert bool(found) is is_practice
    assert bool(all_stones(owner)) is is_practice


@pytest.mark.parametrize("later", [EventKind.DONE, EventKind.INTERVIEW])
def test_a_test_that_was_done_stays_practice_though_they_stepped_back_later(
    owner: Person, later: EventKind
) -> None:
    application = make_application(person=owner)
    test = add_event(
        owner, application, kind=EventKind.ASSESSMENT, at=NOW - 3 * DAY, now=NOW
    )
    if later == EventKind.DONE:
        done(owner, test, now=NOW)
    else:
        add_event(owner, application, kind=later, at=NOW - 2 * DAY, now=NOW + DAY)
    make_no(application=application, kind=EventKind.WITHDRAWAL)
    assert EventKind.ASSESSMENT in {stone.event for stone in all_stones(owner)}


def test_an_interview_that_went_ahead_stays_one_though_they_stepped_back_later(
    owner: Person,
) -> None:
    application = make_application(person=owner)
    talk = add_event(
        owner, application, kind=EventKind.INTERVIEW, at=NOW - 3 * DAY, now=NOW
    )
    settle(owner, talk, outcome=Outcome.WENT_AHEAD, now=NOW)
    make_no(application=application, kind=EventKind.WITHDRAWAL)
    assert [stone.event for stone in all_stones(owner)] == [EventKind.INTERVIEW]


def test_an_open_application_left_no_stone_yet(owner: Person) -> None:
    make_application(person=owner, events=((EventKind.INTERVIEW, NOW - DAY),))
    assert all_stones(owner) == []


@pytest.mark.parametrize(
    ("days", "is_proposed"), [(29, False), (30, True), (400, True)]
)
def test_today_knows_of_a_proposal_when_the_list_has_one(
    owner: Person, days: int, is_proposed: bool
) -> None:
    application = _quiet(owner, days=days)
    assert has_unanswered(owner, now=NOW) == is_proposed
    assert bool(proposals(owner, now=NOW).unanswered) == is_proposed
    add_event(owner, application, kind=EventKind.FOLLOW_UP, at=NOW - DAY, now=NOW)
    assert not has_unanswered(owner, now=NOW)
    assert not proposals(owner, now=NOW).unanswered


def test_numbers_are_made_once_an_hour_and_anew_after_an_event(owner: Person) -> None:
    application = _quiet(owner)
    made = []

    def make() -> int:
        made.append(1)
        return len(made)

    assert once(owner, "x", now=NOW, make=make) == 1
    assert once(owner, "x", now=NOW + timedelta(minutes=59), make=make) == 1
    assert once(owner, "x", now=NOW + timedelta(hours=1), make=make) == 2
    add_event(owner, application, kind=EventKind.REPLY, at=NOW, now=NOW)
    assert once(owner, "x", now=NOW + timedelta(hours=1), make=make) == 3


def test_rows_renewed_after_each_event_are_those_read_anew(owner: Person) -> None:
    rows_of(owner)
    first, second = _quiet(owner), _quiet(owner, days=39)
    rows_of(owner)
    events = [
        add_event(owner, first, kind=EventKind.REPLY, at=NOW - 20 * DAY, now=NOW),
        add_event(owner, second, kind=EventKind.FOLLOW_UP, at=NOW - DAY, now=NOW),
        merge(owner, first, other=second, now=NOW),
    ]
    for step in (
        lambda: make_application(person=owner, company="Later"),
        lambda: add_event(owner, second, kind=EventKind.OFFER, at=NOW, now=NOW),
        lambda: take_back(owner, events[2], now=NOW),
        lambda: archive(owner, first, now=NOW),
        lambda: take_back(owner, events[0], now=NOW),
    ):
        step()
        renewed = rows_of(owner)
        forget_rows()
        assert renewed == rows_of(owner)


def test_an_interview_is_practice_on_its_day_and_only_if_it_was_held(
    owner: Person,
) -> None:
    application = make_application(person=owner)

    def invited(at: datetime, **payload: str) -> Event:
        kind = EventKind.INTERVIEW
        return record(owner, application, kind=kind, at=at, now=at, payload=payload)

    held = NOW - timedelta(days=9)
    invited(NOW - timedelta(days=20), starts_at=held.isoformat())
    invited(NOW - timedelta(days=10), starts_at=held.isoformat())
    off = invited(NOW - timedelta(days=8), starts_at=NOW.isoformat())
    settle(owner, off, outcome=Outcome.CANCELLED, now=NOW - timedelta(days=7))
    invited(NOW - timedelta(days=6), starts_at=(NOW + timedelta(days=3)).isoformat())
    no = make_no(application=application)
    (found,) = stones_of(owner, origin_id=no.pk, application_id=application.pk).found
    assert (found.event, found.at) == (EventKind.INTERVIEW, held)
    assert [stone.at for stone in all_stones(owner)] == [held]


@pytest.mark.parametrize(
    ("closed_ago", "is_proposed"), [(-10, False), (3, False), (29, False), (31, True)]
)
def test_nobody_decides_before_the_last_day_to_apply(
    owner: Person, closed_ago: int, is_proposed: bool
) -> None:
    last_day = (NOW - closed_ago * DAY).date().isoformat()
    make_application(person=owner, applied_at=NOW - 60 * DAY, deadline=last_day)
    assert has_unanswered(owner, now=NOW) == is_proposed
    assert bool(proposals(owner, now=NOW).unanswered) == is_proposed


def test_who_was_invited_waits_for_no_last_day(owner: Person) -> None:
    begun = NOW - 60 * DAY
    make_application(
        person=owner,
        applied_at=begun,
        events=((EventKind.INTERVIEW, begun + 2 * DAY),),
        deadline=NOW.date().isoformat(),
    )
    assert len(proposals(owner, now=NOW).later) == 1


def test_mail_that_waits_for_an_application_is_news_of_it(
    owner: Person, outsider: Person
) -> None:
    for person in (owner, outsider):
        mail = waiting(person, "Clerk")
        mail.company = "Oak Mill"
        mail.save()
    theirs, other = _quiet(owner), _quiet(owner, company="Elm House")
    Application.objects.filter(pk=theirs.pk).update(role="Clerk")
    found = proposals(owner, now=NOW)
    assert [row.id for row in found.unanswered] == [other.pk]
    assert [(row.id, m.subject) for row, m in found.waiting] == [
        (theirs.pk, "Your application: Clerk")
    ]
    assert has_unanswered(owner, now=NOW)
    close_quiet(owner, [other.pk], now=NOW)
    assert not has_unanswered(owner, now=NOW)


def test_the_number_of_queries_does_not_grow_with_the_mail_that_waits(
    owner: Person,
) -> None:
    ids = {_quiet(owner, company=f"Mill {number}").pk for number in range(30)}
    counts = []
    for number in range(12):
        mail = waiting(owner, f"Clerk {number}", thread=f"thread {number}")
        mail.company, mail.role = f"Mill {number}", ""
        mail.references = [f"{number}@mill.example"]
        mail.save()
        with CaptureQueriesContext(connection) as asked:
            assert len(news_that_waits(owner, ids)) == number + 1
        counts.append(len(asked))
    assert set(counts) == {counts[0]}
    with CaptureQueriesContext(connection) as asked:
        assert has_unanswered(owner, now=NOW)
    assert len(asked) == 3


def test_mail_that_may_be_about_two_is_news_of_neither(owner: Person) -> None:
    mail = waiting(owner, "")
    mail.company = "Oak Mill"
    mail.save()
    _quiet(owner)
    _quiet(owner)
    found = proposals(owner, now=NOW)
    assert (len(found.unanswered), found.waiting) == (2, [])
