from __future__ import annotations

import re
import uuid
from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.method.feedback import views
from onward.method.feedback.models import Feedback, FeedbackRequest, NextTime
from onward.method.feedback.rules.kinds import RequestState, Tag, Way
from onward.method.feedback.services.asking import mark_asked, save_draft
from onward.method.feedback.services.drafting import begin_request
from onward.method.feedback.services.situation import Story
from onward.method.plan.services import catch_up
from onward.people.http import PersonRequest
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no
from tests.method.feedback.conftest import ASKING, DAY, the_no
from tests.method.feedback.letters import DANA, make_message

pytestmark = pytest.mark.usefixtures("still_clock")


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


@pytest.fixture
def row(story: Story) -> FeedbackRequest:
    return begin_request(story, to_name=DANA[0], to_address=DANA[1], now=NOW)


def asked(row: FeedbackRequest) -> FeedbackRequest:
    mark_asked(row, way=Way.BY_HAND, at=ASKING, now=ASKING)
    return row


def test_the_application_page_leads_here(
    owner_client: Client, final_round: Application
) -> None:
    html = page(owner_client, f"/applications/{final_round.pk}/")
    assert f"/feedback/application/{final_round.pk}/" in html


def test_after_a_final_round_whom_and_when_are_said(
    owner_client: Client, final_round: Application
) -> None:
    html = page(owner_client, f"/feedback/application/{final_round.pk}/")
    assert "Asking may be worth one message" in html
    assert "from Tuesday 24 November" in html
    assert "Head of Operations · " in html
    assert "planning night shifts" in html


def test_after_an_automatic_no_the_reason_is_said_and_one_may_ask_all_the_same(
    owner_client: Client, machine_no: Application
) -> None:
    path = f"/feedback/application/{machine_no.pk}/"
    html = page(owner_client, path)
    assert "Asking is not offered here" in html
    assert "Only automatic mail came from them" in html
    assert "I would like to ask all the same" in html
    answer = owner_client.post(path, {"whom": "by-hand", "to_name": "Mr Lane"})
    row = FeedbackRequest.objects.get()
    assert answer.headers["Location"] == f"/feedback/draft/{row.pk}/"
    assert row.body.startswith("Dear Mr Lane,")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"whom": "by-hand", "to_address": "dana"}, "Enter one address"),
        ({"whom": "x@y.example"}, "Choose one of the list."),
    ],
)
def test_whom_to_ask_comes_back_with_a_sentence(
    owner_client: Client,
    final_round: Application,
    typed: dict[str, str],
    sentence: str,
) -> None:
    path = f"/feedback/application/{final_round.pk}/"
    answer = owner_client.post(path, typed)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    assert typed.get("to_address", "") in html
    assert not FeedbackRequest.objects.exists()


def test_without_a_name_and_an_address_there_is_a_draft_to_copy(
    owner_client: Client, machine_no: Application
) -> None:
    path = f"/feedback/application/{machine_no.pk}/"
    assert "without an address, the draft can be copied" in page(owner_client, path)
    typed = {"whom": "by-hand", "to_name": "", "to_address": ""}
    draft = owner_client.post(path, typed).headers["Location"]
    row = FeedbackRequest.objects.get()
    assert (row.to_name, row.to_address, row.in_reply_to) == ("", "", "")
    assert "To nobody by name yet. Nothing was sent." in page(owner_client, path)
    kept = {"subject": row.subject, "body": row.body}
    ready = owner_client.post(draft, kept).headers["Location"]
    html = page(owner_client, ready)
    assert "Copy the words" in html
    assert "nobody yet" in html
    assert "mailto:" not in html
    owner_client.post(ready.replace("ready", "sent"))
    assert "You asked</h2>" in page(owner_client, path)
    assert page(owner_client, "/feedback/")


