from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.rules.digests.listed import listed_in
from onward.mail.rules.facts.employers.company import clean_company
from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Address, Message, Verdict

SIGNED = "\n\nCarmen Soler\nTemporalia"
AGENCY = Address("Carmen Soler", "carmen.soler@temporalia.example")


def told(
    text: str, *, subject: str = "News", sender: Address = AGENCY
) -> list[tuple[str, Verdict]]:
    message = Message(
        key="k",
        message_id="k@temporalia.example",
        sent_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
        sender=sender,
        subject=subject,
        text=f"{text}{SIGNED}",
        to=(Address("Robin", "robin@person.example"),),
    )
    parts = listed_in(message, reading=read_message(message))
    return [(part.reading.company, part.reading.verdict) for part in parts]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Hola Inés:\n\nTe escribo con noticias de los dos procesos y no son las que "
            "quería darte. En Frutas Cervera han cubierto el puesto internamente, y "
            "Almacenes Roig se ha quedado con otra persona que ya conocía su programa.",
            "Frutas Cervera",
            "Almacenes Roig",
        ),
        (
            "Hi Robin,\n\nNews on both jobs, and not what I hoped for. Hartwell Foods have "
            "filled the role internally, and Penrose Logistics went with another candidate.",
            "Hartwell Foods",
            "Penrose Logistics",
        ),
        (
            "Hi Robin,\n\nHartwell Foods have filled the role internally. Penrose Logistics "
            "decided to go with another candidate.",
            "Hartwell Foods",
            "Penrose Logistics",
        ),
        (
            "Guten Tag,\n\nleider habe ich keine guten Nachrichten. Die Bergmann Logistik "
            "GmbH hat die Stelle intern besetzt und die Krüger Frucht GmbH hat sich für "
            "eine andere Bewerberin entschieden.",
            "Bergmann Logistik GmbH",
            "Krüger Frucht GmbH",
        ),
        (
            "Bonjour,\n\nJ'ai des nouvelles des deux processus. Chez Frigo Loire le poste a "
            "été pourvu en interne, et Vasseur SARL a retenu une autre candidate.",
            "Frigo Loire",
            "Vasseur SARL",
        ),
        (
            "Buongiorno,\n\nho notizie dei due processi. Frigo Padana ha coperto la "
            "posizione internamente, mentre Trasporti Vasari ha scelto un altro candidato.",
            "Frigo Padana",
            "Trasporti Vasari",
        ),
        (
            "Bom dia,\n\ntenho novidades dos dois processos. A Frutas Douro preencheu a vaga "
            "internamente, e a Transportes Lima escolheu outra candidata.",
            "Frutas Douro",
            "Transportes Lima",
        ),
        (
            "Goedemorgen,\n\nik heb nieuws over beide procedures. Koelhuis Maas heeft de "
            "vacature intern vervuld en Visser Groep BV heeft voor een andere kandidaat "
            "gekozen.",
            "Koelhuis Maas",
            "Visser Groep BV",
        ),
        (
            "Dzień dobry,\n\nmam wieści w obu procesach. Firma Chłodnia Wisła obsadziła "
            "stanowisko wewnętrznie, a Mleczarnia Narew wybrała innego kandydata.",
            "Chłodnia Wisła",
            "Mleczarnia Narew",
        ),
        (
            "Merhaba,\n\niki süreçten de haberim var. Demirkaya Gıda pozisyonu şirket "
            "içinden doldurdu, Yıldız Lojistik başka bir adayla devam etme kararı aldı.",
            "Demirkaya Gıda",
            "Yıldız Lojistik",
        ),
        (
            "Hej,\n\njag har nyheter om båda processerna. Kylhuset Norr har tillsatt tjänsten "
            "internt och Lind Frakt AB har valt en annan kandidat.",
            "Kylhuset Norr",
            "Lind Frakt AB",
        ),
    ],
)
def test_an_agency_tells_the_no_of_two_clients_in_one_mail(
    text: str, first: str, second: str
) -> None:
    (one, is_first), (other, is_second) = told(text)
    assert (one, other) == (first, second)
    assert is_first in ENDINGS
    assert is_second is Verdict.REJECTION


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Hoy mismo presento tu candidatura a Frutas Cervera y a Almacenes Roig. Te digo "
            "algo en cuanto sepa.",
            "Frutas Cervera",
            "Almacenes Roig",
        ),
        (
            "Today I sent your CV to Hartwell Foods and to Penrose Logistics. I'll be in "
            "touch.",
            "Hartwell Foods",
            "Penrose Logistics",
        ),
        (
            "J'ai transmis votre candidature à Frigo Loire et à Vasseur SARL. Je reviens "
            "vers vous.",
            "Frigo Loire",
            "Vasseur SARL",
        ),
        (
            "Ho inviato la tua candidatura a Frigo Padana e a Trasporti Vasari. Ti faccio "
            "sapere.",
            "Frigo Padana",
            "Trasporti Vasari",
        ),
        (
            "Enviei hoje a sua candidatura à Frutas Douro e à Transportes Lima. Dou notícias "
            "em breve.",
            "Frutas Douro",
            "Transportes Lima",
        ),
        (
            "Ik heb je sollicitatie vandaag naar Koelhuis Maas en naar Visser Groep BV "
            "gestuurd. Je hoort van me.",
            "Koelhuis Maas",
            "Visser Groep BV",
        ),
        (
            "Jag har skickat din ansökan till Kylhuset Norr och till Lind Frakt AB. Jag hör "
            "av mig.",
            "Kylhuset Norr",
            "Lind Frakt AB",
        ),
    ],
)
def test_put_forward_to_two_firms_in_one_breath_is_an_application_to_each(
    text: str, first: str, second: str
) -> None:
    assert told(text) == [
        (first, Verdict.CONFIRMATION),
        (second, Verdict.CONFIRMATION),
    ]


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        (
            "Unfortunately Hartwell Foods has filled the role, and Hartwell Logistics has "
            "chosen another candidate.",
            Address("HR", "hr@hartwellfoods.example"),
        ),
        (
            "Unfortunately Human Resources has chosen another candidate, and Marks and "
            "Spencer has filled the role.",
            AGENCY,
        ),
        (
            "Unfortunately Hartwell Foods has filled the role, and Sarah Miller has chosen "
            "another candidate.",
            AGENCY,
        ),
        (
            "Frutas Cervera está valorando tu perfil, y Almacenes Roig ha cogido a otra "
            "persona.",
            AGENCY,
        ),
        ("Hemos recibido tu candidatura a Dolce y Gabbana. Gracias.", AGENCY),
        ("We received your application to Marks and Spencer.", AGENCY),
    ],
)
def test_what_is_said_of_one_firm_or_left_open_is_no_list(
    text: str, sender: Address
) -> None:
    assert told(text, sender=sender) == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Frutas Cervera y a Almacenes Roig", "Frutas Cervera"),
        ("Hartwell Foods and to Penrose Logistics", "Hartwell Foods"),
        ("Frigo Loire et à Vasseur SARL", "Frigo Loire"),
        ("Dolce y Gabbana", "Dolce y Gabbana"),
        ("Marks and Spencer", "Marks and Spencer"),
        ("Larch and Tower Bank", "Larch and Tower Bank"),
    ],
)
def test_a_name_ends_before_the_next_that_something_goes_to(
    written: str, name: str
) -> None:
    assert clean_company(written) == name
