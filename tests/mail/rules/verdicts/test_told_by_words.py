"""What plain words tell, in mail that the second voice hears as something else."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message


def read(subject: str, text: str, *, sender: str = "anna@firm.example") -> Verdict:
    return read_message(make_message(subject, text, sender=sender)).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("RE: CV cocinera", "Hola, Kim:\n\nGracias por escribirnos. Ahora mismo no tenemos ninguna vacante: las cocinas están cubiertas hasta final de curso. En mayo empezamos a preparar el curso siguiente; si para entonces sigues interesada, vuelve a escribirnos.\n\nPilar\nCoordinadora de personal"),
        ("RE: CV", "Hola, Kim:\n\nGracias por escribirnos. Ahora mismo los turnos están cubiertos hasta final de curso. En junio empezamos a preparar el siguiente; si sigues interesado, vuelve a escribirnos.\n\nPilar\nCoordinadora de personal"),
        ("RE: CV", "Hola, Kim:\n\nGracias por escribirnos. No tenemos ninguna vacante, las plazas están cubiertas hasta final del curso escolar. En mayo vuelve a escribirnos.\n\nPilar\nCoordinadora de personal"),
        ("RE: CV monitora", "Hola, Kim:\n\nGracias por tu currículum. Todos los centros están cubiertos hasta el final del curso. En mayo empezamos a preparar el siguiente; vuelve a escribirnos.\n\nPilar\nCoordinadora de personal"),
    ],
)  # fmt: skip
def test_what_is_staffed_until_the_school_year_ends_has_no_opening(
    subject: str, text: str
) -> None:
    assert read(subject, text) is Verdict.REJECTION


def test_a_course_that_is_full_says_no_to_no_application() -> None:
    text = "Hola, Kim:\n\nGracias por escribirnos. Las plazas del curso están cubiertas hasta mayo. Vuelve a escribirnos entonces.\n\nPilar"
    assert read("Curso de cocina", text) is Verdict.OTHER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Product Owner, Claims (2600209) phone screen", "Good morning Kim,\n\nI support IT hiring for Hale Mutual and would like to arrange a telephone screening for the Product Owner, Claims opening. I have this Thursday 3/5 at 10:00 AM or 2:15 PM. It takes 25 minutes. Which do you prefer?\n\nPlease be ready to discuss salary expectations and whether you'd now or in the future require sponsorship.\n\nBeth Roe, SHRM-CP"),
        ("Product Manager", "Hi Kim, I'd like to arrange a phone interview for the Product Manager role."),
        ("Sales Assistant", "Hi Kim, I'd like to arrange a telephone interview for the Sales Assistant role."),
        ("Marketing Executive", "Hi Kim, we'd like to set up a video interview for the Marketing Executive role."),
    ],
)  # fmt: skip
def test_a_job_with_products_or_sales_in_its_title_invites_as_any_other(
    subject: str, text: str
) -> None:
    assert read(subject, text) is Verdict.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Hello Kim,\n\nWe'd like to set up a call for a product demo. Are you free on Tuesday at 3?\n\nBeth",
        "Hello Kim,\n\nWe'd love to set up a sales call about our platform. Are you free on Tuesday at 3?\n\nBeth",
    ],
)  # fmt: skip
def test_what_is_to_be_sold_invites_nobody(text: str) -> None:
    assert read("A quick call", text) is Verdict.OTHER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("New one", "Kim,\n\nGot another one for you. Dunn Refrigeration, rack work, $38/hr plus per diem. It's based out of Pittsburgh, 4 nights a week on the road. Want me to send your resume over?\n\nBrent"),
        ("Wexford job", "Kim, got one that might suit. Bookkeeper, 30k, three days in the office. Want me to put you in for it?\n\nSean"),
        ("Leeds", "Kim,\n\nOne more for you. Hale Foods, night picking, £14/hr plus bonus, Leeds, four nights. Like me to pass your CV along?\n\nJo"),
        ("Toledo", "Kim,\n\nHave another. Marsh Boats, welding, $41/hr plus per diem, Toledo, ten weeks on site. Shall I put you forward for it?\n\nBrent"),
        ("Zwei für Sie", "Hallo Frau Roe,\n\nich hätte etwas: Disposition, Linz, Gleitzeit, EUR 3.000 brutto, ab sofort. Dürfen wir Ihre Unterlagen an den Kunden weiterleiten?\n\nGernot"),
    ],
)  # fmt: skip
def test_who_asks_whether_to_hand_the_papers_on_offers_no_job_yet(
    subject: str, text: str
) -> None:
    assert read(subject, text) is Verdict.OUTREACH


def test_who_asks_whether_to_send_things_on_writes_of_no_job() -> None:
    text = "Kim,\n\nFound your stuff in the shed. Want me to send your stuff over? Van goes up on Friday.\n\nBrent"
    assert read("The keys", text) is Verdict.OTHER


def test_an_employer_that_asks_to_hand_papers_on_has_received_them() -> None:
    text = "Guten Tag Frau Roe,\n\ndanke für Ihre Bewerbung bei uns als Köchin. Sie ist gut angekommen. Dürfen wir Ihre Unterlagen auch an unser Haus in Wels weiterleiten?\n\nHR"
    assert read("Ihre Bewerbung", text) is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("AW: Büro", "Guten Tag Frau Roe,\n\nwir möchten Sie gern nehmen. 25 Stunden, 1600 brutto, Urlaub 28 Tage. Start 1.9.\nBitte melden Sie sich bis Mittwoch, der andere Bewerber wartet auch.\n\nLore"),
        ("AW: Probearbeit", "Hallo Frau Roe,\n\nmeine Frau und ich sind uns einig, wir würden sie gern nehmen. 40 Stunden, 2450 brutto, 25 tage Urlaub, samstags einmal im Monat bis 13 Uhr. Beginn 1.4.\nSagen sie mir bitte bis Freitag (20.3.) Bescheid, sonst muss ich dem anderen Bewerber zusagen.\n\nMfg"),
    ],
)  # fmt: skip
def test_who_would_gladly_take_somebody_on_offers_the_job(
    subject: str, text: str
) -> None:
    assert read(subject, text) is Verdict.OFFER


@pytest.mark.parametrize(
    "text",
    [
        "Hallo Kim, wir würden den Kater gern nehmen, am Samstag holen wir ihn ab. Sag Bescheid! Uwe",
        "Hallo Kim, wir würden dich gern nehmen, aber der Steuerberater sagt, es geht heuer nicht. Tut uns leid. Uwe",
    ],
)
def test_who_takes_a_cat_or_may_not_take_anybody_offers_none(text: str) -> None:
    assert read("Hallo", text) is not Verdict.OFFER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Bewerbung als Restaurantleiterin", "Sehr geehrte Frau Roe!\n\nIhre Bewerbung hat mich sehr gefreut, genau so jemanden bräuchten wir. Ich möchte aber ehrlich sein, wir verhandeln gerade über die Verlängerung vom Pachtvertrag. Sobald das unterschrieben ist, lade ich Sie zu einem Gespräch ein. Darf ich Sie bis dahin in Evidenz halten?\n\nRosi"),
        ("Re: Koch", "Hallo Kim, schöne Bewerbung! Sobald die Mittel freigegeben sind, lade ich dich zum Vorstellungsgespräch ein.\n\nRosi"),
        ("Re: cook", "Dear Kim,\n\nThanks for your CV. When the building work is finished I'll ask you in for an interview with Sam.\n\nRose"),
        ("Your application", "Dear Kim,\n\nWe liked your letter very much. Once the grant is approved we'll ask you in for a chat. That may take until May.\n\nRose"),
    ],
)  # fmt: skip
def test_who_invites_once_something_is_settled_invites_nobody_today(
    subject: str, text: str
) -> None:
    assert read(subject, text) in {Verdict.CONFIRMATION, Verdict.AMBIGUOUS}


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Koch", "Hallo Kim, sobald Sie da sind, klingeln Sie bitte; wir laden Sie am Montag um 10 Uhr zum Gespräch ein.\n\nRosi"),
        ("Re: Bewerbung", "Liebe Frau Roe, der Pachtvertrag ist unterschrieben, und ich lade Sie zu einem Gespräch ein, am Montag um 10 Uhr.\n\nRosi"),
        ("Re: cook", "Dear Kim, we'd like to invite you for an interview on Monday at 10. Once you have signed in at the desk, ask for Rose."),
    ],
)  # fmt: skip
def test_who_invites_for_a_day_invites(subject: str, text: str) -> None:
    assert read(subject, text) is Verdict.INTERVIEW


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Clerical Officer – Stage 1 Results", "Dear Kim,\n\nCongratulations. You have been successful at Stage 1 and have been placed on an order of merit for your chosen location.\n\nYour place: 312\nLocation: Cork\n\nPlease note that qualification and placement on a panel is not a guarantee of appointment. Candidates will be invited to Stage 2 as vacancies arise.\n\nPublic Jobs"),
        ("Executive Officer – Results", "Dear Kim,\n\nYou have been placed on an order of merit. Your place: 41\n\nThose placed will be called to stage 3 as posts arise.\n\nPublic Jobs"),
        ("Porter campaign", "Dear Kim,\n\nFollowing your interview you were placed on an eligibility list at number 7. People will be called to stage 2 as positions become free.\n\nHR"),
    ],
)  # fmt: skip
def test_a_place_on_an_order_of_merit_is_no_list_of_openings(
    subject: str, text: str
) -> None:
    assert read(subject, text) is Verdict.CONFIRMATION


def test_two_openings_of_a_list_are_one() -> None:
    text = "2 new vacancies match your saved search.\n\nClerk, Cork\nPorter, Cork\n\nManage your job alerts"
    assert read("Your job alert", text) is Verdict.JOB_ALERT


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Przesłuchanie 24.03", "Dzień dobry Pani Kim!\n\nDziękujemy za zgłoszenie do chóru. Zapraszamy na przesłuchanie we wtorek 24 marca o godz. 18:00, Dom Kultury, sala 12. Proszę przygotować dowolną piosenkę.\n\nDyrygentka"),
        ("Audition", "Bonjour, merci pour votre candidature à la chorale. Nous vous invitons à une audition mardi à 18 h.\n\nJo"),
        ("Audición", "Hola, gracias por tu solicitud para el coro. Te invitamos a una prueba el martes a las 18:00.\n\nJo"),
        ("Vorsingen", "Liebe Frau Roe, danke für Ihre Bewerbung für unseren Kammerchor. Wir laden Sie am Dienstag um 18 Uhr zum Vorsingen ein.\n\nJo"),
    ],
)  # fmt: skip
def test_a_choir_that_hears_somebody_sing_is_no_employer(
    subject: str, text: str
) -> None:
    assert read(subject, text) is Verdict.OTHER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Rozmowa", "Szanowna Pani, dziękujemy za zgłoszenie na stanowisko dyrygenta chóru. Zapraszamy na rozmowę kwalifikacyjną we wtorek o 18:00.\n\nJo"),
        ("Interview", "Dear Kim, thank you for your application for the post of choir director. We'd like to invite you to an interview on Tuesday at 6 pm.\n\nJo"),
    ],
)  # fmt: skip
def test_a_choir_that_looks_for_who_leads_it_is_one(subject: str, text: str) -> None:
    assert read(subject, text) is Verdict.INTERVIEW


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Hai risposto all'annuncio: Magazziniere/operaio vivaio", "Ciao Kim,\nil tuo messaggio per l'annuncio \"Magazziniere/operaio vivaio\" (Vivai Mezzaluna Verde, Canneto sull'Oglio) è stato inviato.\n\n\"Buonasera, sono interessato all'annuncio. Ho il patentino muletto e patente C. Kim 3335550142\"\n\nAttenzione alle truffe: non inviare mai denaro o documenti prima di un colloquio."),
        ("Hai risposto", "Ciao Kim,\nil tuo messaggio per l'annuncio \"Barista part-time\" (Bar Sport) è stato consegnato.\n\n\"Salve, sono interessata al lavoro e ho esperienza.\"\n\nAttenzione: non dare mai documenti prima di un colloquio."),
        ("Hai risposto all'annuncio: Autista", "Ciao Kim,\nla tua risposta all'annuncio \"Autista patente C\" (Trasporti Neri) è stata inviata.\n\n\"Buongiorno, ho il CQC, allego il curriculum.\"\n\nAttenzione alle truffe."),
    ],
)  # fmt: skip
def test_a_message_that_a_board_has_sent_on_is_an_application(
    subject: str, text: str
) -> None:
    assert read(subject, text) is Verdict.CONFIRMATION


def test_a_message_about_a_sofa_is_none() -> None:
    text = 'Ciao Kim,\nil tuo messaggio per l\'annuncio "Divano letto" (Brescia) è stato inviato.\n\n"Buonasera, è ancora disponibile?"\n\nAttenzione alle truffe: non inviare mai denaro.'
    assert read("Hai risposto all'annuncio: Divano letto", text) is Verdict.OTHER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Domanda NASpI - esito", "Gentile utente,\n\nla informiamo che la domanda di indennità NASpI presentata in data 16/02/2026 è stata ACCOLTA.\nIl provvedimento è consultabile nella sezione MyINPS del sito, accedendo con SPID, CIE o CNS.\n\nLe ricordiamo che è tenuto a comunicare entro 30 giorni l'eventuale avvio di attività lavorativa subordinata, autonoma o parasubordinata, nonché a presentarsi alle convocazioni del Centro per l'Impiego.\n\nCordiali saluti"),
        ("come va", "ciao Kim come va? io ho fatto 2 colloqui ma niente di fatto, quello di Ghedi mi ha detto che le faccio sapere e poi sparito. Mia moglie dice che cercano uno con la C x il camion con la gru, io la C non ce l'ho ma tu si, scrivigli / Beppe"),
    ],
)  # fmt: skip
def test_a_benefit_or_what_a_friend_was_told_is_no_receipt(
    subject: str, text: str
) -> None:
    assert read(subject, text) is Verdict.OTHER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Buckeye wants to interview!!", "Kim,\n\nUgh. I hate this email. Greg was going to make you an offer off of Friday's onsite. Then their parent company put a hiring freeze on all contract and perm headcount effective yesterday and the req was pulled from my portal. It's not you, the job just doesn't exist anymore. Greg said maybe Q4 but I would not hold your breath.\n\nI've got your resume front of the stack.\nCorinne"),
        ("Re: Alder", "Kim,\n\nI hate this one. Priya told me you were the pick. Her director pulled the budget and the req got pulled from the system. It's not about you. Priya said maybe after summer, don't wait for it.\n\nYou're at the top of my list.\nJo"),
        ("Re: Marsh", "Hi Kim,\n\nSigh. Dev was about to call you, but there's a freeze and the req has been scrapped. Nothing on you at all. Might return in fall, I'd not wait.\n\nYour resume stays on my desk.\nCorinne"),
    ],
)  # fmt: skip
def test_a_requisition_that_was_pulled_went_away(subject: str, text: str) -> None:
    assert read(subject, text) is Verdict.POSITION_CLOSED


def test_a_requisition_that_moved_to_another_program_did_not() -> None:
    text = "Kim, quick one: the req was pulled over to our new system, so your application has a new number, R-201. Nothing for you to do.\n\nJo"
    assert read("Moved", text) is not Verdict.POSITION_CLOSED


def test_a_club_that_settled_on_somebody_says_no() -> None:
    text = "Hello Kim,\n\nThe committee plumped for Sheila in the end, she has done the books before. You came across very well and I hope something turns up.\n\nDave"
    assert read("Re: Club bookkeeper", text) is Verdict.REJECTION


def test_who_settled_on_a_day_says_none() -> None:
    text = "Hi Kim, the partners have settled on Thursday for the interviews. Could you come at 10? Orla"
    assert read("Re: Receptionist", text) is Verdict.INTERVIEW
