"""What statuses in lists say of who said no, and of what is only meant to be done."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.applications.rules.kinds import EventKind
from onward.exchange.rules.list_status import name_in, status_of
from onward.exchange.rules.list_words import Column
from onward.exchange.rules.lists import ListRow, mapping_of
from onward.exchange.rules.proposals import happened


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Zusage, von mir abgelehnt", EventKind.OFFER_DECLINED),
        ("Ich habe abgelehnt", EventKind.OFFER_DECLINED),
        ("Zusage, habe abgesagt", EventKind.OFFER_DECLINED),
        ("Offer, rejected by me", EventKind.OFFER_DECLINED),
        ("I have turned it down", EventKind.OFFER_DECLINED),
        ("Offre reçue, refusée par moi", EventKind.OFFER_DECLINED),
        ("Rechazada por mí", EventKind.OFFER_DECLINED),
        ("Offerta rifiutata da me", EventKind.OFFER_DECLINED),
        ("Recusada por mim", EventKind.OFFER_DECLINED),
        ("Door mij afgewezen", EventKind.OFFER_DECLINED),
        ("Odrzucone przeze mnie", EventKind.OFFER_DECLINED),
        ("Abgesagt von mir", EventKind.WITHDRAWAL),
        ("Habe eine Absage bekommen", EventKind.REJECTION),
        ("Ich wurde abgelehnt", EventKind.REJECTION),
        ("I was rejected", EventKind.REJECTION),
        ("J'ai été refusé", EventKind.REJECTION),
    ],
)
def test_a_no_of_ones_own_is_not_theirs(said: str, kind: EventKind) -> None:
    assert status_of(said) is kind


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("will ich noch", EventKind.SAVED),
        ("noch offen lassen?", EventKind.SAVED),
        ("geplant", EventKind.SAVED),
        ("vormerken", EventKind.SAVED),
        ("planned", EventKind.SAVED),
        ("to apply", EventKind.SAVED),
        ("À envoyer", EventKind.SAVED),
        ("Por hacer", EventKind.SAVED),
        ("Da fare", EventKind.SAVED),
        ("Quero enviar", EventKind.SAVED),
        ("Wil ik nog", EventKind.SAVED),
        ("Do zrobienia", EventKind.SAVED),
        ("Ska söka", EventKind.SAVED),
        ("Planlanıyor", EventKind.SAVED),
        ("Je vais postuler", EventKind.SAVED),
        ("Applied, want to call", EventKind.APPLIED),
        ("Interview planned", EventKind.INTERVIEW),
        ("Gespräch geplant", EventKind.INTERVIEW),
    ],
)
def test_what_is_only_meant_to_be_done_is_saved(said: str, kind: EventKind) -> None:
    assert status_of(said) is kind


def test_a_day_to_come_is_no_application() -> None:
    row = ListRow(1, {"role": "Baker"}, unread=("applied",), ahead=("applied",))
    found = happened(row, now=datetime(2026, 3, 1, tzinfo=UTC))
    assert [each.kind for each in found] == [EventKind.SAVED]


@pytest.mark.parametrize(
    "names",
    [
        ("Betrieb", "Tätigkeit", "Wie ist es ausgegangen?"),
        ("Business", "Job", "What came of it?"),
        ("Société", "Métier", "Comment ça s’est terminé ?"),
        ("Empleador", "Ocupación", "¿Cómo terminó?"),
        ("Ditta", "Mansione", "Com’è andata?"),
        ("Empregador", "Função", "Como terminou?"),
        ("Werkgever", "Beroep", "Hoe is het afgelopen?"),
        ("Pracodawca", "Zawód", "Jak się skończyło?"),
        ("Arbetsgivare", "Befattning", "Hur gick det?"),
        ("İşveren", "Görev", "Nasıl sonuçlandı?"),
    ],
)
def test_headings_in_other_words_are_known(names: tuple[str, str, str]) -> None:
    assert mapping_of(names) == {Column.COMPANY: 0, Column.ROLE: 1, Column.STATUS: 2}


def test_a_status_that_only_looks_like_json_ends_no_list() -> None:
    deep = '{"name": ' * 5_000
    assert name_in(deep) == deep
    assert name_in(r'{"name": "Rejected\ud83d\u0000"}') == "Rejected?"
    assert status_of(r'{"name": "Rejected\ud83d"}') == EventKind.REJECTION
