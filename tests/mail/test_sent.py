from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, NoKind, Stage
from onward.applications.services import add_event, rounds_of, take_back
from onward.mail.models import MailMessage, MailRun
from onward.mail.rules.talks.own_firm import company_of_domain
from onward.mail.rules.talks.own_mail import (
    SentMeaning,
    may_be_own,
    meaning_of_sent,
    own_words,
)
from onward.mail.rules.talks.own_title import role_of_subject
from onward.mail.rules.types import Message
from onward.mail.services.committing import commit_mail
from onward.mail.services.fitting import fitting_applications
from onward.mail.services.importing import import_paths
from onward.people.models import Person
from tests.builders import NOW, quiet
from tests.mail.own_story import (
    ME,
    OFFER,
    PDF,
    RECEIPT,
    START,
    THEM,
    answer,
    import_story,
    letters_of_firms,
    raw,
    sent,
    story,
    without_labels,
)
from tests.mail.raw_mail import make_mbox


@pytest.mark.parametrize(
    ("subject", "text", "files"),
    [
        ("Application for Barista", "Dear team, my papers.", PDF),
        ("Barista", "I would like to apply for the post; my CV is attached.", ()),
        ("Bewerbung als Erzieherin", "Sehr geehrte Frau Kern", PDF),
        ("Ihre Stelle", "hiermit bewerbe ich mich. Anbei meine Unterlagen.", ()),
        ("Candidature : cuisinier", "Veuillez trouver mon CV.", PDF),
        ("Poste", "je vous propose ma candidature, CV en pièce jointe.", ()),
        ("Candidatura a camarera", "Buenos días", PDF),
        ("Sollicitatie chauffeur", "Beste", PDF),
    ],
)
def test_an_application_by_mail_is_one(
    subject: str, text: str, files: tuple[str, ...]
) -> None:
    message = sent(subject, text, files=files)
    meaning = meaning_of_sent(message, is_in_thread=False, is_to_contact=False)
    assert meaning is SentMeaning.APPLIED


@pytest.mark.parametrize(
    "message",
    [
        sent("Lunch", "Are you free?"),
        sent(
            "Application for Barista", "Can you read it?", to="kim@gmail.com", files=PDF
        ),
        sent("Re: Application for Barista", "Thank you.", files=PDF),
        sent("Fwd: Bewerbung", "Zur Kenntnis", files=PDF),
        sent("Holiday", "The tickets are attached.", files=PDF),
        sent("Application for Barista", "I saw your advert."),
        sent("Update", "An application of the theory is attached.", files=PDF),
    ],
)
def test_what_only_looks_like_one_is_left_alone(message: Message) -> None:
    meaning = meaning_of_sent(message, is_in_thread=False, is_to_contact=False)
    assert meaning is SentMeaning.NONE


def test_what_went_to_a_list_is_nobodys_own() -> None:
    own = sent("Application for Barista", "Dear team, my papers.", files=PDF)
    assert may_be_own(own)
    listed = replace(own, headers={"list-unsubscribe": "<https://news.example/out>"})
    assert not may_be_own(listed)


@pytest.mark.parametrize(
    "text",
    [
        "I wanted to ask whether there is any news.",
        "Ich möchte kurz nachfragen, wie der Stand meiner Bewerbung ist.",
        "Pourriez-vous me dire où en est ma candidature ?",
        "Any updates on the role?",
        "Any word on my application yet?",
        "Gibt es schon etwas Neues?",
        "Hat sich inzwischen was Neues ergeben?",
        "Wie steht es um das Verfahren?",
        "Haben Sie meine Bewerbung vom 2.11. erhalten?",
        "Bis dato habe ich leider keine Rückmeldung erhalten.",
        "Ich erlaube mir, mein Schreiben vom 2.11. in Erinnerung zu rufen.",
        "Ist die Stelle noch frei?",
        "Did you receive my application?",
        "I applied on 4 November for the post and wanted to ask where things stand.",
        "I wanted to ask where my application for the Bookkeeper position stands.",
        "Could you tell me when you expect to make a decision?",
        "Un petit suivi : savez-vous quand vous prendrez votre décision?",
        "Können Sie mir sagen, wann Sie über die Stelle entscheiden?",
        "¿Saben cuándo tomarán una decisión?",
        "Sapete quando prenderete una decisione?",
        "Sabem quando vão decidir?",
        "Weet u al wanneer u een beslissing neemt?",
        "Czy wiadomo, kiedy zapadnie decyzja?",
        "Ne zaman bir karar vereceksiniz?",
        "Vet ni när ni fattar beslut?",
    ],
)
def test_asking_how_it_stands_is_a_follow_up(text: str) -> None:
    message = sent("Re: Driver", text)
    assert (
        meaning_of_sent(message, is_in_thread=True, is_to_contact=False)
        is SentMeaning.FOLLOW_UP
    )


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for letting me know. I would be grateful for any feedback.",
        "If you have a moment: what could have made my interview stronger?",
        "Could you tell me where I could improve for next time?",
        "Über eine kurze Rückmeldung zu meinem Gespräch würde ich mich freuen.",
        "Pourriez-vous me faire un retour sur mon entretien ?",
        "Le agradecería su opinión sobre mi entrevista y algún feedback.",
        "Eine Bitte: Gibt es eine Sache, an der ich fachlich arbeiten könnte?",
        "Is there one thing I could work on?",
        "If you can spare a minute: which TMS skills should I work on first?",
        "What should I focus on before applying again?",
        "An welchen Punkten sollte ich noch arbeiten?",
        "Woran sollte ich arbeiten?",
    ],
)
def test_asking_what_to_learn_is_a_feedback_request(text: str) -> None:
    meaning = meaning_of_sent(
        sent("Re: x", text), is_in_thread=True, is_to_contact=True
    )
    assert meaning is SentMeaning.FEEDBACK


