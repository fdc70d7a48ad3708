"""What the mail of a no says of the opening: whether it ended for everybody."""

from __future__ import annotations

from onward.mail.models import MailMessage
from onward.mail.rules.verdicts.ended_itself import tells_of_an_end
from onward.method.plan.models import CarePlan


def is_told_as_ended(plan: CarePlan) -> bool:
    """Return whether the mail of this no says that the opening itself ended; False without mail."""
    source = plan.event.source_id
    if source is None:
        return False
    message = MailMessage.objects.for_person(plan.person).filter(pk=source).first()
    return message is not None and tells_of_an_end(message.text)
