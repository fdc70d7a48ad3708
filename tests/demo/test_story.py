from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta

import pytest

from onward.demo.rules import PLACEHOLDER
from onward.demo.story import STORY_ENDS_ON, Mail, story_applications, story_mails
from tests.demo.expected import (
    LEDGER,
    MESSAGES,
    NOES,
    as_lines,
    expected_ledger,
    expected_messages,
)

ENDS = [STORY_ENDS_ON + timedelta(days=days) for days in range(7)]
VERDICTS = Counter(mail.verdict for mail in story_mails())


def by_application() -> dict[str, list[Mail]]:
    mails: dict[str, list[Mail]] = {}
    for mail in story_mails():
        if mail.application:
            mails.setdefault(mail.application, []).append(mail)
    return mails


def test_the_checked_in_ledger_is_the_one_that_the_story_tells() -> None:
    assert json.loads(LEDGER.read_text(encoding="utf-8")) == expected_ledger()


def test_the_checked_in_messages_are_those_that_the_story_tells() -> None:
    assert MESSAGES.read_text(encoding="utf-8") == as_lines(expected_messages())


def test_the_story_has_the_shape_of_a_real_search() -> None:
    stages = Counter(application.stage for application in story_applications())
    noes = Counter(application.no_kind for application in story_applications())
    companies = {application.company for application in story_applications()}
    assert 390 <= len(story_mails()) <= 420
    assert sum(stages.values()) == 55
    assert len(companies) == 52
    assert noes == {
        "they_said_no": 20,
        "job_went_away": 2,
        "i_said_no": 1,
        "": 32,
    }
    assert stages["offer"] == 1
    assert VERDICTS["ambiguous"] == 2


def test_more_than_half_of_the_applications_stay_silent() -> None:
    open_ones = [mails for mails in by_application().values() if not has_no(mails)]
    silent = [
        mails
        for mails in open_ones
        if not {"interview", "offer"} & {mail.verdict for mail in mails}
    ]
    assert len(silent) == 30


def has_no(mails: list[Mail]) -> bool:
    return any(mail.verdict in NOES or mail.takes_back for mail in mails)


def test_a_closed_application_has_a_no_and_an_open_one_has_none() -> None:
    mails = by_application()
    for application in story_applications():
        closed = application.stage == "closed"
        assert has_no(mails[application.key]) == closed, application.key
        assert bool(application.no_kind) == closed, application.key


def test_the_last_day_holds_two_noes_before_noon_and_no_other_hiring_mail() -> None:
    last = [mail for mail in story_mails() if mail.day == 0 and mail.verdict != "other"]
    assert [mail.verdict for mail in last] == ["rejection", "rejection"]
    first, second = (mail.sent_at(ends_on=STORY_ENDS_ON) for mail in last)
    assert second - first > timedelta(hours=2)
    assert second.hour < 12


@pytest.mark.parametrize("ends_on", ENDS)
def test_no_other_no_moves_into_the_last_day(ends_on: date) -> None:
    noes = [mail.sent_at(ends_on=ends_on) for mail in story_mails() if has_no([mail])]
    assert sum(moment.date() == ends_on for moment in noes) == 2


@pytest.mark.parametrize("ends_on", ENDS)
def test_each_application_keeps_its_order_whatever_the_last_weekday(
    ends_on: date,
) -> None:
    for key, mails in by_application().items():
        moments = [mail.sent_at(ends_on=ends_on) for mail in mails]
        assert moments == sorted(moments), key
        assert len(set(moments)) == len(moments), key


@pytest.mark.parametrize("ends_on", ENDS)
def test_offices_write_on_working_days_but_for_the_last_day(ends_on: date) -> None:
    for mail in story_mails():
        moment = mail.sent_at(ends_on=ends_on)
        if mail.works and moment.date() != ends_on:
            assert moment.weekday() < 5, mail.key


def test_on_the_reference_day_nothing_has_to_be_moved() -> None:
    for mail in story_mails():
        day = STORY_ENDS_ON + timedelta(days=mail.day)
        assert mail.sent_at(ends_on=STORY_ENDS_ON).date() == day, mail.key


def test_an_interview_is_still_to_come_three_days_after_the_end() -> None:
    days = [mail.calendar["day"] for mail in story_mails() if mail.calendar]
    assert max(days) == 3


def test_a_personal_final_round_no_came_nine_days_before_the_end() -> None:
    (last,) = [
        mail
        for mail in story_mails()
        if mail.application == "pennine-table" and mail.verdict == "rejection"
    ]
    assert (last.day, last.system) == (-9, "")


def test_no_placeholder_is_left_or_misspelt() -> None:
    for mail in story_mails():
        for text in (mail.subject, mail.body, mail.footer):
            filled = mail.filled(text, ends_on=STORY_ENDS_ON)
            assert "{" not in filled, mail.key
            assert not PLACEHOLDER.search(filled), mail.key


def test_what_is_said_of_a_message_can_be_read_in_it() -> None:
    named = [truth for truth in expected_messages().values() if truth.get("company")]
    assert len(named) > 90
    for truth in expected_messages().values():
        if truth["verdict"] in {"outreach", "offer", "confirmation"}:
            assert set(truth) > {"company", "role"}


def test_two_noes_name_neither_company_nor_role() -> None:
    nameless = [
        truth for key, truth in expected_messages().items() if "candidate-relay" in key
    ]
    assert (
        nameless
        == [
            {
                "verdict": "rejection",
                "company": "",
                "role": "",
                "requisition": "",
                "system": "",
            }
        ]
        * 2
    )


def test_every_hiring_mail_is_worded_on_its_own() -> None:
    bodies = Counter(
        mail.body
        for mail in story_mails()
        if mail.verdict not in {"other", "job_alert"}
    )
    assert max(bodies.values()) == 1


def test_every_address_is_invented_or_that_of_a_known_system() -> None:
    systems = (
        "greenhouse-mail.io", "hire.lever.co", "myworkday.com", "otp.workday.com",
        "ashbyhq.com", "talent.icims.com", "taleo.net", "smartrecruiters.com",
        "successfactors.eu", "sapsf.eu", "personio.de", "recruitee.com",
        "candidates.workablemail.com", "app.bamboohr.com", "jobs.jobvite.com",
        "linkedin.com", "indeed.com", "stepstone.de",
        "amazonses.com", "sendgrid.net",
    )  # fmt: skip
    for mail in story_mails():
        domain = mail.sender.rstrip(">").rpartition("@")[2]
        assert domain.endswith((".example", *systems)), mail.sender
