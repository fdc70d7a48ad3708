from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.folding.twins import Piece, twins

START = datetime(2026, 9, 1, 9, tzinfo=UTC)


def piece(
    name: str,
    company: str,
    role: str = "",
    *,
    begun: int = 0,
    moved: int | None = None,
    bare: bool = False,
    number: str = "",
) -> Piece:
    last = begun if moved is None else moved
    return Piece(
        key=name,
        company=company,
        role=role,
        requisition=number,
        begun_at=START + timedelta(days=begun),
        moved_at=START + timedelta(days=last),
        is_bare=bare,
    )


def receipt(company: str, role: str = "", *, begun: int = 0, number: str = "") -> Piece:
    return piece("receipt", company, role, begun=begun, bare=True, number=number)


def saved(company: str, role: str = "", *, on: int = 0) -> Piece:
    return replace(piece("saved", company, role, begun=on, bare=True), begun_at=None)


def rest(company: str, role: str = "", *, begun: int = 8, number: str = "") -> Piece:
    return piece("rest", company, role, begun=begun, moved=20, number=number)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (receipt("Rebhof Lift & Tor", "Disponent"), rest("Rebhof Torservice GmbH", "Disponent/in")),
        (receipt("Rebhof Elektrogroßhandel", "Disponent Auslieferung"), rest("Rebhof Großhandel", "Auslieferungsdisposition")),
        (receipt("Elektro Amselgrund GmbH", "Bürokraft"), rest("Amselgrund Elektrotechnik")),
        (receipt("Quillmoor Care", "Rota Coordinator"), rest("Quillmoor Homecare Services", "Rota Co-ordinator")),
        (receipt("Quillmoor", "Trial Administrator"), rest("Quillmoor", "Trial Associate Administrator")),
        (receipt("Quillmoor Zeitarbeit", "Koch für Krankenhausküchen"), rest("Quillmoor Zeitarbeit", "Koch Krankenhaus")),
        (receipt("Quillmoor", "Baker"), piece("rest", "Quillmoor Foods", "Baker", begun=1, bare=True)),
        (receipt("Bäckerei Rebhof", "Verkäufer"), rest("Rebhof GmbH", "Verkäufer")),
        (receipt("The Quillmoor Bakery", "Baker"), rest("Quillmoor Mill Ltd", "Baker")),
        (receipt("Stadt Amselburg", "Baker"), rest("Amselburg Stadtverwaltung", "Baker")),
        (receipt("J. Ashfold & Sons", "Baker"), rest("Ashfold and Sons Ltd", "Baker")),
        (receipt("Team Larchwood", "Baker"), rest("Larchwood Foods", "Baker")),
        (receipt("Quillmoor", "Associate Trial Monitor"), rest("Quillmoor", "Trial Monitor")),
        # Begun by hand, under the name that people use.
        (receipt("Quillmoor South Terminal", "Yard Lead"), piece("rest", "Quillmoor South", "Yard Lead", bare=True)),
        (receipt("Moor Foods Ltd", "Baker"), piece("rest", "Moor", "Bakers", bare=True)),
        (receipt("Moor Foods Ltd", "Night Baker"), saved("Moor", "Baker", on=-20)),
        (receipt("Quillmoor Care", "Baker", begun=30), saved("Quillmoor Foods", "Baker")),
        (receipt("Quillmoor Care", "Baker", number="377-2211"), rest("Quillmoor Foods", "Baker", number="C9377-26-2211")),
    ],
)  # fmt: skip
def test_a_receipt_and_what_came_of_it_are_one_application(
    one: Piece, other: Piece
) -> None:
    found = twins([one, other])
    assert len(found) == 1
    assert found[0][1].is_bare
    assert not twins([one, other], apart=frozenset({frozenset((one.key, other.key))}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (receipt("Clínica Dentária", "Rececionista"), rest("PataFina Clínica Veterinária", "Rececionista")),
        (receipt("Gmina Bory", "Księgowa"), rest("Gmina Lipa", "Księgowa")),
        # A word of many names, another job, another number, too late, before it began.
        (receipt("Elektro Amselgrund", "Bürokraft"), rest("Elektro Rebhof", "Bürokraft")),
        (receipt("Quillmoor Care", "Night Nurse"), rest("Quillmoor Foods", "Baker")),
        (receipt("Quillmoor Care", "Baker", number="a1"), rest("Quillmoor Foods", "Baker", number="b2")),
        (receipt("Quillmoor Care", "Baker"), rest("Quillmoor Foods", "Baker", begun=-9)),
        (receipt("Quillmoor", "Baker"), rest("Quillmoor", "Miller")),
        (receipt("Quillmoor", "Baker"), rest("Quillmoor", "Baker")),
        (receipt("Quillmoor Care", "Baker"), piece("rest", "Quillmoor Foods", "Baker", begun=30, bare=True)),
        # A name that goes on needs a title that says the same; saved after it was received.
        (receipt("Moor Foods Ltd", "Baker"), piece("rest", "Moor", bare=True)),
        (receipt("Moor Foods Ltd", "Baker"), piece("rest", "Moor", "Night Nurse", bare=True)),
        (receipt("Moor Foods Ltd", "Baker"), piece("rest", "Moor", "Baker", begun=9, bare=True)),
        (receipt("Stadtwerke Lipa", "Baker"), piece("rest", "Stadtwerke", "Baker", bare=True)),
        (receipt("Moor Inn Ltd", "Baker"), piece("rest", "Inn Moor", "Baker", bare=True)),
        (receipt("Quillmoor Care", "Baker"), saved("Quillmoor Foods", "Baker", on=5)),
        (rest("Quillmoor Care", "Baker"), piece("more", "Quillmoor Foods", "Baker", begun=9, moved=15)),
    ],
)  # fmt: skip
def test_what_speaks_for_two_is_not_asked_about(one: Piece, other: Piece) -> None:
    assert twins([one, other]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alba Lavoro", "Brezza Agenzia per il Lavoro"),
        ("Quillmoor Recruitment", "Rebhof Recruitment Ltd"),
        ("Amsel Personal GmbH", "Rebhof Personal"),
        ("Lande Intérim", "Rive Intérim"),
        ("Kade Uitzendbureau", "Duin Uitzendbureau"),
        ("Fala Praca", "Bory Agencja Pracy"),
        ("Nordvik Bemanning", "Sundby Bemanning AB"),
        ("Ribera Empleo", "Monte Empleo"),
        ("Cais Emprego", "Serra Emprego"),
        ("Liman İnsan Kaynakları", "Deniz İnsan Kaynakları"),
    ],
)
def test_agencies_share_no_name_by_what_they_do(one: str, other: str) -> None:
    assert twins([receipt(one), rest(other)]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rushmoor Media and Marketing", "Peakfold Media"),
        ("Ashfold Mutual", "Quillmoor Mutual Society Limited"),
        ("Amsel Bauplanung GmbH", "Rebhof Bauplanung"),
        ("Lande Assurances", "Rive Assurances SA"),
        ("Ribera Seguros", "Monte Seguros"),
        ("Alba Costruzioni", "Brezza Costruzioni"),
        ("Kade Bouwbedrijf", "Duin Bouwbedrijf"),
        ("Cais Seguros", "Serra Seguros"),
        ("Fala Budownictwo", "Bory Budownictwo"),
        ("Liman Medya", "Deniz Medya"),
        ("Nordvik Fastigheter", "Sundby Fastigheter AB"),
    ],
)
def test_names_that_end_in_one_trade_are_not_asked_about(one: str, other: str) -> None:
    assert twins([receipt(one, "Analyst"), rest(other, "Data Analyst")]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Senior Data Analyst", "Data Analyst"),
        ("Data Analyst", "Junior Data Analyst"),
        ("Lead Data Analyst", "Senior Data Analyst"),
        ("Data Analyst", "Data Analyst Apprentice"),
    ],
)
def test_the_senior_opening_of_one_house_is_another(one: str, other: str) -> None:
    pair = receipt("Quillmoor", one), rest("Quillmoor", other)
    assert twins(pair) == []


