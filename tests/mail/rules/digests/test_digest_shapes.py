"""The shapes in which mail says where several applications stand, and mail that only looks so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.mail.html_text import html_to_text
from onward.mail.rules.digests.entries import entries_of
from onward.mail.rules.digests.listed import listed_in
from onward.mail.rules.digests.parts import LEFT_OUT, Part
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict

MILLS = Address("Harrowgate Mills", "jobs@harrowgate-mills.example")
TRACKER = Address("Workday", "fennimore@myworkday.com")


def _message(
    subject: str, text: str, *, sender: Address = MILLS, key: str = "key"
) -> Message:
    return Message(
        key=key,
        message_id="one@mills.example",
        sent_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
        sender=sender,
        subject=subject,
        text=text,
    )


def _parts(subject: str, text: str, *, sender: Address = MILLS) -> tuple[Part, ...]:
    message = _message(subject, text, sender=sender)
    return listed_in(message, reading=read_message(message))


def _told(subject: str, text: str, *, sender: Address = MILLS) -> list[tuple[str, str]]:
    parts = _parts(subject, text, sender=sender)
    return [(part.reading.role, part.reading.verdict.value) for part in parts]


WORKDAY = """Good morning Jana,

Here is what changed in your applications at Fennimore Foods:

1. Application: Buyer, Fresh Produce (R-3301)
   Status: Thank you for applying. We have received your application.

2. Application: Warehouse Planner (R-3342)
   Status: We have decided not to move forward with your application.

3. Application: Category Assistant (R-3350)
   Status: We would like to invite you to an interview. A recruiter will contact you.

View all in Candidate Home."""


def test_a_daily_digest_of_a_tracking_system_is_read_block_by_block() -> None:
    subject = "Workday Inbox - Your Daily Digest"
    parts = _parts(subject, WORKDAY, sender=TRACKER)
    read = [part.reading for part in parts]
    assert [(x.verdict, x.role, x.requisition) for x in read] == [
        (Verdict.CONFIRMATION, "Buyer, Fresh Produce", "R-3301"),
        (Verdict.REJECTION, "Warehouse Planner", "R-3342"),
        (Verdict.INTERVIEW, "Category Assistant", "R-3350"),
    ]
    assert {(x.company, x.system) for x in read} == {("Fennimore Foods", "Workday")}


TABLE = (
    "<p>Hallo Jana,</p><p>hier ist der Stand Ihrer Bewerbungen:</p><table>"
    "<tr><th>Unternehmen</th><th>Stelle</th><th>Status</th></tr>"
    "<tr><td>Gerber &amp; Wolff GmbH</td><td>Einkäuferin (m/w/d)</td><td>Bewerbung eingegangen</td></tr>"
    "<tr><td>Autohaus Reimann</td><td>Assistentin der Geschäftsführung</td><td>Absage</td></tr>"
    "<tr><td>Klinikum Lindenau</td><td>Teamassistenz Logistik</td><td>Einladung zum Gespräch</td></tr>"
    "</table><p>Ihr Talentboard-Team</p>"
)
ROWS = [
    ("Gerber & Wolff GmbH", "Einkäuferin", Verdict.CONFIRMATION),
    ("Autohaus Reimann", "Assistentin der Geschäftsführung", Verdict.REJECTION),
    ("Klinikum Lindenau", "Teamassistenz Logistik", Verdict.INTERVIEW),
]


@pytest.mark.parametrize("cell", ["th", "td"])
def test_a_table_is_read_row_by_row(cell: str) -> None:
    html = TABLE.replace("<th>", f"<{cell}>").replace("</th>", f"</{cell}>")
    text = html_to_text(html, max_chars=10_000)
    parts = _parts("Ihre Bewerbungen im Überblick", text)
    found = [(p.reading.company, p.reading.role, p.reading.verdict) for p in parts]
    assert found == ROWS


def test_a_table_with_a_line_for_each_cell_is_read_too() -> None:
    html = TABLE.replace("<td>", "<td><p>").replace("<th>", "<th><p>")
    text = html_to_text(html, max_chars=10_000)
    parts = _parts("Ihre Bewerbungen im Überblick", text)
    found = [(p.reading.company, p.reading.role, p.reading.verdict) for p in parts]
    assert found == ROWS


ACKERMANN = """Liebe Frau Petersen,