def test_from_draft_to_asked_by_hand(
    owner_client: Client, final_round: Application
) -> None:
    path = f"/feedback/application/{final_round.pk}/"
    draft = owner_client.post(path, {"whom": DANA[1]}).headers["Location"]
    html = page(owner_client, draft)
    assert "Hi Dana," in html
    typed = {
        "to_name": "Dana",
        "to_address": DANA[1],
        "subject": "Re: Hello",
        "body": "Hi Dana,\r\n\r\none question & no more.",
    }
    ready = owner_client.post(draft, typed).headers["Location"]
    html = page(owner_client, ready)
    assert "one question &amp; no more." in html
    assert (
        "mailto:dana.whitcombe@brightharbour.example?subject=Re%3A%20Hello"
        "&amp;body=Hi%20Dana%2C%0D%0A%0D%0Aone%20question%20%26%20no%20more."
    ) in html
    assert "data-copy" in html
    assert not Event.objects.filter(kind=EventKind.FEEDBACK_ASKED).exists()
    answer = owner_client.post(ready.replace("/ready/", "/sent/"), follow=True)
    html = answer.content.decode()
    assert "Noted as asked." in html
    assert "You asked Dana" in html
    assert "it closes by itself" in html
    assert owner_client.get(draft).status_code == 302
    assert owner_client.get(ready).status_code == 302


def press(html: str, words: str) -> str:
    """Return where the form posts to whose one press says these words."""
    forms = re.findall(r'<form[^>]* action="([^"]+)"(.*?)</form>', html, re.DOTALL)
    found = [action for action, inner in forms if words in inner]
    assert len(found) == 1, found
    return str(found[0])


@pytest.mark.parametrize("words", ["Undo", "I did not send it"])
def test_a_slip_of_having_sent_it_has_a_way_back_where_it_was_said(
    owner_client: Client, row: FeedbackRequest, words: str
) -> None:
    url = f"/feedback/draft/{row.pk}/sent/"
    html = owner_client.post(url, follow=True).content.decode()
    story = f"/applications/{row.application_id}/"
    seen = page(owner_client, story).partition("What was noted and changed")[0]
    assert "<h3>You asked for feedback</h3>" in seen
    html = owner_client.post(press(html, words), follow=True).content.decode()
    assert "It is a draft again." in html
    assert "A draft is here" in html
    row.refresh_from_db()
    assert not row.is_asked
    assert owner_client.get(f"/feedback/draft/{row.pk}/").status_code == 200
    answer = owner_client.post(press(html, "I have sent it"), follow=True)
    assert "Noted as asked." in answer.content.decode()
    row.refresh_from_db()
    assert row.is_asked
    events = Event.objects.filter(kind=EventKind.FEEDBACK_ASKED, voided_by=None)
    assert events.count() == 1


def test_a_draft_that_was_not_sent_after_all_can_be_deleted(
    owner_client: Client, row: FeedbackRequest
) -> None:
    owner_client.post(f"/feedback/draft/{row.pk}/sent/")
    owner_client.post(f"/feedback/draft/{row.pk}/not-sent/")
    owner_client.post(f"/feedback/draft/{row.pk}/delete/")
    assert not FeedbackRequest.objects.exists()
    assert page(owner_client, f"/applications/{row.application_id}/")


def test_what_left_from_here_cannot_be_unsaid(
    owner_client: Client, outsider_client: Client, row: FeedbackRequest
) -> None:
    mark_asked(row, way=Way.SMTP, at=NOW, now=NOW)
    path = f"/feedback/application/{row.application_id}/"
    assert "I did not send it" not in page(owner_client, path)
    url = f"/feedback/draft/{row.pk}/not-sent/"
    assert owner_client.post(url).status_code == 302
    row.refresh_from_db()
    assert row.is_asked
    assert outsider_client.post(url).status_code == 404


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"body": "  "}, "The message is empty"),
        ({"subject": ""}, "Enter a subject."),
        ({"to_address": "dana at b"}, "Enter one address"),
        ({"body": "x" * 20_001}, "longer than 20000 characters"),
    ],
)
def test_a_draft_that_cannot_be_kept_comes_back_whole(
    owner_client: Client,
    row: FeedbackRequest,
    changes: dict[str, str],
    sentence: str,
) -> None:
    typed = {
        "to_name": "D",
        "to_address": DANA[1],
        "subject": "My own subject",
        "body": "My own words",
        **changes,
    }
    answer = owner_client.post(f"/feedback/draft/{row.pk}/", typed)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    for value in typed.values():
        assert value.strip() in html
    row.refresh_from_db()
    assert row.subject != "My own subject"