@pytest.mark.parametrize(
    "text",
    [
        "I would like to withdraw my application for Driver, as the shifts do not fit.",
        "I have decided to withdraw from the process.",
        "Hiermit ziehe ich meine Bewerbung als Fahrer zurück.",
        "Ich möchte meine Bewerbung zurückziehen.",
        "Je retire ma candidature.",
        "Retiro mi candidatura, gracias.",
        "Hierbij trek ik mijn sollicitatie in.",
    ],
)
def test_taking_an_application_back_is_the_own_no(text: str) -> None:
    message = sent("Driver", text)
    for known in ("is_in_thread", "is_to_contact", "is_to_firm"):
        where = {"is_in_thread": False, "is_to_contact": False} | {known: True}
        assert meaning_of_sent(message, **where) is SentMeaning.WITHDRAWAL
    nowhere = meaning_of_sent(message, is_in_thread=False, is_to_contact=False)
    assert nowhere is SentMeaning.NONE


@pytest.mark.parametrize(
    "text",
    [
        "If it cannot be done from home I would have to withdraw my application.",
        "I do not want to withdraw my application.",
        "Falls das nicht geht, ziehe ich meine Bewerbung zurück.",
        "Thank you.\n\n> I would like to withdraw my application.",
        "I had to withdraw some money.",
    ],
)
def test_an_if_takes_nothing_back(text: str) -> None:
    meaning = meaning_of_sent(
        sent("Re: Driver", text), is_in_thread=True, is_to_contact=True
    )
    assert meaning is SentMeaning.THREAD


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your feedback, it helps me a lot.",
        "Danke für Ihre Rückmeldung. Dienstag um zehn passt mir.",
        "Merci pour votre retour, à mardi.",
    ],
)
def test_thanks_for_feedback_ask_for_none(text: str) -> None:
    meaning = meaning_of_sent(
        sent("Re: x", text), is_in_thread=True, is_to_contact=True
    )
    assert meaning is SentMeaning.THREAD


def test_other_words_in_a_known_conversation_are_its_context() -> None:
    message = sent("Re: Driver", "Tuesday at ten suits me.\n\n> any update from you?\n")
    assert (
        meaning_of_sent(message, is_in_thread=True, is_to_contact=False)
        is SentMeaning.THREAD
    )


def test_quoted_words_are_not_the_persons() -> None:
    assert own_words("Yes.\nOn Monday Kim wrote:\n> I am applying") == "Yes."


def test_company_and_role_come_from_address_and_subject() -> None:
    assert company_of_domain("jobs.bright-harbour.co.uk") == "Bright Harbour"
    assert company_of_domain("gmail.com") == ""
    assert role_of_subject("Bewerbung als Erzieherin, Kita Nord") == "Erzieherin"
    assert role_of_subject("Application for the position of Night Porter at Quay") == (
        "Night Porter"
    )
    assert role_of_subject("Bewerbung Bürokauffrau (m/w/d)") == "Bürokauffrau"
    assert role_of_subject("Bewerbung: Koordinatorin, Nr. 34/26") == "Koordinatorin"
    for nameless in ("Hello", "Bewerbung Robin Vale", "Bewerbung: Robin Vale"):
        assert role_of_subject(nameless) == ""


