from __future__ import annotations

import pytest

from onward.mail.rules.verdicts.only_seen import is_only_seen


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "viewed your application"),
        ("en", "Your application was viewed"),
        ("en", "opened your application … Update on your application"),
        ("en", "has looked at the application you sent"),
        ("en", "Seen by employer"),
        ("de", "Ihre Bewerbung als Lagerist wurde von Nordlicht GmbH angesehen"),
        ("de", "deine Bewerbung als Lagerist gelesen"),
        ("fr", "Votre candidature au poste de cuisinier a été consultée"),
        ("es", "ha visto tu candidatura"),
        ("it", "visualizzato la tua candidatura"),
        ("pt", "visualizou a sua candidatura"),
        ("nl", "Je sollicitatie is bekeken"),
        ("pl", "wyświetlił Twoją aplikację"),
        ("sv", "läst din ansökan"),
        ("tr", "Başvurunuz görüntülendi"),
    ],
)
def test_word_that_it_was_looked_at_is_told_in_each_language(
    language: str, words: str
) -> None:
    assert is_only_seen(words, language=language)
    assert is_only_seen(words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "We have received your application … Thank you for applying"),
        ("en", "We received your application and have read it"),
        ("en", "Your application will be read by the team"),
        ("en", "Thank you for your application, which I have read"),
        ("en", "Your application was sent to Quarry Labs"),
        ("de", "Ihre Bewerbung ist eingegangen und wurde gelesen"),
        ("de", "Ihre Bewerbung wird von uns gelesen"),
        ("fr", "Nous avons bien reçu votre candidature"),
        ("fr", "Votre candidature sera lue avec soin"),
        ("es", "Hemos recibido tu candidatura … será vista"),
        ("it", "abbiamo ricevuto e letto la sua candidatura"),
        ("pt", "recebemos a sua candidatura"),
        ("nl", "je sollicitatie wordt gelezen"),
        ("pl", "otrzymaliśmy Twoją aplikację"),
        ("sv", "Tack för din ansökan, som vi har läst"),
        ("tr", "Başvurunuz alındı ve incelenecek"),
        ("", ""),
    ],
)
def test_a_receipt_tells_more(language: str, words: str) -> None:
    assert not is_only_seen(words, language=language)
