from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.test import Client

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.services import EventDraft, commit_events, take_back
from onward.mail.models import AwaitedAnswer, MailMessage, Review
from onward.mail.services.importing import import_paths
from onward.method.feedback.models import Feedback, FeedbackRequest
from onward.method.feedback.rules.kinds import Origin, Standing, Tag, Way, WouldAct
from onward.method.feedback.services.answering import (
    keep_answer,
    keep_told,
    not_the_answer,
)
from onward.method.feedback.services.arrived import answers_to
from onward.method.feedback.services.asking import mark_asked
from onward.method.feedback.services.drafting import begin_request
from onward.method.feedback.services.lessons import (
    feedback_of,
    keep_next_time,
    tag_feedback,
    themes_of,
)
from onward.method.feedback.services.overview import open_requests, rate_of, requests_of
from onward.method.feedback.services.situation import Story, story_of
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no, quiet
from tests.method.feedback.conftest import ASKING, DAY, the_no
from tests.method.feedback.letters import (
    DANA,
    make_message,
    put_on_timeline,
    raw_letter,
)

FRIEND = ("Noor Haddad", "noor@friends.example")
WORDS = "Sure. Your plan was sound, a bit more on costs would have helped. Dana"


@pytest.fixture
def asked(story: Story) -> FeedbackRequest:
    request = begin_request(story, to_name=DANA[0], to_address=DANA[1], now=NOW)
    mark_asked(request, way=Way.BY_HAND, at=ASKING, now=ASKING)
    return request


def write_mail(path: Path, *letters: bytes) -> Path:
    path.write_bytes(b"".join(letters))
    return path


def test_an_answer_without_a_word_of_hiring_is_kept_and_shown(
    owner: Person, asked: FeedbackRequest, tmp_path: Path
) -> None:
    mail = write_mail(
        tmp_path / "in.mbox",
        raw_letter(
            sender=DANA,
            subject="Re: Hello",
            text=f"{WORDS}\n\n> Could I ask you one thing?\n",
            sent_at=ASKING + DAY,
            message_id="a@brightharbour.example",
        ),
        raw_letter(
            sender=("Sam Ito", "sam@brightharbour.example"),
            subject="Re: Operations",
            text="Dana asked me to answer: bring examples.\n",
            sent_at=ASKING + 2 * DAY,
            message_id="b@brightharbour.example",
            in_reply_to=asked.in_reply_to,
        ),
        raw_letter(
            sender=FRIEND,
            subject="Dinner",
            text="On Friday?\n",
            sent_at=ASKING + DAY,
            message_id="c@friends.example",
        ),
        raw_letter(
            sender=DANA,
            subject="Old",
            text="From before anybody asked.\n",
            sent_at=ASKING - DAY,
            message_id="d@brightharbour.example",
        ),
    )
    before = MailMessage.objects.count()
    import_paths(owner, [mail], progress=quiet)
    import_paths(owner, [mail], progress=quiet)
    assert MailMessage.objects.count() == before + 2
    first, second = answers_to(asked)
    assert (first.sender_address, second.sender_name) == (DANA[1], "Sam Ito")
    assert first.review == Review.NONE
    assert not Event.objects.filter(source_id=first.pk).exists()


def test_nothing_is_kept_where_nobody_waits(
    owner: Person, story: Story, tmp_path: Path
) -> None:
    letter = raw_letter(
        sender=DANA,
        subject="Hello",
        text=WORDS,
        sent_at=ASKING + DAY,
        message_id="a@brightharbour.example",
    )
    before = MailMessage.objects.count()
    import_paths(owner, [write_mail(tmp_path / "in.mbox", letter)], progress=quiet)
    assert MailMessage.objects.count() == before


def test_an_answer_is_kept_verbatim_once_and_ends_the_waiting(
    owner: Person, asked: FeedbackRequest
) -> None:
    text = f"  {WORDS}\n  Second line.\n\n> quoted\n"
    message = make_message(
        person=owner, text=text, sent_at=ASKING + DAY, verdict="other"
    )
    kept = keep_answer(asked, message, now=ASKING + 2 * DAY)
    assert keep_answer(asked, message, now=ASKING + 2 * DAY) == kept
    assert kept.text == f"{WORDS}\n  Second line."
    event = Event.objects.get(kind=EventKind.FEEDBACK_RECEIVED)
    assert event.payload["note"] == kept.text
    assert (event.source_id, event.at) == (message.pk, message.sent_at)
    assert not AwaitedAnswer.objects.exists()
    (shown,) = requests_of(owner, now=ASKING + 60 * DAY)
    assert (shown.standing, shown.answers) == (Standing.ANSWERED, ())


