from __future__ import annotations

import pytest

from tests.mail.rules.facts_corpus import read_case


def _role(
    subject: str, text: str, sender: str = "Tansy Mill <jobs@tansy.example>"
) -> str:
    return read_case({"from": sender, "subject": subject, "text": text}).found.role


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        ("Interview", "We invite you for Research Fellow in Optics.", "Research Fellow in Optics"),
        ("Teacher of Latin, September", "The post of Teacher of Latin.", "Teacher of Latin"),
        ("Net Maker on hold indefinitely", "Sorry.", "Net Maker"),
        ("Portfolio Garden Designer", "Thank you for it.", "Garden Designer"),
        ("Wegen Freitag", "Leider hat es für Sie als Kranführer vom 3.4. nicht gereicht.", "Kranführer"),
        ("Termin", "Zum Auswahlverfahren Försterin gehört ein Waldgang.", "Försterin"),
        ("Nachricht", "Seit gestern sitzt eine neue Buchbinderin an dem Tisch.", "Buchbinderin"),
        ("Neues", "Ob Sie Hausleiterin werden, entscheidet der Beirat.", "Hausleiterin"),
        ("Stellenanzeige Müllermeister", "Wir haben sie zurückgezogen.", "Müllermeister"),
        ("Entrevista para el puesto de Agente de reservas", "¿Te viene bien?", "Agente de reservas"),
        ("Uitnodiging kennismakingsgesprek Planner", "De functie van Planner bij ons.", "Planner"),
    ],
)  # fmt: skip
def test_the_title_of_the_opening_is_read(subject: str, text: str, role: str) -> None:
    assert _role(subject, text) == role


def test_who_takes_part_in_an_interview_is_no_title() -> None:
    text = "Wir laden Sie ein.\nDabei Ole Adler (Vertrieb), Ida Riedl (Personal)\nGruß"
    assert _role("Gespräch am 2. Dezember", text) == ""


def test_the_writer_s_own_title_is_not_the_opening_s() -> None:
    sender = "Programme Controller <pc@tansy.example>"
    text = "I have listened to your tape.\n\nProgramme Controller\nTansy Radio"
    assert _role("Your tape", text, sender) == ""


@pytest.mark.parametrize(
    ("sender", "signed"),
    [
        ("Bianca Orsi <bianca.orsi@tansy.example>", "Bianca Orsi\nTalent Specialist, Tansy"),
        ("Ilse Kroon <ilse@tansy.example>", "Ilse Kroon\nRecruiter Tansy"),
    ],
)  # fmt: skip
def test_a_part_of_what_the_writer_signs_as_is_not_the_opening(
    sender: str, signed: str
) -> None:
    text = f"Ci vediamo martedì alle 10 in videochiamata per il colloquio.\n\n{signed}"
    assert _role("Tansy - colloquio", text, sender) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Unsere Laborleiterin hätte gern mit Ihnen gearbeitet.",
        "Frau Direktorin Adler hat entschieden.",
        "Eine Mitbewerberin war schneller.",
        "Liebe:r Robin, es hat nicht gereicht.",
        "Sehr geehrter Herr Meister Vale, es hat nicht gereicht.",
    ],
)
def test_somebody_else_s_work_is_not_the_opening_s(text: str) -> None:
    assert _role("Ihre Bewerbung", text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "We would like you to come in on Friday. You will meet Jo (Dye Manager).",
        "You will talk with Jo (Dye Manager), Ms Vale (Loom Manager) and Ida Roe.",
        "I spoke to Jo Vale, our Warehouse & Dye Manager, and we want to see you on Friday.",
        "The last step is a talk with our Dye Manager, Jo Vale, on Friday.",
        "Kommen Sie am Freitag zum Gespräch mit Frau Vale (Färbereileiterin).",
        "Wir laden Sie ein. Am Gespräch nehmen Frau Dr. Vale, Färbereileiterin, und ich teil.",
        "Das Gespräch führen Sie am Freitag mit unserer Färbereileiterin Frau Vale.",
    ],
)
def test_who_is_spoken_of_by_a_title_does_not_name_the_opening(text: str) -> None:
    assert _role("Second interview", text) == ""


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Your application as our Dye Manager arrived.", "Dye Manager"),
        ("You met Jo (Dye Manager). The post of Dye Manager is gone.", "Dye Manager"),
    ],
)
def test_the_same_title_told_of_the_opening_is_read(text: str, role: str) -> None:
    assert _role("Your application", text) == role


