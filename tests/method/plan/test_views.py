from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import correct_event, take_back
from onward.method.feelings.rules import Hours
from onward.method.feelings.services.quiet import prefer_hours
from onward.method.plan.models import CarePlan
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no
from tests.method.feedback.letters import make_message, put_on_timeline

pytestmark = pytest.mark.usefixtures("still_clock")
DAY = timedelta(days=1)


@pytest.fixture
def no(owner: Person) -> Event:
    application = make_application(
        person=owner,
        company="Quill Street Press",
        events=((EventKind.INTERVIEW, NOW - 3 * DAY),),
    )
    event = make_no(application=application)
    catch_up(owner, now=NOW)
    return event


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_of_a_no_says_what_happened_and_offers_quiet(
    owner_client: Client, no: Event
) -> None:
    html = page(owner_client, f"/no/{no.pk}/")
    assert "Quill Street Press said no on 20 November 2026." in html
    assert "It is quiet until tomorrow, 12:00" in html
    assert "What&#x27;s here right now?" in html
    assert f"/applications/{no.application_id}/" in html


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (EventKind.WITHDRAWAL, "You withdrew from Fernhill"),
        (EventKind.OFFER_DECLINED, "You declined the offer of Fernhill"),
        (EventKind.POSITION_CLOSED, "The job at Fernhill went away"),
        (EventKind.REJECTION, "Fernhill said no on"),
    ],
)
def test_each_kind_of_no_has_its_own_words(
    owner: Person, owner_client: Client, kind: EventKind, words: str
) -> None:
    no = make_no(
        application=make_application(person=owner, company="Fernhill"), kind=kind
    )
    catch_up(owner, now=NOW)
    assert words in page(owner_client, f"/no/{no.pk}/")


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("Hi Robin,\n\nwe had to cancel the post: the money for it is gone.", True),
        ("My sister-in-law is going to do the hours after all, so there isn't a place for you here any more.", False),
        ("The position has been closed. Thank you for your interest.", False),
    ],
)  # fmt: skip
def test_that_nobody_was_chosen_is_said_where_the_mail_says_so(
    owner: Person, owner_client: Client, text: str, is_said: bool
) -> None:
    message = make_message(person=owner, verdict="position_closed", text=text)
    event = put_on_timeline(message, make_application(person=owner))
    catch_up(owner, now=NOW)
    html = page(owner_client, f"/no/{event.pk}/")
    assert ("Nobody was chosen over you" in html) is is_said
    assert ("This job is not open any more." in html) is not is_said


def test_what_was_told_by_hand_says_nothing_of_who_was_chosen(
    owner: Person, owner_client: Client
) -> None:
    event = make_no(
        application=make_application(person=owner), kind=EventKind.POSITION_CLOSED
    )
    catch_up(owner, now=NOW)
    assert "Nobody was chosen" not in page(owner_client, f"/no/{event.pk}/")


def test_an_outsider_finds_nothing(outsider_client: Client, no: Event) -> None:
    for path in (
        f"/no/{no.pk}/",
        f"/feelings/no/{no.pk}/",
        f"/feelings/no/{no.pk}/write/",
    ):
        assert outsider_client.get(path).status_code == 404
    for verb in ("mattered", "fold", "take-out"):
        assert outsider_client.post(f"/no/{no.pk}/{verb}/").status_code == 404
    assert "Quill Street Press" not in page(outsider_client, "/no/")


def test_without_a_session_there_is_only_the_way_in(client: Client, no: Event) -> None:
    assert client.get(f"/no/{no.pk}/").status_code == 302


def test_an_event_that_is_not_a_no_has_no_such_page(
    owner_client: Client, no: Event
) -> None:
    interview = Event.objects.get(kind=EventKind.INTERVIEW)
    assert owner_client.get(f"/no/{interview.pk}/").status_code == 404


def test_a_no_taken_back_says_so_with_a_way_back(
    owner: Person, owner_client: Client, no: Event
) -> None:
    take_back(owner, no, now=NOW)
    catch_up(owner, now=NOW)
    html = page(owner_client, f"/no/{no.pk}/")
    assert "This was taken back" in html
    assert f"/applications/events/{no.pk}/bring-back/" in html
    assert "Did this one matter" not in html


def test_the_page_of_a_corrected_no_leads_to_what_it_became(
    owner: Person, owner_client: Client, no: Event
) -> None:
    corrected = correct_event(
        owner, no, kind=EventKind.POSITION_CLOSED, at=NOW, now=NOW
    )
    answer = owner_client.get(f"/no/{no.pk}/")
    assert answer.headers["Location"] == f"/no/{corrected.pk}/"