def test_an_answer_that_waited_for_review_is_settled(
    owner: Person, asked: FeedbackRequest
) -> None:
    message = make_message(person=owner, sent_at=ASKING + DAY, verdict="ambiguous")
    MailMessage.objects.filter(pk=message.pk).update(review=Review.AMBIGUOUS)
    message.refresh_from_db()
    keep_answer(asked, message, now=ASKING + DAY)
    message.refresh_from_db()
    assert message.review == Review.SETTLED


def test_what_is_not_the_answer_is_not_shown_again(
    owner: Person, asked: FeedbackRequest
) -> None:
    message = make_message(person=owner, sent_at=ASKING + DAY)
    assert answers_to(asked) == [message]
    not_the_answer(asked, message)
    not_the_answer(asked, message)
    assert answers_to(asked) == []


def test_a_late_answer_is_still_welcome(owner: Person, asked: FeedbackRequest) -> None:
    late = ASKING + 40 * DAY
    make_message(person=owner, sent_at=late - DAY)
    (shown,) = open_requests(owner, now=late)
    assert shown.standing == Standing.SILENT
    assert len(shown.answers) == 1


def test_taken_back_on_the_timeline_an_answer_does_not_count(
    owner: Person, asked: FeedbackRequest
) -> None:
    message = make_message(person=owner, sent_at=ASKING + DAY)
    keep_answer(asked, message, now=ASKING + DAY)
    take_back(
        owner, Event.objects.get(kind=EventKind.FEEDBACK_RECEIVED), now=ASKING + DAY
    )
    (shown,) = requests_of(owner, now=ASKING + 2 * DAY)
    assert shown.standing == Standing.WAITING
    assert list(feedback_of(owner).filter(came_from=Origin.ANSWER)) == []


def test_what_was_told_by_phone_is_kept_word_for_word(
    owner: Person, asked: FeedbackRequest
) -> None:
    kept = keep_told(
        owner,
        application=asked.application,
        request=asked,
        text="“Bring one example more.”",
        said_by="Dana",
        at=ASKING,
        now=ASKING,
    )
    assert kept.text == "“Bring one example more.”"
    (shown,) = requests_of(owner, now=ASKING)
    assert shown.standing == Standing.ANSWERED


def test_the_reason_in_a_no_is_kept_with_its_message_once(
    owner: Person, final_round: Application
) -> None:
    (found,) = feedback_of(owner)
    assert found.came_from == Origin.REJECTION
    assert found.text == ("They had more hands-on experience in planning night shifts.")
    assert found.message is not None
    assert found.message.text[found.start :].startswith("They had more")
    no = the_no(final_round)
    from onward.method.feedback.services.answering import read_rejection

    read_rejection(owner, no, now=NOW)
    assert feedback_of(owner).count() == 1
    take_back(owner, no, now=NOW)
    assert feedback_of(owner).count() == 0


def test_a_form_letter_leaves_no_feedback(
    owner: Person, machine_no: Application
) -> None:
    assert not Feedback.objects.exists()


def told(person: Person, company: str, *tags: Tag) -> Feedback:
    application = make_application(person=person, company=company)
    make_no(application=application)
    kept = keep_told(
        person,
        application=application,
        request=None,
        text="More depth in planning.",
        said_by="",
        at=NOW,
        now=NOW,
    )
    tag_feedback(kept, tags=tags, would_act=WouldAct.YES, now=NOW)
    return kept


def test_a_theme_is_shown_at_three_employers_by_the_persons_own_tags(
    owner: Person, outsider: Person
) -> None:
    for company in ("Oakmere Foods", "Oakmere Foods GmbH", "Quill Street"):
        told(owner, company, Tag.SKILL)
    told(outsider, "Bright Harbour", Tag.SKILL)
    assert themes_of(owner) == []
    told(owner, "Bright Harbour", Tag.SKILL, Tag.FIT)
    (theme,) = themes_of(owner)
    assert (theme.tag, theme.sources, len(theme.pieces)) == (Tag.SKILL, 3, 4)
    assert theme.can_act
    assert not theme.is_kept
    keep_next_time(owner, tag=Tag.SKILL, text="bring one plan", now=NOW)
    assert themes_of(owner)[0].is_kept


def test_what_was_not_tagged_is_no_theme(owner: Person) -> None:
    for company in ("Oakmere Foods", "Bright Harbour", "Quill Street"):
        told(owner, company)
    assert themes_of(owner) == []


