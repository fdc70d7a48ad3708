"""A no that offers to talk it through: taken up by the draft, and no reason to keep; in ten languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.core.languages import Language
from onward.method.feedback.rules.drafts import Facts, Voice, write_draft
from onward.method.feedback.rules.kinds import Formality, Reached
from onward.method.feedback.rules.language import language_file
from onward.method.feedback.rules.reasons import (
    offers_a_talk,
    offers_feedback,
    reasons_in,
)

OFFERS = [
    "I'd be glad to go through your interview with you if it would help, just ring me.",
    "If it would help to talk through your application, give me a ring.",
    "Happy to talk you through your trial shift any afternoon.",
    "I am very willing to run over your test with you.",
    "Wenn Sie möchten, gehe ich Ihr Gespräch noch einmal mit Ihnen durch, rufen Sie mich einfach an.",
    "Gern gehe ich das Vorstellungsgespräch mit Ihnen durch.",
    "Gerne bespreche ich mit Ihnen Ihre Bewerbung noch einmal durch.",
    "Je reviendrai volontiers sur votre entretien avec vous, appelez-moi.",
    "Je suis disponible pour reprendre avec vous votre entretien.",
    "Con mucho gusto repaso la entrevista con usted, llámeme.",
    "Encantada de repasar contigo tu candidatura.",
    "Ripercorro volentieri il colloquio con Lei, mi chiami pure.",
    "Rivedrei con piacere con te la tua prova.",
    "Ik loop het gesprek graag met u door, bel me gerust.",
    "Graag neem ik met u het gesprek door.",
    "Chętnie omówię z Panią przebieg rozmowy, proszę zadzwonić.",
    "Chętnie omówimy rozmowę z Panem.",
    "Terei todo o gosto em rever a sua entrevista consigo, ligue-me.",
    "Com muito gosto falo consigo sobre a sua candidatura.",
    "Jag går gärna igenom intervjun med dig, ring mig bara.",
    "Jag pratar gärna om din ansökan med dig.",
    "Görüşmenizi sizinle birlikte değerlendirebiliriz, beni arayın.",
]
OTHERS = [
    "We will go through your application and ring you next week.",
    "At the interview we went through your CV with you.",
    "Please ring me if you have questions about your data.",
    "We would be glad to go through your application again if you apply for another role.",
    "Happy to talk about other roles, just ring me.",
    "If another post comes up we would be glad to talk to you.",
    "I was glad to meet you and to talk with you on Thursday.",
    "We are not able to give feedback, and cannot go through your interview with you.",
    "Gern gehen wir Ihre Bewerbung bei der nächsten Stelle noch einmal durch.",
    "Rufen Sie mich an, wenn Sie die Unterlagen abholen möchten.",
    "Gern hätten wir mit Ihnen zusammengearbeitet.",
    "Nous reviendrons vers vous si un autre poste se libère.",
    "J'ai été ravie de notre entretien et vous souhaite bonne chance.",
    "Con gusto tendremos en cuenta su candidatura.",
    "Terremo volentieri la Sua candidatura per altre posizioni.",
    "Bel ons gerust als u vragen heeft over uw gegevens.",
    "We bewaren uw sollicitatie graag.",
    "Chętnie rozpatrzymy Pani aplikację ponownie.",
    "Com gosto guardamos a sua candidatura.",
    "Vi sparar gärna din ansökan.",
    "Görüşmeniz için teşekkür ederiz, başvurunuzu saklayacağız.",
]


@pytest.mark.parametrize("text", OFFERS)
def test_an_offer_to_talk_it_through_is_known(text: str) -> None:
    text = f"Dear Robin,\n\nwe chose another.\n\n{text}\n\nKim"
    assert offers_feedback(text)
    assert offers_a_talk(text)


@pytest.mark.parametrize("text", OTHERS)
def test_other_words_of_a_talk_or_a_call_offer_none(text: str) -> None:
    assert not offers_a_talk(f"Dear Robin,\n\nwe chose another.\n\n{text}\n\nKim")


def test_feedback_to_whoever_rings_is_a_talk_and_by_mail_is_none() -> None:
    assert offers_a_talk(
        "We chose another. If you would like feedback, give me a call."
    )
    assert offers_a_talk("We chose another. I am happy to give you feedback. Ring me.")
    assert not offers_a_talk("If you would like feedback, please reply to this mail.")


def test_the_offer_is_no_reason() -> None:
    text = (
        "Dear Ruth,\n\nPete was very taken with your soup. The other lady has run a hospice "
        f"kitchen before and that swung it. {OFFERS[0]}\n\nAlison"
    )
    told = [said.text for said in reasons_in(text)]
    assert any("hospice" in each for each in told)
    assert not any("ring me" in each for each in told)


@pytest.mark.parametrize("formality", Formality)
@pytest.mark.parametrize("language", Language)
def test_the_draft_says_yes_and_asks_when(
    language: Language, formality: Formality
) -> None:
    voice = Voice(Reached.INTERVIEW, language, formality, was_offered=True)
    voice = replace(voice, was_offered_a_talk=True)
    words = language_file(language)[formality.value]
    body = write_draft(voice, facts=Facts("Alison Preece", me="Robin")).body
    assert body.split("\n\n")[2] == words["take_up_talk"]
    assert words["take_up_talk"].endswith("?")
    assert words["way_out"] not in body
    assert body.count("?") == 1
