"""Every opening of a house is closed at once, or the one that was applied for is no more."""

from __future__ import annotations

import pytest

from onward.mail.rules.types import Address, Message, Verdict
from onward.mail.rules.verdicts.classify import classify

_RULES = {
    *("en:all-openings-closed", "de:alle-stellen-gestrichen"),
    *("fr:tous-les-postes-fermes", "es:todas-las-plazas-cerradas"),
    *("it:tutte-le-posizioni-chiuse", "pt:todas-as-vagas-fechadas"),
    *("nl:alle-vacatures-gesloten", "pl:wszystkie-rekrutacje-wstrzymane"),
    *("sv:alla-tjanster-stangda", "tr:tum-kadrolar-kapatildi"),
}


def _told(text: str) -> set[str]:
    sender = Address("Sven Roth", "s.roth@quillmoor.example")
    message = Message("k", "k@mail.example", None, sender, "Robin", f"Robin,\n\n{text}")
    said = classify(message, is_known=True)
    return {words.rule for words in said.because} & _RULES


@pytest.mark.parametrize(
    "text",
    [
        "Leadership closed all open product roles on Friday, yours too. We have no date for re-opening.",
        "Sorry, the req was pulled from my portal this morning.",
        "It's not you, the job just doesn't exist anymore.",
        "Der Vorstand hat alle offenen Stellen gestrichen, auch diese.",
        "Die Stelle gibt es leider nicht mehr, auch für niemand anderen.",
        "La direction a supprimé tous les postes ouverts.",
        "Le poste n'existe tout simplement plus.",
        "La dirección ha congelado todas las vacantes.",
        "El puesto ya no existe, no es por ti.",
        "La direzione ha annullato tutte le posizioni aperte.",
        "A direção suspendeu todas as contratações deste ano. A vaga já não existe.",
        "De directie heeft alle openstaande vacatures geschrapt.",
        "Zarząd wstrzymał wszystkie rekrutacje.",
        "Jag är ledsen, men ledningen har fryst alla utlysta tjänster och även den här.",
        "Yönetim bütün açık kadroları kapattı, ilan edilen pozisyon artık yok.",
    ],
)
def test_all_that_was_open_is_closed(text: str) -> None:
    assert _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "All open roles are listed on our page.",
        "We closed all open tickets before the move.",
        "Applications for all our open roles are closing on Friday.",
        "All other open roles still remain open to you.",
        "Alle offenen Stellen finden Sie auf unserer Seite.",
        "Tous les postes ouverts sont sur notre site.",
        "Todas las vacantes están en nuestra página.",
        "Tutte le posizioni aperte sono sul nostro sito.",
        "Todas as vagas estão no nosso site.",
        "Alle openstaande vacatures staan op onze site.",
        "Wszystkie otwarte rekrutacje są na naszej stronie.",
        "Alla lediga tjänster finns på vår sida.",
        "Tüm açık pozisyonlar sitemizde.",
    ],
)
def test_a_list_of_openings_and_other_things_are_not_closed(text: str) -> None:
    assert not _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Greg was going to make you an offer after Friday. Then the req was pulled.",
        "Wir hätten Ihnen gern ein Angebot gemacht. Leider wurde die Stelle gestrichen.",
        "Nous allions vous proposer le poste. Il a été supprimé hier.",
        "Íbamos a ofrecerle el puesto. La vacante ha sido cancelada.",
        "Stavamo per offrirle il posto. La posizione è stata annullata.",
        "Íamos oferecer-lhe o lugar. A vaga foi cancelada.",
        "We stonden op het punt je de baan aan te bieden. De functie is geschrapt.",
        "Mieliśmy zaproponować Panu pracę. Rekrutację anulowano.",
        "Vi var på väg att erbjuda dig jobbet. Tjänsten är indragen.",
        "Size işi teklif edecektik. Pozisyon iptal edildi.",
    ],
)
def test_an_offer_that_was_only_going_to_be_made_is_none(text: str) -> None:
    sender = Address("Sven Roth", "s.roth@quillmoor.example")
    message = Message("k", "k@mail.example", None, sender, "Robin", f"Robin,\n\n{text}")
    assert classify(message, is_known=True).verdict is not Verdict.OFFER


@pytest.mark.parametrize(
    "text",
    [
        "I am delighted to offer you the job of Welder, starting Monday.",
        "We are going to make you an offer for the job of Welder.",
        "Wir bieten Ihnen die Stelle als Schweißer an.",
    ],
)
def test_an_offer_that_is_made_stays_one(text: str) -> None:
    sender = Address("Sven Roth", "s.roth@quillmoor.example")
    message = Message("k", "k@mail.example", None, sender, "Robin", f"Robin,\n\n{text}")
    assert classify(message, is_known=True).verdict is Verdict.OFFER
