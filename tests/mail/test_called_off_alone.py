"""A talk that is called off without a new time, among kind words, known or not: never a new one, and no win."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.payload import Outcome
from onward.applications.services import rounds_of
from onward.mail.rules.appointments.rearranging import Turn, turn_of
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from onward.people.models import Person
from tests.mail.own_story import ME, THEM, import_story, raw
from tests.mail.rules.letters import make_message
from tests.mail.test_asked_to_move import BEFORE, talk

INVITED = "Dear Robin,\n\nWe would like to meet you for an interview for the Night Porter position on Sunday 8 March at 10:00 at our centre.\n\nKim Alder"
AGREED = "Dear Kim,\n\nSunday at 10:00 is fine, thank you.\n\nRobin"

OFF = [
    "Very sorry, I need to cancel our chat on Sunday: the owner is in hospital. I'll be in touch as soon as she is out. You're still in the running.",
    "Our interview on Sunday won't take place, the manager has broken a leg. You will hear from me once he is back.",
    "I have to call off our meeting on Sunday, we are all ill. Nothing changes about your application, and I'll be in touch.",
]


@pytest.mark.django_db
@pytest.mark.parametrize("text", OFF)
def test_kind_words_around_it_make_a_known_talk_no_less_off(
    owner: Person, tmp_path: Path, text: str
) -> None:
    said = f"Hi Robin,\n\n{text}\n\nKim"
    import_story(owner, tmp_path, [*BEFORE, *talk((INVITED, AGREED, said))])
    (found,) = rounds_of(owner, Application.objects.get())
    assert found.outcome is Outcome.CANCELLED


@pytest.mark.django_db
def test_a_talk_of_which_all_that_is_known_is_that_it_is_off_is_told_so(
    owner: Person, tmp_path: Path
) -> None:
    off = raw(
        number=9,
        sender=THEM,
        to=ME,
        subject="Re: Interview for Night Porter",
        text=f"Hi Robin,\n\n{OFF[0]}\n\nKim",
    )
    import_story(owner, tmp_path, [*BEFORE, off])
    (event,) = Event.objects.filter(kind="interview")
    assert event.payload["outcome"] == Outcome.CANCELLED


@pytest.mark.django_db
def test_a_talk_that_is_first_heard_of_as_put_off_is_told_so(
    owner: Person, tmp_path: Path
) -> None:
    off = raw(
        number=9,
        sender=THEM,
        to=ME,
        subject="Re: Interview for Night Porter",
        text="Hi Robin,\n\nour interview had to be postponed, we will send you a new date.\n\nKim",
    )
    import_story(owner, tmp_path, [*BEFORE, off])
    (event,) = Event.objects.filter(kind="interview")
    assert event.payload["outcome"] == Outcome.MOVED


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "R: Colloquio",
            "Purtroppo l'incontro di martedì salta, il titolare è in ospedale. Mi faccio vivo io.",
        ),
        (
            "AW: Gespräch",
            "Leider muss ich unser Gespräch am Montag absagen, wir sind alle krank. Ich melde mich. Sie sind weiter im Rennen.",
        ),
        (
            "RE: Entretien",
            "Je dois annuler notre entretien de lundi, ma collègue est malade. Je reviens vers vous. Vous êtes toujours en lice.",
        ),
        (
            "RE: Entrevista",
            "Tengo que anular la entrevista del lunes, la jefa está enferma. Me pondré en contacto. Sigue usted en el proceso.",
        ),
        (
            "RE: Entrevista",
            "A reunião de segunda fica sem efeito, o gerente está doente. Entrarei em contacto. Continua na corrida.",
        ),
        (
            "RE: Gesprek",
            "Ik moet ons gesprek van maandag afzeggen, de chef is ziek. Ik neem weer contact op. Je bent nog in de race.",
        ),
        (
            "Odp: Rozmowa",
            "Muszę odwołać poniedziałkową rozmowę, szefowa jest chora. Skontaktuję się z Panią. Nadal bierze Pani udział w rekrutacji.",
        ),
        (
            "SV: Intervju",
            "Jag måste ställa in vår intervju på måndag, chefen är sjuk. Jag återkommer. Du är fortfarande med i processen.",
        ),
        (
            "Ynt: Görüşme",
            "Pazartesi günkü görüşmemizi iptal etmek zorundayım, müdürümüz hasta. Size döneceğim. Hâlâ adaylar arasındasınız.",
        ),
    ],
)
def test_so_it_is_in_the_other_languages(subject: str, text: str) -> None:
    assert turn_of(subject=subject, text=text) is Turn.CANCELLED
    reading = read_message(make_message(subject, text), is_known=True)
    assert reading.verdict is Verdict.INTERVIEW


RECEIPTS = [
    "Thank you for your application for Night Porter. We have received it. Interviews planned for this week had to be moved to April.",
    "Thank you for your application, we have received it. All interviews this week are cancelled.",
    "Vielen Dank für Ihre Bewerbung, sie ist eingegangen. Die Gespräche wurden auf März verschoben.",
    "Nous avons bien reçu votre candidature. Les entretiens ont été reportés au mois de mars.",
    "Abbiamo ricevuto la sua candidatura. Chi salta il colloquio è escluso.",
    "Hemos recibido su candidatura. Las entrevistas del lunes se han cancelado.",
]
# In these a rule takes the talk for an invitation where who writes is known.
BY_STRANGERS = [
    "Recebemos a sua candidatura. As entrevistas de segunda foram adiadas para março.",
    "We hebben je sollicitatie ontvangen. De gesprekken van maandag zijn verplaatst naar maart.",
    "Otrzymaliśmy Pani aplikację. Rozmowy zostały przesunięte na marzec.",
    "Vi har tagit emot din ansökan. Intervjuerna på måndag har flyttats till mars.",
    "Başvurunuzu aldık. Görüşmeler mart ayına ertelendi.",
]


@pytest.mark.parametrize(
    ("text", "is_known"),
    [
        *((text, False) for text in [*RECEIPTS, *BY_STRANGERS]),
        *((text, True) for text in RECEIPTS),
    ],
)
@pytest.mark.parametrize("subject", ["Your application", "Re: Your application"])
def test_a_receipt_that_moves_the_talks_of_all_is_no_talk(
    text: str, subject: str, *, is_known: bool
) -> None:
    reading = read_message(make_message(subject, text), is_known=is_known)
    assert reading.verdict is not Verdict.INTERVIEW


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("Purtroppo l'incontro di martedì salta.", Turn.CANCELLED),
        ("Il nostro colloquio è saltato, la ricontatto.", Turn.CANCELLED),
        ("Chi salta il colloquio è escluso.", Turn.NONE),
        ("Se salta il colloquio perde il posto.", Turn.NONE),
        ("Chi dopo il colloquio salta la prova è escluso.", Turn.NONE),
    ],
)
def test_in_italian_it_is_the_talk_that_falls_out(text: str, turn: Turn) -> None:
    assert turn_of(subject="R: Colloquio", text=text) is turn


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for applying. We have received your application. If you need to cancel an interview later, use the link.",
        "Thank you, your application has arrived. I'll be in touch once the owner is back.",
    ],
)
def test_a_receipt_that_calls_nothing_off_is_no_talk(text: str) -> None:
    found = read_message(make_message("Re: Desk", text)).verdict
    assert found is not Verdict.INTERVIEW


def test_a_jump_to_the_eye_calls_nothing_off() -> None:
    text = "Nel colloquio di martedì la sua esperienza salta agli occhi."
    assert turn_of(subject="R: Colloquio", text=text) is Turn.NONE