def test_one_tap_folds_a_no_away(owner_client: Client, no: Event) -> None:
    answer = owner_client.post(f"/no/{no.pk}/fold/", follow=True)
    assert "Folded away" in answer.content.decode()
    assert "It is quiet until" not in page(owner_client, "/")
    assert "Take it out again" in page(owner_client, f"/no/{no.pk}/")
    owner_client.post(f"/no/{no.pk}/take-out/")
    assert "It is quiet until" in page(owner_client, "/")


def test_folding_away_says_that_its_quiet_time_is_over_with_a_way_back(
    owner_client: Client, no: Event
) -> None:
    answer = owner_client.post(f"/no/{no.pk}/fold/", follow=True)
    said = answer.content.decode().partition('class="notice"')[2].partition("</li>")[0]
    assert "its quiet time is over" in said
    assert f'action="/no/{no.pk}/take-out/"' in said
    assert "Take it out again" in said


def test_before_it_is_folded_away_its_page_says_what_that_does_to_the_quiet(
    owner: Person, owner_client: Client, no: Event
) -> None:
    path = f"/no/{no.pk}/"
    ends, stays = "ends its quiet time", "it stays quiet as it is now"
    html = page(owner_client, path)
    assert ends in html
    assert stays not in html
    with time_machine.travel(NOW + 2 * DAY, tick=False):
        html = page(owner_client, path)
        assert ends not in html
        assert stays not in html
    make_no(application=make_application(person=owner, company="Fernhill"))
    catch_up(owner, now=NOW)
    assert stays in page(owner_client, path)


def test_a_length_that_was_chosen_outlives_the_fold(
    owner: Person, owner_client: Client, no: Event
) -> None:
    owner_client.post(f"/feelings/no/{no.pk}/quiet/", {"hours": "48"})
    assert "it stays quiet as it is now" in page(owner_client, f"/no/{no.pk}/")
    answer = owner_client.post(f"/no/{no.pk}/fold/", follow=True)
    html = answer.content.decode()
    assert "and it stays quiet" in html
    assert "It is quiet until" in html
    with time_machine.travel(NOW + DAY, tick=False):
        assert "It is quiet until" in page(owner_client, "/")
    with time_machine.travel(NOW + 2 * DAY, tick=False):
        html = page(owner_client, "/")
        assert "It is quiet until" not in html
        # What was folded away asks nothing, here neither.
        assert "leave it closed" not in html
    owner_client.post(f"/no/{no.pk}/take-out/")
    with time_machine.travel(NOW + 2 * DAY, tick=False):
        assert "leave it closed" in page(owner_client, "/")


def test_what_is_folded_away_and_taken_back_keeps_nothing_quiet(
    owner: Person, owner_client: Client, no: Event
) -> None:
    owner_client.post(f"/feelings/no/{no.pk}/quiet/", {"hours": "48"})
    owner_client.post(f"/no/{no.pk}/fold/")
    take_back(owner, no, now=NOW)
    catch_up(owner, now=NOW)
    assert "It is quiet until" not in page(owner_client, "/")


def test_of_two_in_a_chosen_window_the_one_that_stands_is_asked_about(
    owner: Person, owner_client: Client, no: Event
) -> None:
    make_no(application=make_application(person=owner, company="Fernhill"))
    catch_up(owner, now=NOW)
    owner_client.post(f"/feelings/no/{no.pk}/quiet/", {"hours": "48"})
    owner_client.post(f"/no/{no.pk}/fold/")
    with time_machine.travel(NOW + 2 * DAY, tick=False):
        html = page(owner_client, "/")
    card = html.partition('id="step"')[2].partition("</section>")[0]
    assert "Fernhill" in card
    assert "Quill Street" not in card


def test_folding_one_of_two_away_says_that_it_stays_quiet(
    owner: Person, owner_client: Client, no: Event
) -> None:
    make_no(application=make_application(person=owner, company="Fernhill"))
    catch_up(owner, now=NOW)
    answer = owner_client.post(f"/no/{no.pk}/fold/", follow=True)
    html = answer.content.decode()
    assert "and it stays quiet" in html
    assert "It is quiet until tomorrow, 12:00" in html


def test_folding_away_where_nothing_was_quiet_speaks_of_no_quiet(
    owner: Person, owner_client: Client
) -> None:
    prefer_hours(owner, hours=Hours.NONE)
    no = make_no(application=make_application(person=owner))
    catch_up(owner, now=NOW)
    answer = owner_client.post(f"/no/{no.pk}/fold/", follow=True)
    html = answer.content.decode()
    assert "It asks nothing of you any more." in html
    assert "quiet" not in html.partition('class="notice"')[2].partition("<form")[0]


