from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import bring_back, move_event, take_back
from onward.mail.models import AwaitedAnswer
from onward.mail.services.importing import import_paths
from onward.method.feedback.models import FeedbackRequest
from onward.method.feedback.rules.kinds import Reason, RequestState, Standing, Way
from onward.method.feedback.services.arrived import answers_to
from onward.method.feedback.services.asking import mark_asked
from onward.method.feedback.services.drafting import begin_request
from onward.method.feedback.services.overview import requests_of, show, to_ask
from onward.method.feedback.services.situation import story_of
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no, quiet
from tests.method.feedback.conftest import ASKING, DAY
from tests.method.feedback.letters import (
    ASK,
    DANA,
    raw_letter,
    sent_letter,
    write_final_round,
)


def read(person: Person, path: Path, *letters: bytes) -> Application:
    """Read the mail of a final round and a no, and what else lies there."""
    write_final_round(path, said_no_at=NOW)
    path.write_bytes(path.read_bytes() + b"".join(letters))
    import_paths(person, [path], progress=quiet)
    catch_up(person, now=ASKING + DAY)
    return Application.objects.get()


def test_what_was_asked_in_own_mail_is_the_one_request(
    owner: Person, tmp_path: Path
) -> None:
    application = read(owner, tmp_path / "in.mbox", sent_letter(at=ASKING))
    request = FeedbackRequest.objects.get()
    assert (request.to_name, request.to_address) == DANA
    assert request.way == Way.OWN_MAIL
    assert request.body == ASK.split("\n\n>")[0]
    assert show(request, now=ASKING + DAY).standing == Standing.WAITING
    assert story_of(owner, application).reason == Reason.ASKED
    assert to_ask(owner, now=ASKING + DAY) == []
    assert AwaitedAnswer.objects.get().address == DANA[1]


def test_its_answer_is_noticed(owner: Person, tmp_path: Path) -> None:
    read(owner, tmp_path / "in.mbox", sent_letter(at=ASKING))
    answer = raw_letter(
        sender=DANA,
        subject="Re: Re: Operations Coordinator",
        text="Of course. Bring more examples. Dana\n",
        sent_at=ASKING + DAY,
        message_id="a@brightharbour.example",
        in_reply_to="ask@me.example",
    )
    (tmp_path / "later.mbox").write_bytes(answer)
    import_paths(owner, [tmp_path / "later.mbox"], progress=quiet)
    (found,) = answers_to(FeedbackRequest.objects.get())
    assert found.message_id == "a@brightharbour.example"


def test_reading_again_and_a_second_mail_add_nothing(
    owner: Person, tmp_path: Path
) -> None:
    first = sent_letter(at=ASKING)
    read(owner, tmp_path / "in.mbox", first)
    second = sent_letter(at=ASKING + DAY, text=f"{ASK}Again", name="again")
    read(owner, tmp_path / "in.mbox", first, second)
    (shown,) = requests_of(owner, now=ASKING + DAY)
    assert shown.request.message_id == "ask@me.example"


def test_a_draft_becomes_what_was_really_sent(owner: Person, tmp_path: Path) -> None:
    application = read(owner, tmp_path / "in.mbox")
    draft = begin_request(
        story_of(owner, application), to_name=DANA[0], to_address=DANA[1], now=NOW
    )
    written = draft.body
    read(owner, tmp_path / "in.mbox", sent_letter(at=ASKING))
    request = FeedbackRequest.objects.get()
    assert request.pk == draft.pk
    assert request.state == RequestState.ASKED
    assert request.body.startswith("Hi Dana,\n\nthank you for the time.")
    assert request.previous_body == written


@pytest.mark.parametrize("days", [-3, -40])
def test_a_question_before_the_no_is_none_about_it(
    owner: Person, tmp_path: Path, days: int
) -> None:
    application = read(owner, tmp_path / "in.mbox", sent_letter(at=NOW + days * DAY))
    assert not FeedbackRequest.objects.exists()
    assert story_of(owner, application).reason == Reason.INTERVIEWED


