from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Message, Reading, Verdict
from tests.mail.rules.letters import make_message

_READER = "ida.vale@gmail.com"
_ROB = Address("Rob Vale", "rob.vale@gmail.com")
_JO = Address("Jo Lamm", "jo.lamm@gmail.com")
_INVITED = "You have been invited to the following event."


def invitation(
    event: str,
    *,
    sender: Address = _ROB,
    form: str = "today",
    kind: str = "Invitation",
    clock: str = "Eastern Time - New York",
    place: str = "",
    note: str = "",
) -> Message:
    """Return what a calendar sends for somebody, in one of the forms that it has had."""
    at = f" - {place}" if place else ""
    today = (
        f"{event}\nThursday Oct 15, 2026 ⋅ 3:30pm – 4pm\n{clock}\n\n{note}\n\nLocation\n{place}\n\n"
        f"Organizer\n{sender.name}\n{sender.address}\n\nGuests\n{sender.name} - organizer\n{_READER}\n\n"
        f"Reply for {_READER} and view more details\nYour attendance is optional.\n\n~~//~~\n"
        "Invitation from Google Calendar: https://calendar.google.com/calendar/\n\n"
        "You are receiving this email because you are an attendee on the event."
    )
    older = (
        f"{_INVITED}\n\n{event}{at}\n{note}\nWhen: Thu Oct 15, 2026 3:30pm – 4pm {clock}\n"
        f"Calendar: {_READER}\nWho:\n    * {sender.name} - organizer\n"
    )
    message = make_message(
        f"{kind}: {event} @ Thu Oct 15, 2026 3:30pm - 4pm (EDT) ({_READER})",
        today if form == "today" else older,
    )
    calendar = {
        "METHOD": "REQUEST",
        "SUMMARY": event,
        "ORGANIZER": sender.address,
        "LOCATION": place,
        "DESCRIPTION": note,
    }
    return replace(
        message,
        sender=sender,
        to=(Address("Ida Vale", _READER),),
        calendar={} if form == "bare" else calendar,
    )


def read(message: Message, *, is_known: bool = False) -> Reading:
    return read_message(message, is_known=is_known)


@pytest.mark.parametrize("form", ["today", "older", "bare"])
@pytest.mark.parametrize(
    "event",
    [
        *("Vet - Biscuit", "Mia orthodontist", "PTA meeting", "Car inspection"),
        *("Parent-teacher conference", "Dr Hale follow up", "Swim meet", "Lunch"),
        *("Zahnarzt Mia", "Elternabend 3a", "Kaminfeger", "Essen bei Oma"),
        *("Dentiste Léo", "Réunion parents-profs", "Plombier", "Dîner chez Anne"),
        *("Dentista Leo", "Tutoría de Leo", "Fontanero", "Cena con los Ruiz"),
        *("Dentista di Leo", "Colloquio con la maestra", "Idraulico", "Cena da Anna"),
        *("Tandarts Mia", "Oudergesprek", "Loodgieter", "Eten bij oma"),
        *("Dentysta Mia", "Wywiadówka", "Hydraulik", "Obiad u babci"),
        *("Dentista da Mia", "Reunião de pais", "Canalizador", "Jantar da avó"),
        *("Tandläkaren Mia", "Föräldramöte", "Rörmokaren", "Middag hos mormor"),
        *("Mia dişçi", "Veli toplantısı", "Tesisatçı", "Babaannede yemek"),
    ],
)
def test_an_event_of_the_family_is_ordinary(event: str, form: str) -> None:
    assert read(invitation(event, form=form)).verdict in NOT_HIRING


@pytest.mark.parametrize("kind", ["Updated invitation", "Canceled event", "Accepted"])
def test_so_is_what_becomes_of_it(kind: str) -> None:
    assert read(invitation("Vet - Biscuit", kind=kind)).verdict in NOT_HIRING


@pytest.mark.parametrize(
    "subject",
    [
        "Einladung: Zahnarzt @ Do 15. Okt. 2026 15:30 - 16:00 (MESZ) (ida.vale@gmail.com)",
        "Invitation: Dentiste - jeu. 15 oct. 2026 15:30 - 16:00 (CEST) (ida.vale@gmail.com)",
        "Invitación: Dentista - jue 15 oct 2026 15:30 - 16:00 (CEST) (ida.vale@gmail.com)",
        "Uitnodiging: Tandarts @ do 15 okt. 2026 15:30 - 16:00 (CEST) (ida.vale@gmail.com)",
        "Zaproszenie: Dentysta @ czw., 15 paź 2026 15:30 - 16:00 (CEST) (ida.vale@gmail.com)",
    ],
)
def test_each_language_of_the_calendar_is_known_by_its_form(subject: str) -> None:
    message = make_message(subject, f"{_INVITED}\n\nRob Vale - organizer")
    assert read(replace(message, sender=_ROB)).verdict in NOT_HIRING


