from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.around.forwarded import forwarded_to_self
from onward.mail.rules.types import Address, Message

AT = datetime(2026, 6, 15, 17, 19, tzinfo=UTC)
OWN = frozenset({"robin@person.example", "r.vale@mail.example"})
BODY = "Dear Robin Vale,\n\nwe received your application as Event Manager.\n\nQuillmoor Ltd"


def mail(
    text: str,
    *,
    subject: str = "Fwd: Your application",
    to: str = "robin@person.example",
    sender: str = "r.vale@mail.example",
) -> Message:
    return Message(
        key="k",
        message_id="k@mail.example",
        sent_at=AT,
        sender=Address("Robin Vale", sender),
        subject=subject,
        text=text,
        to=(Address("", to),),
        is_sent=True,
    )


@pytest.mark.parametrize(
    ("head", "moment"),
    [
        (
            "-------- Weitergeleitete Nachricht --------\nBetreff: \tYour application\n"
            "Datum: \tMon, 15 Jun 2026 11:02:33 +0200\nVon: \tQuillmoor <jobs@quillmoor.example>\nAn: \tr.vale@mail.example\n\n",
            "2026-06-15T09:02:33",
        ),
        (
            "---------- Forwarded message ---------\nFrom: Quillmoor <jobs@quillmoor.example>\n"
            "Date: Mon, 1 Jun 2026 at 10:11\nSubject: Your application\nTo: <r.vale@mail.example>\n\n",
            "2026-06-01T10:11:00",
        ),
        (
            "for my files\n\n---------- Weitergeleitete Nachricht ---------\nVon: Quillmoor <jobs@quillmoor.example>\n"
            "Datum: Mo., 1. Juni 2026 um 10:11 Uhr\nBetreff: Your application\nAn: <r.vale@mail.example>\n\n",
            "2026-06-01T10:11:00",
        ),
        (
            "Von: Quillmoor [mailto:jobs@quillmoor.example]\nGesendet: Montag, 1. Juni 2026 10:11\n"
            "An: Robin Vale\nBetreff: Your application\n\n",
            "2026-06-01T10:11:00",
        ),
        (
            "*De :* Quillmoor <jobs@quillmoor.example>\n*Envoyé :* lundi 1 juin 2026 10:11\n"
            "*À :* Robin Vale\n*Objet :* Your application\n\n",
            "2026-06-01T10:11:00",
        ),
        (
            "Anfang der weitergeleiteten Nachricht:\n\nVon: Quillmoor <jobs@quillmoor.example>\nBetreff: Your application\n"
            "Datum: irgendwann\nAn: r.vale@mail.example\n\n",
            "2026-06-15T17:19:00",
        ),
    ],
)  # fmt: skip
def test_what_is_inside_is_read_as_it_had_come(head: str, moment: str) -> None:
    found = forwarded_to_self(mail(head + BODY), own=OWN)
    assert found is not None
    assert found.sender == Address("Quillmoor", "jobs@quillmoor.example")
    assert (found.subject, found.text) == ("Your application", BODY)
    assert found.sent_at == datetime.fromisoformat(f"{moment}+00:00")
    assert not found.is_sent


HEAD = "Von: Quillmoor <jobs@quillmoor.example>\nDatum: Mon, 15 Jun 2026 11:02:33 +0200\nBetreff: x\nAn: y\n\n"


@pytest.mark.parametrize(
    "message",
    [
        mail(HEAD + BODY, to="kim@friend.example"),
        mail(HEAD + BODY, sender="kim@friend.example"),
        mail(HEAD + BODY, subject="Your application"),
        mail(BODY),
        mail(""),
        mail(HEAD.replace("jobs@quillmoor", "robin@person") + BODY),
        mail("A day: Monday\nA place: here\nA note: none\n\n" + BODY),
    ],
)
def test_what_went_to_others_or_is_no_forward_is_left_alone(message: Message) -> None:
    assert forwarded_to_self(message, own=OWN) is None


@given(st.text(alphabet="Von: Datum<@>.\n-Betreffx12", max_size=200))
def test_any_text_is_survived(text: str) -> None:
    found = forwarded_to_self(mail(text), own=OWN)
    assert found is None or found.sent_at is not None