def test_a_draft_is_written_anew_in_another_language_and_brought_back(
    owner_client: Client, row: FeedbackRequest
) -> None:
    voice = {"language": "fr", "formality": "formal", "focus": "preparation"}
    path = f"/feedback/draft/{row.pk}/"
    html = owner_client.post(path + "voice/", voice, follow=True).content.decode()
    assert "Bonjour Dana Whitcombe," in html
    # What was only drafted here is nobody's words to bring back.
    assert "Bring these words back" not in html
    assert "Your words from before" not in html
    save_draft(row, body="Hi Dana, in my own words.")
    html = owner_client.post(path + "voice/", voice, follow=True).content.decode()
    assert "Your words from before stand below" in html
    assert "Bring these words back" in html
    html = owner_client.post(path + "back/", follow=True).content.decode()
    assert "Hi Dana," in html
    wrong = owner_client.post(path + "voice/", {**voice, "language": "xx"})
    assert wrong.status_code == 422
    row.refresh_from_db()
    assert row.body.startswith("Hi Dana,")


def test_a_name_typed_beside_a_draft_makes_its_words_nobodys_own(
    owner_client: Client, row: FeedbackRequest
) -> None:
    path = f"/feedback/draft/{row.pk}/"
    typed = {"to_name": "Sam", "to_address": DANA[1], "body": row.body}
    owner_client.post(path + "voice/", {**typed, **VOICE})
    row.refresh_from_db()
    assert row.body.startswith("Guten Tag Sam,")
    assert row.words_before == []


def test_language_and_tone_are_said_to_be_from_mail_only_where_they_are(
    owner_client: Client, row: FeedbackRequest, machine_no: Application
) -> None:
    path = f"/feedback/draft/{row.pk}/"
    assert "taken from your mail with them" in page(owner_client, path)
    owner_client.post(path + "voice/", VOICE)
    assert "taken from your mail" not in page(owner_client, path)
    silent = make_application(person=row.person, company="Teasel Bank")
    make_no(application=silent)
    catch_up(row.person, now=NOW)
    answer = owner_client.post(
        f"/feedback/application/{silent.pk}/", {"whom": "by-hand"}
    )
    assert "taken from your mail" not in page(owner_client, answer.headers["Location"])


@pytest.mark.parametrize("where", ["", "later/", "back/"])
def test_a_chosen_voice_is_kept_until_it_is_written_in(
    owner_client: Client, row: FeedbackRequest, where: str
) -> None:
    path = f"/feedback/draft/{row.pk}/"
    owner_client.post(path + where, {**TYPED, **VOICE, "language": "sv"})
    html = page(owner_client, path)
    assert '<option value="sv" selected>' in html
    row.refresh_from_db()
    # The words that stand there are still in their own language.
    assert row.language == "en"
    owner_client.post(path + "voice/", {**VOICE, "language": "sv"})
    row.refresh_from_db()
    assert (row.language, row.chosen_voice) == ("sv", {})


def test_without_an_address_no_answer_is_promised(
    owner_client: Client, row: FeedbackRequest
) -> None:
    path = f"/feedback/draft/{row.pk}/"
    owner_client.post(path, {**TYPED, "to_address": ""})
    html = owner_client.post(path + "sent/", follow=True).content.decode()
    assert "No address is noted here" in html
    assert "If an answer comes in your mail" not in html


VOICE = {"language": "de", "formality": "formal", "focus": "next"}
TYPED = {
    "to_name": "Dana W.",
    "to_address": DANA[1],
    "subject": "My own subject",
    "body": "Words that nobody kept yet.",
}


def test_words_that_were_not_kept_yet_outlive_a_new_voice(
    owner_client: Client, row: FeedbackRequest
) -> None:
    path = f"/feedback/draft/{row.pk}/"
    answer = owner_client.post(path + "voice/", {**TYPED, **VOICE}, follow=True)
    html = answer.content.decode()
    assert "Guten Tag Dana W.," in html
    assert "My own subject" in html
    assert "Words that nobody kept yet." in html
    owner_client.post(path + "voice/", {**VOICE, "language": "fr"})
    row.refresh_from_db()
    number = row.words_before.index("Words that nobody kept yet.")
    typed = {"body": "Others, typed since.", "number": str(number)}
    owner_client.post(path + "back/", typed)
    row.refresh_from_db()
    assert row.body == "Words that nobody kept yet."
    assert "Others, typed since." in row.words_before
    for unknown in ("99", "-1", "x", "9" * 5000):
        owner_client.post(path + "back/", {"number": unknown})
    row.refresh_from_db()
    assert row.body == "Words that nobody kept yet."


