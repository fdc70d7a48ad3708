from __future__ import annotations

import pytest
from hypothesis import given

from onward.matching.rules.advert import read_advert
from onward.matching.rules.types import Kind, Need
from tests.matching.rules.strategies import texts


def asks(text: str) -> list[tuple[str, str]]:
    return [(one.need.value, one.words) for one in read_advert(text)]


def test_headings_tell_must_from_nice_and_from_tasks() -> None:
    text = """
Requirements
- Python
Nice to have
- Rust
What you'll do
- Build services in Django
We offer
- Free Spanish lessons and Excel courses
"""
    assert asks(text) == [("must", "Python"), ("nice", "Rust"), ("task", "Django")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Python is required, Rust is a plus.", [("must", "Python"), ("nice", "Rust")]),
        ("Experience with SAP, ideally Excel", [("must", "SAP"), ("nice", "Excel")]),
        ("Python and Rust are a plus", [("nice", "Python"), ("nice", "Rust")]),
        (
            "CACES 1 obligatoire, CACES 3 apprécié",
            [("must", "CACES 1"), ("nice", "CACES 3")],
        ),
        ("Wünschenswert: Kenntnisse in SAP", [("nice", "SAP")]),
        ("Kafka, Redis or RabbitMQ", [("must", "Kafka, Redis or RabbitMQ")]),
        ("No experience necessary", []),
    ],
)
def test_the_words_of_a_sentence_say_how_much_it_is_wanted(
    sentence: str, found: list[tuple[str, str]]
) -> None:
    assert asks(f"Requirements\n- {sentence}\n") == found


def test_prose_asks_only_where_it_says_so() -> None:
    text = "We sell boats in Python Street. You must have a full driving licence."
    assert asks(text) == [("must", "full driving licence")]


def test_years_carry_their_field_and_leave_programs_to_be_asked_one_by_one() -> None:
    years, java = read_advert("Requirements\n- 5+ years of experience with Java\n")
    assert (years.kind, years.months, years.field) == (Kind.EXPERIENCE, 60, "java")
    assert years.words == "5+ years of experience"
    assert java.terms == ("Java",)


def test_an_education_carries_its_level_and_field() -> None:
    (one,) = read_advert(
        "Requirements\n- Bachelor's degree in business, logistics or a related field\n"
    )
    assert one.kind is Kind.EDUCATION
    assert one.field == "business / logistics"
    assert one.similar_counts


def test_what_no_vocabulary_knows_is_read_as_the_adverts_own_phrase() -> None:
    (one,) = read_advert("Requirements\n- Experience of restoring church organs\n")
    assert (one.words, one.terms) == ("restoring church organs", ())


def test_each_thing_is_asked_once_as_much_as_it_is_wanted_anywhere() -> None:
    text = "Tasks\n- Write Python\nNice to have\n- Python\nRequirements\n- Python\n"
    assert asks(text) == [("must", "Python")]


@given(texts)
def test_any_text_is_read_and_each_requirement_quotes_it(text: str) -> None:
    keys = set()
    for one in read_advert(text):
        assert one.words == text[one.start : one.end].strip(" ,")
        assert one.words
        assert one.need in Need
        keys.add((one.key, one.months))
    assert len(keys) == len({(r.key, r.months) for r in read_advert(text)})


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("SAP EWM", ["SAP EWM"]),
        ("SAP-EWM", ["SAP-EWM"]),
        ("SAP Modul MM", ["SAP Modul MM"]),
        ("SAP EWM, Excel", ["SAP EWM", "Excel"]),
        ("SAP Excel", ["SAP", "Excel"]),
        ("SAP Ariba", ["SAP Ariba"]),
        ("SAP Kenntnisse und Excel", ["SAP", "Excel"]),
        ("Experience with SAP Extended Warehouse Management is a plus", []),
        ("Oracle or SAP EWM", ["Oracle or SAP EWM"]),
        ("Salesforce Service Cloud", ["Salesforce Service Cloud"]),
    ],
)
def test_what_qualifies_a_product_is_part_of_what_is_asked(
    line: str, words: list[str]
) -> None:
    asked = asks(f"Requirements\n- {line}\n")
    expected = words or ["SAP Extended Warehouse Management"]
    assert asked == [("must" if words else "nice", word) for word in expected]


def test_two_products_of_a_family_are_two_things_asked_for() -> None:
    text = "Requirements\n- Experience with SAP EWM, SAP MM\n- Knowledge of SAP\n"
    assert [words for _need, words in asks(text)] == ["SAP EWM", "SAP MM", "SAP"]


_OF_POST = """
Salary €44,000.
Salary: €44,000 to €48,000 a year
Salary - €44,000
Salary up to £30k
Pay: negotiable
Apply by 30 November 2026.
Apply online at www.x.example
Please send your CV to jobs@x.example
Closing date: 3 December
Closing date 3 December 2026
Permanent contract
Full-time
Full-time, permanent
38 hours per week
37.5 hrs/week
12-month contract
Location: Rotterdam
Hours: 38 per week
Start: as soon as possible
Starting immediately
30 November 2026
€44,000
£12.50 per hour
44.000 € brutto
Gehalt: 44.000 € brutto
Gehalt ab 3.200 € brutto
Bewerbungsschluss: 30.11.2026
Bitte senden Sie Ihre Bewerbung an jobs@x.example
Vollzeit, unbefristet, 39 Stunden pro Woche
Arbeitsort: Leipzig
ab sofort
November 2026 an jobs@x.example
Salaire : 32 000 € brut par an
Envoyez votre CV à rh@x.example
CDI, temps plein
35 heures par semaine
Date limite : 30 novembre 2026
Salario: 24.000 € brutos
Envía tu CV a rrhh@x.example
Contrato indefinido
Jornada completa
40 horas semanales
Stipendio: 28.000 €
Inviare il CV a hr@x.example
Contratto a tempo indeterminato
Salário: 1.400 €
Envie o seu CV para rh@x.example
Local: Lisboa
Salaris: € 3.200 bruto per maand
Solliciteer voor 30 november
Vast contract
36 uur per week
Wynagrodzenie: 7000 zł brutto
Wyślij CV na adres hr@x.example
Umowa o pracę
Pełny etat
Ücret: 45.000 TL
Son başvuru: 30 Kasım 2026
Tam zamanlı
Lön: 38 000 kr
Ansök senast 30 november
Heltid
Tillsvidareanställning
""".strip().splitlines()


@pytest.mark.parametrize("line", _OF_POST)
def test_what_is_said_of_the_post_is_not_asked_of_a_person(line: str) -> None:
    for bullet in ("", "- "):
        assert asks(f"Requirements\n- Excel\n{bullet}{line}\n") == [("must", "Excel")]


@pytest.mark.parametrize(
    "line",
    [
        *("Contract management", "Location scouting", "Apply statistical methods"),
        *("Contact with customers", "Deadline driven", "Budget of €2m per year"),
        *("Transmettre les informations", "Enviar facturas", "Night shifts"),
    ],
)
def test_what_only_begins_like_it_is_still_asked(line: str) -> None:
    assert ("must", line) in asks(f"Requirements\n- Excel\n- {line}\n")


def test_a_sentence_after_the_pay_is_read_all_the_same() -> None:
    text = "Requirements\n- Excel\nSalary €44,000. You need a forklift licence.\n"
    assert [words for _need, words in asks(text)] == ["Excel", "forklift licence"]