def test_an_agency_is_known_by_its_own_word() -> None:
    pair = receipt("Quillmoor Recruitment", "Baker"), rest("Quillmoor Jobs", "Baker")
    assert len(twins(pair)) == 1


def test_a_word_that_many_employers_share_is_that_of_a_town() -> None:
    others = [
        piece(f"o{number}", f"Newmoor {name}", "Baker", begun=9, moved=12)
        for number, name in enumerate(("Foods", "Mill", "Dairy", "Farm", "Inn", "Hall"))
    ]
    assert twins([receipt("Newmoor Bakery", "Baker"), *others]) == []


@given(
    st.lists(
        st.builds(
            piece,
            st.uuids().map(str),
            st.sampled_from(["Rebhof", "Rebhof Mill", "Quillmoor", "The Rebhof Inn", ""]),
            st.sampled_from(["", "Baker", "Senior Baker", "Miller"]),
            begun=st.integers(-30, 30),
            moved=st.integers(-30, 300),
            bare=st.booleans(),
        ),
        max_size=12,
    )
)  # fmt: skip
def test_no_pair_is_named_twice_and_one_of_each_is_bare(pieces: list[Piece]) -> None:
    found = twins(pieces)
    keys = [frozenset((one.key, other.key)) for one, other in found]
    assert len(keys) == len(set(keys)) <= 10
    assert all(len(pair) == 2 for pair in keys)
    assert all(other.is_bare for _, other in found)
    assert not twins(pieces, apart=frozenset(keys)) or len(keys) == 10


