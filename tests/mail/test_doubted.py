from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.mail.models import MailMessage, Review
from onward.mail.notes import answered_by, is_note
from onward.mail.parse import open_message
from onward.mail.rules.gate import might_be_hiring
from onward.mail.rules.read import read_message
from onward.mail.rules.types import (
    NOT_HIRING,
    Address,
    Message,
    Reading,
    Source,
    Verdict,
)
from onward.mail.services import doubted, importing
from onward.mail.services.doubted import DoubtedMail, read_as_known
from onward.mail.services.importing import import_paths
from onward.mail.services.rows import message_row
from onward.mail.services.talks import KnownMail, Talks
from onward.mail.sources.raw import RawMessage
from onward.people.models import Person
from tests.builders import quiet
from tests.mail.own_story import ME, THEM, raw, story
from tests.mail.raw_mail import make_mbox

APPLIED, RECEIPT = story()[:2]
SOURCE, ORDINARY = Source("all.mbox"), Reading(Verdict.OTHER, 0.9)
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


def test_a_newsletter_is_read_no_further_because_its_board_is_known() -> None:
    text = "Find your place for the winter. Do the big kitchen test, it takes three minutes."
    mail = letter("Last minute", text, sender="Board <newsletter@board.example>")
    held = DoubtedMail()
    held.hold(mail, ORDINARY, source=SOURCE)
    assert not held.sources


def test_nobody_is_told_of_an_offer_because_the_writer_is_known() -> None:
    kind = letter("Re: Hi", "Hope you had a nice weekend! The weather here is lovely.")
    assert read_message(kind, is_known=True).verdict is not Verdict.OFFER


NOTES = (
    "Servus Nils, da warst du leider zu spät. Mein alter Bootsmann hat mir seinen Enkel und "
    "den Hund geschickt, da konnte ich nicht nein sagen. Grüße an die Oma und den Papa.\n\nNunzio",
    "Moin Nils, da war jemand schneller. Mein alter Bootsmann hat mir seinen Enkel geschickt, da "
    "konnte ich nicht nein sagen. Nix für ungut und Grüße an die Mama, die Oma und den Papa.\n\nBengt",
)
SMALL_TALK = (
    "Bonjour Léa, merci pour votre petit mot, cela nous a fait très plaisir. Passez une "
    "belle fin de semaine et profitez bien du soleil avec les enfants.\n\nHélène"
)
NO = raw(
    number=5,
    sender=THEM,
    to=ME,
    subject="Re: Application for Night Porter",
    text="We regret that we have decided not to move forward with your application.",
    answers=2,
)


def note(text: str, *, sender: str = THEM, answers: int = 2) -> bytes:
    return raw(
        number=9, sender=sender, to=ME, subject="Re: hej", text=text, answers=answers
    )


def noted() -> MailMessage | None:
    return MailMessage.objects.filter(subject="Re: hej").first()


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("text", NOTES)
def test_an_answer_without_a_word_of_hiring_is_asked_about_in_its_conversation(
    owner: Person, tmp_path: Path, text: str, step: int
) -> None:
    assert not might_be_hiring("Re: hej", text)
    read(owner, tmp_path, *[APPLIED, RECEIPT, note(text)][::step])
    kept = noted()
    assert kept is not None
    assert (kept.company, kept.review) == ("Bright Harbour", Review.AMBIGUOUS)
    assert kept.text.startswith(text[:20])
    assert not Event.objects.filter(kind=EventKind.REJECTION).exists()


@pytest.mark.django_db
def test_the_same_answer_in_another_conversation_or_after_a_no_leaves_no_trace(
    owner: Person, tmp_path: Path
) -> None:
    stranger = "Bengt <bengt@boats.example>"
    read(owner, tmp_path, APPLIED, RECEIPT, note(NOTES[1], sender=stranger, answers=77))
    assert noted() is None
    read(owner, tmp_path, APPLIED, RECEIPT, note(SMALL_TALK))
    assert noted() is None
    read(owner, tmp_path, APPLIED, RECEIPT, NO, note(NOTES[1], answers=5))
    assert noted() is None


