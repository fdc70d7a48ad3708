"""A psychologist's next hour, a coffee that a friend puts off, a choir's solos: no interview."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message

SENDER = "someone@mill-lane.example"


def read(subject: str, text: str) -> Verdict:
    return read_message(make_message(subject, text, sender=SENDER)).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Prossimo colloquio",
            "Gentile Robin, ci vediamo per il nostro colloquio lunedì 7 dicembre alle 18, al solito posto. Dott. Lino Faro, psicoterapeuta",
        ),
        (
            "Nächstes Gespräch",
            "Liebe Robin, unser nächstes Gespräch ist am Montag, 7. Dezember um 18 Uhr. Lina Fuchs, Psychologin",
        ),
        (
            "Prochain entretien",
            "Bonjour Robin, notre prochain entretien est fixé au lundi 7 décembre à 18h. Line Faure, psychothérapeute",
        ),
        (
            "Próxima entrevista",
            "Hola Robin: nuestra próxima entrevista es el lunes 7 de diciembre a las 18:00. Lina Fuentes, psicóloga",
        ),
        (
            "Próxima entrevista",
            "Olá Robin, a nossa próxima entrevista é na segunda-feira, 7 de dezembro, às 18h. Lina Faria, psicóloga",
        ),
        (
            "Volgend gesprek",
            "Beste Robin, ons volgende gesprek is op maandag 7 december om 18.00 uur. Lien Faas, psychotherapeut",
        ),
        (
            "Rozmowa",
            "Dzień dobry, nasza kolejna rozmowa w poniedziałek 7 grudnia o 18:00. Lena Fal, psychoterapeutka",
        ),
        (
            "Samtal",
            "Hej Robin, vårt nästa samtal är måndag 7 december kl. 18. Lina Falk, psykolog",
        ),
        (
            "Görüşme",
            "Merhaba Robin, bir sonraki görüşmemiz 7 Aralık Pazartesi saat 18.00'de. Leyla Fidan, psikolog",
        ),
        (
            "sabato",
            "Robin, sabato sono presa, spostiamo l'aperitivo a domenica alle 18? Turno al lavoro. L.",
        ),
        (
            "sábado",
            "Robin, el sábado no puedo, ¿dejamos la cena para el domingo a las 21? Turno en el trabajo. L.",
        ),
        (
            "sábado",
            "Robin, sábado não posso, mudamos o jantar para domingo às 20? Turno no trabalho. L.",
        ),
        (
            "sobota",
            "Robin, w sobotę nie dam rady, przesuniemy kolację na niedzielę o 19? Mam dyżur w pracy. L.",
        ),
        (
            "lördag",
            "Robin, jag kan inte på lördag, ska vi flytta middagen till söndag kl. 18? Jobbar. L.",
        ),
        (
            "cumartesi",
            "Robin, cumartesi gelemiyorum, yemeği pazar saat 19'a alalım mı? Nöbetim var. L.",
        ),
        (
            "Solisti di Pasqua",
            "Cari coristi, abbiamo scelto i solisti: Ugo e Ivo. Grazie a chi si era proposto, ci vediamo alle prove giovedì 3 dicembre alle 21.",
        ),
        (
            "Solistler",
            "Sevgili koristler, solistleri seçtik: Ali ve Can. Teşekkürler, 3 Aralık Perşembe 21.00'de provada görüşürüz.",
        ),
    ],
)
def test_private_life_is_no_interview(subject: str, text: str) -> None:
    assert read(subject, text) is Verdict.OTHER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Colloquio",
            "Gentile Robin, la invitiamo a un colloquio per la posizione di segretaria lunedì 7 dicembre alle 10. Dott. Lino Faro, psicologo",
        ),
        (
            "R: Candidatura segreteria",
            "Le confermo il nostro colloquio di lunedì 7 dicembre alle 10. Dott.ssa Lina Faro, psicologa",
        ),
        (
            "Vorstellungsgespräch",
            "Guten Tag, danke für Ihre Bewerbung. Ich lade Sie zum Gespräch am Montag, 7. Dezember um 10 Uhr ein. Lina Fuchs, Psychologin",
        ),
        (
            "Entretien",
            "Votre candidature nous intéresse : entretien lundi 7 décembre à 10h. Line Faure, psychologue",
        ),
        (
            "Colloquio",
            "Possiamo spostare il colloquio a giovedì alle 11? Le offro il caffè. Ho letto il suo curriculum con piacere.",
        ),
    ],
)
def test_a_practice_that_hires_still_invites(subject: str, text: str) -> None:
    assert read(subject, text) is Verdict.INTERVIEW
