from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core import serializers
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.core.passwords import FILE_NAME
from onward.jobs.models import Job
from onward.jobs.services import claim_next, run_job
from onward.mail.jobs import ask_model
from onward.mail.models import AnswerState, ModelAnswer, OwnModel, Review
from onward.mail.own_model.words import OUTCOME_WORDS, VERDICT_WORDS
from onward.mail.rules.own_model.answers import Outcome
from onward.mail.rules.own_model.asking import CHOICES
from onward.mail.services.asking import ask_about_ambiguous
from onward.mail.services.own_model import server_of
from onward.people.models import Person
from tests.builders import quiet
from tests.mail.own_model import model_server as behave
from tests.mail.own_model.conftest import make_message, make_receipt
from tests.mail.own_model.model_server import ModelServer as Server

pytestmark = pytest.mark.django_db
KEY = "sesame-key-17"


def typed(address: str, **more: object) -> dict[str, object]:
    return {"address": address, "name": "small", "key": "", **more}


def text_of(client: Client, name: str, *arguments: object) -> str:
    return client.get(reverse(name, args=arguments)).content.decode()


def proposed(row: OwnModel, **facts: Any) -> ModelAnswer:
    make_message(person=row.person, **facts)
    ask_about_ambiguous(row.person, progress=quiet)
    return ModelAnswer.objects.get()


def test_it_is_off_until_it_is_turned_on(owner_client: Client) -> None:
    page = text_of(owner_client, "mail:model")
    assert "off until you turn it on" in page
    assert "Keep and turn on" in page
    assert "Turn it off" not in page
    assert not OwnModel.objects.exists()
    assert reverse("mail:model") in text_of(owner_client, "mail:home")


def test_it_is_set_up_tested_asked_and_turned_off(
    owner_client: Client, owner: Person, server: Server
) -> None:
    make_message(person=owner)
    kept = owner_client.post(
        reverse("mail:model"), typed(server.address, key=KEY), follow=True
    ).content.decode()
    assert "Kept, and turned on" in kept
    assert "which is this computer. Nothing leaves it." in kept
    assert "not encrypted" in kept
    tested = owner_client.post(reverse("mail:model_test"), follow=True)
    assert "read an invented no as a no" in tested.content.decode()
    assert "Quill Street" in str(server.asked[0]), "an invented message is sent"
    assert "lives closer" not in str(server.asked[0])
    owner_client.post(reverse("mail:model_ask"))
    job = claim_next("w", now=Job.objects.get().run_after)
    assert job is not None
    run_job(job, ask_model)
    done = text_of(owner_client, "jobs:detail", job.pk)
    assert "1 to look at" in done
    assert server.headers[-1]["Authorization"] == f"Bearer {KEY}"
    off = owner_client.post(reverse("mail:model_off"), follow=True).content.decode()
    assert "Nothing is sent to it any more" in off
    again = owner_client.post(reverse("mail:model_ask"), follow=True).content.decode()
    assert "Your model is off" in again
    assert len(server.asked) == 2


def test_the_page_shows_word_for_word_what_would_be_sent(
    owner_client: Client, row: OwnModel, server: Server
) -> None:
    make_message(person=row.person)
    page = text_of(owner_client, "mail:model")
    ask_about_ambiguous(row.person, progress=quiet)
    system, data = (part["content"] for part in server.asked[0]["messages"])
    assert escape(system) in page
    mark = data.split()[2]
    assert escape(data.replace(mark, "0123456789abcdef")) in page


def test_the_key_is_in_its_file_alone(
    owner_client: Client, owner: Person, server: Server
) -> None:
    owner_client.post(reverse("mail:model"), typed(server.address, key=KEY))
    file = settings.HOME / FILE_NAME
    assert KEY in file.read_text()
    assert file.stat().st_mode & 0o077 == 0
    owner_client.post(reverse("mail:model_ask"))
    rows = [*OwnModel.objects.all(), *Job.objects.all()]
    assert KEY not in serializers.serialize("json", rows)
    assert KEY not in text_of(owner_client, "mail:model")
    assert server_of(OwnModel.objects.get()).key == KEY


def test_a_key_is_kept_for_the_same_server_and_forgotten_for_another(
    owner_client: Client, owner: Person, server: Server
) -> None:
    owner_client.post(reverse("mail:model"), typed(server.address, key=KEY))
    owner_client.post(reverse("mail:model"), typed(server.address, name="larger"))
    assert server_of(OwnModel.objects.get()).key == KEY
    owner_client.post(reverse("mail:model"), typed("http://localhost:9/v1"))
    assert server_of(OwnModel.objects.get()).key == ""
    assert KEY not in (settings.HOME / FILE_NAME).read_text()


