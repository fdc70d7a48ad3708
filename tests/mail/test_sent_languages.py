"""Own mail in Polish, Portuguese, Swedish and Turkish: what it means."""

from __future__ import annotations

import pytest

from onward.mail.rules.talks.offer_answer import offer_answer
from onward.mail.rules.talks.own_mail import SentMeaning
from tests.mail.test_french_sent import meaning, own


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Ogłoszenie o pracę",
            "Dzień dobry,\n\nprzesyłam swoje CV, może się Państwu przyda.",
        ),
        (
            "Praca w piekarni",
            "Czy szukają Państwo kogoś do pomocy? W załączniku życiorys.",
        ),
        ("Anúncio de 4 de maio", "Bom dia, envio em anexo o meu currículo."),
        ("Vaga na oficina", "Gostaria de me candidatar. Seguem o CV e a carta."),
        ("Tjänsten som vaktmästare", "Hej! Jag skickar min ansökan och mitt CV."),
        ("Ert annonserade jobb", "Jag är intresserad av jobbet. CV bifogas."),
        ("Garson ilanı", "Merhaba, özgeçmişimi ekte gönderiyorum."),
        ("İlanınız", "İlanınıza başvurmak isterim, CV ektedir."),
    ],
)
def test_an_application_is_one(subject: str, text: str) -> None:
    assert meaning(own(subject, text), is_in_thread=False) is SentMeaning.APPLIED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Po namyśle rezygnuję z udziału w rekrutacji.", "withdrawal"),
        ("Proszę o wycofanie mojej kandydatury.", "withdrawal"),
        ("Czego zabrakło w mojej rozmowie?", "feedback_asked"),
        ("Co mogłabym zrobić inaczej następnym razem?", "feedback_asked"),
        ("Na jakim etapie jest rekrutacja?", "follow_up"),
        ("Dziękuję, będę w czwartek o ósmej.", "sent"),
        ("Depois de pensar, decidi não prosseguir.", "withdrawal"),
        ("Em que poderia melhorar para a próxima?", "feedback_asked"),
        ("Já há alguma decisão?", "follow_up"),
        ("Obrigada, lá estarei na quinta às oito.", "sent"),
        ("Därför avstår jag från att gå vidare.", "withdrawal"),
        ("Får jag fråga vad som avgjorde?", "feedback_asked"),
        ("Har ni hunnit fatta något beslut?", "follow_up"),
        ("Tack, då ses vi på torsdag klockan åtta.", "sent"),
        ("Düşündüm, süreçten çekilmek istiyorum.", "withdrawal"),
        ("Hangi konularda kendimi geliştirmeliyim?", "feedback_asked"),
        ("Bir karar verildi mi acaba?", "follow_up"),
        ("Teşekkürler, perşembe saat sekizde oradayım.", "sent"),
    ],
)
def test_what_an_answer_means(text: str, expected: str) -> None:
    assert meaning(own("Re: x", text, files=()), is_in_thread=True) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dziękuję za zaufanie, jednak wybrałam innego pracodawcę.",
        "Bardzo mi przykro, ale muszę z niej zrezygnować.",
        "Zdecydowałem się na inną propozycję.",
    ],
)
def test_an_offer_is_turned_down_in_polish(text: str) -> None:
    found = offer_answer(text)
    assert found is not None
    assert not found.accepts


@pytest.mark.parametrize(
    "text",
    ["Muszę jeszcze zrezygnować z mieszkania.", "Czy mogę odpowiedzieć w piątek?"],
)
def test_what_answers_no_offer_in_polish(text: str) -> None:
    assert offer_answer(text) is None
