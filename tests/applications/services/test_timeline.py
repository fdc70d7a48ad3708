from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import DecidedBy, EventKind, SourceKind
from onward.applications.services import (
    Entry,
    EventDraft,
    add_event,
    commit_events,
    correct_event,
    merge,
    take_back,
    timeline,
    void_event,
)
from onward.applications.templatetags.ledger import entry_label
from onward.people.models import Person
from tests.builders import NOW, make_application, make_no


def entry_of(person: Person, application: Application, kind: EventKind) -> Entry:
    return next(
        entry for entry in timeline(person, application) if entry.event.kind == kind
    )


def test_the_story_is_told_in_the_order_in_which_it_happened(owner: Person) -> None:
    application = make_application(
        person=owner,
        events=(
            (EventKind.REJECTION, NOW - timedelta(days=1)),
            (EventKind.REPLY, NOW - timedelta(days=9)),
        ),
    )
    told = [entry.event.kind for entry in timeline(owner, application)]
    assert told == ["applied", "reply", "rejection", "described"]


def test_what_was_taken_back_says_when_and_is_no_no(owner: Person) -> None:
    application = make_application(person=owner)
    take_back(owner, make_no(application=application), now=NOW)
    entry = entry_of(owner, application, EventKind.REJECTION)
    assert entry.taken_back_at == NOW
    assert not entry.is_no
    assert not entry.can_be_corrected


def test_what_was_corrected_names_its_correction(owner: Person) -> None:
    application = make_application(person=owner)
    no = make_no(application=application)
    reply = correct_event(owner, no, kind=EventKind.REPLY, at=no.at, now=NOW)
    assert entry_of(owner, application, EventKind.REJECTION).correction == reply


def test_a_join_names_the_other_and_bookkeeping_is_quiet(owner: Person) -> None:
    application = make_application(person=owner)
    other = make_application(person=owner, company="Acme")
    merge(owner, application, other=other, now=NOW)
    entry = entry_of(owner, application, EventKind.MERGE)
    assert entry.other == other
    assert entry.is_quiet
    assert not entry.can_be_corrected


@pytest.mark.parametrize(
    "kind", [EventKind.FOLLOW_UP, EventKind.FEEDBACK_ASKED, EventKind.FEEDBACK_RECEIVED]
)
def test_what_was_asked_and_learned_is_part_of_the_story(
    owner: Person, kind: EventKind
) -> None:
    application = make_application(person=owner, events=((kind, NOW),))
    assert not entry_of(owner, application, kind).is_quiet


LATER = "They confirmed that something you sent arrived"


def told_by_mail(
    person: Person, *story: EventKind, payload: dict[str, str] | None = None
) -> list[Entry]:
    """Return the receipts of a story that mail told, a day between one and the next."""
    application = make_application(person=person, applied_at=None)
    drafts = [
        EventDraft(
            application_id=application.pk,
            kind=kind,
            at=NOW - timedelta(days=30 - day),
            decided_by=DecidedBy.RULE,
            source_kind=SourceKind.MESSAGE,
            source_id=uuid.uuid4(),
            payload=payload or {},
        )
        for day, kind in enumerate(story)
    ]
    commit_events(person, drafts, now=NOW)
    return [
        entry
        for entry in timeline(person, application)
        if entry.event.kind == EventKind.CONFIRMATION
    ]


def receipts(person: Person, *story: EventKind) -> list[bool]:
    """Return of each receipt in a story that mail told whether it is a later one."""
    return [entry.is_later_receipt for entry in told_by_mail(person, *story)]


def test_a_receipt_after_their_answer_is_not_of_the_application(owner: Person) -> None:
    receipt, test = EventKind.CONFIRMATION, EventKind.ASSESSMENT
    assert receipts(owner, receipt, test, receipt) == [False, True]
    assert receipts(owner, EventKind.APPLIED, EventKind.REPLY, receipt) == [True]


def test_a_receipt_that_may_be_of_the_application_is(owner: Person) -> None:
    receipt = EventKind.CONFIRMATION
    assert receipts(owner, receipt, receipt) == [False, False]
    assert receipts(owner, EventKind.REPLY, receipt) == [False]
    assert receipts(owner, EventKind.OUTREACH, EventKind.APPLIED, receipt) == [False]
    assert receipts(owner, receipt, EventKind.OUTREACH, receipt) == [False, False]


def test_a_later_receipt_has_words_of_its_own(owner: Person) -> None:
    application = make_application(person=owner)
    receipt = EventKind.CONFIRMATION
    entry = Entry(add_event(owner, application, kind=receipt, at=NOW, now=NOW))
    assert str(entry_label(entry)) == "Application received"
    entry.is_later_receipt = True
    assert str(entry_label(entry)) == LATER


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The team is still comparing notes", "They replied"),
        ("still interviewing", "They replied"),
        ("get back to you by Friday", "They replied"),
        ("wir führen noch Gespräche und melden uns nächste Woche", "They replied"),
        ("noch im Auswahlprozess", "They replied"),
        ("Dank für das nette Gespräch … melden uns", "They replied"),
        ("Thanks for your time on Tuesday … be in touch", "They replied"),
        ("your references have arrived.", LATER),
        ("Thank you for sending your solution", LATER),
        ("Wir haben Ihre Lösung erhalten", LATER),
        ("Vielen Dank für die Zusendung der Zeugnisse", LATER),
        ("Nous avons bien reçu votre dossier", LATER),
        ("", LATER),
    ],
)
def test_a_later_receipt_of_nothing_is_a_reply(
    owner: Person, words: str, told: str
) -> None:
    story = (EventKind.APPLIED, EventKind.INTERVIEW, EventKind.CONFIRMATION)
    payload = {"words": words} if words else {}
    [entry] = told_by_mail(owner, *story, payload=payload)
    assert str(entry_label(entry)) == told


