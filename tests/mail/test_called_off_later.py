"""Mail that calls an interview off, or moves it, placed by hand after mail that came later than it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.rules.round import Round
from onward.applications.services import add_round, rounds_of
from onward.mail.forms import SettleForm
from onward.mail.models import MailMessage
from onward.mail.services.said_rounds import say_of_round
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.mail.own_story import RECEIPT, import_story
from tests.mail.test_learning import waiting
from tests.mail.test_settle_form import say
from tests.mail.test_told_by_entry import entry

pytestmark = pytest.mark.django_db

START = NOW - timedelta(days=90)


@pytest.fixture
def application(owner: Person) -> Application:
    return make_application(person=owner, company="Elm", applied_at=START)


def mail(
    person: Person,
    name: str,
    *,
    days: int,
    method: str = "",
    on: int = 0,
    uid: str = "",
) -> MailMessage:
    """Mail of so many days after the start that waits, with an entry for another day after it."""
    message = waiting(person, name)
    message.sent_at, message.text = START + timedelta(days=days), "A word, as below."
    message.calendar = {}
    if method:
        begins = (START + timedelta(days=on)).replace(hour=13)
        message.calendar = {"METHOD": method, "UID": uid, "SEQUENCE": "0"}
        message.calendar["DTSTART"] = begins.isoformat()
        message.calendar |= {"SEQUENCE": "1"} if method == "CANCEL" else {}
    message.save()
    return message


def invited(person: Person, name: str, *, days: int, on: int, uid: str) -> MailMessage:
    return mail(person, name, days=days, method="REQUEST", on=on, uid=uid)


def off(person: Person, *, days: int, on: int, uid: str) -> MailMessage:
    return mail(person, "off", days=days, method="CANCEL", on=on, uid=uid)


def place(
    client: Client, message: MailMessage, application: Application, kind: str
) -> None:
    form = SettleForm(person=message.person, message=message)
    hours = {name: str(form.initial.get(name) or "")[:16] for name in ("day", "time")}
    say(client, message, application, kind=kind, **hours)


def by_day(owner: Person, application: Application) -> dict[int, Round]:
    found = rounds_of(owner, application)
    return {(each.starts_at - START).days: each for each in found if each.starts_at}


def test_a_cancellation_leaves_what_was_arranged_after_it(
    owner: Person, client: Client, application: Application
) -> None:
    client.force_login(owner)
    first = invited(owner, "first", days=1, on=8, uid="one")
    called_off = off(owner, days=7, on=8, uid="one")
    second = invited(owner, "second", days=10, on=15, uid="two")
    # The newest first, as the page shows them.
    place(client, second, application, "interview")
    url = reverse("mail:settle", args=[called_off.pk])
    said = {"application": str(application.pk), "kind": "interview_off"}
    page = client.post(url, said, follow=True).content.decode()
    assert "Kept. No interview of before this mail is known" in page
    assert "Interview called off" in page
    (held,) = rounds_of(owner, application)
    assert held.outcome is None
    event = Event.objects.get(source_id=called_off.pk, kind="arranged")
    assert event.at == called_off.sent_at
    place(client, first, application, "interview")
    outcomes = {day: each.outcome for day, each in by_day(owner, application).items()}
    assert outcomes == {8: Outcome.CANCELLED, 15: None}
    client.post(reverse("mail:reopen", args=[called_off.pk]))
    outcomes = {day: each.outcome for day, each in by_day(owner, application).items()}
    assert outcomes == {8: None, 15: None}


def test_placed_in_order_it_calls_off_its_own(
    owner: Person, client: Client, application: Application
) -> None:
    client.force_login(owner)
    place(
        client, invited(owner, "a", days=1, on=8, uid="one"), application, "interview"
    )
    place(
        client, invited(owner, "b", days=10, on=15, uid="two"), application, "interview"
    )
    message = off(owner, days=7, on=8, uid="one")
    place(client, message, application, "interview_off")
    rounds = by_day(owner, application)
    assert (rounds[8].outcome, rounds[15].outcome) == (Outcome.CANCELLED, None)
    event = Event.objects.get(source_id=message.pk, kind="arranged")
    assert event.at == message.sent_at


@pytest.mark.parametrize(
    ("uid", "on", "gone"),
    [("one", 8, 8), ("two", 9, 9), ("new", 9, 9), ("", 8, 8), ("new", 8, 8)],
)
def test_of_two_that_lie_ahead_the_entry_names_which(
    owner: Person,
    client: Client,
    application: Application,
    uid: str,
    on: int,
    gone: int,
) -> None:
    client.force_login(owner)
    for name, day in (("one", 8), ("two", 9)):
        message = invited(owner, name, days=1, on=day, uid=name)
        place(client, message, application, "interview")
    place(client, off(owner, days=7, on=on, uid=uid), application, "interview_off")
    rounds = by_day(owner, application)
    assert {day for day, each in rounds.items() if each.outcome} == {gone}


def test_an_entry_of_another_day_calls_none_off(
    owner: Person, client: Client, application: Application
) -> None:
    client.force_login(owner)
    place(
        client, invited(owner, "a", days=1, on=8, uid="one"), application, "interview"
    )
    place(client, off(owner, days=2, on=5, uid="x"), application, "interview_off")
    (held,) = rounds_of(owner, application)
    assert held.outcome is None


def test_a_word_without_an_entry_is_of_what_was_known_by_then(
    owner: Person, client: Client, application: Application
) -> None:
    client.force_login(owner)
    word = mail(owner, "word", days=7)
    place(
        client, invited(owner, "b", days=10, on=15, uid="two"), application, "interview"
    )
    place(client, word, application, "interview_off")
    (held,) = rounds_of(owner, application)
    assert held.outcome is None
    # A talk whose day was over by then is none that it calls off.
    place(
        client, invited(owner, "a", days=1, on=4, uid="one"), application, "interview"
    )
    assert all(each.outcome is None for each in rounds_of(owner, application))
    place(
        client, invited(owner, "c", days=2, on=9, uid="three"), application, "interview"
    )
    rounds = by_day(owner, application)
    assert {day for day, each in rounds.items() if each.outcome} == {9}


def test_a_move_placed_late_leaves_what_later_mail_moved(
    owner: Person, client: Client, application: Application
) -> None:
    client.force_login(owner)
    place(
        client, invited(owner, "a", days=1, on=8, uid="one"), application, "interview"
    )
    newer, older = mail(owner, "newer", days=5), mail(owner, "older", days=3)
    for message, day in ((newer, 20), (older, 12)):
        when: datetime = START + timedelta(days=day)
        say_of_round(
            owner,
            message,
            application=application,
            outcome=Outcome.MOVED,
            when=when,
            now=NOW,
        )
    (held,) = rounds_of(owner, application)
    assert held.starts_at == START + timedelta(days=20)
    kinds = {EventKind.ARRANGED.value}
    dates = Event.objects.filter(kind__in=kinds).values_list("source_id", "at")
    assert dict(dates) == {each.pk: each.sent_at for each in (newer, older)}


@pytest.mark.parametrize(("entered", "is_off"), [(40, False), (5, True)])
def test_it_leaves_what_was_entered_by_hand_after_it(
    owner: Person,
    client: Client,
    application: Application,
    entered: int,
    is_off: bool,
) -> None:
    client.force_login(owner)
    hour = {"starts_at": START + timedelta(days=60)}
    at = START + timedelta(days=entered)
    add_round(owner, application, details=hour, now=at)
    place(client, mail(owner, "word", days=10), application, "interview_off")
    (held,) = rounds_of(owner, application)
    assert (held.outcome == Outcome.CANCELLED) is is_off


@pytest.mark.parametrize("is_first_known", [True, False])
def test_read_it_leaves_what_was_arranged_after_it_as_well(
    owner: Person, tmp_path: Path, is_first_known: bool
) -> None:
    invite = (
        "We would like to invite you to an interview for the Night Porter position."
    )
    story = [
        entry(2, invite, day=2, uid="one"),
        entry(
            3,
            "Our interview has to be cancelled, sorry.",
            day=2,
            method="CANCEL",
            uid="one",
        ),
        entry(4, invite, day=9, uid="two"),
    ]
    import_story(owner, tmp_path, [RECEIPT, *story[0 if is_first_known else 1 :]])
    found = rounds_of(owner, Application.objects.get())
    last = [each for each in found if each.starts_at and each.starts_at.day == 9]
    assert [each.outcome for each in last] == [None]
