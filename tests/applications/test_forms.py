from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from onward.applications.forms import (
    AddForm,
    CorrectionForm,
    EventForm,
    FactsForm,
    ListForm,
)
from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind, NoKind, Stage
from onward.applications.rules.listing import Show, Sort, Wanted

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def problems(form: Any) -> dict[str, list[str]]:
    assert not form.is_valid()
    return dict(form.errors)


def event_form(**data: str) -> EventForm:
    return EventForm(
        {"kind": "reply", "day": "2026-11-18"} | data,
        now=NOW,
        zone_name="Europe/Berlin",
    )


def add_form(**data: str) -> AddForm:
    return AddForm(
        {"company": "Acme", "state": "applied", "day": "2026-11-18"} | data,
        now=NOW,
        zone_name="UTC",
    )


@pytest.mark.parametrize(
    ("data", "field", "says"),
    [
        ({"day": "2026-11-21"}, "day", "not come yet"),
        ({"day": "1989-12-31"}, "day", "before 1990"),
        ({"day": ""}, "day", "Choose a day"),
        ({"day": "soon"}, "day", "2026-03-31"),
        ({"day": "2026-11-20", "time": "23:00"}, "time", "not come yet"),
        ({"time": "noonish"}, "time", "14:30"),
        ({"note": "x" * 5001}, "note", "5000"),
    ],
)
def test_each_problem_of_an_event_is_one_clear_sentence(
    data: dict[str, str], field: str, says: str
) -> None:
    found = problems(event_form(**data))
    assert list(found) == [field]
    assert len(found[field]) == 1
    assert says in found[field][0]


def test_an_interview_may_lie_ahead() -> None:
    form = event_form(kind="interview", day="2026-12-01", time="10:00")
    assert form.is_valid()
    assert form.at == datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def test_a_kind_that_no_person_records_is_refused() -> None:
    assert list(problems(event_form(kind="void"))) == ["kind"]


def correction(data: dict[str, str], **event: Any) -> CorrectionForm:
    at = datetime(2026, 11, 3, 8, 15, 42, tzinfo=UTC)
    row = Event(kind=event.pop("kind", "rejection"), at=at, payload=event)
    return CorrectionForm(data, event=row, now=NOW, zone_name="Europe/Berlin")


def test_a_correction_of_the_kind_alone_keeps_the_exact_moment() -> None:
    form = correction({"kind": "reply", "day": "2026-11-03", "time": "09:15"})
    assert form.is_valid()
    assert form.at.second == 42


def test_a_correction_of_the_day_moves_it() -> None:
    form = correction({"kind": "reply", "day": "2026-11-02", "time": "09:15"})
    assert form.is_valid()
    assert form.at == datetime(2026, 11, 2, 8, 15, tzinfo=UTC)


def test_a_correction_offers_the_kind_that_it_has_now() -> None:
    form = correction({}, kind="outreach")
    assert ("outreach", "They wrote to you") in form.fields["kind"].choices  # type: ignore[attr-defined]


def test_a_correction_starts_from_when_an_interview_begins() -> None:
    form = correction({}, kind="interview", starts_at="2026-12-01T10:00:00")
    assert str(form.initial["day"]) == "2026-12-01"


def test_an_application_needs_a_company_or_a_role() -> None:
    assert "company" in problems(add_form(company="", role=" "))
    assert add_form(company="", role="Driver").is_valid()


def test_what_is_saved_for_later_needs_no_day() -> None:
    form = add_form(state="saved", day="")
    assert form.is_valid()
    assert form.applied_at is None
    assert "day" in problems(add_form(day=""))


@pytest.mark.parametrize("day", ["2026-11-21", "1960-01-01"])
def test_a_day_that_cannot_be_meant_is_refused_kindly(day: str) -> None:
    assert "day" in problems(add_form(day=day))


def test_a_web_address_may_leave_out_its_beginning() -> None:
    form = add_form(url="jobs.acme.example/1")
    assert form.is_valid()
    assert form.facts["url"] == "https://jobs.acme.example/1"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "not an address"])
def test_what_is_no_web_address_is_refused(url: str) -> None:
    assert "url" in problems(add_form(url=url))


def test_a_fact_longer_than_the_ledger_keeps_is_refused() -> None:
    found = problems(FactsForm({"company": "x" * 201}))
    assert "200" in found["company"][0]
    assert len(found["company"]) == 1


def test_a_list_asks_for_what_it_understands_and_leaves_out_the_rest() -> None:
    form = ListForm(
        {"q": "acme", "show": "closed", "stage": "nonsense", "no": "they_said_no"},
        systems=["Lever"],
    )
    assert form.wanted == Wanted(
        search="acme", show=Show.CLOSED, no_kind=NoKind.THEY_SAID_NO
    )


def test_every_filter_reaches_the_list() -> None:
    form = ListForm(
        {"stage": "offer", "system": "Lever", "sort": "company"}, systems=["Lever"]
    )
    assert form.wanted == Wanted(stage=Stage.OFFER, system="Lever", sort=Sort.COMPANY)


def test_a_time_in_the_past_of_today_is_fine() -> None:
    form = event_form(day="2026-11-20", time="12:30")
    assert form.is_valid()
    assert form.at == NOW - timedelta(minutes=30)
    assert form.kind_chosen == EventKind.REPLY


def test_a_talk_to_come_that_was_only_a_reply_is_of_the_mails_own_day() -> None:
    data = {"kind": "reply", "day": "2026-12-01", "time": "10:00"}
    form = correction(data, kind="interview", starts_at="2026-12-01T10:00:00")
    assert form.is_valid(), form.errors
    assert form.at == datetime(2026, 11, 3, 8, 15, 42, tzinfo=UTC)
    assert not form.is_timed


def test_a_day_to_come_that_was_typed_for_a_reply_is_still_refused() -> None:
    data = {"kind": "reply", "day": "2026-12-02", "time": "10:00"}
    form = correction(data, kind="interview", starts_at="2026-12-01T10:00:00")
    assert list(problems(form)) == ["day"]