@pytest.mark.django_db
@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0)])
def test_own_mail_tells_its_part_of_the_story(
    owner: Person, tmp_path: Path, order: tuple[int, ...]
) -> None:
    messages = story()
    mailbox = tmp_path / "all.mbox"
    mailbox.write_bytes(make_mbox(*(messages[n] for n in order)))
    import_paths(owner, [mailbox], progress=quiet)
    application = Application.objects.get()
    assert (application.company, application.role) == ("Bright Harbour", "Night Porter")
    kinds = Event.objects.exclude(kind=EventKind.DESCRIBED).order_by("at")
    assert list(kinds.values_list("kind", flat=True)) == [
        EventKind.APPLIED,
        EventKind.CONFIRMATION,
        EventKind.FOLLOW_UP,
    ]
    assert application.applied_at == START + timedelta(days=1)
    applied = MailMessage.objects.get(verdict=SentMeaning.APPLIED)
    assert applied.attachment_names == ["robin-cv.pdf"]
    assert applied.recipients == ["people@bright-harbour.example"]
    assert MailMessage.objects.filter(is_sent=True).count() == 3
    assert not MailMessage.objects.filter(is_sent=True).exclude(review="").exists()
    assert not MailMessage.objects.filter(subject="Sunday").exists()


@pytest.mark.django_db
def test_mail_of_a_known_own_address_counts_without_a_label(
    owner: Person, tmp_path: Path
) -> None:
    messages = story()
    first, second = tmp_path / "a.mbox", tmp_path / "b.mbox"
    first.write_bytes(make_mbox(*messages[:2]))
    bare = messages[2].replace(b"X-Gmail-Labels: Sent\n", b"")
    second.write_bytes(make_mbox(bare))
    import_paths(owner, [first], progress=quiet)
    import_paths(owner, [second], progress=quiet)
    assert Event.objects.filter(kind=EventKind.FOLLOW_UP).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_an_own_withdrawal_closes_the_application_it_names(
    owner: Person, tmp_path: Path, step: int
) -> None:
    withdrawn = raw(
        number=3,
        sender=ME,
        to="jobs@bright-harbour.example",
        subject="Withdrawing my application for Night Porter",
        text="Dear team, I would like to withdraw my application for Night Porter.",
        labels="Sent",
    )
    import_story(owner, tmp_path, [RECEIPT, withdrawn][::step])
    application = Application.objects.get()
    assert application.stage == Stage.CLOSED
    assert application.no_kind == NoKind.I_SAID_NO


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("runs", [1, 2])
def test_a_no_that_answers_the_persons_own_is_no_event(
    owner: Person, tmp_path: Path, step: int, runs: int
) -> None:
    withdrawn = raw(
        number=3,
        sender=ME,
        to=THEM,
        subject="Withdrawing my application for Night Porter",
        text="Dear Kim, I would like to withdraw my application for Night Porter.",
        labels="Sent",
    )
    answered = raw(
        number=4,
        sender=THEM,
        to=ME,
        subject="Re: Withdrawing my application for Night Porter",
        text="Your application for Night Porter has been unsuccessful. "
        "We have decided not to proceed with your application.",
        answers=3,
    )
    whole = [RECEIPT, withdrawn, answered][::step]
    if runs == 2:
        # An earlier reading did not know that the person had withdrawn.
        import_story(owner, tmp_path, [RECEIPT, answered])
        no = Event.objects.get(kind=EventKind.REJECTION)
        assert not no.is_void
    import_story(owner, tmp_path, whole)
    application = Application.objects.get()
    assert application.no_kind == NoKind.I_SAID_NO
    standing = Event.objects.filter(kind=EventKind.REJECTION, voided_by=None)
    assert not standing.exists()
    commit_mail(owner, now=NOW)
    assert not standing.exists()


