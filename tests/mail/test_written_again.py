"""An employer who comes back after a no, and whom the person answers: a later no is one of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import add_event
from onward.mail.rules.talks.taken_up import takes_up
from onward.mail.services.committing import commit_mail
from onward.method.plan.rules import read_no
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.own_story import ME, RECEIPT, THEM, import_story, raw

pytestmark = pytest.mark.django_db

NO = raw(
    number=10,
    sender=THEM,
    to=ME,
    subject="Re: Night Porter",
    text="Hi Robin,\n\nthank you for coming in. Unfortunately we have decided to go with another candidate.\n\nKim",
)
BACK = [
    "Hi Robin, Kim here. Our night porter has left us. Would you still be interested in the job?\n\nKim",
    "Hi Robin, a place at our night desk is free again and I thought of you. Would you be interested?\n\nKim",
    "Hi Robin, I remembered our talk. We need someone for the night desk. Would you be interested in the job?\n\nKim",
]
YES = "Hi Kim, thank you for thinking of me. I have something that may come off next week, can I tell you on Monday?\n\nRobin"
NOT_ME = "Hi Kim,\n\nthank you, but I would like to withdraw my application.\n\nRobin"
NO_AGAIN = raw(
    number=200,
    sender=THEM,
    to=ME,
    subject="Re: Porter",
    text="Hi Robin,\n\nunfortunately we have gone with another candidate. Best of luck with the other one.\n\nKim",
    answers=151,
)


def back(text: str = BACK[0]) -> bytes:
    return raw(number=150, sender=THEM, to=ME, subject="Porter", text=text)


def answer(text: str = YES) -> bytes:
    return raw(
        number=151,
        sender=ME,
        to=THEM,
        subject="Re: Porter",
        text=text,
        answers=150,
        labels="Sent",
    )


def noes(person: Person) -> list[bool]:
    """Say of each no, the earliest first, whether it repeats one."""
    history = [event.as_past() for event in Event.objects.for_person(person)]
    found = [event for event in history if event.kind == "rejection"]
    found.sort(key=lambda event: event.at)
    return [read_no(history, number=event.number).is_echo for event in found]


@pytest.mark.parametrize("text", BACK)
def test_answered_it_is_open_again(owner: Person, tmp_path: Path, text: str) -> None:
    import_story(owner, tmp_path, [RECEIPT, NO, back(text), answer()])
    (application,) = Application.objects.all()
    assert application.is_open
    import_story(owner, tmp_path, [NO_AGAIN])
    application.refresh_from_db()
    assert not application.is_open
    assert noes(owner) == [False, False]


@pytest.mark.parametrize(
    "parts",
    [
        [[RECEIPT, NO], [back()], [answer()], [NO_AGAIN]],
        [[NO_AGAIN], [answer(), back()], [NO, RECEIPT]],
        [[RECEIPT, NO, NO_AGAIN], [answer()], [back()]],
    ],
)
def test_so_it_is_in_whatever_order_the_mail_comes_in(
    owner: Person, tmp_path: Path, parts: Sequence[list[bytes]]
) -> None:
    for part in parts:
        import_story(owner, tmp_path, part)
    assert Event.objects.filter(kind="reopened").count() == 1
    assert noes(owner).count(True) == 0


@pytest.mark.parametrize("said", [[], [answer(NOT_ME)]])
def test_not_answered_or_answered_with_a_no_it_stays_closed(
    owner: Person, tmp_path: Path, said: list[bytes]
) -> None:
    import_story(owner, tmp_path, [RECEIPT, NO, back(), *said])
    assert not Application.objects.filter(is_open=True).exists()
    assert not Event.objects.filter(kind="reopened").exists()


def test_a_no_after_mail_that_was_not_answered_repeats_the_first(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [RECEIPT, NO, back(), NO_AGAIN])
    assert noes(owner) == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Hi Robin,\n\nthank you for your kind note. All the best.\n\nKim",
        "Hi Robin,\n\nI enjoyed our talk and wish you every success.\n\nKim",
        "Hi Robin, you left your umbrella here on Saturday, it is behind the bar.\n\nKim",
        "Dear all,\n\nour newsletter: what is new at the harbour this month.\n\nKim",
        "Hi Robin, you're welcome in for a drink any time.\n\nKim",
    ],
)
def test_a_kind_word_that_is_answered_opens_nothing(
    owner: Person, tmp_path: Path, text: str
) -> None:
    import_story(owner, tmp_path, [RECEIPT, NO, back(text), answer("Thank you, Kim.")])
    assert not Application.objects.get().is_open


POLITE_NOES = [
    "thanks, but no thanks",
    "I am not interested, sorry",
    "no longer looking, thanks though",
    "I am happy where I am now and will stay there",
    "I'd rather not come back, thank you for asking",
    "nein danke, das passt für mich nicht mehr",
    "Thanks for the note. Kind regards",
    "thanks for asking, good luck",
    "Hi Kim, thank you for letting me know",
    "Yes, I got your note, thank you.",
    "I was interested then. All the best!",
    "I would have been interested last year.",
    "I'd be interested to hear who got the job.",
    "I would love to hear how you all are.",
    "Yes please delete my data.",
    "I am interested in other work now, so I have to pass.",
    "Yes please give it to somebody else.",
    "I could come in on Monday to return my key.",
    "Vielen Dank für die Nachfrage, ich habe inzwischen etwas gefunden.",
    "ja gerne ein andermal, aber jetzt bleibe ich hier",
    "merci, je ne suis plus intéressée",
    "gracias, ya no me interesa",
    "grazie, non sono più interessato",
    "bedankt, ik ben niet meer geïnteresseerd",
    "dziękuję, nie jestem już zainteresowana",
    "obrigada, já não estou interessada",
    "tack, jag är inte intresserad längre",
    "teşekkürler, artık ilgilenmiyorum",
]
YESES = [
    YES,
    "Hi Kim, yes please! When can I come in?",
    "I am still very interested, thank you.",
    "I'd love to come in for a chat. Tuesday at ten suits me.",
    "I could come in on Wednesday at 10.",
    "Ja, sehr gerne! Dienstag um zehn passt mir gut.",
    "Ich habe weiterhin Interesse, vielen Dank.",
    "Oui, avec plaisir. Je peux venir mardi à 10 h.",
    "Sí, con mucho gusto.",
    "Sono ancora molto interessata.",
    "Ja graag, ik heb nog steeds interesse.",
    "Tak, chętnie.",
    "Sim, com muito gosto.",
    "Ja, gärna!",
    "Evet, memnuniyetle.",
]


@pytest.mark.parametrize("text", POLITE_NOES)
def test_a_polite_no_and_mere_thanks_take_nothing_up(text: str) -> None:
    assert not takes_up(text)
    assert not takes_up(f"Hi Kim,\n\n{text}\n\nRobin")


@pytest.mark.parametrize("text", YESES)
def test_a_yes_and_a_time_take_it_up(text: str) -> None:
    assert takes_up(text)
    assert takes_up(f"Hi Kim,\n\n{text}\n\nRobin")


@pytest.mark.parametrize("text", POLITE_NOES[:8])
def test_an_answer_that_takes_nothing_up_opens_nothing(
    owner: Person, tmp_path: Path, text: str
) -> None:
    import_story(owner, tmp_path, [RECEIPT, NO, back(), answer(text)])
    assert not Event.objects.filter(kind="reopened").exists()


@pytest.mark.parametrize(
    "text", ["Hi Kim, thank you for letting me know", "Yes please, I am interested."]
)
def test_an_answer_behind_a_second_no_opens_nothing(
    owner: Person, tmp_path: Path, text: str
) -> None:
    again = raw(
        number=150,
        sender=THEM,
        to=ME,
        subject="Re: Night Porter",
        text="Hi Robin,\n\nunfortunately we have gone with another candidate.\n\nKim",
    )
    back_before = raw(number=140, sender=THEM, to=ME, subject="Porter", text=BACK[0])
    thanks = raw(
        number=151,
        sender=ME,
        to=THEM,
        subject="Re: Porter",
        text=text,
        answers=140,
        labels="Sent",
    )
    import_story(owner, tmp_path, [RECEIPT, NO, back_before, again, thanks])
    assert not Event.objects.filter(kind="reopened").exists()


@pytest.mark.parametrize("text", ["thanks for asking, good luck", YES])
def test_an_answer_behind_a_withdrawal_by_hand_opens_nothing(
    owner: Person, tmp_path: Path, text: str
) -> None:
    import_story(owner, tmp_path, [RECEIPT, NO, back()])
    application = Application.objects.get()
    at = Event.objects.get(kind="outreach").at
    add_event(owner, application, kind=EventKind.WITHDRAWAL, at=at, now=NOW)
    import_story(owner, tmp_path, [answer(text)])
    assert not Event.objects.filter(kind="reopened").exists()


def test_an_approach_before_any_no_is_no_coming_back(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [RECEIPT, back(), answer()])
    assert not Event.objects.filter(kind="reopened").exists()


def test_what_was_taken_back_stays_so(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [RECEIPT, NO, back(), answer()])
    event = Event.objects.get(kind="reopened")
    owner_client.post(reverse("applications:undo", args=[event.pk]))
    commit_mail(owner, now=NOW)
    assert not Application.objects.get().is_open
    assert Event.objects.filter(kind="reopened").count() == 1