@pytest.mark.django_db
def test_the_page_names_the_employer_beside_who_wrote(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    read(owner, tmp_path, APPLIED, RECEIPT, note(NOTES[0]))
    page = owner_client.get("/mail/review/").content.decode()
    assert "Kim Alder · Bright Harbour · <time" in page


@pytest.mark.django_db
def test_an_own_answer_is_not_asked_about(owner: Person, tmp_path: Path) -> None:
    read(owner, tmp_path, APPLIED, RECEIPT, note(NOTES[1], sender=ME))
    own = noted()
    assert own is not None
    assert (own.is_sent, own.verdict, own.review) == (True, "sent", "")


@pytest.mark.django_db
def test_several_processes_let_such_answers_wait_as_well(
    owner: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "LEAST_PARALLEL_BYTES", 1)
    path = tmp_path / "all.mbox"
    path.write_bytes(make_mbox(APPLIED, RECEIPT, note(NOTES[0])))
    import_paths(owner, [path], progress=quiet, processes=2)
    assert noted() is not None


def raw_message(data: bytes, *, is_sent: bool = False) -> RawMessage:
    source = Source("all.mbox", 0, len(data))
    return RawMessage(source, data, len(data), 0, is_sent=is_sent)


def is_note_of(data: bytes, *, is_sent: bool = False) -> bool:
    return is_note(open_message(data), raw_message(data, is_sent=is_sent))


def test_only_a_persons_short_answer_waits_unread() -> None:
    answer = note(NOTES[0])
    assert is_note_of(answer)
    assert answered_by(raw_message(answer)) == (
        ["m2@mail.example"],
        "bright-harbour.example",
    )
    assert not is_note_of(answer, is_sent=True)
    assert not is_note_of(b"List-Id: <crew.boats.example>\n" + answer)
    assert not is_note_of(note(NOTES[0], answers=0))
    assert not is_note_of(note("Grazie, a presto!"))
    assert not is_note_of(note(NOTES[0] * 10))
    assert is_note_of(note(f"{NOTES[0]}\n\n> " + "word " * 500))


@given(st.binary(max_size=300))
def test_any_bytes_are_a_note_or_none_and_answer_something_or_nothing(
    data: bytes,
) -> None:
    found, host = answered_by(raw_message(data))
    assert all(found)
    assert host == host.lower()
    is_note_of(data)


def test_of_many_such_answers_the_latest_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doubted, "MOST_NOTE_BYTES", 3_000)
    mail = DoubtedMail()
    notes = [raw_message(note(NOTES[0], answers=number)) for number in range(1, 9)]
    for each in notes:
        mail.hold_note(each)
    assert 0 < len(mail.notes) < len(notes)
    assert mail.notes == tuple(notes[-len(mail.notes) :])


@pytest.mark.parametrize(
    ("sender", "is_answer", "is_theirs"),
    [
        ("Dana Reed <dana@reed-talent.example>", False, False),
        ("Dana Reed <dana@reed-talent.example>", True, True),
        ("Dana Reed <dana@brightharbour.example>", False, True),
    ],
)
def test_an_agency_s_next_opening_is_not_its_last_client_s(
    sender: str, is_answer: bool, is_theirs: bool
) -> None:
    text = (
        "Told you I would be in touch. I have a Stock Controller, days, with a shy client "
        "who shows no name before they have seen papers. Shall I put you in?\n\nDana"
    )
    message = letter("Stock Controller", text, sender=sender)
    known = KnownMail(datetime(2026, 8, 3, tzinfo=UTC), "Bright Harbour")
    reading = read_as_known(message, known=known, is_answer=is_answer)
    assert reading.role
    assert (reading.company == "Bright Harbour") is is_theirs


def test_a_firm_of_which_all_mail_waits_to_be_looked_at_is_not_known_for_sure() -> None:
    message = letter("Outcome", "Hello", sender="Choir <board@quillchoir.example>")
    waiting = KnownMail(AT, "Quill Choir", is_doubtful=True)
    talks = Talks(by_firm={"quillchoir.example": [waiting]})
    assert not talks.is_sure_of(message)
    talks.by_firm["quillchoir.example"].append(KnownMail(AT, "Quill Choir"))
    assert talks.is_sure_of(message)


def talk(*verdicts: Verdict, owner: Person) -> tuple[DoubtedMail, list[Message]]:
    """Return noes that answer one another, the first of them stored with each of these verdicts."""
    letters = [
        replace(
            letter(*HORST),
            key=str(number),
            message_id=f"m{number}@mail.example",
            sent_at=AT + timedelta(days=number),
            headers={"in-reply-to": f"<m{number - 1}@mail.example>"},
        )
        for number in range(1, 4)
    ]
    for each, verdict in zip(letters, verdicts, strict=False):
        reading = Reading(verdict, 0.9)
        message_row(owner, each, reading, source=SOURCE, now=AT).save()
    return DoubtedMail(), letters[len(verdicts) :]


