"""After a no the subject of the mail before it, quoted by "Re:", opens nothing again."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, Stage
from onward.mail.models import MailMessage, Review
from onward.people.models import Person
from tests.mail.own_story import ME, import_story, raw

pytestmark = pytest.mark.django_db

IMANI = "Imani Oreyo <imani@quarrybay.example>"
TEST, TALK = "Next step: take-home", "Interview invitation"
RECEIPT = raw(
    number=1,
    sender="Quarry Bay <jobs@quarrybay.example>",
    to=ME,
    subject="Thank you for applying to Quarry Bay",
    text="Thank you for applying to the Billing Operations Associate role at Quarry Bay.",
)


def told(subject: str) -> bytes:
    text = (
        "You're through to the next step. Attached are twelve letters: please tell us which you "
        "would appeal and why. Could we have it back by Tuesday, March 17?"
        if subject == TEST
        else "We would like to interview you on Tuesday, March 17 at 2 pm."
    )
    return raw(number=9, sender=IMANI, to=ME, subject=subject, text=text)


def refused(subject: str) -> bytes:
    return raw(
        number=24,
        sender=IMANI,
        to=ME,
        subject=f"Re: {subject}",
        text="Unfortunately we decided to go with another candidate for the Billing "
        "Operations Associate role.\n\nImani",
        answers=9,
    )


def asks(subject: str) -> bytes:
    return raw(
        number=25,
        sender=ME,
        to=IMANI,
        subject=f"Re: {subject}",
        text="Thank you for telling me. I would be grateful for any feedback.",
        answers=24,
        labels="Sent",
    )


def last(text: str, *, subject: str = f"Re: {TEST}", answers: int = 24) -> bytes:
    text = f"{text}\n\nImani"
    return raw(
        number=28, sender=IMANI, to=ME, subject=subject, text=text, answers=answers
    )


def story(*mail: bytes, subject: str = TEST) -> list[bytes]:
    return [RECEIPT, told(subject), refused(subject), *mail]


def answered() -> MailMessage | None:
    return MailMessage.objects.filter(message_id__contains="m28").first()


def is_over() -> bool:
    return Application.objects.get(merged_into=None).stage == Stage.CLOSED


@pytest.mark.parametrize("subject", [TEST, TALK])
@pytest.mark.parametrize(
    "text",
    [
        "Thanks Robin. Take care!",
        "You're very welcome, Robin. All the best!",
        "Gern geschehen, alles Gute!",
        "Merci à vous, bonne continuation !",
        "Dank je wel, succes!",
    ],
)
@pytest.mark.parametrize("is_asked", [True, False])
def test_a_kind_word_opens_nothing_and_is_no_feedback(
    owner: Person, tmp_path: Path, text: str, subject: str, is_asked: bool
) -> None:
    mail = last(text, subject=f"Re: {subject}", answers=25 if is_asked else 24)
    asked = [asks(subject)] if is_asked else []
    import_story(owner, tmp_path, story(*asked, mail, subject=subject))
    assert is_over()
    received = Event.objects.filter(
        kind=EventKind.FEEDBACK_RECEIVED, voided_by__isnull=True
    )
    assert not received.exists()


def test_a_kind_word_is_not_asked_about(owner: Person, tmp_path: Path) -> None:
    import_story(owner, tmp_path, story(last("Thanks Robin. Take care!")))
    message = answered()
    assert message is not None
    assert message.review == Review.NONE


FEEDBACK = (
    "Of course! Short version by mail since my week exploded: your appeals were spot on. What we missed "
    "was a sense of how you'd put it in a process others can follow, e.g. a checklist or a tiny SOP. "
    "That's the whole gap."
)


def test_their_feedback_is_told_as_that(owner: Person, tmp_path: Path) -> None:
    import_story(owner, tmp_path, story(asks(TEST), last(FEEDBACK, answers=25)))
    assert is_over()
    assert Event.objects.filter(kind=EventKind.FEEDBACK_RECEIVED).count() == 1


def test_what_nobody_asked_for_waits_for_the_person(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, story(last(FEEDBACK)))
    message = answered()
    assert is_over()
    assert message is not None
    assert message.review == Review.AMBIGUOUS


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_any_order_of_reading_ends_the_same(
    owner: Person, tmp_path: Path, order: tuple[int, ...]
) -> None:
    mail = (told(TEST), refused(TEST), last("Thanks Robin. Take care!"))
    for place in order:
        import_story(owner, tmp_path, [RECEIPT, mail[place]])
    assert is_over()
    standing = Event.objects.filter(kind=EventKind.ASSESSMENT, voided_by=None)
    assert standing.count() == 1


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            f"Re: {TEST}",
            "Good news, the role is open again and we would like to invite you for an interview on Tuesday, April 7 at 2 pm.",
        ),
        (f"Re: {TEST}", "We would like to invite you to an interview after all."),
        ("Interview invitation", "Would Tuesday, April 7 at 2 pm suit you?"),
        (
            f"Re: {TEST}",
            "Somebody dropped out: we would like to offer you the position.",
        ),
        (
            "Next step: another take-home",
            "Please do the attached task by Tuesday, April 7.",
        ),
    ],
)
def test_what_says_so_in_new_words_does_open_it_again(
    owner: Person, tmp_path: Path, subject: str, text: str
) -> None:
    import_story(owner, tmp_path, story(last(text, subject=subject)))
    assert not is_over()


def test_before_a_no_a_quoted_subject_counts(owner: Person, tmp_path: Path) -> None:
    import_story(owner, tmp_path, [RECEIPT, told(TALK), refused(TALK)])
    assert is_over()
    application = Application.objects.get(merged_into=None)
    kinds = Event.objects.filter(application=application, voided_by=None)
    assert kinds.filter(kind=EventKind.INTERVIEW).count() == 1
