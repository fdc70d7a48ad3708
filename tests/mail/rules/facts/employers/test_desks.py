"""Offices, matters, persons and places beside a firm that an address spells are no part of its name."""

from __future__ import annotations

import pytest

from onward.mail.rules.facts.employers.desks import is_desk, without_desk
from onward.mail.rules.facts.employers.names import name_of_label
from onward.mail.rules.facts.employers.persons import is_of_person
from onward.mail.rules.types import Address
from tests.mail.rules.facts.employers.reading import employer

_NEIN = "Sehr geehrte Frau Vale,\n\nvielen Dank für Ihre Bewerbung. Leider haben wir uns für die Stelle anders entschieden."
_NO = "Dear Robin,\n\nThank you for your application. Unfortunately we have gone with another candidate."


@pytest.mark.parametrize(
    ("shown", "at", "text", "company"),
    [
        ("Hofbüro Tannkamp", "hofbuero@tannkamp.example", f"{_NEIN}\n\nGruß Wiebke", "Tannkamp"),
        ("Kita-Leitung Moorkobolde", "leitung@moorkobolde.example", f"{_NEIN}\n\nInken Rahn", "Moorkobolde"),
        ("QRVL People and Culture", "people@qrvl.example", f"{_NO} QRVL wishes you well.\n\nWith thanks,\nPeople and Culture", "QRVL"),
        ("Zentrale Dienste", "zentrale.dienste@stadt-tannmoor.example", f"{_NEIN}\n\nIm Auftrag\ngez. Apel", "Stadt Tannmoor"),
        ("Verwaltung Kitas", "kita-verwaltung@kirchenkreis-tannmoor.example", f"{_NEIN}\n\ni. A. Petra Brink", "Kirchenkreis Tannmoor"),
        ("Sekretariat Vahl", "sekretariat@vahl-partner.example", "Guten Tag Herr Vale,\n\nvielen Dank für Ihre Bewerbung. Ich gebe sie heute noch an Herrn Dr. Vahl weiter.\n\nMfG\nB. Grote", "Vahl Partner"),
        ("Bewerbung TW", "bewerbung@tw-pflege.example", "Vielen Dank, Ihre Bewerbung haben wir erhalten.\n\nTannhof & Wolff – Pflege mit Seele", "Tannhof & Wolff"),
    ],
)  # fmt: skip
def test_an_office_is_no_part_of_the_name(
    shown: str, at: str, text: str, company: str
) -> None:
    assert employer("Ihre Bewerbung", text, shown=shown, at=at) == company


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("Planungsbüro Tannkamp", "mail@tannkamp.example"),
        ("Reisebüro Tannkamp", "mail@tannkamp.example"),
        ("Kita Tannkamp", "mail@tannkamp.example"),
        ("Tann County Sheriff's Office", "p@tanncountysheriffs.example"),
        ("Tannkamp Services", "jobs@tannkamp.example"),
        ("Tannkamp Personal", "jobs@tannkampnord.example"),
        ("Büro Tannkamp", "jobs@moorhof.example"),
        ("Studio Tannkamp", "jobs@tannkamp.example"),
        ("Tannkamp", "jobs@tannkamp.example"),
        ("Haus Tannkamp", "jobs@tannkamp.example"),
        ("Office Tannkamp Systems GmbH", "jobs@office-tannkamp.example"),
        ("Pfarrbüro Tannkamp", "jobs@tannkamp.example"),
        ("Angebot Tannkamp", "jobs@moorhof.example"),
    ],
)
def test_what_belongs_to_a_name_stays(name: str, at: str) -> None:
    assert without_desk(name, sender=Address("", at)) == name


def test_what_a_firm_calls_itself_begins_with_no_matter() -> None:
    name = "Vertragsangebot Tannkamp"
    shown = Address(name, "info@tannkamp.example")
    assert without_desk(name, sender=shown) == name
    assert without_desk(name, sender=Address("Ida", shown.address)) == "Tannkamp"


@pytest.mark.parametrize(
    ("shown", "at", "text"),
    [
        ("Velomax", "jobs@tannhof-service.example", "Guten Tag,\n\nvielen Dank für deine Bewerbung als Koch bei Velomax. Leider haben wir uns anders entschieden.\n\nViele Grüße\nVelomax"),
        ("Little Acorns", "jobs@acornsnursery.example", "Dear Robin,\n\nThank you for applying to Little Acorns. Unfortunately we have gone with another candidate.\n\nKind regards\nLittle"),
    ],
)  # fmt: skip
def test_a_firm_keeps_the_name_that_it_writes_under(
    shown: str, at: str, text: str
) -> None:
    assert employer("Ihre Bewerbung", text, shown=shown, at=at) == shown


def test_who_is_called_by_an_exam_keeps_it() -> None:
    text = "Dear Robin,\n\nThank you for applying to Ida Roe DDS. Unfortunately we have gone with another candidate.\n\nKind regards\nIda Roe DDS"
    company = employer("Your application", text, shown="Ida Roe", at="i@gmail.com")
    assert company == "Ida Roe DDS"


