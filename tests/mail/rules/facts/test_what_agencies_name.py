"""Terms, lists and trades in an agency's mail name no employer and no title."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.extract import Facts, extract_facts
from onward.mail.rules.facts.systems import NO_SYSTEM
from onward.mail.rules.types import Address, Message


def facts(
    text: str,
    *,
    subject: str = "Ihre Bewerbung",
    sender: str = "Kerstin Wolf",
    at: str = "wolf@zeitraum-personal.example",
) -> Facts:
    message = Message(
        key="k",
        message_id="k@mail.example",
        sent_at=None,
        sender=Address(sender, at),
        subject=subject,
        text=text,
    )
    return extract_facts(message, system=NO_SYSTEM)


@pytest.mark.parametrize(
    "terms",
    [
        "Metallbau, Start 15.09., Schichtarbeit",
        "Lebensmittel, 35 Std. in der Woche",
        "Automobilzulieferer, Beginn 01.10., Übernahme möglich",
    ],
)
def test_terms_of_an_opening_are_no_client(terms: str) -> None:
    found = facts(
        f"Hallo Herr Linde,\n\nIhr Profil passt zu einer Stelle bei unserem Kunden in Wurzen ({terms}).\n\n"
        "Kommen Sie am Mittwoch um 10:00 Uhr zu uns. Bitte Personalausweis, Führerschein und "
        "Steuernummer mitbringen.\n\nViele Grüße\nKerstin Wolf\n\nZeitraum Personal GmbH"
    )
    assert found.company == ""
    assert found.role == ""


@pytest.mark.parametrize(
    "line",
    [
        "die Freigabe beim Energieversorger steht noch aus",
        "die Entscheidung beim Anlagenbetreiber fällt erst im Herbst",
        "beim Möbelhersteller sind gerade Betriebsferien",
    ],
)
def test_what_kind_of_firm_it_is_names_none(line: str) -> None:
    found = facts(
        f"Hallo Herr Linde,\n\nkurzer Zwischenstand zu Ihrer Bewerbung: {line}.\n\nKerstin Wolf"
    )
    assert found.company != line.partition("beim ")[2].partition(" ")[0]


@pytest.mark.parametrize(
    "colleagues",
    [
        "Frau Adler und der Werkstattmeister nehmen sich Zeit für dich.",
        "Herr Roth sowie die Teamleiterin freuen sich auf dich.",
        "Dem Gespräch wohnen der Personalrat und die Gleichstellungsbeauftragte bei.",
    ],
)
def test_who_joins_a_talk_is_no_opening(colleagues: str) -> None:
    found = facts(
        "Hallo Anna,\n\nals Nächstes laden wir dich zu uns ein: Donnerstag, 21.05., 15:00 Uhr. "
        f"{colleagues}\n\nBeste Grüße\nLena Kern",
        subject="Wir möchten dich kennenlernen",
        sender="Autohaus Rabe GmbH",
        at="jobs@autohaus-rabe.example",
    )
    assert found.role == ""


@pytest.mark.parametrize(
    "label", ["Letzter Tag der Bearbeitung", "Ende der Bearbeitung"]
)
def test_what_a_day_is_called_is_no_title(label: str) -> None:
    found = facts(
        "Sehr geehrte Frau Linde,\n\nIhr Online-Eignungstest ist freigeschaltet.\n\n"
        f"Bearbeitungszeit: 60 Minuten\n{label}: 22.05.2026, 23:59 Uhr\n\nMit freundlichen Grüßen\nThal",
        subject="Zugang zum Online-Eignungstest",
        sender="Stadt Werra Eignungsdiagnostik",
        at="test@stadt-werra.example",
    )
    assert found.role == ""


def test_a_title_before_what_it_pays_is_one() -> None:
    found = facts(
        "Hi Anna,\n\nwir wollen dich! Im Anhang findest du unser Angebot als Teamassistentin: "
        "42.000 Euro im Jahr, 30 Tage Urlaub.\n\nSina\nMarktwerk GmbH",
        subject="Dein Angebot",
        sender="Sina Behr",
        at="sina@marktwerk.example",
    )
    assert found.role == "Teamassistentin"


@pytest.mark.parametrize("other", ["06/26-40", "07/26-12"])
def test_the_number_of_the_subject_is_the_openings(other: str) -> None:
    found = facts(
        "Sehr geehrte Frau Linde,\n\ndie Mindestpunktzahl haben Sie im Test nicht erreicht.\n\n"
        f"Das Verfahren zur Kennziffer {other} wird davon nicht berührt.\n\nMit freundlichen Grüßen\nThal",
        subject="Ihre Bewerbung, Kennziffer 05/26-31",
        sender="Stadt Werra",
        at="personal@stadt-werra.example",
    )
    assert found.requisition == "05/26-31"


def test_a_partner_who_signs_is_not_the_firm() -> None:
    found = facts(
        "Sehr geehrte Frau Linde,\n\nwir haben uns anderweitig entschieden.\n\n"
        "Mit freundlichen Grüßen\nBerndt\nRechtsanwalt",
        sender="RA Berndt",
        at="kanzlei@ahlers-berndt.example",
    )
    assert found.company == "Ahlers Berndt"


@pytest.mark.parametrize("office", ["Geschäftsstelle", "Geschäftsstelle des"])
def test_the_office_of_a_house_is_no_part_of_its_name(office: str) -> None:
    found = facts(
        "Liebe Frau Linde,\n\nwir würden Sie gern kennenlernen. Könnten Sie am 5. Mai um 17:30 Uhr "
        f"kommen?\n\nHerzliche Grüße\nRuth Bach\n{office} Lebenshaus Werra e. V.",
        sender="Ruth Bach (Lebenshaus)",
        at="bach@lebenshaus-werra.example",
    )
    assert found.company == "Lebenshaus Werra e. V."


@pytest.mark.parametrize(
    "said",
    [
        "Great news, they want to talk to you. Client is Larkfield Colocation, first round is a call.",
        "Our client is Larkfield Colocation, they want to meet you for an interview.",
        "Unser Kunde ist die Larkfield Colocation. Sie möchte Sie zum Vorstellungsgespräch einladen.",
        "Le client est Larkfield Colocation. Ils souhaitent vous rencontrer pour un entretien.",
        "El cliente es Larkfield Colocation. Quieren conocerle en una entrevista.",
        "Il cliente è Larkfield Colocation. Vorrebbero conoscerla in un colloquio.",
        "De klant is Larkfield Colocation. Ze willen graag een gesprek met je.",
        "O cliente é Larkfield Colocation. Querem marcar uma entrevista.",
        "Klientem jest Larkfield Colocation. Zapraszają na rozmowę.",
        "Kunden är Larkfield Colocation. De vill träffa dig på en intervju.",
    ],
)
def test_for_whom_an_agency_looks_is_the_employer(said: str) -> None:
    found = facts(
        f"Hi Robin,\n\n{said}\n\nBrent",
        subject="Re: Data centre technician",
        sender="Brent Ollis",
        at="bollis@talbotskilled.example",
    )
    assert found.company == "Larkfield Colocation"


def test_what_a_consultant_works_on_and_which_site_it_is_are_no_employers() -> None:
    found = facts(
        "Hi Rosa,\n\nFab news, Solmere would like to see you! Tues 24th March, 4.30pm, Low Larch site,"
        " Tolmen TN12. Approx 1 hr incl a quick site walk. Please confirm asap.\n\nKind Regards,\n\n"
        "Gary Tolm\nSenior Recruitment Consultant - Scientific & Technical\n"
        "Quarry Scientific Recruitment Ltd",
        subject="INTERVIEW - Solmere!",
        sender="Gary Tolm",
        at="gary.tolm@quarry-scientific.example",
    )
    assert found.company == "Quarry Scientific Recruitment Ltd"
