"""A place that is taken, in plain Spanish and Italian, and a call that comes to nothing."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message


def verdict_of(text: str) -> Verdict:
    return read_message(make_message("Re: camarera", text)).verdict


@pytest.mark.parametrize("is_known", [False, True])
def test_a_place_that_is_taken_is_asked_about(*, is_known: bool) -> None:
    text = "Buenas Robin, gracias x escribir. El puesto ya está cogido desde ayer, me guardo tu curriculum para el verano"
    message = make_message("Re: camarera", text)
    assert read_message(message, is_known=is_known).verdict is Verdict.AMBIGUOUS


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Il suo colloquio", "Gentile candidata, alle 9 il posto è già preso. Le va bene mercoledì alle 15 in sede per il colloquio?"),
        ("Entrevista", "El lunes a las 10 la plaza ya está cogida. ¿Le viene bien el martes a las 11 para la entrevista?"),
    ],
)  # fmt: skip
def test_an_hour_that_is_taken_is_no_no(
    subject: str, text: str, *, is_known: bool
) -> None:
    message = make_message(subject, text)
    assert read_message(message, is_known=is_known).verdict is Verdict.INTERVIEW


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Treno", "Il posto è già preso, ti tocca l'altra carrozza. Baci"),
        ("Cena", "Il posto è già preso da Marco, tu siediti vicino a me."),
        ("Cinema", "Ciao, in fila 5 il posto è già preso, prendo la 6?"),
        ("Parcheggio", "Il posto è già preso, parcheggia dietro la chiesa."),
        ("Campeggio", "Buongiorno, per agosto il posto è già preso. Possiamo proporre settembre."),
        ("Tren", "Esa plaza ya está cogida, siéntate conmigo."),
        ("Garaje", "Hola, la plaza ya está cogida, alquilé el garaje ayer."),
        ("Parking", "La plaza ya está cogida por el vecino, aparca en la calle."),
        ("Guardería", "Estimados padres: la plaza ya está cogida para este curso."),
    ],
)  # fmt: skip
def test_a_seat_that_is_taken_is_ordinary(subject: str, text: str) -> None:
    message = make_message(subject, text)
    assert read_message(message).verdict is Verdict.OTHER
    assert read_message(message, is_known=True).verdict is not Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "El puesto no se cubrirá este mes sino en enero; su candidatura sigue en el proceso.",
        "El puesto no se cubrirá por ahora con nadie hasta hacer las entrevistas: le esperamos el lunes a las 10.",
    ],
)
def test_a_place_that_is_filled_later_is_not_closed(text: str) -> None:
    assert verdict_of(text) is not Verdict.POSITION_CLOSED


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
