"""Weeks after a receipt, news of how the application stands joins it; one more receipt is one more application."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.mail.rules.folding.standing import is_of_one_before
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
        ("Ihre Bewerbung", "das Auswahlverfahren ist noch nicht abgeschlossen. Sobald eine Entscheidung getroffen ist, erhalten Sie Bescheid."),
        ("Zwischenbescheid", "vielen Dank für Ihre Bewerbung. Die Prüfung der Unterlagen ist noch nicht abgeschlossen."),
        ("Ihre Bewerbung", "vielen Dank für Ihre Geduld. Ihre Unterlagen sind weiterhin in der Prüfung."),
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
        ("Ihre Bewerbung", "Ihre Bewerbung wird geprüft. Die Prüfung kann derzeit etwas länger dauern."),
        ("Ihre Bewerbung", "vielen Dank für Ihre Bewerbung. Die Sichtung dauert länger als erwartet, wir melden uns."),
        ("Zwischenbescheid", "vielen Dank für Ihre Bewerbung. Wir melden uns, sobald wir sie geprüft haben."),
        ("Ihre Bewerbung als Hausmeister", LONGER),
        ("Zwischenbescheid, Kennziffer 2026/204", LONGER),
    ],
)  # fmt: skip
def test_one_more_receipt_weeks_later_is_one_more_application(
    owner: Person, tmp_path: Path, subject: str, text: str
) -> None:
    import_story(owner, tmp_path, [RECEIVED, _later(text, subject=subject)])
    assert Application.objects.count() == 2


@pytest.mark.parametrize(
    "text",
    [
        "We are still working our way through all the applications, please bear with us.",
        "We have not yet made a decision on your application.",
        "This is taking longer than we had hoped.",
        "L'examen des candidatures prend plus de temps que prévu, merci de patienter encore un peu.",
        "Todavía no hemos tomado una decisión.",
        "La selezione è ancora in corso, le chiediamo un po' di pazienza.",
        "O processo ainda não terminou, pedimos um pouco de paciência.",
        "Het duurt wat langer dan gepland.",
        "Rekrutacja trwa dłużej, niż planowaliśmy.",
        "Urvalet tar längre tid än vi trodde, vi ber om lite tålamod.",
        "Başvurunuzla ilgili süreç henüz sonuçlanmadı.",
    ],
)
def test_what_has_not_come_to_an_end_is_of_one_before(text: str) -> None:
    assert is_of_one_before("", text)
    assert not is_of_one_before("", f"Your application has been received. {text}")


@pytest.mark.parametrize("subject", ["Zwischennachricht", "Holding reply", "Tussenbericht"])  # fmt: skip
def test_what_is_called_so_is_news_unless_it_thanks_for_an_application(
    subject: str,
) -> None:
    assert is_of_one_before(subject, "You are on our shortlist.")
    assert not is_of_one_before(subject, "Thank you for applying.")


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for applying. It may take longer than usual to read everything.",
        "We got your application and will be in touch.",
        "No decision will be made before the closing date.",
        "We are still accepting applications until Friday.",
        "Ihre Bewerbung ist bei uns eingegangen. Die Auswahl dauert länger als geplant.",
        "Bis dahin bitten wir noch um etwas Geduld.",
        "Ihre Bewerbung liegt uns vor. Wegen der Werksferien verzögert sich die Bearbeitung.",
        "Bitte sehen Sie von Nachfragen ab, solange das Verfahren läuft.",
        "Merci pour votre candidature, nous revenons vers vous.",
        "Hemos recibido su candidatura. Todavía no hemos empezado.",
        "Grazie per l'interesse.",
        "Recebemos a sua candidatura.",
        "Bedankt voor je sollicitatie.",
        "Dziękujemy za przesłanie CV.",
        "Vi har tagit emot din ansökan. Urvalet pågår fortfarande.",
        "Başvurunuz için teşekkür ederiz.",
    ],
)
def test_a_receipt_may_be_of_one_more(text: str) -> None:
    assert not is_of_one_before("", text)