def test_an_emptied_message_is_written_anew_and_the_kept_one_stays(
    owner_client: Client, row: FeedbackRequest
) -> None:
    save_draft(row, body="Kept words.")
    path = f"/feedback/draft/{row.pk}/voice/"
    owner_client.post(path, {**TYPED, **VOICE, "body": "", "subject": ""})
    row.refresh_from_db()
    assert row.body.startswith("Guten Tag")
    assert row.words_before == ["Kept words."]
    assert row.subject == "Re: Operations Coordinator"


@pytest.mark.parametrize("where", ["voice", "back"])
def test_what_cannot_be_kept_comes_back_as_it_was_typed(
    owner_client: Client, row: FeedbackRequest, where: str
) -> None:
    typed = {**TYPED, **VOICE, "to_address": "dana at b"}
    answer = owner_client.post(f"/feedback/draft/{row.pk}/{where}/", typed)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Enter one address" in html
    for value in ("Words that nobody kept yet.", "dana at b", "My own subject"):
        assert value in html
    row.refresh_from_db()
    assert row.body.startswith("Hi Dana,")


def test_not_now_keeps_what_was_typed(
    owner_client: Client, outsider_client: Client, row: FeedbackRequest
) -> None:
    path = f"/feedback/draft/{row.pk}/later/"
    assert outsider_client.post(path, TYPED).status_code == 404
    answer = owner_client.post(path, {**TYPED, "to_address": "dana at b"}, follow=True)
    assert "A draft is here" in answer.content.decode()
    row.refresh_from_db()
    assert row.body == "Words that nobody kept yet."
    assert row.to_address == DANA[1]


def test_what_is_typed_is_kept_before_any_button_is_pressed(
    owner_client: Client, outsider_client: Client, row: FeedbackRequest
) -> None:
    path = f"/feedback/draft/{row.pk}/typed/"
    assert outsider_client.post(path, TYPED).status_code == 404
    assert owner_client.get(path).status_code == 405
    answer = owner_client.post(path, {**TYPED, **VOICE, "to_address": "dana at b"})
    # Half an address is no address: it is not among what was kept.
    assert answer.status_code == 422
    assert answer.json() == {"kept": ["to_name", "subject", "body"]}
    row.refresh_from_db()
    assert row.body == "Words that nobody kept yet."
    assert row.to_address == DANA[1]
    assert row.chosen_voice["language"] == VOICE["language"]
    assert row.words_before == []


@pytest.mark.parametrize(
    ("emptied", "status"),
    [("subject", 422), ("body", 422), ("to_name", 200), ("to_address", 200)],
)
def test_an_emptied_field_that_keeps_its_last_words_is_told(
    owner_client: Client, row: FeedbackRequest, emptied: str, status: int
) -> None:
    path = f"/feedback/draft/{row.pk}/typed/"
    answer = owner_client.post(path, {**TYPED, **VOICE, emptied: ""})
    assert answer.status_code == status
    assert (emptied in answer.json()["kept"]) == (status == 200)


