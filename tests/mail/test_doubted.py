from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.mail.models import MailMessage, Review
from onward.mail.rules.gate import might_be_hiring
from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Message, Verdict
from onward.mail.services import import_paths
from onward.mail.services.talks import KnownMail, Talks
from onward.people.models import Person
from tests.mail.raw_mail import make_mbox
from tests.mail.test_sent import ME, THEM, quiet, raw, story

APPLIED, RECEIPT = story()[:2]
HORST = (
    "Geschäftsstelle",
    "Moin Katrin, der Vorstand hat am Freitag abgestimmt, fünf zu zwei für die Tochter "
    "von Horst. So ist es jetzt.\n\nMarco",
)
IN_OWN_WORDS = (
    HORST,
    (
        "Your trial day",
        "Hi Nell, everybody liked you and you learned the machine in no time. The team "
        "talked it over last night and Jonas starts on Saturday. Do come by for a "
        "coffee.\n\nLottie",
    ),
    (
        "Nachtportier",
        "Guten Tag, die Stelle in der Nacht macht ab dem Ersten Herr Bode. Danke für "
        "Ihren Besuch.\n\nK. Alder",
    ),
    (
        "About Friday",
        "Hello Cara, no need to come in again on Friday. We are taking somebody who "
        "brings her own customers along.\n\nStella",
    ),
    (
        "Wegen Freitag",
        "Hallo Chiara, du brauchst am Freitag nicht noch einmal zu kommen. Wir nehmen "
        "eine, die ihre Kundschaft mitbringt.\n\nSteffi",
    ),
)


def letter(subject: str, text: str, *, sender: str = THEM) -> Message:
    name, _, address = sender.rstrip(">").partition(" <")
    return Message("k", "k@mail.example", None, Address(name, address), subject, text)


def is_doubted(subject: str, text: str) -> bool:
    """Say whether a mail is ordinary alone, and not from somebody who is known."""
    message = letter(subject, text)
    return (
        might_be_hiring(subject, text)
        and read_message(message).verdict in NOT_HIRING
        and read_message(message, is_known=True).verdict not in NOT_HIRING
    )


DOUBTED = [pair for pair in IN_OWN_WORDS if is_doubted(*pair)]


def read(owner: Person, folder: Path, *messages: bytes) -> None:
    path = folder / "all.mbox"
    path.write_bytes(make_mbox(*messages))
    import_paths(owner, [path], progress=quiet)


def test_some_noes_in_own_words_are_told_by_who_wrote_them_alone() -> None:
    assert DOUBTED


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("sender", [THEM, "Marco Puls <marco@bright-harbour.example>"])
@pytest.mark.parametrize("pair", DOUBTED, ids=[subject for subject, _ in DOUBTED])
def test_a_doubted_mail_of_a_known_firm_is_told_or_waits(
    owner: Person, tmp_path: Path, pair: tuple[str, str], sender: str, step: int
) -> None:
    subject, text = pair
    doubted = raw(number=9, sender=sender, to=ME, subject=subject, text=text)
    read(owner, tmp_path, *[APPLIED, RECEIPT, doubted][::step])
    kept = MailMessage.objects.get(subject=subject)
    assert kept.company == "Bright Harbour"
    is_told = Event.objects.filter(source_id=kept.pk, voided_by=None).exists()
    assert is_told or kept.review == Review.AMBIGUOUS
    assert Application.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("pair", DOUBTED, ids=[subject for subject, _ in DOUBTED])
def test_the_same_mail_from_anybody_else_leaves_no_trace(
    owner: Person, tmp_path: Path, pair: tuple[str, str]
) -> None:
    subject, text = pair
    aunt = "Aunt <aunt@home.example>"
    machine = "Bright Harbour <no-reply@bright-harbour.example>"
    read(
        owner,
        tmp_path,
        APPLIED,
        RECEIPT,
        raw(number=9, sender=aunt, to=ME, subject=subject, text=text),
        raw(number=10, sender=machine, to=ME, subject=subject, text=text),
        raw(number=400, sender=THEM, to=ME, subject=subject, text=text),
    )
    assert not MailMessage.objects.filter(subject=subject).exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    [
        "Thanks, see you on Tuesday.",
        "Hope you had a nice weekend! The weather here is lovely.",
        "Guten Tag, anbei die Rechnung für Ihren Einkauf vom 3. Mai.",
        "Unser Sommerfest ist am 4. Juli: kommen Sie vorbei!",
    ],
)
def test_small_talk_and_other_business_of_a_known_firm_leave_no_trace(
    owner: Person, tmp_path: Path, text: str
) -> None:
    other = raw(number=9, sender=THEM, to=ME, subject="Re: Hallo", text=text, answers=2)
    read(owner, tmp_path, APPLIED, RECEIPT, other)
    assert not MailMessage.objects.filter(subject="Re: Hallo").exists()
    assert not Event.objects.filter(kind=EventKind.OFFER).exists()


AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


@given(st.integers(-400, 400), st.booleans())
def test_a_firm_is_known_from_its_first_mail_on_for_half_a_year(
    days: int, hires_for_two: bool
) -> None:
    known = [KnownMail(AT, "Quillmoor")]
    known += [KnownMail(AT, "Rebhof Dairy")] if hires_for_two else []
    talks = Talks(by_firm={"quillmoor.example": known})
    message = Message(
        *("k", "k@mail.example", AT + timedelta(days=days)),
        *(Address("Kim", "kim@quillmoor.example"), "Hello", "Hello."),
    )
    found = talks.with_firm_of(message)
    assert (found is not None) == (0 < days <= 180)
    assert talks.of(message) is None
    if found is not None:
        assert found.company == ("" if hires_for_two else "Quillmoor")


def test_nobody_is_told_of_an_offer_because_the_writer_is_known() -> None:
    kind = letter("Re: Hi", "Hope you had a nice weekend! The weather here is lovely.")
    assert read_message(kind, is_known=True).verdict is not Verdict.OFFER
