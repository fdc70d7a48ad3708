"""An opening that ended for everybody is told apart from one that somebody has."""

from __future__ import annotations

import pytest

from onward.mail.rules.verdicts.ended_itself import tells_of_an_end


@pytest.mark.parametrize(
    "text",
    [
        "We have frozen all hiring until further notice, so the role has been cancelled.",
        "The position has been put on hold. Nobody will be hired for it.",
        "I'm sorry, the funding for the post fell through last week.",
        "Leider wurde die Stelle gestrichen, weil das Budget weggefallen ist.",
        "Le poste est supprimé et son budget a été coupé.",
        "Hemos cancelado el proceso: no vamos a contratar a nadie.",
        "La posizione è stata annullata, c'è un blocco delle assunzioni.",
        "De vacature is ingetrokken, er is een vacaturestop.",
        "Rekrutacja została anulowana.",
        "A vaga foi cancelada por cortes de orçamento.",
        "Tjänsten har dragits in, vi har anställningsstopp.",
        "Pozisyon iptal edildi, kimseyi almayacağız.",
    ],
)
def test_an_opening_ended_for_everybody(text: str) -> None:
    assert tells_of_an_end(text)


@pytest.mark.parametrize(
    "text",
    [
        "My sister-in-law is going to do the hours after all, so there isn't a place for you here any more.",
        "We cancelled the advert: one of our own is taking it on.",
        "The role was filled internally and the campaign has been cancelled.",
        "The job is gone, the boss's nephew has it.",
        "We have found a suitable candidate and have withdrawn the vacancy.",
        "Wir sind fündig geworden und haben die Suche eingestellt.",
        "Wir haben eine geeignete Kandidatin gefunden und die Ausschreibung zurückgezogen.",
        "Nous avons trouvé quelqu'un et l'annonce est retirée.",
        "Hemos encontrado a la persona adecuada y el proceso queda cancelado.",
        "Abbiamo trovato la persona giusta e la ricerca è annullata.",
        "The position has been closed.",
        "If the funding is cut the post may be cancelled.",
        "Die Ausschreibung wurde aufgehoben, die Stelle haben wir intern besetzt.",
        "Meine Schwägerin macht die Stunden jetzt doch, die Stelle ist gestrichen.",
        "L'annonce est retirée : ma belle-sœur reprend les heures.",
        "Hemos cancelado la plaza porque mi cuñada hará las horas.",
        "Abbiamo annullato la ricerca, se ne occupa mia cognata.",
        "De vacature is ingetrokken, mijn schoonzus doet de uren.",
        "Rekrutacja została anulowana, etat przejmuje moja szwagierka.",
        "A vaga foi cancelada, a minha cunhada fica com as horas.",
        "Tjänsten har dragits in, min svägerska tar över timmarna.",
        "İlan iptal edildi, saatleri yengem yapacak.",
    ],
)
def test_what_somebody_has_or_what_is_left_open_is_no_such_end(text: str) -> None:
    assert not tells_of_an_end(text)
