from __future__ import annotations

from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest
from django.test import Client

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.mail.models import MailMessage
from onward.mail.services.committing import commit_mail
from onward.method.feedback.models import Feedback, FeedbackRequest
from onward.method.feedback.rules.kinds import Origin, Reason
from onward.method.feedback.services.answering import keep_answer
from onward.method.feedback.services.situation import story_of
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.own_story import ME, START, THEM, import_story, raw

SUBJECT = "Your application for Night Porter at Bright Harbour"
NO = raw(
    number=1,
    sender=THEM,
    to=ME,
    subject=SUBJECT,
    text=(
        "Thank you for applying as Night Porter at Bright Harbour. Unfortunately we have "
        "decided to move forward with other candidates.\n\nKim Alder"
    ),
)
ASKS = raw(
    number=2,
    sender=ME,
    to=THEM,
    subject=f"Re: {SUBJECT}",
    text="Thank you for telling me. I would be grateful for any feedback.",
    answers=1,
    labels="Sent",
)
ANSWER = raw(
    number=4,
    sender=THEM,
    to=ME,
    subject=f"Re: {SUBJECT}",
    text=(
        "Dear Robin, unfortunately we decided to move forward with another candidate for "
        "Night Porter who had more experience at night desks. Your manner was excellent; "
        "some weeks in a hotel would have made your application stronger.\n\nKim Alder"
    ),
    answers=2,
)
ELSEWHERE = ANSWER.replace(b"In-Reply-To: <m2@mail.example>\n", b"")


def read(owner: Person, folder: Path, *messages: bytes) -> None:
    import_story(owner, folder, list(messages))


def kinds() -> list[str]:
    events = Event.objects.filter(voided_by=None).exclude(
        kind__in=[EventKind.DESCRIBED, EventKind.VOID]
    )
    return list(events.order_by("at").values_list("kind", flat=True))


TOLD = [EventKind.REJECTION, EventKind.FEEDBACK_ASKED, EventKind.FEEDBACK_RECEIVED]


@pytest.mark.django_db
@pytest.mark.parametrize("answer", [ANSWER, ELSEWHERE])
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_an_answer_to_a_request_for_feedback_is_no_second_no(
    owner: Person, tmp_path: Path, answer: bytes, order: tuple[int, ...]
) -> None:
    mail = (NO, ASKS, answer)
    read(owner, tmp_path, *(mail[place] for place in order))
    assert kinds() == TOLD
    assert not Application.objects.get().is_open


@pytest.mark.django_db
def test_it_is_said_anew_when_the_question_is_read_later(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, NO, ANSWER)
    assert kinds() == [EventKind.REJECTION, EventKind.REJECTION]
    read(owner, tmp_path, NO, ANSWER, ASKS)
    assert kinds() == TOLD
    commit_mail(owner, now=NOW)
    assert kinds() == TOLD
    received = Event.objects.get(kind=EventKind.FEEDBACK_RECEIVED)
    assert received.at == START + timedelta(days=4)