Sie haben sich bei uns auf zwei Stellen beworben. Zur Stelle als Vertriebsassistentin müssen wir Ihnen leider absagen, sie ist bereits besetzt.
Für die Stelle als Mitarbeiterin Honorare und Lizenzen möchten wir Sie gern zu einem Gespräch einladen: Dienstag, 1. Dezember, 11 Uhr, Steinweg 9, Hannover.

Herzliche Grüße
Ruth Ackermann"""


def test_a_no_and_an_invitation_in_prose_are_two() -> None:
    sender = Address("Ruth Ackermann", "r.ackermann@verlagshaus-steinweg.example")
    parts = _parts("Ihre Bewerbungen beim Verlagshaus Steinweg", ACKERMANN, sender=sender)  # fmt: skip
    no, yes = parts
    assert no.reading.verdict is Verdict.REJECTION
    assert no.reading.role == "Vertriebsassistentin"
    assert yes.reading.verdict is Verdict.INTERVIEW
    assert yes.reading.role == "Mitarbeiterin Honorare und Lizenzen"
    assert no.reading.contact.name == yes.reading.contact.name == "Ruth Ackermann"
    # Each keeps what is said to both, and nothing of the other.
    assert "Liebe Frau Petersen" in no.message.text
    assert "Dezember" not in no.message.text
    assert "absagen" not in yes.message.text
    assert no.message.text.count(LEFT_OUT) == yes.message.text.count(LEFT_OUT) == 1


SHAPES = [
    ("News on your applications", "Hello Jo,\n\nthere is news on your applications with us:\n\n- Loom Technician (HM-204): We are sorry, but we went with somebody else.\n- Pattern Maker (HM-219): You made it to the next round. Please pick a time for a call.\n\nBest\nHarrowgate Mills"),
    ("Your applications", "Hello Jo,\n\n1. Loom Technician\nUnfortunately, we chose somebody else.\n\n2. Pattern Maker\nWe would like to get to know you. Are you free on Tuesday 10 March at 10:30?\n\nKind regards"),
    ("Your applications at Harrowgate Mills", "Position: Loom Technician\nReference: HM-204\nStatus: Not taking forward\n\nPosition: Pattern Maker\nReference: HM-219\nStatus: Invited to interview"),
    ("News from Harrowgate Mills on your application", "Dear Jo,\n\nRole: Loom Technician\nDecision: we have chosen another candidate.\n\nRole: Pattern Maker\nDecision: we would like to invite you to an interview."),
    ("Your applications", "Your applications:\nRole | Location | Status\nLoom Technician | Leeds | Not selected\nPattern Maker | Hull | We would like to invite you to an interview"),
    ("Your applications", "Your applications:\n\nRole             Date         Status\nLoom Technician  2 Mar 2026   Not selected\nPattern Maker    3 Mar 2026   Invited to interview"),
    ("Update on your applications", "Dear Jo,\n\nThank you for applying to us. For the role of Loom Technician, we have decided to move forward with other candidates. For the role of Pattern Maker, we would be delighted to invite you to an interview on Tuesday 10 March at 10:30.\n\nKind regards\nAda Wren"),
    ("Harrowgate Mills", "Dear Jo,\n\nThank you for applying to us. For the role of Loom Technician, we have decided to move forward with other candidates. For the role of Pattern Maker, we would be delighted to invite you to an interview on Tuesday 10 March at 10:30.\n\nKind regards\nAda Wren"),
    ("Your applications", "Dear Jo,\n\nWe cannot offer you the Loom Technician position, but we would love to invite you to an interview for the Pattern Maker position next week.\n\nAda Wren"),
    ("Your applications", "Dear Jo,\n\nhere is an update on your applications.\n\nLoom Technician\nWe have decided not to take your application further.\n\nPattern Maker\nWe'd like to invite you to an interview on 10 March at 10:30.\n\nKind regards\nAda"),
    ("Update on your applications", "Dear Jo,\n\nWith regard to the Loom Technician vacancy, I'm afraid you have not been shortlisted.\n\nConcerning the Pattern Maker vacancy, the panel would like to see you on 10 March at 10:30.\n\nAda"),
    ("Your applications", "Hi Jo,\n\nLess good news about Loom Technician (HM-204): we have filled the role.\nGood news about Pattern Maker (HM-219): we would like to interview you.\n\nAda"),
    ("Your application", "Dear Jo,\n\nyou applied for two positions. Regarding your application for Loom Technician, another candidate was chosen. Regarding your application for Pattern Maker, we would like to meet you for an interview.\n\nAda Wren"),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "text"), SHAPES)
def test_a_no_and_an_invitation_are_told_apart_in_english(
    subject: str, text: str
) -> None:
    assert _told(subject, text) == [
        ("Loom Technician", "rejection"),
        ("Pattern Maker", "interview"),
    ]


GERMAN = [
    ("Ihre Bewerbungen bei uns", "Guten Tag Jo Lind,\n\nzu Ihren Bewerbungen:\n\n1) Buchbinderin (Kennziffer 47/2026): Hier haben wir uns leider für eine andere Bewerberin entschieden.\n2) Weberin (Kennziffer 51/2026): Gern möchten wir Sie persönlich kennenlernen, am Dienstag, 10. März, um 10:30 Uhr.\n\nMit freundlichen Grüßen\nStadtarchiv Lohne"),
    ("Stand Ihrer Bewerbungen", "Hallo,\n\nhier der Stand Ihrer Bewerbungen:\n\n• Buchbinderin – leider müssen wir Ihnen absagen\n• Weberin – wir laden Sie herzlich zum Gespräch ein"),
    ("Ihre Bewerbungen", "Sehr geehrte Frau Lind,\n\nfür die Position als Buchbinderin haben wir uns für einen anderen Bewerber entschieden. Für die Position der Weberin würden wir Sie gern zu einem Vorstellungsgespräch am 10. März um 10:30 Uhr einladen.\n\nMit freundlichen Grüßen"),
    ("Ihre Bewerbungen", "Sehr geehrte Frau Lind,\n\nStelle: Buchbinderin\nUnternehmen: Druckerei Rempe GmbH\nStatus: Leider müssen wir Ihnen mitteilen, dass wir uns anders entschieden haben.\n\nStelle: Weberin\nUnternehmen: Tuchwerk Lindau\nStatus: Einladung zum Vorstellungsgespräch"),
    ("Ihre Bewerbungen im Überblick", "Hallo Jo,\nIhre Bewerbungen:\nDatum Stelle Unternehmen Status\n02.03.2026 Buchbinderin (m/w/d) Druckerei Rempe GmbH Absage\n01.03.2026 Weberin (m/w/d) Tuchwerk Lindau Einladung zum Gespräch\nIhr Team"),
    ("Ihre Bewerbungen", "Hallo,\n\nBuchbinderin (m/w/d)\nLeider hat es diesmal nicht geklappt.\n\nWeberin (m/w/d)\nWir laden Sie zum Gespräch ein.\n\nHerzlich"),
    ("Rückmeldung", "Liebe Frau Lind,\n\nSie haben sich auf beide Stellen beworben. Die Stelle als Buchbinderin können wir Ihnen leider nicht anbieten, aber für die Stelle als Weberin möchten wir Sie gern zum Gespräch einladen.\n\nHerzlich"),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "text"), GERMAN)
def test_a_no_and_an_invitation_are_told_apart_in_german(
    subject: str, text: str
) -> None:
    assert _told(subject, text) == [
        ("Buchbinderin", "rejection"),
        ("Weberin", "interview"),
    ]


OTHERS = [
    ("fr", "Vos candidatures", "Bonjour,\n\nvoici l'état de vos candidatures :\n\n- Comptable : candidature non retenue\n- Assistante de gestion : invitation à un entretien"),
    ("es", "Tus candidaturas", "Hola:\n\nEstado de tus candidaturas:\n\n- Contable: no seleccionada\n- Administrativa: invitación a una entrevista"),
    ("it", "Le tue candidature", "Ciao,\n\necco lo stato delle tue candidature:\n\n- Contabile: non selezionata\n- Magazziniere: invito a colloquio"),
    ("pt", "As suas candidaturas", "Olá,\n\n- Contabilista: infelizmente não foi selecionada.\n- Rececionista: convite para entrevista"),
    ("nl", "Je sollicitaties", "Dag,\n\n- Boekhouder: afgewezen\n- Planner: uitnodiging voor een gesprek"),
    ("pl", "Twoje aplikacje", "Dzień dobry,\n\n- Księgowa: odrzucono\n- Specjalistka ds. logistyki: zaproszenie na rozmowę"),
    ("tr", "Başvurularınız", "Merhaba,\n\n- Muhasebe Uzmanı: olumsuz\n- Operasyon Uzmanı: mülakat daveti"),
    ("sv", "Dina ansökningar", "Hej,\n\n- Ekonomiassistent: avslag\n- Lagerarbetare: inbjudan till intervju"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "subject", "text"), OTHERS)
def test_the_words_for_where_it_stands_are_known_in_every_language(
    language: str, subject: str, text: str
) -> None:
    verdicts = [verdict for _, verdict in _told(subject, text)]
    assert verdicts == ["rejection", "interview"], language


def test_a_hiring_system_announces_a_list_by_the_labels_of_its_stages() -> None:
    text = "Updates for Jo\n\n* Buyer (R-3301)\n  Stage: Phone screen\n* Planner (R-3342)\n  Stage: Not moving forward\n"
    assert _told("Daily digest", text, sender=TRACKER) == [
        ("Buyer", "ambiguous"),
        ("Planner", "rejection"),
    ]
    assert _told("Daily digest", text, sender=Address("", "a@harbour.example")) == []


def test_a_sentence_on_which_the_voices_differ_is_left_to_the_person() -> None:
    text = "Guten Tag,\n\nIhre Bewerbung als Buchbinderin können wir leider nicht berücksichtigen. Ihre Bewerbung als Weberin haben wir erhalten und prüfen sie gerade.\n\nHerzlich"
    parts = _parts("Ihre Bewerbungen", text)
    assert [part.reading.role for part in parts] == ["Buchbinderin", "Weberin"]
    assert all(part.is_news for part in parts)
    assert parts[0].reading.verdict in {Verdict.AMBIGUOUS, Verdict.REJECTION}


def test_a_table_s_row_is_quoted_without_its_heading() -> None:
    html = TABLE.replace("<td>", "<td><p>").replace("<th>", "<th><p>")
    text = html_to_text(html, max_chars=10_000)
    first = _parts("Ihre Bewerbungen im Überblick", text)[0]
    assert first.reading.because[0].words.startswith("Gerber & Wolff GmbH")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Dear Jo,\n\nunfortunately we will not be moving forward with your applications for the roles of Loom Technician and Pattern Maker.\n\nAda", "rejection"),
        ("Dear Jo,\n\nthank you, we have received your applications for Loom Technician and Pattern Maker.\n\nAda", "confirmation"),
        ("Guten Tag,\n\nvielen Dank für Ihre Bewerbungen auf die Stellen Loom Technician und Pattern Maker. Sie sind bei uns eingegangen.\n\nAda", "confirmation"),
    ],
)  # fmt: skip
def test_one_answer_on_two_openings_is_one_for_each(text: str, verdict: str) -> None:
    parts = _parts("Your applications", text)
    assert [part.reading.role for part in parts] == ["Loom Technician", "Pattern Maker"]
    assert {part.reading.verdict.value for part in parts} == {verdict}
    assert len({part.message.key for part in parts}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Unfortunately we will not be moving forward with your application for the role of Sales and Marketing Manager.",
        "Thank you for your applications for Loom Technician and Pattern Maker. The Loom Technician role has been filled; we are still looking at the other one.",
    ],
)  # fmt: skip
def test_what_is_not_said_of_both_stays_one_mail(text: str) -> None:
    assert _parts("Your application", f"Dear Jo,\n\n{text}\n\nAda") == ()


ONE = [
    # A no that recommends other openings.
    ("Your application for Loom Technician", "Dear Jo,\n\nThank you for your application for Loom Technician. Unfortunately we have decided to move forward with other candidates.\n\nYou may also like these openings:\n- Pattern Maker, Leeds\n- Dye House Assistant, Hull\n\nKind regards"),
    ("Your application for Loom Technician", "Dear Jo,\n\nWe have decided not to move forward with you for the role of Loom Technician. However, we think the role of Pattern Maker would suit you, and we encourage you to apply for the role of Pattern Maker.\n\nAda Wren"),
    ("Your application for Loom Technician", "Dear Jo,\n\nFor the role of Loom Technician we chose somebody else. For the role of Pattern Maker we are still looking for people, so please have a look at our site.\n\nAda Wren"),
    ("Ihre Bewerbung als Buchbinderin", "Guten Tag,\n\nleider müssen wir Ihnen für die Stelle als Buchbinderin absagen. Wir suchen jedoch auch für die Stelle als Weberin, bewerben Sie sich gern.\n\nMit freundlichen Grüßen"),
    # A receipt that names other openings.
    ("We received your application", "Thank you for your application for the role of Loom Technician. We have received it and will review it. The role of Pattern Maker and the role of Dyer are open too; apply on our site."),
    # Announcements, advice, and what else comes in lists.
    ("12 new jobs for you", "New jobs matching your applications:\n1. Data Engineer - Larch Grid: apply now\n2. Data Analyst - Quince Optics: closing soon\n3. Buyer - Vale Foods: new\nUnsubscribe"),
    ("How to follow up on your applications", "This week: three tips for your applications.\n1. The thank you note: send it within a day, whatever you felt.\n2. The second nudge: if you have not heard back, write once more.\n3. The no: thank them, and ask what was missing.\nUnsubscribe"),
    ("Your order", "1. Position: Kettle\nStatus: shipped\n2. Position: Toaster\nStatus: Not in stock until May."),
    ("Your application for Loom Technician", "Dear Jo,\n\nwe would like to invite you to two interviews:\n1. Technical interview: we will talk about your work. Tuesday 10 March at 10:30\n2. Team interview: you will meet the team. Wednesday 11 March at 9:00\n\nAda Wren"),
    ("Your application", "Next steps:\n1. Application: received, thank you.\n2. Interview: we will invite you if there is a match.\n3. Decision: we will let you know either way."),
    # A thread that quotes the no for another opening.
    ("Re: Your application", "Dear Jo, we'd love to invite you to an interview for the role of Pattern Maker on Tuesday.\n\nAda\n\nOn Mon, 2 Mar 2026 at 10:00, Ada Wren wrote:\n> Dear Jo,\n> Unfortunately we cannot offer you the role of Loom Technician.\n> Best"),
    ("Re: Your applications", "Hi Jo, thanks, Tuesday works well for the interview.\n\nOn Mon, 2 Mar 2026 at 10:00, Jo Lind wrote:\n> Your applications:\n> Loom Technician: not selected\n> Pattern Maker: invited to interview"),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "text"), ONE)
def test_mail_on_one_application_or_none_is_not_split(subject: str, text: str) -> None:
    assert _parts(subject, text) == ()


def test_a_list_that_an_answer_quotes_is_nobody_s_news() -> None:
    subject, text = ONE[-1]
    assert entries_of(_message(subject, text)) == ()
    quoted = text.partition("wrote:\n")[2].replace("> ", "")
    assert len(entries_of(_message(subject, quoted))) == 2


TITLES = ["Loom Technician", "Pattern Maker", "Data Analyst", "Project Manager", "Truck Driver", "Office Assistant"]  # fmt: skip
SAID = {
    "We have decided not to move forward with your application.": "rejection",
    "We are sorry, but we have chosen another candidate.": "rejection",
    "We would like to invite you to an interview.": "interview",
    "Thank you for applying. We have received your application.": "confirmation",
    "Please complete our online test within a week.": "assessment",
}
FORMS = (
    lambda n, title, said: f"{n}. {title}\n   {said}\n",
    lambda n, title, said: f"{n}) {title} (R-{3300 + n}): {said}",
    lambda n, title, said: f"- {title}: {said}",
    lambda n, title, said: f"• {title} – {said}",
    lambda n, title, said: f"Position: {title}\nStatus: {said}\n",
    lambda n, title, said: f"{n}. Application: {title}\n   Job ID: R-{3300 + n}\n   Status: {said}\n",
    lambda n, title, said: f"For the role of {title}: {said}",
)  # fmt: skip


@st.composite
def digests(draw: st.DrawFn) -> tuple[str, list[tuple[str, str]]]:
    """Draw a list of applications in one of the forms, and what it tells of each."""
    titles = draw(st.lists(st.sampled_from(TITLES), min_size=2, unique=True))
    said = [draw(st.sampled_from(sorted(SAID))) for _ in titles]
    form = draw(st.sampled_from(FORMS[:-1]))
    rows = [form(n, *row) for n, row in enumerate(zip(titles, said, strict=True), 1)]
    text = "Dear Jo,\n\nthere is news on your applications:\n\n{}\n\nKind regards\nAda Wren"
    wanted = [(title, SAID[words]) for title, words in zip(titles, said, strict=True)]
    return text.format("\n".join(rows)), wanted


@settings(max_examples=40, deadline=None)
@given(digests())
def test_whatever_form_a_list_has_each_part_is_told_by_itself(
    digest: tuple[str, list[tuple[str, str]]],
) -> None:
    text, wanted = digest
    assert _told("Your applications", text) == wanted


@settings(max_examples=40, deadline=None)
@given(digests())
def test_the_parts_of_a_list_hold_all_of_it_and_each_its_own(
    digest: tuple[str, list[tuple[str, str]]],
) -> None:
    text, wanted = digest
    parts = _parts("Your applications", text)
    assert len({part.message.key for part in parts}) == len(wanted)
    for part, (title, _) in zip(parts, wanted, strict=True):
        own = part.message.text
        others = [other for other, _ in wanted if other != title]
        assert title in own
        assert not any(other in own for other in others)
        assert own.startswith("Dear Jo,")
        assert own.endswith("Ada Wren")
        assert set(_lines(own)) <= {*_lines(text), LEFT_OUT}
        for because in part.reading.because:
            assert own[because.start : because.end] == because.words


def _lines(text: str) -> Iterator[str]:
    return (line.rstrip() for line in text.split("\n"))


@settings(max_examples=30, deadline=None)
@given(digests())
def test_a_list_says_the_same_whenever_it_is_read(
    digest: tuple[str, list[tuple[str, str]]],
) -> None:
    text, _ = digest
    keys = [p.message.key for p in _parts("Your applications", text)]
    again = _message("Your applications", text, key="other")
    later = replace(again, sent_at=datetime(2026, 3, 10, 9, tzinfo=UTC))
    parts = listed_in(later, reading=read_message(later))
    assert [part.message.key for part in parts] == keys


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400), st.sampled_from([text for _, text in SHAPES + GERMAN]))
def test_any_words_around_a_list_are_read_without_an_error(
    more: str, text: str
) -> None:
    for whole in (f"{more}\n\n{text}", f"{text}\n{more}", text[: len(more)] + more):
        message = _message("Your applications", whole)
        entries = entries_of(message)
        assert all(0 <= x.start < x.end <= len(whole) for x in entries)
        assert all(a.start <= b.start for a, b in pairwise(entries))
        for part in listed_in(message, reading=read_message(message)):
            own = part.message.text
            assert all(own[b.start : b.end] == b.words for b in part.reading.because)
