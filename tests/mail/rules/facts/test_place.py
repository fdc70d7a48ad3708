from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.place import place_of_work
from onward.mail.rules.types import Address, Message, Verdict


def _place(
    text: str = "",
    *,
    subject: str = "Your application",
    verdict: Verdict = Verdict.CONFIRMATION,
    role: str = "",
    company: str = "",
) -> str:
    sender = Address("Larch Grid", "jobs@larch.example")
    message = Message("key", "id@larch.example", None, sender, subject, text)
    return place_of_work(message, verdict=verdict, role=role, company=company)


@pytest.mark.parametrize(
    ("subject", "place"),
    [
        ("Bewerbung: Pflegefachfrau HF Orthopädie 80 % (Klinik Seemoor)", ""),
        ("Bewerbung: Koch (Hotel Seemoor)", ""),
        ("Application: Nurse (Seemoor Hospital)", ""),
        ("Application: Baker (Leeds)", "Leeds"),
        ("Bewerbung: Koch (Winterthur)", "Winterthur"),
        ("Bewerbung: Koch (Bad Ragaz)", "Bad Ragaz"),
    ],
)
def test_a_house_behind_a_title_is_whose_and_not_where(
    subject: str, place: str
) -> None:
    text = "Guten Tag\n\nIhr Dossier ist unterwegs."
    message = Message("k", "k", None, Address(), subject, text)
    told = place_of_work(message, verdict=Verdict.CONFIRMATION, role="")
    assert told == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Role: Baker\nLocation: Leeds\n", "Leeds"),
        ("Stelle: Bäcker\nStandort: Bad Lindau | Vollzeit\n", "Bad Lindau"),
        ("Einsatzort: Halle (Saale)\n", "Halle"),
        ("Thank you for applying to our office in Cork.", "Cork"),
        ("We chose somebody else for the job in our Leeds branch.", "Leeds"),
        ("Ihre Bewerbung für unseren Standort Frankfurt am Main liegt vor.", "Frankfurt am Main"),
        ("Role: Baker\nSite: Leeds\nRef: 12\n", "Leeds"),
        ("Post: Ward Clerk\nBase: Larch Hospital, Selby\n", "Larch Hospital, Selby"),
        ("Your application for a place at our Selby residence is here.", "Selby"),
        ("Place of work: New Haven, Quince County\n", "New Haven, Quince County"),
    ],
)  # fmt: skip
def test_a_mail_says_where_the_work_is_done(text: str, place: str) -> None:
    assert _place(text) == place


@pytest.mark.parametrize(
    ("subject", "place"),
    [
        ("Your application: Data Engineer (m/w/d) in Köln", "Köln"),
        ("Baker (Leeds)", "Leeds"),
        ("Koch in Teilzeit", ""),
        ("Interested in Leeds", ""),
    ],
)
def test_a_subject_names_the_place_behind_the_title(subject: str, place: str) -> None:
    assert _place(subject=subject) == place


@pytest.mark.parametrize("terms", ["Fixed Term", "Part Time", "Maternity Cover"])
def test_for_how_long_a_job_is_says_not_where(terms: str) -> None:
    subject = f"Application acknowledgement: Gallery Assistant ({terms})"
    assert _place("Thank you.", subject=subject, role="Gallery Assistant") == ""


def test_a_field_that_belongs_to_the_title_is_no_place() -> None:
    subject = "Teacher in Physics"
    assert _place(subject=subject, role="Teacher in Physics") == ""


@pytest.mark.parametrize(
    "text",
    [
        "Location: Zoom",
        "Location: Remote",
        "Ort: Raum 4.17",
        "Location: to be confirmed",
    ],
)
def test_a_room_or_a_call_is_no_place_of_work(text: str) -> None:
    assert _place(f"{text}\n") == ""


