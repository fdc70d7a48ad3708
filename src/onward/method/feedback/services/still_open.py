"""What is still open with whoever is asked for feedback on something else."""

from __future__ import annotations

from django.db.models import Q
from django.db.models.functions import Coalesce

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import Stage
from onward.mail.models import MailMessage
from onward.method.feedback.services.situation import together
from onward.people.models import Person


def still_open_with(
    person: Person, address: str, *, beside: Application
) -> list[Application]:
    """Return the other open applications in which whoever has this address can be written to.

    Args:
        beside: The application that the question is about.
    """
    wanted = address.strip()
    if not wanted:
        return []
    mail = MailMessage.objects.for_person(person).filter(
        Q(contact_address__iexact=wanted) | Q(sender_address__iexact=wanted),
        is_sent=False,
        accepts_replies=True,
    )
    told = Event.objects.for_person(person).filter(
        source_id__in=mail.values("pk"), voided_by=None
    )
    heads = told.annotate(head=Coalesce("application__merged_into", "application"))
    own = Application.objects.for_person(person).filter(
        Q(pk__in=heads.values("head")) | Q(contact_address__iexact=wanted),
        is_open=True,
        is_archived=False,
        merged_into=None,
    )
    others = own.exclude(pk__in=together(person, beside)).exclude(stage=Stage.SAVED)
    return list(others.order_by("company_sort", "role", "pk"))
