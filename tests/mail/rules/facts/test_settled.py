from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.material import Material, prepare
from onward.mail.rules.facts.settled import (
    Choice,
    Ruled,
    choices_of,
    fact_key,
    settled,
    signs_of,
    written,
)
from onward.mail.rules.facts.spans import KINDS, Span
from onward.mail.rules.facts.systems import NO_SYSTEM
from onward.mail.rules.types import Address, Message

_NOTHING = {kind: Ruled("") for kind in KINDS}


def _material(name: str = "") -> Material:
    sender = Address(name, "jobs@larchgrid.example")
    message = Message("key", "one@mail.example", None, sender, "", "Larch Grid")
    return prepare(message, system=NO_SYSTEM)


def _settled(
    kind: str,
    *,
    chosen: str = "",
    spans: tuple[Span, ...] = (),
    places: tuple[Candidate, ...] = (),
    name: str = "",
) -> str:
    ruled = {**_NOTHING, kind: Ruled(chosen, places)}
    return settled(kind, material=_material(name), ruled=ruled, spans=spans)


def test_what_neither_found_is_empty() -> None:
    assert [_settled(kind) for kind in KINDS] == ["", "", ""]


def test_what_the_finder_is_sure_of_fills_what_the_rules_left_empty() -> None:
    spans = (
        Span("role", "L", "Claims Adjuster", 0.99),
        Span("role", "S", "Claims Adjuster", 0.99),
    )
    assert _settled("role", spans=spans) == "Claims Adjuster"


def test_what_the_finder_hardly_believes_stays_out() -> None:
    assert _settled("role", spans=(Span("role", "L", "Bear With Me", 0.09),)) == ""


def test_an_employer_of_the_rules_stays_where_the_finder_hears_none() -> None:
    own = (Candidate("Larch Grid", "own", 3.5),)
    assert _settled("company", chosen="Larch Grid", places=own) == "Larch Grid"


def test_a_name_shown_in_full_is_not_cut() -> None:
    spans = (
        Span("company", "F", "Harrow & Finch Catering", 0.99),
        Span("company", "S", "Harrow & Finch", 0.99),
        Span("company", "L", "Harrow & Finch", 0.99),
    )
    name = "Harrow & Finch Catering"
    assert _settled("company", chosen=name, spans=spans, name=name) == name


def test_what_may_not_be_is_passed_over() -> None:
    spans = (
        Span("company", "L", "Talentbridge", 0.99),
        Span("company", "S", "Talentbridge", 0.99),
    )
    ruled = {**_NOTHING}
    material = _material()
    found = settled("company", material=material, ruled=ruled, spans=spans)
    assert found == "Talentbridge"
    none = settled(
        "company",
        material=material,
        ruled=ruled,
        spans=spans,
        is_allowed=lambda choice: choice.text != "Talentbridge",
    )
    assert none == ""


def test_a_title_is_written_without_markers() -> None:
    choice = Choice(
        fact_key("Data Engineer (m/w/d)", kind="role"), "Data Engineer (m/w/d)"
    )
    assert written("role", choice) == "Data Engineer"


_WORDS = st.text(st.characters(codec="utf-8"), max_size=24)
_SPANS = st.lists(
    st.builds(
        Span,
        st.sampled_from(KINDS),
        st.sampled_from("FSLBZ"),
        _WORDS,
        st.floats(0.08, 1.0),
    ),
    max_size=8,
)
_FOUND = st.lists(
    st.builds(
        Candidate,
        _WORDS,
        st.sampled_from(["own", "body", "subject", "display", "signature"]),
        st.floats(0.1, 9.0),
    ),
    max_size=5,
)


@given(st.sampled_from(KINDS), _WORDS, _FOUND, _SPANS)
def test_what_is_settled_on_was_found_by_one_of_them(
    kind: str, chosen: str, found: list[Candidate], spans: list[Span]
) -> None:
    ruled = {**_NOTHING, kind: Ruled(chosen, found)}
    fact = settled(kind, material=_material(), ruled=ruled, spans=spans)
    choices = choices_of(kind, ruled=ruled[kind], spans=spans)
    keys = {choice.key for choice in choices}
    assert len(keys) == len(choices)
    assert not fact or fact_key(fact, kind=kind) in keys


@given(st.sampled_from(KINDS), _WORDS, _FOUND, _SPANS)
def test_the_order_of_what_was_found_changes_no_sign(
    kind: str, chosen: str, found: list[Candidate], spans: list[Span]
) -> None:
    def signs(found: list[Candidate], spans: list[Span]) -> list[dict[str, float]]:
        ruled = {**_NOTHING, kind: Ruled(chosen, found)}
        choices = choices_of(kind, ruled=ruled[kind], spans=spans)
        rows = signs_of(kind, choices, material=_material(), ruled=ruled)
        marked = sorted(
            (choice.key, sorted(row))
            for choice, row in zip(choices, rows, strict=False)
            if choice.text.islower() and choice.text.isascii()
        )
        return [dict.fromkeys([key, *row], 1.0) for key, row in marked]

    assert signs(found, spans) == signs(found[::-1], spans[::-1])
