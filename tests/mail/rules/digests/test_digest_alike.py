"""Lines of like shape that say where applications stand, and lines that only look so."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.mail.rules.digests.entries import entries_of
from onward.mail.rules.digests.heads import names_of
from onward.mail.rules.digests.standings import standing_within
from onward.mail.rules.digests.words import Standing
from onward.mail.rules.types import Address, Message
from tests.mail.rules.digests.told import told

BOARD = Address("Tidewater Jobs", "news@tidewater-jobs.example")


def _message(subject: str, text: str) -> Message:
    return Message(
        key="key",
        message_id="one@tidewater.example",
        sent_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
        sender=BOARD,
        subject=subject,
        text=text,
    )


def _told(subject: str, text: str) -> list[tuple[str, str, str]]:
    return told(_message(subject, text))


LINES = [
    "Tuchwerk Lindau, Weberin: leider abgelehnt, 3. März\nDruckerei Rempe, Buchbinderin: Termin für das Gespräch vereinbart",
    "Weberin bei Tuchwerk Lindau – Absage am 3. März\nBuchbinderin bei Druckerei Rempe – Einladung zum Gespräch versendet",
    "✘ Tuchwerk Lindau (Weberin): Absage erhalten\n… Druckerei Rempe (Buchbinderin): Einladung zum Interview erhalten",
    "Tuchwerk Lindau | Weberin | Nicht ausgewählt\nDruckerei Rempe | Buchbinderin | Einladung zum Gespräch liegt vor",
    "Tuchwerk Lindau / Weberin: Das Team hat sich für eine andere Person entschieden.\nDruckerei Rempe / Buchbinderin: Wir möchten dich gern zum Vorstellungsgespräch einladen.",
    "a) Tuchwerk Lindau · Weberin → nicht weiter berücksichtigt\nb) Druckerei Rempe · Buchbinderin → zum Gespräch eingeladen am 4. März",
    "Vorgang 1: Tuchwerk Lindau, Weberin\nStand: Verfahren beendet, nicht ausgewählt\n\nVorgang 2: Druckerei Rempe, Buchbinderin\nStand: Einladung zum Gespräch versendet",
]  # fmt: skip


@pytest.mark.parametrize("lines", LINES)
def test_lines_of_like_shape_are_read_whatever_stands_between(lines: str) -> None:
    text = f"Hallo Jo,\n\nhier ist es:\n\n{lines}\n\nDein Team"
    assert _told("Deine offenen Bewerbungen", text) == [
        ("Tuchwerk Lindau", "Weberin", "rejection"),
        ("Druckerei Rempe", "Buchbinderin", "interview"),
    ]


def test_a_sentence_that_begins_with_employer_and_title_is_read() -> None:
    text = "Tuchwerk Lindau (Weberin) hat deine Bewerbung erhalten.\nDruckerei Rempe (Buchbinderin) hat dir leider abgesagt."
    assert _told("Drei Bewerbungen", text) == [
        ("Tuchwerk Lindau", "Weberin", "confirmation"),
        ("Druckerei Rempe", "Buchbinderin", "rejection"),
    ]


def test_the_lines_beside_it_say_which_part_is_the_title() -> None:
    heads = ["Larch Grid | Data Engineer", "Quince Optics | SRE", "Vale | Buyer"]
    assert [(x.company, x.role) for x in names_of(heads)] == [
        ("Larch Grid", "Data Engineer"),
        ("Quince Optics", "SRE"),
        ("Vale", "Buyer"),
    ]


def test_a_name_that_could_be_a_title_is_an_employer_beside_others() -> None:
    heads = ["Pastelería Ondina · Camarera", "Farmacéutica Brezo · Técnico de sala", "Talleres Quejigo · Soldador"]  # fmt: skip
    assert [x.company for x in names_of(heads)] == [
        "Pastelería Ondina",
        "Farmacéutica Brezo",
        "Talleres Quejigo",
    ]


def test_what_stands_behind_a_title_of_one_employer_is_no_employer() -> None:
    lines = "Buyer, Orchard Hall: not selected\nPlanner, Larch Grid: interview requested"  # fmt: skip
    own = entries_of(_message("Your applications with Vale Foods", lines))
    board = entries_of(_message("Your applications this week", lines))
    assert [x.company for x in own] == ["", ""]
    assert [x.company for x in board] == ["Orchard Hall", "Larch Grid"]


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("Not shortlisted for interview", Standing.REJECTION),
        ("Position filled, not selected", Standing.REJECTION),
        ("Absage, Einladung zum Gespräch entfällt nicht", Standing.UNSURE),
        ("Job has been removed by the employer", Standing.POSITION_CLOSED),
        ("Skills test waiting for you", Standing.TEST),
        ("Not invited to a call yet", Standing.UNSURE),
        ("They made you an offer", Standing.OFFERED),
        ("Zeugnisse fehlen noch", Standing.UNSURE),
        ("Bitte Zeugnisse nachreichen", Standing.ASKED),
        ("Received on 3 March", Standing.RECEIVED),
        ("Viewed, 3 March", Standing.WAITING),
        ("Shortlisted 3 March", Standing.UNSURE),
        ("Apply now", None),
        ("Closing soon", None),
        ("Out for delivery", None),
    ],
)
def test_a_standing_is_found_within_a_phrase(
    words: str, standing: Standing | None
) -> None:
    assert standing_within(words) is standing


WITHIN = [
    ("candidature non retenue le 3 mars", "invitation à un entretien en visio", "dossier bien reçu le 2"),
    ("no has sido preseleccionada", "te han citado a una entrevista", "solicitud recibida ayer"),
    ("non sei stata scelta", "colloquio fissato per lunedì", "candidatura arrivata ieri"),
    ("não foste escolhida", "entrevista marcada para segunda", "candidatura registada ontem"),
    ("niet gekozen dit keer", "gesprek ingepland op maandag", "cv binnengekomen gisteren"),
    ("nie zakwalifikowano tym razem", "zaproszono na rozmowę online", "zgłoszenie wpłynęło wczoraj"),
    ("başvurun olumsuz sonuçlandı dün", "görüşmeye davet edildin", "başvurun bize ulaştı"),
    ("du blev inte utvald", "intervju bokad på måndag", "ansökan har inkommit"),
]  # fmt: skip


@pytest.mark.parametrize("phrases", WITHIN)
def test_every_language_has_its_words_within_a_phrase(
    phrases: tuple[str, str, str],
) -> None:
    assert [standing_within(words) for words in phrases] == [
        Standing.REJECTION,
        Standing.INVITED,
        Standing.RECEIVED,
    ]


ANNOUNCED = [
    ("Your round-up", "Vale Foods, Buyer: rejected\nLarch Grid, Data Engineer: interview requested"),
    ("Zwei Vorgänge", "Vale Foods, Buyer: abgelehnt\nLarch Grid, Data Engineer: Einladung versendet"),
    ("Point sur vos dossiers", "Vale Foods, Buyer : refusée\nLarch Grid, Data Engineer : entretien proposé"),
    ("Así van tus procesos", "Vale Foods, Buyer: descartada\nLarch Grid, Data Engineer: entrevista programada"),
    ("Ci sono due novità", "Vale Foods, Buyer: rifiutata\nLarch Grid, Data Engineer: colloquio fissato"),
    ("Há três novidades", "Vale Foods, Buyer: recusada\nLarch Grid, Data Engineer: entrevista marcada"),
    ("Twee updates", "Vale Foods, Buyer: afgewezen\nLarch Grid, Data Engineer: gesprek ingepland"),
    ("Dwie aktualizacje", "Vale Foods, Buyer: odrzucona\nLarch Grid, Data Engineer: rozmowa zaplanowana"),
    ("İki güncelleme", "Vale Foods, Buyer: reddedildi\nLarch Grid, Data Engineer: mülakat planlandı"),
    ("Två uppdateringar", "Vale Foods, Buyer: avslag\nLarch Grid, Data Engineer: intervju bokad"),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "text"), ANNOUNCED)
def test_news_on_several_announces_a_list_in_every_language(
    subject: str, text: str
) -> None:
    entries = entries_of(_message(subject, text))
    assert [(x.company, x.role, x.standing) for x in entries] == [
        ("Vale Foods", "Buyer", Standing.REJECTION),
        ("Larch Grid", "Data Engineer", Standing.INVITED),
    ]


def test_a_line_that_nobody_understands_is_asked_about_beside_others() -> None:
    text = "Vale Foods, Buyer: rejected\nLarch Grid, Data Engineer: interview requested\nQuince Optics, Planner: the owner was on a boat all of this week"
    assert _told("Your applications", text) == [
        ("Vale Foods", "Buyer", "rejection"),
        ("Larch Grid", "Data Engineer", "interview"),
        ("Quince Optics", "Planner", "ambiguous"),
    ]


def test_a_row_of_words_never_seen_is_asked_about_and_does_not_end_a_list() -> None:
    text = "Vale Foods | Buyer | Rejected 3 March\nQuince Optics | Planner | Pip\nLarch Grid | Data Engineer | Interview requested"
    assert _told("Your applications", text) == [
        ("Vale Foods", "Buyer", "rejection"),
        ("Quince Optics", "Planner", "ambiguous"),
        ("Larch Grid", "Data Engineer", "interview"),
    ]


def test_a_name_in_square_brackets_is_told_from_the_title_behind_it() -> None:
    heads = ["[ Vale Foods ] Buyer", "[ Larch Grid ] Data Engineer"]
    assert [(x.company, x.role) for x in names_of(heads)] == [
        ("Vale Foods", "Buyer"),
        ("Larch Grid", "Data Engineer"),
    ]


ORDINARY = [
    ("2 updates on your orders", "Kettle, blue: delivered\nToaster, red: cancelled by the seller"),
    ("Three new updates", "Data Engineer at Larch Grid: apply now\nBuyer at Vale Foods: closing soon"),
    ("Round-up of your viewings", "Flat in Mill Lane, two rooms: rejected by the landlord\nFlat in Hope Street, three rooms: invited to a viewing"),
    ("Zwei Neuigkeiten", "Kurs Töpfern, Dienstag: leider abgesagt\nKurs Nähen, Mittwoch: Einladung versendet"),
    ("News from your course", "Project Manager, level one: certificate received\nData Analyst, level two: test waiting"),
    ("Two applications in your inbox", "Ada Wren applied for Buyer.\nJo Lind applied for Planner."),
    ("Five updates", "Read how others did it.\nTake the test today.\nThe job market is closed for the holidays."),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "text"), ORDINARY)
def test_other_lists_are_no_applications(subject: str, text: str) -> None:
    assert _told(subject, f"Hello,\n\n{text}\n\nGoodbye") == []


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_words_are_searched_without_an_error(words: str) -> None:
    assert standing_within(words) in {None, *Standing}
    assert len(names_of([words, f"{words} | x"])) == 2
