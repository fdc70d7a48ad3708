"""Noes that go on to something else, jobs whose money is gone, and what is no word of hiring at all."""

from __future__ import annotations

import pytest

from onward.mail.rules.gate import might_be_hiring
from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Message, Reading, Verdict


def read(
    text: str,
    *,
    subject: str = "Ihre Bewerbung",
    sender: str = "Kerstin Wolf",
    at: str = "wolf@zeitraum-personal.example",
    is_known: bool = False,
) -> Reading:
    message = Message(
        key="k",
        message_id="k@mail.example",
        sent_at=None,
        sender=Address(sender, at),
        subject=subject,
        text=f"Hallo Frau Linde,\n\n{text}\n\nViele Grüße\n{sender}",
    )
    if not might_be_hiring(message.subject, message.text, host=message.sender.domain):
        return Reading(verdict=Verdict.OTHER, confidence=0.9)
    return read_message(message, is_known=is_known)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "danke für Ihr Interesse an der Stelle im Lager. Diese konnten wir gestern leider schon "
            "anderweitig besetzen.\n\nWir suchen aber dringend jemanden für die Lohnbuchhaltung. "
            "Wäre das eine Option für Sie?",
            "Lohnbuchhaltung",
        ),
        (
            "der Kunde hat sich leider für einen anderen Bewerber entschieden.\n\nIch hätte aber etwas in "
            "Wurzen für Sie: Kommissionierer, Tagschicht. Wäre das was für Sie? Wenn ja, schicken Sie mir "
            "bitte Ihren aktuellen Lebenslauf.",
            "Kommissionierer",
        ),
    ],
)
def test_a_no_that_goes_on_to_something_else_is_one(text: str, role: str) -> None:
    found = read(text)
    assert found.verdict is Verdict.REJECTION
    assert role not in found.role


def test_an_opening_that_is_asked_about_alone_is_no_no() -> None:
    found = read(
        "wir suchen aktuell Staplerfahrer für einen Kunden in Halle. Wäre das eine Option für Sie? "
        "Wenn ja, schicken Sie mir bitte Ihren Lebenslauf.",
        subject="Neue Stelle",
    )
    assert found.verdict is Verdict.OUTREACH


@pytest.mark.parametrize(
    "text",
    [
        "gestern kam der Bescheid: die Stelle wird nicht länger finanziert. Es tut uns sehr leid.",
        "wir hätten Sie gern genommen. Ohne den Zuschuss der Stadt können wir die Stelle aber nicht "
        "besetzen, weder mit Ihnen noch mit jemand anderem.",
        "leider hat unser Kunde in Wurzen den Bedarf für das Lager komplett zurückgezogen.",
    ],
)
def test_a_job_whose_money_is_gone_went_away(text: str) -> None:
    assert read(text).verdict is Verdict.POSITION_CLOSED


@pytest.mark.parametrize(
    "text",
    [
        "leider schon vergeben!! Zettel hängt nur noch, weil wir ihn vergessen haben.",
        "tut mir leid, ist leider schon vergeben.",
        "danke, ist bereits besetzt.",
    ],
)
def test_three_words_are_a_no_of_somebody_applied_to(text: str) -> None:
    assert read(text, subject="Re: Empfang", is_known=True).verdict in {
        Verdict.REJECTION,
        Verdict.AMBIGUOUS,
    }
    said = read(text, subject="Fahrrad", sender="Rita", at="rita@postkasten.example")
    assert said.verdict in NOT_HIRING


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Wie zufrieden waren Sie mit dem Bewerbungsprozess bei Lindner Optik?",
            "nehmen Sie sich zwei Minuten Zeit für unsere Umfrage. Ihre Antworten bleiben anonym.",
        ),
        (
            "Wie war Ihre Bewerbung bei Lindner Optik?",
            "Ihre Meinung zählt! Bewerten Sie in einer Minute, anonym.",
        ),
        (
            "Bleiben Sie in unserem Talentpool?",
            "Sie sind schon ein paar Monate in unserem Talentpool. Damit wir Ihre Daten weiter speichern "
            "dürfen, brauchen wir Ihr Okay.",
        ),
        (
            "Zusage Sommerhort",
            "wir freuen uns, Ihnen für Paul einen Platz im Sommerhort zusagen zu können. Bitte geben Sie "
            "uns bis 12.06. Bescheid, ob Sie den Platz annehmen.",
        ),
        (
            "Zusage",
            "wir freuen uns, Ihnen einen Platz im Gitarrenkurs zusagen zu können.",
        ),
    ],
)
def test_surveys_pools_and_places_for_children_are_no_mail_of_hiring(
    subject: str, text: str
) -> None:
    found = read(
        text, subject=subject, sender="Frau Lindner", at="noreply@lindner-haus.example"
    )
    assert found.verdict in NOT_HIRING


def test_a_receipt_that_asks_for_a_rating_below_stays_one() -> None:
    found = read(
        "wir haben Ihre Bewerbung als Optikerin erhalten. Vielen Dank!\n\nBewerten Sie den "
        "Bewerbungsprozess in einer Minute.",
        sender="Lindner Optik",
        at="noreply@lindner-optik.example",
    )
    assert found.verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    "text",
    [
        "die Stelle als Kellner konnten wir bereits besetzen, als Koch möchten wir Sie gern zu "
        "einem Gespräch einladen.",
        "die Stelle als Kellner ist leider schon vergeben, für die Stelle als Koch laden wir Sie "
        "gern zu einem Vorstellungsgespräch ein.",
        "We have filled the waiter position; for the cook's position we would like to invite you "
        "to an interview.",
        "The waiter role has already been filled, but as a cook we would love to meet you. Could "
        "you come on Friday at 10:00?",
        "Le poste de serveur est déjà pourvu. Pour le poste de cuisinier, nous souhaitons vous "
        "inviter à un entretien.",
        "El puesto de camarero ya está cubierto. Para el puesto de cocinero nos gustaría "
        "invitarle a una entrevista.",
        "La posizione di cameriere è già stata coperta. Per il posto di cuoco vorremmo invitarla "
        "a un colloquio.",
        "A vaga de empregado de mesa já foi preenchida. Para a vaga de cozinheiro gostaríamos de "
        "o convidar para uma entrevista.",
        "De vacature voor ober is al vervuld. Voor de functie van kok nodigen we je graag uit "
        "voor een gesprek.",
        "Stanowisko kelnera jest już obsadzone. Na stanowisko kucharza zapraszamy Panią na "
        "rozmowę kwalifikacyjną.",
        "Tjänsten som servitör är redan tillsatt. Till tjänsten som kock vill vi gärna bjuda in "
        "dig på en intervju.",
        "Garson pozisyonu dolduruldu. Aşçı pozisyonu için sizi mülakata davet etmek istiyoruz.",
    ],
)  # fmt: skip
def test_an_invitation_for_another_opening_is_no_plain_no(text: str) -> None:
    assert read(text).verdict in {Verdict.INTERVIEW, Verdict.AMBIGUOUS}


@pytest.mark.parametrize(
    "text",
    [
        "die Stelle als Kellner konnten wir bereits besetzen. Wir haben viele Bewerber zu einem "
        "Gespräch eingeladen.",
        "The position has been filled. We invited several people to an interview.",
        "We have given the place to somebody else. Thank you for coming to the interview for the "
        "cook's position.",
    ],
)  # fmt: skip
def test_an_interview_of_others_or_of_before_leaves_a_no(text: str) -> None:
    assert read(text).verdict is Verdict.REJECTION
