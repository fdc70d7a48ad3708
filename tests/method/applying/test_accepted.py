from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application
from onward.applications.rules.kinds import EventKind, Stage
from onward.applications.services import (
    Place,
    add_event,
    add_round,
    archive,
    correct_event,
    move_to,
    remind,
    take_back_batch,
    void_event,
)
from onward.core.dates import start_of
from onward.mail.models import MailMessage, Review
from onward.method.applying.accepted import (
    MOST_SHOWN,
    accepted_offer,
    go_on,
    still_open,
)
from onward.method.applying.services import (
    calendar_entries,
    keep_pace,
    leave_out,
    rhythm_of,
    start_session,
)
from onward.method.plan.plain import today_lines
from onward.method.plan.services import catch_up
from onward.method.plan.today import today
from onward.method.step import Card
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no
from tests.mail.test_rearranging import keep
from tests.method.applying.test_views import EVERY_DAY

pytestmark = pytest.mark.usefixtures("still_clock")
DAY = timedelta(days=1)
HOME = "/applying/"


def taken(owner: Person, *, days: int = 2, company: str = "Tallow Lane") -> Application:
    return make_application(
        person=owner,
        company=company,
        applied_at=NOW - 60 * DAY,
        events=((EventKind.ACCEPTANCE, NOW - days * DAY),),
    )


def accepted(person: Person) -> Application | None:
    return accepted_offer(rhythm_of(person), now=NOW)


def all_cards(person: Person) -> list[Card]:
    page = today(person, NOW)
    return [*([page.step] if page.step else []), *page.others]


def kinds(person: Person) -> set[tuple[str, str]]:
    catch_up(person, now=NOW)
    return {(card.step, card.kind.partition("-")[0]) for card in all_cards(person)}


QUIET, BEFORE = ("outlook", "quiet"), ("outlook", "before")
FRIDAY = {("wins", "week")}  # what moved this week pushes nothing on


def test_the_offer_accepted_last_ends_the_search(owner: Person) -> None:
    assert accepted(owner) is None
    taken(owner, days=50)
    later = taken(owner, days=3)
    assert accepted(owner) == later


def test_long_after_it_the_search_is_still_over(owner: Person) -> None:
    application = taken(owner, days=0)
    found = accepted_offer(rhythm_of(owner), now=NOW + 400 * DAY)
    assert found == application


def test_put_at_accepted_by_hand_is_accepted(owner: Person) -> None:
    application = make_application(person=owner)
    move_to(owner, application, to=Place(Stage.ACCEPTED), now=NOW)
    assert accepted(owner) == application


def test_what_is_sent_or_saved_after_it_says_that_the_search_goes_on(
    owner: Person,
) -> None:
    application = taken(owner)
    make_application(person=owner, applied_at=NOW - 3 * DAY)
    assert accepted(owner) == application
    sent = make_application(person=owner, applied_at=NOW - DAY)
    assert accepted(owner) is None
    Application.objects.filter(pk=sent.pk).delete()
    assert accepted(owner) == application
    make_application(person=owner, applied_at=None)
    assert accepted(owner) is None


def test_what_is_sent_or_saved_on_the_day_of_accepting_does_not_go_on(
    owner: Person,
) -> None:
    application = make_application(
        person=owner,
        company="Tallow Lane",
        applied_at=NOW - 60 * DAY,
        events=((EventKind.ACCEPTANCE, start_of(NOW.date(), zone_name="UTC")),),
    )
    make_application(person=owner, applied_at=NOW)
    make_application(person=owner, applied_at=None)
    owner.time_zone = "UTC"
    owner.save(update_fields=["time_zone"])
    assert accepted(owner) == application


def test_what_was_sent_after_it_and_put_away_since_was_sent_all_the_same(
    owner: Person,
) -> None:
    sent = make_application(person=owner, applied_at=NOW - 5 * DAY)
    saved = make_application(person=owner, applied_at=None)
    application = taken(owner, days=9)
    archive(owner, saved, now=NOW)
    archive(owner, sent, now=NOW)
    assert accepted(owner) is None
    batch = sent.events.earliest("number").batch
    assert batch is not None
    take_back_batch(owner, batch, now=NOW)
    assert accepted(owner) == application