@pytest.mark.parametrize(
    "signed",
    [
        "Jonas Belti\nBackstubenleitung",
        "Jonas Belti, Wirt",
        "Bäckermeister Jonas Belti",
    ],
)
def test_what_a_house_s_writer_signs_as_is_not_the_opening(signed: str) -> None:
    text = f"Wir sagen Ihnen bis Freitag Bescheid.\n\nLiebe Grüße\n{signed}"
    sender = "Backhaus Tansy <buero@tansy.example>"
    assert _role("Nach dem Probetag", text, sender) == ""


def test_who_signs_may_be_called_as_the_opening() -> None:
    text = "Die Stelle als Wirt ist vergeben.\n\nLiebe Grüße\nJonas Belti, Wirt"
    sender = "Backhaus Tansy <buero@tansy.example>"
    assert _role("Bewerbung", text, sender) == "Wirt"


def test_a_line_of_a_day_s_plan_is_no_title() -> None:
    text = "You will meet:\n\n1:30 Anna Lind, CEO\n2:15 the bakers"
    assert _role("Final round at Tansy Mill", text) == ""


def test_our_title_of_whom_the_mail_asks_is_the_opening() -> None:
    text = "For the next stage of choosing our Bakery Assistant would you kindly bake?"
    assert _role("A small task", text) == "Bakery Assistant"


def test_an_employer_that_is_called_as_the_opening_is_none() -> None:
    found = read_case(
        {
            "from": "Ida Roe <ida.roe@tansy.example>",
            "subject": "RE: Offer: Loom & Office Co-ordinator",
            "text": "Wonderful, the contract is on its way.\n\nIda",
        }
    ).found
    assert found.company != found.role or not found.role


@pytest.mark.parametrize(
    "text",
    ["Rosa, Tansy Mill, re Dye Master", "Rosa / Tansy Mill (Stelle: Färberin)"],
)
def test_the_last_line_may_name_the_opening(text: str) -> None:
    found = _role("Montag", f"Wir haben uns anders entschieden.\n\n{text}")
    assert found in {"Dye Master", "Färberin"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Nous avons bien reçu votre candidature pour l'emploi d'assistante de galerie.", "assistante de galerie"),
        ("Votre candidature au poste Agent d'escale est arrivée.", "Agent d'escale"),
        ("Acusamos recibo de su solicitud para la plaza de auxiliar de enfermería.", "auxiliar de enfermería"),
        ("Gracias por tu interés y por tu candidatura. ¿Hablamos de la vacante de soldador naval? Serían 40 minutos conmigo.", "soldador naval"),
        ("Le scriviamo per il posto di addetta alla vendita, come promesso.", "addetta alla vendita"),
        ("Il colloquio per tecnico del suono lo facciamo venerdì.", "tecnico del suono"),
        ("Quem vai assumir a vaga de educador ambiental é outra pessoa.", "educador ambiental"),
        ("Agradecemos a sua candidatura a rececionista noturno e o envio dos documentos, mas não foi selecionado.", "rececionista noturno"),
        ("We nodigen je uit voor een gesprek over de functie radiodiagnostisch laborant.", "radiodiagnostisch laborant"),
        ("Tack för din ansökan. Rekryteringen av kommunikatör avbryts.", "kommunikatör"),
        ("Dziękujemy za zgłoszenie na stanowisko specjalista ds. projektów, rozmowy ruszają.", "specjalista ds. projektów"),
        ("Top dat je reageert op onze vacature pedagogisch medewerker!", "pedagogisch medewerker"),
    ],
)  # fmt: skip
def test_a_title_in_lower_case_ends_where_the_sentence_goes_on(
    text: str, role: str
) -> None:
    assert _role("Montag", text) == role


@pytest.mark.parametrize(
    "text",
    [
        "We would like to meet you on 5 May at 10.\nWith: Oliver Adler (CRM Manager), Ida Riedl (Talent Partner)",
        "You will speak to Martin Roe, Sales Director, and Louise from HR on 5 May at 2pm.",
        "They want to see you on 5 May: half an hour with Ida Riedl, Head of Logistics.",
        "Wir laden Sie ein, am 5. Mai um 10 Uhr. Dabei: Martin Adler (Vertriebsleiter)",
    ],
)
def test_the_title_beside_a_person_s_name_is_theirs(text: str) -> None:
    assert _role("Interview on 5 May", text) == ""


