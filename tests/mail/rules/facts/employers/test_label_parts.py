"""Where the words of a domain label part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.training.label_parts import (
    Pair,
    fit,
    made_from,
    measured,
    pairs_of,
    spelled_otherwise,
)
from onward.mail.rules.basics.model_file import parted, shipped
from onward.mail.rules.facts.employers.label_parts import (
    Known,
    Parter,
    label_words,
    name_of_words,
    signs_of_seams,
    spellings,
)
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message

_LEAST_RIGHT = 0.78
_MOST_TOO_OFTEN = 0.08


def _name(label: str) -> str:
    return name_of_words(label_words(label))


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=70))
def test_words_are_the_label_and_none_is_a_letter(label: str) -> None:
    words = label_words(label)
    assert "".join(words) == label
    assert len(words) == 1 or min(map(len, words)) > 1
    assert label_words(label) == words


@given(st.text(min_size=1, max_size=30))
def test_what_is_no_plain_label_stays_whole(label: str) -> None:
    words = label_words(label)
    assert "".join(words) == label
    if not (label.isascii() and label.isalpha()):
        assert words == (label,)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("garrisonstreetdental", "Garrison Street Dental"),
        ("beaconhilltutoring", "Beacon Hill Tutoring"),
        ("goslingandfry", "Gosling and Fry"),
        ("thelarkandquill", "The Lark and Quill"),
        ("autohausmoorwald", "Autohaus Moorwald"),
        ("baeckereilindner", "Bäckerei Lindner"),
        ("clinicadelsol", "Clínica del Sol"),
        ("therapiezentrum", "Therapiezentrum"),
        ("klinikamsee", "Klinik am See"),
        ("hotelalpenrose", "Hotel Alpenrose"),
        ("theblackhorse", "The Black Horse"),
        ("stcuthbertshostel", "St Cuthberts Hostel"),
    ],
)
def test_names_are_read_as_they_are_written(label: str, name: str) -> None:
    assert _name(label) == name


def test_the_shipped_model_was_made_from_these_labels_and_this_trainer() -> None:
    head, _ = parted(shipped("words", name="label_parts"))
    assert head["made_from"] == made_from(), (
        "Run: python -m benchmarks.training.label_parts"
    )


def test_labels_by_other_hands_part_as_their_employers_are_written() -> None:
    pairs = pairs_of(measured())
    right = sum(label_words(pair.label) == pair.words for pair in pairs)
    too_often = sum(len(label_words(pair.label)) > len(pair.words) for pair in pairs)
    assert right / len(pairs) > _LEAST_RIGHT
    assert too_often / len(pairs) < _MOST_TOO_OFTEN


def test_a_model_learns_where_words_part() -> None:
    pairs = [
        Pair(f"{first}{second}", (first, second))
        for first in ("larch", "quarry", "brack", "vale")
        for second in ("boats", "farm", "tyres", "foods")
    ]
    words = {word: 4 for pair in pairs for word in pair.words}
    parter = Parter(weights=fit(pairs, words=words), known=Known(words.keys(), ()))
    assert parter.parts("valeboats") == ("vale", "boats")
    assert parter.parts("boatsfarm") == ("boats", "farm")
    assert parter.parts("larch") == ("larch",)
    signs = [*signs_of_seams("valeboats", known=Known((), ()))]
    assert len(signs) == len("valeboats") - 1


def test_pairs_are_labels_that_an_employers_words_make() -> None:
    named = [
        ("Bäckerei Lindner GmbH", "baeckerei-lindner.example"),
        ("Bäckerei Lindner GmbH", "baeckereilindner.example"),
        ("Gosling & Fry", "goslingandfry.example"),
        ("Gosling & Fry", "goslingfry.example"),
        ("Gribbin's Bakery", "gribbinsbakery.example"),
        ("Lark Foods", "gmail.com"),
        ("Lark Foods", "other.example"),
    ]
    assert pairs_of(iter(named)) == [
        Pair("baeckereilindner", ("baeckerei", "lindner")),
        Pair("goslingandfry", ("gosling", "and", "fry")),
        Pair("goslingfry", ("gosling", "fry")),
        Pair("gribbinsbakery", ("gribbins", "bakery")),
    ]


def test_words_that_an_address_spells_otherwise_are_kept_as_written() -> None:
    words = {"Bäckerei": 3, "GmbH": 2, "Lark": 5, "Muller": 1, "Müller": 1}
    assert spelled_otherwise(words) == {
        "baeckerei": "Bäckerei",
        "backerei": "Bäckerei",
        "gmbh": "GmbH",
        "mueller": "Müller",
    }
    assert spellings("Müller") == {"muller", "mueller"}


@pytest.mark.parametrize(
    ("sender", "text", "company"),
    [
        ("Fraser Kerr <fraser@hexhamhydraulics.example>", "Hi Magda\n\nAs per our phone call please see attached offer letter and contract for the joiner job.\n\nFraser", "Hexham Hydraulics"),
        ("Wade Jorgensen <wade@garrisonstreetdental.example>", "Hey Colt,\n\nUnfortunately we went with another applicant for the parts counter job.\n\nWade", "Garrison Street Dental"),
        # How the mail writes it counts more.
        ("Wade Jorgensen <wade@garrisonstreetdental.example>", "Hey Colt,\n\nUnfortunately we went with another applicant for the parts counter job.\n\nWade\nGarrisonStreet Dental", "GarrisonStreet Dental"),
    ],
)  # fmt: skip
def test_a_firm_that_only_its_address_names_is_named(
    sender: str, text: str, company: str
) -> None:
    name, _, address = sender.rstrip(">").partition(" <")
    message = Message(
        "a", "a@x", None, Address(name, address), "Your application", text
    )
    assert read_message(message).company == company
