"""Labels that are parted at all their seams or at none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.training.label_parts import measured, pairs_of
from onward.mail.rules.facts.employers.label_parts import label_words, name_of_words
from onward.mail.rules.facts.employers.label_seams import words_of_label
from tests.mail.rules.facts.employers.reading import employer

_NO = "Hi Robin, thanks for coming in. Unfortunately we went with another candidate for the night job."


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("lorimerroadvets", "Lorimer Road Vets"),
        ("quillanstreetcafe", "Quillan Street Café"),
        ("ashmontpathbilling", "Ashmont Path Billing"),
        ("tarnlakeshardware", "Tarn Lakes Hardware"),
        ("harrowbendvet", "Harrow Bend Vet"),
    ],
)
def test_the_rest_of_a_parted_label_parts_too(label: str, name: str) -> None:
    assert name_of_words(words_of_label(label)) == name


@pytest.mark.parametrize(
    "label",
    [
        *("larchfieldvets", "greystonevets", "brightnestcleaning", "silverleafsoftware"),
        *("overstreetdental", "railroadmuseum", "crossroadsmedia", "harrowgatemilling"),
        *("galloway", "thornroad", "streetcafe", "granitestatepaper", "cityline"),
        *("baeckereilindner", "klinikamsee", "theblackhorse", "stcuthbertshostel"),
    ],
)  # fmt: skip
def test_names_of_one_word_stay_as_the_model_has_them(label: str) -> None:
    assert words_of_label(label) == label_words(label)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=70))
def test_words_are_the_label(label: str) -> None:
    assert "".join(words_of_label(label)) == label


def test_more_labels_by_other_hands_part_as_they_are_written() -> None:
    pairs = pairs_of(measured())
    before = sum(label_words(pair.label) == pair.words for pair in pairs)
    now = sum(words_of_label(pair.label) == pair.words for pair in pairs)
    assert now > before


@pytest.mark.parametrize(
    ("shown", "at", "company"),
    [
        ("Steph Marlin", "steph@lorimerroadvets.example", "Lorimer Road Vets"),
        ("Noor Haddon", "noor@quillanstreetcafe.example", "Quillan Street Café"),
        ("Wen Halder", "wen@harrowbendvet.example", "Harrow Bend Vet"),
        ("Ida Roe", "ida@larchfieldvets.example", "Larchfield Vets"),
    ],
)
def test_the_employer_is_read_so(shown: str, at: str, company: str) -> None:
    first = shown.partition(" ")[0]
    assert employer("Night job", f"{_NO}\n\n{first}", shown=shown, at=at) == company
