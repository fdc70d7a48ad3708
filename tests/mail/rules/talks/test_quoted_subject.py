"""Answers under the subject of an invitation: their own words decide first."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict


def _read(subject: str, text: str) -> Verdict:
    message = Message(
        key="k",
        message_id="k@mail.example",
        sent_at=datetime(2026, 9, 21, 9, tzinfo=UTC),
        sender=Address("Anna Klee", "anna.klee@lindenhof.example"),
        subject=subject,
        text=f"{text}\n\nAnna Klee",
    )
    return read_message(message, is_known=True).verdict


@pytest.mark.parametrize(
    ("subject", "text", "verdict"),
    [
        ("Re: Einladung zum Kennenlernen", "Guten Tag Frau Berg,\n\nvielen Dank für Ihre Nachricht.", Verdict.OTHER),
        ("Re: Einladung zum Kennenlernen", "Guten Tag Frau Berg,\n\nvielen Dank für das nette Gespräch.", Verdict.OTHER),
        ("AW: Einladung zum Kennenlernen", "Guten Tag Frau Berg,\n\nhaben Sie einen Führerschein?", Verdict.INFORMATION_REQUEST),
        ("Re: Einladung zum Kennenlernen", "Guten Tag Frau Berg,\n\ndas wird leider nichts mit uns.", Verdict.REJECTION),
        ("WG: Einladung zum Vorstellungsgespräch", "Hallo Frau Berg,\n\ndanke, die Unterlagen sind angekommen.", Verdict.CONFIRMATION),
        ("Re: Invitation to interview", "Dear Ms Berg,\n\nThank you for coming in, it was lovely to meet you.", Verdict.OTHER),
        ("Re: Invitation to interview", "Dear Ms Berg,\n\nDo you have a driving licence?", Verdict.INFORMATION_REQUEST),
    ],
)  # fmt: skip
def test_thanks_a_question_and_a_no_are_what_they_say(
    subject: str, text: str, verdict: Verdict
) -> None:
    assert _read(subject, text) is verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Invitation to interview", "Dear Ms Berg,\n\nThat is fine, see you then."),
        ("Re: Invitation to interview", "Dear Ms Berg,\n\nThank you for letting us know. We will see you on Tuesday at 10:00."),
        ("Einladung zum Kennenlernen", "Guten Tag Frau Berg,\n\nvielen Dank für Ihre Bewerbung. Anbei finden Sie alles."),
    ],
)  # fmt: skip
def test_a_yes_a_day_and_a_subject_of_its_own_stay_on_the_talk(
    subject: str, text: str
) -> None:
    assert _read(subject, text) is Verdict.INTERVIEW


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("SV: Erbjudande om anställning", "Hej Maja,\n\nSå tråkigt, men jag förstår dig. Hör av dig om du ändrar dig, annars går vi vidare med nästa kandidat på måndag."),
        ("SV: Erbjudande om anställning", "Hej Maja,\n\nSå tråkigt, men jag förstår dig. Lycka till!"),
        ("SV: Skolassistent", "Hej Maja,\n\nVad tråkigt! Erbjudandet står kvar om du ändrar dig."),
        ("Re: Job offer: School Assistant", "Dear Maja,\n\nWhat a pity, but I understand. Let me know if you change your mind, otherwise we will go on to the next candidate on Monday."),
        ("Re: Offer of employment", "Dear Maja,\n\nWhat a pity, but I understand. All the best!"),
        ("AW: Ihr Vertragsangebot", "Liebe Frau Ekdahl,\n\nwie schade, aber ich verstehe Sie. Unser Angebot steht, falls Sie es sich anders überlegen."),
        ("RE : Proposition d'embauche", "Bonjour Maja,\n\nC'est dommage, mais je comprends. Faites-moi signe si vous changez d'avis."),
        ("Re: Oferta de empleo", "Hola Maja,\n\nQué pena, pero lo entiendo. La oferta sigue en pie si cambias de opinión."),
        ("R: Proposta di assunzione", "Gentile Maja,\n\nche peccato, ma la capisco. Mi scriva se cambia idea."),
        ("RE: Proposta de emprego", "Olá Maja,\n\nQue pena, mas compreendo. Diga-me se mudar de ideias."),
        ("Betr.: Aanbod arbeidsovereenkomst", "Dag Maja,\n\nWat jammer, maar ik begrijp het. Ons aanbod blijft staan als je van gedachten verandert."),
        ("Odp: Oferta zatrudnienia", "Dzień dobry,\n\nszkoda, ale rozumiem. Proszę dać znać, jeśli zmieni Pani zdanie."),
        ("Yanıt: İş teklifi", "Merhaba,\n\nçok üzüldüm ama anlıyorum. Fikriniz değişirse haber verin."),
        ("SV: Jobbtilbud", "Hei Maja,\n\nSå synd, men jeg forstår deg. Si fra hvis du ombestemmer deg."),
    ],
)  # fmt: skip
def test_the_answer_to_a_decline_is_no_new_offer(subject: str, text: str) -> None:
    assert _read(subject, text) not in {Verdict.OFFER, Verdict.INTERVIEW}


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("SV: Erbjudande om anställning", "Hej Maja,\n\nVi höjer lönen och vill gärna erbjuda dig tjänsten som skolassistent."),
        ("Re: Job offer", "Hi Maja,\n\nWe are pleased to offer you the position at a higher salary. If you change your mind about the hours, tell me."),
        ("Re: Job offer", "Hi Maja,\n\nAttached is the contract, please sign it and send it back."),
    ],
)  # fmt: skip
def test_an_offer_in_words_of_its_own_stays_one(subject: str, text: str) -> None:
    assert _read(subject, text) is Verdict.OFFER