def test_where_an_interview_is_held_is_no_place_of_work() -> None:
    text = "When: Monday\nLocation: Leeds\n"
    assert _place(text, verdict=Verdict.INTERVIEW) == ""
    sure = "When: Monday\nPlace of work: Leeds\n"
    assert _place(sure, verdict=Verdict.INTERVIEW) == "Leeds"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Du fängst als Bäcker (m/w/d) bei uns in Lindau an.", "Lindau"),
        ("Ihre Bewerbung als Bäcker in Lindau liegt vor.", "Lindau"),
        ("Wir besetzen die Stelle in Lindau neu.", "Lindau"),
        ("Bäcker am Standort Bad Lindau", "Bad Lindau"),
        ("die Stelle als Bäcker am Sitz in Lindau", "Lindau"),
        ("Bäcker (LI-204) in unserer Filiale Lindau", "Lindau"),
        ("Bäcker für unsere Backstube in Lindau", "Lindau"),
        ("You applied for the Bäcker role here in Leeds.", "Leeds"),
        ("the Bäcker position at our Leeds mill", "Leeds"),
        ("as Bäcker at Larch Grid, Leeds.", "Leeds"),
        ("as Bäcker at our Salem, OR plant", "Salem, OR"),
        ("le poste de Bäcker à Lyon est pourvu", "Lyon"),
        ("le poste de Bäcker sur notre site d'Arles", "Arles"),
        ("le poste est basé à Lyon", "Lyon"),
        ("el puesto de Bäcker en la planta de Burgos", "Burgos"),
        ("el puesto de Bäcker en nuestra sede de Burgos", "Burgos"),
        ("la posizione di Bäcker (sede di lavoro: Parma) è aperta", "Parma"),
        ("la posizione di Bäcker presso lo stabilimento di Parma", "Parma"),
        ("a função de Bäcker na Larch Grid, em Braga, com", "Braga"),
        ("la posizione di Bäcker presso la nostra sede di Parma", "Parma"),
        ("a vaga de Bäcker em Braga foi fechada", "Braga"),
        ("de functie van Bäcker in Gent is vervuld", "Gent"),
        ("tjänsten som Bäcker i Lund är tillsatt", "Lund"),
        ("the Bäcker post in Leeds on Thursday 4 May", "Leeds"),
        ("die Stelle als Bäcker in Lindau am Montag", "Lindau"),
        ("the Bäcker post in our Leeds laboratory", "Leeds"),
        ("Vacancy: Bäcker (Leeds depot)", "Leeds"),
        ("to record an answer for Bäcker, Salem, OR.", "Salem, OR"),
        ("come and see us about the second oven job in Leeds", "Leeds"),
        ("I am hiring a Bäcker for a small rye company in Leeds", "Leeds"),
        ("post of Bäcker on the night ward in Leeds", "Leeds"),
        ("als Bäcker, 60 %, in Lindau", "Lindau"),
        ("Ihre Bewerbung als Bäcker (Nr. R-48) am Standort Lindau", "Lindau"),
        ("Bäcker in unserem Prüflabor in Lindau", "Lindau"),
        ("show you the ovens here in Leeds, where you'd be working", "Leeds"),
        ("in person at our Leeds office (the one you'd be based at)", "Leeds"),
        ("Standort ist unser Lager in Lindau.", "Lindau"),
    ],
)
@pytest.mark.parametrize("verdict", [Verdict.REJECTION, Verdict.INTERVIEW])
def test_what_is_said_of_the_opening_says_where_the_work_is(
    text: str, place: str, verdict: Verdict
) -> None:
    assert _place(text, verdict=verdict, role="Bäcker", company="Larch Grid") == place


@pytest.mark.parametrize(
    "text",
    [
        "the Bäcker role on Monday 4 May, 10:00, at our Leeds office",
        "We would like to meet about the Bäcker role and visit you at our Leeds office",
        "Kommen Sie zum Gespräch in unserer Filiale Lindau",
    ],
)
def test_where_people_meet_about_an_opening_is_no_place_of_work(text: str) -> None:
    assert _place(text, verdict=Verdict.INTERVIEW, role="Bäcker") == ""


def test_an_offer_says_where_one_is_taken_on() -> None:
    text = "Wir würden Sie gern bei uns in Lindau anstellen."
    assert _place(text, verdict=Verdict.OFFER) == "Lindau"
    text = "Kommen Sie am Montag bei uns in Lindau vorbei."
    assert _place(text, verdict=Verdict.INTERVIEW, role="Bäcker") == ""


def test_under_the_opening_stands_where_it_is_even_in_an_invitation() -> None:
    text = "R-204 Bäcker\nLocation: Leeds\nInterview date: 4 May\n"
    assert _place(text, verdict=Verdict.INTERVIEW, role="Bäcker") == "Leeds"
    text = "Interview for Bäcker\nLocation: Leeds\n"
    assert _place(text, verdict=Verdict.INTERVIEW, role="Bäcker") == ""


@pytest.mark.parametrize(
    "text",
    [
        "Standort ist bei uns immer vor Ort.",
        "Ihre Bewerbung als Bäcker in Teilzeit",
        "the Bäcker role in Marketing",
        "die Stelle in Festanstellung",
        "the Bäcker role in June",
        "Bäcker in Larch",
        "I am on a job in Leeds",
        "Wir sahen uns auf der Baustelle in Lindau",
    ],
)
def test_what_else_stands_behind_in_is_no_place(text: str) -> None:
    assert _place(text, role="Bäcker", company="Larch Grid") == ""


