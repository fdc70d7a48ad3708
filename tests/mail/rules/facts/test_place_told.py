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
    role: str = "Baker",
    company: str = "Larch Grid",
) -> str:
    sender = Address("Larch Grid", "jobs@larch.example")
    message = Message("key", "id@larch.example", None, sender, subject, text)
    return place_of_work(message, verdict=verdict, role=role, company=company)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The position is based at our Moorna Depot.", "Moorna Depot"),
        ("Baker, based in Larkmoor, on 900 a week.", "Larkmoor"),
        ("This post is offered in Leeds or Bristol.", "Leeds or Bristol"),
        ("The loaves for Larch Grid in Larkmoor where this role sits.", "Larkmoor"),
        ("behind the pub in Larkmoor thats where youd be working", "Larkmoor"),
        ("Hybrid, two days a week at our place in Larkmoor.", "Larkmoor"),
        ("Deliveries are across the Larkmoor area.", "Larkmoor area"),
        ("You'll be based at Quince House in Worcester.", "Worcester"),
        ("Thank you for applying: Baker (R-7), Quince Bay, Ontario.", "Quince Bay, Ontario"),
        ("Baker, Larkmoor campus, ref 7.", "Larkmoor campus"),
        ("for the Baker vacancy at Quince House, Larkmoor Green.", "Quince House, Larkmoor Green"),
        ("We offer you Baker at our Pune (Hinjewadi) office.", "Pune (Hinjewadi)"),
        ("die Stelle als Baker (Standort Hall in Tirol)", "Hall in Tirol"),
        ("Baker mit Einsatz in Larkheim-Nord", "Larkheim-Nord"),
        ("Wir bieten dir die Stelle als Baker im Raum Wil an.", "Raum Wil"),
        ("dass Sie nicht nach Larkheim ziehen möchten", "Larkheim"),
        ("le poste de Baker, mission basée à Larquefou", "Larquefou"),
        ("para Baker, con destino en Larquera", "Larquera"),
        ("un nuovo collega per il nuovo punto vendita di Larchena", "Larchena"),
        ("de functie van Baker bij ons kantoor in Larkeveen", "Larkeveen"),
        ("para Baker, com lotação em Larqueiras", "Larqueiras"),
        ("tjänsten som Baker, placerad i Larkstad", "Larkstad"),
        ("Larkova'daki müşterimizin ilanına başvurdunuz", "Larkova"),
    ],
)  # fmt: skip
def test_a_sentence_says_where_the_work_is_without_a_list(
    text: str, place: str
) -> None:
    assert _place(text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Thank you for applying for Baker (Aberdeen).", "Aberdeen"),
        ("the Baker opening (R-7) (Hyderabad)", "Hyderabad"),
        ("Thank you for applying for Baker - Ipswich (job 7).", "Ipswich"),
        ("your application for Baker (Nights), Grimsby, is with us.", "Grimsby"),
        ("Thank you for your interest in Larch Grid, Madurai.", "Madurai"),
        ("Thank you for applying to be a Baker at Larch Grid Exeter.", "Exeter"),
        ("for a mill near Grantham, about the role", "Grantham"),
        ("Baker\nLarch Grid · Denver, CO (Hybrid)\nApplied today", "Denver, CO"),
        ("with our client, a leading miller in Pune.", "Pune"),
        ("I want to talk about the Mullingar rota.", "Mullingar"),
        ("Herzlichen Dank für Ihr Interesse an Larch Grid in Sursee.", "Sursee"),
        ("Für einen Kunden in Wörgl könnten wir Sie vorschlagen.", "Wörgl"),
        ("Die Position Baker (Referenz-Nr. YF-7) ist in Ilmenau.", "Ilmenau"),
        ("Ihre Bewerbung als Baker (Basel) liegt vor.", "Basel"),
        ("Votre candidature : Baker (Nantes)", "Nantes"),
        ("pour un client à Grenoble, on cherche", "Grenoble"),
        ("La posición de Baker que llevo está en Sevilla", "Sevilla"),
        ("candidata come Baker su Torino!", "Torino"),
        ("Voor een familiebedrijf in Eindhoven zoek ik een Baker", "Eindhoven"),
        ("du har sökt jobb som Baker hos vår kund i Jönköping", "Jönköping"),
        ("aplikował Pan na ofertę Baker (Mielec).", "Mielec"),
        ("dołączyć jako Baker w sklepie w Olsztynie. Żebyśmy mogli zacząć", "Olsztyn"),
        ("a busca de um Baker para uma indústria em Curitiba.", "Curitiba"),
        ("do programa Baker, loja Taubaté", "Taubaté"),
        ("Manisa fabrikamızda Baker olarak aramıza katılın", "Manisa"),
    ],
)  # fmt: skip
def test_a_town_on_the_list_is_told_in_plainer_shapes(text: str, place: str) -> None:
    assert _place(text) == place


