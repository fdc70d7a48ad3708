"""What a board shows of the one opening that it writes about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.cards import Card, card_of
from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.extract import extract_facts
from onward.mail.rules.facts.material import prepare
from onward.mail.rules.types import Address, Message

_INFOJOBS = Address("InfoJobs", "no-reply@push.infojobs.net")
_INDEED = Address("Indeed", "indeedapply@indeed.com")
_NOBODY = Address("Lucía Arce", "lucia@arce.example")


def _mail(subject: str, text: str, sender: Address = _INFOJOBS) -> Message:
    return Message("a", "a", None, sender, subject, text)


def _card(message: Message, *, language: str = "es") -> Card:
    return card_of(prepare(message, system=carrier(message)), language=language)


_ROOFS = "Te has inscrito en: Techador/a de cubiertas planas"


@pytest.mark.parametrize(
    ("mail", "card"),
    [
        (_mail(_ROOFS, "Hola Nuria:\n\nTechador/a de cubiertas planas\nTEJADOS DEL ARLA, S.L.\nTeruel\n\nSuerte."),
         Card("Techador/a de cubiertas planas", "TEJADOS DEL ARLA, S.L.")),
        (_mail(_ROOFS, "Techador/a de cubiertas planas\nTejados del Arla\nTeruel"),
         Card("Techador/a de cubiertas planas", "Tejados del Arla")),
        (_mail(_ROOFS, "Techador/a de cubiertas planas\nTeruel\n\nLa empresa ya puede ver tu CV."),
         Card("Techador/a de cubiertas planas", "")),
        (_mail("Solicitud enviada", "Solicitud enviada\n\nCamarera de pisos\nHostal Lago Gris - Soria\n\nSuerte.", _INDEED),
         Card("Camarera de pisos", "Hostal Lago Gris")),
        (_mail("Solicitud enviada", "Camarero/a · Bar A · Soria\nCocinero · Bar B · Soria", _INDEED), Card()),
        (_mail("Ofertas", "Camarera\nHostal Gris - Soria\n\nCocinero\nHostal Pardo - Soria\n\nPanadero\nHorno Azul - Soria", _INDEED), Card()),
        (_mail(_ROOFS, "Techador/a de cubiertas planas\nTejados del Arla\nTeruel", _NOBODY), Card()),
        (_mail("Hola", "", _INDEED), Card()),
    ],
)  # fmt: skip
def test_a_boards_card_names_title_and_employer(mail: Message, card: Card) -> None:
    assert _card(mail) == card


def test_an_application_by_a_board_has_employer_and_whole_title() -> None:
    mail = _mail(
        _ROOFS,
        "Hola Nuria:\n\nTu inscripción se ha realizado correctamente.\n\n"
        "Techador/a de cubiertas planas\nTEJADOS DEL ARLA, S.L.\nTeruel (centro)\n\n"
        "La empresa ya puede ver tu CV.",
    )
    facts = extract_facts(mail, system=carrier(mail))
    assert facts.company == "Tejados del Arla, S.L."
    assert facts.role == "Techador/a de cubiertas planas"


def test_an_employer_stands_before_its_town_under_a_title() -> None:
    mail = _mail(
        "Deine Bewerbung als Sous Chef (m/w/d) wurde verschickt",
        "Hallo Nuria,\n\ndeine Bewerbung ist unterwegs!\n\nSous Chef (m/w/d), Jahresstelle\n"
        "Thermenresort Larchthron, Bad Hofgastein\n\nWir drücken dir die Daumen!",
    )
    assert _card(mail) == Card("Sous Chef", "Thermenresort Larchthron")


_LINKEDIN = Address("LinkedIn", "jobs-noreply@linkedin.com")


@pytest.mark.parametrize(
    ("subject", "name", "title", "place"),
    [
        ("Robin, your application was sent to {}", "Oakmere Grid", "Head of planning & logistics", "York, England"),
        ("Robin, je sollicitatie is verzonden naar {}", "Kanaalfris", "Supply chain planner", "Venlo, Limburg, Nederland"),
        ("Robin, je sollicitatie is verzonden naar {}", "Vos Meubels", "Medewerker expeditie / douane", "Tilburg"),
        ("Robin, je sollicitatie is verzonden naar {}", "De Boer & Maas", "Monteur binnendienst", "Breda"),
        ("Robin, Ihre Bewerbung wurde an {} gesendet", "Nordwerk", "Mitarbeiter Zoll / Export", "Kiel"),
        ("Robin, votre candidature a été envoyée à {}", "Nordeau Froid", "Responsable entrepôt", "Lens, France"),
        ("Robin, tu solicitud se ha enviado a {}", "Frutas Roig", "Mozo de almacén", "Reus"),
        ("Robin, la tua candidatura è stata inviata a {}", "Trasporti Vasari", "Impiegato spedizioni estero", "Pisa"),
        ("Robin, a sua candidatura foi enviada para {}", "Transportes Lima", "Técnico de logística", "Braga"),
        ("Robin, Twoja aplikacja została wysłana do {}", "Narew", "Specjalista ds. logistyki", "Toruń, Polska"),
        ("Robin, din ansökan har skickats till {}", "Norrvik", "Lagermedarbetare natt", "Umeå, Sverige"),
        ("Robin, başvurunuz {} şirketine gönderildi", "Yıldız Nakliyat", "Sevkiyat ve gümrük uzmanı", "İzmir"),
    ],
)  # fmt: skip
def test_the_layout_of_a_card_says_title_and_employer_in_whatever_language(
    subject: str, name: str, title: str, place: str
) -> None:
    head = subject.format(name)
    text = (
        f"{head}\n\n{title}\n{name}\n{place}\nhttps://www.linkedin.com/x\n\n2026-11-08"
    )
    mail = _mail(head, text, _LINKEDIN)
    facts = extract_facts(mail, system=carrier(mail))
    assert (facts.company, facts.role) == (name, title)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        # Closing words above whoever signs are no title.
        ("Ihre Bewerbung bei Haller Bau", "Guten Tag,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nHaller Bau\nPersonalabteilung"),
        # A town ends the subject, below the employer.
        ("Neue Jobs in Kassel", "Hallo,\n\nHaller Bau\nKassel\nVollzeit\n\nMehr"),
        # Nobody's board.
        ("Re: Oakmere Grid", "Hi,\n\nSupply chain planner\nOakmere Grid\nYork"),
    ],
)  # fmt: skip
def test_other_lines_above_a_name_are_no_card(subject: str, text: str) -> None:
    sender = _NOBODY if subject.startswith("Re:") else _LINKEDIN
    assert _card(_mail(subject, text, sender)) == Card()


_SENT = "Your application was sent to Acme Bakery"


@pytest.mark.parametrize(
    ("subject", "text", "to"),
    [
        (f"Sam, {_SENT}", "Hello\n\nSam Okafor\nAcme Bakery\nLeeds", Address()),
        (_SENT, "Hello\n\nSam Okafor\nAcme Bakery\nLeeds", Address("Sam Okafor", "s@person.example")),
        (_SENT, "Hello\n\nSam Okafor\nAcme Bakery\nLeeds", Address("", "sam.okafor@person.example")),
        (_SENT, "Dear Sam Okafor,\n\nSam Okafor\nAcme Bakery\nLeeds", Address()),
        (_SENT, "Hi Sam,\n\nSam\nAcme Bakery\nLeeds", Address()),
    ],
)  # fmt: skip
def test_the_readers_own_name_is_no_title(subject: str, text: str, to: Address) -> None:
    mail = replace(_mail(subject, text, _LINKEDIN), to=(to,))
    assert _card(mail) == Card()
    assert extract_facts(mail, system=carrier(mail)).role == ""
    more = replace(mail, text=f"{text}\n\nNight Porter\nAcme Bakery\nLeeds")
    assert _card(more) == Card("Night Porter", "Acme Bakery")


@pytest.mark.parametrize(
    "line",
    [
        "Application viewed", "Viewed by recruiter", "Applied 3 days ago", "In review", "Resume downloaded", "New message",
        "Angesehen", "Von Arbeitgeber angesehen", "In Prüfung", "Consultée", "Candidature consultée", "Vue par le recruteur",
        "Vista", "CV leído", "Solicitud vista", "Visualizzata", "Candidatura visualizzata", "Currículo visualizado",
        "Bekeken door de werkgever", "Cv bekeken", "Aplikację wyświetlono", "CV obejrzane", "Visad", "Ansökan visad",
        "Granskas", "Başvuru görüntülendi", "İnceleniyor",
    ],
)  # fmt: skip
def test_how_far_an_application_is_is_no_title(line: str) -> None:
    mail = _mail(
        "Your application was viewed by Acme Bakery",
        f"\n{line}\nAcme Bakery\nLeeds",
        _LINKEDIN,
    )
    assert _card(mail) == Card()
    assert extract_facts(mail, system=carrier(mail)).role == ""


@pytest.mark.parametrize(
    "title",
    [
        "Application Engineer", "Applications Developer", "Review Editor", "Delivered Goods Clerk", "Bewerbungsmanager",
        "Samba Teacher", "Status Analyst", "Sprzedawca", "Visagist", "Vistoriador", "Sam's Club Cashier",
    ],
)  # fmt: skip
def test_a_title_that_sounds_like_a_name_or_a_status_is_one(title: str) -> None:
    mail = _mail(f"Sam, {_SENT}", f"Hi Sam,\n\n{title}\nAcme Bakery\nLeeds", _LINKEDIN)
    assert _card(mail) == Card(title, "Acme Bakery")


@given(subject=st.text(max_size=60), text=st.text(max_size=300))
def test_any_text_has_a_card_or_none(subject: str, text: str) -> None:
    card = _card(_mail(subject, text))
    assert card.title or not card.company


_JOBS = Address("jobs.ch", "noreply@jobs.ch")
_TOLD_SENT = "Deine Bewerbung wurde erfolgreich an den Arbeitgeber übermittelt"
_END = "Der Arbeitgeber meldet sich direkt bei dir. Viel Erfolg!\n\nDein jobs.ch Team"


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Leiterin Praxisadministration 70 %", "Leiterin Praxisadministration"),
        ("Pflegefachfrau HF 70 %", "Pflegefachfrau HF"),
        ("Stationssekretärin 50 %", "Stationssekretärin"),
        ("Köchin EFZ 80-100 %", "Köchin EFZ"),
        ("Sachbearbeiter Innendienst", "Sachbearbeiter Innendienst"),
    ],
)
@pytest.mark.parametrize(
    "house", ["Klinik Sonnmoor", "Praxis Lärch", "Larch Treuhand AG", "Schule Larch"]
)
@pytest.mark.parametrize("end", ["Dein jobs.ch Team", _END])
def test_a_receipt_has_title_and_house_with_its_town(
    title: str, role: str, house: str, end: str
) -> None:
    mail = _mail(
        _TOLD_SENT, f"{_TOLD_SENT}:\n\n{title}\n{house}, Winterthur\n\n{end}", _JOBS
    )
    facts = extract_facts(mail, system=carrier(mail))
    assert (facts.company, facts.role) == (house, role)


@pytest.mark.parametrize(
    "text",
    [
        "Diese Personen könntest du kennen:\nUlrich Menz, Einkaufsleiter\nJana Stoll, Controllerin\n\nDein Team",
        "Dein Vorteil:\n\nRabatt 20 %\nPremium Abo, Einführungspreis\n\nDein Team",
        "Fragen zur Bewerbung:\n\nKundendienst 24 h\nHotline Larch, Montag\n\nDein Team",
        "Köchin 80 %\nWinterthur\n\nDein Team",
        "Köchin 80 %\nWinterthur, Schweiz\n\nDein Team",
        "Köchin 80 %\nGasthof Lärch, Wil\n\nKellnerin 60 %\nHotel Ulme, Chur\n\nKoch 100 %\nRestaurant Esche, Uster\n\nDein Team",
        "Köchin\nGasthof Lärch, Wil\n\nDein Team",
        "Köchin 80 %\nMelde dich bei uns, Wil\n\nDein Team",
        "Bis zu 50 % mehr Antworten\nMit Foto im Profil, Wil\n\nDein Team",
        "Nur 20 % haben ein Foto.\nDein Profil, Wil\n\nDein Team",
    ],
)
def test_other_lines_are_no_card(text: str) -> None:
    assert _card(_mail("Deine Bewerbung", text, _JOBS), language="de") == Card()