@pytest.mark.django_db
def test_kept_word_for_word_it_stands_once_and_nothing_looks_undone(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    read(owner, tmp_path, NO, ASKS, ANSWER)
    told = Event.objects.get(kind=EventKind.FEEDBACK_RECEIVED)
    assert told.source_id is not None
    message = MailMessage.objects.get(pk=told.source_id)
    request = FeedbackRequest.objects.create(
        person=owner,
        application=Application.objects.get(),
        origin=Event.objects.get(kind=EventKind.REJECTION),
        to_name="Kim Alder",
        made_at=NOW,
    )
    keep_answer(request, message, now=NOW)
    for _ in range(2):
        commit_mail(owner, now=NOW)
        assert kinds() == TOLD
    page = owner_client.get(f"/applications/{Application.objects.get().pk}/")
    assert "Undone by you" not in page.content.decode()


@pytest.mark.django_db
def test_a_no_that_gives_what_was_asked_on_the_phone_is_feedback(
    owner: Person, tmp_path: Path
) -> None:
    told = ELSEWHERE.replace(b"Dear Robin, ", b"Dear Robin, you asked for feedback. ")
    read(owner, tmp_path, NO, told)
    assert kinds() == [EventKind.REJECTION, EventKind.FEEDBACK_RECEIVED]


@pytest.mark.django_db
def test_a_second_no_without_a_question_stays_one(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, NO, ELSEWHERE)
    assert kinds() == [EventKind.REJECTION, EventKind.REJECTION]


ACTUAL = "Actualización de tu candidatura"
BY_SYSTEM = raw(
    number=1,
    sender="Bright Harbour <jobs@bright-harbour.example>",
    to=ME,
    subject=ACTUAL,
    text="Te agradecemos el interés en Bright Harbour. Tras revisar las candidaturas para "
    "Responsable de turno de noche, hemos decidido continuar con otros perfiles.",
)
BY_HERSELF = raw(
    number=4,
    sender=THEM,
    to=ME,
    subject="Unas líneas",
    text="Hola:\n\nEl correo del jueves sale del sistema y es muy frío. Quería decirte yo "
    "misma que tu candidatura nos gustó y que fue por el carné ADR, que la otra persona ya "
    "tenía.\n\nMucho ánimo,\nKim",
)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "order", [(BY_SYSTEM, BY_HERSELF), (BY_HERSELF, BY_SYSTEM)], ids=["on", "back"]
)
def test_a_kind_note_after_the_mail_of_a_system_is_feedback(
    owner: Person, tmp_path: Path, order: tuple[bytes, ...]
) -> None:
    read(owner, tmp_path, *order)
    assert kinds() == [EventKind.REJECTION, EventKind.FEEDBACK_RECEIVED]
    assert Application.objects.get().last_moved_at == START + timedelta(days=1)


@pytest.mark.django_db
def test_what_a_kind_note_says_is_kept_word_for_word(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, BY_SYSTEM, BY_HERSELF)
    catch_up(owner, now=NOW)
    said = Feedback.objects.get()
    assert "que fue por el carné ADR" in said.text
    assert (said.came_from, said.said_by) == (Origin.TOLD, "Kim Alder")


@pytest.mark.django_db
def test_an_answer_to_a_question_is_kept_by_the_person_alone(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, NO, ASKS, ANSWER)
    catch_up(owner, now=NOW)
    assert not Feedback.objects.exists()


@pytest.mark.django_db
def test_a_kind_note_that_is_the_first_word_is_the_no(
    owner: Person, tmp_path: Path
) -> None:
    alone = BY_HERSELF.replace("Unas líneas".encode(), ACTUAL.encode())
    read(owner, tmp_path, alone)
    assert EventKind.FEEDBACK_RECEIVED not in kinds()


TALK = "Segunda entrevista"
NO_AFTER = NO.replace(SUBJECT.encode(), f"Re: {TALK}".encode())
ASKS_AFTER = ASKS.replace(f"Re: {SUBJECT}".encode(), f"Re: {TALK}".encode())
GIVEN = raw(
    number=4,
    sender=THEM,
    to=ME,
    subject=f"Re: {TALK}",
    text="Hola:\n\nClaro que sí. Tus ejemplos estaban muy bien; lo que echamos en falta fue "
    "más experiencia con turnos de noche.\n\nMucha suerte,\nKim",
    answers=2,
)


@pytest.mark.django_db
@pytest.mark.parametrize("order", permutations([NO_AFTER, ASKS_AFTER, GIVEN]))
def test_feedback_under_the_subject_of_an_interview_asks_to_none(
    owner: Person, tmp_path: Path, order: tuple[bytes, ...]
) -> None:
    read(owner, tmp_path, *order)
    assert EventKind.INTERVIEW not in kinds()
    assert Application.objects.get().no_kind


@pytest.mark.django_db
def test_a_real_invitation_after_a_question_for_feedback_is_one(
    owner: Person, tmp_path: Path
) -> None:
    asked = GIVEN.replace(
        b"Mucha suerte,",
        b"Nos gustaria hacerte otra entrevista el lunes 16 de marzo de 2026 a las 10:00.",
    )
    read(owner, tmp_path, NO_AFTER, ASKS_AFTER, asked)
    assert EventKind.INTERVIEW in kinds()