@pytest.mark.parametrize(
    ("subject", "place"),
    [
        ("Baker role, Pune, up to 28 LPA", "Pune"),
        ("Oportunidad como Baker en Valencia", "Valencia"),
        ("Oportunidade em Curitiba", "Curitiba"),
        ("Research Baker (Marine)", ""),
    ],
)
def test_a_subject_names_a_town_of_the_list(subject: str, place: str) -> None:
    assert _place(subject=subject, company="Larch Marine Institute") == place


@pytest.mark.parametrize(
    ("role", "place"),
    [
        ("Trainee (Kassel)", "Kassel"),
        ("Laborant Qualität, Leipzig", "Leipzig"),
        ("préparateur de commandes à Carquefou", "Carquefou"),
        ("Teacher, Reading", ""),
        ("Nurse, Theatre", ""),
    ],
)
def test_a_town_that_ends_a_title_is_told_once(role: str, place: str) -> None:
    assert _place(f"your application for {role} is here", role=role) == place


_NO_TOWNS = (
    "the Baker role in Finance", "the Baker role (Voice)", "als Baker in Teilzeit",
    "Baker (m/w/d)", "the Baker interview in Person", "the Baker role in German",
    "the Baker role starts in March", "Baker (Pflege)", "as Baker, Theatre, with us", "Baker (Reading)",
    "Baker - Sale", "Baker (Essen)", "as Baker, Nice, with us", "Baker (Nights)", "Baker in leeds",
    "the Baker role and your studies in Leeds", "Baker. We have other vacancies in Leeds.",
    "Thank you for applying to Larch AI", "Baker\n\nKind regards\nJo Hill\nLarch Grid, Leeds",
    "Kind regards\nPractice Manager, Larch Grid, Lisburn", "Leeds Methodist, Baker",
    "la moitié de nos clients est à Dublin", "your honesty about the Leeds job went down well",
)  # fmt: skip


@pytest.mark.parametrize("text", _NO_TOWNS)
def test_what_is_no_town_or_no_town_of_the_job_is_no_place(text: str) -> None:
    assert _place(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Your assessment centre will be held at our head office in Norwich.",
        "We look forward to welcoming you on 4 May, 9.30 am, at Larch Grid in Leeds.",
        "Please come to Larch Grid in Leeds.",
        "Sizinle Gebze ofisimizde görüşmek isteriz",
        "Am Montag um 9.30 Uhr begrüßen wir Sie bei Larch Grid in Lindau.",
    ],
)
def test_a_town_that_one_is_invited_to_is_no_place_of_work(text: str) -> None:
    assert _place(text, verdict=Verdict.INTERVIEW) == ""


def test_a_place_where_something_was_held_is_none_in_a_no() -> None:
    text = "the process for Baker held in our Mysuru office on 8 May."
    assert _place(text, verdict=Verdict.REJECTION) == ""


def test_the_place_of_the_job_wins_over_the_signature() -> None:
    text = (
        "Thank you for applying for Baker (Selby).\n\nKind regards\nLarch Grid, Leeds"
    )
    assert _place(text) == "Selby"


_PIECES = (
    *(
        "Baker",
        "Larch Grid",
        "Leeds",
        "Reading",
        "Bristol",
        "Ulm",
        "leeds",
        "Wrocławiu",
    ),
    *(
        "in",
        "at our",
        "or",
        "based",
        "w sklepie w",
        "'daki",
        "mağazamız",
        "für einen Kunden",
    ),
    *("office", "client", "site", "(", ")", ",", "·", ".", "\n"),
)


@given(
    st.lists(st.sampled_from(_PIECES)),
    st.sampled_from(list(Verdict)),
)
def test_a_place_stands_in_the_mail_and_begins_with_a_capital(
    words: list[str], verdict: Verdict
) -> None:
    text = " ".join(words)
    found = _place(text, verdict=verdict)
    assert found in " ".join(text.split())
    assert not found or found[0].isupper()
