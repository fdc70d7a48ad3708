"""A list of an agency that says of each job at whose firm it is: one application a line."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.rules.digests.client_list import clients_listed
from onward.mail.rules.digests.listed import listed_in
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Reading, Verdict

AGENCY = Address("Lotte Brink", "lotte.brink@werkbrug.example")


def letter(text: str) -> Message:
    return Message(
        key="k",
        message_id="k@werkbrug.example",
        sent_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
        sender=AGENCY,
        subject="News",
        text=f"{text}\n\nLotte Brink\nWerkbrug",
        to=(Address("Robin", "robin@person.example"),),
    )


def told(text: str) -> list[tuple[str, str]]:
    return [(each.company, each.role) for each in clients_listed(letter(text))]


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        (
            "Dag Robin,\n\nIk stel je graag voor op deze twee vacatures:\n\n"
            "1. Chauffeur distributie bij Hooiland Zuivel (Venlo, 32 uur)\n"
            "2. Medewerker magazijn / inkoop bij Veenbos Logistiek\n\n"
            "Mag ik je cv naar allebei sturen?",
            [
                ("Hooiland Zuivel", "Chauffeur distributie"),
                ("Veenbos Logistiek", "Medewerker magazijn / inkoop"),
            ],
        ),
        (
            "Hi Robin,\n\nGood to talk. I would like to put you forward for two jobs:\n\n"
            "- Night Porter at Oakmere Hotels (Leeds, nights)\n"
            "- Front Desk Assistant at Larch Grid\n\n"
            "May I send your CV to both clients?",
            [
                ("Oakmere Hotels", "Night Porter"),
                ("Larch Grid", "Front Desk Assistant"),
            ],
        ),
        (
            "Guten Tag,\n\nich würde Sie gern bei zwei Kunden vorstellen:\n\n"
            "1) Disponent (m/w/d) bei der Haller Fracht GmbH, Ulm\n"
            "2) Lagerleiter bei Nordwerk Kühlung\n\n"
            "Darf ich Ihre Unterlagen an beide weiterleiten?",
            [
                ("Haller Fracht GmbH", "Disponent"),
                ("Nordwerk Kühlung", "Lagerleiter"),
            ],
        ),
        (
            "Bonjour,\n\nje souhaite vous présenter à deux de nos clients :\n\n"
            "1. Cariste chez Belleroche Froid (Lille, 35 h)\n"
            "2. Agent d'exploitation chez Nordeau Transports\n\n"
            "Puis-je leur envoyer votre CV ?",
            [
                ("Belleroche Froid", "Cariste"),
                ("Nordeau Transports", "Agent d'exploitation"),
            ],
        ),
        (
            "Hola:\n\nme gustaría presentar tu candidatura a dos empresas:\n\n"
            "1. Mozo de almacén en Frutas Cervera (Lleida)\n"
            "2. Administrativo de tráfico en Almacenes Roig\n\n"
            "¿Puedo enviar tu currículum a las dos?",
            [
                ("Frutas Cervera", "Mozo de almacén"),
                ("Almacenes Roig", "Administrativo de tráfico"),
            ],
        ),
        (
            "Buongiorno,\n\nvorrei presentarla a due nostri clienti:\n\n"
            "1. Magazziniere presso Frigo Padana (Parma)\n"
            "2. Impiegato spedizioni presso Trasporti Vasari\n\n"
            "Posso inviare il suo curriculum a entrambi?",
            [
                ("Frigo Padana", "Magazziniere"),
                ("Trasporti Vasari", "Impiegato spedizioni"),
            ],
        ),
        (
            "Bom dia,\n\ngostava de apresentar a sua candidatura a dois clientes:\n\n"
            "1. Operador de armazém na Frutas Douro (Porto)\n"
            "2. Motorista na Transportes Lima\n\n"
            "Posso enviar o seu currículo para ambos?",
            [
                ("Frutas Douro", "Operador de armazém"),
                ("Transportes Lima", "Motorista"),
            ],
        ),
        (
            "Dzień dobry,\n\nchciałabym przedstawić Pana kandydaturę dwóm klientom:\n\n"
            "1. Magazynier w Chłodnia Wisła (Toruń)\n"
            "2. Spedytor w firmie Mleczarnia Narew\n\n"
            "Czy mogę wysłać CV do obu?",
            [("Chłodnia Wisła", "Magazynier"), ("Mleczarnia Narew", "Spedytor")],
        ),
        (
            "Hej,\n\njag vill gärna presentera dig för två kunder:\n\n"
            "1. Lagerarbetare hos Kylhuset Norr (Umeå)\n"
            "2. Transportledare på Lind Frakt AB\n\n"
            "Får jag skicka ditt cv till båda?",
            [("Kylhuset Norr", "Lagerarbetare"), ("Lind Frakt AB", "Transportledare")],
        ),
        (
            "Merhaba,\n\nsizi iki müşterimize önermek istiyorum:\n\n"
            "1. Depo sorumlusu - Demirkaya Gıda (Bursa)\n"
            "2. Sevkiyat uzmanı - Yıldız Lojistik\n\n"
            "CV'nizi ikisine de gönderebilir miyim?",
            [
                ("Demirkaya Gıda", "Depo sorumlusu"),
                ("Yıldız Lojistik", "Sevkiyat uzmanı"),
            ],
        ),
    ],
)
def test_each_line_of_an_agencys_list_is_an_application_of_its_own(
    text: str, jobs: list[tuple[str, str]]
) -> None:
    assert told(text) == jobs
    asks = Reading(verdict=Verdict.INFORMATION_REQUEST, confidence=0.9)
    parts = listed_in(letter(text), reading=asks)
    assert [(each.reading.company, each.reading.role) for each in parts] == jobs


def test_of_a_list_that_is_only_proposed_title_and_firm_are_of_one_line() -> None:
    read = read_message(
        letter(
            "Hi Robin,\n\nI came across your profile and would like to put you forward for "
            "two jobs:\n\n- Night Porter at Oakmere Hotels (Leeds, nights)\n"
            "- Front Desk Assistant at Larch Grid\n\nMay I send your CV to both clients?"
        )
    )
    assert read.verdict is Verdict.OUTREACH
    assert (read.company, read.role) == ("Oakmere Hotels", "Night Porter")


@pytest.mark.parametrize(
    "text",
    [
        # What the reader did before is no opening.
        "Hi Robin,\n\nYour CV says:\n\n1. Night Porter at Oakmere Hotels (2019-2022)\n"
        "2. Front Desk Assistant at Larch Grid (2022-2025)\n\nMay I have two referees?",
        # What somebody might apply for.
        "Hi Robin,\n\nNew this week:\n\n1. Night Porter at Oakmere Hotels\n"
        "2. Front Desk Assistant at Larch Grid\n\nApply on our page.",
        # Two jobs of one firm.
        "Hi Robin,\n\nI would like to put you forward for two jobs:\n\n"
        "1. Night Porter at Oakmere Hotels\n2. Front Desk Assistant at Oakmere Hotels\n\n"
        "May I send your CV to the client?",
        # Where, and not at whose firm.
        "Hola:\n\nme gustaría presentar tu candidatura:\n\n1. Camarero en Lleida\n"
        "2. Cocinero en Zaragoza\n\n¿Puedo enviar tu currículum?",
        # What they ask of the reader.
        "Dag Robin,\n\nIk stel je graag voor bij Hooiland Zuivel. Stuur me nog:\n\n"
        "1. Kopie van je rijbewijs\n2. Referentie van je vorige baas bij Veenbos Logistiek\n\n"
        "Dan gaat je cv vandaag naar de klant.",
        # The jobs of the firm that writes.
        "Dag Robin,\n\nWe stellen je graag voor aan het team:\n\n"
        "1. Chauffeur bij Werkbrug\n2. Planner bij Hooiland Zuivel\n\n"
        "Mag ik je cv doorsturen?",
    ],
)
def test_other_lists_are_none_of_an_agencys_clients(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "We will not send your CV to anyone without your consent. Openings this week:",
        "We never share your details to third parties. Jobs this week:",
        "I need your papers before I can put you forward to:",
        "If you agree to our terms we submit your profile to:",
        "Wir leiten Ihre Unterlagen nicht ohne Ihr Einverständnis weiter. Offene Stellen:",
        "We sturen je cv nooit door zonder overleg. Vacatures van deze week:",
    ],
)
def test_what_is_denied_or_conditional_puts_nobody_forward(text: str) -> None:
    jobs = "- Night Porter at Oakmere Hotels\n- Front Desk Assistant at Larch Grid"
    assert told(f"Hi Robin,\n\n{text}\n\n{jobs}") == []