OFFERS = raw(
    number=1,
    sender=THEM,
    to=ME,
    subject=SUBJECT,
    text="I am sorry: in the end the owner chose the other candidate for Night Porter at "
    "Bright Harbour. I'm glad to talk it over on the phone if you like.\n\nKim Alder",
)
TAKES = raw(
    number=3,
    sender=ME,
    to=THEM,
    subject=f"Re: {SUBJECT}",
    text="Thank you for writing so kindly. I would be glad of a call, any evening.",
    answers=1,
    labels="Sent",
)


@pytest.mark.django_db
@pytest.mark.parametrize("order", [(OFFERS, TAKES), (TAKES, OFFERS)])
def test_yes_to_a_talk_about_the_no_asks_for_feedback(
    owner: Person, tmp_path: Path, order: tuple[bytes, ...]
) -> None:
    read(owner, tmp_path, *order)
    assert kinds() == [EventKind.REJECTION, EventKind.FEEDBACK_ASKED]


@pytest.mark.django_db
def test_yes_to_a_talk_below_other_mail_asks_for_none(
    owner: Person, tmp_path: Path
) -> None:
    invites = raw(
        number=1,
        sender=THEM,
        to=ME,
        subject=SUBJECT,
        text="We would like to invite you to an interview for Night Porter at Bright "
        "Harbour on 9 March at 10:00, by phone.\n\nKim Alder",
    )
    read(owner, tmp_path, invites, TAKES)
    assert EventKind.FEEDBACK_ASKED not in kinds()


@pytest.mark.django_db
def test_a_note_that_offers_feedback_after_the_mail_of_a_system_is_no_second_no(
    owner: Person, tmp_path: Path
) -> None:
    system = raw(
        number=1,
        sender="Bright Harbour <jobs@bright-harbour.example>",
        to=ME,
        subject=SUBJECT,
        text="Thank you for your time. After careful consideration the panel has chosen "
        "another candidate for Night Porter at Bright Harbour.",
    )
    note = raw(
        number=2,
        sender=THEM,
        to=ME,
        subject="Re: Night Porter - last stage",
        text="Hi Robin,\n\nI saw that the portal has already written to you, and wanted "
        "to do that myself. I'm sorry it went the other way for you. I can give you the "
        "panel's feedback on Thursday if you'd like.\n\nKim Alder",
    )
    read(owner, tmp_path, system, note)
    assert kinds() == [EventKind.REJECTION, EventKind.FEEDBACK_RECEIVED]
    story = story_of(owner, Application.objects.get())
    assert story.reason is Reason.THEY_OFFER


def test_a_no_of_kind_words_alone_is_the_no_that_feedback_answers(
    owner: Person, tmp_path: Path
) -> None:
    invited = raw(
        number=1,
        sender=THEM,
        to=ME,
        subject=SUBJECT,
        text="We would like to invite you to an interview on Tuesday, March 10 at 2 pm.\n\nKim Alder",
    )
    kind = raw(
        number=3,
        sender=THEM,
        to=ME,
        subject=f"Re: {SUBJECT}",
        text="It is a pity. We wish you all the best.\n\nKim Alder",
        answers=1,
    )
    asks = raw(
        number=5,
        sender=ME,
        to=THEM,
        subject=f"Re: {SUBJECT}",
        text="Thank you for telling me. I would be grateful for any feedback.",
        answers=3,
        labels="Sent",
    )
    answer = raw(
        number=6,
        sender=THEM,
        to=ME,
        subject=f"Re: {SUBJECT}",
        text="Of course: your answers on night desks were too short, we missed an example from your own work.\n\nKim Alder",
        answers=5,
    )
    read(owner, tmp_path, invited, kind, asks, answer)
    told = Event.objects.filter(voided_by=None).values_list("kind", flat=True)
    noes = [each for each in told if each == EventKind.REJECTION]
    assert len(noes) <= 1
    assert EventKind.FEEDBACK_RECEIVED in told or not noes
