from __future__ import annotations

import pytest

from onward.mail.rules.talks.feedback_taken import takes_feedback


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your kind words. I'd be glad of a call, any evening.",
        "I would love to hear what the panel thought.",
        "Yes please, Thursday after four is good.",
        "May I take you up on that? Friday suits me.",
        "Please call me any time this week.",
        "A short chat would be very welcome.",
        "Vielen Dank, über einen Anruf würde ich mich freuen.",
        "Ihr Angebot nehme ich gern an, Freitag ab 15 Uhr.",
        "Merci. J'accepte volontiers votre proposition.",
        "Gracias, me gustaría hablar el viernes.",
        "Grazie, accetto volentieri una telefonata venerdì.",
        "Obrigada, aceito com gosto a chamada na sexta.",
        "Dank u, een telefoontje zou ik fijn vinden.",
        "Dziękuję, chętnie porozmawiam w piątek.",
        "Tack, jag tar gärna ett samtal på fredag.",
        "Teşekkürler, cuma günü görüşmekten memnun olurum.",
    ],
)
def test_a_talk_about_a_no_is_taken_up(text: str) -> None:
    assert takes_feedback(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thank you for telling me. All the best to the team.",
        "Thank you, there is no need to call.",
        "I would be glad to talk about other roles.",
        "I would be happy to hear from you if anything comes up.",
        "I enjoyed our conversation and wish you well.",
        "Thanks for being so straight, and for the feedback.",
        "Danke für Ihre Rückmeldung.",
        "Vielen Dank für die freundliche Rückmeldung, alles Gute.",
        "Je vous suis reconnaissante de votre retour.",
        "Le agradezco sus comentarios.",
        "Sono grata per il riscontro.",
        "Agradeço o retorno.",
        "Danke für das Gespräch, es war sehr nett.",
        "Ich freue mich, wenn Sie künftig an mich denken, gern per Anruf.",
        "Merci pour cet échange.",
        "Gracias por la llamada.",
        "Grazie della telefonata.",
        "Obrigada pela conversa.",
        "Bedankt voor het gesprek.",
        "Dziękuję za rozmowę.",
        "Tack för samtalet.",
        "Görüşme için teşekkürler.",
    ],
)
def test_thanks_and_wishes_for_later_take_nothing_up(text: str) -> None:
    assert not takes_feedback(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you, yes please do keep my details.",
        "Yes please, keep me on your list.",
        "Yes, please let me know if something comes up.",
    ],
)
def test_that_papers_are_kept_is_no_wish_for_a_talk(text: str) -> None:
    assert not takes_feedback(text)