def written(name: str, company: str, role: str = "Buyer", **more: object) -> Piece:
    one = piece(name, company, role, begun=0, moved=20)
    return replace(one, contact="kay@quillmoor.example", **more)  # type: ignore[arg-type]


def test_an_application_at_a_street_may_be_the_one_of_the_same_writer_and_title() -> (
    None
):
    house = written("house", "Quillmoor Foods")
    street = written("street", "14 Fenner Place")
    assert twins([street, house]) == [(house, street)]
    assert (
        twins([street, house], apart=frozenset({frozenset({"house", "street"})})) == []
    )


@pytest.mark.parametrize(
    "other",
    [
        written("other", "14 Fenner Place", "Cook"),
        written("other", "14 Fenner Place", ""),
        written("other", "Fenner Place Foods"),
        replace(written("other", "14 Fenner Place"), contact="lee@amber.example"),
        replace(written("other", "14 Fenner Place"), contact=""),
        written("other", "14 Fenner Place", requisition="R-20447"),
        written("other", "14 Fenner Place", moved_at=START + timedelta(days=400)),
        written("other", "14 Fenner Place", moved_at=None),
    ],
)
def test_nothing_else_of_one_writer_is_asked_about(other: Piece) -> None:
    house = written("house", "Quillmoor Foods", requisition="R-99001")
    assert twins([other, house]) == []


def numbered(name: str, company: str, number: str) -> Piece:
    return piece(name, company, "Team Lead Stores", moved=20, number=number)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Hagedorn Baumarkt Handels GmbH", "Req-ID 20418"), ("Hagedorn Baumarkt", "20418")),
        (("Quillmoor Foods", "20418"), ("Quillmoor Foods", "Job 20418")),
    ],
)  # fmt: skip
def test_one_title_and_number_at_one_house_may_be_one_though_both_tell_more(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    first = numbered("first", *one)
    by_hand = numbered("by hand", *other)
    by_hand = replace(by_hand, begun_at=None)
    pairs = [[each.key for each in pair] for pair in twins([by_hand, first])]
    assert pairs == [["first", "by hand"]]


@pytest.mark.parametrize(
    "other",
    [
        piece("b", "Quillmoor Foods", "Team Lead Stores", number="20419", moved=20),
        piece("b", "Quillmoor Foods", "Team Lead Stores", number="2026", moved=20),
        piece("b", "Quillmoor Foods", "Team Lead Stores", moved=20),
        piece("b", "Quillmoor Foods", "Baker", number="20418", moved=20),
        piece("b", "Elm", "Team Lead Stores", number="20418", moved=20),
        piece("b", "Quillmoor Foods", "Team Lead Stores", number="20418", begun=30, moved=50),
        piece("b", "Quillmoor Foods", "Team Lead Stores", number="20418", moved=400),
        piece("b", "Quillmoor Foods", "Team Lead Stores", number="20418/30512", moved=20),
        piece("b", "Quillmoor Foods", "", number="20418", moved=20),
        piece("b", "", "Team Lead Stores", number="20418", moved=20),
    ],
)  # fmt: skip
def test_another_number_title_house_or_day_makes_two(other: Piece) -> None:
    one = numbered("a", "Quillmoor Foods", "20418")
    assert twins([one, other]) == []