@pytest.mark.parametrize(
    "sender",
    [
        Address("Gasthof Post", "gasthof.post@larchnet-hosting.example"),
        Address("Zentrale Dienste", "info@stadt-tannmoor.example"),
        Address("Zentrale Dienste GmbH", "zentrale@larch-holding.example"),
        Address("Tann Services", "services@tann-holding.example"),
        Address("Ida Roe", "ida.roe@stadt-tannmoor.example"),
        Address("", "dienste@stadt-tannmoor.example"),
    ],
)
def test_a_house_is_no_desk(sender: Address) -> None:
    assert not is_desk(sender)


@pytest.mark.parametrize(
    ("name", "is_persons"),
    [
        ("Bis dann! I. Roe", True),
        ("I. Roe", True),
        ("Herrn Dr. Vahl", True),
        ("Frau Prof. Ode", True),
        ("Pour le Maire", True),
        ("P/o la Directrice", True),
        ("Pour la Mer", False),
        ("Pour le Maire SARL", False),
        ("Ida Roe LLP", False),
        ("Ida Roe AG", False),
        ("Ida Roe Architects", False),
        ("Ida Roe", False),
        ("A. & I. Roe", False),
        ("Frau Holle", False),
        ("Herr Nilsson", False),
        ("Dr. Vahl", False),
        ("Roe", False),
        ("Weingut I. Roe & Sohn", False),
        ("Herrn Dr. Vahl GmbH", False),
    ],
)
def test_a_person_is_told_by_the_form_of_the_name(
    name: str, *, is_persons: bool
) -> None:
    sender = Address("Ida Roe", "ida.roe@larch.example")
    assert is_of_person(name, sender=sender) is is_persons


@pytest.mark.parametrize(
    ("subject", "shown", "at", "text", "company"),
    [
        ("Terminverschiebung", "Dirk Sandner", "sandner@larchtrans-umschlag.example", "Hallo Herr Vale,\n\nunser Vorstellungsgespräch wäre nun am Montag um 10 Uhr. Melden Sie sich bitte beim Pförtner an, er ruft mich dann.\n\nD. Sandner\nLagerleitung", "Larchtrans Umschlag"),
        ("Schnuppertag", "Beat Aman", "beat.aman@schule-tannwil.example", "Guten Tag Herr Vale\n\nDanke für Ihre Bewerbung. Kommen Sie am Dienstag um sieben zum Schnuppern, wir sehen uns beim Veloständer neben der Aula.\n\nFreundliche Grüsse\nBeat Aman", "Schule Tannwil"),
        ("Probearbeiten", "Mandy Kranz", "kranz@wohnpark-tannwiesen.example", "Hallo Frau Vale,\ndanke für Ihre Bewerbung. Ihr Probetag ist am Freitag um halb sieben, einen Kittel haben wir hier.\nBis dann! M. Kranz, PDL", "Wohnpark Tannwiesen"),
        ("Angebot Tannschmiede", "Eva Stock", "eva.stock@tannschmiede.example", "Hoi Robin\n\nWir möchten dir die Stelle als Entwicklerin anbieten, 80 %.\n\nLiebe Grüsse\nEva", "Tannschmiede"),
        ("Application", "Fernside HR", "hr@fernside-env.example", "Dear Robin,\n\nThank you for your application for the position of Project Engineer. You were not successful in this instance.\n\nLe meas,\nSinéad Marlin\nHR", "Fernside Env"),
        ("Hearing", "Sekretariat TVB Tanntal", "office@tvb-tanntal.example", "Sehr geehrte Frau Vale,\n\nvielen Dank für Ihre Bewerbung. Wir laden Sie zum Vorstellungsgespräch am 3. Juni um 16 Uhr ins Rathaus ein.\n\nEin Zimmer im Gasthof Krone ist für Sie gebucht.\n\nMit freundlichen Grüßen\nGabi Egner", "TVB Tanntal"),
        ("Job #2209 Library Aide", "TalentEd", "noreply@talented-mail.example", "Robin Vale\n\nAnother candidate was chosen for this vacancy.\n\nThank you for applying with Fenridge SD.", "Fenridge SD"),
        ("Rückruf", "Silvio Rahm", "s.rahm@tvs-pflege.example", f"{_NEIN}\n\nSilvio Rahm", "TVS Pflege"),
    ],
)  # fmt: skip
def test_the_house_of_the_address_is_read(
    subject: str, shown: str, at: str, text: str, company: str
) -> None:
    assert employer(subject, text, shown=shown, at=at) == company