def test_a_question_or_a_session_on_a_later_day_says_that_the_search_goes_on(
    owner: Person,
) -> None:
    other = make_application(person=owner, applied_at=NOW - 40 * DAY)
    application = taken(owner, days=9)
    asked = add_event(owner, other, kind=EventKind.FOLLOW_UP, at=NOW - 3 * DAY, now=NOW)
    assert accepted(owner) is None
    void_event(owner, asked, now=NOW)
    assert accepted(owner) == application
    add_event(owner, application, kind=EventKind.FOLLOW_UP, at=NOW - DAY, now=NOW)
    assert accepted(owner) == application
    session = start_session(owner, now=NOW - 2 * DAY)
    assert accepted(owner) is None
    leave_out(session, now=NOW)
    assert accepted(owner) == application


def test_that_the_search_goes_on_stays_said_when_the_day_is_corrected(
    owner: Person,
) -> None:
    application = taken(owner, days=9)
    event = application.events.get(kind=EventKind.ACCEPTANCE)
    go_on(owner, now=NOW + timedelta(hours=1))
    later = NOW + 2 * DAY
    for _time in range(2):
        event = correct_event(
            owner, event, kind=EventKind.ACCEPTANCE, at=later, now=later
        )
    assert accepted_offer(rhythm_of(owner), now=later) is None
    add_event(owner, application, kind=EventKind.POSITION_CLOSED, at=later, now=later)
    again = later + 9 * DAY
    add_event(owner, application, kind=EventKind.ACCEPTANCE, at=again, now=again)
    assert accepted_offer(rhythm_of(owner), now=again) == application


def test_mail_of_the_new_employer_later_hides_nothing_sent_before_it(
    owner: Person,
) -> None:
    application = taken(owner, days=9)
    make_application(person=owner, applied_at=NOW - 5 * DAY)
    add_event(owner, application, kind=EventKind.REPLY, at=NOW - DAY, now=NOW)
    assert accepted(owner) is None


def test_an_accepted_offer_that_falls_through_ends_nothing(owner: Person) -> None:
    application = taken(owner)
    add_event(owner, application, kind=EventKind.POSITION_CLOSED, at=NOW - DAY, now=NOW)
    assert accepted(owner) is None


def test_today_congratulates_and_pushes_nothing_on(
    owner: Person, owner_client: Client
) -> None:
    for age in (5, 45):
        make_application(person=owner, applied_at=NOW - age * DAY)
    before = kinds(owner)
    assert {QUIET, BEFORE, ("applying", "week")} <= before
    taken(owner)
    found = all_cards(owner)
    assert found[0].title == "You accepted the offer of Tallow Lane"
    assert kinds(owner) - FRIDAY == {("applying", "accepted"), ("wins", "moment")}
    html = owner_client.get("/").content.decode()
    assert "Congratulations." in html
    assert "gone quiet" not in html
    assert "Before the next no" not in html
    assert "You accepted the offer of Tallow Lane" in list(
        today_lines(today(owner, NOW))
    )


def test_mail_that_waits_is_told_after_a_yes_as_before(
    owner: Person, owner_client: Client
) -> None:
    keep(owner, {"key": "unclear", "hours": 0, "review": Review.AMBIGUOUS})
    told = "1 message: 1 unclear"
    for has_said_yes in (False, True):
        if has_said_yes:
            taken(owner)
        assert told in owner_client.get("/").content.decode()
    assert f"Mail to look at: {told}." in list(today_lines(today(owner, NOW)))
    no = make_no(application=make_application(person=owner, company="Juniper Road"))
    catch_up(owner, now=NOW)
    page = today(owner, NOW)
    assert (page.rest is not None, bool(page.waiting)) == (True, False), no
    assert told not in owner_client.get("/").content.decode()


def test_put_off_for_today_it_still_pushes_nothing_on(
    owner: Person, owner_client: Client
) -> None:
    make_application(person=owner, applied_at=NOW - 45 * DAY)
    application = taken(owner)
    owner_client.post(
        "/today/not-now/", {"step": "applying", "kind": f"accepted-{application.pk}"}
    )
    assert kinds(owner) - FRIDAY == {("wins", "moment")}


def test_what_the_person_wants_to_be_reminded_of_is_still_told(owner: Person) -> None:
    application = make_application(person=owner, applied_at=NOW - 5 * DAY)
    remind(owner, application, on=NOW.date(), note="Send back the badge", now=NOW)
    taken(owner)
    assert "Send back the badge" in [card.title for card in all_cards(owner)]


