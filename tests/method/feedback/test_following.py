"""What was said, and what the person made of it, follows its event when that is put right."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.services import (
    EventDraft,
    bring_back,
    commit_events,
    correct_event,
    move_event,
    split,
    take_back,
)
from onward.method.feedback.models import Feedback, FeedbackRequest, NoToAskAbout
from onward.method.feedback.rules.kinds import Origin, RequestState, Standing, Tag, Way
from onward.method.feedback.services.answering import keep_told
from onward.method.feedback.services.asking import mark_asked, take_asking_back
from onward.method.feedback.services.drafting import begin_request
from onward.method.feedback.services.lessons import (
    feedback_about,
    feedback_of,
    tag_feedback,
)
from onward.method.feedback.services.overview import requests_of, to_ask
from onward.method.feedback.services.situation import story_of
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.method.feedback.letters import make_message, put_on_timeline

DAY = timedelta(days=1)
LETTER = """Dear Robin,

thank you for your application. Unfortunately we decided for another candidate, because \
you have too little experience with budgets.

Best regards,
Dana Whitcombe
"""


@pytest.fixture
def application(owner: Person) -> Application:
    return make_application(person=owner, company="Fernhill")


@pytest.fixture
def no(owner: Person, application: Application) -> Event:
    """A no whose reason was found, and tagged by the person."""
    no = put_on_timeline(
        make_message(person=owner, text=LETTER, sent_at=NOW), application
    )
    catch_up(owner, now=NOW)
    (row,) = feedback_of(owner)
    tag_feedback(row, tags=[Tag.EXPERIENCE], would_act=None, now=NOW)
    return no


def tags(person: Person) -> list[list[str]]:
    return [row.tags for row in feedback_of(person)]


def correct(
    person: Person, event: Event, *, kind: EventKind, at: datetime = NOW - DAY
) -> Event:
    event.refresh_from_db()
    corrected = correct_event(person, event, kind=kind, at=at, now=NOW)
    catch_up(person, now=NOW)
    return corrected


def undo(person: Person, event: Event) -> None:
    take_back(person, event, now=NOW)
    catch_up(person, now=NOW)


@pytest.mark.postgresql
def test_a_reason_stays_with_its_tags_when_the_day_of_the_no_is_corrected(
    owner: Person, no: Event
) -> None:
    first = correct(owner, no, kind=EventKind.REJECTION)
    assert tags(owner) == [[Tag.EXPERIENCE]]
    second = correct(owner, first, kind=EventKind.REJECTION, at=NOW - 2 * DAY)
    assert tags(owner) == [[Tag.EXPERIENCE]]
    assert Feedback.objects.get().event == second


def test_set_back_the_no_has_its_reason_again(owner: Person, no: Event) -> None:
    corrected = correct(owner, no, kind=EventKind.REJECTION)
    undo(owner, corrected)
    assert tags(owner) == [[Tag.EXPERIENCE]]
    assert Feedback.objects.get().event == no
    bring_back(owner, corrected, now=NOW)
    catch_up(owner, now=NOW)
    assert tags(owner) == [[Tag.EXPERIENCE]]


def test_corrected_set_back_and_corrected_again_before_it_is_read(
    owner: Person, no: Event
) -> None:
    first = correct(owner, no, kind=EventKind.REJECTION)
    take_back(owner, first, now=NOW)
    no.refresh_from_db()
    correct(owner, no, kind=EventKind.REJECTION, at=NOW - 2 * DAY)
    assert tags(owner) == [[Tag.EXPERIENCE]]


def test_what_turns_out_to_be_no_no_gives_no_reason_until_it_is_one_again(
    owner: Person, no: Event
) -> None:
    corrected = correct(owner, no, kind=EventKind.INTERVIEW)
    assert tags(owner) == []
    correct(owner, corrected, kind=EventKind.REJECTION)
    assert tags(owner) == [[Tag.EXPERIENCE]]


def test_a_no_that_was_feedback_alone_keeps_its_words(owner: Person, no: Event) -> None:
    corrected = correct(owner, no, kind=EventKind.FEEDBACK_RECEIVED)
    assert tags(owner) == [[Tag.EXPERIENCE]]
    assert Feedback.objects.get().came_from == Origin.TOLD
    undo(owner, corrected)
    assert tags(owner) == [[Tag.EXPERIENCE]]
    assert Feedback.objects.get().came_from == Origin.REJECTION


def test_taken_back_it_is_gone_and_comes_back_with_its_no(
    owner: Person, no: Event
) -> None:
    undo(owner, no)
    assert tags(owner) == []
    bring_back(owner, no, now=NOW)
    catch_up(owner, now=NOW)
    assert tags(owner) == [[Tag.EXPERIENCE]]


def test_a_no_taken_back_before_it_is_read_is_read_when_it_counts_again(
    owner: Person, application: Application
) -> None:
    no = put_on_timeline(
        make_message(person=owner, text=LETTER, sent_at=NOW), application
    )
    undo(owner, no)
    assert not Feedback.objects.exists()
    bring_back(owner, no, now=NOW)
    catch_up(owner, now=NOW)
    assert feedback_of(owner).count() == 1


def test_another_event_of_the_same_mail_takes_its_reason_over(
    owner: Person, application: Application, no: Event
) -> None:
    undo(owner, no)
    message = Feedback.objects.get().message
    assert message is not None
    again = EventDraft(
        application_id=application.pk,
        kind=EventKind.REJECTION,
        at=NOW,
        decided_by=DecidedBy.RULE,
        source_kind=SourceKind.MESSAGE,
        source_id=message.pk,
        key=f"read-again:{message.key}",
    )
    (other,) = commit_events(owner, [again], now=NOW)
    catch_up(owner, now=NOW)
    assert tags(owner) == [[Tag.EXPERIENCE]]
    assert Feedback.objects.get().event == other


def test_what_was_told_by_telephone_stays_when_its_day_is_corrected(
    owner: Person, application: Application
) -> None:
    kept = keep_told(
        owner,
        application=application,
        request=None,
        text="More depth in planning.",
        said_by="Dana",
        at=NOW,
        now=NOW,
    )
    catch_up(owner, now=NOW)
    tag_feedback(kept, tags=[Tag.SKILL], would_act=None, now=NOW)
    assert kept.event is not None
    corrected = correct(owner, kept.event, kind=EventKind.FEEDBACK_RECEIVED)
    assert tags(owner) == [[Tag.SKILL]]
    undo(owner, corrected)
    assert tags(owner) == [[Tag.SKILL]]
    correct(owner, kept.event, kind=EventKind.REJECTION)
    assert tags(owner) == []


@pytest.mark.parametrize("is_corrected", [False, True])
def test_moved_a_no_takes_its_reason_and_its_question_along(
    owner: Person, application: Application, no: Event, *, is_corrected: bool
) -> None:
    standing = correct(owner, no, kind=EventKind.REJECTION) if is_corrected else no
    right = make_application(person=owner, company="Larkfield")
    standing.refresh_from_db()
    moving = move_event(owner, standing, to=right, now=NOW)
    catch_up(owner, now=NOW)
    assert [row.tags for row in feedback_about(owner, right)] == [[Tag.EXPERIENCE]]
    assert not feedback_about(owner, application).exists()
    (story,) = to_ask(owner, now=NOW + 5 * DAY)
    assert story.application == right
    take_back(owner, moving, now=NOW)
    catch_up(owner, now=NOW)
    assert [row.tags for row in feedback_about(owner, application)] == [
        [Tag.EXPERIENCE]
    ]
    assert not feedback_about(owner, right).exists()
    (story,) = to_ask(owner, now=NOW + 5 * DAY)
    assert story.application == application


def test_parted_what_was_said_is_about_the_new_one(
    owner: Person, application: Application, no: Event
) -> None:
    no.refresh_from_db()
    part = split(owner, application, events=[no], now=NOW)
    catch_up(owner, now=NOW)
    assert feedback_about(owner, part).count() == 1
    assert not feedback_about(owner, application).exists()
    assert NoToAskAbout.objects.get().application == part


@pytest.fixture
def request_sent(owner: Person, no: Event) -> FeedbackRequest:
    application = Application.objects.get(pk=no.application_id)
    request = begin_request(
        story_of(owner, application),
        to_name="Dana",
        to_address="dana@fernhill.example",
        now=NOW,
    )
    mark_asked(request, way=Way.BY_HAND, at=NOW, now=NOW)
    catch_up(owner, now=NOW)
    return request


def standing(person: Person) -> tuple[Standing, bool]:
    """Return how it stands with the one request, and whether it is one that left."""
    (shown,) = requests_of(person, now=NOW)
    return shown.standing, shown.request.state == RequestState.ASKED


@pytest.mark.postgresql
def test_a_question_stays_asked_when_its_day_is_corrected(
    owner: Person, request_sent: FeedbackRequest
) -> None:
    assert request_sent.asked_event is not None
    event = request_sent.asked_event
    corrected = correct(owner, event, kind=EventKind.FEEDBACK_ASKED, at=NOW)
    assert standing(owner) == (Standing.WAITING, True)
    undo(owner, corrected)
    assert standing(owner) == (Standing.WAITING, True)
    assert FeedbackRequest.objects.get().asked_event == event


@pytest.mark.parametrize("times", [0, 1, 2])
def test_what_was_not_sent_after_all_is_a_draft_however_often_its_day_was_corrected(
    owner: Person, request_sent: FeedbackRequest, times: int
) -> None:
    assert request_sent.asked_event is not None
    event = request_sent.asked_event
    for _ in range(times):
        event = correct(owner, event, kind=EventKind.FEEDBACK_ASKED, at=NOW)
    request = FeedbackRequest.objects.get()
    assert take_asking_back(request, now=NOW)
    catch_up(owner, now=NOW)
    assert standing(owner) == (Standing.DRAFT, False)
    asked = Event.objects.filter(kind=EventKind.FEEDBACK_ASKED, voided_by=None)
    assert not asked.exists()
    mark_asked(FeedbackRequest.objects.get(), way=Way.BY_HAND, at=NOW, now=NOW)
    catch_up(owner, now=NOW)
    assert standing(owner) == (Standing.WAITING, True)
    assert asked.count() == 1


def test_a_question_that_was_something_else_is_a_draft_again(
    owner: Person, request_sent: FeedbackRequest
) -> None:
    assert request_sent.asked_event is not None
    other = correct(owner, request_sent.asked_event, kind=EventKind.FOLLOW_UP)
    assert standing(owner) == (Standing.DRAFT, False)
    undo(owner, other)
    assert standing(owner) == (Standing.WAITING, True)


def test_moved_a_no_takes_the_request_about_it_along(
    owner: Person, application: Application, no: Event, request_sent: FeedbackRequest
) -> None:
    right = make_application(person=owner, company="Larkfield")
    no.refresh_from_db()
    moving = move_event(owner, no, to=right, now=NOW)
    catch_up(owner, now=NOW)
    (shown,) = requests_of(owner, now=NOW)
    assert shown.request.application.head == right
    assert shown.standing == Standing.WAITING
    assert story_of(owner, right).request == request_sent
    take_back(owner, moving, now=NOW)
    catch_up(owner, now=NOW)
    (shown,) = requests_of(owner, now=NOW)
    assert shown.request.application.head == application