@pytest.mark.django_db
@pytest.mark.parametrize("first", [Verdict.AMBIGUOUS, Verdict.INTERVIEW])
def test_what_is_only_asked_about_makes_nothing_sure_in_the_same_reading(
    owner: Person, first: Verdict
) -> None:
    waiting, later = talk(first, owner=owner)
    for each in later:
        waiting.hold(each, ORDINARY, source=SOURCE)
    rows = list(waiting.known(owner, now=AT + timedelta(days=9)))
    assert len(rows) == len(later)
    is_asked = {row.verdict == Verdict.AMBIGUOUS for row in rows}
    assert is_asked == {first is Verdict.AMBIGUOUS}


@pytest.mark.django_db
def test_what_is_not_kept_takes_no_room(
    owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doubted, "MOST_DOUBTED_CHARS", 1)
    waiting, later = talk(Verdict.INTERVIEW, owner=owner)
    lake = letter(
        "Sunday",
        "We could go to the lake on the 3rd of May with the children and the dog, if you like.",
    )
    assert not might_be_hiring(lake.subject, lake.text)
    waiting.hold(lake, ORDINARY, source=SOURCE)
    waiting.hold(later[0], ORDINARY, source=SOURCE)
    assert list(waiting.known(owner, now=AT + timedelta(days=9)))


@pytest.mark.parametrize(
    ("known", "company"),
    [("Hill & Sons", "Hill & Sons Plumbing"), ("Quillmoor", "Quillmoor")],
)
def test_who_signs_with_more_of_their_name_is_called_so(
    known: str, company: str
) -> None:
    message = Message(
        key="k",
        message_id="k@mail.example",
        sent_at=AT,
        sender=Address("Herb Hill", "herb@hillandsons.example"),
        subject="Re: Looking for work",
        text=(
            "Robin, thank you for your application. I can't take anybody on, you have to try"
            " elsewhere.\n\nHerb Hill\nHill & Sons Plumbing, est. 1961"
        ),
        headers={"in-reply-to": "<1@mail.example>"},
    )
    talk = KnownMail(AT, known)
    assert read_as_known(message, known=talk, is_answer=True).company == company


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    ("host", "count"), [("larchlogistik", 1), ("vale-logistik", 0)]
)
def test_a_first_letter_of_a_house_that_a_machine_wrote_for_is_read(
    owner: Person, tmp_path: Path, host: str, count: int, step: int
) -> None:
    receipt = raw(
        number=1,
        sender="Larchlogistik <noreply@rexx-systems.com>",
        to=ME,
        subject="Ihre Bewerbung: Application Support (m/w/d)",
        text="Wir haben Ihre Bewerbung auf die Position Application Support (m/w/d) erhalten.\n\nLarchlogistik GmbH",
    )
    letter = raw(
        number=5,
        sender=f"Katrin Vale <vale@{host}.example>",
        to=ME,
        subject="LIB-20417",
        text="Guten Tag, Frau Vale,\n\njemand, der unsere Kunden von der anderen Seite der Ladentheke kennt – das möchte ich genauer wissen."
        " Hätten Sie am Mittwoch, 15. April, um 17 Uhr eine halbe Stunde am Telefon für mich?\n\nViele Grüße\nKatrin Vale",
    )
    read(owner, tmp_path, *[receipt, letter][::step])
    own = Event.objects.filter(kind=EventKind.INTERVIEW, voided_by=None)
    assert own.count() == count


