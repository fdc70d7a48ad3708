"""A no tells of its own opening, not of the one that it offers in its place."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Verdict
from tests.mail.rules.letters import make_message


@pytest.mark.parametrize(
    "text",
    [
        "The client in Hythe has now chosen another candidate, so that role is off.\n\nBUT I have another assignment that I think suits you better: order administrator at Skan Build in Arlow. May I put you forward?",
        "Der Kunde in Köln hat sich leider für eine andere Kandidatin entschieden.\n\nAber ich hätte etwas anderes, das besser zu Ihnen passt: Auftragssachbearbeiterin bei Skan Bau in Arlau. Darf ich Sie dort vorstellen?",
        "Le client à Lille a malheureusement retenu une autre candidate.\n\nMais j'ai une autre mission qui vous conviendrait mieux : assistante commerciale chez Skan Bâtiment à Arlon. Puis-je vous présenter ?",
        "El cliente ha elegido lamentablemente a otra candidata.\n\nPero tengo otro proyecto que te encajaría mejor: administrativa de pedidos en Skan Obras. ¿Te presento?",
        "Il cliente ha purtroppo scelto un'altra candidata.\n\nMa ho un altro incarico più adatto a te: impiegata ordini presso Skan Costruzioni. Posso presentarti?",
        "O cliente escolheu infelizmente outra candidata.\n\nMas tenho outra proposta que te serve melhor: administrativa de encomendas na Skan Obras. Posso apresentar-te?",
        "De klant heeft helaas voor een andere kandidaat gekozen.\n\nMaar ik heb een andere opdracht die beter bij je past: orderadministrateur bij Skan Bouw. Mag ik je voorstellen?",
        "Klient wybrał niestety innego kandydata.\n\nAle mam inną propozycję, która lepiej pasuje: administratorka zamówień w Skan Budowa. Czy mogę Panią przedstawić?",
        "Kunden i Hyllie har nu valt en annan kandidat, så den tjänsten är tyvärr inte aktuell för dig längre.\n\nMEN jag har ett annat uppdrag som jag tror passar dig bättre: orderadministratör hos Skånska Byggpartner i Arlöv. Får jag presentera dig för dem?",
        "Müşteri maalesef başka bir adayı seçti.\n\nAma sana daha uygun başka bir proje var: Skan Yapı'da sipariş sorumlusu. Seni önerebilir miyim?",
    ],
)
def test_the_house_of_what_is_offered_is_not_the_one_that_says_no(text: str) -> None:
    message = make_message(
        "Some news", f"Robin,\n\n{text}\n\nJenny", sender="jenny@harbourstaff.example"
    )
    reading = read_message(message)
    assert reading.verdict is Verdict.REJECTION
    assert "Sk" not in reading.company


def test_who_says_no_and_offers_something_else_of_their_own_is_named() -> None:
    text = (
        "Dear Robin,\n\nUnfortunately Ferry Line has chosen another candidate as accountant.\n\n"
        "But I have another assignment: clerk at Ferry Line Cargo.\n\nJenny"
    )
    message = make_message(
        "Accountant at Ferry Line", text, sender="jenny@harbourstaff.example"
    )
    assert read_message(message).company == "Ferry Line"
