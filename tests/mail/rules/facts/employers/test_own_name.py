from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.employers.label_fit import fit
from onward.mail.rules.facts.employers.names import compact, company_key
from onward.mail.rules.facts.employers.own_name import keys_of, name_in, own_names
from onward.mail.rules.facts.employers.units import is_unit


@pytest.mark.parametrize(
    ("label", "line", "name"),
    [
        ("larchwoodglass", "We met at Larchwood Glass on Monday.", "Larchwood Glass"),
        ("larchwood", "Larchwood Glass Makers", "Larchwood Glass Makers"),
        ("lgm", "The Larch Glass Museum", "Larch Glass Museum"),
        ("umbramfi", "the board of Umbra Microfinance is glad", "Umbra Microfinance"),
        ("stovens", "Ruth, St Oven's Hospice", "St Oven's Hospice"),
        ("tolm-kaelte", "bei Kältetechnik Tolm), leider", "Kältetechnik Tolm"),
        ("seeblick", "Kulturamt Seeblick", "Kulturamt Seeblick"),
        ("praxis-olm", "Gemeinschaftspraxis Dr. Olm", "Gemeinschaftspraxis Dr. Olm"),
        ("roeschwenk", "Architekturbüro Rösch+Wenk", "Architekturbüro Rösch+Wenk"),
        ("umbrauni", "Faculty of Law, University of Umbra", "University of Umbra"),
        ("umbra", "Faculty of Law, University of Umbra", "University of Umbra"),
        ("umbra", "Curator of Umbra Museums", "Umbra Museums"),
        ("umbra", "Umbra's people read it", "Umbra"),
        ("umbra", "Dear Umbra Glass", "Umbra Glass"),
        ("umbra", "Umbra 10-22 Welder", "Umbra"),
        ("umbra", "Umbra Co-op Milk Recorder", "Umbra Co-op Milk Recorder"),
        ("umbra", "all of this is in lower case, umbra", ""),
        ("um", "Um Glass", ""),
    ],
)
def test_a_label_finds_its_name_in_the_text(label: str, line: str, name: str) -> None:
    found = [own.name for own in own_names([line], labels=[label])]
    assert found == ([name] if name else [])


def test_the_department_that_wrote_is_no_part_of_the_name() -> None:
    lines = ["Tolmer Holidays Overseas", "Tolmer Holidays"]
    found = own_names(lines, labels=["tolmer"])
    assert [own.name for own in found] == ["Tolmer Holidays"]


def test_a_name_alone_on_a_line_is_marked() -> None:
    lines = ["at Tolmer Holidays we", "Tolmer Holidays GmbH"]
    found = {own.name: own.fills_line for own in own_names(lines, labels=["tolmer"])}
    assert found["Tolmer Holidays"] is False
    assert found["Tolmer Holidays GmbH"] is True


@pytest.mark.parametrize(
    "text", ["Einsatzleitung", "Crew Selection", "Karriereteam", "Help Desk", "Büro"]
)
def test_units_are_known(text: str) -> None:
    assert is_unit(text.replace("Help ", ""))


def test_the_name_of_a_firm_is_no_unit() -> None:
    assert not is_unit("Tolmer Glass")


_WORDS = st.lists(
    st.from_regex(r"[A-Z][a-z]{3,8}", fullmatch=True), min_size=2, max_size=4
)


@pytest.mark.parametrize(
    ("line", "label", "name"),
    [
        ("Jobba hos Räddningsbolaget", "raddningsbolaget", "Räddningsbolaget"),
        ("Bei der Bäckerei Köhl", "baeckerei-koehl", "Bäckerei Köhl"),
        ("Yeşil Gözlü Kitap ekibi", "yesilgozlu", "Yeşil Gözlü Kitap"),
    ],
)
def test_a_domain_spells_marked_letters_in_one_of_two_ways(
    line: str, label: str, name: str
) -> None:
    assert name in [found.name for found in own_names([line], labels=[label])]


@given(_WORDS)
def test_the_joined_words_of_a_name_are_always_explained(words: list[str]) -> None:
    label = compact(company_key(" ".join(words)))
    found = fit(label, tuple(word.lower() for word in words))
    assert found is not None
    assert found.is_whole


@given(
    st.text(alphabet="abcdef-. ", max_size=12),
    st.text(alphabet="ABCdef &'.-", max_size=60),
)
def test_a_name_is_always_taken_from_the_run(label: str, run: str) -> None:
    words = run.split()
    found = name_in(words, keys=keys_of(words), label=label)
    assert found is None or found[0] in " ".join(words)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("the desk job at Larch Dental I saw online", "Larch Dental"),
        ("the desk job at Larch Dental I'd love to have", "Larch Dental"),
        ("the desk job at Larch Dental I’ve seen", "Larch Dental"),
        ("Larch Dental, I think", "Larch Dental"),
        ("Larch Dental II saw online", "Larch Dental II"),
    ],
)
def test_who_says_so_is_no_part_of_a_name(line: str, name: str) -> None:
    found = [own.name for own in own_names([line], labels=["larchdental"])]
    assert found == [name]
