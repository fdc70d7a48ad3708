"""A talk that is off because the job went away: the job is over, and not the day alone."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message


def _verdict(subject: str, text: str) -> Verdict:
    message = make_message(subject, text, sender="Jo Roe <jo@larch.example>")
    return read_message(message, is_known=True).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Re: Kaffee", "Ich muss dir für morgen absagen. Unser Großkunde hat gekündigt und wir streichen die QA-Stelle ganz. Den Kaffee schulde ich dir trotzdem."),
        ("Ihr Gespräch am Dienstag", "Leider müssen wir das Gespräch am Dienstag absagen: Die Stelle wurde gestrichen."),
        ("Tomorrow's interview", "I have to cancel tomorrow's interview. Our biggest client left and we are cutting the QA role altogether. I still owe you a coffee."),
        ("Your interview on Friday", "We have to call off Friday's interview: the role has been scrapped."),
        ("Notre entretien de demain", "Je dois annuler notre entretien de demain. Notre plus gros client est parti et nous supprimons le poste."),
        ("Entrevista de mañana", "Tengo que anular la entrevista de mañana. Hemos perdido un cliente y suprimimos el puesto."),
        ("Il colloquio di domani", "Devo annullare il colloquio di domani. Abbiamo perso un cliente e tagliamo il posto."),
        ("Ons gesprek van morgen", "Ik moet ons gesprek van morgen afzeggen. Onze grootste klant is weg en we schrappen de functie."),
        ("Jutrzejsza rozmowa", "Muszę odwołać jutrzejszą rozmowę. Straciliśmy klienta i likwidujemy to stanowisko."),
        ("A entrevista de amanhã", "Tenho de cancelar a entrevista de amanhã. Perdemos um cliente e cortámos o lugar."),
        ("Intervjun i morgon", "Jag måste ställa in intervjun i morgon. Vår största kund har gått och vi drar in tjänsten."),
        ("Yarınki görüşme", "Yarınki görüşmeyi iptal etmek zorundayım. Müşterimizi kaybettik ve bu kadroyu kapatıyoruz."),
    ],
)  # fmt: skip
def test_the_job_went_away_with_the_talk(subject: str, text: str) -> None:
    assert _verdict(subject, text) is Verdict.POSITION_CLOSED


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        # Moved, whatever else was cut; an if; a talk that is off for today alone.
        ("Ihr Gespräch am Dienstag", "Wir müssen das Gespräch am Dienstag auf Mittwoch verschieben: Die Stelle der Assistentin wurde gestrichen, ich plane jetzt selbst."),
        ("Your interview on Friday", "We have to move Friday's interview to Monday at 10. The 9am train has been scrapped."),
        ("Ihr Gespräch am Dienstag", "Falls die Stelle gestrichen wird, sagen wir das Gespräch am Dienstag ab."),
        ("Tomorrow's interview", "I have to cancel tomorrow's interview, I am down with flu. I will send you a new time."),
        ("Ihr Gespräch", "Ich muss unser Gespräch morgen absagen, mein Zug wurde gestrichen. Ich melde mich."),
    ],
)  # fmt: skip
def test_what_only_calls_off_a_day_ends_nothing(subject: str, text: str) -> None:
    assert _verdict(subject, text) is not Verdict.POSITION_CLOSED