@pytest.mark.parametrize(
    "event", ["Mia college interview", "Leo: university interview"]
)
def test_an_interview_at_a_college_is_asked_about(event: str) -> None:
    assert read(invitation(event)).verdict is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    "event",
    [
        *("Medical Biller - Brightwell", "Call Ida Vale", "Ida Vale / Brightwell"),
        *("Ida @ Moran Landscaping", "Moran Landscaping - Ida V", "Ida and Gus"),
        *("Reunión con Ida", "Nanny meet", "Rencontre nounou"),
        *("Orientation", "Rencontre garde d'enfants", "Meet the kids"),
    ],
)
def test_so_is_what_sounds_like_a_job_or_names_the_reader(event: str) -> None:
    assert read(invitation(event, sender=_JO)).verdict is Verdict.AMBIGUOUS


@pytest.mark.parametrize("form", ["today", "older", "bare"])
@pytest.mark.parametrize(
    "event",
    [
        *("Interview", "Interview - Medical Biller", "Phone screen with Ida"),
        *("Ida Vale / Jo Lamm - intro call", "Job interview", "Working interview"),
        *("Intro chat", "Chat about the biller role", "Office Manager, round 2"),
        *("Trial shift at the bakery", "Meet the team", "Ida: second round"),
        *("Vorstellungsgespräch", "Kennenlerngespräch Ida Vale", "Probearbeiten Café"),
        *("Entretien d'embauche", "Entretien téléphonique Ida", "Essai en cuisine"),
        *("Entrevista de trabajo", "Entrevista con Ida Vale", "Día de prueba cocina"),
        *("Colloquio di lavoro", "Colloquio Ida Vale", "Giornata di prova"),
        *("Sollicitatiegesprek", "Kennismakingsgesprek Ida", "Proefdag bakkerij"),
        *("Rozmowa kwalifikacyjna", "Rozmowa rekrutacyjna", "Dzień próbny"),
        *("Entrevista de emprego", "Entrevista Ida Vale", "Dia de teste"),
        *("Anställningsintervju", "Intervju Ida Vale", "Provpass kafé"),
        *("İş görüşmesi", "Mülakat Ida Vale", "Ön görüşme"),
    ],
)
def test_a_talk_about_work_by_a_private_address_is_read(event: str, form: str) -> None:
    said = read(invitation(event, sender=_JO, form=form))
    assert said.verdict in {Verdict.INTERVIEW, Verdict.ASSESSMENT}


def test_a_note_may_name_the_work() -> None:
    note = "We'd like to talk about your application for the front desk job."
    assert read(invitation("Ida / Jo", note=note)).verdict is Verdict.INTERVIEW


def test_who_is_known_need_not_name_it() -> None:
    said = read(invitation("Ida / Jo", sender=_JO), is_known=True)
    assert said.verdict is Verdict.INTERVIEW


@pytest.mark.parametrize(
    "address", ["jo@brightwelldental.example", "jo.recruiting@gmail.com"]
)
def test_nor_need_who_writes_for_an_employer(address: str) -> None:
    said = read(invitation("Ida / Jo", sender=Address("Jo Lamm", address)))
    assert said.verdict is Verdict.INTERVIEW


@pytest.mark.parametrize("form", ["today", "older"])
@pytest.mark.parametrize(
    "clock",
    [
        *("Eastern Time - New York", "Central Time - Chicago", "United Kingdom Time"),
        *("Pacific Time - Los Angeles", "Central European Time - Berlin"),
        *("Mitteleuropäische Zeit - Berlin", "Heure d'Europe centrale - Paris"),
        *("Hora de Europa central - Madrid", "Ora dell'Europa centrale - Roma"),
        *("Midden-Europese tijd - Amsterdam", "Hora da Europa Ocidental - Lisboa"),
        *("Czas środkowoeuropejski - Warszawa", "Centraleuropeisk tid - Stockholm"),
        "GMT+03:00 - İstanbul",
    ],
)
def test_no_clock_is_an_employer_and_no_heading_a_title(clock: str, form: str) -> None:
    sender = Address("Jo Lamm", "jo@brightwelldental.com")
    event = invitation("Interview with Ida", sender=sender, form=form, clock=clock)
    said = read(event)
    assert (said.company, said.role) == ("Brightwell Dental", "")


def test_a_house_may_be_called_as_a_clock_begins() -> None:
    text = (
        "Thank you for applying to Pacific Timeworks. We would like to interview you for the office"
        " manager position on Tuesday, December 1 at 11 am Pacific Time."
    )
    said = read(make_message("Interview", text, sender="jo@pacifictimeworks.example"))
    assert said.company == "Pacific Timeworks"
