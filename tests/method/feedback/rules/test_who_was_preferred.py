"""Who was taken instead, and what for: said of the other, it is still the reason."""

from __future__ import annotations

import pytest

from onward.method.feedback.rules.reasons import reasons_in

FRENCH = "Nous sommes au regret de ne pas pouvoir donner une suite favorable. "
ENGLISH = "Unfortunately we cannot offer you the job. "
GERMAN = "Leider müssen wir Ihnen absagen. "


@pytest.mark.parametrize(
    ("before", "reason"),
    [
        (FRENCH, "Nous avons retenu une candidate dont l'expérience de la DSN et de Silae est plus récente."),
        (FRENCH, "Nous avons choisi une autre personne, dont l'expérience de la DSN est plus récente."),
        (FRENCH, "Notre choix s'est porté sur un candidat titulaire de la fonction publique."),
        (FRENCH, "Votre situation ne répond pas aux conditions statutaires requises pour cet emploi."),
        (FRENCH, "Votre candidature ne répondant pas aux conditions statutaires, nous ne pouvons la retenir."),
        (FRENCH, "Nous avons privilégié un profil plus junior, avec une marge d'évolution plus importante."),
        (FRENCH, "Nous avons retenu un profil plus expérimenté."),
        (FRENCH, "Nous cherchions quelqu'un de plus jeune."),
        (ENGLISH, "We chose a candidate whose experience with Sage is more recent."),
        (GERMAN, "Wir haben uns für eine Bewerberin entschieden, deren Erfahrung mit DATEV aktueller ist."),
    ],
)  # fmt: skip
def test_what_the_other_had_is_kept(before: str, reason: str) -> None:
    assert [said.text for said in reasons_in(before + reason)] == [reason]


@pytest.mark.parametrize(
    "text",
    [
        FRENCH + "Nous avons retenu une autre candidature.",
        FRENCH
        + "Nous avons retenu une candidate dont le profil correspond davantage à nos attentes.",
        FRENCH
        + "Nous avons retenu un candidat dont le parcours est plus en adéquation avec nos attentes.",
        FRENCH + "Votre candidature ne répond pas à nos attentes.",
        ENGLISH
        + "We chose a candidate whose experience in the field more closely matches our needs.",
        GERMAN
        + "Wir haben uns für eine Bewerberin entschieden, deren Erfahrung in diesem Bereich noch besser zu unseren Anforderungen passt.",
    ],
)
def test_what_any_no_could_say_is_not(text: str) -> None:
    assert reasons_in(text) == ()


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("fr", "Notre choix s'est finalement porté sur un candidat dont le français est la langue maternelle."),
        ("fr", "Le choix s'est porté sur une candidate de langue maternelle allemande."),
        ("de", "Wir haben uns für einen Kandidaten mit Muttersprache Französisch entschieden."),
        ("it", "Abbiamo scelto un candidato di madrelingua francese."),
        ("en", "We chose a candidate whose first language is French."),
        ("nl", "We hebben gekozen voor iemand met Frans als moedertaal."),
        ("es", "Hemos elegido a una persona cuya lengua materna es el francés."),
        ("pt", "Escolhemos uma pessoa cuja língua materna é o francês."),
        ("sv", "Vi valde en person med franska som modersmål."),
        ("pl", "Wybraliśmy osobę, dla której francuski jest językiem ojczystym."),
        ("tr", "Ana dili Fransızca olan bir adayı seçtik."),
    ],
)  # fmt: skip
def test_the_others_first_language_is_a_reason(language: str, reason: str) -> None:
    assert [said.text for said in reasons_in(reason, language=language)] == [reason]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "J'espère que vous ne m'en voudrez pas et vous souhaite bonne continuation."),
        ("fr", "Nous vous souhaitons une bonne continuation dans vos recherches."),
        ("fr", "Quelle est votre langue maternelle ?"),
        ("de", "Bitte geben Sie Ihre Muttersprache an."),
        ("de", "Unser Formular gibt es auch in Ihrer Muttersprache."),
        ("de", "Ich hoffe, Sie nehmen es mir nicht übel, und wünsche Ihnen alles Gute."),
        ("en", "What is your first language?"),
        ("en", "I hope you won't hold it against us and wish you well."),
        ("it", "Indichi la Sua madrelingua."),
        ("it", "Spero che non me ne voglia e Le auguro il meglio."),
        ("nl", "Wat is uw moedertaal?"),
    ],
)  # fmt: skip
def test_a_kind_word_or_a_question_of_language_is_none(
    language: str, text: str
) -> None:
    assert reasons_in(text, language=language) == ()
