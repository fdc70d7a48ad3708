"""A friendly answer after the last word: said to decide nothing, it opens nothing again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from onward.applications.rules.kinds import EventKind, NoKind, Stage
from onward.mail.services.committing import commit_mail
from onward.mail.services.reviewing import settle
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.mail.test_rearranging import keep

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("last", "no"),
    [
        (EventKind.OFFER_DECLINED, NoKind.I_SAID_NO),
        (EventKind.WITHDRAWAL, NoKind.I_SAID_NO),
        (EventKind.REJECTION, NoKind.THEY_SAID_NO),
        (EventKind.POSITION_CLOSED, NoKind.JOB_WENT_AWAY),
    ],
)
def test_a_reply_after_the_last_word_opens_nothing(
    owner: Person, last: EventKind, no: NoKind
) -> None:
    application = make_application(
        person=owner,
        applied_at=NOW - 30 * DAY,
        events=((EventKind.OFFER, NOW - 9 * DAY), (last, NOW - 5 * DAY)),
    )
    message = keep(owner, {"key": "kind", "verdict": "ambiguous", "hours": 1})
    message.sent_at = NOW - 4 * DAY
    message.save()
    settle(owner, message, kind=EventKind.REPLY, application=application, now=NOW)
    commit_mail(owner, now=NOW)
    application.refresh_from_db()
    assert (application.stage, application.no_kind) == (Stage.CLOSED, no)
    # What is more than a kind word does.
    message = keep(owner, {"key": "more", "verdict": "ambiguous", "hours": 2})
    message.sent_at = NOW - 3 * DAY
    message.save()
    settle(owner, message, kind=EventKind.INTERVIEW, application=application, now=NOW)
    application.refresh_from_db()
    assert application.stage == Stage.INTERVIEW