@pytest.mark.django_db
def test_a_no_after_a_withdrawal_by_hand_is_no_event(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [RECEIPT])
    application = Application.objects.get()
    at = START + timedelta(days=2)
    add_event(owner, application, kind=EventKind.WITHDRAWAL, at=at, now=NOW)
    declined = raw(
        number=4,
        sender="Bright Harbour <jobs@bright-harbour.example>",
        to=ME,
        subject="Your application for Night Porter",
        text="We have decided not to proceed with your application for Night Porter.",
    )
    import_story(owner, tmp_path, [declined])
    application.refresh_from_db()
    assert application.no_kind == NoKind.I_SAID_NO
    assert not Event.objects.filter(kind=EventKind.REJECTION).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_a_system_that_confirms_a_withdrawal_closes_the_application(
    owner: Person, tmp_path: Path, step: int
) -> None:
    confirmed = raw(
        number=5,
        sender="Bright Harbour <jobs@bright-harbour.example>",
        to=ME,
        subject="Your application for Night Porter",
        text="You have withdrawn your application for Night Porter at Bright Harbour. "
        "We are sorry to see you go.",
    )
    import_story(owner, tmp_path, [RECEIPT, confirmed][::step])
    application = Application.objects.get()
    assert application.no_kind == NoKind.I_SAID_NO
    message = MailMessage.objects.get(verdict=SentMeaning.WITHDRAWAL)
    assert message.because[0]["words"].startswith("You have withdrawn")
    assert not message.is_sent


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_an_employer_who_takes_note_of_a_declined_offer_says_no_no(
    owner: Person, tmp_path: Path, step: int
) -> None:
    noted = raw(
        number=5,
        sender="Bright Harbour <jobs@bright-harbour.example>",
        to=ME,
        subject="Your answer on Night Porter",
        text="We regret your decision to decline our offer for Night Porter at Bright "
        "Harbour, and understand it. Should that change, our door is open.",
    )
    import_story(owner, tmp_path, [RECEIPT, OFFER, noted][::step])
    application = Application.objects.get()
    assert application.no_kind == NoKind.I_SAID_NO
    assert MailMessage.objects.filter(verdict=SentMeaning.OFFER_DECLINED).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("answers", [2, 0])
@pytest.mark.parametrize("step", [1, -1])
def test_what_was_asked_for_and_answered_by_own_mail_asks_no_more(
    owner: Person, tmp_path: Path, step: int, answers: int
) -> None:
    asked = raw(
        number=2,
        sender=THEM,
        to=ME,
        subject="Your application for Night Porter at Bright Harbour",
        text="Could you please send us your salary expectations and your earliest start date?",
    )
    answer = raw(
        number=3,
        sender=ME,
        to=THEM,
        subject="AW: Re: Your application for Night Porter at Bright Harbour",
        text="From June, and 30,000.",
        answers=answers,
        labels="Sent",
    )
    import_story(owner, tmp_path, [RECEIPT, asked, answer][::step])
    (found,) = rounds_of(owner, Application.objects.get())
    assert (found.kind, found.is_done) == (EventKind.INFORMATION_REQUEST, True)
    done = Event.objects.get(kind=EventKind.DONE)
    assert (done.decided_by, done.at) == (DecidedBy.RULE, START + timedelta(days=3))
    take_back(owner, done, now=NOW)
    commit_mail(owner, now=NOW)
    (found,) = rounds_of(owner, Application.objects.get())
    assert not found.is_done


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_an_offer_that_own_mail_accepts_is_accepted(
    owner: Person, tmp_path: Path, step: int
) -> None:
    accepted = answer("Dear Kim, I am very happy to accept your offer.")
    import_story(owner, tmp_path, [RECEIPT, OFFER, accepted][::step])
    application = Application.objects.get()
    assert application.stage == Stage.ACCEPTED
    event = Event.objects.get(kind=EventKind.ACCEPTANCE)
    assert (event.decided_by, event.at) == (DecidedBy.RULE, START + timedelta(days=3))
    assert event.payload["words"] == "Dear Kim, I am very happy to accept your offer."
    assert not MailMessage.objects.exclude(review="").exists()
    commit_mail(owner, now=NOW)
    assert Event.objects.filter(kind=EventKind.ACCEPTANCE).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_an_offer_that_own_mail_turns_down_is_the_own_no(
    owner: Person, tmp_path: Path, step: int
) -> None:
    declined = answer("Leider muss ich Ihr Angebot ablehnen.")
    import_story(owner, tmp_path, [RECEIPT, OFFER, declined][::step])
    application = Application.objects.get()
    assert application.no_kind == NoKind.I_SAID_NO
    assert Event.objects.get(kind=EventKind.OFFER_DECLINED).application == application


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    "text",
    [
        "Yes please, I'll take it! See you on the 9th.",
        "Yes please! I accept, see you on the 7th.",
        "I accept, thank you!",
    ],
)
def test_a_short_yes_right_below_an_offer_accepts_it(
    owner: Person, tmp_path: Path, step: int, text: str
) -> None:
    accepted = answer(text, answers=2)
    import_story(owner, tmp_path, [RECEIPT, OFFER, accepted][::step])
    assert Application.objects.get().stage == Stage.ACCEPTED
    event = Event.objects.get(kind=EventKind.ACCEPTANCE)
    assert event.payload["words"] in text
    assert not MailMessage.objects.exclude(review="").exists()


@pytest.mark.django_db
def test_a_short_yes_below_other_mail_stays_context(
    owner: Person, tmp_path: Path
) -> None:
    accepted = answer("Yes please, I'll take it! See you on the 9th.", answers=1)
    import_story(owner, tmp_path, [RECEIPT, OFFER, accepted])
    assert Application.objects.get().stage == Stage.OFFER
    assert MailMessage.objects.get(is_sent=True).verdict == SentMeaning.THREAD