def test_a_note_is_part_of_the_story(owner: Person) -> None:
    application = make_application(person=owner, events=((EventKind.NOTE, NOW),))
    assert not entry_of(owner, application, EventKind.NOTE).is_quiet


def test_an_interview_ahead_says_when_it_begins(owner: Person) -> None:
    application = make_application(person=owner)
    at = NOW + timedelta(days=2)
    add_event(owner, application, kind=EventKind.INTERVIEW, at=at, now=NOW)
    assert entry_of(owner, application, EventKind.INTERVIEW).starts_at == at


def test_a_day_alone_shows_no_clock_and_a_message_always_does(owner: Person) -> None:
    noon = datetime(2026, 11, 2, 12, tzinfo=UTC)
    application = make_application(person=owner, applied_at=noon)
    draft = EventDraft(
        application_id=application.pk,
        kind=EventKind.REPLY,
        at=noon,
        decided_by=DecidedBy.RULE,
        source_kind=SourceKind.MESSAGE,
    )
    commit_events(owner, [draft], now=NOW)
    assert not entry_of(owner, application, EventKind.APPLIED).has_time
    assert entry_of(owner, application, EventKind.REPLY).has_time


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("No decision has been made on any application.", "Still under way"),
        ("We are aware that you have been waiting", "Still under way"),
        ("Die Auswahl ist noch nicht abgeschlossen", "Still under way"),
        ("aucune décision n'a encore été prise", "Still under way"),
        ("trwa jeszcze analiza zgłoszonych kandydatur", "Application received"),
        ("ännu inte fattat något beslut", "Still under way"),
        ("Your application was sent to", "Application received"),
        ("Wir haben Ihre Unterlagen erhalten", "Application received"),
        ("Merci pour votre candidature", "Application received"),
        ("Automatic reply", "Application received"),
        ("Your application was viewed", "They looked at it"),
        ("has been received and has been viewed", "Application received"),
        ("Deine Bewerbung wurde angesehen", "They looked at it"),
        ("Tu candidatura ha sido vista", "They looked at it"),
        ("A sua candidatura foi visualizada", "They looked at it"),
        ("Je sollicitatie is bekeken", "They looked at it"),
        ("Twoja aplikacja została wyświetlona", "They looked at it"),
        ("", "Application received"),
    ],
)
def test_mail_days_after_the_receipt_tells_how_it_stands(
    owner: Person, words: str, told: str
) -> None:
    application = make_application(person=owner, applied_at=None)
    drafts = [
        EventDraft(
            application_id=application.pk,
            kind=EventKind.CONFIRMATION,
            at=NOW - timedelta(days=days),
            decided_by=DecidedBy.RULE,
            source_kind=SourceKind.MESSAGE,
            source_id=uuid.uuid4(),
            payload={"words": said},
        )
        for days, said in ((30, "We have received your application"), (9, words))
    ]
    commit_events(owner, drafts, now=NOW)
    first, second = (
        str(entry_label(entry))
        for entry in timeline(owner, application)
        if entry.event.kind == EventKind.CONFIRMATION
    )
    assert (first, second) == ("Application received", told)
    later = Event.objects.get(at=NOW - timedelta(days=9))
    void_event(owner, later, now=NOW)
    undone = next(e for e in timeline(owner, application) if e.event.pk == later.pk)
    assert undone.taken_back_at == NOW
    assert str(entry_label(undone)) == told


def test_what_is_undone_says_nothing_of_the_rest(owner: Person) -> None:
    application = make_application(person=owner, applied_at=None)
    drafts = [
        EventDraft(
            application_id=application.pk,
            kind=EventKind.CONFIRMATION,
            at=NOW - timedelta(days=days),
            decided_by=DecidedBy.RULE,
            source_kind=SourceKind.MESSAGE,
            source_id=uuid.uuid4(),
            payload={"words": "No decision has been made on any application."},
        )
        for days in (30, 9)
    ]
    first, _ = commit_events(owner, drafts, now=NOW)
    void_event(owner, first, now=NOW)
    told = [
        str(entry_label(entry))
        for entry in timeline(owner, application)
        if entry.event.kind == EventKind.CONFIRMATION
    ]
    assert told == ["Application received", "Application received"]


def test_an_undone_no_after_an_offer_is_called_as_it_was(owner: Person) -> None:
    application = make_application(
        person=owner,
        events=(
            (EventKind.OFFER, NOW - timedelta(days=9)),
            (EventKind.REJECTION, NOW - timedelta(days=2)),
        ),
    )
    no = Event.objects.get(kind=EventKind.REJECTION)
    before = str(entry_label(entry_of(owner, application, EventKind.REJECTION)))
    assert before == "They took the offer back"
    void_event(owner, no, now=NOW)
    after = entry_of(owner, application, EventKind.REJECTION)
    assert str(entry_label(after)) == before


def test_a_no_after_an_offer_says_that_it_was_taken_back(owner: Person) -> None:
    application = make_application(
        person=owner,
        events=(
            (EventKind.OFFER, NOW - timedelta(days=9)),
            (EventKind.ACCEPTANCE, NOW - timedelta(days=8)),
            (EventKind.REJECTION, NOW - timedelta(days=2)),
        ),
    )
    entry = entry_of(owner, application, EventKind.REJECTION)
    assert str(entry_label(entry)) == "They took the offer back"