PLAIN_INVITATIONS = [
    ("Medical Biller", "Dana, we'd like to interview you Thursday, December 3 at 2 pm.\n\nCarla"),
    ("Medical Biller", "Hi Dana, we'd like to interview you Thursday, December 3 at 2 pm.\n\nJodi"),
    ("Medical Biller", "Hi Dana, thanks for applying! We'd like to interview you. Are you free Thursday at 2?\n\nJodi"),
    ("Medical Biller", "Hi Dana, we'd like to interview you for the medical biller position.\n\nCarla"),
    ("Medical Biller", "We would love to interview you next week, Dana.\n\nCarla"),
    ("Medical Biller", "Can you come in for an interview on Friday morning?\n\nCarla"),
    ("Bürokraft", "Frau Moser, wir möchten Sie gern zum Vorstellungsgespräch einladen.\n\nK. Alder"),
    ("Bürokraft", "Gern laden wir Sie zum Gespräch ein, Donnerstag 14 Uhr.\n\nK. Alder"),
    ("Assistante", "Bonjour, nous souhaitons vous rencontrer en entretien jeudi à 14 h.\n\nK. Alder"),
    ("Auxiliar", "Hola Ana, nos gustaría hacerte una entrevista el jueves a las 14.\n\nK. Alder"),
    ("Impiegata", "Buongiorno, vorremmo invitarla a un colloquio giovedì alle 14.\n\nK. Alder"),
    ("Assistente", "Olá Ana, gostaríamos de a convidar para uma entrevista na quinta.\n\nK. Alder"),
    ("Medewerker", "Beste Anouk, we nodigen je graag uit voor een gesprek.\n\nK. Alder"),
    ("Asystentka", "Dzień dobry, zapraszamy Panią na rozmowę w czwartek o 14.\n\nK. Alder"),
    ("Assistent", "Hej Anna, vi vill gärna träffa dig för en intervju.\n\nK. Alder"),
    ("Asistan", "Merhaba, sizi perşembe günü mülakata davet etmek istiyoruz.\n\nK. Alder"),
]  # fmt: skip
SMALL_TALK_IN_FEW_WORDS = [
    ("Thursday", "Thanks for the interview, Dana!"),
    ("Paper", "Can we interview you for the school paper? It is for Ben."),
    ("Thursday", "See you Thursday at 2!"),
    ("Coffee", "No interview needed, just come by for coffee."),
    ("Saturday", "We won't need you on Saturday, thanks!"),
    ("Birthday", "Happy birthday Dana! See you Sunday."),
    ("Fair", "The job fair starts Thursday at 2 pm."),
    ("Laundry", "Your interview clothes are ready for pickup."),
    ("Mum", "How did your interview go? Call me tonight."),
    ("Radio", "Great interview with you on the radio yesterday!"),
    ("Lunch", "Are you free Thursday for lunch? My treat."),
    ("Kaffee", "Wie war dein Vorstellungsgespräch? Ruf mich an."),
    ("Déjeuner", "Tu es libre jeudi pour déjeuner ?"),
    ("Medical Biller", "Tom's interview is on Thursday at 2."),
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(("subject", "text"), PLAIN_INVITATIONS)
def test_a_plain_invitation_from_a_firm_applied_to_is_not_lost(
    owner: Person, tmp_path: Path, subject: str, text: str, step: int
) -> None:
    sender = "Jodi Lamm <jodi@bright-harbour.example>"
    invited = raw(number=9, sender=sender, to=ME, subject=subject, text=text)
    read(owner, tmp_path, *[APPLIED, RECEIPT, invited][::step])
    kept = MailMessage.objects.get(subject=subject)
    assert kept.verdict in {Verdict.INTERVIEW, Verdict.AMBIGUOUS}


@pytest.mark.django_db
@pytest.mark.parametrize(("subject", "text"), SMALL_TALK_IN_FEW_WORDS)
def test_small_talk_of_a_firm_applied_to_stays_out(
    owner: Person, tmp_path: Path, subject: str, text: str
) -> None:
    sender = "Jodi Lamm <jodi@bright-harbour.example>"
    spoken = raw(number=9, sender=sender, to=ME, subject=subject, text=text)
    read(owner, tmp_path, APPLIED, RECEIPT, spoken)
    assert not MailMessage.objects.filter(subject=subject).exists()


@pytest.mark.django_db
def test_few_words_that_a_rule_is_sure_of_are_small_talk_of_a_stranger(
    owner: Person, tmp_path: Path
) -> None:
    text = "Dana, we'd like to interview you Thursday, December 3 at 2 pm.\n\nCarla"
    sender = "Carla Benes <carla@elsewhere.example>"
    read(
        owner,
        tmp_path,
        raw(number=9, sender=sender, to=ME, subject="Medical Biller", text=text),
    )
    assert not MailMessage.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    [
        "We've decided to go with another supplier, Dana. Thanks!",
        "Can we interview you about the new bus line?",
    ],
)
def test_few_words_end_and_set_nothing_by_themselves(
    owner: Person, tmp_path: Path, text: str
) -> None:
    sender = "Jodi Lamm <jodi@bright-harbour.example>"
    spoken = raw(number=9, sender=sender, to=ME, subject="Thursday", text=text)
    read(owner, tmp_path, APPLIED, RECEIPT, spoken)
    kept = MailMessage.objects.filter(subject="Thursday")
    assert all(each.verdict == Verdict.AMBIGUOUS for each in kept)
