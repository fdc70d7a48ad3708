from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.core.hyphens import SOFT_HYPHEN, breakable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Vorstellungsgespräch", "Vorstel-lungs-gespräch"),
        ("Stationssekretärin", "Sta-tions-sekre-tärin"),
        ("Spitex Krankenkasse AG", "Spitex Kran-ken-kasse AG"),
        ("Utbildningsadministratör", "Utbild-ningsad-ministra-tör"),
        ("Sollicitatiegesprek", "Sol-lici-tatie-gesprek"),
        ("OhioMeansWork", "Ohio-Means-Work"),
        ("Night Porter", "Night Porter"),
        ("Herstellungskoordination", "Herstel-lungskoor-dina-tion"),
        ("Rechtsanwaltsgehilfin", "Rechtsan-walts-gehil-fin"),
        ("Krankenschwester", "Kran-kenschwester"),
        ("Landespolizeiamt", "Lan-despo-lizeiamt"),
        ("Bundesagentur", "Bun-desa-gen-tur"),
        ("Prozessanalytiker", "Pro-zessa-naly-tiker"),
        ("Gesellschafterin", "Gesell-schaf-terin"),
        ("www.verylongdomainname.example", "www.verylongdomainname.example"),
        ("Verylongdomainname.example AG", "Verylongdomainname.example AG"),
        ("Krankenhaus", "Kran-ken-haus"),
        ("people@verylongcompanyname.example", "people@verylongcompanyname.example"),
        ("https://verylongcompanyname.example", "https://verylongcompanyname.example"),
        ("Rhythmmmmmmmmmm", "Rhythmmmmmmmmmm"),
        ("", ""),
    ],
)
def test_long_words_may_be_parted_and_addresses_stay_whole(
    text: str, shown: str
) -> None:
    assert breakable(text).replace(SOFT_HYPHEN, "-") == shown


@given(st.text(max_size=60))
def test_nothing_but_soft_hyphens_is_added(text: str) -> None:
    plain = text.replace(SOFT_HYPHEN, "")
    assert breakable(plain).replace(SOFT_HYPHEN, "") == plain
