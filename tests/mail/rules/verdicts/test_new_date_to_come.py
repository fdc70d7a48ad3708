"""A talk that is off for now, and another to come: that waits for the person, in each language."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Message, Verdict

KNOWN = Address("Jet Larch", "j.larch@quarrybay.example")


def verdict(text: str, *, subject: str) -> Verdict:
    message = Message(
        key="k",
        message_id="k@quarrybay.example",
        sent_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
        sender=KNOWN,
        subject=subject,
        text=text,
        to=(Address("Robin", "robin@person.example"),),
    )
    return read_message(message, is_known=True).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Our talk",
            "Dear Robin,\n\nsorry for the mess. Mara, who held the interviews, has left us. "
            "Once we know who follows her, I will set up a new date with you.\n\nJet",
        ),
        (
            "Unser Gespräch",
            "Hallo Robin,\n\nbitte verzeihen Sie das Durcheinander, die Leitung hat gewechselt. "
            "Sie sind nach wie vor im Rennen um die Stelle.\n\nJet",
        ),
        (
            "Notre échange",
            "Bonjour Robin,\n\ndésolée pour ce contretemps, la personne qui menait les "
            "entretiens nous a quittés. Vous restez en lice.\n\nJet",
        ),
        (
            "Nuestra charla",
            "Hola Robin:\n\ndisculpa el lío, quien llevaba las entrevistas ya no está. Cuando "
            "sepamos quién sigue, te propondremos otra fecha.\n\nJet",
        ),
        (
            "Il nostro incontro",
            "Buongiorno Robin,\n\nmi scuso per la confusione: chi teneva i colloqui non è più "
            "con noi. Appena avremo un nome fisseremo una nuova data.\n\nJet",
        ),
        (
            "A nossa conversa",
            "Olá Robin,\n\ndesculpe a confusão, quem fazia as entrevistas saiu. Logo que "
            "haja um nome, combinamos outra data.\n\nJet",
        ),
        (
            "Ons gesprek",
            "Dag Robin,\n\nsorry voor het gedoe, wie de gesprekken voerde is weg bij ons. U "
            "blijft gewoon in de race.\n\nJet",
        ),
        (
            "Nasza rozmowa",
            "Dzień dobry,\n\nprzepraszam za zamieszanie, osoba, która prowadziła rozmowy, "
            "odeszła. Jest Pani nadal brana pod uwagę.\n\nJet",
        ),
        (
            "Vårt samtal",
            "Hej Robin,\n\nförlåt röran, den som höll intervjuerna har slutat. Så fort vi vet "
            "vem som tar över föreslår jag en ny tid.\n\nJet",
        ),
        (
            "Görüşmemiz",
            "Merhaba Robin,\n\nkarışıklık için özür dilerim, görüşmeleri yapan arkadaşımız "
            "ayrıldı. Yerine kimin geleceği belli olunca yeni bir tarih vereceğim.\n\nJet",
        ),
    ],
)
def test_a_new_date_that_is_still_to_come_is_no_ordinary_mail(
    subject: str, text: str
) -> None:
    assert verdict(text, subject=subject) not in NOT_HIRING


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Uw afspraak",
            "Beste Robin,\n\nde tandarts is ziek. Zodra zij beter is, plannen we een nieuwe "
            "afspraak in onze praktijk.\n\nJet",
        ),
        (
            "Ihr Termin",
            "Guten Tag,\n\ndie Montage fällt aus. Sobald das Teil da ist, vereinbaren wir "
            "einen neuen Termin mit Ihnen.\n\nJet",
        ),
        (
            "Your repair",
            "Hello,\n\nthe part is late. Once it is here we will book another date with you."
            "\n\nJet",
        ),
        (
            "Din tid",
            "Hej,\n\nmottagningen är stängd på grund av sjukdom. Så snart vi öppnar bokar vi "
            "en ny tid åt dig.\n\nJet",
        ),
        (
            "Vélo",
            "Bonjour,\n\nvous êtes toujours dans la course de dimanche ? Dès que la pluie "
            "s'arrête je propose une nouvelle date.\n\nJet",
        ),
    ],
)
def test_dates_of_other_things_stay_ordinary(subject: str, text: str) -> None:
    message = Message(
        key="k",
        message_id="k@quarrybay.example",
        sent_at=None,
        sender=KNOWN,
        subject=subject,
        text=text,
    )
    assert read_message(message).verdict in NOT_HIRING
