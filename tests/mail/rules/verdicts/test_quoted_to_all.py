"""Letters to many that quote a no or are about one, and what such a letter tells its reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, NOT_HIRING, Address, Message, Verdict
from tests.mail.rules.letters import make_message

_LISTED = {
    "list-unsubscribe": "<https://larknest.example/u>",
    "precedence": "bulk",
}
_COLUMN = Address("Lark Nest Weekly", "hello@careerlark.example")
_FIRM = Address("Lark Health", "no-reply@larkhealth.example")
_SYSTEM = Address("Lark Health", "no-reply@greenhouse-mail.io")


def _letter(
    subject: str,
    text: str,
    *,
    sender: Address,
    headers: Mapping[str, str] = _LISTED,
) -> Message:
    return replace(make_message(subject, text), sender=sender, headers=headers)


_COLUMNS = [
    (
        "“We went with another candidate”: what it really means",
        'You opened the email. "We have decided to move forward with other candidates." Now '
        "what? Five things to do the day after a rejection.\n\nUnsubscribe",
    ),
    (
        'What to say after "we chose another candidate"',
        "Five replies that keep the door open, and two that do not.\n\nUnsubscribe",
    ),
    (
        '"Unfortunately, we will not be moving forward"',
        "What recruiters mean, and what you can do next. Read the column.",
    ),
    (
        "This week",
        'Our column this week: "we went with another candidate" and how to live with it.',
    ),
    (
        "What to say when they chose another candidate",
        "Five replies that keep the door open.\n\nUnsubscribe",
    ),
    (
        '"We would like to invite you to an interview": how to answer',
        "Three replies recruiters like.",
    ),
    (
        "„Wir haben uns für jemand anderen entschieden“: was das wirklich bedeutet",
        "Sie öffnen die Mail. „Leider müssen wir Ihnen absagen.“ Und jetzt? Fünf Tipps für den "
        "Tag danach.\n\nAbbestellen",
    ),
    (
        "« Nous avons retenu un autre candidat » : que répondre ?",
        "Vous ouvrez le courriel. « Votre profil n'a pas été retenu. » Et maintenant ? Cinq "
        "conseils.\n\nSe désabonner",
    ),
    (
        "«Hemos elegido a otro candidato»: qué responder",
        "Cinco respuestas que dejan la puerta abierta.\n\nDarse de baja",
    ),
    (
        "«Abbiamo scelto un altro candidato»: cosa rispondere",
        "Cinque risposte per lasciare la porta aperta.",
    ),
    (
        '"We hebben voor een andere kandidaat gekozen": wat zeg je dan?',
        "Vijf antwoorden die de deur open houden.",
    ),
    (
        "„Wybraliśmy innego kandydata”: co odpowiedzieć",
        "Pięć porad na dzień po odmowie.",
    ),
    (
        "«Escolhemos outro candidato»: o que responder",
        "Cinco respostas que deixam a porta aberta.",
    ),
]


@pytest.mark.parametrize(("subject", "text"), _COLUMNS)
def test_what_a_column_quotes_is_told_to_nobody(subject: str, text: str) -> None:
    letter = _letter(subject, text, sender=_COLUMN)
    assert read_message(letter).verdict in NOT_HIRING


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "”Vi har valt en annan kandidat”: vad svarar man?",
            "Fem tips för dagen efter.",
        ),
        ('"Başka bir adayla devam ediyoruz": ne demeli?', "Beş öneri."),
    ],
)
def test_a_column_tells_no_no_in_any_language(subject: str, text: str) -> None:
    letter = _letter(subject, text, sender=_COLUMN)
    assert read_message(letter).verdict not in ENDINGS


_NOES = [
    (
        "Your application to Lark Health",
        "Hi Ida,\n\nThank you for your interest in the Billing Clerk role. We have decided to "
        "move forward with other candidates.\n\nLark Health",
    ),
    (
        "Update on your application",
        "Hi Ida,\n\nThe status of your application for Billing Clerk has been changed to "
        '"Not selected".\n\nLark Health',
    ),
    (
        "Update on your application",
        'Hi Ida,\n\nYour application for "Billing Clerk" was not successful. We chose another '
        "candidate.\n\nLark Health",
    ),
    (
        "Update",
        'Hi Ida,\n\nThank you for applying. We chose another candidate for "Billing Clerk".\n\n'
        "Lark Health",
    ),
    (
        'About "Billing Clerk"',
        'Hi Ida,\n\nThank you for applying. The position "Billing Clerk" has been filled.\n\n'
        "Lark Health",
    ),
    (
        'Your application for the "Billing Clerk" position',
        "Hi Ida,\n\nunfortunately we will not be moving forward with your application for the "
        '"Billing Clerk" position.\n\nLark Health',
    ),
    (
        "Thank you for applying",
        "Hi Ida,\n\nUnfortunately we chose another candidate. As our founder says: "
        '"Every no brings you nearer to a yes."\n\nLark Health',
    ),
    (
        "What happens next",
        "Hi Ida,\n\nWe are sorry to tell you that you were not selected for the Billing Clerk "
        "role. Five tips for your search: www.larkhealth.example.\n\nLark Health",
    ),
    (
        "Ihre Bewerbung als „Sachbearbeiterin“",
        "Guten Tag,\n\nleider müssen wir Ihnen für die Stelle „Sachbearbeiterin“ absagen.\n\n"
        "Lark",
    ),
    (
        "Votre candidature « Comptable »",
        "Bonjour,\n\nnous sommes au regret de ne pas retenir votre candidature au poste "
        "« Comptable ».\n\nLark",
    ),
]


@pytest.mark.parametrize("sender", [_FIRM, _SYSTEM])
@pytest.mark.parametrize(("subject", "text"), _NOES)
def test_a_no_from_a_list_is_one(subject: str, text: str, sender: Address) -> None:
    assert read_message(_letter(subject, text, sender=sender)).verdict in ENDINGS


def test_a_status_in_a_systems_subject_is_told() -> None:
    subject = 'Application status: "No longer under consideration"'
    letter = _letter(subject, "Hi Ida,\n\nPlease sign in.", sender=_SYSTEM)
    assert read_message(letter).verdict in ENDINGS


def test_a_title_in_quotation_marks_leaves_an_invitation_one() -> None:
    letter = _letter(
        'Invitation to interview: "Billing Clerk"',
        "Hi Ida,\n\nWe would like to invite you to an interview on Thursday, November 12 at "
        "10:00 AM.\n\nLark Health",
        sender=_FIRM,
    )
    assert read_message(letter).verdict is Verdict.INTERVIEW


def test_what_one_person_quotes_is_read_as_before() -> None:
    text = (
        'Hi Ida,\n\nthank you for your application as Billing Clerk. The owners told me: "We '
        'chose another candidate." I am sorry.\n\nMo'
    )
    letter = _letter("Your application", text, sender=_FIRM, headers={})
    assert read_message(letter).verdict in ENDINGS


@pytest.mark.parametrize(
    ("subject", "text", "verdict"),
    [
        ("Ihre Bewerbung", "Guten Tag,\n\nGrund der Absage: „Stelle intern besetzt“.\n\nIhr Portal", Verdict.REJECTION),
        ("Application closed", 'Reason given by the employer: "Another candidate was selected". Your application for Billing Clerk is closed.', Verdict.REJECTION),
        ("Job update", 'The employer has updated the job "Billing Clerk" to "Position filled".', Verdict.REJECTION),
        ("Ihre Bewerbung", "Hiermit laden wir Sie zum „Vorstellungsgespräch“ am 3. September um 8 Uhr ein.", Verdict.INTERVIEW),
    ],
)  # fmt: skip
def test_what_a_portal_quotes_of_an_application_is_told(
    subject: str, text: str, verdict: Verdict
) -> None:
    portal = Address("Larkboard", "noreply@larkboard.example")
    assert read_message(_letter(subject, text, sender=portal)).verdict is verdict


def test_a_column_on_such_letters_tells_none_though_it_speaks_of_applications() -> None:
    letter = _letter(
        "Five things to do after a rejection",
        'Your application ended with "we have decided to move forward with other candidates". Now what?',
        sender=_COLUMN,
    )
    assert read_message(letter).verdict not in ENDINGS