def test_what_is_typed_as_the_draft_leaves_is_not_called_kept(
    owner_client: Client, row: FeedbackRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_request = views.own_request

    def left_meanwhile(request: PersonRequest, key: uuid.UUID) -> FeedbackRequest:
        found = own_request(request, key)
        FeedbackRequest.objects.filter(pk=key).update(state=RequestState.ASKED)
        return found

    monkeypatch.setattr(views, "own_request", left_meanwhile)
    answer = owner_client.post(f"/feedback/draft/{row.pk}/typed/", TYPED)
    assert answer.status_code == 409
    row.refresh_from_db()
    assert row.body != TYPED["body"]


def test_words_typed_on_are_no_other_window(
    owner_client: Client, row: FeedbackRequest
) -> None:
    path = f"/feedback/draft/{row.pk}/"
    first = {**TYPED, "body": "Half a", "initial-body": row.body}
    owner_client.post(path + "typed/", first)
    # What was kept is what the page was shown with from then on: see typed.js.
    owner_client.post(
        path + "typed/", {**TYPED, "body": "Half a line.", "initial-body": "Half a"}
    )
    row.refresh_from_db()
    assert (row.body, row.words_before) == ("Half a line.", [])
    assert "In another window" not in page(owner_client, path)


def test_what_is_typed_does_not_change_what_was_sent_or_deleted(
    owner_client: Client, row: FeedbackRequest
) -> None:
    save_draft(row, body="What was sent.")
    asked(row)
    path = f"/feedback/draft/{row.pk}/typed/"
    assert owner_client.post(path, TYPED).status_code == 409
    row.refresh_from_db()
    assert (row.body, row.words_before) == ("What was sent.", [])
    row.delete()
    assert owner_client.post(path, TYPED).status_code == 404
    assert not FeedbackRequest.objects.exists()


def test_the_pages_say_that_they_said_something_already(
    owner_client: Client, row: FeedbackRequest, final_round: Application
) -> None:
    html = page(owner_client, f"/feedback/draft/{row.pk}/")
    assert "They said something about it already" in html
    assert "planning night shifts" in html
    assert 'value="next" selected' in html
    assert "Both buttons above keep what you typed." in html
    row.delete()
    html = page(owner_client, f"/feedback/application/{final_round.pk}/")
    assert "They said something about it already: it stands below." in html


def test_where_nothing_was_said_the_question_is_not_offered(
    owner_client: Client, machine_no: Application
) -> None:
    data = {"whom": "by-hand", "to_name": "Mr Lane"}
    path = f"/feedback/application/{machine_no.pk}/"
    assert "They said something" not in page(owner_client, path)
    draft = owner_client.post(path, data).headers["Location"]
    html = page(owner_client, draft)
    assert "They said something" not in html
    assert 'value="next"' not in html
    assert owner_client.post(draft + "voice/", VOICE).status_code == 422


def test_a_draft_can_be_deleted(owner_client: Client, row: FeedbackRequest) -> None:
    answer = owner_client.post(f"/feedback/draft/{row.pk}/delete/", follow=True)
    assert "Nothing was sent." in answer.content.decode()
    assert not FeedbackRequest.objects.exists()


def test_left_alone_it_is_said(owner_client: Client, final_round: Application) -> None:
    path = f"/feedback/application/{final_round.pk}/leave/"
    html = owner_client.post(path, follow=True).content.decode()
    assert "Nothing more is asked about this one." in html
    with time_machine.travel(ASKING, tick=False):
        assert "Ask one question" not in page(owner_client, "/")


def test_an_answer_is_confirmed_tagged_and_found_again(
    owner: Person, owner_client: Client, row: FeedbackRequest
) -> None:
    message = make_message(
        person=owner,
        sent_at=ASKING + DAY,
        verdict="other",
        text="Your answers on costs were thin, an example would help.\n\n> Could I ask",
    )
    asked(row)
    with time_machine.travel(ASKING + DAY + timedelta(hours=1), tick=False):
        home = page(owner_client, "/feedback/")
        assert "This looks like the answer" in home
        path = f"/feedback/answer/{row.pk}/{message.pk}/"
        assert path in home
        html = page(owner_client, path)
        assert "an example would help." in html
        assert "Could I ask" not in html
        said = owner_client.post(path, {"answer": "yes"}).headers["Location"]
        html = page(owner_client, said)
        assert "By its words it could be: how it came across" in html
        assert "checked" not in html.split("Would you act")[0]
        owner_client.post(said, {"tags": ["communication"], "would_act": "yes"})
        feedback = Feedback.objects.get(request=row)
        assert (feedback.tags, feedback.would_act) == (["communication"], "yes")
        home = page(owner_client, "/feedback/")
        assert "This looks like the answer" not in home
        assert "how it came across" in home
        html = page(owner_client, f"/applications/{row.application_id}/")
        assert "Feedback arrived" in html
        assert "Your answers on costs were thin" in html


def test_a_message_that_is_something_else_is_put_aside(
    owner: Person, owner_client: Client, row: FeedbackRequest
) -> None:
    message = make_message(person=owner, sent_at=ASKING + DAY)
    asked(row)
    path = f"/feedback/answer/{row.pk}/{message.pk}/"
    html = owner_client.post(path, {"answer": "no"}, follow=True).content.decode()
    assert "it is not the answer" in html
    assert "This looks like the answer" not in html


def test_what_was_told_is_kept(owner_client: Client, final_round: Application) -> None:
    path = f"/feedback/application/{final_round.pk}/said/"
    typed = {"text": "“Bring a plan.”", "said_by": "Dana", "said_on": "2026-11-20"}
    said = owner_client.post(path, typed).headers["Location"]
    assert "“Bring a plan.”" in page(owner_client, said)
    for changes in ({"text": ""}, {"said_on": "2027-01-01"}, {"said_on": "x"}):
        answer = owner_client.post(path, {**typed, **changes})
        assert answer.status_code == 422
        assert "Dana" in answer.content.decode()


def test_three_employers_make_a_theme_and_a_line_for_next_time(
    owner: Person, owner_client: Client
) -> None:
    for company in ("Oakmere Foods", "Quill Street", "Fernhill"):
        application = make_application(person=owner, company=company)
        # So long ago that it opens no quiet time.
        make_no(application=application, at=NOW - 9 * DAY)
        path = f"/feedback/application/{application.pk}/said/"
        typed = {"text": f"More SQL, says {company}.", "said_on": "2026-11-19"}
        said = owner_client.post(path, typed).headers["Location"]
        assert "What several said alike" not in page(owner_client, "/feedback/")
        owner_client.post(said, {"tags": ["skill"]})
    html = page(owner_client, "/feedback/")
    assert "3 separate sources carry it" in html
    assert (
        owner_client.post("/feedback/next-time/", {"tag": "skill"}).status_code == 422
    )
    line = {"tag": "skill", "text": "show one query"}
    html = owner_client.post("/feedback/next-time/", line, follow=True).content.decode()
    assert "show one query" in html
    assert "Keep a line for next time" not in html
    kept = NextTime.objects.get()
    owner_client.post(f"/feedback/next-time/{kept.pk}/let-go/")
    assert "show one query" not in page(owner_client, "/feedback/")


def test_silence_is_said_kindly_once(
    owner_client: Client, row: FeedbackRequest
) -> None:
    asked(row)
    with time_machine.travel(datetime(2026, 12, 9, 9, tzinfo=NOW.tzinfo), tick=False):
        html = page(owner_client, "/")
        assert "No answer from Dana Whitcombe" in html
        assert "says nothing about you" in html
        owner_client.post(f"/feedback/draft/{row.pk}/seen/")
        assert "No answer from" not in page(owner_client, "/")
        html = page(owner_client, "/feedback/")
        assert "Where no answer came" in html
        html = page(owner_client, f"/feedback/application/{row.application_id}/")
        assert "the request is closed" in html
        assert "Write a draft" not in html


def test_an_empty_page_says_so(owner_client: Client) -> None:
    html = page(owner_client, "/feedback/")
    assert "Nothing is here yet" in html
    assert "Send through your own mail server" in html


def test_an_open_application_has_nothing_to_ask(
    owner: Person, owner_client: Client
) -> None:
    application = make_application(person=owner)
    path = f"/feedback/application/{application.pk}/"
    html = page(owner_client, path)
    assert "Nothing to ask here" in html
    assert "They have not said no here" in html
    assert "Write a draft" not in html
    owner_client.post(path, {"whom": "by-hand", "to_name": "Dana"})
    assert not FeedbackRequest.objects.exists()


def test_a_part_of_an_application_leads_to_the_whole(
    owner: Person, owner_client: Client, final_round: Application
) -> None:
    from onward.applications.services import merge

    other = make_application(person=owner)
    merge(owner, other, other=final_round, now=NOW)
    answer = owner_client.get(f"/feedback/application/{final_round.pk}/")
    assert answer.headers["Location"] == f"/feedback/application/{other.pk}/"


def test_nobody_else_sees_any_of_it(
    owner: Person, outsider_client: Client, row: FeedbackRequest
) -> None:
    message = make_message(person=owner, sent_at=ASKING + DAY)
    asked(row)
    feedback = Feedback.objects.get()
    line = NextTime.objects.create(
        person=owner, tag=Tag.SKILL.value, text="x", made_at=NOW
    )
    application = row.application_id
    for path in (
        f"/feedback/application/{application}/",
        f"/feedback/application/{application}/said/",
        f"/feedback/draft/{row.pk}/",
        f"/feedback/draft/{row.pk}/ready/",
        f"/feedback/answer/{row.pk}/{message.pk}/",
        f"/feedback/said/{feedback.pk}/",
    ):
        assert outsider_client.get(path).status_code == 404, path
        assert outsider_client.post(path).status_code in {404, 405}, path
    for path in (
        f"/feedback/application/{application}/leave/",
        f"/feedback/next-time/{line.pk}/let-go/",
    ):
        assert outsider_client.post(path).status_code == 404, path
    html = page(outsider_client, "/feedback/")
    assert "Bright Harbour" not in html
    assert "Dana" not in html


def test_the_page_asks_few_questions_of_the_database(
    owner: Person,
    owner_client: Client,
    final_round: Application,
    django_assert_max_num_queries: object,
) -> None:
    application = final_round
    for number in range(30):
        Feedback.objects.create(
            person=owner,
            application=application,
            came_from="told",
            text=f"Piece {number}",
            said_at=NOW,
            recorded_at=NOW,
        )
    assert callable(django_assert_max_num_queries)
    with django_assert_max_num_queries(24):
        owner_client.get("/feedback/")


def test_the_care_plan_offers_asking_in_its_time_and_says_why_not(
    owner: Person,
    owner_client: Client,
    final_round: Application,
    machine_no: Application,
) -> None:
    path = f"/no/{the_no(final_round).pk}/"
    html = page(owner_client, path)
    later = html.split("<summary>Later</summary>")[1].split("</details>")[0]
    assert "Ask one question" in later
    assert "from 24 November, 09:00" in later
    assert "planning night shifts" not in html
    with time_machine.travel(ASKING, tick=False):
        html = page(owner_client, path)
        assert "See a draft" in html
        assert "planning night shifts" in html
    html = page(owner_client, f"/no/{the_no(machine_no).pk}/")
    more = html.split("Also here, if you want it")[1]
    assert "Asking for feedback is not offered here" in more
    assert "Only automatic mail came from them" in more


def test_today_offers_it_in_its_time_never_in_the_quiet_and_not_after_not_now(
    owner_client: Client, final_round: Application
) -> None:
    title = "Ask one question about"
    assert title not in page(owner_client, "/")
    # By then the one refocus card of the quiet window is gone.
    afternoon = ASKING + timedelta(hours=5)
    with time_machine.travel(afternoon, tick=False):
        html = page(owner_client, "/")
        assert title in html
        kind = re.search(r'name="kind" value="(ask-[^"]+)"', html)
        assert kind is not None
        owner_client.post("/today/not-now/", {"step": "feedback", "kind": kind[1]})
        assert f'<h2 id="step">{title}' not in page(owner_client, "/")
    with time_machine.travel(ASKING + DAY, tick=False):
        assert title in page(owner_client, "/")


def test_a_later_no_makes_it_quiet_and_nothing_asks(
    owner: Person, owner_client: Client, final_round: Application
) -> None:
    from onward.method.plan.services import catch_up

    with time_machine.travel(ASKING, tick=False):
        application = make_application(person=owner, company="Quill Street")
        make_no(application=application, at=ASKING)
        catch_up(owner, now=ASKING)
        # Recorded at NOW by the builder, so its quiet is over; a fresh one is opened.
        owner_client.post(
            f"/feelings/no/{Event.objects.latest('number').pk}/quiet/", {"hours": "24"}
        )
        html = page(owner_client, "/")
        assert "It is quiet until" in html
        assert "Ask one question about" not in html
        html = page(owner_client, "/feedback/")
        assert "Where asking may be worth a message" not in html
    with time_machine.travel(ASKING + 2 * DAY, tick=False):
        html = page(owner_client, "/feedback/")
        assert "Where asking may be worth a message" in html


def test_in_the_quiet_time_what_was_said_is_folded_away(
    owner: Person, owner_client: Client
) -> None:
    application = make_application(person=owner, company="Teasel Bank")
    no = make_no(application=application)
    one = f"/feedback/application/{application.pk}/"
    typed = {"text": "The other plan was sharper.", "said_on": "2026-11-19"}
    owner_client.post(f"{one}said/", typed)
    owner_client.post(f"/feelings/no/{no.pk}/quiet/", {"hours": "24"})
    for path in (one, "/feedback/"):
        fold = page(owner_client, path).partition("Folded away while it is quiet")[2]
        assert typed["text"] in fold.partition("</details>")[0]
    with time_machine.travel(NOW + 2 * DAY, tick=False):
        for path in (one, "/feedback/"):
            html = page(owner_client, path)
            assert typed["text"] in html
            assert "Folded away" not in html


def test_today_shows_what_looks_like_the_answer(
    owner: Person, owner_client: Client, row: FeedbackRequest
) -> None:
    make_message(person=owner, sent_at=ASKING + DAY)
    asked(row)
    with time_machine.travel(ASKING + 2 * DAY, tick=False):
        assert "This looks like the answer from Dana Whitcombe" in page(
            owner_client, "/"
        )
