"""A short weekday beside the hour that stays: "fri same time instead?"."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.appointments.new_time import new_time
from onward.mail.rules.times.days import days_in

TOLD = date(2026, 3, 18)
BEFORE = [datetime.fromisoformat("2026-03-19T16:00")]
NEW = datetime.fromisoformat("2026-03-20T16:00")


@pytest.mark.parametrize(
    "text",
    [
        "the dentist has an emergency pt, fri same time instead?",
        "Fri, same time?",
        "same time fri?",
        "sorry!! same time fri instead?",
        "Could we do fri at the same time?",
        "Chef ist krank, geht Fr zur gleichen Zeit?",
        "Empêchement, ven même heure ?",
        "El jefe está enfermo, ¿vie misma hora?",
        "Imprevisto, ven stessa ora?",
        "Imprevisto, sex mesma hora?",
        "Baas is ziek, kan het vr zelfde tijd?",
        "Szef chory, może pt o tej samej porze?",
        "Patron hasta, cum aynı saatte olur mu?",
        "Chefen är sjuk, fre samma tid?",
    ],
)
def test_the_hour_goes_on_to_a_day_in_few_signs(text: str) -> None:
    assert new_time(text, told_on=TOLD, before=BEFORE) == NEW


@pytest.mark.parametrize(
    "text",
    [
        "We all sat at the same time sheet.",
        "They met a fri end at the same time.",
        "The sun same time of year is strong.",
        "At the same time we wed our methods to yours.",
        "It is always the same time sun or rain.",
        "We can do it at the same time so be ready.",
        "Das geht so zur gleichen Zeit.",
        "Elle vient à la même heure.",
        "Same time, same place!",
        "Vamos a la misma hora.",
        "Fri our interview again, in some other way.",
        "You mon ami, same old time.",
        "Ik do het niet.",
    ],
)
def test_other_words_beside_it_name_no_day(text: str) -> None:
    assert list(days_in(text, told_on=TOLD)) == []
