"""Jobs that a board lists below its own words name neither title, employer nor place of the one it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.around.more_jobs import without_more_jobs
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Source, Verdict
from onward.mail.services.rows import message_row
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.rules.letters import make_message

SENT = Verdict.CONFIRMATION
ABOVE = "Hi Robin,\nyour application for Warehouse Clerk at Pennine Table was sent.\n\n"
LIST = "Forklift Driver\nOld Mill Ltd, Leeds\n"


@pytest.mark.parametrize(
    "head",
    [
        "Similar jobs for you:",
        "More jobs like this",
        "You might also like",
        "Recommended jobs",
        "Jobs you may be interested in",
        "People who applied for this job also applied to",
        "Other people who applied also applied for",
        "Candidates who applied also viewed",
        "New jobs near you",
        "Weitere Stellen für Sie",
        "Ähnliche Jobs",
        "Das könnte Sie auch interessieren",
        "Passende Stellenangebote in Ihrer Nähe",
        "Offres similaires",
        "Ces offres pourraient vous intéresser",
        "Ofertas que te pueden interesar",
        "Offerte simili",
        "Vergelijkbare vacatures",
        "Andere vacatures voor jou",
        "Vagas semelhantes",
        "Podobne oferty dla Ciebie",
        "Benzer ilanlar",
        "Size uygun iş ilanları",
        "Liknande jobb",
        "Keep going, here are jobs like this one:",
        "Don't give up! We found 12 similar roles for you",
        "Still looking? See more jobs near you",
        "Kopf hoch, hier sind passende Jobs für dich:",
        "Diese Stellen könnten Sie auch interessieren",
        "Ne lâchez rien, voici d'autres offres pour vous :",
        "Ánimo, aquí tienes otras ofertas para ti:",
        "Ecco altri annunci che potrebbero interessarti",
        "Geef niet op, hier zijn meer vacatures voor jou:",
        "Não desista, aqui estão outras vagas para você:",
        "Nie poddawaj się, oto podobne oferty:",
        "Pes etme, işte sana uygun ilanlar:",
        "Ge inte upp, här är liknande jobb:",
    ],
)
def test_below_such_a_line_there_is_nothing_of_the_job(head: str) -> None:
    text = f"{ABOVE}{head}\n{LIST}"
    found = without_more_jobs(make_message("Sent", text), verdict=SENT).text
    assert found[: len(ABOVE)] == ABOVE
    assert not found[len(ABOVE) :].strip()
    assert len(found) == len(text)


@pytest.mark.parametrize(
    "head",
    [
        "Similar experience is a plus",
        "Your other applications",
        "We have other roles for you at Acme and will call",
        "Weitere Informationen",
        "Andere Bewerbungen",
        "Meer informatie",
        "Autres candidatures",
        "Nowe stanowisko",
        "Position:",
        "Jobs",
        "Your new role",
        "New position",
        "While you wait",
        "Other positions",
        "Other roles",
        "New opportunities",
        "Latest vacancies",
        "Weitere Stellen",
        "Neue Stellen",
        "Andere functies",
        "Autres postes",
        "Autres offres d'emploi",
        "Otras vacantes",
        "Altre posizioni",
        "Outras vagas",
        "Inne oferty pracy",
        "Fler lediga jobb",
        "Jobs for you to do",
        "Other people who applied",
        "People who applied also need to send references",
        "Candidates who applied for this role also applied by post",
        "Les candidats ont aussi été informés",
        "Otros candidatos también vienen el lunes",
        "Altri candidati hanno scritto",
        "Andere kandidaten komen ook",
        "Outros candidatos também vêm",
        "Inni kandydaci też przyjdą",
        "Andra som sökte jobbet",
        "Would you be interested in similar roles?",
        "We will keep your details for similar roles.",
        "Similar jobs you have done before",
        "Ihre Bewerbung auf ähnliche Stellen",
        "Andere Stellen, auf die du dich beworben hast",
        "Autres postes occupés",
        "Puestos similares que ha ocupado",
        "Ervaring in vergelijkbare functies",
        "Doświadczenie na podobnym stanowisku",
        "Erfarenhet av liknande tjänster",
        "Open positions",
        "Aktuelle Stellenangebote",
    ],
)
def test_other_lines_stand_above_what_the_mail_says(head: str) -> None:
    message = make_message("Sent", f"{ABOVE}{head}\n{LIST}")
    assert without_more_jobs(message, verdict=SENT) == message


@pytest.mark.parametrize(
    "line",
    [
        "Weitere Jobs für dich: Schichtleiter bei Quast Logistik",
        "Ähnliche Jobs: Lagerleiter (m/w/d) bei Quast Logistik, Teamleiter bei Elbkran GmbH",
        "Similar jobs - Cook at Marrington Hall School",
        "Offres similaires : Cuisinier chez Foxholes SAS",
        "Vergelijkbare vacatures: Kok bij Foxholes B.V.",
    ],
)
def test_a_list_on_the_line_that_announces_it_goes_with_its_paragraph(
    line: str,
) -> None:
    text = f"{ABOVE}{line}\nCook - The Bell\n\nPennine Table will write to you.\n"
    found = without_more_jobs(make_message("Sent", text), verdict=SENT).text
    assert found.split() == f"{ABOVE}Pennine Table will write to you.".split()


@pytest.mark.parametrize(
    "line",
    [
        "Would you be interested in similar roles? Clerk at Old Mill: from Monday.",
        "Jobs: Clerk at Old Mill",
        "Experience in similar jobs: five years",
        "Your other applications: Clerk at Old Mill",
        "Other positions: Clerk at Old Mill",
        "Weitere Informationen: Frau Roe",
    ],
)
def test_a_line_that_goes_on_otherwise_stays(line: str) -> None:
    message = make_message("Sent", f"{ABOVE}{line}\n{LIST}")
    assert without_more_jobs(message, verdict=SENT) == message


@pytest.mark.parametrize(
    ("lead", "list_"),
    [
        ("Still looking?", "See more jobs near you: Cook at Foxholes"),
        ("Chin up, Pennine Table.", "Here are more jobs for you: Cook at The Bell, Clun"),
        ("Don't give up -", "here are more jobs for you: Cook at The Bell, Clun"),
    ],
)  # fmt: skip
def test_what_stands_before_the_list_on_its_line_stays(lead: str, list_: str) -> None:
    text = f"{ABOVE}{lead} {list_}\n"
    found = without_more_jobs(make_message("Sent", text), verdict=SENT).text
    assert found.split() == f"{ABOVE}{lead}".split()


def test_a_wrapped_sentence_announces_no_list() -> None:
    text = (
        f"{ABOVE}We keep what you sent, so that\nsimilar jobs that might interest you\n"
        "can be sent to you by Pennine Table.\n"
    )
    message = make_message("Sent", text)
    assert without_more_jobs(message, verdict=SENT) == message


def test_what_ends_a_letter_ends_the_list() -> None:
    text = f"{ABOVE}Similar jobs for you\n{LIST}\nKind regards\nPennine Table\n"
    found = without_more_jobs(make_message("Sent", text), verdict=SENT).text
    assert found.split()[-4:] == ["Kind", "regards", "Pennine", "Table"]
    assert "Old Mill" not in found


CLUN = (
    "Hi Ruth,\n\nClun Vale Caterers has moved to the next step in their hiring process, and your"
    " application was not selected at this time.\n\nEvents Chef\nClun Vale Caterers\nApplied 2 September\n\n"
    "Keep going, here are jobs like this one:\nCook - The Bell, Clee Hill - £12.50 an hour\n"
    "Kitchen Porter - Foxholes Barn - £12.21 an hour\nCatering Assistant - Marrington Hall School"
)


@pytest.mark.parametrize("address", ["no-reply@indeed.com", "no-reply@board.example"])
def test_adverts_below_a_no_are_not_who_said_it(address: str) -> None:
    message = make_message(
        "An update on your application from Clun Vale Caterers", CLUN, sender=address
    )
    found = read_message(replace(message, sender=Address("Indeed", address)))
    assert found.verdict is Verdict.REJECTION
    assert (found.company, found.role) == ("Clun Vale Caterers", "Events Chef")


@pytest.mark.parametrize(
    ("subject", "text", "company"),
    [
        (
            "Neuigkeit zu deiner Bewerbung: Lagerist (m/w/d)",
            "Hallo Torsten,\n\nNordpack GmbH hat sich entschieden, mit deiner Bewerbung für Lagerist (m/w/d)"
            " nicht fortzufahren.\n\nWeitere Jobs für dich: Schichtleiter bei Quast Logistik",
            "Nordpack GmbH",
        ),
        (
            "Deine Bewerbung als Schichtleiter Intralogistik (m/w/d) wurde verschickt",
            "Hallo Torsten,\n\ndeine Bewerbung als Schichtleiter Intralogistik (m/w/d) bei Permakraft GmbH in"
            " Leipzig wurde erfolgreich an das Unternehmen übermittelt.\n\nÄhnliche Jobs: Lagerleiter (m/w/d)"
            " bei Quast Logistik, Teamleiter Versand bei Nordpack GmbH",
            "Permakraft GmbH",
        ),
        (
            "Update on your application: Baker",
            "Hi Ruth,\n\nRye & Barley Ltd has decided not to go further with your application for Baker.\n\n"
            "Don't give up! We found 12 similar roles for you\nCook at Marrington Hall School",
            "Rye & Barley Ltd",
        ),
        (
            "Update on your application: Baker",
            "Hi Ruth,\n\nRye & Barley Ltd have chosen to move forward with other candidates for Baker.\n\n"
            "Keep going, here are jobs like this one:\nCook - The Bell, Clee Hill",
            "Rye & Barley Ltd",
        ),
        (
            "Neuigkeit zu deiner Bewerbung: Lagerist (m/w/d)",
            "Hallo Torsten,\n\nleider hat sich Nordpack GmbH gegen deine Bewerbung für Lagerist (m/w/d)"
            " entschieden.\n\nKopf hoch, hier sind passende Jobs für dich:\nSchichtleiter bei Quast Logistik",
            "Nordpack GmbH",
        ),
        (
            "Neuigkeit zu deiner Bewerbung: Lagerist (m/w/d)",
            "Hallo Torsten,\n\ndas Unternehmen Nordpack GmbH hat die Stelle Lagerist (m/w/d) anderweitig"
            " besetzt.\n\nWeitere Jobs für dich: Schichtleiter bei Quast Logistik",
            "Nordpack GmbH",
        ),
        (
            "Neuigkeit zu Ihrer Bewerbung: Lagerist (m/w/d)",
            "Hallo Torsten,\n\nNordpack GmbH hat sich entschieden, mit Ihrer Bewerbung für Lagerist (m/w/d)"
            " nicht fortzufahren.\n\nLassen Sie sich nicht entmutigen - hier sind weitere Jobs für Sie:"
            " Schichtleiter bei Quast Logistik, Lagerist bei Elbkran.",
            "Nordpack GmbH",
        ),
        (
            "Je sollicitatie: Kok",
            "Hoi Ruth,\n\nGouden Brood B.V. heeft besloten niet verder te gaan met je sollicitatie als Kok.\n\n"
            "Geef niet op, hier zijn meer vacatures voor jou:\nKok bij Marrington School",
            "Gouden Brood B.V.",
        ),
        (
            "Twoja aplikacja: Kucharz",
            "Cześć Ruth,\n\nZłoty Chleb Sp. z o.o. zdecydowała nie kontynuować rekrutacji na stanowisko"
            " Kucharz.\n\nNie poddawaj się, oto podobne oferty:\nKucharz - Szkoła Marrington",
            "Złoty Chleb Sp. z o.o.",
        ),
    ],
)
def test_who_decided_employs_and_not_who_advertises_below(
    subject: str, text: str, company: str
) -> None:
    message = make_message(subject, text)
    board = Address("Jobspur", "post@jobspur.example")
    assert read_message(replace(message, sender=board)).company == company


@pytest.mark.parametrize(
    "who",
    [
        "Management",
        "HR",
        "The Panel",
        "The Hiring Team",
        "Robin Vale",
        "Our client",
        "Headquarters",
        "The Board",
        "Everyone",
        "Sales Management",
    ],
)
def test_who_decides_inside_a_house_is_no_house(who: str) -> None:
    text = (
        f"Hi Ruth,\n\n{who} has decided not to go ahead with your application for Baker.\n\n"
        "Kind regards\nAnn Roe\nQuarry Bay Bakery"
    )
    message = make_message("Your application for Baker", text)
    ann = Address("Ann Roe", "ann.roe@quarrybay.example")
    assert read_message(replace(message, sender=ann)).company == "Quarry Bay Bakery"


ABOVE_BUTTON = "Dear Robin,\n\nThank you for your application, we have received it and will read it soon.\n\n"


@pytest.mark.parametrize(
    ("text", "company", "role"),
    [
        (
            f"{ABOVE_BUTTON}View other jobs that match your profile\n\nYou applied for Buyer at Larch Ltd (Job ID 20418).\n",
            "Larch Ltd",
            "Buyer",
        ),
        (
            f"{ABOVE_BUTTON}View other jobs that match your profile\n\nKim Vale\nTalent Partner\nLarch Ltd",
            "Larch Ltd",
            "",
        ),
        (
            "Dear Robin,\n\nThank you very much for taking the time to write.\n\nOther roles you may like: see our website."
            " Unfortunately the Buyer role (Req 20418) has been filled.\n",
            "Mailhost",
            "Buyer",
        ),
        (
            "Dear Robin,\n\nI hope that you are doing well this week.\n\nHere are the jobs that match your CV: Category"
            " Manager at Quast Logistics, interview on Tuesday 24 November at 10am.\n\nKim Vale",
            "Quast Logistics",
            "Category Manager",
        ),
        (
            "Bonjour,\n\nNous avons bien reçu votre candidature et nous allons l'étudier.\n\nVoir d'autres offres qui"
            " pourraient vous intéresser\n\nPoste : Acheteuse\nRéférence : 20418\nLenoir SA",
            "Lenoir SA",
            "Acheteuse",
        ),
    ],
)
def test_below_a_button_the_mail_goes_on(text: str, company: str, role: str) -> None:
    message = make_message("Your application", text)
    kim = Address("Kim Vale", "kim.vale@mailhost.example")
    found = read_message(replace(message, sender=kim))
    assert (found.company, found.role) == (company, role)


@pytest.mark.parametrize(
    "line",
    [
        "You applied for Buyer at Larch Ltd.",
        "Position: Buyer",
        "Job ID: 20418",
        "Reference number: 20418",
        "Stelle: Einkäuferin",
        "Kennziffer: 20418",
        "Ihre Bewerbung als Einkäuferin ist da.",
        "Votre candidature : acheteuse",
        "Référence : 20418",
        "Puesto: Compradora",
        "Posizione: Impiegata",
        "Functie: Inkoper",
        "Vaga: Compradora",
        "Stanowisko: Kupiec",
        "Pozisyon: Aşçı",
        "Tjänst: Kock",
        "Leider ist die Stelle besetzt.",
        "Tyvärr är tjänsten tillsatt.",
        "Kim Vale",
    ],
)
def test_a_list_ends_where_the_mail_speaks_of_itself(line: str) -> None:
    text = f"{ABOVE}Similar jobs for you\n{LIST}{line}\n"
    found = without_more_jobs(make_message("Sent", text), verdict=SENT).text
    assert line in found
    assert "Old Mill" not in found


@pytest.mark.parametrize(
    "verdict", [Verdict.INTERVIEW, Verdict.OFFER, Verdict.ASSESSMENT, Verdict.AMBIGUOUS]
)
def test_of_other_mail_only_a_plain_head_stands_above_adverts(verdict: Verdict) -> None:
    head = "Here are the jobs that match your CV:"
    message = make_message("Sent", f"{ABOVE}{head}\n{LIST}")
    assert without_more_jobs(message, verdict=verdict) == message
    assert without_more_jobs(message, verdict=SENT) != message
    message = make_message("Sent", f"{ABOVE}Similar jobs for you\n{LIST}")
    assert "Old Mill" not in without_more_jobs(message, verdict=verdict).text


def test_a_job_that_is_gone_has_adverts_below() -> None:
    text = (
        'Lounge Host at Gullmere Aviation Services\n\nA note from the job poster:\n"We lost the lounge contract, so this one has been'
        ' pulled before we got to look at anyone. Sorry everybody."\n\nYou applied on 17 July\n\nSimilar jobs\n'
        "Guest Services Agent · Quarry Hospitality\nReceptionist · Old Mill Offices\n"
    )
    message = make_message("The job you applied for is no longer available", text)
    assert read_message(message).company == "Gullmere Aviation Services"


def test_a_mail_that_is_no_more_than_such_a_list_stays() -> None:
    message = make_message("For you", f"Hi Robin,\n\nSimilar jobs for you\n{LIST}")
    assert without_more_jobs(message, verdict=SENT) == message


def test_of_who_writes_first_the_list_is_what_it_is_about() -> None:
    text = (
        "Hi Robin,\nI recruit in Leeds and found your profile, which looks very good.\n\n"
        "New jobs for you\n\nRole: Clerk at Hollin Mill\nLocation: Leeds\n"
    )
    message = make_message("Opportunity", text)
    found = read_message(message)
    assert found.verdict is Verdict.OUTREACH
    assert found.role == "Clerk"
    row = message_row(Person(), message, found, source=Source("a", 0, 0), now=NOW)
    assert row.place == "Leeds"


def test_title_and_employer_are_those_above_the_list() -> None:
    text = (
        "Cześć Marta,\nTwoja aplikacja na ofertę została przekazana pracodawcy.\n\n"
        "Dietetyk\nSzpital Miejski w Olkuszu\nOlkusz, małopolskie\n\n"
        "Podobne oferty dla Ciebie:\nPielęgniarka szkolna - Medyk Szkolny, Kraków\n"
    )
    subject = "Twoja aplikacja została wysłana - Dietetyk"
    found = read_message(make_message(subject, text))
    assert found.role == "Dietetyk"
    assert "Medyk" not in found.company


@given(
    st.text(max_size=300), st.sampled_from(["Similar jobs", "Podobne oferty pracy", ""])
)
def test_places_stay_and_nothing_comes_in(text: str, head: str) -> None:
    message = make_message("Sent", f"{text}\n{head}\n{text}")
    found = without_more_jobs(message, verdict=SENT).text
    assert len(found) == len(message.text)
    assert all(a == b or a == " " for a, b in zip(found, message.text, strict=True))
