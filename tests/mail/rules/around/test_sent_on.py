from __future__ import annotations

import pytest

from onward.mail.rules.around.sent_on import pointed_to, unforwarded
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict

PERSON = Address("Ada Moor", "ada@person.example")
WORDS = (
    "Dear Ada,\n\nunfortunately we have decided to go ahead with another candidate for "
    "the position of night nurse.\n\nQuillmoor Hospital"
)
ENGLISH = (
    "---------- Forwarded message ---------\nFrom: Quillmoor Hospital "
    "<jobs@quillmoor.example>\nDate: Mon, 2 Mar 2026 at 08:12\nSubject: Night nurse\n"
    f"To: <ada@old.example>\n\n\n{WORDS}"
)
GERMAN = (
    "Von: Quillmoor Klinik [mailto:jobs@quillmoor.example]\nGesendet: Montag, 2. März "
    f"2026 08:12\nAn: Ada Moor\nBetreff: Ihre Bewerbung\n\n{WORDS}"
)

THUNDERBIRD = (
    "-------- Weitergeleitete Nachricht --------\nBetreff: \tIhre Bewerbung\n"
    "Datum: \tMon, 2 Mar 2026 08:12:33 +0200\nVon: \tQuillmoor Klinik "
    f"<jobs@quillmoor.example>\nAn: \tada@old.example\n\n\n{WORDS}"
)


def sent_on(text: str, *, to: tuple[Address, ...] = (PERSON,)) -> Message:
    return Message("k", "m@x.example", None, PERSON, "Fwd: Night nurse", text, to=to)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (ENGLISH, "Night nurse"),
        (GERMAN, "Ihre Bewerbung"),
        (THUNDERBIRD, "Ihre Bewerbung"),
        (f"FYI\n\n{ENGLISH}", "Night nurse"),
        (f"Begin forwarded message:\n\n{GERMAN}", "Ihre Bewerbung"),
    ],
)
def test_a_bare_forward_is_its_writers_mail(text: str, subject: str) -> None:
    inner = unforwarded(sent_on(text))
    assert inner.sender.address == "jobs@quillmoor.example"
    assert inner.sender.name.startswith("Quillmoor")
    assert inner.subject == subject
    assert inner.text.split() == WORDS.split()
    assert len(inner.text) == len(text)


def test_the_employer_and_the_no_of_a_forwarded_mail_are_read() -> None:
    reading = read_message(sent_on(ENGLISH))
    assert reading.verdict is Verdict.REJECTION
    assert reading.company == "Quillmoor Hospital"


def test_an_answer_above_an_earlier_mail_stays_its_writers() -> None:
    message = sent_on(f"I am sorry to read this, see you on Friday.\n\n{ENGLISH}")
    assert unforwarded(message) is message


def test_who_answers_without_a_word_does_not_send_on_the_readers_own_mail() -> None:
    reader = Address("", "jobs@quillmoor.example")
    message = sent_on(ENGLISH, to=(reader,))
    assert unforwarded(message) is message


@pytest.mark.parametrize("text", ["", "From: nobody", "From: a\nno block", WORDS])
def test_what_is_no_forward_stays(text: str) -> None:
    message = sent_on(text)
    assert unforwarded(message) is message


def test_forwards_of_forwards_end_at_the_innermost() -> None:
    outer = "From: Ada Moor <ada@old.example>\nDate: today\nSubject: Fwd: it\n\n"
    inner = unforwarded(sent_on(outer + ENGLISH))
    assert inner.sender.address == "jobs@quillmoor.example"


CLIENT = (
    "From: Ada Bell <ada.bell@northfarm.example>\nDate: Thu, 26 Nov 2026 at 15:40\n"
    "Subject: Robin Vale - Shepherd\nTo: Dean Marsh <dean@plough.example>\n\n"
    "Hi Dean,\n\nThank you for the CV. {said}\n\nAda\n"
)
NO = "We won't be taking Robin any further for the shepherd job, we wanted more hill work."
MORE = "Robin could come and see us for an interview on 3 December at ten."


def below(note: str, said: str) -> Message:
    text = (
        f"{note}\n\n---------- Forwarded message ---------\n{CLIENT.format(said=said)}"
    )
    dean = Address("Dean Marsh", "dean@plough.example")
    robin = Address("Robin Vale", "robin@person.example")
    subject = "Fwd: Robin Vale - Shepherd"
    return Message("k", "m@x.example", None, dean, subject, text, to=(robin,))


@pytest.mark.parametrize(
    "note",
    [
        "Hi Robin, see below from the farm. Chin up, I'll keep looking. Dean",
        "Robin, siehe unten. Kopf hoch! Dean",
        "Robin, voir ci-dessous. Courage. Dean",
        "Robin, zie hieronder. Volgende keer beter. Dean",
    ],
)
def test_a_note_that_points_to_a_no_does_not_stand_for_it(note: str) -> None:
    reading = read_message(below(note, NO))
    assert reading.verdict is Verdict.REJECTION
    assert "any further" in reading.because[0].words
    assert reading.role == "shepherd"
    assert reading.contact.address == "dean@plough.example"


def test_a_note_of_its_own_stays_its_writers() -> None:
    said = "Robin, I met Ada at the market and told her of you and your dogs. Dean"
    assert pointed_to(below(said, NO)) is None


def test_what_goes_on_below_a_note_is_read_as_before() -> None:
    reading = read_message(below("Hi Robin, see below, good news. Dean", MORE))
    assert reading.verdict is not Verdict.REJECTION


def from_within(note: str, answer: str) -> Message:
    block = (
        "-----Original Message-----\nFrom: Foreman\nSent: 3 March 2025 08:10\n"
        "To: Office\nSubject: RE: applicant"
    )
    text = f"{note}\n\n{block}\n\n{answer}"
    sender = Address("Office", "office@stanforge.example")
    return Message("k", "m@x.example", None, sender, "FW: Welder", text, to=(PERSON,))


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (
            "Linda, nice lad, but I'd rather have someone who's used our machines. "
            "Can you tell him.",
            Verdict.REJECTION,
        ),
        (
            "Dave, good lad but he's only been on Haas and it's all Heidenhain here. "
            "Going with the fella from Bishops Stortford. Can you let him know ta",
            Verdict.REJECTION,
        ),
        (
            "Sue, he looks handy. Ask him can he come by the yard Thursday 4pm with his "
            "tools and have a chat",
            Verdict.INTERVIEW,
        ),
        (
            "Sue, got his CV ta. I'll look at it when we're done at the school, week after "
            "next probably.",
            Verdict.CONFIRMATION,
        ),
    ],
)
def test_what_a_colleague_wrote_below_a_note_is_all_the_word_there_is(
    answer: str, verdict: Verdict
) -> None:
    note = "Dear Ada, see below from our foreman. Regards, Linda"
    assert read_message(from_within(note, answer)).verdict is verdict


def test_a_colleagues_word_on_a_boiler_is_no_no() -> None:
    note = "Dear tenant, see below from our engineer."
    answer = "Lisa, part's not in, Thursday at the earliest. Can you let him know ta"
    told = read_message(from_within(note, answer)).verdict
    assert told in {Verdict.OTHER, Verdict.AMBIGUOUS}
