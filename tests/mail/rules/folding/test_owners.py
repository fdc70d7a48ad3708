"""Two houses of one name, or of names that begin alike, are two applications, or asked about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from onward.mail.rules.folding.fitting import Candidate, fitting
from onward.mail.rules.folding.fold import Folded, FoldItem, fold
from onward.mail.rules.folding.openings import employer_key
from onward.mail.rules.folding.owners import are_two_houses, are_two_owners
from onward.mail.rules.folding.twins import Piece, twins
from onward.mail.rules.types import Verdict

_AT = datetime(2026, 10, 1, 9, tzinfo=UTC)
_NURSE = "pielęgniarka operacyjna"
_HOSPITAL = "Szpital Specjalistyczny"


def _mail(
    key: str, day: int, verdict: Verdict, company: str, firm: str, role: str = _NURSE
) -> FoldItem:
    contact = f"kadry@{firm}" if firm else ""
    return FoldItem(
        key,
        _AT + timedelta(days=day),
        verdict,
        company,
        role,
        contact=contact,
        firm=firm,
    )


def _together(folded: Folded) -> list[tuple[str, ...]]:
    return [cluster.keys for cluster in folded.clusters]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Szpital Specjalistyczny im. Anny Jodły", "Szpital Specjalistyczny im. Jana Sosny"),
        ("Szpital im. św. Rozalii", "Szpital im. św. Kingi"),
        ("Szpital im. Jana Jodły", "Szpital im. Anny Jodły w Krakowie"),
        ("Przychodnia Zdrowie na Kazimierzu", "Przychodnia Zdrowie na Salwatorze"),
        ("Klinikum St. Georg", "Klinikum St. Anna"),
        ("Hospital Sta. María", "Hospital Sta. Ana"),
        ("Szpital Powiatowy w Bochni", "Szpital Powiatowy w Myślenicach"),
    ],
)  # fmt: skip
def test_names_that_go_on_to_two_patrons_are_of_two_houses(
    one: str, other: str
) -> None:
    assert are_two_houses(employer_key(one), employer_key(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Szpital Specjalistyczny im. Heleny Zięby", "Szpital Specjalistyczny im. H. Zięby w Krakowie"),
        ("Szpital im. prof. Jana Lipy", "Szpital im. J. Lipy"),
        ("Szpital im. św. Rozalii", "Szpital im. Rozalii"),
        ("Szpital im. Jana Pawła II", "Szpital im. Jana Pawła II w Krakowie"),
        ("Szpital im. Lipy", "Szpital im. Jana Lipy"),
        ("Szpital Specjalistyczny", "Szpital Specjalistyczny im. Anny Jodły"),
        ("Tartak Modrzew w Krakowie", "Tartak Modrzew w Bochni"),
        ("Larch Foods Retail", "Larch Foods Logistics"),
        ("University of Larch", "University of Rebhof"),
        ("Larch Dental", "Rebhof Dental"),
        ("Przychodnia Zdrowie na Kazimierzu", "Przychodnia Zdrowie"),
        ("St. Georg Klinikum", "St. Georg Klinik"),
    ],
)  # fmt: skip
def test_other_names_that_begin_alike_may_be_one_house(one: str, other: str) -> None:
    assert not are_two_houses(employer_key(one), employer_key(other))


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        (_HOSPITAL, "szpital-jodly.example", "szpital-sosny.example"),
        (_HOSPITAL, "szpital-jodly.example", "sosna-med.example"),
        ("Primary School", "brookside.example", "hillview.example"),
        ("Hotel Krone", "hotel-krone-dresden.example", "krone-leipzig.example"),
    ],
)
def test_domains_tell_two_owners_of_a_name_apart(
    name: str, one: str, other: str
) -> None:
    assert are_two_owners(employer_key(name), one=[one], other=[other])


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("Larch Bakery", "larchbakery.example", "larchbakery-jobs.example"),
        ("Larch Bakery", "larchbakery.example", "sommer-holding.example"),
        ("Larch", "larch.example", "larch-group.example"),
        ("Larch", "larch-bakery.example", "larch-holding.example"),
        ("Larch", "larch-europe.example", "larch-deutschland.example"),
        ("Nordlicht", "abc-services.example", "xyz-holding.example"),
        (_HOSPITAL, "szpital-jodly.example", "szpital-jodly.example"),
        (_HOSPITAL, "szpital-jodly.example", "jodly-szpital.example"),
        (_HOSPITAL, "szpital-jodly.example", "larch-personal.example"),
        (_HOSPITAL, "szpital.example", "szpital-sosny.example"),
        (_HOSPITAL, "ssj.example", "szpital-jodly.example"),
        ("Przychodnia Zdrowie", "zdrowie.example", "zdrowie-kadry.example"),
    ],
)
def test_one_employer_may_write_from_two_domains(
    name: str, one: str, other: str
) -> None:
    assert not are_two_owners(employer_key(name), one=[one], other=[other])


def test_one_hospitals_no_does_not_close_what_another_received() -> None:
    folded = fold(
        [
            _mail("a", 0, Verdict.CONFIRMATION, _HOSPITAL, "szpital-jodly.example"),
            _mail("b", 2, Verdict.CONFIRMATION, _HOSPITAL, "szpital-sosny.example"),
            _mail("c", 20, Verdict.REJECTION, _HOSPITAL, "szpital-sosny.example"),
        ]
    )
    assert _together(folded) == [("a",), ("b", "c")]


@pytest.mark.parametrize(
    "verdict", [Verdict.REJECTION, Verdict.INTERVIEW, Verdict.OFFER]
)
def test_what_a_house_of_the_same_name_elsewhere_writes_is_asked_about(
    verdict: Verdict,
) -> None:
    folded = fold(
        [
            _mail("a", 0, Verdict.CONFIRMATION, _HOSPITAL, "szpital-jodly.example"),
            _mail("b", 20, verdict, _HOSPITAL, "szpital-sosny.example"),
        ]
    )
    assert _together(folded) == [("a",)]
    assert folded.unmatched == ("b",)
    assert folded.candidates == {"b": ("a",)}


@pytest.mark.parametrize(
    ("company", "one", "other"),
    [
        ("Larch Bakery", "larchbakery.example", "larchbakery-jobs.example"),
        ("Larch Bakery", "larchbakery.example", "sommer-holding.example"),
        (_HOSPITAL, "", "szpital-sosny.example"),
        (_HOSPITAL, "szpital-sosny.example", ""),
    ],
)
def test_one_employers_mail_from_elsewhere_still_joins(
    company: str, one: str, other: str
) -> None:
    folded = fold(
        [
            _mail("a", 0, Verdict.CONFIRMATION, company, one),
            _mail("b", 20, Verdict.REJECTION, company, other),
        ]
    )
    assert _together(folded) == [("a", "b")]


def test_two_houses_through_one_system_are_two() -> None:
    system = "rekruto.example"
    folded = fold(
        [
            _mail("a", 0, Verdict.CONFIRMATION, "Przychodnia Zdrowie na Kazimierzu", system),
            _mail("b", 2, Verdict.CONFIRMATION, "Przychodnia Zdrowie na Salwatorze", system),
            _mail("c", 20, Verdict.REJECTION, "Przychodnia Zdrowie na Salwatorze", system),
        ]
    )  # fmt: skip
    assert _together(folded) == [("a",), ("b", "c")]


def test_of_two_houses_whose_patron_a_no_leaves_out_the_person_is_asked() -> None:
    system = "rekruto.example"
    folded = fold(
        [
            _mail("a", 0, Verdict.CONFIRMATION, f"{_HOSPITAL} im. Anny Jodły", system),
            _mail("b", 2, Verdict.CONFIRMATION, f"{_HOSPITAL} im. Jana Sosny", system),
            _mail("c", 20, Verdict.REJECTION, _HOSPITAL, system),
        ]
    )
    assert _together(folded) == [("a",), ("b",)]
    assert set(folded.candidates["c"]) == {"a", "b"}


def test_a_patron_by_first_letter_is_the_same() -> None:
    folded = fold(
        [
            _mail("a", 0, Verdict.CONFIRMATION, f"{_HOSPITAL} im. Heleny Zięby", "szpital-zieby.example"),
            _mail("b", 20, Verdict.REJECTION, f"{_HOSPITAL} im. H. Zięby", "szpital-zieby.example"),
        ]
    )  # fmt: skip
    assert _together(folded) == [("a", "b")]


def _piece(key: int, company: str, contact: str) -> Piece:
    at = _AT + timedelta(days=key)
    return Piece(
        key=key, company=company, role=_NURSE, begun_at=at, moved_at=at, is_bare=True, contact=contact
    )  # fmt: skip


def test_two_of_one_name_at_two_domains_are_proposed_as_one_and_two_patrons_never() -> (
    None
):
    jodly, sosny = "kadry@szpital-jodly.example", "kadry@szpital-sosny.example"
    assert twins([_piece(1, "Szpital Larchowy", jodly), _piece(2, "Szpital Larchowy", jodly)]) == []  # fmt: skip
    assert twins(
        [
            _piece(1, f"{_HOSPITAL} im. Anny Jodły", jodly),
            _piece(2, f"{_HOSPITAL} im. Jana Sosny", sosny),
        ]
    ) == []  # fmt: skip
    found = twins([_piece(1, _HOSPITAL, jodly), _piece(2, _HOSPITAL, sosny)])
    assert [{each.key for each in pair} for pair in found] == [{1, 2}]


def test_a_house_of_the_same_name_elsewhere_is_not_chosen_beforehand() -> None:
    there = Candidate(uuid4(), _HOSPITAL, _NURSE, address="kadry@szpital-jodly.example")
    found = fitting(
        [there], company=_HOSPITAL, role=_NURSE, hosts={"szpital-sosny.example"}
    )
    assert found.likely == (there.id,)
    assert found.only is None


def test_a_school_by_its_letters_is_the_one_with_a_patron() -> None:
    school = "Szkoła Podstawowa nr 93"
    folded = fold(
        [
            _mail("a", 0, Verdict.CONFIRMATION, "SP nr 93", "", "woźny"),
            _mail("b", 9, Verdict.INTERVIEW, f"{school} im. Kolejarzy", "sp93.example", "woźny"),
            _mail("c", 20, Verdict.REJECTION, school, "sp93.example", "woźny"),
        ]
    )  # fmt: skip
    assert _together(folded) == [("a", "b", "c")]
