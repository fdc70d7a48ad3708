"""A mail that says again what is on the agenda is no interview of its own."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.services import rounds_of
from onward.people.models import Person
from tests.mail.own_story import ME, THEM, import_story, raw, story

BEFORE = story()[:2]
TUESDAY = datetime(2026, 3, 17, 10)  # noqa: DTZ001
INVITED = {
    "en": "Dear Robin, we would like to invite you to an interview for the Night Porter "
    "position on Tuesday, 17 March 2026 at 10:00 in our office.\n\nKim Alder",
    "de": "Guten Tag Robin Vale, wir laden Sie zum Vorstellungsgespräch am Dienstag, "
    "17. März 2026 um 10:00 Uhr ein.\n\nKim Alder",
    "fr": "Bonjour Robin, nous vous invitons à un entretien le mardi 17 mars 2026 à "
    "10h00 dans nos locaux.\n\nKim Alder",
    "es": "Hola, Robin: queremos invitarte a una entrevista el martes 17 de marzo de "
    "2026 a las 10:00 en nuestra oficina.\n\nKim Alder",
    "it": "Gentile Robin, la invitiamo a un colloquio martedì 17 marzo 2026 alle 10:00 "
    "presso la nostra sede.\n\nKim Alder",
    "pt": "Olá, Robin, convidamos você para uma entrevista na terça-feira, 17 de março "
    "de 2026, às 10:00 no nosso escritório.\n\nKim Alder",
    "nl": "Beste Robin, wij nodigen je graag uit voor een sollicitatiegesprek op dinsdag "
    "17 maart 2026 om 10:00 uur.\n\nKim Alder",
    "pl": "Dzień dobry, zapraszamy na rozmowę kwalifikacyjną we wtorek 17 marca 2026 o "
    "godz. 10:00 w naszym biurze.\n\nKim Alder",
    "sv": "Hej Robin, vi vill bjuda in dig till en intervju tisdagen den 17 mars 2026 "
    "kl. 10.00 på vårt kontor.\n\nKim Alder",
    "tr": "Merhaba Robin, sizi 17 Mart 2026 Salı günü saat 10:00'da ofisimizde iş "
    "görüşmesine davet ediyoruz.\n\nKim Alder",
}
AGAIN = [
    (
        "en",
        "Great, see you on Tuesday the 17th at 10, then. We look forward to the interview.",
    ),
    ("en", "See you on the 17th at 10:00, then. We look forward to our interview."),
    ("en", "Thank you for confirming the interview. You will meet Ada Brook and me."),
    ("en", "Your interview will be in the side building; Ada Brook meets you there."),
    (
        "de",
        "Super, bis Dienstag um 10 dann. Wir freuen uns auf das Vorstellungsgespräch.",
    ),
    ("de", "Dann sehen wir uns am 17. um 10 Uhr zum Vorstellungsgespräch."),
    (
        "de",
        "Danke für die Zusage zum Vorstellungsgespräch. Am Gespräch nimmt Ada Brook teil.",
    ),
    ("fr", "Parfait, rendez-vous donc le 17 à 10h pour l'entretien."),
    ("fr", "Nous vous confirmons l'entretien d'embauche. Vous rencontrerez Ada Brook."),
    ("es", "Perfecto, nos vemos entonces el 17 a las 10:00 para la entrevista."),
    ("es", "Te confirmamos la entrevista. Estaremos Ada Brook y yo."),
    ("it", "Perfetto, allora ci vediamo il 17 alle 10:00 per il colloquio."),
    ("pt", "Ótimo, então nos vemos no dia 17 às 10:00 para a entrevista."),
    ("nl", "Prima, dan zien we je dinsdag om 10:00 uur voor het sollicitatiegesprek."),
    (
        "pl",
        "Zapraszamy więc na rozmowę kwalifikacyjną we wtorek o godz. 10:00. Do zobaczenia.",
    ),
    ("sv", "Toppen, då ses vi den 17:e kl. 10.00 för intervjun."),
    ("tr", "Harika, ayın 17'sinde saat 10:00'da iş görüşmesinde görüşürüz."),
]
pytestmark = pytest.mark.django_db


def letters(invited: str, later: str, *, number: int = 10) -> list[bytes]:
    return [
        *BEFORE,
        raw(
            number=4,
            sender=THEM,
            to=ME,
            subject="Re: Night Porter",
            text=invited,
            answers=2,
        ),
        raw(
            number=number,
            sender=THEM,
            to=ME,
            subject="Re: Night Porter",
            text=f"{later}\n\nKim Alder",
            answers=4,
        ),
    ]


def told() -> list[str]:
    kinds = [EventKind.INTERVIEW, EventKind.ARRANGED]
    rows = Event.objects.filter(kind__in=kinds, voided_by=None).order_by("at")
    return list(rows.values_list("kind", flat=True))


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(("language", "later"), AGAIN)
def test_what_names_no_other_time_tells_anew_of_the_interview(
    owner: Person, tmp_path: Path, language: str, later: str, step: int
) -> None:
    import_story(owner, tmp_path, letters(INVITED[language], later)[::step])
    (found,) = rounds_of(owner, Application.objects.get())
    begins = found.begins(zone_name="UTC")
    assert begins is not None
    assert begins.replace(tzinfo=None) == TUESDAY
    assert told() == [EventKind.INTERVIEW, EventKind.ARRANGED]


ANOTHER = [
    (
        "en",
        "We would like to invite you to a second interview on 24 March 2026 at 10:00.",
    ),
    ("en", "We would like to invite you to a second interview. When would suit you?"),
    ("en", "Thank you. The final interview will be on the 24th at 10:00."),
    (
        "de",
        "Wir laden Sie zu einem zweiten Vorstellungsgespräch ein, ebenfalls um 10:00 Uhr.",
    ),
    ("de", "Gern laden wir Sie am 24. März um 10:00 Uhr zum zweiten Gespräch ein."),
    ("fr", "Nous vous invitons à un deuxième entretien le 24 mars à 10h00."),
    (
        "fr",
        "Nous vous invitons à un deuxième entretien. Quand seriez-vous disponible ?",
    ),
    ("es", "Queremos invitarte a una segunda entrevista el 24 de marzo a las 10:00."),
    ("es", "Queremos invitarte a una segunda entrevista, también en nuestra oficina."),
    ("it", "La invitiamo a un secondo colloquio, di nuovo alle 10:00."),
    ("pt", "Convidamos você para uma segunda entrevista, também às 10:00."),
    ("nl", "Wij nodigen je uit voor een tweede sollicitatiegesprek, ook om 10:00 uur."),
    ("pl", "Zapraszamy na drugą rozmowę kwalifikacyjną, również o godz. 10:00."),
    ("sv", "Vi vill bjuda in dig till en andra intervju, också kl. 10.00."),
    ("tr", "Sizi ikinci iş görüşmesine davet ediyoruz, yine saat 10:00'da."),
]


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(("language", "later"), ANOTHER)
def test_a_further_interview_is_one_of_its_own(
    owner: Person, tmp_path: Path, language: str, later: str, step: int
) -> None:
    import_story(owner, tmp_path, letters(INVITED[language], later)[::step])
    assert len(rounds_of(owner, Application.objects.get())) == 2
    assert told() == [EventKind.INTERVIEW, EventKind.INTERVIEW]


@pytest.mark.parametrize("step", [1, -1])
def test_after_it_was_held_the_next_word_is_on_another(
    owner: Person, tmp_path: Path, step: int
) -> None:
    later = "Thank you. We would like to invite you to an interview with our director."
    held = letters(INVITED["en"], later, number=17)
    import_story(owner, tmp_path, held[::step])
    assert told() == [EventKind.INTERVIEW, EventKind.INTERVIEW]


@pytest.mark.parametrize("step", [1, -1])
def test_directions_of_another_conversation_are_not_surely_on_it(
    owner: Person, tmp_path: Path, step: int
) -> None:
    later = raw(
        number=10,
        sender="Ada Brook <ada@bright-harbour.example>",
        to=ME,
        subject="Night Porter at Bright Harbour: interview",
        text="We would like to invite you to an interview with me.\n\nAda Brook",
    )
    import_story(owner, tmp_path, [*letters(INVITED["en"], "")[:3], later][::step])
    assert told() == [EventKind.INTERVIEW, EventKind.INTERVIEW]


@pytest.mark.parametrize("step", [1, -1])
def test_what_the_person_chose_of_several_is_said_again_without_the_hour(
    owner: Person, tmp_path: Path, step: int
) -> None:
    offered = (
        "Dear Robin, we would like to invite you to an interview for Night Porter. Would "
        "Tuesday, 17 March at 10:00 or Wednesday, 18 March at 14:00 suit you?\n\nKim Alder"
    )
    first, last = letters(offered, "See you on Tuesday for the interview, then.")[2:]
    chosen = raw(
        number=8,
        sender=ME,
        to=THEM,
        subject="Re: Night Porter",
        text="Tuesday, 17 March at 10:00 suits me well.",
        answers=4,
        labels="Sent",
    )
    import_story(owner, tmp_path, [*BEFORE, first, chosen, last][::step])
    (found,) = rounds_of(owner, Application.objects.get())
    begins = found.begins(zone_name="UTC")
    assert begins is not None
    assert begins.replace(tzinfo=None) == TUESDAY