@pytest.mark.parametrize(
    ("subject", "shown", "at", "text", "company"),
    [
        # Told in a sentence of applying, or as what signs.
        ("Bewerbung", "Dirk Sandner", "sandner@larchtrans-umschlag.example", "Hallo Herr Vale,\n\nvielen Dank für Ihre Bewerbung beim Moorspeicher. Leider haben wir uns anders entschieden.\n\nD. Sandner", "Moorspeicher"),
        ("Bewerbung", "Dirk Sandner", "sandner@larchtrans-umschlag.example", f"{_NEIN}\n\nDirk Sandner\nMoorspeicher GmbH", "Moorspeicher GmbH"),
        # A hotel that hires, and a room that is none.
        ("Bewerbung", "Hotel Tannhof", "info@hotel-tannhof.example", f"{_NEIN} Ein Zimmer im Hotel Tannhof brauchen Sie also nicht.", "Hotel Tannhof"),
        ("Room Leader", "Tann Nursery HR", "hr@htn-nursery.example", "Thank you for your application for the position of Room Leader at Hollin Tann Nursery. This position has been withdrawn.\n\nHR", "Hollin Tann Nursery"),
        ("Terminfindung", "Clara Wey", "wey@bv-solarbau.example", f"{_NEIN}\n\nClara Wey\n\n> Ihre Einladung für das Gespräch (Referent, Bundesverband Solarbau) habe ich erhalten.", "Bundesverband Solarbau"),
        ("Stelle", "Stadtarchiv Tannmoor", "archiv@tannmoor.example", f"{_NEIN}\n\nStadtarchiv Tannmoor", "Stadtarchiv Tannmoor"),
        ("Stelle", "Weingut Hohlenfels", "weingut@hohlenfels.example", f"{_NEIN}\n\nWeingut Hohlenfels\nMira Ode", "Weingut Hohlenfels"),
        ("Gipser", "Tanno Gipser", "tanno@gipser-tanno.example", f"{_NEIN}\n\nTanno", "Tanno Gipser"),
        ("Sanitär", "Jan Vahl", "j.vahl@sanitaer-vahl.example", f"{_NEIN}\n\nJan Vahl", "Sanitär Vahl"),
        ("Kür", "Jan Vahl", "j.vahl@moebel-vahl.example", f"{_NEIN}\n\nJan Vahl", "Möbel Vahl"),
        ("Praxis", "Jan Vahl", "j.vahl@dr-vahl.example", f"{_NEIN}\n\nJan Vahl", "Dr Vahl"),
        ("Role", "Ted Larkin", "careers@tedlarkin.example", f"{_NO}\n\nTed Larkin", "Ted Larkin"),
        ("Role", "Larchwood", "jobs@larchwood.example", f"{_NO}\n\nLarchwood", "Larchwood"),
        ("Line Cook: Application Submitted", "Larch Inn", "jobs@larch-inn.example", "Your application was submitted.", "Larch Inn"),
        ("Confirmed: phone interview Thursday", "Larch Inn", "jobs@larch-inn.example", "Your phone interview is booked.\n\nLarch Inn", "Larch Inn"),
        ("Vacancy", "Amber at Fern", "amber@fernoralhealth.example", f"{_NO}\n\nAmber\nFern Oral Health", "Fern Oral Health"),
    ],
)  # fmt: skip
def test_neighbours_are_read_as_before(
    subject: str, shown: str, at: str, text: str, company: str
) -> None:
    assert employer(subject, text, shown=shown, at=at) == company


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("fuldaer-hof", "Fuldaer Hof"),
        ("jenaer-bad", "Jenaer Bad"),
        ("altonaer-tafel", "Altonaer Tafel"),
        ("itzehoer-tor", "Itzehoer Tor"),
        ("sanitaer-vahl", "Sanitär Vahl"),
        ("temporaer-vahl", "Temporär Vahl"),
        ("binaer-labor", "Binär Labor"),
        ("schaer-backwaren", "Schär Backwaren"),
        ("sekretaer-hof", "Sekretär Hof"),
        ("zubehoer-vahl", "Zubehör Vahl"),
        ("zum-baer", "Zum Bär"),
        ("baeren-tor", "Bären Tor"),
        ("muehle-vahl", "Mühle Vahl"),
        ("veterinaer-vahl", "Veterinär Vahl"),
        ("kulturtraeger-vahl", "Kulturträger Vahl"),
        ("geraete-vahl", "Geräte Vahl"),
    ],
)
def test_umlauts_are_made_where_no_towns_name_ends(label: str, name: str) -> None:
    at = f"jan.ode@{label}.example"
    text = f"{_NEIN}\n\nJan Ode"
    assert employer("Ihre Bewerbung", text, shown="Jan Ode", at=at) == name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("rr-vahlwerk", "RR Vahlwerk"),
        ("datenwerft-bhv", "Datenwerft BHV"),
        ("st-vahl-heim", "St Vahl Heim"),
        ("am-tannhof", "Am Tannhof"),
        ("gut-tannhof", "Gut Tannhof"),
        ("mc-vahl-bau", "Mc Vahl Bau"),
    ],
)
def test_letters_without_a_vowel_stay_letters(label: str, name: str) -> None:
    assert name_of_label(label) == name
