from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.rules.offers import taken_back_by
from onward.applications.rules.past import PastEvent

START = datetime(2026, 5, 4, 9, tzinfo=UTC)
OFFER, YES, NO = EventKind.OFFER, EventKind.ACCEPTANCE, EventKind.REJECTION
GONE = EventKind.POSITION_CLOSED


def past(
    *kinds: EventKind, by: DecidedBy = DecidedBy.RULE, words: str = ""
) -> list[PastEvent]:
    return [
        PastEvent(n, kind, START + timedelta(days=n), by, {"words": words})
        for n, kind in enumerate(kinds, start=1)
    ]


@pytest.mark.parametrize(
    ("kinds", "numbers"),
    [
        ((OFFER, YES, NO), {3}),
        ((OFFER, YES, GONE), {3}),
        ((OFFER, YES, NO, NO), {3}),
        ((OFFER, YES, EventKind.NOTE, NO), {4}),
        ((NO,), set()),
        ((EventKind.INTERVIEW, NO), set()),
        ((OFFER, NO), set()),
        ((OFFER, EventKind.OFFER_DECLINED, NO), set()),
        ((OFFER, YES, EventKind.WITHDRAWAL, NO), set()),
        ((NO, OFFER, YES), set()),
    ],
)
def test_a_no_after_a_yes_to_an_offer_takes_it_back(
    kinds: tuple[EventKind, ...], numbers: set[int]
) -> None:
    assert taken_back_by(past(*kinds)) == numbers


@pytest.mark.parametrize(
    "words",
    [
        "I therefore have to withdraw the offer",
        "müssen wir unser Angebot zurückziehen",
        "nous devons retirer notre offre",
        "debemos retirar la oferta",
        "ritirare la nostra offerta",
        "ons aanbod intrekken",
        "wycofać ofertę",
        "dra tillbaka erbjudandet",
        "teklifimizi geri çekmek",
    ],
)
def test_an_offer_that_was_not_answered_yet_is_taken_back_in_words(words: str) -> None:
    assert taken_back_by(past(OFFER, NO, words=words)) == {2}


def test_what_the_person_recorded_themselves_counts_without_words() -> None:
    assert taken_back_by(past(OFFER, NO, by=DecidedBy.PERSON)) == {2}
