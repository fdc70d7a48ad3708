"""What a friend says of whoever would not take the reader is no no."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict


def _read(subject: str, text: str, sender: Address) -> Verdict:
    message = Message(
        key="k",
        message_id="k@mail.example",
        sent_at=datetime(2026, 11, 30, 9, tzinfo=UTC),
        sender=sender,
        subject=subject,
        text=text,
    )
    return read_message(message).verdict


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Lycka till!", "Hej Maja!\n\nLycka till i Kävlinge på onsdag! Du är så duktig, de vore dumma om de inte anställde dig.\n\nKramar Birgitta"),
        ("Intervjun", "Hej!\n\nHoppas intervjun gick bra. De är dumma om de inte anställer dig!\n\nKram Birgitta"),
        ("Intervjun", "Hej!\n\nDe skulle vara tokiga om de inte erbjöd dig jobbet.\n\nKram Birgitta"),
        ("Intervjun", "Hej!\n\nJag förstår inte varför de inte skulle anställa dig.\n\nKram Birgitta"),
        ("Good luck!", "Hi Maja!\n\nGood luck with the interview on Wednesday! They'd be fools not to hire you.\n\nLove, Birgit"),
        ("Good luck!", "Hi Maja!\n\nThey would be mad if they didn't hire you.\n\nLove, Birgit"),
        ("Good luck!", "Hi Maja!\n\nIt's their loss if they don't offer you the job.\n\nLove, Birgit"),
        ("Viel Glück!", "Hallo Maja!\n\nViel Glück beim Vorstellungsgespräch am Mittwoch! Die wären schön dumm, wenn sie dich nicht nehmen.\n\nLiebe Grüße Birgit"),
        ("Viel Glück!", "Hallo Maja!\n\nDie müssten verrückt sein, wenn sie dich nicht einstellen.\n\nLiebe Grüße Birgit"),
        ("Bonne chance", "Salut Maja !\n\nIls seraient fous de ne pas t'embaucher.\n\nBises, Brigitte"),
        ("Suerte", "¡Hola Maja!\n\nSerían tontos si no te contratan.\n\nUn abrazo, Brígida"),
        ("In bocca al lupo", "Ciao Maja!\n\nSarebbero pazzi a non assumerti.\n\nUn abbraccio, Brigida"),
        ("Boa sorte", "Olá Maja!\n\nSeriam loucos se não te contratassem.\n\nBeijos, Brígida"),
        ("Succes!", "Hoi Maja!\n\nZe zouden wel gek zijn als ze jou niet aannemen.\n\nGroetjes Birgit"),
        ("Powodzenia", "Cześć Maja!\n\nByliby głupi, gdyby cię nie zatrudnili.\n\nBuziaki, Brygida"),
        ("Bol şans", "Merhaba Maja!\n\nSeni işe almazlarsa aptallık etmiş olurlar.\n\nSevgiler, Birgül"),
    ],
)  # fmt: skip
def test_they_would_be_fools_not_to_take_you_is_no_no(subject: str, text: str) -> None:
    friend = Address("Birgitta Lund", "birgitta.lund@friends.example")
    assert _read(subject, text, friend) is Verdict.OTHER


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Din ansökan", "Hej Maja,\n\nVi kommer tyvärr inte att anställa dig.\n\nJohan Frid\nVellinge kommun"),
        ("Din ansökan", "Hej Maja,\n\nDet vore fel av oss att inte säga som det är: vi kommer inte att erbjuda dig tjänsten.\n\nJohan Frid\nVellinge kommun"),
        ("Your application", "Dear Maja,\n\nWe have decided not to hire you for this position.\n\nJohn Firth\nOakmere Foods"),
        ("Ihre Bewerbung", "Guten Tag Frau Ekdahl,\n\nwir werden Sie leider nicht einstellen.\n\nStadt Lindau"),
    ],
)  # fmt: skip
def test_whoever_hires_says_it_of_themselves(subject: str, text: str) -> None:
    office = Address("Johan Frid", "johan.frid@vellinge.example")
    assert _read(subject, text, office) is Verdict.REJECTION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Application for baker", "Hi Maja,\n\nSadly they have decided to go with another candidate for the baker job, their loss!\n\nRachel\nCrumb Recruitment"),
        ("Application for baker", "Hi Maja,\n\nTheir loss! I'm afraid you were not selected for the baker job, good luck with the next one.\n\nRachel\nCrumb Recruitment"),
        ("Ihre Bewerbung als Bäckerin", "Guten Tag Frau Ekdahl,\n\nSie sind uns wahnsinnig sympathisch, aber wir haben uns für eine andere Bewerberin entschieden.\n\nBäckerei Korn"),
    ],
)  # fmt: skip
def test_a_no_beside_praise_stays_one(subject: str, text: str) -> None:
    office = Address("Crumb Recruitment", "jobs@crumb.example")
    assert _read(subject, text, office) is Verdict.REJECTION
