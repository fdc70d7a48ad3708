"""Lists by headings of state, sentences on an employer each, and lists that nothing announces."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.mail.rules.digests.entries import entries_of, speak_for_themselves
from onward.mail.rules.digests.listed import listed_in
from onward.mail.rules.digests.parts import LEFT_OUT, Part
from onward.mail.rules.digests.sentences import sentences_of
from onward.mail.rules.digests.standings import standing_within
from onward.mail.rules.digests.words import Entry, Standing
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message

DESK = Address("Perch Desk", "desk@perchdesk.example")


def _parts(subject: str, text: str) -> tuple[Part, ...]:
    message = Message(
        key="key",
        message_id="one@perchdesk.example",
        sent_at=datetime(2026, 5, 4, 9, tzinfo=UTC),
        sender=DESK,
        subject=subject,
        text=text,
    )
    return listed_in(message, reading=read_message(message))


def _told(subject: str, text: str) -> list[tuple[str, str, str]]:
    read = [part.reading for part in _parts(subject, text)]
    return [(x.company, x.role, x.verdict.value) for x in read]


HEADINGS = [
    ("Your applications", "Hello,\n\nInvited\n- Glazier, Tarn Windows\n- Roofer, Pell Bros\n\nNot taken further\n- Joiner, Ashby Frames\n\nGoodbye"),
    ("Your applications", "Hello,\n\nInvited:\nGlazier, Tarn Windows\nRoofer, Pell Bros\n\nRejections:\nJoiner, Ashby Frames\n\nGoodbye"),
    ("Deine Bewerbungen", "Hallo,\n\nEinladungen:\n• Glazier, Tarn Windows\n• Roofer, Pell Bros\nAbsagen:\n• Joiner, Ashby Frames\n\nTschüss"),
    ("Deine Bewerbungen", "Hallo,\n\nGespräche mit Einladung zum Gespräch\nGlazier, Tarn Windows\nRoofer, Pell Bros\n\nAbsagen\nJoiner, Ashby Frames\n\nTschüss"),
    ("Vos candidatures", "Bonjour,\n\nInvitations à un entretien\n- Glazier, Tarn Windows\n- Roofer, Pell Bros\n\nCandidatures refusées\n- Joiner, Ashby Frames"),
    ("As tuas candidaturas", "Olá,\n\nEntrevista marcada:\n- Glazier, Tarn Windows\n- Roofer, Pell Bros\n\nRecusadas:\n- Joiner, Ashby Frames"),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "text"), HEADINGS)
def test_a_heading_speaks_for_all_that_stands_below_it(subject: str, text: str) -> None:
    assert _told(subject, text) == [
        ("Tarn Windows", "Glazier", "interview"),
        ("Pell Bros", "Roofer", "interview"),
        ("Ashby Frames", "Joiner", "rejection"),
    ]


def test_each_application_is_shown_below_its_own_heading() -> None:
    first, second, third = _parts(*HEADINGS[0])
    assert "Invited\n- Glazier" in first.message.text
    assert f"{LEFT_OUT}\nInvited\n- Roofer" in second.message.text
    assert "Not taken further\n- Joiner" in third.message.text
    assert "Invited" not in third.message.text
    assert "Joiner" not in first.message.text + second.message.text
    for part in (first, second, third):
        for each in part.reading.because:
            assert part.message.text[each.start : each.end] == each.words


@pytest.mark.parametrize(
    "text",
    [
        # A receipt: one heading, and a line each for the title and the employer.
        "Application submitted\n\nGlazier\nTarn Windows Ltd - Hull\n\nKeep track of your applications in My jobs.",
        # Openings to look at.
        "Thank you for your applications.\n\nNew this week:\n- Glazier, Tarn Windows\n- Roofer, Pell Bros",
        # What to bring is no opening.
        "About your applications: come in for an interview.\n\nInterview on Monday\n- Room 4, second floor\n- Passport, payslips",
    ],
)  # fmt: skip
def test_a_heading_over_something_else_lists_nothing(text: str) -> None:
    assert _told("Hello", f"Hello,\n\n{text}\n\nGoodbye") == []


SENTENCES = [
    ("Your applications", "Tarn Windows has filled the post of Glazier, sorry. Pell Bros would like to see you for Roofer on Monday.", "position_closed"),
    ("Your applications", "Tarn Windows won't be going ahead with your application for Glazier.\n\nPell Bros has invited you to an interview for Roofer.", "rejection"),
    ("Your applications", "For Glazier, Tarn Windows has decided not to take your application further. For Roofer, Pell Bros would like to meet you.", "rejection"),
    ("Your applications", "Your application for Glazier at Tarn Windows was unsuccessful.\nYour application for Roofer at Pell Bros has moved to the interview round.", "rejection"),
    ("A short note on your applications", "before the weekend: Tarn Windows has decided against you for Glazier and chose someone else. Pell Bros wants to meet you for Roofer.", "rejection"),
    ("Ihre Bewerbungen", "Tarn Windows hat Ihnen als Glazier leider abgesagt. Die Firma Pell Bros möchte Sie als Roofer kennenlernen.", "rejection"),
    ("Ihre Bewerbungen", "Tarn Windows hat Ihnen als Glazier leider abgesagt. Die Firma Pell Bros lädt Sie als Roofer zum Gespräch ein.", "rejection"),
    ("Kurzer Stand", "damit Sie es wissen: Von Tarn Windows ist als Glazier leider eine Absage gekommen. Pell Bros will Sie als Roofer gern zum Gespräch einladen.", "rejection"),
    ("Vos candidatures", "Tarn Windows n'a pas retenu votre candidature pour le poste de Glazier.\nPell Bros souhaite vous rencontrer pour le poste de Roofer.", "rejection"),
    ("Le tue candidature", "Tarn Windows non prosegue con la tua candidatura per la posizione di Glazier.\nPell Bros ti vorrebbe incontrare per la posizione di Roofer.", "rejection"),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "text", "first"), SENTENCES)
def test_a_sentence_on_each_employer_is_read_by_itself(
    subject: str, text: str, first: str
) -> None:
    told = _told(subject, f"Hello Jo,\n\n{text}\n\nPerch")
    assert [(company, role) for company, role, _ in told] == [
        ("Tarn Windows", "Glazier"),
        ("Pell Bros", "Roofer"),
    ]
    # Where both ways of reading differ, the person is asked.
    assert told[0][2] in {first, "ambiguous", "rejection"}
    assert told[1][2] in {"interview", "ambiguous"}


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Windows is looking for a Glazier. Pell Bros is hiring as well, for Roofer.",
        "Ada Wren would like to meet you for Glazier. Jo Lind would like to meet you for Roofer.",
        "Tarn Windows would like to meet you for Glazier. Please be on time.",
        "We have filled the post of Glazier. We would like to see you for Roofer.",
    ],
)
def test_sentences_without_two_employers_or_any_news_are_no_list(text: str) -> None:
    assert list(sentences_of(f"Hello Jo,\n\n{text}\n\nPerch")) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from([text for _, text, _ in SENTENCES]))
def test_any_words_around_sentences_are_read_without_an_error(
    more: str, text: str
) -> None:
    for whole in (f"{more}\n{text}", f"{text} {more}"):
        for entry in sentences_of(whole):
            assert 0 <= entry.start < entry.end <= len(whole)
            assert entry.company
            assert entry.role


UNANNOUNCED = [
    ("Friday", "- Tarn Windows, Glazier: a no I'm afraid\n- Pell Bros, Roofer: they want to meet you\n- Ashby Frames, Joiner: gone over on Monday"),
    ("Freitag", "Glazier | Tarn Windows | Absage\nRoofer | Pell Bros | Vorstellungsgespräch vereinbart\nJoiner | Ashby Frames | Bewerbung übermittelt"),
    ("Friday", "Tarn Windows\nGlazier\nSorry, they chose somebody else.\n\nPell Bros\nRoofer\nThey would like to meet you.\n\nAshby Frames\nJoiner\nYour papers are in the queue."),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "text"), UNANNOUNCED)
def test_a_list_that_says_what_it_is_needs_no_announcement(
    subject: str, text: str
) -> None:
    text = (
        f"Hello Jo,\n\nthank you for your patience with your search.\n\n{text}\n\nPerch"
    )
    message = Message("key", "id", None, DESK, subject, text)
    found = [(x.company, x.role) for x in entries_of(message)]
    assert found == [
        ("Tarn Windows", "Glazier"),
        ("Pell Bros", "Roofer"),
        ("Ashby Frames", "Joiner"),
    ]
    assert entries_of(message, is_about_work=False) == ()


def _entry(company: str, standing: Standing) -> Entry:
    return Entry(company, "Glazier", standing, 0, 1)


@pytest.mark.parametrize(
    ("rows", "speaks"),
    [
        ([("Tarn", Standing.REJECTION), ("Pell", Standing.INVITED)], True),
        ([("Tarn", Standing.REJECTION), ("Pell", Standing.REJECTION)], True),
        # Interviews one after the other are one day with one employer.
        ([("Tarn", Standing.INVITED), ("Pell", Standing.INVITED)], False),
        ([("Tarn", Standing.REJECTION), ("Tarn", Standing.INVITED)], False),
        ([("Anna Wren", Standing.REJECTION), ("Pell", Standing.INVITED)], False),
        ([("Tarn", Standing.WAITING), ("Pell", Standing.TOLD)], False),
        ([], False),
    ],
)  # fmt: skip
def test_only_news_from_several_employers_speaks_for_itself(
    rows: list[tuple[str, Standing]], *, speaks: bool
) -> None:
    entries = [_entry(company, standing) for company, standing in rows]
    assert speak_for_themselves(entries) is speaks


def test_an_arrow_before_what_is_told_quotes_nobody() -> None:
    text = "Hello,\n\nGlazier at Tarn Windows\n> Application declined\n\nRoofer at Pell Bros\n> You are invited to an interview\n\nPerch"
    assert _told("Your applications", text) == [
        ("Tarn Windows", "Glazier", "rejection"),
        ("Pell Bros", "Roofer", "interview"),
    ]
    assert _told("Re: Your applications", text) == []


LINES = [
    ("Your applications at Tarn Windows", "TW-118 Glazier\nOutcome: not appointed\n\nTW-121 Roofer\nOutcome: interview on 8 June", ["Glazier", "Roofer"]),
    ("Your applications", "04.05. Tarn Windows (Glazier): rejected\n07.05. Pell Bros (Roofer): invited to an interview\n\nOpen applications in all: 2. Your plan renews in June, unless you stop it.", ["Glazier", "Roofer"]),
    ("Your applications", "1. Glazier, Tarn Windows (Hull, HU): not selected\n2. Roofer, Pell Bros (Leeds, LS): invited to an interview\n\nYou receive this because you applied with Perch.", ["Glazier", "Roofer"]),
    ("Your applications", "Firm            Job        Now\nTarn Windows    Glazier    rejected\nPell Bros       Roofer     invited to an interview", ["Glazier", "Roofer"]),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "text", "roles"), LINES)
def test_days_numbers_and_places_are_no_part_of_a_title(
    subject: str, text: str, roles: list[str]
) -> None:
    told = _told(subject, f"Dear Jo,\n\n{text}\n\nPerch")
    assert [role for _, role, _ in told] == roles
    assert [verdict for *_, verdict in told] == ["rejection", "interview"]
    assert {company for company, *_ in told} <= {"Tarn Windows", "Pell Bros", "Perch"}


PHRASES = [
    ("isn't taking you any further", Standing.REJECTION),
    ("they went with another glazier", Standing.REJECTION),
    ("a no, sorry", Standing.REJECTION),
    ("they've pulled the job", Standing.POSITION_CLOSED),
    ("would love to meet you", Standing.INVITED),
    ("come in for a chat on 4 June", Standing.INVITED),
    ("the employer sent you a task", Standing.TEST),
    ("would love to hire you", Standing.OFFERED),
    ("they need your driving licence", Standing.ASKED),
    ("confirmed receipt", Standing.RECEIVED),
    ("still open", Standing.WAITING),
    ("wir sind mit der Glaserei nicht mehr im Rennen", Standing.REJECTION),
    ("hat sich gegen Sie entschieden", Standing.REJECTION),
    ("der Ausbildungsplatz ist schon weg", Standing.POSITION_CLOSED),
    ("will dich unbedingt sehen", Standing.INVITED),
    ("Einladung zum Eignungstest", Standing.TEST),
    ("Zusage! Bitte rufen Sie an.", Standing.OFFERED),
    ("reichen Sie bitte den Führerschein nach", Standing.ASKED),
    ("der Empfang ist quittiert", Standing.RECEIVED),
    ("eingereicht", Standing.WAITING),
    ("they've gone for an internal applicant", Standing.REJECTION),
    ("hat leider nicht geklappt", Standing.REJECTION),
    ("die Aufgabe ist da", Standing.TEST),
    ("lädt Sie zum Gespräch ein", Standing.INVITED),
    ("es fehlt noch eine Antwort", Standing.WAITING),
    # What is still to come has not come.
    ("have not decided yet, and look forward", None),
    ("Einladung zum Gespräch steht noch aus", Standing.UNSURE),
]  # fmt: skip


@pytest.mark.parametrize(("words", "standing"), PHRASES)
def test_words_of_every_day_say_where_something_stands(
    words: str, standing: Standing | None
) -> None:
    assert standing_within(words) is standing