@pytest.mark.django_db
def test_an_if_about_an_offer_stays_context(owner: Person, tmp_path: Path) -> None:
    asked = answer("I would be happy to accept if the shifts were fixed.")
    import_story(owner, tmp_path, [RECEIPT, OFFER, asked])
    assert Application.objects.get().stage == Stage.OFFER
    assert MailMessage.objects.get(is_sent=True).verdict == SentMeaning.THREAD


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("mail", "text"),
    [
        ([RECEIPT], "I am very happy to accept your offer."),
        ([RECEIPT, OFFER], "I am happy to accept the offer in principle."),
    ],
)
def test_an_acceptance_of_no_known_offer_waits_for_the_person(
    owner: Person, tmp_path: Path, mail: list[bytes], text: str
) -> None:
    known = answer(text, answers=len(mail))
    import_story(owner, tmp_path, [*mail, known])
    waiting = MailMessage.objects.get(is_sent=True)
    assert (waiting.review, waiting.verdict) == ("ambiguous", "acceptance")
    assert not Event.objects.filter(kind=EventKind.ACCEPTANCE).exists()


@pytest.mark.django_db
def test_an_acceptance_finds_its_offer_when_that_is_read_later(
    owner: Person, tmp_path: Path
) -> None:
    accepted = answer("I am very happy to accept your offer.", answers=1)
    import_story(owner, tmp_path, [RECEIPT, accepted])
    assert MailMessage.objects.get(is_sent=True).review == "ambiguous"
    import_story(owner, tmp_path, [RECEIPT, OFFER, accepted])
    assert MailMessage.objects.get(is_sent=True).review == ""
    assert Application.objects.get().stage == Stage.ACCEPTED


@pytest.mark.django_db
def test_the_person_says_what_their_own_mail_meant(
    owner: Person, tmp_path: Path, client: Client
) -> None:
    import_story(
        owner,
        tmp_path,
        [RECEIPT, answer("I have decided to decline your offer.", answers=1)],
    )
    client.force_login(owner)
    page = client.get(reverse("mail:review")).content.decode()
    assert "did you decline an offer?" in page
    waiting = MailMessage.objects.get(is_sent=True)
    letter = client.get(reverse("mail:message", args=[waiting.pk])).content.decode()
    assert "I declined the offer" in letter
    assert "They said no" not in letter
    application = Application.objects.get()
    data = {"kind": "offer_declined", "application": application.pk}
    client.post(reverse("mail:settle", args=[waiting.pk]), data)
    application.refresh_from_db()
    assert application.no_kind == NoKind.I_SAID_NO
    commit_mail(owner, now=NOW)
    assert Event.objects.filter(kind=EventKind.OFFER_DECLINED).count() == 1
    waiting.refresh_from_db()
    assert waiting.review == "settled"


@pytest.mark.django_db
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_an_address_of_the_sent_folder_is_known_in_all_that_is_read_with_it(
    owner: Person, tmp_path: Path, order: tuple[int, ...]
) -> None:
    applied, received, asked = story()[:3]
    # A single file says of no folder that the person wrote it.
    bare = applied.replace(b"X-Gmail-Labels: Sent\n", b"")
    paths: list[Path] = []
    for n in order:
        path = tmp_path / f"{len(paths)}.mbox"
        path.write_bytes(make_mbox([bare, received, asked][n]))
        paths.append(path)
    import_paths(owner, paths, progress=quiet)
    kinds = Event.objects.exclude(kind=EventKind.DESCRIBED).order_by("at")
    assert list(kinds.values_list("kind", flat=True)) == [
        EventKind.APPLIED,
        EventKind.CONFIRMATION,
        EventKind.FOLLOW_UP,
    ]
    assert MailMessage.objects.filter(is_sent=True).count() == 2
    assert MailMessage.objects.count() == 3


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_own_mail_is_known_without_folders_by_whom_firms_write_to(
    owner: Person, tmp_path: Path, step: int
) -> None:
    messages = without_labels(story()[:3] + letters_of_firms(4))
    import_story(owner, tmp_path, messages[::step])
    assert MailMessage.objects.filter(is_sent=True).count() == 2
    kinds = Event.objects.filter(application__company="Bright Harbour")
    kinds = kinds.exclude(kind=EventKind.DESCRIBED).order_by("at")
    assert list(kinds.values_list("kind", flat=True)) == [
        EventKind.APPLIED,
        EventKind.CONFIRMATION,
        EventKind.FOLLOW_UP,
    ]


