"""What an employer still needs is asked for; that nothing more is needed asks for nothing, and is no no."""

from __future__ import annotations

import pytest

from onward.mail.rules.types import Verdict
from onward.mail.rules.verdicts.classify import classify
from tests.mail.rules.letters import make_message

SUBJECT = "Your application as Office Assistant"


@pytest.mark.parametrize(
    "text",
    [
        "Dear Robin, thank you for your application. I still need your CV and references before we can go on. Kind regards, Tess",
        "Guten Tag, vielen Dank für Ihre Bewerbung. Für die weitere Bearbeitung fehlt uns noch Ihr Arbeitszeugnis. Freundliche Grüße",
        "Gentile Robin, abbiamo ricevuto la candidatura. Ci mancano ancora i certificati: può inviarceli? Grazie",
        "Estimada Robin: hemos recibido su solicitud, pero nos falta la vida laboral. ¿Podría enviárnosla? Gracias",
        "Merhaba Robin, başvurunuz için teşekkürler. Özgeçmişinize ve diplomanıza hâlâ ihtiyacımız var. Saygılar",
        "Sayın Robin, başvurunuzu aldık. Eksik olan referanslarınızı bize iletebilir misiniz? Saygılarımızla",
        "Bonjour Robin, merci pour votre candidature. Il me manque encore votre CV et vos diplômes. Cordialement",
        "Hallo Robin, bedankt voor je sollicitatie. Ik mis nog je cv en diploma's. Groet, Tess",
        "Olá Robin, obrigada pela tua candidatura. Ainda preciso do teu currículo e dos certificados. Cumprimentos",
        "Dzień dobry, dziękuję za zgłoszenie. Potrzebuję jeszcze Pani CV i dyplomu. Pozdrawiam",
        "Hej Robin, tack för din ansökan. Jag behöver fortfarande ditt cv och dina betyg. Hälsningar",
        "Gentile Robin, grazie per la sua candidatura. Ci servono ancora i certificati e il suo curriculum. Cordiali saluti",
    ],
)  # fmt: skip
def test_papers_that_are_still_missing_are_asked_for(text: str) -> None:
    assert classify(make_message(SUBJECT, text)).verdict is Verdict.INFORMATION_REQUEST


@pytest.mark.parametrize(
    "text",
    [
        "Buongiorno, non ci serve ancora il certificato: la aggiorniamo la prossima settimana sulla candidatura.",
        "Buongiorno, grazie della candidatura. Ci serve ancora tempo per valutare i documenti.",
        "Buongiorno, la candidatura è completa, non ci servono altri documenti.",
        "Dzień dobry, dziękujemy za zgłoszenie. Potrzebujemy jeszcze trochę czasu na sprawdzenie dokumentów.",
        "Merhaba, başvurunuz alındı. Belgelerinizi incelemek için zamana ihtiyacımız var.",
        "Merhaba Robin, başvurunuz alındı. Belgelerinizi değerlendirmek için birkaç güne ihtiyacımız var.",
        "Dzień dobry, nie potrzebujemy jeszcze dokumentów, damy znać. Dziękujemy za zgłoszenie.",
        "Buongiorno, grazie della candidatura. Non abbiamo ancora bisogno dei documenti.",
        "Merhaba, başvurunuz için teşekkürler, ek belgeye ihtiyacımız yok.",
        "Hola, hemos recibido tu solicitud y tus documentos. Todavía necesitamos unos días para revisar los documentos.",
        "Hola, todavía no necesitamos ningún documento; gracias por tu candidatura.",
    ],
)  # fmt: skip
def test_what_needs_time_or_no_more_papers_asks_for_none(text: str) -> None:
    found = classify(make_message(SUBJECT, text)).verdict
    assert found in {Verdict.CONFIRMATION, Verdict.AMBIGUOUS}


def test_a_no_that_needs_no_more_papers_is_a_no() -> None:
    text = "Merhaba Robin, başvurunuz için teşekkürler. Başka belgeye ihtiyaç duyulmamaktadır, kadro doldu."
    assert classify(make_message(SUBJECT, text)).verdict is Verdict.REJECTION
