from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onward.mail.rules.basics.model_file import packed
from onward.mail.rules.facts import spans
from onward.mail.rules.facts.material import Material, prepare
from onward.mail.rules.facts.span_words import AROUND, Places, parts_of, word_features
from onward.mail.rules.facts.spans import KINDS, REST, Finder, finder, finder_for
from onward.mail.rules.facts.systems import NO_SYSTEM
from onward.mail.rules.types import Address, Message


def _material(text: str, *, subject: str = "", name: str = "") -> Material:
    sender = Address(name, "jobs@larchgrid.example")
    message = Message("key", "one@mail.example", None, sender, subject, text)
    return prepare(message, system=NO_SYSTEM)


def _likeliest(text: str, *, kind: str, subject: str = "", name: str = "") -> str:
    material = _material(text, subject=subject, name=name)
    found = [x for x in finder_for(material).spans(material) if x.kind == kind]
    return max(found, key=lambda span: span.chance).text


# Sentences that no phrase of the rules knows.
@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Thanks for applying as Claims Adjuster.", "Claims Adjuster"),
        ("We have pursued others for Medical Biller this time.", "Medical Biller"),
        ("Wir suchen händeringend einen CNC-Dreher für die Nacht.", "CNC-Dreher"),
        ("Damit ist die Sache mit dem Kältemonteur gelaufen.", "Kältemonteur"),
        ("Gracias por tu interés en el puesto de panadero.", "panadero"),
    ],
)
def test_a_title_is_found_by_its_looks_and_its_company(text: str, role: str) -> None:
    assert _likeliest(text, kind="role") == role


def test_an_employer_is_found_in_the_sender_and_under_the_mail() -> None:
    text = "Dear Robin,\n\nwe have chosen somebody else.\n\nLarch Grid"
    assert _likeliest(text, kind="company", name="Larch Grid") == "Larch Grid"


def test_a_number_is_found_beside_what_it_numbers() -> None:
    text = "Requisition R-20418, Payroll Officer, is closed."
    assert _likeliest(text, kind="requisition") == "R-20418"


def test_a_title_is_given_as_it_is_called() -> None:
    text = "Dzień dobry, dziękujemy za aplikację na stanowisko specjalisty ds. zakupów."
    assert _likeliest(text, kind="role") == "specjalista ds. zakupów"


_TEXTS = st.text(
    st.sampled_from("Aa Bb\nzÄß-&.,'’()/0123 \u200b\t") | st.characters(codec="utf-8"),
    max_size=120,
)


@given(_TEXTS, _TEXTS, _TEXTS)
@example("", "", "")
@example("'s", "-", "d'")
def test_whatever_is_written_spans_stand_in_the_mail(
    text: str, subject: str, name: str
) -> None:
    material = _material(text, subject=subject, name=name)
    whole = "\n".join((name, material.subject, material.prose))
    for span in finder_for(material).spans(material):
        assert span.kind in KINDS
        assert span.text in whole or span.kind == "role"
        assert 0.0 <= span.chance <= 1.0


@given(_TEXTS, _TEXTS)
def test_every_word_has_features_and_a_place(text: str, subject: str) -> None:
    material = _material(text, subject=subject)
    places = Places(material)
    for part in parts_of(material):
        assert len(list(places.of(part))) == len(part.words)
        for word in part.texts():
            assert word.strip() == word
            assert word_features(word)[0] == f"w{word.lower()}"


def test_words_that_are_hopeless_are_left_out_without_a_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "Dear Robin, thank you for applying as Claims Adjuster at Larch Grid.\n\nIda"
    material = _material(text, subject="Claims Adjuster", name="Larch Grid")
    model = finder("en")
    quick = model.spans(material)
    monkeypatch.setattr(spans, "_HOPELESS", 60.0)
    finder.cache_clear()
    slow = finder("en").spans(material)
    finder.cache_clear()
    assert [x.text for x in quick] == [x.text for x in slow]
    for one, other in zip(quick, slow, strict=True):
        assert one.chance == pytest.approx(other.chance, abs=0.05)


@pytest.mark.parametrize("name", ["de", "en", REST])
def test_every_shipped_finder_knows_words_and_places(name: str) -> None:
    head = finder(name).head
    assert {"#", "R"} <= set(head["words"].split("\n"))
    assert {"kS", "kF", "sS"} <= set(head["places"].split("\n"))
    assert len(head["follows"]) == 1 + 2 * len(KINDS)


def test_a_finder_is_what_its_file_says() -> None:
    """One feature, one weight: the word "x" begins a title."""
    size = 1 + 2 * len(KINDS)
    weights = bytearray(size * len(AROUND) + size)
    weights[AROUND.index(0) * size + 1] = 100
    head = {
        "words": "wx",
        "places": "kL",
        "step": 0.1,
        "follows": [[0.0] * size] * size,
        "opens": [0.0] * size,
    }
    model = spans.unpacked(packed(head, weights=bytes(weights)))
    assert isinstance(model, Finder)
    found = model.spans(_material("y x y"))
    assert [(x.kind, x.text) for x in found if x.chance > 0.9] == [("role", "x")]