def test_the_opening_s_title_stays_where_a_colleague_has_it_too() -> None:
    text = "We would like to meet you for the post of Sales Manager, with Ida Riedl (Sales Manager)."
    assert _role("Interview", text) == "Sales Manager"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Interview - PPC & Content Executive - Tansy Mill", "PPC & Content Executive"),
    ],
)
def test_a_title_is_not_cut_at_its_and_sign(subject: str, title: str) -> None:
    text = "I have spoken to everybody and we can do Tuesday 12 May, 2pm to 3pm, same place."
    assert _role(subject, text) == title


def test_a_market_stall_is_no_title() -> None:
    text = (
        "I'm Freddie, one half of Tansy. Liked your little film about the Harbour Market"
        " stall. Fancy coming to the mill for a chat? Pick a time here: Book a meeting"
    )
    assert _role("Come and have a coffee with us?", text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Next up you meet Ida, the Shop Manager, and walk the floor. Are you free on Wednesday at 6pm?",
        "Next is an interview with Ida, the Regional Director. Are you free on Wednesday at 6pm?",
    ],
)
def test_the_title_of_somebody_one_meets_by_first_name_is_no_opening(text: str) -> None:
    text = f"Hi Robin,\n\n{text}\n\nKim\nTalent Partner, Quarry Vale"
    assert _role("Stage 2!", text, "Kim Alder <careers@quarryvale.example>") == ""


@pytest.mark.parametrize(
    "text",
    [
        "Herr Vale (Leiter Färberei) möchte Sie am Freitag um 10 Uhr zum Gespräch sehen.",
        "Mevrouw Vale (Manager Ververij) wil u graag vrijdag om 10 uur spreken.",
        "La signora Vale (Responsabile Tintoria) la incontra venerdì alle 10.",
        "Zum Zweitgespräch am Freitag um 14 Uhr kommen Jan, Olga (Teamleitung) und ich.",
        "Second interview on Friday at 2pm: Jan, Olga (Team Leader) and me.",
        "Auswahlgespräch (Kommission mit Frauenbeauftragter und Personalrat) am Freitag um 10 Uhr.",
        "The interview is with a panel of Nurse Managers and Matrons on Friday at 10.",
        "Bitte reichen Sie den Nachweis über den Ausbildungsabschluss (Köchin, IHK) nach.",
        "Man begrüßt nicht alle Tage eine Köchin im Labor, daher würden wir Sie gern am Freitag sprechen.",
        "It's not every day a Chef wants to join a lab, so we would like to talk on Friday.",
        "Ce n'est pas tous les jours qu'une Cuisinière nous écrit. Parlons-en vendredi à 10 h.",
    ],
)
def test_the_title_of_whom_one_meets_or_of_the_reader_is_no_opening(text: str) -> None:
    assert _role("Am Freitag", text) == ""


def test_what_the_writer_does_in_brackets_is_no_opening() -> None:
    text = "Kennenlernen am Freitag um 14 Uhr, per Video.\n\nCheers\nJonte (Co-Founder)"
    assert _role("Kennenlernen", text, "Jonte Behr <jonte@tansy.example>") == ""


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Hallo Olga (Köchin), danke für Ihre Bewerbung als Köchin.", "Köchin"),
        ("Your application as Panel Operator arrived.", "Panel Operator"),
        ("On behalf of the Board of Management I offer you the post of School Secretary.", "School Secretary"),
        ("Das letzte Zeugnis fehlt noch.\n\nTansy Mill (Pflegefachkraft Onkologie)", "Pflegefachkraft Onkologie"),
        ("Danke für Ihre Bewerbung als Reporterin Kommission und Parlament.", "Reporterin Kommission und Parlament"),
        ("Wir suchen jeden Tag. Danke für Ihre Bewerbung als Köchin.", "Köchin"),
    ],
)  # fmt: skip
def test_the_opening_of_whom_one_greets_is_read(text: str, role: str) -> None:
    assert _role("Ihre Bewerbung", text) == role