@pytest.mark.django_db
def test_whom_two_firms_write_to_beside_the_person_stays_somebody_else(
    owner: Person, tmp_path: Path
) -> None:
    """An interviewer stands in invitations of the agency and of the firm."""
    invitation = raw(
        number=3,
        sender=THEM,
        to=ME,
        subject="Interview for Night Porter",
        text="We would like to invite you to an interview for the role of Night Porter.",
    )
    messages = [invitation, *letters_of_firms(5), *letters_of_firms(3, also_to=THEM)]
    import_story(owner, tmp_path, without_labels(messages))
    assert MailMessage.objects.filter(is_sent=True).count() == 0
    assert Event.objects.filter(kind=EventKind.INTERVIEW).count() == 1


def invitation_of_own() -> bytes:
    """Return own mail without a label that would invite, were it somebody else's."""
    return raw(
        number=4,
        sender=ME,
        to=THEM,
        subject="Interview for Night Porter",
        text="We would like to invite you to an interview for the role of Night Porter.",
    )


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_own_mail_that_was_read_as_somebody_elses_is_read_again(
    owner: Person, tmp_path: Path, step: int
) -> None:
    """A single file came before the sent folder that says whose address it is from."""
    paths = [tmp_path / "one.eml", tmp_path / "all.mbox"]
    paths[0].write_bytes(invitation_of_own())
    paths[1].write_bytes(make_mbox(*story()[:3]))
    import_paths(owner, paths[::step], progress=quiet)
    assert not Event.objects.filter(kind=EventKind.INTERVIEW).exists()
    own = MailMessage.objects.get(subject="Interview for Night Porter")
    assert (own.is_sent, own.verdict) == (True, SentMeaning.THREAD)
    assert Application.objects.count() == 1


