"""Lists whose words on where things stand come above, below or around what they name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.mail.rules.digests.above import told_above
from onward.mail.rules.digests.sentences import sentences_of
from onward.mail.rules.digests.standings import standing_within
from onward.mail.rules.digests.table import Line
from onward.mail.rules.digests.words import Standing
from onward.mail.rules.types import Address, Message
from tests.mail.rules.digests.told import desk_message, told

BOARD = Address("Indeed", "no-reply@indeed.com")


def _from_board(subject: str, text: str) -> Message:
    return Message("key", "one@indeed.example", None, BOARD, subject, text)


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    for words in text.split("\n"):
        lines.append(Line(words, sum(len(x.text) + 1 for x in lines)))
    return lines


ABOVE = [
    "Your application was viewed by Tarn Windows\nGlazier · Hull\n\nUnfortunately, Pell Bros is no longer considering your application\nRoofer · Leeds",
    "Your application has been sent to Tarn Windows.\nGlazier - Hull - on site\n\nPell Bros has declined your application.\nRoofer - Leeds",
    "* Your job application was received by Tarn Windows\nGlazier | Hull\n* Your application was rejected by Pell Bros\nRoofer | Leeds",
    "Ihre Bewerbung wurde von der Tarn Windows angesehen\nGlazier · Hull\n\nLeider hat sich etwas getan:\nPell Bros hat Ihre Bewerbung abgelehnt\nRoofer · Leeds",
    "Votre candidature a été consultée par Tarn Windows\nGlazier · Hull\n\nVotre candidature a été refusée par Pell Bros\nRoofer · Leeds",
    "Tu candidatura ha sido vista por Tarn Windows\nGlazier · Hull\n\nTu candidatura ha sido rechazada por Pell Bros\nRoofer · Leeds",
    "La tua candidatura è stata visualizzata da Tarn Windows\nGlazier · Hull\n\nLa tua candidatura è stata rifiutata da Pell Bros\nRoofer · Leeds",
    "Je sollicitatie is bekeken door Tarn Windows\nGlazier · Hull\n\nJe sollicitatie is afgewezen door Pell Bros\nRoofer · Leeds",
    "Din ansökan har visats av Tarn Windows\nGlazier · Hull\n\nDin ansökan har avslagits av Pell Bros\nRoofer · Leeds",
]  # fmt: skip


@pytest.mark.parametrize("text", ABOVE)
def test_a_sentence_above_a_title_says_where_it_stands(text: str) -> None:
    first, second = told_above(_lines(text))
    assert (first.company, first.role) == ("Tarn Windows", "Glazier")
    assert first.standing in {Standing.WAITING, Standing.RECEIVED}
    assert (second.company, second.role) == ("Pell Bros", "Roofer")
    assert second.standing is Standing.REJECTION
    for each in (first, second):
        assert text[slice(*each.told)].strip(" .") in text
        assert each.role in text[each.start : each.end]


@pytest.mark.parametrize(
    "text",
    [
        "Your application was viewed by Tarn Windows\nGlazier · Hull\n\nSee all jobs",
        "Your application was sent to Tarn Windows\n\nYour application was sent to Pell Bros\n\nGoodbye",
        "Your application was viewed by Indeed\nGlazier · Hull\nYour application was viewed by Indeed\nRoofer · Leeds",
    ],
)
def test_one_sentence_or_one_without_a_title_below_lists_nothing(text: str) -> None:
    assert list(told_above(_lines(text))) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(ABOVE))
def test_any_words_around_such_sentences_are_read(more: str, text: str) -> None:
    whole = f"{text}\n{more}"
    for entry in told_above(_lines(whole)):
        assert 0 <= entry.start < entry.end <= len(whole)


BELOW = [
    "1. Glazier, Tarn Windows, Hull\n   Application sent (4 May)\n2. Roofer, Pell Bros, Leeds\n   Not shortlisted\n3. Joiner, Ashby Frames, York\n   Recruiter viewed your profile",
    "1) Glazier, Tarn Windows, Hull\n   Profile viewed\n2) Roofer, Pell Bros, Leeds\n   Not selected\n3) Joiner, Ashby Frames, York\n   Application sent",
    "Glazier\nTarn Windows, Hull\n> Application sent\n\nRoofer\nPell Bros, Leeds\n> Not selected\n\nJoiner\nAshby Frames, York\n> Viewed by employer",
    "Glazier at Tarn Windows\n> Application sent\n\nRoofer at Pell Bros\n> Not selected\n\nJoiner at Ashby Frames\n> Seen by recruiter",
]  # fmt: skip


@pytest.mark.parametrize("text", BELOW)
def test_a_phrase_below_belongs_to_what_is_above_it(text: str) -> None:
    message = _from_board("Your applications", f"Hello Jo,\n\n{text}\n\nGoodbye")
    assert told(message) == [
        ("Tarn Windows", "Glazier", "ambiguous"),
        ("Pell Bros", "Roofer", "rejection"),
        ("Ashby Frames", "Joiner", "ambiguous"),
    ]


TABLES = [
    "Requisition  Position   Location   Status\nR-101        Glazier    Hull, HU   Not selected\nR-102        Roofer     Leeds, LS  Not selected",
    "Req ID  Job title  Department  Status\nR-101   Glazier    Works       Not selected\nR-102   Roofer     Works       Rejected",
    "Job ID | Role    | Location | Outcome\n771    | Glazier | Hull     | Unsuccessful\n772    | Roofer  | Leeds    | Not selected",
]  # fmt: skip


@pytest.mark.parametrize("text", TABLES)
def test_the_place_in_a_table_of_one_employer_is_no_employer(text: str) -> None:
    message = desk_message("Your applications with Tarn Windows", text)
    assert [(role, verdict) for _, role, verdict in told(message)] == [
        ("Glazier", "rejection"),
        ("Roofer", "rejection"),
    ]
    assert {"Hull", "Leeds", "Works"}.isdisjoint(x for x, _, _ in told(message))


def test_a_board_that_writes_for_one_employer_lists_its_openings() -> None:
    sender = Address("Gemeinde Rohrau Karriere", "karriere@interamt.de")
    text = "Guten Tag,\n\nzum Stand Ihrer Bewerbungen:\n\nStelle | Stand\nGärtner | abgelehnt\nKöchin | abgelehnt\n\nMit freundlichen Grüßen\nGemeinde Rohrau"
    subject = "Ihre Bewerbungen bei der Gemeinde Rohrau"
    message = Message("key", "one@interamt.example", None, sender, subject, text)
    assert {company for company, _, _ in told(message)} == {"Gemeinde Rohrau"}


SEVERAL = [
    ("Re: your forms", "You applied for three of our posts, so here is all of it.\n\nGlazier - not shortlisted.\nRoofer - not selected this time."),
    ("Hello again", "You have gone for two of our jobs and I will answer both here.\n\nGlazier - unsuccessful, sorry.\nRoofer - not shortlisted."),
    ("Unsere Antwort", "Sie haben sich auf mehrere unserer Stellen beworben.\n\nGlaser - leider abgelehnt.\nDachdecker - leider nicht ausgewählt."),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "text"), SEVERAL)
def test_having_applied_for_several_openings_announces_a_list(
    subject: str, text: str
) -> None:
    assert [verdict for *_, verdict in told(desk_message(subject, text))] == [
        "rejection",
        "rejection",
    ]


PROSE = [
    "Tarn Windows: sorry, it's a no on the Glazier job, they have promoted somebody from the floor. Pell Bros on the other hand were very taken with you and want you in for a first chat about the Roofer role, I will ring you once I have a day.",
    "Right so Tarn Windows have come back on the Glazier permanent post and they have gone with someone else, which is a shame. Now Pell Bros would like to meet you about the Roofer job.",
    "Sadly Tarn Windows have turned you down for the Glazier role. But at Pell Bros they would like to see you about the Roofer vacancy.",
    "Die Tarn Windows hat sich leider gegen Sie als Glazier entschieden, man wollte jemanden mit Führerschein. Dafür möchte Sie Pell Bros für die Roofer unbedingt kennenlernen.",
    "In der Klinik Tarnau haben wir die Stelle als Glazier leider anders besetzt, hier sage ich Ihnen ab. Für die Klinik Pellbach (Roofer) würde Herr Lind Sie gern kennenlernen.",
]  # fmt: skip


@pytest.mark.parametrize("text", PROSE)
def test_a_recruiter_tells_of_two_employers_in_prose(text: str) -> None:
    entries = list(sentences_of(f"Hello Jo,\n\n{text}\n\nPerch"))
    assert [entry.company.split()[-1] for entry in entries] in (
        ["Windows", "Bros"],
        ["Tarnau", "Pellbach"],
    )
    assert [entry.role for entry in entries] == ["Glazier", "Roofer"]
    assert entries[0].hint in {Standing.REJECTION, Standing.POSITION_CLOSED}
    assert entries[1].hint in {Standing.INVITED, Standing.UNSURE, None}


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("Viewed by the employer", Standing.WAITING),
        ("Unlikely to progress", Standing.UNSURE),
        ("Bewerbung eingelangt am 3. Mai", Standing.RECEIVED),
        ("Der Betrieb lädt dich zu einem Eignungstest ein", Standing.TEST),
        ("Betrieb bietet eine Anstellung ab Juni", Standing.OFFERED),
        ("They have invited you to an assessment", Standing.TEST),
        ("bittet noch um Ihr Arbeitszeugnis", Standing.ASKED),
        ("hier fehlt uns der Nachweis", Standing.ASKED),
        ("they would like you to start in June", Standing.OFFERED),
        ("they have already filled it", Standing.POSITION_CLOSED),
        ("I have sent your CV over", Standing.WAITING),
    ],
)
def test_more_words_say_where_an_application_stands(
    words: str, standing: Standing
) -> None:
    assert standing_within(words) is standing
