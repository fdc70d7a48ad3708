"""Lists whose lines are not all alike, and lists of other things that look like them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.mail.rules.digests.entries import entries_of
from onward.mail.rules.digests.heads import names_of
from onward.mail.rules.digests.names import names_in, title_in
from tests.mail.rules.digests.told import desk_message, told


def _told(subject: str, text: str) -> list[tuple[str, str, str]]:
    return told(desk_message(subject, text))


UNEVEN = [
    ("Your applications", "1) Tarn Windows - Glazier - Not selected\n2) Pell Bros - Roofer - Slate - Invited to interview\n3) Ashby Frames - Joiner - Application received", "Roofer - Slate"),
    ("Deine Bewerbungen", "Tarn Windows | Glazier | Absage\nPell Bros | Roofer | Slate | Einladung zum Gespräch\nAshby Frames | Joiner | Bewerbung eingegangen", "Roofer, Slate"),
    ("Tus candidaturas", "Tarn Windows, Glazier: descartada\nPell Bros, Roofer, Slate: entrevista programada\nAshby Frames, Joiner: candidatura recibida", "Roofer, Slate"),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "text", "role"), UNEVEN)
def test_a_line_with_one_part_more_leaves_the_others_as_they_are(
    subject: str, text: str, role: str
) -> None:
    assert _told(subject, text) == [
        ("Tarn Windows", "Glazier", "rejection"),
        ("Pell Bros", role, "interview"),
        ("Ashby Frames", "Joiner", "confirmation"),
    ]


def test_where_the_title_stands_first_one_part_more_is_nobodys() -> None:
    heads = ["Glazier - Tarn Windows", "Roofer - Pell Bros - Leeds", "Joiner - Ashby"]
    assert "Pell Bros - Leeds" not in {x.company for x in names_of(heads)}


def test_a_department_behind_a_title_stays_with_it_in_an_employers_own_list() -> None:
    text = "Glazier - Not selected\nRoofer - Slate - Invited to interview\nJoiner - Stairs - Application received"
    assert _told("Your applications at Tarn Windows", text) == [
        ("Perch", "Glazier", "rejection"),
        ("Perch", "Roofer - Slate", "interview"),
        ("Perch", "Joiner - Stairs", "confirmation"),
    ]


def test_employers_of_one_group_are_told_apart_by_their_legal_form() -> None:
    text = "Glaserin (Ahlers Fenster GmbH): leider abgelehnt.\n\nDachdeckerin (Ahlers Dach KG): zum Gespräch eingeladen."
    assert _told("Deine beiden Bewerbungen bei der Ahlers-Gruppe", text) == [
        ("Ahlers Fenster GmbH", "Glaserin", "rejection"),
        ("Ahlers Dach KG", "Dachdeckerin", "interview"),
    ]


def test_a_word_that_may_be_a_receipt_is_a_title_below_titles() -> None:
    heads = ["Praxis am Wehr, Dentalassistentin", "Praxis Lenz, Empfang"]
    assert [(x.company, x.role) for x in names_of(heads)] == [
        ("Praxis am Wehr", "Dentalassistentin"),
        ("Praxis Lenz", "Empfang"),
    ]


def test_a_title_alone_is_no_employer_of_what_stands_behind_it() -> None:
    assert names_in(["Buchbinderin, Rempe, Lindau"]).company != "Buchbinderin"


BEFORE_NAMES = [
    ("Deine Bewerbungen", "Bei der Tarn Windows (Glazier): Absage", "Bei Pell Bros (Roofer): Einladung zum Gespräch"),
    ("Your applications", "At Tarn Windows (Glazier): rejected", "At Pell Bros (Roofer): invited to an interview"),
    ("Vos candidatures", "Chez Tarn Windows (Glazier) : refusée", "Chez Pell Bros (Roofer) : entretien proposé"),
    ("As suas candidaturas", "Na Tarn Windows (Glazier) : recusada", "E na Pell Bros (Roofer) : entrevista marcada"),
    ("Je sollicitaties", "Bij Tarn Windows (Glazier): afgewezen", "Bij Pell Bros (Roofer): gesprek ingepland"),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "first", "second"), BEFORE_NAMES)
def test_what_leads_to_an_employer_is_no_part_of_its_name(
    subject: str, first: str, second: str
) -> None:
    assert _told(subject, f"{first}\n{second}") == [
        ("Tarn Windows", "Glazier", "rejection"),
        ("Pell Bros", "Roofer", "interview"),
    ]


def test_a_name_that_begins_so_keeps_its_word_where_the_others_have_none() -> None:
    heads = ["No Name Bakes, Glazier", "Pell Bros, Roofer"]
    assert [x.company for x in names_of(heads)] == ["No Name Bakes", "Pell Bros"]


@pytest.mark.parametrize(
    ("part", "title"),
    [
        ("Graduate Surveyor 2027", "Graduate Surveyor 2027"),
        ("Graduate Surveyor 2027 (R-7655)", "Graduate Surveyor 2027"),
        ("Ausbildung Glaserin 2026", "Ausbildung Glaserin 2026"),
        ("Stagiaire vitrier 2026", "Stagiaire vitrier 2026"),
        # A year behind other titles, or a number, says which opening it is.
        ("Glazier 2027", "Glazier"),
        ("Graduate Surveyor 88213", "Graduate Surveyor"),
        ("Graduate Surveyor", "Graduate Surveyor"),
    ],
)
def test_the_year_of_a_programme_is_part_of_its_title(part: str, title: str) -> None:
    assert title_in(part) == title


ANNOUNCED = [
    ("Stand Ihrer Kandidaturen", "Tarn Windows, Glazier: leider abgesagt\nPell Bros, Roofer: Gespräch vereinbart am Montag"),
    ("Post", "zwei Firmen haben auf deine Bewerbung bei uns geantwortet:\n\nTarn Windows (Glazier): Absage\nPell Bros (Roofer): Einladung zum Gespräch"),
    ("Post", "Two employers have now replied.\n\nTarn Windows, Glazier: unsuccessful\nPell Bros, Roofer: interview requested"),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "text"), ANNOUNCED)
def test_more_ways_to_announce_a_list_are_known(subject: str, text: str) -> None:
    entries = entries_of(desk_message(subject, text), is_about_work=False)
    assert [(x.company, x.role) for x in entries] == [
        ("Tarn Windows", "Glazier"),
        ("Pell Bros", "Roofer"),
    ]


def test_how_many_applications_somebody_holds_announces_a_list_of_titles() -> None:
    text = "You currently hold two live or earlier applications with the Tarn Group:\n\nGlazier: unsuccessful\nRoofer: interview requested"
    entries = entries_of(desk_message("Post", text), is_about_work=False)
    assert [x.role for x in entries] == ["Glazier", "Roofer"]


ORDINARY = [
    ("2 updates on your orders", "Tarn Tools - Glazier's knife - Delivered\nPell Bros - Roofer's hammer - Hickory - Cancelled by the seller\nAshby - Saw - Received"),
    ("Updates zu deinen Bestellungen", "Tarn Werkzeug - Glasermesser - Zugestellt\nPell - Dachdeckerhammer - Esche - Storniert\nAshby - Säge - Eingegangen"),
    ("Stundenplan", "Montag - Mathe - entfällt\nDienstag - Deutsch - Frau Lenz - findet statt\nMittwoch - Sport - abgesagt"),
    ("Timetable", "Monday - Maths - cancelled\nTuesday - Drama - Ms Lind - confirmed\nWednesday - Games - cancelled"),
    ("Kursliste", "Weberin - Anna Lenz - eingegangen\nBuchbinderin - Jo Roth - Dienstag - abgesagt\nGlaserin - Ida Kern - bestätigt"),
    ("Class list", "Baker - Ada Wren - received\nRoofer - Jo Lind - Tuesday - cancelled\nJoiner - Pip Tarn - received"),
    ("Jobs for you", "Tarn Windows (Glazier): apply now\nPell Bros (Roofer): closing soon\n\nFor the third, Ashby Frames (Joiner), applications were received until Friday."),
    ("Neue Stellen für dich", "Tarn Windows (Glazier): jetzt bewerben\nPell Bros (Roofer): noch bis Freitag offen\n\nBei der dritten, Ashby Frames (Joiner), läuft die Frist bis Montag."),
    ("Neue Stellen: Traineeprogramme", "Trainee Glas 2027 - Tarn Windows - jetzt bewerben\nTrainee Dach 2027 - Pell Bros - Leeds - jetzt bewerben\nTrainee Holz 2027 - Ashby Frames - jetzt bewerben"),
    ("Graduate schemes open now", "Tarn Windows - Graduate Glazier 2027 - Apply by Friday\nPell Bros - Graduate Roofer 2027 - Leeds - Apply by Monday\nAshby Frames - Graduate Joiner 2027 - Apply now"),
    ("Die Handwerker haben sich gemeldet", "zwei Firmen haben auf deine Anfrage nach einem Dachdecker geantwortet:\n\nDachbau Rempe (Dachdecker): möchte dich kennenlernen.\nGlaserei Ahlers (Glaser): hat abgesagt."),
    ("Your bookings", "Tarn Hotel said yes. They would like to meet you at the chef's table. Pell Bros has cancelled the baker's workshop."),
    ("Unsere Kandidaturen zur Wahl", "Linde Roth, Lehrerin: gewählt\nJo Kern, Bäcker: nicht gewählt"),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "text"), ORDINARY)
def test_other_lists_are_no_applications(subject: str, text: str) -> None:
    assert _told(subject, text) == []


PART = st.sampled_from(["Glazier", "Roofer", "Tarn Windows", "Pell Bros", "Leeds", "x"])


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(PART, min_size=1, max_size=5), min_size=1, max_size=5))
def test_each_line_is_named_by_its_own_words(rows: list[list[str]]) -> None:
    for mark in (" - ", ", ", " | "):
        heads = [mark.join(row) for row in rows]
        named = names_of(heads)
        assert len(named) == len(heads)
        for head, each in zip(heads, named, strict=True):
            words = {word.strip(",") for word in head.split()}
            told = f"{each.company} {each.role}".split()
            assert {word.strip(",") for word in told} <= words