def test_removing_it_takes_the_key_and_open_readings_along(
    owner_client: Client, owner: Person, server: Server
) -> None:
    owner_client.post(reverse("mail:model"), typed(server.address, key=KEY))
    proposed(OwnModel.objects.get())
    assert "Remove this model?" in text_of(owner_client, "mail:model_remove")
    owner_client.post(reverse("mail:model_remove"))
    assert not OwnModel.objects.exists()
    assert not ModelAnswer.objects.exists()
    assert KEY not in (settings.HOME / FILE_NAME).read_text()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"address": "nonsense here"}, "Enter it as http://localhost:11434/v1"),
        ({"address": ""}, "This is needed"),
        ({"address": "https://robin:pw@models.example.org"}, "Leave user name and"),
        ({"address": "http://models.example.org/v1"}, "could be read on the way"),
        ({"address": "https://models.example.org/v1"}, "is not this computer"),
        ({"name": ""}, "This is needed"),
        ({"key": "two words"}, "without spaces"),
        ({"key": "a\u2028b"}, "without spaces"),
    ],
)
def test_what_cannot_be_kept_comes_back_with_all_that_was_typed(
    owner_client: Client, more: dict[str, str], words: str
) -> None:
    data = typed("http://localhost:9/v1", asks_after_reading="on") | more
    answer = owner_client.post(reverse("mail:model"), data)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    for value in filter(None, (data["address"], data["name"])):
        assert f'value="{value}"' in page
    assert "checked" in page
    assert not OwnModel.objects.exists()


def test_another_computer_needs_a_tick_that_is_given_anew_each_time(
    owner_client: Client,
) -> None:
    data = typed("https://models.example.org/v1", may_leave_computer="on")
    page = owner_client.post(reverse("mail:model"), data, follow=True).content.decode()
    assert "which is not this computer. The text leaves it." in page
    assert " checked" not in page.partition("<form class")[2]
    without = owner_client.post(
        reverse("mail:model"), typed("https://models.example.org/v1", name="b")
    )
    assert without.status_code == 422
    assert OwnModel.objects.get().name == "small"


def test_a_tick_for_this_computer_means_nothing_later(owner_client: Client) -> None:
    data = typed("http://localhost:9/v1", may_leave_computer="on")
    owner_client.post(reverse("mail:model"), data)
    assert OwnModel.objects.get().may_leave_computer is False


def test_a_machine_at_home_is_said_to_be_unprotected(owner_client: Client) -> None:
    data = typed("http://192.168.1.5:11434", may_leave_computer="on")
    page = owner_client.post(reverse("mail:model"), data, follow=True).content.decode()
    assert "It is not protected on the way." in page


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        (behave.raw(b"{}", status=401), "does not accept the key"),
        (behave.hang_up, "broke off"),
        (behave.raw(b"<html>"), "does not speak as a language model does"),
        (behave.always("hm"), "answered in another form"),
        (behave.always(behave.reading("offer", "thank you for your time")), "An offer"),
    ],
)
def test_a_test_says_in_a_sentence_how_it_went(
    owner_client: Client,
    row: OwnModel,
    server: Server,
    behaviour: behave.Behaviour,
    words: str,
) -> None:
    server.behave = behaviour
    page = owner_client.post(reverse("mail:model_test"), follow=True).content.decode()
    assert words in page


def test_a_trouble_stands_on_the_pages_until_it_answers_again(
    owner_client: Client, row: OwnModel, server: Server
) -> None:
    server.behave = behave.raw(b"{}", status=429)
    owner_client.post(reverse("mail:model_test"))
    for name in ("mail:home", "mail:model"):
        assert "asks for a pause" in text_of(owner_client, name)
    server.behave = behave.well
    owner_client.post(reverse("mail:model_test"))
    assert "asks for a pause" not in text_of(owner_client, "mail:home")


def test_a_reading_is_shown_beside_its_message_with_its_words(
    owner_client: Client, row: OwnModel
) -> None:
    make_receipt(person=row.person)
    answer = proposed(row)
    review = text_of(owner_client, "mail:review")
    assert "Your model reads it as <strong>They said no</strong>" in review
    assert "<mark>given the post to somebody who\nlives closer</mark>" in review
    assert "on the timeline of Bookbinder · Quill Street Press" in review
    message = text_of(owner_client, "mail:message", answer.message_id)
    assert "nothing is recorded yet" in message
    assert message.count("<mark>given the post to somebody who") == 2
    assert f'<option value="{answer.application_id}" selected>' in message


def test_one_press_records_a_no_and_goes_to_its_care(
    owner_client: Client, row: OwnModel
) -> None:
    make_receipt(person=row.person)
    answer = proposed(row)
    done = owner_client.post(reverse("mail:reading_accept", args=[answer.pk]))
    event = Event.objects.get(kind=EventKind.REJECTION)
    assert done["Location"] == reverse("plan:no", args=[event.pk])
    assert "Your model reads" not in text_of(owner_client, "mail:review")
    again = owner_client.post(
        reverse("mail:reading_accept", args=[answer.pk]), follow=True
    )
    assert "needs you to say where it belongs" in again.content.decode()
    assert Event.objects.filter(kind=EventKind.REJECTION).count() == 1