def test_the_own_rate_counts_finished_requests_only(owner: Person) -> None:
    for number in range(6):
        application = make_application(person=owner, company=f"Firm {number}")
        make_no(application=application, at=NOW - 90 * DAY)
        story = story_of(owner, application)
        request = begin_request(
            story, to_name="", to_address=f"a{number}@b.example", now=NOW
        )
        days = 1 if number == 5 else 30
        mark_asked(request, way=Way.BY_HAND, at=NOW - days * DAY, now=NOW)
        if number == 0:
            keep_told(
                owner,
                application=application,
                request=request,
                text="Yes.",
                said_by="",
                at=NOW,
                now=NOW,
            )
    rate = rate_of(requests_of(owner, now=NOW))
    assert rate is not None
    assert (rate.answered, rate.finished) == (1, 5)
    assert (rate.low, rate.high) == (6, 48)
    assert rate_of(requests_of(owner, now=NOW)[2:]) is None


def test_absence_notes_are_no_answer(owner: Person, asked: FeedbackRequest) -> None:
    make_message(
        person=owner,
        subject="Automatic reply: Hello",
        sent_at=ASKING + timedelta(hours=1),
    )
    assert answers_to(asked) == []


def test_the_steps_read_events_in_any_order(owner: Person) -> None:
    """Mail may be read long after the request was noted."""
    application = make_application(person=owner)
    make_no(application=application, at=NOW - 20 * DAY)
    message = make_message(person=owner, sent_at=NOW - 10 * DAY)
    catch_up(owner, now=NOW)
    request = begin_request(
        story_of(owner, application), to_name="", to_address=DANA[1], now=NOW
    )
    mark_asked(request, way=Way.BY_HAND, at=NOW - 12 * DAY, now=NOW)
    assert answers_to(request) == [message]


def test_an_answer_that_was_read_as_a_second_no_is_none_any_more(
    owner: Person, asked: FeedbackRequest
) -> None:
    answer = make_message(
        person=owner,
        subject="Re: Your application",
        text=WORDS,
        sent_at=ASKING + DAY,
        verdict="rejection",
    )
    application = Application.objects.get(pk=asked.application_id)
    first = the_no(application)
    second = put_on_timeline(answer, application)
    assert [found.pk for found in answers_to(asked)] == [answer.pk]
    keep_answer(asked, answer, now=ASKING + 2 * DAY)
    second.refresh_from_db()
    first.refresh_from_db()
    assert second.is_void
    assert not first.is_void
    keep_answer(asked, answer, now=ASKING + 3 * DAY)


def test_an_answer_that_was_not_looked_at_yet_is_no_silence(
    owner: Person, owner_client: Client, asked: FeedbackRequest
) -> None:
    make_message(person=owner, text=WORDS, sent_at=ASKING + DAY, verdict="other")
    with time_machine.travel(ASKING + 60 * DAY, tick=False):
        owner_client.force_login(owner)
        page = owner_client.get(f"/feedback/application/{asked.application_id}/")
    text = page.content.decode()
    assert "This looks like the answer" in text
    assert "something came since" in text
    assert "No answer came" not in text


@pytest.fixture
def read_answer(owner: Person, asked: FeedbackRequest) -> MailMessage:
    message = make_message(person=owner, sent_at=ASKING + DAY, verdict="rejection")
    draft = EventDraft(
        application_id=asked.application_id,
        kind=EventKind.FEEDBACK_RECEIVED,
        at=message.sent_at,
        decided_by=DecidedBy.RULE,
        source_kind=SourceKind.MESSAGE,
        source_id=message.pk,
        key=f"mail:{message.key}",
    )
    commit_events(owner, [draft], now=ASKING + DAY)
    return message


def test_what_mail_told_as_feedback_stands_once_when_it_is_kept(
    asked: FeedbackRequest, read_answer: MailMessage
) -> None:
    keep_answer(asked, read_answer, now=ASKING + 2 * DAY)
    received = Event.objects.get(kind=EventKind.FEEDBACK_RECEIVED, voided_by=None)
    assert received.decided_by == DecidedBy.PERSON


def test_what_is_not_the_answer_is_again_what_its_words_say(
    asked: FeedbackRequest, read_answer: MailMessage
) -> None:
    not_the_answer(asked, read_answer)
    told = Event.objects.get(source_id=read_answer.pk, voided_by=None)
    assert told.kind == EventKind.REJECTION
