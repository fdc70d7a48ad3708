"""A place that is taken, in plain Spanish and Italian, and a call that comes to nothing."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message


def verdict_of(text: str) -> Verdict:
    return read_message(make_message("Re: camarera", text)).verdict


@pytest.mark.parametrize(
    "text",
    [
        "Buenas Robin, gracias x escribir. El puesto ya está cogido desde ayer, me guardo tu curriculum para el verano",
        "Hola Robin, la plaza está ya cogida, lo siento. Guardo tu CV.",
        "Ciao Robin, il posto è già preso da ieri, tengo il tuo curriculum per l'estate",
    ],
)
def test_a_place_that_is_taken_is_a_no(text: str) -> None:
    assert verdict_of(text) is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "Estimada Sra. Vale:\n\nLe comunicamos que, por falta de presupuesto, la convocatoria para el puesto de auxiliar administrativa ha quedado sin efecto y la plaza no se cubrirá este curso.\n\nSecretaría",
        "Estimada Robin:\n\nLa convocatoria de la plaza de conserje queda sin efecto por falta de fondos.\n\nUn saludo",
        "Estimada Robin:\n\nPor recortes, la plaza no se cubrirá este año.\n\nUn saludo",
    ],
)
def test_a_call_without_effect_closes_the_job(text: str) -> None:
    assert verdict_of(text) is Verdict.POSITION_CLOSED


RULES = {"es:plaza-cubierta", "es:vacante-cancelada", "it:posto-coperto"}


@pytest.mark.parametrize(
    "text",
    [
        "Hola Robin, el puesto aún no está cogido, pásate mañana a las 10 y hablamos.",
        "Hola, la cita de las 10 ya está cogida, ¿te va a las 11 para la entrevista?",
        "Hola, el turno de mañana ya está cogido, pero el de tarde está libre. ¿Te interesa?",
        "Hola, el puesto de cocina ya está cogido, pero nos falta camarera. ¿Te pasas mañana a las 10?",
        "Hola: pensaba que el puesto ya estaba cogido, pero sigue libre. ¿Te pasas mañana a las 10?",
        "Hola: el puesto ya está cogido por ti, ¡bienvenida!",
        "Hola, la mesa ya está cogida, lo siento.",
        "Hola Robin, el piso ya está cogido desde ayer, lo siento.",
        "Estimada Robin:\n\nLa convocatoria para el puesto de conserje ha quedado sin efecto por un error de forma y se repetirá en enero; su solicitud sigue siendo válida.",
        "Estimada Robin:\n\nLa cita del martes ha quedado sin efecto. La nueva entrevista será el jueves 3 de diciembre a las 10:00.",
        "Estimada Robin:\n\nHemos recibido su solicitud. Si la plaza no se cubre en esta convocatoria, le avisaremos.",
        "Hola: la plaza no se cubrirá este año con personal interno, así que te esperamos el jueves 3 de diciembre a las 10 para la entrevista.",
        "Ciao Robin, il posto non è ancora preso, passa domani alle 10 per un colloquio",
        "Ciao Robin, pensavo che il posto fosse già preso, invece è libero: passi domani alle 10 per un colloquio?",
        "Ciao Robin, se il posto è già preso te lo dico domani.",
    ],
)
def test_what_is_taken_otherwise_is_read_by_no_such_rule(text: str) -> None:
    reading = read_message(make_message("Re: camarera", text))
    assert RULES.isdisjoint(each.rule for each in reading.because)
