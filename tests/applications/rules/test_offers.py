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
        "our offer to you has been cancelled",
        "the offer we made you last week no longer stands",
        "the job offer has been rescinded",
        "we are taking our offer back",
        "we can no longer honour the offer",
        "ziehen wir das Ihnen unterbreitete Angebot zurück",
        "nehmen wir unsere Zusage zurück",
        "unser Angebot an Sie müssen wir leider widerrufen",
        "notre proposition est retirée",
        "nous retirons la promesse d'embauche",
        "nuestra oferta queda anulada",
        "nos vemos obligados a retirar la propuesta",
        "la nostra proposta è stata ritirata",
        "revochiamo l'offerta di assunzione",
        "trekken wij ons aanbod in",
        "het aanbod is ingetrokken",
        "wycofujemy naszą propozycję",
        "nasza oferta została wycofana",
        "temos de retirar a nossa proposta",
        "a proposta que lhe fizemos foi retirada",
        "vi drar tillbaka vårt erbjudande",
        "erbjudandet återkallas",
        "iş teklifimizi geri çekiyoruz",
    ],
)
def test_an_offer_that_was_not_answered_yet_is_taken_back_in_words(words: str) -> None:
    assert taken_back_by(past(OFFER, NO, words=words)) == {2}


@pytest.mark.parametrize(
    "words",
    [
        "we are unable to offer you the position",
        "not in a position to make you an offer",
        "the offer went to another candidate",
        "we must withdraw our offer of an interview",
        "your application has been withdrawn from consideration",
        "the client has withdrawn the vacancy",
        "können wir Ihnen leider keine Zusage geben",
        "kein Angebot machen",
        "nachdem Sie Ihre Zusage zurückgezogen haben",
        "das Stellenangebot, auf das Sie sich beworben haben, wurde zurückgezogen",
        "die Einladung zum Gespräch müssen wir zurückziehen",
        "nous ne donnons pas suite à votre proposition",
        "nous ne pouvons pas vous faire d'offre",
        "l'offre à laquelle vous avez postulé a été retirée",
        "la oferta a la que te inscribiste",
        "hemos retirado la oferta a la que te inscribiste",
        "la oferta ha sido retirada",
        "per questa offerta abbiamo scelto un altro profilo",
        "abbiamo ritirato l'offerta per cui ti sei candidato",
        "geen aanbod kunnen doen",
        "wycofaliśmy ofertę, na którą Pan aplikował",
        "nie możemy złożyć oferty",
        "retirámos a oferta a que se candidatou",
        "inget erbjudande den här gången",
        "size teklif sunamıyoruz",
    ],
)
def test_a_no_that_only_speaks_of_offers_takes_none_back(words: str) -> None:
    assert taken_back_by(past(OFFER, NO, words=words)) == set()
    assert taken_back_by(past(OFFER, GONE, words=words)) == set()


def test_what_the_person_recorded_themselves_counts_without_words() -> None:
    assert taken_back_by(past(OFFER, NO, by=DecidedBy.PERSON)) == {2}