@pytest.mark.django_db
def test_own_mail_that_a_killed_run_was_about_to_read_again_is_read_by_the_next(
    owner: Person, tmp_path: Path
) -> None:
    first, later = tmp_path / "one.eml", tmp_path / "all.mbox"
    first.write_bytes(invitation_of_own())
    later.write_bytes(make_mbox(*story()[:3]))
    said: list[str] = []

    def kill(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        said.append(" ".join(sql.split()[:3]))
        if 'DELETE FROM "mail_mailmessage"' in said and said[-1].startswith("INSERT"):
            raise SystemExit
        return execute(sql, params, many, context)

    with connection.execute_wrapper(kill), pytest.raises(SystemExit):
        import_paths(owner, [first, later], progress=quiet)
    title = "Interview for Night Porter"
    assert not MailMessage.objects.filter(subject=title).exists()
    import_paths(owner, [later], progress=quiet)
    own = MailMessage.objects.get(subject=title)
    assert (own.is_sent, own.verdict) == (True, SentMeaning.THREAD)
    assert not MailRun.objects.exclude(taken_back=[]).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_what_the_person_forwarded_to_themselves_is_the_mail_inside(
    owner: Person, tmp_path: Path, step: int
) -> None:
    known = raw(
        number=1,
        sender="Robin <r.vale@mail.example>",
        to="Aunt <aunt@home.example>",
        subject="Sunday",
        text="Cake?",
        labels="Sent",
    )
    also = raw(
        number=2,
        sender=ME,
        to="Aunt <aunt@home.example>",
        subject="Sunday",
        text="Cake?",
        labels="Sent",
    )
    forwarded = raw(
        number=3,
        sender="Robin <r.vale@mail.example>",
        to=ME,
        subject="Fwd: Your application",
        text="-------- Forwarded Message --------\nSubject: Your application\n"
        "Date: Mon, 2 Mar 2026 08:00:00 +0000\nFrom: Bright Harbour <jobs@bright-harbour.example>\n"
        "To: r.vale@mail.example\n\nThank you for your application for Night Porter at "
        "Bright Harbour. We have received it.",
    )
    import_story(owner, tmp_path, [known, also, forwarded][::step])
    application = Application.objects.get()
    assert (application.company, application.role) == ("Bright Harbour", "Night Porter")
    message = MailMessage.objects.get()
    assert message.sender_address == "jobs@bright-harbour.example"
    assert message.sent_at == datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    import_story(owner, tmp_path, [known, also, forwarded])
    assert Application.objects.count() == 1


APPROACH = raw(
    number=1,
    sender=THEM,
    to=ME,
    subject="Night Porter in the harbour",
    text="Dear Robin, I came across your profile. For our client I am looking for a "
    "Night Porter. Would you be interested? Please send me your CV.\n\nKim Alder\n"
    "Recruiter, Bright Harbour Ltd",
)


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("file", ["robin_cv.pdf", ""])
def test_papers_sent_to_who_wrote_first_are_an_application(
    owner: Person, tmp_path: Path, step: int, file: str
) -> None:
    replied = raw(
        number=2,
        sender=ME,
        to=THEM,
        subject="Re: Night Porter in the harbour",
        text="Dear Kim, that sounds good.",
        answers=1,
        labels="Sent",
        file=file,
    )
    import_story(owner, tmp_path, [APPROACH, replied][::step])
    applied = Event.objects.filter(kind=EventKind.APPLIED)
    if file:
        assert applied.get().at == START + timedelta(days=2)
        assert Application.objects.get().stage == Stage.REPLIED
    else:
        assert not applied.exists()
        assert not Application.objects.exists()


@pytest.mark.django_db
def test_of_several_applications_the_one_with_an_offer_is_suggested(
    owner: Person, tmp_path: Path
) -> None:
    other = RECEIPT.replace(b"Night Porter", b"Front Desk Clerk").replace(
        b"<m1@", b"<m9@"
    )
    accepted = raw(
        number=4,
        sender=ME,
        to=THEM,
        subject="Good news",
        text="Dear Kim, I am very happy to accept your offer.",
        labels="Sent",
    )
    import_story(owner, tmp_path, [RECEIPT, other, OFFER, accepted])
    assert Application.objects.count() == 2
    waiting = MailMessage.objects.get(is_sent=True)
    assert waiting.review == "ambiguous"
    fits = fitting_applications(owner, waiting)
    assert fits.only is not None
    suggested = Application.objects.get(pk=fits.only)
    assert (suggested.role, suggested.stage) == ("Night Porter", Stage.OFFER)


@pytest.mark.django_db
def test_a_confirmed_withdrawal_of_nothing_known_waits_to_be_looked_at(
    owner: Person, client: Client, tmp_path: Path
) -> None:
    confirmed = raw(
        number=5,
        sender="Jobs <no-reply@softgarden.io>",
        to=ME,
        subject="Your application",
        text="Hello, you have withdrawn your application. We are sorry to see you go.",
    )
    import_story(owner, tmp_path, [confirmed])
    message = MailMessage.objects.get()
    assert (message.verdict, message.review) == (SentMeaning.WITHDRAWAL, "unmatched")
    client.force_login(owner)
    for url in ("/mail/review/", f"/mail/messages/{message.pk}/"):
        assert client.get(url).status_code == 200, url


@pytest.mark.django_db
def test_a_withdrawal_reaches_a_firm_that_only_a_vendor_wrote_for(
    owner: Person, tmp_path: Path
) -> None:
    receipt = raw(
        number=1,
        sender="Bright Harbour Group <no-reply@smartrecruiters.com>",
        to=ME,
        subject="Your application to Bright Harbour Group",
        text="Thank you for applying for Night Porter at Bright Harbour Group.",
    )
    taken_back = raw(
        number=5,
        sender=ME,
        to="people@brightharbour.example",
        subject="Night Porter - my application",
        text="Dear team,\n\nI withdraw my application. Thank you for your time.",
        labels="Sent",
    )
    mailbox = tmp_path / "all.mbox"
    mailbox.write_bytes(make_mbox(receipt, taken_back))
    import_paths(owner, [mailbox], progress=quiet)
    assert Application.objects.get().no_kind == NoKind.I_SAID_NO


@pytest.mark.django_db
def test_family_at_the_persons_own_provider_is_no_firm(
    owner: Person, tmp_path: Path
) -> None:
    aunt = "Ann Vale <ann@person.example>"
    passed_on = raw(
        number=1,
        sender=aunt,
        to=ME,
        subject="Your application",
        text="Dear Robin, thank you for applying for Night Porter at Bright Harbour."
        "\n\nAnn",
    )
    private = raw(
        number=5,
        sender=ME,
        to="Uncle <joe@person.example>",
        subject="Sunday",
        text="We come at one.",
        labels="Sent",
    )
    mailbox = tmp_path / "all.mbox"
    mailbox.write_bytes(make_mbox(passed_on, private))
    import_paths(owner, [mailbox], progress=quiet)
    assert MailMessage.objects.filter(is_sent=False).exists()
    assert not MailMessage.objects.filter(subject="Sunday").exists()


@pytest.mark.django_db
def test_an_application_is_at_the_house_that_its_address_is_shown_with(
    owner: Person, tmp_path: Path
) -> None:
    own = raw(
        number=1,
        sender=ME,
        to="Fundacja Las i My <biuro@lasimy.example>",
        subject="Aplikacja na stanowisko referenta ds. szkoleń",
        text="Szanowni Państwo, przesyłam CV w załączniku.",
        labels="Sent",
    )
    mailbox = tmp_path / "sent.mbox"
    mailbox.write_bytes(make_mbox(own))
    import_paths(owner, [mailbox], progress=quiet)
    application = Application.objects.get()
    told = (application.company, application.role)
    assert told == ("Fundacja Las i My", "referent ds. szkoleń")


@pytest.mark.django_db
def test_an_employer_keeps_the_order_of_words_in_which_the_person_wrote_it(
    owner: Person, tmp_path: Path
) -> None:
    school = "Polska Szkoła w Lublinku <biuro@szkolapolska.example>"
    own = raw(
        number=1,
        sender=ME,
        to=school,
        subject="Aplikacja na stanowisko księgowej",
        text="Dzień dobry, przesyłam CV w załączniku.",
        labels="Sent",
    )
    answer = raw(
        number=2,
        sender="Ida Sowa <biuro@szkolapolska.example>",
        to=ME,
        subject="Odp: Aplikacja na stanowisko księgowej",
        text="Dzień dobry, przykro mi, ale na stanowisko księgowej wybraliśmy inną osobę."
        "\n\nIda Sowa",
        answers=1,
    )
    mailbox = tmp_path / "all.mbox"
    mailbox.write_bytes(make_mbox(own, answer))
    import_paths(owner, [mailbox], progress=quiet)
    assert Application.objects.get().company == "Polska Szkoła w Lublinku"


SIGNED_ELSEWHERE = "Hello Kim, I have meanwhile signed with another company."


@pytest.mark.django_db
def test_a_fact_alone_ends_no_application_and_is_asked_about(
    owner: Person, tmp_path: Path, client: Client
) -> None:
    own = answer(SIGNED_ELSEWHERE, answers=1)
    import_story(owner, tmp_path, [RECEIPT, own])
    application = Application.objects.get()
    assert application.is_open
    client.force_login(owner)
    page = client.get(reverse("mail:review")).content.decode()
    assert "You wrote this: did you withdraw?" in page
    assert "signed with another company" in page
    waiting = MailMessage.objects.get(is_sent=True)
    letter = client.get(reverse("mail:message", args=[waiting.pk])).content.decode()
    assert '<option value="withdrawal" selected>' in letter
    data = {"kind": "withdrawal", "application": application.pk}
    client.post(reverse("mail:settle", args=[waiting.pk]), data)
    application.refresh_from_db()
    assert application.no_kind == NoKind.I_SAID_NO
    import_story(owner, tmp_path, [RECEIPT, own])
    assert Event.objects.filter(kind=EventKind.WITHDRAWAL).count() == 1


@pytest.mark.django_db
def test_whoever_goes_on_with_it_is_not_asked_again(
    owner: Person, tmp_path: Path, client: Client
) -> None:
    own = answer(SIGNED_ELSEWHERE, answers=1)
    import_story(owner, tmp_path, [RECEIPT, own])
    client.force_login(owner)
    waiting = MailMessage.objects.get(is_sent=True)
    client.post(reverse("mail:aside", args=[waiting.pk]))
    import_story(owner, tmp_path, [RECEIPT, own])
    commit_mail(owner, now=NOW)
    assert Application.objects.get().is_open
    page = client.get(reverse("mail:review")).content.decode()
    assert "did you withdraw?" not in page


@pytest.mark.django_db
def test_a_doubtful_withdrawal_may_say_none_of_this(
    owner: Person, tmp_path: Path, client: Client
) -> None:
    import_story(owner, tmp_path, [RECEIPT, answer(SIGNED_ELSEWHERE, answers=1)])
    client.force_login(owner)
    waiting = MailMessage.objects.get(is_sent=True)
    client.post(reverse("mail:settle", args=[waiting.pk]), {"kind": "other"})
    commit_mail(owner, now=NOW)
    waiting.refresh_from_db()
    assert waiting.review == "settled"
    assert Application.objects.get().is_open


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    [
        "I withdraw my application, thank you.",
        f"{SIGNED_ELSEWHERE} Good luck with the search!",
    ],
)
def test_plain_words_and_a_goodbye_end_it_at_once(
    owner: Person, tmp_path: Path, text: str
) -> None:
    import_story(owner, tmp_path, [RECEIPT, answer(text, answers=1)])
    assert Application.objects.get().no_kind == NoKind.I_SAID_NO
    assert MailMessage.objects.get(is_sent=True).review == ""


@pytest.mark.django_db
def test_a_fact_that_goes_to_a_firm_without_an_application_is_not_asked_about(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [answer(SIGNED_ELSEWHERE, answers=1)])
    assert not MailMessage.objects.filter(review="ambiguous").exists()
