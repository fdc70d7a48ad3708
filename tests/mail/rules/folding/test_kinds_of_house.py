from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.facts.employers.names import company_key
from onward.mail.rules.folding.akin import share_a_word
from onward.mail.rules.folding.fold import fold
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.types import Verdict

KINDS = st.sampled_from(
    sorted({k for v in tables("house_kinds").values() for k in v.split()})
)
NAMES = st.sampled_from(
    ["vellinge", "skurup", "ulm", "leeds", "hull", "tarnow", "rebhof"]
)


def _share(one: str, other: str) -> bool:
    return share_a_word(company_key(one), company_key(other))


def _mail(key: str, *, day: int, company: str, role: str, verdict: Verdict) -> FoldItem:
    return FoldItem(
        key=key,
        sent_at=datetime(2026, 10, day, tzinfo=UTC),
        verdict=verdict,
        company=company,
        role=role,
        requisition="2026/88",
        message_id=f"{key}@mail.example",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vellinge kommun", "Skurup kommun"),
        ("Region Skåne", "Region Halland"),
        ("Malmö universitet", "Lunds universitet"),
        ("Göteborgs stad", "Malmö stad"),
        ("University of Leeds", "University of Hull"),
        ("Leeds City Council", "Hull City Council"),
        ("Weldon County Council", "Harbour Borough Council"),
        ("Stadt Lindau", "Stadt Peine"),
        ("Stadt Ulm", "Stadt Peine"),
        ("Universitätsklinikum Jena", "Universitätsklinikum Halle"),
        ("Landratsamt Lindau", "Landratsamt Peine"),
        ("Ville de Lorient", "Ville de Vannes"),
        ("Ayuntamiento de Jaca", "Ayuntamiento de Soria"),
        ("Comune di Lodi", "Comune di Crema"),
        ("Câmara Municipal de Tomar", "Câmara Municipal de Beja"),
        ("Gemeente Goes", "Gemeente Veere"),
        ("Urząd Miasta Tarnów", "Urząd Miasta Ełk"),
        ("Bodrum Belediyesi", "Konya Belediyesi"),
        ("Oakmere Foods", "Thornby Foods"),
        ("The Larch Housing Group", "Rowan Housing Group"),
    ],
)
def test_a_kind_of_house_alone_makes_no_two_employers_akin(
    one: str, other: str
) -> None:
    assert not _share(one, other)
    folded = fold(
        [
            _mail(
                "a",
                day=4,
                company=one,
                role="Skoladministratör",
                verdict=Verdict.CONFIRMATION,
            ),
            _mail(
                "b",
                day=5,
                company=other,
                role="HR-assistent",
                verdict=Verdict.CONFIRMATION,
            ),
            _mail(
                "c",
                day=20,
                company=one,
                role="Skoladministratör",
                verdict=Verdict.REJECTION,
            ),
        ]
    )
    assert [list(cluster.keys) for cluster in folded.clusters] == [["a", "c"], ["b"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rebhof Homes", "Rebhof Housing Association"),
        ("Stadt Lindau", "Stadtverwaltung Lindau"),
        ("Vellinge kommun", "Barn- och utbildningsförvaltningen Vellinge"),
        ("University of Leeds", "Leeds University Library"),
        ("City Council", "Hull City Council"),
        ("Region Skåne", "Skånes universitetssjukhus, Region Skåne"),
        ("Universität", "Universität Jena"),
    ],
)
def test_a_name_of_its_own_or_all_of_one_name_makes_them_akin(
    one: str, other: str
) -> None:
    assert _share(one, other)


@given(kinds=st.lists(KINDS, min_size=1, max_size=3), one=NAMES, other=NAMES)
def test_names_are_akin_by_what_is_their_own_whatever_the_kinds_beside_it(
    kinds: list[str], one: str, other: str
) -> None:
    names = [" ".join([*kinds, one]), " ".join([other, *kinds])]
    is_own = one == other and (len(one) > 3 or max(map(len, kinds)) > 3)
    assert share_a_word(*names) == share_a_word(*reversed(names)) == is_own
