"""What tests of employers ask of a mail that is read whole."""

from __future__ import annotations

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message


def employer(
    subject: str, text: str, *, shown: str, at: str, reads: str = "company"
) -> str:
    """Return one fact of a mail, its employer where no other is asked for."""
    message = Message(
        key="k",
        message_id="k@mail.example",
        sent_at=None,
        sender=Address(shown, at),
        subject=subject,
        text=text,
    )
    return str(getattr(read_message(message), reads))
