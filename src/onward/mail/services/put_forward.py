"""The person's yes to a proposal: a recruiter's mail, or a no that has something else for them."""

from __future__ import annotations

from onward.mail.models import MailMessage
from onward.mail.rules.basics.text import fold
from onward.mail.rules.talks.own_mail import own_words
from onward.mail.rules.talks.put_forward import (
    agrees_to_be_put_forward,
    title_proposed,
)
from onward.mail.rules.types import ENDINGS, Address, Message, Verdict
from onward.mail.services.rows import references_of
from onward.people.models import Person


def says_yes(message: Message) -> bool:
    """Say whether own mail lets somebody put the person forward."""
    return agrees_to_be_put_forward(fold(own_words(message.text)))


def proposed_by_no(person: Person, message: Message) -> str:
    """Return the title that own mail says yes to, where a no proposed it; "" where none did."""
    references = references_of(message)
    if not references or not says_yes(message):
        return ""
    noes = MailMessage.objects.for_person(person).filter(
        message_id__in=references,
        verdict__in=[each.value for each in ENDINGS],
        is_sent=False,
    )
    titles = (title_proposed(_as_read(row)) for row in noes.order_by("-sent_at"))
    return next(filter(None, titles), "")


def company_proposed(person: Person, message: Message) -> str:
    """Return the employer of whom the mail that own mail answers wrote first; "" where it names none.

    An agency has many clients: its domain does not tell whom it means.
    """
    asked = MailMessage.objects.for_person(person).filter(
        message_id__in=references_of(message), verdict=Verdict.OUTREACH.value
    )
    names = asked.order_by("-sent_at").values_list("company", flat=True)
    return next(filter(None, names), "")


def _as_read(row: MailMessage) -> Message:
    return Message(
        key=row.key,
        message_id=row.message_id,
        sent_at=row.sent_at,
        sender=Address(row.sender_name, row.sender_address),
        subject=row.subject,
        text=row.text,
    )