def test_a_no_folded_away_stands_folded_under_what_moved(
    owner_client: Client, no: Event
) -> None:
    owner_client.post(f"/no/{no.pk}/fold/", follow=True)
    before, folded, after = page(owner_client, "/").partition("<summary>Folded away<")
    assert folded
    assert f"/no/{no.pk}/" not in before
    assert f"/no/{no.pk}/" in after
    owner_client.post(f"/no/{no.pk}/take-out/")
    with time_machine.travel(NOW + 2 * DAY, tick=False):
        html = page(owner_client, "/")
        assert "<summary>Folded away<" not in html
        assert "They said no" in html.partition("What moved")[2]


def test_what_was_said_of_its_weight_is_kept(owner_client: Client, no: Event) -> None:
    owner_client.post(f"/no/{no.pk}/mattered/", {"mattered": "little"})
    assert CarePlan.objects.get(event=no).mattered == "little"
    owner_client.post(f"/no/{no.pk}/mattered/", {"mattered": "nonsense"})
    assert CarePlan.objects.get(event=no).mattered == "little"


def test_the_list_finds_and_says_when_it_does_not(
    owner_client: Client, no: Event
) -> None:
    assert "Quill Street Press" in page(owner_client, "/no/?q=quill")
    assert "Nothing found by these words" in page(owner_client, "/no/?q=zebra")


@pytest.mark.postgresql
def test_words_that_no_database_holds_are_left_out(
    owner: Person, owner_client: Client
) -> None:
    make_no(application=make_application(person=owner, company="Quill Street Press"))
    assert "Quill Street Press" in page(owner_client, "/no/?q=%00")
    assert "Quill Street Press" in page(owner_client, "/no/?q=qu%00ill")
    assert "Nothing found by these words" in page(owner_client, f"/no/?q={'z' * 999}")


def test_an_empty_list_is_kind(owner_client: Client) -> None:
    assert "There is nothing here" in page(owner_client, "/no/")


def test_the_whole_walk_from_a_no_to_a_next_step(
    owner_client: Client, no: Event
) -> None:
    """Window, feelings, one refocus card, a step, and the step again on its day."""
    assert "It is quiet until" in page(owner_client, "/")
    with time_machine.travel(NOW + DAY + timedelta(minutes=1), tick=False):
        html = page(owner_client, "/")
        assert "Look at it, or leave it closed?" in html
        assert "Look at it, or leave it closed?" in page(owner_client, "/")
        window = html.split("/feelings/window/")[1].split("/")[0]
        answer = owner_client.post(
            f"/feelings/window/{window}/answer/", {"answer": "look"}
        )
        assert answer.headers["Location"] == f"/feelings/window/{window}/"
        assert "leave it closed?" not in page(owner_client, "/")
        # Looked at, but nothing chosen yet: folded, and no second card.
        folded = page(owner_client, f"/no/{no.pk}/").partition("Also here, if you")
        assert "leave it closed" not in folded[0]
        assert "leave it closed" in folded[2]
        owner_client.post(
            answer.headers["Location"],
            {
                "when_text": "the kettle boils",
                "will_text": "read one advert",
                "on_day": "2026-11-22",
            },
        )
        assert "the kettle boils" not in page(owner_client, "/")
        assert "leave it closed" not in page(owner_client, f"/no/{no.pk}/")
    with time_machine.travel(NOW + 2 * DAY, tick=False):
        html = page(owner_client, "/")
        assert "When the kettle boils, I will read one advert" in html
        assert "Not now" in html
        plan = html.split("/feelings/plan/")[1].split("/")[0]
        owner_client.post(f"/feelings/plan/{plan}/", {"answer": "done"})
        assert "the kettle boils" not in page(owner_client, "/")


def test_what_is_folded_away_now_is_shown_without_every_earlier_no(
    owner: Person, owner_client: Client, no: Event
) -> None:
    second = make_application(person=owner, company="Fernhill")
    make_no(application=second)
    earlier = make_application(person=owner, company="Long Ago")
    make_no(application=earlier, at=NOW - 30 * DAY)
    catch_up(owner, now=NOW)
    assert "/no/?resting=1" in page(owner_client, "/")
    html = page(owner_client, "/no/?resting=1")
    assert "What is folded away" in html
    assert "Quill Street Press" in html
    assert "Fernhill" in html
    assert "Long Ago" not in html
    assert "Long Ago" in page(owner_client, "/no/")
