from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import rounds_of
from onward.mail.models import MailMessage, Review
from onward.people.models import Person
from tests.mail.own_story import ME, THEM, import_story, raw, story

APPLIED, RECEIPT = story()[:2]


def bare(text: str, *, number: int = 6, answers: int = 0, sender: str = THEM) -> bytes:
    return raw(
        number=number,
        sender=sender,
        to=ME,
        subject="Re: Hallo",
        text=text,
        answers=answers,
    )


def read(owner: Person, folder: Path, *messages: bytes) -> None:
    import_story(owner, folder, list(messages))


def kinds() -> set[str]:
    return set(Event.objects.filter(voided_by=None).values_list("kind", flat=True))


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    "question", ["Welche Gehaltsvorstellung haben Sie?", "When could you start?"]
)
def test_a_bare_question_in_a_known_conversation_asks_for_something(
    owner: Person, tmp_path: Path, question: str, step: int
) -> None:
    elsewhere = "Lea Brook <lea@bright-harbour-hotels.example>"
    asked = bare(question, answers=1, sender=elsewhere)
    read(owner, tmp_path, *[APPLIED, RECEIPT, asked][::step])
    application = Application.objects.get()
    (found,) = rounds_of(owner, application)
    assert found.kind == EventKind.INFORMATION_REQUEST
    event = Event.objects.get(kind=EventKind.INFORMATION_REQUEST)
    assert event.payload["words"]
    assert question.startswith(event.payload["words"])
    assert not MailMessage.objects.exclude(review="").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    "words",
    [
        "Perfect, see you on 12 June at 10:30. Lea",
        "Dann vielleicht am 12. Juni um halb elf? Lea",
        "To może 12 czerwca o 10:30? Lea",
    ],
)
def test_a_bare_answer_that_names_an_hour_sets_an_interview(
    owner: Person, tmp_path: Path, words: str, step: int
) -> None:
    read(owner, tmp_path, *[APPLIED, RECEIPT, bare(words, answers=1)][::step])
    event = Event.objects.get(kind=EventKind.INTERVIEW)
    assert event.payload["starts_at"].endswith("06-12T10:30:00")
    assert Application.objects.count() == 1


@pytest.mark.django_db
def test_an_hour_named_in_no_conversation_or_after_a_no_sets_none(
    owner: Person, tmp_path: Path
) -> None:
    words = "Perfect, see you on 12 June at 10:30. Lea"
    friend = bare(words, sender="Lea Brook <lea@mail.example>")
    over = raw(
        number=7,
        sender=THEM,
        to=ME,
        subject="Your application",
        text="Unfortunately we will not be moving forward with your application.",
        answers=1,
    )
    read(owner, tmp_path, APPLIED, RECEIPT, friend, over, bare(words, answers=7))
    assert EventKind.INTERVIEW not in kinds()


@pytest.mark.django_db
def test_it_is_enough_that_somebody_wrote_of_hiring_before(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, RECEIPT, bare("Wann könnten Sie anfangen?"))
    assert EventKind.INFORMATION_REQUEST in kinds()
    assert Application.objects.count() == 1


@pytest.mark.django_db
def test_the_persons_answer_to_it_settles_it(owner: Person, tmp_path: Path) -> None:
    answer = raw(
        number=7,
        sender=ME,
        to=THEM,
        subject="Re: Hallo",
        text="From June.",
        answers=6,
        labels="Sent",
    )
    read(owner, tmp_path, APPLIED, RECEIPT, bare("When could you start?"), answer)
    (found,) = rounds_of(owner, Application.objects.get())
    assert found.is_done


@pytest.mark.django_db
def test_a_short_word_that_it_arrived_is_the_receipt_of_the_application(
    owner: Person, tmp_path: Path
) -> None:
    arrived = bare("Danke, alles angekommen.", number=2, answers=1)
    read(owner, tmp_path, APPLIED, arrived)
    assert EventKind.CONFIRMATION in kinds()
    assert Application.objects.count() == 1


@pytest.mark.django_db
def test_that_papers_arrived_later_is_a_reply(owner: Person, tmp_path: Path) -> None:
    read(owner, tmp_path, APPLIED, RECEIPT, bare("Thanks, got it.", answers=2))
    assert EventKind.REPLY in kinds()
    assert Application.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "mail",
    [
        bare("When could you start?", sender="Aunt <aunt@home.example>"),
        bare("Danke, alles angekommen.", sender="Aunt <aunt@home.example>", answers=9),
        bare("Bien reçu, merci.", number=0),
        bare("Thanks, got it.", sender="Aunt <aunt@home.example>"),
        bare("Thanks, see you on Tuesday.", answers=2),
    ],
)
def test_outside_of_a_known_conversation_it_leaves_no_trace(
    owner: Person, tmp_path: Path, mail: bytes
) -> None:
    read(owner, tmp_path, APPLIED, RECEIPT, mail)
    assert MailMessage.objects.count() == 2


TRIAL = raw(
    number=3,
    sender=THEM,
    to=ME,
    subject="Re: Hallo",
    text="We would like to invite you to an interview on Friday 13 March 2026 at 14:30.",
    answers=1,
)
OFFER = raw(
    number=4,
    sender=THEM,
    to=ME,
    subject="Re: Hallo",
    text="We are delighted to offer you the position of Baker. The contract follows.",
    answers=3,
)


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    "text",
    [
        "The owner has sold up and the new people take nobody on, so the 27th is off.",
        "Leider müssen wir den Termin am 27. März absagen.",
    ],
)
def test_a_day_called_off_after_an_offer_is_asked_about_and_no_held_interview(
    owner: Person, tmp_path: Path, text: str, step: int
) -> None:
    off = bare(text, number=7, answers=4)
    read(owner, tmp_path, *[APPLIED, RECEIPT, TRIAL, OFFER, off][::step])
    (waiting,) = MailMessage.objects.filter(review=Review.AMBIGUOUS)
    assert text in waiting.text
    (held,) = (r for r in rounds_of(owner, Application.objects.get()) if r.starts_at)
    assert held.outcome is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "is_closed"),
    [
        ("Ich muss dir für Freitag absagen, wir streichen die Stelle ganz.", True),
        ("Ich muss dir für Freitag absagen, mein Zug wurde gestrichen.", False),
    ],
)
def test_a_day_that_is_off_with_the_job_ends_the_application(
    owner: Person, tmp_path: Path, text: str, is_closed: bool
) -> None:
    invited = bare(
        "Kommen Sie am Freitag, 6. März um 10 Uhr zum Vorstellungsgespräch?", answers=1
    )
    read(owner, tmp_path, APPLIED, RECEIPT, invited, bare(text, number=7, answers=6))
    assert ("position_closed" in kinds()) is is_closed