@given(st.text(max_size=300), st.text(max_size=80), st.sampled_from(list(Verdict)))
def test_any_text_gives_a_short_place_or_none(
    text: str, subject: str, verdict: Verdict
) -> None:
    found = _place(
        f"Standort: {text}\nBaker in {subject}",
        subject=f"Baker in {subject}",
        verdict=verdict,
        role="Baker",
        company=subject,
    )
    assert len(found) <= 60


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # Between the title and the town stands for how long, or a word for the site.
        ("I have your letter for the Baker temp-to-perm in Leeds here.", "Leeds"),
        ("You applied as Baker (Leeds bakery, spring term).", "Leeds"),
        ("We read your letter for Baker at our Quince Hills creamery.", "Quince Hills"),
        # What is no town, and is called by what it is.
        ("The job is Baker at Quince Airport, four on, four off.", "Quince Airport"),
        (
            "We offer you the post of Baker at Larkmoor Hospital, 30 hours.",
            "Larkmoor Hospital",
        ),
        # A line that names the opening and its town.
        ("RE: JR-7 Baker, Quince West\n\nWe write about the above.", "Quince West"),
        ("Ihre Bewerbung (Bäckerei, Standort Lindau) liegt vor.", "Lindau"),
        ("Sie können am Montag in Lindau anfangen.", "Lindau"),
        ("Wir holen dich gern ins Team, Lindau oder remote.", "Lindau"),
        # What one works out of, a label within a sentence, a title and its town alone.
        ("The Baker would be working out of our Larkmoor base.", "Larkmoor"),
        ("You would lead the ovens, HQ at Larkmoor.", "Larkmoor"),
        ("You are shortlisted for Baker (JR-7), location: Larkmoor.", "Larkmoor"),
        ("Dear Robin\n\nBaker, Larkmoor\n\nWe read your letter.", "Larkmoor"),
        ("We would like you for the Baker role on our Larkmoor site.", "Larkmoor"),
        ("Ihre Bewerbung als Baker im Backhaus Lindau liegt vor.", "Lindau"),
        ("Wir haben Ihre Stelle auf der Station in Lindau besetzt.", "Lindau"),
        (
            "Für die Filiale in Lindau brauchen wir jemanden, der früh anfängt.",
            "Lindau",
        ),
    ],
)
def test_a_place_is_told_in_other_shapes(text: str, place: str) -> None:
    assert _place(text, role="Baker") == place


@pytest.mark.parametrize(
    "text",
    [
        "You may be the Baker at Home for all we know.",
        "Please be in the Old Library at ten.",
        "About the Baker, Quince West wrote to us.",
        "Wir können erst im Juni anfangen.",
        "You applied for Baker (APS5) and Baker (West).",
        "You applied as developer in Kotlin.",
        "You applied for Baker at the Record Office for Larkshire.",
    ],
)
def test_what_only_looks_like_a_place_is_none(text: str) -> None:
    assert _place(text, role="Baker") == ""


@pytest.mark.parametrize(
    "text",
    [
        "The Baker job has gone to a colleague of theirs from the Gdańsk office.",
        "The position went to somebody from our Leeds branch.",
        "We gave the role to an internal candidate from our Cork office.",
        "The job goes to a colleague who works in our Leeds branch.",
        "Die Stelle bekommt ein Kollege aus der Niederlassung Leipzig.",
        "Die Stelle übernimmt eine Mitarbeiterin aus unserer Filiale in Leipzig.",
        "Le poste revient à une collègue de notre bureau de Lyon.",
        "El puesto es para una compañera de nuestra oficina de Sevilla.",
        "Il posto va a un collega della nostra sede di Torino.",
        "A vaga fica com uma colega do nosso escritório de Braga.",
        "De functie gaat naar een collega van ons kantoor in Utrecht.",
        "Stanowisko objęła koleżanka z naszego biura w Lublinie.",
        "Jobbet gick till en kollega på vårt kontor i Malmö.",
    ],
)
def test_where_a_colleague_works_is_no_place_of_the_opening(text: str) -> None:
    assert _place(text, verdict=Verdict.REJECTION, role="Baker") == ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("We are looking for a colleague in our Leeds office.", "Leeds"),
        ("We chose a colleague for the job in our Leeds branch.", "Leeds"),
        ("It went to somebody from our Cork office. The job in our Leeds branch is no more.", "Leeds"),
        ("Wir suchen eine Kollegin für unseren Standort Leipzig.", "Leipzig"),
    ],
)  # fmt: skip
def test_where_somebody_is_looked_for_is_one(text: str, place: str) -> None:
    assert _place(text) == place


@pytest.mark.parametrize(
    "told",
    [
        "Ihr Schreiben",
        "Zuweisung RAV",
        "Ihr Inserat",
        "Unser Gespräch",
        "Votre Courrier",
        "Your Letter",
        "Su Carta",
        "Nachtrag",
        "Assignation ORP",
        "Ergänzung",
        "Interne Bewerbung",
        "Update",
    ],
)
def test_what_is_said_of_the_letter_behind_a_title_is_no_place(told: str) -> None:
    subject = f"AW: Bewerbung als Lagerist 100 % ({told})"
    text = "Danke für die Bewerbung, ich melde mich."
    assert _place(text, subject=subject, role="Lagerist 100 %") == ""


@pytest.mark.parametrize(
    "town",
    [
        "Winterthur",
        "Wil SG",
        "Bad Homburg",
        "Wallisellen ZH",
        "San José",
        "Le Havre",
        "Neuhausen am Rheinfall",
        "Basel Nord",
        "La Chaux-de-Fonds",
        "Interlaken Ost",
        "Bath",
        "Nancy",
        "Essen",
        "Den Haag",
        "Porto Alegre",
        "Wien Mitte",
    ],
)
def test_a_town_in_brackets_behind_a_title_is_its_place(town: str) -> None:
    subject = f"AW: Bewerbung als Lagerist 100 % ({town})"
    text = "Danke für die Bewerbung, ich melde mich."
    assert _place(text, subject=subject, role="Lagerist 100 %") == town
