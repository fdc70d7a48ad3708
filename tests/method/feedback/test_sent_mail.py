from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import bring_back, take_back
from onward.mail.models import AwaitedAnswer
from onward.mail.services import import_paths
from onward.method.feedback.models import FeedbackRequest
from onward.method.feedback.rules.kinds import Reason, RequestState, Standing, Way
from onward.method.feedback.services.answering import answers_to
from onward.method.feedback.services.asking import begin_request
from onward.method.feedback.services.overview import requests_of, show, to_ask
from onward.method.feedback.services.situation import story_of
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW
from tests.method.feedback.conftest import ASKING, DAY
from tests.method.feedback.letters import (
    ASK,
    DANA,
    raw_letter,
    sent_letter,
    write_final_round,
)


def quiet(*, done: int, total: int = 0, message: str = "") -> None:
    """A progress that nobody watches."""


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


def test_taken_back_it_is_a_draft_and_brought_back_it_was_sent(
    owner: Person, tmp_path: Path
) -> None:
    application = read(owner, tmp_path / "in.mbox", sent_letter(at=ASKING))
    asked = Event.objects.get(kind=EventKind.FEEDBACK_ASKED)
    take_back(owner, asked, now=ASKING + DAY)
    catch_up(owner, now=ASKING + DAY)
    request = FeedbackRequest.objects.get()
    assert request.state == RequestState.DRAFT
    assert story_of(owner, application).reason == Reason.INTERVIEWED
    bring_back(owner, asked, now=ASKING + DAY)
    catch_up(owner, now=ASKING + DAY)
    request.refresh_from_db()
    assert request.state == RequestState.ASKED
