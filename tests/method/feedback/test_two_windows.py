"""A draft that stands open in two windows: neither takes away what the other wrote."""

from __future__ import annotations

import pytest
from django.test import Client

from onward.method.feedback.models import FeedbackRequest
from onward.method.feedback.rules.kinds import Way
from onward.method.feedback.services.asking import mark_asked
from onward.method.feedback.services.drafting import begin_request
from onward.method.feedback.services.situation import Story
from tests.builders import NOW
from tests.method.feedback.conftest import ASKING
from tests.method.feedback.letters import DANA
from tests.people.test_two_windows import window

pytestmark = pytest.mark.usefixtures("still_clock")


@pytest.fixture
def row(story: Story) -> FeedbackRequest:
    return begin_request(story, to_name=DANA[0], to_address=DANA[1], now=NOW)


@pytest.mark.parametrize("press", ["", "later/", "voice/"])
def test_what_another_window_kept_stands_under_earlier_words(
    owner_client: Client, row: FeedbackRequest, press: str
) -> None:
    path = f"/feedback/draft/{row.pk}/"
    first, second = window(owner_client, path), window(owner_client, path)
    first["body"] += "\r\n\r\nAAA"
    second |= {"body": second["body"] + "\r\n\r\nBBB", "language": "de"}
    owner_client.post(path, first | {"subject": "Mine, from the first window"})
    page = owner_client.post(path + press, second, follow=True).content.decode()
    assert "kept in another window meanwhile" in page
    row.refresh_from_db()
    assert any("AAA" in words for words in row.words_before)
    assert any("BBB" in words for words in (row.body, *row.words_before))
    if press != "voice/":
        assert row.body.endswith("BBB")
    # Where only one wrote, the other takes nothing away.
    assert row.subject == "Mine, from the first window"
    assert "AAA" in owner_client.get(path).content.decode()


def test_a_window_that_wrote_nothing_leaves_the_words_of_the_other(
    owner_client: Client, row: FeedbackRequest
) -> None:
    path = f"/feedback/draft/{row.pk}/"
    first, second = window(owner_client, path), window(owner_client, path)
    owner_client.post(path, first | {"body": first["body"] + "\r\n\r\nAAA"})
    page = owner_client.post(path, second | {"to_name": "D. W."}, follow=True)
    # Before it is sent it is said that these are not the words that this window showed.
    told = "changed in another window meanwhile (“Message”)"
    assert told in page.content.decode()
    assert told not in owner_client.get(f"{path}ready/").content.decode()
    row.refresh_from_db()
    assert row.body.endswith("AAA")
    assert (row.to_name, row.words_before) == ("D. W.", [])


def test_a_window_alone_is_told_of_no_other(
    owner_client: Client, row: FeedbackRequest
) -> None:
    path = f"/feedback/draft/{row.pk}/"
    mine = window(owner_client, path)
    page = owner_client.post(
        path, mine | {"body": "One line.\r\nAnd two."}, follow=True
    )
    assert "another window" not in page.content.decode()
    page = owner_client.post(path, window(owner_client, path), follow=True)
    assert "another window" not in page.content.decode()


def test_a_subject_that_both_wrote_is_told(
    owner_client: Client, row: FeedbackRequest
) -> None:
    path = f"/feedback/draft/{row.pk}/"
    first, second = window(owner_client, path), window(owner_client, path)
    owner_client.post(path, first | {"subject": "One question"})
    answer = owner_client.post(path, second | {"subject": "A word?"}, follow=True)
    page = answer.content.decode()
    assert "In another window “Subject” was meanwhile: One question" in page
    row.refresh_from_db()
    assert row.subject == "A word?"


@pytest.mark.parametrize("press", ["", "later/", "voice/", "back/"])
def test_what_was_typed_while_it_was_noted_as_sent_is_kept(
    owner_client: Client, row: FeedbackRequest, press: str
) -> None:
    path = f"/feedback/draft/{row.pk}/"
    second = window(owner_client, path)
    mark_asked(row, way=Way.BY_HAND, at=ASKING, now=ASKING)
    late = second | {"body": "BBB, typed late."}
    page = owner_client.post(path + press, late, follow=True).content.decode()
    assert "noted as sent meanwhile" in page
    row.refresh_from_db()
    assert row.words_before == ["BBB, typed late."]
    assert row.body != "BBB, typed late."


@pytest.mark.parametrize("press", ["", "later/", "voice/", "back/"])
def test_what_was_typed_in_a_draft_that_was_deleted_meanwhile_is_given_back(
    owner_client: Client, row: FeedbackRequest, press: str
) -> None:
    path = f"/feedback/draft/{row.pk}/"
    late = window(owner_client, path)
    owner_client.post(f"{path}delete/")
    words = "I would be glad of a word\r\non the night shifts."
    answer = owner_client.post(path + press, late | {"body": words})
    assert answer.status_code == 404
    assert "was not saved" in answer.content.decode()
    # What the form was shown with is not what was typed.
    assert answer.context["typed"] == [late["to_name"], late["subject"], words]
    assert not FeedbackRequest.objects.exists()


def test_i_have_sent_it_speaks_of_the_words_that_its_window_showed(
    owner_client: Client, row: FeedbackRequest
) -> None:
    path = f"/feedback/draft/{row.pk}/"
    shown = window(owner_client, f"{path}ready/")
    kept = window(owner_client, path)
    owner_client.post(path, kept | {"body": kept["body"] + "\r\n\r\nAAA"})
    late = owner_client.post(f"{path}sent/", shown, follow=True).content.decode()
    assert "Nothing is noted yet" in late
    assert "AAA" in late
    row.refresh_from_db()
    assert row.asked_event is None
    now = window(owner_client, f"{path}ready/")
    owner_client.post(f"{path}sent/", now)
    row.refresh_from_db()
    assert row.asked_event is not None
