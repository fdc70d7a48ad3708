"""An agency puts the person forward to two firms in one breath, and tells two noes in one mail."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.mail.rules.digests.clients import put_forward_to
from onward.mail.rules.types import Address, Message
from onward.people.models import Person
from tests.mail.own_story import ME, raw
from tests.mail.test_feedback_answers import read

AGENCY = "Carmen Soler <carmen.soler@temporalia.example>"
SIGNED = "\n\nCarmen Soler\nTemporalia"
FORWARD = raw(
    number=1,
    sender=AGENCY,
    to=ME,
    subject="Vacantes de almacen",
    text="Hola:\n\nRecibido, gracias. Hoy mismo presento tu candidatura a Frutas Cervera y "
    f"a Almacenes Roig. Te digo algo en cuanto sepa.{SIGNED}",
)
NOES = raw(
    number=9,
    sender=AGENCY,
    to=ME,
    subject="Frutas Cervera y Almacenes Roig",
    text="Hola:\n\nTe escribo con noticias de los dos procesos y no son las que quería "
    "darte. En Frutas Cervera han cubierto el puesto internamente, y Almacenes Roig se ha "
    f"quedado con otra persona que ya conocía su programa de gestión.{SIGNED}",
)


@pytest.mark.django_db
@pytest.mark.parametrize("order", [(FORWARD, NOES), (NOES, FORWARD)])
def test_each_client_has_its_own_application_and_its_own_no(
    owner: Person, tmp_path: Path, order: tuple[bytes, ...]
) -> None:
    read(owner, tmp_path, *order)
    found = Application.objects.filter(merged_into=None).order_by("company")
    assert [each.company for each in found] == ["Almacenes Roig", "Frutas Cervera"]
    assert not any(each.is_open or each.place for each in found)


BROKER = "Lotte Brink <lotte.brink@werkbrug.example>"
TWO = raw(
    number=1,
    sender=BROKER,
    to=ME,
    subject="Inschrijving Werkbrug",
    text="Dag Robin,\n\nJe staat ingeschreven. Ik wil je graag op twee vacatures voorstellen:"
    "\n\n1. Chauffeur distributie bij Hooiland Zuivel (Venlo, 32 uur)\n"
    "2. Medewerker magazijn / inkoop bij Veenbos Logistiek (40 uur)\n\n"
    "Mag ik je cv naar beide opdrachtgevers sturen?\n\nLotte Brink\nWerkbrug",
)
SENT_ON = raw(
    number=2,
    sender=BROKER,
    to=ME,
    subject="Voorgesteld bij Veenbos Logistiek",
    text="Dag Robin,\n\nBij Veenbos Logistiek ligt je cv nu ook, voor medewerker magazijn. "
    "De opdrachtgever reageert meestal binnen een week.\n\nLotte",
)
ONE_NO = raw(
    number=9,
    sender=BROKER,
    to=ME,
    subject="RE: Voorgesteld bij Veenbos Logistiek",
    text="Dag Robin,\n\nEven over Veenbos: zij gaan verder met een andere kandidaat. Jammer, "
    "maar Hooiland loopt nog gewoon door!\n\nLotte",
    answers=2,
)
ASKED = raw(
    number=11,
    sender=BROKER,
    to=ME,
    subject="Hooiland wil je spreken",
    text="Dag Robin,\n\nHooiland Zuivel wil je graag ontmoeten. Ze stellen donderdag 26 "
    "maart om 09.30 uur voor, een gesprek van een uur. Kun je dan?\n\nLotte",
)


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_a_list_of_two_clients_is_two_applications_in_whatever_order(
    owner: Person, tmp_path: Path, step: int
) -> None:
    for number, mail in enumerate([TWO, SENT_ON, ONE_NO, ASKED][::step]):
        (tmp_path / str(number)).mkdir()
        read(owner, tmp_path / str(number), mail)
    found = Application.objects.filter(merged_into=None).order_by("company")
    assert [(each.company, each.role, each.is_open) for each in found] == [
        ("Hooiland Zuivel", "Chauffeur distributie", True),
        ("Veenbos Logistiek", "Medewerker magazijn / inkoop", False),
    ]
    invited = Event.objects.get(kind=EventKind.INTERVIEW)
    assert invited.application.company == "Hooiland Zuivel"


def named(text: str) -> tuple[str, ...]:
    letter = Message(
        key="k",
        message_id="k@temporalia.example",
        sent_at=None,
        sender=Address("Carmen Soler", "carmen.soler@temporalia.example"),
        subject="News",
        text=f"Hi,\n\n{text}\n\nCarmen",
    )
    return put_forward_to(letter)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "I have sent your CV to both Oakmere and Larch Grid today.",
            ("Oakmere", "Larch Grid"),
        ),
        (
            "Your profile went to both Oakmere and to Larch Grid.",
            ("Oakmere", "Larch Grid"),
        ),
        (
            "Ich habe Ihre Unterlagen sowohl an Haller Bau als auch an Nordwerk geschickt.",
            ("Haller Bau", "Nordwerk"),
        ),
        (
            "J'ai envoyé votre candidature à la fois à Belleroche et à Nordeau ce matin.",
            ("Belleroche", "Nordeau"),
        ),
        (
            "He enviado tu currículum tanto a Frutas Vela como a Almacenes Roig.",
            ("Frutas Vela", "Almacenes Roig"),
        ),
        (
            "Ho inviato il curriculum sia a Ferrolar che a Montebello stamattina.",
            ("Ferrolar", "Montebello"),
        ),
        (
            "Ik heb je cv zowel naar Hooiland als naar Veenbos gestuurd.",
            ("Hooiland", "Veenbos"),
        ),
        (
            "Enviei o seu currículo tanto à Belmonte como à Ribeira.",
            ("Belmonte", "Ribeira"),
        ),
        (
            "Jag har skickat din ansökan till både Norrvik och Sjöberg.",
            ("Norrvik", "Sjöberg"),
        ),
        (
            "Wysłałam CV zarówno do Rzeki, jak i do Borowika dziś rano.",
            ("Rzeki", "Borowika"),
        ),
    ],
)
def test_two_firms_are_named_together_by_a_word_for_both(
    text: str, names: tuple[str, ...]
) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "I have sent your CV to Hill and Dale this morning.",
        "I have sent your CV to both Hill and Dale and Larch.",
        "I sent your CV to both managers at Oakmere and they liked it.",
        "I have both your CV and your references.",
        "Ich habe Ihre Unterlagen an Haller und Söhne geschickt.",
    ],
)
def test_the_name_of_one_firm_is_not_parted(text: str) -> None:
    assert named(text) == ()


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_each_of_two_firms_in_a_conversation_has_its_receipt(
    owner: Person, tmp_path: Path, step: int
) -> None:
    first = raw(
        number=1,
        sender=AGENCY,
        to=ME,
        subject="Stock roles",
        text="Hi Robin,\n\nI came across your profile. I am working on a Stock Clerk role at "
        f"Larch Grid. Could you send me an up to date CV?{SIGNED}",
    )
    yes = raw(
        number=2,
        sender=ME,
        to=AGENCY,
        subject="Re: Stock roles",
        text="Hi Carmen,\n\nThank you. Both are of interest. CV attached.\n\nRobin Vale",
        answers=1,
        labels="Sent",
    )
    sent = raw(
        number=3,
        sender=AGENCY,
        to=ME,
        subject="Re: Stock roles",
        text="Hi Robin,\n\nGood to talk. I have sent your CV to both Oakmere Foods and Larch "
        f"Grid this morning. Will come back to you as soon as I hear from either.{SIGNED}",
        answers=2,
    )
    later = raw(
        number=9,
        sender=AGENCY,
        to=ME,
        subject="Oakmere Foods - Driver - interview",
        text="Hi Robin,\n\nGood news, Oakmere Foods would like to meet you for the Driver role on "
        f"Tuesday 21 July at 11.00. Can you make it?{SIGNED}",
    )
    read(owner, tmp_path, *[first, yes, sent, later][::step])
    received = Event.objects.filter(kind=EventKind.CONFIRMATION, voided_by=None)
    told = {event.application.company for event in received}
    assert told == {"Oakmere Foods", "Larch Grid"}
    applied = Event.objects.get(kind=EventKind.APPLIED, voided_by=None)
    assert applied.application.company == "Larch Grid"
