"""Weeks after a receipt, news of how the application stands joins it; one more receipt is one more application."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.mail.rules.folding.received import is_of_one_before
from onward.people.models import Person
from tests.mail.own_story import ME, import_story, raw

COUNTY = "Bewerberportal Landkreis Ellernheide <bewerbung@lk-ellernheide.example>"
RECEIVED = raw(
    number=1,
    sender=COUNTY,
    to=ME,
    subject="Eingangsbestätigung Ihrer Bewerbung (2026/117)",
    text="Sehr geehrte Frau Vale,\n\nIhre Bewerbung auf die Stelle Sachbearbeitung Kfz-Zulassung (m/w/d), Kennziffer 2026/117, ist bei uns eingegangen.\n\nLandkreis Ellernheide\nFachbereich Personal",
)
LONGER = "auf die o. g. Stelle sind sehr viele Bewerbungen eingegangen. Die Durchsicht dauert leider länger als geplant, sodass wir Ihnen noch keine abschließende Mitteilung machen können. Wir bitten Sie um etwas Geduld."


def _later(text: str, *, subject: str, day: int = 44) -> bytes:
    said = f"Sehr geehrte Frau Vale,\n\n{text}\n\nFachbereich Personal"
    return raw(number=day, sender=COUNTY, to=ME, subject=subject, text=said)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Zwischenbescheid 2026/117", LONGER),
        ("Zwischenbescheid", LONGER),
        ("Ihre Bewerbung", LONGER),
        ("Ihre Bewerbung", "wir bitten Sie noch um etwas Geduld, die Durchsicht der Bewerbungen dauert länger als geplant."),
        ("Ihre Bewerbung", "gute Neuigkeiten: Sie sind in der engeren Auswahl! Wir melden uns nächste Woche."),
        ("Ihre Bewerbung", "das Auswahlverfahren ist noch nicht abgeschlossen. Sobald eine Entscheidung getroffen ist, erhalten Sie Bescheid."),
        ("Zwischenbescheid", "vielen Dank für Ihre Bewerbung. Die Prüfung der Unterlagen ist noch nicht abgeschlossen."),
    ],
)  # fmt: skip
def test_news_of_how_it_stands_weeks_later_is_of_that_application(
    owner: Person, tmp_path: Path, subject: str, text: str
) -> None:
    import_story(owner, tmp_path, [RECEIVED, _later(text, subject=subject)])
    (found,) = Application.objects.all()
    assert found.role == "Sachbearbeitung Kfz-Zulassung"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Ihre Bewerbung", "vielen Dank für Ihre Bewerbung. Wir haben Ihre Unterlagen erhalten und melden uns bei Ihnen."),
        ("Eingangsbestätigung", "wir prüfen Ihre Unterlagen und bitten Sie um etwas Geduld."),
        ("Ihre Bewerbung als Hausmeister", "wir bitten Sie noch um etwas Geduld, die Durchsicht der Bewerbungen dauert länger als geplant."),
        ("Zwischenbescheid, Kennziffer 2026/204", LONGER),
    ],
)  # fmt: skip
def test_one_more_receipt_weeks_later_is_one_more_application(
    owner: Person, tmp_path: Path, subject: str, text: str
) -> None:
    import_story(owner, tmp_path, [RECEIVED, _later(text, subject=subject)])
    assert Application.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(("day", "count"), [(19, 1), (40, 1), (60, 2)])
def test_the_first_receipt_after_an_own_letter_is_that_for_it(
    owner: Person, tmp_path: Path, day: int, count: int
) -> None:
    own = raw(
        number=1,
        sender=ME,
        to="bewerbung@lk-ellernheide.example",
        subject="Bewerbung als Sachbearbeiterin",
        text="Sehr geehrte Damen und Herren,\n\nanbei meine Bewerbung als Sachbearbeiterin.\n\nRobin Vale",
        labels="Sent",
        file="bewerbung.pdf",
    )
    text = "vielen Dank für Ihre Bewerbung. Wir haben Ihre Unterlagen erhalten und melden uns bei Ihnen."
    import_story(owner, tmp_path, [own, _later(text, subject="Eingang", day=day)])
    assert Application.objects.count() == count


@pytest.mark.parametrize(
    "text",
    [
        "We are still working our way through all the applications, please bear with us.",
        "We have not yet made a decision on your application.",
        "Thank you for your patience while we look at everybody's papers.",
        "Good news: you're on our shortlist. We'll be in touch next week.",
        "L'examen des candidatures prend plus de temps que prévu, merci de patienter encore un peu.",
        "Hemos tenido muchas candidaturas y seguimos con el proceso. Le rogamos un poco de paciencia.",
        "La selezione è ancora in corso, le chiediamo un po' di pazienza.",
        "O processo de seleção ainda não terminou, pedimos um pouco de paciência.",
        "We hebben veel sollicitaties gekregen en het duurt wat langer dan gepland.",
        "Rekrutacja nadal trwa, prosimy o jeszcze trochę cierpliwości.",
        "Urvalet tar längre tid än vi trodde, vi ber om lite tålamod.",
        "Değerlendirme süreci devam etmektedir, sabrınızı rica ederiz.",
    ],
)
def test_what_tells_of_no_arrival_is_of_one_before(text: str) -> None:
    assert is_of_one_before("", text)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for applying. It is taking longer than usual to read everything, please bear with us.",
        "We got your application and will be in touch.",
        "Your application for the post has been received.",
        "Ihre Bewerbung ist bei uns eingegangen. Wir bitten um etwas Geduld.",
        "Hiermit bestätigen wir den Eingang Ihrer Unterlagen.",
        "Schön, dass Sie sich bei uns bewerben! Wir melden uns nächste Woche.",
        "Nous avons bien reçu votre candidature.",
        "Merci pour votre candidature, nous revenons vers vous.",
        "Hemos recibido su candidatura correctamente.",
        "Gracias por enviarnos tu currículum.",
        "Abbiamo ricevuto la sua candidatura.",
        "Grazie per l'interesse.",
        "Recebemos a sua candidatura.",
        "Wij hebben je sollicitatie goed ontvangen.",
        "Bedankt voor je sollicitatie.",
        "Otrzymaliśmy Pani aplikację.",
        "Dziękujemy za przesłanie CV.",
        "Tack för din ansökan!",
        "Vi har tagit emot din ansökan.",
        "Başvurunuz tarafımıza ulaşmıştır.",
        "Başvurunuz için teşekkür ederiz.",
    ],
)
def test_a_receipt_may_be_of_one_more(text: str) -> None:
    assert not is_of_one_before("", text)
