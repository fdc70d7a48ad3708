"""One consultant with two assignments: a no to one ends that one alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.applications.rules.kinds import NoKind, Stage
from onward.people.models import Person
from tests.mail.own_story import ME, import_story, raw

JENNY = "Jenny Holm <jenny.holm@harbourstaff.example>"
pytestmark = pytest.mark.django_db


def mail(number: int, subject: str, text: str, *, answers: int = 0) -> bytes:
    return raw(
        number=number,
        sender=JENNY,
        to=ME,
        subject=subject,
        text=f"Hi Robin,\n\n{text}\n\nJenny\nHarbour Staff",
        answers=answers,
    )


RECEPTION = mail(
    1,
    "Receptionist for our client in Hythe",
    "Thank you for your application for the Receptionist role with our client in Hythe. "
    "I will put you forward.",
)
ORDERS = mail(
    2,
    "Order Administrator, Skan Build",
    "Thank you for your application as Order Administrator at our client Skan Build. They "
    "would like to meet you on 12 March at 10:00.",
)


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    "no",
    [
        mail(
            5,
            "Receptionist",
            "Unfortunately the client has chosen another candidate for the receptionist role.",
        ),
        mail(
            5,
            "Re: Receptionist for our client in Hythe",
            "I am sorry, they have decided not to move forward with you.",
            answers=1,
        ),
    ],
)
def test_a_no_to_one_title_leaves_the_other(
    owner: Person, tmp_path: Path, no: bytes, step: int
) -> None:
    import_story(owner, tmp_path, [RECEPTION, ORDERS, no][::step])
    ended = Application.objects.get(no_kind=NoKind.THEY_SAID_NO)
    assert ended.role == "Receptionist"
    left = Application.objects.get(no_kind="")
    assert (left.role, left.stage) == ("Order Administrator", Stage.INTERVIEW)


def test_a_no_by_its_number_leaves_the_other_number(
    owner: Person, tmp_path: Path
) -> None:
    story = [
        mail(
            n,
            f"Warehouse Operative (ref. {ref})",
            f"Thank you for your application for Warehouse Operative, ref. {ref}.",
        )
        for n, ref in ((1, "4411"), (2, "4502"))
    ]
    no = mail(
        5,
        "Warehouse Operative (ref. 4411)",
        "Unfortunately you were not selected for Warehouse Operative, ref. 4411.",
    )
    import_story(owner, tmp_path, [*story, no])
    assert Application.objects.get(no_kind=NoKind.THEY_SAID_NO).requisition == "4411"
    assert Application.objects.get(no_kind="").requisition == "4502"


SWEDISH = [
    raw(
        number=1,
        sender="Harbour Staff <no-reply@harbourstaff.example>",
        to=ME,
        subject="Tack för din ansökan!",
        text="Hej Robin,\n\nVad kul att du har sökt jobbet som Receptionist till kund i Hyllie "
        "hos Harbour Staff! Vi läser alla ansökningar löpande.\n\nJenny Holm\nHarbour Staff",
    ),
    raw(
        number=8,
        sender=JENNY,
        to=ME,
        subject="Hyllie + ett nytt förslag",
        text="Hej Robin,\n\nTack för ett trevligt samtal i torsdags. Kunden i Hyllie har nu valt "
        "en annan kandidat, så den tjänsten är tyvärr inte aktuell för dig längre.\n\nMEN jag "
        "har ett annat uppdrag som jag tror passar dig bättre: orderadministratör hos Skånska "
        "Byggpartner i Arlöv. Får jag presentera dig för dem?\n\n/Jenny",
    ),
    raw(
        number=9,
        sender=ME,
        to=JENNY,
        subject="Re: Hyllie + ett nytt förslag",
        text="Hej Jenny,\n\nTråkigt, men tack för beskedet. Ja, presentera mig gärna för "
        "Skånska Byggpartner!\n\nRobin",
        answers=8,
        labels="Sent",
    ),
    raw(
        number=12,
        sender=JENNY,
        to=ME,
        subject="Intervju hos Skånska Byggpartner",
        text="Hej Robin,\n\nSkånska Byggpartner vill träffa dig! Intervjun är torsdag 19 mars "
        "kl. 09.00-10.00, Företagsvägen 21, Arlöv.\n\n/Jenny\nHarbour Staff AB",
    ),
]


@pytest.mark.parametrize("step", [1, -1])
def test_what_a_no_offers_instead_goes_on_when_the_first_is_over(
    owner: Person, tmp_path: Path, step: int
) -> None:
    import_story(owner, tmp_path, SWEDISH[::step])
    ended = Application.objects.get(no_kind=NoKind.THEY_SAID_NO)
    assert ended.role.startswith("Receptionist")
    left = Application.objects.get(no_kind="")
    assert (left.role, left.stage) == ("orderadministratör", Stage.INTERVIEW)
