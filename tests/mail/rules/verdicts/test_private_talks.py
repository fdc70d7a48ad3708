"""A choir's solos are no interview; a therapist, and a coffee that is put off, hide none."""

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
            "Solisti di Pasqua",
            "Cari coristi, abbiamo scelto i solisti: Ugo e Ivo. Grazie a chi si era proposto, ci vediamo alle prove giovedì 3 dicembre alle 21.",
        ),
        (
            "Solistler",
            "Sevgili koristler, solistleri seçtik: Ali ve Can. Teşekkürler, 3 Aralık Perşembe 21.00'de provada görüşürüz.",
        ),
    ],
)
def test_who_sings_in_a_choir_has_no_interview(subject: str, text: str) -> None:
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


HIRING = {Verdict.INTERVIEW, Verdict.AMBIGUOUS}


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Trial shift",
            "Hi Robin, we would like to see you for a trial shift as massage therapist on Monday at 10:00. Kim",
        ),
        (
            "Monday",
            "Dear Robin, we would like to invite you to an interview on Monday at 10:00. Regards, Kim, beauty therapist",
        ),
        (
            "Entretien",
            "Bonjour, nous vous proposons un entretien avec la directrice et la psychologue de la crèche lundi 7 décembre à 10h.",
        ),
        (
            "Colloquio",
            "La convochiamo per un colloquio conoscitivo lunedì alle 10:00. Dott.ssa Bianchi, psicologa",
        ),
        (
            "Hospitation",
            "Wir laden Sie zu einer Hospitation am 7. Dezember um 9:00 Uhr ein. Empfangen wird Sie unsere Therapeutin Frau Kurz.",
        ),
        (
            "Rozmowa",
            "Zapraszamy na rozmowę w poniedziałek o 10:00 z dyrektorką i psycholog szkolną.",
        ),
        (
            "Entrevista",
            "Le invitamos a una entrevista el lunes a las 10:00 con la directora y la psicóloga del centro.",
        ),
        (
            "Gesprek",
            "We nodigen u uit voor een gesprek op maandag om 10.00 uur met onze psycholoog en de teamleider.",
        ),
    ],
)
def test_a_psychologist_or_therapist_hides_no_invitation(
    subject: str, text: str
) -> None:
    assert read(subject, text) in HIRING


@pytest.mark.parametrize(
    ("subject", "text", "verdict"),
    [
        (
            "Concorso pubblico",
            "Siamo spiacenti di comunicarle che non è ammessa alle prove orali del concorso.",
            Verdict.REJECTION,
        ),
        (
            "Concorso",
            "Lei è stato ammesso alle prove successive della selezione, che si terranno il 12 marzo alle 9.",
            None,
        ),
        (
            "Concorso pubblico per infermieri",
            "Gentile candidata, è convocata alle prove del 12 marzo alle ore 9 presso la sede. L'ufficio concorsi",
            None,
        ),
        (
            "Rozmowa",
            "Zapraszamy na rozmowę w poniedziałek o 10:00 w Filharmonii, sala chóru.",
            None,
        ),
    ],
)
def test_a_competition_or_a_hall_is_no_choir(
    subject: str, text: str, verdict: Verdict | None
) -> None:
    found = read(subject, text)
    assert found is verdict if verdict else found is not Verdict.OTHER