def test_other_readings_go_to_the_timeline_or_aside(
    owner_client: Client, row: OwnModel
) -> None:
    make_receipt(person=row.person)
    invited = proposed(row, text="We would talk with you on Thursday at ten.")
    done = owner_client.post(reverse("mail:reading_accept", args=[invited.pk]))
    event = Event.objects.get(kind=EventKind.INTERVIEW)
    detail = reverse("applications:detail", args=[event.application_id])
    assert done["Location"] == detail
    make_message(person=row.person, text="Here is our autumn newsletter.")
    ask_about_ambiguous(row.person, progress=quiet)
    other = ModelAnswer.objects.get(verdict="other")
    assert "puts the message aside" in text_of(owner_client, "mail:review")
    owner_client.post(reverse("mail:reading_accept", args=[other.pk]))
    other.message.refresh_from_db()
    assert other.message.review == Review.SETTLED


def test_dismissing_leaves_the_message_waiting(
    owner_client: Client, row: OwnModel
) -> None:
    answer = proposed(row)
    owner_client.post(reverse("mail:reading_dismiss", args=[answer.pk]))
    page = text_of(owner_client, "mail:review")
    assert "The post" in page
    assert "Your model reads" not in page
    answer.refresh_from_db()
    assert answer.state == AnswerState.DISMISSED


def test_a_reading_without_a_place_leads_to_the_message(
    owner_client: Client, row: OwnModel
) -> None:
    invitation = "We would talk with you on Thursday at ten."
    answer = proposed(row, company="", role="", text=invitation)
    page = text_of(owner_client, "mail:review")
    assert "Where it belongs is open" in page
    assert "Record it so" not in page
    done = owner_client.post(reverse("mail:reading_accept", args=[answer.pk]))
    assert done["Location"] == reverse("mail:message", args=[answer.message_id])
    message = text_of(owner_client, "mail:message", answer.message_id)
    assert '<option value="interview" selected>' in message


def test_hostile_words_in_a_quote_are_shown_as_words(
    owner_client: Client, row: OwnModel, server: Server
) -> None:
    text = "The panel <script>alert(1)</script> has met."
    server.behave = behave.always(behave.reading("other", text))
    proposed(row, text=text)
    page = text_of(owner_client, "mail:review")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_answers_that_were_let_go_are_counted_in_words(
    owner_client: Client, row: OwnModel, server: Server
) -> None:
    server.behave = behave.always("hm")
    make_message(person=row.person)
    make_message(person=row.person)
    ask_about_ambiguous(row.person, progress=quiet)
    page = text_of(owner_client, "mail:model")
    assert "2 × answered in another form than was asked for" in page


def test_nobody_else_sees_or_moves_any_of_it(
    outsider_client: Client, row: OwnModel, settings: Any
) -> None:
    settings.MODEL_ADDRESSES = [row.address]
    answer = proposed(row)
    for name in ("mail:model_test", "mail:model_off", "mail:model_remove"):
        assert outsider_client.post(reverse(name)).status_code == 404
    for name in ("mail:reading_accept", "mail:reading_dismiss"):
        reply = outsider_client.post(reverse(name, args=[answer.pk]))
        assert reply.status_code == 404
    page = text_of(outsider_client, "mail:model")
    assert row.address not in page
    assert "lives closer" not in page
    outsider_client.post(reverse("mail:model_ask"))
    assert not Job.objects.filter(kind="mail.ask").exists()
    answer.refresh_from_db()
    assert answer.state == AnswerState.WAITING


def test_where_people_share_an_onward_nobody_may_unless_it_is_allowed(
    outsider_client: Client, outsider: Person, server: Server, settings: Any
) -> None:
    settings.MODEL_ADDRESSES = []
    page = text_of(outsider_client, "mail:model")
    assert "whoever runs it has allowed no language model" in page
    assert "<form class" not in page
    refused = outsider_client.post(reverse("mail:model"), typed(server.address))
    assert refused.status_code == 422
    assert not OwnModel.objects.exists()
    settings.MODEL_ADDRESSES = [server.address]
    other = outsider_client.post(reverse("mail:model"), typed("http://localhost:9"))
    assert "has not allowed this address" in other.content.decode()
    allowed = outsider_client.post(reverse("mail:model"), typed(server.address))
    assert allowed.status_code == 302
    assert OwnModel.objects.get().person == outsider


def test_a_full_disk_loses_nothing_that_was_typed(
    owner_client: Client, tmp_path: Path, settings: Any
) -> None:
    settings.HOME = tmp_path / "gone"
    answer = owner_client.post(
        reverse("mail:model"), typed("http://localhost:9/v1", key=KEY)
    )
    assert answer.status_code == 422
    assert "The key could not be kept" in answer.content.decode()
    assert not OwnModel.objects.exists()


def test_the_review_page_asks_the_database_as_often_for_many_readings(
    owner_client: Client, row: OwnModel
) -> None:
    make_receipt(person=row.person)

    counts = []
    for _turn in range(2):
        for _number in range(4):
            make_message(person=row.person)
        ask_about_ambiguous(row.person, progress=quiet)
        with CaptureQueriesContext(connection) as captured:
            owner_client.get(reverse("mail:review"))
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_every_reading_and_every_outcome_has_words() -> None:
    assert set(VERDICT_WORDS) == set(CHOICES)
    assert set(OUTCOME_WORDS) == set(Outcome)
