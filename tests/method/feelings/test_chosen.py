"""The quiet that a person chose lasts as they chose, whatever becomes of the no."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import bring_back, correct_event, take_back
from onward.method.feelings.models import NoInWindow, QuietWindow
from onward.method.feelings.rules import Hours
from onward.method.feelings.services.quiet import (
    choose_quiet,
    end_quiet,
    open_window,
    prefer_hours,
    refocus_window,
)
from onward.method.noes import no_event
from onward.method.plan.services import care_plan_of, catch_up, fold_away, unfold
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def learn(
    owner: Person,
    *,
    company: str = "Fernhill",
    kind: EventKind = EventKind.REJECTION,
    said_at: datetime = NOW,
    at: datetime = NOW,
) -> Event:
    application = make_application(person=owner, company=company)
    no = make_no(application=application, kind=kind, at=said_at)
    Event.objects.filter(pk=no.pk).update(recorded_at=at)
    catch_up(owner, now=at)
    return no


def correct(owner: Person, no: Event, *, now: datetime = NOW) -> Event:
    kind = EventKind(no.kind)
    corrected = correct_event(owner, no, kind=kind, at=no.at - HOUR, now=now)
    catch_up(owner, now=now)
    return corrected


def go(owner: Person, no: Event, *, now: datetime = NOW) -> None:
    take_back(owner, no, now=now)
    catch_up(owner, now=now)


def come_back(owner: Person, no: Event, *, now: datetime = NOW) -> None:
    bring_back(owner, no, now=now)
    catch_up(owner, now=now)


def quiet_until(owner: Person, *, now: datetime) -> datetime | None:
    window = open_window(owner, now=now)
    return window.ends_at if window else None


def test_ending_the_quiet_ends_every_window_that_is_on(owner: Person) -> None:
    prefer_hours(owner, hours=Hours.TWO_DAYS)
    learn(owner)
    learn(owner, company="Elm", at=NOW + 20 * HOUR)
    assert QuietWindow.objects.count() == 2
    end_quiet(owner, now=NOW + 21 * HOUR)
    assert open_window(owner, now=NOW + 21 * HOUR) is None


def test_the_page_says_that_it_is_over_only_where_it_is(
    owner: Person, owner_client: Client
) -> None:
    prefer_hours(owner, hours=Hours.TWO_DAYS)
    learn(owner)
    learn(owner, company="Elm", at=NOW + 20 * HOUR)
    with time_machine.travel(NOW + 21 * HOUR, tick=False):
        window = open_window(owner, now=NOW + 21 * HOUR)
        assert window is not None
        url = reverse("feelings:end", args=[window.pk])
        page = owner_client.post(url, follow=True).content.decode()
    assert "The quiet time is over, as you wished." in page
    assert "It is quiet until" not in page


def test_an_old_no_that_is_taken_back_keeps_nothing_quiet(owner: Person) -> None:
    no = learn(owner, said_at=NOW - 5 * DAY)
    assert open_window(owner, now=NOW) is None
    choose_quiet(owner, origin_id=no.pk, hours=Hours.TWO_DAYS, now=NOW)
    go(owner, no)
    assert open_window(owner, now=NOW) is None
    assert refocus_window(owner, now=NOW + 2 * DAY) is None


@pytest.mark.parametrize("said_at", [NOW, NOW - 5 * DAY])
@pytest.mark.parametrize("kind", [EventKind.REJECTION, EventKind.WITHDRAWAL])
@pytest.mark.parametrize("after", [0 * DAY, 3 * DAY])
def test_a_correction_leaves_the_quiet_that_was_chosen(
    owner: Person, kind: EventKind, said_at: datetime, after: timedelta
) -> None:
    no, now = learn(owner, kind=kind, said_at=said_at), NOW + after
    choose_quiet(owner, origin_id=no.pk, hours=Hours.TWO_DAYS, now=now)
    corrected = correct(owner, no, now=now)
    assert quiet_until(owner, now=now) == now + 2 * DAY
    # Undone, the correction leaves what it corrected.
    go(owner, corrected, now=now)
    assert quiet_until(owner, now=now) == now + 2 * DAY
    go(owner, no, now=now)
    assert open_window(owner, now=now) is None


def test_a_chosen_length_comes_back_with_its_no(owner: Person) -> None:
    no, later = learn(owner), NOW + 3 * DAY
    choose_quiet(owner, origin_id=no.pk, hours=Hours.DAY, now=later)
    go(owner, no, now=later)
    assert open_window(owner, now=later) is None
    come_back(owner, no, now=later + HOUR)
    assert quiet_until(owner, now=later + HOUR) == later + DAY


@pytest.mark.parametrize("said_at", [NOW, NOW - 5 * DAY])
def test_what_was_folded_away_and_corrected_stays_quiet_as_chosen(
    owner: Person, said_at: datetime
) -> None:
    no = learn(owner, said_at=said_at)
    choose_quiet(owner, origin_id=no.pk, hours=Hours.TWO_DAYS, now=NOW)
    fold_away(care_plan_of(owner, no.pk), now=NOW)
    correct(owner, no)
    assert quiet_until(owner, now=NOW) == NOW + 2 * DAY
    assert refocus_window(owner, now=NOW + 2 * DAY) is None


@pytest.mark.parametrize("kind", [EventKind.REJECTION, EventKind.WITHDRAWAL])
def test_what_is_taken_out_again_asks_once_when_its_quiet_is_over(
    owner: Person, kind: EventKind
) -> None:
    no = learn(owner, kind=kind)
    choose_quiet(owner, origin_id=no.pk, hours=Hours.DAY, now=NOW)
    plan = care_plan_of(owner, no.pk)
    fold_away(plan, now=NOW)
    unfold(plan, now=NOW)
    assert quiet_until(owner, now=NOW) == NOW + DAY
    assert refocus_window(owner, now=NOW + DAY) is not None


def test_a_length_that_nobody_chose_is_that_of_the_noes_that_are_left(
    owner: Person,
) -> None:
    prefer_hours(owner, hours=Hours.TWO_DAYS)
    learn(owner, kind=EventKind.POSITION_CLOSED)
    longer = learn(owner, company="Elm", at=NOW + HOUR)
    assert quiet_until(owner, now=NOW + HOUR) == NOW + HOUR + 2 * DAY
    go(owner, longer, now=NOW + 2 * HOUR)
    assert quiet_until(owner, now=NOW + 2 * HOUR) == NOW + DAY
    come_back(owner, longer, now=NOW + 3 * HOUR)
    assert quiet_until(owner, now=NOW + 3 * HOUR) == NOW + HOUR + 2 * DAY


def test_a_no_of_which_no_length_was_kept_leaves_its_window_as_long_as_it_was(
    owner: Person,
) -> None:
    prefer_hours(owner, hours=Hours.TWO_DAYS)
    learn(owner)
    other = learn(owner, company="Elm", at=NOW + HOUR)
    NoInWindow.objects.update(hours=None)
    go(owner, other, now=NOW + 2 * HOUR)
    assert quiet_until(owner, now=NOW + 2 * HOUR) == NOW + 2 * DAY


@pytest.mark.parametrize("hours", [Hours.NONE, Hours.DAY])
def test_what_becomes_of_a_no_makes_no_chosen_window_longer(
    owner: Person, hours: Hours
) -> None:
    prefer_hours(owner, hours=Hours.TWO_DAYS)
    no = learn(owner)
    choose_quiet(owner, origin_id=no.pk, hours=hours, now=NOW)
    later = correct(owner, correct(owner, no), now=NOW + HOUR)
    go(owner, later, now=NOW + HOUR)
    go(owner, no_event(owner, no.pk), now=NOW + HOUR)
    go(owner, no, now=NOW + HOUR)
    come_back(owner, no, now=NOW + 2 * HOUR)
    assert QuietWindow.objects.get().ends_at == NOW + timedelta(hours=hours)


def test_none_that_was_wanted_for_one_of_several_stays_so_when_it_is_corrected(
    owner: Person,
) -> None:
    learn(owner)
    no = learn(owner, company="Elm", at=NOW + 5 * HOUR)
    now = NOW + 6 * HOUR
    choose_quiet(owner, origin_id=no.pk, hours=Hours.NONE, now=now)
    assert quiet_until(owner, now=now) == NOW + DAY
    correct(owner, no, now=now)
    assert quiet_until(owner, now=now) == NOW + DAY
    choose_quiet(owner, origin_id=no.pk, hours=Hours.TWO_DAYS, now=now)
    assert quiet_until(owner, now=now) == now + 2 * DAY


def test_a_later_event_takes_no_corrected_no_out_of_its_window(owner: Person) -> None:
    corrected = correct(owner, learn(owner))
    plan = care_plan_of(owner, corrected.pk)
    fold_away(plan, now=NOW)
    unfold(plan, now=NOW)
    application = corrected.application
    make_no(application=application, kind=EventKind.SILENCE, at=NOW + HOUR)
    catch_up(owner, now=NOW + HOUR)
    assert quiet_until(owner, now=NOW + HOUR) == NOW + DAY


def test_only_what_it_is_quiet_for_is_listed_to_be_opened(
    owner: Person, owner_client: Client
) -> None:
    learn(owner, company="Long Ago", said_at=NOW - 30 * DAY, at=NOW - 30 * DAY)
    for company in ("One Today", "Another Today"):
        learn(owner, company=company)
    chosen = learn(owner, company="Of Last Week", said_at=NOW - 6 * DAY)
    choose_quiet(owner, origin_id=chosen.pk, hours=Hours.DAY, now=NOW)
    correct(owner, chosen)
    with time_machine.travel(NOW, tick=False):
        page = owner_client.get(reverse("plan:list"), {"resting": ""}).content.decode()
    for company in ("One Today", "Another Today", "Of Last Week"):
        assert company in page
    assert "Long Ago" not in page