def test_what_is_still_open_can_be_closed_kindly(
    owner: Person, owner_client: Client
) -> None:
    sent = make_application(person=owner, company="Sent", applied_at=NOW - 5 * DAY)
    talked = make_application(
        person=owner,
        company="Talked",
        applied_at=NOW - 40 * DAY,
        events=((EventKind.REPLY, NOW - 12 * DAY),),
    )
    meets = make_application(person=owner, company="Meets", applied_at=NOW - 50 * DAY)
    add_round(owner, meets, details={"starts_at": NOW + 3 * DAY}, now=NOW)
    make_application(person=owner, company="Silent", applied_at=NOW - 45 * DAY)
    taken(owner)
    beside = still_open(owner, now=NOW)
    assert [one.application for one in beside.shown] == [meets, talked, sent]
    assert beside.shown[0].begins == NOW + 3 * DAY
    assert beside.others == 1
    html = owner_client.get("/").content.decode()
    assert f"/applications/{talked.pk}/close/?kind=withdrawal" in html
    assert "Silent" not in html
    form = owner_client.get(f"/applications/{talked.pk}/close/?kind=withdrawal")
    assert form.context["form"]["kind"].value() == "withdrawal"


def test_of_many_that_are_open_a_few_are_shown(owner: Person) -> None:
    for _number in range(MOST_SHOWN + 2):
        make_application(person=owner, applied_at=NOW - 5 * DAY)
    taken(owner)
    beside = still_open(owner, now=NOW)
    assert (len(beside.shown), beside.others) == (MOST_SHOWN, 2)


def test_the_person_may_say_that_the_search_goes_on_and_take_it_back(
    owner: Person, owner_client: Client
) -> None:
    make_application(person=owner, applied_at=NOW - 45 * DAY)
    application = taken(owner)
    said = owner_client.post("/applying/going-on/", {"answer": "on"}, follow=True)
    assert "You said that the search goes on." in said.content.decode()
    assert {QUIET, BEFORE} <= kinds(owner)
    assert accepted(owner) is None
    owner_client.post("/applying/going-on/", {"answer": "rest"})
    assert accepted(owner) == application
    html = owner_client.get(HOME).content.decode()
    assert "You accepted the offer of Tallow Lane." in html
    assert "My search goes on" in html


def test_an_offer_accepted_after_that_ends_the_search_again(owner: Person) -> None:
    taken(owner, days=9)
    go_on(owner, now=NOW - 5 * DAY)
    assert accepted(owner) is None
    second = taken(owner, days=1, company="Osier Works")
    assert accepted(owner) == second


def test_without_an_accepted_offer_the_page_of_the_pace_says_nothing_of_one(
    owner_client: Client,
) -> None:
    assert "You accepted" not in owner_client.get(HOME).content.decode()


def test_planned_sessions_leave_the_calendar(owner: Person) -> None:
    keep_pace(owner, EVERY_DAY, now=NOW)
    assert calendar_entries(owner, now=NOW)
    taken(owner)
    assert calendar_entries(owner, now=NOW) == []


def test_nobody_sees_what_another_accepted(owner: Person, outsider: Person) -> None:
    taken(owner)
    make_application(person=outsider, applied_at=NOW - 45 * DAY)
    assert accepted(outsider) is None
    assert still_open(owner, now=NOW).shown == []


def test_a_message_since_that_nobody_understood_is_shown_before_any_congratulation(
    owner: Person,
) -> None:
    application = taken(owner, days=5)
    letter = {"key": "unclear", "hours": 0, "review": Review.AMBIGUOUS}
    before = keep(owner, letter | {"company": "Tallow Lane"})
    MailMessage.objects.filter(pk=before.pk).update(sent_at=NOW - 6 * DAY)
    (card,) = (c for c in all_cards(owner) if "accepted" in c.kind)
    assert card.kind == f"accepted-{application.pk}"

    MailMessage.objects.filter(pk=before.pk).update(sent_at=NOW - DAY)
    (card,) = (c for c in all_cards(owner) if "accepted" in c.kind)
    assert card.url == reverse("mail:message", args=(before.pk,))
    assert not card.context
