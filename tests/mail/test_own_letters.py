"""The person's own letters among a few saved mails: theirs, or asked about; never an employer's no."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, Stage
from onward.applications.services import add_event
from onward.mail.models import MailMessage, MailRun, Review
from onward.mail.services.committing import commit_mail
from onward.mail.services.importing import import_paths
from onward.mail.services.own_again import read_own_again
from onward.mail.services.reviewing import correct
from onward.method.feedback.models import FeedbackRequest, NoToAskAbout
from onward.method.feelings.models import FeelingEntry, WritingSession
from onward.method.reflection.models import Reflection
from onward.people.models import Person
from tests.builders import NOW, quiet
from tests.mail.own_story import ME, import_story, letters_of_firms, raw
from tests.mail.raw_mail import make_mbox

pytestmark = pytest.mark.django_db


def letter(number: int, firm: str, *, sender: str = ME, to: str = "") -> bytes:
    return raw(
        number=number,
        sender=sender,
        to=to or f"people@{firm}.example",
        subject="Application for Night Porter",
        text="Dear team,\n\nI would like to apply for the post of Night Porter. I would be glad "
        "to have an interview.\n\nRobin Vale",
        labels="",
    )


def no_of(firm: str, number: int, *, to: str = ME) -> bytes:
    return raw(
        number=number,
        sender=f"Kim Alder <kim@{firm}.example>",
        to=to,
        subject="Your application for Night Porter",
        text="Unfortunately we have decided to go with another candidate for Night Porter.",
        labels="",
    )


OFFER = raw(
    number=5,
    sender="Uwe Berg <uwe@stackyard.example>",
    to=ME,
    subject="Job offer: Store Keeper",
    text="Dear Robin,\n\nwe are pleased to offer you the position of Store Keeper at Stackyard."
    "\n\nUwe Berg",
)


def declined(labels: str = "") -> bytes:
    return raw(
        number=6,
        sender=ME,
        to="uwe@stackyard.example",
        subject="Re: Bewerbung als Store Keeper",
        text="Hallo Herr Berg,\n\nvielen Dank für das Angebot. Ich muss Ihnen leider absagen."
        "\n\nRobin Vale",
        answers=5,
        labels=labels,
    )


def kinds() -> list[str]:
    events = Event.objects.filter(voided_by=None).exclude(
        kind__in=[EventKind.DESCRIBED, EventKind.VOID]
    )
    return list(events.order_by("at").values_list("kind", flat=True))


def test_one_letter_alone_is_asked_about(owner: Person, tmp_path: Path) -> None:
    import_story(owner, tmp_path, [letter(1, "bright-harbour")])
    message = MailMessage.objects.get()
    assert message.review == Review.AMBIGUOUS
    assert message.company == "Bright Harbour"
    assert not message.is_sent
    assert kinds() == []


@pytest.mark.parametrize("step", [1, -1])
def test_letters_to_two_firms_are_by_the_reader(
    owner: Person, tmp_path: Path, step: int
) -> None:
    letters = [letter(1, "bright-harbour"), letter(2, "dunlea")]
    import_story(owner, tmp_path, letters[::step])
    assert kinds() == [EventKind.APPLIED, EventKind.APPLIED]
    assert not MailMessage.objects.filter(is_sent=False).exists()


@pytest.mark.parametrize("step", [1, -1])
def test_a_letter_by_whom_the_other_mail_is_to_is_the_readers(
    owner: Person, tmp_path: Path, step: int
) -> None:
    mails = [letter(1, "bright-harbour"), no_of("bright-harbour", 2)]
    import_story(owner, tmp_path, mails[::step])
    assert kinds() == [EventKind.APPLIED, EventKind.REJECTION]
    assert Application.objects.get().company == "Bright Harbour"


def test_letters_are_the_readers_where_each_came_in_a_run_of_its_own(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [letter(1, "bright-harbour")])
    other = tmp_path / "other.mbox"
    other.write_bytes(make_mbox(no_of("bright-harbour", 2)))
    import_paths(owner, [other], progress=quiet)
    assert kinds() == [EventKind.APPLIED, EventKind.REJECTION]
    assert not MailMessage.objects.exclude(review=Review.NONE).exists()


FRIEND = "Pat Lowe <pat@friend.example>"


@pytest.mark.parametrize(
    "mails",
    [
        # It went to the reader, to be looked at.
        [letter(1, "", sender=FRIEND, to=ME)],
        [letter(1, "", sender=FRIEND, to=ME), letter(2, "", sender=FRIEND, to=ME)],
        [letter(1, "", sender=FRIEND, to=ME), no_of("dunlea", 2)],
        # The reader got a copy.
        [
            letter(1, "", sender=FRIEND, to=f"people@dunlea.example, {ME}"),
            no_of("dunlea", 2),
        ],
        # Two who apply: nobody knows whose mailbox it is.
        [letter(1, "dunlea"), letter(2, "eskdale", sender=FRIEND)],
        [*letters_of_firms(4), letter(1, "", sender=FRIEND, to=ME)],
        # As much is to the reader as to the friend.
        [
            letter(1, "dunlea", sender=FRIEND),
            no_of("dunlea", 2, to=FRIEND),
            no_of("eskdale", 3),
        ],
        [letter(1, "dunlea", sender=FRIEND), no_of("dunlea", 2, to=f"{FRIEND}, {ME}")],
    ],
)
def test_somebody_elses_letter_is_asked_about(
    owner: Person, tmp_path: Path, mails: list[bytes]
) -> None:
    import_story(owner, tmp_path, mails)
    assert not MailMessage.objects.filter(is_sent=True).exists()
    assert EventKind.APPLIED not in kinds()
    assert EventKind.INTERVIEW not in kinds()
    assert MailMessage.objects.filter(review=Review.AMBIGUOUS).exists()


def test_who_is_known_is_no_friend_that_applies(owner: Person, tmp_path: Path) -> None:
    owner.email = "robin@person.example"
    owner.save()
    letters = [
        letter(n, firm, sender=FRIEND) for n, firm in ((1, "dunlea"), (2, "esk"))
    ]
    import_story(owner, tmp_path, letters)
    assert not MailMessage.objects.filter(is_sent=True).exists()
    assert kinds() == []


def heal(owner: Person, tmp_path: Path) -> None:
    later = tmp_path / "later.mbox"
    mails = [OFFER, declined("Sent"), *letters_of_firms(2)]
    later.write_bytes(make_mbox(*mails))
    import_paths(owner, [later], progress=quiet)


def test_what_was_read_as_a_no_is_read_anew_once_the_sent_folder_is_there(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [declined()])
    assert kinds() == [EventKind.REJECTION]
    wrong = Application.objects.get()
    heal(owner, tmp_path)
    message = MailMessage.objects.get(message_id="m6@mail.example")
    assert message.is_sent
    assert message.verdict != "rejection"
    assert EventKind.OFFER in kinds()
    assert kinds().count(EventKind.REJECTION) == 2
    assert wrong.pk not in {
        each.application_id for each in Event.objects.filter(kind=EventKind.OFFER)
    }
    page = owner_client.get(reverse("applications:list")).content.decode()
    assert "Person" not in page
    story = reverse("applications:detail", args=[wrong.pk])
    assert owner_client.get(story).status_code in (200, 404)
    before = kinds()
    commit_mail(owner, now=NOW)
    heal(owner, tmp_path)
    assert kinds() == before


def test_what_was_healed_says_the_same_as_where_all_came_at_once(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [declined()])
    heal(owner, tmp_path)
    healed = sorted(
        MailMessage.objects.values_list("message_id", "verdict", "review", "company")
    )
    told = kinds()
    Event.objects.all().delete()
    Application.objects.all().delete()
    MailMessage.objects.all().delete()
    heal(owner, tmp_path)
    assert healed == sorted(
        MailMessage.objects.values_list("message_id", "verdict", "review", "company")
    )
    assert told == kinds()


def test_what_the_person_said_of_it_stays(owner: Person, tmp_path: Path) -> None:
    import_story(owner, tmp_path, [declined()])
    message = MailMessage.objects.get()
    correct(owner, message, kind=EventKind.INTERVIEW, now=NOW)
    heal(owner, tmp_path)
    message.refresh_from_db()
    assert not message.is_sent
    assert EventKind.INTERVIEW in kinds()


def test_an_application_that_the_person_had_a_hand_in_is_left(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [declined()])
    application = Application.objects.get()
    add_event(owner, application, kind=EventKind.NOTE, at=NOW, now=NOW, note="Mine")
    heal(owner, tmp_path)
    own = MailMessage.objects.get(message_id="m6@mail.example")
    assert not own.is_sent
    events = Event.objects.filter(source_id=own.pk, voided_by=None)
    assert events.exclude(decided_by=DecidedBy.RULE).count() == 0


def feels(no: Event) -> None:
    FeelingEntry.objects.create(person=no.person, origin=no, at=NOW, own_words="Sad")


def writes(no: Event) -> None:
    WritingSession.objects.create(person=no.person, origin=no, at=NOW, text="Why")


def drafts(no: Event) -> None:
    FeedbackRequest.objects.create(
        person=no.person, origin=no, application=no.application, made_at=NOW
    )


def lets_go(no: Event) -> None:
    NoToAskAbout.objects.filter(origin=no).delete()
    NoToAskAbout.objects.create(
        person=no.person,
        origin=no,
        application=no.application,
        said_on=NOW.date(),
        learned_at=NOW,
        let_go_at=NOW,
    )


def looks_back(no: Event) -> None:
    Reflection.objects.create(person=no.person, application=no.application, at=NOW)


@pytest.mark.parametrize("does", [feels, writes, drafts, lets_go, looks_back])
def test_a_no_that_the_person_wrote_of_is_left(
    owner: Person, tmp_path: Path, does: Callable[[Event], None]
) -> None:
    import_story(owner, tmp_path, [declined()])
    no = Event.objects.get(kind=EventKind.REJECTION)
    does(no)
    heal(owner, tmp_path)
    no.refresh_from_db()
    assert no.voided_by is None
    assert not MailMessage.objects.get(message_id="m6@mail.example").is_sent


def test_what_the_steps_keep_by_themselves_is_no_hand(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [declined()])
    no = Event.objects.get(kind=EventKind.REJECTION)
    lets_go(no)
    NoToAskAbout.objects.update(let_go_at=None)
    heal(owner, tmp_path)
    assert MailMessage.objects.get(message_id="m6@mail.example").is_sent


def test_the_person_can_say_that_a_letter_is_theirs(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [letter(1, "bright-harbour")])
    message = MailMessage.objects.get()
    url = reverse("mail:message", args=[message.pk])
    page = owner_client.get(url).content.decode()
    assert "I applied with it" in page
    assert "The interview is called off" in page
    assert "A job to save for later" in page
    said = {"kind": "applied", "application": "new", "company": "Bright Harbour"}
    owner_client.post(reverse("mail:settle", args=[message.pk]), said)
    assert Application.objects.get().stage == Stage.APPLIED
    assert kinds() == [EventKind.APPLIED]
    # Whose address it is, is known by that.
    later = tmp_path / "later.mbox"
    later.write_bytes(make_mbox(letter(2, "dunlea")))
    import_paths(owner, [later], progress=quiet)
    assert kinds() == [EventKind.APPLIED, EventKind.APPLIED]
    owner_client.post(reverse("mail:reopen", args=[message.pk]))
    assert kinds() == [EventKind.APPLIED]


def test_of_an_employers_mail_nobody_says_that_they_applied_with_it(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [no_of("dunlea", 2)])
    url = reverse("mail:message", args=[MailMessage.objects.get().pk])
    assert "I applied with it" not in owner_client.get(url).content.decode()


def test_stored_mail_is_read_again_as_the_persons_own_once_the_address_is_known(
    owner: Person, tmp_path: Path
) -> None:
    import_story(
        owner, tmp_path, [declined(), OFFER, letter(3, "dunlea", sender=FRIEND)]
    )
    assert EventKind.REJECTION in kinds()
    owner.email = "robin@person.example"
    owner.save()
    runs = MailRun.objects.count()
    assert read_own_again(owner, progress=quiet, now=NOW) == 1
    assert kinds() == [EventKind.OFFER, EventKind.OFFER_DECLINED]
    assert MailMessage.objects.get(message_id="m6@mail.example").is_sent
    assert MailRun.objects.count() == runs
    assert read_own_again(owner, progress=quiet, now=NOW) == 0


def test_letters_that_an_older_program_took_for_noes_tell_whose_they_are(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [letter(1, "bright-harbour"), no_of("dunlea", 2)])
    stored = MailMessage.objects.get(is_sent=True)
    # As it was stored before.
    Event.objects.filter(source_id=stored.pk).update(key="gone", voided_by=1)
    MailMessage.objects.filter(pk=stored.pk).update(
        is_sent=False, verdict="rejection", because=[], company="Person"
    )
    commit_mail(owner, now=NOW)
    assert kinds() == [EventKind.REJECTION, EventKind.REJECTION]
    assert read_own_again(owner, progress=quiet, now=NOW) == 1
    assert sorted(kinds()) == [EventKind.APPLIED, EventKind.REJECTION]


def test_what_a_killed_reading_held_is_read_by_the_next(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [declined(), OFFER])
    owner.email = "robin@person.example"
    owner.save()
    said: list[str] = []

    def kill(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        said.append(" ".join(sql.split()[:3]))
        if 'DELETE FROM "mail_mailmessage"' in said and said[-1].startswith("INSERT"):
            raise SystemExit
        return execute(sql, params, many, context)

    with connection.execute_wrapper(kill), pytest.raises(SystemExit):
        read_own_again(owner, progress=quiet, now=NOW)
    assert not MailMessage.objects.filter(message_id="m6@mail.example").exists()
    assert read_own_again(owner, progress=quiet, now=NOW) == 1
    assert MailMessage.objects.get(message_id="m6@mail.example").is_sent
    assert read_own_again(owner, progress=quiet, now=NOW) == 0
