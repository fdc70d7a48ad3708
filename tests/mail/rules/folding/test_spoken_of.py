"""A no from another house that speaks of whoever wrote about an application."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.folding.fold import fold
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.folding.spoken_of import spoken_of, surname_of
from onward.mail.rules.types import Verdict

START = datetime(2026, 2, 2, 9, tzinfo=UTC)


def _item(key: str, day: int, verdict: Verdict, **facts: Any) -> FoldItem:
    return FoldItem(
        key=key,
        sent_at=START + timedelta(days=day),
        verdict=verdict,
        message_id=f"{key}@mail.example",
        **facts,
    )


def _invitation(key: str, name: str, company: str) -> FoldItem:
    firm = f"{company.lower()}.example"
    return _item(
        key,
        1,
        Verdict.INTERVIEW,
        company=company,
        name=name,
        firm=firm,
        contact=f"{key}@{firm}",
    )


def _no(spoken: set[str], **facts: Any) -> FoldItem:
    facts = {"company": "Hk Gruppe", "verdict": Verdict.REJECTION, **facts}
    return _item(
        "no",
        5,
        firm="hk-gruppe.example",
        contact="office@hk-gruppe.example",
        spoken_of=frozenset(spoken),
        **facts,
    )


@pytest.mark.parametrize(
    ("no", "count"),
    [
        (_no({"oltmann"}), 1),
        (_no({"birte oltmann"}), 1),
        (_no({"oltmann"}, verdict=Verdict.POSITION_CLOSED), 1),
        # Nobody who wrote, a house that is named in full, and what is no end.
        (_no({"birte"}), 2),
        (_no({"anke oltmann"}), 2),
        (_no({"oltmann"}, company="Larch Foods GmbH"), 2),
        (_no({"oltmann"}, verdict=Verdict.INTERVIEW), 2),
    ],
)
def test_a_no_of_the_group_that_speaks_of_who_wrote_joins_that(
    no: FoldItem, count: int
) -> None:
    invitation = _invitation("a", "birte oltmann", "Hansekontor")
    assert len(fold([invitation, no]).clusters) == count


def test_of_two_whom_a_no_may_speak_of_it_joins_neither() -> None:
    one = _invitation("a", "birte oltmann", "Hansekontor")
    two = _invitation("b", "jens oltmann", "Weserkontor")
    assert len(fold([one, two, _no({"oltmann"})]).clusters) == 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("im Namen von Herrn Stühr und Frau Oltmann danke ich", {"stühr", "oltmann"}),
        ("On behalf of Ms Roe and Dr. Ida Vale", {"ida vale"}),
        ("de la part de Mme Larchet et M. Dumont", {"larchet", "dumont"}),
        ("en nombre de la Sra. Larena", {"larena"}),
        ("a nome della signora Lariccia e del dott. Verdi", {"lariccia"}),
        ("em nome da Sra. Larinha", {"larinha"}),
        ("namens mevrouw Larinks en dhr. Veldman", {"larinks", "veldman"}),
        ("w imieniu Pani Nowak", {"nowak"}),
        ("Emma Larsson har bett mig svara", {"emma larsson"}),
        ("Emre Larman adına yazıyorum", {"emre larman"}),
        ("wir danken Ihnen und wünschen alles Gute", set()),
    ],
)
def test_people_are_told_with_respect_or_by_both_names(
    text: str, names: set[str]
) -> None:
    assert names <= spoken_of(text)
    assert names or not spoken_of(text)


def test_a_first_name_alone_is_no_surname() -> None:
    assert surname_of("birte") == ""
    assert surname_of("birte oltmann") == "oltmann"
    assert surname_of("ida roe") == ""


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(len(name) >= 4 for name in spoken_of(text))