def test_taken_back_nothing_was_asked_and_brought_back_it_was(
    owner: Person, tmp_path: Path
) -> None:
    application = read(owner, tmp_path / "in.mbox", sent_letter(at=ASKING))
    asked = Event.objects.get(kind=EventKind.FEEDBACK_ASKED)
    take_back(owner, asked, now=ASKING + DAY)
    catch_up(owner, now=ASKING + DAY)
    assert not FeedbackRequest.objects.exists()
    assert not AwaitedAnswer.objects.exists()
    assert story_of(owner, application).reason == Reason.INTERVIEWED
    bring_back(owner, asked, now=ASKING + DAY)
    catch_up(owner, now=ASKING + DAY)
    assert FeedbackRequest.objects.get().asked_event == asked
    assert AwaitedAnswer.objects.get().address == DANA[1]


def test_a_draft_is_a_draft_again_where_the_mail_is_taken_back(
    owner: Person, tmp_path: Path
) -> None:
    application = read(owner, tmp_path / "in.mbox")
    story = story_of(owner, application)
    draft = begin_request(story, to_name=DANA[0], to_address=DANA[1], now=NOW)
    read(owner, tmp_path / "in.mbox", sent_letter(at=ASKING))
    take_back(owner, Event.objects.get(kind=EventKind.FEEDBACK_ASKED), now=ASKING + DAY)
    catch_up(owner, now=ASKING + DAY)
    request = FeedbackRequest.objects.get()
    assert (request.state, request.body) == (RequestState.DRAFT, draft.body)
    assert (request.asked_event, request.message_id, request.way) == (None, "", "")
    assert mark_asked(request, way=Way.BY_HAND, at=ASKING + DAY, now=ASKING + DAY)
    request.refresh_from_db()
    assert request.asked_event is not None
    assert request.asked_event.at == ASKING + DAY


def test_a_question_that_belongs_elsewhere_is_asked_there(
    owner: Person, tmp_path: Path
) -> None:
    application = read(owner, tmp_path / "in.mbox", sent_letter(at=ASKING))
    asked = Event.objects.get(kind=EventKind.FEEDBACK_ASKED)
    other = make_no(
        application=make_application(person=owner, company="Oakmere Foods")
    ).application
    catch_up(owner, now=ASKING + DAY)
    moved = move_event(owner, asked, to=other, now=ASKING + DAY)
    catch_up(owner, now=ASKING + DAY)
    assert FeedbackRequest.objects.get().application == other
    assert story_of(owner, application).reason == Reason.INTERVIEWED
    assert story_of(owner, other).reason == Reason.ASKED
    take_back(owner, moved, now=ASKING + DAY)
    catch_up(owner, now=ASKING + DAY)
    assert FeedbackRequest.objects.get().application == application


def test_a_no_that_is_told_later_was_asked_about_already(
    owner: Person, tmp_path: Path
) -> None:
    path = tmp_path / "in.mbox"
    write_final_round(path, said_no_at=NOW)
    letters = path.read_bytes().split(b"From - Mon")
    path.write_bytes(b"From - Mon".join(letters[:-1]) + sent_letter(at=NOW))
    import_paths(owner, [path], progress=quiet)
    catch_up(owner, now=NOW)
    assert not FeedbackRequest.objects.exists()
    make_no(application=Application.objects.get(), at=NOW + timedelta(hours=4))
    catch_up(owner, now=NOW + timedelta(hours=4))
    assert FeedbackRequest.objects.get().way == Way.OWN_MAIL
    assert story_of(owner, Application.objects.get()).reason == Reason.ASKED


def test_whom_it_went_to_is_somebody_who_can_answer(
    owner: Person, tmp_path: Path
) -> None:
    to = b"To: robin@me.example, no-reply@x.example, dana.whitcombe@brightharbour.example"
    letter = sent_letter(at=ASKING).replace(f"To: {DANA[0]} <{DANA[1]}>".encode(), to)
    read(owner, tmp_path / "in.mbox", letter)
    assert FeedbackRequest.objects.get().to_address == DANA[1]


def test_a_stranger_with_a_long_name_fits(owner: Person, tmp_path: Path) -> None:
    long = "a" * 400
    to = f"To: robin@me.example, {long}@brightharbour.example".encode()
    letter = sent_letter(at=ASKING).replace(f"To: {DANA[0]} <{DANA[1]}>".encode(), to)
    read(owner, tmp_path / "in.mbox", letter)
    assert len(FeedbackRequest.objects.get().to_address) <= 320
