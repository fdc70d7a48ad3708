"""What the evening before an interview asks for: when and where it is, and their last mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind, SourceKind
from onward.applications.rules.payload import Outcome
from onward.applications.rules.round import Round
from onward.applications.services import agenda, on_timeline_of
from onward.core.dates import zone
from onward.mail.models import MailMessage
from onward.mail.rules.basics.text import own_text
from onward.people.models import Person

_MOST_SHOWN = 1_500


@dataclass(frozen=True, slots=True)
class Near:
    """The next interview of an application, and the last mail of theirs on its timeline.

    Attributes:
        starts_at: When it begins, by the person's own clock; noon where only its day is known.
        words: The mail's own words, their beginning.
    """

    round: Round
    starts_at: datetime
    mail: MailMessage | None
    words: str = ""

    @property
    def begins(self) -> date:
        """When it begins, or its day where no hour of it is told."""
        return self.round.on_day or self.starts_at


def near_at(person: Person, application: Application, *, now: datetime) -> Near | None:
    """Return the next interview of this application, if one lies ahead."""
    head, zone_name = application.head, person.time_zone
    ahead = [
        (begins, each.round)
        for each in agenda(person, now=now, kinds={EventKind.INTERVIEW})
        if each.application.pk == head.pk
        and each.round.outcome != Outcome.CANCELLED
        and (begins := each.round.moment(zone_name=zone_name)) is not None
        and each.round.is_ahead(now=now, zone_name=zone_name)
    ]
    if not ahead:
        return None
    begins, held = min(ahead, key=lambda pair: pair[0])
    mail = _last_mail(person, head)
    words = own_text(mail.text).strip()[:_MOST_SHOWN] if mail else ""
    return Near(held, begins.astimezone(zone(zone_name)), mail, words)


def _last_mail(person: Person, head: Application) -> MailMessage | None:
    told = Event.objects.for_person(person).filter(
        on_timeline_of(head),
        source_kind=SourceKind.MESSAGE,
        voided_by=None,
    )
    mail = MailMessage.objects.for_person(person).filter(
        pk__in=told.values("source_id"), is_sent=False
    )
    return mail.order_by("-sent_at").first()
