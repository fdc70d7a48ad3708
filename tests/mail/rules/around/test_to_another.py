"""What somebody sends on that was written to themselves, and what only looks like it."""

from __future__ import annotations

import pytest

from onward.mail.rules.around.to_another import is_to_another
from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Message, Verdict

READER = Address("Tom Brook", "tom.brook58@gmail.com")
WIFE = Address("Nora Brook", "nora.brook@outlook.com")
NO = (
    "Thank you for attending the interview for Kitchen Assistant. Unfortunately you have "
    "not been successful on this occasion.\nMrs J Plume"
)
BLOCK = (
    "---------- Forwarded message ---------\nFrom: Alder School <office@alder.example>\n"
    "To: {to}\nSubject: Kitchen Assistant\n\n{greeting}\n"
)
GERMAN = (
    "hat nicht geklappt, na ja\n\n-----Ursprüngliche Nachricht-----\n"
    "Von: Schule Erlau <buero@erlau.example>\nGesendet: Dienstag, 29. September 2026 10:00\n"
    "An: Nora Brook\nBetreff: Küchenhilfe\n\nSehr geehrte Frau Brook,\n\nvielen Dank für Ihre "
    "Bewerbung als Küchenhilfe. Leider haben wir uns für eine andere Bewerberin entschieden."
)


def sent_on(
    *,
    to: str = "Nora Brook",
    greeting: str = "Dear Mrs Brook",
    note: str = "See below, didn't get it. Ah well x\n\n",
    sender: Address = WIFE,
    reader: Address = READER,
) -> Message:
    text = f"{note}{BLOCK.format(to=to, greeting=greeting)}{NO}"
    subject = "Fwd: Kitchen Assistant - Alder School"
    return Message("k", "m@x.example", None, sender, subject, text, to=(reader,))


@pytest.mark.parametrize(
    "message",
    [
        sent_on(),
        sent_on(note=""),
        sent_on(note="ah well\n\n", to="<nora.brook@outlook.com>"),
        sent_on(to="Undisclosed", greeting="Dear Nora"),
        sent_on(reader=Address("", "tom.brook58@gmail.com")),
    ],
)
def test_a_no_to_somebody_else_is_not_the_readers(message: Message) -> None:
    assert is_to_another(message)
    assert read_message(message).verdict in NOT_HIRING


def test_so_is_one_in_german() -> None:
    message = Message(
        *("k", "m@x.example", None, WIFE, "WG: Küchenhilfe", GERMAN), to=(READER,)
    )
    assert read_message(message).verdict in NOT_HIRING


def test_of_a_known_writer_it_is_asked_about() -> None:
    assert read_message(sent_on(), is_known=True).verdict is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    "message",
    [
        sent_on(to="Tom Brook", greeting="Dear Mr Brook"),
        sent_on(to="tom.brook58@gmail.com", greeting="Dear Mr Brook"),
        sent_on(greeting="Dear Nora, Tom was a pleasure to meet."),
        sent_on(sender=Address("Nora Brook", "nora@brook-staffing.example")),
        sent_on(sender=Address("Tom Brook", "tombrook@outlook.com"), to="Tom Brook"),
    ],
)
def test_what_is_or_may_be_the_readers_stays(message: Message) -> None:
    assert not is_to_another(message)
    assert read_message(message).verdict is Verdict.REJECTION
